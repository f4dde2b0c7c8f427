import type { PdfItem } from './pdfItems.ts';

/**
 * Mends what pdf.js gives of fonts whose letters are drawings (Type 3), as TeX's bitmaps are: their height is that of some box, their spaces are
 * judged by it, and their codes are TeX's. The size is that in which letters are as wide as these are. One for a document: what a font's
 * letters measure on one page holds for the next.
 */
export class PdfBitmapFonts {
	readonly #fonts = new Map<string, FontMeasure>();
	/** How many letters have told of the encoding of TeX that is used. */
	readonly #votes = { old: 0, cork: 0, high: 0 };

	/** `scales` has the horizontal scale of each item of such a font; the others stay as they are. */
	mend(items: readonly PdfItem[], scales: ReadonlyMap<PdfItem, number>): readonly PdfItem[] {
		if (scales.size === 0) {
			return items;
		}
		for (const [item, scale] of scales) {
			this.#measure(item, scale);
		}
		const mended: PdfItem[] = [];
		for (const item of items) {
			const scale = scales.get(item);
			mended.push(scale === undefined ? item : this.#mendItem(item, scale, mended.at(-1)));
		}
		return mended;
	}

	#measure(item: PdfItem, scale: number): void {
		let font = this.#fonts.get(item.font);
		if (font === undefined) {
			font = { width: 0, ems: 0, hasWords: false };
			this.#fonts.set(item.font, font);
		}
		font.hasWords ||= /[a-z]{3}/.test(item.text);
		if (font.hasWords) {
			this.#votes.old += ligatureOfOld.test(item.text) ? 1 : 0;
			this.#votes.cork += ligatureOfCork.test(item.text) ? 1 : 0;
			this.#votes.high += /[\x80-\xff]/.test(item.text) ? 1 : 0;
		}
		const ems = /^[\x21-\x7e]+$/.test(item.text) ? emsOf(item) : 0;
		if (ems > 0 && font.ems < enoughEms) {
			font.width += item.length / scale;
			font.ems += ems;
		}
	}

	#mendItem(item: PdfItem, scale: number, before: PdfItem | undefined): PdfItem {
		const font = this.#fonts.get(item.font);
		const text = font?.hasWords ? this.#decode(item) : item.text;
		const size = font && font.ems >= fewEms ? (scale * font.width) / font.ems : before?.size;
		if (size === undefined || (item.size > size * 0.6 && item.size < size * 1.7)) {
			return { ...item, text };
		}
		const isBeside = before !== undefined && before.angle === item.angle && Math.hypot(item.x - before.x, item.y - before.y) > 0;
		return { ...item, text, size, spaceBefore: !isBeside || gapBetween(before, item) > size * leastSpace };
	}

	#decode({ text, isMonospaced }: PdfItem): string {
		const { old, cork, high } = this.#votes;
		if (cork > 0 && (high > 0 || old === 0)) {
			return text.replace(corkCodes, (code) => corkLetters.get(code) ?? code);
		}
		return old === 0 ? text : text.replace(isMonospaced ? oldCodes : oldTextCodes, (code) => oldLetters.get(code) ?? code);
	}
}

interface FontMeasure {
	/** How wide its letters are, at scale 1. */
	width: number;
	/** How wide they would be at size 1. */
	ems: number;
	hasWords: boolean;
}

/** About a line of letters: what follows changes nothing more, so that the type has one size on all pages. */
const enoughEms = 40;
/** One word; what has less, such as a sign, is as large as what stands before it. */
const fewEms = 1.2;
/** TeX shrinks its word spaces to 0.22 of the size, and kerns by 0.08 at most. */
const leastSpace = 0.16;

/** How far an item stands behind the other, along its own direction; any far value where it stands on another line. */
function gapBetween(before: PdfItem, item: PdfItem): number {
	const turn = (item.angle * Math.PI) / 180;
	const [dx, dy] = [item.x - before.x, item.y - before.y];
	const along = dx * Math.cos(turn) + dy * Math.sin(turn);
	return along < 0 ? Number.POSITIVE_INFINITY : along - before.length;
}

/** The widths of a to z in Computer Modern Roman at 10 points, in thousandths (cmr10.tfm); those of Times are 6 % less. */
const letterWidths = [
	500, 556, 444, 556, 444, 306, 500, 556, 278, 306, 528, 278, 833, 556, 500, 556, 528, 392, 394, 389, 556, 528, 722, 528, 528, 444,
];
/** What all characters of TeX's typewriter font measure. */
const monospacedWidth = 0.525;

/** How wide the letters of the item would be at size 1. */
function emsOf(item: PdfItem): number {
	let ems = 0;
	for (const char of item.text) {
		const lower = letterWidths[char.charCodeAt(0) - 97];
		ems += item.isMonospaced
			? monospacedWidth
			: lower !== undefined
				? lower / 1000
				: /[A-Z]/.test(char)
					? 0.7
					: /\d/.test(char)
						? 0.5
						: 0.3;
	}
	return ems;
}

/** `fi` and its like beside a letter, at the codes of TeX's old encoding (OT1) and of its later one (T1, named after Cork). */
const ligatureOfOld = /[a-z][\x0b-\x0f]|[\x0b-\x0f][a-z]/;
const ligatureOfCork = /[a-z][\x1b-\x1f]|[\x1b-\x1f][a-z]/;

/** What the old encoding has at the codes of controls, and at those of signs but for its typewriter font. */
const oldCodes = /[\x0b-\x1f\x7f]/g;
const oldTextCodes = /[\x0b-\x1f\x7f"<>\\{|}]/g;
const oldLetters: ReadonlyMap<string, string> = new Map([
	...lettersFrom(0x0b, '\ufb00\ufb01\ufb02\ufb03\ufb04ıȷ`´ˇ˘¯˚¸ßæœøÆŒØ'),
	['"', '”'],
	['<', '¡'],
	['>', '¿'],
	['\\', '“'],
	['{', '–'],
	['|', '—'],
	['}', '˝'],
	['\x7f', '¨'],
]);

const corkCodes = /[\x0d-\x16\x19-\x1f\x7f\xd7\xf7\xff]/g;
const corkLetters: ReadonlyMap<string, string> = new Map([
	...lettersFrom(0x0d, '‚‹›“”„«»–—'),
	...lettersFrom(0x19, 'ıȷ\ufb00\ufb01\ufb02\ufb03\ufb04'),
	['\x7f', '-'],
	['\xd7', 'Œ'],
	['\xf7', 'œ'],
	['\xff', 'ß'],
]);

function lettersFrom(code: number, letters: string): [string, string][] {
	return [...letters].map((letter, at) => [String.fromCharCode(code + at), letter]);
}
