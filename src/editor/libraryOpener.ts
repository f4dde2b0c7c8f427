import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../base/disposable.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import { FolderWatcher } from './folderWatcher.ts';
import { contextKeys } from './ids.ts';
import type { KeptTexts } from './keptTexts.ts';
import type { KnownDocuments } from './knownDocuments.ts';
import type { LibraryHost } from './libraryHost.ts';
import type { Settings } from './settings.ts';
import { type FoundSources, findSources } from './sourceFolders.ts';

/** What the start view has to say, if anything: see the manifest's welcome texts. */
export type LibraryState = 'noSources' | 'noDocuments' | 'allFailed' | 'ready';

/** A window that gets the focus looks again at most this often: watchers miss what network drives and other machines change. */
const rescanEveryMs = 15_000;
/** Summaries that come in a burst show together. Four times a second is as fast as a person reads. */
const changeBatchMs = 200;

/** What the library is kept open with. */
export interface LibraryOpenerOptions {
	readonly host: LibraryHost;
	readonly documents: KnownDocuments;
	readonly settings: Settings;
	/** The folder with the documents that come with Dossier. */
	readonly sampleUri: vscode.Uri;
	/** Where texts are kept; in memory if left out. */
	readonly texts?: KeptTexts;
	readonly log: vscode.LogOutputChannel;
}

/**
 * Keeps the library open on the right folders: those of the settings, in all roots, and the sample collection while there is nothing else (or as
 * the setting says). Opens again when settings, roots or trust change and when the worker starts anew; tells the library which files changed.
 */
export class LibraryOpener implements Disposable {
	readonly #options: LibraryOpenerOptions;
	readonly #disposables: Disposable[] = [];
	readonly #watcher: FolderWatcher;
	#sources: FoundSources = { folders: [], glossaryFiles: [], absent: [], untrustedCount: 0 };
	#isSampleOpen = false;
	#state: LibraryState = 'ready';
	#latestOpen = 0;
	#latestOpenWith = 0;
	#lastScanMs = 0;
	#pendingChanges:
		| { upserted: Map<string, Parameters<KnownDocuments['apply']>[0]['upserted'][number]>; removedIds: Set<string> }
		| undefined;
	#batchTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(options: LibraryOpenerOptions) {
		this.#options = options;
		const { host, documents, settings } = options;
		this.#watcher = new FolderWatcher({
			onFilesChanged: (ids) => this.#refresh(ids),
			onFoldersChanged: () => this.#reopen(),
			isKnown: (id) => documents.get(id) !== undefined,
			holdsKnown: (folderId) => documents.holdsBelow(folderId),
		});
		this.#disposables.push(
			this.#watcher,
			host.onDidStart(() => {
				// What the worker of before told last must not come back over what the new one tells.
				this.#dropPending();
				documents.clear();
				this.#reopen();
			}),
			host.onDidChangeDocuments(({ upserted, removedIds }) => {
				this.#pendingChanges ??= { upserted: new Map(), removedIds: new Set() };
				for (const id of removedIds) {
					this.#pendingChanges.upserted.delete(id);
					this.#pendingChanges.removedIds.add(id);
				}
				for (const summary of upserted) {
					this.#pendingChanges.removedIds.delete(summary.id);
					this.#pendingChanges.upserted.set(summary.id, summary);
				}
				this.#batchTimer ??= setTimeout(() => this.#flush(), documents.size === 0 ? 0 : changeBatchMs);
			}),
			host.onDidChangeStatus((status) => {
				if (status.phase === 'ready') {
					this.#flush();
				}
				documents.setStatus(status);
				this.#updateState();
				if (status.phase === 'ready') {
					this.#checkSample();
				}
			}),
			host.onDidStop(() => documents.setStatus({ ...documents.status, phase: 'idle' })),
			settings.onDidChange((change) => {
				if (['dossier.folders', 'dossier.sampleCollection', 'dossier.limits'].some((id) => change.affectsConfiguration(id))) {
					this.#reopen();
				}
				if (change.affectsConfiguration('dossier.index.location')) {
					this.#moveTexts();
				}
			}),
			vscode.workspace.onDidChangeConfiguration((change) => {
				if (change.affectsConfiguration('files.exclude')) {
					this.#reopen();
				}
			}),
			vscode.workspace.onDidChangeWorkspaceFolders(() => this.#reopen()),
			vscode.workspace.onDidGrantWorkspaceTrust(() => this.#reopen()),
			vscode.window.onDidChangeWindowState((state) => {
				if (state.focused && !this.#isStopped && performance.now() - this.#lastScanMs > rescanEveryMs) {
					this.refresh().catch((error: unknown) => this.#logFailure('refresh', error));
				}
			}),
		);
	}

	/** What the start view has to say now. */
	get state(): LibraryState {
		return this.#state;
	}

	/** Looks at everything again, folders too; starts the worker if it ended for good. */
	async refresh(): Promise<void> {
		if (this.#options.host.library === undefined) {
			this.#options.host.start();
			return;
		}
		await this.#open();
		await this.#options.host.library?.refresh();
	}

	dispose(): void {
		this.#dropPending();
		disposeAll(this.#disposables);
	}

	#dropPending(): void {
		clearTimeout(this.#batchTimer);
		this.#batchTimer = undefined;
		this.#pendingChanges = undefined;
	}

	#flush(): void {
		const changes = this.#pendingChanges;
		this.#dropPending();
		if (changes !== undefined) {
			this.#options.documents.apply({ upserted: [...changes.upserted.values()], removedIds: [...changes.removedIds] });
			this.#updateState();
		}
	}

	#reopen(): void {
		this.#open().catch((error: unknown) => this.#logFailure('open', error));
	}

	/** What is kept where it no longer shall be is erased first. */
	#moveTexts(): void {
		const erased = this.#options.host.library?.eraseTexts([]) ?? Promise.resolve();
		erased.catch((error: unknown) => this.#logFailure('erase texts', error)).finally(() => this.#reopen());
	}

	/** Whether the person stopped the reading: to look at everything would take it up again, which is for the person to ask. */
	get #isStopped(): boolean {
		return this.#options.documents.status.phase === 'stopped';
	}

	#refresh(ids: readonly string[] | undefined): void {
		if (ids === undefined && this.#isStopped) {
			return;
		}
		this.#lastScanMs = performance.now();
		this.#options.host.library?.refresh(ids).catch((error: unknown) => this.#logFailure('refresh', error));
	}

	async #open(): Promise<void> {
		const library = this.#options.host.library;
		if (library === undefined) {
			return;
		}
		const request = ++this.#latestOpen;
		const sources = await findSources(this.#options.settings, library, this.#options.log);
		if (request !== this.#latestOpen) {
			return;
		}
		this.#sources = sources;
		this.#lastScanMs = performance.now();
		await this.#openWith(this.#wantsSample(sources.folders.length === 0 || (this.#isSampleOpen && !this.#hasOwnDocuments())));
	}

	/** Once everything is read: shows the sample while there is nothing else, and hides it when there is. */
	#checkSample(): void {
		const wanted = this.#wantsSample(!this.#hasOwnDocuments());
		if (wanted !== this.#isSampleOpen) {
			this.#openWith(wanted).catch((error: unknown) => this.#logFailure('open', error));
		}
	}

	#wantsSample(isAlone: boolean): boolean {
		const choice = this.#options.settings.values.sampleCollection;
		return choice === 'on' || (choice === 'auto' && isAlone);
	}

	#hasOwnDocuments(): boolean {
		const sampleUri = this.#options.sampleUri.toString();
		for (const summary of this.#options.documents.all()) {
			if (summary.folder !== sampleUri) {
				return true;
			}
		}
		return false;
	}

	async #openWith(withSample: boolean): Promise<void> {
		const { host, documents, settings, sampleUri } = this.#options;
		this.#isSampleOpen = withSample;
		const sample: SourceFolder = { uri: sampleUri.toString(), name: vscode.l10n.t('Sample Collection'), excludes: [], isSample: true };
		const folders = withSample ? [...this.#sources.folders.filter((folder) => folder.uri !== sample.uri), sample] : this.#sources.folders;
		documents.setFolders(folders, this.#sources);
		this.#watcher.watch(
			folders.filter((folder) => !folder.isSample),
			vscode.workspace.workspaceFolders ?? [],
		);
		this.#updateState();
		const request = ++this.#latestOpenWith;
		const texts = await this.#options.texts?.getPlaces(folders);
		if (request === this.#latestOpenWith) {
			const { glossaryFiles } = this.#sources;
			await host.library?.open({ folders, caps: settings.values.caps, glossaryFiles, ...(texts && { texts }) });
		}
	}

	#updateState(): void {
		this.#state = this.#getState();
		vscode.commands.executeCommand('setContext', contextKeys.state, this.#state).then(undefined, () => undefined);
		vscode.commands
			.executeCommand('setContext', contextKeys.isReading, this.#options.documents.status.phase === 'reading')
			.then(undefined, () => undefined);
	}

	#getState(): LibraryState {
		const { status } = this.#options.documents;
		if (this.#sources.folders.length === 0) {
			return 'noSources';
		}
		if (status.phase !== 'ready') {
			// Looking again is no news: what was said before stays until it is known better.
			return this.#state;
		}
		if (!this.#hasOwnDocuments()) {
			return 'noDocuments';
		}
		return status.coverage.found > 0 && status.coverage.skipped === status.coverage.found ? 'allFailed' : 'ready';
	}

	#logFailure(what: string, error: unknown): void {
		this.#options.log.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
	}
}
