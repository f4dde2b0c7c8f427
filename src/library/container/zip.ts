import { Inflate } from 'fflate/browser';
import type { Problem } from '../../base/problem.ts';
import { type Caps, defaultCaps } from '../caps.ts';
import { crc32 } from './crc32.ts';
import { damaged, readZipDirectory, type ZipEntry } from './zipDirectory.ts';

/** What an archive may cost. Deflate gives 1,032 bytes for one at most, so a limit on the ratio alone stops nothing: sizes are limited too. */
export interface ZipLimits {
	readonly maxEntries: number;
	/** Of one part, unpacked. */
	readonly maxEntryBytes: number;
	/** Of all parts that are read, unpacked. */
	readonly maxTotalBytes: number;
	/** Unpacked to packed, where a part is larger than `freeBytes`. */
	readonly maxRatio: number;
	readonly freeBytes: number;
}

const mebibyte = 1024 * 1024;

/** The limits of archives under these caps. The largest XML part of the measuring data has 3 MB and a ratio of 40. */
export function zipLimitsOf({ maxContainerParts, maxUnpackedBytes }: Caps): ZipLimits {
	return {
		maxEntries: maxContainerParts,
		maxEntryBytes: Math.ceil(maxUnpackedBytes / 4),
		maxTotalBytes: maxUnpackedBytes,
		maxRatio: 200,
		freeBytes: mebibyte,
	};
}

const defaultZipLimits = zipLimitsOf(defaultCaps);

/** What the unpacker should give at a time. It keeps 32 KiB of what it gave, so small steps cost; large ones leave the processor's cache. */
const stepOutput = 256 * 1024;
/** Bytes handed to it at a time, at most. It unpacks all of them before anybody can say stop: 16 KiB become 16 MiB. */
const maxStepBytes = 16 * 1024;
const minStepBytes = 2048;

/**
 * A zip archive in memory, of which only the parts asked for are unpacked. Names are keys and nothing else: no path is ever made of one.
 */
export class ZipArchive {
	readonly #bytes: Uint8Array;
	readonly #limits: ZipLimits;
	readonly #dataEnd: number;
	readonly #entries = new Map<string, ZipEntry>();
	/** By small letters, for archives that write a name in two ways. */
	readonly #alike = new Map<string, ZipEntry>();
	readonly #twice = new Set<string>();
	#unpackedBytes = 0;

	constructor(bytes: Uint8Array, entries: readonly ZipEntry[], dataEnd: number, limits: ZipLimits) {
		this.#bytes = bytes;
		this.#dataEnd = dataEnd;
		this.#limits = limits;
		for (const entry of entries) {
			// Some programs of Windows write backslashes, some a slash in front.
			const name = entry.name.replaceAll('\\', '/').replace(/^\//, '');
			if (this.#entries.has(name)) {
				this.#twice.add(name);
			}
			this.#entries.set(name, entry);
			this.#alike.set(keyOf(name), entry);
		}
	}

	/** The names of all parts, with `/`, in the directory's order. */
	get names(): Iterable<string> {
		return this.#entries.keys();
	}

	/** Of all parts that were read. */
	get unpackedBytes(): number {
		return this.#unpackedBytes;
	}

	has(name: string): boolean {
		return this.#find(name) !== undefined;
	}

	/**
	 * Unpacks one part; `undefined` if there is none of this name, a problem if it is larger than allowed, larger or smaller than the directory
	 * says, locked, packed in an unknown way, or not what its checksum says.
	 */
	read(name: string, maxBytes: number = this.#limits.maxEntryBytes): Uint8Array | Problem | undefined {
		const entry = this.#find(name);
		if (!entry) {
			return undefined;
		}
		if (this.#twice.has(name)) {
			return damaged('it holds the same part twice');
		}
		const packed = this.#findData(entry, maxBytes);
		return packed instanceof Uint8Array ? this.#unpack(entry, packed) : packed;
	}

	#find(name: string): ZipEntry | undefined {
		return this.#entries.get(name) ?? this.#alike.get(keyOf(name));
	}

	#findData(entry: ZipEntry, maxBytes: number): Uint8Array | Problem {
		if ((entry.flags & 1) !== 0) {
			return { kind: 'encrypted', detail: 'The document is locked by a password; save a copy without it' };
		}
		const { maxEntryBytes, maxTotalBytes, maxRatio, freeBytes } = this.#limits;
		const limit = Math.min(maxBytes, maxEntryBytes);
		if (entry.size > limit || entry.size + this.#unpackedBytes > maxTotalBytes) {
			const megabytes = Math.round((entry.size > limit ? limit : maxTotalBytes) / mebibyte);
			return { kind: 'tooLarge', detail: `Unpacked, it would have more than ${megabytes} MB` };
		}
		if (entry.size > freeBytes && entry.size > entry.compressedSize * maxRatio) {
			return { kind: 'tooLarge', detail: `Unpacked, a part of it would be more than ${maxRatio} times as large` };
		}
		const { headerStart } = entry;
		const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
		if (headerStart + 30 > this.#dataEnd || view.getUint32(headerStart, true) !== 0x04034b50) {
			return damaged('a part is not where the directory says');
		}
		const start = headerStart + 30 + view.getUint16(headerStart + 26, true) + view.getUint16(headerStart + 28, true);
		if (start + entry.compressedSize > this.#dataEnd) {
			return damaged('a part reaches beyond the end of the data');
		}
		return this.#bytes.subarray(start, start + entry.compressedSize);
	}

	#unpack(entry: ZipEntry, packed: Uint8Array): Uint8Array | Problem {
		const bytes = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, entry.size) : undefined;
		if (!bytes) {
			return { kind: 'unsupported', detail: `A part of it is packed in a way that is not read (method ${entry.method}); save it anew` };
		}
		if (!(bytes instanceof Uint8Array)) {
			return bytes;
		}
		this.#unpackedBytes += bytes.length;
		if (bytes.length !== entry.size) {
			return damaged('a part is not as large as the directory says');
		}
		return crc32(bytes) === entry.crc ? bytes : damaged('a part is not what its checksum says');
	}
}

/** Opens an archive by its directory; nothing is unpacked yet. */
export function openZip(bytes: Uint8Array, limits: ZipLimits = defaultZipLimits): ZipArchive | Problem {
	const directory = readZipDirectory(bytes, limits.maxEntries);
	return 'entries' in directory ? new ZipArchive(bytes, directory.entries, directory.start, limits) : directory;
}

/** Unpacks deflated data that should have `size` bytes; gives up as soon as there are more. The size was held against the limits before. */
function inflate(packed: Uint8Array, size: number): Uint8Array | Problem {
	const bytes = new Uint8Array(size);
	const stepBytes = Math.min(maxStepBytes, Math.max(minStepBytes, Math.ceil((stepOutput * packed.length) / (size + 1))));
	let length = 0;
	let isLonger = false;
	const stream = new Inflate((chunk) => {
		if (length + chunk.length > size) {
			isLonger = true;
			return;
		}
		bytes.set(chunk, length);
		length += chunk.length;
	});
	try {
		for (let at = 0; at < packed.length && !isLonger; at += stepBytes) {
			stream.push(packed.subarray(at, at + stepBytes), at + stepBytes >= packed.length);
		}
	} catch (error) {
		// fflate throws errors with a code of its own; whatever it trips over, the data is broken.
		if (error instanceof Error) {
			return damaged('its packed data is broken');
		}
		throw error;
	}
	return isLonger ? damaged('a part is larger than the directory says') : bytes.subarray(0, length);
}

function keyOf(name: string): string {
	return name.toLowerCase().normalize('NFC');
}
