import type { Cancellation } from '../base/cancellation.ts';
import type { Log } from '../base/log.ts';
import type { FoundFile } from '../library/document.ts';
import type { DocumentSource } from '../library/documentSource.ts';
import { mayBeCsl, sideFileKindOf } from '../library/sideFiles/sideFileNames.ts';
import { isGlossaryFile } from '../terms/glossary.ts';
import type { FolderListing } from './folderListing.ts';
import { isSameFile } from './foundFiles.ts';
import { tellFault } from './ownFault.ts';

/** Takes what is no document. Each call is one step: the next comes when it is done. */
export interface SideFileTarget {
	/** A file that is no document by its name; `file` is undefined for a glossary named from outside the folders. False if it is a document after all. */
	takeSideFile(id: string, file: FoundFile | undefined, text: string | undefined): Promise<boolean>;
	dropSideFile(id: string): void;
	/** All side files that came, changed or went are told, or all documents are. */
	didTakeAll(): Promise<void>;
}

interface SideFileIntakeOptions {
	readonly source: Pick<DocumentSource, 'readSideFile'>;
	readonly target: SideFileTarget;
	readonly log: Log;
	/** It is no document, whatever it was before. */
	readonly onSideFile: (id: string) => void;
	/** It is a document, whatever its name says. */
	readonly onDocument: (file: FoundFile) => void;
}

/** Reads what is no document by its name: glossaries, and the side files that speak of documents. */
export class SideFileIntake {
	readonly #options: SideFileIntakeOptions;
	readonly #known = new Map<string, FoundFile | undefined>();

	constructor(options: SideFileIntakeOptions) {
		this.#options = options;
	}

	/** Takes those that came or changed, and drops those that are not found any more, unless nobody could look. */
	async takeAll(found: ReadonlyMap<string, FoundFile | undefined>, { isUnseen }: FolderListing, cancel: Cancellation): Promise<void> {
		const { log, target, onDocument } = this.#options;
		for (const id of [...this.#known.keys()]) {
			if (!found.has(id) && !isUnseen(id)) {
				this.drop(id);
			}
		}
		for (const [id, file] of found) {
			// One that was named from outside the folders has no known time: it is read each time, being small.
			if (file === undefined || !isSameFile(this.#known.get(id), file)) {
				try {
					if (!(await this.take(id, file, cancel)) && file !== undefined) {
						onDocument(file);
					}
				} catch (error) {
					tellFault(log, 'A side file could not be read', '', error);
				}
			}
		}
		await target.didTakeAll();
	}

	/** Whether it is a side file: some are told from documents by what they hold, and what cannot be had is shown with its reason. */
	async take(id: string, file: FoundFile | undefined, cancel: Cancellation): Promise<boolean> {
		const { source, target, onSideFile } = this.#options;
		// Known only once it is read: what was interrupted is read at the next look.
		const text = await source.readSideFile(id, cancel);
		if (await target.takeSideFile(id, file, text)) {
			this.#known.set(id, file);
			onSideFile(id);
			return true;
		}
		this.drop(id);
		return false;
	}

	/** Whether it was known. */
	drop(id: string): boolean {
		const wasKnown = this.#known.delete(id);
		if (wasKnown) {
			this.#options.target.dropSideFile(id);
		}
		return wasKnown;
	}
}

/** What is called a glossary or side file and cannot be one (a pipe, say) is shown as a document, with its reason. */
export function mayBeSideFile(file: FoundFile): boolean {
	return (
		file.problem === undefined && (isGlossaryFile(file.relativePath) || sideFileKindOf(file.relativePath) !== undefined || mayBeCsl(file))
	);
}
