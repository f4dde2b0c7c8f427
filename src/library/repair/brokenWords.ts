import { foldWord } from '../../text/normalise.ts';
import { applyEdits, type Edit, type MappedText } from './edits.ts';
import { looksLikePiece } from './shortWords.ts';
import { englishWords, type WordList } from './wordList.ts';

/**
 * Makes words whole that a scanner or a line break took apart: `some- one`, `peo - ple`, `st uck`, `w e`.
 *
 * Clean text is never damaged. So nothing is ever split, and a join needs all of these:
 * - the joined word is known: the document itself has it whole elsewhere, or the shipped list has it;
 * - its two parts do not stand side by side, without a hyphen, elsewhere in the document;
 * - without a hyphen, at least one part is no word, and most places where that part stands are such breaks (a part that also stands alone
 *   is a term, a symbol or a name);
 * - what follows a hyphen is no conjunction (`pre- and post-war`), and the hyphenated form is not the document's own (`long-term`).
 *
 * The list is asked only where the document is in its language: elsewhere only hyphens are looked at, by the document's own words.
 * Linear in the text.
 */
export function repairBrokenWords(text: string, list: WordList = englishWords): MappedText {
	return applyEdits(text, findBrokenWords(text, list));
}

/** The edits that `repairBrokenWords` makes, in order. */
export function findBrokenWords(text: string, list: WordList = englishWords): Edit[] {
	const words = readWords(text);
	const isInListsLanguage = speaksListsLanguage(words, list);
	const breaks = collectBreaks(text, words, isInListsLanguage ? list : undefined);
	return chooseBreaks(words, breaks);
}

/** The words of a text in order, side by side, and how often each stands in it. */
interface Words {
	readonly starts: readonly number[];
	readonly ends: readonly number[];
	readonly folded: readonly string[];
	readonly written: (at: number) => string;
	readonly counts: ReadonlyMap<string, number>;
}

/** A place where words `first` to `last` may be one. */
interface Break {
	readonly first: number;
	readonly last: number;
	readonly joined: string;
	readonly hasHyphen: boolean;
	/** The parts that are no words. */
	readonly strange: readonly string[];
	readonly edits: readonly Edit[];
}

const wordPattern = /[\p{L}\p{M}]+(?:['’]\p{L}+)*/gu;

function readWords(text: string): Words {
	const starts: number[] = [];
	const ends: number[] = [];
	const folded: string[] = [];
	const counts = new Map<string, number>();
	for (const match of text.matchAll(wordPattern)) {
		const word = foldWord(match[0]);
		starts.push(match.index);
		ends.push(match.index + match[0].length);
		folded.push(word);
		counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return { starts, ends, folded, written: (at) => text.slice(starts[at], ends[at]), counts };
}

/** Whether at least half of the words of three letters and more, among the first 2,000, are the list's. English text has above 0.85, other languages below 0.3. */
function speaksListsLanguage(words: Words, list: WordList): boolean {
	let known = 0;
	let asked = 0;
	for (let at = 0; at < words.folded.length && asked < 2_000; at++) {
		if ((words.folded[at] ?? '').length >= 3) {
			asked++;
			known += list.has(words.written(at)) ? 1 : 0;
		}
	}
	return known * 2 >= asked;
}

/** A word broken into more pieces than this stays broken. */
const maxPieces = 4;

function collectBreaks(text: string, words: Words, list: WordList | undefined): Break[] {
	const breaks: Break[] = [];
	for (let first = 0; first < words.folded.length - 1; first++) {
		if (!startsFree(text, words, first)) {
			continue;
		}
		const found = findHyphenBreak(text, words, first, list) ?? (list ? findSpaceBreak(text, words, first, list) : undefined);
		if (found) {
			breaks.push(found);
			first = found.last;
		}
	}
	return breaks;
}

/** Whether nothing is attached before the word: no digit, hyphen, point, slash. */
function startsFree(text: string, words: Words, at: number): boolean {
	const start = words.starts[at] ?? 0;
	return start === 0 || !/[\d\-./_@&'’\u2010]/.test(text[start - 1] ?? '');
}

/** Whether nothing is attached behind the word. A full stop is, where a letter follows. */
function endsFree(text: string, words: Words, at: number): boolean {
	const end = words.ends[at] ?? 0;
	const next = text[end] ?? '';
	return !/[\d\-/_@&\u2010]/.test(next) && !(/[.'’]/.test(next) && /[\p{L}\d]/u.test(text[end + 1] ?? ''));
}

/** A hyphen with a space behind it, or on both sides. Other hyphens scanners and line breaks leave: `‐` and `¬`. */
const hyphenGap = /^ ?[-\u2010\u00ac] $/;
const hyphenWithSpaceBefore = /^ /;

const conjunctions = new Set('and or nor but to und oder et ou y o e of in as through over'.split(' '));

function findHyphenBreak(text: string, words: Words, first: number, list: WordList | undefined): Break | undefined {
	const last = first + 1;
	const gap = text.slice(words.ends[first], Math.min(words.starts[last] ?? 0, (words.ends[first] ?? 0) + 4));
	if (!hyphenGap.test(gap) || !endsFree(text, words, last) || !casesFit(words.written(first), words.written(last))) {
		return undefined;
	}
	const [a = '', b = ''] = [words.folded[first], words.folded[last]];
	if (conjunctions.has(b)) {
		return undefined;
	}
	const written = words.written(first) + words.written(last);
	const joined = a + b;
	const ownCount = words.counts.get(joined) ?? 0;
	const isKnown = ownCount > 0 || (list?.has(written) === true && !(joined.length <= 3 && looksLikePiece(joined)));
	if (!isKnown) {
		return undefined;
	}
	const strange = list ? [a, b].filter((part, at) => isStrange(part, words.written(first + at), list)) : [];
	// A dash is typed like this too. Two whole words around it are one broken word only if the document knows that word, and the first of them not otherwise.
	if (hyphenWithSpaceBefore.test(gap) && strange.length === 0 && !(ownCount > 0 && words.counts.get(a) === 1)) {
		return undefined;
	}
	return {
		first,
		last,
		joined,
		hasHyphen: true,
		strange,
		edits: [{ start: words.ends[first] ?? 0, end: words.starts[last] ?? 0, replacement: '' }],
	};
}

function findSpaceBreak(text: string, words: Words, first: number, list: WordList): Break | undefined {
	for (let last = Math.min(first + maxPieces, words.folded.length) - 1; last > first; last--) {
		const found = spaceBreak(text, words, first, last, list);
		if (found) {
			return found;
		}
	}
	return undefined;
}

function spaceBreak(text: string, words: Words, first: number, last: number, list: WordList): Break | undefined {
	const edits: Edit[] = [];
	const strange: string[] = [];
	let joined = '';
	let written = '';
	for (let at = first; at <= last; at++) {
		const [start = 0, end = 0, part = ''] = [words.starts[at], words.ends[at], words.folded[at]];
		if (at > first) {
			const from = words.ends[at - 1] ?? 0;
			if (start - from !== 1 || text[from] !== ' ') {
				return undefined;
			}
			edits.push({ start: from, end: start, replacement: '' });
		}
		const word = text.slice(start, end);
		if (isStrange(part, word, list)) {
			strange.push(part);
		}
		joined += part;
		written += word;
	}
	// Of three pieces at least two are no words, else the third is a neighbour.
	if (strange.length === 0 || strange.length < last - first || !endsFree(text, words, last)) {
		return undefined;
	}
	if (!casesFit(words.written(first), text.slice(words.starts[first + 1], words.ends[last])) || /['’]/.test(written)) {
		return undefined;
	}
	if (joined.length <= 3 ? !list.has(written) || looksLikePiece(joined) : !list.has(written) && !words.counts.has(joined)) {
		return undefined;
	}
	return { first, last, joined, hasHyphen: false, strange, edits };
}

function isStrange(folded: string, written: string, list: WordList): boolean {
	return looksLikePiece(folded) || !list.has(written);
}

/** Whether the two could be one word by their capitals: `Ko rea`, `ko rea`, `KO REA`, but not `Ko Rea`, `ko Rea`, `U S`. */
function casesFit(first: string, rest: string): boolean {
	if (/^[^\p{Lu}]*$/u.test(rest)) {
		return /^\p{Lu}?[^\p{Lu}]*$/u.test(first);
	}
	return first.length + rest.length > 3 && /^[^\p{Ll}]*$/u.test(first) && /^[^\p{Ll}]*$/u.test(rest);
}

function chooseBreaks(words: Words, breaks: readonly Break[]): Edit[] {
	if (breaks.length === 0) {
		return [];
	}
	const breaksOfPart = new Map<string, number>();
	for (const part of breaks.flatMap((found) => found.strange)) {
		breaksOfPart.set(part, (breaksOfPart.get(part) ?? 0) + 1);
	}
	const pairs = new Map<string, number>(breaks.map((found) => [pairOf(words, found), 0]));
	for (let at = 0; at < words.folded.length - 1; at++) {
		const pair = `${words.folded[at]} ${words.folded[at + 1]}`;
		const count = pairs.get(pair);
		if (count !== undefined && (words.starts[at + 1] ?? 0) - (words.ends[at] ?? 0) === 1) {
			pairs.set(pair, count + 1);
		}
	}
	return breaks
		.filter((found) => {
			const apart = pairs.get(pairOf(words, found)) ?? 0;
			if (apart > (found.hasHyphen ? 0 : 1)) {
				return false;
			}
			return found.hasHyphen || found.strange.some((part) => (breaksOfPart.get(part) ?? 0) * 2 >= (words.counts.get(part) ?? 0));
		})
		.flatMap((found) => found.edits);
}

function pairOf(words: Words, found: Break): string {
	return `${words.folded[found.first]} ${words.folded[found.first + 1]}`;
}
