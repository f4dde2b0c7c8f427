import type { Problem, ProblemKind } from '../base/problem.ts';
import type { Caps } from './caps.ts';
import { type DocumentContent, emptyContent, type FoundFile } from './document.ts';
import { extensionOf } from './format.ts';
import type { KeptReading } from './textStore.ts';

/** What is remembered of a file: what it was when it was read, and the hash of its bytes or why there is none. */
export interface RememberedFile {
	readonly id: string;
	readonly sizeBytes: number;
	readonly modifiedMs: number;
	readonly changedMs: number | null;
	/** Null for a file that is set aside. */
	readonly hash: string | null;
	/** It had just changed when it was read: the next change may have left its times as they were. */
	readonly isFresh: boolean;
	readonly setAside: SetAside | null;
}

/** A file whose reading was ended: how often, and why the last time. */
export interface SetAside {
	readonly count: number;
	/** The caps under which it was; with others it is tried again. */
	readonly caps: string;
	readonly problem: Problem;
}

/** Times within this of one another may be the same tick of a coarse clock (FAT counts two seconds). */
const clockTickMs = 3_000;

/** So often a file's reading must have been ended, in different runs, before it is not tried again. One run may have been the machine's fault. */
const maxSetAsideCount = 2;

/** Problems that say something of the bytes or of our patience with them; all others without a hash say something of the moment. */
const settingAside: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['timeLimit', 'crashed']);

/** More candidates than this are a folder of equally long files, where size tells nothing. */
const maxCandidates = 8;

/** Remembers files by their id, and finds those that a new file may be a renamed one of. Does no input or output. */
export class FileMemory {
	readonly #files = new Map<string, RememberedFile>();
	/** Ids by size and extension. */
	readonly #alike = new Map<string, Set<string>>();
	readonly #gone = new Set<string>();
	/** How many files hold a text, see `toTextId`. */
	readonly #holders = new Map<string, number>();

	get size(): number {
		return this.#files.size;
	}

	files(): IterableIterator<RememberedFile> {
		return this.#files.values();
	}

	get(id: string): RememberedFile | undefined {
		return this.#files.get(id);
	}

	/** Whether any file holds this text, see `toTextId`. */
	holds(textId: string): boolean {
		return this.#holders.has(textId);
	}

	put(file: RememberedFile): void {
		this.#remove(file.id);
		this.#gone.delete(file.id);
		this.#files.set(file.id, file);
		this.#countHolder(file, 1);
		const alike = this.#alike.get(alikeKey(file.id, file.sizeBytes));
		if (alike === undefined) {
			this.#alike.set(alikeKey(file.id, file.sizeBytes), new Set([file.id]));
		} else {
			alike.add(file.id);
		}
	}

	/** The file is gone; what it held can still be found until `dropGone`. */
	forget(id: string): void {
		if (this.#files.has(id)) {
			this.#gone.add(id);
		}
	}

	/** Forgets what is known below the folder, not among `ids` and not below a folder of `unseen`; a gone file that is listed again is not gone. */
	didList(folderUri: string, ids: ReadonlySet<string>, unseen: ReadonlySet<string>): void {
		for (const id of this.#files.keys()) {
			if (id.startsWith(`${folderUri}/`)) {
				if (ids.has(id)) {
					this.#gone.delete(id);
				} else if (unseen.size === 0 || !isBelow(id, unseen)) {
					this.#gone.add(id);
				}
			}
		}
	}

	/** Takes leave of what is gone, and says which files it was. */
	dropGone(): readonly RememberedFile[] {
		const gone = [...this.#gone].map((id) => this.#files.get(id)).filter((file) => file !== undefined);
		this.#gone.clear();
		for (const { id } of gone) {
			this.#remove(id);
		}
		return gone;
	}

	/** What is remembered of the file, if by size and times it is still what it was. A file that is asked for is there, so it is not gone. */
	findSame(file: FoundFile): RememberedFile | undefined {
		this.#gone.delete(file.id);
		const known = this.#files.get(file.id);
		const isSame =
			known !== undefined &&
			!known.isFresh &&
			file.changedMs !== undefined &&
			known.sizeBytes === file.sizeBytes &&
			known.modifiedMs === file.modifiedMs &&
			known.changedMs === file.changedMs;
		return isSame ? known : undefined;
	}

	/** Hashes that the file's bytes may have, likeliest first: its last, then those of others of its size and extension. */
	getLikelyHashes(file: FoundFile): readonly string[] {
		const hashes = new Set<string>();
		const add = (id: string) => {
			const hash = this.#files.get(id)?.hash;
			if (hash !== null && hash !== undefined) {
				hashes.add(hash);
			}
		};
		add(file.id);
		for (const id of this.#alike.get(alikeKey(file.id, file.sizeBytes)) ?? []) {
			if (hashes.size >= maxCandidates) {
				break;
			}
			add(id);
		}
		return [...hashes];
	}

	/** What is to be remembered of a reading; `undefined` for what may be otherwise at the next look: a drive that did not answer, a refused file. */
	toRemembered({ file, caps, hash, content, readMs }: KeptReading): RememberedFile | undefined {
		const { id, sizeBytes, modifiedMs, changedMs = null } = file;
		const isFresh = Math.max(modifiedMs, changedMs ?? 0) > readMs - clockTickMs;
		const base = { id, sizeBytes, modifiedMs, changedMs, isFresh };
		const problem = content.problems.find(({ kind }) => settingAside.has(kind));
		if (problem === undefined) {
			return hash === undefined ? undefined : { ...base, hash, setAside: null };
		}
		const before = this.#files.get(id)?.setAside;
		const isAgain = before?.caps === describeCaps(caps) && this.#files.get(id)?.modifiedMs === modifiedMs;
		const count = isAgain ? before.count + 1 : 1;
		return { ...base, hash: null, setAside: { count, caps: describeCaps(caps), problem } };
	}

	#countHolder({ id, hash }: RememberedFile, difference: number): void {
		if (hash !== null) {
			const textId = toTextId(id, hash);
			const count = (this.#holders.get(textId) ?? 0) + difference;
			if (count === 0) {
				this.#holders.delete(textId);
			} else {
				this.#holders.set(textId, count);
			}
		}
	}

	#remove(id: string): void {
		const known = this.#files.get(id);
		if (known !== undefined) {
			this.#files.delete(id);
			this.#countHolder(known, -1);
			const key = alikeKey(id, known.sizeBytes);
			const alike = this.#alike.get(key);
			alike?.delete(id);
			if (alike?.size === 0) {
				this.#alike.delete(key);
			}
		}
	}
}

/** The content of a file that is set aside for good, under these caps; `undefined` if it is to be tried. */
export function contentOfSetAside({ setAside }: RememberedFile, caps: Caps): DocumentContent | undefined {
	return setAside !== null && setAside.count >= maxSetAsideCount && setAside.caps === describeCaps(caps)
		? emptyContent('other', [setAside.problem])
		: undefined;
}

/**
 * Everything that a content depends on beside the bytes: the name's extension, the caps and the reader's version. How long reading may take is
 * not part of it: what was read to the end is the same, however long it took.
 */
export function describeRecipe(id: string, caps: Caps, version: string): string {
	const { maxReadMs: _, maxContainerMs: __, ...limits } = caps;
	return JSON.stringify([version, extensionOf(id), sortedEntries(limits)]);
}

/** What of a text stays the same from recipe to recipe: the bytes, and the extension by which they are read. Of each one text is kept, the latest. */
export function toTextId(fileId: string, hash: string): string {
	return `${hash}.${extensionOf(fileId)}`;
}

/** The hash of the bytes of a text, see `toTextId`. */
export function hashOfText(textId: string): string {
	const dot = textId.indexOf('.');
	return dot < 0 ? textId : textId.slice(0, dot);
}

function isBelow(id: string, folders: ReadonlySet<string>): boolean {
	for (let end = id.lastIndexOf('/'); end > 0; end = id.lastIndexOf('/', end - 1)) {
		if (folders.has(id.slice(0, end))) {
			return true;
		}
	}
	return false;
}

function describeCaps(caps: Caps): string {
	return JSON.stringify(sortedEntries(caps));
}

function sortedEntries(caps: object): readonly (readonly [string, unknown])[] {
	return Object.entries(caps).sort(([a], [b]) => (a < b ? -1 : 1));
}

function alikeKey(id: string, sizeBytes: number): string {
	return `${sizeBytes} ${extensionOf(id)}`;
}
