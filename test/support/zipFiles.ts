import { deflateSync } from 'fflate/browser';
import { crc32 } from '../../src/library/container/crc32.ts';

/** A part of a made archive. The directory tells what is given here, true or not; what is left out is told truly. */
export interface MadePart {
	readonly name: string;
	readonly data: string | Uint8Array;
	/** 8 (deflate) where nothing is said; data of other methods stands as it is. */
	readonly method?: number;
	readonly flags?: number;
	readonly size?: number;
	readonly compressedSize?: number;
	readonly crc?: number;
	readonly headerStart?: number;
	/** Packed already. */
	readonly packed?: Uint8Array;
	readonly extra?: Uint8Array;
	/** External attributes; the upper half is the mode of a Unix file, where links say that they are links. */
	readonly attributes?: number;
}

/** How an archive is made other than it should be. */
export interface ZipFaults {
	readonly before?: Uint8Array;
	readonly behind?: Uint8Array;
	readonly count?: number;
	readonly disk?: number;
	readonly directorySize?: number;
	readonly directoryStart?: number;
	/** Whether the end record comes in the form for large archives, too. */
	readonly isLarge?: boolean;
}

/** Makes a zip archive. */
export function makeZip(parts: readonly MadePart[], faults: ZipFaults = {}): Uint8Array {
	const pieces: Uint8Array[] = faults.before ? [faults.before] : [];
	const directory: Uint8Array[] = [];
	// The directory counts from where the archive begins, whatever stands in front of it.
	let at = 0;
	for (const part of parts) {
		const data = toBytes(part.data);
		const method = part.method ?? 8;
		const packed = part.packed ?? (method === 8 ? deflateSync(data) : data);
		const name = new TextEncoder().encode(part.name);
		const size = part.size ?? data.length;
		const compressedSize = part.compressedSize ?? packed.length;
		const shared = [0, 0, part.flags ?? 0x800, method, 0, 0];
		const crc = part.crc ?? crc32(data);
		const header = record([0x04034b50], shared.slice(1), [crc, compressedSize, size], [name.length, 0]);
		const extra = part.extra ?? new Uint8Array();
		directory.push(
			record(
				[0x02014b50],
				shared,
				[crc, compressedSize, size],
				[name.length, extra.length, 0, 0, 0],
				[part.attributes ?? 0, part.headerStart ?? at],
			),
			name,
			extra,
		);
		pieces.push(header, name, packed);
		at += header.length + name.length + packed.length;
	}
	const directorySize = directory.reduce((sum, piece) => sum + piece.length, 0);
	const count = faults.count ?? parts.length;
	const size = faults.directorySize ?? directorySize;
	const start = faults.directoryStart ?? at;
	const large = faults.isLarge
		? [
				record([0x06064b50, 44, 0], [45, 45], [0, 0, count, 0, count, 0, size, 0, start, 0]),
				record([0x07064b50, 0, at + directorySize, 0, 1]),
			]
		: [];
	const shortCount = faults.isLarge ? 0xffff : count & 0xffff;
	const end = record(
		[0x06054b50],
		[faults.disk ?? 0, 0, shortCount, shortCount],
		faults.isLarge ? [0xffffffff, 0xffffffff] : [size, start],
		[0],
	);
	return join([...pieces, ...directory, ...large, end, ...(faults.behind ? [faults.behind] : [])]);
}

/** Numbers as they stand in an archive: the lists take turns between four bytes each and two. */
function record(...lists: readonly (readonly number[])[]): Uint8Array {
	const bytes: number[] = [];
	for (const [index, list] of lists.entries()) {
		for (const value of list) {
			bytes.push(value & 0xff, (value >>> 8) & 0xff);
			if (index % 2 === 0) {
				bytes.push((value >>> 16) & 0xff, (value >>> 24) & 0xff);
			}
		}
	}
	return Uint8Array.from(bytes);
}

export function toBytes(data: string | Uint8Array): Uint8Array {
	return typeof data === 'string' ? new TextEncoder().encode(data) : data;
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		bytes.set(piece, at);
		at += piece.length;
	}
	return bytes;
}
