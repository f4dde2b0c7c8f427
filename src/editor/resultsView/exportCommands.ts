import * as vscode from 'vscode';
import type { Cancellation } from '../../base/cancellation.ts';
import type { DocumentSummary } from '../../library/document.ts';
import type { SearchHit } from '../../service/library.ts';
import { toDisplayDate } from '../displayDate.ts';
import { toTitle } from '../documentTitle.ts';
import type { HitQuotations } from '../hitQuotation.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import { toMarkdownText } from '../noteMarkdown.ts';
import { toPlainLabel } from '../plainLabel.ts';
import type { NotePlace } from '../quotation.ts';
import type { Results } from './results.ts';
import { type ExportedDocument, toCsvHead, toCsvLines, toMarkdownHead, toMarkdownSection } from './resultsExport.ts';
import { toHeaderLine } from './resultWords.ts';

/** More passages than this are no page that an editor is for: they go to a file. */
const maxPagePassages = 5_000;

type ExportFormat = 'markdown' | 'csv';

/** What an export is made from. */
export interface ExportOptions {
	readonly results: Results;
	readonly documents: KnownDocuments;
	readonly quotations: HitQuotations;
}

/** Asks what to make of the results and where to put it, and makes it: Markdown with citations, or CSV; a page, or a file. */
export async function exportResults(options: ExportOptions): Promise<void> {
	const { shown } = options.results;
	if (shown === undefined) {
		return;
	}
	const toItem = (label: string, format: ExportFormat, isFile: boolean) => ({ label, format, isFile });
	const pages = [
		toItem(vscode.l10n.t('Markdown with Citations, New Document'), 'markdown', false),
		toItem(vscode.l10n.t('CSV, New Document'), 'csv', false),
	];
	const files = [
		toItem(vscode.l10n.t('Markdown with Citations, File…'), 'markdown', true),
		toItem(vscode.l10n.t('CSV, File…'), 'csv', true),
	];
	const isLong = shown.set.total + shown.set.partialTotal > maxPagePassages;
	const picked = await vscode.window.showQuickPick(isLong ? files : [...pages, ...files], {
		title: vscode.l10n.t('Export Results'),
		placeHolder: toHeaderLine(shown.set, shown.model, vscode.l10n.t, vscode.env.language) ?? shown.question.query,
	});
	if (picked === undefined) {
		return;
	}
	const target = picked.isFile ? await pickFile(picked.format) : undefined;
	if (picked.isFile && target === undefined) {
		return;
	}
	const text = await withProgress((cancel) => makeExport(options, picked.format, target, cancel));
	if (text === undefined) {
		return;
	}
	if (target === undefined) {
		const language = picked.format === 'markdown' ? 'markdown' : 'plaintext';
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content: text }), { preview: false });
		return;
	}
	// Spreadsheets take a file without a mark for one of another encoding.
	await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(picked.format === 'csv' ? `\ufeff${text}` : text));
	const open = vscode.l10n.t('Open');
	const choice = await vscode.window.showInformationMessage(vscode.l10n.t('The results were exported.'), open);
	if (choice === open) {
		await vscode.window.showTextDocument(target);
	}
}

/** All passages that are shown, as an export of this format. `target` is the file that it is for: links lead from there. */
export async function makeExport(
	{ results, documents, quotations }: ExportOptions,
	format: ExportFormat,
	target: vscode.Uri | undefined,
	cancel: Cancellation,
): Promise<string> {
	const { shown } = results;
	if (shown === undefined) {
		return '';
	}
	// Without a place of its own, a link names the whole way.
	const place: NotePlace = { languageId: 'markdown', isUntitled: false, uri: target ?? vscode.Uri.from({ scheme: 'untitled', path: '/' }) };
	const words = {
		heading: vscode.l10n.t('Results for {0}', toMarkdownText(toPlainLabel(shown.question.query, 300))),
		summary: toMarkdownText(toHeaderLine(shown.set, shown.model, vscode.l10n.t, vscode.env.language) ?? ''),
		partial: vscode.l10n.t('With a part of the words'),
	};
	const pieces = [format === 'markdown' ? toMarkdownHead(words) : toCsvHead(columnNames())];
	let isPartial = false;
	for await (const { document, hits } of results.allHits(cancel)) {
		const summary = documents.get(document.documentId);
		if (summary === undefined) {
			continue;
		}
		if (format === 'markdown' && !document.isFull && !isPartial) {
			isPartial = true;
			pieces.push(`\n# ${words.partial}\n`);
		}
		const exported = await toExported(summary, format, hits, async (hit) =>
			format === 'csv' ? '' : ((await quotations.cite(hit, place)) ?? ''),
		);
		pieces.push(format === 'markdown' ? toMarkdownSection(exported) : toCsvLines(exported));
	}
	return pieces.join('');
}

async function toExported(
	summary: DocumentSummary,
	format: ExportFormat,
	hits: readonly SearchHit[],
	cite: (hit: SearchHit) => Promise<string>,
): Promise<ExportedDocument> {
	const exported = [];
	for (const hit of hits) {
		exported.push({ page: hit.page, section: hit.section, text: hit.text, missing: hit.missing, citation: await cite(hit) });
	}
	return {
		title: format === 'markdown' ? toMarkdownText(toTitle(summary)) : toTitle(summary),
		author: summary.author,
		date: summary.date,
		shownDate: summary.date === null ? null : toDisplayDate(summary.date, vscode.env.language),
		place: vscode.Uri.parse(summary.id, true).scheme === 'file' ? vscode.Uri.parse(summary.id, true).fsPath : summary.id,
		hits: exported,
	};
}

function columnNames(): readonly string[] {
	return [
		vscode.l10n.t('Document'),
		vscode.l10n.t('Author'),
		vscode.l10n.t('Date'),
		vscode.l10n.t('Page'),
		vscode.l10n.t('Section'),
		vscode.l10n.t('Passage'),
		vscode.l10n.t('Without'),
		vscode.l10n.t('File'),
	];
}

async function pickFile(format: ExportFormat): Promise<vscode.Uri | undefined> {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	const name = format === 'markdown' ? 'results.md' : 'results.csv';
	return vscode.window.showSaveDialog({
		filters: format === 'markdown' ? { Markdown: ['md'] } : { CSV: ['csv'] },
		...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
	});
}

/** `undefined` if it was cancelled. */
async function withProgress<T>(work: (cancel: Cancellation) => Promise<T>): Promise<T | undefined> {
	return vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Exporting results…'), cancellable: true },
		(_, cancel) => work(cancel),
	);
}
