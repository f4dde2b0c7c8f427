import type { Cancellation } from '../base/cancellation.ts';
import type { Problem } from '../base/problem.ts';
import type { Caps } from './caps.ts';
import { type DocumentContent, emptyContent, type FoundFile } from './document.ts';

/** A folder that holds documents, and what in it is not one. */
export interface SourceFolder {
	/** The folder's URI, without a slash at its end. */
	readonly uri: string;
	/** How the folder is called in lists: its name, or `Sample Collection`. */
	readonly name: string;
	/** Glob patterns against the path below the folder; what matches is left out, with all that is in it. */
	readonly excludes: readonly string[];
	readonly isSample: boolean;
	/** What the paths of its documents begin with where they are shown on the command line: the folder as it was given there. */
	readonly shownAs?: string;
}

/** What became of reading one file. */
export interface ReadAnswer {
	/** SHA-256 of the file's bytes, in hex; `undefined` where its bytes could not be had, or its reader was ended. */
	readonly hash: string | undefined;
	/** `undefined` if the bytes are among those whose content the asker has: then nothing was parsed. */
	readonly content: DocumentContent | undefined;
}

/** The answer for a file whose bytes could not be had, or whose reader was ended. */
export function unreadAnswer(problem: Problem): ReadAnswer {
	return { hash: undefined, content: emptyContent('other', [problem]) };
}

/**
 * Where documents come from: the port of the library to files. Answered by local files (a reader worker) and by the editor's workspace.
 * Neither call rejects for a bad file: that is a problem of the file. They reject with `Cancelled`, and for nothing else.
 */
export interface DocumentSource {
	/**
	 * Lists every file below the folder that may be a document, in batches, in no promised order; each real file once, links outside
	 * never followed. Left out: hidden files, excludes, `NAME_files/` beside `NAME.html`, `~$*`, on disk a folder of ours (an index).
	 * A folder that cannot be listed is a found file with a `problem`, so that nothing is silently lost.
	 */
	findFiles(folder: SourceFolder, onBatch: (files: readonly FoundFile[]) => void, cancel: Cancellation): Promise<void>;

	/** One file as it is now; `undefined` if it is not there, or not a document (hidden, excluded). */
	findFile(folder: SourceFolder, id: string, cancel: Cancellation): Promise<FoundFile | undefined>;

	/**
	 * Reads one file into its content, unless the hash of its bytes is one of `knownHashes`. What cannot be read is a content with problems and
	 * no text.
	 */
	readDocument(file: FoundFile, caps: Caps, knownHashes: readonly string[], cancel: Cancellation): Promise<ReadAnswer>;

	/** The bytes of a small file that is no document (a glossary), decoded; `undefined` if it cannot be had. */
	readSideFile(id: string, cancel: Cancellation): Promise<string | undefined>;
}
