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

/** Makes links of documents of the tree that are dropped into a note, relative to it: one edit, so one undo. */
export class DocumentDrop implements vscode.DocumentDropEditProvider {
	readonly #documents: KnownDocuments;

	constructor(documents: KnownDocuments) {
		this.#documents = documents;
	}

	async provideDocumentDropEdits(
		note: vscode.TextDocument,
		_position: vscode.Position,
		transfer: vscode.DataTransfer,
	): Promise<vscode.DocumentDropEdit | undefined> {
		const ids = toIds(await (transfer.get(documentsMime) ?? transfer.get(uriListMime))?.asString());
		const summaries = ids.map((id) => this.#documents.get(id)).filter((summary) => summary !== undefined);
		if (summaries.length === 0) {
			return undefined;
		}
		const edit = new vscode.DocumentDropEdit(summaries.map((summary) => toDocumentLink(summary, note)).join('\n'));
		edit.title = vscode.l10n.t('Insert Link to Document');
		edit.kind = vscode.DocumentDropOrPasteEditKind.Empty.append('link', 'dossier');
		return edit;
	}
}

/** Lets documents of the tree be dropped into notes in these languages. */
export function registerDocumentDrop(documents: KnownDocuments, languages: readonly string[]): Disposable {
	return vscode.languages.registerDocumentDropEditProvider(
		languages.map((language) => ({ language })),
		new DocumentDrop(documents),
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
