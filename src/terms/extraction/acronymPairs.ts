import { makeStepTest, type Steps } from '../../base/steps.ts';
import { foldWord } from '../../text/normalise.ts';
import type { Range } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import { isCapital } from '../formCheck.ts';
import { endsInHangul } from '../formWords.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { isRomanNumeral, singularShort } from '../shortForms.ts';
import { isActionWord } from '../wordLists.ts';
import { isJapanese } from './japanese.ts';
import { readJapaneseShort } from './japaneseShorts.ts';
import { readKoreanShorts } from './koreanShorts.ts';
import { findLongBefore, findTranslated, hasExactInitials, hasInitials, isShortForm } from './longForms.ts';
import { givenNames, isHead, isKnownPlace, isPeople } from './nameLists.ts';
import { findSentenceIndex, findTokenAt, type Reading } from './reading.ts';

/** A short form with its long form, where the document puts them side by side. */
export interface Pair {
	readonly short: Range;
	readonly long: Range;
}

/** Short, since each place costs much where a text is nothing but such places. */
const stepLength = 2_000;

/** Parentheses longer than this hold no acronym and no long form. */
const maxParenthesis = 200;

/** The pairs that parentheses and brackets make, both ways round. Nested ones are read from the inside, but for what is part of a word (`FEV(1)`). */
export function* findInParentheses(reading: Reading): Steps<Pair[]> {
	const { text } = reading;
	const pairs: Pair[] = [];
	const isStepDue = makeStepTest(stepLength);
	const singles = new SingleLetters(reading);
	const isInJapanese = isJapanese(text);
	for (const { index, 0: mark } of text.matchAll(/[([（]/g)) {
		if (isStepDue(index)) {
			yield;
		}
		if (mark === '（') {
			const wide = isInJapanese ? findClose(text, index, '）') : undefined;
			const pair = wide === undefined ? undefined : readJapaneseShort(reading, index, wide);
			if (pair !== undefined) {
				pairs.push(pair);
			}
			continue;
		}
		const close = findClose(text, index, mark === '(' ? ')' : ']');
		const pair = close === undefined ? undefined : readParenthesis(reading, singles, index, close);
		if (pair !== undefined) {
			pairs.push(pair);
		}
		if (close !== undefined && mark === '(') {
			pairs.push(...readKoreanShorts(reading, index, close));
		}
	}
	return pairs;
}

/** Where the parenthesis ends; `undefined` where it is too long, or holds another one, which has its own turn. */
function findClose(text: string, open: number, mark: string): number | undefined {
	const inside = text.slice(open + 1, open + maxParenthesis);
	const length = inside.indexOf(mark);
	const nested = length < 0 ? -1 : inside.lastIndexOf(text[open] ?? '', length);
	if (length < 0 || nested < 0) {
		return length < 0 ? undefined : open + 1 + length;
	}
	// `(FEV(1))`, `(ICa(L))`.
	const whole = /^[\p{L}\p{N}]{1,6}\([\p{L}\p{N}]{1,4}\)(?=\))/u.exec(inside)?.[0];
	if (mark === ')' && whole !== undefined) {
		return open + 1 + whole.length;
	}
	// `(ITLOS (Hamburg))`, `(SBPR, formerly Ports Board (PB))`: the remark behind the short form has its own turn.
	const remark = inside.search(/[,([]/);
	return isShortForm(inside.slice(0, remark).trim()) && /[\s,]/.test(inside.slice(remark - 1, remark + 1)) ? open + 1 + remark : undefined;
}

function readParenthesis(reading: Reading, singles: SingleLetters, open: number, close: number): Pair | undefined {
	const { text } = reading;
	const sentence = sentenceStartBefore(reading, open);
	let partBefore: Range | undefined;
	for (const part of splitParts(text, open + 1, close)) {
		const content = text.slice(part.start, part.end);
		if (isShortForm(content) && !(isRomanNumeral(content) && isPartOfWord(text, open))) {
			const long =
				findInside(reading, content, partBefore) ??
				(isOfWords(content) ? undefined : findLongBefore(reading, content, open, sentence)) ??
				findSharedWord(reading, content, open) ??
				findKoreanBefore(reading, content, open) ??
				findTranslated(reading, content, open, sentence);
			if (long !== undefined) {
				return { short: part, long };
			}
		}
		const long =
			findBySmallLetters(reading, content, open, sentence) ?? findSharedWord(reading, content, open) ?? singles.findLong(content, open);
		if (long !== undefined) {
			return { short: part, long };
		}
		partBefore = part;
	}
	// `Scottish Environment Protection Agency (Sepa)`: written as a word, it must have all the initials.
	const inner = trimRange(text, open + 1, close);
	const written = text.slice(inner.start, inner.end);
	if (/^\p{Lu}\p{Ll}{2,5}$/u.test(written)) {
		const long = findLongBefore(reading, written, open, sentence, 'initials');
		if (long !== undefined && isWholeName(reading, long)) {
			return { short: inner, long };
		}
	}
	const named = readNamed(reading, open, close);
	if (named !== undefined) {
		return named;
	}
	// The other way round: a short form directly before, its long form inside.
	const before = findTokenAt(reading.tokens, open) - 1;
	const token = reading.tokens[before];
	const inside = withoutArticle(text, trimRange(text, open + 1, close));
	if (token !== undefined && /^["”’']?\s*$/.test(text.slice(token.end, open)) && inside.end - inside.start > token.end - token.start + 2) {
		// `FAO/WHO (World Health Organization)`: the whole, else its last part.
		for (const short of [shortAround(reading, before), { start: token.start, end: token.end }]) {
			const written = text.slice(short.start, short.end);
			if (isShortForm(written) && /\p{Lu}/u.test(written) && hasInitials(reading, written, inside)) {
				return { short, long: inside };
			}
		}
	}
	return undefined;
}

/** `the “Rowley Hoard”`: two words of a name shorten nothing by their letters. */
function isOfWords(short: string): boolean {
	return /^\p{Lu}\p{Ll}{2,}\s\p{Lu}\p{Ll}{2,}$/u.test(short);
}

/** No company's or society's name has more words before the parenthesis that says what it is called from here on. */
const maxNameWords = 8;

/**
 * `Northgate Capital Partners LLP (“Northgate”)`, `Haneul Cell Co., Ltd. (“Haneul”)`: what is called from here on by the words that its name begins
 * with, in quotation marks. Words that many names begin with (`the “Council”`) are no name of anybody.
 */
function readNamed(reading: Reading, open: number, close: number): Pair | undefined {
	const { text, tokens } = reading;
	const match = /^(?:\p{Ll}{2,12},?\s){0,4}["“‘«](\p{Lu}[\p{L}’'-]{2,30}(?:\s\p{Lu}[\p{L}’'-]{1,30}){0,2})["”’»]/u.exec(
		text.slice(open + 1, close),
	);
	const short = match?.[1] ?? '';
	if (match === null || !/\p{Ll}/u.test(short)) {
		return undefined;
	}
	const end = open + match[0].length;
	const words = short.split(/\s/).map(foldWord);
	if (words.every((word) => isOrdinaryWord(word) || isHead(word) || isPeople(word) || isKnownPlace(word) || !isContentWord(word))) {
		return undefined;
	}
	const last = findTokenAt(tokens, open) - 1;
	const sentence = sentenceStartBefore(reading, open);
	for (let first = last; first > last - maxNameWords && (tokens[first]?.start ?? -1) >= sentence; first--) {
		const token = tokens[first] as Token;
		const next = first === last ? undefined : tokens[first + 1];
		const gap = text.slice(token.end, next?.start ?? open);
		const isPart = isCapital(text.slice(token.start, token.start + 2)) || /^(?:of|and|the|for|de|des|der|van|von)$/.test(token.folded);
		// Of marks only those of `Co., Ltd.` and `A & B`.
		if (
			!isPart ||
			!(first === last ? /^\.?\s$/ : /^(?:\s|\.?,\s|\.\s|\s&\s|-)$/).test(gap) ||
			(gap.includes(',') && !behindComma.test(next?.folded ?? ''))
		) {
			return undefined;
		}
		if (first + words.length <= last && words.every((word, at) => tokens[first + at]?.folded === word)) {
			const longEnd = (tokens[last] as Token).end;
			const start = tokens[findGivenBefore(reading, first, sentence)]?.start ?? token.start;
			return { short: { start: end - short.length, end }, long: { start, end: text[longEnd] === '.' ? longEnd + 1 : longEnd } };
		}
	}
	return undefined;
}

/** Where the founder's name begins in `Peter Vance Associates (“Vance”)`: with the given names and initials before the family. */
function findGivenBefore({ text, tokens }: Reading, family: number, sentence: number): number {
	let first = family;
	while (first > 0 && (tokens[first - 1]?.start ?? -1) >= sentence) {
		const [given, next] = [tokens[first - 1] as Token, tokens[first] as Token];
		const isInitial = given.end - given.start === 1 && isCapital(text.slice(given.start, given.end));
		const isGiven = givenNames.has(given.folded) && isCapital(text.slice(given.start, given.start + 2));
		if (!(isInitial || isGiven) || !/^\.?\s$/.test(text.slice(given.end, next.start)) || family - first > 2) {
			break;
		}
		first--;
	}
	return first;
}

const behindComma = /^(?:ltd|inc|llc|llp|limited|incorporated|corp|plc|gmbh|sa)$/;

/** Whether every word that has something to say is written with a capital. */
function isWholeName(reading: Reading, range: Range): boolean {
	const { text, tokens } = reading;
	const words = tokens.slice(findTokenAt(tokens, range.start), findTokenAt(tokens, range.end));
	return words.length > 2 && words.every((token) => isCapital(text.slice(token.start, token.start + 2)) || token.end - token.start <= 3);
}

/** `경제협력개발기구(OECD)`: a Korean word and its Latin acronym share no letters; that they touch is what joins them. */
function findKoreanBefore(reading: Reading, content: string, open: number): Range | undefined {
	const token = reading.tokens[findTokenAt(reading.tokens, open) - 1];
	const isKorean = token !== undefined && token.end === open && endsInHangul(token.folded) && token.end - token.start >= 3;
	return isKorean && /^\p{Lu}{2,}$/u.test(content) ? { start: token.start, end: token.end } : undefined;
}

/** `platinum(II)`: no space before the parenthesis. */
function isPartOfWord(text: string, open: number): boolean {
	return /[\p{L}\p{N}]/u.test(text[open - 1] ?? '');
}

/** `(blood-brain barrier, BBB)`: both stand inside, side by side. */
function findInside(reading: Reading, short: string, before: Range | undefined): Range | undefined {
	return before !== undefined && hasExactInitials(reading, short, before) ? before : undefined;
}

/** `mean blood pressure (mbp)`; by letters inside of words only where the short form stands again and is no word of its own. */
function findBySmallLetters(reading: Reading, short: string, open: number, sentence: number): Range | undefined {
	if (!/^[a-z]{2,5}$/.test(short) || !isContentWord(short) || /\S/.test(reading.text[open - 1] ?? ' ')) {
		return undefined;
	}
	const isUsed = (reading.smallCounts.get(short) ?? 0) > 1 && !isOrdinaryWord(short) && !isActionWord(short);
	return (
		(short.length > 2 ? findLongBefore(reading, short, open, sentence, 'initials') : undefined) ??
		(isUsed ? findLongBefore(reading, short, open, sentence) : undefined)
	);
}

/** `Helicobacter pylori (H. pylori)`, `exit site (E site)`: the last word stays, the first one is its first letters. */
function findSharedWord(reading: Reading, short: string, open: number): Range | undefined {
	const match = /^(\p{L}{1,3})(?:\.\s?|[\s-])(\p{L}{3,20})$/u.exec(short);
	const last = findTokenAt(reading.tokens, open) - 1;
	const [word, lastWord] = [reading.tokens[last - 1], reading.tokens[last]];
	if (match === null || word === undefined || lastWord === undefined || reading.text.slice(lastWord.end, open).trim() !== '') {
		return undefined;
	}
	const [, start = '', end = ''] = match;
	const isShortened = word.folded.startsWith(foldWord(start)) && word.folded.length > start.length + 1;
	const isClose = /^[\s-]$/.test(reading.text.slice(word.end, lastWord.start));
	return isShortened && isClose && lastWord.folded === foldWord(end) ? { start: word.start, end: lastWord.end } : undefined;
}

/** Single capitals in parentheses: `diopters (D)`, where the letter is used again, and the text does not number with letters. */
class SingleLetters {
	readonly #reading: Reading;
	#counts: Map<string, number> | undefined;
	#inParentheses: ReadonlySet<string> = new Set();

	constructor(reading: Reading) {
		this.#reading = reading;
	}

	findLong(short: string, open: number): Range | undefined {
		if (!/^[A-Z]$/.test(short)) {
			return undefined;
		}
		const { tokens, text } = this.#reading;
		const last = findTokenAt(tokens, open) - 1;
		const word = tokens[last];
		if (word === undefined || text.slice(word.end, open) !== ' ' || !/^[a-z]{4,}$/.test(text.slice(word.start, word.end))) {
			return undefined;
		}
		this.#counts ??= this.#count();
		const next = String.fromCharCode(short.charCodeAt(0) + (short === 'Z' ? -1 : 1));
		const isUsed = (this.#counts.get(short) ?? 0) >= 3 && !this.#inParentheses.has(next);
		const isFitting = isUsed && isContentWord(word.folded) && word.folded.startsWith(short.toLowerCase());
		return isFitting ? { start: word.start, end: word.end } : undefined;
	}

	#count(): Map<string, number> {
		const counts = new Map<string, number>();
		for (const { start, end } of this.#reading.tokens) {
			if (end - start === 1) {
				const letter = this.#reading.text.slice(start, end);
				counts.set(letter, (counts.get(letter) ?? 0) + 1);
			}
		}
		this.#inParentheses = new Set(this.#reading.text.match(/(?<=\()[A-Z](?=\))/g));
		return counts;
	}
}

/** What stands between commas and semicolons: `(KMP; 12 of 30)`, `(or KMP)`, `(“KMP”)`, `(KMP·이하 …)`, without the words and marks around it. */
function splitParts(text: string, from: number, to: number): Range[] {
	const parts: Range[] = [];
	let start = from;
	for (let at = from; at <= to && parts.length < 4; at++) {
		if (at === to || text[at] === ';' || text[at] === ',' || (text[at] === '·' && text.startsWith('이하', at + 1))) {
			const lead =
				/^(?:\s|["“”'‘’«»]|(?:or|the|also|hereinafter|hereafter|abbreviated|abbr\.?|acronym|called|known|termed|as|in|short|henceforth|이하|약칭|i\.e\.|e\.g\.)(?=[\s:"“‘])|:)+/i.exec(
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

/** `(the Acme Border Board)`: what a short form stands for has no article. */
function withoutArticle(text: string, { start, end }: Range): Range {
	const article = /^(?:the|an?)\s+/i.exec(text.slice(start, Math.min(end, start + 6)))?.[0] ?? '';
	return { start: start + article.length, end };
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
	/(?:\b(?:acronym|abbreviation|initials|abbreviated|shortened|known|referred|called|termed|dubbed|short|hereinafter|hereafter)|["”’]\s+or(?=\s+["“‘]))\s+(?:(?:of|is|as|to|form|by|simply|also|it|them|commonly|often|for|the|acronym|initials|abbreviation)\s+){0,5}["“‘']?/gi;

/** Words that stand between a short form and its long form. */
const equations =
	/^(?:,\s+or\s+(?:the\s+)?(?=\p{L}+\s)|["”’']?,?\s+(?:(?:which|that|is|the|an|a|acronym|abbreviation)\s+){0,4}(?:short\s+for|stands?\s+for|standing\s+for|(?:acronym|abbreviation|initials)\s+(?:for|of)|abbreviates)\s+(?:the\s+)?)["“‘']?/iu;

/** The pairs that words make (`known as`, `short for`), and those of lists. */
export function* findByWords(reading: Reading): Steps<Pair[]> {
	const { text } = reading;
	const pairs: Pair[] = [];
	const isAnnouncedStepDue = makeStepTest(stepLength);
	for (const match of text.matchAll(announcers)) {
		if (isAnnouncedStepDue(match.index)) {
			yield;
		}
		const end = match.index + match[0].length;
		const at = findTokenAt(reading.tokens, end);
		const token = reading.tokens[at];
		if (token === undefined || token.start !== end) {
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
			pairs.push({ short, long });
		}
	}
	const isStepDue = makeStepTest(stepLength);
	for (let at = 0; at < reading.tokens.length; at++) {
		const token = reading.tokens[at];
		if (token !== undefined && isStepDue(token.start)) {
			yield;
		}
		if (token === undefined || token.end - token.start < 2 || !beginsInCapitals(text, token.start)) {
			continue;
		}
		const apposed = readApposed(reading, at);
		if (apposed !== undefined) {
			pairs.push(apposed);
			continue;
		}
		const behind = text.slice(token.end, token.end + 100);
		const listed = listMarks.exec(behind);
		if (listed !== null) {
			const pair = readListed(reading, at, token.end + listed[0].length, listed[0].includes('='));
			if (pair !== undefined) {
				pairs.push(pair);
			}
			continue;
		}
		const equation = equations.exec(behind);
		if (equation === null) {
			continue;
		}
		const short = shortAround(reading, at);
		const start = token.end + equation[0].length;
		const written = text.slice(short.start, short.end);
		const long = isShortForm(written)
			? (readLongAfter(reading, written, start, hasExactInitials) ?? readLongAfter(reading, written, start, hasInitials))
			: undefined;
		if (long !== undefined) {
			pairs.push({ short, long });
		}
	}
	return pairs;
}

/**
 * `Northern Ports Authority, or NPA,`, `Office of the Chief Harbourmaster – OCH –`, `NPA, the Northern Ports Authority,`: both side by side, between
 * marks. Each word must begin with a letter of the short form, for many things stand between commas.
 */
function readApposed(reading: Reading, at: number): Pair | undefined {
	const { text } = reading;
	const short = shortAround(reading, at);
	const written = text.slice(short.start, short.end);
	const lead = /(?:,\sor\s(?:the\s)?|\s[–—-]\s|[–—])["“]?$/.exec(text.slice(Math.max(0, short.start - 10), short.start))?.[0];
	const behind = text.slice(short.end, short.end + 8);
	if (!isShortForm(written) || singularShort(written).length < 3) {
		return undefined;
	}
	if (lead !== undefined && (lead.startsWith(',') ? /^["”]?[,.;)]/ : /^["”]?(?:\s?[–—]|\s-\s)/).test(behind)) {
		const to = short.start - lead.length;
		const long = findLongBefore(reading, written, to, sentenceStartBefore(reading, to), 'initials');
		return long !== undefined && long.end === to ? { short, long } : undefined;
	}
	const comma = /^,\s(?:the\s)?(?=\p{Lu})/u.exec(behind)?.[0];
	const long = comma === undefined ? undefined : readLongAfter(reading, written, short.end + comma.length, hasExactInitials);
	return long !== undefined && /^[,.;)]/.test(text.slice(long.end, long.end + 1)) ? { short, long } : undefined;
}

/** Whether a capital stands here, and a capital or a digit behind it. Most words are told by their first letter. */
function beginsInCapitals(text: string, at: number): boolean {
	const first = text.charCodeAt(at);
	return (first >= 0x80 || (first >= 0x41 && first <= 0x5a)) && /^\p{Lu}[\p{Lu}\p{N}]/u.test(text.slice(at, at + 2));
}

/** What stands between a short form and its long form in lists of abbreviations: `GHG = greenhouse gas;`, `GHG: …`, `GHG – …`, a tab. */
const listMarks = /^(?:\s?=\s?|\s?[:–—]\s+|\s-\s|\t+| {2,})/;

/** A pair of a list: behind `=` the words up to a mark, if they begin with the same letter; else the rest of the line, if it fits. */
function readListed(reading: Reading, at: number, start: number, isEquation: boolean): Pair | undefined {
	const { text, tokens } = reading;
	const short = shortAround(reading, at);
	const written = text.slice(short.start, short.end);
	const isAtLineStart = short.start === 0 || text[short.start - 1] === '\n';
	if (!isShortForm(written) || !(isEquation || isAtLineStart)) {
		return undefined;
	}
	const exact = isEquation ? readLongAfter(reading, written, start, hasExactInitials) : undefined;
	if (exact !== undefined) {
		return { short, long: exact };
	}
	const rest = text.slice(start, start + 150);
	let length = (isEquation ? /^[^;,.()\n=]{3,}/ : /^[^;()\n]{3,}/).exec(rest)?.[0].length ?? 0;
	// `MA = medical attendance MB = …`: the next short form is not part of this long form.
	const next = rest[length] === '=' ? /\s\S{1,12}\s?$/.exec(rest.slice(0, length)) : null;
	length = next?.index ?? length;
	const long = trimRange(text, start, start + length);
	const first = tokens[findTokenAt(tokens, long.start)];
	const fits = hasInitials(reading, written, long);
	const beginsAlike = isEquation && first?.start === long.start && foldWord(written).startsWith(first.folded.charAt(0));
	return long.end - long.start > short.end - short.start && (fits || beginsAlike) ? { short, long } : undefined;
}

/** The short form that starts with this token. */
export function shortForward(reading: Reading, at: number): Range {
	const { text, tokens } = reading;
	let last = at;
	while (last + 1 < tokens.length && last - at < 4 && /^[-./&]$/.test(text.slice(tokens[last]?.end, tokens[last + 1]?.start))) {
		last++;
	}
	return { start: tokens[at]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

/** How many words may stand between a long form and what announces its short form (`…, which in the trade are commonly known as`). */
const maxWordsBetween = 40;

/** The nearest run of words before `to`, and near to it, whose initials are the short form's letters. */
function findByInitials(reading: Reading, short: string, from: number, to: number): Range | undefined {
	const last = findTokenAt(reading.tokens, to) - 1;
	// A text without full stops has sentences of thousands of words, and an announcer in every third one.
	const first = Math.max(findTokenAt(reading.tokens, from), last - maxWordsBetween);
	for (let at = last; at >= first; at--) {
		const long = findLongBefore(reading, short, reading.tokens[at]?.end ?? 0, from, 'initials');
		if (long !== undefined) {
			return long;
		}
	}
	return undefined;
}

/** The words behind `start` whose initials are the short form's letters. */
function readLongAfter(reading: Reading, short: string, start: number, fits: typeof hasInitials): Range | undefined {
	const first = findTokenAt(reading.tokens, start);
	const letters = singularShort(short).replace(/[^\p{L}\p{N}]/gu, '').length;
	for (let last = first + letters - 1; last < Math.min(reading.tokens.length, first + letters + 4); last++) {
		const range = { start: reading.tokens[first]?.start ?? 0, end: reading.tokens[last]?.end ?? 0 };
		if (!/[.;:()]/.test(reading.text.slice(range.start, range.end)) && fits(reading, short, range)) {
			return range;
		}
	}
	return undefined;
}
