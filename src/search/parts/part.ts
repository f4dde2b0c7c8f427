import type { Steps } from '../../base/steps.ts';
import type { Range } from '../../text/range.ts';
import type { NumberList } from './bytes.ts';
import type { NumberColumn } from './columns.ts';
import type { Field } from './miniSearchPostings.ts';
import type { PartBits } from './termBits.ts';
import type { Matcher, TokenTable } from './tokenTable.ts';
import type { WordStart } from './wordStarts.ts';

/** The passages that hold a term, with how often each does: rows of the two lists under the same index. */
export interface PostingLists {
	readonly passages: NumberList;
	readonly counts: NumberList;
}

/** Texts in ascending order, as `<` compares them, and the number of the term that each is of. */
export interface TermList {
	readonly texts: readonly string[];
	readonly terms: Uint32Array;
}

/** What the rest of the search knows of a document. */
export interface PartDocument {
	readonly id: string;
	/** The language by whose rules it was analysed. */
	readonly language: string;
	/** The part's passages from this number on are the document's, `passageCount` of them. */
	readonly firstPassage: number;
	readonly passageCount: number;
	/** How many words its passages have, stop words aside, and its title and headings once. */
	readonly length: number;
	/** How often each term of the title stands in it, if the title stands in the text too. By term number. */
	readonly repeatedTerms: ReadonlyMap<number, number>;
}

/** The words and terms of one part, by number. Words are folded forms, each of one analysis language; a term is what words are filed under. */
export interface PartWords {
	/** All word numbers, and all term numbers, are below these. Word 0 is no word: it stands where a phrase may not pass. */
	readonly capacity: number;
	readonly termCapacity: number;
	foldedOf(word: number): string;
	languageOf(word: number): string;
	/** The terms that a word is filed under. */
	termsOf(word: number): readonly number[];
	/** All terms, those that nothing is filed under any more among them. */
	listTermsInSteps(): Steps<TermList>;
	/** The term that a word is filed under first. */
	termOf(word: number): number;
	termText(term: number): string;
	/** Whether the word says nothing by itself: it is filed under a term of its own, which no word shares and which adds nothing to a score. */
	isStopWord(word: number): boolean;
	/** The term of this text; -1 if nothing is filed under it. */
	findTerm(text: string): number;
	/** The words in use that are filed under this term. */
	withTerm(term: number, language: string): number[];
	/** Whether all words in use that are filed under this term are among these. */
	hasOnly(term: number, language: string, words: Matcher): boolean;
	/** The word itself, if it is in use. */
	withFolded(folded: string, language: string): number[];
	/** Calls back for each word in use that starts with this folded text, with the term that it is filed under first. */
	forEachWithPrefix(prefix: string, language: string, callback: (word: number, term: number, isStopWord: boolean) => void): void;
	/** What starts with one letter or two, for who asks at each key: of a part to which no words come, it is remembered. */
	startOf(prefix: string, language: string): WordStart;
	/** Calls back for each word in use whose first letter, or second, is this word's first, of nearly its length: whoever may be a slip of it. */
	forEachLike(folded: string, maxDistance: number, callback: (folded: string, uses: number) => void): void;
	/** Calls back for each word in use, of any language, that starts with this folded text. */
	forEachInUse(prefix: string, callback: (folded: string, uses: number) => void): void;
}

/** Words of a text in a row, around a passage. `ordinal` is the passage's number within the table. */
export interface TokenWindow {
	readonly table: TokenTable;
	readonly ordinal: number;
}

/**
 * Where words may stand in a row: `found` in the passage itself; `runsOn` if not, but the row may begin there and end behind it; `unknown` where only the tokens
 * tell, since a joined word may stand for one of the row.
 */
export type RowAnswer = 'found' | 'runsOn' | 'unknown';

/** A quick look for some words in a row. */
export interface RowFinder {
	/**
	 * Looks in the own words of each of these passages, from place `from` of the list up to `to`, and tells in no order of those in which the row stands or may
	 * stand: few of them. `begun` says for one that runs on how many words of the row may stand before its end, a bit for each count.
	 */
	findEach(passages: NumberList, from: number, to: number, tell: (passage: number, answer: RowAnswer, begun: number) => void): void;
	/** False only where no row runs on into the passage from those before it, which end with so much of it: where it does not begin with a word that comes next. */
	mayRunInto(passage: number, begun?: number): boolean;
}

/** A quick look for some words. */
export interface WordFinder {
	/**
	 * Tells which of the passage's own tokens, counted from its first on, are one of the words, in order. Gives how many of its first tokens are borders; `undefined`, and
	 * tells nothing, where only the tokens tell, since a joined word is one of these.
	 */
	findEach(passage: number, tell: (word: number, token: number) => void): number | undefined;
}

/**
 * A part of the index: whole documents, their passages numbered from 0 on, their words, postings and tokens. Either live, where documents come and
 * go, or packed, where they can only go. All parts together answer as one; nothing of a part means anything in another.
 */
export interface IndexPart {
	/** All passage and document numbers are below these. */
	readonly passageCapacity: number;
	readonly documentCapacity: number;
	/** What is there, all told: for averages. */
	readonly totals: PartTotals;
	/** The analysis languages of its documents, and how many documents each has. */
	readonly languages: ReadonlyMap<string, number>;
	readonly words: PartWords;
	/** By passage: the number of its document; `noDocument` where none is (any more). */
	readonly documentNumbers: Int32Array;
	/** By passage: how many different terms its own words have, and its title and headings: the lengths of BM25. */
	readonly bodyLengths: NumberColumn;
	readonly contextLengths: NumberColumn;
	/** By document number: 1 for those of this language that are there. Changes as documents do. */
	documentsOf(language: string): Uint8Array;
	/** The document under this number, which is there. */
	documentAt(number: number): PartDocument;
	/** `documentAt(number).id`, without the rest. */
	idOf(document: number): string;
	/** `documentAt(number).length`, without the rest. */
	lengthOf(document: number): number;
	/** The number of a document; -1 if it is not here. */
	findDocument(id: string): number;
	rangeOf(passage: number): Range;
	/** Appends the passages that hold the term in the field, those of removed documents among them, each once, in no order. Stop words count once in each. */
	readPostings(term: number, field: Field, into: PostingLists): void;
	/** The same as bits; `undefined` where there are so few passages that it is no use. */
	readonly bits: PartBits | undefined;
	/** Whether `readPostings` gives passages in ascending order. */
	readonly isAscending: boolean;
	/** Whether a passage holds the term in its own words, for terms of which that can be seen without reading their rows: stop words that most passages hold. */
	makeHolderTest(term: number): ((passage: number) => boolean) | undefined;
	/** About how many rows `readPostings` appends for both fields together. */
	estimatePostings(term: number): number;
	/** How many tokens the passage has, borders among them. */
	countTokens(passage: number): number;
	/** The tokens of the passage, and `reach` or more behind it if the document has them. Good until the next call. */
	tokensAt(passage: number, reach: number): TokenWindow;
	/** A quick look whether these words stand in a row. */
	makeRowFinder(words: readonly Matcher[]): RowFinder;
	/** The same for words by themselves; `undefined` where their tokens are looked at in less time. */
	makeWordFinder(words: Iterable<number>): WordFinder | undefined;
	/** All tokens of a document. */
	tokensOf(documentNumber: number): TokenTable;
	/** The words of the passage's title and headings, each of these behind a border. */
	contextOf(passage: number): Uint32Array;
	/** Forgets the document; unknown ids are no fault. */
	removeDocument(id: string): void;
}

export interface PartTotals {
	readonly documents: number;
	readonly passages: number;
	/** The sums of the documents' lengths, and of the passages' two. */
	readonly documentLength: number;
	readonly bodyLength: number;
	readonly contextLength: number;
}

export const noDocument = -1;
