import * as vscode from 'vscode';
import type { DocumentSummary } from '../../library/document.ts';
import type { SourceFolder } from '../../library/documentSource.ts';
import { sideFields } from '../../library/sideFiles/sideFields.ts';
import { toPathKey } from '../../library/sideFiles/sidePath.ts';
import { toMessage } from '../plainLabel.ts';
import { foundValue } from './described.ts';
import { listEntries, toYamlText } from './sideLines.ts';

/**
 * Opens the side file of a document at its entry: the one beside it if there is one, else `dossier.yml` of the source folder, with a new entry
 * that shows in comments what was found. Nothing is written: what is new waits in the editor, to be saved or not.
 */
export async function editDetails(summary: DocumentSummary, folder: SourceFolder): Promise<void> {
	if (folder.isSample) {
		await vscode.window.showInformationMessage(vscode.l10n.t('The sample collection comes with Dossier and cannot be changed.'));
		return;
	}
	const folderUri = vscode.Uri.parse(folder.uri, true);
	if (vscode.workspace.fs.isWritableFileSystem(folderUri.scheme) === false) {
		await vscode.window.showInformationMessage(
			toMessage(vscode.l10n.t('Details are kept in a file of the folder “{0}”, and that cannot be written.', folder.name)),
		);
		return;
	}
	const document = vscode.Uri.parse(summary.id, true);
	const beside = await findFile(['.yml', '.yaml'].map((ending) => document.with({ path: document.path + ending })));
	if (beside !== undefined) {
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(beside));
		return;
	}
	const candidates = ['dossier.yml', 'dossier.yaml'].map((name) => vscode.Uri.joinPath(folderUri, name));
	const existing = await findFile(candidates);
	const opened =
		existing === undefined ? await openNew(candidates[0] ?? folderUri, folder) : await vscode.workspace.openTextDocument(existing);
	if (opened !== undefined) {
		await showEntry(opened, summary);
	}
}

async function findFile(uris: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
	for (const uri of uris) {
		const open = vscode.workspace.textDocuments.find((document) => document.uri.path === uri.path && document.uri.scheme === 'untitled');
		if (open !== undefined) {
			return open.uri;
		}
		try {
			if ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) {
				return uri;
			}
		} catch {
			// Not there: the next one may be.
		}
	}
	return undefined;
}

/** A file that will stand there once it is saved. Where files are not local there is no such thing: it is made empty, if the person agrees. */
async function openNew(uri: vscode.Uri, folder: SourceFolder): Promise<vscode.TextDocument | undefined> {
	if (uri.scheme === 'file') {
		return vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
	}
	const create = vscode.l10n.t('Create It');
	const choice = await vscode.window.showInformationMessage(
		toMessage(vscode.l10n.t('Details are kept in “dossier.yml” in the folder “{0}”. It is not there yet.', folder.name)),
		create,
	);
	if (choice !== create) {
		return undefined;
	}
	await vscode.workspace.fs.writeFile(uri, new Uint8Array());
	return vscode.workspace.openTextDocument(uri);
}

async function showEntry(document: vscode.TextDocument, summary: DocumentSummary): Promise<void> {
	const editor = await vscode.window.showTextDocument(document);
	const text = document.getText();
	const path = toPathKey(summary.relativePath);
	const known = listEntries(text).find(({ key }) => toPathKey(key) === path);
	if (known === undefined) {
		const newline = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
		const before = text === '' || text.endsWith('\n') ? '' : newline;
		await editor.edit((edit) => edit.insert(document.positionAt(text.length), before + renderEntry(summary, path, newline)));
	}
	const start = known?.keyRange.start ?? document.getText().lastIndexOf(toYamlText(path));
	const place = document.positionAt(Math.max(0, start));
	// The first field, which is a comment as yet.
	const caret = document.lineAt(Math.min(place.line + 1, document.lineCount - 1)).range.end;
	editor.selection = new vscode.Selection(caret, caret);
	editor.revealRange(new vscode.Range(place, caret), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The path, and each field as a comment with what was found: to change it, one takes the `#` away. */
function renderEntry(summary: DocumentSummary, path: string, newline: string): string {
	const lines = sideFields.map((field) => {
		const found = foundValue(summary, field);
		return `  # ${field}:${found === null ? '' : ` ${toYamlText(found)}`}`;
	});
	return [`${toYamlText(path)}:`, ...lines, ''].join(newline);
}
