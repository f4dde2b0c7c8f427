import type { OffsetMap } from '../../text/offsetMap.ts';
import { overlaps, type Range } from '../../text/range.ts';
import type { DocumentContent, Heading, Page } from '../document.ts';
import { findFurniture } from '../furniture.ts';
import { edgeLineCount, findRunningLines } from '../furnitureOfPages.ts';
import { findByline } from '../metadata/byline.ts';
import { findDateInLines } from '../metadata/dateLine.ts';
import { readHeaderFields } from '../metadata/header.ts';
import { findTitleLine } from '../metadata/title.ts';
import { findPullQuotes } from '../pullQuotes.ts';
import { repairBrokenWords } from '../repair/brokenWords.ts';
import { cleanCharacters } from '../repair/characters.ts';
import { applyEdits, composeSteps, type MappedText, moveOffset, moveRange } from '../repair/edits.ts';
import { Lines } from './lines.ts';
import { findPageMarks, type PageMarks } from './pageMarks.ts';
import { layOutParagraphs } from './paragraphs.ts';
import { cutSource, type ReaderContext } from './reader.ts';
import { findTextHeadings } from './textHeadings.ts';

/** Longer texts (books have 1 Mi, the longest novels 6) are data rather than scans: their words stay as they are. UTF-16 units. */
const maxRepairLength = 6 * 1024 * 1024;

/**
 * Reads plain text: what somebody typed, copied out of a browser, or a scanner left. Page marks and page furniture are left out, wrapped lines
 * and broken words made whole, pull quotes set apart; title, date and byline are read where the text says them. Text that needs none of this
 * comes out as it is. Each step gives its own map, and together they lead back to the file.
 */
export function readPlainText(source: string, { caps }: ReaderContext): DocumentContent {
	const cut = cutSource(source, caps);
	const characters = cleanCharacters(cut.source);
	const lines = new Lines(characters.text);
	const marks = findPageMarks(lines);
	const { dropped, metadataLines } = chooseLines(lines, marks);
	const laidOut = layOutParagraphs(
		lines,
		dropped,
		marks.pages.map((page) => page.line),
	);
	const repaired = laidOut.text.length <= maxRepairLength ? repairBrokenWords(laidOut.text) : applyEdits(laidOut.text, []);
	const pullQuotes = findPullQuotes(repaired.text);
	const parted = applyEdits(repaired.text, pullQuotes.edits);
	const { text } = parted;

	const quotes = pullQuotes.quotes.map((quote) => ({ ...quote, ...moveRange(parted.offsetMap, quote) }));
	const title = findTitle(text, quotes) ?? displayTitle(text, parted.offsetMap, pullQuotes.displayTitles);
	const header = readHeaderFields(metadataLines);
	const byline = findByline(metadataLines);
	return {
		kind: 'txt',
		title: header.title ?? title?.text ?? null,
		author: header.author ?? byline?.author ?? null,
		date: header.date ?? findDateInLines(metadataLines),
		publisher: header.publisher ?? byline?.publisher ?? null,
		language: null,
		text,
		pages: pagesOf(marks, laidOut.anchorOffsets, [repaired, parted]),
		headings: findTextHeadings(text, title),
		notes: [],
		quotes,
		offsetMap: composeSteps([parted, repaired, laidOut, characters]),
		problems: text.length <= caps.maxTextLength ? cut.problems : [],
	};
}

/** So many lines at either end may say who wrote the text and when. */
const metadataLineCount = 12;

/** Decides which lines are no text, and gives the outermost lines, in which the metadata stands, before any of them goes. */
function chooseLines(lines: Lines, marks: PageMarks): { readonly dropped: ReadonlySet<number>; readonly metadataLines: readonly string[] } {
	const dropped = new Set(marks.markLines);
	for (const folio of marks.folios) {
		lines.leaveOut(folio.line, folio);
	}
	for (const line of findRunning(lines, marks, dropped)) {
		dropped.add(line);
	}
	const kept: number[] = [];
	for (let at = 0; at < lines.count; at++) {
		if (!dropped.has(at) && !lines.isBlank(at)) {
			kept.push(at);
		}
	}
	const { first, end } = furnitureOf(lines, kept);
	for (const at of [...kept.slice(0, first), ...kept.slice(end)]) {
		dropped.add(at);
	}
	const head = kept.slice(0, first + metadataLineCount);
	const tail = kept.slice(Math.max(head.length, end - 3));
	return { dropped, metadataLines: [...head, ...tail].map((at) => lines.head(at, 1_000)) };
}

/** So many lines at either end are asked for furniture; `findFurniture` looks no further. */
const furnitureLineCount = 500;

function furnitureOf(lines: Lines, kept: readonly number[]): { readonly first: number; readonly end: number } {
	const head = kept.slice(0, furnitureLineCount);
	const tail = kept.slice(Math.max(head.length, kept.length - furnitureLineCount));
	const { first, end } = findFurniture([...head, ...tail].map((at) => lines.head(at, 10_000)));
	return { first, end: kept.length - (head.length + tail.length - end) };
}

/** No work of letters has so many pages; of data, no line is a running head. */
const maxBookPages = 100_000;

function findRunning(lines: Lines, marks: PageMarks, dropped: ReadonlySet<number>): number[] {
	if (marks.pages.length > maxBookPages) {
		return [];
	}
	const edges = marks.pages.map((page, at) => {
		const end = marks.pages[at + 1]?.line ?? lines.count;
		const top = outermost(lines, page.line, end, 1, dropped);
		return [...new Set([...top, ...outermost(lines, end - 1, page.line - 1, -1, dropped)])];
	});
	const isRunning = findRunningLines(edges.map((page) => page.map((at) => lines.head(at, 200))));
	return edges.flat().filter((at) => isRunning(lines.head(at, 200)));
}

function outermost(lines: Lines, from: number, to: number, step: 1 | -1, dropped: ReadonlySet<number>): number[] {
	const found: number[] = [];
	for (let at = from; at !== to && found.length < edgeLineCount; at += step) {
		if (!lines.isBlank(at) && !dropped.has(at)) {
			found.push(at);
		}
	}
	return found;
}

const titleLineCount = 12;

function findTitle(text: string, quotes: readonly Range[]): Heading | undefined {
	const lines: { start: number; end: number; text: string; endsParagraph: boolean }[] = [];
	for (let start = 0; start < text.length && lines.length < titleLineCount; ) {
		const lineBreak = text.indexOf('\n', start);
		const end = lineBreak < 0 ? text.length : lineBreak;
		if (end > start) {
			lines.push({ start, end, text: text.slice(start, Math.min(end, start + 400)), endsParagraph: text.startsWith('\n\n', end) });
		}
		start = end + 1;
	}
	const range = findTitleLine(lines);
	return range && !quotes.some((quote) => overlaps(quote, range))
		? { level: 1, text: text.slice(range.start, range.end), ...range }
		: undefined;
}

function displayTitle(text: string, map: OffsetMap, titles: readonly Range[]): Heading | undefined {
	const [first] = titles;
	if (!first) {
		return undefined;
	}
	const range = moveRange(map, first);
	return { level: 1, text: text.slice(range.start, range.end), ...range };
}

/** Pages tile the text from the first of them to its end. One that holds nothing is left out. */
function pagesOf(marks: PageMarks, anchors: readonly number[], steps: readonly MappedText[]): Page[] {
	const starts = anchors.map((anchor) => steps.reduce((offset, step) => moveOffset(step.offsetMap, offset), anchor));
	const length = steps.at(-1)?.text.length ?? 0;
	return marks.pages
		.map((page, at) => ({ label: page.label, start: starts[at] ?? length, end: starts[at + 1] ?? length }))
		.filter((page) => page.end > page.start);
}
