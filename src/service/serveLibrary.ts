import { type Channel, type Connection, connect } from '../base/calls.ts';
import type { Log } from '../base/log.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import type { SearchScope } from '../search/engine.ts';
import type { Library, LibraryEvents } from './library.ts';
import type { EditorCalls, FolderRequest, LibraryCalls } from './messages.ts';

/** What makes the library that is served: it tells `events`, logs to `log`, and reaches the editor's files through `editor`. */
export interface LibraryParts {
	readonly library: Library;
	/** `undefined` where there are no local files (a browser). */
	readonly findSourceFolders: ((request: FolderRequest) => Promise<readonly SourceFolder[]>) | undefined;
}

/** Serves a library to the other end of the channel: the counterpart of `connectLibrary`. */
export function serveLibrary(
	channel: Channel,
	make: (editor: Connection<EditorCalls>, events: LibraryEvents, log: Log) => LibraryParts,
): void {
	let kept: { readonly scopeNumber: number; readonly scope: SearchScope } | undefined;
	const getKeptScope = (scopeNumber: number): SearchScope => {
		if (kept?.scopeNumber !== scopeNumber) {
			throw new Error(`Nobody sent the scope ${scopeNumber}`);
		}
		return kept.scope;
	};
	/** Before anything is waited for: the next scope may come meanwhile. */
	const scopeOf = (scopeNumber: number | undefined) => (scopeNumber === undefined ? {} : { scope: getKeptScope(scopeNumber) });
	const editor: Connection<EditorCalls> = connect<EditorCalls, LibraryCalls>(
		channel,
		{
			findSourceFolders: async (request) => (await parts.findSourceFolders?.(request)) ?? [],
			open: (configuration) => parts.library.open(configuration),
			refresh: (changedIds) => parts.library.refresh(changedIds),
			whenReady: () => parts.library.whenReady(),
			stopReading: () => parts.library.stopReading(),
			eraseTexts: (alsoFolders) => parts.library.eraseTexts(alsoFolders),
			getSummaries: () => parts.library.getSummaries(),
			getContent: (id) => parts.library.getContent(id),
			getOutline: (id) => parts.library.getOutline(id),
			keepScope: (scopeNumber, scope) => {
				kept = { scopeNumber, scope };
			},
			search: (query, options, scopeNumber, cancel) => parts.library.search(query, { ...options, ...scopeOf(scopeNumber) }, cancel),
			findNear: (question, cancel) => parts.library.findNear(question, cancel),
			findMatches: (question, scopeNumber, cancel) => parts.library.findMatches({ ...question, ...scopeOf(scopeNumber) }, cancel),
			getMatches: (question, page, scopeNumber, cancel) => parts.library.getMatches({ ...question, ...scopeOf(scopeNumber) }, page, cancel),
			findLikeMatches: (question, lists, scopeNumber, cancel) =>
				parts.library.findLikeMatches({ ...question, ...scopeOf(scopeNumber) }, lists, cancel),
			countMatches: (queries, scopeNumber, cancel) => parts.library.countMatches(queries, scopeOf(scopeNumber).scope, cancel),
			findFacets: (question, scopeNumber, cancel) => parts.library.findFacets({ ...question, ...scopeOf(scopeNumber) }, cancel),
			findMentions: (term, limit) => parts.library.findMentions(term, limit),
			getCards: () => parts.library.getCards(),
			getCard: (term) => parts.library.getCard(term),
			getTerms: () => parts.library.getTerms(),
			getDocumentTerms: (id, limit) => parts.library.getDocumentTerms(id, limit),
			explainPhraseAt: (text, prose, offset) => parts.library.explainPhraseAt(text, prose, offset),
			explainNote: (text, languageId) => parts.library.explainNote(text, languageId),
			findUnknownNames: (text, languageId) => parts.library.findUnknownNames(text, languageId),
		},
		(error) => log.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
	);
	const log: Log = {
		trace: (message) => editor.tell('log', ['trace', message]),
		debug: (message) => editor.tell('log', ['debug', message]),
		info: (message) => editor.tell('log', ['info', message]),
		warn: (message) => editor.tell('log', ['warn', message]),
		error: (message) => editor.tell('log', ['error', message]),
	};
	const events: LibraryEvents = {
		onDidChangeDocuments: (change) => editor.tell('didChangeDocuments', [change]),
		onDidChangeStatus: (status) => editor.tell('didChangeStatus', [status]),
		onDidBuildTermTable: (table) => editor.tell('didBuildTermTable', [table], table instanceof ArrayBuffer ? [table] : []),
	};
	const parts = make(editor, events, log);
}
