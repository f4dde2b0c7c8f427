import type { Disposable } from '../base/disposable.ts';
import { Emitter, type Event } from '../base/event.ts';
import type { TermRow } from '../terms/termRow.ts';
import type { LibraryHost } from './libraryHost.ts';

/** New terms are told of at most this often: while documents are read, tables come one after another. */
const tellEveryMs = 1_000;

/** All terms of the collection as rows, asked from the library when somebody needs them, and once for each state of them. */
export class TermList implements Disposable {
	readonly #host: LibraryHost;
	readonly #changeEmitter = new Emitter<void>();
	readonly #listener: Disposable;
	#rows: Promise<readonly TermRow[]> | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** The rows that were given are no longer those that there are. */
	readonly onDidChange: Event<void> = this.#changeEmitter.event;

	constructor(host: LibraryHost) {
		this.#host = host;
		this.#listener = host.onDidBuildTermTable(() => {
			this.#rows = undefined;
			this.#timer ??= setTimeout(() => {
				this.#timer = undefined;
				// What was asked for meanwhile may be of the table before.
				this.#rows = undefined;
				this.#changeEmitter.fire();
			}, tellEveryMs);
		});
	}

	/** The writer's own first, then best first. Empty while the library cannot be asked. */
	get(): Promise<readonly TermRow[]> {
		if (this.#rows === undefined) {
			const asked = this.#host.library?.getTerms() ?? Promise.resolve([]);
			const rows = asked.catch((): readonly TermRow[] => {
				// It ended; the next one is asked anew.
				if (this.#rows === rows) {
					this.#rows = undefined;
				}
				return [];
			});
			this.#rows = rows;
		}
		return this.#rows;
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#listener.dispose();
		this.#changeEmitter.dispose();
	}
}
