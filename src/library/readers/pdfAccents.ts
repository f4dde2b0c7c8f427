import type { PdfItem } from './pdfItems.ts';

/** Marks that stand for themselves, with those that belong to a letter. */
const marks: ReadonlyMap<string, string> = new Map([
	['`', '\u0300'],
	['´', '\u0301'],
	['ˆ', '\u0302'],
	['˜', '\u0303'],
	['¯', '\u0304'],
	['˘', '\u0306'],
	['˙', '\u0307'],
	['¨', '\u0308'],
	['˚', '\u030a'],
	['˝', '\u030b'],
	['ˇ', '\u030c'],
	['¸', '\u0327'],
]);
const dotted: ReadonlyMap<string, string> = new Map([
	['ı', 'i'],
	['ȷ', 'j'],
]);

/** By so much of the type's size a mark and its letter stand over each other at least; pairs of letters are kerned by less. */
const leastOverlap = 0.15;

/**
 * Puts marks that are printed over or under a letter to it, as TeX sets them: `f¨` and `ur`, of which the second begins under the mark, become `f` and
 * `ür`, the accent behind its letter as a mark of its own. Only within one font: over letters of formulas stand the accents of another.
 */
export function composeAccents(items: readonly PdfItem[]): readonly PdfItem[] {
	const composed: PdfItem[] = [];
	for (const item of items) {
		const before = composed.at(-1);
		const overlap = before ? overlapOf(before, item) : 0;
		if (before === undefined || overlap < item.size * leastOverlap) {
			composed.push(item);
			continue;
		}
		const leading = withMark(item.text[0], before.text.at(-1));
		const trailing = withMark(before.text.at(-1), item.text[0]);
		if (leading !== undefined) {
			composed.pop();
			const rest = before.text.slice(0, -1);
			if (rest !== '') {
				composed.push({ ...before, text: rest, length: before.length - overlap });
			}
			const isBehindSpace = rest === '' && before.spaceBefore && !isClose(composed.at(-1), item);
			composed.push({ ...item, text: leading + item.text.slice(1), rawStart: item.rawStart - 1, spaceBefore: isBehindSpace });
		} else if (trailing !== undefined) {
			composed.pop();
			composed.push({ ...before, text: before.text.slice(0, -1) + trailing });
			if (item.text.length > 1) {
				composed.push({ ...item, text: item.text.slice(1), rawStart: item.rawStart + 1, spaceBefore: false });
			}
		} else {
			composed.push(item);
		}
	}
	return composed.map((item, index) => (item.index === index ? item : { ...item, index }));
}

/** The letter with the mark, if there is such a letter. */
function withMark(letter: string | undefined, sign: string | undefined): string | undefined {
	const mark = sign === undefined ? undefined : marks.get(sign);
	const plain = dotted.get(letter ?? '') ?? letter;
	return mark !== undefined && plain !== undefined && /^\p{L}$/u.test(plain) && `${plain}${mark}`.normalize('NFC').length === 1
		? `${plain}${mark}`
		: undefined;
}

/** How far an item begins before the end of the one before it; 0 where they cannot belong together. */
function overlapOf(before: PdfItem, item: PdfItem): number {
	const [along, across] = distanceOf(before, item);
	const mayBelong = before.font === item.font && before.angle === item.angle && across < item.size * 0.4 && along > -item.size * 0.4;
	return mayBelong ? Math.min(before.length, before.length - along) : 0;
}

function isClose(before: PdfItem | undefined, item: PdfItem): boolean {
	if (before === undefined || before.angle !== item.angle) {
		return false;
	}
	const [along, across] = distanceOf(before, item);
	return across < item.size * 0.2 && Math.abs(along - before.length) < item.size * leastOverlap;
}

/** How far the item begins behind the beginning of the other, and beside its line. */
function distanceOf(before: PdfItem, item: PdfItem): readonly [along: number, across: number] {
	const turn = (item.angle * Math.PI) / 180;
	const [dx, dy] = [item.x - before.x, item.y - before.y];
	return [dx * Math.cos(turn) + dy * Math.sin(turn), Math.abs(dy * Math.cos(turn) - dx * Math.sin(turn))];
}
