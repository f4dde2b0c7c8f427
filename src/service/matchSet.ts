import type { Steps } from '../base/steps.ts';
import type { Collection } from '../library/collection.ts';
import { type DocumentMatches, type EngineMatches, isInScope, type SearchEngine, type SearchScope } from '../search/engine.ts';
import type { Filter } from '../search/filters.ts';
import { parseQuery, type Query } from '../search/query.ts';
import type { Coverage, MatchCounts, MatchPage, MatchQuestion, MatchSet, SearchHit } from './library.ts';
import { makeTextSource } from './passageTexts.ts';
import { narrowScope, toSearchHit } from './searchAnswers.ts';

/** What answers questions about everything that matches. */
export interface MatchParts {
	readonly engine: SearchEngine;
	readonly collection: Collection;
	/** Of the whole collection. */
	readonly coverage: Coverage;
}

/** More passages than this are not shown at once: nobody sees so many lines. */
const maxPageLength = 1_000;

/** Each word that may be missing costs a search more. */
const maxMissing = 4;

/** Everything that matches, counted by document. */
export function* findMatchSetInSteps(parts: MatchParts, question: MatchQuestion): Steps<MatchSet> {
	const matches = yield* listMatchesInSteps(parts, question);
	return {
		query: question.query,
		...countAll(matches),
		missing: matches.partialTotal === 0 ? [] : yield* countMissingInSteps(parts, question, matches.total),
		documents: matches.documents.map((document) => {
			const count = countFull(document);
			return { id: document.documentId, count, partialCount: document.starts.length - count };
		}),
		coverage: question.scope === undefined ? parts.coverage : coverageOf(parts.collection, question.scope),
	};
}

/** How much a query finds in all. */
export function* countMatchesInSteps(parts: MatchParts, question: MatchQuestion): Steps<MatchCounts> {
	return countAll(yield* listMatchesInSteps(parts, question));
}

/** All passages that match, by document; `filters` in the place of the query's own where they are given. */
export function* listMatchesInSteps(
	{ engine, collection }: MatchParts,
	question: MatchQuestion,
	filters?: readonly Filter[],
): Steps<EngineMatches> {
	const query = parseQuery(question.query);
	const scope = narrowScope(collection, filters ?? query.filters, question.scope);
	return yield* engine.listMatchesInSteps(query, toOptions(question, scope));
}

/** Some passages of one document out of its match set, by place. The engine is asked only for these. */
export function* getMatchPageInSteps(
	{ engine, collection }: MatchParts,
	question: MatchQuestion,
	page: MatchPage,
): Steps<readonly SearchHit[]> {
	const { documentId, isFull, from, count } = page;
	if (!isInScope(documentId, question.scope)) {
		return [];
	}
	const query: Query = parseQuery(question.query);
	const scope = narrowScope(collection, query.filters, { kind: 'only', ids: new Set([documentId]), ...rangesOf(question.scope) });
	const [listed] = (yield* engine.listMatchesInSteps(query, toOptions(question, scope))).documents;
	const starts = listed?.starts
		.filter((_, index) => (listed.isFull[index] === 1) === isFull)
		.slice(from, from + Math.min(count, maxPageLength));
	if (starts === undefined || starts.length === 0) {
		return [];
	}
	const ranges = [...starts].map((start) => ({ start, end: start + 1 }));
	const answer = yield* engine.searchInSteps(
		query,
		{
			...toOptions(question, { kind: 'only', ids: new Set([documentId]), ranges: new Map([[documentId, ranges]]) }),
			limit: ranges.length,
			by: 'passage',
		},
		makeTextSource(collection),
	);
	return answer.hits.flatMap((hit) => toSearchHit(collection, hit) ?? []).sort((a, b) => a.start - b.start);
}

/** Who holds all other clauses holds everything, or everything but this one. */
function* countMissingInSteps({ engine, collection }: MatchParts, question: MatchQuestion, total: number): Steps<MatchSet['missing']> {
	const query = parseQuery(question.query);
	const asked = query.clauses.filter((clause) => !clause.isExcluded);
	if (asked.length < 2 || asked.length > maxMissing) {
		return [];
	}
	const scope = narrowScope(collection, query.filters, question.scope);
	const missing: { readonly text: string; readonly count: number }[] = [];
	for (const left of asked) {
		const clauses = query.clauses.filter((clause) => clause !== left);
		const others = yield* engine.listMatchesInSteps({ ...query, clauses }, toOptions(question, scope));
		missing.push({ text: left.text, count: others.total - total });
	}
	return missing.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}

/** How many of a document's passages hold everything. */
export function countFull({ isFull }: DocumentMatches): number {
	return isFull.reduce((sum, full) => sum + full, 0);
}

function countAll({ documents, total, partialTotal, corrections }: EngineMatches): MatchCounts {
	return { total, partialTotal, documentCount: documents.filter(({ isFull }) => isFull.includes(1)).length, corrections };
}

function toOptions({ isTyping }: MatchQuestion, scope: SearchScope | undefined) {
	return scope === undefined ? { isTyping } : { isTyping, scope };
}

function rangesOf(scope: SearchScope | undefined): Pick<SearchScope, 'ranges'> {
	return scope?.ranges === undefined ? {} : { ranges: scope.ranges };
}

function coverageOf(collection: Collection, scope: SearchScope): Coverage {
	const counts = { read: 0, partial: 0, skipped: 0 };
	for (const { summary } of collection.documents()) {
		counts[summary.state] += Number(isInScope(summary.id, scope));
	}
	return { found: counts.read + counts.partial + counts.skipped, ...counts };
}
