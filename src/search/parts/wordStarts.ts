import type { PartWords } from './part.ts';
import type { Matcher } from './tokenTable.ts';

/** The words in use of one language that start with some letters, stop words left out. */
export interface WordStart {
	readonly numbers: Matcher;
	/** The terms that they are filed under first, ascending. */
	readonly terms: readonly number[];
	/** Those of the terms that file words that do not start so, too. */
	readonly inexactTerms: readonly number[];
}

/** Finds the words that start so, one look at each. */
export function readWordStart(words: PartWords, prefix: string, language: string): WordStart {
	const found: number[] = [];
	const terms = new Set<number>();
	words.forEachWithPrefix(prefix, language, (word, term, isStopWord) => {
		if (!isStopWord) {
			found.push(word);
			terms.add(term);
		}
	});
	const numbers = new NumberFlags(found);
	const sorted = [...Uint32Array.from(terms).sort()];
	return { numbers, terms: sorted, inexactTerms: sorted.filter((term) => !words.hasOnly(term, language, numbers)) };
}

/** So many starts of words are remembered: each letter of an alphabet, and some of two letters. */
const maxStarts = 48;

/** What is known of the starts of words that were asked for last, by language and letters. One letter stays longer than two: each word begins with one. */
export class RecentStarts<T> {
	readonly #known = new Map<string, T>();

	get(start: string): T | undefined {
		return this.#known.get(start);
	}

	/** The start was asked for now, and this is known of it. */
	set(start: string, known: T): void {
		this.#known.delete(start);
		this.#known.set(start, known);
		if (this.#known.size > maxStarts) {
			const starts = [...this.#known.keys()];
			this.#known.delete(starts.find((other) => other.length - other.indexOf(' ') > 2) ?? starts[0] ?? start);
		}
	}

	clear(): void {
		this.#known.clear();
	}
}

/** Numbers that are near to each other, in a byte for each between the least and the largest: a twentieth of what a set of them takes. */
class NumberFlags implements Matcher {
	readonly size: number;
	readonly #least: number;
	readonly #flags: Uint8Array;

	/** Each number once. */
	constructor(numbers: readonly number[]) {
		const [least, largest] = numbers.reduce(([low, high], number) => [Math.min(low, number), Math.max(high, number)], [Infinity, -1]);
		this.size = numbers.length;
		this.#least = least;
		this.#flags = new Uint8Array(Math.max(0, largest - least + 1));
		for (const number of numbers) {
			this.#flags[number - least] = 1;
		}
	}

	has(number: number): boolean {
		return this.#flags[number - this.#least] === 1;
	}

	*[Symbol.iterator](): SetIterator<number> {
		for (let at = 0; at < this.#flags.length; at++) {
			if (this.#flags[at] === 1) {
				yield this.#least + at;
			}
		}
	}
}
