import type { Steps } from '../../base/steps.ts';
import { NumberList } from './bytes.ts';
import { firstStopTerm, type LiveWords, severalTerms } from './liveWords.ts';
import type { PostingLists } from './part.ts';

/** A range of passages, by number. */
export interface PassageRange {
	readonly firstPassage: number;
	readonly passageCount: number;
}

/** Rows that are counted, or put in their places, in some milliseconds. */
const rowsPerStep = 200_000;

/**
 * Texts by their terms: for each text the different terms that stand there, a row each with how often, text after text in two flat lists:
 * nothing is made for a single row, but who asks for a term must sort them first (5,000 passages: 4 to 20 ms). Stop words count 0.
 */
export class TermRows {
	readonly #words: LiveWords;
	readonly #terms = new NumberList(16_384);
	readonly #counts = new NumberList(16_384);
	/** By text: where its rows begin; and where those of the last one end. */
	readonly #starts = new NumberList(1_024);
	/** By text: how many of its terms are not those of stop words. */
	readonly #lengths = new NumberList(1_024);
	/** By term: its row in the text that is being added, plus one; all 0 else. */
	#rowOf = new Uint32Array(1_024);

	constructor(words: LiveWords) {
		this.#words = words;
		this.#starts.push(0);
	}

	/** Adds a text of these words, and of some `others`; gives its number. */
	add(numbers: Uint32Array, others: readonly number[] = []): number {
		const words = this.#words;
		const { filing } = words;
		if (this.#rowOf.length < words.termCapacity) {
			this.#rowOf = new Uint32Array(words.termCapacity * 2);
		}
		const first = this.#terms.length;
		this.#terms.reserve(numbers.length);
		this.#counts.reserve(numbers.length);
		let length = 0;
		for (let at = 0; at < numbers.length; at++) {
			length += this.#addWord(numbers[at] ?? 0, filing);
		}
		for (const number of others) {
			length += this.#addWord(number, filing);
		}
		for (let row = first; row < this.#terms.length; row++) {
			this.#rowOf[this.#terms.values[row] ?? 0] = 0;
		}
		this.#starts.push(this.#terms.length);
		this.#lengths.push(length);
		return this.#lengths.length - 1;
	}

	/** How many different terms the text has, stop words aside: its length for BM25. */
	lengthOf(text: number): number {
		return this.#lengths.values[text] ?? 0;
	}

	/** Calls back for each term of the text; `count` is 0 for that of a stop word. */
	forEachOf(text: number, callback: (term: number, count: number) => void): void {
		const end = this.#starts.values[text + 1] ?? 0;
		for (let row = this.#starts.values[text] ?? 0; row < end; row++) {
			callback(this.#terms.values[row] ?? 0, this.#counts.values[row] ?? 0);
		}
	}

	/** The rows of these passages by term, in steps. `texts`: by passage, its text. The ranges are in ascending order. */
	*sortInSteps(ranges: readonly PassageRange[], texts: Uint32Array): Steps<SortedRows> {
		const starts = new Uint32Array(this.#words.termCapacity + 1);
		let untilStep = rowsPerStep;
		for (const { firstPassage, passageCount } of ranges) {
			for (let passage = firstPassage; passage < firstPassage + passageCount; passage++) {
				const terms = this.#terms.values;
				const text = texts[passage] ?? 0;
				const end = this.#starts.values[text + 1] ?? 0;
				for (let row = this.#starts.values[text] ?? 0; row < end; row++) {
					const behind = (terms[row] ?? 0) + 1;
					starts[behind] = (starts[behind] ?? 0) + 1;
				}
				untilStep -= end - (this.#starts.values[text] ?? 0);
				if (untilStep <= 0) {
					untilStep = rowsPerStep;
					yield;
				}
			}
		}
		for (let term = 1; term < starts.length; term++) {
			starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
		}
		const count = starts.at(-1) ?? 0;
		const passages = new Uint32Array(count);
		const counts = new Uint32Array(count);
		const next = starts.slice();
		for (const { firstPassage, passageCount } of ranges) {
			for (let passage = firstPassage; passage < firstPassage + passageCount; passage++) {
				const terms = this.#terms.values;
				const times = this.#counts.values;
				const text = texts[passage] ?? 0;
				const end = this.#starts.values[text + 1] ?? 0;
				for (let row = this.#starts.values[text] ?? 0; row < end; row++) {
					const term = terms[row] ?? 0;
					const to = next[term] ?? 0;
					next[term] = to + 1;
					passages[to] = passage;
					// A stop word counts once in each.
					counts[to] = times[row] || 1;
				}
				untilStep -= end - (this.#starts.values[text] ?? 0);
				if (untilStep <= 0) {
					untilStep = rowsPerStep;
					yield;
				}
			}
		}
		return new SortedRows(starts, passages, counts);
	}

	/** Adds a word to the text that is being added; gives how many terms are new there, stop words aside. */
	#addWord(number: number, filing: Int32Array): number {
		const filed = filing[number] ?? severalTerms;
		if (filed >= 0) {
			return this.#addTerm(filed, 1);
		}
		if (filed <= firstStopTerm) {
			this.#addTerm(firstStopTerm - filed, 0);
			return 0;
		}
		let length = 0;
		for (const term of this.#words.termsOf(number)) {
			length += this.#addTerm(term, 1);
		}
		return length;
	}

	#addTerm(term: number, count: number): number {
		const known = this.#rowOf[term] ?? 0;
		if (known > 0) {
			this.#counts.values[known - 1] = (this.#counts.values[known - 1] ?? 0) + count;
			return 0;
		}
		this.#terms.push(term);
		this.#counts.push(count);
		this.#rowOf[term] = this.#terms.length;
		return count;
	}
}

/** Rows by term: those of term `n` are `[starts[n], starts[n + 1])` of the two lists, ascending by passage. */
export class SortedRows {
	readonly #starts: Uint32Array;
	readonly #passages: Uint32Array;
	readonly #counts: Uint32Array;

	constructor(starts: Uint32Array, passages: Uint32Array, counts: Uint32Array) {
		this.#starts = starts;
		this.#passages = passages;
		this.#counts = counts;
	}

	countOf(term: number): number {
		// A term that came later has none.
		return Math.max(0, (this.#starts[term + 1] ?? 0) - (this.#starts[term] ?? 0));
	}

	/** Appends the rows of the term. */
	read(term: number, { passages, counts }: PostingLists): void {
		const count = this.countOf(term);
		const start = this.#starts[term] ?? 0;
		passages.reserve(count);
		counts.reserve(count);
		passages.values.set(this.#passages.subarray(start, start + count), passages.length);
		counts.values.set(this.#counts.subarray(start, start + count), counts.length);
		passages.length += count;
		counts.length += count;
	}
}
