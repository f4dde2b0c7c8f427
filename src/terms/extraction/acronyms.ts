import { makeStepTest, type Steps } from '../../base/steps.ts';
import { isParticleChain } from '../../text/korean.ts';
import type { Range } from '../../text/range.ts';
import type { Token } from '../../text/tokenise.ts';
import type { AcronymFinding } from '../findings.ts';
import { endsInHangul } from '../formWords.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { isRomanNumeral, shortKey } from '../shortForms.ts';
import { findByWords, findInParentheses, type Pair, shortForward } from './acronymPairs.ts';
import { isKnownPlace, isPeople } from './nameLists.ts';
import { caseOf, findSentenceIndex, type Reading } from './reading.ts';
import { isInLabel } from './utterances.ts';

/**
 * Every occurrence of a short form, in order, with the long form that the document gives for it anywhere. Pairs are found
 * - in parentheses both ways, after Schwartz and Hearst (PSB 2003): `Korean massage parlor (KMP)`, `KMP (Korean massage parlor)`;
 * - in Korean of the long form's own syllables: `국가인권위원회(인권위)`, `국가인권위원회(이하 ‘인권위’)`;
 * - in lists: `KMP = Korean massage parlor`, and lines that begin so;
 * - by words: `KMPs, short for …`, `… known as KMPs`, `the acronym of KMPs`, `KMP stands for …`.
 * Other words of capitals (`NATO`) are occurrences with `long` null, unless the whole line is in capitals.
 */
export function* findAcronyms(reading: Reading): Steps<AcronymFinding[]> {
	const pairs = [...(yield* findInParentheses(reading)), ...(yield* findByWords(reading))];
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
	for (const short of yield* findOccurrences(reading, longs, beside)) {
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

/** Where short forms stand: those that were paired, and all other words of capitals. */
function* findOccurrences(reading: Reading, longs: ReadonlyMap<string, Pair>, beside: ReadonlyMap<number, Pair>): Steps<Range[]> {
	const { text, tokens } = reading;
	const isStepDue = makeStepTest();
	const found: Range[] = [];
	// No word that begins with a small letter loses anything in its key.
	const hasSmall = [...longs.keys()].some((key) => /^[a-z]/.test(key));
	const hangulLengths = [...new Set([...longs.keys()].filter(endsInHangul).map(({ length }) => length))].sort((a, b) => b - a);
	let end = 0;
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		if (token === undefined || token.start < end) {
			continue;
		}
		if (isStepDue(token.start)) {
			yield;
		}
		const pair = beside.get(token.start);
		if (pair !== undefined) {
			found.push(pair.short);
			end = pair.short.end;
			continue;
		}
		const code = text.charCodeAt(token.start);
		if (code >= 0x61 && code <= 0x7a && !hasSmall) {
			continue;
		}
		if (hangulLengths.length > 0 && endsInHangul(token.folded)) {
			const short = findHangul(text.slice(token.start, token.end), hangulLengths, longs);
			if (short !== undefined) {
				found.push({ start: token.start, end: token.start + short.length });
				end = token.end;
				continue;
			}
		}
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

/** `선관위는`: a short form in Hangul, with particles or without. */
function findHangul(word: string, lengths: readonly number[], longs: ReadonlyMap<string, Pair>): string | undefined {
	const length = lengths.find((count) => {
		const short = word.slice(0, count);
		return longs.has(short) && (word.length === count || isParticleChain(short, word.slice(count)));
	});
	return length === undefined ? undefined : word.slice(0, length);
}

/** The longest short form that starts here. */
function widest(reading: Reading, at: number, longs: ReadonlyMap<string, Pair>): Range | undefined {
	const { text, tokens } = reading;
	const first = tokens[at];
	const second = first === undefined ? 0 : text.charCodeAt(first.start + 1);
	if (first !== undefined && second >= 0x61 && second <= 0x7a && !/[-./&]/.test(text[first.end] ?? ' ')) {
		// Most capital words are just that; `PoS` and `NePAD` end in a capital as well.
		const word = text.slice(first.start, first.end);
		// `Ms` is one letter in the plural, or a title: no short form by itself.
		const isMixed = word.length <= 10 && !/^\p{Lu}s$/u.test(word) && /\p{Lu}s?$/u.test(word) && /^\p{Lu}[\p{L}\p{N}]+$/u.test(word);
		return isMixed || longs.has(word) ? { start: first.start, end: first.end } : undefined;
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
	const joined = /^\p{Lu}{1,4}&\p{Lu}{1,4}(?![\p{L}\p{N}&])/u.exec(text.slice(token.start, token.start + 10))?.[0];
	if (joined !== undefined) {
		// `PG&E`, `AT&T`
		return isShouted(reading, at) ? undefined : { start: token.start, end: token.start + joined.length };
	}
	const compound = findCompound(reading, at);
	if (compound !== undefined) {
		return isShouted(reading, at) ? undefined : compound;
	}
	const isAcronym =
		letters.length >= 2 && letters.length <= 10 && /^\p{Lu}[\p{Lu}\p{N}]*$/u.test(letters) && /\p{Lu}.*\p{Lu}/u.test(letters);
	return isAcronym && !isRomanNumeral(letters) && !isStressed(token.folded) && !isShouted(reading, at) && !isInCapitals(reading, at)
		? single
		: undefined;
}

/** `I am CONCERNED`: a word of everyday language, or of its endings, that is as long as hardly any acronym that is one (`CARE`, `ACTION`). */
function isStressed(folded: string): boolean {
	return folded.length >= minStressed && (isOrdinaryWord(folded) || /(?:ed|ing|ly|[st]ions?|ments?|ness|ful|ous|able|ant)$/.test(folded));
}

const minStressed = 7;

/** `UN-Women`, `COVID-19`, `WP.29`: capitals, and what hangs on them by a hyphen or a number's point. No pair of states (`US-China`), no `EU-wide`. */
function findCompound({ text, tokens }: Reading, at: number): Range | undefined {
	const first = tokens[at];
	if (first === undefined || !/^\p{Lu}[\p{Lu}\p{N}]{1,9}$/u.test(text.slice(first.start, first.end))) {
		return undefined;
	}
	let last = at;
	while (last + 1 < tokens.length && last - at < 3) {
		const [current, next] = [tokens[last] as Token, tokens[last + 1] as Token];
		const gap = text.slice(current.end, next.start);
		const isNumber = /^\d{1,4}$/.test(next.folded) && (gap === '-' || gap === '.');
		if (!isNumber && !(gap === '-' && isPartOfCompound(text.slice(next.start, next.end), next.folded))) {
			break;
		}
		last++;
	}
	return last > at ? { start: first.start, end: tokens[last]?.end ?? first.end } : undefined;
}

function isPartOfCompound(written: string, folded: string): boolean {
	return /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(written) || (/^\p{Lu}\p{Ll}{3,}$/u.test(written) && !isPeople(folded) && !isKnownPlace(folded));
}

/**
 * `v. ORRIN MUSEUM OF ART`: words in capitals side by side, a small one among them, are written so, and shortened are none; so it is with one that the
 * document has in small letters, too (`-- CONCERNED SISTER`).
 */
function isInCapitals({ text, tokens, smallCounts }: Reading, at: number): boolean {
	const isNext = (one: number) =>
		text.slice(tokens[one]?.end, tokens[one + 1]?.start) === ' ' && caseOf(text, tokens[one + 1] as Token) === 'capitals';
	let [first, last] = [at, at];
	while (first > 0 && at - first < maxInCapitals && isNext(first - 1) && caseOf(text, tokens[first - 1] as Token) === 'capitals') {
		first--;
	}
	while (last + 1 < tokens.length && last - at < maxInCapitals && isNext(last)) {
		last++;
	}
	const own = tokens[at]?.folded ?? '';
	if (last > first && own.length > 4 && smallCounts.has(own)) {
		return true;
	}
	return tokens.slice(first, last + 1).some(({ folded, start, end }) => end - start > 1 && /^(?:of|and|the|for|on|in)$/.test(folded));
}

/** So many words on either side are enough to tell. */
const maxInCapitals = 5;

/** Whether the whole sentence, of three words or more or of long ones, is in capitals: a heading or a shout, where capitals say nothing. */
function isShouted(reading: Reading, at: number): boolean {
	const { text, tokens, firstTokens } = reading;
	const sentence = findSentenceIndex(reading, tokens[at]?.start ?? 0);
	const from = firstTokens[sentence] ?? at;
	const to = firstTokens[sentence + 1] ?? at + 1;
	const word = tokens[at];
	// `LEE:` before what Lee says is shorter, and still no abbreviation.
	const isLabel = word !== undefined && isInLabel(reading.utterances, word);
	if (to - from < 3 && word !== undefined && word.end - word.start < 6 && !isLabel) {
		return false;
	}
	// `MR. HOLM (through interpreter):`
	if (isLabel && /^[^(\p{Ll}]{2,60}\(/u.test(text.slice(reading.sentences[sentence]?.start ?? word.start, word.end + 40))) {
		const opening = text.indexOf('(', reading.sentences[sentence]?.start);
		return word.end <= opening;
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
