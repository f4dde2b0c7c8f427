import type { Collection } from '../library/collection.ts';
import { pageLabelAt } from '../library/pages.ts';
import type { EngineAnswer, EngineHit, SearchEngine, SearchOptions } from '../search/engine.ts';
import type { Query } from '../search/query.ts';
import { sliceOf } from '../text/range.ts';
import type { Coverage, SearchAnswer, SearchHit } from './library.ts';

/** Asks the engine, and adds to its hits what a list needs to show them. */
export function answerQuery(
	engine: SearchEngine,
	collection: Collection,
	coverage: Coverage,
	query: Query,
	options: SearchOptions,
): SearchAnswer {
	const answer: EngineAnswer = engine.search(query, options, (id) => collection.find(id)?.content.text);
	return {
		query: query.text,
		total: answer.total,
		partialTotal: answer.partialTotal,
		coverage,
		hits: answer.hits.flatMap((hit) => toSearchHit(collection, hit) ?? []),
		corrections: answer.corrections,
	};
}

/** `undefined` for a document that is not there: engine and collection change together, so that would be our own fault, and shows as a hit less. */
export function toSearchHit(collection: Collection, hit: EngineHit): SearchHit | undefined {
	const document = collection.find(hit.documentId);
	if (document === undefined) {
		return undefined;
	}
	const { content } = document;
	return {
		documentId: hit.documentId,
		title: content.title,
		date: content.date,
		page: pageLabelAt(content.pages, hit.start),
		start: hit.start,
		end: hit.end,
		score: hit.score,
		text: sliceOf(content.text, hit),
		highlights: hit.highlights,
		missing: hit.missing,
	};
}
