import type { Cancellation } from '../base/cancellation.ts';
import type { Caps } from '../library/caps.ts';
import type { DocumentContent, DocumentSummary, Heading, Page } from '../library/document.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import type { KeptAmount, TextPlaces } from '../library/textStore.ts';
import type { SearchOptions, SearchScope } from '../search/engine.ts';
import type { Card, ExplainedTerm } from '../terms/card.ts';
import type { TableBuffer } from '../terms/tableSections.ts';
import type { TermRow } from '../terms/termRow.ts';
import type { UnknownName } from '../terms/unknownNames.ts';
import type { Range } from '../text/range.ts';
import type { RestoredLibrary } from './keptLibrary.ts';

/** How many files were found, and what became of them: `found` is always the sum of the other three once reading is done. */
export interface Coverage {
	readonly found: number;
	readonly read: number;
	readonly partial: number;
	readonly skipped: number;
}

/**
 * What the library is doing. `done` of `total` files while reading; `ready` when everything that was found is read and indexed; `stopped` when
 * the person stopped it before that.
 */
export interface LibraryStatus {
	readonly phase: 'idle' | 'finding' | 'reading' | 'stopped' | 'ready';
	readonly done: number;
	readonly total: number;
	readonly coverage: Coverage;
}

/** Which folders make the collection, and by which limits. Opening again with other folders keeps what stays. */
export interface LibraryConfiguration {
	readonly folders: readonly SourceFolder[];
	readonly caps: Caps;
	/** Files of the writer's own glossary, by URI, besides `glossary.md` and `*.glossary.md` in the folders. */
	readonly glossaryFiles: readonly string[];
	/** Where what was read is kept; in memory only, if left out. */
	readonly texts?: TextPlaces;
}

/** A hit with what a list needs to show it. `text` is the slice of the document's clean text at the range. */
export interface SearchHit extends Range {
	readonly documentId: string;
	readonly title: string | null;
	readonly date: string | null;
	/** The label of the page the passage starts on. */
	readonly page: string | null;
	/** The heading of the section it stands in, such as a mailbox's message or a chapter; null where headings do not part the document. */
	readonly section: string | null;
	readonly score: number;
	readonly text: string;
	readonly highlights: readonly Range[];
	readonly missing: readonly string[];
}

export interface SearchAnswer {
	readonly query: string;
	readonly total: number;
	/** By document: how many of them hold everything in one passage; `MatchCounts.documentCount` of the same question. */
	readonly inOnePassage?: number;
	readonly partialTotal: number;
	readonly coverage: Coverage;
	readonly hits: readonly SearchHit[];
	readonly corrections: readonly { readonly typed: string; readonly searched: readonly string[] }[];
}

/** A paragraph of a note, and where to look for what is near it. */
export interface NearQuestion {
	readonly text: string;
	/** The parts of the text that are neither code nor link. */
	readonly prose: readonly Range[];
	readonly limit: number;
	readonly scope?: SearchScope;
}

/** What is near a paragraph. `tooShort`: it has too few words that the collection knows and that say something. */
export interface NearAnswer {
	readonly kind: 'passages' | 'tooShort';
	/** The words that were asked for, the most telling first. */
	readonly words: readonly string[];
	readonly coverage: Coverage;
	/** The nearest first; `missing` as for any query. */
	readonly hits: readonly SearchHit[];
}

/** A question of which every passage is wanted: to count, to group, to page through. */
export interface MatchQuestion {
	readonly query: string;
	/** As `SearchOptions.isTyping`. */
	readonly isTyping: boolean;
	readonly scope?: SearchScope;
}

/** How many passages of a document match: those that hold everything, and those that hold a part. */
export interface MatchedDocument {
	readonly id: string;
	readonly count: number;
	readonly partialCount: number;
}

/** How many match, and in how many documents anything holds everything. `total` is the sum of `count`, as `search` says it. */
export interface MatchCounts {
	readonly total: number;
	readonly partialTotal: number;
	readonly documentCount: number;
	readonly corrections: SearchAnswer['corrections'];
}

/** What matches, by document. No number in it is counted twice: every other one is a sum of these. */
export interface MatchSet extends MatchCounts {
	readonly query: string;
	/** Of short queries: how many passages hold everything but this word or row of words, the most frequent first; none that are 0. */
	readonly missing: readonly { readonly text: string; readonly count: number }[];
	/** Those that hold everything first, the one with the best passage before others. */
	readonly documents: readonly MatchedDocument[];
	/** What became of the documents that were searched: those of the scope. */
	readonly coverage: Coverage;
}

/** Some of the passages of a document that match, in order of place. */
export interface MatchPage {
	readonly documentId: string;
	/** Those that hold everything, or those that hold a part. */
	readonly isFull: boolean;
	/** How many of them come before. */
	readonly from: number;
	readonly count: number;
}

/** A passage that matches, by its place. */
export interface MatchPlace {
	readonly documentId: string;
	/** Whether it holds everything, or a part. */
	readonly isFull: boolean;
	readonly start: number;
}

/** Documents as they stand in one list, with the passages that hold everything or those that hold a part. */
export interface MatchList {
	readonly isFull: boolean;
	readonly documentIds: readonly string[];
}

/** Passages of several documents that say the same: the first of their list, and those of other documents. */
export interface MatchFold {
	readonly first: MatchPlace;
	readonly others: readonly MatchPlace[];
}

/** By what the documents of a match set can be told apart, as fields of the query. */
export type FacetField = 'type' | 'date' | 'author' | 'site' | 'language' | 'path';

/** One value, as a query names it, with how many passages match in documents that have it. */
export interface FacetValue {
	readonly value: string;
	readonly count: number;
	readonly documentCount: number;
	/** Whether the query asks for it now. */
	readonly isChosen: boolean;
}

/** What a query would find for each value of one field, if it said nothing of that field: narrowed to the value it finds so many. */
export interface Facet {
	/** `term`: values are terms of the collection, which then stand in each passage, as rows of words in front of the query. */
	readonly field: FacetField | 'term';
	/** The most frequent first; years from the latest down, and folders by path. */
	readonly values: readonly FacetValue[];
	/** Values that were left out since there are too many. */
	readonly moreCount: number;
}

/** The parts of a document that a list of it shows: of a document of megabytes, a few kilobytes. */
export interface DocumentOutline {
	readonly pages: readonly Page[];
	readonly headings: readonly Heading[];
}

/** Everything that the tree, the search, the hover, the reader and the command line ask. One implementation, in a worker or beside it. */
export interface Library {
	/** Takes the folders and starts to find and read; resolves at once. Progress comes by `LibraryEvents`. */
	open(configuration: LibraryConfiguration): Promise<void>;
	/** Looks again: at these files only (created, changed or deleted; not while reading is stopped), or at everything if none are named. */
	refresh(changedIds?: readonly string[]): Promise<void>;
	/** Resolves when everything found so far is read, indexed, and in the terms. */
	whenReady(): Promise<void>;
	/**
	 * Stops reading what is not yet read; what was read stays, and the status is `stopped`. `refresh` without ids, or `open` with other folders or
	 * limits, takes it up again; what happens by itself (files that change, the same folders opened again) does not.
	 */
	stopReading(): Promise<void>;
	getSummaries(): Promise<readonly DocumentSummary[]>;
	getContent(id: string): Promise<DocumentContent | undefined>;
	/** What `getContent` gives of pages and headings, without the text. */
	getOutline(id: string): Promise<DocumentOutline | undefined>;
	search(query: string, options: SearchOptions, cancel?: Cancellation): Promise<SearchAnswer>;
	/** The passages that say most of what a paragraph says. */
	findNear(question: NearQuestion, cancel?: Cancellation): Promise<NearAnswer>;
	/** Everything that matches, counted by document. Where the collection changes, it is to be asked again. */
	findMatches(question: MatchQuestion, cancel?: Cancellation): Promise<MatchSet>;
	/** Passages out of a match set, as `search` shows them; fewer where the collection has changed since. */
	getMatches(question: MatchQuestion, page: MatchPage, cancel?: Cancellation): Promise<readonly SearchHit[]>;
	/** Which of the first passages of lists say the same as one of another document: for lists only, nothing is counted without them. */
	findLikeMatches(question: MatchQuestion, lists: readonly MatchList[], cancel?: Cancellation): Promise<readonly MatchFold[]>;
	/** The counts of many queries, in their order. */
	countMatches(
		queries: readonly Omit<MatchQuestion, 'scope'>[],
		scope?: SearchScope,
		cancel?: Cancellation,
	): Promise<readonly MatchCounts[]>;
	/** What a match set can be narrowed by. Passages with a part of the words count only where none holds everything. */
	findFacets(question: MatchQuestion, cancel?: Cancellation): Promise<readonly Facet[]>;
	/** Every place where a form of the term stands, by document, in order of place. */
	findMentions(term: string, limit: number): Promise<SearchAnswer>;
	/** The cards of all terms of the collection: the writer's own first, then best first. */
	getCards(): Promise<readonly Card[]>;
	/** The card of the term that is shown under this name, as it is known now; `undefined` if there is none. */
	getCard(term: string): Promise<Card | undefined>;
	/** All terms as lists show them, in the order of `getCards`, as they are known now: it waits for nothing. */
	getTerms(): Promise<readonly TermRow[]>;
	/** What a document is about: the terms of the collection among its own key terms, best first, at most `limit`. */
	getDocumentTerms(id: string, limit: number): Promise<readonly TermRow[]>;
	/**
	 * The phrase of two or more content words around `offset` that stands in a document, though it is no term: at least where and by whom
	 * it is mentioned. `undefined` if there is none. `text` is a note's paragraph or so, `prose` the parts that are neither code nor link.
	 */
	explainPhraseAt(text: string, prose: readonly Range[], offset: number): Promise<ExplainedTerm | undefined>;
	/** Everything that can be explained in a note: terms and phrases, every occurrence, longest match, no overlaps, in order. */
	explainNote(text: string, languageId: string): Promise<readonly ExplainedTerm[]>;
	/** What looks like a name or an acronym in a note and stands in no document. */
	findUnknownNames(text: string, languageId: string): Promise<readonly UnknownName[]>;
	/**
	 * Erases every text that is kept on disk, and keeps none until `open` names places anew. What is in memory stays. `alsoFolders` are folders of ours,
	 * by URI, that may hold what other windows keep.
	 */
	eraseTexts(alsoFolders: readonly string[]): Promise<KeptAmount>;
	dispose(): void;
}

/** A library in this thread. */
export interface LocalLibrary extends Library {
	/**
	 * Takes what was kept at these places as it is, instead of `open`: no folder is listed and no file is read. `undefined` if nothing is kept there
	 * that could be used.
	 */
	openAsKept(texts: TextPlaces): Promise<RestoredLibrary | undefined>;
	/** Resolves when what is known is on the disk, where things are kept there: if nothing is left to read, in as few parts as it can be. */
	whenKept(): Promise<void>;
}

/** What the library tells without being asked. Batches, at most a few a second. */
export interface LibraryEvents {
	onDidChangeDocuments(change: { readonly upserted: readonly DocumentSummary[]; readonly removedIds: readonly string[] }): void;
	onDidChangeStatus(status: LibraryStatus): void;
	/** A new packed table of all terms, or what changed in the last one (`TermTable.update`): the receiver owns the buffer. */
	onDidBuildTermTable(table: TableBuffer): void;
}
