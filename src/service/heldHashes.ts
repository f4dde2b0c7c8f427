import { type Caps, defaultCaps } from '../library/caps.ts';

/** The bytes that a content was read from, by these limits; without a hash they were not had, or not to the end. */
export interface ReadBytes {
	readonly hash: string | undefined;
	readonly caps: Caps;
}

/** Of a content that was not read from anything. */
export const noBytes: ReadBytes = { hash: undefined, caps: defaultCaps };

/** Bytes of which a content is, and the limits under which they were read. */
export interface HeldHash {
	readonly hash: string;
	readonly caps: Caps;
}

/** Of which bytes the content of each document is: as it was read in this run, or as the record says that was kept of it. */
export class HeldHashes {
	readonly #read = new Map<string, HeldHash>();
	readonly #readRecorded: (id: string) => string | null | undefined;
	/** The limits under which what was restored was made. */
	#restoredCaps: Caps | undefined;

	/** `readRecorded`: the hash that the record of a document gives, if that may be believed. */
	constructor(readRecorded: (id: string) => string | null | undefined) {
		this.#readRecorded = readRecorded;
	}

	/** What is restored was made under these limits; of several places the first one says so. */
	noteRestored(caps: Caps): void {
		this.#restoredCaps ??= caps;
	}

	/** `undefined` where nobody knows, or nothing may be believed. */
	find(id: string): HeldHash | undefined {
		const read = this.#read.get(id);
		if (read !== undefined || this.#restoredCaps === undefined) {
			return read;
		}
		const hash = this.#readRecorded(id);
		return hash ? { hash, caps: this.#restoredCaps } : undefined;
	}

	/** The limits under which the content of a kept document was read. */
	capsOf(id: string): Caps | undefined {
		return this.#read.get(id)?.caps ?? this.#restoredCaps;
	}

	/** What takes the place of a document is of these bytes; of nobody's without a hash. */
	set(id: string, { hash, caps }: ReadBytes): void {
		if (hash === undefined) {
			this.#read.delete(id);
		} else {
			this.#read.set(id, { hash, caps });
		}
	}

	forget(id: string): void {
		this.#read.delete(id);
	}
}
