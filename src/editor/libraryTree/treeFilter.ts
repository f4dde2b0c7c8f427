import type { DocumentSummary } from '../../library/document.ts';
import { foldLine } from './treeOrder.ts';

/** What a filter looks at besides a document's own words: what its kind and its language are called. */
export type FilterWords = (summary: DocumentSummary) => readonly string[];

/** Longer filters are no words that somebody types. UTF-16 units. */
const maxFilterLength = 500;
/** A title or an author longer than this is looked at no further. */
const maxFieldLength = 1_000;

/** The words of documents that filters look at, folded once for each state of a document. */
export class FilterTexts {
	readonly #textOf = new WeakMap<DocumentSummary, string>();
	readonly #wordsOf: FilterWords;

	constructor(wordsOf: FilterWords) {
		this.#wordsOf = wordsOf;
	}

	/** Title, author, site, path, date, language and kind, folded, one a line. */
	textOf(summary: DocumentSummary): string {
		let text = this.#textOf.get(summary);
		if (text === undefined) {
			const { title, author, publisher, relativePath, date, language, kind } = summary;
			text = [title, author, publisher, relativePath, date, language, kind, ...this.#wordsOf(summary)]
				.map((field) => foldLine((field ?? '').slice(0, maxFieldLength)))
				.join('\n');
			this.#textOf.set(summary, text);
		}
		return text;
	}
}

/**
 * Words that a document must have, each in its title, author, site, path, date, language or kind; the beginning or the inside of a word will do,
 * and case, accents and width do not count. `2008 report` shows what is dated 2008 and has `report` in its title or path.
 */
export class TreeFilter {
	/** As typed. */
	readonly text: string;
	readonly #texts: FilterTexts;
	readonly #words: readonly string[];

	constructor(text: string, texts: FilterTexts) {
		this.text = text.trim().slice(0, maxFilterLength);
		this.#texts = texts;
		this.#words = foldLine(this.text)
			.split(' ')
			.filter((word) => word !== '');
	}

	/** Whether nothing is asked for: then all documents match. */
	get isEmpty(): boolean {
		return this.#words.length === 0;
	}

	matches(summary: DocumentSummary): boolean {
		const text = this.#texts.textOf(summary);
		return this.#words.every((word) => text.includes(word));
	}
}
