import type { DocumentSummary } from '../library/document.ts';
import type { LibraryEvents, LibraryStatus } from './library.ts';

/** At most four batches a second: as often as a list can be read while it grows. */
const pauseMs = 250;

/**
 * At most so many documents in one message: a summary of half a kilobyte takes its receiver some microseconds to take apart and some more to
 * sort in, so a message costs the editor's thread some tens of milliseconds at most. Whoever starts with 100,000 known documents tells them in 100.
 */
const maxBatch = 1_000;

/**
 * Gathers what is to be told of documents and of progress, so that a thousand small changes are four messages a second. The first of a quiet
 * time goes out almost at once.
 */
export class ChangeBatches {
	readonly #events: LibraryEvents;
	readonly #getStatus: () => LibraryStatus;
	readonly #upserted = new Map<string, DocumentSummary>();
	readonly #removed = new Set<string>();
	#isStatusNew = false;
	#lastTold = '';
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isQuiet = true;

	constructor(events: LibraryEvents, getStatus: () => LibraryStatus) {
		this.#events = events;
		this.#getStatus = getStatus;
	}

	upsert(summary: DocumentSummary): void {
		this.#removed.delete(summary.id);
		this.#upserted.set(summary.id, summary);
		this.#schedule();
	}

	remove(id: string): void {
		this.#upserted.delete(id);
		this.#removed.add(id);
		this.#schedule();
	}

	statusChanged(): void {
		this.#isStatusNew = true;
		this.#schedule();
	}

	/** Tells what was gathered, now. */
	flush(): void {
		const upserted = [...this.#upserted.values()];
		const removedIds = [...this.#removed];
		this.#upserted.clear();
		this.#removed.clear();
		for (let at = 0; at < Math.max(upserted.length, removedIds.length); at += maxBatch) {
			this.#events.onDidChangeDocuments({
				upserted: upserted.slice(at, at + maxBatch),
				removedIds: removedIds.slice(at, at + maxBatch),
			});
		}
		if (this.#isStatusNew) {
			this.#isStatusNew = false;
			const status = this.#getStatus();
			const told = JSON.stringify(status);
			if (told !== this.#lastTold) {
				this.#lastTold = told;
				this.#events.onDidChangeStatus(status);
			}
		}
	}

	dispose(): void {
		clearTimeout(this.#timer);
	}

	#schedule(): void {
		if (this.#timer !== undefined) {
			return;
		}
		this.#timer = setTimeout(
			() => {
				this.#timer = undefined;
				this.#isQuiet = this.#upserted.size + this.#removed.size === 0 && !this.#isStatusNew;
				if (!this.#isQuiet) {
					this.flush();
					// Runs out once with nothing to tell before it is quiet again.
					this.#schedule();
				}
			},
			this.#isQuiet ? 10 : pauseMs,
		);
		this.#isQuiet = false;
	}
}
