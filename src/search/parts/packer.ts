import type { Steps } from '../../base/steps.ts';
import { packDocuments } from './documentPacker.ts';
import { listSources } from './packingSource.ts';
import type { IndexPart } from './part.ts';
import type { Sections } from './segmentFile.ts';
import { packTerms } from './termPacker.ts';
import { packWords } from './wordPacker.ts';

/** What a packed part says of itself, as JSON. */
export interface SegmentSummary {
	readonly documentCount: number;
	readonly passageCount: number;
	readonly termCount: number;
	/** The first terms are those of stop words. */
	readonly stopTermCount: number;
	/** In the order in which their words come; the words of one stand in a row. */
	readonly languages: readonly { readonly language: string; readonly wordCount: number; readonly documentCount: number }[];
	readonly documentLength: number;
	readonly bodyLength: number;
	readonly contextLength: number;
}

/**
 * Packs what is there of some parts into one: their documents in the order of the parts, whole, what was removed or is not wanted left out. In
 * steps of some milliseconds; the parts may not change before the last. The same documents give the same answers packed as before.
 */
export function* packParts(parts: readonly IndexPart[], isWanted?: (id: string) => boolean): Steps<Sections> {
	const sources = listSources(parts, isWanted);
	const terms = yield* packTerms(sources);
	const words = yield* packWords(sources, terms);
	const documents = yield* packDocuments(sources, words);
	const totals = documents.totals;
	const summary: SegmentSummary = {
		documentCount: documents.count,
		passageCount: sources.reduce((sum, source) => sum + source.passageCount, 0),
		termCount: terms.count,
		stopTermCount: terms.stopCount,
		languages: words.languages.map(({ language, wordCount }) => ({
			language,
			wordCount,
			documentCount: documents.languageCounts.get(language) ?? 0,
		})),
		...totals,
	};
	return {
		summary: new TextEncoder().encode(JSON.stringify(summary)),
		...words.sections,
		...documents.sections,
	};
}
