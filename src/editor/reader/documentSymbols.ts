import * as vscode from 'vscode';
import { toRange } from '../convert.ts';
import { type PartNode, toParts } from '../libraryTree/documentParts.ts';
import { toPlainLabel } from '../plainLabel.ts';
import type { OpenContent, OpenContents } from './openContents.ts';
import { fromReaderUri } from './readerUri.ts';

/** The outline of a shown document: its sections, or its pages, as the tree has them. */
export class ReaderSymbols implements vscode.DocumentSymbolProvider {
	readonly #contents: OpenContents;

	constructor(contents: OpenContents) {
		this.#contents = contents;
	}

	async provideDocumentSymbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
		const id = fromReaderUri(document.uri);
		const open = id === undefined ? undefined : await this.#contents.get(id);
		return id === undefined || open === undefined ? [] : toSymbols(document, open, toParts(id, open.content), open.content.text.length);
	}
}

function toSymbols(document: vscode.TextDocument, open: OpenContent, parts: readonly PartNode[], end: number): vscode.DocumentSymbol[] {
	return parts.map((part, index) => {
		const partEnd = parts[index + 1]?.start ?? end;
		const name = part.kind === 'page' ? vscode.l10n.t('Page {0}', toPlainLabel(part.label, 40)) : toPlainLabel(part.label);
		const symbol = new vscode.DocumentSymbol(
			name === '' ? '…' : name,
			part.page === null || part.kind === 'page' ? '' : vscode.l10n.t('p. {0}', toPlainLabel(part.page, 20)),
			part.kind === 'page' ? vscode.SymbolKind.File : vscode.SymbolKind.String,
			toRange(document, open.shown.toShown({ start: part.start, end: partEnd })),
			toRange(
				document,
				open.shown.toShown({
					start: part.start,
					end: part.kind === 'page' ? part.start : Math.min(part.start + part.label.length, partEnd),
				}),
			),
		);
		symbol.children = toSymbols(document, open, part.children, partEnd);
		return symbol;
	});
}
