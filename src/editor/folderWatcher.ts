import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../base/disposable.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import { isGlossaryFile } from '../terms/glossary.ts';
import { toAnyCaseGlob } from './sourcePatterns.ts';
import { besideFolderName } from './textPlaces.ts';

/** One pass per burst of events: the rest of one comes in passes this far apart. */
const debounceMs = 100;
/** The first event of a quiet time waits only for those that come with it (made and changed, a file and its folder): a saved edit is to be found within 300 ms. */
const firstDebounceMs = 20;
/** A burst of more files than this (a branch switch) is answered by looking at everything. */
const maxNamedFiles = 500;
/** Folders are looked for by walking the roots: while a build makes one after another, not for each of them. */
const foldersEveryMs = 800;

/** Who is told of changes, and who knows what is a document. */
export interface FolderWatcherOptions {
	/** These files changed, came or went; `undefined`: look at everything. */
	readonly onFilesChanged: (ids: readonly string[] | undefined) => void;
	/** A folder that may be a source, or a glossary at a root, came or went. */
	readonly onFoldersChanged: () => void;
	readonly isKnown: (id: string) => boolean;
	/** Whether a document stands below this folder. */
	readonly holdsKnown: (folderId: string) => boolean;
}

/** Watches source folders for changed files, and roots for folders that become sources. Events are hints: "Refresh" looks at everything. */
export class FolderWatcher implements Disposable {
	readonly #options: FolderWatcherOptions;
	readonly #changed = new Map<string, vscode.Uri>();
	#watchers: Disposable[] = [];
	#watched = '';
	#timer: ReturnType<typeof setTimeout> | undefined;
	#lastToldMs = Number.NEGATIVE_INFINITY;
	#isEverything = false;
	#foldersTimer: ReturnType<typeof setTimeout> | undefined;
	#lastFoldersMs = Number.NEGATIVE_INFINITY;

	constructor(options: FolderWatcherOptions) {
		this.#options = options;
	}

	/** Watches these, in the place of what was watched. */
	watch(folders: readonly SourceFolder[], roots: readonly vscode.WorkspaceFolder[]): void {
		const watched = JSON.stringify([folders.map(({ uri }) => uri), roots.map(({ uri }) => uri.toString())]);
		if (watched === this.#watched) {
			return;
		}
		this.#watched = watched;
		disposeAll(this.#watchers);
		this.#watchers = [];
		for (const folder of folders) {
			const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.parse(folder.uri, true), '**/*'));
			watcher.onDidChange((uri) => this.#add(uri));
			watcher.onDidCreate((uri) => this.#add(uri));
			watcher.onDidDelete((uri) => this.#add(uri));
			this.#watchers.push(watcher);
		}
		for (const root of roots) {
			// Not the patterns themselves are watched: a folder that comes or goes takes those in it along, and only its own coming or going is told.
			const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, '**'), false, true, false);
			watcher.onDidCreate((uri) => {
				if (mayBeFolder(uri.path.slice(root.uri.path.length)) && !folders.some((folder) => uri.toString().startsWith(`${folder.uri}/`))) {
					this.#addFolders();
				}
			});
			watcher.onDidDelete((uri) => {
				const id = uri.toString();
				if (folders.some((folder) => folder.uri === id || folder.uri.startsWith(`${id}/`))) {
					this.#addFolders();
				}
			});
			this.#watchers.push(watcher);
			const names = ['*glossary.md', '*glossary.yml', '*glossary.yaml', 'definitions.yml', '.contextive/definitions.yml'].map(
				toAnyCaseGlob,
			);
			const glossaries = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, `{${names.join(',')}}`));
			const onGlossary = (uri: vscode.Uri) => {
				if (isGlossaryFile(uri.path.split('/').at(-1) ?? '')) {
					this.#add(uri);
					this.#addFolders();
				}
			};
			glossaries.onDidChange(onGlossary);
			glossaries.onDidCreate(onGlossary);
			glossaries.onDidDelete(onGlossary);
			this.#watchers.push(glossaries);
		}
	}

	dispose(): void {
		clearTimeout(this.#timer);
		clearTimeout(this.#foldersTimer);
		disposeAll(this.#watchers);
	}

	#add(uri: vscode.Uri): void {
		// What we keep beside the sources tells nothing of them.
		if (uri.path.split('/').includes(besideFolderName)) {
			return;
		}
		this.#isEverything ||= this.#changed.size >= maxNamedFiles;
		if (!this.#isEverything) {
			this.#changed.set(uri.toString(), uri);
		}
		const isFirst = performance.now() - this.#lastToldMs > debounceMs * 2;
		this.#timer ??= setTimeout(
			() => {
				this.#timer = undefined;
				this.#lastToldMs = performance.now();
				const changed = [...this.#changed.values()];
				const isEverything = this.#isEverything;
				this.#changed.clear();
				this.#isEverything = false;
				this.#tell(changed, isEverything).catch(() => this.#options.onFilesChanged(undefined));
			},
			isFirst ? firstDebounceMs : debounceMs,
		);
	}

	/** A folder that came or went is told once, not for each file in it: then everything is looked at. */
	async #tell(changed: readonly vscode.Uri[], isEverything: boolean): Promise<void> {
		const { isKnown, holdsKnown, onFilesChanged } = this.#options;
		const ids = changed.map((uri) => uri.toString());
		const unknown = changed.filter((_, index) => !isKnown(ids[index] ?? ''));
		const isWhole = isEverything || unknown.some((uri) => holdsKnown(uri.toString())) || (await areAnyFolders(unknown));
		onFilesChanged(isWhole ? undefined : ids);
	}

	#addFolders(): void {
		this.#foldersTimer ??= setTimeout(
			() => {
				this.#foldersTimer = undefined;
				this.#lastFoldersMs = performance.now();
				this.#options.onFoldersChanged();
			},
			Math.max(debounceMs, this.#lastFoldersMs + foldersEveryMs - performance.now()),
		);
	}
}

/** Whether one of these is a folder now. What is gone is none. */
async function areAnyFolders(uris: readonly vscode.Uri[]): Promise<boolean> {
	for (const uri of uris) {
		try {
			const { type } = await vscode.workspace.fs.stat(uri);
			if (type & vscode.FileType.Directory) {
				return true;
			}
		} catch {
			// Gone again: nothing to look into.
		}
	}
	return false;
}

/** Whether a path that appeared below a root may be a folder with documents in it: no hidden place, no package, no name with an extension. */
function mayBeFolder(path: string): boolean {
	const names = path.split('/').filter((name) => name !== '');
	return !names.some((name) => name.startsWith('.') || name === 'node_modules') && !(names.at(-1) ?? '').includes('.');
}
