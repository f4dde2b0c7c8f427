import type { AskedDocuments } from './matching.ts';
import type { IndexPart } from './parts/part.ts';

/** A part of the index, and where its passages and documents stand among those of all parts. */
export interface PlacedPart {
	readonly part: IndexPart;
	/** Which of the parts it is. */
	readonly number: number;
	/** Whether documents may still come into it. */
	readonly isLive: boolean;
	readonly firstPassage: number;
	readonly firstDocument: number;
}

/** What is asked of the documents of one language in one part. */
export interface Question {
	readonly placed: PlacedPart;
	/** All of the language: they say how much a word is worth. */
	readonly ofLanguage: AskedDocuments;
	/** Those of them that may be found. */
	readonly asked: AskedDocuments;
	/** Whether each passage number of the part is that of a document of the language: then nobody has to look at each. */
	readonly isComplete: boolean;
}
