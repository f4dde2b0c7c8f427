import type { Steps } from '../base/steps.ts';

/** A row of numbers. */
export type Numbers = Uint32Array | Uint16Array | Uint8Array;

/**
 * The sections of a table, in order, with the bytes of a number. Most of them only grow, so that a table can follow a change by what is new in it.
 * - `wordStarts`, `wordCharacters`: the words of forms; word `n` is that of `formWords` with this number, and ends where the next begins.
 * - `wordSlots`: a hash table of words; `edges`: one of nodes and words, three numbers a slot: node, word, next node.
 * - `nodeEntries`: by node, the first entry of the forms that end there; `entries`: three numbers each: form, card and one, next entry.
 * - `formStarts`, `formCharacters`, `formModes`: the forms as they are written.
 * - `cardStarts`, `cardLengths`: by number of the card, where in `json` it stands, and how long it is, with `droppedBit` if it is not to be found.
 * - `order`: the numbers of all cards that are there, the writer's own first, then best first.
 */
export const sections = [
	...([
		'wordStarts',
		'wordSlots',
		'edges',
		'nodeEntries',
		'entries',
		'formStarts',
		'formModes',
		'cardStarts',
		'cardLengths',
		'order',
	] as const),
	...(['wordCharacters', 'formCharacters', 'json'] as const),
] as const;

export type SectionName = (typeof sections)[number];

/** Set in a card's length where no form leads to it: it was there, and may be again. */
export const droppedBit = 0x8000_0000;

/** What is different in a section. */
export interface SectionChange {
	/** All of it as it is now, by reference. */
	readonly all: Numbers;
	/** What stands from here on is new; 0 where all of it is. */
	readonly from: number;
	/** Places before `from` at which other numbers stand than before; only in sections of four bytes. */
	readonly changed: readonly number[];
}

export type TableChange = Readonly<Record<SectionName, SectionChange>>;

const magic = 0x4d545344;
const version = 7;
/** Magic, version, kind, sequence. */
const headerLength = 4;
/** Length, room, first new one, number of changed ones. */
const sectionHeaderLength = 4;
const wholeKind = 1;
const patchKind = 2;

/** Sections whose length says how their slots are reckoned. */
const exactSections: ReadonlySet<SectionName> = new Set(['wordSlots', 'edges']);

export function widthOf(name: SectionName): 1 | 2 | 4 {
	return name === 'json' ? 1 : name === 'wordCharacters' || name === 'formCharacters' ? 2 : 4;
}

/** Room for what comes, so that the first change need not move everything: an eighth. */
export function roomFor(name: SectionName, length: number): number {
	return exactSections.has(name) ? length : length + (length >>> 3) + 16;
}

/** What a table is packed as. */
export interface PackOptions {
	/** One more with each table and each change of it. */
	readonly sequence: number;
	/** Whether all of the table is packed, or what changed in it. */
	readonly isWhole: boolean;
	/** Whether there is room for what comes behind each section. */
	readonly hasRoom: boolean;
}

/** How many bytes of numbers a change comes to, and the whole of what it is a change of. */
export function measureChange(change: TableChange): { readonly changed: number; readonly whole: number } {
	let [changed, whole] = [0, 0];
	for (const name of sections) {
		const { all, from, changed: places } = change[name];
		changed += (all.length - from) * widthOf(name) + places.length * 8;
		whole += all.length * widthOf(name);
	}
	return { changed, whole };
}

/**
 * The memory of a table that goes to another thread. Shared, though only one of them has it at a time: what is handed over else counts as that thread's own
 * all at once, and makes it stand still to look for what it could give up.
 */
export type TableBuffer = ArrayBuffer | SharedArrayBuffer;

function makeTableBuffer(length: number): TableBuffer {
	return typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(length) : new SharedArrayBuffer(length);
}

/** A copy that another thread may have. */
export function copyTable(buffer: TableBuffer): TableBuffer {
	const copy = makeTableBuffer(buffer.byteLength);
	new Uint8Array(copy).set(new Uint8Array(buffer));
	return copy;
}

/** Packs a table, or what changed in it, into one buffer, section by section. A whole one with room is for another thread. */
export function* packSections(change: TableChange, { sequence, isWhole, hasRoom }: PackOptions): Steps<TableBuffer> {
	const sizes = sections.map((name) => {
		const { all, from, changed } = change[name];
		const first = isWhole ? 0 : from;
		const room = isWhole && hasRoom ? roomFor(name, all.length) : all.length;
		return { name, all, first, places: isWhole ? noPlaces : changed, room };
	});
	const headerBytes = (headerLength + sections.length * sectionHeaderLength) * 4;
	const bytes = sizes.map(({ name, first, places, room }) => places.length * 8 + (((room - first) * widthOf(name) + 3) & ~3));
	const length = bytes.reduce((sum, size) => sum + size, headerBytes);
	const buffer = isWhole && hasRoom ? makeTableBuffer(length) : new ArrayBuffer(length);
	const header = new Uint32Array(buffer, 0, headerBytes / 4);
	header.set([magic, version, isWhole ? wholeKind : patchKind, sequence]);
	let at = headerBytes;
	for (const [index, { name, all, first, places, room }] of sizes.entries()) {
		header.set([all.length, room, first, places.length], headerLength + index * sectionHeaderLength);
		const pairs = new Uint32Array(buffer, at, places.length * 2);
		pairs.set(places);
		pairs.set(
			Uint32Array.from(places, (place) => all[place] ?? 0),
			places.length,
		);
		viewNumbers(name, buffer, at + pairs.byteLength, all.length - first).set(all.subarray(first));
		at += bytes[index] ?? 0;
		yield;
	}
	return buffer;
}

const noPlaces: readonly number[] = [];

/** A section as a buffer has it. */
export interface ReadSection {
	readonly name: SectionName;
	/** How long it is with what is new. */
	readonly length: number;
	readonly from: number;
	readonly places: Uint32Array;
	/** What stands at `places` now. */
	readonly values: Uint32Array;
	/** What stands from `from` on; in a whole table with the room behind it. */
	readonly fresh: Numbers;
}

/** Whether the buffer holds a whole table, not a change of one. */
export function isWholeTable(buffer: TableBuffer): boolean {
	return readSections(buffer).isWhole;
}

/** What a buffer holds, without a copy. Throws where it is none of `packSections`, which only a broken promise of ours can cause. */
export function readSections(buffer: TableBuffer): {
	readonly isWhole: boolean;
	readonly sequence: number;
	readonly sections: readonly ReadSection[];
} {
	const header = new Uint32Array(buffer, 0, Math.min(headerLength + sections.length * sectionHeaderLength, buffer.byteLength >>> 2));
	if (header[0] !== magic || header[1] !== version) {
		throw new RangeError('Dossier: not a term table of this version');
	}
	let at = header.byteLength;
	const read = sections.map((name, index): ReadSection => {
		const [length = 0, room = 0, from = 0, count = 0] = header.subarray(headerLength + index * sectionHeaderLength);
		const places = new Uint32Array(buffer, at, count);
		const values = new Uint32Array(buffer, at + count * 4, count);
		const fresh = viewNumbers(name, buffer, at + count * 8, room - from);
		at += count * 8 + ((fresh.byteLength + 3) & ~3);
		return { name, length, from, places, values, fresh };
	});
	return { isWhole: header[2] === wholeKind, sequence: header[3] ?? 0, sections: read };
}

/** So many zeros. */
export function makeNumbers(name: SectionName, length: number): Numbers {
	return viewNumbers(name, new ArrayBuffer(length * widthOf(name)), 0, length);
}

function viewNumbers(name: SectionName, buffer: TableBuffer, start: number, length: number): Numbers {
	const width = widthOf(name);
	return width === 4
		? new Uint32Array(buffer, start, length)
		: width === 2
			? new Uint16Array(buffer, start, length)
			: new Uint8Array(buffer, start, length);
}
