import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { relativePathOf, toFileUri } from '../files/fileUri.ts';
import { errorCode, toProblem } from '../files/systemProblem.ts';
import { areOfOwnFolder } from '../files/textStore/ownNames.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import { UsageError } from './options.ts';

/** Thrown for a FOLDER that is not there, is no folder, or may not be listed: exit code 3. */
export class FolderError extends Error {
	readonly kind = 'folder';
}

/** The folders that were given, now or when they were indexed, and the way to show what is in them. */
export interface GivenFolders {
	readonly sources: readonly SourceFolder[];
	/** The path of a file of a folder as people gave it: FOLDER, a slash, the relative path. */
	pathOf(file: { readonly folder: string; readonly relativePath: string }): string;
	/** The same of a document's id. */
	pathOfId(id: string): string;
}

/**
 * Opens each folder once, to know that it can be read. `keptIn`: where what is read is kept; `note`: a file that is no document though it lies among them.
 * Throws `FolderError` and `UsageError`.
 */
export async function openFolders(folders: readonly string[], keptIn?: string, note?: string): Promise<GivenFolders> {
	const givenByUri = new Map<string, string>();
	for (const given of folders) {
		await checkFolder(given);
		if (keptIn !== undefined && path.resolve(keptIn) === path.resolve(given)) {
			throw new UsageError(`${given} holds the documents: name another folder for the index alone`);
		}
		const uri = toFileUri(path.resolve(given)).replace(/\/$/, '');
		if (!givenByUri.has(uri)) {
			givenByUri.set(uri, given);
		}
	}
	return describeFolders(
		[...givenByUri].map(([uri, given]) => ({
			uri,
			name: path.basename(path.resolve(given)),
			excludes: [keptIn, note].flatMap((left) => (left === undefined ? [] : toExclude(path.resolve(given), left))),
			isSample: false,
			shownAs: given,
		})),
	);
}

/** Folders that were given, as they are known. */
export function describeFolders(sources: readonly SourceFolder[]): GivenFolders {
	const givenByUri = new Map(sources.map(({ uri, shownAs }) => [uri, shownAs ?? uri]));
	return {
		sources,
		pathOf: ({ folder, relativePath }) => joinShown(givenByUri.get(folder) ?? folder, relativePath),
		pathOfId: (id) => {
			const folder = sources.find(({ uri }) => id === uri || id.startsWith(`${uri}/`));
			return folder === undefined ? id : joinShown(folder.shownAs ?? folder.uri, relativePathOf(folder.uri, id) ?? '');
		},
	};
}

/** What is kept in the folder itself is none of its documents, nor is a note that is to be explained by them. */
function toExclude(folder: string, left: string): readonly string[] {
	const below = path.relative(folder, path.resolve(left)).replaceAll(path.sep, '/');
	// A question mark is any character, one that would mean something in a pattern too.
	return below === '' || below.startsWith('..') || path.isAbsolute(below) ? [] : [below.replaceAll(/[*?{}[\]]/g, '?')];
}

/** A folder as given and the path below it, with `/` only. `docs`, `docs/` and `./docs` give `docs/x`, `docs/x` and `./docs/x`; `/` gives `/x`. */
function joinShown(given: string, relativePath: string): string {
	const slashed = path.sep === '\\' ? given.replaceAll('\\', '/') : given;
	let end = slashed.length;
	while (slashed[end - 1] === '/') {
		end -= 1;
	}
	return relativePath === '' ? slashed : `${slashed.slice(0, end)}/${relativePath}`;
}

async function checkFolder(given: string): Promise<void> {
	let names: readonly string[];
	try {
		names = await readdir(given);
	} catch (error) {
		const code = errorCode(error);
		if (code === undefined) {
			throw error;
		}
		const reason = code === 'ENOENT' ? 'There is no such folder' : code === 'ENOTDIR' ? 'It is not a folder' : toProblem(error).detail;
		throw new FolderError(`${given}: ${reason}`, { cause: error });
	}
	if (areOfOwnFolder(names)) {
		throw new UsageError(`${given} holds an index and no documents: to ask it, write --index ${given}`);
	}
}
