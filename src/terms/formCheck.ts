import type { FormWords } from './formWords.ts';
import { isNameLikeWord } from './ordinaryWords.ts';

/** What stands between two words of a form in a text. */
export type Gap = 'none' | 'plain' | 'marked';

/** A gap longer than this parts: it holds more than markup and a line break. */
const maxGapLength = 60;

/**
 * What stands between two words: `plain` where it only joins them (space, one line break, hyphens, emphasis, the point of an initial, the
 * apostrophe of `d’état`), `marked` where it holds a mark that must be the form's own too (`&`, `,`, `/`, the point of `Node.js`), `none` where it
 * parts them (a sentence end, an empty line, the next item of a list). Brackets close to both words are marks too (`12(b)(6)`). A quoted line's `>`, inline tags or commands of emphasis (`<b>`, `\emph{`),
 * the marks of footnotes and spaces written as entities belong to the plain.
 */
export function readGap(text: string, from: number, to: number, wordBefore: number): Gap {
	if (to - from === 1) {
		const code = text.charCodeAt(from);
		if (code === 0x20 || code === 0x2d) {
			return 'plain';
		}
		if (apostrophe.test(text[from] ?? '')) {
			return isWordCharacter(text, to) ? 'plain' : 'none';
		}
		if (code === 0x2e && !isInitial(text, wordBefore, from)) {
			return 'marked';
		}
	} else if (to === from || isBesideNickname(text, from, to)) {
		return 'plain';
	}
	if (to - from > maxGapLength) {
		return 'none';
	}
	if (tightBrackets.test(text.slice(from, Math.min(to, from + 3)))) {
		return 'marked';
	}
	let lines = 0;
	let isMarked = false;
	for (let at = from; at < to; at++) {
		const character = text[at] ?? '';
		if (character === '\n') {
			lines++;
			if (lines > 1 || listItem.test(text.slice(at + 1, Math.min(to, at + 8)))) {
				return 'none';
			}
		} else if (character === '>' && lines === 1) {
			// Quoted in Markdown.
		} else if (character === '.' && at === from && isInitial(text, wordBefore, from)) {
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
		} else if (character === '&' || character === '[') {
			const inline = /^(?:&(?:nbsp|ensp|emsp|thinsp|shy|#160|#xa0);|\[\^[^\]\s]{1,24}\])/i.exec(text.slice(at, Math.min(to, at + 28)))?.[0];
			at += (inline?.length ?? 1) - 1;
			isMarked ||= inline === undefined && character === '&';
		} else if (character === ',' || character === '/' || character === '+') {
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

/** `Bernadette “Bernie” O’Orrin`, `William (Bill) Marlow`: one name in marks between two others. */
function isBesideNickname(text: string, from: number, to: number): boolean {
	if (to - from !== 2) {
		return false;
	}
	const gap = text.slice(from, to);
	return (
		(nicknameOpens.test(gap) && /^\p{Lu}\p{L}{1,20}["”)] \p{Lu}/u.test(text.slice(to, to + 26))) ||
		(nicknameCloses.test(gap) &&
			/\p{L} ["“(]\p{Lu}\p{L}{1,20}$/u.test(text.slice(Math.max(0, from - 25), from)) &&
			isCapital(text.slice(to, to + 2)))
	);
}

const nicknameOpens = /^ ["“(]$/;
const nicknameCloses = /^["”)] $/;

const apostrophe = /^['’‘ʼ`´＇]$/;
const listItem = /^[ \t]{0,6}[-*+][ \t]/;

/** What stands between the parts of a number of a law: `12(b)(6)`. */
const tightBrackets = /^\)?\($/;

/** Whether the word is an initial, a short title or the `v.` of a case at law, whose point ends no sentence. */
function isInitial(text: string, start: number, end: number): boolean {
	return end - start <= 3 && /^(?:\p{Lu}\p{L}*|vs?)$/u.test(text.slice(start, end));
}

function isWordCharacter(text: string, at: number): boolean {
	return /[\p{L}\p{N}]/u.test(text[at] ?? '');
}

/** The marks of a marked gap, without what only joins. */
export function gapMarks(text: string, from: number, to: number): string {
	const gap = text.slice(from, to);
	const isOwn = tightBrackets.test(gap) || (gap === '.' && /[\p{Ll}\p{N}]/u.test(text[from - 1] ?? ''));
	return isOwn ? gap : gap.replace(/[^&,/+]/g, '');
}

/** A number goes on behind a point or a comma: the 2 of `2.5` is not the number 2. */
export function isPartOfNumber(text: string, start: number, end: number): boolean {
	return (
		(isDigit(text, end - 1) && joinsDigits(text, end) && isDigit(text, end + 1)) ||
		(isDigit(text, start) && joinsDigits(text, start - 1) && isDigit(text, start - 2))
	);
}

function isDigit(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code >= 0x30 && code <= 0x39;
}

function joinsDigits(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code === 0x2e || code === 0x2c;
}

/** Marks that belong to a name behind its last word: `C++`, `C#`, `U.S.`, `12(b)(6)`; empty for most. */
export function findOwnTail(form: string): string {
	return !'+#.)'.includes(form.at(-1) ?? '-') ? '' : (/(?:[+#.]{1,3}|(?<=[^\s(]\([^\s()]{1,12})\))$/.exec(form)?.[0] ?? '');
}

const katakana = /^[\p{Script=Katakana}ー]$/u;

/** Whether a word in Katakana goes on beyond these borders: `データ` in `データベース`. */
export function isPartOfKatakana(text: string, start: number, end: number): boolean {
	const isKana = (at: number) => katakana.test(text[at] ?? '');
	return (isKana(end - 1) && isKana(end)) || (isKana(start) && isKana(start - 1));
}

/** Whether the form holds such a mark between its words. */
export function hasOwnGap(form: string, words: FormWords): boolean {
	const { starts, ends } = words;
	for (let at = 1; at < starts.length; at++) {
		const from = ends[at - 1] ?? 0;
		const to = starts[at] ?? 0;
		// Nearly always a space.
		const isSpace = to - from === 1 && form.charCodeAt(from) === 0x20;
		if (!isSpace && gapMarks(form, from, to) !== '') {
			return true;
		}
	}
	return false;
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
	// Most forms are one or the other; the letters of the rest are counted.
	if (/\s/.test(form) || !/\p{Lu}/u.test(form)) {
		return false;
	}
	const letters = form.match(/\p{L}/gu) ?? [];
	const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter)).length;
	return capitals >= 2 && capitals >= letters.length * 0.75;
}

/** Whether a form is a sign of two letters, the first one small: `pH`, `dB`, `kW`. Its letters are all it is known by, as an acronym's are. */
export function isLetterSign(form: string): boolean {
	// Of two units of UTF-16 each, at most.
	return form.length <= 4 && /^\p{Ll}\p{Lu}$/u.test(form);
}

/**
 * Whether an acronym stands here letter for letter; a small plural `s` may follow (`KMPs`, not `WHOS`). One with a number is itself in small
 * letters too (`Covid-19`).
 */
export function isSameAcronym(form: string, written: string): boolean {
	if (form === written) {
		return true;
	}
	const plain = (word: string) => word.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
	const own = plain(form);
	const other = plain(written);
	const isNumbered = /\d/.test(own) && own.length > 5;
	return (
		own === other ||
		`${own}s` === other ||
		(own === `${other}s` && isAcronymLike(other)) ||
		(isNumbered && own.toLowerCase() === other.toLowerCase())
	);
}

/**
 * Whether an acronym is written as a name, as British papers do: `Nato`, `Unicef`. Not what is a word besides (`Start`, `Care`), nor under four
 * letters.
 */
export function isTitleAcronym(form: string, written: string): boolean {
	return (
		form.length >= 4 &&
		/^[A-Z]{4,}$/.test(form) &&
		written === form[0] + form.slice(1).toLowerCase() &&
		!isNameLikeWord(written.toLowerCase())
	);
}

/** Whether every word that the form writes with a capital has one here, too; a text all in capitals has. */
export function hasCapitalsOf(form: string, formWords: FormWords, text: string, starts: readonly number[]): boolean {
	return formWords.starts.every((start, at) => {
		const here = starts[at];
		return here === undefined || !isCapital(form.slice(start, start + 2)) || isCapital(text.slice(here, here + 2));
	});
}
