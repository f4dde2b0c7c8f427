import type { Steps } from '../../base/steps.ts';
import type { DocumentKind, DocumentSummary } from '../../library/document.ts';
import type { SourceFolder } from '../../library/documentSource.ts';
import type { DocumentChange } from '../knownDocuments.ts';
import { type Chunk, SortedChunks } from './sortedChunks.ts';
import {
	compareNames,
	compareSorted,
	type GroupBy,
	groupNameOf,
	type SortKey,
	sortKeyOf,
	type TreeOrder,
	toFolderId,
	toGroupId,
} from './treeOrder.ts';

/** What stands together: a source folder or a folder in it, a year, a kind, a source, a language. The counts are those of the groups inside too. */
export interface GroupNode {
	readonly type: 'group';
	/** Stays the same from run to run. */
	readonly id: string;
	readonly by: GroupBy;
	/** The folder's name, the year, the code of the kind or language, the source as first seen; `''` where the documents have none. */
	readonly name: string;
	/** The URI of a folder; `undefined` for all others. */
	readonly uri: string | undefined;
	readonly isSample: boolean;
	/** `undefined` for those at the top. */
	readonly parent: GroupNode | undefined;
	readonly groups: SortedChunks<GroupNode>;
	readonly documents: SortedChunks<DocumentNode>;
	readonly documentCount: number;
	/** How many of them could not be read. */
	readonly skippedCount: number;
	/** How many of them a search leaves out. */
	readonly outCount: number;
}

/** A document in its group. Another one takes its place when it moves. */
export interface DocumentNode {
	readonly type: 'document';
	readonly id: string;
	readonly summary: DocumentSummary;
	readonly key: SortKey;
	readonly parent: GroupNode | undefined;
	/** Whether a search leaves it out. */
	readonly isOut: boolean;
}

/** A run of neighbours, where there are too many for one list: it opens to them. */
export interface RangeNode {
	readonly type: 'range';
	readonly id: string;
	readonly parent: GroupNode | undefined;
	readonly chunk: Chunk<GroupNode> | Chunk<DocumentNode>;
}

/** So many neighbours stand in one list; more are parted into ranges. A person who scrolls sees thirty at a time. */
export const maxNeighbours = 500;

/** More changed lines than this are drawn as one whole. */
const maxChangedNodes = 50;

/** Work of a millisecond or two. */
const takenPerStep = 250;

/** What the model asks about documents. */
export interface TreeModelOptions {
	readonly folders: readonly SourceFolder[];
	readonly order: TreeOrder;
	readonly locale?: string;
	/** What a document is called. */
	readonly titleOf: (summary: DocumentSummary) => string;
	/** What a group that is no folder is called; they stand in the order of these names, years from the latest down. */
	readonly labelOf: (by: GroupBy, name: string) => string;
	/** Whether a document is shown; all are if left out. */
	readonly isShown?: (summary: DocumentSummary) => boolean;
	/** Whether a search leaves a document out; none is if left out. */
	readonly isOut?: (summary: DocumentSummary) => boolean;
}

/** What is to be drawn anew: everything, or these lines with what is in them. */
export type Changed = 'all' | readonly (GroupNode | DocumentNode)[];

interface GrowingGroup extends GroupNode {
	/** The group it stands in: the root for those at the top; `undefined` for the root. */
	readonly above: GrowingGroup | undefined;
	readonly groups: SortedChunks<GroupNode>;
	/** What it is sorted by among its kin. */
	readonly label: string;
	/** The place of a source folder among the others; 0 for all others. */
	readonly place: number;
	documentCount: number;
	skippedCount: number;
	outCount: number;
}

interface GrowingDocument extends DocumentNode {
	summary: DocumentSummary;
	isOut: boolean;
	/** The group it stands in: the root if `parent` is `undefined`. */
	readonly group: GrowingGroup;
}

/**
 * Documents in groups, in order, changed one by one: a document that comes, goes or changes costs a search in its group, however many there are,
 * and a group is only sorted once somebody opens it.
 */
export class TreeModel {
	readonly #options: TreeModelOptions;
	readonly #folderOf: ReadonlyMap<string, SourceFolder>;
	readonly #compareDocuments: (a: DocumentNode, b: DocumentNode) => number;
	readonly #collator: Intl.Collator;
	readonly #groupOf = new Map<string, GrowingGroup>();
	readonly #nodeOf = new Map<string, GrowingDocument>();
	readonly #root: GrowingGroup;

	constructor(options: TreeModelOptions) {
		this.#options = options;
		this.#folderOf = new Map(options.folders.map((folder) => [folder.uri, folder]));
		this.#collator = new Intl.Collator(options.locale, { numeric: true, sensitivity: 'base' });
		this.#compareDocuments = compareSorted(options.order.sortBy, this.#collator);
		this.#root = this.#makeGroup({ id: 'root', by: 'none', name: '' }, undefined);
		if (options.order.groupBy === 'folder' && options.isShown === undefined) {
			for (const folder of options.folders) {
				this.#findFolder(folder, '');
			}
		}
	}

	/** Holds what is at the top. */
	get root(): GroupNode {
		return this.#root;
	}

	get size(): number {
		return this.#nodeOf.size;
	}

	/** All documents that are shown, in no order. */
	documents(): Iterable<DocumentNode> {
		return this.#nodeOf.values();
	}

	/** Where a document stands; `undefined` if it is not shown. */
	find(documentId: string): DocumentNode | undefined {
		return this.#nodeOf.get(documentId);
	}

	/** The group of an id of before, if it is there. */
	findGroup(groupId: string): GroupNode | undefined {
		return this.#groupOf.get(groupId);
	}

	/** Takes a change, in steps of a few milliseconds, and says what is to be drawn anew. */
	*applyInSteps({ upserted, removedIds }: DocumentChange): Steps<Changed> {
		const changed = new Set<GroupNode | DocumentNode>();
		const note = (node: GroupNode | DocumentNode): void => {
			if (changed.size <= maxChangedNodes) {
				changed.add(node);
			}
		};
		let taken = 0;
		for (const id of removedIds) {
			const node = this.#nodeOf.get(id);
			if (node !== undefined) {
				note(this.#remove(node));
			}
			if (++taken % takenPerStep === 0) {
				yield;
			}
		}
		for (const summary of upserted) {
			this.#upsert(summary, note);
			if (++taken % takenPerStep === 0) {
				yield;
			}
		}
		if (changed.has(this.#root) || changed.size > maxChangedNodes) {
			return 'all';
		}
		return [...changed].filter((node) => !hasAncestorIn(node, changed));
	}

	/** Asks anew which documents a search leaves out; what stands where does not change. */
	*recountInSteps(): Steps<void> {
		let taken = 0;
		for (const node of this.#nodeOf.values()) {
			this.#setOut(node, this.#options.isOut?.(node.summary) ?? false);
			if (++taken % (takenPerStep * 10) === 0) {
				yield;
			}
		}
	}

	#upsert(summary: DocumentSummary, note: (node: GroupNode | DocumentNode) => void): void {
		const { order, titleOf, isShown, isOut } = this.#options;
		const known = this.#nodeOf.get(summary.id);
		const folder = this.#folderOf.get(summary.folder);
		// Told before its folder was, or after it went: the next change brings the other half.
		if (folder === undefined || isShown?.(summary) === false) {
			if (known !== undefined) {
				note(this.#remove(known));
			}
			return;
		}
		const key = sortKeyOf(summary, order.sortBy, titleOf);
		const group = this.#findGroup(folder, summary);
		const out = isOut?.(summary) ?? false;
		if (
			known !== undefined &&
			known.group === group &&
			known.key === key &&
			known.summary.relativePath === summary.relativePath &&
			(known.summary.state === 'skipped') === (summary.state === 'skipped') &&
			known.isOut === out
		) {
			known.summary = summary;
			note(known);
			return;
		}
		if (known !== undefined) {
			note(this.#remove(known, group));
		}
		const node: GrowingDocument = {
			type: 'document',
			id: `document:${summary.id}`,
			summary,
			key,
			parent: group === this.#root ? undefined : group,
			isOut: out,
			group,
		};
		group.documents.add(node);
		this.#nodeOf.set(summary.id, node);
		note(this.#count(node, 1));
	}

	/** Takes a document out, with the groups that are empty without it but `kept`. Gives what is to be drawn anew. */
	#remove(node: GrowingDocument, kept?: GrowingGroup): GroupNode {
		node.group.documents.delete(node);
		this.#nodeOf.delete(node.summary.id);
		let changed = this.#count(node, -1);
		for (let group = node.group; group.above !== undefined; group = group.above) {
			const isEmptyFolder = group.by === 'folder' && group.above === this.#root && this.#options.isShown === undefined;
			if (group.documentCount > 0 || group.groups.size > 0 || group === kept || isEmptyFolder) {
				break;
			}
			group.above.groups.delete(group);
			this.#groupOf.delete(group.id);
			if (group.above === this.#root) {
				changed = this.#root;
			}
		}
		return changed;
	}

	/** Counts a document in all groups it stands in. Gives the topmost of them, which is drawn anew with all that is in it; the root if it is new. */
	#count({ summary, group, isOut }: GrowingDocument, difference: 1 | -1): GroupNode {
		let top: GrowingGroup = group;
		let isNew = false;
		for (let above: GrowingGroup | undefined = group; above !== undefined; above = above.above) {
			above.documentCount += difference;
			above.skippedCount += summary.state === 'skipped' ? difference : 0;
			above.outCount += isOut ? difference : 0;
			if (above.above !== undefined) {
				top = above;
				isNew = difference === 1 && above.documentCount === 1;
			}
		}
		return isNew ? this.#root : top;
	}

	#setOut(node: GrowingDocument, isOut: boolean): void {
		if (node.isOut !== isOut) {
			node.isOut = isOut;
			for (let above: GrowingGroup | undefined = node.group; above !== undefined; above = above.above) {
				above.outCount += isOut ? 1 : -1;
			}
		}
	}

	#findGroup(folder: SourceFolder, summary: DocumentSummary): GrowingGroup {
		const { groupBy } = this.#options.order;
		if (groupBy === 'none') {
			return this.#root;
		}
		if (groupBy === 'folder') {
			return this.#findFolder(folder, folderPathOf(summary));
		}
		const name = groupNameOf(summary, groupBy);
		const id = toGroupId(groupBy, name);
		return this.#groupOf.get(id) ?? this.#addGroup({ id, by: groupBy, name }, this.#root, this.#options.labelOf(groupBy, name));
	}

	#findFolder(folder: SourceFolder, path: string): GrowingGroup {
		const id = toFolderId(folder.uri, path);
		const known = this.#groupOf.get(id);
		if (known !== undefined) {
			return known;
		}
		if (path === '') {
			const place = this.#options.folders.indexOf(folder);
			return this.#addGroup({ id, by: 'folder', name: folder.name, uri: folder.uri, isSample: folder.isSample }, this.#root, '', place);
		}
		const slash = path.lastIndexOf('/');
		const name = path.slice(slash + 1);
		const uri = `${folder.uri}${path.split('/').map(encodeURIComponent).join('/')}`;
		const parent = this.#findFolder(folder, path.slice(0, slash));
		return this.#addGroup({ id, by: 'folder', name, uri, isSample: folder.isSample }, parent, name);
	}

	#addGroup(start: GroupStart, parent: GrowingGroup, label: string, place = 0): GrowingGroup {
		const group = this.#makeGroup(start, parent, label, place);
		this.#groupOf.set(group.id, group);
		parent.groups.add(group);
		return group;
	}

	#makeGroup(start: GroupStart, above: GrowingGroup | undefined, label = '', place = 0): GrowingGroup {
		return {
			type: 'group',
			uri: undefined,
			isSample: false,
			...start,
			above,
			parent: above?.above === undefined ? undefined : above,
			label,
			place,
			groups: new SortedChunks<GroupNode>((a, b) => this.#compareGroups(a as GrowingGroup, b as GrowingGroup), maxNeighbours),
			documents: new SortedChunks<DocumentNode>(this.#compareDocuments, maxNeighbours),
			documentCount: 0,
			skippedCount: 0,
			outCount: 0,
		};
	}

	#compareGroups(a: GrowingGroup, b: GrowingGroup): number {
		const byName =
			a.by === 'year'
				? Number(b.name) - Number(a.name)
				: Number(isRest(a)) - Number(isRest(b)) || compareNames(a.label, b.label, this.#collator);
		return a.place - b.place || byName || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
	}
}

/** Whether a group holds what has no year, source or language, or is of no kind that is read: it stands last. */
function isRest({ by, name }: GroupNode): boolean {
	return (by !== 'folder' && name === '') || (by === 'kind' && name === 'other');
}

type GroupStart = Pick<GroupNode, 'id' | 'by' | 'name'> & Partial<Pick<GroupNode, 'uri' | 'isSample'>>;

/** The path of the folder that a document stands in, below its source folder: `''`, or `/deep/er`. */
export function folderPathOf({ relativePath }: Pick<DocumentSummary, 'relativePath'>): string {
	const slash = relativePath.lastIndexOf('/');
	return slash < 0 ? '' : `/${relativePath.slice(0, slash)}`;
}

/** The parts of a long list as nodes that open to them; the same node as long as the run is there. */
export class Ranges {
	readonly #nodeOf = new WeakMap<Chunk<unknown>, RangeNode>();

	nodeOf(chunk: Chunk<GroupNode> | Chunk<DocumentNode>, parent: GroupNode | undefined): RangeNode {
		let node = this.#nodeOf.get(chunk);
		if (node === undefined) {
			const kind = chunk.items[0]?.type ?? 'document';
			node = { type: 'range', id: `range:${kind}:${parent?.id ?? ''}:${chunk.number}`, parent, chunk };
			this.#nodeOf.set(chunk, node);
		}
		return node;
	}
}

function hasAncestorIn(node: GroupNode | DocumentNode, nodes: ReadonlySet<GroupNode | DocumentNode>): boolean {
	for (let above = node.parent; above !== undefined; above = above.parent) {
		if (nodes.has(above)) {
			return true;
		}
	}
	return false;
}

/** The codicon that stands for a kind of document. */
export function iconOf(kind: DocumentKind): string {
	switch (kind) {
		case 'html':
		case 'epub':
			return 'globe';
		case 'md':
		case 'org':
		case 'rst':
		case 'adoc':
			return 'markdown';
		case 'pdf':
			return 'file-pdf';
		case 'eml':
		case 'mbox':
			return 'mail';
		case 'csv':
			return 'table';
		case 'tex':
			return 'symbol-operator';
		case 'srt':
		case 'vtt':
			return 'comment';
		case 'docx':
		case 'odt':
		case 'rtf':
		case 'txt':
			return 'file-text';
		case 'other':
			return 'file';
	}
}
