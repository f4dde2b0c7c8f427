import type { Steps } from '../base/steps.ts';
import { partNumeral } from './koreanNumerals.ts';
import { foldWord } from './normalise.ts';
import type { Range } from './range.ts';
import { hashUnit, WordMemory } from './wordMemory.ts';

/** About a dozen milliseconds of tokens. */
const tokenisedLength = 50_000;

/** A word of a text. The range counts in the text as it is; `folded` is the form in which words are compared (`foldWord`). */
export interface Token extends Range {
	readonly folded: string;
	/** `cjk`: out of a run of Han or Kana, where words stand without spaces; `word`: everything else, Hangul too. */
	readonly script: 'word' | 'cjk';
}

/** A run without a break longer than this (a base64 block, say) is several tokens of this length, so that no step after this one meets a giant. */
const maxTokenLength = 100;

/** A CJK run is given to Intl.Segmenter in parts of this length: one call over megabytes without a space would block for seconds. */
const maxSegmentedLength = 2_000;

/** Letters and digits, with the marks, invisible characters and apostrophes inside. */
const run = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Cf}]|['’‘ʼ`´＇](?=\p{L}))*/uy;

/** Anything that might not be plain alphabetic writing: Hangul, Kana, Han and what stands beside them. */
const eastAsian = /[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\u{1b000}-\u{1b2ff}\u{20000}-\u{3ffff}]/u;
const scriptRun =
	/(?<cjk>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーｰﾞﾟ\u3099\u309a]+)|(?<hangul>\p{Script=Hangul}+)|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ーｰﾞﾟ\u3099\u309a]+/gu;

/** Raised digits and fractions. */
const partedDigit = /[⁰¹²³⁴-⁹¼-¾⅐-⅞]/u;
/**
 * The borders of small digits that are no part of the word before them: exponents and marks of notes (`10⁶`, `women¹`, `1½`), but not of units, which are
 * short: `m²`, `km³`.
 */
const digitBorder = /(?<=\p{Nd}|[\p{L}\p{M}]{3})(?=[⁰¹²³⁴-⁹])|(?<=[⁰¹²³⁴-⁹¼-¾⅐-⅞])(?=[^⁰¹²³⁴-⁹\p{M}])|(?<=\p{Nd})(?=[¼-¾⅐-⅞])/u;

const apostrophe = /['’‘ʼ`´＇]/u;
/** `l’homme`, `d’une`, `qu’il`, `dell’arte`: two words in French and Italian. None of these stands before an apostrophe in an English word. */
const elided = 'l d j m n s t c qu jusqu lorsqu puisqu dell nell all dall sull un quest quell'.split(' ');
const elision = new RegExp(`^(?:${elided.join('|')})['’‘ʼ\`´＇](?=\\p{L}{2})`, 'iu');
const elidedWords: ReadonlySet<string> = new Set(elided);

/** Chinese and Japanese are told apart by their characters, whatever the locale; the locale only has to be one of them. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The words of a text in order, without overlap: `"Women’s long-term aid, 17,500"` gives `Women’s` (folded `women`), `long`, `term`, `aid`,
 * `17`, `500`. Hyphens, points and commas part; inner apostrophes do not, but for French and Italian elision. Raised digits part from numbers
 * and words, not from units (`10⁶` is `10`, `⁶`; `km²` is one). Where the script changes from or to Hangul or CJK a new token begins (`KMP가` is
 * `KMP`, `가`), and behind a number of Korean (`3만명` is `3`, `만`, `명`). Han and Kana are segmented by Intl.Segmenter, whose breaks were the same in Node and Chromium on such runs; Latin is not, since
 * there they were not.
 * Looks at `[from, to)` only, as if the text ended there. Linear in its length. Never throws.
 */
export function tokenise(text: string, from = 0, to = text.length): Token[] {
	const tokens: Token[] = [];
	readTokens(text, from, to, {
		takePlain: (start, end, hash) => tokens.push({ start, end, folded: folds.get(text, start, end, hash), script: 'word' }),
		take: (start, end, folded, script) => tokens.push({ start, end, folded, script }),
	});
	return tokens;
}

/** Takes tokens one by one. */
export interface TokenTaker {
	/** One of ASCII letters and digits, not folded yet. `hash`: that of its units, for a `WordMemory`. */
	takePlain(start: number, end: number, hash: number): void;
	take(start: number, end: number, folded: string, script: Token['script']): void;
}

/** `tokenise` for who keeps no tokens: hands on each as it is found. */
export function readTokens(text: string, from: number, to: number, taker: TokenTaker): void {
	const stop = Math.min(to, text.length);
	/** The part that is read, made where something in it is not plain. */
	let part: string | undefined;
	for (let at = from; at < stop; ) {
		let code = text.charCodeAt(at);
		let end = at;
		let hash = 0;
		while (isPlain(code)) {
			hash = hashUnit(hash, code);
			end++;
			if (end === stop) {
				break;
			}
			code = text.charCodeAt(end);
		}
		if (end > at && end - at <= maxTokenLength && (end === stop || endsPlainWord(code))) {
			taker.takePlain(at, end, hash);
			at = end;
			continue;
		}
		if (end === at && code < 0x80) {
			at++;
			continue;
		}
		part ??= from === 0 && stop === text.length ? text : text.slice(from, stop);
		run.lastIndex = at - from;
		const word = run.exec(part)?.[0];
		if (word === undefined) {
			at += (part.codePointAt(at - from) ?? 0) > 0xffff ? 2 : 1;
			continue;
		}
		addRun(taker, text, at, at + word.length, word);
		at += word.length;
	}
}

/**
 * The folded words of a short text of plain words, which are all its tokens; `undefined` where anything in it is not plain. For who has very many such
 * texts, each to be folded once: without an object for each word.
 */
export function foldPlainWords(text: string): string[] | undefined {
	let count = 0;
	for (let at = 0; at < text.length; ) {
		const end = findPlainEnd(text, at);
		if (end > at && end - at <= maxTokenLength && endsPlainWord(text.charCodeAt(end))) {
			sharedFolds[count++] = folds.get(text, at, end);
			at = end;
		} else if (end === at && text.charCodeAt(at) < 0x80 && count < maxSharedFolds) {
			at++;
		} else {
			return undefined;
		}
	}
	const folded = sharedFolds.slice(0, count);
	// A view of a text would keep it alive.
	sharedFolds.fill('', 0, count);
	return folded;
}

/** A list that grows has room for many more words than most names have. */
const sharedFolds: string[] = [];
const maxSharedFolds = 50;

/**
 * Where the first `count` tokens of a part of the text stand, as `tokenise` finds them, without their folded forms: a tenth of the time. Start and end
 * of each in turn, good until the next call. What is no plain word is left to `split`, which is given its range.
 */
export function locateTokens(text: string, within: Range, count: number, split: (run: Range) => readonly Range[]): Uint32Array {
	const to = Math.min(within.end, text.length);
	const limit = Math.min(count, Math.max(0, to - within.start)) * 2;
	// Of one more nothing is looked at: the last place is written to before it is known whether it counts.
	const borders = limit < sharedBorders.length ? sharedBorders : new Uint32Array(limit + 1);
	let upToEnd: string | undefined;
	let length = 0;
	let at = within.start;
	while (at < to && length < limit) {
		// Odd inside of a word.
		const checked = length & ~1;
		let kind = length & 1;
		for (const stop = Math.min(to, at + locatedPerLook); at < stop && length < limit; at++) {
			const next = unitKinds[text.charCodeAt(at)] ?? 0;
			if (next === unclearUnit) {
				kind = unclearUnit;
				break;
			}
			// No branch depends on where words begin and end: to guess that wrong each time took three quarters of the time.
			borders[length] = at;
			length += kind ^ next;
			kind = next;
		}
		const giant = findGiant(borders, checked, length, at);
		let start = at;
		if (giant >= 0) {
			length = giant;
			start = borders[giant] ?? at;
		} else if (kind !== unclearUnit) {
			continue;
		} else if ((length & 1) === 1) {
			if (at + 2 < to && isInnerApostrophe(text, borders[length - 1] ?? 0, at)) {
				// As in `women’s`, which is one word whatever follows; if nothing does, nobody would ask whether it is a giant.
				at += 2;
				continue;
			}
			length--;
			start = borders[length] ?? at;
		}
		run.lastIndex = start;
		// What goes on behind the part, maybe for megabytes, is not looked at.
		const runLength = start === at && text.charCodeAt(at) < 0x80 ? 0 : (run.exec((upToEnd ??= text.slice(0, to)))?.[0].length ?? 0);
		at = start + (runLength || ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1));
		for (const token of runLength === 0 ? [] : split({ start, end: at })) {
			if (length < limit) {
				borders[length++] = token.start;
				borders[length++] = token.end;
			}
		}
	}
	if ((length & 1) === 1) {
		borders[length++] = to;
	}
	return borders.subarray(0, length);
}

/** Whether the plain word that begins at `start` goes on behind an apostrophe at `at`, with a plain letter, and nothing is elided before it. */
function isInnerApostrophe(text: string, start: number, at: number): boolean {
	const code = text.charCodeAt(at);
	const next = text.charCodeAt(at + 1) | 0x20;
	return (code === 0x2019 || code === 0x27) && next >= 0x61 && next <= 0x7a && !elidedWords.has(text.slice(start, at).toLowerCase());
}

/** Among the words whose borders stand from `from` on, the last of which may go on at `at`, the place of the first that is too long for one token; -1 if none is. */
function findGiant(borders: Uint32Array, from: number, length: number, at: number): number {
	for (let place = from; place < length; place += 2) {
		const end = place + 1 < length ? (borders[place + 1] ?? 0) : at;
		if (end - (borders[place] ?? 0) > maxTokenLength) {
			return place;
		}
	}
	return -1;
}

/** For nearly all passages: an array of its own for each took a tenth of the time of a search, for who collects it. */
const sharedBorders = new Uint32Array(2_048);

/** So much is read before it is asked for giants, each of which is then read again. */
const locatedPerLook = 512;

const unclearUnit = 2;

/** By code unit: 1 for the letters and digits of plain words, 0 for what ends any word, and is none, `unclearUnit` for what depends on its surroundings, and for all that is rare. */
const unitKinds = listUnitKinds();

function listUnitKinds(): Uint8Array {
	const kinds = new Uint8Array(0x1_0000).fill(unclearUnit);
	// What English, and most that is written with its letters, uses between words.
	for (const [from, to] of [
		[0, 0x80],
		[0xa0, 0x100],
		[0x2000, 0x2070],
	] as const) {
		for (let code = from; code < to; code++) {
			const unit = String.fromCharCode(code);
			const isUnclear = code >= 0x80 ? /[\p{L}\p{N}\p{M}\p{Cf}]/u.test(unit) || apostrophe.test(unit) : apostrophe.test(unit);
			kinds[code] = isUnclear ? unclearUnit : Number(/[a-z\d]/i.test(unit));
		}
	}
	return kinds;
}

/** The folded forms of plain words. */
const folds = new WordMemory(foldWord);

/** Where the ASCII letters and digits end that begin at `at`: most words are nothing else, and are found five times as fast without `run`. */
function findPlainEnd(text: string, at: number): number {
	for (let end = at; ; end++) {
		if (!isPlain(text.charCodeAt(end))) {
			return end;
		}
	}
}

/** Whether the unit is an ASCII letter or digit. */
function isPlain(code: number): boolean {
	return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}

/** Whether a word of ASCII letters and digits surely ends before this character (NaN: the end of the text): no mark and no apostrophe. */
function endsPlainWord(code: number): boolean {
	return !(code >= 0x80 || code === 0x27 || code === 0x60);
}

/** `tokenise` of the whole text, in steps of a dozen milliseconds. */
export function* tokeniseInSteps(text: string): Steps<Token[]> {
	const tokens: Token[] = [];
	for (let from = 0; from < text.length; ) {
		const to = findGap(text, from + tokenisedLength);
		for (const token of tokenise(text, from, to)) {
			tokens.push(token);
		}
		from = to;
		yield;
	}
	return tokens;
}

/** The first space or line break at or behind `from`, where no word is cut; the end of the text if none is near. */
function findGap(text: string, from: number): number {
	for (let at = from; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x20 || code === 0x0a) {
			return at;
		}
	}
	return text.length;
}

function addRun(taker: TokenTaker, text: string, start: number, end: number, word: string): void {
	if (partedDigit.test(word)) {
		let from = start;
		for (const piece of word.split(digitBorder)) {
			addPlainRun(taker, text, from, from + piece.length, piece);
			from += piece.length;
		}
	} else {
		addPlainRun(taker, text, start, end, word);
	}
}

/** Of a run without small digits that are no part of the word before them. */
function addPlainRun(taker: TokenTaker, text: string, start: number, end: number, word: string): void {
	if (!eastAsian.test(word)) {
		addWord(taker, text, start, end);
	} else {
		for (const piece of word.matchAll(scriptRun)) {
			const pieceStart = start + piece.index;
			const pieceEnd = pieceStart + piece[0].length;
			if (piece.groups?.cjk !== undefined) {
				addSegments(taker, text, pieceStart, pieceEnd);
			} else {
				let from = pieceStart;
				for (const cut of piece.groups?.hangul === undefined ? [] : partNumeral(word, piece.index, piece.index + piece[0].length)) {
					addWord(taker, text, from, start + cut);
					from = start + cut;
				}
				addWord(taker, text, from, pieceEnd);
			}
		}
	}
}

/** One word without East Asian breaks: cut at elisions, trimmed, cut at the longest length. */
function addWord(taker: TokenTaker, text: string, start: number, end: number): void {
	let from = start;
	if (end - start <= maxTokenLength) {
		const word = text.slice(start, end);
		const cut = apostrophe.test(word) ? elision.exec(word) : null;
		if (cut !== null) {
			addToken(taker, text, start, start + cut[0].length - 1, 'word');
			from = start + cut[0].length;
		}
	}
	while (from < end) {
		let to = Math.min(end, from + maxTokenLength);
		if (to < end && isLowSurrogate(text, to)) {
			to--;
		}
		addToken(taker, text, from, to, 'word');
		from = to;
	}
}

function addSegments(taker: TokenTaker, text: string, start: number, end: number): void {
	for (let from = start; from < end; ) {
		let to = Math.min(end, from + maxSegmentedLength);
		if (to < end && isLowSurrogate(text, to)) {
			to--;
		}
		for (const segment of segmenter.segment(text.slice(from, to))) {
			addToken(taker, text, from + segment.index, from + segment.index + segment.segment.length, 'cjk');
		}
		from = to;
	}
}

/** Adds the range without what shows nothing at its ends; nothing at all if it folds to nothing. */
function addToken(taker: TokenTaker, text: string, start: number, end: number, script: Token['script']): void {
	const raw = text.slice(start, end);
	const folded = foldWord(raw);
	if (folded === '') {
		return;
	}
	const trimmed = raw.length - raw.replace(/\p{Cf}+$/u, '').length;
	taker.take(start, end - trimmed, folded, script);
}

function isLowSurrogate(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code >= 0xdc00 && code <= 0xdfff;
}
