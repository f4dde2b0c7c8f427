import * as vscode from 'vscode';
import { type Cancellation, neverCancelled, throwIfCancelled } from '../base/cancellation.ts';
import { compileGlobs, type PathTest } from '../base/glob.ts';
import type { Problem } from '../base/problem.ts';
import type { FoundFile } from '../library/document.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import { isHiddenName, makeLeftOutTest, pagesOfFolder } from '../library/fileRules.ts';
import type { EditorFiles, FolderRequest } from '../service/messages.ts';

/** A remote that lists more than this is not a folder of documents; what is beyond shows as a problem of the folder. */
const maxFiles = 20_000;
const maxDepth = 32;
const maxFoldersVisited = 2_000;

/** Files of schemes other than `file`, through the editor's own file system: bounded, one folder at a time. */
export const workspaceFiles: EditorFiles = {
	async listFiles(folder, cancel = neverCancelled) {
		const files: FoundFile[] = [];
		await listInto({ files, folder, isLeftOut: makeLeftOutTest(folder.excludes), cancel }, '', 0);
		return files;
	},

	async findFile(folder, id) {
		const relativePath = relativeTo(folder, id);
		if (relativePath === undefined || makeLeftOutTest(folder.excludes)(relativePath)) {
			return undefined;
		}
		try {
			const stat = await vscode.workspace.fs.stat(vscode.Uri.parse(id, true));
			const isOwnFile = (stat.type & vscode.FileType.File) !== 0 && (stat.type & vscode.FileType.SymbolicLink) === 0;
			return isOwnFile && !(await isPartOfPage(folder, relativePath)) ? toFoundFile(folder, id, relativePath, stat) : undefined;
		} catch {
			// Not there, or not to be had: for the library both are "gone".
			return undefined;
		}
	},

	async readBytes(id, maxBytes) {
		try {
			const uri = vscode.Uri.parse(id, true);
			const stat = await vscode.workspace.fs.stat(uri);
			if (stat.size > maxBytes) {
				return problem('tooLarge', `The file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB.`);
			}
			const bytes = await vscode.workspace.fs.readFile(uri);
			// Copied, since what is transferred must own its buffer.
			return bytes.byteLength > maxBytes ? problem('tooLarge', 'The file is larger than the limit.') : bytes.slice();
		} catch (error) {
			return toProblem(error);
		}
	},
};

/** As `LibraryClient.findSourceFolders`, for a root of another scheme than `file`. */
export async function findWorkspaceFolders(root: vscode.Uri, { patterns, excludes }: FolderRequest): Promise<readonly SourceFolder[]> {
	const isWanted = compileGlobs(patterns, { ignoreCase: true });
	const isExcluded = compileGlobs(excludes);
	const found: SourceFolder[] = [];
	const toFolder = (uri: vscode.Uri, name: string): SourceFolder => ({ uri: uri.toString(), name, excludes, isSample: false });
	if (patterns.some((pattern) => /^\.?\/?$/.test(pattern))) {
		return [toFolder(root, root.path.split('/').at(-1) ?? '')];
	}
	const queue: { readonly uri: vscode.Uri; readonly path: string; readonly depth: number }[] = [{ uri: root, path: '', depth: 0 }];
	for (let at = 0; at < queue.length && at < maxFoldersVisited; at++) {
		const current = queue[at];
		if (current === undefined || current.depth > maxDepth) {
			continue;
		}
		for (const [name, type] of await readFolder(current.uri)) {
			const path = current.path === '' ? name : `${current.path}/${name}`;
			if (type !== vscode.FileType.Directory || isHiddenName(name) || name === 'node_modules' || isExcluded(path)) {
				continue;
			}
			const uri = vscode.Uri.joinPath(current.uri, name);
			if (isWanted(path)) {
				found.push(toFolder(uri, name));
			} else {
				queue.push({ uri, path, depth: current.depth + 1 });
			}
		}
	}
	return found;
}

/** Whether the file stands in the folder that a browser saved beside a page (`tides_files` beside `tides.html`), at any depth. */
async function isPartOfPage(folder: SourceFolder, relativePath: string): Promise<boolean> {
	const names = relativePath.split('/').slice(0, -1);
	for (const [index, name] of names.entries()) {
		const pages = pagesOfFolder(name);
		if (pages.length > 0) {
			const entries = await readFolder(vscode.Uri.joinPath(vscode.Uri.parse(folder.uri, true), ...names.slice(0, index)));
			if (entries.some(([sibling]) => pages.includes(sibling.toLowerCase()))) {
				return true;
			}
		}
	}
	return false;
}

/** One walk through a folder. */
interface Listing {
	readonly files: FoundFile[];
	readonly folder: SourceFolder;
	readonly isLeftOut: PathTest;
	readonly cancel: Cancellation;
}

async function listInto(listing: Listing, path: string, depth: number): Promise<void> {
	const { files, folder, isLeftOut, cancel } = listing;
	throwIfCancelled(cancel);
	const uri = path === '' ? vscode.Uri.parse(folder.uri, true) : vscode.Uri.joinPath(vscode.Uri.parse(folder.uri, true), path);
	let entries: readonly [string, vscode.FileType][];
	try {
		entries = await vscode.workspace.fs.readDirectory(uri);
	} catch (error) {
		files.push({ id: uri.toString(), folder: folder.uri, relativePath: path, sizeBytes: 0, modifiedMs: 0, problem: toProblem(error) });
		return;
	}
	const names = new Set(entries.map(([name]) => name.toLowerCase()));
	for (const [name, type] of entries) {
		throwIfCancelled(cancel);
		const below = path === '' ? name : `${path}/${name}`;
		const isPageFolder = (type & vscode.FileType.Directory) !== 0 && pagesOfFolder(name).some((page) => names.has(page));
		if (isPageFolder || type & vscode.FileType.SymbolicLink || isLeftOut(below)) {
			continue;
		}
		if (files.length >= maxFiles) {
			files.push({
				id: uri.toString(),
				folder: folder.uri,
				relativePath: path,
				sizeBytes: 0,
				modifiedMs: 0,
				problem: problem('unreadable', `The folder holds more than ${maxFiles} files; the rest is left out.`),
			});
			return;
		}
		if (type & vscode.FileType.Directory) {
			if (depth < maxDepth) {
				await listInto(listing, below, depth + 1);
			}
		} else {
			const fileUri = vscode.Uri.joinPath(uri, name);
			try {
				files.push(toFoundFile(folder, fileUri.toString(), below, await vscode.workspace.fs.stat(fileUri)));
			} catch (error) {
				files.push({
					id: fileUri.toString(),
					folder: folder.uri,
					relativePath: below,
					sizeBytes: 0,
					modifiedMs: 0,
					problem: toProblem(error),
				});
			}
		}
	}
}

async function readFolder(uri: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
	try {
		return await vscode.workspace.fs.readDirectory(uri);
	} catch {
		// A folder that cannot be listed holds no folder that could be.
		return [];
	}
}

function relativeTo(folder: SourceFolder, id: string): string | undefined {
	if (!id.startsWith(`${folder.uri}/`)) {
		return undefined;
	}
	try {
		return decodeURIComponent(id.slice(folder.uri.length + 1));
	} catch {
		// Not escaped as URIs are: nothing that we gave.
		return undefined;
	}
}

function toFoundFile(folder: SourceFolder, id: string, relativePath: string, stat: vscode.FileStat): FoundFile {
	return { id, folder: folder.uri, relativePath, sizeBytes: stat.size, modifiedMs: stat.mtime };
}

function problem(kind: Problem['kind'], detail: string): Problem {
	return { kind, detail };
}

function toProblem(error: unknown): Problem {
	const code = error instanceof vscode.FileSystemError ? error.code : '';
	switch (code) {
		case 'FileNotFound':
			return problem('vanished', 'The file is no longer there.');
		case 'NoPermissions':
			return problem('unreadable', 'The system does not permit to read it.');
		case 'Unavailable':
			return problem('unreachable', 'The place where it is does not answer.');
		default:
			return problem('unreadable', 'It could not be read.');
	}
}
