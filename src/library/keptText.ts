import { type Range, sliceOf } from '../text/range.ts';
import type { DocumentContent, Page } from './document.ts';

/** A clean text that is kept somewhere, of which a passage can be had without the rest. What is not as it was written any more is `undefined`. */
export interface KeptText {
	/** In UTF-16 units. */
	readonly length: number;
	/** The text of a range that lies in it. */
	read(range: Range): string | undefined;
	readPages(): readonly Page[] | undefined;
}

/** That of a content in memory. */
export function toKeptText({ text, pages }: DocumentContent): KeptText {
	return { length: text.length, read: (range) => sliceOf(text, range), readPages: () => pages };
}
