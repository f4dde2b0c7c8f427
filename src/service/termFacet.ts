import type { Steps } from '../base/steps.ts';
import type { Collection } from '../library/collection.ts';
import type { EngineMatches } from '../search/engine.ts';
import { parseQuery, type Query, type RowClause } from '../search/query.ts';
import { listTermPhrases, withTerms } from '../search/queryFields.ts';
import { findTerms } from '../terms/matcher.ts';
import type { TermTable } from '../terms/termTable.ts';
import { isStopWord } from '../text/stopWords.ts';
import { tokenise } from '../text/tokenise.ts';
import type { Facet, FacetValue, MatchQuestion } from './library.ts';
import { listMatchesInSteps, type MatchParts } from './matchSet.ts';
import { narrowScope, toSearchHit } from './searchAnswers.ts';

/** Terms are looked for in so many of the best passages, and counted in all. */
const sampledPassages = 300;
/** Each costs a search for its words. */
const maxTerms = 40;

/** What the terms of a match set are found with. */
export interface TermFacetParts extends MatchParts {
	/** `undefined` until the terms are known. */
	readonly table: TermTable | undefined;
}

/**
 * The terms of the collection that stand in passages of the query, with in how many: each counts what the query finds with its words in front. Terms
 * that the query begins with are chosen, and do not narrow what the others count. A term that stands in all of the passages narrows nothing and is left out;
 * of the rest the most frequent ones of the best passages are given, and `moreCount` says how many others were seen there.
 */
export function* findTermFacetInSteps(parts: TermFacetParts, question: MatchQuestion): Steps<Facet> {
	const chosen = listTermPhrases(question.query);
	const rest: MatchQuestion = { ...question, query: withTerms({ text: question.query, isTyping: question.isTyping }, []).text };
	const matches = yield* listMatchesInSteps(parts, rest);
	const isFullAt = new Map(
		matches.documents.map(({ documentId, starts, isFull }) => [documentId, new Set(starts.filter((_, index) => isFull[index] === 1))]),
	);
	yield;
	const found = yield* findTermsInSteps(parts, rest);
	const names = new Set([...chosen, ...found.slice(0, maxTerms)]);
	const { engine, collection } = parts;
	const query = parseQuery(rest.query);
	const scope = narrowScope(collection, query.filters, question.scope);
	const isAskedWhole = isOnlyStopWords(query, collection);
	const values: FacetValue[] = [];
	for (const value of names) {
		const clause: RowClause = { kind: 'phrase', text: value, isPrefix: false, isExcluded: false };
		const holders: EngineMatches = isAskedWhole
			? yield* listMatchesInSteps(parts, { ...rest, query: withTerms({ text: rest.query, isTyping: rest.isTyping }, [value]).text })
			: yield* engine.listMatchesInSteps({ text: value, clauses: [clause], filters: [] }, { isTyping: false, ...(scope && { scope }) });
		let [count, documentCount] = [0, 0];
		for (const { documentId, starts, isFull } of holders.documents) {
			const own = isFullAt.get(documentId);
			const both = starts.filter((start, index) => isFull[index] === 1 && (isAskedWhole || own?.has(start) === true)).length;
			count += both;
			documentCount += Number(both > 0);
		}
		const isChosen = chosen.includes(value);
		if (isChosen || (count > 0 && count < matches.total)) {
			values.push({ value, count, documentCount, isChosen });
		}
		yield;
	}
	return {
		field: 'term',
		values: values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
		moreCount: Math.max(0, found.length - maxTerms),
	};
}

/** Whether every word of a query may be dropped once something else is asked for beside it: `the` is looked for only where it is alone. */
function isOnlyStopWords({ clauses }: Query, collection: Collection): boolean {
	const asked = clauses.filter(({ isExcluded }) => !isExcluded);
	const tokens = asked.flatMap(({ text }) => tokenise(text));
	if (tokens.length === 0 || !asked.every((clause) => clause.kind === 'word' && !clause.isPrefix)) {
		return false;
	}
	const languages = new Set<string | null>([null]);
	for (const { summary } of collection.documents()) {
		languages.add(summary.language);
	}
	return tokens.every(({ folded }) => [...languages].some((language) => isStopWord(folded, language)));
}

/** The terms of the best passages, the most frequent first. */
function* findTermsInSteps({ engine, collection, table }: TermFacetParts, question: MatchQuestion): Steps<readonly string[]> {
	if (table === undefined) {
		return [];
	}
	const query = parseQuery(question.query);
	const scope = narrowScope(collection, query.filters, question.scope);
	const best = yield* engine.searchInSteps(
		query,
		{ limit: sampledPassages, by: 'passage', isTyping: question.isTyping, ...(scope && { scope }) },
		() => undefined,
	);
	yield;
	const counts = new Map<string, number>();
	for (const engineHit of best.hits) {
		const hit = engineHit.missing.length === 0 ? toSearchHit(collection, engineHit) : undefined;
		const found = hit === undefined ? [] : findTerms(table, hit.text, [{ start: 0, end: hit.text.length }]);
		for (const term of new Set(found.map(({ cardIndex }) => table.getCard(cardIndex).term))) {
			counts.set(term, (counts.get(term) ?? 0) + 1);
		}
		yield;
	}
	return [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1)).map(([term]) => term);
}
