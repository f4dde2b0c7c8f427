import { crc32 } from '../../library/container/crc32.ts';
import type { ByteSource } from '../../library/recordFile.ts';
import { HeldBlocks } from './heldBlocks.ts';
import { type BlockSource, blockLength, DamagedPart, Section } from './section.ts';

/** The first bytes of a packed part. */
const magic = 0x31535344;
/** Grows whenever what a packed part says, or how, changes: parts of another version are made anew. */
const segmentVersion = 6;

/** Read and checked when a part is opened: small, or needed for any question. */
const wholeNames = [
	'summary',
	'documentStarts',
	'ids',
	'idBlocks',
	'firstPassages',
	'documentLanguages',
	'rowStarts',
	'tokenStarts',
	'wordBlocks',
	'termBlocks',
	'postingBlocks',
	'termWordBlocks',
	'blockChecks',
] as const;

/** Read as far as questions need them, and then held. */
const lazyNames = ['documents', 'rows', 'bodyLengths', 'contextLengths', 'words', 'wordsByRank', 'terms', 'postings', 'termWords'] as const;

const sectionNames = [...wholeNames, ...lazyNames, 'tokens'] as const;

type SectionName = (typeof sectionNames)[number];
type LazyName = (typeof lazyNames)[number];

/** A packed part as bytes by name. `tokens` is the largest, and little of it is held at a time. */
export type Sections = Readonly<Record<Exclude<SectionName, 'blockChecks'>, Uint8Array>>;

/** A packed part as it is read from. */
export interface OpenSegment {
	readonly whole: Readonly<Record<Exclude<(typeof wholeNames)[number], 'blockChecks'>, Uint8Array>>;
	readonly lazy: Readonly<Record<LazyName, Section>>;
	/** All of them, where they are in memory. */
	readonly tokens: Uint8Array | HeldBlocks;
	/** Whether something of it turned out not to be as it was written: `DamagedPart` was thrown. */
	readonly isDamaged: boolean;
}

/** A checksum of bytes, 32 bits. What checks a part must be the one that it was written with: `crc32`, made by whatever is fastest. */
export type Checksum = (bytes: Uint8Array) => number;

const headerLength = 12 + sectionNames.length * 12;

/**
 * A packed part as a file has it, in pieces: magic, version, the header's own checksum, then for each section where it begins, how long it is, and its
 * checksum, or 0 where each block has one (`blockChecks`); then the sections, each at a multiple of eight. Pieces, because one row of bytes would be
 * the whole part once more in memory.
 */
export function toFileBytes(sections: Sections, checksum: Checksum = crc32): readonly Uint8Array[] {
	const header = new Uint8Array(align(headerLength));
	const view = new DataView(header.buffer);
	const all: Record<SectionName, Uint8Array> = { ...sections, blockChecks: checkBlocks(sections, checksum) };
	const pieces: Uint8Array[] = [header];
	let start = header.length;
	for (const [index, name] of sectionNames.entries()) {
		const section = all[name];
		const end = align(start + section.length);
		pieces.push(section, new Uint8Array(end - start - section.length));
		view.setUint32(12 + index * 12, start, true);
		view.setUint32(16 + index * 12, section.length, true);
		view.setUint32(20 + index * 12, index < wholeNames.length ? checksum(section) : 0, true);
		start = end;
	}
	view.setUint32(0, magic, true);
	view.setUint32(4, segmentVersion, true);
	view.setUint32(8, checksum(header.subarray(12, headerLength)), true);
	return pieces;
}

/** A part of which everything is in memory. */
export function openInMemory(sections: Sections): OpenSegment {
	return {
		whole: sections,
		lazy: mapLazy((name) => new Section(sections[name])),
		tokens: sections.tokens,
		isDamaged: false,
	};
}

/** Opens what `toFileBytes` wrote; `undefined` where these are not the bytes of a packed part of this version, or not all of them. */
export function openSegment(source: ByteSource, checksum: Checksum = crc32): OpenSegment | undefined {
	const places = readHeader(source, checksum);
	if (places === undefined) {
		return undefined;
	}
	const whole = new Map<SectionName, Uint8Array>();
	for (const name of wholeNames) {
		const bytes = readWhole(source, placeOf(places, name), checksum);
		if (bytes === undefined) {
			return undefined;
		}
		whole.set(name, bytes);
	}
	const checks = toView(whole.get('blockChecks') as Uint8Array);
	const blockCount = [...lazyNames, 'tokens' as const].reduce((sum, name) => sum + countBlocks(placeOf(places, name).length), 0);
	// The last byte, so that a file that was cut is seen before anything is believed of it.
	const { start: tokensStart, length: tokensLength } = placeOf(places, 'tokens');
	const lastByte = tokensStart + tokensLength - 1;
	if (checks.byteLength !== blockCount * 4 || source(lastByte, lastByte + 1).length !== 1) {
		return undefined;
	}
	const opened = { isDamaged: false };
	let firstCheck = 0;
	const openBlocks = ({ start, length }: SectionPlace): BlockSource => {
		const first = firstCheck;
		firstCheck += countBlocks(length);
		return (block, endBlock, room) => {
			const from = block * blockLength;
			const to = Math.min(length, endBlock * blockLength);
			const bytes = source(start + from, start + to, room);
			for (let at = block; at < endBlock; at++) {
				const part = bytes.subarray((at - block) * blockLength, (at - block + 1) * blockLength);
				if (bytes.length !== to - from || checksum(part) !== checks.getUint32((first + at) * 4, true)) {
					opened.isDamaged = true;
					throw new DamagedPart('A kept part of the index is not as it was written');
				}
			}
			return bytes;
		};
	};
	const lazy = mapLazy((name) => {
		const place = placeOf(places, name);
		return new Section(new Uint8Array(place.length), openBlocks(place));
	});
	const tokens = placeOf(places, 'tokens');
	return Object.assign(opened, {
		whole: Object.fromEntries(whole) as OpenSegment['whole'],
		lazy,
		tokens: new HeldBlocks(openBlocks(tokens), tokens.length),
	});
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
	const view = toView(header);
	const isOurs = view.getUint32(0, true) === magic && view.getUint32(4, true) === segmentVersion;
	if (!isOurs || view.getUint32(8, true) !== checksum(header.subarray(12, headerLength))) {
		return undefined;
	}
	const places = new Map<SectionName, SectionPlace>();
	let end = headerLength;
	for (const [index, name] of sectionNames.entries()) {
		const at = 12 + index * 12;
		const place = { start: view.getUint32(at, true), length: view.getUint32(at + 4, true), check: view.getUint32(at + 8, true) };
		// One behind the other, so that none is longer than the file.
		if (place.start < end) {
			return undefined;
		}
		end = place.start + place.length;
		places.set(name, place);
	}
	return places;
}

function placeOf(places: SectionPlaces, name: SectionName): SectionPlace {
	return places.get(name) as SectionPlace;
}

function readWhole(source: ByteSource, place: SectionPlace, checksum: Checksum): Uint8Array | undefined {
	const read = source(place.start, place.start + place.length);
	if (read.length !== place.length || checksum(read) !== place.check) {
		return undefined;
	}
	// A plain array, whatever kind it was given as: a Buffer's own `slice` shares its bytes.
	const bytes = new Uint8Array(read.buffer, read.byteOffset, read.length);
	// A copy only where it could not be looked at as larger numbers.
	return bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
}

/** The checksums of the blocks of all sections that are not read whole, one section after the other. */
function checkBlocks(sections: Sections, checksum: Checksum): Uint8Array {
	const checks: number[] = [];
	for (const name of [...lazyNames, 'tokens'] as const) {
		const bytes = sections[name];
		for (let at = 0; at < bytes.length; at += blockLength) {
			checks.push(checksum(bytes.subarray(at, at + blockLength)));
		}
	}
	const bytes = new Uint8Array(checks.length * 4);
	const view = toView(bytes);
	checks.forEach((check, index) => {
		view.setUint32(index * 4, check, true);
	});
	return bytes;
}

function mapLazy(make: (name: LazyName) => Section): Record<LazyName, Section> {
	return Object.fromEntries(lazyNames.map((name) => [name, make(name)])) as Record<LazyName, Section>;
}

function countBlocks(length: number): number {
	return Math.ceil(length / blockLength);
}

function toView(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function align(offset: number): number {
	return Math.ceil(offset / 8) * 8;
}
