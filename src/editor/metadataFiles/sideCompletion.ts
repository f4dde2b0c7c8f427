import * as vscode from 'vscode';
import type { DocumentSummary } from '../../library/document.ts';
import { findSideField, sideFields } from '../../library/sideFiles/sideFields.ts';
import { parentOf, relativeTo } from '../../library/sideFiles/sidePath.ts';
import { toTitle } from '../documentTitle.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import { toIconFreeLabel, toPlainLabel } from '../plainLabel.ts';
import { findDescribed, foundValue } from './described.ts';
import type { FolderPaths } from './folderPaths.ts';
import type { PathsOfFolder } from './sideFaults.ts';
import { wordField } from './sideFieldWords.ts';
import { findSideSpot, listEntries, type SideSpot, toYamlText } from './sideLines.ts';
import { findSidePlace, type SidePlace } from './sidePlace.ts';

/** More lines than this nobody reads; what is typed narrows them down. */
const maxItems = 500;
/** Values that other documents have, offered for this one. */
const maxValues = 50;

/** Completes side files: paths of documents that are not there yet, names of fields, and values as the documents have them. */
export class SideCompletion implements vscode.CompletionItemProvider {
	readonly #documents: KnownDocuments;
	readonly #paths: FolderPaths;

	constructor(documents: KnownDocuments, paths: FolderPaths) {
		this.#documents = documents;
		this.#paths = paths;
	}

	async provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionList | undefined> {
		const place = findSidePlace(document.uri, this.#documents.folders);
		const text = document.getText();
		const spot = place && findSideSpot(text, document.offsetAt(position), place.form);
		if (place === undefined || spot === undefined) {
			return undefined;
		}
		const paths = this.#paths.of(place.folder.uri);
		const range = new vscode.Range(document.positionAt(spot.range.start), document.positionAt(spot.range.end));
		switch (spot.kind) {
			case 'path':
				return completePaths(spot, text, place, paths, range);
			case 'field':
				return new vscode.CompletionList(completeFields(spot, findDescribed(spot.path, place, paths), range));
			case 'value':
				return new vscode.CompletionList(await completeValues(spot, findDescribed(spot.path, place, paths), paths, range));
		}
	}
}

function completePaths(
	spot: SideSpot & { readonly kind: 'path' },
	text: string,
	place: SidePlace,
	paths: PathsOfFolder,
	range: vscode.Range,
): vscode.CompletionList {
	const written = new Set(listEntries(text).map(({ key }) => key));
	const typed = spot.written.toLowerCase();
	const items: vscode.CompletionItem[] = [];
	let isIncomplete = false;
	for (const [path, summary] of paths) {
		const relative = relativeTo(parentOf(place.relativePath), path);
		if (relative === undefined || (written.has(relative) && relative !== spot.written) || !isTypedIn(typed, relative.toLowerCase())) {
			continue;
		}
		if (items.length === maxItems) {
			isIncomplete = true;
			break;
		}
		const item = new vscode.CompletionItem(
			{ label: toIconFreeLabel(relative, 500), description: toIconFreeLabel(toTitle(summary, 60)) },
			vscode.CompletionItemKind.File,
		);
		const key = toYamlText(relative);
		item.range = range;
		item.insertText = withColon(key, text, spot.range.end);
		item.filterText = `${key} ${relative}`;
		items.push(item);
	}
	return new vscode.CompletionList(items, isIncomplete);
}

/** With the colon behind it and the way to the first field, unless there is one. */
function withColon(key: string, text: string, end: number): string {
	return /^[ \t]*:/.test(text.slice(end, end + 10)) ? key : `${key}:\n  `;
}

/** As the editor itself matches: all letters, in this order. */
function isTypedIn(typed: string, path: string): boolean {
	let at = 0;
	for (const letter of typed) {
		at = path.indexOf(letter, at) + 1;
		if (at === 0) {
			return false;
		}
	}
	return true;
}

function completeFields(
	spot: SideSpot & { readonly kind: 'field' },
	summary: DocumentSummary | undefined,
	range: vscode.Range,
): vscode.CompletionItem[] {
	const isFolder = /[/\\]$/.test(spot.path);
	return sideFields
		.filter((field) => !isFolder || (field !== 'title' && field !== 'citationKey'))
		.map((field, index) => {
			const found = summary === undefined ? null : foundValue(summary, field);
			const item = new vscode.CompletionItem(
				found === null ? field : { label: field, description: toIconFreeLabel(found, 80) },
				vscode.CompletionItemKind.Field,
			);
			item.range = range;
			item.insertText = `${field}: `;
			item.documentation = wordField(field);
			item.sortText = String(index);
			return item;
		});
}

async function completeValues(
	spot: SideSpot & { readonly kind: 'value' },
	summary: DocumentSummary | undefined,
	paths: PathsOfFolder,
	range: vscode.Range,
): Promise<vscode.CompletionItem[]> {
	const field = findSideField(spot.field);
	if (field === undefined) {
		return [];
	}
	const found = summary === undefined ? null : foundValue(summary, field);
	const values = new Map<string, string>();
	if (found !== null) {
		values.set(found, vscode.l10n.t('as found in the document'));
	}
	if (field === 'citationKey' && summary !== undefined) {
		// Its rules of words are loaded when they are first needed, not with the extension.
		const { suggestKey } = await import('./suggestKey.ts');
		const key = suggestKey(summary);
		if (key !== undefined) {
			values.set(key, vscode.l10n.t('out of author, year and title'));
		}
	} else if (field === 'author' || field === 'publisher' || field === 'language') {
		for (const other of paths.values()) {
			const value = other[field];
			if (values.size >= maxValues) {
				break;
			}
			if (value !== null && !values.has(value)) {
				values.set(value, vscode.l10n.t('as in other documents'));
			}
		}
	}
	return [...values].map(([value, description], index) => {
		const item = new vscode.CompletionItem({ label: toIconFreeLabel(value), description }, vscode.CompletionItemKind.Value);
		item.range = range;
		item.insertText = toYamlText(toPlainLabel(value, 500));
		item.filterText = `${value} ${item.insertText}`;
		item.sortText = String(index).padStart(3, '0');
		return item;
	});
}
