import type { Disposable } from '../base/disposable.ts';
import { Emitter, type Event } from '../base/event.ts';
import type { Log } from '../base/log.ts';
import type { LibraryEvents, LibraryStatus } from '../service/library.ts';
import type { LibraryClient } from '../service/libraryClient.ts';
import type { EditorFiles } from '../service/messages.ts';
import type { TableBuffer } from '../terms/tableSections.ts';
import { startLibraryThread } from '../worker/libraryThread.ts';

/** A worker that ends twice within this time is not started again by itself: what ended it is likely to come again. */
const restartWindowMs = 60_000;

/** What the worker is started with. */
export interface LibraryHostOptions {
	/** The path of `dist/libraryWorker.js`. */
	readonly workerPath: string;
	readonly files: EditorFiles;
	readonly log: Log;
}

/**
 * Holds the library's worker: starts it, hands on what it tells, and starts it once more if it ends by itself. `library` is always the
 * one of the worker of now; calls to one that ended reject with `ConnectionLost`.
 */
export class LibraryHost implements Disposable {
	readonly #options: LibraryHostOptions;
	readonly #documents = new Emitter<Parameters<LibraryEvents['onDidChangeDocuments']>[0]>();
	readonly #status = new Emitter<LibraryStatus>();
	readonly #termTable = new Emitter<TableBuffer>();
	readonly #start = new Emitter<LibraryClient>();
	readonly #stop = new Emitter<void>();
	readonly #textFailure = new Emitter<string>();
	#client: LibraryClient | undefined;
	#lastStartMs = Number.NEGATIVE_INFINITY;
	#hasRestarted = false;
	#isDisposed = false;

	readonly onDidChangeDocuments = this.#documents.event;
	readonly onDidChangeStatus = this.#status.event;
	readonly onDidBuildTermTable = this.#termTable.event;
	/** A worker is there, and knows nothing yet. */
	readonly onDidStart: Event<LibraryClient> = this.#start.event;
	/** The worker ended, and will not be started again by itself. */
	readonly onDidStop: Event<void> = this.#stop.event;
	/** Nothing more can be kept on disk, for this reason: the system's word. */
	readonly onDidFailToKeepTexts: Event<string> = this.#textFailure.event;

	constructor(options: LibraryHostOptions) {
		this.#options = options;
	}

	/** The library of the worker of now; `undefined` before `start` and after it ended for good. */
	get library(): LibraryClient | undefined {
		return this.#client;
	}

	/** Starts the worker if none is there. */
	start(): void {
		if (this.#isDisposed || this.#client !== undefined) {
			return;
		}
		const { workerPath, files, log } = this.#options;
		this.#lastStartMs = performance.now();
		const client = startLibraryThread({
			workerPath,
			files,
			log,
			events: {
				onDidChangeDocuments: (change) => this.#documents.fire(change),
				onDidChangeStatus: (status) => this.#status.fire(status),
				onDidBuildTermTable: (table) => this.#termTable.fire(table),
			},
			onDidFailToKeepTexts: (reason) => this.#textFailure.fire(reason),
			onDidDie: (reason) => this.#onDeath(client, reason),
		});
		this.#client = client;
		this.#start.fire(client);
	}

	dispose(): void {
		this.#isDisposed = true;
		// The reader worker is a child of this one and ends with it.
		this.#client?.dispose();
		this.#client = undefined;
		for (const emitter of [this.#documents, this.#status, this.#termTable, this.#start, this.#stop, this.#textFailure]) {
			emitter.dispose();
		}
	}

	#onDeath(client: LibraryClient, reason: string): void {
		if (this.#isDisposed || this.#client !== client) {
			return;
		}
		this.#client = undefined;
		if (this.#hasRestarted && performance.now() - this.#lastStartMs < restartWindowMs) {
			this.#options.log.error(`The library worker ended again (${reason}); it is started anew when the library is refreshed.`);
			this.#hasRestarted = false;
			this.#stop.fire();
			return;
		}
		this.#options.log.warn(`The library worker ended (${reason}); it is started anew.`);
		this.#hasRestarted = true;
		this.start();
	}
}
