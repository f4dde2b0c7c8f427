import { NumberList } from './parts/bytes.ts';
import type { Field } from './parts/miniSearchPostings.ts';
import { PlacesById } from './placesById.ts';
import { PostingRows } from './postingRows.ts';
import type { PlacedPart } from './question.ts';
import { Norms } from './ranking.ts';

/** Of a note, the clause that was last found to be held: its number from 1 on. So each clause counts once. */
export const clauseBits = 0xfff;
/** What a note grows by with each clause that is held: how many are stands above the number of the last. */
export const heldOne = clauseBits + 1;
const heldShift = 12;
/** It holds something of the query. */
export const isListedBit = 1 << 24;
export const isExcludedBit = 1 << 25;
/** A word of the query stands in the passage itself, not only in its title and headings. */
export const isOwnBit = 1 << 26;
/** It holds everything. */
export const isFullBit = 1 << 27;

/** How many clauses a note counts. */
export function countHeld(note: number): number {
	return (note >>> heldShift) & clauseBits;
}

/** What counts before the score: higher for what holds everything, and of these, and of the rest, for what has words of its own. */
export function toRank(note: number): number {
	return note >>> 26;
}

/** `toRank` of a passage of which no more is known. */
export function rankOf(isFull: boolean, isOwn: boolean): number {
	return Number(isFull) * 2 + Number(isOwn);
}

/** What is noted of some passages in a row, by their places among them: what they hold and what they are worth, all zero between two looks. */
export interface NotedWindow {
	readonly bits: Uint32Array;
	readonly scores: Float64Array;
	/** The places with a note, for who notes them. */
	readonly places: Uint32Array;
}

/** The passages of a part that hold something of the query, each once, in no order, numbered within the part; the part's first one is `first`. */
export interface FoundPassages {
	readonly first: number;
	readonly passages: NumberList;
}

/**
 * What a search notes of each passage of the index, and the lists that it fills. As large as the index has passages, and all zero between searches: so one
 * search after the other uses it, and puts back to zero only what it noted.
 */
export class PassageNotes {
	readonly capacity: number;
	/** All that is noted but the score, in one number, so that a row of postings looks at one place: see the bits above. */
	readonly notes: Uint32Array;
	readonly scores: Float64Array;
	readonly rows = new PostingRows();
	/** Of questions before, too. */
	readonly places = new PlacesById();
	/** By part. */
	readonly #found: FoundPassages[] = [];
	/** Passages with a note that are in no list of those found. */
	readonly #others = new NumberList();
	#window: NotedWindow = makeWindow(0);
	/** See `takeBits`. */
	readonly #bits: Uint32Array[] = [];
	readonly #norms = new Map<Field, Norms>();

	constructor(capacity: number) {
		this.capacity = capacity;
		this.notes = new Uint32Array(capacity);
		this.scores = new Float64Array(capacity);
	}

	exclude(passage: number): void {
		const note = this.notes[passage] ?? 0;
		if (note === 0) {
			this.#others.push(passage);
		}
		this.notes[passage] = note | isExcludedBit;
	}

	/** What lengths take in a field: of a search before, if texts have the same length as then. */
	normsOf(field: Field, averageLength: number): Norms {
		const known = this.#norms.get(field);
		if (known !== undefined && known.averageLength === averageLength) {
			return known;
		}
		const norms = new Norms(averageLength);
		this.#norms.set(field, norms);
		return norms;
	}

	/** For passages in a row, `length` or more. */
	takeWindow(length: number): NotedWindow {
		if (this.#window.bits.length < length) {
			this.#window = makeWindow(length);
		}
		return this.#window;
	}

	/** Numbers of bits, `count` of them, good until the next call with the same number; what stands there is anything. */
	takeBits(number: number, count: number): Uint32Array {
		let bits = this.#bits[number];
		if (bits === undefined || bits.length !== count) {
			bits = bits === undefined || bits.length < count ? new Uint32Array(count) : bits.subarray(0, count);
			this.#bits[number] = bits;
		}
		return bits;
	}

	/** Empty lists for what is found in these parts. */
	listFound(parts: readonly PlacedPart[]): readonly FoundPassages[] {
		this.#found.length = Math.min(this.#found.length, parts.length);
		for (const { number, firstPassage } of parts) {
			const passages = this.#found[number]?.passages ?? new NumberList();
			this.#found[number] = { first: firstPassage, passages };
		}
		return this.#found;
	}

	/** Puts everything back to zero: what was found, and what was excluded. */
	clear(): void {
		const { notes, scores } = this;
		for (const { first, passages } of [...this.#found, { first: 0, passages: this.#others }]) {
			const { values, length } = passages;
			for (let at = 0; at < length; at++) {
				const passage = first + (values[at] ?? 0);
				notes[passage] = 0;
				scores[passage] = 0;
			}
			passages.length = 0;
		}
		this.rows.clear();
	}
}

/** One place more, since a place is written before it is known whether it counts. */
function makeWindow(length: number): NotedWindow {
	return { bits: new Uint32Array(length), scores: new Float64Array(length), places: new Uint32Array(length + 1) };
}
