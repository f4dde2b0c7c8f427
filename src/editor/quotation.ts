import * as vscode from 'vscode';
import type { DocumentSummary } from '../library/document.ts';
import { type CitationParts, formatCitation } from './citation.ts';
import { toDisplayDate } from './displayDate.ts';
import { toFileName } from './documentTitle.ts';
import { toMarkdownKey, toMarkdownText } from './noteMarkdown.ts';
import { toPlainLabel } from './plainLabel.ts';
import { toRelativePath } from './relativePath.ts';
import { isSpoken } from './spokenWords.ts';

/** Words of a document that go into a note with their source. */
export interface Quotation {
	readonly text: string;
	readonly page: string | null;
	/** Who says them, where that is somebody else than the document's author. */
	readonly speaker: string | null;
	/** Named instead of the document's author: see `Receipt.writer`. */
	readonly writer?: string | null;
	/** Of the mail they stand in, where they have a writer. */
	readonly date?: string | null;
}

/** Where a quotation goes to. A text document fits. */
export type NotePlace = Pick<vscode.TextDocument, 'languageId' | 'uri' | 'isUntitled'>;

/**
 * A quotation with its source, as `dossier.citation.format` says. For a Markdown note the words of the document are escaped, so that none of
 * them becomes a link, an image or markup there. The path leads from the note's folder; without a note, or from one
 * that is not saved, the file is named alone.
 */
export function toCitation(quotation: Quotation, summary: DocumentSummary, format: string, note: NotePlace | undefined): string {
	const isMarkdown = note === undefined || note.languageId === 'markdown';
	const words = (text: string | null) => (text === null ? null : isMarkdown ? toMarkdownText(text) : text);
	const label = (text: string | null) => (text === null ? null : words(toPlainLabel(text)));
	const file = vscode.Uri.parse(summary.id, true);
	const date = (quotation.writer === undefined ? null : quotation.date) ?? summary.date;
	const author = quotation.writer === undefined ? summary.author : quotation.writer;
	const named = label(author ?? (isSpoken(quotation.text) ? quotation.speaker : null));
	const publisher = label(summary.publisher);
	const parts: CitationParts = {
		text: words(quotation.text) ?? '',
		author: named,
		title: label(summary.title),
		publisher: publisher?.toLowerCase() === named?.toLowerCase() ? null : publisher,
		page: label(quotation.page),
		date: date === null ? null : toDisplayDate(date, vscode.env.language, 'long'),
		file: label(toFileName(summary)),
		relativePath: toRelativePath(note === undefined || note.isUntitled ? undefined : note.uri, file),
		key: summary.citationKey === undefined ? null : isMarkdown ? toMarkdownKey(summary.citationKey) : summary.citationKey,
	};
	return formatCitation(format, parts);
}

/** Puts text on the clipboard and says so, briefly. */
export async function copyText(text: string): Promise<void> {
	await vscode.env.clipboard.writeText(text);
	vscode.window.setStatusBarMessage(vscode.l10n.t('Quotation copied with its source'), 3_000);
}
