import * as vscode from 'vscode';
import type { SourceFolder } from '../library/documentSource.ts';
import type { LibraryClient } from '../service/libraryClient.ts';
import { isGlossaryFile } from '../terms/glossary.ts';
import type { Settings } from './settings.ts';
import { isAbsolutePattern, toAllowedPatterns, toExcludePatterns } from './sourcePatterns.ts';
import { findWorkspaceFolders } from './workspaceFiles.ts';

/** The folders that hold the person's own documents, and glossaries beside them at the roots. */
export interface FoundSources {
	readonly folders: readonly SourceFolder[];
	readonly glossaryFiles: readonly string[];
}

/** Looks for the folders of `dossier.folders` in every root of the window. A root that does not answer gives none, and a line in the log. */
export async function findSources(settings: Settings, library: LibraryClient, log: vscode.LogOutputChannel): Promise<FoundSources> {
	const folders = new Map<string, SourceFolder>();
	const glossaryFiles: string[] = [];
	for (const root of vscode.workspace.workspaceFolders ?? []) {
		const allowed = getAllowedPatterns(settings, root, log);
		try {
			for (const folder of await findBelow(root, allowed, library)) {
				if (vscode.workspace.isTrusted || !(await isBehindLink(root, folder))) {
					folders.set(folder.uri, folder);
				}
			}
			glossaryFiles.push(...(await findRootGlossaries(root)));
		} catch (error) {
			log.error(`A workspace folder could not be searched for documents: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	// An untrusted workspace neither names places outside itself nor hides those that the person's own settings name.
	const { patterns } = vscode.workspace.isTrusted ? settings.getFolderPatterns(undefined) : { patterns: settings.getUsersFolderPatterns() };
	const absolute = patterns.filter(isAbsolutePattern);
	if (absolute.length > 0) {
		const excludes = toExcludePatterns(vscode.workspace.getConfiguration('files').get<unknown>('exclude'), undefined);
		for (const folder of await library.findSourceFolders({ roots: [], patterns: absolute, excludes })) {
			folders.set(folder.uri, folders.get(folder.uri) ?? folder);
		}
	}
	// A whole disk is no collection, whoever asks for it.
	const sources = [...folders.values()].filter(({ uri }) => !/^\/?(?:[a-z]:)?\/?$/i.test(vscode.Uri.parse(uri, true).path));
	return { folders: withDistinctNames(withoutNested(sources)), glossaryFiles };
}

/** What `dossier.folders` says for a root, without what an untrusted workspace may not say. */
function getAllowedPatterns(settings: Settings, root: vscode.WorkspaceFolder, log: vscode.LogOutputChannel): readonly string[] {
	const { patterns, isUsers } = settings.getFolderPatterns(root);
	const { allowed, refused } = toAllowedPatterns(patterns, isUsers || vscode.workspace.isTrusted);
	if (refused.length > 0) {
		log.warn(`${refused.length} folder(s) outside the workspace are left out: its settings name them, and it is not trusted.`);
	}
	return allowed;
}

async function findBelow(root: vscode.WorkspaceFolder, patterns: readonly string[], library: LibraryClient): Promise<SourceFolder[]> {
	const filesExclude = vscode.workspace.getConfiguration('files', root.uri).get<unknown>('exclude');
	const request = { roots: [root.uri.toString()], patterns, excludes: toExcludePatterns(filesExclude, '') };
	const found = root.uri.scheme === 'file' ? await library.findSourceFolders(request) : await findWorkspaceFolders(root.uri, request);
	const rootUri = root.uri.toString();
	return found.map((folder) => {
		const isBelow = folder.uri.startsWith(`${rootUri}/`);
		const folderPath = isBelow
			? vscode.Uri.parse(folder.uri, true).path.slice(root.uri.path.length + 1)
			: folder.uri === rootUri
				? ''
				: undefined;
		return {
			...folder,
			name: folder.uri === rootUri ? root.name : folder.name,
			excludes: toExcludePatterns(filesExclude, folderPath),
		};
	});
}

/** Whether a link stands on the way from the root to the folder: in an untrusted workspace that is a way out of it. */
async function isBehindLink(root: vscode.WorkspaceFolder, folder: SourceFolder): Promise<boolean> {
	const { path } = vscode.Uri.parse(folder.uri, true);
	if (!path.startsWith(`${root.uri.path}/`)) {
		return false;
	}
	let current = root.uri;
	for (const name of path.slice(root.uri.path.length + 1).split('/')) {
		current = vscode.Uri.joinPath(current, name);
		const { type } = await vscode.workspace.fs.stat(current);
		if (type & vscode.FileType.SymbolicLink) {
			return true;
		}
	}
	return false;
}

/** A folder inside another is part of it already: two roots may overlap, and a pattern of the person's may name what a root holds. */
function withoutNested(folders: readonly SourceFolder[]): readonly SourceFolder[] {
	return folders.filter((folder) => !folders.some((other) => folder.uri.startsWith(`${other.uri}/`)));
}

/** Folders of the same name are told apart by the way to them from their root. */
function withDistinctNames(folders: readonly SourceFolder[]): readonly SourceFolder[] {
	const counts = new Map<string, number>();
	for (const { name } of folders) {
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return folders.map((folder) =>
		counts.get(folder.name) === 1 ? folder : { ...folder, name: vscode.workspace.asRelativePath(vscode.Uri.parse(folder.uri, true)) },
	);
}

/** Those at the root, and those of Contextive in its folder there. */
async function findRootGlossaries(root: vscode.WorkspaceFolder): Promise<string[]> {
	const entries = await vscode.workspace.fs.readDirectory(root.uri);
	const hasOwnFolder = entries.some(([name, type]) => name === contextiveFolder && type === vscode.FileType.Directory);
	const own = vscode.Uri.joinPath(root.uri, contextiveFolder);
	return [...listGlossaries(root.uri, entries), ...(hasOwnFolder ? listGlossaries(own, await vscode.workspace.fs.readDirectory(own)) : [])];
}

const contextiveFolder = '.contextive';

function listGlossaries(folder: vscode.Uri, entries: readonly (readonly [string, vscode.FileType])[]): string[] {
	return entries
		.filter(([name, type]) => type === vscode.FileType.File && isGlossaryFile(name))
		.map(([name]) => vscode.Uri.joinPath(folder, name).toString());
}
