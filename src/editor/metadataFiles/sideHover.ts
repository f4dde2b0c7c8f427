import * as vscode from 'vscode';
import { findSideField, sideFields } from '../../library/sideFiles/sideFields.ts';
import { toTitle } from '../documentTitle.ts';
import { escapeMarkdown } from '../escapeMarkdown.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import { findDescribed, foundValue } from './described.ts';
import type { FolderPaths } from './folderPaths.ts';
import { wordField } from './sideFieldWords.ts';
import { findSideSpot } from './sideLines.ts';
import { findSidePlace } from './sidePlace.ts';

/** Shows over a path what the document says of itself, and over a field what it is for. */
export class SideHover implements vscode.HoverProvider {
	readonly #documents: KnownDocuments;
	readonly #paths: FolderPaths;

	constructor(documents: KnownDocuments, paths: FolderPaths) {
		this.#documents = documents;
		this.#paths = paths;
	}

	provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
		const place = findSidePlace(document.uri, this.#documents.folders);
		const spot = place && findSideSpot(document.getText(), document.offsetAt(position), place.form);
		if (place === undefined || spot === undefined || spot.kind === 'value') {
			return undefined;
		}
		const range = new vscode.Range(document.positionAt(spot.range.start), document.positionAt(spot.range.end));
		if (spot.kind === 'field') {
			const field = findSideField(spot.written);
			const summary = findDescribed(spot.path, place, this.#paths.of(place.folder.uri));
			if (field === undefined) {
				return undefined;
			}
			const found = summary && foundValue(summary, field);
			const lines = [escapeMarkdown(wordField(field)), ...(found ? [wordFound(found)] : [])];
			return new vscode.Hover(new vscode.MarkdownString(lines.join('\n\n')), range);
		}
		const summary = findDescribed(spot.written, place, this.#paths.of(place.folder.uri));
		if (summary === undefined) {
			return undefined;
		}
		const found = sideFields.flatMap((field) => {
			const value = foundValue(summary, field);
			return value === null ? [] : [`${field}: ${escapeMarkdown(value, 200)}`];
		});
		const lines = [
			`**${escapeMarkdown(toTitle(summary), 200)}**`,
			found.length === 0
				? escapeMarkdown(vscode.l10n.t('The document says nothing of itself.'))
				: escapeMarkdown(vscode.l10n.t('Found in the document:')),
			found.map((line) => `- ${line}`).join('\n'),
		];
		return new vscode.Hover(new vscode.MarkdownString(lines.filter((line) => line !== '').join('\n\n')), range);
	}
}

function wordFound(value: string): string {
	return escapeMarkdown(vscode.l10n.t('Found in the document: {0}', value), 400);
}
