import type { PDFPageProxy } from 'unpdf/pdfjs';
import { composeAccents } from './pdfAccents.ts';
import type { PdfBitmapFonts } from './pdfBitmapFonts.ts';

/**
 * A run of characters as pdf.js gives it, with its place on the page as a reader holds it. `x` grows to the right and `y` downwards, in points;
 * `(x, y)` is where its baseline begins.
 */
export interface PdfItem {
	readonly text: string;
	/** Where its first character stands in the document's raw text. */
	readonly rawStart: number;
	/** The how-manieth of its page; two that follow each other stood together in the file. */
	readonly index: number;
	readonly x: number;
	readonly y: number;
	/** How far it reaches along its own direction. */
	readonly length: number;
	/** The height of its letters, as fonts count it. */
	readonly size: number;
	/** pdf.js's name for its font. */
	readonly font: string;
	/** Whether all letters of its font are as wide as each other. */
	readonly isMonospaced: boolean;
	/** Where its letters lead to, in whole degrees clockwise: 0 for a line to the right, 90 for a line downwards. */
	readonly angle: number;
	/** Whether pdf.js found a word space before it. */
	readonly spaceBefore: boolean;
	/** Whether the file marks it as no part of the text, such as a running head. */
	readonly isArtifact: boolean;
}

/** What a page shows as text, in the order of the file. */
export interface PdfPage {
	readonly items: readonly PdfItem[];
	readonly width: number;
	readonly height: number;
	/** How many units of raw text the page has. */
	readonly rawLength: number;
	/** The page holds more text than was asked for. */
	readonly isCut: boolean;
}

/** What pdf.js gives in its stream of a page's text. */
interface TextChunk {
	readonly items: readonly (RawItem | RawMark)[];
	readonly styles: Readonly<Record<string, RawStyle | undefined>>;
}

interface RawStyle {
	readonly vertical: boolean;
	readonly fontFamily: string;
	/** No number for fonts whose letters are drawings. */
	readonly ascent: number;
}

interface RawItem {
	readonly str: string;
	readonly transform: readonly number[];
	readonly width: number;
	readonly height: number;
	readonly fontName: string;
	readonly hasEOL: boolean;
}

interface RawMark {
	readonly type: string;
	readonly tag?: string;
}

/**
 * Reads the text of one page. `rawStart` is where the page begins in the document's raw text; a page with more than `maxLength` units is cut. `fonts`
 * are those of the pages before.
 */
export async function readPdfItems(page: PDFPageProxy, rawStart: number, maxLength: number, fonts: PdfBitmapFonts): Promise<PdfPage> {
	const viewport = page.getViewport({ scale: 1 });
	const collector = new ItemCollector(viewport.transform, rawStart);
	const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
	let isCut = false;
	for (;;) {
		const { value, done } = await reader.read();
		if (done) {
			break;
		}
		collector.add(value as TextChunk);
		if (collector.rawLength > maxLength) {
			isCut = true;
			await reader.cancel(new Error('Enough text'));
			break;
		}
	}
	const items = composeAccents(fonts.mend(collector.items, collector.bitmapScales));
	return { items, width: viewport.width, height: viewport.height, rawLength: collector.rawLength, isCut };
}

/** How deep marked contents nest before their ends are no longer told apart. */
const maxMarkDepth = 10_000;

class ItemCollector {
	readonly items: PdfItem[] = [];
	/** The horizontal scale of each item whose letters are drawings. */
	readonly bitmapScales = new Map<PdfItem, number>();
	rawLength = 0;
	readonly #view: readonly number[];
	readonly #rawStart: number;
	readonly #marks: boolean[] = [];
	/** pdf.js names the style of a font once a page, in the first chunk that has it. */
	readonly #styles = new Map<string, RawStyle | undefined>();
	#artifactDepth = 0;
	#hasSpace = false;

	constructor(view: readonly number[], rawStart: number) {
		this.#view = view;
		this.#rawStart = rawStart;
	}

	add(chunk: TextChunk): void {
		for (const [font, style] of Object.entries(chunk.styles)) {
			this.#styles.set(font, style);
		}
		for (const item of chunk.items) {
			if ('str' in item) {
				this.#addItem(item, this.#styles.get(item.fontName));
			} else {
				this.#addMark(item);
			}
		}
	}

	#addMark(mark: RawMark): void {
		if (mark.type === 'endMarkedContent') {
			this.#artifactDepth -= this.#marks.pop() ? 1 : 0;
		} else if (this.#marks.length < maxMarkDepth) {
			this.#marks.push(mark.tag === 'Artifact');
			this.#artifactDepth += mark.tag === 'Artifact' ? 1 : 0;
		}
	}

	#addItem(item: RawItem, style: RawStyle | undefined): void {
		const isVertical = style?.vertical === true;
		const rawStart = this.#rawStart + this.rawLength;
		const text = wellFormed(item.str).replace(adobePieces, (piece) => pieces[piece.charCodeAt(0) - 0xf8e6] ?? piece);
		this.rawLength += text.length + (item.hasEOL ? 1 : 0);
		if (/^[^\S\v\f\r]*$/u.test(text)) {
			this.#hasSpace ||= text !== '' || item.hasEOL;
			return;
		}
		const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform;
		const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = this.#view;
		const place = [a, b, c, d, e, f, item.width, item.height];
		if (!place.every((number) => Math.abs(number) < 1e6)) {
			return;
		}
		const [dx, dy] = [va * a + vc * b, vb * a + vd * b];
		const direction = Math.round((Math.atan2(dy, dx) * 180) / Math.PI);
		const placed: PdfItem = {
			text,
			rawStart,
			index: this.items.length,
			x: va * e + vc * f + ve,
			y: vb * e + vd * f + vf,
			length: isVertical ? item.height : item.width,
			size: Math.hypot(c, d) || Math.hypot(a, b),
			font: item.fontName,
			isMonospaced: style?.fontFamily === 'monospace',
			angle: (direction + (isVertical ? 90 : 0) + 360) % 360,
			spaceBefore: this.#hasSpace,
			isArtifact: this.#artifactDepth > 0,
		};
		this.items.push(placed);
		if (style !== undefined && !Number.isFinite(style.ascent) && Math.hypot(a, b) > 0) {
			this.bitmapScales.set(placed, Math.hypot(a, b));
		}
		this.#hasSpace = item.hasEOL || /[^\S\v\f\r]$/u.test(text);
	}
}

/** Half a surrogate pair is none. */
function wellFormed(text: string): string {
	return /[\uD800-\uDFFF]/.test(text)
		? text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
		: text;
}

/** Pieces of tall brackets that fonts name and Adobe's glyph list gave private places, U+F8E6 to U+F8FE, before Unicode had them. */
const adobePieces = /[\uf8e6-\uf8fe]/g;
const pieces = '⏐⎯®©™⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪⎮⎞⎟⎠⎤⎥⎦⎫⎬⎭';
