import { foldWord } from '../text/normalise.ts';
import { commonSpelling } from '../text/spellings.ts';
import {
	findOwnTail,
	gapMarks,
	hasCapitalsOf,
	isCapital,
	isPartOfKatakana,
	isPartOfNumber,
	isSameAcronym,
	isTitleAcronym,
	readGap,
} from './formCheck.ts';
import type { FormSource } from './formSource.ts';
import { FormSurroundings } from './formSurroundings.ts';
import { type FormWords, isHangul, wordFlags } from './formWords.ts';
import type { InflectedWords } from './inflectedWords.ts';
import type { KnownForms } from './knownForms.ts';
import { isDistinctFamily, isNameLikeWord } from './ordinaryWords.ts';
import type { FormMode } from './termTable.ts';

/** Whom the text names last before an offset by these words and more: whoever a card is of, somebody else, or nobody. */
export type NamedBefore = (cardIndex: number, words: string, offset: number) => 'card' | 'other' | 'nobody';

/** How the words of a text are read as a form's: one by one, two or more as one of them, the last one in another form of its language. */
export type WordReading = 'plain' | 'joined' | 'inflected';

/** What is known of a text besides. */
export interface FormFitOptions {
	/** Without it a family name that is nobody's by itself asks for its title everywhere, as it does in documents. */
	readonly isNamedBefore?: NamedBefore;
	/** Reads words in other forms that the language around them has, too. */
	readonly inflected?: InflectedWords;
}

/** Says of words of a text that lead to a form of a table whether they are this form: by what stands around them, the marks between, their letters. */
export class FormFit {
	readonly #table: FormSource;
	readonly #text: string;
	readonly #words: FormWords;
	readonly #forms: KnownForms;
	readonly #surroundings: FormSurroundings;
	readonly #isNamedBefore: NamedBefore | undefined;
	readonly #inflected: InflectedWords | undefined;

	constructor(table: FormSource, text: string, words: FormWords, forms: KnownForms, { isNamedBefore, inflected }: FormFitOptions) {
		this.#table = table;
		this.#text = text;
		this.#words = words;
		this.#forms = forms;
		this.#surroundings = new FormSurroundings(text, words);
		this.#isNamedBefore = isNamedBefore;
		this.#inflected = inflected;
	}

	/** Whether the form is what is written with the words `first` to `last`, whose own text ends at `end`; `card` is whose form it is. */
	fits(form: number, card: number, first: number, last: number, end: number, reading: WordReading): boolean {
		return (
			this.#standsAlone(form, first, last, end) &&
			(reading === 'joined' || last === first || this.#hasGapsOf(form, first, last)) &&
			this.#isWrittenAs(form, card, first, last, end, reading)
		);
	}

	/** How much of the marks behind the words is the form's own: the last point of `U.S.`, the signs of `C++`. */
	measureTail(form: number, first: number, last: number, end: number): number {
		if (last > first && this.#table.getFormMode(form) === 'acronym' && this.#isPointed(first, end)) {
			return this.#text[end] === '.' ? 1 : 0;
		}
		const tail = this.#findTail(form);
		return tail !== '' && this.#text.startsWith(tail, end) ? tail.length : 0;
	}

	/** Whether nothing around the words makes another word of them than the form's. */
	#standsAlone(form: number, first: number, last: number, end: number): boolean {
		const { starts, flags } = this.#words;
		const start = starts[first] ?? 0;
		if (!this.#surroundings.standsFree(first, last, end) || isPartOfNumber(this.#text, start, end)) {
			return false;
		}
		// The form's text is made for few: most of the time went into it.
		if (this.#surroundings.isNamedPerson(first, last) && !isCapital(this.#forms.getText(form).slice(0, 2))) {
			return false;
		}
		if (isHangul(flags[last]) && this.#surroundings.isVerbOfWish(last)) {
			return false;
		}
		const tail = this.#findTail(form);
		if (/[+#]/.test(tail) ? !this.#text.startsWith(tail, end) : isSign(this.#text, end) && this.#forms.getText(form).length === 1) {
			return false;
		}
		if (((flags[first] ?? 0) & wordFlags.isCjk) === 0) {
			return true;
		}
		// One or two characters are a word only where the text's own words begin and end there.
		const isWhole = ((flags[first] ?? 0) & wordFlags.startsWord) !== 0 && ((flags[last] ?? 0) & wordFlags.endsWord) !== 0;
		return (last - first >= 2 || isWhole) && !isPartOfKatakana(this.#text, start, end);
	}

	/** Whether the letters, and whom they mean here, are as the form's mode asks. */
	#isWrittenAs(form: number, card: number, first: number, last: number, end: number, reading: WordReading): boolean {
		const mode = this.#table.getFormMode(form);
		switch (mode) {
			case 'phrase':
				return true;
			case 'acronym':
				return reading !== 'inflected' && this.#isAcronym(form, first, last, end);
			case 'titled':
				return this.#isSomebody(card, first, last, end) && this.#isName(form, mode, first, last, reading);
			case 'family':
				return !this.#isSomebodyElse(card, first, last, end) && this.#isName(form, mode, first, last, reading);
			case 'called':
				return this.#surroundings.isReference(first, last) && this.#isName(form, mode, first, last, reading);
			default:
				return this.#isName(form, mode, first, last, reading);
		}
	}

	#isAcronym(form: number, first: number, last: number, end: number): boolean {
		const formText = this.#forms.getText(form);
		if (last > first && /^[A-Z]{2,5}$/.test(formText) && !this.#isPointed(first, end)) {
			return false;
		}
		const written = this.#text.slice(this.#words.starts[first] ?? 0, end);
		const isSame = isSameAcronym(formText, written) || (isTitleAcronym(formText, written) && !this.#surroundings.opensSentence(first));
		return isSame && !this.#surroundings.isShouted(formText, first, last);
	}

	/** Whether the words are a name as the form writes it, by their capitals and their last word, and no part of a longer one. */
	#isName(form: number, mode: FormMode, first: number, last: number, reading: WordReading): boolean {
		const { starts, ends, flags, keys } = this.#words;
		const isPart =
			mode === 'person'
				? this.#surroundings.isHalfOfName(first, last)
				: mode !== 'capital' && (reading === 'inflected' || this.#surroundings.isPartOfName(first, last));
		if (isPart) {
			return false;
		}
		const formText = this.#forms.getText(form);
		const formWords = this.#forms.getWords(form);
		if (!hasCapitalsOf(formText, formWords, this.#text, starts.slice(first, (reading === 'joined' ? first : last) + 1))) {
			return false;
		}
		if (
			mode === 'capital' &&
			first === last &&
			isNameLikeWord(keys[first] ?? '') &&
			this.#surroundings.opensSentence(first) &&
			!this.#surroundings.isSubject(last)
		) {
			return false;
		}
		if (isHangul(flags[last]) || reading !== 'plain') {
			return true;
		}
		// `Philippine` is not `Philippines`: the last word's number must be the form's.
		const lastOfForm = formWords.starts.length - 1;
		const own = foldWord(formText.slice(formWords.starts[lastOfForm], formWords.ends[lastOfForm]));
		const written = foldWord(this.#text.slice(starts[last], ends[last]));
		return (
			written === own ||
			// `Pearl Harbour` is `Pearl Harbor`, but whoever is called Gray is not called Grey.
			(mode === 'capital' && commonSpelling(written) === commonSpelling(own)) ||
			((mode === 'capital' || mode === 'person') && this.#inflected?.isGenitive(written, own, last) === true)
		);
	}

	/**
	 * Whether a family name that one person of the collection bears means that person here: behind a title, where the text named them before, or as
	 * whoever does something, where it named nobody and the name is hardly anything else.
	 */
	#isSomebody(card: number, first: number, last: number, end: number): boolean {
		const { starts, keys } = this.#words;
		if (this.#surroundings.isTitled(first, last)) {
			return true;
		}
		// `Stone walls …` behind `Mary Stone`.
		const isPlain = first === last && isNameLikeWord(keys[first] ?? '') && this.#surroundings.opensSentence(first);
		if (this.#isNamedBefore === undefined || (isPlain && !this.#surroundings.isSubject(last))) {
			return false;
		}
		const start = starts[first] ?? 0;
		const named = this.#isNamedBefore(card, this.#text.slice(start, end), start);
		return named === 'nobody' ? isDistinctFamily(keys[last] ?? '') && this.#surroundings.actsAsSomebody(first, last) : named === 'card';
	}

	/** `Peter Oduya came. Oduya left.`: whether the note named somebody else of the family last. A title may mean either. */
	#isSomebodyElse(card: number, first: number, last: number, end: number): boolean {
		const start = this.#words.starts[first] ?? 0;
		return (
			this.#isNamedBefore !== undefined &&
			!this.#surroundings.isTitled(first, last) &&
			this.#isNamedBefore(card, this.#text.slice(start, end), start) === 'other'
		);
	}

	/** Whether the marks between the words are those of the form. */
	#hasGapsOf(form: number, first: number, last: number): boolean {
		const { starts, ends } = this.#words;
		let isMarked = this.#table.hasOwnGap(form);
		for (let at = first; at < last && !isMarked; at++) {
			isMarked = readGap(this.#text, ends[at] ?? 0, starts[at + 1] ?? 0, starts[at] ?? 0) === 'marked';
		}
		if (!isMarked) {
			return true;
		}
		const formText = this.#forms.getText(form);
		const formWords = this.#forms.getWords(form);
		for (let at = first; at < last; at++) {
			const own = gapMarks(formText, formWords.ends[at - first] ?? 0, formWords.starts[at - first + 1] ?? 0);
			if (gapMarks(this.#text, ends[at] ?? 0, starts[at + 1] ?? 0) !== own) {
				return false;
			}
		}
		return true;
	}

	#findTail(form: number): string {
		return this.#table.hasOwnTail(form) ? findOwnTail(this.#forms.getText(form)) : '';
	}

	/** `U.S` of `U.S.`: single capitals with points between. */
	#isPointed(first: number, end: number): boolean {
		return /^(?:[A-Z]\.){1,4}[A-Z]$/.test(
			this.#text.slice(this.#words.starts[first], Math.min(end, (this.#words.starts[first] ?? 0) + 12)),
		);
	}
}

/** Whether a sign that makes another name of a letter stands there: `C#`, `C++`. */
function isSign(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code === 0x2b || code === 0x23;
}
