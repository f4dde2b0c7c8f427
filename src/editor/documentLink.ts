import * as vscode from 'vscode';
import type { DocumentSummary } from '../library/document.ts';
import { toTitle } from './documentTitle.ts';
import { toMarkdownText } from './noteMarkdown.ts';
import { toRelativePath } from './relativePath.ts';

/** A link from a note to a document's file: in Markdown with the title as its words, elsewhere the path alone. */
export function toDocumentLink(summary: DocumentSummary, note: vscode.TextDocument): string {
	const file = vscode.Uri.parse(summary.id, true);
	const path = toRelativePath(note.uri, file);
	return note.languageId === 'markdown' ? `[${toMarkdownText(toTitle(summary))}](${path})` : path;
}
