import { foldWord } from '../../text/normalise.ts';
import type { Range } from '../../text/range.ts';
import { isContentWord, isStopWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import { singularShort } from '../shortForms.ts';
import { givenNames, isHead } from './nameLists.ts';
import { caseOf, findTokenAt, type Reading } from './reading.ts';
import { beginsWithUnit, isWeakOpening, reachesInitials, splitUnits } from './shortUnits.ts';

/** Whether words may be a short form: one or two words of 2 to 12 letters, beginning with a letter or digit. */
export function isShortForm(words: string): boolean {
	if (words.length < 2 || words.length > 14 || !/^[\p{L}\p{N}]/u.test(words) || !/\p{L}/u.test(words)) {
		return false;
	}
	const parts = words.split(/\s+/);
	const letters = words.replace(/[^\p{L}\p{N}]/gu, '');
	if (parts.length > 2 || letters.length < 2 || letters.length > 12) {
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
 * Initials first (each letter begins a word; function words may be skipped, then up to two words of a name), then Schwartz and Hearst's letters from
 * right to left, the first at the start of a word. With `by: 'initials'` only the former. A compound belongs to it whole (`4,4'-diamino…`).
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
	const lastToken = tokens[last];
	if (lastToken === undefined || letters.length < 2 || (by === 'letters' && !isGapBefore(text, lastToken, to))) {
		return undefined;
	}
	const units = splitUnits(letters);
	// Cheap to refuse: the last word must begin with the last letter.
	if (by === 'initials' && !beginsWithUnit(lastToken.folded, units.at(-1) ?? '')) {
		return undefined;
	}
	let first = last;
	// Words are counted as people see them: `DSM-III` is one.
	for (let words = 1; first > 0 && (tokens[first - 1]?.start ?? 0) >= from && !parts(text, tokens[first - 1], tokens[first]); first--) {
		words += /\s/.test(text.slice(tokens[first - 1]?.end, tokens[first]?.start)) ? 1 : 0;
		if (words > maxLongWords(letters.length) || last - first > maxLongTokens) {
			break;
		}
	}
	const initials = reachesInitials(tokens, units, first, last, 0, text) ?? findNameInitials(reading, units, first, last);
	const long = initials ?? (by === 'letters' ? findLetters(reading, letters, first, last) : undefined);
	if (long === undefined || !isLongForm(text, tokens, short, long, last)) {
		return undefined;
	}
	return widen(reading, long, last, initials !== undefined);
}

/** No long form has more tokens, its hyphens and all. */
const maxLongTokens = 30;

/** Whether the words of the range have the short form's letters for initials, or its letters in order. */
export function hasInitials(reading: Reading, short: string, range: Range): boolean {
	const letters = lettersOf(short);
	const first = findTokenAt(reading.tokens, range.start);
	const last = findTokenAt(reading.tokens, range.end) - 1;
	if (last < first || last - first + 1 > maxLongWords(letters.length)) {
		return false;
	}
	const found =
		reachesInitials(reading.tokens, splitUnits(letters), first, last, 0, reading.text) === first
			? first
			: findLetters(reading, letters, first, last);
	return found === first && isLongForm(reading.text, reading.tokens, short, first, last);
}

/** Whether each word of the range that has something to say begins with the short form's next letter. */
export function hasExactInitials(reading: Reading, short: string, range: Range): boolean {
	const first = findTokenAt(reading.tokens, range.start);
	const last = findTokenAt(reading.tokens, range.end) - 1;
	return (
		last - first < maxLongTokens &&
		reachesInitials(reading.tokens, splitUnits(lettersOf(short)), first, last, 0, reading.text) === first &&
		isLongForm(reading.text, reading.tokens, short, first, last)
	);
}

/** The letters that the long form must account for: folded, without the plural `s`. */
function lettersOf(short: string): string {
	return foldWord(singularShort(short).replace(/[^\p{L}\p{N}]/gu, ''));
}

/** What may stand between a long form and the parenthesis behind it: quotation marks, a comma, the point of `Inc.`, the end of `E(2)`. */
function isGapBefore(text: string, last: Token, to: number): boolean {
	const gap = text.slice(last.end, to);
	return (
		/^,?[\s"”’»']*$/.test(gap) ||
		(/^\.\s*$/.test(gap) && endsCompany.test(text.slice(last.start, last.end))) ||
		(/^\)[\s"”’»']*$/.test(gap) && text[last.start - 1] === '(')
	);
}

const endsCompany = /^(?:Inc|Ltd|Co|Corp|Bros|plc)$/;

/** Marks between two words that no long form crosses. Brackets without a space around them are part of a word (`NH(2)-terminal`). */
function parts(text: string, before: Token | undefined, after: Token | undefined): boolean {
	const gap = text.slice(before?.end, after?.start);
	return /[.;:()[\]!?]|\n\s*\n/.test(gap) && !/^(?:[.]|\(|\)-?)$/.test(gap);
}

/** `Office of the United Nations High Commissioner … (OHCHR)`: in a name, two words that say nothing of the letters may be skipped. */
function findNameInitials(reading: Reading, units: readonly string[], first: number, last: number): number | undefined {
	if (units.length < 3) {
		return undefined;
	}
	const start = reachesInitials(reading.tokens, units, first, last, 2, reading.text);
	if (start === undefined) {
		return undefined;
	}
	for (let at = start; at <= last; at++) {
		const token = reading.tokens[at] as Token;
		if (isContentWord(token.folded) && caseOf(reading.text, token) === 'small') {
			return undefined;
		}
	}
	return start;
}

/** Schwartz and Hearst: each letter somewhere in the words, from right to left, the first letter at the start of a word that can begin a term. */
function findLetters(reading: Reading, letters: string, first: number, last: number): number | undefined {
	const { text, tokens, language } = reading;
	const start = tokens[first]?.start ?? 0;
	const words = text.slice(start, tokens[last]?.end ?? 0).toLowerCase();
	let at = words.length - 1;
	for (let letter = letters.length - 1; letter > 0; letter--) {
		at = words.lastIndexOf(letters[letter] ?? '', at);
		if (at <= 0) {
			return undefined;
		}
		at--;
	}
	for (; at >= 0; at--) {
		if (words[at] === letters[0] && (at === 0 || !/[\p{L}\p{N}]/u.test(words[at - 1] ?? ''))) {
			const index = findTokenAt(tokens, start + at);
			const token = tokens[index];
			if (token?.start === start + at && !isWeakOpening(token, text)) {
				// German writes all nouns with capitals, and what is a name elsewhere as one word: `Das Wasserhaushaltsgesetz (WHG)`.
				const isOfName = index === last && index > 0 && language !== 'de' && isPartOfName(reading, tokens[index - 1] as Token, token);
				return isOfName || isByChance(text, token, tokens[last] as Token, letters)
					? undefined
					: withWordBefore(reading, letters, index, last);
			}
		}
	}
	return undefined;
}

/** `National Institute of Statistics (INE)`: in a name, the word before it begins with a letter that was found inside of another word. */
function withWordBefore(reading: Reading, letters: string, index: number, last: number): number {
	const { tokens } = reading;
	const [before, token] = [tokens[index - 1], tokens[index] as Token];
	const letter = before?.folded[0] ?? '';
	const isInside = letters.slice(1).includes(letter) && !tokens.slice(index, last + 1).some(({ folded }) => folded.startsWith(letter));
	return before !== undefined && index < last && isInside && isPartOfName(reading, before, token) ? index - 1 : index;
}

/** `completes the Criminal Code (CPC)`: letters that are found across the beginning of a name. */
function isByChance(text: string, first: Token, last: Token, letters: string): boolean {
	return (
		first !== last &&
		letters.length < 4 &&
		caseOf(text, first) === 'small' &&
		caseOf(text, last) === 'capital' &&
		!/\d/.test(text[first.start] ?? '')
	);
}

/** `Criminal Investigation Service (SIC)`: the last word alone of a name that is written with capitals is no long form. */
function isPartOfName({ text, language }: Reading, before: Token, last: Token): boolean {
	return (
		caseOf(text, last) === 'capital' &&
		caseOf(text, before) === 'capital' &&
		text.slice(before.end, last.start) === ' ' &&
		isContentWord(before.folded) &&
		!isStopWord(before.folded, language)
	);
}

/**
 * `Criminal Investigation Service (SIC)`, `International Monetary Fund (FMI)`: the name before the parenthesis, whose initials are the letters in
 * another order, since the short form is another language's. `undefined` where they are not, or the words are no name.
 */
export function findTranslated({ text, tokens }: Reading, short: string, to: number, from: number): Range | undefined {
	if (!/^\p{Lu}{2,6}$/u.test(short)) {
		return undefined;
	}
	const last = findTokenAt(tokens, to) - 1;
	const end = tokens[last]?.end ?? 0;
	const left = [...foldWord(short)];
	for (let at = last; at > last - maxLongWords(left.length + 1) && (tokens[at]?.start ?? -1) >= from; at--) {
		const token = tokens[at] as Token;
		const gap = text.slice(token.end, at === last ? to : tokens[at + 1]?.start);
		const isSmall = caseOf(text, token) === 'small';
		if (!/^[\s-]$/.test(gap) || (isSmall && (at === last || isContentWord(token.folded)))) {
			return undefined;
		}
		const letter = isSmall ? -1 : left.indexOf(token.folded.charAt(0));
		if (!isSmall && letter < 0) {
			return undefined;
		}
		left.splice(letter < 0 ? left.length : letter, 1);
		if (left.length === 0) {
			// `Mary Ann Smith (SAM)`
			const isSomebody = givenNames.has(token.folded) && !isHead(tokens[last]?.folded ?? '');
			return isSomebody ? undefined : { start: token.start, end };
		}
	}
	return undefined;
}

/** What a long form must be besides fitting the letters: longer, not holding the short form, not beginning with a function word. */
function isLongForm(text: string, tokens: readonly Token[], short: string, first: number, last: number): boolean {
	const long = text.slice(tokens[first]?.start, tokens[last]?.end);
	if (long.length <= short.length + 1 || long.length > 150 || !/\p{Ll}|\p{Lo}/u.test(long)) {
		return false;
	}
	for (let at = first; at <= last; at++) {
		if (tokens[at]?.folded === foldWord(short)) {
			return false;
		}
	}
	const opening = tokens[first]?.folded ?? '';
	return (
		/[\p{L}\p{N}]/u.test(opening) &&
		(isContentWord(opening) || opening.length > 3 || last > first) &&
		!isWeakOpening(tokens[first] as Token, text)
	);
}

/** How far a compound may begin before the word in it that begins with the right letter. */
const maxCompound = 40;

/**
 * The range of the words, with what belongs to them: the beginning of a compound (`4,4'-di-isothiocyano…`, `alpha-1-antitrypsin`), but for a small
 * prefix before a name (`non-European Union`); the point of `Inc.`, the end of `E(2)`. A possessive is left behind.
 */
function widen({ text, tokens }: Reading, first: number, last: number, isByInitials: boolean): Range {
	let start = tokens[first]?.start ?? 0;
	const end = tokens[last]?.end ?? 0;
	const before = text.slice(Math.max(0, start - maxCompound), start);
	const prefix = /(?<=^|\s)[^\s"“”‘’«»([]\S*[-‐‑]$/u.exec(before)?.[0] ?? '';
	if (prefix !== '' && prefix.length < maxCompound && !prefix.includes('/') && !(isByInitials && /\p{Ll}{2}/u.test(prefix))) {
		start -= prefix.length;
	}
	if (/['’]s$/.test(text.slice(end - 2, end))) {
		return { start, end: end - 2 };
	}
	const behind = text[end];
	const isClosed = behind === ')' && text.slice(start, end).lastIndexOf('(') > text.slice(start, end).lastIndexOf(')');
	return { start, end: isClosed || (behind === '.' && endsCompany.test(text.slice(tokens[last]?.start, end))) ? end + 1 : end };
}
