import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../base/disposable.ts';
import { registerCommand } from './commands.ts';
import { addToFolders, type FolderSettingTarget } from './folderSetting.ts';
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
		registerCommand(commandIds.useAsDocumentFolder, log, async (clicked, selected) => {
			for (const folder of await findChosenFolders(clicked, selected)) {
				await addFolder(settings, folder);
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

/** The folders among what the Explorer hands on: what was clicked, and everything that was selected with it. */
async function findChosenFolders(clicked: unknown, selected: unknown): Promise<vscode.Uri[]> {
	const all: readonly unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [clicked];
	const folders: vscode.Uri[] = [];
	for (const uri of all) {
		if (uri instanceof vscode.Uri && (await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) {
			folders.push(uri);
		}
	}
	return folders;
}

async function pickRoot(): Promise<vscode.WorkspaceFolder | undefined> {
	const roots = vscode.workspace.workspaceFolders ?? [];
	if (roots.length <= 1) {
		return roots[0];
	}
	return vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t('Which folder holds your documents?') });
}

/** Adds a folder to `dossier.folders`: below a root by its path, elsewhere by its whole path. */
async function addFolder(settings: Settings, folder: vscode.Uri): Promise<void> {
	const root = vscode.workspace.getWorkspaceFolder(folder);
	const path = root === undefined ? folder.fsPath : folder.path.slice(root.uri.path.length).replace(/^\//, '') || '.';
	const added = addToFolders({
		pattern: root === undefined ? path : escapeGlob(path),
		isElsewhere: root === undefined,
		isTrusted: vscode.workspace.isTrusted,
		rootCount: vscode.workspace.workspaceFolders?.length ?? 0,
		patterns: settings.getFolderPatterns(root).patterns,
		usersPatterns: settings.getUsersFolderPatterns(),
	});
	if (added !== undefined) {
		const configuration = vscode.workspace.getConfiguration('dossier', root?.uri ?? null);
		await configuration.update(settingIds.folders, added.patterns, configurationTargets[added.target]);
	}
}

const configurationTargets = {
	user: vscode.ConfigurationTarget.Global,
	workspace: vscode.ConfigurationTarget.Workspace,
	root: vscode.ConfigurationTarget.WorkspaceFolder,
} as const satisfies Readonly<Record<FolderSettingTarget, vscode.ConfigurationTarget>>;

/** A folder's name that holds characters of patterns still means itself. */
function escapeGlob(path: string): string {
	return path.replace(/[*?{}[\]]/g, (character) =>
		character === '}' || character === ']' ? '?' : character === '{' ? '?' : `[${character}]`,
	);
}
