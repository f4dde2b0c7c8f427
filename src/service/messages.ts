import type { Cancellation } from '../base/cancellation.ts';
import type { Problem } from '../base/problem.ts';
import type { DocumentContent, DocumentSummary, FoundFile } from '../library/document.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import type { KeptAmount } from '../library/textStore.ts';
import type { SearchOptions, SearchScope } from '../search/engine.ts';
import type { Card, ExplainedTerm } from '../terms/card.ts';
import type { TableBuffer } from '../terms/tableSections.ts';
import type { TermRow } from '../terms/termRow.ts';
import type { UnknownName } from '../terms/unknownNames.ts';
import type { Range } from '../text/range.ts';
import type {
	DocumentOutline,
	Facet,
	LibraryConfiguration,
	LibraryStatus,
	MatchCounts,
	MatchFold,
	MatchList,
	MatchPage,
	MatchQuestion,
	MatchSet,
	NearAnswer,
	NearQuestion,
	SearchAnswer,
	SearchHit,
} from './library.ts';

/** Which of the workspace's folders hold documents (`dossier.folders`). */
export interface FolderRequest {
	/** URIs of the workspace's folders, scheme `file`. */
	readonly roots: readonly string[];
	/** Globs against the path below each root, in any case (such as `sources`, at any depth); also literal paths below a root, and absolute paths. */
	readonly patterns: readonly string[];
	/** Globs against the path below a root: what matches is not looked into. Also given to the folders that are found. */
	readonly excludes: readonly string[];
}

/** A question whose scope is sent by its number. */
export type UnscopedQuestion = Omit<MatchQuestion, 'scope'>;

/** What the library's worker answers: the `Library`, one call each, and the search for folders. */
export interface LibraryCalls {
	findSourceFolders(request: FolderRequest): Promise<readonly SourceFolder[]>;
	open(configuration: LibraryConfiguration): Promise<void>;
	refresh(changedIds: readonly string[] | undefined): Promise<void>;
	whenReady(): Promise<void>;
	stopReading(): Promise<void>;
	eraseTexts(alsoFolders: readonly string[]): Promise<KeptAmount>;
	getSummaries(): Promise<readonly DocumentSummary[]>;
	getContent(id: string): Promise<DocumentContent | undefined>;
	getOutline(id: string): Promise<DocumentOutline | undefined>;
	/** The scope of later searches, by a number that the caller chose; the ones of before are forgotten. */
	keepScope(scopeNumber: number, scope: SearchScope): void;
	/** `scopeNumber`: the scope that was kept under it, sent once instead of with each key that is typed; `undefined` for all documents. */
	search(query: string, options: Omit<SearchOptions, 'scope'>, scopeNumber: number | undefined): Promise<SearchAnswer>;
	findNear(question: NearQuestion): Promise<NearAnswer>;
	findMatches(question: UnscopedQuestion, scopeNumber: number | undefined): Promise<MatchSet>;
	getMatches(question: UnscopedQuestion, page: MatchPage, scopeNumber: number | undefined): Promise<readonly SearchHit[]>;
	findLikeMatches(question: UnscopedQuestion, lists: readonly MatchList[], scopeNumber: number | undefined): Promise<readonly MatchFold[]>;
	countMatches(queries: readonly UnscopedQuestion[], scopeNumber: number | undefined): Promise<readonly MatchCounts[]>;
	findFacets(question: UnscopedQuestion, scopeNumber: number | undefined): Promise<readonly Facet[]>;
	findMentions(term: string, limit: number): Promise<SearchAnswer>;
	getCards(): Promise<readonly Card[]>;
	getCard(term: string): Promise<Card | undefined>;
	getTerms(): Promise<readonly TermRow[]>;
	getDocumentTerms(id: string, limit: number): Promise<readonly TermRow[]>;
	explainPhraseAt(text: string, prose: readonly Range[], offset: number): Promise<ExplainedTerm | undefined>;
	explainNote(text: string, languageId: string): Promise<readonly ExplainedTerm[]>;
	findUnknownNames(text: string, languageId: string): Promise<readonly UnknownName[]>;
}

/** Files that only the editor can reach (schemes other than `file`): bounded listing and bytes, asked for by the worker. */
export interface EditorFiles {
	/** As `DocumentSource.findFiles`, in one answer. */
	listFiles(folder: SourceFolder, cancel?: Cancellation): Promise<readonly FoundFile[]>;
	/** As `DocumentSource.findFile`. */
	findFile(folder: SourceFolder, id: string): Promise<FoundFile | undefined>;
	/** The whole file; a problem where it cannot be had or is larger than `maxBytes`. The array is given away. */
	readBytes(id: string, maxBytes: number): Promise<Uint8Array | Problem>;
}

/** What the editor answers to the worker, and what it is told. */
export interface EditorCalls extends EditorFiles {
	didChangeDocuments(change: { readonly upserted: readonly DocumentSummary[]; readonly removedIds: readonly string[] }): void;
	didChangeStatus(status: LibraryStatus): void;
	didBuildTermTable(table: TableBuffer): void;
	/** Nothing more can be written where texts are kept, for this reason (the system's word for it). */
	didFailToKeepTexts(reason: string): void;
	log(level: 'trace' | 'debug' | 'info' | 'warn' | 'error', message: string): void;
}
