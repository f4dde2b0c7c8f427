import type { Steps } from '../base/steps.ts';
import type { Range } from '../text/range.ts';
import type { Query } from './query.ts';

/** A document as an engine takes it. Passages are in order and never overlap; `context` is searched with the passage and never shown as its text. */
export interface IndexedDocument {
	readonly id: string;
	readonly title: string;
	/** BCP 47; null if unknown. */
	readonly language: string | null;
	readonly text: string;
	readonly passages: readonly IndexedPassage[];
}

export interface IndexedPassage extends Range {
	/** The headings above the passage, outermost first. */
	readonly headingPath: readonly string[];
}

export interface SearchOptions {
	/** How many hits at most. */
	readonly limit: number;
	/** One hit a passage, or one a document (scored as a whole, shown by its best passage). */
	readonly by: 'passage' | 'document';
	/** The last word may be unfinished: it matches as a prefix too. */
	readonly isTyping: boolean;
	/** Which documents are searched; all if left out. */
	readonly scope?: SearchScope;
}

/** Which documents are searched: only these, or all but these. Documents that come later are left out by `only`, and in by `without`. */
export interface SearchScope {
	readonly kind: 'only' | 'without';
	readonly ids: ReadonlySet<string>;
	/** Of these documents only the passages that reach into one of the ranges: pages, say. */
	readonly ranges?: ReadonlyMap<string, readonly Range[]>;
}

/** Whether a search of this scope looks at the document. */
export function isInScope(id: string, scope: SearchScope | undefined): boolean {
	return scope === undefined || scope.ids.has(id) === (scope.kind === 'only');
}

/** A passage of a document: its range in the document's clean text. */
export interface PassagePlace extends Range {
	readonly documentId: string;
}

/** A text that holds a passage, as its range: the document's, or less of it. */
export interface PassageText extends Range {
	readonly text: string;
}

/** The clean text of this passage, as it was when the engine was given its document; `undefined` if it cannot be had. */
export type TextSource = (passage: PassagePlace) => PassageText | undefined;

/** A passage that matches. `highlights` count in the document's clean text, ascending, without overlap. */
export interface EngineHit extends PassagePlace {
	readonly score: number;
	readonly highlights: readonly Range[];
	/** The words of the query that the passage (by document: any passage of the document) does not hold, as typed; empty if it holds everything. */
	readonly missing: readonly string[];
}

export interface EngineAnswer {
	/** Best first; those that hold everything come before the rest, and those with words of their own before those under a title that matches. */
	readonly hits: readonly EngineHit[];
	/** How many passages (or documents) hold everything. */
	readonly total: number;
	/** By document: how many of these hold everything in one passage, and so are among what `listMatchesInSteps` says holds everything. */
	readonly inOnePassage?: number;
	/** How many hold only a part. */
	readonly partialTotal: number;
	/** Words that no document knows, and the neighbours that were searched in their place. */
	readonly corrections: readonly { readonly typed: string; readonly searched: readonly string[] }[];
}

/** See `SearchEngine.countUses`; `counts` by the index of the word. */
export interface WordCounts {
	readonly passageCount: number;
	readonly counts: readonly number[];
}

/** The passages of one document that match, in order of place; the arrays go together. */
export interface DocumentMatches {
	readonly documentId: string;
	/** Where each begins in the document's clean text: with the document this names the passage. */
	readonly starts: Uint32Array;
	/** 1 for those that hold everything. */
	readonly isFull: Uint8Array;
}

/** Everything that a search finds, without scores and marks. The sums of passages are the totals of `search` for the same question. */
export interface EngineMatches extends Pick<EngineAnswer, 'total' | 'partialTotal' | 'corrections'> {
	/** In the order in which `search` first comes to a passage of each. */
	readonly documents: readonly DocumentMatches[];
}

/** The port of search to what indexes and ranks. An engine holds what it was last given of each document, and nothing else. */
export interface SearchEngine {
	/** Adds the document, in the place of what was known under its id. */
	replaceDocument(document: IndexedDocument): void;
	/**
	 * `replaceDocument` in steps of some milliseconds. Until the last step searches find what was known before, and nothing of the new; who ends it
	 * early changes nothing. Between its steps the same document may not be given or removed.
	 */
	replaceDocumentInSteps(document: IndexedDocument): Steps<void>;
	/** Puts in order what came, in steps of some milliseconds; answers do not change. To be asked for after each document; nothing to do, mostly. */
	tidyInSteps(): Steps<void>;
	/** Forgets the document; unknown ids are no fault. */
	removeDocument(id: string): void;
	/** How many passages there are, and in about how many of them each word stands, in any form that is found by it: at most as many too many as documents were removed. 0: in none. */
	countUses(words: readonly string[]): WordCounts;
	/**
	 * Never throws for anything that a person can type. An empty query has no hits; one that only chooses documents, or only leaves something out, has all other passages. The engine keeps no text: `textOf` gives that of the passages
	 * that are shown, to mark the words in; without it nothing is marked.
	 */
	search(query: Query, options: SearchOptions, textOf: TextSource): EngineAnswer;
	/**
	 * `search` in steps of some milliseconds, for queries that take long; the answer is that of the documents which are there at the last step. Who ends
	 * it early leaves nothing behind.
	 */
	searchInSteps(query: Query, options: SearchOptions, textOf: TextSource): Steps<EngineAnswer>;
	/** All passages that `search` would find with no limit, at the cost of one search, in steps as `searchInSteps`: for counts, and to page through a hundred thousand. */
	listMatchesInSteps(query: Query, options: Pick<SearchOptions, 'isTyping' | 'scope'>): Steps<EngineMatches>;
}
