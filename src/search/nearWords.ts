import type { Range } from '../text/range.ts';
import type { Matcher, TokenTable } from './parts/tokenTable.ts';

/** Words near to each other: the tokens from the first to the last of them, and which of these are the words. */
export interface NearWords extends Range {
	readonly places: readonly number[];
}

/**
 * Where all of the words stand near to each other, in any order, with at most `distance` other tokens between them: each time beginning in the
 * passage, and reaching into the next ones if need be, but never over a border. A word with hyphens is its parts here.
 * `maxCount` 1 is for who only asks whether there is one: any of them. Ascending by where they begin.
 */
export function findNear(
	table: TokenTable,
	ordinal: number,
	words: readonly Matcher[],
	distance: number,
	maxCount = Number.POSITIVE_INFINITY,
): NearWords[] {
	return findNearIn(
		table.numbers,
		{ start: table.passageStarts[ordinal] ?? 0, end: table.passageStarts[ordinal + 1] ?? 0 },
		words,
		distance,
		maxCount,
	);
}

/** Whether the words stand near to each other in the title or one heading. */
export function isNearInContext(context: Uint32Array, words: readonly Matcher[], distance: number): boolean {
	return findNearIn(context, { start: 0, end: context.length }, words, distance, 1).length > 0;
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
				found.push({ start: at, end: Math.max(...places) + 1, places });
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
