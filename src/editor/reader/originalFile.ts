import * as vscode from 'vscode';
import type { DocumentContent, DocumentKind } from '../../library/document.ts';
import { toSourceRange } from '../../text/offsetMap.ts';
import type { Range } from '../../text/range.ts';
import { toRange } from '../convert.ts';

/** Kinds whose files are text that an editor shows as it is: the offset map leads into them. */
const textKinds: ReadonlySet<DocumentKind> = new Set([
	'txt',
	'md',
	'html',
	'eml',
	'mbox',
	'csv',
	'tex',
	'org',
	'rst',
	'adoc',
	'srt',
	'vtt',
	'rtf',
]);

/** VS Code gives no text of larger files to extensions; those open without a selection. */
const maxTextBytes = 50 * 1024 * 1024;

/**
 * Opens the untouched file of a document beside the reader, at the place that `range` of the clean text came from. Files that are no text open
 * in whatever VS Code has for them.
 */
export async function showOriginal(id: string, sizeBytes: number, content: DocumentContent | undefined, range: Range): Promise<void> {
	const uri = vscode.Uri.parse(id, true);
	if (content === undefined || !textKinds.has(content.kind) || sizeBytes > maxTextBytes) {
		await vscode.commands.executeCommand('vscode.open', uri, { viewColumn: vscode.ViewColumn.Beside, preview: true });
		return;
	}
	const document = await vscode.workspace.openTextDocument(uri);
	const source = toSourceRange(content.offsetMap, range);
	await vscode.window.showTextDocument(document, {
		viewColumn: vscode.ViewColumn.Beside,
		preview: true,
		...(source === undefined ? {} : { selection: toRange(document, source) }),
	});
}
