import type { Steps } from '../base/steps.ts';
import type { Collection } from '../library/collection.ts';
import type { DocumentContent } from '../library/document.ts';
import { type EngineAnswer, type EngineHit, isInScope, type SearchEngine, type SearchOptions, type SearchScope } from '../search/engine.ts';
import { type Filter, isChosen, isPageChosen } from '../search/filters.ts';
import type { Query } from '../search/query.ts';
import type { Range } from '../text/range.ts';
import type { Coverage, SearchAnswer, SearchHit } from './library.ts';
import { makeTextSource, readPageLabel, readPassage, readSection } from './passageTexts.ts';

/** Asks the engine, and adds to its hits what a list needs to show them. */
export function* answerQueryInSteps(
	engine: SearchEngine,
	collection: Collection,
	coverage: Coverage,
	query: Query,
	options: SearchOptions,
): Steps<SearchAnswer> {
	const scope = narrowScope(collection, query.filters, options.scope);
	// The last step of the engine is also ours: its hits count in the texts that the collection holds at that moment.
	const answer: EngineAnswer = yield* engine.searchInSteps(
		query,
		scope === undefined ? options : { ...options, scope },
		makeTextSource(collection),
	);
	return {
		query: query.text,
		total: answer.total,
		...(answer.inOnePassage !== undefined && { inOnePassage: answer.inOnePassage }),
		partialTotal: answer.partialTotal,
		coverage,
		hits: answer.hits.flatMap((hit) => toSearchHit(collection, hit) ?? []),
		corrections: answer.corrections,
	};
}

/** The scope, narrowed to the documents and pages that the filters choose; the scope itself if there are none. */
export function narrowScope(collection: Collection, filters: readonly Filter[], scope: SearchScope | undefined): SearchScope | undefined {
	if (filters.length === 0) {
		return scope;
	}
	const ids = new Set<string>();
	const ranges = new Map<string, readonly Range[]>();
	const hasPages = filters.some(({ field }) => field === 'page');
	for (const document of collection.documents()) {
		const { summary } = document;
		if (isInScope(summary.id, scope) && isChosen(summary, filters)) {
			ids.add(summary.id);
			if (hasPages) {
				const { content } = document;
				const chosen = content.pages.filter(({ label }) => isPageChosen(label, filters));
				ranges.set(summary.id, isPageChosen(null, filters) ? [...chosen, ...betweenPages(content)] : chosen);
			}
		}
	}
	return hasPages ? { kind: 'only', ids, ranges } : { kind: 'only', ids };
}

/** The text that stands on no page: all of a document without any. */
function betweenPages({ pages, text }: DocumentContent): Range[] {
	return [...pages, { start: text.length }]
		.map(({ start }, index) => ({ start: pages[index - 1]?.end ?? 0, end: start }))
		.filter(({ start, end }) => end > start);
}

/**
 * `undefined` for a document that is not there: engine and collection change together, so that would be our own fault, and shows as a hit less; as does one
 * whose text was lost where it was kept.
 */
export function toSearchHit(collection: Collection, hit: EngineHit): SearchHit | undefined {
	const document = collection.find(hit.documentId);
	if (document === undefined) {
		return undefined;
	}
	const text = readPassage(document, hit);
	if (text === undefined) {
		return undefined;
	}
	return {
		documentId: hit.documentId,
		title: document.summary.title,
		date: document.summary.date,
		page: readPageLabel(document, hit.start),
		section: readSection(document, hit.start),
		start: hit.start,
		end: hit.end,
		score: hit.score,
		text,
		highlights: hit.highlights,
		missing: hit.missing,
	};
}
