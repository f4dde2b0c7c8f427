import { listAdjectiveForms, listNounForms } from '../text/inflections.ts';
import { foldWord } from '../text/normalise.ts';
import { findProseLanguage, type ProseLanguage } from '../text/proseLanguage.ts';
import type { Range } from '../text/range.ts';
import { isCapital } from './formCheck.ts';
import type { FormSource } from './formSource.ts';
import { type FormWords, keyOfWord, wordFlags } from './formWords.ts';

/** Another form of a word of a note that a term has. */
export interface InflectedWord {
	/** Its number in the table (`FormSource.findWord`). */
	readonly number: number;
	/** Only a noun may end a term; an adjective stands before one. */
	readonly isNoun: boolean;
}

/** A line that does not tell its language is read with what stands around it, in pieces of this length; a longer line is read in such pieces too. */
const pieceLength = 1_000;

/** So much of a note's beginning tells the language where neither line nor piece does: of a heading, an item of a list. */
const openingLength = 2_000;

/** A part of a note in one language. */
interface Place extends Range {
	readonly language: ProseLanguage | undefined;
}

/**
 * Finds the words of a note in the form in which terms have them, where the language around them changes the ends of words: `des Bundestages` names the
 * `Bundestag`, `las leyes` a `ley`. What is asked of one word does not depend on how much of the note is looked at.
 */
export class InflectedWords {
	readonly #table: FormSource;
	readonly #text: string;
	readonly #words: FormWords;
	readonly #languages = new Map<number, ProseLanguage | undefined>();
	readonly #forms = new Map<number, readonly InflectedWord[]>();
	#opening: { readonly language: ProseLanguage | undefined } | undefined;
	#line = { start: 0, end: -1 };
	/** Where the last word stood that was asked for: all that stands there is in one language. */
	#place: Place = { start: 0, end: 0, language: undefined };

	constructor(table: FormSource, text: string, words: FormWords) {
		this.#table = table;
		this.#text = text;
		this.#words = words;
	}

	/** The other forms of this word that terms have. */
	list(at: number): readonly InflectedWord[] {
		const { starts, ends, flags } = this.#words;
		const start = starts[at] ?? 0;
		const end = ends[at] ?? 0;
		if (end - start < minLength || (flags[at] ?? 0) & (wordFlags.isHangul | wordFlags.isCjk)) {
			return none;
		}
		const language = this.#languageAt(start);
		if (language === undefined || language === 'en') {
			return none;
		}
		let forms = this.#forms.get(at);
		if (forms === undefined) {
			forms = this.#find(this.#text.slice(start, end), language);
			this.#forms.set(at, forms);
		}
		return forms;
	}

	/** Whether a name ends in a genitive here, which German writes without an apostrophe: `Lindqvists`, `des Rechnungshofes`. Both words are folded. */
	isGenitive(written: string, own: string, at: number): boolean {
		return (written === `${own}s` || written === `${own}es`) && this.#languageAt(this.#words.starts[at] ?? 0) === 'de';
	}

	#find(word: string, language: ProseLanguage): readonly InflectedWord[] {
		const folded = foldWord(word);
		const known: InflectedWord[] = [];
		const add = (form: string, isNoun: boolean) => {
			const number = this.#table.findWord(keyOfWord(form));
			if (number !== 0 && !known.some((other) => other.number === number)) {
				known.push({ number, isNoun });
			}
		};
		for (const form of listNounForms(folded, language, isCapital(word))) {
			add(form, true);
		}
		for (const form of listAdjectiveForms(folded, language)) {
			add(form, false);
		}
		return known.length === 0 ? none : known;
	}

	#languageAt(offset: number): ProseLanguage | undefined {
		if (offset < this.#place.start || offset >= this.#place.end) {
			this.#place = this.#findPlace(offset);
		}
		return this.#place.language;
	}

	#findPlace(offset: number): Place {
		if (offset < this.#line.start || offset >= this.#line.end) {
			const end = this.#text.indexOf('\n', offset);
			this.#line = { start: this.#text.lastIndexOf('\n', offset) + 1, end: end < 0 ? this.#text.length : end };
		}
		const { start, end } = this.#line;
		const inLine = start + Math.floor((offset - start) / pieceLength) * pieceLength;
		const inText = Math.floor(offset / pieceLength) * pieceLength;
		return {
			start: Math.max(inLine, inText),
			end: Math.min(inLine + pieceLength, end, inText + pieceLength),
			language: this.#readPiece(inLine, end) ?? this.#readPiece(inText, this.#text.length) ?? this.#openingLanguage(),
		};
	}

	#readPiece(start: number, end: number): ProseLanguage | undefined {
		const stop = Math.min(start + pieceLength, end);
		const key = start * 2 * pieceLength + (stop - start);
		if (!this.#languages.has(key)) {
			this.#languages.set(key, findProseLanguage(this.#text, start, stop));
		}
		return this.#languages.get(key);
	}

	#openingLanguage(): ProseLanguage | undefined {
		this.#opening ??= { language: findProseLanguage(this.#text, 0, openingLength) };
		return this.#opening.language;
	}
}

const none: readonly InflectedWord[] = [];

/** `ley` is the shortest word with another form. */
const minLength = 3;
