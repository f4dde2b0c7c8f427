import { type Cancellation, Cancelled } from '../base/cancellation.ts';
import type { Log } from '../base/log.ts';
import type { Problem } from '../base/problem.ts';
import type { Caps } from '../library/caps.ts';
import type { DocumentContent, FoundFile } from '../library/document.ts';
import { emptyContent } from '../library/document.ts';
import type { DocumentSource, SourceFolder } from '../library/documentSource.ts';
import { makeLeftOutTest } from '../library/fileRules.ts';
import { mayBeCsl, sideFileKindOf } from '../library/sideFiles/sideFileNames.ts';
import type { TextStore } from '../library/textStore.ts';
import { isGlossaryFile } from '../terms/glossary.ts';
import { type FolderListing, findFolder, listFolders } from './folderListing.ts';
import { FoundFiles, isSameFile } from './foundFiles.ts';
import type { LibraryConfiguration, LibraryStatus } from './library.ts';
import { type Reading, StoredReading } from './storedReading.ts';

/** Takes what was found and read. Each call is one step: the next comes when it is done. */
export interface IntakeTarget {
	/** The hash of the bytes of which the content is held that these limits give; `undefined` if it must be read. */
	heldHash(id: string, caps: Caps): string | undefined;
	/** The file holds what is held of it. */
	takeUnchanged(file: FoundFile): void;
	/** The file as it was read: in the place of what was known under its id. `hash` as `Reading` has it. */
	takeDocument(file: FoundFile, content: DocumentContent, hash: string | undefined, caps: Caps): Promise<void>;
	dropDocument(id: string): void;
	/** A file that is no document by its name; `file` is undefined for a glossary named from outside the folders. False if it is a document after all. */
	takeSideFile(id: string, file: FoundFile | undefined, text: string | undefined): Promise<boolean>;
	dropSideFile(id: string): void;
	/** All side files that came, changed or went are told, or all documents are. */
	didTakeAll(): Promise<void>;
	/** Files were found, read or lost; `progress` of the intake says how many. */
	didProgress(): void;
	/** Nothing is left to do. */
	didSettle(): void;
}

export interface IntakeProgress {
	readonly phase: LibraryStatus['phase'];
	/** Documents read so far, of `total` that are known. While finding, `total` is what was listed so far. */
	readonly done: number;
	readonly total: number;
}

/** While a document goes into the index, the next one is being read. */
export const usualReadAhead = 2;

/** More changes than this at once are a branch switch or a copied folder: one look at everything costs less than a look at each. */
const maxSingleLooks = 200;

/**
 * Finds and reads the files of the collection, one step after another, until what it gave to its target is what the folders hold.
 * What changed comes before what was never read; whatever is asked meanwhile only changes what is done next.
 */
export class Intake {
	readonly #source: DocumentSource;
	readonly #store: TextStore;
	readonly #reading: StoredReading;
	readonly #target: IntakeTarget;
	readonly #readAhead: number;
	readonly #log: Log;
	readonly #found = new FoundFiles();
	readonly #sideFiles = new Map<string, FoundFile | undefined>();
	readonly #changed = new Set<string>();
	#configuration: LibraryConfiguration | undefined;
	#wantsListing = false;
	#isStopped = false;
	#phase: IntakeProgress['phase'] = 'idle';
	#listedSoFar = 0;
	#cancel = { isCancellationRequested: false };
	#work: Promise<void> | undefined;

	/** `readAhead`: how many documents are read at once, the one that goes into the index among them. */
	constructor(source: DocumentSource, store: TextStore, target: IntakeTarget, log: Log, readAhead = usualReadAhead) {
		this.#readAhead = readAhead;
		this.#source = source;
		this.#store = store;
		this.#reading = new StoredReading(source, store);
		this.#target = target;
		this.#log = log;
	}

	get progress(): IntakeProgress {
		const total = this.#found.size;
		const done = total - this.#found.waitingCount;
		return { phase: this.#phase, done, total: this.#phase === 'finding' ? Math.max(total, this.#listedSoFar) : total };
	}

	/**
	 * The collection is made of these folders from now on. Documents that stay are not read again, unless the limits changed or their texts are to
	 * be kept in another place. The same folders and limits do not end a stop.
	 */
	open(configuration: LibraryConfiguration): void {
		const before = this.#configuration;
		if (this.#isStopped && JSON.stringify(before) === JSON.stringify(configuration)) {
			return;
		}
		const hasOtherCaps = JSON.stringify(before?.caps) !== JSON.stringify(configuration.caps);
		for (const { id, folder } of this.#found.list()) {
			if (hasOtherCaps || ![undefined, placeOf(before, folder)].includes(placeOf(configuration, folder))) {
				this.#found.readAgain(id);
			}
		}
		this.#configuration = configuration;
		this.#interrupt();
		this.refresh(undefined);
	}

	/**
	 * Documents of an earlier run are held already, by these limits and kept where these places say: each is looked at once it is found, and
	 * forgotten if it is not. To be called before the first `open`.
	 */
	restore(configuration: LibraryConfiguration, files: Iterable<FoundFile>): void {
		this.#configuration = configuration;
		for (const file of files) {
			this.#found.restore(file);
		}
	}

	/** Reads these documents anew: what was held of them is lost. */
	readAgain(ids: Iterable<string>): void {
		for (const id of ids) {
			this.#found.readAgain(id);
		}
		if (this.#configuration !== undefined && !this.#isStopped) {
			this.#start();
		}
	}

	/** Looks at these files again, which waits while reading is stopped; without ids looks at everything, which ends a stop. */
	refresh(changedIds: readonly string[] | undefined): void {
		if (this.#configuration === undefined) {
			return;
		}
		if (changedIds === undefined) {
			this.#isStopped = false;
			this.#wantsListing = true;
		} else {
			for (const id of changedIds) {
				this.#changed.add(id);
			}
		}
		if (!this.#isStopped) {
			this.#start();
		}
	}

	/** Leaves what waits unread, until everything is asked for or other folders are opened. Nothing if nothing waits. */
	stop(): void {
		if (this.#work !== undefined || this.#hasWork) {
			this.#isStopped = true;
			this.#interrupt();
		}
	}

	/** Whether something is being done. */
	get isAtWork(): boolean {
		return this.#work !== undefined;
	}

	/** Resolves when nothing is left to do. Rejects if the target failed, which is an own fault. */
	async whenDone(): Promise<void> {
		while (this.#work !== undefined) {
			await this.#work;
		}
	}

	dispose(): void {
		this.stop();
		this.#configuration = undefined;
	}

	#interrupt(): void {
		this.#cancel.isCancellationRequested = true;
		this.#cancel = { isCancellationRequested: false };
	}

	#start(): void {
		if (this.#work !== undefined) {
			return;
		}
		const work = this.#run().finally(() => {
			this.#work = undefined;
			// A stop that came too late stopped nothing.
			this.#isStopped &&= this.#hasWork;
			this.#phase = this.#isStopped ? 'stopped' : this.#hasWork ? 'idle' : 'ready';
			this.#target.didProgress();
		});
		this.#work = work;
		work.then(
			() => {
				// Asked for between the last look and the end.
				if (this.#hasWork && !this.#isStopped) {
					this.#start();
				}
			},
			// `whenDone` hears of it too; the log hears of it even if nobody waits.
			(error) => this.#log.error(`Reading stopped: ${error instanceof Error ? error.stack : String(error)}`),
		);
	}

	get #hasWork(): boolean {
		return this.#wantsListing || this.#changed.size + this.#found.waitingCount > 0;
	}

	async #run(): Promise<void> {
		// After the caller's own turn, so that several requests made together are one piece of work.
		await Promise.resolve();
		while (!this.#isStopped && this.#configuration !== undefined) {
			try {
				if (this.#wantsListing) {
					await this.#list(this.#configuration);
				} else if (this.#changed.size > 0) {
					await this.#lookAtChanged(this.#configuration);
				} else if (this.#hasWork) {
					await this.#readWaiting(this.#configuration);
				} else {
					await this.#target.didTakeAll();
					await this.#store.settle((id) => this.#found.has(id));
					if (!this.#hasWork) {
						this.#target.didSettle();
						return;
					}
				}
			} catch (error) {
				if (!Cancelled.is(error)) {
					throw error;
				}
			}
		}
	}

	#enter(phase: IntakeProgress['phase']): void {
		this.#phase = phase;
		this.#target.didProgress();
	}

	async #list({ folders, glossaryFiles }: LibraryConfiguration): Promise<void> {
		const cancel = this.#cancel;
		this.#listedSoFar = 0;
		// Before the walk: who asks while it is under way may ask for what it has already passed.
		this.#wantsListing = false;
		this.#enter('finding');
		try {
			await this.#listFolders(folders, glossaryFiles, cancel);
		} catch (error) {
			// What was interrupted is made again.
			this.#wantsListing ||= Cancelled.is(error);
			throw error;
		}
	}

	async #listFolders(folders: readonly SourceFolder[], glossaryFiles: readonly string[], cancel: Cancellation): Promise<void> {
		const onProgress = (count: number) => {
			this.#listedSoFar = count;
			this.#target.didProgress();
		};
		const toProblem = (error: unknown) => this.#toProblem('A folder could not be listed', 'Dossier failed to list it', error);
		const listing = await listFolders(this.#source, folders, { onProgress, toProblem }, cancel);
		const listed = listing.files;
		for (const folder of folders) {
			const files = [...listed.values()].filter((file) => file.folder === folder.uri);
			// A drive that is not there is an empty folder to some systems: what it held is kept until it is back.
			if (files.some(({ problem }) => problem === undefined)) {
				const withProblems = files.filter(({ problem }) => problem !== undefined);
				this.#store.didList(folder.uri, new Set(files.map(({ id }) => id)), new Set(withProblems.map(({ id }) => id)));
			}
		}
		for (const { id } of this.#found.list()) {
			// A drive that does not answer has not lost its documents: what was read of it stays.
			if (!listed.has(id) && !listing.isUnseen(id)) {
				this.#forget(id);
			}
		}
		const sideFiles = new Map<string, FoundFile | undefined>(glossaryFiles.map((id) => [id, undefined]));
		for (const file of listed.values()) {
			if (mayBeSideFile(file) && !this.#found.isKnownAs(file)) {
				sideFiles.set(file.id, file);
			} else {
				this.#found.note(file);
			}
		}
		await this.#takeSideFiles(sideFiles, listing);
		this.#target.didProgress();
	}

	#forget(id: string): void {
		if (this.#found.forget(id)) {
			this.#target.dropDocument(id);
		}
	}

	async #takeSideFiles(sideFiles: ReadonlyMap<string, FoundFile | undefined>, { isUnseen }: FolderListing): Promise<void> {
		for (const id of [...this.#sideFiles.keys()]) {
			if (!sideFiles.has(id) && !isUnseen(id)) {
				this.#sideFiles.delete(id);
				this.#target.dropSideFile(id);
			}
		}
		for (const [id, file] of sideFiles) {
			// One that was named from outside the folders has no known time: it is read each time, being small.
			if (file === undefined || !isSameFile(this.#sideFiles.get(id), file)) {
				try {
					if (!(await this.#takeSideFile(id, file)) && file !== undefined) {
						this.#found.note(file);
					}
				} catch (error) {
					this.#toProblem('A side file could not be read', '', error);
				}
			}
		}
		await this.#target.didTakeAll();
	}

	/** Whether it is a side file: some are told from documents by what they hold, and what cannot be had is shown with its reason. */
	async #takeSideFile(id: string, file: FoundFile | undefined): Promise<boolean> {
		// Known only once it is read: what was interrupted is read at the next look.
		const text = await this.#source.readSideFile(id, this.#cancel);
		if (await this.#target.takeSideFile(id, file, text)) {
			this.#sideFiles.set(id, file);
			this.#forget(id);
			return true;
		}
		if (this.#sideFiles.delete(id)) {
			this.#target.dropSideFile(id);
		}
		return false;
	}

	async #lookAtChanged(configuration: LibraryConfiguration): Promise<void> {
		const ids = [...this.#changed];
		if (ids.length > maxSingleLooks) {
			this.#changed.clear();
			this.#wantsListing = true;
			for (const id of ids) {
				this.#found.requeue(id);
			}
			return;
		}
		for (const id of ids) {
			// Before the look, so that what changes during it is looked at once more.
			this.#changed.delete(id);
			try {
				await this.#lookAt(id, configuration);
			} catch (error) {
				if (Cancelled.is(error)) {
					this.#changed.add(id);
				}
				this.#toProblem('A changed file could not be looked at', '', error);
			}
		}
		await this.#target.didTakeAll();
		this.#target.didProgress();
	}

	async #lookAt(id: string, { folders, glossaryFiles }: LibraryConfiguration): Promise<void> {
		const folder = findFolder(folders, this.#found.get(id)?.folder, id);
		if (glossaryFiles.includes(id) && (folder === undefined || !isGlossaryFile(id))) {
			await this.#takeSideFile(id, undefined);
			return;
		}
		if (folder === undefined) {
			return;
		}
		const file = id === folder.uri ? undefined : await this.#source.findFile(folder, id, this.#cancel);
		if (file !== undefined && mayBeSideFile(file) && (await this.#takeSideFile(id, file))) {
			return;
		}
		const wasSideFile = this.#sideFiles.delete(id);
		if (wasSideFile) {
			this.#target.dropSideFile(id);
		}
		if (file !== undefined) {
			this.#found.noteChanged(file);
		} else if (this.#found.has(id)) {
			this.#forget(id);
			this.#store.forget(id);
		} else if (wasSideFile) {
			return;
		} else if (id === folder.uri || !makeLeftOutTest(folder.excludes)(decodePath(id.slice(folder.uri.length + 1)))) {
			// Nothing that we know, and no document: a folder came or went (of that, watchers tell nothing more), or a file's page did.
			this.#wantsListing = true;
		}
	}

	async #readWaiting({ caps }: LibraryConfiguration): Promise<void> {
		const cancel = this.#cancel;
		this.#enter('reading');
		const reading: { readonly file: FoundFile; readonly answer: Promise<Reading> }[] = [];
		try {
			for (;;) {
				const isWanted = !cancel.isCancellationRequested && !this.#wantsListing && this.#changed.size === 0;
				const next = isWanted && reading.length < this.#readAhead ? this.#found.takeNext() : undefined;
				if (next !== undefined) {
					const { file, isSuspect } = next;
					const answer = file.problem ? Promise.resolve(toUnread(file.problem)) : this.#read(file, caps, isSuspect, cancel);
					// It is waited for below; if that never happens, its failure is nobody's.
					answer.catch(() => undefined);
					reading.push({ file, answer });
					continue;
				}
				const first = reading[0];
				if (first === undefined) {
					return;
				}
				const answer = await first.answer;
				reading.shift();
				// It may have gone, or changed, while it was being read.
				if (this.#found.get(first.file.id) === first.file) {
					await this.#take(first.file, answer, caps);
				}
				this.#target.didProgress();
			}
		} finally {
			for (const { file } of reading) {
				this.#found.requeue(file.id);
			}
		}
	}

	async #take(file: FoundFile, answer: Reading, caps: Caps): Promise<void> {
		if (answer.kind === 'content') {
			await this.#target.takeDocument(file, answer.content, answer.hash, caps);
		} else if (this.#target.heldHash(file.id, caps) === undefined) {
			// It was lost meanwhile.
			this.#found.readAgain(file.id);
		} else {
			this.#target.takeUnchanged(file);
		}
	}

	/** A source that breaks its promise at one file (the editor's file system did) costs that file, not the rest. */
	async #read(file: FoundFile, caps: Caps, isSuspect: boolean, cancel: Cancellation): Promise<Reading> {
		try {
			return await this.#reading.read(file, caps, isSuspect, cancel, this.#target.heldHash(file.id, caps));
		} catch (error) {
			return toUnread(this.#toProblem('A document could not be read', 'Dossier failed to read it', error));
		}
	}

	/** Our own fault: to the log with all of it, to the person in a few words. Throws on what is only cancelled. */
	#toProblem(whatFailed: string, detail: string, error: unknown): Problem {
		if (Cancelled.is(error)) {
			throw error;
		}
		this.#log.error(`${whatFailed}: ${error instanceof Error ? error.stack : String(error)}`);
		return { kind: 'crashed', detail: `${detail} (${error instanceof Error ? error.name : 'Error'})` };
	}
}

function toUnread(problem: Problem): Reading {
	return { kind: 'content', content: emptyContent('other', [problem]), hash: undefined };
}

/** What is called a glossary or side file and cannot be one (a pipe, say) is shown as a document, with its reason. */
function mayBeSideFile(file: FoundFile): boolean {
	return (
		file.problem === undefined && (isGlossaryFile(file.relativePath) || sideFileKindOf(file.relativePath) !== undefined || mayBeCsl(file))
	);
}

/** Where the texts of a folder are kept, if they are: in another place they must be kept anew. */
function placeOf(configuration: LibraryConfiguration | undefined, folder: string): string | undefined {
	const places = configuration?.texts?.places ?? [];
	return (places.find((place) => place.folder === folder) ?? places.find((place) => place.folder === undefined))?.directory;
}

function decodePath(escaped: string): string {
	try {
		return decodeURIComponent(escaped);
	} catch {
		// A name that is not UTF-8: its escapes are its name.
		return escaped;
	}
}
