import * as vscode from 'vscode';
import { isLiteralPath } from '../base/glob.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import type { LibraryClient } from '../service/libraryClient.ts';
import { isGlossaryFile } from '../terms/glossary.ts';
import type { LeftOutFolders } from './knownDocuments.ts';
import type { Settings } from './settings.ts';
import { findAbsentPaths, isAbsolutePattern, toAllowedPatterns, toExcludePatterns } from './sourcePatterns.ts';
import { findWorkspaceFolders } from './workspaceFiles.ts';

/** The folders that hold the person's own documents, and glossaries beside them at the roots. */
export interface FoundSources extends LeftOutFolders {
	readonly folders: readonly SourceFolder[];
	readonly glossaryFiles: readonly string[];
}

/** Looks for the folders of `dossier.folders` in every root of the window. A root that does not answer gives none, and a line in the log. */
export async function findSources(settings: Settings, library: LibraryClient, log: vscode.LogOutputChannel): Promise<FoundSources> {
	const folders = new Map<string, SourceFolder>();
	const glossaryFiles: string[] = [];
	/** What one root has not, another may have. */
	const absentBelow = new Set<string>();
	const presentBelow = new Set<string>();
	const absentElsewhere: string[] = [];
	const untrusted = new Set<string>();
	for (const root of vscode.workspace.workspaceFolders ?? []) {
		const { patterns, isUsers } = settings.getFolderPatterns(root);
		const { allowed, refused } = toAllowedPatterns(patterns, isUsers || vscode.workspace.isTrusted);
		for (const pattern of refused) {
			untrusted.add(pattern);
		}
		try {
			const found = await findBelow(root, allowed, library);
			// Names of the person's own settings are for every workspace; not each has all of them.
			const absent = isUsers
				? []
				: findAbsentPaths(
						allowed,
						found.flatMap(({ uri }) => pathBelow(root, uri) ?? []),
					);
			for (const pattern of allowed) {
				(absent.includes(pattern) ? absentBelow : presentBelow).add(pattern);
			}
			for (const folder of found) {
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
	const excludes = toExcludePatterns(vscode.workspace.getConfiguration('files').get<unknown>('exclude'), undefined);
	for (const pattern of patterns.filter(isAbsolutePattern)) {
		const found = await library.findSourceFolders({ roots: [], patterns: [pattern], excludes });
		for (const folder of found) {
			folders.set(folder.uri, folders.get(folder.uri) ?? folder);
		}
		if (found.length === 0 && isLiteralPath(pattern)) {
			absentElsewhere.push(pattern);
		}
	}
	// A whole disk is no collection, whoever asks for it.
	const sources = [...folders.values()].filter(({ uri }) => !/^\/?(?:[a-z]:)?\/?$/i.test(vscode.Uri.parse(uri, true).path));
	const absent = [...[...absentBelow].filter((pattern) => !presentBelow.has(pattern)), ...absentElsewhere];
	return { folders: withDistinctNames(withoutNested(sources)), glossaryFiles, absent, untrustedCount: untrusted.size };
}

async function findBelow(root: vscode.WorkspaceFolder, patterns: readonly string[], library: LibraryClient): Promise<SourceFolder[]> {
	const filesExclude = vscode.workspace.getConfiguration('files', root.uri).get<unknown>('exclude');
	const request = { roots: [root.uri.toString()], patterns, excludes: toExcludePatterns(filesExclude, '') };
	const found = root.uri.scheme === 'file' ? await library.findSourceFolders(request) : await findWorkspaceFolders(root.uri, request);
	return found.map((folder) => {
		const path = pathBelow(root, folder.uri);
		return { ...folder, name: path === '' ? root.name : folder.name, excludes: toExcludePatterns(filesExclude, path) };
	});
}

/** The way to a folder from the root, `''` for the root itself; `undefined` for a folder elsewhere. */
function pathBelow(root: vscode.WorkspaceFolder, folder: string): string | undefined {
	const rootUri = root.uri.toString();
	if (folder === rootUri) {
		return '';
	}
	return folder.startsWith(`${rootUri}/`) ? vscode.Uri.parse(folder, true).path.slice(root.uri.path.length + 1) : undefined;
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
