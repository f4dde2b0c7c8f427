import { beginsWithHangul, termOf } from '../text/analyse.ts';
import type { PartWords } from './parts/part.ts';

/** A word of the collection that is spelt nearly like an unknown one, or in Korean begins with it. */
export interface Neighbour {
	readonly folded: string;
	/** Letters to insert, delete, change or swap. */
	readonly distance: number;
}

/** Most words that may have been meant by one with a slip. */
const maxSlips = 3;

/** Most compounds that stand in for an unknown word of Korean. */
const maxCompounds = 8;

/**
 * The folded words in use that stand in for an unknown one: in Korean, where nouns are made of nouns without a space, those that begin with it (`준설`
 * finds `준설량`); of one with signs (`C++`) the word without them; else those that are spelt nearest.
 */
export function findNeighbours(folded: string, vocabularies: readonly PartWords[]): Neighbour[] {
	const plain = folded.replace(/^[.§№]|[+#]+$/g, '');
	if (plain !== folded) {
		return isInUse(plain, vocabularies) ? [{ folded: plain, distance: folded.length - plain.length }] : [];
	}
	const compounds = beginsWithHangul(folded) ? findCompounds(termOf(folded, 'ko'), vocabularies) : [];
	return compounds.length > 0 ? compounds : findSlips(folded, vocabularies);
}

/** Whether a word in use is this one, in Korean with whatever particles, or another form or spelling of it in English: these begin alike. */
export function isInUse(folded: string, vocabularies: readonly PartWords[]): boolean {
	const term = termOf(folded, 'en');
	const start = beginsWithHangul(folded) ? term : folded.slice(0, 3);
	let isFound = false;
	for (const words of vocabularies) {
		words.forEachInUse(start, (other) => {
			isFound ||= other === folded || termOf(other, 'en') === term;
		});
	}
	return isFound;
}

/** Whether words in use begin with this one of Korean, and so stand in for it. */
export function hasCompounds(folded: string, vocabularies: readonly PartWords[]): boolean {
	return findCompounds(termOf(folded, 'ko'), vocabularies).length > 0;
}

/**
 * Nouns of Korean that begin with this one, without their particles, most used first. None for one syllable, which is in too many words to say anything; nor those
 * that only hold it: `행정부` is `행정` and `부`, not `정부`.
 */
function findCompounds(noun: string, vocabularies: readonly PartWords[]): Neighbour[] {
	const found = new Map<string, number>();
	for (const words of noun.length > 1 ? vocabularies : []) {
		words.forEachInUse(noun, (word, uses) => {
			const stem = termOf(word, 'ko');
			const other = termOf(stem, 'ko') === stem ? stem : word;
			found.set(other, (found.get(other) ?? 0) + uses);
		});
	}
	return mostUsed(found, maxCompounds).map((other) => ({ folded: other, distance: Math.max(0, other.length - noun.length) }));
}

/**
 * The folded words in use that are spelt nearest to an unknown one: all at the smallest distance found, most used first, at most three.
 * One slip (a letter more, less, other, or two swapped) in words of 4 to 7 letters, two in longer ones, none in shorter ones or numbers.
 */
function findSlips(folded: string, vocabularies: readonly PartWords[]): Neighbour[] {
	const maxDistance = /\d/.test(folded) || folded.length < 4 || folded.length > 40 ? 0 : folded.length < 8 ? 1 : 2;
	const distances = new EditDistances(folded);
	let best = maxDistance;
	let found = new Map<string, number>();
	for (const words of maxDistance > 0 ? vocabularies : []) {
		words.forEachLike(folded, maxDistance, (other, uses) => {
			if (Math.abs(other.length - folded.length) > best) {
				return;
			}
			const distance = distances.to(other, best);
			if (distance > best || distance === 0) {
				return;
			}
			if (distance < best) {
				best = distance;
				found = new Map();
			}
			found.set(other, (found.get(other) ?? 0) + uses);
		});
	}
	return mostUsed(found, maxSlips).map((other) => ({ folded: other, distance: best }));
}

/** The first few words by their uses. */
function mostUsed(uses: ReadonlyMap<string, number>, count: number): string[] {
	const sorted = [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
	return sorted.slice(0, count).map(([word]) => word);
}

/**
 * Letters to insert, delete, change or swap with their neighbour to make one word of the other ("optimal string alignment"); `limit + 1` for
 * anything above the limit. The first letter must agree or be swapped, as in nearly all slips: it keeps the neighbours few and the search fast.
 */
export function editDistance(a: string, b: string, limit: number): number {
	return new EditDistances(a).to(b, limit);
}

/** The distances of one word to others, one after the other, in the same memory. */
class EditDistances {
	readonly #word: string;
	#rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)] as const;

	constructor(word: string) {
		this.#word = word;
	}

	/** See `editDistance`. Looks at places only that are no further apart than the limit. */
	to(other: string, limit: number): number {
		const word = this.#word;
		if (Math.abs(word.length - other.length) > limit || (word[0] !== other[0] && !(word[0] === other[1] && word[1] === other[0]))) {
			return limit + 1;
		}
		if (this.#rows[0].length < other.length + 2) {
			const length = other.length + 2;
			this.#rows = [new Uint16Array(length), new Uint16Array(length), new Uint16Array(length)];
		}
		let [beforeLast, last, row]: readonly Uint16Array[] = this.#rows;
		for (let j = 0; j <= limit + 1 && j <= other.length; j++) {
			last[j] = j;
		}
		for (let i = 1; i <= word.length; i++) {
			const from = Math.max(1, i - limit);
			const to = Math.min(other.length, i + limit);
			row[from - 1] = from === 1 ? i : limit + 1;
			row[to + 1] = limit + 1;
			const letter = word.charCodeAt(i - 1);
			let smallest = limit + 1;
			for (let j = from; j <= to; j++) {
				const isSame = letter === other.charCodeAt(j - 1);
				let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + Number(!isSame));
				if (i > 1 && j > 1 && letter === other.charCodeAt(j - 2) && word.charCodeAt(i - 2) === other.charCodeAt(j - 1)) {
					cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
				}
				row[j] = cost;
				smallest = Math.min(smallest, cost);
			}
			if (smallest > limit && i > limit) {
				return limit + 1;
			}
			[beforeLast, last, row] = [last, row, beforeLast];
		}
		return Math.min(last[other.length] ?? limit + 1, limit + 1);
	}
}
