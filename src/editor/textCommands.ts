import * as vscode from 'vscode';
import { disposeAll } from '../base/disposable.ts';
import { registerCommand } from './commands.ts';
import { commandIds } from './ids.ts';
import type { KeptTexts } from './keptTexts.ts';
import type { LibraryHost } from './libraryHost.ts';
import type { SearchHistory } from './searchView/searchHistory.ts';

/** What the commands need of the rest. */
export interface TextCommandOptions {
	readonly host: LibraryHost;
	readonly texts: KeptTexts;
	readonly history: SearchHistory;
	readonly log: vscode.LogOutputChannel;
}

/** The command that erases what is kept, and the one notice that nothing can be kept. */
export function registerTextCommands({ host, texts, history, log }: TextCommandOptions): vscode.Disposable {
	let hasToldFailure = false;
	const disposables = [
		registerCommand(commandIds.deleteIndexedData, log, () => deleteIndexedData(host, texts, history)),
		host.onDidFailToKeepTexts((reason) => {
			if (hasToldFailure) {
				return;
			}
			hasToldFailure = true;
			const showLog = vscode.l10n.t('Show Log');
			const words = vscode.l10n.t(
				'Dossier cannot keep what it reads on disk ({0}). Everything works; files are read anew when the window starts.',
				reason,
			);
			vscode.window.showWarningMessage(words, showLog).then(
				(choice) => {
					if (choice === showLog) {
						log.show();
					}
				},
				() => undefined,
			);
		}),
	];
	return { dispose: () => disposeAll(disposables) };
}

async function deleteIndexedData(host: LibraryHost, texts: KeptTexts, history: SearchHistory): Promise<void> {
	const doIt = vscode.l10n.t('Delete');
	const detail = vscode.l10n.t(
		'What was read of your documents, and what you searched for, is kept on disk for all your workspaces. Your documents stay as they are.',
	);
	const choice = await vscode.window.showWarningMessage(vscode.l10n.t('Delete all indexed data?'), { modal: true, detail }, doIt);
	if (choice !== doIt) {
		return;
	}
	await history.erase();
	const { textCount, bytes } = await texts.erase(host);
	const locale = vscode.env.language;
	const megabytes = (bytes / (1024 * 1024)).toLocaleString(locale, { maximumFractionDigits: 1 });
	await vscode.window.showInformationMessage(
		vscode.l10n.t(
			'Deleted {0} MB: the texts of {1} documents here, and all of other workspaces. Nothing more is kept until this window starts anew.',
			megabytes,
			textCount.toLocaleString(locale),
		),
	);
}
