import type { Range } from '../text/range.ts';
import type { FormSource } from './formSource.ts';
import { FormWalk, type FormWalkOptions, numberWords, type TermMatch } from './formWalk.ts';
import { addFormWords, emptyFormWords, type FormWords } from './formWords.ts';
import { InflectedWords } from './inflectedWords.ts';
import { KnownForms } from './knownForms.ts';
import { makeNamedBefore } from './namedBefore.ts';

/**
 * Every place where a form of a term stands in the prose of a note: ascending, no overlaps, the longest where several lie over each other.
 * Ranges count in the untouched text. Multi-word forms are found over a line break, hyphens and emphasis; plurals, possessives, accents and
 * case as `FormMode` says. What a glossary excludes (`Not:`) is left out, and nothing shorter is found in its place.
 */
export function findTerms(table: FormSource, text: string, prose: readonly Range[]): TermMatch[] {
	return findTakenPlaces(table, text, prose).filter(isTerm);
}

/** `findTerms`, and the places that a glossary hides (`Hidden:`) or leaves out (`Not:`), which are nobody's: their `cardIndex` is -1. */
export function findTakenPlaces(table: FormSource, text: string, prose: readonly Range[]): TermMatch[] {
	const words = emptyFormWords();
	for (const range of prose) {
		addFormWords(words, text, range.start, range.end);
	}
	const forms = new KnownForms(table);
	const options = { isNamedBefore: makeNamedBefore(table, text, forms), inflected: new InflectedWords(table, text, words) };
	return withoutOverlaps(walkAll(table, text, words, forms, options));
}

/** The same of a document or a part of it, as its terms are counted: without what only notes may do (inflected words, family names without a title). */
export function findTermsOfDocument(table: FormSource, text: string): TermMatch[] {
	const words = emptyFormWords();
	addFormWords(words, text, 0, text.length);
	return chooseMatches(walkAll(table, text, words, new KnownForms(table), {}));
}

function walkAll(table: FormSource, text: string, words: FormWords, forms: KnownForms, options: FormWalkOptions): TermMatch[] {
	const walk = new FormWalk(table, text, numberWords(table, words), forms, options);
	const candidates: TermMatch[] = [];
	for (let at = 0; at < words.keys.length; at++) {
		const candidate = walk.findLongestAt(at);
		if (candidate !== undefined) {
			candidates.push(candidate);
		}
	}
	return candidates;
}

/** How far around the caret is looked: far more than a form is long, so that the answer is the one `findTerms` gives for the whole note. */
const neighbourhood = 600;

/** The term at the caret: inside the match, or just behind it. Looks at the neighbourhood only, whatever the note's length. */
export function findTermAt(table: FormSource, text: string, prose: readonly Range[], offset: number): TermMatch | undefined {
	const near = wordBorders(text, { start: offset - neighbourhood, end: offset + neighbourhood });
	const part: Range[] = [];
	for (const range of prose) {
		if (range.end > near.start && range.start < near.end) {
			part.push({ start: Math.max(range.start, near.start), end: Math.min(range.end, near.end) });
		}
	}
	const matches = findTerms(table, text, part).filter((match) => match.start <= offset && offset <= match.end);
	return matches.find((match) => offset < match.end) ?? matches[0];
}

/** Of the longest forms that begin with each word those that are terms of the text: the longest where several lie over each other. */
export function chooseMatches(candidates: readonly TermMatch[]): TermMatch[] {
	return withoutOverlaps(candidates).filter(isTerm);
}

function isTerm({ cardIndex }: TermMatch): boolean {
	return cardIndex >= 0;
}

/** More matches than this in one heap are no text; they are decided part by part, to stay linear. */
const maxCluster = 200;

/** The longest of those that lie over each other, then the earlier one. */
function withoutOverlaps(candidates: readonly TermMatch[]): TermMatch[] {
	const kept: TermMatch[] = [];
	for (let at = 0; at < candidates.length; ) {
		let end = candidates[at]?.end ?? 0;
		let next = at + 1;
		while (next < candidates.length && next - at < maxCluster && (candidates[next]?.start ?? 0) < end) {
			end = Math.max(end, candidates[next]?.end ?? 0);
			next++;
		}
		kept.push(...longestOf(candidates.slice(at, next)));
		at = next;
	}
	return kept;
}

function longestOf(cluster: readonly TermMatch[]): readonly TermMatch[] {
	if (cluster.length === 1) {
		return cluster;
	}
	const kept: TermMatch[] = [];
	const taken: TermMatch[] = [...cluster].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
	for (const candidate of taken) {
		if (kept.every((other) => candidate.end <= other.start || candidate.start >= other.end)) {
			kept.push(candidate);
		}
	}
	return kept.sort((a, b) => a.start - b.start);
}

/** Moves both ends of a range of the text outwards to white space, so that no word is cut. */
function wordBorders(text: string, range: Range): Range {
	let start = Math.max(0, range.start);
	let end = Math.min(text.length, range.end);
	for (let steps = 0; start > 0 && steps < 100 && !/\s/.test(text[start - 1] ?? ' '); steps++) {
		start--;
	}
	for (let steps = 0; end < text.length && steps < 100 && !/\s/.test(text[end] ?? ' '); steps++) {
		end++;
	}
	return { start, end };
}
