import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { logFailure, registerCommand, reportFailure } from '../commands.ts';
import type { HitQuotations } from '../hitQuotation.ts';
import { commandIds, contextKeys, privateCommandIds } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import type { LinkTargets } from '../linkTargets.ts';
import type { Reader } from '../reader/reader.ts';
import type { ChosenScope } from '../searchScope.ts';
import type { SearchAction } from './searchButtons.ts';
import type { SearchHistory } from './searchHistory.ts';
import { SearchPicker, type SearchStart } from './searchPicker.ts';

/** What the search needs of the rest. */
export interface SearchViewOptions {
	readonly host: LibraryHost;
	readonly documents: KnownDocuments;
	readonly scope: ChosenScope;
	readonly reader: Reader;
	readonly links: LinkTargets;
	readonly quotations: HitQuotations;
	readonly history: SearchHistory;
	readonly log: vscode.LogOutputChannel;
}

/** A selection longer than this is not a query that somebody would type. */
const maxOfferedLength = 200;

/** What keys do while the list is open. */
const actions: readonly (readonly [command: string, action: SearchAction])[] = [
	[commandIds.openHitToSide, 'openToSide'],
	[commandIds.insertHitQuotation, 'insertQuotation'],
	[commandIds.copyHitQuotation, 'copyQuotation'],
	[commandIds.searchInThisDocument, 'narrow'],
	[commandIds.showLikeHits, 'showLike'],
	[commandIds.showAllHits, 'showAll'],
	[commandIds.showOlderSearch, 'olderQuery'],
	[commandIds.showNewerSearch, 'newerQuery'],
];

/** Makes "Search Documents" with its keys and its history, and the list of mentions that cards lead to. */
export function registerSearchView(options: SearchViewOptions): vscode.Disposable {
	const { history, links, log } = options;
	let picker: SearchPicker | undefined;
	let latest = 0;
	const failures = {
		reportFailure: (error: unknown) => reportFailure(log, 'search', error),
		logFailure: (error: unknown) => logFailure(log, 'search', error),
	};
	const setOpen = (isOpen: boolean) => vscode.commands.executeCommand('setContext', contextKeys.isSearching, isOpen);
	const open = async (toStart: () => SearchStart) => {
		const request = ++latest;
		// Else the new search would take the preview of the old one for where the writer is.
		await picker?.close();
		if (request !== latest) {
			return;
		}
		picker?.dispose();
		const opened = new SearchPicker({ ...options, ...failures }, toStart(), () => {
			opened.dispose();
			if (picker === opened) {
				picker = undefined;
				setOpen(false).then(undefined, () => undefined);
			}
		});
		picker = opened;
		await setOpen(true);
	};
	const disposables: Disposable[] = [
		registerCommand(commandIds.searchDocuments, log, (query) =>
			open(() => ({
				kind: 'query',
				query: typeof query === 'string' ? query.slice(0, maxOfferedLength) : (getSelectedWords() ?? history.last),
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
		...actions.map(([command, action]) => registerCommand(command, log, () => picker?.run(action))),
		registerCommand(commandIds.clearSearchHistory, log, async () => {
			await history.clear();
			vscode.window.setStatusBarMessage(vscode.l10n.t('Recent searches are forgotten'), 4_000);
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
