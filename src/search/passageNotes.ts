import { NumberList } from './parts/bytes.ts';

/** Bits of what is noted of a passage. */
export const isListedBit = 1;
export const isExcludedBit = 2;
/** It holds everything. */
export const isFullBit = 4;
/** A word of the query stands in the passage itself, not only in its title and headings. */
export const isOwnBit = 8;

/**
 * What a search notes of each passage of the index. As large as the index has passages, and all zero between searches: so one search after the
 * other uses it, and puts back to zero only what it noted.
 */
export class PassageNotes {
	readonly capacity: number;
	/** How many clauses the passage holds. */
	readonly held: Uint16Array;
	readonly flags: Uint8Array;
	readonly scores: Float64Array;
	/** By passage: the stamp of the clause that was last found to be held, so that each counts once. Stamps never come again. */
	readonly stamps: Uint32Array;
	/** Passages with a note that are in no list of those found. */
	readonly #others = new NumberList();
	#lastStamp = 0;

	constructor(capacity: number) {
		this.capacity = capacity;
		this.held = new Uint16Array(capacity);
		this.flags = new Uint8Array(capacity);
		this.scores = new Float64Array(capacity);
		this.stamps = new Uint32Array(capacity);
	}

	nextStamp(): number {
		if (this.#lastStamp === 0xffff_ffff) {
			this.stamps.fill(0);
			this.#lastStamp = 0;
		}
		return ++this.#lastStamp;
	}

	exclude(passage: number): void {
		const flags = this.flags[passage] ?? 0;
		if (flags === 0) {
			this.#others.push(passage);
		}
		this.flags[passage] = flags | isExcludedBit;
	}

	/** Puts everything back to zero: what stands in these lists, their numbers counted from `first` on, and what was excluded. */
	clear(lists: readonly { readonly first: number; readonly passages: NumberList }[]): void {
		for (const { first, passages } of [...lists, { first: 0, passages: this.#others }]) {
			for (let at = 0; at < passages.length; at++) {
				const passage = first + (passages.values[at] ?? 0);
				this.held[passage] = 0;
				this.flags[passage] = 0;
				this.scores[passage] = 0;
			}
		}
		this.#others.length = 0;
	}
}
