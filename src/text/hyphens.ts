import { isStopWord } from './stopWords.ts';
import type { Token } from './tokenise.ts';

/**
 * Whether a hyphen makes one word of two that follow each other: with nothing else between them (`long-term`), or with a line's end, or the space
 * that is left of one, behind it and the word's small letters going on (`au- thority`, which readers leave as it is where they do not know the
 * word). `pre- and post-war` waits for its word: what follows there is a stop word of the language.
 */
export function joinsByHyphen(text: string, left: Token | undefined, right: Token | undefined, language: string | null): boolean {
	if (left === undefined || right === undefined || right.start - left.end > 2 || !isHyphen(text.charCodeAt(left.end))) {
		return false;
	}
	if (right.start - left.end === 1) {
		return true;
	}
	const gap = text.charCodeAt(left.end + 1);
	const isLineEnd = gap === 0x20 || gap === 0x0a;
	return (
		isLineEnd && smallLetter.test(text.charAt(right.start)) && letter.test(text.charAt(left.end - 1)) && !isStopWord(right.folded, language)
	);
}

const smallLetter = /\p{Ll}/u;
const letter = /[\p{L}\p{M}]/u;

/** Hyphen-minus, hyphen, non-breaking hyphen. */
function isHyphen(code: number): boolean {
	return code === 0x2d || code === 0x2010 || code === 0x2011;
}
