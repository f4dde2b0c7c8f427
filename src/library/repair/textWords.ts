import { foldWord } from '../../text/normalise.ts';

/**
 * Letters, with the apostrophes between them. Digits and signs are no part of a word that could be broken. A run of letters that no word has is
 * cut: the engine keeps a place to come back to for every letter, and runs out of them after a few million.
 */
const wordPattern = /[\p{L}\p{M}]{1,60}(?:['’]\p{L}{1,60}){0,3}/gu;
const plainWord = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+$/u;
const freeBefore = /[\s(["“‘«„—–]/u;
const freeBehind = /[\s.,;:!?)\]"”’»—–…]/u;

/** The words of a text in order, as the repair of broken words looks at them: side by side, folded once, counted. */
export class TextWords {
	readonly text: string;
	readonly #starts: number[] = [];
	readonly #ends: number[] = [];
	readonly #folded: string[] = [];
	readonly #counts = new Map<string, number>();

	constructor(text: string) {
		this.text = text;
		for (const match of text.matchAll(wordPattern)) {
			const word = foldWord(match[0]);
			this.#starts.push(match.index);
			this.#ends.push(match.index + match[0].length);
			this.#folded.push(word);
			this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
		}
	}

	get count(): number {
		return this.#folded.length;
	}

	/** How often a word stands in the text by itself. */
	countOf(folded: string): number {
		return this.#counts.get(folded) ?? 0;
	}

	start(at: number): number {
		return this.#starts[at] ?? this.text.length;
	}

	end(at: number): number {
		return this.#ends[at] ?? this.text.length;
	}

	folded(at: number): string {
		return this.#folded[at] ?? '';
	}

	written(at: number): string {
		return this.text.slice(this.#starts[at], this.#ends[at]);
	}

	/** Whether the word is letters of an alphabet and nothing else: no apostrophe, no combining mark, no mathematical letter. */
	isPlain(at: number): boolean {
		return /^[A-Za-z]+$/.test(this.written(at)) || plainWord.test(this.written(at));
	}

	/** Whether one space and nothing else stands between the word and the next. */
	isOneSpaceApart(at: number): boolean {
		const end = this.end(at);
		return this.start(at + 1) - end === 1 && this.text[end] === ' ';
	}

	/** Whether nothing is attached before the word: no digit, hyphen, point, slash, degree sign. */
	startsFree(at: number): boolean {
		const start = this.start(at);
		// `patient ' s`: what stands behind the apostrophe belongs to the word before.
		return start === 0 || (freeBefore.test(this.text[start - 1] ?? '') && !/['’]/.test(this.text[start - 2] ?? ''));
	}

	/** Whether nothing is attached behind the word. A full stop or an apostrophe is, where a letter or digit follows. */
	endsFree(at: number): boolean {
		const end = this.end(at);
		const next = this.text[end] ?? ' ';
		return freeBehind.test(next) && !(/[.'’,:]/.test(next) && /[\p{L}\d]/u.test(this.text[end + 1] ?? ''));
	}
}
