import type { Steps } from '../../base/steps.ts';
import { beginsWithHangul } from '../../text/analyse.ts';
import { ByteReader } from './bytes.ts';
import type { SegmentSummary } from './packer.ts';
import { textsPerStep } from './packingSource.ts';
import type { PartWords, TermList } from './part.ts';
import type { Section } from './section.ts';
import type { OpenSegment } from './segmentFile.ts';
import { SortedTexts } from './sortedTexts.ts';
import { termArity } from './termPacker.ts';
import type { Matcher } from './tokenTable.ts';
import { wordArity } from './wordPacker.ts';
import { RecentStarts, readWordStart, type WordStart } from './wordStarts.ts';

/** Where the postings of a term lie, and how many rows and bytes there are in either field. */
export interface PostingPlace {
	readonly bodyCount: number;
	readonly bodyStart: number;
	readonly contextCount: number;
	readonly contextStart: number;
	/** Where those of both fields end. */
	readonly end: number;
}

/** The words and terms of a packed part. Word `n` is the text at place `n - 1` of its list; term `n` is the text at place `n`. */
export class PackedWords implements PartWords {
	readonly capacity: number;
	readonly termCapacity: number;
	readonly #words: SortedTexts;
	readonly #terms: SortedTexts;
	/** The first and last place (not included) of each language's words. */
	readonly #languages = new Map<string, { readonly from: number; readonly to: number }>();
	readonly #postingBlocks: Uint32Array;
	readonly #termWordBlocks: Uint32Array;
	readonly #termWords: Section;
	/** The term that was asked last, and where its postings, or its further words, begin. */
	#lastPostings = { at: -1, start: 0 };
	#lastPlace: PostingPlace & { readonly term: number } = { term: -1, bodyCount: 0, bodyStart: 0, contextCount: 0, contextStart: 0, end: 0 };
	#lastTermWords = { at: -1, start: 0 };
	/** By word: how many of the documents that used it were removed. */
	readonly #removedUses = new Map<number, number>();
	readonly #starts = new RecentStarts<WordStart>();

	constructor(summary: SegmentSummary, { whole, lazy }: OpenSegment) {
		let count = 0;
		for (const { language, wordCount } of summary.languages) {
			this.#languages.set(language, { from: count, to: count + wordCount });
			count += wordCount;
		}
		this.capacity = count + 1;
		this.termCapacity = summary.termCount;
		this.#words = new SortedTexts(lazy.words, toNumbers(whole.wordBlocks), count, wordArity);
		this.#terms = new SortedTexts(lazy.terms, toNumbers(whole.termBlocks), summary.termCount, termArity);
		this.#postingBlocks = toNumbers(whole.postingBlocks);
		this.#termWordBlocks = toNumbers(whole.termWordBlocks);
		this.#termWords = lazy.termWords;
	}

	foldedOf(word: number): string {
		return word === 0 ? '' : this.#words.read(word - 1);
	}

	languageOf(word: number): string {
		for (const [language, { from, to }] of this.#languages) {
			if (word > from && word <= to) {
				return language;
			}
		}
		return '';
	}

	termOf(word: number): number {
		return word === 0 ? -1 : (this.#words.readNumbers(word - 1)[0] ?? 0) - 1;
	}

	termsOf(word: number): readonly number[] {
		const first = this.termOf(word);
		if (first < 0) {
			return [];
		}
		// A Korean word is filed under itself too, if it has particles.
		const folded = this.foldedOf(word);
		const itself = beginsWithHangul(folded) ? this.findTerm(folded) : -1;
		return itself >= 0 && itself !== first && this.#listWords(itself).includes(word) ? [first, itself] : [first];
	}

	termText(term: number): string {
		return this.#terms.read(term);
	}

	isStopWord(word: number): boolean {
		return word !== 0 && ((this.#words.readNumbers(word - 1)[1] ?? 0) & 1) === 1;
	}

	findTerm(text: string): number {
		return this.#terms.find(text);
	}

	*listTermsInSteps(): Steps<TermList> {
		const texts: string[] = [];
		while (texts.length < this.termCapacity) {
			this.#terms.forEach(texts.length, Math.min(this.termCapacity, texts.length + textsPerStep), (text) => texts.push(text) > 0);
			yield;
		}
		return { texts, terms: Uint32Array.from(texts.keys()) };
	}

	withTerm(term: number, language: string): number[] {
		const range = this.#languages.get(language);
		if (term < 0 || range === undefined) {
			return [];
		}
		return this.#listWords(term).filter((word) => word > range.from && word <= range.to && this.#isUsed(word));
	}

	hasOnly(term: number, language: string, words: Matcher): boolean {
		const [first = 0, , , , , bytesOfOthers = 0] = this.#terms.readNumbers(term);
		// Most terms file one word.
		return (bytesOfOthers === 0 && words.has(first + 1)) || this.withTerm(term, language).every((number) => words.has(number));
	}

	withFolded(folded: string, language: string): number[] {
		const range = this.#languages.get(language);
		const place = range === undefined ? -1 : this.#words.find(folded, range.from, range.to);
		return place >= 0 && this.#isUsed(place + 1) ? [place + 1] : [];
	}

	forEachWithPrefix(prefix: string, language: string, callback: (word: number, term: number, isStopWord: boolean) => void): void {
		const { from, to } = this.#languages.get(language) ?? { from: 0, to: 0 };
		this.#words.forEachWithPrefix(prefix, from, to, (place) => {
			const [term = 0, uses = 0] = this.#words.numbers;
			if (uses >>> 1 > (this.#removedUses.get(place + 1) ?? 0)) {
				callback(place + 1, term - 1, (uses & 1) === 1);
			}
		});
	}

	startOf(prefix: string, language: string): WordStart {
		const key = `${language} ${prefix}`;
		const start = this.#starts.get(key) ?? readWordStart(this, prefix, language);
		this.#starts.set(key, start);
		return start;
	}

	forEachLike(folded: string, maxDistance: number, callback: (folded: string, uses: number) => void): void {
		const [first = ''] = folded;
		// Slips in the first letter are swaps with the second: so the words that begin with either.
		for (const letter of new Set([first, [...folded][1] ?? first])) {
			this.forEachInUse(letter, (other, uses) => {
				if (Math.abs(other.length - folded.length) <= maxDistance) {
					callback(other, uses);
				}
			});
		}
	}

	forEachInUse(prefix: string, callback: (folded: string, uses: number) => void): void {
		for (const { from, to } of this.#languages.values()) {
			this.#words.forEach(this.#words.firstAtOrAfter(prefix, from, to), to, (other, place) => {
				const isIn = other.startsWith(prefix);
				const uses = isIn ? ((this.#words.numbers[1] ?? 0) >>> 1) - (this.#removedUses.get(place + 1) ?? 0) : 0;
				if (uses > 0) {
					callback(other, uses);
				}
				return isIn;
			});
		}
	}

	/** Counts the words of a removed document as used once less. */
	forgetUses(words: Iterable<number>): void {
		this.#starts.clear();
		for (const word of words) {
			this.#removedUses.set(word, (this.#removedUses.get(word) ?? 0) + 1);
		}
	}

	/** Where the postings of the term lie. Quick for who asks in ascending order, or again. */
	findPostings(term: number): PostingPlace {
		if (this.#lastPlace.term === term) {
			return this.#lastPlace;
		}
		const { blockLength } = this.#terms;
		const blockStart = term - (term % blockLength);
		let { at, start } = this.#lastPostings;
		if (at < blockStart || at > term) {
			at = blockStart;
			start = this.#postingBlocks[blockStart / blockLength] ?? 0;
		}
		for (; at < term; at++) {
			const numbers = this.#terms.readNumbers(at);
			start += (numbers[2] ?? 0) + (numbers[4] ?? 0);
		}
		this.#lastPostings = { at, start };
		const [, bodyCount = 0, bodyBytes = 0, contextCount = 0, contextBytes = 0] = this.#terms.readNumbers(term);
		const contextStart = start + bodyBytes;
		this.#lastPlace = { term, bodyCount, bodyStart: start, contextCount, contextStart, end: contextStart + contextBytes };
		return this.#lastPlace;
	}

	/** How many rows of postings the term has, in both fields. */
	countPostings(term: number): number {
		const numbers = this.#terms.readNumbers(term);
		return (numbers[1] ?? 0) + (numbers[3] ?? 0);
	}

	#listWords(term: number): number[] {
		const { blockLength } = this.#terms;
		const blockStart = term - (term % blockLength);
		let { at, start } = this.#lastTermWords;
		if (at < blockStart || at > term) {
			at = blockStart;
			start = this.#termWordBlocks[blockStart / blockLength] ?? 0;
		}
		for (; at < term; at++) {
			start += this.#terms.readNumbers(at)[5] ?? 0;
		}
		this.#lastTermWords = { at, start };
		const numbers = this.#terms.readNumbers(term);
		const end = start + (numbers[5] ?? 0);
		this.#termWords.need(start, end);
		const reader = new ByteReader(this.#termWords.bytes, start);
		let place = numbers[0] ?? 0;
		const words = [place + 1];
		while (reader.at < end) {
			place += reader.readNumber();
			words.push(place + 1);
		}
		return words;
	}

	#isUsed(word: number): boolean {
		const removed = this.#removedUses.get(word);
		return removed === undefined || (this.#words.readNumbers(word - 1)[1] ?? 0) >>> 1 > removed;
	}
}

/** Bytes of a section, looked at as numbers of four bytes. */
export function toNumbers(bytes: Uint8Array): Uint32Array {
	return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}
