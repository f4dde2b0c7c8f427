import type { Disposable } from '../base/disposable.ts';
import { Emitter, type Event } from '../base/event.ts';
import type { DocumentSummary } from '../library/document.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import type { LibraryStatus } from '../service/library.ts';

/** Before the library has told anything, and after it stopped. */
const idleStatus: LibraryStatus = { phase: 'idle', done: 0, total: 0, coverage: { found: 0, read: 0, partial: 0, skipped: 0 } };

/** What the editor knows of the collection: folders, summaries and status, as the worker last told. No text. */
export class KnownDocuments implements Disposable {
	readonly #summaries = new Map<string, DocumentSummary>();
	readonly #change = new Emitter<DocumentChange>();
	readonly #statusChange = new Emitter<LibraryStatus>();
	#folders: readonly SourceFolder[] = [];
	#leftOut: LeftOutFolders = { absent: [], untrustedCount: 0 };
	#status = idleStatus;

	readonly onDidChange: Event<DocumentChange> = this.#change.event;
	readonly onDidChangeStatus: Event<LibraryStatus> = this.#statusChange.event;

	get folders(): readonly SourceFolder[] {
		return this.#folders;
	}

	get leftOut(): LeftOutFolders {
		return this.#leftOut;
	}

	get status(): LibraryStatus {
		return this.#status;
	}

	get size(): number {
		return this.#summaries.size;
	}

	get(id: string): DocumentSummary | undefined {
		return this.#summaries.get(id);
	}

	/**
	 * The summary of a document that the library has, though it may not have told of it yet: it tells in batches, and answers searches at once.
	 * `undefined` if it is not told of within `limitMs`.
	 */
	async waitFor(id: string, limitMs: number): Promise<DocumentSummary | undefined> {
		const known = this.#summaries.get(id);
		if (known !== undefined) {
			return known;
		}
		return new Promise((resolve) => {
			const finish = () => {
				clearTimeout(timer);
				listener.dispose();
				resolve(this.#summaries.get(id));
			};
			const timer = setTimeout(finish, limitMs);
			const listener = this.onDidChange(() => {
				if (this.#summaries.has(id)) {
					finish();
				}
			});
		});
	}

	/** In no promised order. */
	all(): Iterable<DocumentSummary> {
		return this.#summaries.values();
	}

	/** Whether a document stands below the folder of this URI. */
	holdsBelow(folderUri: string): boolean {
		const start = `${folderUri}/`;
		for (const id of this.#summaries.keys()) {
			if (id.startsWith(start)) {
				return true;
			}
		}
		return false;
	}

	setFolders(folders: readonly SourceFolder[], leftOut: LeftOutFolders): void {
		this.#folders = folders;
		this.#leftOut = leftOut;
		this.#change.fire({ upserted: [], removedIds: [] });
	}

	setStatus(status: LibraryStatus): void {
		this.#status = status;
		this.#statusChange.fire(status);
	}

	apply(change: DocumentChange): void {
		for (const id of change.removedIds) {
			this.#summaries.delete(id);
		}
		for (const summary of change.upserted) {
			this.#summaries.set(summary.id, summary);
		}
		this.#change.fire(change);
	}

	clear(): void {
		const removedIds = [...this.#summaries.keys()];
		this.#summaries.clear();
		this.#status = idleStatus;
		this.#change.fire({ upserted: [], removedIds });
		this.#statusChange.fire(idleStatus);
	}

	dispose(): void {
		this.#change.dispose();
		this.#statusChange.dispose();
	}
}

/** What `dossier.folders` names and the library does without. */
export interface LeftOutFolders {
	/** Folders that are not there, as the setting names them. */
	readonly absent: readonly string[];
	/** How many a workspace that is not trusted names outside itself. */
	readonly untrustedCount: number;
}

/** Documents that are new or other than before, and ids that are gone. Both empty: the folders changed. */
export interface DocumentChange {
	readonly upserted: readonly DocumentSummary[];
	readonly removedIds: readonly string[];
}
