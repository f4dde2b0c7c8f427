import { type AnalysedToken, analyse, termOf } from '../text/analyse.ts';
import { otherForms } from '../text/chineseForms.ts';
import { joinDigitGroups } from '../text/digitGroups.ts';
import { isSingleLetter } from '../text/koreanKeys.ts';
import { joinLongNumber } from '../text/longNumbers.ts';
import { rowsOfNumber } from '../text/numberWords.ts';
import { foldSigned } from '../text/signs.ts';
import { isStopWord } from '../text/stopWords.ts';
import { type Token, tokenise } from '../text/tokenise.ts';
import { type AnyClause, type Clause, leavesOf, type NearClause, type Query, type RowClause } from './query.ts';

/** A query by the rules of one analysis language: what its words are and which of them count, the same in every part of the index. */
export interface AnalysedQuery {
	readonly required: readonly AnalysedClause[];
	readonly excluded: readonly AnalysedClause[];
}

export type AnalysedClause = AnalysedLeaf | AnalysedAny;

/** See `CompiledAny`. */
export interface AnalysedAny {
	readonly kind: 'any';
	readonly clause: AnyClause;
	readonly alternatives: readonly AnalysedQuery[];
}

/** A word of a query and the term that it is filed under. */
export interface AskedWord extends Pick<AnalysedToken, 'folded' | 'term'> {
	/** Other forms of a Chinese character, each as good as it. */
	readonly otherForms?: readonly string[];
}

/** A word or words of the query. */
export interface AnalysedLeaf {
	readonly kind: 'leaf';
	readonly clause: RowClause | NearClause;
	/** How often it was typed. */
	readonly times: number;
	readonly language: string;
	readonly tokens: readonly (AnalysedToken & AskedWord)[];
	/**
	 * Other rows of words as which they may stand: joined where hyphens part them, numbers in groups as one, a number and its unit apart. A word that is one of the
	 * tokens is that token.
	 */
	readonly others: readonly (readonly AskedWord[])[];
	/** Whether one of these is a number and what is written behind it: `25` says nothing by itself for who asks for `25km`. */
	readonly isNumberWord: boolean;
	/** The last word may be the start of one. */
	readonly isUnfinished: boolean;
}

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
 * Reads a query by the rules of one language. Its stop words, and those of the query's own language, are dropped, unless the query holds nothing else: then they are looked
 * for in the text. `isTyping`: the last word may be unfinished.
 */
export function analyseQuery(query: Query, language: string, queryLanguage: string | undefined, isTyping: boolean): AnalysedQuery {
	const unfinished = isTyping ? findUnfinished(query) : undefined;
	// Who asks for one character means it: 机 is another word than 機 in Japanese.
	const withOtherForms = /\p{Script=Han}.*\p{Script=Han}/su.test(query.text);
	const toAnalysed = ([clause, ...others]: readonly Clause[]): AnalysedClause[] => {
		if (clause === undefined) {
			return [];
		}
		return clause.kind === 'any'
			? [{ kind: 'any', clause, alternatives: clause.alternatives.map(analyseAll) }]
			: [analyseLeaf(clause, others.length + 1, language, { isUnfinished: clause === unfinished, withOtherForms })];
	};
	const isTelling = (clause: Clause) =>
		clause.kind !== 'word' ||
		clause.isPrefix ||
		!(
			(clause === unfinished && isOnlyLetter(clause)) ||
			isOnlyStopWords(clause, language) ||
			(queryLanguage !== undefined && queryLanguage !== language && isOnlyStopWords(clause, queryLanguage))
		);
	const analyseAll = (clauses: readonly Clause[]): AnalysedQuery => {
		const positive = clauses.filter((clause) => !clause.isExcluded);
		const telling = positive.filter(isTelling);
		const excluded = clauses.filter((clause) => clause.isExcluded);
		return {
			required: groupEqual(telling.length > 0 ? telling : positive, unfinished).flatMap(toAnalysed),
			excluded: groupEqual(excluded, unfinished).flatMap(toAnalysed),
		};
	};
	return analyseAll(query.clauses);
}

/** The last word, if nothing is typed behind it, of alternatives that of the last one: words of Korean that are asked for together and apart. */
export function findUnfinished(query: Query): Clause | undefined {
	const end = query.clauses.at(-1);
	const last = end?.kind === 'any' && !end.isExcluded ? end.alternatives.at(-1)?.at(-1) : end;
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

/** Whether a word is one letter of Korean, the first key of a syllable, which says nothing yet. */
export function isOnlyLetter(clause: Clause): boolean {
	return tokenise(clause.text).every(({ folded }) => isSingleLetter(folded));
}

function isOnlyStopWords(clause: Clause, language: string): boolean {
	return tokenise(clause.text).every((token) => isStopWord(foldAsked(clause.text, token), language));
}

/** A word of a query, with its signs: who types `C++` does not mean each `C`. A point counts where the word begins with it: `node.js` is two words. */
export function foldAsked(text: string, token: Token): string {
	const folded = foldSigned(text, token) ?? token.folded;
	return folded.startsWith('.') && token.start > 1 && !/[\s("“]/.test(text.charAt(token.start - 2)) ? token.folded : folded;
}

function readAsked(text: string, language: string): readonly AnalysedToken[] {
	return analyse(text, language).map((token) => {
		const folded = foldAsked(text, token);
		return folded === token.folded ? token : { ...token, folded, term: termOf(folded, language) };
	});
}

function analyseLeaf(
	clause: RowClause | NearClause,
	times: number,
	language: string,
	{ isUnfinished, withOtherForms }: { readonly isUnfinished: boolean; readonly withOtherForms: boolean },
): AnalysedLeaf {
	const { text } = clause;
	const tokens = readAsked(text, language).map((token) =>
		withOtherForms && token.script === 'cjk' ? { ...token, otherForms: otherForms(token.folded) } : token,
	);
	const toAsked = (folded: string): AskedWord => ({ folded, term: termOf(folded, language) });
	const others: (readonly AskedWord[])[] = [];
	const isHyphened =
		clause.kind !== 'near' &&
		tokens.length > 1 &&
		tokens.length <= 4 &&
		/^[\p{L}\p{N}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{N}\p{M}]+)+$/u.test(text);
	const long = clause.kind === 'near' ? undefined : joinLongNumber(text, tokens);
	if (isHyphened) {
		others.push([toAsked(tokens.map((word) => word.folded).join(''))]);
	} else if (long !== undefined) {
		others.push([toAsked(long)]);
	}
	const numbers = joinDigitGroups(text, tokens, language);
	if (numbers !== tokens) {
		others.push(numbers.map((token) => (tokens.includes(token) ? token : toAsked(token.folded))));
	}
	const apart =
		clause.kind === 'near'
			? []
			: listApart(text, tokens).map((row) => row.map((word) => (typeof word === 'string' ? toAsked(word) : word)));
	return { kind: 'leaf', clause, times, language, tokens, others: [...others, ...apart], isNumberWord: apart.length > 0, isUnfinished };
}

/** The tokens with the numbers among them, and what is written behind these, apart: in each way in which these may stand. */
function listApart(text: string, tokens: readonly AnalysedToken[]): readonly (readonly (AnalysedToken | string)[])[] {
	const rows = tokens.map((token) => rowsOfNumber(text, token));
	const most = rows.reduce((count, { length }) => Math.max(count, length), 0);
	return Array.from({ length: most }, (_, way) =>
		tokens.flatMap((token, at): readonly (AnalysedToken | string)[] => rows[at]?.[way] ?? rows[at]?.[0] ?? [token]),
	);
}
