import { foldWord } from '../../text/normalise.ts';
import type { Range } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import { singularShort } from '../shortForms.ts';
import { findTokenAt, type Reading } from './reading.ts';

/** Whether words may be a short form: one or two words of 2 to 10 characters, with a letter, beginning with a letter or digit. */
export function isShortForm(words: string): boolean {
	if (words.length < 2 || words.length > 12 || !/^[\p{L}\p{N}]/u.test(words) || !/\p{L}/u.test(words)) {
		return false;
	}
	const parts = words.split(/\s+/);
	const letters = words.replace(/[^\p{L}\p{N}]/gu, '');
	if (parts.length > 2 || letters.length < 2 || letters.length > 10) {
		return false;
	}
	// A small word in parentheses is a remark: `(see)`, `(men)`; a short form has a capital or a digit.
	return /[\p{Lu}\p{N}]/u.test(words.slice(1)) || (/^\p{Lu}/u.test(words) && letters.length <= 3 && parts.length === 1);
}

/** How far before a parenthesis a long form may begin: min(|A| + 5, 2|A|) words, as Schwartz and Hearst have it. */
function maxLongWords(letters: number): number {
	return Math.min(letters + 5, letters * 2);
}

/**
 * The long form that ends at `to` and begins at or after `from`; `undefined` if no words there fit the short form.
 * Initials first (each letter begins a word, function words may be skipped), then Schwartz and Hearst's letters from right to left, the first
 * at the start of a word. With `by: 'initials'` only the former.
 */
export function findLongBefore(
	reading: Reading,
	short: string,
	to: number,
	from: number,
	by: 'initials' | 'letters' = 'letters',
): Range | undefined {
	const letters = lettersOf(short);
	const { tokens, text } = reading;
	const last = findTokenAt(tokens, to) - 1;
	if (
		last < 0 ||
		letters.length < 2 ||
		(text.slice(tokens[last]?.end, to).trim() !== '' && by === 'letters' && !/^[\s"”’»']*$/.test(text.slice(tokens[last]?.end, to)))
	) {
		return undefined;
	}
	let first = last;
	while (
		first > 0 &&
		last - first + 1 < maxLongWords(letters.length) &&
		(tokens[first - 1]?.start ?? 0) >= from &&
		!parts(text, tokens[first - 1], tokens[first])
	) {
		first--;
	}
	const long =
		findInitials(tokens, letters, first, last) ?? (by === 'letters' ? findLetters(text, tokens, letters, first, last) : undefined);
	if (long === undefined) {
		return undefined;
	}
	const range = { start: tokens[long]?.start ?? 0, end: tokens[last]?.end ?? 0 };
	return isLongForm(text, tokens, short, long, last) ? range : undefined;
}

/** Whether the words of the range have the short form's letters for initials, or its letters in order. */
export function hasInitials(reading: Reading, short: string, range: Range): boolean {
	const letters = lettersOf(short);
	const first = findTokenAt(reading.tokens, range.start);
	const last = findTokenAt(reading.tokens, range.end) - 1;
	if (last < first || last - first + 1 > maxLongWords(letters.length)) {
		return false;
	}
	const found = findInitials(reading.tokens, letters, first, last) ?? findLetters(reading.text, reading.tokens, letters, first, last);
	return found === first && isLongForm(reading.text, reading.tokens, short, first, last);
}

/** The letters that the long form must account for: folded, without the plural `s`. */
function lettersOf(short: string): string {
	return foldWord(singularShort(short).replace(/[^\p{L}\p{N}]/gu, ''));
}

/** Marks between two words that no long form crosses. */
function parts(text: string, before: Token | undefined, after: Token | undefined): boolean {
	return /[.;:()[\]!?]|\n\s*\n/.test(text.slice(before?.end, after?.start)) && !/^[.]$/.test(text.slice(before?.end, after?.start));
}

/** The token with which a run of words begins whose initials are the letters; function words between them may be skipped. */
function findInitials(tokens: readonly Token[], letters: string, first: number, last: number): number | undefined {
	let letter = letters.length - 1;
	for (let at = last; at >= first; at--) {
		const folded = tokens[at]?.folded ?? '';
		if (folded.startsWith(letters[letter] ?? '')) {
			letter--;
			if (letter < 0) {
				return at;
			}
		} else if (at === last || (isContentWord(folded) && !foreignJoints.has(folded)) || folded.length > 4) {
			return undefined;
		}
	}
	return undefined;
}

/** Small words of other languages that a short form leaves out: `Chambre de commerce et d'industrie (CCI)`. */
const foreignJoints = new Set('de d du des la le les l et en y e del di da do dos das der die das und fur van het voor och for'.split(' '));

/** Schwartz and Hearst: each letter somewhere in the words, from right to left, the first letter at the start of a word. */
function findLetters(text: string, tokens: readonly Token[], letters: string, first: number, last: number): number | undefined {
	const start = tokens[first]?.start ?? 0;
	const words = text.slice(start, tokens[last]?.end ?? 0).toLowerCase();
	let at = words.length - 1;
	for (let letter = letters.length - 1; letter >= 0; letter--) {
		const wanted = letters[letter];
		while (at >= 0 && (words[at] !== wanted || (letter === 0 && at > 0 && /[\p{L}\p{N}]/u.test(words[at - 1] ?? '')))) {
			at--;
		}
		if (at < 0) {
			return undefined;
		}
		at--;
	}
	const index = findTokenAt(tokens, start + at + 1);
	return tokens[index]?.start === start + at + 1 ? index : undefined;
}

/** What a long form must be besides fitting the letters: longer, not holding the short form, not beginning or ending with a function word. */
function isLongForm(text: string, tokens: readonly Token[], short: string, first: number, last: number): boolean {
	const long = text.slice(tokens[first]?.start, tokens[last]?.end);
	const letters = lettersOf(short);
	if (long.length <= short.length + 1 || long.length > 150 || !/\p{L}/u.test(long)) {
		return false;
	}
	for (let at = first; at <= last; at++) {
		if (tokens[at]?.folded === foldWord(short)) {
			return false;
		}
	}
	const opening = tokens[first]?.folded ?? '';
	const words = last - first + 1;
	return (
		/\p{L}/u.test(opening) &&
		words <= maxLongWords(letters.length) &&
		(isContentWord(opening) || opening.length > 3 || words > 1) &&
		!weakOpenings.has(opening)
	);
}

/** A long form never begins with these. */
const weakOpenings = new Set(
	'a an the of and or in on at by to for with from as is are was were be this that these those its their'.split(' '),
);
