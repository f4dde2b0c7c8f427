import type { Problem } from '../../base/problem.ts';

/** A part of an archive as the archive's directory lists it. Nothing of it is believed: each number is checked where it is used. */
export interface ZipEntry {
	readonly name: string;
	readonly flags: number;
	readonly method: number;
	readonly crc: number;
	readonly compressedSize: number;
	readonly size: number;
	/** Where its local header begins, in bytes of the file. */
	readonly headerStart: number;
}

/** The directory at the end of an archive. */
export interface ZipDirectory {
	readonly entries: readonly ZipEntry[];
	/** Where the directory begins, and so the parts' data end. */
	readonly start: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const entryLength = 46;
const maxCommentLength = 0xffff;
/** Parts that anybody asks for have short names; a longer one is kept for its place only. */
const maxNameLength = 1024;

/**
 * Reads the central directory: what parts there are and where. Bytes before the archive and behind it do no harm. An archive in several files,
 * with more than `maxEntries` parts, with parts that lie over each other, or with a directory that contradicts itself is a problem.
 */
export function readZipDirectory(bytes: Uint8Array, maxEntries: number): ZipDirectory | Problem {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	if (end < 0) {
		return damaged('it has no directory at its end, so it was cut off or is no zip file');
	}
	const place = readEnd(view, end);
	if ('kind' in place) {
		return place;
	}
	if (place.count > maxEntries) {
		return tooMany(maxEntries);
	}
	// Bytes in front of the archive move everything behind them.
	const shift = hasSignature(view, place.start, entrySignature) || place.count === 0 ? 0 : place.recordStart - place.size - place.start;
	const start = place.start + shift;
	if (shift < 0 || start < 0 || start + place.size > place.recordStart) {
		return damaged('its directory lies outside of the file');
	}
	const entries = readEntries(view, bytes, start, start + place.size, place.count, shift);
	if (!isEntries(entries)) {
		return entries;
	}
	return findOverlap(entries, start) ?? { entries, start };
}

interface DirectoryPlace {
	readonly start: number;
	readonly size: number;
	readonly count: number;
	/** Where the record begins that says so. */
	readonly recordStart: number;
}

/** The last end record whose comment fits into the file; -1 if there is none. */
function findEnd(view: DataView): number {
	const lowest = Math.max(0, view.byteLength - endLength - maxCommentLength);
	for (let at = view.byteLength - endLength; at >= lowest; at--) {
		if (view.getUint32(at, true) === endSignature && at + endLength + view.getUint16(at + 20, true) <= view.byteLength) {
			return at;
		}
	}
	return -1;
}

function readEnd(view: DataView, end: number): DirectoryPlace | Problem {
	const disk = view.getUint16(end + 4, true);
	const count = view.getUint16(end + 10, true);
	const size = view.getUint32(end + 12, true);
	const start = view.getUint32(end + 16, true);
	const locator = end - 20;
	const isLarge = count === 0xffff || size === 0xffffffff || start === 0xffffffff;
	if (isLarge && locator >= 0 && view.getUint32(locator, true) === locator64Signature) {
		const record = readUint64(view, locator + 8);
		if (record === undefined || record + 56 > locator || view.getUint32(record, true) !== end64Signature) {
			return damaged('its large directory is not where it should be');
		}
		const large = { count: readUint64(view, record + 32), size: readUint64(view, record + 40), start: readUint64(view, record + 48) };
		if (large.count === undefined || large.size === undefined || large.start === undefined) {
			return damaged('its directory lies outside of the file');
		}
		return { count: large.count, size: large.size, start: large.start, recordStart: record };
	}
	if (disk !== 0 && disk !== 0xffff) {
		return { kind: 'unsupported', detail: 'It is one of several files of a divided zip archive; join them first' };
	}
	return { count, size, start, recordStart: end };
}

function readEntries(
	view: DataView,
	bytes: Uint8Array,
	start: number,
	end: number,
	count: number,
	shift: number,
): readonly ZipEntry[] | Problem {
	const entries: ZipEntry[] = [];
	const decoder = new TextDecoder();
	let at = start;
	for (let index = 0; index < count; index++) {
		if (at + entryLength > end || view.getUint32(at, true) !== entrySignature) {
			return damaged('its directory lists fewer parts than it promises');
		}
		const nameLength = view.getUint16(at + 28, true);
		const extraLength = view.getUint16(at + 30, true);
		const next = at + entryLength + nameLength + extraLength + view.getUint16(at + 32, true);
		if (next > end) {
			return damaged('its directory is cut off');
		}
		const nameStart = at + entryLength;
		const numbers = readNumbers(view, at, nameStart + nameLength, extraLength);
		if ('kind' in numbers) {
			return numbers;
		}
		entries.push({
			name: nameLength > maxNameLength ? '' : decoder.decode(bytes.subarray(nameStart, nameStart + nameLength)),
			flags: view.getUint16(at + 8, true),
			method: view.getUint16(at + 10, true),
			crc: view.getUint32(at + 16, true),
			compressedSize: numbers.compressedSize,
			size: numbers.size,
			headerStart: numbers.headerStart + shift,
		});
		at = next;
	}
	return at === end ? entries : damaged('its directory lists more parts than it promises');
}

/** Sizes and place of an entry; what does not fit into 32 bits stands in an extra field. */
function readNumbers(
	view: DataView,
	entry: number,
	extraStart: number,
	extraLength: number,
): { readonly size: number; readonly compressedSize: number; readonly headerStart: number } | Problem {
	const small = [view.getUint32(entry + 24, true), view.getUint32(entry + 20, true), view.getUint32(entry + 42, true)];
	if (small.includes(0xffffffff)) {
		let field = findExtraField(view, extraStart, extraLength, 1);
		for (const [index, value] of small.entries()) {
			if (value === 0xffffffff) {
				const large = field && field.length >= 8 ? readUint64(view, field.start) : undefined;
				if (!field || large === undefined) {
					return damaged('its directory does not say how large a part is, or where');
				}
				small[index] = large;
				field = { start: field.start + 8, length: field.length - 8 };
			}
		}
	}
	const [size = 0, compressedSize = 0, headerStart = 0] = small;
	return { size, compressedSize, headerStart };
}

function findExtraField(view: DataView, start: number, length: number, id: number): { start: number; length: number } | undefined {
	for (let at = start; at + 4 <= start + length; ) {
		const fieldLength = view.getUint16(at + 2, true);
		if (view.getUint16(at, true) === id) {
			return at + 4 + fieldLength <= start + length ? { start: at + 4, length: fieldLength } : undefined;
		}
		at += 4 + fieldLength;
	}
	return undefined;
}

/** Bombs let many parts share the same data: no honest archive does. */
function findOverlap(entries: readonly ZipEntry[], directoryStart: number): Problem | undefined {
	const inOrder = [...entries].sort((a, b) => a.headerStart - b.headerStart);
	for (const [index, entry] of inOrder.entries()) {
		const next = inOrder[index + 1]?.headerStart ?? directoryStart;
		// A local header has 30 bytes and the name at least.
		if (entry.headerStart < 0 || entry.headerStart + 30 + entry.compressedSize > next) {
			return damaged('its parts lie over each other or outside of the file');
		}
	}
	return undefined;
}

/** `undefined` beyond what a file here can hold. */
function readUint64(view: DataView, at: number): number | undefined {
	if (at < 0 || at + 8 > view.byteLength || view.getUint32(at + 4, true) !== 0) {
		return undefined;
	}
	return view.getUint32(at, true);
}

function hasSignature(view: DataView, at: number, signature: number): boolean {
	return at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === signature;
}

function isEntries(value: readonly ZipEntry[] | Problem): value is readonly ZipEntry[] {
	return Array.isArray(value);
}

function tooMany(maxEntries: number): Problem {
	return { kind: 'tooLarge', detail: `The zip archive has more than ${maxEntries} parts` };
}

/** The problem of an archive that is broken: `why` goes on from "The zip archive is damaged:". */
export function damaged(why: string): Problem {
	return { kind: 'damaged', detail: `The zip archive is damaged: ${why}` };
}
