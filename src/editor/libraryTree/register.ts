import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { registerCommand } from '../commands.ts';
import { toDocumentLink } from '../documentLink.ts';
import { commandIds, contextKeys, readerScheme, viewIds } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import type { LibraryOpener } from '../libraryOpener.ts';
import { fromReaderUri } from '../reader/readerUri.ts';
import { getActiveDocumentId, toDocumentId } from '../reader/register.ts';
import type { ChosenScope } from '../searchScope.ts';
import type { Settings } from '../settings.ts';
import { dragController, registerDocumentDrop } from './dragAndDrop.ts';
import { FilterBox } from './filterBox.ts';
import { registerScopeCommands } from './scopeCommands.ts';
import { readOrder, type TreeOrder } from './treeOrder.ts';
import { LibraryTreeProvider, type TreeNode } from './treeProvider.ts';
import { ViewHeader } from './viewHeader.ts';

/** What the view needs of the rest. */
export interface LibraryTreeOptions {
	readonly host: LibraryHost;
	readonly documents: KnownDocuments;
	readonly scope: ChosenScope;
	readonly opener: LibraryOpener;
	readonly settings: Settings;
	readonly memory: vscode.Memento;
	readonly log: vscode.LogOutputChannel;
}

const orderKey = 'dossier.treeOrder';

/** Each way to group or sort by two commands: one to choose it, one that is chosen and shows a check mark in its place. */
const orderCommands: readonly (readonly [string, string, Partial<TreeOrder>])[] = [
	[commandIds.groupByFolder, commandIds.groupedByFolder, { groupBy: 'folder' }],
	[commandIds.groupByYear, commandIds.groupedByYear, { groupBy: 'year' }],
	[commandIds.groupByKind, commandIds.groupedByKind, { groupBy: 'kind' }],
	[commandIds.groupBySource, commandIds.groupedBySource, { groupBy: 'source' }],
	[commandIds.groupByLanguage, commandIds.groupedByLanguage, { groupBy: 'language' }],
	[commandIds.groupByNone, commandIds.groupedByNone, { groupBy: 'none' }],
	[commandIds.sortByTitle, commandIds.sortedByTitle, { sortBy: 'title' }],
	[commandIds.sortByDate, commandIds.sortedByDate, { sortBy: 'date' }],
	[commandIds.sortBySource, commandIds.sortedBySource, { sortBy: 'source' }],
	[commandIds.sortByPath, commandIds.sortedByPath, { sortBy: 'path' }],
	[commandIds.sortByLength, commandIds.sortedByLength, { sortBy: 'length' }],
	[commandIds.sortByChanged, commandIds.sortedByChanged, { sortBy: 'changed' }],
];

/** The view, and what draws it: the editor suite reads the tree through them. */
export interface LibraryTree extends vscode.Disposable {
	readonly provider: LibraryTreeProvider;
	readonly view: vscode.TreeView<TreeNode>;
	readonly filter: FilterBox;
}

/** Makes the view of documents: the tree, its orders, its filter, its checkboxes, its messages, and what is dragged out of it. */
export function registerLibraryTree({ host, documents, scope, opener, settings, memory, log }: LibraryTreeOptions): LibraryTree {
	const order = readOrder(memory.get(orderKey));
	const provider = new LibraryTreeProvider(documents, host, scope, { order, filter: undefined });
	const view = vscode.window.createTreeView<TreeNode>(viewIds.documents, {
		treeDataProvider: provider,
		showCollapseAll: true,
		canSelectMany: true,
		manageCheckboxStateManually: true,
		dragAndDropController: dragController,
	});
	const searchInside = (words: string) => vscode.commands.executeCommand(commandIds.searchDocuments, words);
	const filter = new FilterBox(provider, () => documents.size, searchInside);
	const setOrder = async (change: Partial<TreeOrder>) => {
		const changed = { ...provider.view.order, ...change };
		showOrder(changed);
		await provider.show({ order: changed });
		await memory.update(orderKey, changed);
	};
	const reveal = async (id: string | undefined, focus: boolean) => {
		const node = id === undefined ? undefined : await provider.findNode(id);
		if (node !== undefined) {
			await view.reveal(node, { select: true, focus });
		}
	};
	let drop = registerDocumentDrop(documents, settings.values.hoverLanguages);
	showOrder(order);
	const disposables: Disposable[] = [
		provider,
		view,
		filter,
		new ViewHeader({ view, provider, documents, scope, settings }),
		registerScopeCommands({ view, provider, documents, scope, log }),
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
		...orderCommands.flatMap(([choose, chosen, change]) => [choose, chosen].map((id) => registerCommand(id, log, () => setOrder(change)))),
		registerCommand(commandIds.filterDocuments, log, async () => {
			await vscode.commands.executeCommand(`${viewIds.documents}.focus`);
			filter.show();
		}),
		registerCommand(commandIds.clearFilter, log, () => filter.filter('')),
		registerCommand(commandIds.searchFilterWords, log, () => searchInside(filter.text)),
		registerCommand(commandIds.refreshLibrary, log, () => opener.refresh()),
		registerCommand(commandIds.stopReading, log, () => host.library?.stopReading()),
		registerCommand(commandIds.revealInLibrary, log, async () => {
			await vscode.commands.executeCommand(`${viewIds.documents}.focus`);
			const id = getActiveDocumentId() ?? vscode.window.activeTextEditor?.document.uri.toString();
			if (id !== undefined && documents.get(id) !== undefined && (await provider.findNode(id)) === undefined) {
				// It is asked for by name: the filter that hides it has to go.
				await filter.filter('');
			}
			await reveal(id, true);
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
	];
	return { provider, view, filter, dispose: () => disposeAll(disposables) };
}

function getSelectedId(view: vscode.TreeView<TreeNode>): string | undefined {
	const [node] = view.selection;
	return node?.type === 'document' ? node.summary.id : undefined;
}

function showOrder({ groupBy, sortBy }: TreeOrder): void {
	vscode.commands.executeCommand('setContext', contextKeys.groupBy, groupBy).then(undefined, () => undefined);
	vscode.commands.executeCommand('setContext', contextKeys.sortBy, sortBy).then(undefined, () => undefined);
}
