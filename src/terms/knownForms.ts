import type { FormSource } from './formSource.ts';
import { type FormWords, splitFormWords } from './formWords.ts';

/** The forms of a table that stood in some text, each read once. */
export class KnownForms {
	readonly #table: FormSource;
	readonly #texts = new Map<number, string>();
	readonly #words = new Map<number, FormWords>();

	constructor(table: FormSource) {
		this.#table = table;
	}

	getText(form: number): string {
		let text = this.#texts.get(form);
		if (text === undefined) {
			if (this.#texts.size >= maxKnownForms) {
				this.#texts.clear();
				this.#words.clear();
			}
			text = this.#table.getFormText(form);
			this.#texts.set(form, text);
		}
		return text;
	}

	getWords(form: number): FormWords {
		let words = this.#words.get(form);
		if (words === undefined) {
			words = splitFormWords(this.getText(form));
			this.#words.set(form, words);
		}
		return words;
	}
}

/** Some hundred bytes each; the forms that come often are soon known again. */
const maxKnownForms = 20_000;
