import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { registerCommand } from '../commands.ts';
import { commandIds } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import { getActiveDocumentId, toDocumentId } from '../reader/register.ts';
import { editDetails } from './editDetails.ts';
import { FolderPaths } from './folderPaths.ts';
import { SideCompletion } from './sideCompletion.ts';
import { SideDiagnostics } from './sideDiagnostics.ts';
import { SideFixes } from './sideFixes.ts';
import { SideHover } from './sideHover.ts';
import { sideFileSelector } from './sidePlace.ts';

/** Makes what helps to write side files (`dossier.yml`, `tide.pdf.yml`), and the command that opens the entry of a document. */
export function registerMetadataFiles({
	documents,
	log,
}: {
	readonly documents: KnownDocuments;
	readonly log: vscode.LogOutputChannel;
}): vscode.Disposable {
	const paths = new FolderPaths(documents);
	const diagnostics = new SideDiagnostics(documents, paths, log);
	const disposables: Disposable[] = [
		paths,
		diagnostics,
		vscode.languages.registerCompletionItemProvider(sideFileSelector, new SideCompletion(documents, paths), '/', ' '),
		vscode.languages.registerHoverProvider(sideFileSelector, new SideHover(documents, paths)),
		vscode.languages.registerCodeActionsProvider(sideFileSelector, new SideFixes(diagnostics), {
			providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
		}),
		registerCommand(commandIds.editDetails, log, async (argument) => {
			const id = toDocumentId(argument) ?? getActiveDocumentId() ?? vscode.window.activeTextEditor?.document.uri.toString();
			const summary = id === undefined ? undefined : documents.get(id);
			const folder = documents.folders.find(({ uri }) => uri === summary?.folder);
			if (summary === undefined || folder === undefined) {
				await vscode.window.showInformationMessage(vscode.l10n.t('Select a document in the library first, or open one.'));
				return;
			}
			await editDetails(summary, folder);
		}),
	];
	return new vscode.Disposable(() => disposeAll(disposables));
}
