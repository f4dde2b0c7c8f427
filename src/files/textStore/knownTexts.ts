import { FileMemory, hashOfText, type RememberedFile, toTextId } from '../../library/fileMemory.ts';
import type { JournalLine, TextLocation } from './journal.ts';

/** A folder that was not listed for so long is not coming back: an unplugged drive does within a month. */
const graceMs = 30 * 24 * 60 * 60 * 1000;

/** What a text store knows of files, and where their texts stand: what its journal says, line by line. */
export class KnownTexts {
	readonly files = new FileMemory();
	readonly texts = new Map<string, TextLocation>();
	/** When each folder was last listed, in milliseconds since 1970. */
	readonly #listed = new Map<string, number>();
	/** Texts that a file held before: at the next settling those that none holds now are erased. */
	readonly #left = new Set<string>();

	/** How many things are known. */
	get size(): number {
		return this.files.size + this.texts.size + this.#listed.size;
	}

	/** Whether there may be texts that no file holds. */
	get hasLeft(): boolean {
		return this.#left.size > 0;
	}

	apply(line: JournalLine): void {
		switch (line.kind) {
			case 'file':
				this.files.put(line.file);
				break;
			case 'gone':
				this.files.forget(line.id);
				break;
			case 'text':
				this.texts.set(line.textId, line.location);
				break;
			case 'erased':
				this.texts.delete(line.textId);
				break;
			case 'listed':
				this.#listed.set(line.folder, line.atMs);
				break;
		}
	}

	/** After the last line: what a run that ended before it settled has left. */
	didApplyAll(): void {
		this.files.dropGone();
		for (const textId of this.texts.keys()) {
			if (!this.files.holds(textId)) {
				this.#left.add(textId);
			}
		}
	}

	/** One line for each thing that is known. */
	toLines(): readonly JournalLine[] {
		return [
			...[...this.files.files()].map((file) => ({ kind: 'file', file }) as const),
			...[...this.texts].map(([textId, location]) => ({ kind: 'text', textId, location }) as const),
			...[...this.#listed].map(([folder, atMs]) => ({ kind: 'listed', folder, atMs }) as const),
		];
	}

	/** A folder was listed; gives the lines that say so. */
	didList(folder: string, ids: ReadonlySet<string>, unseen: ReadonlySet<string>, atMs: number): readonly JournalLine[] {
		this.files.didList(folder, ids, unseen);
		// Once a day is enough to count thirty.
		if (Math.abs(atMs - (this.#listed.get(folder) ?? 0)) <= graceMs / 30) {
			return [];
		}
		this.#listed.set(folder, atMs);
		return [{ kind: 'listed', folder, atMs }];
	}

	/** Drops the files that are gone, and those of folders that are; gives the lines that say so. */
	dropGone(nowMs: number): readonly JournalLine[] {
		for (const [folder, atMs] of this.#listed) {
			if (nowMs - atMs > graceMs) {
				this.#listed.delete(folder);
				this.files.didList(folder, new Set(), new Set());
			}
		}
		const gone = this.files.dropGone();
		for (const file of gone) {
			this.leave(file);
		}
		return gone.map(({ id }) => ({ kind: 'gone', id }));
	}

	/** The file holds this text no more. */
	leave({ id, hash }: RememberedFile): void {
		if (hash !== null) {
			this.#left.add(toTextId(id, hash));
		}
	}

	/** Texts that were left, that no file holds, and whose hash is not used; the next time, others. */
	takeUnheld(isUsed: (hash: string) => boolean): readonly string[] {
		const used = [...this.#left].filter((textId) => isUsed(hashOfText(textId)));
		const unheld = [...this.#left].filter((textId) => !this.files.holds(textId) && !isUsed(hashOfText(textId)));
		this.#left.clear();
		for (const textId of used) {
			this.#left.add(textId);
		}
		return unheld;
	}
}
