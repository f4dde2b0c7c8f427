import type { LinedPage, PageEdges } from './pdfEdges.ts';
import type { PdfLine } from './pdfLines.ts';
import { type BodyType, type PdfParagraph, sentenceEnd, toParagraphs } from './pdfParagraphs.ts';

/** A paragraph of the document, in its order. */
export interface PdfBlock {
	readonly paragraph: PdfParagraph;
	/** The page it begins on, by its place in the file. */
	readonly page: number;
	/** `turned` leads elsewhere than the lines of its page: a stamp, a watermark, the head of a table's column. */
	readonly kind: 'text' | 'note' | 'turned';
	/** It goes on in the next block: a column or a page parted it. */
	runsOn: boolean;
}

/** A page whose lines are known, with what stands on it in another direction. */
export interface PdfPageLines extends LinedPage {
	/** Lines that lead elsewhere than most: a stamp along the edge, the heads of a table's columns. */
	readonly turned: readonly (readonly PdfLine[])[];
}

/** What most letters are set in. */
export function findBodyType(pages: readonly PdfPageLines[]): BodyType {
	const lengths = new Map<number, number>();
	let monospaced = 0;
	let all = 0;
	for (const page of pages) {
		for (const line of page.columns.flat()) {
			const size = Math.round(line.size * 2) / 2;
			lengths.set(size, (lengths.get(size) ?? 0) + line.text.length);
			monospaced += line.isMonospaced ? line.text.length : 0;
			all += line.text.length;
		}
	}
	let size = 0;
	for (const [other, length] of lengths) {
		size = length > (lengths.get(size) ?? 0) ? other : size;
	}
	return { size, isMonospaced: monospaced * 2 > all };
}

/** Puts the pages' lines together to the paragraphs of the document, notes behind the text of their page. */
export function toBlocks(pages: readonly PdfPageLines[], edges: PageEdges, body: BodyType): PdfBlock[] {
	const blocks: PdfBlock[] = [];
	let last: PdfBlock | undefined;
	let tail: PdfBlock[] = [];
	for (const [page, lined] of pages.entries()) {
		const text: PdfBlock[] = [];
		const notes: PdfBlock[] = [];
		for (const column of lined.columns) {
			const lines = column.filter((line) => !edges.dropped.has(line));
			const noteStart = findNotes(lines, body.size, lined.height);
			const add = (to: PdfBlock[], kind: PdfBlock['kind'], part: readonly PdfLine[]) => {
				to.push(...toParagraphs(part, body).map((paragraph): PdfBlock => ({ paragraph, page, kind, runsOn: false })));
			};
			add(text, 'text', lines.slice(0, noteStart));
			for (const note of partNotes(lines.slice(noteStart))) {
				add(notes, 'note', note);
			}
		}
		for (const [at, block] of text.entries()) {
			if (last && runsOn(last.paragraph, block.paragraph)) {
				last.runsOn = true;
			}
			if (at === 0) {
				addTail(blocks, tail);
				tail = [];
			}
			blocks.push(block);
			last = block;
		}
		const turned = lined.turned.flatMap((lines) =>
			toParagraphs(lines, body).map((paragraph): PdfBlock => ({ paragraph, page, kind: 'turned', runsOn: false })),
		);
		tail.push(...notes, ...turned);
	}
	addTail(blocks, tail);
	return blocks;
}

/** Notes stand behind the text of their page; before its last paragraph where that goes on to the next page. */
function addTail(blocks: PdfBlock[], tail: readonly PdfBlock[]): void {
	const last = blocks.at(-1);
	const before = blocks.at(-2);
	const mayMove = last?.runsOn && !before?.runsOn && last.page === tail[0]?.page;
	if (last && !mayMove && tail.length > 0) {
		last.runsOn = false;
	}
	blocks.splice(mayMove ? blocks.length - 1 : blocks.length, 0, ...tail);
}

/** Whether a paragraph goes on in the next one, which stands in the next column or on the next page. */
function runsOn(before: PdfParagraph, after: PdfParagraph): boolean {
	const [last, first] = [before.lines.at(-1), after.lines[0]];
	if (!last || !first || last.cellCount > 1 || first.cellCount > 1 || Math.abs(last.size - first.size) > last.size * 0.08) {
		return false;
	}
	// Below on the same page stands another paragraph.
	if (/\p{L}[-\u2010\u00ad]$/u.test(last.text)) {
		return /^\p{Ll}/u.test(first.text);
	}
	const goesOn = /^\p{Ll}/u.test(first.text) || (/^\p{Lo}/u.test(first.text) && !after.isIndented);
	return before.endsFull && goesOn && !sentenceEnd.test(last.text);
}

/** Notes are set smaller than the text by this much at least. */
const noteSize = 0.93;
const noteMark = /^(?:\d{1,3}|[*†‡§¶]{1,3}|\[\d{1,3}\]|\([a-z\d]\))[.)]?\s?\S/u;

/** Where the notes at the foot of a column begin: small lines to its end, of which the first bears a mark; the number of lines if there are none. */
function findNotes(lines: readonly PdfLine[], bodySize: number, height: number): number {
	let first = lines.length;
	while (first > 0 && (lines[first - 1]?.size ?? 0) <= bodySize * noteSize && (lines[first - 1]?.cellCount ?? 1) === 1) {
		first--;
	}
	while (first < lines.length && !isNoteStart(lines[first], height)) {
		first++;
	}
	return first;
}

/** Each note by itself: a new one begins with the next number, or with another sign. */
function partNotes(lines: readonly PdfLine[]): PdfLine[][] {
	const notes: PdfLine[][] = [];
	let number = 0;
	for (const line of lines) {
		const mark = /^[[(]?(\d{1,3}|[*†‡§¶]{1,3})/u.exec(line.text)?.[1];
		const isNext = mark !== undefined && (number === 0 || Number.isNaN(Number(mark)) || Number(mark) === number + 1);
		if (isNext || notes.length === 0) {
			notes.push([line]);
			number = Number(mark) || number;
		} else {
			notes.at(-1)?.push(line);
		}
	}
	return notes;
}

function isNoteStart(line: PdfLine | undefined, height: number): boolean {
	return line !== undefined && line.base > height * 0.4 && noteMark.test(line.text);
}
