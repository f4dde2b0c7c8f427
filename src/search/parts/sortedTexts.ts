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
		this.#writer.addBytes(bytes, shared);
		for (let at = 0; at < numbers.length; at++) {
			const number = numbers[at] ?? 0;
			this.#writer.addNumber(at === 0 ? toUnsigned(number - this.#firstBefore) : number);
		}
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
	/** For a look at a block without losing the place in another. */
	readonly #heads: ByteReader;
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
		this.#heads = new ByteReader(section.bytes);
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
		return this.#firstAtOrAfter(toUtf8(text), from, to);
	}

	/** The place of the text in `[from, to)`; -1 if it is not there. */
	find(text: string, from = 0, to = this.count): number {
		const bytes = toUtf8(text);
		const at = this.#firstAtOrAfter(bytes, from, to);
		if (at >= to) {
			return -1;
		}
		this.#seek(at);
		return this.#compareTo(bytes) === 0 ? at : -1;
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
		const bytes = toUtf8(prefix);
		for (let index = this.#firstAtOrAfter(bytes, from, to); index < to; index++) {
			this.#seek(index);
			if (!this.#startsWith(bytes)) {
				return;
			}
			callback(index);
		}
	}

	#firstAtOrAfter(text: Uint8Array, from: number, to: number): number {
		let low = Math.ceil(from / blockLength);
		let high = Math.ceil(to / blockLength);
		// The first block that begins at or behind the text.
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.#compareFirst(middle, text) < 0) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		const end = Math.min(to, low * blockLength);
		for (let index = Math.max(from, end - blockLength); index < end; index++) {
			this.#seek(index);
			if (this.#compareTo(text) >= 0) {
				return index;
			}
		}
		return end;
	}

	/** `#compareTo` for the first text of a block, which stands whole: none of its numbers are read. */
	#compareFirst(block: number, text: Uint8Array): number {
		const start = this.#blockStarts[block] ?? 0;
		this.#section.need(start, this.#blockStarts[block + 1] ?? this.#section.length);
		const { bytes } = this.#section;
		const reader = this.#heads;
		reader.bytes = bytes;
		reader.at = start;
		const shared = reader.readNumber();
		const length = Math.min(reader.readNumber(), this.#scratch.length - shared);
		const most = Math.min(text.length, length);
		const from = reader.at;
		for (let at = 0; at < most; at++) {
			const difference = toUtf16Order(bytes[from + at] ?? 0) - toUtf16Order(text[at] ?? 0);
			if (difference !== 0) {
				return difference;
			}
		}
		return length - text.length;
	}

	/** Whether the text last read comes before this one (negative), is it (0), or comes after it, in the order of UTF-16 units. */
	#compareTo(text: Uint8Array): number {
		const most = Math.min(text.length, this.#scratchLength);
		for (let at = 0; at < most; at++) {
			const difference = toUtf16Order(this.#scratch[at] ?? 0) - toUtf16Order(text[at] ?? 0);
			if (difference !== 0) {
				return difference;
			}
		}
		return this.#scratchLength - text.length;
	}

	#startsWith(prefix: Uint8Array): boolean {
		let at = 0;
		while (at < prefix.length && this.#scratch[at] === prefix[at]) {
			at++;
		}
		return at === prefix.length && this.#scratchLength >= at;
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
		const bytes = this.#scratch;
		const length = this.#scratchLength;
		let text = '';
		// A quarter of the time that one call with all of them takes.
		for (let at = 0; at < length; at++) {
			const letter = ascii[bytes[at] ?? 0];
			if (letter === undefined) {
				return decoder.decode(bytes.subarray(0, length));
			}
			text += letter;
		}
		return text;
	}
}

/**
 * UTF-8 bytes compare as code points do, UTF-16 units do not: characters of two units (from 0xf0 on) come before the last ones of one unit (from 0xee on).
 */
function toUtf16Order(byte: number): number {
	return byte < 0xee ? byte : byte < 0xf0 ? byte + 0x10 : byte - 2;
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

const ascii = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code));
const encoder = new TextEncoder();
const decoder = new TextDecoder();
