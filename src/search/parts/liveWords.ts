import type { Steps } from '../../base/steps.ts';
import { beginsWithHangul, termOf } from '../../text/analyse.ts';
import { isStopWord } from '../../text/stopWords.ts';
import type { PartWords, TermList } from './part.ts';
import { sortTexts } from './sortTexts.ts';
import type { Matcher } from './tokenTable.ts';
import { readWordStart, type WordStart } from './wordStarts.ts';

/**
 * Every word of the live part as a number: a folded form with its analysis language. Grows with the distinct words only.
 * Says which words share a term and which start alike. Number 0 is no word: it stands where a phrase may not pass.
 */
export class LiveWords implements PartWords {
	readonly #languages = new Map<string, LanguageWords>();
	readonly #termNumbers = new Map<string, number>();
	readonly #termTexts: string[] = [];
	/** By word: the terms it is filed under, the first one first. */
	readonly #terms: (readonly number[])[] = [[]];
	readonly #folded: string[] = [''];
	readonly #languageOf: string[] = [''];
	readonly #uses: number[] = [0];
	readonly #isStopWord: boolean[] = [false];
	#filing = new Int32Array(1024).fill(severalTerms);

	/** The number of a folded word in texts of this analysis language; made if it is new. */
	toNumber(folded: string, language: string): number {
		return this.numbering(language)(folded);
	}

	/** `toNumber` for one language. */
	numbering(language: string): (folded: string) => number {
		let words = this.#languages.get(language);
		if (words === undefined) {
			words = { numbers: new Map(), byTerm: new Map() };
			this.#languages.set(language, words);
		}
		const { numbers, byTerm } = words;
		return (folded) => numbers.get(folded) ?? this.#add(folded, language, numbers, byTerm);
	}

	#add(folded: string, language: string, numbers: Map<string, number>, byTerm: Map<number, number[]>): number {
		const number = this.#folded.length;
		numbers.set(folded, number);
		this.#folded.push(folded);
		this.#languageOf.push(language);
		this.#uses.push(0);
		const isStop = isStopWord(folded, language);
		this.#isStopWord.push(isStop);
		const terms = (isStop ? [stopTermOf(folded, language)] : indexTermsOf(folded, language)).map((term) => this.#toTerm(term));
		this.#terms.push(terms);
		if (number >= this.#filing.length) {
			const grown = new Int32Array(number * 2).fill(severalTerms);
			grown.set(this.#filing);
			this.#filing = grown;
		}
		const [first = 0] = terms;
		this.#filing[number] = isStop ? firstStopTerm - first : terms.length > 1 ? severalTerms : first;
		for (const term of terms) {
			push(byTerm, term, number);
		}
		return number;
	}

	/** By word: its one term; `firstStopTerm` less its term for a stop word; `severalTerms` where `termsOf` tells more. Good until the next new word. */
	get filing(): Int32Array {
		return this.#filing;
	}

	/** Counts the word as used once more (or less) by a document. */
	use(number: number, change: 1 | -1): void {
		this.#uses[number] = (this.#uses[number] ?? 0) + change;
	}

	termsOf(number: number): readonly number[] {
		return this.#terms[number] ?? [];
	}

	termOf(number: number): number {
		return this.#terms[number]?.[0] ?? -1;
	}

	termText(term: number): string {
		return this.#termTexts[term] ?? '';
	}

	foldedOf(number: number): string {
		return this.#folded[number] ?? '';
	}

	languageOf(number: number): string {
		return this.#languageOf[number] ?? '';
	}

	/** All word numbers are below this. */
	get capacity(): number {
		return this.#folded.length;
	}

	/** All term numbers are below this. */
	get termCapacity(): number {
		return this.#termTexts.length;
	}

	*listTermsInSteps(): Steps<TermList> {
		const terms = sortTexts(this.#termTexts);
		yield;
		return { texts: Array.from(terms, (term) => this.#termTexts[term] ?? ''), terms };
	}

	isStopWord(number: number): boolean {
		return this.#isStopWord[number] ?? false;
	}

	findTerm(text: string): number {
		return this.#termNumbers.get(text) ?? -1;
	}

	withTerm(term: number, language: string): number[] {
		return (this.#languages.get(language)?.byTerm.get(term) ?? []).filter((number) => this.#isUsed(number));
	}

	hasOnly(term: number, language: string, words: Matcher): boolean {
		return this.withTerm(term, language).every((number) => words.has(number));
	}

	withFolded(folded: string, language: string): number[] {
		const number = this.#languages.get(language)?.numbers.get(folded);
		return number !== undefined && this.#isUsed(number) ? [number] : [];
	}

	forEachWithPrefix(prefix: string, language: string, callback: (word: number, term: number, isStopWord: boolean) => void): void {
		for (const [folded, number] of this.#languages.get(language)?.numbers ?? []) {
			if (folded.startsWith(prefix) && this.#isUsed(number)) {
				callback(number, this.termOf(number), this.isStopWord(number));
			}
		}
	}

	startOf(prefix: string, language: string): WordStart {
		return readWordStart(this, prefix, language);
	}

	forEachLike(folded: string, maxDistance: number, callback: (folded: string, uses: number) => void): void {
		const [first] = folded;
		for (const { numbers } of this.#languages.values()) {
			for (const [other, number] of numbers) {
				const isNear = Math.abs(other.length - folded.length) <= maxDistance && (other[0] === first || other[1] === first);
				if (isNear && this.#isUsed(number)) {
					callback(other, this.#uses[number] ?? 0);
				}
			}
		}
	}

	forEachInUse(prefix: string, callback: (folded: string, uses: number) => void): void {
		for (const { numbers } of this.#languages.values()) {
			for (const [other, number] of numbers) {
				if (other.startsWith(prefix) && this.#isUsed(number)) {
					callback(other, this.#uses[number] ?? 0);
				}
			}
		}
	}

	#toTerm(text: string): number {
		let number = this.#termNumbers.get(text);
		if (number === undefined) {
			number = this.#termTexts.length;
			this.#termNumbers.set(text, number);
			this.#termTexts.push(text);
		}
		return number;
	}

	#isUsed(number: number): boolean {
		return (this.#uses[number] ?? 0) > 0;
	}
}

/** See `filing`. */
export const severalTerms = -1;
export const firstStopTerm = -2;

interface LanguageWords {
	readonly numbers: Map<string, number>;
	readonly byTerm: Map<number, number[]>;
}

/** The term of a stop word, which is no other word's: it begins with a character that no word holds. */
function stopTermOf(folded: string, language: string): string {
	return `\0${language}\0${folded}`;
}

/** Whether a term is that of a stop word. They come before all others in the order of their texts. */
export function isStopTerm(term: string): boolean {
	return term.startsWith('\0');
}

/** The terms under which the index files the word: a Korean word with and without its particles, since taking them off is at times a guess. */
function indexTermsOf(folded: string, language: string): readonly string[] {
	const term = termOf(folded, language);
	return term !== folded && beginsWithHangul(folded) ? [term, folded] : [term];
}

function push(map: Map<number, number[]>, key: number, number: number): void {
	const list = map.get(key);
	if (list === undefined) {
		map.set(key, [number]);
	} else {
		list.push(number);
	}
}
