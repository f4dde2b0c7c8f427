import type { Range } from '../../text/range.ts';

/** A list or a table without an empty line is taken around the caret only, so much on either side. UTF-16 units. */
const maxReach = 1_500;

/**
 * The paragraph around an offset: the lines between two empty ones, without white space at its ends. `undefined` on an empty line. Of a paragraph
 * longer than a page and a half, the whole lines near the offset; of a longer line, what is near in it. Looks at no more of the text than that.
 */
export function findParagraph(text: string, offset: number): Range | undefined {
	const at = Math.min(Math.max(0, offset), text.length);
	const lowest = Math.max(0, at - maxReach);
	const highest = Math.min(text.length, at + maxReach);
	let start = text.lastIndexOf('\n', at - 1) + 1;
	let end = endOfLine(text, at);
	if (at === 0) {
		start = 0;
	}
	if (text.slice(Math.max(start, lowest), Math.min(end, highest)).trim() === '') {
		return undefined;
	}
	while (start > lowest) {
		const before = start < 2 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
		if (before < lowest || text.slice(before, start).trim() === '') {
			break;
		}
		start = before;
	}
	while (end < highest) {
		const next = endOfLine(text, end + 1);
		if (next > highest || text.slice(end, next).trim() === '') {
			break;
		}
		end = next;
	}
	start = Math.max(start, lowest);
	end = Math.min(end, highest);
	const raw = text.slice(start, end);
	const from = start + raw.length - raw.trimStart().length;
	return { start: from, end: from + raw.trim().length };
}

function endOfLine(text: string, at: number): number {
	const end = text.indexOf('\n', at);
	return end < 0 ? text.length : end;
}

/** The parts of the prose that lie in the paragraph, counted from its start. */
export function proseWithin(paragraph: Range, prose: readonly Range[]): Range[] {
	return prose
		.filter((range) => range.end > paragraph.start && range.start < paragraph.end)
		.map((range) => ({
			start: Math.max(range.start, paragraph.start) - paragraph.start,
			end: Math.min(range.end, paragraph.end) - paragraph.start,
		}));
}
