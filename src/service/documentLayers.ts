import type { ReadState } from '../base/problem.ts';
import type { KeptFile, KeptFileKind, KeptFiles } from '../library/keptFiles.ts';
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
}

/** A record of one of the layers: the number of the layer times this, and its index there. One number, since there are as many as documents. */
const maxRecords = 2 ** 32;

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
	readonly #places = new Map<string, number>();

	/** `undefined` if one of the files is not as it was written. */
	static open(files: readonly KeptFile[], checksum: KeptFiles['checksum']): DocumentLayers | undefined {
		const layers = new DocumentLayers();
		for (const { name, read } of files) {
			const records = RecordFile.open(read, checksum);
			if (records === undefined) {
				return undefined;
			}
			layers.#push({ name, records });
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
		for (const [id, place] of this.#places) {
			yield { id, state: states.get(this.#recordsAt(place)?.marks[place % maxRecords] ?? '') ?? 'skipped' };
		}
	}

	/** `undefined` if there is none, or if it is not as it was written. */
	read(id: string): Uint8Array | undefined {
		const place = this.#places.get(id);
		return place === undefined ? undefined : this.#recordsAt(place)?.read(place % maxRecords);
	}

	/** Writes records over the others. False if it could not be done: then nothing changed. */
	async add(records: readonly NewRecord[], files: Pick<KeptFiles, 'write' | 'checksum'>, kind: KeptFileKind): Promise<boolean> {
		let under = this.#layers;
		let keyed: readonly KeyedRecord[] = records.map(({ id, state, bytes }) => ({ key: id, mark: marks[state], bytes }));
		for (let last = under.at(-1); last !== undefined && last.records.recordBytes < 2 * countBytes(keyed); last = under.at(-1)) {
			keyed = lay(keyed, last.records);
			under = under.slice(0, -1);
		}
		const all = keyed;
		if (under.length === 0) {
			keyed = keyed.filter(({ bytes }) => bytes !== undefined);
		}
		const file = await files.write(toRecordFile(keyed, files.checksum), kind);
		const opened = file && RecordFile.open(file.read, files.checksum);
		if (file === undefined || opened === undefined) {
			return false;
		}
		// What stood in the layers that were laid together stands in this one, or is gone.
		for (const { key } of all) {
			this.#places.delete(key);
		}
		this.#layers = under;
		this.#push({ name: file.name, records: opened });
		return true;
	}

	#recordsAt(place: number): RecordFile | undefined {
		return this.#layers[Math.floor(place / maxRecords)]?.records;
	}

	#push(layer: Layer): void {
		const first = this.#layers.length * maxRecords;
		this.#layers = [...this.#layers, layer];
		const { keys } = layer.records;
		for (let index = 0; index < keys.length; index++) {
			const id = keys[index] ?? '';
			if (layer.records.isGone(index)) {
				this.#places.delete(id);
			} else {
				this.#places.set(id, first + index);
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
