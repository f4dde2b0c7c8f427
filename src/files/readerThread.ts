import { Worker } from 'node:worker_threads';
import { type Connection, ConnectionLost, connect, RemoteError } from '../base/calls.ts';
import { type Cancellation, neverCancelled, throwIfCancelled } from '../base/cancellation.ts';
import type { Log } from '../base/log.ts';
import type { Problem } from '../base/problem.ts';
import type { Caps } from '../library/caps.ts';
import { type DocumentContent, emptyContent, type FoundFile } from '../library/document.ts';
import { type DocumentSource, type ReadAnswer, type SourceFolder, unreadAnswer } from '../library/documentSource.ts';
import type { ReadStage } from '../library/readers/reader.ts';
import { toChannel } from './nodeChannel.ts';
import type { ReaderCalls, ReaderTold } from './readerMessages.ts';
import type { FolderSearch } from './sourceFolders.ts';
import { readThreadMs } from './threadTime.ts';

export interface ReaderThreadOptions {
	/** The path of `dist/readerWorker.js`. */
	readonly workerPath: string;
	readonly log: Log;
	/** The thread's heap may grow to this; buffers do not count in it, the caps bound those. A parser of hostile input stays below 768 MB. */
	readonly maxHeapMb?: number;
	/** The thread is ended, with all its memory, when nothing was asked of it for so long; a minute if left out. The next question starts one. */
	readonly idleMs?: number;
}

/**
 * The local files, read in a thread of their own that is ended when a file takes too long or too much memory: `DocumentSource` for `file:`.
 * A file at which the thread ended twice is set aside, with its reason, until its size or time changes; everything else that was being
 * asked is asked again of the next thread. The thread starts with the first question.
 */
export class ReaderThread implements DocumentSource {
	readonly #options: ReaderThreadOptions;
	readonly #strikes = new Map<string, Strikes>();
	readonly #walks = new Map<number, (files: readonly FoundFile[]) => void>();
	#running: Running | undefined;
	#lastWalk = 0;
	#lastRead: Promise<unknown> = Promise.resolve();
	/** How many questions wait for an answer. */
	#asked = 0;
	#idleTimer: NodeJS.Timeout | undefined;
	#isDisposed = false;
	/** Hears how far the file that is read has come. */
	#onStage: (stage: ReadStage) => void = () => undefined;

	constructor(options: ReaderThreadOptions) {
		this.#options = options;
	}

	async findSourceFolders(search: FolderSearch): Promise<readonly SourceFolder[]> {
		return (await this.#askAgain('findSourceFolders', [search], neverCancelled)) ?? [];
	}

	async findFiles(folder: SourceFolder, onBatch: (files: readonly FoundFile[]) => void, cancel: Cancellation): Promise<void> {
		// A walk that is asked again starts anew: what was told before is not told twice.
		const told = new Set<string>();
		const walkId = ++this.#lastWalk;
		this.#walks.set(walkId, (files) => {
			const fresh = files.filter((file) => !told.has(file.id));
			for (const file of fresh) {
				told.add(file.id);
			}
			onBatch(fresh);
		});
		try {
			const isDone = await this.#askAgain('findFiles', [folder, walkId], cancel, () => true);
			if (!isDone) {
				const problem: Problem = { kind: 'crashed', detail: 'The reader stopped working again and again while it listed the folder' };
				onBatch([{ id: folder.uri, folder: folder.uri, relativePath: '', sizeBytes: 0, modifiedMs: 0, problem }]);
			}
		} finally {
			this.#walks.delete(walkId);
		}
	}

	findFile(folder: SourceFolder, id: string, cancel: Cancellation): Promise<FoundFile | undefined> {
		return this.#askAgain('findFile', [folder, id], cancel);
	}

	readDocument(file: FoundFile, caps: Caps, knownHashes: readonly string[], cancel: Cancellation): Promise<ReadAnswer> {
		const stamp = `${file.sizeBytes} ${file.modifiedMs}`;
		return this.#read(file.id, stamp, caps, cancel, (reader) => reader.call('readFile', [file.id, caps, knownHashes, false]));
	}

	/** Reads a file that a person named: a link is read where it leads. */
	async readNamedFile(id: string, caps: Caps): Promise<DocumentContent> {
		const { content } = await this.#read(id, 'named', caps, neverCancelled, (reader) => reader.call('readFile', [id, caps, [], true]));
		return content ?? emptyContent('other', []);
	}

	/** Parses bytes that the caller has, under the same limits as a file read here. */
	parseBytes(file: FoundFile, bytes: Uint8Array, caps: Caps, knownHashes: readonly string[], cancel: Cancellation): Promise<ReadAnswer> {
		const name = file.relativePath.slice(file.relativePath.lastIndexOf('/') + 1);
		const stamp = `${file.sizeBytes} ${file.modifiedMs}`;
		return this.#read(file.id, stamp, caps, cancel, (reader) => reader.call('parse', [bytes, name, caps, knownHashes]));
	}

	readSideFile(id: string, cancel: Cancellation): Promise<string | undefined> {
		return this.#askAgain('readSideFile', [id], cancel);
	}

	/** Counts a question while it waits; when none has for a while, the thread and all its memory are let go. */
	async #whileAsked<T>(question: () => Promise<T>): Promise<T> {
		this.#asked += 1;
		clearTimeout(this.#idleTimer);
		try {
			return await question();
		} finally {
			this.#asked -= 1;
			if (this.#asked === 0 && !this.#isDisposed) {
				this.#idleTimer = setTimeout(() => this.#running?.end('idle'), this.#options.idleMs ?? 60_000);
				this.#idleTimer.unref();
			}
		}
	}

	/** Ends the thread. What still waits rejects with `ConnectionLost`. */
	async dispose(): Promise<void> {
		this.#isDisposed = true;
		clearTimeout(this.#idleTimer);
		const running = this.#running;
		running?.end('disposed');
		await running?.ended;
	}

	/** Reads one after another, so that a thread that ends is always one file's fault. */
	#read(
		id: string,
		stamp: string,
		caps: Caps,
		cancel: Cancellation,
		ask: (reader: Connection<ReaderCalls>) => Promise<ReadAnswer>,
	): Promise<ReadAnswer> {
		const before = this.#lastRead;
		const read = (async () => {
			await before.catch(() => undefined);
			return await this.#whileAsked(() => this.#readNow(id, stamp, caps, cancel, ask));
		})();
		this.#lastRead = read;
		return read;
	}

	async #readNow(
		id: string,
		stamp: string,
		caps: Caps,
		cancel: Cancellation,
		ask: (reader: Connection<ReaderCalls>) => Promise<ReadAnswer>,
	): Promise<ReadAnswer> {
		for (;;) {
			throwIfCancelled(cancel);
			const known = this.#strikes.get(id);
			const strikes = known?.stamp === stamp ? known : { stamp, count: 0, problem: undefined };
			if (strikes.problem !== undefined && strikes.count >= maxStrikes) {
				return unreadAnswer(strikes.problem);
			}
			const running = this.#start();
			const reader = await running.started;
			const workMs = () => running.workMs;
			const timer = startTimer(caps.maxReadMs, workMs, () => running.end('timeLimit'));
			let containerTimer: { stop(): void } | undefined;
			this.#onStage = (stage) => {
				containerTimer?.stop();
				containerTimer = stage === 'whole' ? undefined : startTimer(caps.maxContainerMs, workMs, () => running.end('containerTimeLimit'));
			};
			try {
				const answer = await ask(reader);
				this.#strikes.delete(id);
				return answer;
			} catch (error) {
				if (error instanceof RemoteError) {
					this.#options.log.error(`A reader failed: ${error.remoteStack}`);
					return unreadAnswer({ kind: 'crashed', detail: `The reader failed on it (${error.remoteName})` });
				}
				if (!(error instanceof ConnectionLost) || this.#isDisposed) {
					throw error;
				}
				this.#strikes.set(id, { stamp, count: strikes.count + 1, problem: problemOfEnd(running.endedBy, caps) });
			} finally {
				this.#onStage = () => undefined;
				timer.stop();
				containerTimer?.stop();
			}
		}
	}

	/** Asks until an answer comes, a few threads long; `undefined` if none outlived the question. */
	#askAgain<K extends keyof ReaderCalls, T = Awaited<ReturnType<ReaderCalls[K]>>>(
		name: K,
		args: Parameters<ReaderCalls[K]>,
		cancel: Cancellation,
		toAnswer?: () => T,
	): Promise<T | undefined> {
		return this.#whileAsked(() => this.#askThreads(name, args, cancel, toAnswer));
	}

	async #askThreads<K extends keyof ReaderCalls, T>(
		name: K,
		args: Parameters<ReaderCalls[K]>,
		cancel: Cancellation,
		toAnswer?: () => T,
	): Promise<T | undefined> {
		for (let attempt = 0; attempt < maxAsks; attempt += 1) {
			try {
				const reader = await this.#start().started;
				const answer = await reader.call(name, args, cancel);
				return toAnswer ? toAnswer() : (answer as T);
			} catch (error) {
				if (!(error instanceof ConnectionLost) || this.#isDisposed) {
					throw error;
				}
			}
		}
		this.#options.log.warn(`The reader ended ${maxAsks} times while it was asked to ${name}`);
		return undefined;
	}

	#start(): Running {
		if (this.#isDisposed) {
			throw new ConnectionLost('disposed');
		}
		this.#running ??= startWorker(this.#options, {
			didFindFiles: (walkId, files) => this.#walks.get(walkId)?.(files),
			didReachStage: (stage) => this.#onStage(stage),
			didExit: (running) => {
				if (this.#running === running) {
					this.#running = undefined;
				}
			},
		});
		return this.#running;
	}
}

interface Strikes {
	readonly stamp: string;
	readonly count: number;
	readonly problem: Problem | undefined;
}

interface Running {
	/** Rejects with an own fault if the worker cannot even start. */
	readonly started: Promise<Connection<ReaderCalls>>;
	/** How long it has been at work, in milliseconds of processor time; `undefined` if nobody can tell. */
	readonly workMs: number | undefined;
	/** Why it ended: `timeLimit`, an error's code, or its exit. */
	readonly endedBy: string;
	/** Asks it to end. What it was asked rejects at once; a call of the system that hangs may keep the thread itself a while. */
	end(reason: string): void;
	/** Resolves when the thread is gone. */
	readonly ended: Promise<void>;
}

/** The first time may be the machine's fault: asleep, or busy elsewhere. */
const maxStrikes = 2;

const maxAsks = 5;

function startWorker(
	{ workerPath, log, maxHeapMb = 768 }: ReaderThreadOptions,
	owner: Pick<ReaderTold, 'didFindFiles' | 'didReachStage'> & { didExit(running: Running): void },
): Running {
	// What a parser prints must not get between the lines of the command line's answer.
	const worker = new Worker(workerPath, {
		resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
		stdout: true,
		stderr: true,
		execArgv: [],
	});
	worker.stdout.resume();
	worker.stderr.resume();
	let endedBy = '';
	let thread: string | undefined;
	let resolveStarted: (reader: Connection<ReaderCalls>) => void = () => undefined;
	let rejectStarted: (error: Error) => void = () => undefined;
	const started = new Promise<Connection<ReaderCalls>>((resolve, reject) => {
		resolveStarted = resolve;
		rejectStarted = reject;
	});
	// Whoever asks hears of it; nobody may be asking.
	started.catch(() => undefined);
	const didStart = (name: string | undefined) => {
		thread = name;
		resolveStarted(reader);
	};
	const reader: Connection<ReaderCalls> = connect<ReaderCalls, ReaderTold>(
		toChannel(worker),
		{ didStart, didFindFiles: owner.didFindFiles, didReachStage: owner.didReachStage },
		(error) => log.error(String(error)),
	);
	const finish = (reason: string) => {
		endedBy ||= reason;
		owner.didExit(running);
		reader.close(endedBy);
	};
	worker.on('error', (error) => {
		endedBy ||= (error as NodeJS.ErrnoException).code ?? error.name;
		log.warn(`The reader worker failed: ${error.stack ?? error.message}`);
	});
	worker.on('exit', (code) => {
		finish(`exit ${code}`);
		rejectStarted(new Error(`The reader worker could not be started: ${endedBy}`));
	});
	const running: Running = {
		started,
		get workMs() {
			return readThreadMs(thread);
		},
		get endedBy() {
			return endedBy;
		},
		end: (reason) => {
			worker.terminate().catch((error) => log.warn(String(error)));
			finish(reason);
			rejectStarted(new ConnectionLost(reason));
		},
		ended: new Promise((resolve) => worker.once('exit', () => resolve())),
	};
	return running;
}

function problemOfEnd(endedBy: string, caps: Caps): Problem {
	if (endedBy === 'containerTimeLimit') {
		const seconds = Math.round(caps.maxContainerMs / 100) / 10;
		return { kind: 'timeLimit', detail: `It gave no text in ${seconds} seconds of unpacking; open it in its own program and save it anew` };
	}
	if (endedBy === 'timeLimit') {
		return { kind: 'timeLimit', detail: `Reading it took longer than ${Math.round(caps.maxReadMs / 100) / 10} seconds` };
	}
	return endedBy === 'ERR_WORKER_OUT_OF_MEMORY'
		? { kind: 'crashed', detail: 'Reading it needed more memory than the limit' }
		: { kind: 'crashed', detail: 'The reader stopped working on it' };
}

/** On a machine that is busy elsewhere a reader has so many times its limit to come to it. */
const maxPatience = 3;

/**
 * Rings after `ms`, unless stopped. An answer that came while this thread was busy is heard before the bell: the timer looks twice. Where it can be
 * told that the thread was not at work for so long, because others had the cores, it gets the rest of its time, up to a few times the limit.
 */
function startTimer(ms: number, workMs: () => number | undefined, ring: () => void): { stop(): void } {
	const startedAt = performance.now();
	const workedBefore = workMs();
	let timer = setTimeout(look, ms);
	function look(): void {
		const worked = workMs();
		const left = worked === undefined || workedBefore === undefined ? 0 : ms - (worked - workedBefore);
		const hasPatience = performance.now() - startedAt < ms * maxPatience;
		timer = left > ms / 20 && hasPatience ? setTimeout(look, Math.max(left, 50)) : setTimeout(ring, 10);
	}
	return { stop: () => clearTimeout(timer) };
}
