import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { registerCommand } from '../commands.ts';
import { toRange } from '../convert.ts';
import { commandIds, coverageLanguageId, coverageScheme, privateCommandIds } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import { type CoveragePage, makeCoveragePage } from './coveragePage.ts';

/** While documents come in, an open page is written anew at most this often. */
const refreshEveryMs = 1_000;

/** Makes "Show Coverage": a read-only page of what became of every file, whose lines lead to the files. */
export function registerCoverage(documents: KnownDocuments, log: vscode.LogOutputChannel): vscode.Disposable {
	const uri = vscode.Uri.from({ scheme: coverageScheme, path: `/${vscode.l10n.t('Dossier Coverage')}` });
	const change = new vscode.EventEmitter<vscode.Uri>();
	let timer: ReturnType<typeof setTimeout> | undefined;
	let page: CoveragePage | undefined;
	const refresh = () => {
		if (vscode.workspace.textDocuments.some((document) => document.uri.scheme === coverageScheme && !document.isClosed)) {
			timer ??= setTimeout(() => {
				timer = undefined;
				change.fire(uri);
			}, refreshEveryMs);
		}
	};
	const makePage = () =>
		makeCoveragePage(
			{ summaries: documents.all(), folders: documents.folders, status: documents.status },
			vscode.l10n.t,
			vscode.env.language,
		);
	const disposables: Disposable[] = [
		change,
		{ dispose: () => clearTimeout(timer) },
		documents.onDidChange(refresh),
		documents.onDidChangeStatus(refresh),
		vscode.workspace.registerTextDocumentContentProvider(coverageScheme, {
			onDidChange: change.event,
			provideTextDocumentContent: () => {
				page = makePage();
				return page.text;
			},
		}),
		vscode.languages.registerDocumentLinkProvider(
			{ scheme: coverageScheme },
			{
				provideDocumentLinks: (document) => {
					const shown = document.getText();
					// What was written anew since is on its way, and asks again when it is there.
					return page === undefined || page.text !== shown ? [] : page.links.map((link) => toLink(document, link));
				},
			},
		),
		registerCommand(commandIds.showCoverage, log, async () => {
			// A page that is open already is not asked for again by itself.
			change.fire(uri);
			const document = await vscode.workspace.openTextDocument(uri);
			await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, coverageLanguageId), {
				preview: false,
			});
		}),
	];
	return new vscode.Disposable(() => disposeAll(disposables));
}

function toLink(document: vscode.TextDocument, { start, end, documentId, isRead }: CoveragePage['links'][number]): vscode.DocumentLink {
	const command = isRead ? privateCommandIds.openItem : commandIds.openOriginal;
	const argument = isRead ? { id: documentId, start: 0, end: 0 } : { summary: { id: documentId } };
	const target = vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`);
	const link = new vscode.DocumentLink(toRange(document, { start, end }), target);
	link.tooltip = isRead ? vscode.l10n.t('Open what was read') : vscode.l10n.t('Open the file');
	return link;
}
