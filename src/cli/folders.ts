import { opendir } from 'node:fs/promises';
import path from 'node:path';
import { toFileUri } from '../files/fileUri.ts';
import { errorCode, toProblem } from '../files/systemProblem.ts';
import type { SourceFolder } from '../library/documentSource.ts';

/** Thrown for a FOLDER that is not there, is no folder, or may not be listed: exit code 3. */
export class FolderError extends Error {
	readonly kind = 'folder';
}

/** The folders that were given, and the way to show what is in them. */
export interface GivenFolders {
	readonly sources: readonly SourceFolder[];
	/** The path of a file of a folder as people gave it: FOLDER, a slash, the relative path. */
	pathOf(file: { readonly folder: string; readonly relativePath: string }): string;
}

/** Opens each folder once, to know that it can be read. Throws `FolderError`. */
export async function openFolders(folders: readonly string[]): Promise<GivenFolders> {
	const givenByUri = new Map<string, string>();
	for (const given of folders) {
		await checkFolder(given);
		const uri = toFileUri(path.resolve(given)).replace(/\/$/, '');
		if (!givenByUri.has(uri)) {
			givenByUri.set(uri, given);
		}
	}
	return {
		sources: [...givenByUri].map(([uri, given]) => ({ uri, name: path.basename(path.resolve(given)), excludes: [], isSample: false })),
		pathOf: ({ folder, relativePath }) => joinShown(givenByUri.get(folder) ?? folder, relativePath),
	};
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
	try {
		await (await opendir(given)).close();
	} catch (error) {
		const code = errorCode(error);
		if (code === undefined) {
			throw error;
		}
		const reason = code === 'ENOENT' ? 'There is no such folder' : code === 'ENOTDIR' ? 'It is not a folder' : toProblem(error).detail;
		throw new FolderError(`${given}: ${reason}`, { cause: error });
	}
}
