import { BoundedCache } from '../base/boundedCache.ts';
import { Cancelled } from '../base/cancellation.ts';
import type { Log } from '../base/log.ts';
import type { ReadState } from '../base/problem.ts';
import type { Steps } from '../base/steps.ts';
import type { Caps } from '../library/caps.ts';
import type { Collection } from '../library/collection.ts';
import type { DocumentContent, FoundFile } from '../library/document.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import { type KeptText, toKeptText } from '../library/keptText.ts';
import { toFoundFile } from '../library/summary.ts';
import type { PlacedTextStore, TextPlace } from '../library/textStore.ts';
import type { PackedPart } from '../search/parts/packedPart.ts';
import type { SearchIndex } from '../search/searchIndex.ts';
import type { Findings } from '../terms/findings.ts';
import { HeldHashes, type ReadBytes } from './heldHashes.ts';
import { type DocumentRecord, KeptDocument, type KeptSource, withMetadata } from './keptDocument.ts';
import { KeptPlace, type OpenedPlace } from './keptPlace.ts';
import { takeSavedState } from './savedState.ts';
import { SaveSchedule } from './saveSchedule.ts';
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

/** What was restored of an earlier run. */
export interface RestoredLibrary {
	readonly folders: readonly SourceFolder[];
	readonly caps: Caps;
	/** How many documents there were, those among them that had not been read. */
	readonly foundCount: number;
}

/** So many UTF-16 units of text are held of what was read whole: the documents that somebody looks at. */
const maxCachedUnits = 2 * 1024 * 1024;

/** Documents whose records are read in some milliseconds, if nobody asked for them before. */
const listedPerStep = 200;

interface Configuration {
	readonly folders: readonly SourceFolder[];
	readonly caps: Caps;
}

/**
 * Keeps on disk what was made of documents (packed parts of the index, a record of each document, the table of terms), and starts the next run with
 * it. What is kept in a place is a state of a moment, whole: parts, the documents in them that count, and their records are committed together.
 * Beside several source folders each keeps what is of its own documents, so that nothing of one stands beside another.
 */
export class KeptLibrary implements KeptSource {
	readonly #options: KeptLibraryOptions;
	/** Those of single source folders before the one of all others. */
	#places: readonly KeptPlace[] = [];
	/** Contents that were read last. */
	readonly #cache = new BoundedCache<DocumentContent>(maxCachedUnits, ({ text }) => text.length);
	readonly #hashes: HeldHashes;
	readonly #schedule: SaveSchedule;
	/** Documents that are not what was kept of them: they are to be read again. */
	readonly #lost = new Set<string>();
	/** Documents that changed since they were saved, or went. */
	readonly #dirty = new Set<string>();
	/** Parts that were kept in a place that is none any more, as their files were. */
	readonly #left = new WeakMap<PackedPart, Uint8Array>();
	#configuration: Configuration | undefined;
	/** The parts of the index are being made one, until something changes. */
	#joining: { isCancellationRequested: boolean } | undefined;
	/** Nothing is saved while places change. */
	#isLeaving = false;

	constructor(options: KeptLibraryOptions) {
		this.#options = options;
		this.#hashes = new HeldHashes((id) => this.#readRecordedHash(id));
		this.#schedule = new SaveSchedule({
			save: (isLast) => this.#save(isLast),
			canSave: () => this.#places.some(({ files }) => files.canWrite),
			isScattered: () => options.engine.isScattered,
			onFailure: (error) => options.log.error(`The index could not be kept: ${error instanceof Error ? error.stack : String(error)}`),
		});
		options.engine.onDidLoseDocuments((ids) => {
			for (const id of ids) {
				this.#dirty.add(id);
			}
		});
	}

	/** Which folders and limits what is saved belongs to from now on. */
	setConfiguration(configuration: Configuration): void {
		if (this.#configuration !== undefined && JSON.stringify(this.#configuration.caps) !== JSON.stringify(configuration.caps)) {
			// What is kept of a document counts again once it was read by these limits.
			this.#putBack([...this.#options.collection.ids()]);
		}
		this.#configuration = configuration;
	}

	/**
	 * To be called before the store leaves all places but these: takes into memory what is read from the others when it is asked for. Their
	 * documents count as not held, so that they are read once more and kept where they belong then.
	 */
	async leave(staying: readonly TextPlace[]): Promise<void> {
		this.#isLeaving = true;
		this.#stopJoining();
		await this.#schedule.whenSaved();
		const leaving = this.#places.filter((place) => !place.isOneOf(staying));
		const { collection, turns } = this.#options;
		for (const id of leaving.length > 0 ? [...collection.ids()] : []) {
			const document = collection.find(id);
			if (leaving.some((place) => this.#placeOf(id) === place)) {
				if (document instanceof KeptDocument) {
					const { summary, content } = document;
					collection.put([{ summary, content }]);
				}
				this.#hashes.forget(id);
				this.#dirty.delete(id);
				await turns.pause();
			}
		}
		for (const place of leaving) {
			for (const [part, bytes] of place.leaveFiles()) {
				this.#left.set(part, bytes);
			}
		}
		this.#places = this.#places.filter((place) => !leaving.includes(place));
	}

	/** Keeps everything where the store has its places now. */
	enter(): void {
		const { engine, store } = this.#options;
		const known = new Map(this.#places.map((place) => [place.files, place]));
		this.#places = store.indexes
			.map((index) => known.get(index.files) ?? new KeptPlace(index))
			.sort((a, b) => (b.folder?.length ?? 0) - (a.folder?.length ?? 0));
		this.#isLeaving = false;
		if (this.#dirty.size > 0) {
			this.#schedule.schedule();
		}
		// What is beside one folder stands by itself, also where nothing of the others is kept.
		const isBesideFolder = this.#places.some(({ folder }) => folder !== undefined);
		engine.setGroups(isBesideFolder ? (id) => this.#placeOf(id)?.folder ?? '' : undefined);
	}

	/**
	 * Takes what was kept of these folders under these limits, or of all folders as they were kept; `undefined` if there is nothing that could be
	 * used. To be asked of an empty library.
	 */
	async restore(wanted?: Configuration): Promise<RestoredLibrary | undefined> {
		const { collection, engine, log, terms, usesTerms } = this.#options;
		const opened: OpenedPlace[] = [];
		const isWanted = wanted && makeFolderTest(wanted.folders);
		const ids: string[] = [];
		for (const place of this.#places) {
			const of =
				wanted === undefined || wanted.folders.some(({ uri }) => place.ownsFolder(uri)) ? await place.open(wanted?.caps, log) : undefined;
			if (of === undefined) {
				continue;
			}
			opened.push(of);
			this.#hashes.noteRestored(of.state.caps);
			engine.addParts(of.parts);
			const first = ids.length;
			collection.restore(this.#chooseWanted(of, place, isWanted, ids), (id) => new KeptDocument(id, this));
			if (place.folder !== undefined) {
				await this.#loadAll(ids.slice(first), of.state.caps);
			}
		}
		const [first] = opened;
		if (first === undefined) {
			return undefined;
		}
		const folders = opened.flatMap(({ state }) => state.folders);
		this.#configuration = { folders, caps: first.state.caps };
		if (usesTerms) {
			const hasTable = this.#dirty.size === 0 && this.#findSolePlace() !== undefined;
			const table = hasTable ? await this.#places[0]?.openTable(first) : undefined;
			terms.restore({
				ids,
				readContent: (id) => collection.find(id)?.content,
				readFindings: (id) => this.#placeOf(id)?.readFindings(id),
				table,
				glossaries: table === undefined ? [] : (first.state.terms?.glossaries ?? []),
			});
		}
		return { folders, caps: first.state.caps, foundCount: opened.reduce((sum, { state }) => sum + state.foundCount, 0) };
	}

	/** The documents of a place that are wanted, and their ids at the end of `ids`; the others are forgotten by the engine, and here the next time. */
	*#chooseWanted(
		{ documents }: OpenedPlace,
		place: KeptPlace,
		isWanted: ((id: string) => boolean) | undefined,
		ids: string[],
	): Generator<{ readonly id: string; readonly state: ReadState }, void, void> {
		for (const document of documents) {
			const { id } = document;
			if ((isWanted === undefined || isWanted(id)) && this.#placeOf(id) === place) {
				ids.push(id);
				yield document;
			} else {
				this.#options.engine.removeDocument(id);
				this.#dirty.add(id);
			}
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
		for (const id of caps ? collection.ids() : []) {
			const document = this.#placeOf(id)?.files.canWrite ? collection.find(id) : undefined;
			const record = document instanceof KeptDocument ? document.record : undefined;
			if (caps && record?.hash && store.placeOf(id, record.hash, caps) !== (record.place ?? undefined)) {
				this.#dirty.add(id);
			}
		}
	}

	/** See `IntakeTarget.heldHash`. */
	heldHash(id: string, caps: Caps): string | undefined {
		const held = this.#hashes.find(id);
		return held !== undefined && JSON.stringify(held.caps) === JSON.stringify(caps) ? held.hash : undefined;
	}

	/**
	 * To be called in one step with what takes the place of a document: which bytes its content is of, and by which limits they were read; left out
	 * where these are the same as before.
	 */
	remember(id: string, bytes?: ReadBytes): void {
		const held = bytes ?? this.#hashes.find(id);
		this.#lost.delete(id);
		if (held === undefined) {
			this.#hashes.forget(id);
		} else {
			this.#hashes.set(id, held);
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
			this.#hashes.forget(id);
		}
		this.#dirty.add(id);
		this.#schedule.unsettle();
		this.#stopJoining();
		this.#schedule.schedule();
	}

	/** Nothing is left to read: what is new is saved soon, however little it is. */
	settle(): void {
		this.#schedule.settle();
	}

	/** The text of the document is another. */
	forgetFindings(id: string): void {
		this.#placeOf(id)?.forgetFindings(id);
	}

	/** What was found in the document, as it is now. */
	noteFindings(id: string, findings: Findings): void {
		this.#placeOf(id)?.noteFindings(id, findings);
	}

	/** There is something else to save: a new table of terms, or documents that were indexed anew. */
	noteNews(): void {
		this.#schedule.schedule();
	}

	/** Saves what is not saved yet, now; once nothing is left to read with the index in as few parts as it can be (`isLast`), or so when it has been quiet for a while. */
	save(isLast: boolean): Promise<void> {
		return this.#schedule.save(isLast);
	}

	readRecord(id: string): DocumentRecord | undefined {
		const record = this.#placeOf(id)?.readRecord(id);
		if (record === undefined) {
			this.lose(id);
		}
		return record;
	}

	readContent(id: string, { hash, place }: DocumentRecord): DocumentContent | undefined {
		const known = this.#cache.get(id);
		const caps = this.#hashes.capsOf(id);
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
		const caps = this.#hashes.capsOf(id);
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
		this.#hashes.forget(id);
		// Terms are of all documents again once it is read.
		this.#schedule.unsettle();
		this.#options.log.warn('A kept document is damaged; it is read again.');
		this.#options.onDidLose([id]);
	}

	/** Takes everything into memory that is read from the disk when it is asked for: the files are about to go. Keeps nothing any more. */
	async end(): Promise<void> {
		this.dispose();
		await this.leave([]);
	}

	dispose(): void {
		this.#schedule.end();
		this.#stopJoining();
	}

	#readRecordedHash(id: string): string | null | undefined {
		const document = this.#lost.has(id) ? undefined : this.#options.collection.find(id);
		return document instanceof KeptDocument ? document.record?.hash : undefined;
	}

	#placeOf(id: string): KeptPlace | undefined {
		return this.#places.find((place) => place.owns(id));
	}

	/** The place where all documents are kept, if there is one. */
	#findSolePlace(): KeptPlace | undefined {
		const [place, ...others] = this.#places;
		return others.length === 0 && this.#configuration?.folders.every(({ uri }) => place?.ownsFolder(uri)) ? place : undefined;
	}

	#stopJoining(): void {
		if (this.#joining !== undefined) {
			this.#joining.isCancellationRequested = true;
		}
	}

	/** Makes one of the parts of the index; gives up as soon as something changes. */
	async #join(): Promise<void> {
		// Since saving began something may have changed, or a folder be about to go.
		const joining = { isCancellationRequested: this.#schedule.isEnded || this.#isLeaving || !this.#schedule.isSettled };
		this.#joining = joining;
		const steps = this.#options.engine.joinInSteps();
		try {
			await this.#options.turns.run(steps, joining);
		} catch (error) {
			if (!Cancelled.is(error)) {
				throw error;
			}
		} finally {
			steps.return();
			this.#joining = undefined;
		}
	}

	async #save(isLast: boolean): Promise<void> {
		const { collection, engine, turns, log, store, terms } = this.#options;
		const places = this.#places.filter(({ files }) => files.canWrite);
		if (this.#schedule.isEnded || this.#isLeaving || places.length === 0 || this.#configuration === undefined) {
			return;
		}
		if (this.#schedule.isSettled) {
			await turns.run(engine.packAllInSteps());
			if (isLast) {
				await this.#join();
			}
		}
		const used = await turns.run(this.#listHashesInSteps());
		const encoded = await this.#encodeRecords();
		// From here to the list of parts nothing waits: what is saved is the state of one moment.
		const { folders, caps } = this.#configuration;
		const isKeptInOne = this.#findSolePlace() !== undefined;
		this.#addHashes([...encoded.keys(), ...this.#dirty], used);
		const moments = places.map((place) => {
			const saved = this.#listParts(place).map((part) => ({ part, bytes: this.#left.get(part) }));
			const isOwn = (id: string) => this.#placeOf(id) === place;
			const { left, ...moment } = takeSavedState(saved, { encoded, dirty: this.#dirty, collection, isOwn, isKnown: (id) => place.has(id) });
			// A table of documents that are not kept would outlive them.
			const table = isKeptInOne && this.#schedule.isSettled && left.length === 0 ? terms.kept : undefined;
			const own = { folders: folders.filter(({ uri }) => place.ownsFolder(uri)), caps, foundCount: this.#countFound(place) };
			return { place, left, moment: { ...moment, ...own, findings: place.takeFindings(), table } };
		});
		let isDone = true;
		for (const { place, left, moment } of moments) {
			const isWritten = place.isKept(moment) || (await place.write(moment));
			this.#putBack(isWritten ? left : [...left, ...moment.records.map(({ id }) => id)]);
			isDone &&= isWritten;
		}
		if (isDone) {
			await store.eraseUnheld((hash) => used.has(hash));
			log.debug(`The index is kept: ${places.map(({ size }) => size).join(', ')} documents`);
		}
	}

	/** How many documents of a place are known, those among them that are not read yet. */
	#countFound(place: KeptPlace): number {
		return place.folder === undefined
			? this.#options.countFound()
			: [...this.#options.collection.ids()].reduce((count, id) => count + Number(place.owns(id)), 0);
	}

	/** Of the contents that are held; those of documents that change meanwhile are to be added. Somebody may ask while there are very many. */
	*#listHashesInSteps(): Steps<Set<string>> {
		const hashes = new Set<string>();
		const ids = [...this.#options.collection.ids()];
		for (let from = 0; from < ids.length; from += listedPerStep) {
			this.#addHashes(ids.slice(from, from + listedPerStep), hashes);
			yield;
		}
		return hashes;
	}

	#addHashes(ids: readonly string[], hashes: Set<string>): void {
		for (const id of ids) {
			const held = this.#hashes.find(id);
			if (held !== undefined) {
				hashes.add(held.hash);
			}
		}
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
			const place = this.#placeOf(id);
			if (place?.files.canWrite === true) {
				this.#dirty.delete(id);
				records.set(id, this.#encodeRecord(id, place));
				await this.#options.turns.pause();
			}
		}
		return records;
	}

	/** `undefined` if the document is gone, or cannot be kept (yet): its text is nowhere on the disk. */
	#encodeRecord(id: string, place: KeptPlace): Uint8Array | undefined {
		const document = this.#options.collection.find(id);
		if (document === undefined) {
			return undefined;
		}
		const held = this.#hashes.find(id);
		const textPlace = held && this.#options.store.placeOf(id, held.hash, held.caps);
		const isOfTheseCaps = held === undefined || JSON.stringify(held.caps) === JSON.stringify(this.#configuration?.caps);
		const isTextless = held === undefined && document.content.text === '';
		if (!isOfTheseCaps || (textPlace === undefined && !isTextless)) {
			return undefined;
		}
		return place.packRecord({ summary: document.summary, hash: held?.hash ?? null, place: textPlace ?? null });
	}

	/** The packed parts that are of documents of this place. */
	#listParts(place: KeptPlace): PackedPart[] {
		const isSole = place.folder === undefined && this.#places.length === 1;
		return this.#options.engine.packedParts.filter((part) => isSole || part.listIds().every((id) => this.#placeOf(id) === place));
	}
}

function makeFolderTest(folders: readonly SourceFolder[]): (id: string) => boolean {
	return (id) => folders.some(({ uri }) => id === uri || id.startsWith(`${uri}/`));
}
