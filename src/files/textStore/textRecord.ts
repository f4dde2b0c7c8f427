import * as crypto from 'node:crypto';
import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRaw, inflateRawSync } from 'node:zlib';
import type { DocumentContent, Page } from '../../library/document.ts';
import { type Places, toPlaces } from '../../library/keptText.ts';
import type { Seal } from './seal.ts';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** `DTX3`, the lengths of the table and of all pieces, how the text is written, the seal; then the table, then the pieces. */
const headBytes = 4 + 4 + 4 + 4 + 32;
const sealStart = 16;
const magic = 'DTX3';
/** Of each piece: its bytes as they stand here and as they were, its UTF-16 units, and the beginning of its hash. */
const rowBytes = 4 + 4 + 4 + 16;
const hashBytes = 16;
/** The first piece is the content without text and pages, the second its places, both as JSON; the others are the text. */
const firstTextPiece = 2;

/** So much of the text is read for one passage of it. Half as much saves nothing, since inflating costs more to begin than to do; twice as much costs half as long again. */
const pieceUnits = 4 * 1024;
/** The table of a text of 140,000 units, and its head: one look for most. */
const firstLook = 1_000;
/** JSON of the longest text that the caps allow, with its map: each unit at most six bytes, and some for the map. */
const maxBytes = 512 * 1024 * 1024;
/** Longer ones are inflated in several buffers: a length that is a lie must not cost memory. */
const maxChunkBytes = 4 * 1024 * 1024;
/** So many pieces are packed at once: each takes a quarter of a megabyte for itself. */
const packedAtOnce = 8;

/** Each piece by itself, and all of them in a row too, are what inflating takes. The fastest level: the next takes half as long again to save a twentieth. */
const packingOptions = { level: 1, finishFlush: constants.Z_SYNC_FLUSH };

/**
 * A content as one record of a pack. The seal covers what it is the text of, so that a record that stands in the wrong place is none, and the table
 * with a hash of each piece: who reads one piece believes it as who reads them all.
 */
export async function encodeRecord(content: DocumentContent, textId: string, recipe: string, seal: Seal): Promise<Buffer> {
	const { text } = content;
	const places = toPlaces(content);
	// Half of a surrogate pair, which a hostile file may have, is nothing that UTF-8 could say.
	const encoding = /\p{Cs}/u.test(text) ? 'utf16le' : 'utf8';
	const texts = cutText(text);
	const pieces = [
		// With what they stand for left empty, so that the content comes back with its fields in their order.
		Buffer.from(JSON.stringify({ ...content, text: '', pages: [] })),
		Buffer.from(places.pages.length + places.sections.length === 0 ? '' : JSON.stringify(places)),
		...texts.map((piece) => Buffer.from(piece, encoding)),
	];
	const packed: Buffer[] = [];
	for (let from = 0; from < pieces.length; from += packedAtOnce) {
		packed.push(...(await Promise.all(pieces.slice(from, from + packedAtOnce).map((piece) => deflate(piece, packingOptions)))));
	}
	const table = Buffer.alloc(pieces.length * rowBytes);
	for (const [index, piece] of packed.entries()) {
		const at = index * rowBytes;
		table.writeUInt32LE(piece.length, at);
		table.writeUInt32LE(pieces[index]?.length ?? 0, at + 4);
		table.writeUInt32LE(texts[index - firstTextPiece]?.length ?? 0, at + 8);
		hashOf(piece).copy(table, at + 12);
	}
	const head = Buffer.alloc(sealStart);
	head.write(magic, 'latin1');
	head.writeUInt32LE(table.length, 4);
	head.writeUInt32LE(
		packed.reduce((sum, piece) => sum + piece.length, 0),
		8,
	);
	head.writeUInt32LE(encoding === 'utf8' ? 0 : 1, 12);
	return Buffer.concat([head, seal.make([textId, recipe, head, table]), table, ...packed]);
}

const noPlaces: Places = { pages: [], sections: [] };

/** Reads bytes of a record, counted from its beginning; fewer only where there are no more, `undefined` where it cannot be read. */
export type RecordSource = (start: number, end: number) => Buffer | undefined;

/** A record of a pack of which the head is read and is sealed as the text of just that. What else it says is read when it is asked for. */
export class TextRecord {
	readonly #source: RecordSource;
	readonly #encoding: 'utf8' | 'utf16le';
	readonly #table: Buffer;
	/** Where each piece begins in the record, and in the text; the ends of the last ones behind them. */
	readonly #starts: number[] = [];
	readonly #unitStarts: number[] = [];

	private constructor(source: RecordSource, encoding: number, table: Buffer) {
		this.#source = source;
		this.#encoding = encoding === 0 ? 'utf8' : 'utf16le';
		this.#table = table;
		let start = headBytes + table.length;
		let units = 0;
		for (let at = 0; at < table.length; at += rowBytes) {
			this.#starts.push(start);
			this.#unitStarts.push(units);
			start += table.readUInt32LE(at);
			units += table.readUInt32LE(at + 8);
		}
		this.#starts.push(start);
		this.#unitStarts.push(units);
	}

	/** `undefined` for everything that is not a record of this text, `length` bytes long. */
	static open(source: RecordSource, length: number, textId: string, recipe: string, seal: Seal): TextRecord | undefined {
		let bytes = length < headBytes ? undefined : source(0, Math.min(length, firstLook));
		if (bytes === undefined || bytes.length < headBytes || bytes.toString('latin1', 0, 4) !== magic) {
			return undefined;
		}
		const tableEnd = headBytes + bytes.readUInt32LE(4);
		const rowCount = (tableEnd - headBytes) / rowBytes;
		if (tableEnd + bytes.readUInt32LE(8) !== length || rowCount < firstTextPiece || !Number.isInteger(rowCount)) {
			return undefined;
		}
		bytes = bytes.length < tableEnd ? source(0, tableEnd) : bytes;
		if (bytes === undefined || bytes.length < tableEnd) {
			return undefined;
		}
		const [head, table] = [bytes.subarray(0, sealStart), bytes.subarray(headBytes, tableEnd)];
		return seal.fits(bytes.subarray(sealStart, headBytes), [textId, recipe, head, table])
			? // Not a part of what was read, which is larger.
				new TextRecord(source, head.readUInt32LE(12), Buffer.from(table))
			: undefined;
	}

	/** In UTF-16 units. */
	get length(): number {
		return this.#unitStarts.at(-1) ?? 0;
	}

	/** The text of a range; `readPiece` is for who holds pieces that were read. */
	readText(start: number, end: number, readPiece = (piece: number) => this.readPiece(piece)): string | undefined {
		let text = '';
		// None is longer, and a few are a unit shorter.
		let piece = firstTextPiece + Math.floor(start / pieceUnits);
		while ((this.#unitStarts[piece + 1] ?? Number.POSITIVE_INFINITY) <= start) {
			piece += 1;
		}
		for (let from = this.#unitStarts[piece] ?? end; from < end && piece < this.#starts.length - 1; piece += 1) {
			const whole = readPiece(piece);
			if (whole === undefined) {
				return undefined;
			}
			text += whole.slice(Math.max(0, start - from), end - from);
			from += whole.length;
		}
		return text;
	}

	/** The text of one piece. */
	readPiece(piece: number): string | undefined {
		return this.#inflate(piece)?.toString(this.#encoding);
	}

	readPlaces(): Places | undefined {
		const bytes = this.#inflate(1);
		return bytes && (bytes.length === 0 ? noPlaces : parse<Places>(bytes));
	}

	readContent(): DocumentContent | undefined {
		const [rest, pages, text] = [this.#inflate(0), this.readPlaces()?.pages, this.readText(0, this.length)];
		return toContent(rest, pages, text);
	}

	/** `readContent`, aside from this thread where that is worth it. */
	async loadContent(): Promise<DocumentContent | undefined> {
		const packed: Buffer[] = [];
		for (let piece = firstTextPiece; piece < this.#starts.length - 1; piece += 1) {
			const bytes = this.#read(piece);
			if (bytes === undefined) {
				return undefined;
			}
			packed.push(bytes);
		}
		const length = packed.reduce((sum, _, index) => sum + this.#plainBytes(index + firstTextPiece), 0);
		if (length > maxBytes) {
			return undefined;
		}
		try {
			const text = length === 0 ? '' : (await inflate(Buffer.concat(packed), toOptions(length))).toString(this.#encoding);
			return toContent(this.#inflate(0), this.readPlaces()?.pages, text);
		} catch {
			// Sealed, and yet no content: nothing of ours. It is read again.
			return undefined;
		}
	}

	#plainBytes(piece: number): number {
		return this.#table.readUInt32LE(piece * rowBytes + 4);
	}

	#inflate(piece: number): Buffer | undefined {
		const length = this.#plainBytes(piece);
		const packed = length > maxBytes ? undefined : this.#read(piece);
		try {
			return packed && (length === 0 ? Buffer.alloc(0) : inflateRawSync(packed, toOptions(length)));
		} catch {
			return undefined;
		}
	}

	/** The bytes of a piece as they stand here, if they are those that were written. */
	#read(piece: number): Buffer | undefined {
		const bytes = this.#source(this.#starts[piece] ?? 0, this.#starts[piece + 1] ?? 0);
		const hashStart = piece * rowBytes + 12;
		return bytes && hashOf(bytes).equals(this.#table.subarray(hashStart, hashStart + hashBytes)) ? bytes : undefined;
	}
}

/** A text in pieces; no surrogate pair is cut. */
function cutText(text: string): readonly string[] {
	const pieces: string[] = [];
	for (let from = 0; from < text.length; ) {
		let to = Math.min(text.length, from + pieceUnits);
		to -= Number(to < text.length && (text.charCodeAt(to) & 0xfc00) === 0xdc00);
		pieces.push(text.slice(from, to));
		from = to;
	}
	return pieces;
}

function hashOf(bytes: Buffer): Buffer {
	// At once where Node can: half the time, and nothing to be collected.
	const hash =
		typeof crypto.hash === 'function' ? crypto.hash('sha256', bytes, 'buffer') : crypto.createHash('sha256').update(bytes).digest();
	return hash.subarray(0, hashBytes);
}

/** Nothing in them says that they end. Into one buffer of their length, and of some bytes more: a full one makes zlib take another. */
function toOptions(length: number) {
	return { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: length, chunkSize: Math.min(length, maxChunkBytes) + 64 };
}

function toContent(rest: Buffer | undefined, pages: readonly Page[] | undefined, text: string | undefined): DocumentContent | undefined {
	const known = rest && parse<DocumentContent>(rest);
	return known && pages && text !== undefined ? { ...known, text, pages } : undefined;
}

function parse<T>(json: Buffer): T | undefined {
	try {
		return JSON.parse(json.toString()) as T;
	} catch {
		return undefined;
	}
}
