import { composeMaps } from '../../text/offsetMap.ts';
import type { Range } from '../../text/range.ts';
import type { Metadata } from '../document.ts';
import { findFurniture } from '../furniture.ts';
import { findDate } from '../metadata/date.ts';
import { findPullQuotes } from '../pullQuotes.ts';
import { applyEdits, type Edit, moveRange } from '../repair/edits.ts';
import type { RenderedMarkup } from './htmlText.ts';

/** Leaves the lines out that blogs print before and after their text (labels, comment links, the maker's mark), wherever a page's names did not tell. */
export function cutPageEdges(rendered: RenderedMarkup): RenderedMarkup {
	const lines = findLines(rendered.text);
	const kept = findFurniture(lines.map((line) => rendered.text.slice(line.start, line.end)));
	const start = lines[kept.first]?.start ?? 0;
	const end = lines[kept.end - 1]?.end ?? rendered.text.length;
	return start === 0 && end === rendered.text.length
		? rendered
		: edit(rendered, [
				{ start: 0, end: start, replacement: '' },
				{ start: end, end: rendered.text.length, replacement: '' },
			]);
}

/**
 * Leaves the lines out between headline and text that say only who and when, as the metadata do: `By Ana Lee - 11/18/19 11:04 PM`. A line with
 * another name, another date, or any other word stays.
 */
export function cutKnownLines(rendered: RenderedMarkup, known: Pick<Metadata, 'author' | 'date'>): RenderedMarkup {
	const lines = findLines(rendered.text.slice(0, maxHeadLength));
	const first = rendered.headings[0]?.start === 0 ? 1 : 0;
	let end = first;
	while (end < Math.min(first + maxKnownLines, lines.length - 1) && saysOnlyKnown(textOf(rendered, lines[end]), known)) {
		end++;
	}
	const start = lines[first]?.start ?? 0;
	return end === first ? rendered : edit(rendered, [{ start, end: lines[end]?.start ?? start, replacement: '' }]);
}

/** UTF-16 units. */
const maxHeadLength = 1000;
const maxKnownLines = 3;
const maxKnownLength = 120;

function textOf(rendered: RenderedMarkup, line: Range | undefined): string {
	return line === undefined ? '' : rendered.text.slice(line.start, line.end);
}

function saysOnlyKnown(line: string, { author, date }: Pick<Metadata, 'author' | 'date'>): boolean {
	if (line.length > maxKnownLength) {
		return false;
	}
	const found = findDate(line);
	if (found !== undefined && found.date !== date) {
		return false;
	}
	const undated = found === undefined ? line : `${line.slice(0, found.start)} ${line.slice(found.end)}`;
	const left = author === null ? undated : undated.replace(author, ' ');
	return left !== line && !/[\p{L}\p{N}]/u.test(left.replace(timeForm, ' ').replace(aroundNames, ' '));
}

const timeForm = /\b\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?/giu;
/** Small words and zones that stand in bylines. */
const aroundNames =
	/(?<![\p{L}\p{N}])(?:by|von|par|por|published|posted|written|on|at|uhr|utc|gmt|[ecmp][sd]t|cest|(?:mon|tues|wednes|thurs|fri|satur|sun)day|입력|등록|승인|기자)(?![\p{L}\p{N}])/giu;

/** Sets pull quotes apart that stand in running text, as in plain text. Those that the markup tells are known already. */
export function partPullQuotes(rendered: RenderedMarkup): RenderedMarkup {
	const found = findPullQuotes(rendered.text);
	if (found.quotes.length === 0) {
		return rendered;
	}
	const parted = edit({ ...rendered, quotes: [] }, found.edits);
	const { offsetMap } = applyEdits(rendered.text, found.edits);
	const known = rendered.quotes.filter((quote) => !found.quotes.some((other) => other.start < quote.end && quote.start < other.end));
	const quotes = [...known, ...found.quotes].map((quote) => ({ ...quote, ...moveRange(offsetMap, quote) }));
	return { ...parted, quotes: quotes.sort((a, b) => a.start - b.start) };
}

/** The lines that hold something, in order. */
function findLines(text: string): Range[] {
	const lines: Range[] = [];
	for (let start = 0; start < text.length; ) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline;
		if (end > start) {
			lines.push({ start, end });
		}
		start = end + 1;
	}
	return lines;
}

function edit(rendered: RenderedMarkup, edits: readonly Edit[]): RenderedMarkup {
	const edited = applyEdits(rendered.text, edits);
	const move = <T extends Range>(ranges: readonly T[]): T[] =>
		ranges.map((range) => ({ ...range, ...moveRange(edited.offsetMap, range) })).filter((range) => range.start < range.end);
	return {
		text: edited.text,
		offsetMap: composeMaps(edited.offsetMap, rendered.offsetMap),
		headings: move(rendered.headings).map((heading) => ({ ...heading, text: edited.text.slice(heading.start, heading.end) })),
		notes: move(rendered.notes),
		quotes: move(rendered.quotes),
	};
}
