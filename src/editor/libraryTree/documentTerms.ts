import * as vscode from 'vscode';
import type { TermRow } from '../../terms/termRow.ts';
import { toTermItem } from '../termsView/termItems.ts';

/** What a document is about, as a line above its parts. */
export interface DocumentTermsNode {
	readonly type: 'terms';
	readonly id: string;
	readonly documentId: string;
	readonly children: readonly DocumentTermNode[];
}

/** One of a document's key terms. */
export interface DocumentTermNode {
	readonly type: 'term';
	readonly id: string;
	readonly documentId: string;
	readonly row: TermRow;
	readonly parent: DocumentTermsNode;
}

/** So many say what a document is about. */
export const maxDocumentTerms = 25;

/** The line of a document's terms, with them; `undefined` if it has none. */
export function toDocumentTerms(documentId: string, rows: readonly TermRow[]): DocumentTermsNode | undefined {
	const children: DocumentTermNode[] = [];
	const node: DocumentTermsNode = { type: 'terms', id: `terms:${documentId}`, documentId, children };
	children.push(
		...rows.map((row): DocumentTermNode => ({ type: 'term', id: `term:${documentId}:${row.term}`, documentId, row, parent: node })),
	);
	return children.length === 0 ? undefined : node;
}

/** Either as a line of the tree. */
export function toDocumentTermItem(node: DocumentTermsNode | DocumentTermNode): vscode.TreeItem {
	if (node.type === 'term') {
		return toTermItem(node.row, node.id);
	}
	const label = vscode.l10n.t('Key Terms');
	const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
	item.id = node.id;
	item.description = node.children.length.toLocaleString(vscode.env.language);
	item.iconPath = new vscode.ThemeIcon('symbol-keyword');
	item.contextValue = 'terms';
	item.accessibilityInformation = { label: `${label}, ${item.description}` };
	return item;
}
