import type { Caps } from './caps.ts';
import type { DocumentContent, FoundFile } from './document.ts';
import type { KeptFiles } from './keptFiles.ts';
import type { KeptText } from './keptText.ts';

/**
 * Keeps what was read, so that no file is parsed twice: the port of the library to whatever remembers (memory, or files of our own).
 *
 * A content is kept under the hash of the bytes that it was read from, the file's extension, the caps and the reader's version, since it is a
 * function of exactly those. Beside the contents stands what each file was when it was read: size, times, hash. The hash decides; size and
 * times only save the look at bytes where the file system tells a time that no program can set (`FoundFile.changedMs`).
 *
 * Nothing here rejects, and nothing that is answered is ever of other bytes than asked for: what is lost, damaged or cannot be written is not
 * kept, and the file is read again.
 */
export interface TextStore {
	/** The content of a file that by its size and times holds what it held when it was kept; `undefined` if its bytes must be looked at. */
	find(file: FoundFile, caps: Caps): Promise<DocumentContent | undefined>;

	/**
	 * Hashes of bytes that the file may well hold, and whose content is kept: those that it held last, and those of other files of the same size
	 * and extension, gone ones too, since a file may have been renamed. A few at most.
	 */
	getKnownHashes(file: FoundFile, caps: Caps): readonly string[];

	/** The hash of what `find` would give, without a look at it; `undefined` too for a file whose reading was given up. */
	findHash(file: FoundFile, caps: Caps): string | undefined;

	/** The content of bytes with this hash, read under the file's name. */
	load(file: FoundFile, hash: string, caps: Caps): Promise<DocumentContent | undefined>;

	/** `load`, at once: for who shows a document whose text it does not hold. `place` as `placeOf` gave it, if it did. */
	loadNow(id: string, hash: string, caps: Caps, place?: string): DocumentContent | undefined;

	/** The text of what `loadNow` gives, for who shows passages of many documents: no more is read of it than is asked for. */
	openText(id: string, hash: string, caps: Caps, place?: string): KeptText | undefined;

	/** Where these two will find this content, also in another process; `undefined` as long as they would not. */
	placeOf(id: string, hash: string, caps: Caps): string | undefined;

	/** Keeps what reading gave, and resolves when the next may come: writing goes on behind it. */
	keep(reading: KeptReading): Promise<void>;

	/** The file is gone. Its content stays until `settle`, in case it comes back under another name. */
	forget(id: string): void;

	/** A folder was listed: what else is known below it is gone, but for what stands below `unseen`, folders that could not be looked into. */
	didList(folderUri: string, ids: ReadonlySet<string>, unseen: ReadonlySet<string>): void;

	/**
	 * All that was found is read: contents that no file holds any more are erased, and what waits is written. `isHeld` tells which files the
	 * collection holds; a store on disk keeps for some time what was not listed at all, since a drive may be unplugged.
	 */
	settle(isHeld: (id: string) => boolean): Promise<void>;
}

/** A text store on disk, in places that may change while it is used. */
export interface PlacedTextStore extends TextStore {
	/** Keeps texts there from now on; with no place for a folder, memory serves. */
	setPlaces(places: TextPlaces): Promise<void>;
	/** Erases everything, in these folders of ours too if they are there, and keeps nothing more until places are set anew. Rejects if something is left. */
	erase(alsoFolders: readonly string[]): Promise<KeptAmount>;
	/**
	 * Erases texts that no file holds any more, but for those of bytes that are still used by what is kept beside them. Where nothing is kept
	 * beside them, `settle` does so itself.
	 */
	eraseUnheld(isUsed: (hash: string) => boolean): Promise<void>;
	/** Writes what waits, and lets go of the places. */
	close(): Promise<void>;
	/** Where an index can be kept beside texts: in each place, that of the documents whose texts stand there. */
	readonly indexes: readonly PlacedIndex[];
}

/** Files of an index beside the texts of a place. */
export interface PlacedIndex {
	readonly place: TextPlace;
	readonly files: KeptFiles;
}

/** Where texts are kept, and where they were kept before that. */
export interface TextPlaces {
	readonly places: readonly TextPlace[];
	/** URIs of folders of ours that hold what was kept before the person chose otherwise: it is erased. */
	readonly outdated: readonly string[];
}

/** A place on disk where texts are kept: our own folder, and whose texts it holds. */
export interface TextPlace {
	/** The URI of our folder. Its parent is there, or may be made. */
	readonly directory: string;
	/** The URI of the one source folder whose texts it holds; those of all others if left out. */
	readonly folder?: string;
	/**
	 * With this, in hex, everything in it is authenticated: for a place that others can write to. Without it, everything is only checked against
	 * accidents.
	 */
	readonly key?: string;
	/** Names whoever opens it: of those with the same name one is alive at a time. */
	readonly owner: string;
	/** Nothing is written there: what is kept is taken as it is. */
	readonly isReadOnly?: boolean;
	/** Of a place that nothing is written to: nothing is asked of it either but what stands where `placeOf` said. */
	readonly isAsKept?: boolean;
}

/** One file as it was read. */
export interface KeptReading {
	/** As it was before it was read. */
	readonly file: FoundFile;
	readonly caps: Caps;
	/** Of the bytes that were read; `undefined` if they were not, or not to the end. */
	readonly hash: string | undefined;
	readonly content: DocumentContent;
	/** When reading began, in milliseconds since 1970. */
	readonly readMs: number;
}

/** How much was kept, for those who ask before it is erased, or are told after. */
export interface KeptAmount {
	readonly textCount: number;
	readonly bytes: number;
}
