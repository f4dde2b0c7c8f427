import { Worker } from 'node:worker_threads';
import type { Disposable } from '../base/disposable.ts';
import { Emitter, type Event } from '../base/event.ts';
import type { Log } from '../base/log.ts';
import type { LibraryEvents, LibraryStatus } from '../service/library.ts';
import { connectLibrary, type LibraryClient } from '../service/libraryClient.ts';
import type { EditorFiles } from '../service/messages.ts';

/** A worker that ends twice within this time is not started again by itself: what ended it is likely to come again. */
const restartWindowMs = 60_000;

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
	readonly #termTable = new Emitter<ArrayBuffer>();
	readonly #start = new Emitter<LibraryClient>();
	readonly #stop = new Emitter<void>();
	#worker: Worker | undefined;
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

	constructor(options: LibraryHostOptions) {
		this.#options = options;
	}

	/** The library of the worker of now; `undefined` before `start` and after it ended for good. */
	get library(): LibraryClient | undefined {
		return this.#client;
	}

	/** Starts the worker if none is there. */
	start(): void {
		if (this.#isDisposed || this.#worker !== undefined) {
			return;
		}
		const { workerPath, files, log } = this.#options;
		this.#lastStartMs = performance.now();
		// The limit covers the heap only, not buffers; those are bounded by the caps of reading.
		const worker = new Worker(workerPath, { resourceLimits: { maxOldGenerationSizeMb: 1_536 }, name: 'dossier-library' });
		this.#worker = worker;
		const client = connectLibrary(
			{
				postMessage: (message, transfer) => worker.postMessage(message, [...(transfer ?? [])]),
				onMessage: (listener) => worker.on('message', listener),
			},
			{
				files,
				log,
				events: {
					onDidChangeDocuments: (change) => this.#documents.fire(change),
					onDidChangeStatus: (status) => this.#status.fire(status),
					onDidBuildTermTable: (table) => this.#termTable.fire(table),
				},
			},
		);
		this.#client = client;
		worker.on('error', (error) =>
			log.error(`The library worker failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
		);
		worker.on('exit', (code) => {
			client.close(`the library worker ended (${code})`);
			if (this.#worker === worker) {
				this.#onExit(code);
			}
		});
		this.#start.fire(client);
	}

	/** Ends the worker of now, if any, and starts another. */
	restart(): void {
		const worker = this.#worker;
		this.#worker = undefined;
		this.#client = undefined;
		this.start();
		worker?.terminate().catch(() => undefined);
	}

	dispose(): void {
		this.#isDisposed = true;
		const worker = this.#worker;
		this.#worker = undefined;
		this.#client?.dispose();
		this.#client = undefined;
		// The reader worker is a child of this one and ends with it.
		worker?.terminate().catch(() => undefined);
		for (const emitter of [this.#documents, this.#status, this.#termTable, this.#start, this.#stop]) {
			emitter.dispose();
		}
	}

	#onExit(code: number): void {
		this.#worker = undefined;
		this.#client = undefined;
		if (this.#isDisposed) {
			return;
		}
		if (this.#hasRestarted && performance.now() - this.#lastStartMs < restartWindowMs) {
			this.#options.log.error(`The library worker ended again (${code}); it is started anew when the library is refreshed.`);
			this.#hasRestarted = false;
			this.#stop.fire();
			return;
		}
		this.#options.log.warn(`The library worker ended (${code}); it is started anew.`);
		this.#hasRestarted = true;
		this.start();
	}
}
