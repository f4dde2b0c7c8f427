import { ByteReader, ByteWriter, NumberList } from './bytes.ts';
import type { Section } from './section.ts';

/** So many texts share a block: the first stands whole, each other one leaves out what it has in common with the one before. */
const blockLength = 16;

/** Sorted texts with a few numbers each, in few bytes: what `SortedTexts` reads, whose section has the bytes. */
export interface PackedTexts {
	readonly bytes: Uint8Array;
	/** Where each block begins. */
	readonly blockStarts: Uint32Array;
}

/**
 * Packs texts that come in ascending order (of UTF-16 units, as `<` compares), each once. The first of a text's numbers is kept as its difference from
 * the one before in the block: neighbours in the order of words have neighbours among terms.
 */
export class SortedTextsWriter {
	readonly #writer = new ByteWriter();
	readonly #blockStarts = new NumberList();
	#before: Uint8Array = new Uint8Array();
	#firstBefore = 0;
	#count = 0;

	add(text: string, numbers: readonly number[]): void {
		const bytes = toUtf8(text);
		let shared = 0;
		if (this.#count % blockLength === 0) {
			this.#blockStarts.push(this.#writer.length);
			this.#firstBefore = 0;
		} else {
			const most = Math.min(bytes.length, this.#before.length);
			while (shared < most && bytes[shared] === this.#before[shared]) {
				shared++;
			}
		}
		this.#writer.addNumber(shared);
		this.#writer.addNumber(bytes.length - shared);
		this.#writer.addBytes(bytes.subarray(shared));
		numbers.forEach((number, at) => {
			this.#writer.addNumber(at === 0 ? toUnsigned(number - this.#firstBefore) : number);
		});
		this.#firstBefore = numbers[0] ?? 0;
		this.#before = bytes;
		this.#count++;
	}

	/** Whether the next text begins a block: the time to note where begins what belongs to its texts elsewhere. */
	get isBlockStart(): boolean {
		return this.#count % blockLength === 0;
	}

	finish(): PackedTexts {
		return { bytes: this.#writer.toBytes(), blockStarts: this.#blockStarts.toArray() };
	}
}

/** Finds texts by their place in the order and places by their text, reading the blocks in which it looks. `arity` is how many numbers each text has. */
export class SortedTexts {
	readonly count: number;
	readonly #section: Section;
	readonly #reader: ByteReader;
	readonly #blockStarts: Uint32Array;
	readonly #arity: number;
	/** The text last read, as bytes. */
	readonly #scratch = new Uint8Array(4096);
	#scratchLength = 0;
	/** The numbers of the text last read. */
	readonly numbers: number[];
	/** The place of the text last read: who asks in ascending order goes on from there, not from the start of its block. */
	#cursor = -1;

	constructor(section: Section, blockStarts: Uint32Array, count: number, arity: number) {
		this.count = count;
		this.#section = section;
		this.#reader = new ByteReader(section.bytes);
		this.#blockStarts = blockStarts;
		this.#arity = arity;
		this.numbers = Array.from({ length: arity }, () => 0);
	}

	get blockLength(): number {
		return blockLength;
	}

	/** The text at this place, and its numbers in `numbers`. */
	read(index: number): string {
		this.#seek(index);
		return this.#text();
	}

	/** The numbers of the text at this place, good until the next call. */
	readNumbers(index: number): readonly number[] {
		this.#seek(index);
		return this.numbers;
	}

	/** The first place in `[from, to)` whose text is not before this one; `to` if there is none. */
	firstAtOrAfter(text: string, from: number, to: number): number {
		let low = Math.ceil(from / blockLength);
		let high = Math.ceil(to / blockLength);
		// The first block that begins at or behind the text.
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.read(middle * blockLength) < text) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		let found = Math.min(to, low * blockLength);
		this.forEach(Math.max(from, found - blockLength), found, (other, index) => {
			if (other >= text) {
				found = index;
			}
			return other < text;
		});
		return found;
	}

	/** The place of the text in `[from, to)`; -1 if it is not there. */
	find(text: string, from = 0, to = this.count): number {
		const at = this.firstAtOrAfter(text, from, to);
		return at < to && this.read(at) === text ? at : -1;
	}

	/** Calls back for each text in `[from, to)`, its numbers in `numbers`, until the callback gives false. */
	forEach(from: number, to: number, callback: (text: string, index: number) => boolean): void {
		for (let index = from; index < to; index++) {
			if (index === from) {
				this.#seek(index);
			} else {
				this.#next(index);
			}
			if (!callback(this.#text(), index)) {
				return;
			}
		}
	}

	/** The places of the texts that start so, in `[from, to)`: their numbers in `numbers`, no text made. */
	forEachWithPrefix(prefix: string, from: number, to: number, callback: (index: number) => void): void {
		const bytes = encoder.encode(prefix);
		for (let index = this.firstAtOrAfter(prefix, from, to); index < to; index++) {
			this.#seek(index);
			if (this.#scratchLength < bytes.length || bytes.some((byte, at) => this.#scratch[at] !== byte)) {
				return;
			}
			callback(index);
		}
	}

	#seek(index: number): void {
		const start = index - (index % blockLength);
		for (let at = this.#cursor >= start && this.#cursor <= index ? this.#cursor + 1 : start; at <= index; at++) {
			this.#next(at);
		}
	}

	#next(index: number): void {
		const reader = this.#reader;
		if (index % blockLength === 0) {
			this.#readBlock(index / blockLength);
		}
		this.#cursor = index;
		const shared = reader.readNumber();
		const length = Math.min(reader.readNumber(), this.#scratch.length - shared);
		for (let at = 0; at < length; at++) {
			this.#scratch[shared + at] = reader.bytes[reader.at + at] ?? 0;
		}
		reader.at += length;
		this.#scratchLength = shared + length;
		for (let at = 0; at < this.#arity; at++) {
			const number = reader.readNumber();
			this.numbers[at] = at > 0 ? number : toSigned(number) + (index % blockLength === 0 ? 0 : (this.numbers[0] ?? 0));
		}
	}

	/** Lets the reader begin at a block, which is there then. */
	#readBlock(block: number): void {
		// Nothing was read last, should it not be as it was written.
		this.#cursor = -1;
		const start = this.#blockStarts[block] ?? 0;
		this.#section.need(start, this.#blockStarts[block + 1] ?? this.#section.length);
		this.#reader.bytes = this.#section.bytes;
		this.#reader.at = start;
	}

	#text(): string {
		const bytes = this.#scratch.subarray(0, this.#scratchLength);
		for (let at = 0; at < bytes.length; at++) {
			if ((bytes[at] ?? 0) > 0x7f) {
				return decoder.decode(bytes);
			}
		}
		return String.fromCharCode(...bytes);
	}
}

/** Differences of either sign as numbers from 0 on: 0, -1, 1, -2, 2 … */
function toUnsigned(difference: number): number {
	return difference < 0 ? -difference * 2 - 1 : difference * 2;
}

function toSigned(number: number): number {
	return (number & 1) === 1 ? -(number + 1) / 2 : number / 2;
}

/** Most words are ASCII, for which the encoder's way into the system costs more than the work. */
function toUtf8(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code > 0x7f) {
			return encoder.encode(text);
		}
		bytes[at] = code;
	}
	return bytes;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
