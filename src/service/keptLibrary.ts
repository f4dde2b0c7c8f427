import { BoundedCache } from '../base/boundedCache.ts';
import type { Log } from '../base/log.ts';
import { type Caps, defaultCaps } from '../library/caps.ts';
import type { Collection } from '../library/collection.ts';
import type { DocumentContent, FoundFile } from '../library/document.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import type { KeptFile, KeptFiles, KeptSet } from '../library/keptFiles.ts';
import { type KeptText, toKeptText } from '../library/keptText.ts';
import { toFoundFile } from '../library/summary.ts';
import type { PlacedTextStore } from '../library/textStore.ts';
import type { PackedPart } from '../search/parts/packedPart.ts';
import { toFileBytes } from '../search/parts/segmentFile.ts';
import type { SearchIndex } from '../search/searchIndex.ts';
import type { Findings } from '../terms/findings.ts';
import { DocumentLayers, type NewRecord } from './documentLayers.ts';
import { type DocumentRecord, KeptDocument, type KeptSource, withMetadata } from './keptDocument.ts';
import { type FindingsMoment, KeptFindings } from './keptFindings.ts';
import { openParts } from './keptParts.ts';
import { encodeState, type KeptState, parseState } from './keptState.ts';
import { type KeptTable, readTable, writeTable } from './keptTable.ts';
import type { TermService } from './termService.ts';
import type { Turns } from './turns.ts';

export interface KeptLibraryOptions {
	readonly engine: SearchIndex;
	readonly collection: Collection;
	readonly store: PlacedTextStore;
	readonly terms: TermService;
	readonly turns: Turns;
	readonly log: Log;
	/** Whether the table of terms is asked for. */
	readonly usesTerms: boolean;
	/** How many documents are known, those among them that are not read yet. */
	readonly countFound: () => number;
	/** These documents are lost where they were kept, and must be read again. */
	readonly onDidLose: (ids: readonly string[]) => void;
}

/** The bytes that a content was read from, by these limits; without a hash they were not had, or not to the end. */
export interface ReadBytes {
	readonly hash: string | undefined;
	readonly caps: Caps;
}

/** Of a content that was not read from anything. */
export const noBytes: ReadBytes = { hash: undefined, caps: defaultCaps };

/** What was restored of an earlier run. */
export interface RestoredLibrary {
	readonly folders: readonly SourceFolder[];
	readonly caps: Caps;
	/** How many documents there were, those among them that had not been read. */
	readonly foundCount: number;
}

/** So many UTF-16 units of text are held of what was read whole: the documents that somebody looks at. */
const maxCachedUnits = 2 * 1024 * 1024;

/** Saving waits this long for more to save; while documents come without end, this long at most. */
const quietMs = 1_000;
const maxWaitMs = 20_000;

/**
 * Keeps on disk what was made of documents (packed parts of the index, a record of each document, the table of terms), and starts the next run with
 * it. What is kept is a state of a moment, whole: parts, the documents in them that count, and their records are committed together.
 */
export class KeptLibrary implements KeptSource {
	readonly #options: KeptLibraryOptions;
	#layers = new DocumentLayers();
	/** Contents that were read last. */
	readonly #cache = new BoundedCache<DocumentContent>(maxCachedUnits, ({ text }) => text.length);
	readonly #findings = new KeptFindings();
	/** The bytes that the content of each document is of, and the limits under which it was read. */
	readonly #hashes = new Map<string, { readonly hash: string; readonly caps: Caps }>();
	/** Documents that are not what was kept of them: they are to be read again. */
	readonly #lost = new Set<string>();
	/** Documents that changed since they were saved, or went. */
	readonly #dirty = new Set<string>();
	/** The files of parts that are kept. */
	readonly #partFiles = new Map<PackedPart, KeptFile>();
	#table: KeptTable | undefined;
	#configuration: { readonly folders: readonly SourceFolder[]; readonly caps: Caps } | undefined;
	/** The limits under which what was restored was made. */
	#restoredCaps: Caps | undefined;
	#isSettled = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#waitingSinceMs: number | undefined;
	#saving: Promise<void> | undefined;
	#isEnded = false;

	constructor(options: KeptLibraryOptions) {
		this.#options = options;
		options.engine.onDidLoseDocuments((ids) => {
			for (const id of ids) {
				this.#dirty.add(id);
			}
		});
	}

	/** Which folders and limits what is saved belongs to from now on. */
	setConfiguration(configuration: { readonly folders: readonly SourceFolder[]; readonly caps: Caps }): void {
		if (this.#configuration !== undefined && JSON.stringify(this.#configuration.caps) !== JSON.stringify(configuration.caps)) {
			// What is kept of a document counts again once it was read by these limits.
			this.#putBack([...this.#options.collection.ids()]);
		}
		this.#configuration = configuration;
	}

	/**
	 * Takes what was kept of these folders under these limits, or of all folders as they were kept; `undefined` if there is nothing that could be
	 * used. To be asked of an empty library.
	 */
	async restore(wanted?: { readonly folders: readonly SourceFolder[]; readonly caps: Caps }): Promise<RestoredLibrary | undefined> {
		const files = this.#options.store.files;
		const kept = wanted === undefined || isFor(files, wanted.folders) ? await files?.open() : undefined;
		const state = kept && parseState(kept.state);
		if (files === undefined || kept === undefined || state === undefined || !isFor(files, state.folders)) {
			return undefined;
		}
		if (wanted !== undefined && JSON.stringify(wanted.caps) !== JSON.stringify(state.caps)) {
			this.#options.log.info('The kept index was made under other limits; it is made anew.');
			return undefined;
		}
		const opened = this.#openKept(kept, state, files);
		if (opened === undefined) {
			this.#options.log.warn('The kept index is damaged; it is made anew.');
			return undefined;
		}
		const { parts, layers } = opened;
		this.#layers = layers;
		this.#configuration = { folders: state.folders, caps: state.caps };
		this.#restoredCaps = state.caps;
		for (const { part, file } of parts) {
			this.#partFiles.set(part, file);
		}
		this.#options.engine.addParts(parts.map(({ part }) => part));
		const isWanted = wanted && makeFolderTest(wanted.folders);
		const ids: string[] = [];
		const { collection, engine, terms } = this.#options;
		for (const { id, state: readState } of this.#layers.list()) {
			if (isWanted === undefined || isWanted(id)) {
				ids.push(id);
				collection.restore([{ id, state: readState, document: new KeptDocument(id, this) }]);
			} else {
				engine.removeDocument(id);
				this.#dirty.add(id);
			}
		}
		this.#table = this.#options.usesTerms && this.#dirty.size === 0 ? await readTable(kept, state, files) : undefined;
		if (files.onlyFolder !== undefined) {
			await this.#loadAll(ids, state.caps);
		}
		if (!this.#options.usesTerms) {
			return { folders: state.folders, caps: state.caps, foundCount: state.foundCount };
		}
		terms.restore({
			ids,
			readContent: (id) => collection.find(id)?.content,
			readFindings: (id) => this.#findings.read(id, files),
			table: this.#table?.table,
			glossaries: this.#table === undefined ? [] : (state.terms?.glossaries ?? []),
		});
		return { folders: state.folders, caps: state.caps, foundCount: state.foundCount };
	}

	/** Everything that a state names, if all of it is there and speaks of the same documents. */
	#openKept(kept: KeptSet, state: KeptState, files: KeptFiles) {
		try {
			const parts = openParts(kept, state, files);
			const layers = DocumentLayers.open(pick(kept, state.layers), files.checksum);
			const count = parts?.reduce((sum, { part }) => sum + part.totals.documents, 0);
			const isWhole = parts !== undefined && layers !== undefined && count === layers.size;
			return isWhole && this.#findings.open(pick(kept, state.findings), files) ? { parts, layers } : undefined;
		} catch (error) {
			// Where others make what has our checksums anything may stand: it costs what is kept, not the library.
			this.#options.log.warn(`The kept index cannot be understood: ${error instanceof Error ? error.name : String(error)}`);
			return undefined;
		}
	}

	/**
	 * Takes all contents into memory: beside the sources, on a drive that may not answer, none is read while somebody waits for nothing else.
	 */
	async #loadAll(ids: readonly string[], caps: Caps): Promise<void> {
		const { collection, store } = this.#options;
		for (const id of ids) {
			const document = collection.find(id);
			const record = document instanceof KeptDocument ? document.record : undefined;
			const content = record?.hash ? await store.load(toFoundFile(record.summary), record.hash, caps) : undefined;
			if (record?.hash && content !== undefined) {
				this.remember(id);
				collection.put([{ summary: record.summary, content: withMetadata(content, record.summary) }]);
			} else if (record?.hash !== null) {
				this.lose(id);
			}
		}
	}

	/** The files of the documents that were restored. */
	*listFiles(): Generator<FoundFile, void, void> {
		for (const { summary } of this.#options.collection.documents()) {
			yield toFoundFile(summary);
		}
	}

	/** Texts that were moved when the store was put in order: their records are written anew. */
	checkPlaces(): void {
		const { collection, store } = this.#options;
		const caps = this.#configuration?.caps;
		for (const id of store.files?.canWrite && caps ? collection.ids() : []) {
			const document = collection.find(id);
			const record = document instanceof KeptDocument ? document.record : undefined;
			if (caps && record?.hash && store.placeOf(id, record.hash, caps) !== (record.place ?? undefined)) {
				this.#dirty.add(id);
			}
		}
	}

	/** See `IntakeTarget.heldHash`. */
	heldHash(id: string, caps: Caps): string | undefined {
		const held = this.#hashes.get(id) ?? this.#recordedHash(id);
		return held !== undefined && JSON.stringify(held.caps) === JSON.stringify(caps) ? held.hash : undefined;
	}

	/**
	 * To be called in one step with what takes the place of a document: which bytes its content is of, and by which limits they were read; left out
	 * where these are the same as before.
	 */
	remember(id: string, bytes?: ReadBytes): void {
		const held = bytes ?? this.#hashes.get(id) ?? this.#recordedHash(id);
		this.#lost.delete(id);
		if (held?.hash === undefined) {
			this.#hashes.delete(id);
		} else {
			this.#hashes.set(id, { hash: held.hash, caps: held.caps });
		}
	}

	/** Whether what was kept of the document turned out to be damaged, and it was not read again yet. */
	isLost(id: string): boolean {
		return this.#lost.has(id);
	}

	/** Something of the document changed, or it went. */
	noteChange(id: string): void {
		this.#cache.delete(id);
		if (this.#options.collection.find(id) === undefined) {
			this.#hashes.delete(id);
		}
		this.#dirty.add(id);
		this.#isSettled = false;
		this.#schedule();
	}

	/** Nothing is left to read: what is new is saved soon, however little it is. */
	settle(): void {
		this.#isSettled = true;
		this.#schedule();
	}

	/** The text of the document is another. */
	forgetFindings(id: string): void {
		this.#findings.forget(id);
	}

	/** What was found in the document, as it is now. */
	noteFindings(id: string, findings: Findings): void {
		this.#findings.note(id, findings, this.#options.store.files);
	}

	/** There is something else to save: a new table of terms, or documents that were indexed anew. */
	noteNews(): void {
		this.#schedule();
	}

	/** Saves what is not saved yet, now. */
	async save(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#waitingSinceMs = undefined;
		await this.#saving;
		this.#saving ??= this.#save().finally(() => {
			this.#saving = undefined;
		});
		await this.#saving;
	}

	readRecord(id: string): DocumentRecord | undefined {
		const packed = this.#layers.read(id);
		const bytes = packed && this.#options.store.files?.packing.unpack(packed);
		if (bytes === undefined) {
			this.lose(id);
			return undefined;
		}
		return JSON.parse(new TextDecoder().decode(bytes)) as DocumentRecord;
	}

	readContent(id: string, { hash, place }: DocumentRecord): DocumentContent | undefined {
		const known = this.#cache.get(id);
		const caps = this.#capsOf(id);
		if (known !== undefined || hash === null || caps === undefined) {
			return known;
		}
		const content = this.#options.store.loadNow(id, hash, caps, place ?? undefined);
		if (content === undefined) {
			this.lose(id);
		} else {
			this.#cache.set(id, content);
		}
		return content;
	}

	openText(id: string, { hash, place }: DocumentRecord): KeptText | undefined {
		const known = this.#cache.get(id);
		const caps = this.#capsOf(id);
		if (known !== undefined || hash === null || caps === undefined) {
			return known && toKeptText(known);
		}
		const text = this.#options.store.openText(id, hash, caps, place ?? undefined);
		if (text === undefined) {
			this.lose(id);
		}
		return text;
	}

	lose(id: string): void {
		if (this.#lost.has(id)) {
			return;
		}
		this.#lost.add(id);
		this.#hashes.delete(id);
		// Terms are of all documents again once it is read.
		this.#isSettled = false;
		this.#options.log.warn('A kept document is damaged; it is read again.');
		this.#options.onDidLose([id]);
	}

	/** Takes everything into memory that is read from the disk when it is asked for: the files are about to go. Keeps nothing any more. */
	async end(): Promise<void> {
		this.#isEnded = true;
		clearTimeout(this.#timer);
		await this.#saving;
		const { collection, engine, turns } = this.#options;
		for (const id of [...collection.ids()]) {
			const document = collection.find(id);
			if (document instanceof KeptDocument) {
				const { summary, content } = document;
				collection.put([{ summary, content }]);
			}
			await turns.pause();
		}
		for (const part of engine.packedParts) {
			const bytes = this.#partFiles.get(part)?.read(0, Number.MAX_SAFE_INTEGER);
			if (bytes !== undefined) {
				part.moveTo((start, end) => bytes.subarray(start, end));
			}
		}
	}

	dispose(): void {
		this.#isEnded = true;
		clearTimeout(this.#timer);
	}

	#recordedHash(id: string): { readonly hash: string; readonly caps: Caps } | undefined {
		if (this.#lost.has(id)) {
			return undefined;
		}
		const document = this.#options.collection.find(id);
		const hash = document instanceof KeptDocument ? document.record?.hash : undefined;
		return hash && this.#restoredCaps ? { hash, caps: this.#restoredCaps } : undefined;
	}

	/** The limits under which the content of a kept document was read. */
	#capsOf(id: string): Caps | undefined {
		return this.#hashes.get(id)?.caps ?? this.#restoredCaps;
	}

	#schedule(): void {
		if (this.#isEnded || this.#options.store.files?.canWrite !== true) {
			return;
		}
		const now = performance.now();
		this.#waitingSinceMs ??= now;
		clearTimeout(this.#timer);
		const untilMs = this.#isSettled ? quietMs : Math.max(quietMs, maxWaitMs - (now - this.#waitingSinceMs));
		this.#timer = setTimeout(() => {
			this.save().catch((error) => {
				this.#options.log.error(`The index could not be kept: ${error instanceof Error ? error.stack : String(error)}`);
			});
		}, untilMs);
	}

	async #save(): Promise<void> {
		const { engine, turns, log, store } = this.#options;
		const files = store.files;
		if (this.#isEnded || files?.canWrite !== true || this.#configuration === undefined || !isFor(files, this.#configuration.folders)) {
			return;
		}
		if (this.#isSettled) {
			await turns.run(engine.packAllInSteps());
		}
		const written = await this.#encodeRecords();
		// From here to the list of parts nothing waits: what is saved is the state of one moment.
		const { parts, records, left } = this.#takeMoment(written);
		const findings = this.#findings.takeMoment();
		// A table of documents that are not kept would outlive them.
		const table = this.#isSettled && left.length === 0 ? this.#options.terms.kept : undefined;
		const isSame = parts.every(({ part }) => this.#partFiles.has(part)) && this.#partFiles.size === parts.length;
		const used = this.#listHashes();
		if (isSame && records.length === 0 && !this.#findings.hasNew && table?.table === this.#table?.table) {
			this.#putBack(left);
			await store.eraseUnheld((hash) => used.has(hash));
			return;
		}
		const { folders, caps } = this.#configuration;
		const isDone = await this.#write({ parts, records, findings, table, folders, caps }, files);
		this.#putBack(isDone ? left : [...left, ...records.map(({ id }) => id)]);
		if (isDone) {
			await store.eraseUnheld((hash) => used.has(hash));
			log.debug(`The index is kept: ${parts.length} parts, ${this.#layers.size} documents`);
		}
	}

	/** Of the contents that are held now. */
	#listHashes(): ReadonlySet<string> {
		const hashes = new Set<string>();
		for (const id of this.#options.collection.ids()) {
			const held = this.#hashes.get(id) ?? this.#recordedHash(id);
			if (held !== undefined) {
				hashes.add(held.hash);
			}
		}
		return hashes;
	}

	#putBack(ids: readonly string[]): void {
		for (const id of ids) {
			this.#dirty.add(id);
		}
	}

	/** The records of all documents that changed. Those that change again meanwhile are left for the next time. */
	async #encodeRecords(): Promise<Map<string, Uint8Array | undefined>> {
		const records = new Map<string, Uint8Array | undefined>();
		for (const id of [...this.#dirty]) {
			this.#dirty.delete(id);
			records.set(id, this.#encodeRecord(id));
			await this.#options.turns.pause();
		}
		return records;
	}

	/** `undefined` if the document is gone, or cannot be kept (yet): its text is nowhere on the disk. */
	#encodeRecord(id: string): Uint8Array | undefined {
		const document = this.#options.collection.find(id);
		if (document === undefined) {
			return undefined;
		}
		const held = this.#hashes.get(id) ?? this.#recordedHash(id);
		const place = held && this.#options.store.placeOf(id, held.hash, held.caps);
		const isOfTheseCaps = held === undefined || JSON.stringify(held.caps) === JSON.stringify(this.#configuration?.caps);
		const isTextless = held === undefined && document.content.text === '';
		if (!isOfTheseCaps || (place === undefined && !isTextless)) {
			return undefined;
		}
		const record: DocumentRecord = { summary: document.summary, hash: held?.hash ?? null, place: place ?? null };
		return this.#options.store.files?.packing.pack(new TextEncoder().encode(JSON.stringify(record)));
	}

	#takeMoment(encoded: ReadonlyMap<string, Uint8Array | undefined>): Moment {
		const { collection, engine } = this.#options;
		const parts = engine.packedParts.map((part) => ({ part, removed: new Set(part.listRemoved()) }));
		const records: NewRecord[] = [];
		const left: string[] = [];
		for (const [id, bytes] of encoded) {
			const holder = parts.find(({ part }) => part.findDocument(id) >= 0);
			const document = collection.find(id);
			const isKept = bytes !== undefined && document !== undefined && holder !== undefined && !this.#dirty.has(id);
			if (!isKept) {
				// What has no record is no document of a part either.
				holder?.removed.add(holder.part.findDocument(id));
				if (document !== undefined) {
					left.push(id);
				}
			}
			if (isKept || this.#layers.has(id)) {
				records.push({ id, state: document?.summary.state ?? 'skipped', bytes: isKept ? bytes : undefined });
			}
		}
		// Those that changed since their records were made are gone from what is saved now.
		for (const id of this.#dirty) {
			if (!encoded.has(id)) {
				const holder = parts.find(({ part }) => part.findDocument(id) >= 0);
				holder?.removed.add(holder.part.findDocument(id));
				if (this.#layers.has(id)) {
					records.push({ id, state: 'skipped', bytes: undefined });
				}
				left.push(id);
			}
		}
		return { parts, records, left };
	}

	async #write({ parts, records, findings: found, table, folders, caps }: SavedState, files: KeptFiles): Promise<boolean> {
		const partFiles = new Map<PackedPart, KeptFile>();
		for (const { part } of parts) {
			const file = this.#partFiles.get(part) ?? (part.sections && (await files.write(toFileBytes(part.sections, files.checksum), 'index')));
			if (file === undefined) {
				return false;
			}
			partFiles.set(part, file);
		}
		if (records.length > 0 && !(await this.#layers.add(records, files, 'index'))) {
			return false;
		}
		const findings = await this.#findings.write(found, files);
		if (findings === undefined) {
			return false;
		}
		const keptTable = table && (table.table === this.#table?.table ? this.#table : await writeTable(table.table, files));
		if (table !== undefined && keptTable === undefined) {
			return false;
		}
		const state: KeptState = {
			folders,
			caps,
			foundCount: this.#options.countFound(),
			parts: parts.map(({ part, removed }) => ({ name: partFiles.get(part)?.name ?? '', removed: [...removed] })),
			layers: this.#layers.names,
			findings,
			terms: table && keptTable ? { table: keptTable.file.name, check: keptTable.check, glossaries: table.glossaries } : null,
		};
		const names = new Set([
			...state.parts.map(({ name }) => name),
			...state.layers,
			...state.findings,
			...(state.terms ? [state.terms.table] : []),
		]);
		if (!(await files.commit(encodeState(state), names))) {
			return false;
		}
		this.#table = keptTable;
		this.#partFiles.clear();
		for (const [part, file] of partFiles) {
			this.#partFiles.set(part, file);
			if (part.sections !== undefined) {
				part.moveTo(file.read, files.checksum);
			}
		}
		return true;
	}
}

interface SavedPart {
	readonly part: PackedPart;
	/** The numbers of documents that do not count. */
	readonly removed: Set<number>;
}

interface Moment {
	readonly parts: readonly SavedPart[];
	readonly records: readonly NewRecord[];
	/** Documents that are not kept by this. */
	readonly left: readonly string[];
}

interface SavedState extends Pick<Moment, 'parts' | 'records'> {
	readonly findings: FindingsMoment;
	readonly table: TermService['kept'];
	readonly folders: readonly SourceFolder[];
	readonly caps: Caps;
}

/** Whether something of these folders may be kept there. */
function isFor(files: KeptFiles | undefined, folders: readonly SourceFolder[]): boolean {
	return files?.onlyFolder === undefined || folders.every(({ uri }) => uri === files.onlyFolder);
}

function pick(kept: KeptSet, names: readonly string[]): readonly KeptFile[] {
	return names.map((name) => kept.files.get(name) ?? { name, read: () => new Uint8Array() });
}

function makeFolderTest(folders: readonly SourceFolder[]): (id: string) => boolean {
	return (id) => folders.some(({ uri }) => id === uri || id.startsWith(`${uri}/`));
}
