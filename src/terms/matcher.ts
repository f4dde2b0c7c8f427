import { isParticleChain } from '../text/korean.ts';
import { foldWord } from '../text/normalise.ts';
import type { Range } from '../text/range.ts';
import { isContentWord, isStopWord } from '../text/stopWords.ts';
import { titles } from './extraction/nameLists.ts';
import { bareEnd, gapMarks, hasCapitalsOf, isAcronymLike, isCapital, isSameAcronym, readGap } from './formCheck.ts';
import { addFormWords, emptyFormWords, type FormWords, splitFormWords, wordFlags } from './formWords.ts';
import { isNameLikeWord } from './ordinaryWords.ts';
import { droppedCard, maxFormWords, type TermTable } from './termTable.ts';

/** A term that stands in a text. The range leaves out a possessive `'s` and Korean particles. */
export interface TermMatch extends Range {
	/** To be given to `TermTable.getCard`. */
	readonly cardIndex: number;
}

/**
 * Every place where a form of a term stands in the prose of a note: ascending, no overlaps, the longest where several lie over each other.
 * Ranges count in the untouched text. Multi-word forms are found over a line break, hyphens and emphasis; plurals, possessives, accents and
 * case as `FormMode` says. What a glossary excludes (`Not:`) is left out, and nothing shorter is found in its place.
 */
export function findTerms(table: TermTable, text: string, prose: readonly Range[]): TermMatch[] {
	const words = emptyFormWords();
	for (const range of prose) {
		addFormWords(words, text, range.start, range.end);
	}
	const numbers = words.keys.map((key) => table.findWord(key));
	return findInWords(table, text, { ...words, numbers });
}

/** How far around the caret is looked: far more than a form is long, so that the answer is the one `findTerms` gives for the whole note. */
const neighbourhood = 600;

/** The term at the caret: inside the match, or just behind it. Looks at the neighbourhood only, whatever the note's length. */
export function findTermAt(table: TermTable, text: string, prose: readonly Range[], offset: number): TermMatch | undefined {
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

/** Words with their numbers in the table (`TermTable.findWord`), 0 where no form has the word. */
export interface NumberedWords extends FormWords {
	readonly numbers: readonly number[];
}

/** The forms of a table that stood in some text, each read once. */
export class KnownForms {
	readonly #table: TermTable;
	readonly #texts = new Map<number, string>();
	readonly #words = new Map<number, FormWords>();

	constructor(table: TermTable) {
		this.#table = table;
	}

	getText(form: number): string {
		let text = this.#texts.get(form);
		if (text === undefined) {
			if (this.#texts.size >= maxKnownForms) {
				this.#texts.clear();
				this.#words.clear();
			}
			text = this.#table.getFormText(form);
			this.#texts.set(form, text);
		}
		return text;
	}

	getWords(form: number): FormWords {
		let words = this.#words.get(form);
		if (words === undefined) {
			words = splitFormWords(this.getText(form));
			this.#words.set(form, words);
		}
		return words;
	}
}

/** Some hundred bytes each; the forms that come often are soon known again. */
const maxKnownForms = 20_000;

/**
 * The matcher over words that are already split: what `findTerms` does with a note, and the lexicon with each document. Who looks for a table's
 * terms in many texts gives the same `forms` each time.
 */
export function findInWords(table: TermTable, text: string, words: NumberedWords, forms = new KnownForms(table)): TermMatch[] {
	const candidates: Candidate[] = [];
	const walk = new Walk(table, text, words, forms);
	for (let at = 0; at < words.numbers.length; at++) {
		const candidate = walk.findLongestAt(at);
		if (candidate !== undefined) {
			candidates.push(candidate);
		}
	}
	return withoutOverlaps(candidates)
		.filter((candidate) => candidate.cardIndex >= 0)
		.map(({ start, end, cardIndex }) => ({ start, end, cardIndex }));
}

type Candidate = TermMatch;

class Walk {
	readonly #table: TermTable;
	readonly #text: string;
	readonly #words: NumberedWords;
	readonly #forms: KnownForms;

	constructor(table: TermTable, text: string, words: NumberedWords, forms: KnownForms) {
		this.#table = table;
		this.#text = text;
		this.#words = words;
		this.#forms = forms;
	}

	/** The longest form that starts with this word. */
	findLongestAt(first: number): Candidate | undefined {
		const { numbers, keys, starts, ends, flags } = this.#words;
		// Most words begin no form: nothing more is looked at but a hyphen behind them.
		if (numbers[first] === 0 && ((flags[first] ?? 0) & wordFlags.isHangul) === 0 && this.#text.charCodeAt(ends[first] ?? 0) !== 0x2d) {
			return undefined;
		}
		let best: Candidate | undefined;
		let node = 0;
		for (let at = first; at < numbers.length && at - first < maxFormWords; at++) {
			if (at > first && readGap(this.#text, ends[at - 1] ?? 0, starts[at] ?? 0, starts[at - 1] ?? 0) === 'none') {
				break;
			}
			const flag = flags[at] ?? 0;
			if ((flag & wordFlags.isHangul) !== 0) {
				best = this.#findBeforeParticles(node, first, at, keys[at] ?? '') ?? best;
			}
			if (at === first && first + 1 < numbers.length) {
				best = this.#findJoined(first) ?? best;
			}
			const number = numbers[at] ?? 0;
			const next = number === 0 ? 0 : this.#table.findNext(node, number);
			if (next === 0) {
				break;
			}
			best = this.#accept(next, first, at, bareEnd(this.#text, starts[at] ?? 0, ends[at] ?? 0)) ?? best;
			node = next;
		}
		return best;
	}

	/** A Hangul word whose end is particles: `정부는` for `정부`. */
	#findBeforeParticles(node: number, first: number, last: number, key: string): Candidate | undefined {
		for (let length = key.length - 1; length >= Math.max(1, key.length - 12); length--) {
			const stem = key.slice(0, length);
			const word = this.#table.findWord(stem);
			const next = word === 0 ? 0 : this.#table.findNext(node, word);
			if (next !== 0 && this.#table.getEntry(next) !== 0 && isParticleChain(stem, key.slice(length))) {
				const start = this.#words.starts[last] ?? 0;
				const end = start + measureStem(this.#text.slice(start, this.#words.ends[last]), stem);
				const candidate = this.#accept(next, first, last, end);
				if (candidate !== undefined) {
					return candidate;
				}
			}
		}
		return undefined;
	}

	/** Two words of the text that a form writes as one: `whistle-blower`, `내부 고발자`. */
	#findJoined(first: number): Candidate | undefined {
		const { keys, starts, ends, flags } = this.#words;
		const from = ends[first] ?? 0;
		const to = starts[first + 1] ?? 0;
		if (to - from !== 1) {
			return undefined;
		}
		const gap = this.#text[from];
		const isHangulPair = ((flags[first] ?? 0) & (flags[first + 1] ?? 0) & wordFlags.isHangul) !== 0;
		if (gap !== '-' && !(isHangulPair && gap === ' ')) {
			return undefined;
		}
		const key = (keys[first] ?? '') + (keys[first + 1] ?? '');
		const word = this.#table.findWord(key);
		const next = word === 0 ? 0 : this.#table.findNext(0, word);
		const whole = next === 0 ? undefined : this.#accept(next, first, first + 1, bareEnd(this.#text, to, ends[first + 1] ?? 0));
		if (whole !== undefined || !isHangulPair) {
			return whole;
		}
		const second = keys[first + 1] ?? '';
		for (let length = second.length - 1; length >= 1; length--) {
			const stem = second.slice(0, length);
			const stemWord = this.#table.findWord((keys[first] ?? '') + stem);
			const stemNext = stemWord === 0 ? 0 : this.#table.findNext(0, stemWord);
			if (stemNext !== 0 && this.#table.getEntry(stemNext) !== 0 && isParticleChain(stem, second.slice(length))) {
				return this.#accept(stemNext, first, first + 1, to + measureStem(this.#text.slice(to, ends[first + 1]), stem));
			}
		}
		return undefined;
	}

	/** The first form of the node that holds for these words. */
	#accept(node: number, first: number, last: number, end: number): Candidate | undefined {
		for (let entry = this.#table.getEntry(node); entry !== 0; entry = this.#table.getNextEntry(entry)) {
			const form = this.#table.getForm(entry);
			if (this.#table.getFormCard(form) !== droppedCard && this.#isAccepted(form, first, last, end)) {
				// The last point of `U.S.` is the term's own.
				const hasPoint = this.#text[end] === '.' && this.#forms.getText(form).endsWith('.');
				return { start: this.#words.starts[first] ?? 0, end: hasPoint ? end + 1 : end, cardIndex: this.#table.getFormCard(form) };
			}
		}
		return undefined;
	}

	#isAccepted(form: number, first: number, last: number, end: number): boolean {
		const { starts, ends, flags, keys } = this.#words;
		const start = starts[first] ?? 0;
		if (!this.#standsFree(first, last, end)) {
			return false;
		}
		if (((flags[first] ?? 0) & wordFlags.isCjk) !== 0 && last - first < 2) {
			// One or two characters are a word only where the text's own words begin and end there.
			if (((flags[first] ?? 0) & wordFlags.startsWord) === 0 || ((flags[last] ?? 0) & wordFlags.endsWord) === 0) {
				return false;
			}
		}
		const mode = this.#table.getFormMode(form);
		const formText = this.#forms.getText(form);
		if (mode === 'acronym') {
			return isSameAcronym(formText, this.#text.slice(start, end)) && !this.#isShouted(formText, first, last);
		}
		const formWords = this.#forms.getWords(form);
		if (last > first && !this.#hasGapsOf(form, formText, formWords, first, last)) {
			return false;
		}
		if (mode === 'capital' || mode === 'family') {
			if (mode === 'family' && this.#isPartOfName(first, last)) {
				return false;
			}
			if (!hasCapitalsOf(formText, formWords, this.#text, starts.slice(first, last + 1))) {
				return false;
			}
			if (
				mode === 'capital' &&
				first === last &&
				isNameLikeWord(keys[first] ?? '') &&
				this.#opensSentence(first) &&
				!this.#isSubject(last)
			) {
				return false;
			}
			// `Philippine` is not `Philippines`: the last word's number must be the form's.
			const lastOfForm = formWords.starts.length - 1;
			const own = foldWord(formText.slice(formWords.starts[lastOfForm], formWords.ends[lastOfForm]));
			const isHangulWord = ((flags[last] ?? 0) & wordFlags.isHangul) !== 0;
			return isHangulWord || foldWord(this.#text.slice(starts[last], ends[last])) === own;
		}
		return true;
	}

	/** Whether a sentence, a heading or an item begins with the word, so that its capital proves nothing. */
	#opensSentence(first: number): boolean {
		const start = this.#words.starts[first] ?? 0;
		const before = this.#text.slice(Math.max(0, start - 12), start);
		return /(?:^[\s*_>#-]*|[.!?…:;|•][”"’')\]*_]*\s*[“"‘'(*_]*|\n\s*(?:\n|[-*+>#|•]|\d+[.)])[\s*_>#-]*|[“"‘(]\s*)$/.test(
			start <= 12 ? before : `x${before}`,
		);
	}

	/** `Turkey has …`, `Nice, …`, `Cork's …`: what follows makes the word the name of something. */
	#isSubject(last: number): boolean {
		const { starts, ends, keys } = this.#words;
		const behind = this.#text.slice(ends[last], starts[last + 1]);
		const isOwner = /['’]s$/.test(this.#text.slice(starts[last], ends[last]));
		return isOwner || (behind === ' ' && /^(?:has|had|joined|was|lies|became)$/.test(keys[last + 1] ?? ''));
	}

	/** Whether the marks between the words are those of the form. */
	#hasGapsOf(form: number, formText: string, formWords: FormWords, first: number, last: number): boolean {
		const { starts, ends } = this.#words;
		let isMarked = this.#table.hasOwnGap(form);
		for (let at = first; at < last && !isMarked; at++) {
			isMarked = readGap(this.#text, ends[at] ?? 0, starts[at + 1] ?? 0, starts[at] ?? 0) === 'marked';
		}
		if (!isMarked) {
			return true;
		}
		for (let at = first; at < last; at++) {
			const own = gapMarks(formText, formWords.ends[at - first] ?? 0, formWords.starts[at - first + 1] ?? 0);
			if (gapMarks(this.#text, ends[at] ?? 0, starts[at + 1] ?? 0) !== own) {
				return false;
			}
		}
		return true;
	}

	/** Whether nothing stands directly beside the words that makes them part of a longer one; behind them Hangul may, if it is particles. */
	#standsFree(first: number, last: number, end: number): boolean {
		const { starts, ends, flags, keys } = this.#words;
		const isCjk = ((flags[first] ?? 0) & wordFlags.isCjk) !== 0;
		if (first > 0 && ends[first - 1] === starts[first] && !isCjk && ((flags[first - 1] ?? 0) & wordFlags.isCjk) === 0) {
			return false;
		}
		if (
			last + 1 < starts.length &&
			ends[last] === starts[last + 1] &&
			end === ends[last] &&
			((flags[last + 1] ?? 0) & wordFlags.isHangul) !== 0
		) {
			return isParticleChain(keys[last] ?? '', keys[last + 1] ?? '');
		}
		return true;
	}

	/** Whether a capital word stands directly beside these: another given or family name. Titles, and the first word of a sentence, are none. */
	#isPartOfName(first: number, last: number): boolean {
		const { starts, ends, keys } = this.#words;
		const isName = (at: number, from: number, to: number) => {
			const gap = this.#text.slice(from, to);
			const start = starts[at];
			return start !== undefined && (gap === ' ' || gap === '-' || gap === '. ') && isCapital(this.#text.slice(start, start + 2));
		};
		const before = keys[first - 1] ?? '';
		const hasNameBefore = isName(first - 1, ends[first - 1] ?? 0, starts[first] ?? 0) && isContentWord(before) && !titles.has(before);
		const behind = keys[last + 1] ?? '';
		const gapBehind = this.#text.slice(ends[last], starts[last + 1]);
		return hasNameBefore || (gapBehind !== '. ' && isName(last + 1, ends[last] ?? 0, starts[last + 1] ?? 0) && isContentWord(behind));
	}

	/** Whether an acronym that is also a small word (`WHO`, `IT`, `US`) only seems to stand in a line all in capitals. */
	#isShouted(formText: string, first: number, last: number): boolean {
		if (!isStopWord(foldWord(formText), 'en')) {
			return false;
		}
		const isShout = (at: number) => {
			const word = this.#text.slice(this.#words.starts[at], this.#words.ends[at]);
			return word.length > 1 && isAcronymLike(word);
		};
		return isShout(first - 1) || isShout(last + 1);
	}
}

/** How many units of the word as written make up the folded stem. They differ where the text is decomposed. */
function measureStem(written: string, stem: string): number {
	if (written.startsWith(stem) || written.length < stem.length) {
		return Math.min(stem.length, written.length);
	}
	for (let length = 1; length <= written.length; length++) {
		if (foldWord(written.slice(0, length)) === stem && !isJamoTail(written, length)) {
			return length;
		}
	}
	return written.length;
}

/** Whether a decomposed syllable goes on here: `가` before its final consonant is not yet the whole syllable. */
function isJamoTail(written: string, at: number): boolean {
	const code = written.charCodeAt(at);
	return code >= 0x11a8 && code <= 0x11ff;
}

/** More matches than this in one heap are no text; they are decided part by part, to stay linear. */
const maxCluster = 200;

/** The longest of those that lie over each other, then the earlier one. */
function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
	const kept: Candidate[] = [];
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

function longestOf(cluster: readonly Candidate[]): readonly Candidate[] {
	if (cluster.length === 1) {
		return cluster;
	}
	const kept: Candidate[] = [];
	const taken: Candidate[] = [...cluster].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
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
