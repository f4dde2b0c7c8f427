import { composeMaps } from '../text/offsetMap.ts';
import { findLastAtOrBefore, type Range } from '../text/range.ts';
import type { DocumentContent } from './document.ts';
import { composeLetters, findPartedLetters } from './repair/composedLetters.ts';
import { applyEdits } from './repair/edits.ts';

/** The content with each letter that a format brought in parts (`e&#769;`, a run of a Word file) as one character, in its text and in what it says of itself. */
export function composeContent(content: DocumentContent): DocumentContent {
	const { title, author, publisher } = content;
	const composed = {
		...content,
		title: title && composeLetters(title).text,
		author: author && composeLetters(author).text,
		publisher: publisher && composeLetters(publisher).text,
		quotes: content.quotes.map((quote) => ({
			...quote,
			speaker: quote.speaker && composeLetters(quote.speaker).text,
			role: quote.role && composeLetters(quote.role).text,
		})),
	};
	const edits = findPartedLetters(content.text);
	if (edits.length === 0) {
		return composed;
	}
	const { text, offsetMap } = applyEdits(content.text, edits);
	let shift = 0;
	const shifts = edits.map(({ start, end, replacement }) => {
		shift += end - start - replacement.length;
		return shift;
	});
	const moveOffset = (offset: number): number => {
		const last = findLastAtOrBefore(edits, offset - 1);
		return Math.max(offset, edits[last]?.end ?? 0) - (shifts[last] ?? 0);
	};
	const move = <T extends Range>(range: T): T => ({ ...range, start: moveOffset(range.start), end: moveOffset(range.end) });
	return {
		...composed,
		text,
		offsetMap: composeMaps(offsetMap, content.offsetMap),
		pages: content.pages.map(move),
		headings: content.headings.map((heading) => {
			const moved = move(heading);
			return { ...moved, text: text.slice(moved.start, moved.end) };
		}),
		notes: content.notes.map(move),
		quotes: composed.quotes.map(move),
	};
}
