import { parseDate } from '../metadata/date.ts';
import type { PdfBlock } from './pdfBlocks.ts';
import type { FontPlace } from './pdfPainting.ts';
import { listItem } from './pdfParagraphs.ts';

/** So much larger than the running text is a heading's type. */
const headingSize = 1.13;
const maxLines = 4;
const maxLength = 200;
/** Where more of the paragraphs look like headings, the type is large because it is a slide or a poster. */
const maxShare = 0.6;

/** What tells more of a document's headings than their size. */
export interface HeadingHints {
	/** The level of each entry of the outline, by its text as `headingKey` gives it. */
	readonly outline: ReadonlyMap<string, number>;
	/** Whether the font, by pdf.js's name, is bold. */
	readonly isBold: (font: string) => boolean;
}

/** Finds the headings among the paragraphs, with their levels: what the outline names, what is set larger than the text, what is set bold. */
export function findPdfHeadings(blocks: readonly PdfBlock[], bodySize: number, hints: HeadingHints): ReadonlyMap<PdfBlock, number> {
	const levels = new Map<PdfBlock, number>();
	const title = findTitleBlock(blocks, bodySize);
	const candidates = blocks.filter((block) => block === title || mayBeHeading(block));
	const isLarge = (block: PdfBlock) => sizeOf(block) >= bodySize * headingSize;
	const large = candidates.filter(isLarge);
	const bodyFont = mostOf(blocks);
	const bold = candidates.filter((block) => isBoldHeading(block, bodySize, bodyFont, hints.isBold));
	const isCrowded = large.length > Math.max(4, blocks.length * maxShare);
	const levelsOfSizes = findLevelsOfSizes(large, hints.outline);
	for (const block of candidates) {
		const listed = hints.outline.get(headingKey(textOf(block)));
		const level = levelsOfSizes.get(roundedSize(block));
		if (listed !== undefined) {
			levels.set(block, listed);
		} else if (level !== undefined && isLarge(block) && !isCrowded) {
			levels.set(block, Math.min(6, level));
		}
	}
	for (const block of bold) {
		if (!levels.has(block)) {
			levels.set(block, Math.min(6, numberedLevel(textOf(block)) ?? (isCrowded ? 1 : Math.min(levelsOfSizes.size, 3) + 1)));
		}
	}
	return levels;
}

/** The larger the type the higher the level; where the outline names a heading of a size, its level is the size's. */
function findLevelsOfSizes(large: readonly PdfBlock[], outline: ReadonlyMap<string, number>): ReadonlyMap<number, number> {
	const listed = new Map<number, number>();
	for (const block of large) {
		const level = outline.get(headingKey(textOf(block)));
		const size = roundedSize(block);
		if (level !== undefined && level < (listed.get(size) ?? Number.POSITIVE_INFINITY)) {
			listed.set(size, level);
		}
	}
	const levels = new Map<number, number>();
	let level = 0;
	for (const size of [...new Set(large.map(roundedSize))].sort((a, b) => b - a)) {
		level = listed.get(size) ?? level + 1;
		levels.set(size, level);
	}
	return levels;
}

function roundedSize(block: PdfBlock): number {
	return Math.round(sizeOf(block) * 2) / 2;
}

const maxUnknownFonts = 40;

/** The fonts that short paragraphs are set in and the running text is not, with the page where each is met first. */
export function findUnknownFonts(blocks: readonly PdfBlock[], bodySize: number): FontPlace[] {
	const bodyFont = mostOf(blocks);
	const places = new Map<string, number>();
	for (const block of blocks) {
		const font = block.paragraph.lines[0]?.font ?? bodyFont;
		if (places.size < maxUnknownFonts && !places.has(font) && mayBeHeading(block) && isBoldHeading(block, bodySize, bodyFont, () => true)) {
			places.set(font, block.page + 1);
		}
	}
	return [...places].map(([font, page]) => ({ font, page }));
}

/** What two forms of one heading share: letters and digits. */
export function headingKey(text: string): string {
	return text
		.slice(0, 2 * maxLength)
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

function textOf(block: PdfBlock): string {
	return block.paragraph.lines.map((line) => line.text).join(' ');
}

function sizeOf(block: PdfBlock): number {
	return block.paragraph.lines[0]?.size ?? 0;
}

/** So much larger than the running text is a document's title that is no heading by its words. */
const titleSize = 1.3;

/** The first paragraph of the first page, if nothing there is set in larger type: a title, though it may begin with a small letter (`printf in short`). */
function findTitleBlock(blocks: readonly PdfBlock[], bodySize: number): PdfBlock | undefined {
	const first = blocks[0];
	if (first?.page !== 0 || first.kind !== 'text' || sizeOf(first) < bodySize * titleSize || !/^\p{Ll}/u.test(textOf(first))) {
		return undefined;
	}
	const isLargest = blocks.every((block) => block.page > 0 || block.kind !== 'text' || sizeOf(block) <= sizeOf(first));
	return isLargest && first.paragraph.lines.length <= 2 && mayBeHeading(first, true) ? first : undefined;
}

function mayBeHeading(block: PdfBlock, mayBeSmall = false): boolean {
	const { lines } = block.paragraph;
	const text = lines.length <= maxLines ? textOf(block) : '';
	return (
		block.kind === 'text' &&
		!block.runsOn &&
		text.length <= maxLength &&
		/\p{L}\P{L}{0,3}\p{L}/u.test(text) &&
		!/[.,;:…。、，；：]$|(?:\. ?){4}/u.test(text) &&
		!lines.some((line) => line.cellCount > 2 || (line.cellCount === 2 && !/^[\p{L}.]{0,10} ?[\d.]{1,8}\t/u.test(line.text))) &&
		!(mayBeSmall ? /^[•*▪]/u : /^[\p{Ll}•*▪]/u).test(text) &&
		parseDate(text) === undefined
	);
}

/** Short, and in a bold font that the running text is not set in. */
function isBoldHeading(block: PdfBlock, bodySize: number, bodyFont: string, isBold: (font: string) => boolean): boolean {
	const { lines } = block.paragraph;
	return (
		lines.length <= 2 &&
		sizeOf(block) >= bodySize * 0.95 &&
		textOf(block).length <= 120 &&
		lines.every((line) => line.font !== bodyFont && line.isOneFont && isBold(line.font)) &&
		!listItem.test(textOf(block).replace(/^\d/u, ''))
	);
}

/** `2.1 Methods` is of the second level. */
function numberedLevel(text: string): number | undefined {
	return /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s{1,3}\p{L}/u.exec(text)?.[1]?.split('.').length;
}

function mostOf(blocks: readonly PdfBlock[]): string {
	const lengths = new Map<string, number>();
	let most = '';
	for (const line of blocks.flatMap((block) => block.paragraph.lines)) {
		const length = (lengths.get(line.font) ?? 0) + line.text.length;
		lengths.set(line.font, length);
		most = length > (lengths.get(most) ?? 0) ? line.font : most;
	}
	return most;
}
