/** Limits that keep a hostile or broken file from taking the machine. Part of what clean text depends on. */
export interface Caps {
	/** A larger file is skipped. */
	readonly maxFileBytes: number;
	/** Clean text beyond this is left out (`truncated`). UTF-16 units. */
	readonly maxTextLength: number;
	/** Reading one file takes at most this long; then its reader is ended. */
	readonly maxReadMs: number;
	/**
	 * A container (docx, odt, epub) may be unpacked for so long without giving text. Hostile ones unpack and unpack; a large honest one gives text
	 * all the while, and has `maxReadMs` as every file has, also on a slow machine.
	 */
	readonly maxContainerMs: number;
	/** Elements nested deeper than this are read as plain text, so that whoever follows the levels one inside the other has an end. */
	readonly maxMarkupDepth: number;
	/** Pages of a PDF beyond this are left out. */
	readonly maxPages: number;
	/** Containers (Word, OpenDocument, e-books) with more parts are skipped. */
	readonly maxContainerParts: number;
	/** What is read of a container takes no more than this, unpacked. */
	readonly maxUnpackedBytes: number;
}

/** Safe for a laptop. Everything else that a reader limits follows from these or is no matter of taste. */
export const defaultCaps: Caps = {
	maxFileBytes: 100 * 1024 * 1024,
	maxTextLength: 20 * 1024 * 1024,
	maxReadMs: 8_000,
	maxContainerMs: 2_000,
	maxMarkupDepth: 200,
	maxPages: 20_000,
	maxContainerParts: 10_000,
	maxUnpackedBytes: 256 * 1024 * 1024,
};
