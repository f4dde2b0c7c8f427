import path from 'node:path';
import { type Steps, takeAllSteps } from '../../base/steps.ts';
import { type Disk, openFile, readWhole, readWholeNow, replaceFile, writeRange } from './disk.ts';
import { encodeLine, type JournalLine, journalHeader, maxJournalBytes, readJournalInSteps } from './journal.ts';
import type { Seal } from './seal.ts';

/** What a journal says. */
export interface JournalAnswer {
	readonly lines: readonly JournalLine[];
	readonly isThere: boolean;
	/** Why it may not say all; `undefined` if it does. */
	readonly damage: string | undefined;
}

/** The file that the journal stands in: read once, then added to, and written anew when it has grown stale. */
export class JournalFile {
	readonly #disk: Disk;
	readonly #path: string;
	readonly #seal: Seal;
	#end = 0;

	constructor(disk: Disk, folder: string, seal: Seal) {
		this.#disk = disk;
		this.#path = path.join(folder, 'files.journal');
		this.#seal = seal;
	}

	/** What the journal says, and why that may not be all, for the log. Without a journal, or with one that is none of ours, it says nothing. */
	async read(): Promise<JournalAnswer> {
		const steps = this.#readInSteps(await readWhole(this.#disk, this.#path, maxJournalBytes));
		for (;;) {
			const step = steps.next();
			if (step.done === true) {
				return step.value;
			}
			await new Promise((resolve) => setImmediate(resolve));
		}
	}

	/** `read`, at once, and of the disk of this machine. */
	readNow(): JournalAnswer {
		return takeAllSteps(this.#readInSteps(readWholeNow(this.#path, maxJournalBytes)));
	}

	*#readInSteps(bytes: Buffer | undefined): Steps<JournalAnswer> {
		this.#end = bytes?.length ?? 0;
		if (bytes === undefined) {
			return { lines: [], isThere: false, damage: undefined };
		}
		const { lines, isOurs, damagedCount } = yield* readJournalInSteps(bytes, this.#seal);
		const damage = isOurs
			? `${damagedCount} line(s) of the journal are not as they were written`
			: 'the journal is of another version, or none';
		return { lines, isThere: true, damage: isOurs && damagedCount === 0 ? undefined : damage };
	}

	/** Adds lines and makes sure that they are on the disk. Throws what the system throws. */
	async append(lines: readonly JournalLine[]): Promise<void> {
		const bytes = Buffer.from(this.#encode(lines));
		const handle = await openFile(this.#disk, this.#path, 'write');
		try {
			if (handle !== undefined) {
				await writeRange(handle, bytes, this.#end);
				await handle.datasync();
				this.#end += bytes.length;
			}
		} finally {
			await handle?.close();
		}
	}

	/** Writes a journal of just these lines in the place of the one that was there. Throws what the system throws. */
	async replace(lines: readonly JournalLine[]): Promise<void> {
		const text = journalHeader + this.#encode(lines);
		await replaceFile(this.#disk, this.#path, text);
		this.#end = Buffer.byteLength(text);
	}

	#encode(lines: readonly JournalLine[]): string {
		return lines.map((line) => encodeLine(line, this.#seal)).join('');
	}
}
