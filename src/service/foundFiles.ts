import type { FoundFile } from '../library/document.ts';

/** The files that were found as documents, and which of them wait to be read: those that changed come before those that were never read. */
export class FoundFiles {
	/** Read or waiting. */
	readonly #known = new Map<string, FoundFile>();
	/** Ids to read; first come, first read. Changed files stand in `#urgent`. */
	readonly #waiting = new Set<string>();
	readonly #urgent = new Set<string>();
	/** Known from an earlier run, and not yet found in this one. */
	readonly #unseen = new Set<string>();

	get size(): number {
		return this.#known.size;
	}

	get waitingCount(): number {
		return this.#waiting.size + this.#urgent.size;
	}

	get(id: string): FoundFile | undefined {
		return this.#known.get(id);
	}

	has(id: string): boolean {
		return this.#known.has(id);
	}

	/** All of them, as they are now: they may change meanwhile. */
	list(): readonly FoundFile[] {
		return [...this.#known.values()];
	}

	/** Whether it is known as it is. */
	isKnownAs(file: FoundFile): boolean {
		return isSameFile(this.#known.get(file.id), file);
	}

	/** Takes a file as it was known in an earlier run; once it is found it comes in line to be looked at. */
	restore(file: FoundFile): void {
		this.#known.set(file.id, file);
		this.#unseen.add(file.id);
	}

	/** Puts a file in line, unless it is known as it is. */
	note(file: FoundFile): void {
		if (!this.isKnownAs(file) || this.#unseen.has(file.id)) {
			this.#unseen.delete(file.id);
			this.#known.set(file.id, file);
			this.#waiting.add(file.id);
		}
	}

	/** Puts a file in line that is said to have changed, though its size and time be the same. */
	noteChanged(file: FoundFile): void {
		this.#unseen.delete(file.id);
		this.#known.set(file.id, file);
		this.requeue(file.id);
	}

	/** Lets a file be read again that is known to be as it was. */
	readAgain(id: string): void {
		this.#waiting.add(id);
	}

	/** Lets a file be read before others, if it is known. */
	requeue(id: string): void {
		if (this.#known.has(id)) {
			this.#waiting.delete(id);
			this.#urgent.add(id);
		}
	}

	/** Whether it was known. */
	forget(id: string): boolean {
		this.#waiting.delete(id);
		this.#urgent.delete(id);
		this.#unseen.delete(id);
		return this.#known.delete(id);
	}

	/** The next file to read; suspect if something told that it changed, whatever its size and times say. */
	takeNext(): { readonly file: FoundFile; readonly isSuspect: boolean } | undefined {
		for (const queue of [this.#urgent, this.#waiting]) {
			for (const id of queue) {
				queue.delete(id);
				const file = this.#known.get(id);
				if (file !== undefined) {
					return { file, isSuspect: queue === this.#urgent };
				}
			}
		}
		return undefined;
	}
}

/** Whether a file is as it was known: size, times, folder and what stands against reading it. */
export function isSameFile(known: FoundFile | undefined, file: FoundFile): boolean {
	return (
		known !== undefined &&
		known.sizeBytes === file.sizeBytes &&
		known.modifiedMs === file.modifiedMs &&
		known.changedMs === file.changedMs &&
		known.problem?.kind === file.problem?.kind &&
		known.folder === file.folder
	);
}
