import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../base/disposable.ts';
import { registerCommand } from './commands.ts';
import { addToFolders, type FolderSettingTarget, findListTarget } from './folderSetting.ts';
import { commandIds, settingIds, viewIds } from './ids.ts';
import { toIconFreeLabel } from './plainLabel.ts';
import type { Settings } from './settings.ts';

/** Makes the commands by which folders become sources, and are sources no more. All they do is write `dossier.folders`, or show it to be changed. */
export function registerFolderCommands(settings: Settings, log: vscode.LogOutputChannel): vscode.Disposable {
	const disposables: Disposable[] = [
		registerCommand(commandIds.useThisFolder, log, async () => {
			const root = await pickRoot();
			if (root !== undefined) {
				await addFolders(settings, [root.uri]);
			}
		}),
		registerCommand(commandIds.useAsDocumentFolder, log, async (clicked, selected) => {
			await addFolders(settings, await findChosenFolders(clicked, selected));
		}),
		registerCommand(commandIds.chooseFolders, log, async () => {
			const folders = await vscode.window.showOpenDialog({
				canSelectFiles: false,
				canSelectFolders: true,
				canSelectMany: true,
				openLabel: vscode.l10n.t('Use as Document Folder'),
				title: vscode.l10n.t('Choose the folders that hold your documents'),
			});
			await addFolders(settings, folders ?? []);
		}),
		registerCommand(commandIds.changeFolders, log, async () => {
			const roots = vscode.workspace.workspaceFolders ?? [];
			const inspect = (scope: vscode.Uri | null) => vscode.workspace.getConfiguration('dossier', scope).inspect(settingIds.folders);
			const hasListOfRoot = roots.some(({ uri }) => inspect(uri)?.workspaceFolderValue !== undefined);
			const target = findListTarget(roots.length, hasListOfRoot, inspect(null)?.workspaceValue !== undefined);
			await vscode.commands.executeCommand(settingsCommands[target], target === 'user' ? folderQuery : { query: folderQuery });
		}),
	];
	return new vscode.Disposable(() => disposeAll(disposables));
}

/** What shows the settings that a list may stand in; of several roots VS Code asks for one. */
const settingsCommands = {
	user: 'workbench.action.openSettings',
	workspace: 'workbench.action.openWorkspaceSettings',
	root: 'workbench.action.openFolderSettings',
} as const satisfies Readonly<Record<FolderSettingTarget, string>>;

/** What finds the one setting among all. */
const folderQuery = `@id:dossier.${settingIds.folders}`;

/** Adds folders to `dossier.folders`, and shows the documents that they bring; says of which that they were there before. */
async function addFolders(settings: Settings, folders: readonly vscode.Uri[]): Promise<void> {
	for (const folder of folders) {
		if (!(await addFolder(settings, folder))) {
			const name = folder.path.split('/').at(-1) ?? '';
			vscode.window.setStatusBarMessage(vscode.l10n.t('“{0}” is a document folder already', toIconFreeLabel(name, 80)), 5_000);
		}
	}
	if (folders.length > 0) {
		await vscode.commands.executeCommand(`${viewIds.documents}.focus`);
	}
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

/** Adds a folder to `dossier.folders`: below a root by its path, elsewhere by its whole path. Whether it was not there before. */
async function addFolder(settings: Settings, folder: vscode.Uri): Promise<boolean> {
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
	return added !== undefined;
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
