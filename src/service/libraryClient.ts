import { type Channel, connect } from '../base/calls.ts';
import type { Log } from '../base/log.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import type { SearchScope } from '../search/engine.ts';
import type { Library, LibraryEvents } from './library.ts';
import type { EditorCalls, EditorFiles, FolderRequest, LibraryCalls } from './messages.ts';

/** What the editor gives to the library beyond its line. */
export interface LibraryClientOptions {
	/** Answers for files of other schemes than `file`. */
	readonly files: EditorFiles;
	readonly events: LibraryEvents;
	/** Hears the worker's log too. */
	readonly log: Log;
	/** Nothing more can be kept on disk; `reason` is the system's word for it. */
	readonly onDidFailToKeepTexts?: (reason: string) => void;
}

/**
 * The library in another thread, as if it were here. Calls reject with `Cancelled`, with `RemoteError` (an own fault over there), or with
 * `ConnectionLost` once the worker is gone.
 */
export interface LibraryClient extends Library {
	/**
	 * The folders of the workspace that match, in order of path; one inside another is left out, as is what is hidden or `node_modules`.
	 * A pattern that names an absolute path gives that folder if it is one.
	 */
	findSourceFolders(request: FolderRequest): Promise<readonly SourceFolder[]>;
	/** To be called when the worker ended: everything that waits rejects. */
	close(reason: string): void;
}

/** Connects to a library that is served on the other end of the channel (`serveLibrary`). */
export function connectLibrary(channel: Channel, { files, events, log, onDidFailToKeepTexts }: LibraryClientOptions): LibraryClient {
	const connection = connect<LibraryCalls, EditorCalls>(
		channel,
		{
			listFiles: (folder, cancel) => files.listFiles(folder, cancel),
			findFile: (folder, id) => files.findFile(folder, id),
			readBytes: (id, maxBytes) => files.readBytes(id, maxBytes),
			didChangeDocuments: (change) => events.onDidChangeDocuments(change),
			didChangeStatus: (status) => events.onDidChangeStatus(status),
			didBuildTermTable: (table) => events.onDidBuildTermTable(table),
			didFailToKeepTexts: (reason) => onDidFailToKeepTexts?.(reason),
			log: (level, message) => log[level](message),
		},
		(error) => log.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
	);
	let keptScope: SearchScope | undefined;
	let scopeNumber = 0;
	/** A scope may hold tens of thousands of ids, and typing asks ten times a second. */
	const sendScope = (scope: SearchScope | undefined): number | undefined => {
		if (scope !== undefined && scope !== keptScope) {
			keptScope = scope;
			connection.tell('keepScope', [++scopeNumber, scope]);
		}
		return scope && scopeNumber;
	};
	return {
		findSourceFolders: (request) => connection.call('findSourceFolders', [request]),
		open: (configuration) => connection.call('open', [configuration]),
		refresh: (changedIds) => connection.call('refresh', [changedIds]),
		whenReady: () => connection.call('whenReady', []),
		stopReading: () => connection.call('stopReading', []),
		eraseTexts: (alsoFolders) => connection.call('eraseTexts', [alsoFolders]),
		getSummaries: () => connection.call('getSummaries', []),
		getContent: (id) => connection.call('getContent', [id]),
		getOutline: (id) => connection.call('getOutline', [id]),
		search: (query, { scope, ...options }, cancel) => connection.call('search', [query, options, sendScope(scope)], cancel),
		findNear: (question, cancel) => connection.call('findNear', [question], cancel),
		findMatches: ({ scope, ...question }, cancel) => connection.call('findMatches', [question, sendScope(scope)], cancel),
		getMatches: ({ scope, ...question }, page, cancel) => connection.call('getMatches', [question, page, sendScope(scope)], cancel),
		findLikeMatches: ({ scope, ...question }, lists, cancel) =>
			connection.call('findLikeMatches', [question, lists, sendScope(scope)], cancel),
		countMatches: (queries, scope, cancel) => connection.call('countMatches', [queries, sendScope(scope)], cancel),
		findFacets: ({ scope, ...question }, cancel) => connection.call('findFacets', [question, sendScope(scope)], cancel),
		findMentions: (term, limit) => connection.call('findMentions', [term, limit]),
		getCards: () => connection.call('getCards', []),
		getCard: (term) => connection.call('getCard', [term]),
		getTerms: () => connection.call('getTerms', []),
		getDocumentTerms: (id, limit) => connection.call('getDocumentTerms', [id, limit]),
		explainPhraseAt: (text, prose, offset) => connection.call('explainPhraseAt', [text, prose, offset]),
		explainNote: (text, languageId) => connection.call('explainNote', [text, languageId]),
		findUnknownNames: (text, languageId) => connection.call('findUnknownNames', [text, languageId]),
		close: (reason) => connection.close(reason),
		dispose: () => connection.dispose(),
	};
}
