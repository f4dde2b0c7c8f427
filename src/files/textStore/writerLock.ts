import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { errorCode } from '../systemProblem.ts';
import { type Disk, openFile, readWhole, setAside } from './disk.ts';

/** How often the holder shows that it is alive. */
const heartbeatMs = 4_000;
/** A lock that shows no life for so long is nobody's: a holder whose number another program has by now, or one on another machine. */
const deadAfterMs = 20_000;

const lockName = 'lock';

export interface WriterLockOptions {
	readonly disk: Disk;
	/** The folder that is locked. */
	readonly folder: string;
	/** See `TextPlace.owner`. */
	readonly owner: string;
	/** Of its file. */
	readonly name?: string;
	/** Milliseconds that only go forward: wall clocks jump. */
	readonly monotonicMs?: () => number;
}

interface Holder {
	readonly pid: number;
	readonly host: string;
	readonly owner: string;
	readonly nonce: string;
	readonly beat: number;
}

/**
 * Lets one at a time write into a folder: a file that names its holder, who counts up in it every few seconds. Should two ever hold it (a machine
 * that slept in the wrong moment), each sees it before its next write, and what they wrote into each other's way fits no seal.
 */
export class WriterLock {
	readonly #options: WriterLockOptions;
	readonly #nonce = randomBytes(8).toString('hex');
	readonly #monotonicMs: () => number;
	#beat = 0;
	#timer: NodeJS.Timeout | undefined;
	/** Who holds it may remove the file of one who is dead. */
	#succession: WriterLock | undefined;
	#seen: { readonly text: string; readonly sinceMs: number } | undefined;

	constructor(options: WriterLockOptions) {
		this.#options = options;
		this.#monotonicMs = options.monotonicMs ?? (() => performance.now());
	}

	/** Takes the lock if nobody alive has it. To be asked again now and then: only time tells that a holder is dead. Throws what the system throws. */
	async tryTake(): Promise<boolean> {
		const known = await this.#read();
		if (known === undefined) {
			return this.#make();
		}
		return this.#isDead(known) && this.#succeed(known);
	}

	/**
	 * Takes the place of a dead lock. Between a look at it and its removal another may have done so, whose lock lives: who removes one holds a lock on
	 * that, and looks again.
	 */
	async #succeed(dead: string): Promise<boolean> {
		const { disk, name = lockName } = this.#options;
		this.#succession ??= new WriterLock({ ...this.#options, name: `${name}.next` });
		if (!(await this.#succession.tryTake())) {
			return false;
		}
		try {
			if ((await this.#read()) !== dead) {
				return false;
			}
			await disk.rm(this.#path, { force: true });
			return await this.#make();
		} finally {
			await this.#succession.release();
		}
	}

	/** Makes the file, which only one can; whoever does names itself in it at once: a lock without a name is nobody's only after a while. */
	async #make(): Promise<boolean> {
		const { disk } = this.#options;
		try {
			await this.#write(await disk.open(this.#path, 'wx', 0o600));
		} catch (error) {
			if (errorCode(error) !== 'EEXIST') {
				throw error;
			}
			if (!(await this.#isNoFile())) {
				return false;
			}
			await setAside(disk, this.#path);
			return this.tryTake();
		}
		if (!(await this.isHeld())) {
			// The machine slept after it was made, and it was taken for dead.
			return false;
		}
		this.#timer = setInterval(() => {
			// A beat that cannot be written is seen by others as none, which is what it is.
			this.#writeBeat().catch(() => undefined);
		}, heartbeatMs);
		this.#timer.unref();
		return true;
	}

	/** Whether it is still ours: to be asked before each write. */
	async isHeld(): Promise<boolean> {
		const known = await this.#read();
		return known !== undefined && parseHolder(known)?.nonce === this.#nonce;
	}

	/** Lets the next one take it. */
	async release(): Promise<void> {
		clearInterval(this.#timer);
		if (this.#timer !== undefined && (await this.isHeld())) {
			await this.#options.disk.rm(this.#path, { force: true });
		}
		this.#timer = undefined;
	}

	get #path(): string {
		return path.join(this.#options.folder, this.#options.name ?? lockName);
	}

	/** Whether something that is no file stands in the place of ours. */
	async #isNoFile(): Promise<boolean> {
		try {
			return !(await this.#options.disk.lstat(this.#path)).isFile();
		} catch (error) {
			if (errorCode(error) === 'ENOENT') {
				// It was let go of in this moment.
				return false;
			}
			throw error;
		}
	}

	async #read(): Promise<string | undefined> {
		const bytes = await readWhole(this.#options.disk, this.#path, 1_000);
		return bytes?.toString();
	}

	#isDead(text: string): boolean {
		const holder = parseHolder(text);
		if (holder?.host === hostname()) {
			if (holder.owner === this.#options.owner || !isAlive(holder.pid)) {
				return true;
			}
		}
		if (this.#seen?.text !== text) {
			this.#seen = { text, sinceMs: this.#monotonicMs() };
		}
		return this.#monotonicMs() - this.#seen.sinceMs > deadAfterMs;
	}

	async #writeBeat(): Promise<void> {
		if (await this.isHeld()) {
			await this.#write(await openFile(this.#options.disk, this.#path, 'write'));
		}
	}

	/** One short write over the one before: whoever reads in between sees the old count or the new one. */
	async #write(handle: FileHandle | undefined): Promise<void> {
		this.#beat += 1;
		const holder: Holder = { pid: process.pid, host: hostname(), owner: this.#options.owner, nonce: this.#nonce, beat: this.#beat };
		try {
			await handle?.write(`${JSON.stringify(holder)}\n`, 0);
		} finally {
			await handle?.close();
		}
	}
}

function parseHolder(text: string): Holder | undefined {
	try {
		const value = JSON.parse(text.split('\n')[0] ?? '') as Partial<Holder> | null;
		const isHolder =
			Number.isSafeInteger(value?.pid) &&
			(value?.pid ?? 0) > 0 &&
			[value?.host, value?.owner, value?.nonce].every((part) => typeof part === 'string');
		return isHolder ? (value as Holder) : undefined;
	} catch {
		return undefined;
	}
}

/** Whether a process of this number runs here; another program may have it by now. */
function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return errorCode(error) === 'EPERM';
	}
}
