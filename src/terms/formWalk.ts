import { isParticleChain } from '../text/korean.ts';
import { foldWord } from '../text/normalise.ts';
import type { Range } from '../text/range.ts';
import { bareEnd, isCapital, readGap } from './formCheck.ts';
import { FormFit, type FormFitOptions, type WordReading } from './formFit.ts';
import type { FormSource } from './formSource.ts';
import { type FormWords, isHangul } from './formWords.ts';
import type { InflectedWords } from './inflectedWords.ts';
import type { KnownForms } from './knownForms.ts';
import { droppedCard, maxFormWords } from './termTable.ts';
import { areLongParts, foldedPart, isJoinable } from './wordJoints.ts';

/** A term that stands in a text. The range leaves out a possessive `'s` and Korean particles. */
export interface TermMatch extends Range {
	/** To be given to `TermTable.getCard`. */
	readonly cardIndex: number;
	/** Cards of other terms that are written with the very same words; absent where there is none, but for words that mean something else in each text. */
	readonly others?: readonly number[];
}

/** Words with their numbers in the table (`FormSource.findWord`), 0 where no form has the word. */
export interface NumberedWords extends FormWords {
	readonly numbers: readonly number[];
}

/** Numbers the words. `{ ...words, numbers }` is of another hidden class each time, so that all that reads it is compiled anew for each note. */
export function numberWords(table: FormSource, { keys, starts, ends, flags }: FormWords): NumberedWords {
	return { keys, starts, ends, flags, numbers: keys.map((key) => table.findWord(key)) };
}

/** Korean writes a compound as one word or as several: `자활지원센터`, `자활 지원 센터`. */
export const maxHangulParts = 5;

/** What a walk may do besides. */
export interface FormWalkOptions extends FormFitOptions {
	/** Takes the cards of all forms that are led to, also of those that are shorter, do not fit or come behind others. */
	readonly passed?: number[];
}

/** From one word the ways through the table part wherever words may also be read as one; a glossary made to part them ends here. */
const maxSteps = 100;

/** Looks for the forms of a table that begin with a word of a text. */
export class FormWalk {
	readonly #table: FormSource;
	readonly #text: string;
	readonly #words: NumberedWords;
	readonly #forms: KnownForms;
	readonly #fit: FormFit;
	readonly #passed: number[] | undefined;
	readonly #inflected: InflectedWords | undefined;
	/** By word: the number of the one that it makes with the next, and 1; 0 where nobody asked yet. */
	readonly #pairs: Uint32Array;
	#best: TermMatch | undefined;
	#steps = 0;

	constructor(table: FormSource, text: string, words: NumberedWords, forms: KnownForms, options: FormWalkOptions = {}) {
		this.#table = table;
		this.#text = text;
		this.#words = words;
		this.#pairs = new Uint32Array(words.numbers.length);
		this.#forms = forms;
		this.#fit = new FormFit(table, text, words, forms, options);
		this.#passed = options.passed;
		this.#inflected = options.inflected;
	}

	/** The longest form that starts with this word. */
	findLongestAt(first: number): TermMatch | undefined {
		// Most words begin no form, alone or with the next one.
		if (
			this.#words.numbers[first] === 0 &&
			!this.#isHangul(first) &&
			this.#findPair(0, first) === 0 &&
			!this.#inflected?.list(first).length
		) {
			return undefined;
		}
		this.#best = undefined;
		this.#steps = 0;
		this.#walk(0, first, first);
		return this.#best;
	}

	/** All forms that go on from the node with the word `at`. */
	#walk(node: number, first: number, at: number): void {
		const { numbers, starts, ends, keys } = this.#words;
		if (at >= numbers.length || at - first >= maxFormWords || ++this.#steps > maxSteps) {
			return;
		}
		if (at > first && readGap(this.#text, ends[at - 1] ?? 0, starts[at] ?? 0, starts[at - 1] ?? 0) === 'none') {
			return;
		}
		const isHangul = this.#isHangul(at);
		if (isHangul) {
			this.#takeBeforeParticles(node, first, at, '', keys[at] ?? '');
		}
		const number = numbers[at] ?? 0;
		const next = number === 0 ? 0 : this.#table.findNext(node, number);
		if (next !== 0) {
			this.#take(next, first, at, bareEnd(this.#text, starts[at] ?? 0, ends[at] ?? 0), 'plain');
			this.#walk(next, first, at + 1);
		}
		for (const { number: other, isNoun } of this.#inflected?.list(at) ?? []) {
			const way = other === number ? 0 : this.#table.findNext(node, other);
			if (way !== 0) {
				if (isNoun) {
					this.#take(way, first, at, ends[at] ?? 0, 'inflected');
				}
				this.#walk(way, first, at + 1);
			}
		}
		if (isHangul) {
			this.#walkCompound(node, first, at);
		} else {
			const pair = this.#findPair(node, at);
			if (pair !== 0) {
				this.#take(pair, first, at + 1, bareEnd(this.#text, starts[at + 1] ?? 0, ends[at + 1] ?? 0), 'joined');
				this.#walk(pair, first, at + 2);
			}
		}
	}

	/** Where this word and the next lead if a form writes them as one: `whistle-blower`, `whistle blower`; 0 if nowhere. */
	#findPair(node: number, at: number): number {
		if (this.#pairs[at] === 0) {
			this.#pairs[at] = this.#findPairWord(at) + 1;
		}
		const word = (this.#pairs[at] ?? 1) - 1;
		return word === 0 ? 0 : this.#table.findNext(node, word);
	}

	#findPairWord(at: number): number {
		const { starts, ends, keys } = this.#words;
		const from = ends[at] ?? 0;
		const start = starts[at + 1];
		if (start === undefined || start - from !== 1 || this.#isHangul(at + 1)) {
			return 0;
		}
		const gap = this.#text[from] ?? '';
		const isHyphen = gap === '-' || gap === '‐' || gap === '‑';
		if (!isHyphen && (gap !== ' ' || !areLongParts(keys[at] ?? '', keys[at + 1] ?? ''))) {
			return 0;
		}
		const first = foldedPart(this.#text, starts[at] ?? 0, from, keys[at] ?? '');
		const word = this.#table.findWord(first, keys[at + 1]);
		return word === 0 || isHyphen || this.#isJoinedBySpace(at) ? word : 0;
	}

	/** Whether two words with a space between may be one. A capital begins a word of its own: `Strange Love`. */
	#isJoinedBySpace(at: number): boolean {
		const { keys, starts } = this.#words;
		const start = starts[at + 1] ?? 0;
		return isJoinable(keys[at] ?? '', keys[at + 1] ?? '') && !isCapital(this.#text.slice(start, start + 1));
	}

	/** Hangul words that a form writes as one: `내부 고발자`. */
	#walkCompound(node: number, first: number, at: number): void {
		const { keys, starts, ends } = this.#words;
		let stem = keys[at] ?? '';
		for (let last = at + 1; last < keys.length && last - at < maxHangulParts && this.#isHangul(last); last++) {
			const gap = this.#text.slice(ends[last - 1], starts[last]);
			if (determiners.has(keys[last - 1] ?? '') || !(gap === ' ' || /^[ \t]*(?:\r\n|\n|\r)[ \t>]*$/.test(gap))) {
				return;
			}
			this.#takeBeforeParticles(node, first, last, stem, keys[last] ?? '');
			stem += keys[last] ?? '';
			const word = this.#table.findWord(stem);
			const next = word === 0 ? 0 : this.#table.findNext(node, word);
			if (next !== 0) {
				this.#take(next, first, last, ends[last] ?? 0, 'joined');
				this.#walk(next, first, last + 1);
			}
		}
	}

	/** A Hangul word whose end is particles: `정부는` for `정부`; `before` stands before it in the form's own word. */
	#takeBeforeParticles(node: number, first: number, last: number, before: string, key: string): void {
		for (let length = key.length - 1; length >= Math.max(1, key.length - 12); length--) {
			const stem = key.slice(0, length);
			const word = this.#table.findWord(before, stem);
			const next = word === 0 ? 0 : this.#table.findNext(node, word);
			if (next !== 0 && this.#table.getEntry(next) !== 0 && this.#endsInParticles(stem, key.slice(length), last)) {
				const start = this.#words.starts[last] ?? 0;
				const end = start + measureStem(this.#text.slice(start, this.#words.ends[last]), stem);
				// Who asks for all forms hears of those behind shorter stems too.
				if (this.#take(next, first, last, end, before === '' ? 'plain' : 'joined') && this.#passed === undefined) {
					return;
				}
			}
		}
	}

	/** `피해자인` is the copula only before a noun; at the end and before marks it is a person: `기업인`. So it is behind a country: `한국인`. */
	#endsInParticles(stem: string, particles: string, last: number): boolean {
		if (!isParticleChain(stem, particles)) {
			return false;
		}
		if (particles !== '인') {
			return true;
		}
		const end = this.#words.ends[last] ?? 0;
		return !stem.endsWith('국') && this.#isHangul(last + 1) && this.#text.slice(end, this.#words.starts[last + 1]) === ' ';
	}

	/** Remembers the forms of the node that fit these words, if they are longer than what was found. Says whether one fits. */
	#take(node: number, first: number, last: number, end: number, reading: WordReading): boolean {
		let taken: number | undefined;
		let takenCard = -1;
		let others: number[] | undefined;
		if (this.#passed !== undefined) {
			for (let entry = this.#table.getEntry(node); entry !== 0; entry = this.#table.getNextEntry(entry)) {
				this.#passed.push(this.#table.getEntryCard(entry));
			}
		}
		for (let entry = this.#table.getEntry(node); entry !== 0; entry = this.#table.getNextEntry(entry)) {
			const form = this.#table.getForm(entry);
			const card = this.#table.getEntryCard(entry);
			if (card === droppedCard || (taken !== undefined && !this.#isOtherTerm(taken, takenCard, form, card))) {
				continue;
			}
			if (this.#fit.fits(form, card, first, last, end, reading)) {
				if (taken !== undefined) {
					others = [...(others ?? []), card];
					continue;
				}
				const to = end + this.#fit.measureTail(form, first, last, end);
				if (this.#best !== undefined && to <= this.#best.end) {
					return true;
				}
				taken = form;
				takenCard = card;
				others = this.#table.getFormMode(form) === 'called' ? [] : undefined;
				this.#best = { start: this.#words.starts[first] ?? 0, end: to, cardIndex: card };
				if (card < 0) {
					return true;
				}
			}
		}
		if (others !== undefined && this.#best !== undefined) {
			const { start, end, cardIndex } = this.#best;
			this.#best = { start, end, cardIndex, others: [...new Set(others)] };
		}
		return taken !== undefined;
	}

	/** Whether both forms are written alike and belong to different terms: `ICC` of two courts. What is only similar is the same thing. */
	#isOtherTerm(taken: number, takenCard: number, form: number, card: number): boolean {
		return (
			card >= 0 &&
			takenCard !== card &&
			this.#table.getFormMode(taken) === this.#table.getFormMode(form) &&
			this.#forms.getText(taken).toLowerCase() === this.#forms.getText(form).toLowerCase()
		);
	}

	#isHangul(at: number): boolean {
		return isHangul(this.#words.flags[at]);
	}
}

/** Words of one syllable that stand before a noun and are no part of it: `이 사회` (this society) is not `이사회` (a board). */
const determiners = new Set('이 그 저 한 두 세 네 몇 각 총 본 새 헌 옛 첫 수 할 될 안 못 더 다 잘 또 및 등 온 매 내 제 큰'.split(' '));

/** How many units of the word as written make up the folded stem. They differ where the text is decomposed. */
function measureStem(written: string, stem: string): number {
	if (written.startsWith(stem) || written.length < stem.length) {
		return Math.min(stem.length, written.length);
	}
	for (let length = 1; length <= written.length; length++) {
		if (foldWord(written.slice(0, length)) === stem && !isJamoTail(written, length)) {
			return length;
		}
	}
	return written.length;
}

/** Whether a decomposed syllable goes on here: `가` before its final consonant is not yet the whole syllable. */
function isJamoTail(written: string, at: number): boolean {
	const code = written.charCodeAt(at);
	return code >= 0x11a8 && code <= 0x11ff;
}
