import * as vscode from 'vscode';
import { coverageScheme, readerScheme } from './ids.ts';
import { placeQuotation } from './insertion.ts';
import { copyText } from './quotation.ts';

/** The editor of the note that is being written: the active one, else one that is on screen. Documents that are read are none. */
export function findNoteEditor(): vscode.TextEditor | undefined {
	const isNote = ({ document }: vscode.TextEditor) => ![readerScheme, coverageScheme, 'output', 'git'].includes(document.uri.scheme);
	const active = vscode.window.activeTextEditor;
	return active !== undefined && isNote(active) ? active : vscode.window.visibleTextEditors.find(isNote);
}

/**
 * Puts a quotation with its source at the caret of the note, in one step that can be undone: a block below the line of the caret, what is one
 * line at the caret itself.
 */
export async function insertQuotation(editor: vscode.TextEditor, citation: string): Promise<void> {
	const { document, selection } = editor;
	const line = selection.active.line;
	const lineAt = (index: number) => (index >= 0 && index < document.lineCount ? document.lineAt(index).text : undefined);
	const { text, isAtCaret } = placeQuotation(citation, { line: lineAt(line) ?? '', before: lineAt(line - 1), after: lineAt(line + 1) });
	const place = isAtCaret ? selection : document.lineAt(line).range.end;
	const isDone = await editor.edit((edit) =>
		edit.replace(place, text.replaceAll('\n', document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n')),
	);
	if (!isDone) {
		// A note that cannot be written to (a diff, a read-only file): the words are not lost.
		await copyText(citation);
	}
}
