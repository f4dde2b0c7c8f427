import type { Range } from '../../text/range.ts';
import { isCommonShortWord, isOldForm, looksLikePiece } from './shortWords.ts';
import type { TextWords } from './textWords.ts';
import type { WordList } from './wordList.ts';

/** Words `first` to `last` of a text, which may be one word with stray spaces in it. */
export interface SpacedWord {
	readonly first: number;
	readonly last: number;
	/** The pieces that are no words, folded. */
	readonly strange: readonly string[];
	/**
	 * How much speaks for it. `sure`: no piece is a word, or four are none. `likely`: one is (`Ser vice`, `P roduction`). `maybe`: a letter beside a short word (`t he`)
	 * or a capital beside any (`W added`), which might be a symbol.
	 */
	readonly strength: 'sure' | 'likely' | 'maybe';
}

/** Longer words are not put together, nor words out of more pieces. */
const maxPieces = 14;
const maxJoinedLength = 24;
/** So many pieces are looked at in one text: no real scan has more, and a hostile text ends here. */
const maxStrangeWords = 50_000;
/** Longer runs are read in parts. */
const maxRunLength = 1_000;
/** What it costs to leave a piece alone, to put a word together, and to use up a whole word in it: a join must explain more than it uses up. */
const strangeCost = 3;
const joinCost = 1;
const wholeCost = 0.4;

/**
 * Finds words with stray spaces in them (`st uck`, `w e`, `d i s t i n c t i o n s`), the cheapest reading of each run of words parted by single
 * spaces. A join needs a known word as its result, and at least half of its pieces to be none. `isKnown` says whether the document itself
 * has the word.
 */
export function findSpacedWords(words: TextWords, list: WordList, isOwnWord: (folded: string) => boolean): SpacedWord[] {
	const found: SpacedWord[] = [];
	let looked = 0;
	for (let first = 0; first < words.count && looked < maxStrangeWords; ) {
		let last = first;
		while (last + 1 < words.count && last - first < maxRunLength && words.isOneSpaceApart(last)) {
			last++;
		}
		if (last > first) {
			looked += readRun(words, { start: first, end: last + 1 }, list, isOwnWord, found);
		}
		first = last + 1;
	}
	return found;
}

/** Reads one run; gives the number of strange words in it. */
function readRun(words: TextWords, run: Range, list: WordList, isOwnWord: (folded: string) => boolean, found: SpacedWord[]): number {
	const strange: boolean[] = [];
	let count = 0;
	for (let at = run.start; at < run.end; at++) {
		const isStrange = isStrangeWord(words, at, list);
		strange.push(isStrange);
		count += isStrange ? 1 : 0;
	}
	if (count === 0) {
		return 0;
	}
	const length = run.end - run.start;
	const costs = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
	const stepTo = new Int32Array(length + 1);
	costs[0] = 0;
	for (let from = 0; from < length; from++) {
		relax(costs, stepTo, from, from + 1, strange[from] ? strangeCost : 0);
		let joined = words.folded(run.start + from);
		let strangeCount = strange[from] ? 1 : 0;
		// Only a window with a piece at its beginning or right behind it can be half pieces all along.
		if (strangeCount === 0 && !strange[from + 1]) {
			continue;
		}
		for (let to = from + 1; to < Math.min(length, from + maxPieces); to++) {
			joined += words.folded(run.start + to);
			strangeCount += strange[to] ? 1 : 0;
			if (joined.length > maxJoinedLength) {
				break;
			}
			const pieces = to - from + 1;
			if (strangeCount * 2 >= pieces && mayJoin(words, run.start + from, run.start + to, joined, list, isOwnWord)) {
				relax(costs, stepTo, from, to + 1, joinCost + (pieces - strangeCount) * wholeCost);
			}
		}
	}
	collect(words, run.start, length, stepTo, strange, found);
	return count;
}

function relax(costs: Float64Array, stepTo: Int32Array, from: number, to: number, cost: number): void {
	const total = (costs[from] ?? 0) + cost;
	if (total < (costs[to] ?? 0)) {
		costs[to] = total;
		stepTo[to] = from;
	}
}

function collect(
	words: TextWords,
	start: number,
	length: number,
	stepTo: Int32Array,
	strange: readonly boolean[],
	found: SpacedWord[],
): void {
	const joins: SpacedWord[] = [];
	for (let to = length; to > 0; to = stepTo[to] ?? 0) {
		const from = stepTo[to] ?? 0;
		if (to - from > 1) {
			const at = Array.from({ length: to - from }, (_, index) => from + index);
			const pieces = at.filter((index) => strange[index]).map((index) => words.folded(start + index));
			const whole = at.filter((index) => !strange[index]).map((index) => words.folded(start + index));
			joins.push({
				first: start + from,
				last: start + to - 1,
				strange: pieces,
				strength: strengthOf(pieces, whole, /^\p{Lu}/u.test(words.written(start + from))),
			});
		}
	}
	for (const join of joins.reverse()) {
		found.push(join);
	}
}

function strengthOf(pieces: readonly string[], whole: readonly string[], startsCapital: boolean): SpacedWord['strength'] {
	if (whole.length === 0) {
		return pieces.length < 3 && pieces.every((piece) => piece.length === 1) ? 'likely' : 'sure';
	}
	if (pieces.length > 3) {
		return 'sure';
	}
	const onlyLetters = pieces.every((piece) => piece.length === 1);
	const isSymbol = pieces.every((piece) => piece.length <= 2 && (startsCapital || particles.has(piece)));
	// `in struct`: a term that the list lacks stands beside a preposition more often than a broken word has one in it.
	const isBesideSmall = pieces.length === 1 && whole.every((word) => word.length <= 3 && isFunctionWord(word));
	return isSymbol || isBesideSmall || (onlyLetters && whole.every((word) => word.length <= 4)) || whole.some((word) => word.length === 1)
		? 'maybe'
		: 'likely';
}

const functionWords = new Set(
	'a an as at be by do for go he i if in is it me my no not of off on or out so the to up us we and but'.split(' '),
);

function isFunctionWord(folded: string): boolean {
	return functionWords.has(folded);
}

/** Small words of names and of phrases from other languages: `de facto`, `al dente`. */
const particles = new Set('de du en el al le il un et ad da di do'.split(' '));

/** Whether a word is no word: not in the list, or so short that it is rather a piece. Only plain letters are asked; symbols are never pieces. */
function isStrangeWord(words: TextWords, at: number, list: WordList): boolean {
	const written = words.written(at);
	// `I` is a word and `i` is none.
	return words.isPlain(at) && (written === 'i' || looksLikePiece(words.folded(at)) || !list.has(written));
}

function mayJoin(
	words: TextWords,
	first: number,
	last: number,
	joined: string,
	list: WordList,
	isOwnWord: (folded: string) => boolean,
): boolean {
	if ((joined.length <= 3 && !isCommonShortWord(joined)) || isOldForm(joined)) {
		return false;
	}
	const isCapital = /^\p{Lu}/u.test(words.written(first));
	// `B and C` are names of things.
	if (isCapital && last - first === 1 && words.folded(first).length === 1 && words.folded(last) === 'and') {
		return false;
	}
	// The article before a word the list lacks (`a chiral`) is no broken word because the text also has `achiral`.
	const isOwn = joined.length > 3 && words.folded(first).length > 1 && isOwnWord(joined);
	if (!isOwn && !list.has(isCapital ? joined.charAt(0).toUpperCase() + joined.slice(1) : joined)) {
		return false;
	}
	let rest = '';
	for (let at = first; at <= last; at++) {
		if (!words.isPlain(at)) {
			return false;
		}
		rest += at > first ? words.written(at) : '';
	}
	return casesFit(words.written(first), rest) && words.startsFree(first) && words.endsFree(last);
}

/** Whether the two could be one word by their capitals: `Ko rea`, `ko rea`, `KO REA`, but not `Ko Rea`, `ko Rea`, `U S`. */
export function casesFit(first: string, rest: string): boolean {
	if (/^[^\p{Lu}]*$/u.test(rest)) {
		return /^\p{Lu}?[^\p{Lu}]*$/u.test(first);
	}
	return first.length + rest.length > 5 && /^[^\p{Ll}]*$/u.test(first) && /^[^\p{Ll}]*$/u.test(rest);
}
