import { findQueryLanguage, findUnfinished, isOnlyLetter } from '../../src/search/analysedQuery.ts';
import type { IndexedDocument } from '../../src/search/engine.ts';
import type { Clause, NearClause, Query, RowClause } from '../../src/search/query.ts';
import {
	type AnalysedToken,
	analyse,
	beginsWithHangul,
	isSyllableWithParticles,
	mayLeaveOutLongVowel,
	termOf,
} from '../../src/text/analyse.ts';
import { joinDigitGroups } from '../../src/text/digitGroups.ts';
import { isNumeral } from '../../src/text/koreanNumerals.ts';
import { findLongNumbers, joinLongNumber } from '../../src/text/longNumbers.ts';

import { analysisLanguage } from '../../src/text/normalise.ts';
import { rowsOfNumber, wordsOfNumber } from '../../src/text/numberWords.ts';
import type { Range } from '../../src/text/range.ts';
import { isOtherSpelling, otherStarts } from '../../src/text/startSpellings.ts';
import { isStopWord } from '../../src/text/stopWords.ts';

/** What a plain scan finds in a passage. */
export interface ScannedPassage extends Range {
	readonly documentId: string;
	readonly missing: readonly string[];
}

interface Word extends Range {
	readonly folded: string;
	readonly term: string;
}

/**
 * The reference for what a query finds: no index, no tables, every clause looked for at every word of every passage. Slow and plain on purpose.
 * Returns the passages that hold at least one clause (or a word of an unquoted compound) and none of the excluded ones. `isTyping`: the last word may be
 * the start of one.
 */
export function scanPlainly(documents: readonly IndexedDocument[], query: Query, isTyping = false): ScannedPassage[] {
	const found: ScannedPassage[] = [];
	const unfinished = isTyping ? findUnfinished(query) : undefined;
	const documentCounts = new Map<string, number>();
	for (const { language } of documents) {
		const key = analysisLanguage(language);
		documentCounts.set(key, (documentCounts.get(key) ?? 0) + 1);
	}
	const queryLanguage = findQueryLanguage(query, documentCounts);
	for (const document of documents) {
		const language = analysisLanguage(document.language);
		const isStop = (clause: Clause) =>
			[language, queryLanguage ?? language].some((spoken) =>
				readAsked(clause.text, spoken).every((word) => isStopWord(word.folded, spoken)),
			);
		const requiredOf = (clauses: readonly Clause[]) => {
			const positive = clauses.filter((clause) => !clause.isExcluded);
			const telling = positive.filter(
				(clause) => clause.kind !== 'word' || clause.isPrefix || !(isStop(clause) || (clause === unfinished && isOnlyLetter(clause))),
			);
			return telling.length > 0 ? telling : positive;
		};
		const required = requiredOf(query.clauses);
		document.passages.forEach((passage, ordinal) => {
			const holdsAll = (clauses: readonly Clause[]): boolean =>
				requiredOf(clauses).length > 0 && requiredOf(clauses).every(holds) && !clauses.some((clause) => clause.isExcluded && holds(clause));
			const holds = (clause: Clause): boolean =>
				clause.kind === 'any'
					? clause.alternatives.some(holdsAll)
					: holdsClause(document, ordinal, clause, language, clause === unfinished ? 'unfinished' : 'whole');
			const holdsSome = (clause: Clause): boolean =>
				clause.kind === 'any'
					? clause.alternatives.some((clauses) => requiredOf(clauses).some((inner) => holdsSome(inner)))
					: holds(clause) || holdsPart(document, ordinal, clause, language, clause === unfinished);
			const missing = required.filter((clause) => !holds(clause));
			const onlyLeavesOut = required.length === 0 && query.clauses.length > 0;
			const isHit = onlyLeavesOut || missing.length < required.length || missing.some(holdsSome);
			if (isHit && !query.clauses.some((clause) => clause.isExcluded && holds(clause))) {
				found.push({
					documentId: document.id,
					start: passage.start,
					end: passage.end,
					missing: [...new Set(missing.map((clause) => clause.text))],
				});
			}
		});
	}
	return found;
}

function holdsClause(document: IndexedDocument, ordinal: number, clause: RowClause | NearClause, language: string, end: WordEnd): boolean {
	const phrase = readAsked(clause.text, language);
	const ways: (readonly Word[])[] = [phrase];
	if (
		clause.kind !== 'near' &&
		phrase.length > 1 &&
		phrase.length <= 4 &&
		/^[\p{L}\p{N}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{N}\p{M}]+)+$/u.test(clause.text)
	) {
		const folded = phrase.map((word) => word.folded).join('');
		ways.push([{ folded, term: termOf(folded, language), start: 0, end: 0 }]);
	}
	const joined = joinDigitGroups(clause.text, phrase, language);
	if (joined.length < phrase.length) {
		ways.push(joined.map((word) => ({ ...word, term: termOf(word.folded, language) })));
	}
	if (clause.kind !== 'near') {
		const toWord = (folded: string): Word => ({ folded, term: termOf(folded, language), start: 0, end: 0 });
		const long = joinLongNumber(clause.text, phrase);
		ways.push(...(long === undefined ? [] : [[toWord(long)]]));
		const apart = phrase.map((word) => rowsOfNumber(clause.text, word));
		for (let way = 0; apart.some((rows) => rows.length > way); way++) {
			ways.push(phrase.flatMap((word, at) => (apart[at]?.[way] ?? apart[at]?.[0])?.map(toWord) ?? [word]));
		}
	}
	if (clause.kind === 'word' && mayLeaveOutLongVowel(phrase)) {
		ways.push(phrase.slice(0, -1));
	}
	const texts = textsOf(document, ordinal, language);
	if (clause.kind === 'near') {
		return ways.some((way) =>
			texts.some((text) =>
				[toPieces(text), joinAsked(text, way, language)].some((row) => standNear(row, text, way, clause.distance, language)),
			),
		);
	}
	const open = clause.isPrefix ? 'prefix' : end;
	// What is made of several words is known to its end, but for a last word that is as typed.
	const endOf = (way: readonly Word[]) => (way.length === 1 || way.at(-1) === phrase.at(-1) ? open : 'whole');
	return ways.some((way) => texts.some((text) => text.starts.some((at) => standsAt(text, at, way, 0, endOf(way), language))));
}

/** The words that are asked for, with their signs. A point counts where a word begins with it. */
function readAsked(text: string, language: string): readonly AnalysedToken[] {
	return analyse(text, language).map((word) => {
		const folded = signedOf(text, word);
		const isInner = folded?.startsWith('.') === true && /[^\s("“]\.$/.test(text.slice(0, word.start));
		return folded === undefined || isInner ? word : { ...word, folded, term: termOf(folded, language) };
	});
}

/** A word with the signs beside it: `C++`, `C#`, `.NET`, `§ 12`. */
function signedOf(source: string | undefined, word: Word | undefined): string | undefined {
	if (source === undefined || word === undefined) {
		return undefined;
	}
	const [before, own, behind] = [
		source.slice(Math.max(0, word.start - 3), word.start),
		source.slice(word.start, word.end),
		source.slice(word.end, word.end + 3),
	];
	const sign = /^(?:\+\+(?!\+)|\+(?![A-Za-z0-9_+#])|#(?![A-Za-z0-9_#]))/.exec(behind)?.[0];
	if (sign !== undefined) {
		return word.folded + sign;
	}
	if ((/(?:^|[^.\p{L}\p{N}\p{M}])\.$/u.test(before) && /^\p{L}{2}/u.test(own)) || (/[^.]\.$/.test(before) && /^[A-Z]{2}/.test(own))) {
		return `.${word.folded}`;
	}
	const number = /([§№])[ \u00a0\u202f]?$/.exec(before)?.[1];
	return number !== undefined && /^[0-9]/.test(own) ? number + word.folded : undefined;
}

/** One or more words of a row that count as one. */
interface Piece {
	/** `undefined` for what parts two passages. */
	readonly folded: string | undefined;
	readonly start: number;
	readonly end: number;
}

function toPieces({ words }: WordRow): Piece[] {
	return words.map((word, at) => ({ folded: word?.folded, start: at, end: at + 1 }));
}

/** The words, each number in groups and each word with hyphens that is one of those asked for as one; the longest where there are several. */
function joinAsked(row: WordRow, asked: readonly Word[], language: string): Piece[] {
	const pieces: Piece[] = [];
	for (let at = 0; at < row.words.length; at = pieces.at(-1)?.end ?? 0) {
		const joins = row.source === undefined ? [] : joinsAt(row, at, language);
		const fitting = joins.filter(({ folded }) => asked.some((word) => isSame(folded, word.folded, 'whole', language)));
		const longest = fitting.reduce((most, { length }) => Math.max(most, length), 1);
		const found = fitting.find(({ length }) => length === longest);
		pieces.push({ folded: found?.folded ?? row.words[at]?.folded, start: at, end: at + (found?.length ?? 1) });
	}
	return pieces;
}

/** Whether all of the words stand in so many pieces in a row, each in one of its own, and one of them first: every way is tried. */
function standNear(row: readonly Piece[], { starts }: WordRow, words: readonly Word[], distance: number, language: string): boolean {
	return row.some((first, at) => {
		const end = Math.min(row.length, at + distance + words.length);
		const place = (left: readonly Word[], taken: ReadonlySet<number>): boolean => {
			const [word, ...others] = left;
			if (word === undefined) {
				return taken.has(at);
			}
			for (let position = at; position < end && row[position]?.folded !== undefined; position++) {
				const { folded = '', end: pieceEnd = 0 } = row[position] ?? {};
				const isNear = pieceEnd - first.start <= distance + words.length * 4;
				if (isNear && !taken.has(position) && isSame(folded, word.folded, 'whole', language)) {
					if (place(others, new Set([...taken, position]))) {
						return true;
					}
				}
			}
			return false;
		};
		return starts.includes(first.start) && place(words, new Set());
	});
}

/** A word of an unquoted compound, by itself; a single character of a Han or Kana word is no part of it, nor are a few digits or letters of a number or sign. */
function holdsPart(
	document: IndexedDocument,
	ordinal: number,
	clause: RowClause | NearClause,
	language: string,
	isUnfinished: boolean,
): boolean {
	const all = readAsked(clause.text, language);
	const isOfPieces = all.every(
		(word, at) =>
			(/^(?:[\d⁄]+|[^\uac00-\ud7a3].?|[\uac00-\ud7a3])$/s.test(word.folded) || isNumeral(word.folded)) &&
			(!beginsWithHangul(word.folded) || [all[at - 1]?.folded ?? ''].some((before) => /^\d+$/.test(before) || isNumeral(before))),
	);
	const isNumberWord = all.some((word) => rowsOfNumber(clause.text, word).length > 0);
	if (clause.kind !== 'word' || all.length < 2 || isOfPieces || isNumberWord || all.some((word) => word.script === 'cjk')) {
		return false;
	}
	const last = isUnfinished ? all.at(-1) : undefined;
	const words = [...all, ...joinDigitGroups(clause.text, all, language)].filter(
		(word) => word === last || !isStopWord(word.folded, language),
	);
	const endOf = (word: Word): WordEnd => (word !== last ? 'whole' : isStopWord(word.folded, language) ? 'begun' : 'unfinished');
	return words.some((word) =>
		holdsClause(document, ordinal, { kind: 'word', text: word.folded, isPrefix: false, isExcluded: false }, language, endOf(word)),
	);
}

/** A row of words in which a phrase may stand, and where it may start. `source` is where hyphens are looked for. */
interface WordRow {
	readonly words: readonly (Word | undefined)[];
	readonly starts: readonly number[];
	readonly source: string | undefined;
	/** For each word, the passage it is in: hyphens join within one passage only. */
	readonly passages: readonly number[];
}

/** The passage's own words, running on into the next ones up to words that are in no passage; and the title and each heading by itself. */
function textsOf(document: IndexedDocument, ordinal: number, language: string): WordRow[] {
	const known = rowsOf.get(document) ?? new Map<number, WordRow[]>();
	rowsOf.set(document, known);
	const rows = known.get(ordinal) ?? readTexts(document, ordinal, language);
	known.set(ordinal, rows);
	return rows;
}

/** Reading the words again for every clause would take most of the time. */
const rowsOf = new WeakMap<IndexedDocument, Map<number, WordRow[]>>();

function readTexts(document: IndexedDocument, ordinal: number, language: string): WordRow[] {
	const words: (Word | undefined)[] = [];
	const passages: number[] = [];
	let own = 0;
	document.passages.slice(ordinal).forEach((passage, index) => {
		const before = document.passages[ordinal + index - 1];
		if (index > 0 && before !== undefined && analyse(document.text, language, { start: before.end, end: passage.start }).length > 0) {
			words.push(undefined);
			passages.push(-1);
		}
		for (const word of analyse(document.text, language, passage)) {
			words.push(word);
			passages.push(index);
		}
		own = index === 0 ? words.length : own;
	});
	const contexts = [document.title, ...(document.passages[ordinal]?.headingPath ?? [])].flatMap((text): WordRow[] => {
		const row = analyse(text, language);
		return [row, ...joinsOf(row, text, language).map((word) => [word])].map((words) => ({
			words,
			starts: words.map((_, at) => at),
			source: undefined,
			passages: words.map(() => 0),
		}));
	});
	return [{ words, starts: Array.from({ length: own }, (_, at) => at), source: document.text, passages }, ...contexts];
}

/** What words with hyphens, and numbers in groups, make of the words of a title or heading: each is found by itself only. */
function joinsOf(words: readonly Word[], text: string, language: string): readonly Word[] {
	const row = { words, starts: [], source: text, passages: words.map(() => 0) };
	return words.flatMap((_, at) =>
		joinsAt(row, at, language).map(({ folded }) => ({ folded, term: termOf(folded, language), start: 0, end: 0 })),
	);
}

/** What a word with hyphens, or a number in groups, makes of the words from one on, and how many these are. */
function joinsAt(row: WordRow, at: number, language: string): readonly { readonly folded: string; readonly length: number }[] {
	const number = numberAt(row, at, language);
	const signed = signedOf(row.source, row.words[at]);
	const joins = [...othersAt(row, at), number, signed === undefined ? undefined : { folded: signed, length: 1 }].filter(
		(join) => join !== undefined,
	);
	let folded = row.words[at]?.folded ?? '';
	for (let length = 2; length <= 4; length++) {
		const [left, right] = row.words.slice(at + length - 2, at + length);
		const isOfOne = right !== undefined && row.passages[at] === row.passages[at + length - 1];
		if (!isOfOne || row.source === undefined || !isHyphened(row.source, left, right, language)) {
			break;
		}
		folded += right.folded;
		if (folded.length <= 60) {
			joins.push({ folded, length });
		}
	}
	return joins;
}

function standsAt(row: WordRow, at: number, phrase: readonly Word[], from: number, end: WordEnd, language: string): boolean {
	const wanted = phrase[from];
	if (wanted === undefined) {
		return true;
	}
	const word = row.words[at];
	if (word === undefined) {
		return false;
	}
	const number = numberAt(row, at, language);
	if (
		number !== undefined &&
		isSame(number.folded, wanted.folded, from === phrase.length - 1 ? end : 'whole', language) &&
		standsAt(row, at + number.length, phrase, from + 1, end, language)
	) {
		return true;
	}
	const signed = signedOf(row.source, word);
	if (
		signed !== undefined &&
		isSame(signed, wanted.folded, from === phrase.length - 1 ? end : 'whole', language) &&
		standsAt(row, at + 1, phrase, from + 1, end, language)
	) {
		return true;
	}
	const isWanted = (other: string) => isSame(other, wanted.folded, from === phrase.length - 1 ? end : 'whole', language);
	if (othersAt(row, at).some((other) => isWanted(other.folded) && standsAt(row, at + other.length, phrase, from + 1, end, language))) {
		return true;
	}
	let folded = '';
	for (let parts = 1; parts <= 4; parts++) {
		const next = row.words[at + parts - 1];
		const previous = row.words[at + parts - 2];
		if (next === undefined || row.passages[at] !== row.passages[at + parts - 1]) {
			break;
		}
		if (parts > 1 && (row.source === undefined || previous === undefined || !isHyphened(row.source, previous, next, language))) {
			break;
		}
		folded += next.folded;
		if ((parts === 1 || folded.length <= 60) && isSame(folded, wanted.folded, from === phrase.length - 1 ? end : 'whole', language)) {
			if (standsAt(row, at + parts, phrase, from + 1, end, language)) {
				return true;
			}
		}
	}
	return false;
}

/** The long numbers that begin at a word, within its passage, and what it is by itself where it is a number and something behind it. */
function othersAt({ words, passages, source }: WordRow, at: number): readonly { readonly folded: string; readonly length: number }[] {
	const word = words[at];
	if (source === undefined || word === undefined) {
		return [];
	}
	const passage = passages[at];
	const first = passages.indexOf(passage as number);
	const tokens = words.filter((_, index) => passages[index] === passage).map((token) => ({ script: 'word' as const, ...(token as Word) }));
	const long = findLongNumbers(source, tokens).filter((number) => first + number.at === at);
	return [
		...long.map(({ folded, count }) => ({ folded, length: count })),
		...wordsOfNumber(source, { script: 'word', ...word }).map((folded) => ({ folded, length: 1 })),
	];
}

/** Whether a hyphen joins two words: with nothing behind it, or in the middle of a word that a line's end broke. */
function isHyphened(text: string, left: Word | undefined, right: Word, language: string): boolean {
	if (left === undefined) {
		return false;
	}
	const isBroken = /^[\p{L}\p{M}][-\u2010\u2011][ \n]\p{Ll}$/u.test(text.slice(left.end - 1, right.start + 1));
	return /^[-\u2010\u2011]$/.test(text.slice(left.end, right.start)) || (isBroken && !isStopWord(right.folded, language));
}

/** The number in groups of digits that begins at a word: all groups that follow, each of three digits behind the same sign. */
function numberAt(row: WordRow, at: number, language: string): { readonly folded: string; readonly length: number } | undefined {
	const sign = language === 'en' ? ',' : '.';
	const signOf = (index: number): string | undefined => {
		const [left, right] = [row.words[index], row.words[index + 1]];
		const written = left === undefined || right === undefined ? '' : (row.source?.slice(left.end, right.end) ?? '');
		const isOfOnePassage = row.passages[index] === row.passages[index + 1];
		const isGroup =
			/^[ ,.'’\u00a0\u2007\u2009\u202f]\d{3}$/.test(written) &&
			![' ', ',', '.'].some((other) => other !== sign && written.startsWith(other));
		return isOfOnePassage && isGroup ? written.charAt(0) : undefined;
	};
	let folded = row.words[at]?.folded ?? '';
	if (signOf(at - 1) !== undefined || !/^[1-9]\d{0,2}$/.test(folded)) {
		return undefined;
	}
	const signs = new Set<string>();
	let length = 1;
	for (let next = signOf(at); next !== undefined; next = signOf(at + length - 1)) {
		signs.add(next);
		folded += row.words[at + length]?.folded ?? '';
		length++;
	}
	return signs.size === 1 && length <= 4 ? { folded, length } : undefined;
}

/** How the last word of a clause was typed: as it is, with a star, perhaps not to its end, or surely not. */
type WordEnd = 'whole' | 'prefix' | 'unfinished' | 'begun';

function startsSo(folded: string, start: string, language: string): boolean {
	const others = language === 'en' ? otherStarts(start) : [];
	return folded.startsWith(start) || others.some((other) => folded.startsWith(other) && isOtherSpelling(folded, other, start));
}

function isSame(folded: string, wanted: string, end: WordEnd, language: string): boolean {
	if (end === 'prefix') {
		return folded.startsWith(wanted);
	}
	if (end !== 'whole' && startsSo(folded, wanted, language) && !isStopWord(folded, language)) {
		return true;
	}
	if (end === 'begun') {
		return false;
	}
	if (isStopWord(wanted, language) || isStopWord(folded, language)) {
		return folded === wanted;
	}
	const forms = (word: string) => (beginsWithHangul(word) ? [termOf(word, language), word] : [termOf(word, language)]);
	return forms(folded).some((form) => forms(wanted).includes(form)) || isSyllableWithParticles(wanted, termOf(folded, language));
}
