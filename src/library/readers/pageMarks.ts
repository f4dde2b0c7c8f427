import type { Range } from '../../text/range.ts';
import type { Lines } from './lines.ts';
import { findLoneFolio } from './loneFolios.ts';
import { fillLabels, parseRoman } from './pageLabels.ts';
import { findRunningFolios } from './runningFolios.ts';

/** A line that says which page this is, and nothing else. */
interface PageMark {
	readonly line: number;
	/** How many filled lines stand before it. */
	readonly order: number;
	readonly label: string;
}

/** Where a document's pages begin. */
export interface PageMarks {
	/** The lines that are no text. */
	readonly markLines: readonly number[];
	/** Where the number stands once more, at the edge of the page's own text (`39 In the face of …`): no text either. */
	readonly folios: readonly (Range & { readonly line: number })[];
	/** For each page its label and first line, ascending. */
	readonly pages: readonly { readonly line: number; readonly label: string }[];
}

const number = String.raw`(\d{1,5}|[ivxlc]{1,7})`;
const pageWord = String.raw`(?:page|pages|pg|p|seite|s|página|pagina|pág|페이지|쪽|頁|页|ページ)`;
const outOf = String.raw`(?: ?(?:of|/|von|de|sur|out of) ?\d{1,5})?`;
/** Lines that can be nothing but a page number. */
const plainMarks = [
	new RegExp(`^[-–—[(|]{0,2} ?${pageWord}\\.? ?${number}${outOf} ?[-–—\\])|.]{0,2}$`, 'iu'),
	new RegExp(`^[-–—[(|]{0,2} ?${number} ?(?:page|페이지|쪽|頁|页|ページ)\\.?${outOf} ?[-–—\\])|]{0,2}$`, 'iu'),
	/^[-–—]{1,2} ?(\d{1,5}) ?[-–—]{1,2}$/u,
];
const maxMarkLength = 30;
const maxTitleLength = 80;
/** More marks or pages than this are no document's; they stay text. */
const maxMarks = 100_000;
const bareNumber = /^(\d{1,4})$/;

/**
 * Finds the page numbers of a scan or a converted file: `39page`, `Page 39`, `p. 39`, `- 39 -`, `39쪽`, form feeds, and lines that hold a
 * bare number where it can be nothing else: at the very top or bottom of the text, beside a form feed, or in a series of at least three
 * that counts up by one and breaks sentences (numbered chapters do not).
 */
export function findPageMarks(lines: Lines): PageMarks {
	const filled: number[] = [];
	for (let at = 0; at < lines.count; at++) {
		if (!lines.isBlank(at)) {
			filled.push(at);
		}
	}
	const formFeeds = filled.length === 0 ? [] : findFormFeeds(lines);
	const marks = findMarks(lines, filled, formFeeds);
	if (formFeeds.length === 0 && marks.length === 0) {
		const lone = findLoneFolio(lines, filled);
		return lone ? { markLines: lone.lines, folios: lone.parts, pages: [{ line: 0, label: lone.label }] } : noPages;
	}
	const folios = findFolios(lines, filled, marks);
	const found = formFeeds.length > 0 ? pagesByFormFeed(lines, formFeeds, marks, filled) : pagesByMarks(marks, filled);
	return { ...found, folios };
}

const noPages: PageMarks = { markLines: [], folios: [], pages: [] };

/** The first lines of pages that a form feed starts, the first page's too. */
function findFormFeeds(lines: Lines): number[] {
	const starts: number[] = [];
	for (let at = 0; at < lines.count; at++) {
		if (lines.startsPage(at)) {
			starts.push(at);
		}
	}
	// A form feed at the very end ends the last page.
	const last = starts.at(-1);
	if (last !== undefined && last === lines.count - 1 && lines.isBlank(last)) {
		starts.pop();
	}
	return starts.length === 0 || starts.length > maxMarks ? [] : [0, ...starts];
}

function findMarks(lines: Lines, filled: readonly number[], formFeeds: readonly number[]): PageMark[] {
	const marks: PageMark[] = [];
	const bare: PageMark[] = [];
	const roman: PageMark[] = [];
	const feeds = new Set(formFeeds);
	for (const [order, line] of filled.entries()) {
		if (lines.lengthOf(line) > maxMarkLength || marks.length + bare.length >= maxMarks) {
			continue;
		}
		const text = lines.slice(line);
		const label = bareNumber.test(text) ? undefined : labelOf(text);
		if (label !== undefined) {
			marks.push({ line, order, label });
		} else if (bareNumber.test(text)) {
			bare.push({ line, order, label: text });
		} else if (
			feeds.size > 0 &&
			roman.length < maxMarks &&
			parseRoman(text) !== undefined &&
			besidePageBreak(lines, filled, order, feeds)
		) {
			roman.push({ line, order, label: text });
		}
	}
	marks.push(...romanSeries(roman));
	const known = new Set(marks.map((mark) => mark.line));
	const counted = findSeries(lines, filled, bare);
	for (const mark of bare) {
		const { order } = mark;
		const besideFeed = besidePageBreak(lines, filled, order, feeds);
		// The folio is often there twice, once as the scanner's own mark and once from the page itself.
		const repeatsMark = [order - 1, order + 1].some((beside) => {
			const line = filled[beside] ?? -1;
			return known.has(line) && labelOf(lines.slice(line)) === mark.label;
		});
		if (besideFeed || repeatsMark || counted.has(mark.line) || isAtEdge(lines, filled, order, mark.label)) {
			marks.push(mark);
		}
	}
	return marks.sort((a, b) => a.line - b.line);
}

/** The Roman numbers beside form feeds that follow each other: alone such letters are a heading or an initial. */
function romanSeries(roman: readonly PageMark[]): PageMark[] {
	const follows = (mark: PageMark | undefined, next: PageMark | undefined) =>
		mark !== undefined && next !== undefined && (parseRoman(mark.label) ?? 0) + 1 === parseRoman(next.label);
	return roman.filter((mark, at) => follows(roman[at - 1], mark) || follows(mark, roman[at + 1]));
}

function labelOf(line: string): string | undefined {
	for (const pattern of plainMarks) {
		const label = pattern.exec(line)?.[1];
		if (label !== undefined) {
			return label;
		}
	}
	return undefined;
}

/** Whether the line is the first or last of a page that a form feed ends. */
function besidePageBreak(lines: Lines, filled: readonly number[], order: number, feeds: ReadonlySet<number>): boolean {
	if (feeds.size === 0) {
		return false;
	}
	const line = filled[order] ?? 0;
	const before = filled[order - 1] ?? -1;
	const after = filled[order + 1] ?? lines.count;
	for (let at = before + 1; at <= line; at++) {
		if (feeds.has(at)) {
			return true;
		}
	}
	for (let at = line + 1; at <= Math.min(after, lines.count - 1); at++) {
		if (feeds.has(at)) {
			return true;
		}
	}
	return order === filled.length - 1;
}

/** A bare number as the first or last line of the text, apart from it by an empty line. A year may be a title. */
function isAtEdge(lines: Lines, filled: readonly number[], order: number, label: string): boolean {
	if (filled.length < 2 || /^(?:1[5-9]|20)\d\d$/.test(label)) {
		return false;
	}
	const line = filled[order] ?? 0;
	if (order === 0) {
		return lines.isBlank(line + 1) && !startsList(lines, filled, label);
	}
	return order === filled.length - 1 && lines.isBlank(line - 1);
}

/** Whether numbers like this one stand before parts of the text: `1`, then somewhere `2` alone on its line. */
function startsList(lines: Lines, filled: readonly number[], label: string): boolean {
	const next = String(Number(label) + 1);
	return filled.some((line) => {
		const { start, end } = lines.range(line);
		return end - start === next.length && lines.text.startsWith(next, start);
	});
}

/** A page that lost its number may stand between two of a series, or two. */
const maxStep = 3;
const minBreaking = 2;

/**
 * The lines of the longest series of bare numbers that counts up through the text, three or more, where two of them and one in five stand
 * within a sentence. Other bare numbers between them (of notes, of a table) break no series.
 */
function findSeries(lines: Lines, filled: readonly number[], bare: readonly PageMark[]): ReadonlySet<number> {
	/** For each number the longest series that ends with it so far. */
	const seriesTo = new Map<number, { readonly length: number; readonly at: number }>();
	const before: (number | undefined)[] = [];
	let best: { readonly length: number; readonly at: number } = { length: 0, at: -1 };
	for (const [at, entry] of bare.entries()) {
		const number = Number(entry.label);
		let longest = { length: 0, at: -1 };
		for (let step = 1; step <= maxStep; step++) {
			const series = seriesTo.get(number - step);
			longest = series && series.length > longest.length ? series : longest;
		}
		const own = { length: longest.length + 1, at };
		before.push(longest.at < 0 ? undefined : longest.at);
		if (own.length > (seriesTo.get(number)?.length ?? 0)) {
			seriesTo.set(number, own);
		}
		best = own.length > best.length ? own : best;
	}
	const series: PageMark[] = [];
	for (let at: number | undefined = best.at; at !== undefined && at >= 0; at = before[at]) {
		const entry = bare[at];
		if (entry) {
			series.push(entry);
		}
	}
	const breaking = series.filter(({ order }) => breaksSentence(lines, filled, order)).length;
	return new Set(series.length >= 3 && breaking >= Math.max(minBreaking, series.length / 5) ? series.map((mark) => mark.line) : []);
}

function breaksSentence(lines: Lines, filled: readonly number[], order: number): boolean {
	const [before, after] = [filled[order - 1], filled[order + 1]];
	if (before === undefined || after === undefined) {
		return false;
	}
	return !/[.!?…:;"”’»」。！？)\]]$/u.test(lines.tail(before, 10)) && /^\p{Ll}/u.test(lines.head(after, 10));
}

function pagesByFormFeed(
	lines: Lines,
	feeds: readonly number[],
	marks: readonly PageMark[],
	filled: readonly number[],
): Omit<PageMarks, 'folios'> {
	const running = findRunningFolios(lines, feeds);
	let next = 0;
	const printed = feeds.map((_, at) => {
		const end = feeds[at + 1] ?? Number.POSITIVE_INFINITY;
		let label: string | undefined;
		while (next < marks.length && (marks[next]?.line ?? 0) < end) {
			label ??= marks[next]?.label;
			next++;
		}
		return label ?? running.labels.get(at);
	});
	// An empty first page (a form feed at the very start) is none.
	const first = filled[0] ?? 0;
	const pages: { readonly line: number; readonly label: string }[] = [];
	for (const [at, label] of fillLabels(printed).entries()) {
		if (label !== undefined && (feeds[at + 1] ?? Number.POSITIVE_INFINITY) > first) {
			pages.push({ line: feeds[at] ?? 0, label });
		}
	}
	return { markLines: [...marks.map((mark) => mark.line), ...running.lines], pages };
}

/** Without form feeds: marks stand above their pages if the first of them has no text before it, else below. */
function pagesByMarks(marks: readonly PageMark[], filled: readonly number[]): Omit<PageMarks, 'folios'> {
	const markLines = marks.map((mark) => mark.line);
	const distinct = marks.filter((mark, at) => mark.label !== marks[at - 1]?.label);
	const [first] = distinct;
	if (!first) {
		return { markLines: [], pages: [] };
	}
	const isMark = new Set(markLines);
	const firstText = filled.find((line) => !isMark.has(line)) ?? 0;
	const lastText = filled.findLast((line) => !isMark.has(line)) ?? 0;
	const areBelow = first.line > firstText && (marks.at(-1)?.line ?? 0) > lastText;
	if (areBelow) {
		return {
			markLines,
			pages: distinct.map((mark, at) => ({ label: mark.label, line: at === 0 ? 0 : (distinct[at - 1]?.line ?? 0) + 1 })),
		};
	}
	return { markLines, pages: distinct.map((mark) => ({ label: mark.label, line: mark.line })) };
}

/**
 * The printed folio that a scan left in the text beside its mark: the same number, at the very beginning of the line after the mark or at the very
 * end of the line before it. A number that counts something (`39 people`) is followed by a small letter; it goes only if it breaks a sentence.
 */
function findFolios(lines: Lines, filled: readonly number[], marks: readonly PageMark[]): (Range & { line: number })[] {
	const isMark = new Set(marks.map((mark) => mark.line));
	const folios: (Range & { line: number })[] = [];
	for (const { order, label } of marks) {
		const before = filled[order - 1];
		const endsOpen = before !== undefined && !isMark.has(before) && !/[.!?…:;"”’»」。！？)\]]$/u.test(lines.tail(before, 10));
		// The page's title may stand between the mark and the text that the folio was printed beside.
		const [next = -1, second = -1] = [filled[order + 1], filled[order + 2]];
		const candidates = lines.lengthOf(next) <= maxTitleLength && !isMark.has(second) ? [next, second] : [next];
		const folio = isMark.has(next)
			? undefined
			: candidates.map((line) => folioAt(lines, line, label, endsOpen && line === next)).find((found) => found);
		if (folio) {
			folios.push(folio);
			continue;
		}
		if (before !== undefined && !isMark.has(before)) {
			const range = lines.range(before);
			const text = lines.text.slice(Math.max(range.start, range.end - 40), range.end);
			const gap = text.endsWith(label) ? /[.!?…"”’»」。] {1,4}$/u.exec(text.slice(0, -label.length))?.[0].length : undefined;
			if (gap !== undefined) {
				folios.push({ line: before, start: range.end - label.length - gap + 1, end: range.end });
			}
		}
	}
	return folios;
}

/** The folio at the beginning of a line. */
function folioAt(lines: Lines, line: number, label: string, endsOpen: boolean): (Range & { line: number }) | undefined {
	const text = lines.head(line, 40);
	const gap = text.startsWith(label) ? /^[ \t|]{1,4}/.exec(text.slice(label.length))?.[0].length : undefined;
	if (gap === undefined) {
		return undefined;
	}
	const next = text.slice(label.length + gap);
	const { start } = lines.range(line);
	const isFolio = /^[\p{Lu}\p{Lo}"“‘«「'(]/u.test(next) || (endsOpen && /^\p{Ll}/u.test(next));
	return isFolio ? { line, start, end: start + label.length + gap } : undefined;
}
