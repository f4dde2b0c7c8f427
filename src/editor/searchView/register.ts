import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import type { SearchHit } from '../../service/library.ts';
import { registerCommand, reportFailure } from '../commands.ts';
import { commandIds, privateCommandIds } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import type { LinkTargets } from '../linkTargets.ts';
import type { Reader } from '../reader/reader.ts';
import type { ChosenScope } from '../searchScope.ts';
import { SearchPicker, type SearchStart } from './searchPicker.ts';

/** What the search needs of the rest. */
export interface SearchViewOptions {
	readonly host: LibraryHost;
	readonly documents: KnownDocuments;
	readonly scope: ChosenScope;
	readonly reader: Reader;
	readonly links: LinkTargets;
	readonly copyHit: (hit: SearchHit, note: vscode.TextDocument | undefined) => Promise<void>;
	readonly log: vscode.LogOutputChannel;
}

/** A selection longer than this is not a query that somebody would type. */
const maxOfferedLength = 200;

/** Makes "Search Documents", and the list of mentions that cards lead to. */
export function registerSearchView(options: SearchViewOptions): vscode.Disposable {
	const { links, log } = options;
	let picker: SearchPicker | undefined;
	let lastQuery = '';
	let latest = 0;
	const open = async (toStart: () => SearchStart) => {
		const request = ++latest;
		// Else the new search would take the preview of the old one for where the writer is.
		await picker?.close();
		if (request !== latest) {
			return;
		}
		picker?.dispose();
		const start = toStart();
		const opened = new SearchPicker(
			{ ...options, reportFailure: (error) => reportFailure(log, 'search', error) },
			start,
			(query) => {
				lastQuery = query;
			},
			() => {
				opened.dispose();
				picker = picker === opened ? undefined : picker;
			},
		);
		picker = opened;
	};
	const disposables: Disposable[] = [
		registerCommand(commandIds.searchDocuments, log, (query) =>
			open(() => ({
				kind: 'query',
				query: typeof query === 'string' ? query.slice(0, maxOfferedLength) : (getSelectedWords() ?? lastQuery),
			})),
		),
		registerCommand(privateCommandIds.findMentions, log, async (handle) => {
			const target = links.find(handle);
			if (target?.kind === 'mentions') {
				// The card would stand behind the list, and before the preview. Older editors have no such command, and hide it by themselves.
				await vscode.commands.executeCommand('editor.action.hideHover').then(undefined, () => undefined);
				await open(() => ({ kind: 'mentions', term: target.term }));
			}
		}),
		{ dispose: () => picker?.dispose() },
	];
	return new vscode.Disposable(() => disposeAll(disposables));
}

/** What is selected in the active editor, if it is something that one would search for: one line, not too long. */
function getSelectedWords(): string | undefined {
	const editor = vscode.window.activeTextEditor;
	if (editor === undefined || editor.selection.isEmpty || !editor.selection.isSingleLine) {
		return undefined;
	}
	const words = editor.document.getText(editor.selection).trim();
	return words === '' || words.length > maxOfferedLength ? undefined : words;
}
