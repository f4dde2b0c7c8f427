import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../base/disposable.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import { isGlossaryFile } from '../terms/glossary.ts';
import { isAbsolutePattern, toAnyCaseGlob } from './sourcePatterns.ts';

/** One pass per burst of events; the issue asks for changes to show within a second. */
const debounceMs = 100;
/** A burst of more files than this (a branch switch) is answered by looking at everything. */
const maxNamedFiles = 500;

export interface FolderWatcherOptions {
	/** These files changed, came or went; `undefined`: look at everything. */
	readonly onFilesChanged: (ids: readonly string[] | undefined) => void;
	/** A folder that may be a source, or a glossary at a root, came or went. */
	readonly onFoldersChanged: () => void;
	readonly isKnown: (id: string) => boolean;
}

/** Watches source folders for changed files, and roots for folders that become sources. Events are hints: "Refresh" looks at everything. */
export class FolderWatcher implements Disposable {
	readonly #options: FolderWatcherOptions;
	readonly #changed = new Set<string>();
	#watchers: Disposable[] = [];
	#watched = '';
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isEverything = false;
	#areFolders = false;

	constructor(options: FolderWatcherOptions) {
		this.#options = options;
	}

	/** Watches these, in the place of what was watched. */
	watch(
		folders: readonly SourceFolder[],
		roots: readonly { readonly root: vscode.WorkspaceFolder; readonly patterns: readonly string[] }[],
	): void {
		const watched = JSON.stringify([folders.map(({ uri }) => uri), roots.map(({ root, patterns }) => [root.uri.toString(), patterns])]);
		if (watched === this.#watched) {
			return;
		}
		this.#watched = watched;
		disposeAll(this.#watchers);
		this.#watchers = [];
		for (const folder of folders) {
			const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.parse(folder.uri, true), '**/*'));
			watcher.onDidChange((uri) => this.#add(uri, false));
			watcher.onDidCreate((uri) => this.#add(uri, true));
			watcher.onDidDelete((uri) => this.#add(uri, true));
			this.#watchers.push(watcher);
		}
		for (const { root, patterns } of roots) {
			const globs = patterns.filter((pattern) => !isAbsolutePattern(pattern)).map((pattern) => toAnyCaseGlob(pattern.replace(/^\.\//, '')));
			for (const glob of globs) {
				const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, glob), false, true, false);
				watcher.onDidCreate(() => this.#addFolders());
				watcher.onDidDelete(() => this.#addFolders());
				this.#watchers.push(watcher);
			}
			const glossaries = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, toAnyCaseGlob('*glossary.md')));
			const onGlossary = (uri: vscode.Uri) => {
				if (isGlossaryFile(uri.path.split('/').at(-1) ?? '')) {
					this.#changed.add(uri.toString());
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
		disposeAll(this.#watchers);
	}

	#add(uri: vscode.Uri, cameOrWent: boolean): void {
		const id = uri.toString();
		// A folder that came or went is told once, not for each file in it. Whether it is one cannot be asked any more once it is gone.
		this.#isEverything ||= this.#changed.size >= maxNamedFiles || (cameOrWent && !this.#options.isKnown(id) && !/\.[^/]+$/.test(uri.path));
		if (!this.#isEverything) {
			this.#changed.add(id);
		}
		this.#schedule();
	}

	#addFolders(): void {
		this.#areFolders = true;
		this.#schedule();
	}

	#schedule(): void {
		this.#timer ??= setTimeout(() => {
			this.#timer = undefined;
			const ids = this.#isEverything ? undefined : [...this.#changed];
			const areFolders = this.#areFolders;
			this.#changed.clear();
			this.#isEverything = false;
			this.#areFolders = false;
			if (areFolders) {
				this.#options.onFoldersChanged();
			}
			if (ids === undefined || ids.length > 0) {
				this.#options.onFilesChanged(ids);
			}
		}, debounceMs);
	}
}
