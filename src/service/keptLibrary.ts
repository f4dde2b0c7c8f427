import type { Log } from '../base/log.ts';
import type { ReadState } from '../base/problem.ts';
import type { Caps } from '../library/caps.ts';
import type { Collection } from '../library/collection.ts';
import type { FoundFile } from '../library/document.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import { toFoundFile } from '../library/summary.ts';
import type { PlacedTextStore, TextPlace } from '../library/textStore.ts';
import type { SearchIndex } from '../search/searchIndex.ts';
import type { Findings } from '../terms/findings.ts';
import type { ReadBytes } from './heldHashes.ts';
import { KeptContents } from './keptContents.ts';
import { KeptDocument, withMetadata } from './keptDocument.ts';
import type { KeptPlace, OpenedPlace } from './keptPlace.ts';
import { KeptPlaces } from './keptPlaces.ts';
import { type KeptConfiguration, LibrarySaver } from './librarySaver.ts';
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

/**
 * Keeps on disk what was made of documents (packed parts of the index, a record of each document, the table of terms), and starts the next run with
 * it. What is kept in a place is a state of a moment, whole: parts, the documents in them that count, and their records are committed together.
 * Beside several source folders each keeps what is of its own documents, so that nothing of one stands beside another.
 */
export class KeptLibrary {
	readonly #options: KeptLibraryOptions;
	readonly #places = new KeptPlaces();
	readonly #contents: KeptContents;
	readonly #saver: LibrarySaver;

	constructor(options: KeptLibraryOptions) {
		this.#options = options;
		const places = this.#places;
		this.#contents = new KeptContents({
			...options,
			places,
			onDidLose: (id) => {
				// Terms are of all documents again once it is read.
				this.#saver.schedule.unsettle();
				options.onDidLose([id]);
			},
		});
		this.#saver = new LibrarySaver({ ...options, places, contents: this.#contents });
	}

	/** Which folders and limits what is saved belongs to from now on. */
	setConfiguration(configuration: KeptConfiguration): void {
		const before = this.#saver.configuration;
		if (before !== undefined && JSON.stringify(before.caps) !== JSON.stringify(configuration.caps)) {
			// What is kept of a document counts again once it was read by these limits.
			this.#saver.noteUnsaved(this.#options.collection.ids());
		}
		this.#saver.configuration = configuration;
	}

	/**
	 * To be called before the store leaves all places but these: takes into memory what is read from the others when it is asked for. Their
	 * documents count as not held, so that they are read once more and kept where they belong then.
	 */
	async leave(staying: readonly TextPlace[]): Promise<void> {
		await this.#saver.pause();
		const leaving = this.#places.listOthers(staying);
		const { collection, turns } = this.#options;
		for (const id of leaving.length > 0 ? [...collection.ids()] : []) {
			const document = collection.find(id);
			if (leaving.some((place) => this.#places.of(id) === place)) {
				if (document instanceof KeptDocument) {
					const { summary, content } = document;
					collection.put([{ summary, content }]);
				}
				this.#contents.forgetHash(id);
				this.#saver.forget(id);
				await turns.pause();
			}
		}
		for (const place of leaving) {
			for (const [part, bytes] of place.leaveFiles()) {
				this.#saver.noteLeft(part, bytes);
			}
		}
		this.#places.remove(leaving);
	}

	/** Keeps everything where the store has its places now. */
	enter(): void {
		const { engine, store } = this.#options;
		this.#places.set(store.indexes);
		this.#saver.goOn();
		// What is beside one folder stands by itself, also where nothing of the others is kept.
		const isBesideFolder = this.#places.all.some(({ folder }) => folder !== undefined);
		engine.setGroups(isBesideFolder ? (id) => this.#places.of(id)?.folder ?? '' : undefined);
	}

	/**
	 * Takes what was kept of these folders under these limits, or of all folders as they were kept; `undefined` if there is nothing that could be
	 * used. To be asked of an empty library.
	 */
	async restore(wanted?: KeptConfiguration): Promise<RestoredLibrary | undefined> {
		const { collection, engine, log, terms, usesTerms } = this.#options;
		const opened: OpenedPlace[] = [];
		const isWanted = wanted && makeFolderTest(wanted.folders);
		const ids: string[] = [];
		for (const place of this.#places.all) {
			const of =
				wanted === undefined || wanted.folders.some(({ uri }) => place.ownsFolder(uri)) ? await place.open(wanted?.caps, log) : undefined;
			if (of === undefined) {
				continue;
			}
			opened.push(of);
			this.#contents.noteRestored(of.state.caps);
			engine.addParts(of.parts);
			const first = ids.length;
			collection.restore(this.#chooseWanted(of, place, isWanted, ids), (id) => new KeptDocument(id, this.#contents));
			if (place.folder !== undefined) {
				await this.#loadAll(ids.slice(first), of.state.caps);
			}
		}
		const [first] = opened;
		if (first === undefined) {
			return undefined;
		}
		const folders = opened.flatMap(({ state }) => state.folders);
		this.#saver.configuration = { folders, caps: first.state.caps };
		if (usesTerms) {
			const sole = this.#saver.hasUnsaved ? undefined : this.#places.findSole(folders);
			const table = await sole?.openTable(first);
			terms.restore({
				ids,
				readContent: (id) => collection.find(id)?.content,
				readFindings: (id) => this.#places.of(id)?.readFindings(id),
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
			if ((isWanted === undefined || isWanted(id)) && this.#places.of(id) === place) {
				ids.push(id);
				yield document;
			} else {
				this.#options.engine.removeDocument(id);
				this.#saver.noteUnsaved([id]);
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
				this.#contents.lose(id);
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
		const caps = this.#saver.configuration?.caps;
		for (const id of caps ? collection.ids() : []) {
			const document = this.#places.of(id)?.files.canWrite ? collection.find(id) : undefined;
			const record = document instanceof KeptDocument ? document.record : undefined;
			if (caps && record?.hash && store.placeOf(id, record.hash, caps) !== (record.place ?? undefined)) {
				this.#saver.noteUnsaved([id]);
			}
		}
	}

	/** See `DocumentTarget.heldHash`. */
	heldHash(id: string, caps: Caps): string | undefined {
		const held = this.#contents.findHash(id);
		return held !== undefined && JSON.stringify(held.caps) === JSON.stringify(caps) ? held.hash : undefined;
	}

	/**
	 * To be called in one step with what takes the place of a document: which bytes its content is of, and by which limits they were read; left out
	 * where these are the same as before.
	 */
	remember(id: string, bytes?: ReadBytes): void {
		this.#contents.remember(id, bytes);
	}

	/** Whether what was kept of the document turned out to be damaged, and it was not read again yet. */
	isLost(id: string): boolean {
		return this.#contents.isLost(id);
	}

	/** Something of the document changed, or it went. */
	noteChange(id: string): void {
		this.#contents.noteChange(id);
		this.#saver.noteChange(id);
	}

	/** Nothing is left to read: what is new is saved soon, however little it is. */
	settle(): void {
		this.#saver.schedule.settle();
	}

	/** The text of the document is another. */
	forgetFindings(id: string): void {
		this.#places.of(id)?.forgetFindings(id);
	}

	/** What was found in the document, as it is now. */
	noteFindings(id: string, findings: Findings): void {
		this.#places.of(id)?.noteFindings(id, findings);
	}

	/** There is something else to save: a new table of terms, or documents that were indexed anew. */
	noteNews(): void {
		this.#saver.schedule.schedule();
	}

	/** Saves what is not saved yet, now; once nothing is left to read with the index in as few parts as it can be (`isLast`), or so when it has been quiet for a while. */
	save(isLast: boolean): Promise<void> {
		return this.#saver.schedule.save(isLast);
	}

	/** Takes everything into memory that is read from the disk when it is asked for: the files are about to go. Keeps nothing any more. */
	async end(): Promise<void> {
		this.dispose();
		await this.leave([]);
	}

	dispose(): void {
		this.#saver.end();
	}
}

function makeFolderTest(folders: readonly SourceFolder[]): (id: string) => boolean {
	return (id) => folders.some(({ uri }) => id === uri || id.startsWith(`${uri}/`));
}
