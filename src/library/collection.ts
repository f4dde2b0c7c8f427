import type { Disposable } from '../base/disposable.ts';
import { Emitter, type Event } from '../base/event.ts';
import type { ReadState } from '../base/problem.ts';
import type { LibraryDocument } from './document.ts';

/** What came, what is there anew, and what is gone. Each document is in one of the three at most. */
export interface CollectionChange {
	readonly added: readonly LibraryDocument[];
	readonly changed: readonly LibraryDocument[];
	readonly removed: readonly LibraryDocument[];
}

/** How many documents are known, by what became of them: `found` is the sum of the other three. */
export interface StateCounts {
	readonly found: number;
	readonly read: number;
	readonly partial: number;
	readonly skipped: number;
}

/** Without a document it was restored, and nobody asked for it yet. */
interface Entry {
	readonly state: ReadState;
	readonly document?: LibraryDocument;
}

/** Of documents that were restored: there may be very many, and most starts ask for a few. */
const restored = new Map<ReadState, Entry>((['read', 'partial', 'skipped'] as const).map((state) => [state, { state }]));

/** The documents of a library, in memory, by their id. Does no input or output. */
export class Collection implements Disposable {
	readonly #documents = new Map<string, Entry>();
	readonly #counts = new Map<ReadState, number>();
	#open: ((id: string) => LibraryDocument) | undefined;
	readonly #didChange = new Emitter<CollectionChange>();

	/** Fires once for each change, after it is made; never for a change of nothing. */
	readonly onDidChange: Event<CollectionChange> = this.#didChange.event;

	get size(): number {
		return this.#documents.size;
	}

	get counts(): StateCounts {
		const [read, partial, skipped] = (['read', 'partial', 'skipped'] as const).map((state) => this.#counts.get(state) ?? 0) as [
			number,
			number,
			number,
		];
		return { found: read + partial + skipped, read, partial, skipped };
	}

	find(id: string): LibraryDocument | undefined {
		const entry = this.#documents.get(id);
		return entry && (entry.document ?? this.#openRestored(id, entry.state));
	}

	/** All documents, in the order in which they came. What is not asked of a document is not read of it either (`LibraryDocument`). */
	*documents(): Generator<LibraryDocument, void, void> {
		for (const [id, { state, document }] of this.#documents) {
			yield document ?? this.#openRestored(id, state);
		}
	}

	/** The ids of all documents, in the same order. */
	ids(): IterableIterator<string> {
		return this.#documents.keys();
	}

	/** `put`, of documents that were kept, before anybody listens: each is opened when it is first asked for, and always by what was given last. */
	restore(documents: Iterable<{ readonly id: string; readonly state: ReadState }>, open: (id: string) => LibraryDocument): void {
		this.#open = open;
		for (const { id, state } of documents) {
			this.#count(this.#documents.get(id)?.state, -1);
			this.#count(state, 1);
			this.#documents.set(id, restored.get(state) ?? { state });
		}
	}

	/** Adds documents, each in the place of what was known under its id. Of two with the same id the last one counts. */
	put(documents: Iterable<LibraryDocument>): void {
		const before = new Map<string, LibraryDocument | undefined>();
		for (const document of documents) {
			const { id } = document.summary;
			const { state } = document.summary;
			if (!before.has(id)) {
				before.set(id, this.find(id));
			}
			this.#count(this.#documents.get(id)?.state, -1);
			this.#count(state, 1);
			this.#documents.set(id, { state, document });
		}
		const added: LibraryDocument[] = [];
		const changed: LibraryDocument[] = [];
		for (const [id, known] of before) {
			(known ? changed : added).push(this.find(id) as LibraryDocument);
		}
		this.#fire({ added, changed, removed: [] });
	}

	/** Forgets documents; unknown ids are no fault. */
	remove(ids: Iterable<string>): void {
		const removed: LibraryDocument[] = [];
		for (const id of ids) {
			const known = this.find(id);
			if (known) {
				this.#count(this.#documents.get(id)?.state, -1);
				this.#documents.delete(id);
				removed.push(known);
			}
		}
		this.#fire({ added: [], changed: [], removed });
	}

	dispose(): void {
		this.#didChange.dispose();
	}

	#openRestored(id: string, state: ReadState): LibraryDocument {
		const document = this.#open?.(id);
		if (document === undefined) {
			throw new RangeError('A document was restored that nothing opens');
		}
		this.#documents.set(id, { state, document });
		return document;
	}

	#count(state: ReadState | undefined, difference: number): void {
		if (state !== undefined) {
			this.#counts.set(state, (this.#counts.get(state) ?? 0) + difference);
		}
	}

	#fire(change: CollectionChange): void {
		if (change.added.length + change.changed.length + change.removed.length > 0) {
			this.#didChange.fire(change);
		}
	}
}
