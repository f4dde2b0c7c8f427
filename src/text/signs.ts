import type { Range } from './range.ts';
import type { Token } from './tokenise.ts';

/**
 * Signs that make another word of the one they stand beside: `C++`, `C#`, `A+`, `.NET`, `§ 12`, `№ 5`. They are no part of a token, and change none: a text
 * with `C++` has the word `c`, and beside it `c++`, for who asks for that.
 */

/**
 * A token with its signs, folded (`c++`, `.net`, `§12`); `undefined` if it has none. A plus or a number sign counts where no letter or digit follows
 * (`1+2` has none), a point where a word begins with it, or with capitals behind it (`.com`, `ASP.NET`; not
 * `U.S.`, nor `example.com`: the points of addresses were one word in twenty), signs for section and number before a digit.
 */
export function foldSigned(text: string, { start, end, folded }: Token): string | undefined {
	const behind = measureBehind(text, end);
	if (behind > 0) {
		return folded + text.slice(end, end + behind).normalize('NFKC');
	}
	const before = measureBefore(text, start, end);
	return before > 0 ? text.charAt(start - before) + folded : undefined;
}

/** A range from the start of a token to the end of one, with the signs of both. */
export function withSigns(text: string, { start, end }: Range): Range {
	return { start: start - measureBefore(text, start, end), end: end + measureBehind(text, end) };
}

/** How many signs stand behind a word. */
function measureBehind(text: string, end: number): number {
	const sign = text.charCodeAt(end);
	if (isPlus(sign) && isPlus(text.charCodeAt(end + 1))) {
		return isPlus(text.charCodeAt(end + 2)) ? 0 : 2;
	}
	return (isPlus(sign) || isNumberSign(sign)) && !isPlainWord(text.charCodeAt(end + 1)) && !isNumberSign(text.charCodeAt(end + 1)) ? 1 : 0;
}

/** How far before a word its sign begins. */
function measureBefore(text: string, start: number, end: number): number {
	const before = text.charCodeAt(start - 1);
	if (before === point) {
		const isName = end - start > 1 && /^\p{L}{2}/u.test(text.slice(start, start + 4));
		const isInner = /[\p{L}\p{N}\p{M}]/u.test(text.charAt(start - 2));
		return isName && text.charCodeAt(start - 2) !== point && (!isInner || /^[A-Z]{2}/.test(text.slice(start, start + 2))) ? 1 : 0;
	}
	const first = text.charCodeAt(start);
	if (first < 0x30 || first > 0x39) {
		return 0;
	}
	const gap = before === 0x20 || before === 0xa0 || before === 0x202f ? 1 : 0;
	const sign = text.charCodeAt(start - 1 - gap);
	return sign === section || sign === numero ? 1 + gap : 0;
}

const point = 0x2e;
const section = 0xa7;
const numero = 0x2116;

/** As typed, and of full width. */
function isPlus(code: number): boolean {
	return code === 0x2b || code === 0xff0b;
}

function isNumberSign(code: number): boolean {
	return code === 0x23 || code === 0xff03;
}

function isPlainWord(code: number): boolean {
	return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;
}
