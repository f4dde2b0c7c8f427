import { isRightToLeft, type PdfLine } from './pdfLines.ts';

/** Lines that belong together. */
export interface PdfParagraph {
	readonly lines: readonly PdfLine[];
	/** For each line but the first whether its break means something: a row of a table, a verse, an item of a list. */
	readonly keepsBreak: readonly boolean[];
	/** Whether the last line runs to the column's edge, so that the paragraph may go on elsewhere. */
	readonly endsFull: boolean;
	/** Whether the first line is set in. */
	readonly isIndented: boolean;
}

/** What closes a sentence, with the marks that may stand behind it. */
export const sentenceEnd = /[.!?…:。！？؟۔][)\]"'”’»」』]{0,4}\d{0,3}$/u;
/** What begins an item of a list. */
export const listItem = /^(?:[-*•◦▪●○■□–—+>]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\[\d{1,4}\])\s/u;

/** What the running text of a document is set in. */
export interface BodyType {
	readonly size: number;
	/** As a typewriter writes; then such lines are prose, and no code. */
	readonly isMonospaced: boolean;
}

/** The dots that lead to the page number of an entry. */
const leader = /(?:\. ?){4,}\s?\S{1,8}$/u;

/** Parts the lines of one column into paragraphs. */
export function toParagraphs(lines: readonly PdfLine[], body: BodyType): PdfParagraph[] {
	const paragraphs: PdfParagraph[] = [];
	for (const run of toRuns(lines)) {
		partRun(paragraphs, run, lines, body);
	}
	return paragraphs;
}

/** Lines of one size with no wider gap between them than lines have. */
function toRuns(lines: readonly PdfLine[]): PdfLine[][] {
	const leading = usualLeading(lines);
	const runs: PdfLine[][] = [];
	let before: PdfLine | undefined;
	for (const line of lines) {
		const size = before ? Math.min(before.size, line.size) : 0;
		const isNext =
			before !== undefined &&
			line.base - before.base <= size * leading * 1.28 + size * 0.1 &&
			Math.max(before.size, line.size) <= size * 1.13 &&
			before.cellCount > 1 === line.cellCount > 1;
		if (isNext) {
			runs.at(-1)?.push(line);
		} else {
			runs.push([line]);
		}
		before = line;
	}
	return runs;
}

/** How far baselines are apart, in letter heights. */
function usualLeading(lines: readonly PdfLine[]): number {
	const steps: number[] = [];
	for (let at = 1; at < lines.length; at++) {
		const [before, line] = [lines[at - 1], lines[at]];
		if (before && line && Math.abs(before.size - line.size) < line.size * 0.13 && line.base - before.base < line.size * 4) {
			steps.push((line.base - before.base) / line.size);
		}
	}
	steps.sort((a, b) => a - b);
	const usual = steps[steps.length >> 1] ?? 1.2;
	return steps.length >= 4 ? usual : Math.min(usual, 1.5);
}

function partRun(paragraphs: PdfParagraph[], run: readonly PdfLine[], column: readonly PdfLine[], body: BodyType): void {
	const [first] = run;
	if (first === undefined) {
		return;
	}
	const edges = edgesOf(run.length > 2 ? run : column);
	const add = (start: number, end: number, keepsBreak: readonly boolean[]) => {
		const last = run[end - 1];
		const indent = indentOf(run[start] ?? first, edges);
		paragraphs.push({
			lines: run.slice(start, end),
			keepsBreak,
			endsFull: last !== undefined && roomBehind(last, edges) < last.size * 4,
			isIndented: indent > first.size * 0.8 && indent < (edges.right - edges.left) * 0.3,
		});
	};
	if (first.cellCount > 1) {
		add(
			0,
			run.length,
			run.slice(1).map(() => true),
		);
		return;
	}
	const isDisplay = first.size >= body.size * 1.15;
	let start = 0;
	let keepsBreak: boolean[] = [];
	for (let at = 1; at < run.length; at++) {
		const [before, line] = [run[at - 1] ?? first, run[at] ?? first];
		const isCode = before.isMonospaced && line.isMonospaced && !body.isMonospaced;
		const isEntry = leader.test(before.text) || leader.test(line.text);
		const parting =
			isCode || isEntry
				? 'line'
				: isDisplay
					? before.font === line.font
						? 'none'
						: 'paragraph'
					: partingOf(before, line, run[start] ?? first, at - start === 1, edges);
		if (parting === 'paragraph') {
			add(start, at, keepsBreak);
			start = at;
			keepsBreak = [];
		} else {
			keepsBreak.push(parting === 'line');
		}
	}
	add(start, run.length, keepsBreak);
}

interface Edges {
	readonly left: number;
	readonly right: number;
	readonly isTurned: boolean;
}

function edgesOf(lines: readonly PdfLine[]): Edges {
	const isTurned = lines.filter((line) => isRightToLeft(line.text)).length * 2 > lines.length;
	const left = lines.reduce((least, line) => Math.min(least, line.start), Number.POSITIVE_INFINITY);
	const right = lines.reduce((most, line) => Math.max(most, line.end), Number.NEGATIVE_INFINITY);
	return { left, right, isTurned };
}

/** How much of the column is free where the line ends. */
function roomBehind(line: PdfLine, edges: Edges): number {
	return edges.isTurned ? line.start - edges.left : edges.right - line.end;
}

function indentOf(line: PdfLine, edges: Edges): number {
	return edges.isTurned ? edges.right - line.end : line.start - edges.left;
}

type Parting = 'none' | 'line' | 'paragraph';

/** `isSecond`: `line` is the second of its paragraph so far, which begins with `opening`. */
function partingOf(before: PdfLine, line: PdfLine, opening: PdfLine, isSecond: boolean, edges: Edges): Parting {
	const em = line.size;
	const ends = sentenceEnd.test(before.text);
	// The first word would have had its place on the line before.
	const isShort = roomBehind(before, edges) > firstWordLength(line) + em * 0.5;
	const step = indentOf(line, edges) - indentOf(before, edges);
	if (listItem.test(line.text)) {
		return isShort || ends ? (listItem.test(opening.text) || !ends ? 'line' : 'paragraph') : 'none';
	}
	if (/\p{Ll}[-\u2010\u00ad]$/u.test(before.text)) {
		return 'none';
	}
	if (step > em * 0.8) {
		return isShort || ends ? (isShort && !ends && isSecond ? 'line' : 'paragraph') : 'none';
	}
	if (step < -em * 0.8 && !isSecond) {
		return isShort || ends || Math.abs(indentOf(line, edges) - indentOf(opening, edges)) < em * 0.4 ? 'paragraph' : 'none';
	}
	if (!isShort || (/^\p{Ll}/u.test(line.text) && !ends)) {
		return 'none';
	}
	return ends || before.font !== line.font ? 'paragraph' : 'line';
}

function firstWordLength(line: PdfLine): number {
	const word = /^\S{1,60}/u.exec(line.text)?.[0] ?? '';
	// In scripts without spaces a line may end behind any character.
	const length = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? 2 : word.length;
	return ((line.end - line.start) * length) / Math.max(1, line.text.length);
}
