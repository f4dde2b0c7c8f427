import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { registerCommand } from '../commands.ts';
import { toDocumentLink } from '../documentLink.ts';
import { commandIds, contextKeys, privateCommandIds, readerScheme, viewIds } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import type { LibraryOpener } from '../libraryOpener.ts';
import { fromReaderUri } from '../reader/readerUri.ts';
import { getActiveDocumentId, toDocumentId } from '../reader/register.ts';
import type { Settings } from '../settings.ts';
import { dragController, registerDocumentDrop } from './dragAndDrop.ts';
import { toCount } from './treeItems.ts';
import type { GroupBy, SortBy } from './treeModel.ts';
import { LibraryTreeProvider, type TreeNode } from './treeProvider.ts';

/** What the view needs of the rest. */
export interface LibraryTreeOptions {
	readonly host: LibraryHost;
	readonly documents: KnownDocuments;
	readonly opener: LibraryOpener;
	readonly settings: Settings;
	readonly memory: vscode.Memento;
	readonly log: vscode.LogOutputChannel;
}

const orderKey = 'dossier.treeOrder';
const groupings = ['folder', 'year', 'kind'] as const satisfies readonly GroupBy[];
const sortings = ['title', 'date', 'name'] as const satisfies readonly SortBy[];

/** The view, and what draws it: the editor suite reads the tree through them. */
export interface LibraryTree extends vscode.Disposable {
	readonly provider: LibraryTreeProvider;
	readonly view: vscode.TreeView<TreeNode>;
}

/** Makes the view of documents: the tree, its orders, its messages, and what is dragged out of it. */
export function registerLibraryTree({ host, documents, opener, settings, memory, log }: LibraryTreeOptions): LibraryTree {
	let { groupBy, sortBy } = readOrder(memory.get(orderKey));
	const provider = new LibraryTreeProvider(documents, host, { groupBy, sortBy });
	const view = vscode.window.createTreeView<TreeNode>(viewIds.documents, {
		treeDataProvider: provider,
		showCollapseAll: true,
		canSelectMany: true,
		dragAndDropController: dragController,
	});
	const setOrder = (order: { readonly groupBy?: GroupBy; readonly sortBy?: SortBy }) => {
		groupBy = order.groupBy ?? groupBy;
		sortBy = order.sortBy ?? sortBy;
		provider.setOrder(groupBy, sortBy);
		showOrder(groupBy, sortBy);
		return memory.update(orderKey, { groupBy, sortBy });
	};
	const reveal = async (id: string | undefined, focus: boolean) => {
		const node = id === undefined ? undefined : provider.findNode(id);
		if (node !== undefined) {
			await view.reveal(node, { select: true, focus });
		}
	};
	let drop = registerDocumentDrop(documents, settings.values.hoverLanguages);
	const progress = new ReadingProgress(documents, view);
	showOrder(groupBy, sortBy);
	const orderCommands = {
		[commandIds.groupByFolder]: { groupBy: 'folder' },
		[commandIds.groupByYear]: { groupBy: 'year' },
		[commandIds.groupByKind]: { groupBy: 'kind' },
		[commandIds.sortByTitle]: { sortBy: 'title' },
		[commandIds.sortByDate]: { sortBy: 'date' },
		[commandIds.sortByName]: { sortBy: 'name' },
	} as const;
	const disposables: Disposable[] = [
		provider,
		view,
		progress,
		{ dispose: () => drop.dispose() },
		settings.onDidChange((change) => {
			if (change.affectsConfiguration('dossier.hover.languages')) {
				drop.dispose();
				drop = registerDocumentDrop(documents, settings.values.hoverLanguages);
			}
		}),
		host.onDidStop(() => {
			view.message = vscode.l10n.t('The library stopped working. Refresh to start it again.');
		}),
		// The document that is open is shown in the tree too, whether in the reader or as its file; but only where the tree is looked at.
		vscode.window.onDidChangeActiveTextEditor((editor) => {
			if (editor !== undefined && view.visible) {
				const { uri } = editor.document;
				reveal(uri.scheme === readerScheme ? fromReaderUri(uri) : uri.toString(), false).catch(() => undefined);
			}
		}),
		...Object.entries(orderCommands).map(([id, order]) => registerCommand(id, log, () => setOrder(order))),
		registerCommand(commandIds.refreshLibrary, log, () => opener.refresh()),
		registerCommand(commandIds.stopReading, log, () => host.library?.stopReading()),
		registerCommand(commandIds.revealInLibrary, log, async () => {
			await vscode.commands.executeCommand(`${viewIds.documents}.focus`);
			const uri = vscode.window.activeTextEditor?.document.uri;
			await reveal(getActiveDocumentId() ?? uri?.toString(), true);
		}),
		registerCommand(commandIds.insertLink, log, async (argument) => {
			const id = toDocumentId(argument) ?? getSelectedId(view);
			const summary = id === undefined ? undefined : documents.get(id);
			const editor =
				vscode.window.activeTextEditor?.document.uri.scheme === readerScheme
					? vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme !== readerScheme)
					: vscode.window.activeTextEditor;
			if (summary === undefined || editor === undefined) {
				await vscode.window.showInformationMessage(vscode.l10n.t('Open a note and select a document in the library first.'));
				return;
			}
			await editor.edit((edit) => edit.replace(editor.selection, toDocumentLink(summary, editor.document)));
		}),
		registerCommand(privateCommandIds.showMore, log, (groupId) => {
			if (typeof groupId === 'string') {
				provider.showMore(groupId);
			}
		}),
	];
	return { provider, view, dispose: () => disposeAll(disposables) };
}

function getSelectedId(view: vscode.TreeView<TreeNode>): string | undefined {
	const [node] = view.selection;
	return node?.type === 'document' ? node.summary.id : undefined;
}

function readOrder(stored: unknown): { groupBy: GroupBy; sortBy: SortBy } {
	const { groupBy, sortBy } = (typeof stored === 'object' && stored !== null ? stored : {}) as { groupBy?: unknown; sortBy?: unknown };
	return {
		groupBy: groupings.find((known) => known === groupBy) ?? 'folder',
		sortBy: sortings.find((known) => known === sortBy) ?? 'title',
	};
}

function showOrder(groupBy: GroupBy, sortBy: SortBy): void {
	vscode.commands.executeCommand('setContext', contextKeys.groupBy, groupBy).then(undefined, () => undefined);
	vscode.commands.executeCommand('setContext', contextKeys.sortBy, sortBy).then(undefined, () => undefined);
}

/** A look that takes less shows no bar: a window that gets the focus looks again each time. */
const barDelayMs = 400;

/** Says in the view what the library is doing: a bar and a line while it reads, a count when it is done, and what could not be read. */
class ReadingProgress implements Disposable {
	readonly #documents: KnownDocuments;
	readonly #view: vscode.TreeView<TreeNode>;
	readonly #listeners: Disposable[];
	#startTimer: ReturnType<typeof setTimeout> | undefined;
	#finish: (() => void) | undefined;

	constructor(documents: KnownDocuments, view: vscode.TreeView<TreeNode>) {
		this.#documents = documents;
		this.#view = view;
		this.#listeners = [documents.onDidChangeStatus(() => this.#update()), documents.onDidChange(() => this.#update())];
	}

	dispose(): void {
		this.#stop();
		disposeAll(this.#listeners);
	}

	#start(): void {
		// The bar starts some time after it is asked for: what ends it must be there before.
		const done = new Promise<void>((resolve) => {
			this.#finish = resolve;
		});
		vscode.window.withProgress({ location: { viewId: viewIds.documents } }, () => done).then(undefined, () => undefined);
	}

	#stop(): void {
		clearTimeout(this.#startTimer);
		this.#startTimer = undefined;
		this.#finish?.();
		this.#finish = undefined;
	}

	#update(): void {
		const { phase, done: doneCount, total, coverage } = this.#documents.status;
		const isBusy = phase === 'finding' || phase === 'reading';
		if (isBusy) {
			this.#startTimer ??= setTimeout(() => this.#start(), barDelayMs);
		} else {
			this.#stop();
		}
		const locale = vscode.env.language;
		if (phase === 'reading' && total > 1) {
			this.#view.message = vscode.l10n.t('Reading {0} of {1} documents…', doneCount.toLocaleString(locale), total.toLocaleString(locale));
		} else if (phase === 'stopped') {
			this.#view.message = vscode.l10n.t(
				'Reading was stopped at {0} of {1} documents. Refresh to go on.',
				doneCount.toLocaleString(locale),
				total.toLocaleString(locale),
			);
		} else if (phase === 'ready' && coverage.skipped > 0 && coverage.skipped < coverage.found) {
			this.#view.message =
				coverage.skipped === 1
					? vscode.l10n.t('1 of {0} documents could not be read.', coverage.found.toLocaleString(locale))
					: vscode.l10n.t(
							'{0} of {1} documents could not be read.',
							coverage.skipped.toLocaleString(locale),
							coverage.found.toLocaleString(locale),
						);
		} else {
			this.#view.message = undefined;
		}
		this.#view.description = this.#documents.size === 0 ? '' : toCount(this.#documents.size);
	}
}
