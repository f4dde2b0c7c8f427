import { maxHangulParts } from './formWalk.ts';
import { type PackedWords, someMarked, type Vocabulary } from './packedWords.ts';
import { maxFormWords } from './termTable.ts';

/**
 * Tells which documents may hold one of some forms, given as the words that lead to them. Says yes rather too often: the words need only stand
 * near each other, in any order, and where looking would take longer than matching it says yes. Knows how `FormWalk` reads words: two as one,
 * Hangul with particles behind it or as a part of a longer word, and runs of Han and Kana character by character.
 */
export class ChangedForms {
	/** By form: what is wanted for it, as indexes. */
	readonly #paths: readonly (readonly number[])[];
	/** By what is wanted: ways to have it with two others. */
	readonly #pairs: (readonly [number, number])[][] = [];
	/** By number of a word: what it is wanted for. */
	readonly #wantedBy = new Map<number, number[]>();
	/** 1 by the number of each word that is wanted. */
	readonly #marks: Uint8Array;
	/** By what is wanted: where it was last seen, counted through all documents. */
	readonly #lastSeen: Float64Array;
	#offset = 0;

	constructor(paths: readonly (readonly string[])[], vocabulary: Vocabulary) {
		this.#marks = new Uint8Array(vocabulary.keys.length);
		const byKey = new Map<string, number>();
		this.#paths = paths.map((path) =>
			path.map((key) => {
				const known = byKey.get(key);
				const wanted = known ?? this.#wantWord(key, vocabulary);
				byKey.set(key, wanted);
				return wanted;
			}),
		);
		this.#wantEastAsian(byKey, vocabulary);
		this.#lastSeen = new Float64Array(this.#pairs.length).fill(Number.NEGATIVE_INFINITY);
	}

	/** Whether one of the forms may stand among the words. */
	mayStandIn(words: PackedWords): boolean {
		const start = this.#offset;
		this.#see(words, start, () => false);
		this.#offset += words.packed.length + maxWordsOfPath;
		// Few forms have all their words in a document: only for those it matters whether they stand together.
		const near = this.#paths.filter((path) => this.#isSeen(path, start));
		if (near.length === 0) {
			return false;
		}
		const nearOf = new Map<number, (readonly number[])[]>();
		for (const path of near) {
			for (const wanted of path) {
				for (const each of [wanted, ...(this.#pairs[wanted]?.flat() ?? [])]) {
					push(nearOf, each, path);
				}
			}
		}
		const again = this.#offset;
		this.#offset += words.packed.length + maxWordsOfPath;
		let left = words.packed.length * checksPerWord + maxWordsOfPath;
		return this.#see(words, again, (wanted, at) => {
			const paths = nearOf.get(wanted) ?? [];
			left -= paths.length;
			return left < 0 || paths.some((path) => this.#isSeen(path, at - path.length * maxWordsAsOne));
		});
	}

	/** Notes where each wanted word stands, until `isEnough` says so. */
	#see(words: PackedWords, offset: number, isEnough: (wanted: number, at: number) => boolean): boolean {
		return someMarked(words, this.#marks, (number, at) => {
			const list = this.#wantedBy.get(number) ?? [];
			for (const wanted of list) {
				this.#lastSeen[wanted] = offset + at;
			}
			return list.some((wanted) => isEnough(wanted, offset + at));
		});
	}

	/** Whether all that the path wants was seen since. */
	#isSeen(path: readonly number[], since: number): boolean {
		const isThere = (wanted: number) => (this.#lastSeen[wanted] ?? 0) >= since;
		return path.every((wanted) => isThere(wanted) || (this.#pairs[wanted]?.some(([one, two]) => isThere(one) && isThere(two)) ?? false));
	}

	/** The word itself, or two that are read as one. */
	#wantWord(key: string, vocabulary: Vocabulary): number {
		const wanted = this.#pairs.push([]) - 1;
		this.#want(vocabulary.find(key), wanted);
		for (let at = 1; at < key.length; at++) {
			const behind = vocabulary.find(key.slice(at));
			for (const before of behind === undefined ? [] : vocabulary.findWritten(key.slice(0, at))) {
				const [one, two] = [this.#pairs.push([]) - 1, this.#pairs.push([]) - 1];
				this.#want(before, one);
				this.#want(behind, two);
				this.#pairs[wanted]?.push([one, two]);
			}
		}
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
			this.#marks[number] = 1;
			push(this.#wantedBy, number, wanted);
		}
	}
}

/** So many words of a text may be one of a form: a compound in Hangul. */
const maxWordsAsOne = maxHangulParts;
/** Some of the time that matching a word takes. */
const checksPerWord = 8;

const maxWordsOfPath = maxFormWords * maxWordsAsOne;

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
