import { type Channel, type Connection, connect } from '../base/calls.ts';
import { Cancelled } from '../base/cancellation.ts';
import type { Log } from '../base/log.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import type { SearchScope } from '../search/engine.ts';
import type { Library, LibraryEvents } from './library.ts';
import type { EditorCalls, FolderRequest, LibraryCalls } from './messages.ts';
import { nextTurn } from './turns.ts';

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
			search: async (query, options, scopeNumber, cancel) => {
				// Before anything is waited for: the next scope may come meanwhile.
				const scope = scopeNumber === undefined ? undefined : getKeptScope(scopeNumber);
				// While typing, several queries may wait in line, each with the next one's cancel behind it: those are let through first.
				await nextTurn();
				if (cancel.isCancellationRequested) {
					throw new Cancelled();
				}
				return parts.library.search(query, scope === undefined ? options : { ...options, scope }, cancel);
			},
			findNear: async (question, cancel) => {
				// The caret moves on, as typing does: a question whose next one waits behind it is let through first.
				await nextTurn();
				if (cancel.isCancellationRequested) {
					throw new Cancelled();
				}
				return parts.library.findNear(question, cancel);
			},
			findMentions: (term, limit) => parts.library.findMentions(term, limit),
			getCards: () => parts.library.getCards(),
			getTerms: () => parts.library.getTerms(),
			getDocumentTerms: (id, limit) => parts.library.getDocumentTerms(id, limit),
			explainPhraseAt: (text, prose, offset) => parts.library.explainPhraseAt(text, prose, offset),
			explainNote: (text, languageId) => parts.library.explainNote(text, languageId),
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
		onDidBuildTermTable: (table) => editor.tell('didBuildTermTable', [table], [table]),
	};
	const parts = make(editor, events, log);
}
