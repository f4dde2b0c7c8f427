import { beginsWithHangul, termOf } from '../text/analyse.ts';
import { isStopWord } from '../text/stopWords.ts';

/**
 * Every word of the indexed texts as a number: a folded form with its analysis language. Grows with the collection's distinct words only.
 * Says which words share a term, start alike, or are spelt nearly alike. Number 0 is no word: it stands where a phrase may not pass.
 */
export class Vocabulary {
	readonly #languages = new Map<string, LanguageWords>();
	readonly #terms: string[] = [''];
	readonly #folded: string[] = [''];
	readonly #isStop: boolean[] = [false];
	readonly #uses: number[] = [0];

	/** The number of a folded word in texts of this analysis language; made if it is new. */
	toNumber(folded: string, language: string): number {
		let words = this.#languages.get(language);
		if (words === undefined) {
			words = { numbers: new Map(), byTerm: new Map() };
			this.#languages.set(language, words);
		}
		let number = words.numbers.get(folded);
		if (number === undefined) {
			number = this.#terms.length;
			words.numbers.set(folded, number);
			this.#terms.push(termOf(folded, language));
			this.#folded.push(folded);
			this.#isStop.push(isStopWord(folded, language));
			this.#uses.push(0);
			for (const indexTerm of this.indexTermsOf(number)) {
				push(words.byTerm, indexTerm, number);
			}
		}
		return number;
	}

	/** Counts the word as used once more (or less) by a document. */
	use(number: number, change: 1 | -1): void {
		this.#uses[number] = (this.#uses[number] ?? 0) + change;
	}

	termOf(number: number): string {
		return this.#terms[number] ?? '';
	}

	foldedOf(number: number): string {
		return this.#folded[number] ?? '';
	}

	/** Whether the word is left out of the index: it is found in the token tables only. */
	isStopWord(number: number): boolean {
		return this.#isStop[number] ?? false;
	}

	/** The terms under which the index files the word: a Korean word with and without its particles, since taking them off is at times a guess. */
	indexTermsOf(number: number): readonly string[] {
		const [term, folded] = [this.termOf(number), this.foldedOf(number)];
		return term !== folded && beginsWithHangul(folded) ? [term, folded] : [term];
	}

	/** The words in use that are filed under this term; no stop words. */
	withTerm(term: string, language: string): number[] {
		return (this.#languages.get(language)?.byTerm.get(term) ?? []).filter((number) => this.#isUsed(number) && !this.isStopWord(number));
	}

	/** The word itself, if it is in use. */
	withFolded(folded: string, language: string): number[] {
		const number = this.#languages.get(language)?.numbers.get(folded);
		return number !== undefined && this.#isUsed(number) ? [number] : [];
	}

	/** The words in use that start with this folded text. */
	withPrefix(prefix: string, language: string): number[] {
		const found: number[] = [];
		for (const [folded, number] of this.#languages.get(language)?.numbers ?? []) {
			if (folded.startsWith(prefix) && this.#isUsed(number)) {
				found.push(number);
			}
		}
		return found;
	}

	/**
	 * The folded words in use that are spelt nearest to an unknown one: all at the smallest distance found, most used first, at most three.
	 * One slip (a letter more, less, other, or two swapped) in words of 4 to 7 letters, two in longer ones, none in shorter ones or numbers.
	 */
	findNeighbours(folded: string): { readonly folded: string; readonly distance: number }[] {
		const maxDistance = /\d/.test(folded) || folded.length < 4 || folded.length > 40 ? 0 : folded.length < 8 ? 1 : 2;
		let best = maxDistance;
		let found = new Map<string, number>();
		for (const { numbers } of maxDistance > 0 ? this.#languages.values() : []) {
			for (const [other, number] of numbers) {
				if (Math.abs(other.length - folded.length) > best || !this.#isUsed(number)) {
					continue;
				}
				const distance = editDistance(folded, other, best);
				if (distance > best || distance === 0) {
					continue;
				}
				if (distance < best) {
					best = distance;
					found = new Map();
				}
				found.set(other, (found.get(other) ?? 0) + (this.#uses[number] ?? 0));
			}
		}
		return [...found]
			.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
			.slice(0, 3)
			.map(([other]) => ({ folded: other, distance: best }));
	}

	#isUsed(number: number): boolean {
		return (this.#uses[number] ?? 0) > 0;
	}
}

interface LanguageWords {
	readonly numbers: Map<string, number>;
	readonly byTerm: Map<string, number[]>;
}

function push(map: Map<string, number[]>, key: string, number: number): void {
	const list = map.get(key);
	if (list === undefined) {
		map.set(key, [number]);
	} else {
		list.push(number);
	}
}

/**
 * Letters to insert, delete, change or swap with their neighbour to make one word of the other ("optimal string alignment"); `limit + 1` for
 * anything above the limit. The first letter must agree or be swapped, as in nearly all slips: it keeps the neighbours few and the search fast.
 */
export function editDistance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit || (a[0] !== b[0] && !(a[0] === b[1] && a[1] === b[0]))) {
		return limit + 1;
	}
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		let smallest = i;
		for (let j = 1; j <= b.length; j++) {
			let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
			}
			row.push(cost);
			smallest = Math.min(smallest, cost);
		}
		if (smallest > limit) {
			return limit + 1;
		}
		[beforeLast, last] = [last, row];
	}
	return Math.min(last[b.length] ?? limit + 1, limit + 1);
}
