import type { DocumentKind, DocumentSummary } from '../../library/document.ts';
import { foldWord } from '../../text/normalise.ts';
import { yearOf } from '../displayDate.ts';

/** By what documents stand together; `source` is the author, or the publisher or site where none is known. */
const groupings = ['folder', 'year', 'kind', 'source', 'language', 'none'] as const;
/** In which order they stand in a group; `length` counts words, `changed` is when the file was last changed. */
const sortings = ['title', 'date', 'source', 'path', 'length', 'changed'] as const;

export type GroupBy = (typeof groupings)[number];
export type SortBy = (typeof sortings)[number];

/** How the tree is arranged. */
export interface TreeOrder {
	readonly groupBy: GroupBy;
	readonly sortBy: SortBy;
}

/** An order as it was kept from the last time; what is no order becomes folder and title. */
export function readOrder(stored: unknown): TreeOrder {
	const { groupBy, sortBy } = (typeof stored === 'object' && stored !== null ? stored : {}) as { groupBy?: unknown; sortBy?: unknown };
	return {
		groupBy: groupings.find((known) => known === groupBy) ?? 'folder',
		sortBy: sortings.find((known) => known === sortBy) ?? 'title',
	};
}

/** Who a document is by or from, as it says itself; `''` if it does not. */
export function sourceOf({ author, publisher }: Pick<DocumentSummary, 'author' | 'publisher'>): string {
	return (author ?? publisher ?? '').trim();
}

/**
 * The year, kind, source or language under which a document stands, as people read it or as a code; `''` if it has none. What people call by one
 * name is one group: mails and boxes of mails, subtitles of both formats, a language with all its regions.
 */
export function groupNameOf(summary: DocumentSummary, by: Exclude<GroupBy, 'folder' | 'none'>): string {
	switch (by) {
		case 'year':
			return yearOf(summary.date) ?? '';
		case 'kind':
			return toSharedKind(summary.kind);
		case 'source':
			return sourceOf(summary);
		case 'language':
			return toLanguageOnly(summary.language ?? '');
	}
}

function toSharedKind(kind: DocumentKind): DocumentKind {
	return kind === 'mbox' ? 'eml' : kind === 'vtt' ? 'srt' : kind;
}

/** A language tag without its region, but with its script: `en` for `en-GB`, `zh-Hant` for `zh-Hant-TW`. */
function toLanguageOnly(tag: string): string {
	return /^[a-z]{2,3}(?:-[a-z]{4}(?=-|$))?(?=-|$)/i.exec(tag)?.[0] ?? tag;
}

/** The id of a group that is no folder: the same from run to run, and for all ways to write the same name. */
export function toGroupId(by: Exclude<GroupBy, 'folder' | 'none'>, name: string): string {
	return `${by}:${by === 'source' ? foldLine(name) : name}`;
}

/** The id of a folder group, for a source folder and a path below it (`''` or `/deep/er`). */
export function toFolderId(folderUri: string, path: string): string {
	return `folder:${folderUri}${path}`;
}

/** Words as they are compared, with one space between them: `“Kari  LYDERSEN”` is `“kari lydersen”`. */
export function foldLine(text: string): string {
	return text
		.split(/\s+/)
		.filter((piece) => piece !== '')
		.map(foldWord)
		.join(' ');
}

/** What a document is sorted by: words by the locale, numbers and dates from the greatest down. */
export type SortKey = string | number;

/** What is compared of two documents in an order; computed once for each document. */
export function sortKeyOf(summary: DocumentSummary, sortBy: SortBy, titleOf: (summary: DocumentSummary) => string): SortKey {
	switch (sortBy) {
		case 'title':
			return titleOf(summary);
		case 'date':
			return summary.date ?? '';
		case 'source':
			return sourceOf(summary);
		case 'path':
			return summary.relativePath;
		case 'length':
			return summary.wordCount;
		case 'changed':
			return summary.modifiedMs;
	}
}

/** A document with what it is sorted by. */
export interface Sorted {
	readonly key: SortKey;
	readonly summary: DocumentSummary;
}

/**
 * Compares documents: dates and numbers from the greatest down, words by the locale, nothing (no date, no source) last; what is equal by path,
 * then by id, so that no two are ever equal.
 */
export function compareSorted(sortBy: SortBy, collator: Intl.Collator): (a: Sorted, b: Sorted) => number {
	const byPath = (a: Sorted, b: Sorted) =>
		collator.compare(a.summary.relativePath, b.summary.relativePath) ||
		(a.summary.id < b.summary.id ? -1 : a.summary.id > b.summary.id ? 1 : 0);
	const compareKeys = (a: SortKey, b: SortKey): number => {
		if (typeof a === 'number' || typeof b === 'number') {
			return Number(b) - Number(a);
		}
		// EDTF sorts as text.
		return sortBy === 'date' ? (a < b ? 1 : a > b ? -1 : 0) : compareNames(a, b, collator);
	};
	return (a, b) => compareKeys(a.key, b.key) || byPath(a, b);
}

/** Compares names by the locale; no name comes last. */
export function compareNames(a: string, b: string, collator: Intl.Collator): number {
	return a === '' || b === '' ? Number(a === '') - Number(b === '') : collator.compare(a, b);
}
