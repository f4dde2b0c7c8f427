import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import type { DocumentSummary } from '../../library/document.ts';
import { toTitle } from '../documentTitle.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import { type PartNode, showsSections, toParts } from './documentParts.ts';
import { toDocumentItem, toDocumentTooltip, toGroupItem, toMoreItem, toPartItem } from './treeItems.ts';
import { buildTreeModel, type DocumentNode, type GroupBy, type GroupNode, type SortBy, type TreeModel } from './treeModel.ts';

/** Children of a group beyond this many are shown on demand: VS Code draws a list of 10,000, but no person looks through it. */
export const childPageSize = 1_000;

/** While documents come in, the tree is drawn anew at most this often. */
const refreshEveryMs = 400;

/** Up to so many groups at the top, each stands open from the start. */
const maxOpenGroups = 4;

/** Stands for the children of a group that are not shown yet. */
export interface MoreNode {
	readonly type: 'more';
	readonly id: string;
	readonly hiddenCount: number;
	readonly parent: GroupNode;
}

/** Any line of the tree. */
export type TreeNode = GroupNode | DocumentNode | PartNode | MoreNode;

/** The documents as a tree: groups, documents, and in each its sections or pages, which are asked from the library when it is opened. */
export class LibraryTreeProvider implements vscode.TreeDataProvider<TreeNode>, Disposable {
	readonly #documents: KnownDocuments;
	readonly #host: LibraryHost;
	readonly #changeEmitter = new vscode.EventEmitter<TreeNode | undefined>();
	readonly #disposables: Disposable[] = [this.#changeEmitter];
	readonly #partsOf = new WeakMap<DocumentSummary, readonly PartNode[]>();
	readonly #shownCounts = new Map<string, number>();
	#model: TreeModel | undefined;
	#refreshTimer: ReturnType<typeof setTimeout> | undefined;
	#groupBy: GroupBy;
	#sortBy: SortBy;

	readonly onDidChangeTreeData = this.#changeEmitter.event;

	constructor(documents: KnownDocuments, host: LibraryHost, order: { readonly groupBy: GroupBy; readonly sortBy: SortBy }) {
		this.#documents = documents;
		this.#host = host;
		this.#groupBy = order.groupBy;
		this.#sortBy = order.sortBy;
		this.#disposables.push(
			documents.onDidChange(() => {
				this.#model = undefined;
				this.#refreshTimer ??= setTimeout(() => {
					this.#refreshTimer = undefined;
					this.#changeEmitter.fire(undefined);
				}, refreshEveryMs);
			}),
		);
	}

	setOrder(groupBy: GroupBy, sortBy: SortBy): void {
		this.#groupBy = groupBy;
		this.#sortBy = sortBy;
		this.#model = undefined;
		this.#changeEmitter.fire(undefined);
	}

	showMore(groupId: string): void {
		this.#shownCounts.set(groupId, (this.#shownCounts.get(groupId) ?? childPageSize) + childPageSize);
		this.#changeEmitter.fire(undefined);
	}

	/** The node of a document, made visible in its group if it stood beyond "Show More"; `undefined` if the tree does not hold it. */
	findNode(documentId: string): DocumentNode | undefined {
		const node = this.#getModel().nodeOf.get(documentId);
		if (node !== undefined) {
			const index = node.parent.documents.indexOf(node) + node.parent.groups.length;
			const shown = this.#shownCounts.get(node.parent.id) ?? childPageSize;
			if (index >= shown) {
				this.#shownCounts.set(node.parent.id, Math.ceil((index + 1) / childPageSize) * childPageSize);
				this.#changeEmitter.fire(undefined);
			}
		}
		return node;
	}

	getTreeItem(node: TreeNode): vscode.TreeItem {
		switch (node.type) {
			case 'group':
				return toGroupItem(node, node.parent === undefined && this.#getModel().groups.length <= maxOpenGroups);
			case 'document':
				return toDocumentItem(node);
			case 'part':
				return toPartItem(node);
			case 'more':
				return toMoreItem(node.parent.id, node.hiddenCount);
		}
	}

	async getChildren(node?: TreeNode): Promise<TreeNode[]> {
		switch (node?.type) {
			case undefined:
				return this.#documents.size === 0 ? [] : [...this.#getModel().groups];
			case 'group': {
				const children = [...node.groups, ...node.documents];
				const shown = this.#shownCounts.get(node.id) ?? childPageSize;
				return children.length <= shown
					? children
					: [...children.slice(0, shown), { type: 'more', id: `more:${node.id}`, hiddenCount: children.length - shown, parent: node }];
			}
			case 'document':
				return [...(await this.#getParts(node.summary))];
			case 'part':
				return [...node.children];
			case 'more':
				return [];
		}
	}

	getParent(node: TreeNode): TreeNode | undefined {
		return node.type === 'part' ? (node.parent ?? this.#getModel().nodeOf.get(node.documentId)) : node.parent;
	}

	resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
		if (node.type === 'document') {
			item.tooltip = toDocumentTooltip(node.summary);
		}
		return item;
	}

	dispose(): void {
		clearTimeout(this.#refreshTimer);
		disposeAll(this.#disposables);
	}

	/** The parts of a document, asked once for each of its states: an open document is drawn anew as often as the tree. */
	async #getParts(summary: DocumentSummary): Promise<readonly PartNode[]> {
		const kept = this.#partsOf.get(summary);
		if (kept !== undefined) {
			return kept;
		}
		const parts = await this.#askParts(summary);
		if (parts !== undefined) {
			this.#partsOf.set(summary, parts);
		}
		return parts ?? [];
	}

	async #askParts({ id, headingCount, pageCount }: DocumentSummary): Promise<readonly PartNode[] | undefined> {
		const library = this.#host.library;
		if (showsSections(headingCount, pageCount)) {
			const outline = await library?.getOutline(id);
			return outline === undefined ? undefined : toParts(id, { ...outline, text: '' });
		}
		// Pages show their first words, so the text itself is needed.
		const content = await library?.getContent(id);
		return content === undefined ? undefined : toParts(id, content);
	}

	#getModel(): TreeModel {
		this.#model ??= buildTreeModel(
			this.#documents.all(),
			this.#documents.folders,
			{ groupBy: this.#groupBy, sortBy: this.#sortBy, locale: vscode.env.language },
			toTitle,
		);
		return this.#model;
	}
}
