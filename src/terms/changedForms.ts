import { type PackedWords, takeMarked, type Vocabulary } from './packedWords.ts';

/**
 * Tells which documents may hold one of some forms, given as the words that lead to them. Says yes rather too often: the words need not stand
 * together. Knows how `FormWalk` reads words: two as one, Hangul with particles behind it or as a part of a longer word, and runs of Han and
 * Kana character by character.
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
	/** By what is wanted: the last document that had it. */
	readonly #seenIn: Uint32Array;
	#round = 0;

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
		this.#seenIn = new Uint32Array(this.#pairs.length);
	}

	/** Whether one of the forms may stand among the words. */
	mayStandIn(words: PackedWords): boolean {
		const round = ++this.#round;
		takeMarked(words, this.#marks, (number) => {
			for (const wanted of this.#wantedBy.get(number) ?? []) {
				this.#seenIn[wanted] = round;
			}
		});
		const isSeen = (wanted: number) => this.#seenIn[wanted] === round;
		const isThere = (wanted: number) => isSeen(wanted) || (this.#pairs[wanted]?.some(([one, two]) => isSeen(one) && isSeen(two)) ?? false);
		return this.#paths.some((path) => path.every(isThere));
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

/** Hangul, Han and Kana, and whatever else stands there. */
const eastAsian = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uffdc\u{1b000}-\u{3ffff}]/u;

function push<Key>(lists: Map<Key, number[]>, key: Key, item: number): void {
	const list = lists.get(key);
	if (list === undefined) {
		lists.set(key, [item]);
	} else {
		list.push(item);
	}
}
