import { analyse, beginsWithHangul, isSyllableWithParticles, termOf } from '../text/analyse.ts';
import { joinDigitGroups } from '../text/digitGroups.ts';
import { isStopWord } from '../text/stopWords.ts';
import { tokenise } from '../text/tokenise.ts';
import type { PartWords } from './parts/part.ts';
import type { Matcher } from './parts/tokenTable.ts';
import { type AnyClause, type Clause, leavesOf, type NearClause, type Query, type RowClause } from './query.ts';
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
	/** Scored by its own occurrences instead, as one term: Han and Kana, whose single characters say too little, and stop words, which have no terms. */
	readonly isScoredWhole: boolean;
}

/** A word of a clause. */
export interface WordMatcher {
	readonly numbers: Matcher;
	/** Terms that file all of these numbers between them. */
	readonly terms: readonly number[];
	/** Whether a passage filed under one of the terms is sure to hold one of the numbers. */
	readonly areTermsExact: boolean;
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
/** MiniSearch's weight for near spellings. */
const correctionWeight = 0.45;

/**
 * The language of the index in which the query seems to be written: the one with the most stop words among its single words, of equals the one
 * with the most documents. A language that is not the most frequent needs two, since `die` and `will` are words elsewhere. `undefined` without
 * any. Its stop words say nothing in documents of other languages either: `the` is rare in French, and would outweigh every other word.
 */
export function findQueryLanguage(query: Query, documentCounts: ReadonlyMap<string, number>): string | undefined {
	const languages = [...documentCounts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([language]) => language);
	const singles = [...leavesOf(query.clauses)]
		.filter((clause) => clause.kind === 'word' && !clause.isExcluded && !clause.isPrefix)
		.slice(0, maxCountedWords);
	let best: string | undefined;
	let most = 0;
	for (const language of languages) {
		const count = singles.filter((clause) => isOnlyStopWords(clause, language)).length;
		if (count > most && (language === languages[0] || count > 1)) {
			[best, most] = [language, count];
		}
	}
	return best;
}

/** A language shows in a few dozen words. */
const maxCountedWords = 50;

/**
 * Translates a query into numbers and terms of one language. Its stop words, and those of the query's own language, are dropped, unless the query holds nothing else: then they are looked
 * for in the text. `isTyping`: the last word may be unfinished.
 */
export function compileQuery(
	query: Query,
	language: string,
	queryLanguage: string | undefined,
	words: PartWords,
	isTyping: boolean,
	corrections: Corrections,
): CompiledQuery {
	const unfinished = isTyping ? findUnfinished(query) : undefined;
	const compile = ([clause, ...others]: readonly Clause[]): CompiledClause[] => {
		if (clause === undefined) {
			return [];
		}
		return clause.kind === 'any'
			? [{ kind: 'any', clause, alternatives: clause.alternatives.map(compileAll) }]
			: [compileLeaf(clause, others.length + 1, language, words, clause === unfinished, corrections)];
	};
	const isTelling = (clause: Clause) =>
		clause.kind !== 'word' ||
		clause.isPrefix ||
		!(isOnlyStopWords(clause, language) || (queryLanguage !== undefined && isOnlyStopWords(clause, queryLanguage)));
	const compileAll = (clauses: readonly Clause[]): CompiledQuery => {
		const positive = clauses.filter((clause) => !clause.isExcluded);
		const telling = positive.filter(isTelling);
		const excluded = clauses.filter((clause) => clause.isExcluded);
		return {
			required: groupEqual(telling.length > 0 ? telling : positive, unfinished).flatMap(compile),
			excluded: groupEqual(excluded, unfinished).flatMap(compile),
		};
	};
	return compileAll(query.clauses);
}

/** The words and rows of words that are asked for, those of alternatives too; what is excluded left out. */
export function listLeaves(clauses: readonly CompiledClause[]): CompiledLeaf[] {
	return clauses.flatMap((clause) =>
		clause.kind === 'any' ? clause.alternatives.flatMap(({ required }) => listLeaves(required)) : [clause],
	);
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
		const [token, ...others] = tokenise(clause.text);
		if (token === undefined || others.length > 0 || clause.kind !== 'word' || clause.isPrefix || token.script === 'cjk') {
			continue;
		}
		const isUnknown = leaves.every((ofOne) => ofOne.some((other) => other.clause === clause && isWithoutMatch(other)));
		if (isUnknown && ways.length > 0 && unknown.size < maxCorrections) {
			unknown.set(token.folded, clause.text);
		}
	}
	return unknown;
}

function isWithoutMatch({ ways }: CompiledLeaf): boolean {
	return ways.every((way) => way.every((word) => word.numbers.size === 0));
}

/** The last word, if nothing is typed behind it. */
export function findUnfinished(query: Query): Clause | undefined {
	const last = query.clauses.at(-1);
	return last?.kind === 'word' && !last.isExcluded && !last.isPrefix && query.text.endsWith(last.text) ? last : undefined;
}

/** Clauses that were typed more than once, together; a thousand times the same word is no more work than once. */
function groupEqual(clauses: readonly Clause[], unfinished: Clause | undefined): Clause[][] {
	const groups = new Map<string, Clause[]>();
	for (const clause of clauses) {
		const detail = clause.kind === 'near' ? clause.distance : clause.kind !== 'any' && clause.isPrefix;
		const key = `${clause.kind} ${detail} ${clause === unfinished} ${clause.text}`;
		groups.set(key, [...(groups.get(key) ?? []), clause]);
	}
	return [...groups.values()];
}

function isOnlyStopWords(clause: Clause, language: string): boolean {
	return tokenise(clause.text).every((token) => isStopWord(token.folded, language));
}

function compileLeaf(
	clause: RowClause | NearClause,
	times: number,
	language: string,
	words: PartWords,
	isUnfinished: boolean,
	corrections: Corrections,
): CompiledLeaf {
	const analysed = analyse(clause.text, language);
	const scored: ScoredTerm[] = [];
	const split = analysed.map(({ folded }, index) => {
		const isLast = index === analysed.length - 1;
		const replaced = analysed.length === 1 && clause.kind === 'word' ? corrections.get(folded)?.neighbours : undefined;
		if (replaced !== undefined) {
			return matchCorrections(replaced, folded, language, words, scored);
		}
		if (isLast && clause.kind !== 'near' && clause.isPrefix) {
			return matchPrefix(folded, language, words, scored, { slot: String(index), weight: 1, withSameTerm: false });
		}
		if (isLast && isUnfinished) {
			return matchPrefix(folded, language, words, scored, { slot: String(index), weight: typedPrefixWeight, withSameTerm: true });
		}
		return matchWord(folded, language, words, scored, String(index));
	});
	const ways = [split];
	// Words parted by hyphens only, joined: as one token, or as what the text itself joins.
	if (
		clause.kind !== 'near' &&
		analysed.length > 1 &&
		analysed.length <= 4 &&
		/^[\p{L}\p{N}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{N}\p{M}]+)+$/u.test(clause.text)
	) {
		const joined = analysed.map((word) => word.folded).join('');
		const isOpen = isUnfinished || clause.isPrefix;
		ways.push([
			isOpen
				? matchPrefix(joined, language, words, scored, { slot: 'joined', weight: typedPrefixWeight, withSameTerm: true })
				: matchWord(joined, language, words, scored, 'joined'),
		]);
	}
	const joined = clause.kind === 'near' ? analysed : joinDigitGroups(clause.text, analysed, language);
	if (joined.length < analysed.length) {
		ways.push(
			joined.map(({ folded, start }, index) => {
				const same = analysed.findIndex((word) => word.start === start && word.folded === folded);
				return split[same] ?? matchWord(folded, language, words, scored, `joined${index}`);
			}),
		);
	}
	const isScoredWhole = scored.length === 0 || analysed.some((word) => word.script === 'cjk');
	const kind = clause.kind === 'near' ? 'near' : 'row';
	const distance = clause.kind === 'near' ? clause.distance : 0;
	return { kind, clause, distance, times, ways, scored: isScoredWhole ? [] : scored, isScoredWhole };
}

function matchWord(folded: string, language: string, words: PartWords, scored: ScoredTerm[], slot: string): WordMatcher {
	if (isStopWord(folded, language)) {
		const numbers = words.withFolded(folded, language);
		return { numbers: new Set(numbers), terms: numbers.map((number) => words.termOf(number)), areTermsExact: true, isStopWord: true };
	}
	const text = termOf(folded, language);
	const texts = text !== folded && beginsWithHangul(folded) ? [text, folded] : [text];
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
	return { numbers: new Set(terms.flatMap((term) => words.withTerm(term, language))), terms, areTermsExact: true, isStopWord: false };
}

/** The terms of a Korean noun of one syllable with its particles; none for any other word. */
function findWithParticles(folded: string, language: string, words: PartWords): readonly number[] {
	const terms = new Set<number>();
	if (folded.length === 1 && beginsWithHangul(folded)) {
		words.forEachWithPrefix(folded, language, (_, term) => {
			if (isSyllableWithParticles(folded, words.termText(term))) {
				terms.add(term);
			}
		});
	}
	return [...terms].sort((a, b) => a - b);
}

function matchPrefix(
	folded: string,
	language: string,
	words: PartWords,
	scored: ScoredTerm[],
	options: { readonly slot: string; readonly weight: number; readonly withSameTerm: boolean },
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
	const exactTerm = words.findTerm(termOf(folded, language));
	if (options.withSameTerm) {
		for (const number of [...words.withTerm(exactTerm, language), ...words.withFolded(folded, language)]) {
			add(number, words.termOf(number), words.isStopWord(number));
		}
	}
	let areTermsExact = true;
	// In the order of their numbers, in which they are found soonest.
	const sorted = Uint32Array.from(terms).sort();
	for (const term of sorted) {
		areTermsExact &&= words.withTerm(term, language).every((number) => numbers.has(number));
		const text = words.termText(term);
		const distance = Math.max(0, text.length - folded.length);
		const weight = term === exactTerm ? 1 : (options.weight * text.length) / (text.length + 0.3 * distance);
		scored.push({ term, weight, slot: term === exactTerm ? `${options.slot}.0` : `${options.slot}*${text}` });
	}
	return { numbers, terms: [...sorted, ...stopTerms], areTermsExact, isStopWord: false };
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
	return { numbers, terms: [...terms], areTermsExact: true, isStopWord: false };
}
