import { crc32 } from '../../library/container/crc32.ts';

/** The first bytes of a packed part. */
const magic = 0x31535344;
/** Grows whenever what a packed part says, or how, changes: parts of another version are made anew. */
const segmentVersion = 3;

const sectionNames = [
	'summary',
	'documentStarts',
	'documents',
	'firstPassages',
	'documentLanguages',
	'passages',
	'words',
	'wordBlocks',
	'wordsByRank',
	'terms',
	'termBlocks',
	'postingBlocks',
	'termWordBlocks',
	'postings',
	'termWords',
	'tokenChecks',
	'tokens',
] as const;

type SectionName = (typeof sectionNames)[number];

/** A packed part as bytes by name. `tokens`, the largest and least asked for, is the last in a file: it may stay there. */
export type Sections = Readonly<Record<Exclude<SectionName, 'tokenChecks'>, Uint8Array>>;

/** A checksum of bytes, 32 bits. What checks a part must be the one that it was written with: `crc32`, made by whatever is fastest. */
export type Checksum = (bytes: Uint8Array) => number;

/** Tokens are checked as they are read, block by block: so many bytes have a checksum of their own. */
const checkedLength = 16 * 1024;

/** So many checked blocks are remembered: those of the passages that a query looks at lie side by side. */
const maxBlocks = 64;

const headerLength = 12 + sectionNames.length * 12;

/**
 * A packed part as a file has it, in pieces: magic, version, the header's own checksum, then for each section where it begins, how long it is, and its
 * checksum; then the sections, each at a multiple of eight. Pieces, because one row of bytes would be the whole part once more in memory.
 */
export function toFileBytes(sections: Sections, checksum: Checksum = crc32): readonly Uint8Array[] {
	const header = new Uint8Array(align(headerLength));
	const view = new DataView(header.buffer);
	const all: Record<SectionName, Uint8Array> = { ...sections, tokenChecks: checkBlocks(sections.tokens, checksum) };
	const pieces: Uint8Array[] = [header];
	let start = header.length;
	for (const [index, name] of sectionNames.entries()) {
		const section = all[name];
		const end = align(start + section.length);
		pieces.push(section, new Uint8Array(end - start - section.length));
		view.setUint32(12 + index * 12, start, true);
		view.setUint32(16 + index * 12, section.length, true);
		view.setUint32(20 + index * 12, checksum(section), true);
		start = end;
	}
	view.setUint32(0, magic, true);
	view.setUint32(4, segmentVersion, true);
	view.setUint32(8, checksum(header.subarray(12, headerLength)), true);
	return pieces;
}

/** Reads bytes of a file: `start` to `end`, counted from its beginning. Fewer only where there are no more. */
export type ByteSource = (start: number, end: number) => Uint8Array;

/** What is thrown when bytes of a kept part are not any more what was written: nothing of it can be believed. */
export class DamagedPart extends Error {
	readonly kind = 'damagedPart';
}

/** What `openSections` gives: every section but the tokens, and a way to read those, which throws `DamagedPart`. */
export interface OpenedSections {
	readonly sections: Omit<Sections, 'tokens'>;
	readonly readTokens: ByteSource;
}

/** Reads all sections but the tokens; `undefined` where these bytes are not a packed part of this version, whole and unchanged. */
export function openSections(source: ByteSource, checksum: Checksum = crc32): OpenedSections | undefined {
	const places = readHeader(source, checksum);
	const readTokens = places && openTokens(source, places, checksum);
	if (places === undefined || readTokens === undefined) {
		return undefined;
	}
	const sections = new Map<SectionName, Uint8Array>();
	for (const [name, place] of places) {
		const bytes = name === 'tokens' ? new Uint8Array() : readSection(source, place, checksum);
		if (bytes === undefined) {
			return undefined;
		}
		sections.set(name, bytes);
	}
	const { tokens: _, tokenChecks: __, ...others } = Object.fromEntries(sections) as Record<SectionName, Uint8Array>;
	return { sections: others, readTokens };
}

/** Reads only where the tokens are; `undefined` as `openSections`. */
export function openTokensOf(source: ByteSource, checksum: Checksum = crc32): ByteSource | undefined {
	const places = readHeader(source, checksum);
	return places && openTokens(source, places, checksum);
}

interface SectionPlace {
	readonly start: number;
	readonly length: number;
	readonly check: number;
}

type SectionPlaces = ReadonlyMap<SectionName, SectionPlace>;

function readHeader(source: ByteSource, checksum: Checksum): SectionPlaces | undefined {
	const header = source(0, headerLength);
	if (header.length < headerLength) {
		return undefined;
	}
	const view = new DataView(header.buffer, header.byteOffset, headerLength);
	const isOurs = view.getUint32(0, true) === magic && view.getUint32(4, true) === segmentVersion;
	if (!isOurs || view.getUint32(8, true) !== checksum(header.subarray(12, headerLength))) {
		return undefined;
	}
	return new Map(
		sectionNames.map((name, index) => {
			const at = 12 + index * 12;
			return [name, { start: view.getUint32(at, true), length: view.getUint32(at + 4, true), check: view.getUint32(at + 8, true) }];
		}),
	);
}

function readSection(source: ByteSource, place: SectionPlace, checksum: Checksum): Uint8Array | undefined {
	const read = source(place.start, place.start + place.length);
	if (read.length !== place.length || checksum(read) !== place.check) {
		return undefined;
	}
	// A plain array, whatever kind it was given as: a Buffer's own `slice` shares its bytes.
	const bytes = new Uint8Array(read.buffer, read.byteOffset, read.length);
	// A copy only where it could not be looked at as larger numbers.
	return bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
}

function openTokens(source: ByteSource, places: SectionPlaces, checksum: Checksum): ByteSource | undefined {
	const [checksPlace, place] = [places.get('tokenChecks'), places.get('tokens')];
	const checks = checksPlace && readSection(source, checksPlace, checksum);
	if (checks === undefined || place === undefined || checks.length !== Math.ceil(place.length / checkedLength) * 4) {
		return undefined;
	}
	// The last byte, so that a file that was cut is seen before anything is believed of it.
	const end = place.start + place.length;
	return place.length === 0 || source(end - 1, end).length === 1
		? readChecked({ source, start: place.start, length: place.length, checks, checksum })
		: undefined;
}

interface CheckedRange {
	readonly source: ByteSource;
	readonly start: number;
	readonly length: number;
	readonly checks: Uint8Array;
	readonly checksum: Checksum;
}

/** The checksum of each block of the tokens. */
function checkBlocks(tokens: Uint8Array, checksum: Checksum): Uint8Array {
	const count = Math.ceil(tokens.length / checkedLength);
	const checks = new Uint8Array(count * 4);
	const view = new DataView(checks.buffer);
	for (let block = 0; block < count; block++) {
		view.setUint32(block * 4, checksum(tokens.subarray(block * checkedLength, (block + 1) * checkedLength)), true);
	}
	return checks;
}

/** Reads tokens by whole blocks, each of which must have its checksum. */
function readChecked({ source, start, length, checks, checksum }: CheckedRange): ByteSource {
	const view = new DataView(checks.buffer, checks.byteOffset, checks.length);
	const known = new Map<number, Uint8Array>();
	const readBlock = (block: number): Uint8Array => {
		const before = known.get(block);
		if (before !== undefined) {
			return before;
		}
		const from = block * checkedLength;
		const to = Math.min(length, from + checkedLength);
		const bytes = source(start + from, start + to);
		if (bytes.length !== to - from || checksum(bytes) !== view.getUint32(block * 4, true)) {
			throw new DamagedPart('A kept part of the index is not as it was written');
		}
		if (known.size >= maxBlocks) {
			known.clear();
		}
		known.set(block, bytes);
		return bytes;
	};
	return (from, to) => {
		const end = Math.min(to, length);
		const first = Math.floor(from / checkedLength);
		if (end <= (first + 1) * checkedLength) {
			return end <= from ? new Uint8Array() : readBlock(first).subarray(from - first * checkedLength, end - first * checkedLength);
		}
		const bytes = new Uint8Array(end - from);
		for (let at = from; at < end; ) {
			const block = Math.floor(at / checkedLength);
			const piece = readBlock(block).subarray(at - block * checkedLength, end - block * checkedLength);
			bytes.set(piece, at - from);
			at += piece.length;
		}
		return bytes;
	};
}

function align(offset: number): number {
	return Math.ceil(offset / 8) * 8;
}
