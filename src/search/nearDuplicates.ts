import { type Steps, takeAllSteps } from '../base/steps.ts';
import { toBareText } from '../text/bareText.ts';

/** Passages of a list that say the same. `first` is the one that the list has first; `others` say nothing that it does not, in the list's order. */
export interface Fold<T> {
	readonly first: T;
	readonly others: readonly T[];
}

/** Shorter texts are as likely to be the same by chance: a date line, a heading. Units of bare text, about eight words. */
const minLength = 40;
/** A passage that is only a small part of another is a place of its own. */
const minShare = 0.5;
/** Units of bare text that a passage and the part of another that it is have in common, if they have anything in common. */
const runLength = 16;
/** Of all runs so many are remembered: one in eight, chosen by what they say. */
const sampling = 8;
/** Passages that are looked at for one run: whoever fills a list with texts that share their runs gets fewer folds, not a slower list. */
const maxCandidates = 8;
/** Passages of usual length that take a few milliseconds. */
const itemsPerStep = 100;
/** No passage of the index is half as long. UTF-16 units. */
const maxLength = 4_000;

/**
 * Folds what says the same, for lists: of passages that are equal but for type, punctuation, articles and spellings (`text/bareText`) and an agency's line in front, or of which a later one is sentences of an earlier one, at least half of it,
 * word for word, one stands and the others are behind it. A number, a name, a `not`, any other word more or else, and nothing is
 * folded: an edited sentence is another sentence. The order is the list's. What is counted, exported or printed is not folded.
 *
 * Tried and left: signatures of word runs (minhash, .9 alike) fold "convicted" with "acquitted" in a long paragraph, and the reports of two years
 * that differ in their figures.
 * Cost: linear in the texts; 100 passages of country reports took 2.7 ms on one 2 GHz core (of which the lists have fifty).
 */
export function foldNearDuplicates<T extends { readonly text: string }>(items: readonly T[]): readonly Fold<T>[] {
	return takeAllSteps(foldNearDuplicatesInSteps(items));
}

/** `foldNearDuplicates` in steps of a few milliseconds. */
export function* foldNearDuplicatesInSteps<T extends { readonly text: string }>(items: readonly T[]): Steps<readonly Fold<T>[]> {
	const folds: { readonly first: T; readonly text: string; readonly bare: string; readonly others: T[] }[] = [];
	const byText = new Map<string, number>();
	const byRun = new Map<number, number[]>();
	for (const [index, item] of items.entries()) {
		if (index % itemsPerStep === itemsPerStep - 1) {
			yield;
		}
		const text = withoutAgencyLine(item.text);
		const bare = text.length > maxLength ? '' : toBareText(text);
		const canFold = bare.length >= minLength;
		const runs = canFold ? sampleRuns(bare) : [];
		const known = canFold ? (byText.get(bare) ?? findHolder(bare, runs)) : undefined;
		if (known !== undefined) {
			folds[known]?.others.push(item);
			continue;
		}
		const number = folds.push({ first: item, text, bare, others: [] }) - 1;
		if (canFold) {
			byText.set(bare, number);
			for (const run of runs) {
				const holders = byRun.get(run);
				if (holders === undefined) {
					byRun.set(run, [number]);
				} else if (holders.length < maxCandidates) {
					holders.push(number);
				}
			}
		}
	}
	return folds;

	function findHolder(bare: string, runs: readonly number[]): number | undefined {
		// Whoever holds all of it holds each of its runs: the one that the fewest hold is asked.
		let fewest: readonly number[] | undefined;
		for (const run of runs) {
			const holders = byRun.get(run);
			if (holders === undefined) {
				return undefined;
			}
			if (fewest === undefined || holders.length < fewest.length) {
				fewest = holders;
			}
		}
		return fewest?.find((number) => {
			const holder = folds[number];
			return holder !== undefined && bare.length >= holder.bare.length * minShare && holdsAsSentences(holder, bare);
		});
	}
}

/** Whether the part is in it from the end of a sentence to the end of another: "lawful arrest of 14" is not in "unlawful arrest of 14,000". */
function holdsAsSentences({ text, bare }: { readonly text: string; readonly bare: string }, part: string): boolean {
	const at = bare.indexOf(part);
	if (at < 0) {
		return false;
	}
	const ends = new Set([0]);
	let length = 0;
	let from = 0;
	for (const end of text.matchAll(sentenceEnd)) {
		length += toBareText(text.slice(from, end.index)).length;
		from = end.index;
		ends.add(length);
	}
	return ends.has(at) && (at + part.length === bare.length || ends.has(at + part.length));
}

/**
 * What a paper puts before a report that it took over: a place in capitals, maybe a day, and the agency in brackets (`SEOUL, March 4 (Yonhap) —`, `(서울=연합뉴스)`). It
 * says who wrote, and nothing of what happened.
 */
const agencyLine =
	/^\s{0,4}(?:\p{Lu}[\p{Lu} .'’-]{1,30}(?:, [\p{L}\d .]{1,25})?\s?\([\p{Lu}\d][^()\n]{1,30}\)\s{0,2}[-–—]{1,2}\s|[([〔【][가-힣·, ]{1,20}=[가-힣A-Za-z]{2,12}[)\]〕】](?: [가-힣]{2,4} (?:선임)?기자)?\s{0,2}=?)/u;

/** Of a shorter text it stays: two speakers of a session who say the same line (`HOLM (Labour) – …`) are not told apart from it by their form. */
const minReport = 100;

function withoutAgencyLine(text: string): string {
	const report = text.replace(agencyLine, '');
	return report.length >= minReport ? report : text;
}

/** Rough, and no matter: what is no end may let a part begin behind "Mr.". */
const sentenceEnd = /[.!?](?=["”’»)\]]{0,3}(?:\s|$))|[。！？]|\n\s*\n/gu;

/** The hashes of some of the runs of a text, chosen by themselves, so that the same run is chosen wherever it stands. */
function sampleRuns(bare: string): number[] {
	const runs: number[] = [];
	let hash = 0;
	for (let at = 0; at < bare.length; at++) {
		// A rolling hash: what leaves the run is taken off.
		hash = (Math.imul(hash, base) + bare.charCodeAt(at)) | 0;
		if (at >= runLength) {
			hash = (hash - Math.imul(bare.charCodeAt(at - runLength), leaving)) | 0;
		}
		if (at >= runLength - 1 && ((hash ^ (hash >>> 15)) & (sampling - 1)) === 0) {
			runs.push(hash);
		}
	}
	return runs;
}

const base = 31;
/** `base` to the power of `runLength`. */
const leaving = Array.from({ length: runLength }).reduce<number>((product) => Math.imul(product, base), 1);
