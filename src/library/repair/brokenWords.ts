import { applyEdits, type Edit, type MappedText } from './edits.ts';
import { isCommonShortWord, isOtherWithHyphen, looksLikePiece } from './shortWords.ts';
import { casesFit, findSpacedWords, type SpacedWord } from './spacedWords.ts';
import { TextWords } from './textWords.ts';
import { findWideWords, type WideWords } from './wideWords.ts';
import { englishWords, type WordList } from './wordList.ts';

/**
 * Makes words whole that a scanner or a line break took apart: `some- one`, `peo - ple`, `st uck`, `w e`.
 *
 * Clean text is never damaged. So nothing is ever split, and a join needs all of these:
 * - the joined word is known: the document itself has it whole elsewhere, or the shipped list has it;
 * - its parts do not stand side by side, without a hyphen, elsewhere in the document;
 * - without a hyphen, at least half of the parts are no words, and most places where such a part stands are breaks like this one (a part that
 *   also stands alone is a term, a symbol or a name); a single letter beside a short word (`t he`) needs a surer break near it;
 * - what follows a hyphen is no conjunction (`pre- and post-war`), and the hyphenated form is not the document's own (`long-term`).
 *
 * The list is asked only where the document is in its language: elsewhere only hyphens are looked at, by the document's own words.
 * Linear in the text.
 */
export function repairBrokenWords(text: string, list: WordList = englishWords): MappedText {
	return applyEdits(text, findBrokenWords(text, list));
}

/** The edits that `repairBrokenWords` makes, in order. Words set wide, `T H E  P R I C E`, are read where wider gaps part them. */
function findBrokenWords(text: string, list: WordList = englishWords): Edit[] {
	const words = new TextWords(text);
	const isInListsLanguage = speaksListsLanguage(words, list);
	const hyphenated = findHyphenBreaks(words, isInListsLanguage ? list : undefined);
	const spaced = isInListsLanguage
		? chooseSpaced(
				words,
				findSpacedWords(words, list, (folded) => words.countOf(folded) > 0),
			)
		: [];
	const wide = isInListsLanguage ? findWideWords(text, list) : [];
	return withWideWords(mergeEdits(words, hyphenated, spaced), wide);
}

/** All edits in order; where a word set wide is made whole, nothing else says what it is. */
function withWideWords(edits: readonly Edit[], wide: readonly WideWords[]): Edit[] {
	if (wide.length === 0) {
		return [...edits];
	}
	const all: Edit[] = [];
	let next = 0;
	for (const edit of edits) {
		for (; next < wide.length && (wide[next]?.start ?? 0) <= edit.start; next++) {
			all.push(...(wide[next]?.edits ?? []));
		}
		if ((wide[next - 1]?.end ?? 0) <= edit.start) {
			all.push(edit);
		}
	}
	return [...all, ...wide.slice(next).flatMap((words) => words.edits)];
}

/** Whether at least half of the words of three letters and more, among the first 2,000, are the list's. English text has above 0.85, other languages below 0.3. */
function speaksListsLanguage(words: TextWords, list: WordList): boolean {
	let known = 0;
	let asked = 0;
	for (let at = 0; at < words.count && asked < 2_000; at++) {
		if (words.folded(at).length >= 3) {
			asked++;
			known += list.has(words.written(at)) ? 1 : 0;
		}
	}
	return known * 2 >= asked;
}

/** A hyphen with a space behind it, or on both sides. Other hyphens scanners and line breaks leave: `‐` and `¬`. */
const hyphenGap = /^ ?[-\u2010\u00ac] $/;
/** What a hyphen that stands for a word's second half is followed by. */
const conjunctions = new Set('and or nor but to und oder bzw et ou y o e u of in as through over'.split(' '));

/** The indexes of words behind which a hyphen broke a word. */
function findHyphenBreaks(words: TextWords, list: WordList | undefined): number[] {
	const breaks = [];
	for (let first = 0; first < words.count - 1; first++) {
		const length = words.start(first + 1) - words.end(first);
		if ((length === 2 || length === 3) && isHyphenBreak(words, first, list)) {
			breaks.push(first);
		}
	}
	return withoutPairsApart(words, breaks, 0, new Set());
}

function isHyphenBreak(words: TextWords, first: number, list: WordList | undefined): boolean {
	const last = first + 1;
	const gap = words.text.slice(words.end(first), words.start(last));
	if (!hyphenGap.test(gap) || !words.startsFree(first) || !words.endsFree(last) || !casesFit(words.written(first), words.written(last))) {
		return false;
	}
	const [a, b] = [words.folded(first), words.folded(last)];
	const joined = a + b;
	const ownCount = words.countOf(joined);
	const isListed = list?.has(words.written(first) + words.written(last)) === true && (joined.length > 3 || isCommonShortWord(joined));
	if (conjunctions.has(b) || (ownCount === 0 && (!isListed || isHyphenMeant(a, joined)))) {
		return false;
	}
	if (!gap.startsWith(' ')) {
		return true;
	}
	if (a.length === 1 || b.length === 1) {
		return false;
	}
	// A dash is typed like this too. Two whole words around it are one broken word only if the document knows that word, and the first of them not otherwise.
	const hasPiece = list !== undefined && [first, last].some((at) => looksLikePiece(words.folded(at)) || !list.has(words.written(at)));
	return hasPiece || (ownCount > 0 && words.countOf(a) === 1);
}

/** Whether the hyphen may be the word's own: `co- op`, `re- creation`, but not `recrea- tion`. */
function isHyphenMeant(first: string, joined: string): boolean {
	return isOtherWithHyphen(joined) && first.length <= 2;
}

/** Leaves out the breaks whose two words stand side by side, with only a space between, more often than `allowed`. Words in `broken` are pieces of others. */
function withoutPairsApart(words: TextWords, breaks: readonly number[], allowed: number, broken: ReadonlySet<number>): number[] {
	const pairOf = (first: number) => `${words.folded(first)} ${words.folded(first + 1)}`;
	const counts = new Map(breaks.map((first) => [pairOf(first), 0]));
	for (let at = 0; at < words.count - 1 && counts.size > 0; at++) {
		if (words.isOneSpaceApart(at) && !broken.has(at)) {
			const pair = pairOf(at);
			const count = counts.get(pair);
			if (count !== undefined) {
				counts.set(pair, count + 1);
			}
		}
	}
	return breaks.filter((first) => (counts.get(pairOf(first)) ?? 0) <= allowed);
}

/** A surer break within so many words supports one that might be none. */
const supportDistance = 40;

function chooseSpaced(words: TextWords, candidates: readonly SpacedWord[]): SpacedWord[] {
	const breaksOfPiece = new Map<string, number>();
	for (const piece of candidates.flatMap((found) => found.strange)) {
		breaksOfPiece.set(piece, (breaksOfPiece.get(piece) ?? 0) + 1);
	}
	const isMostlyPiece = (piece: string) => (breaksOfPiece.get(piece) ?? 0) * 2 >= words.countOf(piece);
	const inMany = new Set<number>();
	for (const { first, last } of candidates) {
		for (let at = first; at < last && last - first > 1; at++) {
			inMany.add(at);
		}
	}
	// Two pieces side by side elsewhere may be written apart on purpose; a word in many pieces is never.
	const pairs = candidates.filter((found) => found.last - found.first === 1);
	const together = new Set(
		withoutPairsApart(
			words,
			pairs.map((found) => found.first),
			1,
			inMany,
		),
	);
	const chosen = candidates.filter(
		(found) =>
			(found.last - found.first > 1 || together.has(found.first)) && (found.last - found.first > 2 || found.strange.some(isMostlyPiece)),
	);
	const surer = chosen.filter((found) => found.strength !== 'maybe').map((found) => found.first);
	let next = 0;
	return chosen.filter((found) => {
		if (found.strength !== 'maybe') {
			return true;
		}
		while (next < surer.length && (surer[next] ?? 0) < found.first - supportDistance) {
			next++;
		}
		return (surer[next] ?? Number.POSITIVE_INFINITY) <= found.first + supportDistance;
	});
}

function mergeEdits(words: TextWords, hyphenated: readonly number[], spaced: readonly SpacedWord[]): Edit[] {
	const gaps = new Set(hyphenated);
	for (const { first, last } of spaced) {
		for (let at = first; at < last; at++) {
			gaps.add(at);
		}
	}
	return [...gaps].sort((a, b) => a - b).map((at) => ({ start: words.end(at), end: words.start(at + 1), replacement: '' }));
}
