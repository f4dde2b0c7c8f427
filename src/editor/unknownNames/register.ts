import * as vscode from 'vscode';
import { disposeAll } from '../../base/disposable.ts';
import type { UnknownName } from '../../terms/unknownNames.ts';
import { registerCommand } from '../commands.ts';
import { toRange } from '../convert.ts';
import { commandIds } from '../ids.ts';
import { findNoteEditor } from '../insertQuotation.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import { toIconFreeLabel } from '../plainLabel.ts';

/** What the list needs of the rest. */
export interface UnknownNamesOptions {
	readonly host: LibraryHost;
	readonly documents: KnownDocuments;
	readonly log: vscode.LogOutputChannel;
}

/** A longer note is a data file. */
const maxNoteLength = 1_000_000;

interface NameItem extends vscode.QuickPickItem {
	readonly places: readonly vscode.Range[];
}

/** Makes "Names Not in Your Sources": what of a note looks like a name or an abbreviation and stands in no document, listed when asked for. */
export function registerUnknownNames({ host, documents, log }: UnknownNamesOptions): vscode.Disposable {
	return registerCommand(commandIds.listUnknownNames, log, async () => {
		const editor = findNoteEditor();
		const { phase } = documents.status;
		if (editor === undefined) {
			await vscode.window.showInformationMessage(vscode.l10n.t('Open a note first.'));
			return;
		}
		if (editor.document.getText().length > maxNoteLength) {
			await vscode.window.showInformationMessage(
				vscode.l10n.t('This file is too long for a note: names are looked for in up to a million characters.'),
			);
			return;
		}
		if (host.library === undefined || (phase !== 'ready' && phase !== 'stopped')) {
			await vscode.window.showInformationMessage(vscode.l10n.t('Your documents are still being read; ask again when they are.'));
			return;
		}
		const { document } = editor;
		const { version } = document;
		const names = await host.library.findUnknownNames(document.getText(), document.languageId);
		if (document.version !== version || document.isClosed) {
			// Places count in the note as it was; asking again is quick.
			return;
		}
		if (names.length === 0) {
			await vscode.window.showInformationMessage(
				vscode.l10n.t('Every name and abbreviation of this note stands in at least one of your documents.'),
			);
			return;
		}
		await showNames(editor, names);
	});
}

/** Lists the names; moving through the list shows the first place of each in the note, Esc brings the caret back. */
function showNames(editor: vscode.TextEditor, names: readonly UnknownName[]): Promise<void> {
	const { document, selection } = editor;
	const list = vscode.window.createQuickPick<NameItem>();
	list.title = vscode.l10n.t('Names Not in Your Sources');
	list.placeholder =
		names.length === 1
			? vscode.l10n.t('1 name or abbreviation of this note stands in no document')
			: vscode.l10n.t('{0} names and abbreviations of this note stand in no document', names.length.toLocaleString(vscode.env.language));
	list.items = names.map((name) => toItem(document, name));
	return new Promise((resolve) => {
		let isKept = false;
		const show = (item: NameItem | undefined) => {
			const [first] = item?.places ?? [];
			if (first !== undefined) {
				editor.selection = new vscode.Selection(first.start, first.end);
				editor.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
			}
		};
		const parts = [
			list,
			list.onDidChangeActive(([item]) => show(item)),
			list.onDidAccept(() => {
				isKept = true;
				show(list.activeItems[0]);
				list.hide();
			}),
			list.onDidHide(() => {
				if (!isKept) {
					editor.selection = selection;
					editor.revealRange(selection);
				}
				disposeAll(parts);
				resolve();
			}),
		];
		list.show();
	});
}

function toItem(document: vscode.TextDocument, { text, kind, places }: UnknownName): NameItem {
	const ranges = places.map((place) => toRange(document, place));
	const lines = [...new Set(ranges.map(({ start }) => start.line + 1))];
	const count = places.length === 1 ? vscode.l10n.t('1 place') : vscode.l10n.t('{0} places', places.length);
	const shownLines = lines.slice(0, 8).join(', ') + (lines.length > 8 ? '…' : '');
	const where = lines.length === 1 ? vscode.l10n.t('line {0}', shownLines) : vscode.l10n.t('lines {0}', shownLines);
	return {
		label: toIconFreeLabel(text, 120),
		description: [kind === 'acronym' ? vscode.l10n.t('abbreviation') : vscode.l10n.t('name'), count, where].join(' · '),
		places: ranges,
	};
}
