import { type Cancellation, Cancelled } from '../base/cancellation.ts';
import type { Log } from '../base/log.ts';
import type { Caps } from '../library/caps.ts';
import type { FoundFile } from '../library/document.ts';
import type { DocumentSource, SourceFolder } from '../library/documentSource.ts';
import { makeLeftOutTest } from '../library/fileRules.ts';
import type { TextStore } from '../library/textStore.ts';
import { isGlossaryFile } from '../terms/glossary.ts';
import { DocumentIntake, type DocumentTarget, usualReadAhead } from './documentIntake.ts';
import { findFolder, listFolders } from './folderListing.ts';
import { FoundFiles } from './foundFiles.ts';
import type { LibraryConfiguration, LibraryStatus } from './library.ts';
import { tellFault } from './ownFault.ts';
import { mayBeSideFile, SideFileIntake, type SideFileTarget } from './sideFileIntake.ts';
import { StoredReading } from './storedReading.ts';

/** Takes what was found and read. Each call is one step: the next comes when it is done. */
export interface IntakeTarget extends DocumentTarget, SideFileTarget {
	dropDocument(id: string): void;
	/** Nothing is left to do. */
	didSettle(): void;
}

export interface IntakeProgress {
	readonly phase: LibraryStatus['phase'];
	/** Documents read so far, of `total` that are known. While finding, `total` is what was listed so far. */
	readonly done: number;
	readonly total: number;
}

/** More changes than this at once are a branch switch or a copied folder: one look at everything costs less than a look at each. */
const maxSingleLooks = 200;

/**
 * Finds and reads the files of the collection, one step after another, until what it gave to its target is what the folders hold.
 * What changed comes before what was never read; whatever is asked meanwhile only changes what is done next.
 */
export class Intake {
	readonly #source: DocumentSource;
	readonly #store: TextStore;
	readonly #target: IntakeTarget;
	readonly #log: Log;
	readonly #found = new FoundFiles();
	readonly #documents: DocumentIntake;
	readonly #sideFiles: SideFileIntake;
	readonly #changed = new Set<string>();
	#configuration: LibraryConfiguration | undefined;
	#wantsListing = false;
	#isStopped = false;
	#phase: IntakeProgress['phase'] = 'idle';
	#listedSoFar = 0;
	#cancel = { isCancellationRequested: false };
	#work: Promise<void> | undefined;

	/** `readAhead`: see `DocumentIntake`. */
	constructor(source: DocumentSource, store: TextStore, target: IntakeTarget, log: Log, readAhead = usualReadAhead) {
		this.#source = source;
		this.#store = store;
		this.#target = target;
		this.#log = log;
		this.#documents = new DocumentIntake({ reading: new StoredReading(source, store), found: this.#found, target, log, readAhead });
		this.#sideFiles = new SideFileIntake({
			source,
			target,
			log,
			onSideFile: (id) => this.#forget(id),
			onDocument: (file) => this.#found.note(file),
		});
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
					await this.#readWaiting(this.#configuration.caps, this.#cancel);
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

	async #readWaiting(caps: Caps, cancel: Cancellation): Promise<void> {
		this.#enter('reading');
		await this.#documents.readWaiting(caps, () => this.#wantsListing || this.#changed.size > 0, cancel);
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
		const toProblem = (error: unknown) => tellFault(this.#log, 'A folder could not be listed', 'Dossier failed to list it', error);
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
		await this.#sideFiles.takeAll(sideFiles, listing, cancel);
		this.#target.didProgress();
	}

	#forget(id: string): void {
		if (this.#found.forget(id)) {
			this.#target.dropDocument(id);
		}
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
				tellFault(this.#log, 'A changed file could not be looked at', '', error);
			}
		}
		await this.#target.didTakeAll();
		this.#target.didProgress();
	}

	async #lookAt(id: string, { folders, glossaryFiles }: LibraryConfiguration): Promise<void> {
		const folder = findFolder(folders, this.#found.get(id)?.folder, id);
		if (glossaryFiles.includes(id) && (folder === undefined || !isGlossaryFile(id))) {
			await this.#sideFiles.take(id, undefined, this.#cancel);
			return;
		}
		if (folder === undefined) {
			return;
		}
		const file = id === folder.uri ? undefined : await this.#source.findFile(folder, id, this.#cancel);
		if (file !== undefined && mayBeSideFile(file) && (await this.#sideFiles.take(id, file, this.#cancel))) {
			return;
		}
		const wasSideFile = this.#sideFiles.drop(id);
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
