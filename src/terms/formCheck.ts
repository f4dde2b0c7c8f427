import type { FormWords } from './formWords.ts';

/** What stands between two words of a form in a text. */
export type Gap = 'none' | 'plain' | 'marked';

/** A gap longer than this parts: it holds more than markup and a line break. */
const maxGapLength = 60;

/**
 * What stands between two words: `plain` where it only joins them (space, one line break, hyphens, emphasis, the point of an initial),
 * `marked` where it holds a mark that must be the form's own too (`&`, `,`, `/`), `none` where it parts them (a sentence end, an empty line).
 * A quoted line's `>` and inline tags or commands of emphasis (`<b>`, `\emph{`) belong to the plain.
 */
export function readGap(text: string, from: number, to: number, wordBefore: number): Gap {
	if (to - from === 1) {
		const code = text.charCodeAt(from);
		if (code === 0x20 || code === 0x2d) {
			return 'plain';
		}
	} else if (to === from) {
		return 'plain';
	}
	if (to - from > maxGapLength) {
		return 'none';
	}
	let lines = 0;
	let isMarked = false;
	for (let at = from; at < to; at++) {
		const character = text[at] ?? '';
		if (character === '\n') {
			lines++;
			if (lines > 1) {
				return 'none';
			}
		} else if (character === '>' && lines === 1) {
			// Quoted in Markdown.
		} else if (character === '.' && at === from && from - wordBefore <= 3 && /^\p{Lu}\p{L}*$/u.test(text.slice(wordBefore, from))) {
			// The point of an initial or a short title: `St. Louis`, `U.S.`.
		} else if (
			(character === "'" || character === '’') &&
			at === from &&
			/[sS]/.test(text[from - 1] ?? '') &&
			/\s/.test(text[from + 1] ?? '')
		) {
			// `Tenants' Union`.
		} else if (character === '–' && to - from === 1) {
			// Joins like a hyphen where no space stands beside it.
		} else if (character === '&' || character === ',' || character === '/' || character === '+') {
			isMarked = true;
		} else if (character === '<' || character === '\\' || character === '#') {
			const tag = /^(?:<\/?[a-z]{1,8}>|\\[a-z]{1,12}\{|#[a-z]{1,10}\[)/i.exec(text.slice(at, Math.min(to, at + 16)))?.[0];
			if (tag === undefined) {
				return 'none';
			}
			at += tag.length - 1;
		} else if (!/[\s\-‐‑\u00ad\u200b*_~{}[\]]/.test(character)) {
			return 'none';
		}
	}
	return isMarked ? 'marked' : 'plain';
}

/** The marks of a marked gap, without what only joins. */
export function gapMarks(text: string, from: number, to: number): string {
	return text.slice(from, to).replace(/[^&,/+]/g, '');
}

/** Whether the form holds such a mark between its words. */
export function hasOwnGap(form: string, words: FormWords): boolean {
	return words.starts.some((start, at) => at > 0 && gapMarks(form, words.ends[at - 1] ?? 0, start) !== '');
}

/** Whether hyphens stand between all words of the form. */
export function isJoinedByHyphens(form: string, words: FormWords): boolean {
	return words.starts.every((start, at) => at === 0 || /^[-‐‑]$/.test(form.slice(words.ends[at - 1], start)));
}

/** Whether the first letter is a capital. */
export function isCapital(word: string): boolean {
	const first = word.charCodeAt(0);
	return first < 0x80 ? first >= 0x41 && first <= 0x5a : /^[\p{Lu}\p{Lt}]/u.test(word);
}

/** A word as written, without a possessive at its end, whose length is then `bareEnd - start`. */
export function bareEnd(text: string, start: number, end: number): number {
	const last = text.charCodeAt(end - 1);
	if (end - start > 2 && (last === 0x73 || last === 0x53) && /['’‘ʼ`´＇]/.test(text[end - 2] ?? '')) {
		return end - 2;
	}
	return end;
}

/** Whether words are in the letters of an acronym: three of four letters or more are capitals, at least two are. */
export function isAcronymLike(form: string): boolean {
	if (/\s/.test(form)) {
		return false;
	}
	const letters = form.match(/\p{L}/gu) ?? [];
	const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter)).length;
	return capitals >= 2 && capitals >= letters.length * 0.75;
}

/** Whether an acronym stands here letter for letter; a small plural `s` may follow (`KMPs`, not `WHOS`). */
export function isSameAcronym(form: string, written: string): boolean {
	if (form === written) {
		return true;
	}
	const plain = (word: string) => word.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
	const own = plain(form);
	const other = plain(written);
	return own === other || `${own}s` === other || (own === `${other}s` && isAcronymLike(other));
}

/** Whether every word that the form writes with a capital has one here, too; a text all in capitals has. */
export function hasCapitalsOf(form: string, formWords: FormWords, text: string, starts: readonly number[]): boolean {
	return formWords.starts.every((start, at) => {
		const here = starts[at];
		return here === undefined || !isCapital(form.slice(start, start + 2)) || isCapital(text.slice(here, here + 2));
	});
}
