import type { Cancellation } from '../base/cancellation.ts';
import type { Caps } from './caps.ts';
import type { DocumentContent, FoundFile } from './document.ts';

/** A folder that holds documents, and what in it is not one. */
export interface SourceFolder {
	/** The folder's URI, without a slash at its end. */
	readonly uri: string;
	/** How the folder is called in lists: its name, or `Sample Collection`. */
	readonly name: string;
	/** Glob patterns against the path below the folder; what matches is left out, with all that is in it. */
	readonly excludes: readonly string[];
	readonly isSample: boolean;
}

/**
 * Where documents come from: the port of the library to files. Answered by local files (a reader worker) and by the editor's workspace.
 * Neither call rejects for a bad file: that is a problem of the file. They reject with `Cancelled`, and for nothing else.
 */
export interface DocumentSource {
	/**
	 * Lists every file below the folder that may be a document, in batches, in no promised order; each real file once, links outside
	 * never followed. Left out: hidden files, excludes, `NAME_files/` beside `NAME.html`, `~$*`.
	 * A folder that cannot be listed is a found file with a `problem`, so that nothing is silently lost.
	 */
	findFiles(folder: SourceFolder, onBatch: (files: readonly FoundFile[]) => void, cancel: Cancellation): Promise<void>;

	/** One file as it is now; `undefined` if it is not there, or not a document (hidden, excluded). */
	findFile(folder: SourceFolder, id: string, cancel: Cancellation): Promise<FoundFile | undefined>;

	/** Reads one file into its content. What cannot be read is a content with problems and no text. */
	readDocument(file: FoundFile, caps: Caps, cancel: Cancellation): Promise<DocumentContent>;

	/** The bytes of a small file that is no document (a glossary), decoded; `undefined` if it cannot be had. */
	readSideFile(id: string, cancel: Cancellation): Promise<string | undefined>;
}
