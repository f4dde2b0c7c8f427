import { type Cancellation, Cancelled } from '../base/cancellation.ts';
import type { Problem } from '../base/problem.ts';
import type { FoundFile } from '../library/document.ts';
import type { DocumentSource, SourceFolder } from '../library/documentSource.ts';

/** What the folders of a collection hold. */
export interface FolderListing {
	/** By id; a file that stands in several folders is of the first. */
	readonly files: ReadonlyMap<string, FoundFile>;
	/** Whether nobody could look where the file would be: what was known of it may still be so. */
	readonly isUnseen: (id: string) => boolean;
}

export interface ListingOptions {
	/** Told how many files were found so far. */
	readonly onProgress: (count: number) => void;
	/** A fault of ours at one folder costs that folder, not the others: it is listed as a file with this problem. May throw it on. */
	readonly toProblem: (error: unknown) => Problem;
}

/** Lists all folders, one after another. Throws `Cancelled`. */
export async function listFolders(
	source: DocumentSource,
	folders: readonly SourceFolder[],
	{ onProgress, toProblem }: ListingOptions,
	cancel: Cancellation,
): Promise<FolderListing> {
	const files = new Map<string, FoundFile>();
	const take = (found: readonly FoundFile[]) => {
		for (const file of found) {
			if (!files.has(file.id)) {
				files.set(file.id, file);
			}
		}
		onProgress(files.size);
	};
	const failed: string[] = [];
	for (const folder of folders) {
		try {
			await source.findFiles(folder, take, cancel);
		} catch (error) {
			take([{ id: folder.uri, folder: folder.uri, relativePath: '', sizeBytes: 0, modifiedMs: 0, problem: toProblem(error) }]);
			failed.push(folder.uri);
		}
		if (cancel.isCancellationRequested) {
			throw new Cancelled();
		}
	}
	const unreachable = [...files.values()].filter((file) => file.problem?.kind === 'unreachable').map((file) => file.id);
	const unseen = [...failed, ...unreachable].map((folder) => `${folder}/`);
	return { files, isUnseen: (id) => unseen.some((folder) => id.startsWith(folder)) };
}

/** The folder under which the id is known; else the first that holds it. */
export function findFolder(folders: readonly SourceFolder[], knownFolder: string | undefined, id: string): SourceFolder | undefined {
	return (
		folders.find((folder) => folder.uri === knownFolder) ?? folders.find((folder) => id === folder.uri || id.startsWith(`${folder.uri}/`))
	);
}
