import { sortInSteps } from '../../base/sortInSteps.ts';
import type { Steps } from '../../base/steps.ts';
import type { DocumentSummary } from '../../library/document.ts';
import { foldNearDuplicates } from '../../search/nearDuplicates.ts';
import type { MatchPlace, MatchSet, SearchHit } from '../../service/library.ts';
import { folderPathOf } from '../libraryTree/treeModel.ts';
import { groupNameOf, toFolderId, toGroupId } from '../libraryTree/treeOrder.ts';
import type { Dismissals } from './dismissals.ts';

/** By what documents stand together; `document`: each by itself, the one with the best passage first. */
export const resultGroupings = ['document', 'year', 'folder'] as const;
export type ResultGrouping = (typeof resultGroupings)[number];

/** Any line of the view. */
export type ResultNode = ResultGroup | ResultDocument | ResultHit | MoreNode;

/** Documents of one year or folder; `partial`: all that hold only a part of the words. */
export interface ResultGroup {
	readonly type: 'group';
	readonly id: string;
	readonly by: 'year' | 'folder' | 'partial';
	/** The year, or the folder's path below the source folder of `folderUri`. */
	readonly name: string;
	readonly folderUri: string | undefined;
	readonly parent: undefined;
	readonly documents: readonly ResultDocument[];
	/** How many passages are shown in it, loaded or not. */
	readonly count: number;
}

/** A document with passages that match. */
export interface ResultDocument {
	readonly type: 'document';
	readonly id: string;
	readonly documentId: string;
	/** Whether its passages hold everything, or a part. */
	readonly isFull: boolean;
	readonly parent: ResultGroup | undefined;
	/** How many passages are shown, loaded or not: the library's number, without what was dismissed. */
	readonly count: number;
	/** How many the library has: pages count in these. */
	readonly matchCount: number;
	/** How many of its passages stand behind those of documents above it, which say the same. With all of them there, the document has no line of its own. */
	readonly foldedCount: number;
}

/** A passage. */
export interface ResultHit {
	readonly type: 'hit';
	readonly id: string;
	readonly parent: ResultDocument;
	readonly hit: SearchHit;
	/** The line that it is folded behind, because it says the same. */
	readonly behind: ResultHit | undefined;
	/** What says the same in the same document and is folded behind it, in the document's order. */
	readonly like: readonly ResultHit[];
	/** What says the same in other documents and is folded behind it. */
	readonly elsewhere: readonly HitPlace[];
}

/** Stands where a list goes on: opening it shows the next part. */
export interface MoreNode {
	readonly type: 'more';
	readonly id: string;
	/** `undefined` at the top. */
	readonly parent: ResultGroup | ResultDocument | undefined;
	/** How many more passages, or documents, there are. */
	readonly restCount: number;
}

/** A place that is known again when the results are asked for anew. */
export type HitPlace = MatchPlace;

/** Where a line's passage is. */
export function toPlace({ hit, parent }: ResultHit): HitPlace {
	return { documentId: hit.documentId, isFull: parent.isFull, start: hit.start };
}

/** What the model is made from. */
export interface ResultsModelOptions {
	readonly set: MatchSet;
	readonly grouping: ResultGrouping;
	readonly dismissals: Dismissals;
	/** How many passages of a document stand behind those of others: none, as long as that is not known. */
	readonly countFolded?: (document: Pick<HitPlace, 'documentId' | 'isFull'>) => number;
	readonly findSummary: (id: string) => DocumentSummary | undefined;
	/** What a group is sorted by, as people read it. */
	readonly locale: string | undefined;
}

/** Making the lines of so many documents takes about a millisecond. */
const documentsPerStep = 500;

/**
 * A match set as lines of a tree: groups, documents, and how many passages in each. Every number is a sum of those that the library gave by document. The
 * passages themselves are asked for when a document is opened.
 */
export class ResultsModel {
	readonly roots: readonly (ResultGroup | ResultDocument)[];
	/** Every document, in the order in which the tree shows them when everything is open. */
	readonly documents: readonly ResultDocument[];
	/** How many passages that hold everything are shown, and in how many documents. */
	readonly total: number;
	readonly documentCount: number;
	/** How many that hold only a part are shown. */
	readonly partialTotal: number;
	/** By id, where the line of a document stands among them: of what holds everything, and of what holds a part. */
	readonly #places: { readonly full: ReadonlyMap<string, number>; readonly partial: ReadonlyMap<string, number> };

	private constructor(
		roots: readonly (ResultGroup | ResultDocument)[],
		documents: readonly ResultDocument[],
		counts: { readonly total: number; readonly documentCount: number; readonly partialTotal: number },
		places: { readonly full: ReadonlyMap<string, number>; readonly partial: ReadonlyMap<string, number> },
	) {
		this.roots = roots;
		this.documents = documents;
		this.total = counts.total;
		this.documentCount = counts.documentCount;
		this.partialTotal = counts.partialTotal;
		this.#places = places;
	}

	/** In steps of about a millisecond: a common word is in a hundred thousand documents. */
	static *makeInSteps(options: ResultsModelOptions): Steps<ResultsModel> {
		const full: Counted[] = [];
		const partial: Counted[] = [];
		for (const [index, { id, count, partialCount }] of options.set.documents.entries()) {
			if (count > 0) {
				full.push({ id, count });
			}
			if (partialCount > 0) {
				partial.push({ id, count: partialCount });
			}
			if (index % documentsPerStep === documentsPerStep - 1) {
				yield;
			}
		}
		const roots: (ResultGroup | ResultDocument)[] =
			options.grouping === 'document'
				? yield* toDocuments(full, true, undefined, options)
				: yield* toGroups(full, options.grouping, options);
		const partialGroup = yield* fillGroup({ id: 'partial', by: 'partial', name: '', folderUri: undefined }, partial, false, options);
		if (partialGroup !== undefined) {
			roots.push(partialGroup);
		}
		const documents: ResultDocument[] = [];
		const places = { full: new Map<string, number>(), partial: new Map<string, number>() };
		const counts = { total: 0, documentCount: 0, partialTotal: partialGroup?.count ?? 0 };
		for (const root of roots) {
			for (const document of root.type === 'group' ? root.documents : [root]) {
				(document.isFull ? places.full : places.partial).set(document.documentId, documents.length);
				documents.push(document);
				if (document.isFull) {
					counts.total += document.count;
					counts.documentCount++;
				}
				if (documents.length % documentsPerStep === 0) {
					yield;
				}
			}
		}
		return new ResultsModel(roots, documents, counts, places);
	}

	/** The document's line; `undefined` if the view has none. */
	find(place: Pick<HitPlace, 'documentId' | 'isFull'>): ResultDocument | undefined {
		return this.documents[this.#placeOf(place) ?? -1];
	}

	/** The line behind (1) or before (-1) a document's, in the order of the tree; the other end of it where there is none. */
	neighbourOf(document: ResultDocument, direction: 1 | -1): ResultDocument | undefined {
		const at = this.#placeOf(document) ?? 0;
		return this.documents[(at + direction + this.documents.length) % this.documents.length];
	}

	#placeOf({ documentId, isFull }: Pick<HitPlace, 'documentId' | 'isFull'>): number | undefined {
		return (isFull ? this.#places.full : this.#places.partial).get(documentId);
	}
}

/** Folding a thousand passages takes about 30 ms on one 2 GHz core, and nobody reads so many lines: those behind them stand by themselves. */
const maxFolded = 1_000;

/**
 * Passages of a document as its lines, in their order; of those that say the same one stands, and the others are behind it. Every passage is in one of the lines or
 * behind it, so that counts stay what they are. More passages at the end leave the lines before them where they were. `elsewhereOf`: what stands behind a passage
 * though it is of other documents.
 */
export function toHitLines(
	hits: readonly SearchHit[],
	parent: ResultDocument,
	elsewhereOf: (place: HitPlace) => readonly HitPlace[] = () => [],
): readonly ResultHit[] {
	const toLine = (hit: SearchHit, behind: ResultHit | undefined, like: readonly ResultHit[]) =>
		toNode(hit, parent, behind, like, elsewhereOf({ documentId: hit.documentId, isFull: parent.isFull, start: hit.start }));
	const folded = foldNearDuplicates(hits.slice(0, maxFolded)).map(({ first, others }) => {
		const like: ResultHit[] = [];
		const line = toLine(first, undefined, like);
		like.push(...others.map((hit) => toLine(hit, line, [])));
		return line;
	});
	return [...folded, ...hits.slice(maxFolded).map((hit) => toLine(hit, undefined, []))];
}

/** The line of a passage. */
export function toNode(
	hit: SearchHit,
	parent: ResultDocument,
	behind: ResultHit | undefined,
	like: readonly ResultHit[] = [],
	elsewhere: readonly HitPlace[] = [],
): ResultHit {
	return { type: 'hit', id: `hit:${parent.id}\n${hit.start}`, parent, hit, behind, like, elsewhere };
}

/** Whether a document has a line of its own: not where everything that it says stands behind the passages of others. */
export function hasOwnLine({ count, foldedCount }: ResultDocument): boolean {
	return foldedCount < count;
}

function toDocument(
	documentId: string,
	isFull: boolean,
	matchCount: number,
	parent: ResultGroup | undefined,
	{ dismissals, countFolded }: Pick<ResultsModelOptions, 'dismissals' | 'countFolded'>,
): ResultDocument | undefined {
	const count = dismissals.countLeft({ documentId, isFull }, matchCount);
	const id = `${isFull ? 'document' : 'partial'}:${documentId}`;
	const foldedCount = countFolded?.({ documentId, isFull }) ?? 0;
	return count === 0 ? undefined : { type: 'document', id, documentId, isFull, parent, count, matchCount, foldedCount };
}

type GroupHead = Pick<ResultGroup, 'id' | 'by' | 'name' | 'folderUri'>;
type Counted = { readonly id: string; readonly count: number };

function* toDocuments(
	counted: readonly Counted[],
	isFull: boolean,
	parent: ResultGroup | undefined,
	options: ResultsModelOptions,
): Steps<ResultDocument[]> {
	const documents: ResultDocument[] = [];
	for (const [index, { id, count }] of counted.entries()) {
		const document = toDocument(id, isFull, count, parent, options);
		if (document !== undefined) {
			documents.push(document);
		}
		if (index % documentsPerStep === documentsPerStep - 1) {
			yield;
		}
	}
	return documents;
}

/** `undefined` if nothing of it is left. */
function* fillGroup(
	head: GroupHead,
	counted: readonly Counted[],
	isFull: boolean,
	options: ResultsModelOptions,
): Steps<ResultGroup | undefined> {
	const group = { type: 'group' as const, ...head, parent: undefined, documents: [] as readonly ResultDocument[], count: 0 };
	group.documents = yield* toDocuments(counted, isFull, group, options);
	group.count = group.documents.reduce((sum, { count }) => sum + count, 0);
	return group.documents.length === 0 ? undefined : group;
}

function* toGroups(
	counted: readonly Counted[],
	by: 'year' | 'folder',
	options: ResultsModelOptions,
): Steps<(ResultGroup | ResultDocument)[]> {
	const { findSummary, locale } = options;
	const groups = new Map<string, { readonly head: GroupHead; readonly counted: Counted[] }>();
	for (const [index, entry] of counted.entries()) {
		const summary = findSummary(entry.id);
		const name = summary === undefined ? '' : by === 'year' ? groupNameOf(summary, 'year') : folderPathOf(summary);
		const folderUri = by === 'folder' ? (summary?.folder ?? '') : undefined;
		const id = folderUri === undefined ? toGroupId('year', name) : toFolderId(folderUri, name);
		const known = groups.get(id);
		if (known === undefined) {
			groups.set(id, { head: { id, by, name, folderUri }, counted: [entry] });
		} else {
			known.counted.push(entry);
		}
		if (index % documentsPerStep === documentsPerStep - 1) {
			yield;
		}
	}
	const collator = new Intl.Collator(locale, { numeric: true });
	const sorted = yield* sortInSteps([...groups.values()], ({ head: a }, { head: b }) =>
		by === 'year'
			? // The latest first, what has no date last.
				Number(a.name < b.name) - Number(a.name > b.name)
			: collator.compare(a.folderUri ?? '', b.folderUri ?? '') || collator.compare(a.name, b.name),
	);
	const filled: ResultGroup[] = [];
	for (const { head, counted: own } of sorted) {
		const group = yield* fillGroup(head, own, true, options);
		if (group !== undefined) {
			filled.push(group);
		}
		if (filled.length % documentsPerStep === 0) {
			yield;
		}
	}
	return filled;
}
