import type { Range } from '../../text/range.ts';
import type { AcronymFinding } from '../findings.ts';
import { isHangul } from '../formWords.ts';
import { findLongBefore, hasInitials, isShortForm, singularShort } from './longForms.ts';
import { caseOf, findSentenceIndex, findTokenAt, type Reading } from './reading.ts';

/** A short form with its long form, where the document puts them side by side. */
interface Pair {
	readonly short: Range;
	readonly long: Range;
}

/**
 * Every occurrence of a short form, in order, with the long form that the document gives for it anywhere. Pairs are found
 * - in parentheses both ways, after Schwartz and Hearst (PSB 2003): `Korean massage parlor (KMP)`, `KMP (Korean massage parlor)`;
 * - by words: `KMPs, short for …`, `… known as KMPs`, `the acronym of KMPs`, `KMP stands for …`.
 * Other words of capitals (`NATO`) are occurrences with `long` null, unless the whole line is in capitals.
 */
export function findAcronyms(reading: Reading): AcronymFinding[] {
	const pairs = [...findInParentheses(reading), ...findByWords(reading)];
	const longs = new Map<string, Pair>();
	const beside = new Map<number, Pair>();
	for (const pair of pairs) {
		const key = shortKey(reading.text.slice(pair.short.start, pair.short.end));
		if (!longs.has(key)) {
			longs.set(key, pair);
		}
		if (!beside.has(pair.short.start)) {
			beside.set(pair.short.start, pair);
		}
	}
	const findings: AcronymFinding[] = [];
	for (const short of findOccurrences(reading, longs, beside)) {
		const written = reading.text.slice(short.start, short.end);
		const here = beside.get(short.start);
		const pair = here ?? longs.get(shortKey(written));
		findings.push({
			short: written,
			long: pair === undefined ? null : cleanLong(reading.text.slice(pair.long.start, pair.long.end)),
			shortStart: short.start,
			shortEnd: short.end,
			longStart: here?.long.start ?? null,
			longEnd: here?.long.end ?? null,
		});
	}
	return findings;
}

/** One line, single spaces. */
function cleanLong(long: string): string {
	return long.replace(/\s+/g, ' ');
}

/** The same short form, singular or plural, with or without points. */
function shortKey(short: string): string {
	return singularShort(short).replace(/\./g, '');
}

/** Parentheses longer than this hold no acronym and no long form. */
const maxParenthesis = 200;

function* findInParentheses(reading: Reading): Iterable<Pair> {
	const { text } = reading;
	for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
		const length = text.slice(open + 1, open + maxParenthesis).indexOf(')');
		if (length < 0) {
			continue;
		}
		const close = open + 1 + length;
		const nested = text.lastIndexOf('(', close);
		if (nested > open) {
			// `long form (with (parts) inside)`: the inner one has its own turn.
			continue;
		}
		const pair = readParenthesis(reading, open, close);
		if (pair !== undefined) {
			yield pair;
		}
	}
}

function readParenthesis(reading: Reading, open: number, close: number): Pair | undefined {
	const { text } = reading;
	const sentence = sentenceStartBefore(reading, open);
	for (const part of splitParts(text, open + 1, close)) {
		const content = text.slice(part.start, part.end);
		if (isShortForm(content)) {
			const long = findLongBefore(reading, content, open, sentence) ?? findKoreanBefore(reading, content, open);
			if (long !== undefined) {
				return { short: part, long };
			}
		}
	}
	// The other way round: a short form directly before, its long form inside.
	const before = findTokenAt(reading.tokens, open) - 1;
	const token = reading.tokens[before];
	const inside = trimRange(text, open + 1, close);
	if (token !== undefined && text.slice(token.end, open).trim() === '' && inside.end - inside.start > token.end - token.start + 2) {
		const short = shortAround(reading, before);
		const written = text.slice(short.start, short.end);
		if (isShortForm(written) && /\p{Lu}/u.test(written) && hasInitials(reading, written, inside)) {
			return { short, long: inside };
		}
	}
	return undefined;
}

/** `경제협력개발기구(OECD)`: a Korean word and its Latin acronym share no letters; that they touch is what joins them. */
function findKoreanBefore(reading: Reading, content: string, open: number): Range | undefined {
	const token = reading.tokens[findTokenAt(reading.tokens, open) - 1];
	const isKorean = token !== undefined && token.end === open && isHangul(token.folded) && token.end - token.start >= 3;
	return isKorean && /^\p{Lu}{2,}$/u.test(content) ? { start: token.start, end: token.end } : undefined;
}

/** What stands between commas and semicolons: `(KMP; 12 of 30)`, `(or KMP)`, `(“KMP”)`, without the words and marks around it. */
function splitParts(text: string, from: number, to: number): Range[] {
	const parts: Range[] = [];
	let start = from;
	for (let at = from; at <= to && parts.length < 4; at++) {
		if (at === to || text[at] === ';' || text[at] === ',') {
			const lead =
				/^(?:\s|["“”'‘’«»]|(?:or|the|also|hereinafter|hereafter|abbreviated|abbr\.?|acronym|called|known|termed|as|in|short|henceforth|i\.e\.|e\.g\.)(?=[\s:"“‘])|:)+/i.exec(
					text.slice(start, at),
				);
			const range = trimRange(text, start + (lead?.[0].length ?? 0), at);
			if (range.end > range.start) {
				parts.push(range);
			}
			start = at + 1;
		}
	}
	return parts;
}

function trimRange(text: string, from: number, to: number): Range {
	let [start, end] = [from, to];
	while (start < end && /[\s"“”'‘’«»]/.test(text[start] ?? '')) {
		start++;
	}
	while (end > start && /[\s"“”'‘’«».]/.test(text[end - 1] ?? '') && !/\.\p{L}\.$/u.test(text.slice(Math.max(start, end - 3), end))) {
		end--;
	}
	return { start, end };
}

/** The short form that ends with this token: hyphens, points and slashes between capitals belong to it (`U.S.`, `COVID-19`). */
function shortAround(reading: Reading, at: number): Range {
	const { text, tokens } = reading;
	let first = at;
	while (first > 0 && at - first < 3) {
		const gap = text.slice(tokens[first - 1]?.end, tokens[first]?.start);
		if (!/^[-./&]$/.test(gap)) {
			break;
		}
		first--;
	}
	return { start: tokens[first]?.start ?? 0, end: tokens[at]?.end ?? 0 };
}

function sentenceStartBefore(reading: Reading, offset: number): number {
	const at = findSentenceIndex(reading, offset);
	return reading.sentences[at]?.start ?? Math.max(0, offset - 300);
}

/** Words that announce a short form behind them. */
const announcers =
	/\b(?:acronym|abbreviation|initials|abbreviated|shortened|known|referred|called|termed|dubbed|short)\s+(?:(?:of|is|as|to|form|by|simply|also|it|them|commonly|often|for|the|acronym|initials|abbreviation)\s+){0,5}["“‘']?/gi;

/** Words that stand between a short form and its long form. */
const equations =
	/^["”’']?,?\s+(?:(?:which|that|is|the|an|a|acronym|abbreviation)\s+){0,4}(?:short\s+for|stands?\s+for|standing\s+for|(?:acronym|abbreviation|initials)\s+(?:for|of)|abbreviates)\s+(?:the\s+)?["“‘']?/i;

function* findByWords(reading: Reading): Iterable<Pair> {
	const { text } = reading;
	announcers.lastIndex = 0;
	for (let match = announcers.exec(text); match !== null; match = announcers.exec(text)) {
		const at = findTokenAt(reading.tokens, announcers.lastIndex);
		const token = reading.tokens[at];
		if (token === undefined || token.start !== announcers.lastIndex) {
			continue;
		}
		const short = shortForward(reading, at);
		const written = text.slice(short.start, short.end);
		if (!isShortForm(written) || !/\p{Lu}.*\p{Lu}/u.test(written)) {
			continue;
		}
		const sentence = findSentenceIndex(reading, match.index);
		// In the sentence, else in the one before: its subject may be all that `it is known as` points to.
		const from = reading.sentences[Math.max(0, sentence - 1)]?.start ?? 0;
		const long = findByInitials(reading, written, from, match.index);
		if (long !== undefined) {
			yield { short, long };
		}
	}
	for (let at = 0; at < reading.tokens.length; at++) {
		const token = reading.tokens[at];
		if (token === undefined || token.end - token.start < 2 || !/^\p{Lu}[\p{Lu}\p{N}]/u.test(text.slice(token.start, token.start + 2))) {
			continue;
		}
		const equation = equations.exec(text.slice(token.end, token.end + 100));
		if (equation === null) {
			continue;
		}
		const short = shortAround(reading, at);
		const start = token.end + equation[0].length;
		const written = text.slice(short.start, short.end);
		const long = isShortForm(written) ? readLongAfter(reading, written, start) : undefined;
		if (long !== undefined) {
			yield { short, long };
		}
	}
}

/** The short form that starts with this token. */
function shortForward(reading: Reading, at: number): Range {
	const { text, tokens } = reading;
	let last = at;
	while (last + 1 < tokens.length && last - at < 4 && /^[-./&]$/.test(text.slice(tokens[last]?.end, tokens[last + 1]?.start))) {
		last++;
	}
	return { start: tokens[at]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

/** The nearest run of words before `to` whose initials are the short form's letters. */
function findByInitials(reading: Reading, short: string, from: number, to: number): Range | undefined {
	const last = findTokenAt(reading.tokens, to) - 1;
	const first = findTokenAt(reading.tokens, from);
	for (let at = last; at >= first; at--) {
		const long = findLongBefore(reading, short, reading.tokens[at]?.end ?? 0, from, 'initials');
		if (long !== undefined) {
			return long;
		}
	}
	return undefined;
}

/** The words behind `start` whose initials are the short form's letters. */
function readLongAfter(reading: Reading, short: string, start: number): Range | undefined {
	const first = findTokenAt(reading.tokens, start);
	const letters = singularShort(short).replace(/[^\p{L}\p{N}]/gu, '').length;
	for (let last = first + letters - 1; last < Math.min(reading.tokens.length, first + letters + 4); last++) {
		const range = { start: reading.tokens[first]?.start ?? 0, end: reading.tokens[last]?.end ?? 0 };
		if (!/[.;:()]/.test(reading.text.slice(range.start, range.end)) && hasInitials(reading, short, range)) {
			return range;
		}
	}
	return undefined;
}

/** Where short forms stand: those that were paired, and all other words of capitals. */
function findOccurrences(reading: Reading, longs: ReadonlyMap<string, Pair>, beside: ReadonlyMap<number, Pair>): Range[] {
	const { text, tokens } = reading;
	const found: Range[] = [];
	let end = 0;
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		if (token === undefined || token.start < end) {
			continue;
		}
		const pair = beside.get(token.start);
		if (pair !== undefined) {
			found.push(pair.short);
			end = pair.short.end;
			continue;
		}
		const code = text.charCodeAt(token.start);
		const isCapital = (code >= 0x41 && code <= 0x5a) || (code > 0x7f && /^\p{Lu}/u.test(text.slice(token.start, token.start + 2)));
		if (!isCapital && !(longs.size > 0 && longs.has(shortKey(text.slice(token.start, token.end))))) {
			continue;
		}
		const short = widest(reading, at, longs);
		if (short !== undefined) {
			found.push(short);
			end = short.end;
		}
	}
	return found;
}

/** The longest short form that starts here. */
function widest(reading: Reading, at: number, longs: ReadonlyMap<string, Pair>): Range | undefined {
	const { text, tokens } = reading;
	const first = tokens[at];
	const second = first === undefined ? 0 : text.charCodeAt(first.start + 1);
	if (first !== undefined && second >= 0x61 && second <= 0x7a && !/[-./&]/.test(text[first.end] ?? ' ')) {
		// Most capital words are just that.
		return longs.has(text.slice(first.start, first.end)) ? { start: first.start, end: first.end } : undefined;
	}
	const whole = shortForward(reading, at);
	const written = text.slice(whole.start, whole.end);
	if (longs.has(shortKey(written))) {
		return whole;
	}
	const token = tokens[at];
	if (token === undefined) {
		return undefined;
	}
	const pointed = /^(?:\p{Lu}\.){2,6}/u.exec(text.slice(token.start, token.start + 14))?.[0];
	if (pointed !== undefined) {
		return { start: token.start, end: token.start + pointed.length };
	}
	const word = text.slice(token.start, token.end).replace(/['’]s$/, '');
	const single = { start: token.start, end: token.start + word.length };
	if (longs.has(shortKey(word))) {
		return single;
	}
	const letters = word.replace(/s$/, '');
	const isAcronym =
		letters.length >= 2 && letters.length <= 10 && /^\p{Lu}[\p{Lu}\p{N}]*$/u.test(letters) && /\p{Lu}.*\p{Lu}/u.test(letters);
	return isAcronym && !isRoman(letters) && !isShouted(reading, at) ? single : undefined;
}

function isRoman(word: string): boolean {
	return /^(?:X{0,3}(?:IX|IV|V?I{0,3})|[XLC]{2,})$/.test(word);
}

/** Whether the whole sentence, of three words or more or of long ones, is in capitals: a heading or a shout, where capitals say nothing. */
function isShouted(reading: Reading, at: number): boolean {
	const { text, tokens, firstTokens } = reading;
	const sentence = findSentenceIndex(reading, tokens[at]?.start ?? 0);
	const from = firstTokens[sentence] ?? at;
	const to = firstTokens[sentence + 1] ?? at + 1;
	const word = tokens[at];
	if (to - from < 3 && word !== undefined && word.end - word.start < 6) {
		return false;
	}
	// A few words on either side are enough to tell.
	for (let other = Math.max(from, at - 10); other < Math.min(to, at + 10); other++) {
		const token = tokens[other];
		if (token !== undefined && token.end - token.start > 1 && caseOf(text, token) === 'small' && !/^\d/.test(token.folded)) {
			return false;
		}
	}
	return true;
}
