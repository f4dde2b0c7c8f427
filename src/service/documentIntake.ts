import type { Cancellation } from '../base/cancellation.ts';
import type { Log } from '../base/log.ts';
import type { Problem } from '../base/problem.ts';
import type { Caps } from '../library/caps.ts';
import { type DocumentContent, emptyContent, type FoundFile } from '../library/document.ts';
import type { FoundFiles } from './foundFiles.ts';
import { tellFault } from './ownFault.ts';
import type { Reading, StoredReading } from './storedReading.ts';

/** Takes documents as they were read. Each call is one step: the next comes when it is done. */
export interface DocumentTarget {
	/** The hash of the bytes of which the content is held that these limits give; `undefined` if it must be read. */
	heldHash(id: string, caps: Caps): string | undefined;
	/** The file holds what is held of it. */
	takeUnchanged(file: FoundFile): void;
	/** The file as it was read: in the place of what was known under its id. `hash` as `Reading` has it. */
	takeDocument(file: FoundFile, content: DocumentContent, hash: string | undefined, caps: Caps): Promise<void>;
	/** Files were found, read or lost; `progress` of the intake says how many. */
	didProgress(): void;
}

/** While a document goes into the index, the next one is being read. */
export const usualReadAhead = 2;

interface DocumentIntakeOptions {
	readonly reading: StoredReading;
	readonly found: FoundFiles;
	readonly target: DocumentTarget;
	readonly log: Log;
	/** How many documents are read at once, the one that goes into the index among them. */
	readonly readAhead: number;
}

/** Reads the files that wait, and hands them over in their order. */
export class DocumentIntake {
	readonly #options: DocumentIntakeOptions;

	constructor(options: DocumentIntakeOptions) {
		this.#options = options;
	}

	/** Until none waits; once interrupted it begins no other and takes those that are being read. Throws `Cancelled`: what was being read waits again. */
	async readWaiting(caps: Caps, isInterrupted: () => boolean, cancel: Cancellation): Promise<void> {
		const { found, target, readAhead } = this.#options;
		const reading: { readonly file: FoundFile; readonly answer: Promise<Reading> }[] = [];
		try {
			for (;;) {
				const isWanted = !cancel.isCancellationRequested && !isInterrupted();
				const next = isWanted && reading.length < readAhead ? found.takeNext() : undefined;
				if (next !== undefined) {
					const { file, isSuspect } = next;
					const answer = file.problem ? Promise.resolve(toUnread(file.problem)) : this.#read(file, caps, isSuspect, cancel);
					// It is waited for below; if that never happens, its failure is nobody's.
					answer.catch(() => undefined);
					reading.push({ file, answer });
					continue;
				}
				const first = reading[0];
				if (first === undefined) {
					return;
				}
				const answer = await first.answer;
				reading.shift();
				// It may have gone, or changed, while it was being read.
				if (found.get(first.file.id) === first.file) {
					await this.#take(first.file, answer, caps);
				}
				target.didProgress();
			}
		} finally {
			for (const { file } of reading) {
				found.requeue(file.id);
			}
		}
	}

	async #take(file: FoundFile, answer: Reading, caps: Caps): Promise<void> {
		const { found, target } = this.#options;
		if (answer.kind === 'content') {
			await target.takeDocument(file, answer.content, answer.hash, caps);
		} else if (target.heldHash(file.id, caps) === undefined) {
			// It was lost meanwhile.
			found.readAgain(file.id);
		} else {
			target.takeUnchanged(file);
		}
	}

	/** A source that breaks its promise at one file (the editor's file system did) costs that file, not the rest. */
	async #read(file: FoundFile, caps: Caps, isSuspect: boolean, cancel: Cancellation): Promise<Reading> {
		const { reading, target, log } = this.#options;
		try {
			return await reading.read(file, caps, isSuspect, cancel, target.heldHash(file.id, caps));
		} catch (error) {
			return toUnread(tellFault(log, 'A document could not be read', 'Dossier failed to read it', error));
		}
	}
}

function toUnread(problem: Problem): Reading {
	return { kind: 'content', content: emptyContent('other', [problem]), hash: undefined };
}
