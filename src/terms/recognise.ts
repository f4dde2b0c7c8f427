import { foldWord } from '../text/normalise.ts';
import type { Range } from '../text/range.ts';
import { isContentWord } from '../text/stopWords.ts';
import type { Card, TermKind } from './card.ts';
import type { TermMatch } from './formWalk.ts';
import { splitFormWords } from './formWords.ts';
import { findTermAt, findTerms } from './matcher.ts';
import type { TermTable } from './termTable.ts';

/** The writing of a word, as far as it can be seen: what a switch for a language can go by in a note that names none. */
export type Script = 'latin' | 'hangul' | 'kana' | 'han' | 'other';

/** What of the terms in a note is wanted. */
export interface RecognitionOptions {
	/** Ids (`senseIdOf`) of what the writer said of: not this. */
	readonly excludedSenses?: ReadonlySet<string>;
	readonly hiddenKinds?: ReadonlySet<TermKind>;
	readonly hiddenScripts?: ReadonlySet<Script>;
}

/** A term in a note. */
export interface RecognisedTerm extends Range {
	/** The cards of what the words may mean, the likeliest in this note first; more than one where they are ambiguous. Never empty. */
	readonly senses: readonly number[];
	/** Whether it is the first place of the note at which this term stands. */
	readonly isFirst: boolean;
}

/** Every term of a note: `findTerms`, without what is not wanted, with the senses of ambiguous words ranked by the note's other terms. */
export function recogniseTerms(
	table: TermTable,
	text: string,
	prose: readonly Range[],
	options: RecognitionOptions = {},
): readonly RecognisedTerm[] {
	return chooseSenses(table, text, findTerms(table, text, prose), options);
}

/** So far around an ambiguous word the note's other terms are looked at: some milliseconds, which a hover has. */
const sensesNearby = 6_000;

/** The senses of the term at the caret, as `recogniseTerms` ranks them; `undefined` where no term that is wanted stands. */
export function recogniseTermAt(
	table: TermTable,
	text: string,
	prose: readonly Range[],
	offset: number,
	options: RecognitionOptions = {},
): (Range & Pick<RecognisedTerm, 'senses'>) | undefined {
	const match = findTermAt(table, text, prose, offset);
	if (match?.others === undefined) {
		return match && chooseSenses(table, text, [match], options)[0];
	}
	const near = prose
		.map(({ start, end }) => ({ start: Math.max(start, offset - sensesNearby), end: Math.min(end, offset + sensesNearby) }))
		.filter(({ start, end }) => start < end);
	const around = findTerms(table, text, near).filter(({ start, end }) => end <= match.start || start >= match.end);
	return chooseSenses(table, text, [...around, match], options).find(({ start }) => start === match.start);
}

/** `recogniseTerms` of matches that are known: those of a whole note, in order. */
export function chooseSenses(
	table: TermTable,
	text: string,
	matches: readonly TermMatch[],
	options: RecognitionOptions,
): readonly RecognisedTerm[] {
	const excluded = options.excludedSenses ?? new Set();
	const hiddenKinds = options.hiddenKinds ?? new Set();
	const isWanted = (cardIndex: number, words: string) =>
		(hiddenKinds.size === 0 || !hiddenKinds.has(table.getCard(cardIndex).kind)) &&
		(excluded.size === 0 || !excluded.has(senseIdOf(words, table.getCard(cardIndex))));
	const company = new Company(table, text, matches);
	const seen = new Set<number>();
	const recognised: RecognisedTerm[] = [];
	for (const { start, end, cardIndex, others = [] } of matches) {
		const words = text.slice(start, end);
		if (options.hiddenScripts?.has(scriptOf(words))) {
			continue;
		}
		const senses = company.rank([cardIndex, ...others].filter((card) => isWanted(card, words)));
		const [first] = senses;
		if (first !== undefined) {
			recognised.push({ start, end, senses, isFirst: !seen.has(first) });
			seen.add(first);
		}
	}
	return recognised;
}

/** The terms of a note by which its ambiguous words are read. */
class Company {
	readonly #table: TermTable;
	readonly #text: string;
	readonly #matches: readonly TermMatch[];
	/** The words of the note, folded; made when first asked for. */
	#words: ReadonlySet<string> | undefined;
	/** The terms that are not ambiguous, with what they are related to; made when first asked for. */
	#terms: ReadonlyMap<string, readonly string[]> | undefined;

	constructor(table: TermTable, text: string, matches: readonly TermMatch[]) {
		this.#table = table;
		this.#text = text;
		this.#matches = matches;
	}

	/** The likeliest first: what the note itself names elsewhere, what has most to do with its other terms, then whose sentences share its words. */
	rank(senses: readonly number[]): readonly number[] {
		if (senses.length < 2) {
			return senses;
		}
		this.#terms ??= new Map(
			this.#matches
				.filter(({ others }) => others === undefined)
				.map(({ cardIndex }) => {
					const { term, related } = this.#table.getCard(cardIndex);
					return [term, related];
				}),
		);
		const weights = new Map(senses.map((sense) => [sense, this.#weigh(this.#table.getCard(sense))]));
		const ranked = [...senses].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
		const isOpen = ranked.length > maxSenses && (weights.get(ranked[0] ?? 0) ?? 0) < namedWeight;
		return isOpen ? [] : ranked.slice(0, maxSenses);
	}

	#weigh({ term, related, definition, evidence }: Card): number {
		const terms = this.#terms ?? new Map<string, readonly string[]>();
		const own = new Set(related);
		let weight = terms.has(term) ? namedWeight : 0;
		for (const [other, othersRelated] of terms) {
			weight += (own.has(other) ? 1 : 0) + (othersRelated.includes(term) ? 1 : 0);
		}
		const sentences = [definition, ...evidence].map((receipt) => receipt?.text ?? '').join(' ');
		const shared = [...contentWordsOf(sentences)].filter((word) => this.#getWords().has(word)).length;
		return weight + Math.min(shared, maxSharedWords) * sharedWordWeight;
	}

	#getWords(): ReadonlySet<string> {
		if (this.#words === undefined) {
			const [first, last] = [this.#matches[0], this.#matches.at(-1)];
			const from = Math.max(0, (first?.start ?? 0) - sensesNearby);
			this.#words = contentWordsOf(this.#text.slice(from, Math.min((last?.end ?? 0) + sensesNearby, from + 10 * sensesNearby)));
		}
		return this.#words;
	}
}

/** What the note itself names elsewhere is hardly anything else. */
const namedWeight = 10;
/** `The Company` of more documents may be any of them, unless the note names one. */
const maxSenses = 4;

/** Words in common say less than a term does, however many they are. */
const sharedWordWeight = 0.2;
const maxSharedWords = 8;

function contentWordsOf(text: string): ReadonlySet<string> {
	return new Set(splitFormWords(text).keys.filter(isContentWord));
}

/**
 * The id of a sense: that these words mean this card. The same in every run and every form of the words (`ICC`, `ICCs`), and nobody can read
 * the words out of it, so that it may be kept where notes and documents must not be told of.
 */
export function senseIdOf(words: string, card: Pick<Card, 'term'>): string {
	const keyOf = (form: string) => splitFormWords(form).keys.join(' ') || foldWord(form);
	return hashText(`${keyOf(words)}\n${keyOf(card.term)}`);
}

/** Two FNV-1a hashes side by side: 64 bits, so that no two senses of a workspace are likely to share one. */
function hashText(text: string): string {
	let one = 0x811c9dc5;
	let other = 0xcbf29ce4;
	for (let at = 0; at < text.length; at++) {
		one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
		other = Math.imul(other ^ text.charCodeAt(text.length - 1 - at), 0x01000197);
	}
	return (one >>> 0).toString(36) + (other >>> 0).toString(36).padStart(7, '0');
}

/** The script of the first letter; Kana anywhere makes a word Japanese. */
function scriptOf(words: string): Script {
	if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)) {
		return 'kana';
	}
	const letter = /\p{L}/u.exec(words)?.[0] ?? '';
	if (/\p{Script=Hangul}/u.test(letter)) {
		return 'hangul';
	}
	return /\p{Script=Han}/u.test(letter) ? 'han' : /\p{Script=Latin}/u.test(letter) || letter === '' ? 'latin' : 'other';
}
