import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../base/disposable.ts';
import { registerCommand } from './commands.ts';
import { commandIds, settingIds } from './ids.ts';
import type { Settings } from './settings.ts';

/** Makes the commands by which folders become sources. All they do is write `dossier.folders`, where it can be read and changed. */
export function registerFolderCommands(settings: Settings, log: vscode.LogOutputChannel): vscode.Disposable {
	const disposables: Disposable[] = [
		registerCommand(commandIds.useThisFolder, log, async () => {
			const root = await pickRoot();
			if (root !== undefined) {
				await addFolder(settings, root.uri);
			}
		}),
		registerCommand(commandIds.useAsDocumentFolder, log, async (argument) => {
			if (argument instanceof vscode.Uri) {
				await addFolder(settings, argument);
			}
		}),
		registerCommand(commandIds.chooseFolders, log, async () => {
			const folders = await vscode.window.showOpenDialog({
				canSelectFiles: false,
				canSelectFolders: true,
				canSelectMany: true,
				openLabel: vscode.l10n.t('Use as Document Folder'),
				title: vscode.l10n.t('Choose the folders that hold your documents'),
			});
			for (const folder of folders ?? []) {
				await addFolder(settings, folder);
			}
		}),
	];
	return new vscode.Disposable(() => disposeAll(disposables));
}

async function pickRoot(): Promise<vscode.WorkspaceFolder | undefined> {
	const roots = vscode.workspace.workspaceFolders ?? [];
	if (roots.length <= 1) {
		return roots[0];
	}
	return vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t('Which folder holds your documents?') });
}

/**
 * Adds a folder to `dossier.folders`: below a root by its path, in that root's or the workspace's settings. A folder elsewhere goes, by its whole path, to
 * the workspace's settings if it is trusted; else to the person's own, since an untrusted workspace's word does not count outside its roots.
 */
async function addFolder(settings: Settings, folder: vscode.Uri): Promise<void> {
	const root = vscode.workspace.getWorkspaceFolder(folder);
	const { patterns } = settings.getFolderPatterns(root);
	const path = root === undefined ? folder.fsPath : folder.path.slice(root.uri.path.length).replace(/^\//, '') || '.';
	const pattern = root === undefined ? path : escapeGlob(path);
	if (patterns.includes(pattern)) {
		return;
	}
	const roots = vscode.workspace.workspaceFolders ?? [];
	const isElsewhere = root === undefined;
	const target =
		isElsewhere && (roots.length === 0 || !vscode.workspace.isTrusted)
			? vscode.ConfigurationTarget.Global
			: !isElsewhere && roots.length > 1
				? vscode.ConfigurationTarget.WorkspaceFolder
				: vscode.ConfigurationTarget.Workspace;
	await vscode.workspace.getConfiguration('dossier', root?.uri ?? null).update(settingIds.folders, [...patterns, pattern], target);
}

/** A folder's name that holds characters of patterns still means itself. */
function escapeGlob(path: string): string {
	return path.replace(/[*?{}[\]]/g, (character) =>
		character === '}' || character === ']' ? '?' : character === '{' ? '?' : `[${character}]`,
	);
}
