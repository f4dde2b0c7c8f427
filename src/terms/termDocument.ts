import type { Heading, Page, Quote } from '../library/document.ts';

/** What the terms need to know of a document. The text is kept by reference and never changed. */
export interface TermDocument {
	readonly id: string;
	readonly title: string | null;
	readonly author: string | null;
	readonly publisher: string | null;
	readonly date: string | null;
	/** BCP 47; null if unknown. */
	readonly language: string | null;
	readonly text: string;
	readonly pages: readonly Page[];
	readonly headings: readonly Heading[];
	readonly quotes: readonly Quote[];
}
