import * as vscode from 'vscode';
import type { SourceFolder } from '../../library/documentSource.ts';
import { describedName, sideFileKindOf } from '../../library/sideFiles/sideFileNames.ts';
import { toPathKey } from '../../library/sideFiles/sidePath.ts';

/** A side file that is open in the editor: where it stands, and of what it speaks. */
export interface SidePlace {
	readonly folder: SourceFolder;
	/** Below the folder. */
	readonly relativePath: string;
	readonly form: 'folder' | 'file';
	/** The path of the document that a `tide.pdf.yml` speaks of. */
	readonly described: string | undefined;
}

/** Names of files that may be side files, for what VS Code asks us about. */
export const sideFileSelector: vscode.DocumentSelector = [{ pattern: '**/dossier.{yml,yaml}' }, { pattern: '**/*.*.{yml,yaml}' }];

/** Whether an open file is a side file of one of the folders; undefined if not. One that is not saved yet counts as where it will stand. */
export function findSidePlace(uri: vscode.Uri, folders: readonly SourceFolder[]): SidePlace | undefined {
	const id = (uri.scheme === 'untitled' ? uri.with({ scheme: 'file' }) : uri).toString();
	for (const folder of folders) {
		if (!folder.isSample && id.startsWith(`${folder.uri}/`)) {
			const relativePath = uri.path.slice(vscode.Uri.parse(folder.uri, true).path.length + 1);
			const form = sideFileKindOf(relativePath);
			const described = form === 'file' ? describedName(relativePath) : undefined;
			return form === 'folder' || form === 'file'
				? { folder, relativePath, form, described: described === undefined ? undefined : toPathKey(described) }
				: undefined;
		}
	}
	return undefined;
}
