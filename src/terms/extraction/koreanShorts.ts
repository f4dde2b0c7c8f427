import { splitParticles } from '../../text/korean.ts';
import type { Range } from '../../text/range.ts';
import type { Pair } from './acronymPairs.ts';
import { isInstitution } from './korean.ts';
import { findSentenceIndex, findTokenAt, type Reading } from './reading.ts';

/** Longer parentheses, and longer names in quotes before them, hold more than a name. */
const maxNameLength = 80;

/** No name of an office or a society has more words. */
const maxWords = 6;

/** Words and marks before a short form; that it is one is said by the first of them. */
const announced = /^(?:이하|약칭|줄임말|줄여서)(?=[\s:"“'‘「])[\s:]*/u;

/** A short form by itself, or in quotes, or with `…라 한다` behind it. */
const shortAlone =
	/^["“'‘「]?([가-힣]{2,7}?)["”'’」]?(?:\s?(?:이?라|이?라고|으?로)\s?(?:한다|합니다|함|칭한다|칭함|부른다|약칭한다|약칭|줄임))?\.?$/u;

/**
 * The pairs that a parenthesis makes of Korean names, both ways round: `중앙선거관리위원회(선관위)`, `한국개발연구원(이하 '개발연'이라 한다)`,
 * `선관위(중앙선거관리위원회)`. A short form is made of syllables of the long one in their order. A piece of the long form as it stands is a remark
 * (`외국인노동자(노동자)`), unless both are names of an office, or the words say that its beginning is the short form. `[open, close)` is the parenthesis but for its last mark.
 */
export function readKoreanShorts(reading: Reading, open: number, close: number): Pair[] {
	const { text } = reading;
	const inside = text.slice(open + 1, close);
	if (inside.length > maxNameLength || !/[가-힣]{2}/u.test(inside)) {
		return [];
	}
	const pairs: Pair[] = [];
	let start = open + 1;
	for (const part of inside.split(/[,;·/]/u)) {
		const lead = part.length - part.trimStart().length;
		const cue = announced.exec(part.trimStart())?.[0] ?? '';
		const short = shortAlone.exec(part.trim().slice(cue.length))?.[1];
		if (short !== undefined) {
			const long = findQuotedBefore(reading, short, open) ?? findLongBefore(reading, short, open, cue !== '');
			if (long !== undefined) {
				const at = text.indexOf(short, start + lead + cue.length);
				pairs.push({ short: { start: at, end: at + short.length }, long });
			}
		}
		start += part.length + 1;
	}
	const turned = pairs.length === 0 ? readTurned(reading, open, inside) : undefined;
	return turned === undefined ? pairs : [turned];
}

/** `선관위(중앙선거관리위원회)`. */
function readTurned({ text, tokens }: Reading, open: number, inside: string): Pair | undefined {
	const token = tokens[findTokenAt(tokens, open) - 1];
	const short = token?.end === open ? text.slice(token.start, open) : '';
	const isName = /^[가-힣]{2,7}$/u.test(short) && /^[가-힣]{4,}$/u.test(inside) && isShortOf(short, inside, false);
	return token !== undefined && isName
		? { short: { start: token.start, end: open }, long: { start: open + 1, end: open + 1 + inside.length } }
		: undefined;
}

const quoteMarks = new Map([
	['」', '「'],
	['』', '『'],
	['》', '《'],
	['〉', '〈'],
]);

/** `「공공기관의 정보공개에 관한 법률」(정보공개법)`: the marks say where the name begins. */
function findQuotedBefore({ text }: Reading, short: string, open: number): Range | undefined {
	const mark = quoteMarks.get(text[open - 1] ?? '');
	const from = Math.max(0, open - maxNameLength);
	const before = mark === undefined ? -1 : text.slice(from, open).lastIndexOf(mark);
	if (before < 0) {
		return undefined;
	}
	const long = { start: from + before + 1, end: open - 1 };
	return isShortOf(short, text.slice(long.start, long.end).replace(/\s/gu, ''), true) ? long : undefined;
}

/** The word before the parenthesis, else the fewest words that have all syllables: the first begins with the first of them, the last one has some. */
function findLongBefore(reading: Reading, short: string, open: number, isAnnounced: boolean): Range | undefined {
	const { text, tokens } = reading;
	const last = findTokenAt(tokens, open) - 1;
	const token = tokens[last];
	if (token === undefined || token.end !== open || !isHangul(text.slice(token.start, open))) {
		return undefined;
	}
	if (isShortOf(short, text.slice(token.start, open), isAnnounced)) {
		return { start: token.start, end: open };
	}
	// What a law is called begins before the words that its short form takes from it.
	if (/법률$/u.test(token.folded)) {
		return undefined;
	}
	const from = reading.sentences[findSentenceIndex(reading, open)]?.start ?? open;
	// How many syllables of the short form are still to be found before the words that were read.
	let left = countLeft(short, short.length, text.slice(token.start, open));
	for (let at = last - 1; at > last - maxWords && left > 0 && left < short.length; at--) {
		const word = tokens[at];
		const written = word === undefined ? '' : text.slice(word.start, word.end);
		if (word === undefined || word.start < from || text.slice(word.end, tokens[at + 1]?.start) !== ' ' || !isHangul(written)) {
			return undefined;
		}
		// `선거를 관리`: parts of a sentence are no name, but for whom and what it is.
		if (
			/^(?:을|를|은|는|이|가|에서|에게)$/u.test(splitParticles(written).particles) &&
			!/^(?:위한|관한|대한)$/u.test(tokens[at + 1]?.folded ?? '')
		) {
			return undefined;
		}
		const before = left;
		left = short.length === 2 ? left - (written.startsWith(short[left - 1] ?? '') ? 1 : 0) : countLeft(short, left, written);
		if (left === 0) {
			// Of two syllables each begins a word: `민주사회를 위한 변호사모임(민변)`.
			const isFitting = short.length > 2 || token.folded.startsWith(short[1] ?? '');
			return before > 0 && written.startsWith(short[0] ?? '') && isFitting ? { start: word.start, end: open } : undefined;
		}
	}
	return undefined;
}

function isHangul(word: string): boolean {
	return /^[가-힣]+$/u.test(word);
}

/** How many of the first `count` syllables of the short form remain when, from the last one on, they are taken from a word in order. */
function countLeft(short: string, count: number, word: string): number {
	let left = count;
	for (let at = word.length - 1; at >= 0 && left > 0; at--) {
		if (word[at] === short[left - 1]) {
			left--;
		}
	}
	return left;
}

/** Whether one word may be short for another. */
function isShortOf(short: string, long: string, isAnnounced: boolean): boolean {
	if (long.length < Math.max(4, short.length + 2) && !(isAnnounced && long.length > short.length)) {
		return false;
	}
	if (countLeft(short, short.length, long) > 0) {
		return false;
	}
	// `국제해사기구(이하 기구)`: what kind of thing it is names it in this document alone.
	// `대학입학전형위원회(전형위)`: cut within its last word, it is no word by itself.
	const isCut = short.endsWith('위') && short.length > 2 && long.endsWith(`${short}원회`);
	const isPiece = !isCut && (long.endsWith(short) || (!isAnnounced && long.includes(short)));
	return !isPiece || (isInstitution(short) && isInstitution(long) && !kindsOfOffices.has(short));
}

/** What many offices are; the others of these are no institution by `isInstitution` (`위원회`, `연구원`). */
const kindsOfOffices = new Set('검찰청 경찰청 사무처 집행부 사법부 행정부 입법부 지방청 교육청'.split(' '));
