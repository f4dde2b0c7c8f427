import { edgeLineCount, findRunningLines, RepeatedLines } from '../furnitureOfPages.ts';
import { parseRoman } from './pageLabels.ts';
import type { PdfLine } from './pdfLines.ts';

/** The lines of a page, column by column, and how high it is. */
export interface LinedPage {
	readonly columns: readonly (readonly PdfLine[])[];
	readonly height: number;
}

/** What the heads and feet of the pages say. */
export interface PageEdges {
	/** Lines that are no text: running heads and feet, and page numbers. */
	readonly dropped: ReadonlySet<PdfLine>;
	/** The number printed on each page, where it counts up with the pages. */
	readonly printed: readonly (string | undefined)[];
}

/** A page number and nothing else: `12`, `- 12 -`, `[xiv]`, `Page 3 of 10`, `3/10`. */
const bareFolio =
	/^[-–—[(|•·\s]{0,4}(?:(?:page|pg|p|seite|s|página|pagina|pág|стр|쪽)\.?\s{0,2})?(\d{1,4}|[ivxlc]{1,8})(?:\s?(?:\/|of|de|von|sur|di|van|из)\s?\d{1,4})?\s?쪽?[-–—\])|•·\s]{0,4}$/iu;

/**
 * Finds the running heads and feet of a document and its printed page numbers. `labels` are those that the file itself gives. A number by itself is
 * one if others at the edges count up with it, if it is its page's label, or if it says `Page 1 of 1`.
 */
export function findPageEdges(pages: readonly LinedPage[], labels: readonly string[] | undefined, bodySize: number): PageEdges {
	const edges = pages.map((page) => edgeLinesOf(page).filter((line) => line.size < bodySize * titleSize));
	const isRepeated = findRepeated(edges);
	const isRunning = findRunningLines(edges.map((lines) => lines.map((line) => spaced(line.text))));
	const dropped = new Set<PdfLine>();
	const candidates: {
		readonly page: number;
		readonly line: PdfLine;
		readonly value: number;
		readonly text: string;
		readonly isBare: boolean;
	}[] = [];
	for (const [page, lines] of edges.entries()) {
		const alone = findAlone(pages[page]);
		for (const line of lines) {
			const text = spaced(line.text);
			const runs = text.length <= 100 && (isRunning(text) || isRepeated(line));
			const bare = text.length <= 40 ? bareFolio.exec(text)?.[1] : undefined;
			const isApart = text.length <= 100 && (/^\d{1,4}\t|\t\d{1,4}$/u.test(line.text) || alone.has(line)) && !/[.!?;:,]$/u.test(text);
			const found = bare ?? (runs || isApart ? /^\d{1,4}(?= )|(?<= )\d{1,4}$/u.exec(text)?.[0] : undefined);
			if (runs || line.isArtifact) {
				dropped.add(line);
			}
			const value = found === undefined ? undefined : /^\d/u.test(found) ? Number(found) : parseRoman(found);
			if (found !== undefined && value !== undefined) {
				candidates.push({
					page,
					line,
					value: /^\d/u.test(found) ? value : value - romanShift,
					text: found,
					isBare: bare !== undefined || isApart,
				});
				if (bare !== undefined && (bare === labels?.[page] || (text.length > bare.length + 4 && value === page + 1))) {
					dropped.add(line);
				}
			}
		}
	}
	const counts = new Map<number, Set<number>>();
	for (const { page, value } of candidates) {
		counts.set(value - page, (counts.get(value - page) ?? new Set()).add(page));
	}
	const printed: (string | undefined)[] = pages.map(() => undefined);
	for (const { page, line, value, text, isBare } of candidates) {
		const count = counts.get(value - page)?.size ?? 0;
		if (count >= Math.max(2, Math.min(5, pages.length * 0.1))) {
			printed[page] ??= text;
			if (isBare || count >= Math.max(3, Math.min(20, pages.length * 0.25))) {
				dropped.add(line);
			}
		}
	}
	// A file of nothing but furniture has no other text.
	const hasText = pages.some((page) => page.columns.some((lines) => lines.some((line) => !dropped.has(line))));
	return { dropped: hasText ? dropped : new Set(), printed };
}

/** The first and the last line of a page where a gap parts them from the text. */
function findAlone(page: LinedPage | undefined): ReadonlySet<PdfLine> {
	const lines = page?.columns.flat().sort((a, b) => a.base - b.base) ?? [];
	const [first, second, beforeLast, last] = [lines[0], lines[1], lines.at(-2), lines.at(-1)];
	const alone = new Set<PdfLine>();
	if (first && second && second.base - first.base > second.size * 1.8) {
		alone.add(first);
	}
	if (last && beforeLast && last.base - beforeLast.base > beforeLast.size * 1.8) {
		alone.add(last);
	}
	return alone;
}

/** Short lines that stand on three pages or more at the same height, as the heads of chapters do; the numbers of pages do not count. */
function findRepeated(edges: readonly (readonly PdfLine[])[]): (line: PdfLine) => boolean {
	const keyOf = (line: PdfLine) => `${Math.round(line.base / 2)} ${spaced(line.text).replace(/\d+/gu, '#')}`;
	const repeated = new RepeatedLines();
	for (const [page, lines] of edges.entries()) {
		repeated.addPage(
			page,
			lines.filter((line) => line.text.length <= 100).map((line) => [keyOf(line), line.text]),
		);
	}
	return (line) => /\p{L}/u.test(line.text) && repeated.countPages(keyOf(line)) >= 3;
}

/** What is so much larger than the text is the title that the running heads repeat. */
const titleSize = 1.3;

/** Roman numbers count by themselves. */
const romanShift = 1_000_000;

function spaced(text: string): string {
	return text.replace(/\s+/gu, ' ');
}

/** So much of a page at its top and bottom may hold heads and feet. */
const edgeShare = 0.16;

/** The lines of the outermost rows, at both ends of the page, and whatever the file marks as furniture there. */
function edgeLinesOf({ columns, height }: LinedPage): PdfLine[] {
	const lines = columns.flat().sort((a, b) => a.base - b.base);
	const top = rowsFrom(lines, 1);
	const bottom = rowsFrom(lines, -1).filter((line) => !top.includes(line));
	const marked = lines.filter(
		(line) =>
			line.isArtifact && (line.base < height * edgeShare || line.base > height * (1 - edgeShare)) && ![...top, ...bottom].includes(line),
	);
	return [...top, ...bottom, ...marked];
}

function rowsFrom(lines: readonly PdfLine[], step: 1 | -1): PdfLine[] {
	const found: PdfLine[] = [];
	let rows = 0;
	for (let at = step > 0 ? 0 : lines.length - 1; at >= 0 && at < lines.length; at += step) {
		const [line, last] = [lines[at], found.at(-1)];
		if (!line || found.length >= 12) {
			break;
		}
		rows += last && Math.abs(line.base - last.base) < line.size * 0.45 ? 0 : 1;
		if (rows > edgeLineCount) {
			break;
		}
		found.push(line);
	}
	return found;
}
