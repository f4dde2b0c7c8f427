import { composeMaps } from '../../text/offsetMap.ts';
import type { Range } from '../../text/range.ts';
import type { DocumentContent } from '../document.ts';
import { findPullQuotes } from '../pullQuotes.ts';
import { applyEdits, moveRange } from '../repair/edits.ts';

/** The text of an office document with all that stands in it. */
export type OfficeText = Pick<DocumentContent, 'text' | 'offsetMap' | 'headings' | 'notes' | 'pages'>;

/** Finds the pull quotes of an office document and sets those apart that stand in running text, as in plain text. */
export function partOfficeQuotes(content: OfficeText): OfficeText & Pick<DocumentContent, 'quotes'> {
	const { quotes, edits } = findPullQuotes(content.text);
	if (edits.length === 0) {
		return { ...content, quotes };
	}
	const edited = applyEdits(content.text, edits);
	const move = <T extends Range>(ranges: readonly T[]): T[] =>
		ranges.map((range) => ({ ...range, ...moveRange(edited.offsetMap, range) })).filter((range) => range.start < range.end);
	const pages = content.pages.map((page) => ({ ...page, ...moveRange(edited.offsetMap, page) }));
	return {
		text: edited.text,
		offsetMap: composeMaps(edited.offsetMap, content.offsetMap),
		headings: move(content.headings).map((heading) => ({ ...heading, text: edited.text.slice(heading.start, heading.end) })),
		notes: move(content.notes),
		// A page goes on to where the next one begins, through breaks that were put in.
		pages: pages.map((page, index) => ({ ...page, end: pages[index + 1]?.start ?? edited.text.length })),
		quotes: move(quotes),
	};
}
