import type { Steps } from '../base/steps.ts';
import { beginsWithHangul, isSyllableWithParticles, mayLeaveOutLongVowel, termOf } from '../text/analyse.ts';
import { isNumeral } from '../text/koreanNumerals.ts';
import { isOtherSpelling, otherStarts } from '../text/startSpellings.ts';
import { isStopWord } from '../text/stopWords.ts';
import { tokenise } from '../text/tokenise.ts';
import { type AnalysedClause, type AnalysedLeaf, type AnalysedQuery, type AskedWord, foldAsked } from './analysedQuery.ts';
import type { PartWords } from './parts/part.ts';
import type { Matcher } from './parts/tokenTable.ts';
import type { AnyClause, NearClause, RowClause } from './query.ts';
import type { Neighbour } from './spelling.ts';

/** A query as it is asked of the documents of one analysis language in one part of the index, in that part's numbers of words and terms. */
export interface CompiledQuery {
	/** What a passage must hold to hold everything. */
	readonly required: readonly CompiledClause[];
	/** What a passage must not hold. */
	readonly excluded: readonly CompiledClause[];
}

export type CompiledClause = CompiledLeaf | CompiledAny;

/** One of the alternatives holds, each as a query of its own. */
export interface CompiledAny {
	readonly kind: 'any';
	readonly clause: AnyClause;
	readonly alternatives: readonly CompiledQuery[];
}

/** A word, words in a row, or (`near`) words in any order with at most `distance` others between them. */
export interface CompiledLeaf {
	readonly kind: 'row' | 'near';
	readonly clause: RowClause | NearClause;
	/** 0 in a row. */
	readonly distance: number;
	/** Ways to hold it, each a word or phrase; `long-term` may stand as `long` `term` or as `longterm`. */
	readonly ways: readonly (readonly WordMatcher[])[];
	/** What it adds to a passage's score, by index term. */
	readonly scored: readonly ScoredTerm[];
	/** How often it was typed. */
	readonly times: number;
	/**
	 * Terms that hold it and, the word's own aside, add nothing to a score: see `minTellingLetters`. The first ones of its only word. Which they are follows from
	 * `unscoredStart` and from what words there are.
	 */
	readonly unscored: readonly number[];
	readonly unscoredStart: string;
	/**
	 * Scored by its own occurrences instead, as one term: Han and Kana, whose single characters say too little, the pieces of a number or sign (`140,000`, `4.2.1`,
	 * `C-37/09`, `AT&T`, `12만`), and stop words, which have no terms.
	 */
	readonly isScoredWhole: boolean;
}

/** A word of a clause. */
export interface WordMatcher {
	readonly numbers: Matcher;
	/** Terms that file all of these numbers between them. */
	readonly terms: readonly number[];
	/** Those of the terms that file other words too: a passage filed under no other of the terms may hold none of the numbers. */
	readonly inexactTerms: readonly number[];
	/** Whether it is a stop word, which counts in a row with others only. */
	readonly isStopWord: boolean;
}

export interface ScoredTerm {
	readonly term: number;
	readonly weight: number;
	/**
	 * The word of the clause that the term stands for. Languages make other terms of the same word: what it is worth follows from how many
	 * passages of all languages hold it, else the few documents of a rare language would come first.
	 */
	readonly slot: string;
}

/** A word that no document knows, and what is searched in its place. */
export interface Correction {
	readonly typed: string;
	readonly neighbours: readonly Neighbour[];
}

/** By the folded form of what was typed. */
export type Corrections = ReadonlyMap<string, Correction>;

/** Each unknown word costs a pass over the vocabulary; a query with more of them is not misspelt but in another language. */
const maxCorrections = 6;

/** Weight of a word that only starts as typed. Measured in `engines.md` 3: .1 costs nothing, more costs rank. */
const typedPrefixWeight = 0.1;
/**
 * While somebody types, thousands of words begin with one letter or two: a passage with any of them holds the word, but which passage is meant none tells. To score
 * them all took more than half of what such a question cost, and those are the first keys of each word. Characters that are words or syllables tell.
 */
const minTellingLetters = 3;
/** MiniSearch's weight for near spellings. */
const correctionWeight = 0.45;

/** Translates a query into numbers and terms of one part of the index, in a step for each word of it: the start of a word may be that of ten thousand. */
export function* compileInSteps(query: AnalysedQuery, words: PartWords, corrections: Corrections): Steps<CompiledQuery> {
	const compile = function* (clauses: readonly AnalysedClause[]): Steps<CompiledClause[]> {
		const compiled: CompiledClause[] = [];
		for (const clause of clauses) {
			if (clause.kind === 'leaf') {
				compiled.push(compileLeaf(clause, words, corrections));
				yield;
				continue;
			}
			const alternatives: CompiledQuery[] = [];
			for (const alternative of clause.alternatives) {
				alternatives.push(yield* compileInSteps(alternative, words, corrections));
			}
			compiled.push({ kind: 'any', clause: clause.clause, alternatives });
		}
		return compiled;
	};
	return { required: yield* compile(query.required), excluded: yield* compile(query.excluded) };
}

/** The words and rows of words that are asked for, those of alternatives too; what is excluded left out. */
export function listLeaves(clauses: readonly CompiledClause[]): CompiledLeaf[] {
	return clauses.flatMap((clause) =>
		clause.kind === 'any' ? clause.alternatives.flatMap(({ required }) => listLeaves(required)) : [clause],
	);
}

/** The leaves of a clause whose alternatives are one word, or one row of words, each; `undefined` for any other. */
export function toSingleLeaves({ alternatives }: CompiledAny): CompiledLeaf[] | undefined {
	const leaves: CompiledLeaf[] = [];
	for (const { required, excluded } of alternatives) {
		const [only] = required;
		if (only === undefined || only.kind === 'any' || required.length > 1 || excluded.length > 0) {
			return undefined;
		}
		leaves.push(only);
	}
	return leaves;
}

/** What alternatives must not hold. */
export function listExcludedLeaves(clauses: readonly CompiledClause[]): CompiledLeaf[] {
	return clauses.flatMap((clause) =>
		clause.kind === 'any'
			? clause.alternatives.flatMap(({ required, excluded }) => [
					...listLeaves(excluded),
					...listExcludedLeaves([...required, ...excluded]),
				])
			: [],
	);
}

/**
 * Single words (not quoted, not starred) that were compiled for every language of the index and match nothing in any: folded form to what was
 * typed. The first few only.
 */
export function findUnknownWords(compiled: readonly CompiledQuery[]): Map<string, string> {
	const unknown = new Map<string, string>();
	const leaves = compiled.map(({ required }) => listLeaves(required));
	for (const { clause, ways } of leaves[0] ?? []) {
		const isUnknown = leaves.every((ofOne) => ofOne.some((other) => other.clause === clause && isWithoutMatch(other)));
		if (!isUnknown || ways.length === 0 || clause.kind !== 'word' || clause.isPrefix || unknown.size === maxCorrections) {
			continue;
		}
		const [token, ...others] = tokenise(clause.text);
		if (token !== undefined && others.length === 0 && token.script !== 'cjk') {
			unknown.set(foldAsked(clause.text, token), clause.text);
		}
	}
	return unknown;
}

function isWithoutMatch({ ways }: CompiledLeaf): boolean {
	return ways.every((way) => way.every((word) => word.numbers.size === 0));
}

function compileLeaf(leaf: AnalysedLeaf, words: PartWords, corrections: Corrections): CompiledLeaf {
	const { clause, times, language, tokens, others, isNumberWord, isUnfinished } = leaf;
	const scored: ScoredTerm[] = [];
	let unscored: readonly number[] = [];
	let unscoredStart = '';
	const split = tokens.map((token, index) => {
		const { folded } = token;
		const isLast = index === tokens.length - 1;
		const replaced = tokens.length === 1 && clause.kind === 'word' ? corrections.get(folded)?.neighbours : undefined;
		if (replaced !== undefined) {
			return matchCorrections(replaced, folded, language, words, scored);
		}
		if (isLast && clause.kind !== 'near' && clause.isPrefix) {
			return matchPrefix(token, language, words, scored, { slot: String(index), weight: 1, withSameTerm: false });
		}
		if (isLast && isUnfinished) {
			const isTelling = token.folded.length >= minTellingLetters || token.script === 'cjk' || beginsWithHangul(token.folded);
			if (!isTelling && tokens.length === 1) {
				const start = matchShortStart(token, language, words, scored, String(index));
				unscored = start.unscored;
				unscoredStart = `${language} ${folded}`;
				return start.word;
			}
			return matchPrefix(token, language, words, scored, { slot: String(index), weight: typedPrefixWeight, withSameTerm: true });
		}
		return matchWord(token, language, words, scored, String(index));
	});
	const isOpenEnd = isUnfinished || (clause.kind !== 'near' && clause.isPrefix);
	const ways = [
		split,
		...others.map((row, way) =>
			row.map((word, index) => {
				const slot = `other${way}.${index}`;
				return (
					split[tokens.findIndex((token) => token === word)] ??
					// What a number and its unit are apart is known to its end: `7pm` is no `7` `p` `m…`.
					(isOpenEnd && row.length === 1
						? matchPrefix(word, language, words, scored, { slot, weight: typedPrefixWeight, withSameTerm: true })
						: matchWord(word, language, words, scored, slot))
				);
			}),
		),
	];
	const isOfPieces = tokens.length > 1 && tokens.every(({ folded }, index) => isPiece(folded, tokens[index - 1]?.folded));
	if (clause.kind === 'word' && mayLeaveOutLongVowel(tokens)) {
		ways.push(split.slice(0, -1));
	}
	// Of the words as they were typed: what a part happens to hold must not decide it, or the order of hits would follow from where documents lie.
	const isOfStopWords = !isOpenEnd && tokens.every(({ folded }) => isStopWord(folded, language));
	const isScoredWhole = isOfStopWords || isOfPieces || isNumberWord || tokens.some(({ script }) => script === 'cjk');
	const kind = clause.kind === 'near' ? 'near' : 'row';
	const distance = clause.kind === 'near' ? clause.distance : 0;
	return { kind, clause, distance, times, ways, scored: isScoredWhole ? [] : scored, unscored, unscoredStart, isScoredWhole };
}

/** Whether a word says nothing by itself, only among the others that it was typed with: digits, one or two letters, what a number of Korean is counted in. */
function isPiece(folded: string, before: string | undefined): boolean {
	if (beginsWithHangul(folded)) {
		const isCounted = before !== undefined && (isDigits.test(before) || isNumeral(before));
		return isCounted && (folded.length === 1 || isNumeral(folded));
	}
	return isDigits.test(folded) || folded.length <= 2;
}

/** Of a fraction too: `½` is folded with its line. */
const isDigits = /^[\d⁄]+$/;

function matchWord(
	{ folded, term: text, otherForms = [] }: AskedWord,
	language: string,
	words: PartWords,
	scored: ScoredTerm[],
	slot: string,
): WordMatcher {
	if (isStopWord(folded, language)) {
		const numbers = words.withFolded(folded, language);
		return { numbers: new Set(numbers), terms: numbers.map((number) => words.termOf(number)), inexactTerms: [], isStopWord: true };
	}
	const texts = text !== folded && beginsWithHangul(folded) ? [text, folded] : [text, ...otherForms];
	const terms: number[] = [];
	texts.forEach((found, form) => {
		const term = words.findTerm(found);
		if (term >= 0) {
			terms.push(term);
			scored.push({ term, weight: 1, slot: `${slot}.${form}` });
		}
	});
	for (const term of findWithParticles(folded, language, words)) {
		terms.push(term);
		scored.push({ term, weight: 1, slot: `${slot}.0` });
	}
	return { numbers: new Set(terms.flatMap((term) => words.withTerm(term, language))), terms, inexactTerms: [], isStopWord: false };
}

/** The terms of a Korean noun of one syllable with its particles; none for any other word. */
function findWithParticles(folded: string, language: string, words: PartWords): readonly number[] {
	if (folded.length !== 1 || !beginsWithHangul(folded)) {
		return [];
	}
	const terms = new Set<number>();
	words.forEachWithPrefix(folded, language, (_, term) => {
		if (isSyllableWithParticles(folded, words.termText(term))) {
			terms.add(term);
		}
	});
	return [...terms].sort((a, b) => a - b);
}

function matchPrefix(
	{ folded, term: ownTerm, otherForms = [] }: AskedWord,
	language: string,
	words: PartWords,
	scored: ScoredTerm[],
	options: {
		readonly slot: string;
		readonly weight: number;
		readonly withSameTerm: boolean;
	},
): WordMatcher {
	const numbers = new Set<number>();
	const terms = new Set<number>();
	const stopTerms = new Set<number>();
	const add = (word: number, term: number, isStop: boolean) => {
		numbers.add(word);
		(isStop ? stopTerms : terms).add(term);
	};
	words.forEachWithPrefix(folded, language, (word, term, isStop) => {
		// While typing, `th` does not yet ask for every `the`.
		if (!(isStop && options.withSameTerm)) {
			add(word, term, isStop);
		}
	});
	for (const start of otherForms) {
		words.forEachWithPrefix(start, language, add);
	}
	for (const start of options.withSameTerm && language === 'en' ? otherStarts(folded) : []) {
		words.forEachWithPrefix(start, language, (word, term, isStop) => {
			if (!isStop && isOtherSpelling(words.foldedOf(word), start, folded)) {
				add(word, term, isStop);
			}
		});
	}
	// A stop word is itself only: `does` is no form of `doe`.
	const exactTerm = isStopWord(folded, language) ? -1 : words.findTerm(ownTerm);
	if (options.withSameTerm) {
		for (const number of [...words.withTerm(exactTerm, language), ...words.withFolded(folded, language)]) {
			add(number, words.termOf(number), words.isStopWord(number));
		}
	}
	const inexactTerms: number[] = [];
	// In the order of their numbers, in which they are found soonest.
	const sorted = Uint32Array.from(terms).sort();
	for (const term of sorted) {
		if (!words.hasOnly(term, language, numbers)) {
			inexactTerms.push(term);
		}
		const text = words.termText(term);
		const distance = Math.max(0, text.length - folded.length);
		const weight = term === exactTerm ? 1 : (options.weight * text.length) / (text.length + 0.3 * distance);
		scored.push({ term, weight, slot: term === exactTerm ? `${options.slot}.0` : `${options.slot}*${text}` });
	}
	return { numbers, terms: [...sorted, ...stopTerms], inexactTerms, isStopWord: false };
}

/** One letter or two of a word that is being typed: what starts so, and every form of the word that it may be already. */
function matchShortStart(
	{ folded, term: ownTerm }: AskedWord,
	language: string,
	words: PartWords,
	scored: ScoredTerm[],
	slot: string,
): { readonly word: WordMatcher; readonly unscored: readonly number[] } {
	const start = words.startOf(folded, language);
	const exactTerm = isStopWord(folded, language) ? -1 : words.findTerm(ownTerm);
	const ofTerm = words.withTerm(exactTerm, language);
	if (ofTerm.length > 0) {
		scored.push({ term: exactTerm, weight: 1, slot: `${slot}.0` });
	}
	const others = [...new Set([...ofTerm, ...words.withFolded(folded, language)])].filter((number) => !start.numbers.has(number));
	const isStart = (term: number) => start.terms.includes(term);
	const otherTerms = [...new Set(others.map((number) => words.termOf(number)))].filter((term) => !isStart(term));
	const numbers = others.length === 0 ? start.numbers : new Set([...start.numbers, ...others]);
	const mayHoldOthers = [...start.inexactTerms, ...otherTerms];
	const word = {
		numbers,
		terms: otherTerms.length === 0 ? start.terms : [...start.terms, ...otherTerms],
		inexactTerms: others.length === 0 ? start.inexactTerms : mayHoldOthers.filter((term) => !words.hasOnly(term, language, numbers)),
		isStopWord: false,
	};
	const isItselfOnly = start.terms.length === 1 && start.terms[0] === exactTerm;
	return { word, unscored: isItselfOnly ? [] : start.terms };
}

function matchCorrections(
	neighbours: readonly Neighbour[],
	typed: string,
	language: string,
	words: PartWords,
	scored: ScoredTerm[],
): WordMatcher {
	const numbers = new Set<number>();
	const terms = new Set<number>();
	for (const { folded, distance } of neighbours) {
		if (isStopWord(folded, language)) {
			// `don't` for `dont`: it must stand there, since the answer says that it was searched, and adds nothing to a score.
			for (const number of words.withFolded(folded, language)) {
				numbers.add(number);
				terms.add(words.termOf(number));
			}
			continue;
		}
		const term = words.findTerm(termOf(folded, language));
		if (term < 0) {
			continue;
		}
		if (!terms.has(term)) {
			scored.push({ term, weight: (correctionWeight * typed.length) / (typed.length + distance), slot: folded });
		}
		terms.add(term);
		for (const number of words.withTerm(term, language)) {
			numbers.add(number);
		}
	}
	return { numbers, terms: [...terms], inexactTerms: [], isStopWord: false };
}
