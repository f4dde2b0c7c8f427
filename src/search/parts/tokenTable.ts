import { makeStepTest, type Steps } from '../../base/steps.ts';
import { splitWords } from '../../text/analyse.ts';
import { digitSeparatorsOf, findDigitGroups } from '../../text/digitGroups.ts';
import { joinsByHyphen } from '../../text/hyphens.ts';
import { findLongNumbers } from '../../text/longNumbers.ts';
import { wordsOfNumber } from '../../text/numberWords.ts';
import type { Range } from '../../text/range.ts';
import { foldSigned } from '../../text/signs.ts';
import type { Token } from '../../text/tokenise.ts';
import type { IndexedDocument } from '../engine.ts';
import type { LiveWords } from './liveWords.ts';

/**
 * The words of one document in a row, by number. What phrases and exact prefixes are read from, and which words to mark. A phrase may run from one passage into the next, but not past words that stand between them (a heading).
 */
export interface TokenTable {
	/** Vocabulary numbers; 0 is a border. */
	readonly numbers: Uint32Array;
	/** For passage `n`, its tokens are `[passageStarts[n], passageStarts[n + 1])`. */
	readonly passageStarts: Uint32Array;
	/** Words written with hyphens, and numbers in groups of digits, joined, by the token at which they start: `long-term` as `longterm`, `12,400` as `12400`, telephone numbers and the like too; words with signs, `C++` as `c++`, and what is in others, `25km` as `25`. */
	readonly joined: ReadonlyMap<number, readonly JoinedWord[]>;
	/** The keys of `joined`, ascending. */
	readonly joinedStarts: Uint32Array;
	/** What is searched with each passage: title and headings, each behind a border, with what its words make together (`covid19`) behind borders too. Passages of one heading path share one array. */
	readonly contexts: readonly Uint32Array[];
	/** The title's words, if the text holds the title too; else none. A document is not more about a word because its title stands in its text. */
	readonly repeatedTitle: Uint32Array;
}

export interface JoinedWord {
	readonly number: number;
	/** How many tokens it spans. */
	readonly length: number;
}

/** A word of a phrase (or a single word): the vocabulary numbers that count as it. */
export type Matcher = Pick<ReadonlySet<number>, 'has' | 'size' | typeof Symbol.iterator>;

/** `state-of-the-art` is the longest that is joined. */
const maxJoinedParts = 4;
const maxJoinedLength = 60;

/** Reads a document into its table. One pass over the text, in steps of a few milliseconds. */
export function* buildTokenTable(document: IndexedDocument, language: string, words: LiveWords): Steps<TokenTable> {
	const isStepDue = makeStepTest();
	const toNumber = words.numbering(language);
	const numbers: number[] = [];
	const passageStarts: number[] = [];
	const joined = new Map<number, JoinedWord[]>();
	let lastEnd = 0;
	for (const passage of document.passages) {
		passageStarts.push(numbers.length);
		if (/[\p{L}\p{N}]/u.test(document.text.slice(lastEnd, passage.start))) {
			numbers.push(0);
		}
		lastEnd = passage.end;
		if (isStepDue(lastEnd)) {
			yield;
		}
		const tokens = splitWords(document.text, passage);
		const first = numbers.length;
		for (const token of tokens) {
			numbers.push(toNumber(token.folded));
		}
		addAllJoined(document.text, tokens, first, { toNumber, language }, joined);
	}
	passageStarts.push(numbers.length);
	yield;
	const table = {
		numbers: new Uint32Array(numbers),
		passageStarts: new Uint32Array(passageStarts),
		joined,
		joinedStarts: Uint32Array.from(joined.keys()).sort(),
		contexts: [],
		repeatedTitle: new Uint32Array(),
	};
	return { ...table, ...buildContexts(document, table, { toNumber, language }) };
}

/** What words are joined by, and the numbers that they get. */
interface Joining {
	readonly toNumber: (folded: string) => number;
	readonly language: string;
}

/** Adds what words with hyphens, numbers in groups of digits and signs make of the tokens of a text, of which the first has the place `first`. */
function addAllJoined(
	text: string,
	tokens: readonly Token[],
	first: number,
	{ toNumber, language }: Joining,
	joined: Map<number, JoinedWord[]>,
): void {
	const digitSeparators = digitSeparatorsOf(language);
	for (let at = 1; at < tokens.length; at++) {
		if (joinsByHyphen(text, tokens[at - 1], tokens[at], language)) {
			at = addJoined(text, tokens, at - 1, first, { toNumber, language }, joined);
		}
	}
	const add = (at: number, folded: string, length: number) => {
		const known = joined.get(first + at) ?? nothing;
		const number = toNumber(folded);
		if (!known.some((word) => word.number === number && word.length === length)) {
			joined.set(first + at, [...known, { number, length }]);
		}
	};
	for (const { at, count, folded } of findDigitGroups(text, tokens, digitSeparators)) {
		joined.set(first + at, [{ number: toNumber(folded), length: count }]);
	}
	for (const { at, count, folded } of findLongNumbers(text, tokens)) {
		add(at, folded, count);
	}
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at] as Token;
		const signed = foldSigned(text, token);
		if (signed !== undefined) {
			add(at, signed, 1);
		}
		for (const word of wordsOfNumber(text, token)) {
			add(at, word, 1);
		}
	}
}

/** Adds what the tokens from `start` on, as far as hyphens join them, make together, from each of them on. Gives the last of them. */
function addJoined(
	text: string,
	tokens: readonly Token[],
	start: number,
	first: number,
	{ toNumber, language }: Joining,
	joined: Map<number, JoinedWord[]>,
): number {
	let last = start;
	while (joinsByHyphen(text, tokens[last], tokens[last + 1], language)) {
		last++;
	}
	for (let at = start; at < last; at++) {
		let word = tokens[at]?.folded ?? '';
		const words: JoinedWord[] = [];
		for (let next = at + 1; next <= last && next < at + maxJoinedParts; next++) {
			word += tokens[next]?.folded ?? '';
			if (word.length <= maxJoinedLength) {
				words.push({ number: toNumber(word), length: next - at + 1 });
			}
		}
		if (words.length > 0) {
			joined.set(first + at, words);
		}
	}
	return last;
}

/** A title or heading: its words in a row, and what some of them make together, each of which is found by itself only. */
interface Heading {
	readonly words: readonly number[];
	readonly joined: readonly number[];
}

/** A longer title or heading is searched by its beginning. UTF-16 units. */
const maxContextLength = 300;

function buildContexts(document: IndexedDocument, table: TokenTable, joining: Joining): Pick<TokenTable, 'contexts' | 'repeatedTitle'> {
	const known = new Map<string, Heading>();
	const read = (text: string): Heading => {
		const start = text.slice(0, maxContextLength);
		let heading = known.get(start);
		if (heading === undefined) {
			const tokens = splitWords(start);
			const joined = new Map<number, JoinedWord[]>();
			addAllJoined(start, tokens, 0, joining, joined);
			heading = {
				words: tokens.map((token) => joining.toNumber(token.folded)),
				joined: [...joined.values()].flat().map(({ number }) => number),
			};
			known.set(start, heading);
		}
		return heading;
	};
	const { words: title } = read(document.title);
	const isTitle = (heading: string) => read(heading).words.join() === title.join();
	const titlePassage = findTitle(table, title);
	let isHeading = false;
	const contexts = new Map<string, Uint32Array>();
	const contextsOfPassages = document.passages.map(({ headingPath }, ordinal) => {
		const isUnderTitle = headingPath.some(isTitle);
		isHeading ||= isUnderTitle;
		const parts = (isUnderTitle || ordinal === titlePassage ? [] : [document.title]).concat(headingPath).map(read);
		const key = parts.map(({ words, joined }) => `${words.join()} ${joined.join()}`).join('|');
		const context =
			contexts.get(key) ??
			Uint32Array.from(parts.flatMap(({ words, joined }) => [0, ...words, ...joined.flatMap((number) => [0, number])]));
		contexts.set(key, context);
		return context;
	});
	return { contexts: contextsOfPassages, repeatedTitle: Uint32Array.from(titlePassage >= 0 && !isHeading ? title : []) };
}

/** Titles stand at the beginning, if they stand in the text at all. */
const maxTitlePassages = 3;

/** The passage that holds the title as it is; -1 if none of the first does. */
function findTitle(table: TokenTable, title: readonly number[]): number {
	const phrase = title.map((number) => new Set([number]));
	for (let ordinal = 0; ordinal < maxTitlePassages && ordinal + 1 < table.passageStarts.length; ordinal++) {
		// One that runs on into the next passage stands in neither.
		const end = table.passageStarts[ordinal + 1] ?? 0;
		if (findInPassage(table, ordinal, phrase).some((found) => found.end <= end)) {
			return ordinal;
		}
	}
	return -1;
}

/**
 * Where each occurrence of the phrase that starts in the passage begins and ends: token positions, half open. It may end in the next passages.
 * `maxCount` 1 is for who only asks whether there is one.
 */
export function findInPassage(
	table: TokenTable,
	passage: number,
	phrase: readonly Matcher[],
	maxCount = Number.POSITIVE_INFINITY,
): readonly Range[] {
	const [first] = phrase;
	if (first === undefined) {
		return [];
	}
	const { numbers, joined, joinedStarts } = table;
	const from = table.passageStarts[passage] ?? 0;
	const to = table.passageStarts[passage + 1] ?? 0;
	// Most words have one number: comparing is five times as fast as asking a set.
	const [only] = first.size === 1 ? first : [];
	let nextJoined = firstAtOrAfter(joinedStarts, from);
	let found: Range[] | undefined;
	for (let at = from; at < to; at++) {
		const number = numbers[at] ?? 0;
		const isJoined = joinedStarts[nextJoined] === at;
		nextJoined += Number(isJoined);
		if (isJoined || (only === undefined ? first.has(number) : number === only)) {
			const end = matchFrom(numbers, joined, at, phrase, 0);
			if (end >= 0) {
				found ??= [];
				if (found.push({ start: at, end }) >= maxCount) {
					break;
				}
			}
		}
	}
	return found ?? [];
}

/** The position of the first of the ascending values that is not below `value`. */
export function firstAtOrAfter(values: Uint32Array, value: number): number {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((values[middle] ?? 0) < value) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

/** The token behind the phrase if it starts at this one; -1 if it does not. */
export function matchAt(table: TokenTable, at: number, phrase: readonly Matcher[]): number {
	return matchFrom(table.numbers, table.joined, at, phrase, 0);
}

/** Whether the phrase stands in the title or one heading: words in a row, each of these behind a border. */
export function isInContext(context: Uint32Array, phrase: readonly Matcher[]): boolean {
	for (let at = 0; phrase.length > 0 && at < context.length; at++) {
		if (matchFrom(context, noJoined, at, phrase, 0) >= 0) {
			return true;
		}
	}
	return false;
}

const noJoined: ReadonlyMap<number, readonly JoinedWord[]> = new Map();
const nothing: readonly JoinedWord[] = [];

/** The token behind the phrase if it stands at `at`, from its word `from` on; -1 if it does not. */
function matchFrom(numbers: Uint32Array, joined: TokenTable['joined'], at: number, phrase: readonly Matcher[], from: number): number {
	let position = at;
	for (let word = from; word < phrase.length; word++) {
		const matcher = phrase[word];
		if (matcher === undefined || position >= numbers.length) {
			return -1;
		}
		// A joined word is tried first; where both it and its first part would do, both ways are followed. At most four joined words start at a token.
		for (const { number, length } of (joined.size > 0 ? joined.get(position) : undefined) ?? nothing) {
			if (matcher.has(number)) {
				const end = matchFrom(numbers, joined, position + length, phrase, word + 1);
				if (end >= 0) {
					return end;
				}
			}
		}
		if (!matcher.has(numbers[position] ?? 0)) {
			return -1;
		}
		position++;
	}
	return position;
}

/** Every word of a document once, in the text, in words with hyphens, in title and headings; all numbers are below `capacity`. */
export function listDistinct(table: TokenTable, capacity: number): number[] {
	const isListed = new Uint8Array(capacity);
	const words: number[] = [];
	const list = (number: number) => {
		if (isListed[number] === 0 && number !== 0) {
			isListed[number] = 1;
			words.push(number);
		}
	};
	for (const numbers of [table.numbers, ...new Set(table.contexts)]) {
		for (let at = 0; at < numbers.length; at++) {
			list(numbers[at] ?? 0);
		}
	}
	for (const joined of table.joined.values()) {
		for (const { number } of joined) {
			list(number);
		}
	}
	return words;
}
