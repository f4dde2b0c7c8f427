import { crc32 } from './container/crc32.ts';

/** Reads bytes of a file: `start` to `end`, counted from its beginning. Fewer only where there are no more. `room` holds so many, and may be used instead of new memory. */
export type ByteSource = (start: number, end: number, room?: Uint8Array) => Uint8Array;

/** A record of a file of records: what it is of, and its bytes; `undefined` says that there is none any more. */
export interface KeyedRecord {
	readonly key: string;
	/** One character that can be had without reading the record. */
	readonly mark: string;
	readonly bytes: Uint8Array | undefined;
}

const magic = 0x31525344;
const headerLength = 24;
/** Where a record begins, how long it is, its checksum. */
const placeLength = 12;

type Checksum = (bytes: Uint8Array) => number;

/** Records as a file has them, in pieces: a header, the keys and marks as JSON, where each record is; then the records. */
export function toRecordFile(records: readonly KeyedRecord[], checksum: Checksum = crc32): readonly Uint8Array[] {
	const keys = new TextEncoder().encode(JSON.stringify([records.map(({ key }) => key), records.map(({ mark }) => mark).join('')]));
	const places = new Uint8Array(records.length * placeLength);
	const placeView = new DataView(places.buffer);
	let start = headerLength + keys.length + places.length;
	const pieces: Uint8Array[] = [];
	for (const [index, { bytes }] of records.entries()) {
		placeView.setUint32(index * placeLength, bytes === undefined ? 0 : start, true);
		placeView.setUint32(index * placeLength + 4, bytes?.length ?? 0, true);
		placeView.setUint32(index * placeLength + 8, bytes === undefined ? 0 : checksum(bytes), true);
		if (bytes !== undefined) {
			pieces.push(bytes);
			start += bytes.length;
		}
	}
	const header = new Uint8Array(headerLength);
	const view = new DataView(header.buffer);
	view.setUint32(0, magic, true);
	view.setUint32(4, keys.length, true);
	view.setUint32(8, records.length, true);
	view.setUint32(12, checksum(keys), true);
	view.setUint32(16, checksum(places), true);
	view.setUint32(20, checksum(header.subarray(0, 20)), true);
	return [header, keys, places, ...pieces];
}

/** A file of records, of which keys are in memory and records are read when they are asked for. */
export class RecordFile {
	readonly keys: readonly string[];
	/** A character for each key. */
	readonly marks: string;
	readonly #source: ByteSource;
	readonly #places: DataView;
	readonly #checksum: Checksum;

	private constructor(keys: readonly string[], marks: string, places: Uint8Array, source: ByteSource, checksum: Checksum) {
		this.keys = keys;
		this.marks = marks;
		this.#places = new DataView(places.buffer, places.byteOffset, places.length);
		this.#source = source;
		this.#checksum = checksum;
	}

	/** `undefined` where these are not the bytes of `toRecordFile`. Records are checked as they are read. */
	static open(source: ByteSource, checksum: Checksum = crc32): RecordFile | undefined {
		const header = source(0, headerLength);
		if (header.length < headerLength) {
			return undefined;
		}
		const view = new DataView(header.buffer, header.byteOffset, headerLength);
		const isOurs = view.getUint32(0, true) === magic && view.getUint32(20, true) === checksum(header.subarray(0, 20));
		if (!isOurs) {
			return undefined;
		}
		const placesStart = headerLength + view.getUint32(4, true);
		const count = view.getUint32(8, true);
		const keyBytes = source(headerLength, placesStart);
		const places = source(placesStart, placesStart + count * placeLength);
		const isWhole = places.length === count * placeLength && checksum(places) === view.getUint32(16, true);
		if (!isWhole || checksum(keyBytes) !== view.getUint32(12, true)) {
			return undefined;
		}
		const [keys, marks] = JSON.parse(new TextDecoder().decode(keyBytes)) as [readonly string[], string];
		return new RecordFile(keys, marks, places, source, checksum);
	}

	/** Whether the record at this place says that there is none any more. */
	isGone(index: number): boolean {
		return this.#places.getUint32(index * placeLength, true) === 0;
	}

	/** How many bytes its records have. */
	get recordBytes(): number {
		return this.keys.reduce((sum, _, index) => sum + this.#places.getUint32(index * placeLength + 4, true), 0);
	}

	/** The bytes of the record at this place; `undefined` if there is none, or if they are not what was written. */
	read(index: number): Uint8Array | undefined {
		const start = this.#places.getUint32(index * placeLength, true);
		const length = this.#places.getUint32(index * placeLength + 4, true);
		if (start === 0) {
			return undefined;
		}
		const bytes = this.#source(start, start + length);
		return bytes.length === length && this.#checksum(bytes) === this.#places.getUint32(index * placeLength + 8, true) ? bytes : undefined;
	}
}
