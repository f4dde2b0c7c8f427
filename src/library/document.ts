import type { Problem, ReadState } from '../base/problem.ts';
import type { OffsetMap } from '../text/offsetMap.ts';
import type { Range } from '../text/range.ts';

/** All kinds of documents. */
export const documentKinds = [
	'txt',
	'md',
	'html',
	'pdf',
	'docx',
	'odt',
	'rtf',
	'epub',
	'eml',
	'mbox',
	'csv',
	'tex',
	'org',
	'rst',
	'adoc',
	'srt',
	'vtt',
	'other',
] as const;

/** What a file is, by its content first and its name second. */
export type DocumentKind = (typeof documentKinds)[number];

/** A page of the document, by its own label (`39`, `iv`). Pages ascend; text before the first belongs to none. A page without text (a scan) is empty. */
export interface Page extends Range {
	readonly label: string;
}

/** A heading that stands in the clean text at this range. `level` counts from 1. */
export interface Heading extends Range {
	readonly level: number;
	readonly text: string;
}

/** A pull quote: an own paragraph of the clean text. The range covers the quotation with its marks, not the speaker's name behind it. */
export interface Quote extends Range {
	readonly speaker: string | null;
	readonly role: string | null;
}

/** What a document says of itself. Unknown is null, never a guess out of the blue. */
export interface Metadata {
	readonly title: string | null;
	readonly author: string | null;
	/** EDTF: `2008-03-01`, `2008-03`, `2008`. */
	readonly date: string | null;
	/** Publisher or site. */
	readonly publisher: string | null;
	/** BCP 47: `en`, `ko`. */
	readonly language: string | null;
}

/**
 * What a reader makes of a file's bytes: a function of the bytes, the file's name, the caps and Dossier's version, and of nothing else.
 * Every range counts UTF-16 units in `text`, which holds `\n` only (no CR, NUL, U+2028, U+2029) and parts paragraphs by an empty line.
 */
export interface DocumentContent extends Metadata {
	readonly kind: DocumentKind;
	readonly text: string;
	readonly pages: readonly Page[];
	readonly headings: readonly Heading[];
	/** Foot- and endnotes, each an own paragraph. */
	readonly notes: readonly Range[];
	readonly quotes: readonly Quote[];
	readonly offsetMap: OffsetMap;
	readonly problems: readonly Problem[];
}

/** A file that a source found, read or not. */
export interface FoundFile {
	/** Identity: the file's URI (`file:///…`, or the workspace's own scheme). The same file keeps it from run to run. */
	readonly id: string;
	/** The URI of the source folder it was found under. */
	readonly folder: string;
	/** The path below that folder, with `/`. */
	readonly relativePath: string;
	readonly sizeBytes: number;
	/** Milliseconds since 1970, as the file system tells. */
	readonly modifiedMs: number;
	/**
	 * When anything of the file last changed, its times included: no program can set this one. Left out where the file system does not tell;
	 * then size and times prove nothing, and only the bytes say whether a file is the same.
	 */
	readonly changedMs?: number;
	/** Set where listing already showed that it cannot be read (a FIFO, a refused folder). */
	readonly problem?: Problem;
}

/** A document as lists show it: everything but the text. */
export interface DocumentSummary extends FoundFile, Metadata {
	readonly kind: DocumentKind;
	readonly state: ReadState;
	readonly problems: readonly Problem[];
	readonly pageCount: number;
	readonly headingCount: number;
	readonly wordCount: number;
	/** The first words of the document's body, at most 300 units, for tooltips. */
	readonly opening: string;
	/** What the document says of itself, where a side file says otherwise. */
	readonly found?: Metadata;
	/** The key by which the writer cites it, as a side file says. */
	readonly citationKey?: string;
}

/**
 * A document of the collection: the summary, and the content where it was read. Of a document that was kept both are read from the disk when they
 * are asked for: who goes through many asks for no more than it needs.
 */
export interface LibraryDocument {
	readonly summary: DocumentSummary;
	readonly content: DocumentContent;
}

/** A content that says only why there is none. */
export function emptyContent(kind: DocumentKind, problems: readonly Problem[]): DocumentContent {
	return {
		kind,
		title: null,
		author: null,
		date: null,
		publisher: null,
		language: null,
		text: '',
		pages: [],
		headings: [],
		notes: [],
		quotes: [],
		offsetMap: [],
		problems,
	};
}
