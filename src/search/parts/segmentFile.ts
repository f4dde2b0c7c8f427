import { crc32 } from '../../library/container/crc32.ts';

/** The first bytes of a packed part. */
const magic = 0x31535344;
/** Grows whenever what a packed part says, or how, changes: parts of another version are made anew. */
const segmentVersion = 1;

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
	'tokens',
] as const;

export type SectionName = (typeof sectionNames)[number];

/** A packed part as bytes by name. `tokens`, the largest and least asked for, is the last: it may stay where the file is. */
export type Sections = Readonly<Record<SectionName, Uint8Array>>;

const headerLength = 12 + sectionNames.length * 12;

/**
 * The sections in one row of bytes: magic, version, the header's own checksum, then for each section where it begins, how long it is, and its
 * checksum; then the sections, each at a multiple of eight.
 */
export function joinSections(sections: Sections): Uint8Array {
	let end = align(headerLength);
	const places = sectionNames.map((name) => {
		const start = end;
		end = align(start + sections[name].length);
		return { name, start };
	});
	const bytes = new Uint8Array(end);
	const view = new DataView(bytes.buffer);
	places.forEach(({ name, start }, index) => {
		const section = sections[name];
		bytes.set(section, start);
		view.setUint32(12 + index * 12, start, true);
		view.setUint32(16 + index * 12, section.length, true);
		view.setUint32(20 + index * 12, crc32(section), true);
	});
	view.setUint32(0, magic, true);
	view.setUint32(4, segmentVersion, true);
	view.setUint32(8, crc32(bytes.subarray(12, headerLength)), true);
	return bytes;
}

/** Reads bytes of a packed part: `start` to `end`, counted from its beginning. Fewer only where there are no more. */
export type ByteSource = (start: number, end: number) => Uint8Array;

/** What `openSections` gives: every section but the tokens, and where those are. */
export interface OpenedSections {
	readonly sections: Omit<Sections, 'tokens'>;
	readonly tokensStart: number;
	readonly tokensLength: number;
}

/** Reads all sections but the tokens; `undefined` where these bytes are not a packed part of this version, whole and unchanged. */
export function openSections(source: ByteSource): OpenedSections | undefined {
	const header = source(0, headerLength);
	if (header.length < headerLength) {
		return undefined;
	}
	const view = new DataView(header.buffer, header.byteOffset, headerLength);
	const isOurs = view.getUint32(0, true) === magic && view.getUint32(4, true) === segmentVersion;
	if (!isOurs || view.getUint32(8, true) !== crc32(header.subarray(12, headerLength))) {
		return undefined;
	}
	const sections = new Map<SectionName, Uint8Array>();
	for (const [index, name] of sectionNames.entries()) {
		const start = view.getUint32(12 + index * 12, true);
		const length = view.getUint32(16 + index * 12, true);
		if (name === 'tokens') {
			const opened = Object.fromEntries(sections) as Record<Exclude<SectionName, 'tokens'>, Uint8Array>;
			return { sections: opened, tokensStart: start, tokensLength: length };
		}
		// A copy of its own, so that it can be looked at as larger numbers wherever it came from.
		const section = source(start, start + length).slice();
		if (section.length !== length || crc32(section) !== view.getUint32(20 + index * 12, true)) {
			return undefined;
		}
		sections.set(name, section);
	}
	return undefined;
}

function align(offset: number): number {
	return Math.ceil(offset / 8) * 8;
}
