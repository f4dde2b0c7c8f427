import type { DocumentSummary } from '../library/document.ts';
import { toPlainLabel } from './plainLabel.ts';

/** How a document is called in lists: its title, else its file's name without the extension. Plain words, never empty. */
export function toTitle(document: Pick<DocumentSummary, 'title' | 'relativePath' | 'id'>, maxLength?: number): string {
	const title = document.title === null ? '' : toPlainLabel(document.title, maxLength);
	return title === '' ? toFileTitle(document, maxLength) : title;
}

/** The file's name as it stands on the disk, with its extension. */
export function toFileName(document: Pick<DocumentSummary, 'relativePath' | 'id'>): string {
	return toPlainLabel(lastPart(document.relativePath) || lastPart(document.id) || document.id);
}

/** Who a card says its receipts are from: title and author of a document; `undefined` of one that is gone. */
export function toSource(document: DocumentSummary | undefined): { readonly title: string; readonly author: string | null } | undefined {
	return document === undefined ? undefined : { title: toTitle(document), author: document.author };
}

function toFileTitle(document: Pick<DocumentSummary, 'relativePath' | 'id'>, maxLength?: number): string {
	const name = toPlainLabel(lastPart(document.relativePath) || lastPart(document.id), maxLength);
	const dot = name.lastIndexOf('.');
	return dot > 0 ? name.slice(0, dot) : name || document.id;
}

function lastPart(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}
