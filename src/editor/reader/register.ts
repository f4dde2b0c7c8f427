import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import type { DocumentSummary } from '../../library/document.ts';
import { pageLabelAt } from '../../library/pages.ts';
import { registerCommand } from '../commands.ts';
import { fromRange } from '../convert.ts';
import { toDisplayDate } from '../displayDate.ts';
import { toFileName, toTitle } from '../documentTitle.ts';
import { commandIds, privateCommandIds, readerScheme } from '../ids.ts';
import { findNoteEditor, insertQuotation } from '../insertQuotation.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import { iconOf } from '../libraryTree/treeModel.ts';
import type { LinkTargets } from '../linkTargets.ts';
import { toIconFreeLabel, toMessage } from '../plainLabel.ts';
import { copyText, toCitation } from '../quotation.ts';
import type { Settings } from '../settings.ts';
import { ReaderSymbols } from './documentSymbols.ts';
import { toDocumentTarget } from './documentTarget.ts';
import type { OpenContents } from './openContents.ts';
import { showOriginal } from './originalFile.ts';
import type { Reader } from './reader.ts';
import { fromReaderUri } from './readerUri.ts';
import { findReceiptPlace } from './receiptPlace.ts';

/** What the reader's commands need of the rest. */
export interface ReaderFeatureOptions {
	readonly reader: Reader;
	readonly contents: OpenContents;
	readonly documents: KnownDocuments;
	readonly settings: Settings;
	readonly links: LinkTargets;
	readonly log: vscode.LogOutputChannel;
}

/** Makes what can be done with a document: open it at a place, open its file, copy from it with its source; and its outline. */
export function registerReader({ reader, contents, documents, settings, links, log }: ReaderFeatureOptions): vscode.Disposable {
	const isKnown = (id: string) => documents.get(id) !== undefined;
	const showOrSayWhyNot = async (...[id, range, options]: Parameters<Reader['show']>) => {
		const summary = documents.get(id);
		if (summary !== undefined && hasNothingToShow(summary)) {
			await sayWhyNot(summary);
		} else {
			await reader.show(id, range, options);
		}
	};

	const disposables: Disposable[] = [
		vscode.languages.registerDocumentSymbolProvider({ scheme: readerScheme }, new ReaderSymbols(contents)),

		registerCommand(privateCommandIds.openItem, log, async (argument) => {
			const target = toDocumentTarget(argument, isKnown);
			if (target === undefined) {
				return;
			}
			await showOrSayWhyNot(target.id, target);
		}),

		registerCommand(privateCommandIds.openReceipt, log, async (handle) => {
			const target = links.find(handle);
			if (target?.kind !== 'receipt') {
				return;
			}
			const { receipt } = target;
			const open = await contents.get(receipt.documentId);
			if (open === undefined) {
				sayIsGone();
				return;
			}
			const place = findReceiptPlace(open.content.text, receipt);
			await reader.show(receipt.documentId, place ?? { start: receipt.start, end: receipt.start });
			if (place === undefined) {
				await vscode.window.showInformationMessage(vscode.l10n.t('The document has changed since; these words no longer stand in it.'));
			}
		}),

		registerCommand(privateCommandIds.copyReceipt, log, async (handle) => {
			const target = links.find(handle);
			const summary = target?.kind === 'receipt' ? documents.get(target.receipt.documentId) : undefined;
			if (target?.kind === 'receipt' && summary !== undefined) {
				await copyText(toCitation(target.receipt, summary, settings.values.citationFormat, getActiveNote()));
			}
		}),

		registerCommand(privateCommandIds.insertReceipt, log, async (handle) => {
			const target = links.find(handle);
			const editor = findNoteEditor();
			const summary = target?.kind === 'receipt' ? documents.get(target.receipt.documentId) : undefined;
			if (target?.kind !== 'receipt' || summary === undefined) {
				return;
			}
			if (editor === undefined) {
				await vscode.window.showInformationMessage(vscode.l10n.t('Open the note that it is to stand in first.'));
				return;
			}
			await insertQuotation(editor, toCitation(target.receipt, summary, settings.values.citationFormat, editor.document));
		}),

		registerCommand(commandIds.copyQuotation, log, async () => {
			const editor = vscode.window.activeTextEditor;
			const id = editor === undefined ? undefined : fromReaderUri(editor.document.uri);
			if (editor === undefined || id === undefined || editor.selection.isEmpty) {
				await vscode.window.showInformationMessage(vscode.l10n.t('Select words in a document first.'));
				return;
			}
			const summary = documents.get(id);
			if (summary === undefined) {
				sayIsGone();
				return;
			}
			const selected = fromRange(editor.document, editor.selection);
			const words = editor.document.getText(editor.selection);
			const open = await contents.get(summary.id);
			const isShown = open?.shown.text === editor.document.getText();
			const { start, end } = open === undefined || !isShown ? selected : open.shown.toClean(selected);
			const content = open?.content;
			const quote = content?.quotes.find((candidate) => candidate.start <= start && end <= candidate.end);
			const quotation = {
				// A line's end that is only shown is no part of the words.
				text: content === undefined || !isShown ? words : content.text.slice(start, end),
				page: content === undefined ? null : pageLabelAt(content.pages, start),
				speaker: quote?.speaker ?? null,
			};
			await copyText(toCitation(quotation, summary, settings.values.citationFormat, getVisibleNote()));
		}),

		registerCommand(commandIds.openOriginal, log, async (argument) => {
			const id = toDocumentId(argument) ?? getActiveDocumentId();
			const summary = id === undefined ? undefined : documents.get(id);
			if (summary === undefined) {
				sayIsGone();
				return;
			}
			const editor = vscode.window.activeTextEditor;
			const isActive = editor !== undefined && fromReaderUri(editor.document.uri) === summary.id;
			const range = isActive ? fromRange(editor.document, editor.selection) : { start: 0, end: 0 };
			const open = summary.state === 'skipped' ? undefined : await contents.get(summary.id);
			await showOriginal(summary.id, summary.sizeBytes, open?.content, open?.shown.toClean(range) ?? range);
		}),

		registerCommand(commandIds.openToSide, log, async (argument) => {
			const id = toDocumentId(argument) ?? getActiveDocumentId();
			if (id === undefined || !isKnown(id)) {
				sayIsGone();
				return;
			}
			await showOrSayWhyNot(id, { start: 0, end: 0 }, { viewColumn: vscode.ViewColumn.Beside, preview: false });
		}),

		registerCommand(commandIds.openDocument, log, async () => {
			const id = await pickDocument(documents);
			if (id !== undefined) {
				await showOrSayWhyNot(id, { start: 0, end: 0 }, { preview: false });
			}
		}),
	];
	return new vscode.Disposable(() => disposeAll(disposables));
}

/** A tree node of a document, or a reader's URI, as menus hand them to commands. */
export function toDocumentId(argument: unknown): string | undefined {
	if (argument instanceof vscode.Uri) {
		return fromReaderUri(argument);
	}
	if (typeof argument === 'object' && argument !== null && 'summary' in argument) {
		const { summary } = argument;
		return typeof summary === 'object' && summary !== null && 'id' in summary && typeof summary.id === 'string' ? summary.id : undefined;
	}
	return undefined;
}

/** The id of the document that is being read; `undefined` if something else is active. */
export function getActiveDocumentId(): string | undefined {
	const uri = vscode.window.activeTextEditor?.document.uri;
	return uri === undefined ? undefined : fromReaderUri(uri);
}

function getActiveNote(): vscode.TextDocument | undefined {
	const document = vscode.window.activeTextEditor?.document;
	return document === undefined || document.uri.scheme === readerScheme ? getVisibleNote() : document;
}

/** The note beside the reader, if one is on screen: where what was copied is likely to go. */
function getVisibleNote(): vscode.TextDocument | undefined {
	return vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme !== readerScheme && document.uri.scheme !== 'output')
		?.document;
}

/** What is open, or was linked, when its file went. The command does not wait until somebody has closed the words. */
function sayIsGone(): void {
	void vscode.window.showInformationMessage(vscode.l10n.t('This document is no longer in the library.'));
}

/** Whether a document would be an empty page: it was not read, is empty, or is a scan. */
function hasNothingToShow({ state, wordCount, problems }: DocumentSummary): boolean {
	return state === 'skipped' || (wordCount === 0 && problems.length > 0);
}

/** A document without text has nothing to show but why. */
async function sayWhyNot(summary: DocumentSummary): Promise<void> {
	const openFile = vscode.l10n.t('Open Original');
	const reason = summary.problems[0]?.detail ?? vscode.l10n.t('Could not be read');
	const choice = await vscode.window.showWarningMessage(toMessage(`${toFileName(summary)}: ${reason}`), openFile);
	if (choice === openFile) {
		await showOriginal(summary.id, summary.sizeBytes, undefined, { start: 0, end: 0 });
	}
}

async function pickDocument(documents: KnownDocuments): Promise<string | undefined> {
	const items = [...documents.all()]
		.filter((summary) => summary.state !== 'skipped')
		.map((summary) => ({
			id: summary.id,
			label: toIconFreeLabel(toTitle(summary)),
			description: [summary.date && toDisplayDate(summary.date, vscode.env.language), summary.author ?? summary.publisher]
				.filter((part) => part !== null)
				.map((part) => toIconFreeLabel(part, 60))
				.join(' · '),
			detail: toIconFreeLabel(summary.relativePath),
			iconPath: new vscode.ThemeIcon(iconOf(summary.kind)),
		}))
		.sort((a, b) => a.label.localeCompare(b.label));
	const picked = await vscode.window.showQuickPick(items, {
		placeHolder: vscode.l10n.t('Open a document of the library'),
		matchOnDescription: true,
		matchOnDetail: true,
	});
	return picked?.id;
}
