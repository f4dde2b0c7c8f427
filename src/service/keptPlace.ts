import type { Log } from '../base/log.ts';
import type { Caps } from '../library/caps.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import type { KeptFile, KeptFiles, KeptSet } from '../library/keptFiles.ts';
import type { PlacedIndex } from '../library/textStore.ts';
import type { PackedPart } from '../search/parts/packedPart.ts';
import { toFileBytes } from '../search/parts/segmentFile.ts';
import type { Findings } from '../terms/findings.ts';
import type { TableBuffer } from '../terms/tableSections.ts';
import { DocumentLayers, type NewRecord } from './documentLayers.ts';
import type { DocumentRecord } from './keptDocument.ts';
import { type FindingsMoment, KeptFindings } from './keptFindings.ts';
import { openParts } from './keptParts.ts';
import { encodeState, type KeptState, parseState } from './keptState.ts';
import { type KeptTable, readTable, writeTable } from './keptTable.ts';
import type { TermService } from './termService.ts';

/** What was kept in a place, opened. */
export interface OpenedPlace {
	readonly state: KeptState;
	readonly parts: readonly PackedPart[];
	readonly documents: ReturnType<DocumentLayers['list']>;
	readonly kept: KeptSet;
}

/** A part of the index that is saved. */
export interface SavedPart {
	readonly part: PackedPart;
	/** The numbers of its documents that do not count. */
	readonly removed: ReadonlySet<number>;
	/** As its file was, if it stood in another place before. */
	readonly bytes: Uint8Array | undefined;
}

/** What is saved in a place: a state of one moment. */
export interface PlaceMoment {
	readonly parts: readonly SavedPart[];
	readonly records: readonly NewRecord[];
	readonly findings: FindingsMoment;
	readonly table: TermService['kept'];
	readonly folders: readonly SourceFolder[];
	readonly caps: Caps;
	readonly foundCount: number;
}

/** One place where a library is kept: which files hold what of the documents that it owns. What is committed there is whole, whenever the process ends. */
export class KeptPlace {
	readonly #index: PlacedIndex;
	#layers = new DocumentLayers();
	readonly #findings = new KeptFindings();
	/** The files of parts that are kept. */
	readonly #partFiles = new Map<PackedPart, KeptFile>();
	#table: KeptTable | undefined;

	constructor(index: PlacedIndex) {
		this.#index = index;
	}

	get files(): KeptFiles {
		return this.#index.files;
	}

	/** The URI of the one source folder whose documents it owns; those that no other place owns if `undefined`. */
	get folder(): string | undefined {
		return this.#index.place.folder;
	}

	/** As one of others it is still the same place. */
	isOneOf(places: readonly unknown[]): boolean {
		return places.some((place) => JSON.stringify(place) === JSON.stringify(this.#index.place));
	}

	/** Whether documents below this folder are kept here, as far as it goes. */
	ownsFolder(uri: string): boolean {
		return this.folder === undefined || uri === this.folder;
	}

	owns(id: string): boolean {
		return this.folder === undefined || id.startsWith(`${this.folder}/`);
	}

	has(id: string): boolean {
		return this.#layers.has(id);
	}

	/** How many documents are kept. */
	get size(): number {
		return this.#layers.size;
	}

	/** Opens what is kept under these limits, or as it is; `undefined`, and a line in the log, where that cannot be used. */
	async open(caps: Caps | undefined, log: Log): Promise<OpenedPlace | undefined> {
		const kept = await this.files.open();
		const state = kept && parseState(kept.state);
		if (kept === undefined || state === undefined || !state.folders.every(({ uri }) => this.ownsFolder(uri))) {
			return undefined;
		}
		if (caps !== undefined && JSON.stringify(caps) !== JSON.stringify(state.caps)) {
			log.info('The kept index was made under other limits; it is made anew.');
			return undefined;
		}
		const parts = this.#openAll(kept, state, log);
		if (parts === undefined) {
			log.warn(caps === undefined ? 'The kept index is damaged.' : 'The kept index is damaged; it is made anew.');
			return undefined;
		}
		return { state, parts, documents: this.#layers.list(), kept };
	}

	/** The table of just the documents that are kept; `undefined` if there is none. */
	async openTable({ state, kept }: OpenedPlace): Promise<TableBuffer | undefined> {
		this.#table = await readTable(kept, state, this.files);
		return this.#table?.table;
	}

	/** `undefined` if it is not as it was written. */
	readRecord(id: string): DocumentRecord | undefined {
		const packed = this.#layers.read(id);
		const bytes = packed && this.files.packing.unpack(packed);
		return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as DocumentRecord);
	}

	packRecord(record: DocumentRecord): Uint8Array {
		return this.files.packing.pack(new TextEncoder().encode(JSON.stringify(record)));
	}

	readFindings(id: string): Findings | undefined {
		return this.#findings.read(id, this.files);
	}

	noteFindings(id: string, findings: Findings): void {
		this.#findings.note(id, findings, this.files);
	}

	forgetFindings(id: string): void {
		this.#findings.forget(id);
	}

	takeFindings(): FindingsMoment {
		return this.#findings.takeMoment();
	}

	/** Whether just this is kept already. */
	isKept({ parts, records, table }: Pick<PlaceMoment, 'parts' | 'records' | 'table'>): boolean {
		const isSame = parts.every(({ part }) => this.#partFiles.has(part)) && this.#partFiles.size === parts.length;
		return isSame && records.length === 0 && !this.#findings.hasNew && table?.table === this.#table?.table;
	}

	/** Whether it was done. */
	async write(moment: PlaceMoment): Promise<boolean> {
		const { files } = this;
		const partFiles = new Map<PackedPart, KeptFile>();
		for (const { part, bytes } of moment.parts) {
			const pieces = part.sections ? toFileBytes(part.sections, files.checksum) : bytes && [bytes];
			const file = this.#partFiles.get(part) ?? (pieces && (await files.write(pieces, 'index')));
			if (file === undefined) {
				return false;
			}
			partFiles.set(part, file);
		}
		if (moment.records.length > 0 && !(await this.#layers.add(moment.records, files, 'documents'))) {
			return false;
		}
		const findings = await this.#findings.write(moment.findings, files);
		if (findings === undefined) {
			return false;
		}
		const { table, folders, caps, foundCount } = moment;
		const keptTable = table && (table.table === this.#table?.table ? this.#table : await writeTable(table.table, files));
		if (table !== undefined && keptTable === undefined) {
			return false;
		}
		const state: KeptState = {
			folders,
			caps,
			foundCount,
			parts: moment.parts.map(({ part, removed }) => ({ name: partFiles.get(part)?.name ?? '', removed: [...removed] })),
			layers: this.#layers.names,
			findings,
			terms: table && keptTable ? { table: keptTable.file.name, check: keptTable.check, glossaries: table.glossaries } : null,
		};
		if (!(await files.commit(encodeState(state), listNames(state)))) {
			return false;
		}
		this.#table = keptTable;
		this.#partFiles.clear();
		for (const { part, bytes } of moment.parts) {
			const file = partFiles.get(part);
			if (file !== undefined) {
				this.#partFiles.set(part, file);
				if (part.sections !== undefined || bytes !== undefined) {
					part.moveTo(file.read, files.checksum);
				}
			}
		}
		return true;
	}

	/** Takes the parts into memory, since their files are about to go; gives what these were. */
	leaveFiles(): ReadonlyMap<PackedPart, Uint8Array> {
		const left = new Map<PackedPart, Uint8Array>();
		for (const [part, file] of this.#partFiles) {
			const bytes = file.read(0, Number.MAX_SAFE_INTEGER);
			part.moveTo((start, end) => bytes.subarray(start, end), this.files.checksum);
			left.set(part, bytes);
		}
		return left;
	}

	/** Everything that a state names, if all of it is there and speaks of the same documents. */
	#openAll(kept: KeptSet, state: KeptState, log: Log): readonly PackedPart[] | undefined {
		try {
			const opened = openParts(kept, state, this.files);
			const layers = DocumentLayers.open(pick(kept, state.layers), this.files.checksum);
			const count = opened?.reduce((sum, { part }) => sum + part.totals.documents, 0);
			const isWhole = layers !== undefined && count === layers.size && this.#findings.open(pick(kept, state.findings), this.files);
			if (opened === undefined || layers === undefined || !isWhole) {
				return undefined;
			}
			this.#layers = layers;
			for (const { part, file } of opened) {
				this.#partFiles.set(part, file);
			}
			return opened.map(({ part }) => part);
		} catch (error) {
			// Where others make what has our checksums anything may stand: it costs what is kept, not the library.
			log.warn(`The kept index cannot be understood: ${error instanceof Error ? error.name : String(error)}`);
			return undefined;
		}
	}
}

function pick(kept: KeptSet, names: readonly string[]): readonly KeptFile[] {
	return names.map((name) => kept.files.get(name) ?? { name, read: () => new Uint8Array() });
}

function listNames({ parts, layers, findings, terms }: KeptState): ReadonlySet<string> {
	return new Set([...parts.map(({ name }) => name), ...layers, ...findings, ...(terms ? [terms.table] : [])]);
}
