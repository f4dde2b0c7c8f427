import * as vscode from 'vscode';
import type { Range } from '../text/range.ts';

/** A range of offsets as lines and columns of a document; offsets beyond its end mean its end. */
export function toRange(document: vscode.TextDocument, range: Range): vscode.Range {
	return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
}

/** Lines and columns as offsets in the document's text. */
export function fromRange(document: vscode.TextDocument, range: vscode.Range): Range {
	return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}
