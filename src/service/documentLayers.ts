import type { ReadState } from '../base/problem.ts';
import type { KeptFile, KeptFiles } from '../library/keptFiles.ts';
import { type KeyedRecord, RecordFile, toRecordFile } from '../library/recordFile.ts';

const marks: Readonly<Record<ReadState, string>> = { read: 'r', partial: 'p', skipped: 's' };
const states = new Map<string, ReadState>([
	['r', 'read'],
	['p', 'partial'],
	['s', 'skipped'],
]);

interface Layer {
	readonly name: string;
	readonly records: RecordFile;
	readonly bytes: number;
}

interface RecordPlace {
	readonly layer: Layer;
	readonly index: number;
}

/** A record to be written; without bytes the document is gone. */
export interface NewRecord {
	readonly id: string;
	readonly state: ReadState;
	readonly bytes: Uint8Array | undefined;
}

/**
 * The records of documents in some files, one over the other: what a later one says of a document counts. New records are a file of their own, and
 * files are made one when they are about as large as the one below, so that each record is written again only as often as the whole doubles.
 */
export class DocumentLayers {
	#layers: readonly Layer[] = [];
	readonly #places = new Map<string, RecordPlace>();

	/** `undefined` if one of the files is not as it was written. */
	static open(files: readonly KeptFile[], checksum: KeptFiles['checksum']): DocumentLayers | undefined {
		const layers = new DocumentLayers();
		for (const { name, read } of files) {
			const records = RecordFile.open(read, checksum);
			if (records === undefined) {
				return undefined;
			}
			layers.#push({ name, records, bytes: records.recordBytes });
		}
		return layers;
	}

	get names(): readonly string[] {
		return this.#layers.map(({ name }) => name);
	}

	get size(): number {
		return this.#places.size;
	}

	has(id: string): boolean {
		return this.#places.has(id);
	}

	/** All documents, and what became of each. */
	*list(): Generator<{ readonly id: string; readonly state: ReadState }, void, void> {
		for (const [id, { layer, index }] of this.#places) {
			yield { id, state: states.get(layer.records.marks[index] ?? '') ?? 'skipped' };
		}
	}

	/** `undefined` if there is none, or if it is not as it was written. */
	read(id: string): Uint8Array | undefined {
		const place = this.#places.get(id);
		return place && place.layer.records.read(place.index);
	}

	/** Writes records over the others. False if it could not be done: then nothing changed. */
	async add(records: readonly NewRecord[], files: KeptFiles, kind: 'index' | 'terms'): Promise<boolean> {
		let under = this.#layers;
		let keyed: readonly KeyedRecord[] = records.map(({ id, state, bytes }) => ({ key: id, mark: marks[state], bytes }));
		for (let last = under.at(-1); last !== undefined && last.bytes < 2 * countBytes(keyed); last = under.at(-1)) {
			keyed = lay(keyed, last.records);
			under = under.slice(0, -1);
		}
		if (under.length === 0) {
			keyed = keyed.filter(({ bytes }) => bytes !== undefined);
		}
		const file = await files.write(toRecordFile(keyed, files.checksum), kind);
		const opened = file && RecordFile.open(file.read, files.checksum);
		if (file === undefined || opened === undefined) {
			return false;
		}
		const layer = { name: file.name, records: opened, bytes: opened.recordBytes };
		this.#layers = under;
		this.#push(layer);
		return true;
	}

	#push(layer: Layer): void {
		this.#layers = [...this.#layers, layer];
		for (const [index, id] of layer.records.keys.entries()) {
			if (layer.records.isGone(index)) {
				this.#places.delete(id);
			} else {
				this.#places.set(id, { layer, index });
			}
		}
	}
}

function countBytes(records: readonly KeyedRecord[]): number {
	return records.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
}

/** The records of a file under these. One that is not as it was written is dropped: its document is found without one, and read again. */
function lay(records: readonly KeyedRecord[], under: RecordFile): readonly KeyedRecord[] {
	const over = new Set(records.map(({ key }) => key));
	const kept: KeyedRecord[] = [];
	for (const [index, key] of under.keys.entries()) {
		if (!over.has(key)) {
			kept.push({ key, mark: under.marks[index] ?? '', bytes: under.isGone(index) ? undefined : under.read(index) });
		}
	}
	return [...kept, ...records];
}
