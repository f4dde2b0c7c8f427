import type { Range } from '../text/range.ts';
import { firstAtOrAfter, type Matcher, type TokenTable } from './parts/tokenTable.ts';

/** Words near to each other: the tokens from the first to the last of them, and which of these are each of the words. */
export interface NearWords extends Range {
	readonly words: readonly Range[];
}

/** A number in groups of digits has up to four tokens, as a word with hyphens has. */
const maxTokensOfWord = 4;

/** From the first of so many words that are near to the end of the last there are no more tokens than this. */
export function toNearSpan(distance: number, wordCount: number): number {
	return distance + wordCount * maxTokensOfWord;
}

/**
 * Where all of the words stand near to each other, in any order, with at most `distance` other tokens between them: each time beginning in the
 * passage, and reaching into the next ones if need be, but never over a border. A word with hyphens, a number in groups of digits, or a word with signs is its parts here, or
 * one word where it is asked for as such (`"12400 women"~3` in `12,400 of the women`).
 * `maxCount` 1 is for who only asks whether there is one: any of them. Ascending by where they begin.
 */
export function findNear(
	table: TokenTable,
	ordinal: number,
	words: readonly Matcher[],
	distance: number,
	maxCount = Number.POSITIVE_INFINITY,
): readonly NearWords[] {
	const starts = { start: table.passageStarts[ordinal] ?? 0, end: table.passageStarts[ordinal + 1] ?? 0 };
	const found = findNearIn(table.numbers, starts, words, distance, maxCount);
	const joined = found.length < maxCount ? joinAsked(table, starts, words, toNearSpan(distance, words.length)) : undefined;
	if (joined === undefined) {
		return found;
	}
	const known = new Set(found.map(({ start }) => start));
	const others = findNearIn(joined.numbers, { start: 0, end: joined.ownCount }, words, distance, Number.POSITIVE_INFINITY)
		.map((near): NearWords => {
			const ranges = near.words.map((word) => ({ start: joined.places[word.start] ?? 0, end: joined.places[word.end] ?? 0 }));
			return { start: joined.places[near.start] ?? 0, end: Math.max(...ranges.map(({ end }) => end)), words: ranges };
		})
		.filter(({ start, end }) => !known.has(start) && end - start <= toNearSpan(distance, words.length));
	return [...found, ...others].sort((a, b) => a.start - b.start);
}

/** Whether the words stand near to each other in the title or one heading. */
export function isNearInContext(context: Uint32Array, words: readonly Matcher[], distance: number): boolean {
	return findNearIn(context, { start: 0, end: context.length }, words, distance, 1).length > 0;
}

/**
 * The tokens from the passage's first on, with what is written in several of them, or with signs, and is one of the words as one; `undefined` where nothing is. `places` says
 * where each stands, and where the last ends; the first `ownCount` are of the passage.
 */
function joinAsked(
	{ numbers, joined, joinedStarts }: TokenTable,
	{ start, end }: Range,
	words: readonly Matcher[],
	span: number,
): { readonly numbers: Uint32Array; readonly places: readonly number[]; readonly ownCount: number } | undefined {
	const to = Math.min(numbers.length, end + span);
	const isAsked = (number: number) => words.some((word) => word.has(number));
	const lengthAt = (at: number) =>
		(joined.get(at) ?? []).reduce<{ readonly number: number; readonly length: number; readonly isJoined: boolean }>(
			(longest, { number, length }) =>
				(length > longest.length || !longest.isJoined) && isAsked(number) ? { number, length, isJoined: true } : longest,
			{ number: numbers[at] ?? 0, length: 1, isJoined: false },
		);
	let hasAny = false;
	for (let next = firstAtOrAfter(joinedStarts, start); !hasAny && (joinedStarts[next] ?? to) < to; next++) {
		hasAny = lengthAt(joinedStarts[next] ?? 0).isJoined;
	}
	if (!hasAny) {
		return undefined;
	}
	const found: number[] = [];
	const places: number[] = [];
	let ownCount = 0;
	let at = start;
	while (at < to) {
		const { number, length } = lengthAt(at);
		ownCount += Number(at < end);
		found.push(number);
		places.push(at);
		at += length;
	}
	places.push(at);
	return { numbers: Uint32Array.from(found), places, ownCount };
}

function findNearIn(numbers: Uint32Array, starts: Range, words: readonly Matcher[], distance: number, maxCount: number): NearWords[] {
	const length = distance + words.length;
	const found: NearWords[] = [];
	/** For each word, where it stands next, from the place looked at on; of what stands behind a border nothing is known before it. */
	const next = words.map(() => Number.POSITIVE_INFINITY);
	const overlap = hasOverlap(words);
	// From the end on, so that each token is looked at once, however far the words may be apart.
	for (let at = Math.min(numbers.length, starts.end + length) - 1; at >= starts.start; at--) {
		const number = numbers[at] ?? 0;
		if (number === 0) {
			next.fill(Number.POSITIVE_INFINITY);
			continue;
		}
		let isWord = false;
		words.forEach((word, index) => {
			if (word.has(number)) {
				next[index] = at;
				isWord = true;
			}
		});
		if (isWord && at < starts.end && next.every((place) => place < at + length)) {
			const places = overlap ? assignWords(numbers, at, length, words) : [...next];
			if (places !== undefined) {
				found.push({ start: at, end: Math.max(...places) + 1, words: places.map((place) => ({ start: place, end: place + 1 })) });
				if (found.length >= maxCount) {
					break;
				}
			}
		}
	}
	return found.reverse();
}

/** Whether a token may stand for two of the words. */
function hasOverlap(words: readonly Matcher[]): boolean {
	const seen = new Set<number>();
	for (const word of words) {
		for (const number of word) {
			if (seen.has(number)) {
				return true;
			}
			seen.add(number);
		}
	}
	return false;
}

/** A token of its own for each word, among `length` tokens from `start` on up to a border, the first of them used; `undefined` if there are not enough. */
function assignWords(numbers: Uint32Array, start: number, length: number, words: readonly Matcher[]): number[] | undefined {
	const placeOf: number[] = words.map(() => -1);
	/** Gives the token to a word, and moves the word that it had to another if that is possible. */
	const give = (place: number, tried: Set<number>): boolean => {
		const number = numbers[place] ?? 0;
		for (let word = 0; word < words.length; word++) {
			if (!words[word]?.has(number) || tried.has(word)) {
				continue;
			}
			tried.add(word);
			const before = placeOf[word] ?? -1;
			if (before < 0) {
				placeOf[word] = place;
				return true;
			}
			if (give(before, tried)) {
				placeOf[word] = place;
				return true;
			}
		}
		return false;
	};
	let assigned = 0;
	for (let place = start; place < start + length && place < numbers.length && assigned < words.length; place++) {
		if (numbers[place] === 0) {
			break;
		}
		assigned += Number(give(place, new Set()));
	}
	return assigned === words.length ? placeOf : undefined;
}
