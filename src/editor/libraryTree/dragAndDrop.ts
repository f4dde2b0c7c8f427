import * as vscode from 'vscode';
import type { Disposable } from '../../base/disposable.ts';
import { toDocumentLink } from '../documentLink.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { TreeNode } from './treeProvider.ts';

/** What a dragged document carries besides its URI: that it comes from our tree, so that it can be given its title. */
const documentsMime = 'application/vnd.dossier.documents';
const uriListMime = 'text/uri-list';

/** Lets documents be dragged out of the tree: onto the editor area they open as any file, into a note they become links. */
export const dragController: vscode.TreeDragAndDropController<TreeNode> = {
	dragMimeTypes: [uriListMime, documentsMime],
	dropMimeTypes: [],
	handleDrag(nodes, transfer) {
		const ids = nodes.filter((node) => node.type === 'document').map((node) => node.summary.id);
		if (ids.length > 0) {
			transfer.set(uriListMime, new vscode.DataTransferItem(ids.join('\r\n')));
			transfer.set(documentsMime, new vscode.DataTransferItem(JSON.stringify(ids)));
		}
	},
};

/** Inserts relative links where documents of the tree are dropped into a note: one edit, so one undo. */
export function registerDocumentDrop(documents: KnownDocuments, languages: readonly string[]): Disposable {
	const provider: vscode.DocumentDropEditProvider = {
		async provideDocumentDropEdits(note, _position, transfer) {
			const ids = toIds(await (transfer.get(documentsMime) ?? transfer.get(uriListMime))?.asString());
			const summaries = ids.map((id) => documents.get(id)).filter((summary) => summary !== undefined);
			if (summaries.length === 0) {
				return undefined;
			}
			const edit = new vscode.DocumentDropEdit(summaries.map((summary) => toDocumentLink(summary, note)).join('\n'));
			edit.title = vscode.l10n.t('Insert Link to Document');
			edit.kind = vscode.DocumentDropOrPasteEditKind.Empty.append('link', 'dossier');
			return edit;
		},
	};
	return vscode.languages.registerDocumentDropEditProvider(
		languages.map((language) => ({ language })),
		provider,
		{
			dropMimeTypes: [documentsMime, uriListMime],
			providedDropEditKinds: [vscode.DocumentDropOrPasteEditKind.Empty.append('link', 'dossier')],
		},
	);
}

function toIds(transferred: string | undefined): readonly string[] {
	if (transferred === undefined) {
		return [];
	}
	if (!transferred.startsWith('[')) {
		return transferred.split(/\r?\n/).filter((line) => line !== '');
	}
	try {
		const ids: unknown = JSON.parse(transferred);
		return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
	} catch {
		// Another extension's drag: nothing of ours.
		return [];
	}
}
