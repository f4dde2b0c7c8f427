import type { Disposable } from '../../base/disposable.ts';
import type { DocumentSummary } from '../../library/document.ts';
import { toPathKey } from '../../library/sideFiles/sidePath.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { PathsOfFolder } from './sideFaults.ts';

/** The documents of each source folder by their paths, gathered when they are asked for and kept until documents change. */
export class FolderPaths implements Disposable {
	readonly #documents: KnownDocuments;
	readonly #listener: Disposable;
	#folders: Map<string, Map<string, DocumentSummary>> | undefined;

	constructor(documents: KnownDocuments) {
		this.#documents = documents;
		this.#listener = documents.onDidChange(() => {
			this.#folders = undefined;
		});
	}

	of(folderUri: string): PathsOfFolder {
		this.#folders ??= this.#gather();
		return this.#folders.get(folderUri) ?? new Map();
	}

	dispose(): void {
		this.#listener.dispose();
	}

	#gather(): Map<string, Map<string, DocumentSummary>> {
		const folders = new Map<string, Map<string, DocumentSummary>>();
		for (const summary of this.#documents.all()) {
			let paths = folders.get(summary.folder);
			if (paths === undefined) {
				paths = new Map();
				folders.set(summary.folder, paths);
			}
			paths.set(toPathKey(summary.relativePath), summary);
		}
		return folders;
	}
}
