import { formatNumber } from './numberFormats.ts';
import { toSymbol } from './symbolFont.ts';

/** A level of a list: how its items are marked. */
export interface ListLevel {
	/** Word's word for the way of numbering; `bullet` for signs, `none` for nothing. */
	readonly format: string;
	/** `%1.%2)`: the number of each level in its place; or the sign itself. */
	readonly text: string;
	readonly start: number;
	/** The font of the sign, where it is one of signs. */
	readonly font: string;
	/** Whether the numbers of higher levels are written in figures here. */
	readonly isLegal: boolean;
}

/** No list goes deeper: Word and OpenDocument know nine and ten levels. */
export const maxLevels = 10;

/** Counts the items of lists and says how each is marked: `2.`, `(a)`, `•`. Every list by its key counts for itself. */
export class ListNumbers {
	readonly #counts = new Map<string, (number | undefined)[]>();

	/** The mark of the next item; empty if it has none. `restartAt` is the number it starts again with. `level` counts from 0. */
	next(key: string, level: number, levelOf: (level: number) => ListLevel | undefined, restartAt?: number): string {
		const own = levelOf(level);
		if (!own || level < 0 || level >= maxLevels) {
			return '';
		}
		const counts = this.#counts.get(key) ?? [];
		this.#counts.set(key, counts);
		counts.length = level + 1;
		counts[level] = restartAt ?? (counts[level] ?? own.start - 1) + 1;
		if (own.format === 'bullet') {
			return toBullet(own);
		}
		if (own.format === 'none' && !own.text.includes('%')) {
			return own.text.trim();
		}
		const mark = own.text.replace(/%(\d)/g, (_, digit: string) => {
			const other = levelOf(Number(digit) - 1);
			const number = counts[Number(digit) - 1] ?? other?.start ?? 1;
			return formatNumber(number, own.isLegal ? 'decimal' : (other?.format ?? 'decimal'));
		});
		// Of a number that nobody sees only its stop would be left.
		return /[\p{L}\p{N}]/u.test(mark) ? mark.trim() : '';
	}
}

/** Signs of fonts that only that font shows become what they look like; Word's `o` of a typewriter font is a circle. */
function toBullet({ text, font }: ListLevel): string {
	const sign = [...text.trim()][0] ?? '';
	const code = sign.codePointAt(0) ?? 0;
	if (sign === '' || code < 0x20) {
		return '';
	}
	if (sign === 'o') {
		return '◦';
	}
	const isOfFont = /^(?:symbol|wingdings)/i.test(font) && (code < 0x100 || (code >= 0xf000 && code <= 0xf0ff));
	const isPrivate = code >= 0xe000 && code <= 0xf8ff;
	return (isOfFont ? toSymbol(font, code) : isPrivate ? '' : sign) || '•';
}
