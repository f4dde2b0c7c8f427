import * as vscode from 'vscode';
import type { Card } from '../../terms/card.ts';
import { isContextiveFile } from '../../terms/contextive.ts';
import { findContextiveEntries as findEntries } from '../../terms/contextiveEntries.ts';
import { isGlossaryFile } from '../../terms/glossary.ts';
import { findGlossaryEntry, type GlossaryEdit, withLineEnds } from '../../terms/glossaryEdits.ts';
import { toRange } from '../convert.ts';
import { toAnyCaseGlob } from '../sourcePatterns.ts';

/** More glossaries than these are not looked through for an entry. */
const maxGlossaries = 50;

/** The writer's own entry of a term, in its file. */
export interface OwnEntry {
	readonly uri: vscode.Uri;
	readonly heading: vscode.Range;
	readonly entry: vscode.Range;
}

/** Where the writer's glossaries have the term; the first of them. */
export async function findOwnEntry(term: string): Promise<OwnEntry | undefined> {
	for (const uri of await findGlossaries()) {
		const document = await vscode.workspace.openTextDocument(uri);
		const found = findGlossaryEntry(document.getText(), term);
		if (found !== undefined) {
			const heading = toRange(document, found.heading);
			return { uri, heading, entry: toRange(document, { start: found.heading.start, end: found.end }) };
		}
	}
	return undefined;
}

/** Where glossaries of Contextive have the term of a card: one place for each context. */
export async function findContextiveEntries({ term, ownEntries = [] }: Pick<Card, 'term' | 'ownEntries'>): Promise<readonly OwnEntry[]> {
	const found: OwnEntry[] = [];
	for (const id of new Set(ownEntries.map(({ glossaryId }) => glossaryId))) {
		const uri = vscode.Uri.parse(id, true);
		if (isContextiveFile(uri.path)) {
			const document = await vscode.workspace.openTextDocument(uri);
			for (const { entry, name } of findEntries(document.getText(), term)) {
				found.push({ uri, heading: toRange(document, name), entry: toRange(document, entry) });
			}
		}
	}
	return found;
}

/**
 * The glossary that commands write to: the one that has the term, else the first root's, which is made if there is none. `undefined` without a
 * folder to make it in.
 */
export async function openGlossary(term: string): Promise<vscode.TextDocument | undefined> {
	const root = vscode.workspace.workspaceFolders?.[0]?.uri;
	if (root === undefined) {
		return undefined;
	}
	const own = await findOwnEntry(term);
	if (own !== undefined) {
		return vscode.workspace.openTextDocument(own.uri);
	}
	const entries = await vscode.workspace.fs.readDirectory(root);
	const name = entries.map(([entry]) => entry).find((entry) => entry.toLowerCase() === 'glossary.md') ?? 'glossary.md';
	const uri = vscode.Uri.joinPath(root, name);
	if (!entries.some(([entry]) => entry === name)) {
		await vscode.workspace.fs.writeFile(uri, new Uint8Array());
	}
	return vscode.workspace.openTextDocument(uri);
}

/** Changes the glossary in one step, and shows it with the caret where the writer goes on. */
export async function editInView(document: vscode.TextDocument, toEdit: (markdown: string) => GlossaryEdit): Promise<void> {
	const { caret } = await apply(document, toEdit);
	// After the change: who types as soon as the file is there must not stand in its way.
	const place = document.positionAt(caret);
	const selection = new vscode.Range(place, place);
	const editor = await vscode.window.showTextDocument(document, { preview: false, selection });
	editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Changes the glossary in one step where it is, and saves it, unless it holds changes that the writer has not saved. */
export async function editInPlace(document: vscode.TextDocument, toEdit: (markdown: string) => GlossaryEdit): Promise<void> {
	const wasDirty = document.isDirty;
	const { text } = await apply(document, toEdit);
	if (text !== '' && !wasDirty) {
		await document.save();
	}
}

async function apply(document: vscode.TextDocument, toEdit: (markdown: string) => GlossaryEdit): Promise<GlossaryEdit> {
	const edit = withLineEnds(toEdit(document.getText()), document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n');
	if (edit.text !== '') {
		const change = new vscode.WorkspaceEdit();
		change.replace(document.uri, toRange(document, edit), edit.text);
		if (!(await vscode.workspace.applyEdit(change))) {
			throw new Error('Dossier: the glossary could not be changed');
		}
	}
	return edit;
}

async function findGlossaries(): Promise<readonly vscode.Uri[]> {
	const found = await vscode.workspace.findFiles(`**/${toAnyCaseGlob('*glossary.md')}`, undefined, maxGlossaries);
	return found
		.filter((uri) => isGlossaryFile(uri.path.split('/').at(-1) ?? ''))
		.sort((a, b) => a.path.split('/').length - b.path.split('/').length || (a.path < b.path ? -1 : 1));
}
