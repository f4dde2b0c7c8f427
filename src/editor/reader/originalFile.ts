import * as vscode from 'vscode';
import type { DocumentContent, DocumentKind } from '../../library/document.ts';
import { toSourceRange } from '../../text/offsetMap.ts';
import type { Range } from '../../text/range.ts';
import { type FileToOpen, opensOutside } from './fileOpener.ts';

/** Whether the files of a kind are text that an editor shows as it is, so that the offset map leads into what it shows. A kind that is new must say so. */
const isTextKind: Readonly<Record<DocumentKind, boolean>> = {
	txt: true,
	md: true,
	html: true,
	pdf: false,
	docx: false,
	odt: false,
	rtf: true,
	epub: false,
	eml: true,
	mbox: true,
	csv: true,
	tex: true,
	org: true,
	rst: true,
	adoc: true,
	srt: true,
	vtt: true,
	other: false,
};

/** VS Code gives no text of larger files to extensions; those open without a selection. */
const maxTextBytes = 50 * 1024 * 1024;

/**
 * Opens the untouched file of a document beside the reader, at the place that `range` of the clean text came from. Files that are no text open
 * in whatever VS Code has for them; PDFs and office documents outside, where it has nothing.
 */
export async function showOriginal(id: string, sizeBytes: number, content: DocumentContent | undefined, range: Range): Promise<void> {
	const uri = vscode.Uri.parse(id, true);
	if (opensOutside(toFileToOpen(uri))) {
		await vscode.env.openExternal(uri);
		return;
	}
	if (content === undefined || !isTextKind[content.kind] || sizeBytes > maxTextBytes) {
		await vscode.commands.executeCommand('vscode.open', uri, { viewColumn: vscode.ViewColumn.Beside, preview: true });
		return;
	}
	const document = await vscode.workspace.openTextDocument(uri);
	const source = toSourceRange(content.offsetMap, range);
	await vscode.window.showTextDocument(document, {
		viewColumn: vscode.ViewColumn.Beside,
		preview: true,
		...(source === undefined ? {} : { selection: await toSelection(uri, content.kind, source) }),
	});
}

function toFileToOpen(uri: vscode.Uri): FileToOpen {
	return {
		scheme: uri.scheme,
		fileName: uri.path.slice(uri.path.lastIndexOf('/') + 1),
		isLocalDesktop: vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined,
		editorPatterns: vscode.extensions.all.flatMap(({ packageJSON }) => patternsOf(packageJSON)),
	};
}

/** The file patterns of an extension's custom editors; a manifest may hold anything. */
function patternsOf(manifest: unknown): readonly string[] {
	const editors = (manifest as { contributes?: { customEditors?: unknown } } | null)?.contributes?.customEditors;
	return (Array.isArray(editors) ? (editors as readonly unknown[]) : [])
		.flatMap((editor): unknown => (editor as { selector?: unknown } | null)?.selector ?? [])
		.map((selector) => (selector as { filenamePattern?: unknown } | null)?.filenamePattern)
		.filter((pattern) => typeof pattern === 'string');
}

async function toSelection(uri: vscode.Uri, kind: DocumentKind, source: Range): Promise<vscode.Range> {
	// Its character sets are loaded when they are first needed, not with the extension.
	const { toSourcePositions } = await import('./sourcePosition.ts');
	const [start, end] = toSourcePositions(await vscode.workspace.fs.readFile(uri), kind, [source.start, source.end]);
	return new vscode.Range(start?.line ?? 0, start?.character ?? 0, end?.line ?? 0, end?.character ?? 0);
}
