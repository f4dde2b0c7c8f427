import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import type { DocumentSummary } from '../../library/document.ts';
import { Turns } from '../../service/turns.ts';
import { toTitle } from '../documentTitle.ts';
import type { DocumentChange, KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import type { ChosenScope } from '../searchScope.ts';
import { type PartNode, showsSections, toParts } from './documentParts.ts';
import { type DocumentTermNode, type DocumentTermsNode, maxDocumentTerms, toDocumentTermItem, toDocumentTerms } from './documentTerms.ts';
import type { Chunk } from './sortedChunks.ts';
import type { TreeFilter } from './treeFilter.ts';
import { toDocumentItem, toDocumentTooltip, toGroupItem, toGroupName, toPartItem, toRangeItem } from './treeItems.ts';
import { type Changed, type DocumentNode, type GroupNode, type RangeNode, Ranges, TreeModel } from './treeModel.ts';
import type { TreeOrder } from './treeOrder.ts';

/** While documents come in, the tree is drawn anew at most this often. */
const refreshEveryMs = 400;

/** A group alone at the top stands open from the start, and so do small ones where there are few. */
const maxOpenGroups = 4;
const maxOpenDocuments = 50;

/** What is done to the tree gives way to the editor after so long: a frame of the screen is 16 ms. */
const sliceMs = 8;

/** Any line of the tree. */
export type TreeNode = GroupNode | RangeNode | DocumentNode | PartNode | DocumentTermsNode | DocumentTermNode;

/** How documents are arranged, and which of them are shown: all if there is no filter. */
export interface TreeView {
	readonly order: TreeOrder;
	readonly filter: TreeFilter | undefined;
}

/**
 * The documents as a tree: groups, ranges where a group is long, documents, and in each its sections or pages, which are asked from the library
 * when it is opened. All that grows with the number of documents is done in slices.
 */
export class LibraryTreeProvider implements vscode.TreeDataProvider<TreeNode>, Disposable {
	readonly #documents: KnownDocuments;
	readonly #host: LibraryHost;
	readonly #scope: ChosenScope;
	readonly #changeEmitter = new vscode.EventEmitter<TreeNode | TreeNode[] | undefined>();
	readonly #showEmitter = new vscode.EventEmitter<void>();
	readonly #disposables: Disposable[] = [this.#changeEmitter, this.#showEmitter];
	readonly #partsOf = new WeakMap<DocumentSummary, readonly PartNode[]>();
	readonly #turns = new Turns(sliceMs);
	readonly #ranges = new Ranges();
	/** Every line that was drawn. */
	readonly #drawn = new WeakSet<object>();
	#view: TreeView;
	#model: TreeModel;
	#queue: DocumentChange[] = [];
	#mustRebuild = true;
	#mustRecount = false;
	#refreshTimer: ReturnType<typeof setTimeout> | undefined;
	#updating: Promise<void> | undefined;

	readonly onDidChangeTreeData = this.#changeEmitter.event;
	/** Other documents are shown than before, or as many otherwise. */
	readonly onDidShow = this.#showEmitter.event;

	constructor(documents: KnownDocuments, host: LibraryHost, scope: ChosenScope, view: TreeView) {
		this.#documents = documents;
		this.#host = host;
		this.#scope = scope;
		this.#view = view;
		this.#model = this.#makeModel();
		this.#disposables.push(
			documents.onDidChange((change) => {
				if (change.upserted.length + change.removedIds.length === 0) {
					this.#mustRebuild = true;
				}
				this.#queue.push(change);
				this.#refreshTimer ??= setTimeout(() => this.#flush(), refreshEveryMs);
			}),
			scope.onDidChange(() => {
				this.#mustRecount = true;
				this.#flush();
			}),
		);
	}

	/** How documents are arranged and filtered now, or will be at once. */
	get view(): TreeView {
		return this.#view;
	}

	/** How many documents are shown. */
	get shownCount(): number {
		return this.#model.size;
	}

	/** All documents that are shown, in no order. */
	shownDocuments(): Iterable<DocumentNode> {
		return this.#model.documents();
	}

	/** Arranges or filters the documents otherwise; resolves when that is what is shown, or something asked for since. */
	async show(view: Partial<TreeView>): Promise<void> {
		this.#view = { ...this.#view, ...view };
		this.#mustRebuild = true;
		await this.#update();
	}

	/** The node of a document; `undefined` if the tree does not show it. */
	async findNode(documentId: string): Promise<DocumentNode | undefined> {
		await this.#update();
		return this.#model.find(documentId);
	}

	/** Whether this is a line of the tree: commands are handed all sorts of things. */
	holds(argument: unknown): argument is TreeNode {
		return typeof argument === 'object' && argument !== null && this.#drawn.has(argument);
	}

	getTreeItem(node: TreeNode): vscode.TreeItem {
		this.#drawn.add(node);
		const isScoped = this.#scope.isOn;
		switch (node.type) {
			case 'group':
				return this.#toGroupItem(node, isScoped);
			case 'range':
				return toRangeItem(node, this.#view.order, isScoped);
			case 'document':
				return toDocumentItem(node, isScoped);
			case 'part':
				return toPartItem(node);
			case 'terms':
			case 'term':
				return toDocumentTermItem(node);
		}
	}

	async getChildren(node?: TreeNode): Promise<TreeNode[]> {
		switch (node?.type) {
			case undefined:
				await this.#update();
				return this.#documents.size === 0 ? [] : this.#getChildren(this.#model.root);
			case 'group':
				return this.#getChildren(node);
			case 'range':
				return [...node.chunk.items];
			case 'document':
				return this.#getInside(node.summary);
			case 'part':
			case 'terms':
				return [...node.children];
			case 'term':
				return [];
		}
	}

	async getParent(node: TreeNode): Promise<TreeNode | undefined> {
		switch (node.type) {
			case 'part':
				return node.parent ?? this.#model.find(node.documentId);
			case 'terms':
				return this.#model.find(node.documentId);
			case 'term':
				return node.parent;
			case 'range':
				return node.parent;
			case 'group':
			case 'document': {
				const group = node.parent ?? this.#model.root;
				const kin = node.type === 'group' ? group.groups : group.documents;
				await this.#turns.run(kin.sortInSteps());
				const chunk = kin.isOneRun ? undefined : node.type === 'group' ? group.groups.chunkOf(node) : group.documents.chunkOf(node);
				return chunk === undefined ? node.parent : this.#ranges.nodeOf(chunk, node.parent);
			}
		}
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

	/** With a filter that shows a few documents they are all seen at once: each filter has groups of its own, which stand open. */
	#toGroupItem(group: GroupNode, isScoped: boolean): vscode.TreeItem {
		const { filter } = this.#view;
		const { size } = this.#model.root.groups;
		const isAtTop = group.parent === undefined && (size === 1 || (size <= maxOpenGroups && group.documentCount <= maxOpenDocuments));
		const item = toGroupItem(group, isAtTop || (filter !== undefined && this.#model.size <= maxOpenDocuments), isScoped);
		if (filter !== undefined) {
			item.id = `${group.id}\n${filter.text}`;
		}
		return item;
	}

	async #getChildren(group: GroupNode): Promise<TreeNode[]> {
		await this.#turns.run(group.groups.sortInSteps());
		await this.#turns.run(group.documents.sortInSteps());
		const parent = group === this.#model.root ? undefined : group;
		const toNodes = (chunks: readonly (Chunk<GroupNode> | Chunk<DocumentNode>)[], isOneRun: boolean): readonly TreeNode[] =>
			isOneRun ? chunks.flatMap<TreeNode>(({ items }) => [...items]) : chunks.map((chunk) => this.#ranges.nodeOf(chunk, parent));
		return [...toNodes(group.groups.chunks(), group.groups.isOneRun), ...toNodes(group.documents.chunks(), group.documents.isOneRun)];
	}

	/** What a document is about, and its parts. Its terms are asked for each time: they change with other documents too. */
	async #getInside(summary: DocumentSummary): Promise<TreeNode[]> {
		const asked = this.#host.library?.getDocumentTerms(summary.id, maxDocumentTerms) ?? Promise.resolve([]);
		// Without terms the parts are still there.
		const [rows, parts] = await Promise.all([asked.catch(() => []), this.#getParts(summary)]);
		const terms = toDocumentTerms(summary.id, rows);
		return [...(terms === undefined ? [] : [terms]), ...parts];
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

	#flush(): void {
		clearTimeout(this.#refreshTimer);
		this.#refreshTimer = undefined;
		// Nothing in it waits for anything but its own slices: a failure would be an own fault, and `unhandledRejection` logs it.
		this.#update().then(undefined, () => undefined);
	}

	/** Does what waits, and what comes while it is done; one work at a time. */
	async #update(): Promise<void> {
		do {
			this.#updating ??= this.#work().finally(() => {
				this.#updating = undefined;
			});
			await this.#updating;
			// What was asked for in the moment in which a work ended was not seen by it.
		} while (this.#mustRebuild || this.#mustRecount || this.#queue.length > 0);
	}

	async #work(): Promise<void> {
		for (;;) {
			if (this.#mustRebuild) {
				await this.#rebuild();
			} else if (this.#mustRecount) {
				this.#mustRecount = false;
				await this.#turns.run(this.#model.recountInSteps());
				this.#tell('all');
			} else {
				const change = this.#queue.shift();
				if (change === undefined) {
					return;
				}
				this.#tell(await this.#turns.run(this.#model.applyInSteps(change)));
			}
		}
	}

	/** Makes the tree anew beside the one that shows; what is asked for meanwhile ends it. */
	async #rebuild(): Promise<void> {
		this.#mustRebuild = false;
		this.#mustRecount = false;
		this.#queue = [];
		const model = this.#makeModel();
		const steps = model.applyInSteps({ upserted: [...this.#documents.all()], removedIds: [] });
		while (steps.next().done !== true) {
			await this.#turns.pause();
			if (this.#mustRebuild) {
				return;
			}
		}
		this.#model = model;
		this.#tell('all');
	}

	#makeModel(): TreeModel {
		const { order, filter } = this.#view;
		return new TreeModel({
			folders: this.#documents.folders,
			order,
			locale: vscode.env.language,
			titleOf: toTitle,
			labelOf: toGroupName,
			...(filter && { isShown: (summary: DocumentSummary) => filter.matches(summary) }),
			isOut: ({ id }) => this.#scope.isOut(id),
		});
	}

	#tell(changed: Changed): void {
		if (changed === 'all' || changed.length > 0) {
			this.#changeEmitter.fire(changed === 'all' ? undefined : [...changed]);
			this.#showEmitter.fire();
		}
	}
}
