import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import type { DocumentSummary } from '../../library/document.ts';
import { registerCommand } from '../commands.ts';
import { commandIds, contextKeys, viewIds } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { ChosenScope } from '../searchScope.ts';
import type { GroupNode } from './treeModel.ts';
import type { LibraryTreeProvider, TreeNode } from './treeProvider.ts';

/** What choosing needs of the rest. */
export interface ScopeCommandOptions {
	readonly view: vscode.TreeView<TreeNode>;
	readonly provider: LibraryTreeProvider;
	readonly documents: KnownDocuments;
	readonly scope: ChosenScope;
	readonly log: vscode.LogOutputChannel;
}

/** Makes what chooses the documents that a search looks in: checkboxes, the key for them, and all at once. */
export function registerScopeCommands({ view, provider, documents, scope, log }: ScopeCommandOptions): Disposable {
	/** A group is chosen as such, with what comes to it later, unless a filter hides a part of it. */
	const setNode = async (node: TreeNode, isIn: boolean): Promise<void> => {
		if (node.type === 'document') {
			await scope.setDocuments([node.summary], isIn);
		} else if (node.type === 'group' && provider.view.filter === undefined) {
			await scope.setGroup(node.id, documentsOf(node), isIn);
		} else if (node.type === 'group' || node.type === 'range') {
			await scope.setDocuments(node.type === 'group' ? documentsOf(node) : documentsOfAll(node.chunk.items), isIn);
		}
	};
	const setShown = async (isIn: boolean): Promise<void> => {
		if (provider.view.filter === undefined) {
			await scope.setAll(
				documents.folders.map(({ uri }) => uri),
				isIn,
			);
		} else {
			await scope.setDocuments(documentsOfAll(provider.shownDocuments()), isIn);
		}
	};
	const tellContext = () => {
		vscode.commands.executeCommand('setContext', contextKeys.isScopeOn, scope.isOn).then(undefined, () => undefined);
	};
	tellContext();
	const disposables: Disposable[] = [
		scope.onDidChange(tellContext),
		view.onDidChangeCheckboxState(async ({ items }) => {
			for (const [node, state] of items) {
				await setNode(node, state === vscode.TreeItemCheckboxState.Checked);
			}
		}),
		registerCommand(commandIds.chooseScope, log, async () => {
			await scope.turn(true);
			await vscode.commands.executeCommand(`${viewIds.documents}.focus`);
		}),
		registerCommand(commandIds.searchInAll, log, () => scope.turn(false)),
		registerCommand(commandIds.checkShown, log, () => setShown(true)),
		registerCommand(commandIds.uncheckShown, log, () => setShown(false)),
		registerCommand(commandIds.toggleInScope, log, async (argument) => {
			// The keybinding hands over the line that has the focus.
			const node = provider.holds(argument) ? argument : view.selection[0];
			if (scope.isOn && node !== undefined) {
				await setNode(node, hasLeftOut(node));
			}
		}),
	];
	return { dispose: () => disposeAll(disposables) };
}

function* documentsOf(group: GroupNode): Iterable<DocumentSummary> {
	yield* documentsOfAll(group.documents.items());
	yield* documentsOfAll(group.groups.items());
}

function* documentsOfAll(nodes: Iterable<TreeNode>): Iterable<DocumentSummary> {
	for (const node of nodes) {
		if (node.type === 'document') {
			yield node.summary;
		} else if (node.type === 'group') {
			yield* documentsOf(node);
		}
	}
}

/** Whether its box is unchecked: something in it is left out. */
function hasLeftOut(node: TreeNode): boolean {
	switch (node.type) {
		case 'document':
			return node.isOut;
		case 'group':
			return node.outCount > 0;
		case 'range':
			return node.chunk.items.some(hasLeftOut);
		case 'part':
		case 'terms':
		case 'term':
			return false;
	}
}
