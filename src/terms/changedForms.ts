import { maxHangulParts } from './formWalk.ts';
import { findMarked, numberAt, type PackedWords, type Vocabulary } from './packedWords.ts';
import { maxFormWords } from './termTable.ts';

/** A form that came or went, as the words that lead to it. */
interface ChangedPath {
	/** What it is made of, in any order. */
	readonly wanted: readonly number[];
	/** All of it stands within so many words of a text. */
	readonly span: number;
	/** How it stands there word by word, the first one first; `undefined` where words of a text are read in more ways than one or two at once. */
	readonly sequence: readonly Spelling[] | undefined;
}

/** How a word of a form may stand in a text, by numbers: as one word, or as two that are read as one. */
interface Spelling {
	/** -1 where no text has it. */
	readonly word: number;
	readonly pairs: readonly (readonly [number, number])[];
}

/**
 * Tells which documents may hold one of some forms, given as the words that lead to them, the last one first. Says yes rather too often: the words need only stand
 * beside each other, in any order, and where looking would take longer than matching it says yes. Knows how `FormWalk` reads words: two as one,
 * Hangul with particles behind it or as a part of a longer word, and runs of Han and Kana character by character.
 */
export class ChangedForms {
	/** By what is wanted: ways to have it with two others. */
	readonly #pairs: (readonly [number, number])[][] = [];
	readonly #spellings = new Map<string, Spelling>();
	/** By number of a word: what it is wanted for. */
	readonly #wantedBy = new Map<number, number[]>();
	/** Forms for which one word is the rarest of all that they need. */
	readonly #anchored: AnchoredPath[][] = [];
	/** By the number of each such word: which of those, from 1; 0 for all other words. */
	readonly #marks: Uint32Array;
	/** 1 by the number of each word that is wanted for something. */
	readonly #isWanted: Uint8Array;
	/** By what is wanted: the last look that saw it. */
	readonly #seen: Uint32Array;
	#look = 0;

	/** `counts`: how often each word stands in all documents, by its number. */
	constructor(paths: readonly (readonly string[])[], vocabulary: Vocabulary, counts: ArrayLike<number>) {
		const byKey = new Map<string, number>();
		const changed = paths.map((path) => {
			const wanted = path.map((key) => {
				const known = byKey.get(key);
				const number = known ?? this.#wantWord(key, vocabulary);
				byKey.set(key, number);
				return number;
			});
			const isEastAsian = path.some((key) => eastAsian.test(key));
			const sequence = isEastAsian ? undefined : path.map((key) => this.#spellings.get(key) ?? unspelt).reverse();
			return { wanted, sequence, span: path.length * (isEastAsian ? maxWordsAsOne : 2) };
		});
		this.#wantEastAsian(byKey, vocabulary);
		const words = new Map<number, number[]>();
		for (const [number, wanted] of this.#wantedBy) {
			for (const each of wanted) {
				push(words, each, number);
			}
		}
		this.#isWanted = new Uint8Array(vocabulary.keys.length);
		for (const number of this.#wantedBy.keys()) {
			this.#isWanted[number] = 1;
		}
		this.#seen = new Uint32Array(this.#pairs.length);
		this.#marks = this.#anchor(changed, words, counts);
	}

	/** Whether one of the forms may stand among the words. */
	mayStandIn(words: PackedWords): boolean {
		let left = words.packed.length * checksPerWord + maxFormWords;
		for (let at = findMarked(words, this.#marks, 0); at >= 0; at = findMarked(words, this.#marks, at + 1)) {
			const number = numberAt(words, at);
			const anchored = this.#anchored[(this.#marks[number] ?? 0) - 1] ?? [];
			for (let index = 0; index < anchored.length; index++) {
				const { path, neighbour, offset } = anchored[index] as AnchoredPath;
				const isBeside = offset === 0 || isAt(words, neighbour, at + offset);
				left -= isBeside ? path.span : 1;
				if (left < 0 || (isBeside && this.#mayStandAt(words, path, number, at))) {
					return true;
				}
			}
		}
		return false;
	}

	#mayStandAt(words: PackedWords, { wanted, span, sequence }: ChangedPath, number: number, at: number): boolean {
		return sequence === undefined ? this.#isNear(words, wanted, at - span + 1, at + span) : standsAround(words, sequence, number, at);
	}

	/** Whether all that is wanted stands among the words of the range. */
	#isNear(words: PackedWords, wanted: readonly number[], from: number, to: number): boolean {
		const seen = this.#seen;
		const look = ++this.#look;
		const end = Math.min(to, words.packed.length);
		for (let at = Math.max(0, from); at < end; at++) {
			const number = numberAt(words, at);
			for (const each of this.#isWanted[number] === 1 ? (this.#wantedBy.get(number) ?? []) : []) {
				seen[each] = look;
			}
		}
		const isSeen = (each: number) => seen[each] === look;
		return wanted.every((each) => isSeen(each) || (this.#pairs[each]?.some((pair) => pair.every(isSeen)) ?? false));
	}

	/** Files each form under the words of which documents have fewest. */
	#anchor(paths: readonly ChangedPath[], words: ReadonlyMap<number, readonly number[]>, counts: ArrayLike<number>): Uint32Array {
		// Either the word itself, or the first of two that are read as it.
		const wordsOf = this.#pairs.map((pairs, wanted) => [wanted, ...pairs.map(([one]) => one)].flatMap((each) => words.get(each) ?? []));
		const countOf = wordsOf.map((numbers) => numbers.reduce((sum, number) => sum + (counts[number] ?? 0), 0));
		const marks = new Uint32Array(this.#isWanted.length);
		for (const path of paths) {
			const rarest = path.wanted.reduce((a, b) => ((countOf[b] ?? 0) < (countOf[a] ?? 0) ? b : a));
			for (const number of countOf[rarest] === 0 ? [] : new Set(wordsOf[rarest])) {
				marks[number] ||= this.#anchored.push([]);
				this.#anchored[(marks[number] ?? 0) - 1]?.push(anchorPath(path, number, counts));
			}
		}
		return marks;
	}

	/** The word itself, or two that are read as one. */
	#wantWord(key: string, vocabulary: Vocabulary): number {
		const wanted = this.#pairs.push([]) - 1;
		const word = vocabulary.find(key);
		const pairs: (readonly [number, number])[] = [];
		this.#want(word, wanted);
		for (let at = 1; at < key.length; at++) {
			const behind = vocabulary.find(key.slice(at));
			for (const before of behind === undefined ? [] : vocabulary.findWritten(key.slice(0, at))) {
				const [one, two] = [this.#pairs.push([]) - 1, this.#pairs.push([]) - 1];
				this.#want(before, one);
				this.#want(behind, two);
				this.#pairs[wanted]?.push([one, two]);
				pairs.push([before, behind ?? 0]);
			}
		}
		this.#spellings.set(key, { word: word ?? -1, pairs });
		return wanted;
	}

	#wantEastAsian(byKey: ReadonlyMap<string, number>, vocabulary: Vocabulary): void {
		const byFirst = new Map<string, number[]>();
		const mixed: number[] = [];
		for (const [key, wanted] of byKey) {
			if (eastAsian.test(key)) {
				const [first = ''] = key;
				push(byFirst, first, wanted);
				if (first.length < key.length) {
					mixed.push(wanted);
				}
			}
		}
		if (byFirst.size === 0) {
			return;
		}
		for (const [number, key] of vocabulary.keys.entries()) {
			const isCjk = vocabulary.isCjk(number);
			// A Hangul word that begins alike: with particles behind it, or with what follows.
			const characters = isCjk ? [...key] : vocabulary.isHangul(number) ? [...key].slice(0, 1) : [];
			for (const character of characters) {
				for (const wanted of byFirst.get(character) ?? []) {
					this.#want(number, wanted);
				}
			}
			for (const wanted of isCjk ? mixed : []) {
				this.#want(number, wanted);
			}
		}
	}

	#want(number: number | undefined, wanted: number): void {
		if (number !== undefined) {
			push(this.#wantedBy, number, wanted);
		}
	}
}

const unspelt: Spelling = { word: -1, pairs: [] };

/** A form, and a word that stands beside its rarest one: nearly all places at which that stands are told by it to be none of the form's. */
interface AnchoredPath {
	readonly path: ChangedPath;
	readonly neighbour: number;
	/** How far from the rarest word it stands; 0 where no one word must. */
	readonly offset: -1 | 0 | 1;
}

function anchorPath(path: ChangedPath, number: number, counts: ArrayLike<number>): AnchoredPath {
	const sequence = path.sequence ?? [];
	const ways = sequence.flatMap(({ word, pairs }, index) => [
		...(word === number ? [{ index, two: undefined }] : []),
		...pairs.flatMap(([one, two]) => (one === number ? [{ index, two }] : [])),
	]);
	const [way] = ways;
	if (way === undefined || ways.length > 1) {
		return { path, neighbour: -1, offset: 0 };
	}
	const before = lastOf(sequence[way.index - 1]);
	const behind = way.two ?? firstOf(sequence[way.index + 1]);
	if (before === undefined && behind === undefined) {
		return { path, neighbour: -1, offset: 0 };
	}
	const countOf = (word: number | undefined) => (word === undefined ? Number.POSITIVE_INFINITY : (counts[word] ?? 0));
	return countOf(before) < countOf(behind) ? { path, neighbour: before ?? -1, offset: -1 } : { path, neighbour: behind ?? -1, offset: 1 };
}

/** The one word of a text with which this begins, if there is one. */
function firstOf(spelling: Spelling | undefined): number | undefined {
	const [pair, ...others] = spelling?.pairs ?? [];
	return pair === undefined ? spelling?.word : spelling?.word === -1 && others.length === 0 ? pair[0] : undefined;
}

/** The one with which it ends, likewise. */
function lastOf(spelling: Spelling | undefined): number | undefined {
	const [pair, ...others] = spelling?.pairs ?? [];
	return pair === undefined ? spelling?.word : spelling?.word === -1 && others.length === 0 ? pair[1] : undefined;
}

/** Whether the words stand there one behind the other, so that this one, alone or the first of two that are read as one, is at `at`. */
function standsAround(words: PackedWords, sequence: readonly Spelling[], number: number, at: number): boolean {
	for (let index = 0; index < sequence.length; index++) {
		const { word, pairs } = sequence[index] ?? unspelt;
		const isHere = word === number || (pairs.length > 0 && pairs.some(([one]) => one === number));
		if (isHere && standsFrom(words, sequence, index, at) && standsBefore(words, sequence, index, at)) {
			return true;
		}
	}
	return false;
}

/** Whether the words from the one of this index on stand from `at` on. */
function standsFrom(words: PackedWords, sequence: readonly Spelling[], index: number, at: number): boolean {
	const spelling = sequence[index];
	if (spelling === undefined) {
		return true;
	}
	if (at >= words.packed.length) {
		return false;
	}
	const first = numberAt(words, at);
	return (
		(spelling.word === first && standsFrom(words, sequence, index + 1, at + 1)) ||
		(spelling.pairs.length > 0 &&
			spelling.pairs.some(([one, two]) => one === first && isAt(words, two, at + 1) && standsFrom(words, sequence, index + 1, at + 2)))
	);
}

/** Whether the words before the one of this index stand before `at`. */
function standsBefore(words: PackedWords, sequence: readonly Spelling[], index: number, at: number): boolean {
	const spelling = index === 0 ? undefined : sequence[index - 1];
	if (spelling === undefined) {
		return true;
	}
	return (
		(isAt(words, spelling.word, at - 1) && standsBefore(words, sequence, index - 1, at - 1)) ||
		(spelling.pairs.length > 0 &&
			spelling.pairs.some(
				([one, two]) => isAt(words, two, at - 1) && isAt(words, one, at - 2) && standsBefore(words, sequence, index - 1, at - 2),
			))
	);
}

function isAt(words: PackedWords, number: number, at: number): boolean {
	return at >= 0 && at < words.packed.length && numberAt(words, at) === number;
}

/** So many words of a text may be one of a form: a compound in Hangul. */
const maxWordsAsOne = maxHangulParts;
/** Some of the time that matching a word takes. */
const checksPerWord = 8;

/** Hangul, Han and Kana, and whatever else stands there. */
const eastAsian = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uffdc\u{1b000}-\u{3ffff}]/u;

function push<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
	const list = lists.get(key);
	if (list === undefined) {
		lists.set(key, [item]);
	} else {
		list.push(item);
	}
}
