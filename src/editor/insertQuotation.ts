import * as vscode from 'vscode';
import { coverageScheme, readerScheme } from './ids.ts';

/** The editor of the note that is being written: the active one, else one that is on screen. Documents that are read are none. */
export function findNoteEditor(): vscode.TextEditor | undefined {
	const isNote = ({ document }: vscode.TextEditor) => ![readerScheme, coverageScheme, 'output', 'git'].includes(document.uri.scheme);
	const active = vscode.window.activeTextEditor;
	return active !== undefined && isNote(active) ? active : vscode.window.visibleTextEditors.find(isNote);
}

/** What is inserted at a line's end. */
export interface Insertion {
	readonly text: string;
	/** How many lines below the caret's line the writer goes on. */
	readonly lines: number;
}

/**
 * Words of several lines as a paragraph of their own behind a line: empty lines around it, none where one stands already. The caret comes to the
 * line behind it, where the writer goes on.
 */
export function toInsertion(line: string, nextLine: string | undefined, words: string): Insertion {
	const text = (line.trim() === '' ? '' : '\n\n') + words;
	if (nextLine === undefined) {
		return { text: `${text}\n\n`, lines: text.split('\n').length + 1 };
	}
	return { text: nextLine.trim() === '' ? text : `${text}\n`, lines: text.split('\n').length };
}

/** Inserts the quotation below the caret's line, in one step. */
export async function insertQuotation(editor: vscode.TextEditor, words: string): Promise<void> {
	const { document } = editor;
	const line = document.lineAt(editor.selection.active.line);
	const next = line.lineNumber + 1 < document.lineCount ? document.lineAt(line.lineNumber + 1).text : undefined;
	const { text, lines } = toInsertion(line.text, next, words);
	const start = line.range.end;
	const done = await editor.edit((builder) => builder.insert(start, text));
	if (done) {
		const place = new vscode.Position(start.line + lines, 0);
		editor.selection = new vscode.Selection(place, place);
		await vscode.window.showTextDocument(document, editor.viewColumn);
	}
}
