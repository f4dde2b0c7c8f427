import { type Range, sliceOf } from '../text/range.ts';
import type { DocumentContent, Page } from './document.ts';
import { findSections, type Section } from './sections.ts';

/** A clean text that is kept somewhere, of which a passage can be had without the rest. What is not as it was written any more is `undefined`. */
export interface KeptText {
	/** In UTF-16 units. */
	readonly length: number;
	/** The text of a range that lies in it. */
	read(range: Range): string | undefined;
	readPlaces(): Places | undefined;
}

/** By what a passage's place in a document is named. */
export interface Places {
	readonly pages: readonly Page[];
	readonly sections: readonly Section[];
}

export function toPlaces({ pages, headings }: DocumentContent): Places {
	return { pages, sections: findSections(headings) };
}

/** That of a content in memory. */
export function toKeptText(content: DocumentContent): KeptText {
	const { text } = content;
	return { length: text.length, read: (range) => sliceOf(text, range), readPlaces: () => toPlaces(content) };
}
