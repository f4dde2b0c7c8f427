import type { OffsetMap } from '../../text/offsetMap.ts';
import { decodeBytes } from '../charset.ts';
import { withLineFeeds } from '../container/mime.ts';
import { isAscii, isPlain } from '../container/mimeCharset.ts';
import type { TransferredBody } from '../container/mimeTransfer.ts';

const lineFeed = 10;

/**
 * Where the bytes of a file stand in its decoded text, line by line: the n-th line of one is the n-th line of the other, in every encoding that a
 * mail can have. Only what reads the same on both sides has a place.
 */
export class FilePlaces {
	readonly #bytes: Uint8Array;
	/** `undefined` for a file of ASCII, whose bytes are its characters. */
	readonly #text: string | undefined;
	readonly #byteLines: Int32Array;
	readonly #textLines: Int32Array;
	/** The line that was asked for last, and how far of it is known to be ASCII: questions ascend, and one line may be the whole file. */
	#known = { start: -1, asciiEnd: -1 };

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
		this.#text = isAscii(bytes) ? undefined : decodeBytes(bytes).text;
		this.#byteLines = this.#text === undefined ? new Int32Array(0) : lineStartsOf(bytes, lineFeed);
		this.#textLines = this.#text === undefined ? new Int32Array(0) : lineStartsOf(this.#text, '\n');
	}

	/** Where the byte stands, if it begins its line or only ASCII stands before it there; -1 otherwise. */
	offsetOf(byte: number): number {
		if (this.#text === undefined) {
			return byte;
		}
		const line = lastAtOrBefore(this.#byteLines, byte);
		const start = this.#byteLines[line] ?? 0;
		const textStart = this.#textLines[line];
		if (this.#known.start !== start) {
			this.#known = { start, asciiEnd: start };
		}
		while (this.#known.asciiEnd < byte && isPlain(this.#bytes[this.#known.asciiEnd] ?? 0)) {
			this.#known.asciiEnd++;
		}
		return textStart !== undefined && this.#known.asciiEnd >= byte ? textStart + byte - start : -1;
	}

	/** Whether `text[from, to)` stands there. */
	holds(text: string, from: number, to: number, offset: number): boolean {
		if (this.#text !== undefined) {
			return this.#text.startsWith(text.slice(from, to), offset);
		}
		for (let at = from; at < to; at++) {
			if (text.charCodeAt(at) !== this.#bytes[offset + at - from]) {
				return false;
			}
		}
		return true;
	}
}

function lineStartsOf<T>(text: { indexOf(mark: T, from: number): number }, mark: T): Int32Array {
	let count = 1;
	for (let at = text.indexOf(mark, 0); at >= 0; at = text.indexOf(mark, at + 1)) {
		count++;
	}
	const starts = new Int32Array(count);
	let line = 1;
	for (let at = text.indexOf(mark, 0); at >= 0; at = text.indexOf(mark, at + 1)) {
		starts[line++] = at + 1;
	}
	return starts;
}

/** The index of the last number of an ascending list that is not above `value`; 0 if all are. */
function lastAtOrBefore(sorted: Int32Array, value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sorted[middle] ?? 0) <= value) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return Math.max(0, low - 1);
}

/**
 * The bytes of one message, and where they stand: a message of a mailbox is a part of the file without some `>` at line starts, an attached mail
 * that was encoded stands nowhere.
 */
export interface MailBytes {
	readonly bytes: Uint8Array;
	readonly places: FilePlaces | undefined;
	/** Where the first byte stands in the file. */
	readonly fileStart: number;
	/** Where in `bytes` the file has one byte more, ascending. */
	readonly gaps: Int32Array;
}

/** A file that is one message. */
export function toMailBytes(file: Uint8Array): MailBytes {
	const bytes = withLineFeeds(file);
	return { bytes, places: bytes === file ? new FilePlaces(file) : undefined, fileStart: 0, gaps: new Int32Array(0) };
}

/** Where a byte of the message stands in the file. */
export function toFileByte({ fileStart, gaps }: MailBytes, at: number): number {
	return fileStart + at + (gaps.length === 0 || (gaps[0] ?? 0) > at ? 0 : lastAtOrBefore(gaps, at) + 1);
}

/**
 * The map from a decoded body to the file's decoded text: the pieces that its transfer encoding left alone, where they read the same. `encoding`
 * is that of the body's text.
 */
export function mapBody(mail: MailBytes, body: TransferredBody, text: string, encoding: string): OffsetMap {
	const { places } = mail;
	const runs: number[] = [];
	if (!places) {
		return runs;
	}
	const { bytes, pieces } = body;
	/** The line of the body that was reached: where it and the next one begin, in bytes and in text. */
	let line = { start: 0, next: nextLine(bytes, 0), textStart: 0, textNext: nextTextLine(text, 0) };
	/** How far of the line its units were counted. */
	let counted = { byte: 0, unit: 0 };
	for (let index = 0; index < pieces.length; index += 3) {
		const [pieceStart = 0, encodedStart = 0, length = 0] = [pieces[index], pieces[index + 1], pieces[index + 2]];
		for (let at = pieceStart; at < pieceStart + length; ) {
			while (line.next <= at) {
				const { next, textNext } = line;
				line = { start: next, next: nextLine(bytes, next), textStart: textNext, textNext: nextTextLine(text, textNext) };
				counted = { byte: next, unit: textNext };
			}
			const end = Math.min(line.next, pieceStart + length);
			const from = counted.unit + countUnits(bytes, counted.byte, at, encoding);
			const to = end === line.next && from <= line.textNext ? line.textNext : from + countUnits(bytes, at, end, encoding);
			counted = { byte: end, unit: to };
			const offset = places.offsetOf(toFileByte(mail, encodedStart + at - pieceStart));
			if (offset >= 0 && to > from && to <= text.length && places.holds(text, from, to, offset)) {
				addRun(runs, from, offset, to - from);
			}
			at = end;
		}
	}
	return runs;
}

function nextLine(bytes: Uint8Array, at: number): number {
	const lineBreak = bytes.indexOf(lineFeed, at);
	return lineBreak < 0 ? bytes.length : lineBreak + 1;
}

function nextTextLine(text: string, at: number): number {
	const lineBreak = text.indexOf('\n', at);
	return lineBreak < 0 ? text.length : lineBreak + 1;
}

function addRun(runs: number[], cleanStart: number, sourceStart: number, length: number): void {
	const last = runs.length - 3;
	const lastLength = runs[last + 2] ?? 0;
	if (last >= 0 && (runs[last] ?? 0) + lastLength === cleanStart && (runs[last + 1] ?? 0) + lastLength === sourceStart) {
		runs[last + 2] = lastLength + length;
	} else if (last < 0 || cleanStart >= (runs[last] ?? 0) + lastLength) {
		runs.push(cleanStart, sourceStart, length);
	}
}

/** How many UTF-16 units a part of a line has; what is broken counts wrongly, and then reads differently and has no place. */
function countUnits(bytes: Uint8Array, start: number, end: number, encoding: string): number {
	let count = 0;
	if (encoding === 'utf-8') {
		for (let at = start; at < end; at++) {
			const byte = bytes[at] ?? 0;
			count += (byte & 0xc0) === 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
		}
		return count;
	}
	if (!/^(?:euc-|shift_jis|gb|big5)/.test(encoding)) {
		return end - start;
	}
	for (let at = start; at < end; at++) {
		const byte = bytes[at] ?? 0;
		at += byte > 0x80 && !(encoding === 'shift_jis' && byte >= 0xa1 && byte <= 0xdf) ? 1 : 0;
		count++;
	}
	return count;
}
