import type { ByteSource } from './recordFile.ts';

/** A file that is kept: what it is called, and its bytes. */
export interface KeptFile {
	readonly name: string;
	/** Reads at once. Fewer bytes where the file has no more, none where it cannot be read. */
	readonly read: ByteSource;
}

/** Makes bytes fewer, and gives them back; `undefined` for what was never packed. */
export interface Packing {
	/** At once, for records of some kilobytes. */
	pack(bytes: Uint8Array): Uint8Array;
	unpack(bytes: Uint8Array): Uint8Array | undefined;
	/** For megabytes. */
	packLarge(bytes: Uint8Array): Promise<Uint8Array>;
	unpackLarge(bytes: Uint8Array): Promise<Uint8Array | undefined>;
}

/** What a file is of: parts of the index, what lists show of documents, or what is known of terms. */
export type KeptFileKind = 'index' | 'documents' | 'terms';

/** What was last committed: a text that says what the files are, and the files that it named. */
export interface KeptSet {
	readonly state: string;
	readonly files: ReadonlyMap<string, KeptFile>;
}

/**
 * Keeps files that never change, and one text that says what they are: the port to where an index is kept. What is committed is there as a whole or
 * not at all, whenever the process ends. One of several windows writes; for all others writing gives `undefined`, and so it does once a disk is
 * full or broken. Nothing here rejects.
 */
export interface KeptFiles {
	/** Checks what was written: as `crc32` gives it, by whatever is fastest here. */
	readonly checksum: (bytes: Uint8Array) => number;

	readonly packing: Packing;

	/** What was last committed by this version of Dossier; `undefined` if there is nothing, or nothing whole. */
	open(): Promise<KeptSet | undefined>;

	/** Whether this window writes. */
	readonly canWrite: boolean;

	/** Writes a new file, which stays if the next commit names it. `kind` is what its name begins with. */
	write(pieces: readonly Uint8Array[], kind: KeptFileKind): Promise<KeptFile | undefined>;

	/** Makes this what is kept: the text, and files by name, written before. All others are removed. Whether it was done. */
	commit(state: string, names: ReadonlySet<string>): Promise<boolean>;
}
