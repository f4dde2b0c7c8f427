import type { DocumentKind, DocumentSummary } from '../../library/document.ts';
import type { SourceFolder } from '../../library/documentSource.ts';
import { yearOf } from '../displayDate.ts';

/** By what documents stand together. */
export type GroupBy = 'folder' | 'year' | 'kind';
/** In which order they stand in a group. `name` is the file's. */
export type SortBy = 'title' | 'date' | 'name';

/** A group of documents: a source folder or a folder in it, a year, a kind. The counts are those of the groups inside too. */
export interface GroupNode {
	readonly type: 'group';
	/** Stays the same from run to run. */
	readonly id: string;
	readonly by: GroupBy;
	/** The folder's name, the year or the kind; `''` where the documents have no year. */
	readonly name: string;
	/** The URI of a folder; `undefined` for years and kinds. */
	readonly uri: string | undefined;
	readonly isSample: boolean;
	readonly parent: GroupNode | undefined;
	readonly groups: readonly GroupNode[];
	readonly documents: readonly DocumentNode[];
	readonly documentCount: number;
	/** How many of them could not be read. */
	readonly skippedCount: number;
}

/** A document in its group. */
export interface DocumentNode {
	readonly type: 'document';
	readonly id: string;
	readonly summary: DocumentSummary;
	readonly parent: GroupNode;
}

/** All groups and documents, in order. */
export interface TreeModel {
	readonly groups: readonly GroupNode[];
	/** Where a document stands, by its id. */
	readonly nodeOf: ReadonlyMap<string, DocumentNode>;
}

/** A group while it grows. */
interface GrowingGroup extends GroupNode {
	readonly groups: GrowingGroup[];
	readonly documents: DocumentNode[];
	documentCount: number;
	skippedCount: number;
}

/**
 * Sorts the documents into groups: by folder as deep as they stand, by year with the newest first, or by kind. Folders stand in the order of
 * `folders`, folders in folders by name. n log n in the number of documents. `titleOf` gives what documents are called, `locale` how words sort.
 */
export function buildTreeModel(
	summaries: Iterable<DocumentSummary>,
	folders: readonly SourceFolder[],
	{ groupBy, sortBy, locale }: { readonly groupBy: GroupBy; readonly sortBy: SortBy; readonly locale?: string },
	titleOf: (summary: DocumentSummary) => string,
): TreeModel {
	const roots = new Map<string, GrowingGroup>();
	const byId = new Map<string, GrowingGroup>();
	const nodeOf = new Map<string, DocumentNode>();
	const folderOf = new Map(folders.map((folder) => [folder.uri, folder]));
	if (groupBy === 'folder') {
		for (const folder of folders) {
			roots.set(
				folder.uri,
				newGroup({ id: `folder:${folder.uri}`, by: 'folder', name: folder.name, uri: folder.uri, isSample: folder.isSample }),
			);
		}
	}
	for (const summary of summaries) {
		const folder = folderOf.get(summary.folder);
		if (folder === undefined) {
			// Told before the folder was, or after it went: the next change brings the other half.
			continue;
		}
		const group = groupBy === 'folder' ? findFolderGroup(roots, byId, folder, summary) : findPlainGroup(roots, groupBy, summary);
		const node: DocumentNode = { type: 'document', id: `document:${summary.id}`, summary, parent: group };
		group.documents.push(node);
		nodeOf.set(summary.id, node);
		for (let above: GroupNode | undefined = group; above !== undefined; above = above.parent) {
			(above as GrowingGroup).documentCount++;
			(above as GrowingGroup).skippedCount += summary.state === 'skipped' ? 1 : 0;
		}
	}
	const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
	const compare = compareBy(sortBy, collator, titleOf);
	const sortGroup = (group: GrowingGroup) => {
		group.documents.sort((a, b) => compare(a.summary, b.summary));
		group.groups.sort((a, b) => collator.compare(a.name, b.name));
		group.groups.forEach(sortGroup);
	};
	const groups = [...roots.values()];
	groups.forEach(sortGroup);
	if (groupBy === 'year') {
		groups.sort((a, b) => Number(b.name) - Number(a.name));
	} else if (groupBy === 'kind') {
		groups.sort((a, b) => collator.compare(a.name, b.name));
	}
	return { groups, nodeOf };
}

function newGroup(start: Pick<GroupNode, 'id' | 'by' | 'name' | 'uri' | 'isSample'> & { readonly parent?: GroupNode }): GrowingGroup {
	return { type: 'group', parent: undefined, ...start, groups: [], documents: [], documentCount: 0, skippedCount: 0 };
}

function findFolderGroup(
	roots: ReadonlyMap<string, GrowingGroup>,
	byId: Map<string, GrowingGroup>,
	folder: SourceFolder,
	summary: DocumentSummary,
): GrowingGroup {
	let group =
		roots.get(folder.uri) ?? newGroup({ id: `folder:${folder.uri}`, by: 'folder', name: folder.name, uri: folder.uri, isSample: false });
	const names = summary.relativePath.split('/').slice(0, -1);
	let path = '';
	for (const name of names) {
		path += `/${name}`;
		const id = `folder:${folder.uri}${path}`;
		let next = byId.get(id);
		if (next === undefined) {
			next = newGroup({ id, by: 'folder', name, uri: `${folder.uri}${escapePath(path)}`, isSample: folder.isSample, parent: group });
			byId.set(id, next);
			group.groups.push(next);
		}
		group = next;
	}
	return group;
}

function findPlainGroup(roots: Map<string, GrowingGroup>, by: 'year' | 'kind', summary: DocumentSummary): GrowingGroup {
	const name = by === 'year' ? (yearOf(summary.date) ?? '') : summary.kind;
	let group = roots.get(name);
	if (group === undefined) {
		group = newGroup({ id: `${by}:${name}`, by, name, uri: undefined, isSample: false });
		roots.set(name, group);
	}
	return group;
}

function compareBy(
	sortBy: SortBy,
	collator: Intl.Collator,
	titleOf: (summary: DocumentSummary) => string,
): (a: DocumentSummary, b: DocumentSummary) => number {
	const byName = (a: DocumentSummary, b: DocumentSummary) => collator.compare(a.relativePath, b.relativePath) || (a.id < b.id ? -1 : 1);
	switch (sortBy) {
		case 'name':
			return byName;
		case 'title': {
			const titles = new Map<string, string>();
			const cached = (summary: DocumentSummary) => {
				let title = titles.get(summary.id);
				if (title === undefined) {
					title = titleOf(summary);
					titles.set(summary.id, title);
				}
				return title;
			};
			return (a, b) => collator.compare(cached(a), cached(b)) || byName(a, b);
		}
		case 'date':
			// Newest first; what has no date comes last. EDTF sorts as text.
			return (a, b) => (b.date ?? '').localeCompare(a.date ?? '', 'en') || byName(a, b);
	}
}

function escapePath(path: string): string {
	return path.split('/').map(encodeURIComponent).join('/');
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
