import { NumberList } from './bytes.ts';
import type { NumberColumn } from './columns.ts';
import type { Field } from './miniSearchPostings.ts';
import type { IndexPart, PostingLists } from './part.ts';

/** Passages that share a place in the directory of `TermBits`, two to the power of this: those of four numbers of bits. */
const directoryShift = 7;
/** Stands for this and higher counts, which are found elsewhere. */
const manyTimes = 0xff;

/** `TermBits.shortest` tells counts apart below this; this and higher ones are together. */
export const frequentCount = 8;
/** Stands for the length of no passage. */
export const noLength = 0xffff_ffff;

/** The passages of a part that hold a term in one field, a bit for each, and how often it stands in each. Of removed documents too. */
export class TermBits {
	/** Passage `n` is bit `n & 31` of number `n >>> 5`. */
	bits = new Uint32Array();
	/** How many passages hold the term. */
	count = 0;
	/** By how often the term stands in them: the length of the shortest passage. */
	readonly shortest = new Uint32Array(frequentCount + 1);
	/** How often it stands where it stands most. */
	highestCount = 0;
	/** How many hold it before the first of those with this place; of places with one that does. */
	#directory = new Uint32Array();
	/** In the order of the passages. */
	#counts = new Uint8Array();
	readonly #large = new Map<number, number>();

	get byteLength(): number {
		return this.bits.byteLength + this.#directory.byteLength + this.#counts.byteLength;
	}

	/** Takes the rows from `from` on, ascending by passage, in the place of what was here. `lengths`: of the passages, in the field. */
	fill({ passages, counts }: PostingLists, from: number, lengths: NumberColumn): void {
		const passageCount = lengths.length;
		const count = passages.length - from;
		const wordCount = (passageCount + 31) >>> 5;
		if (this.bits.length === wordCount) {
			this.bits.fill(0);
		} else {
			this.bits = new Uint32Array(wordCount);
			this.#directory = new Uint32Array((passageCount >>> directoryShift) + 1);
		}
		if (this.#counts.length < count) {
			this.#counts = new Uint8Array(count);
		}
		this.#large.clear();
		this.count = count;
		const { bits, shortest } = this;
		shortest.fill(noLength);
		let highestCount = 0;
		const directory = this.#directory;
		const ownCounts = this.#counts;
		const passageValues = passages.values;
		const countValues = counts.values;
		let word = 0;
		let held = 0;
		let place = 0;
		let first = 0;
		for (let row = 0; row < count; row++) {
			const passage = passageValues[from + row] ?? 0;
			const times = countValues[from + row] ?? 0;
			// Nothing is read back of what was written a moment ago, which would have to be waited for; and no branch depends on where a number of bits ends.
			const nextWord = passage >>> 5;
			held = (held & (((nextWord ^ word) - 1) >> 31)) | (1 << (passage & 31));
			word = nextWord;
			bits[nextWord] = held;
			const nextPlace = passage >>> directoryShift;
			first = row + ((first - row) & (((nextPlace ^ place) - 1) >> 31));
			place = nextPlace;
			directory[nextPlace] = first;
			ownCounts[row] = times;
			const kind = times < frequentCount ? times : frequentCount;
			const length = lengths[passage] ?? 0;
			if (length < (shortest[kind] ?? 0)) {
				shortest[kind] = length;
			}
			highestCount = times > highestCount ? times : highestCount;
			if (times >= manyTimes) {
				ownCounts[row] = manyTimes;
				this.#large.set(row, times);
			}
		}
		this.highestCount = highestCount;
	}

	/** How often the term stands in a passage that holds it. */
	countAt(passage: number): number {
		const { bits } = this;
		const word = passage >>> 5;
		const place = passage >>> directoryShift;
		let row = (this.#directory[place] ?? 0) + countBits((bits[word] ?? 0) & ((1 << (passage & 31)) - 1));
		for (let at = place << (directoryShift - 5); at < word; at++) {
			row += countBits(bits[at] ?? 0);
		}
		return this.countOf(row);
	}

	/** `countAt` for who counts passages: of the one that holds the term with so many before it. */
	countOf(row: number): number {
		const times = this.#counts[row] ?? 0;
		return times < manyTimes ? times : (this.#large.get(row) ?? times);
	}
}

/**
 * The passages of a part as bits. Of terms that many passages hold those that were asked for last are held: who types has the same words asked with each key, and frequent
 * words are asked for again and again.
 */
export class PartBits {
	readonly #part: BitsPart;
	readonly #firstPassages: Uint32Array;
	/** By term and field. */
	readonly #held = new Map<number, HeldBits>();
	#heldBytes = 0;
	/** What the last ones were worth that went. */
	#floor = 0;
	readonly #rows = { passages: new NumberList(4096), counts: new NumberList(4096) };
	readonly #ofDocuments = new WeakMap<Uint8Array, Uint32Array>();

	/** `firstPassages`: of each document, and one more. */
	constructor(part: BitsPart, firstPassages: Uint32Array) {
		this.#part = part;
		this.#firstPassages = firstPassages;
	}

	/** The passages of a term in one field, in `room` if they are not held: good as long as nothing else is put there. */
	ofTerm(term: number, field: Field, room: TermBits): TermBits {
		const key = term * 2 + Number(field === 'context');
		const known = this.#held.get(key);
		if (known !== undefined) {
			known.worth = this.#floor + known.rate;
			return known.termBits;
		}
		const { passageCapacity } = this.#part;
		const rows = this.#rows;
		rows.passages.length = 0;
		rows.counts.length = 0;
		this.#part.readPostings(term, field, rows);
		const isHeld = rows.passages.length * rarestHeld >= passageCapacity;
		const bits = isHeld ? new TermBits() : room;
		bits.fill(rows, 0, field === 'body' ? this.#part.bodyLengths : this.#part.contextLengths);
		if (isHeld) {
			this.#hold(key, bits);
		}
		return bits;
	}

	/** The passages of all documents that have a 1. Of the same array the same: it may not change. */
	ofDocuments(documents: Uint8Array): Uint32Array {
		let bits = this.#ofDocuments.get(documents);
		if (bits === undefined) {
			bits = new Uint32Array((this.#part.passageCapacity + 31) >>> 5);
			for (let document = 0; document < documents.length; document++) {
				if (documents[document] === 1) {
					setBits(bits, this.#firstPassages[document] ?? 0, this.#firstPassages[document + 1] ?? 0);
				}
			}
			this.#ofDocuments.set(documents, bits);
		}
		return bits;
	}

	/**
	 * What is kept is what takes long to read for the bytes that it needs, or was asked for lately: worth by this rate above what the last ones were worth that
	 * went (GreedyDual-Size by name, Cao and Irani, 1997). Where only the latest stayed, two hundred questions one after the other found hardly any of their words again.
	 */
	#hold(key: number, termBits: TermBits): void {
		const { byteLength, count } = termBits;
		const rate = count / byteLength;
		this.#held.set(key, { termBits, rate, worth: this.#floor + rate });
		this.#heldBytes += byteLength;
		while (this.#heldBytes > this.#part.passageCapacity * heldBytesPerPassage) {
			let least: [number, HeldBits] | undefined;
			for (const entry of this.#held) {
				least = least === undefined || entry[1].worth < least[1].worth ? entry : least;
			}
			if (least === undefined) {
				return;
			}
			this.#held.delete(least[0]);
			this.#heldBytes -= least[1].termBits.byteLength;
			this.#floor = least[1].worth;
		}
	}
}

type BitsPart = Pick<IndexPart, 'passageCapacity' | 'readPostings' | 'bodyLengths' | 'contextLengths'>;

interface HeldBits {
	readonly termBits: TermBits;
	/** Rows for each byte that is held. */
	readonly rate: number;
	worth: number;
}

function setBits(bits: Uint32Array, from: number, to: number): void {
	for (let at = from; at < to; ) {
		const word = at >>> 5;
		const end = Math.min(to, (word + 1) << 5);
		const count = end - at;
		bits[word] = (bits[word] ?? 0) | ((count === 32 ? -1 : (1 << count) - 1) << (at & 31));
		at = end;
	}
}

/** At 100 MB of text four megabytes: a hundred terms. */
const heldBytesPerPassage = 32;
/** Rows of terms that fewer than one passage of so many holds are read in no time. */
const rarestHeld = 128;

/** How many bits of a number are set. */
export function countBits(bits: number): number {
	let sum = bits - ((bits >>> 1) & 0x55555555);
	sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
	return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many passages of some hold a term. */
export function countCommonBits(bits: Uint32Array, others: Uint32Array): number {
	let sum = 0;
	for (let at = 0; at < bits.length; at++) {
		sum += countBits((bits[at] ?? 0) & (others[at] ?? 0));
	}
	return sum;
}
