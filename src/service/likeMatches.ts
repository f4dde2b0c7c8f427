import type { Steps } from '../base/steps.ts';
import { foldNearDuplicatesInSteps } from '../search/nearDuplicates.ts';
import { parseQuery } from '../search/query.ts';
import type { MatchFold, MatchList, MatchPlace, MatchQuestion } from './library.ts';
import { listMatchesInSteps, type MatchParts } from './matchSet.ts';
import { toSearchHit } from './searchAnswers.ts';

/** Nobody reads further in a list; what stands behind these stands by itself. */
const maxPassages = 1_000;
/** As many of a document as a list shows of it at first. */
const maxOfDocument = 100;

/**
 * Passages that say the same as one of another document, as `foldNearDuplicates` means it, among the first of each list: of each such row the first in the
 * list's order, and the others. Passages of different lists are never together, nor are two of one document where no other document has them.
 */
export function* findLikeMatchesInSteps(
	parts: MatchParts,
	question: MatchQuestion,
	lists: readonly MatchList[],
): Steps<readonly MatchFold[]> {
	const { documents } = yield* listMatchesInSteps(parts, question);
	const matched = new Map(documents.map((document) => [document.documentId, document]));
	yield;
	const folds: MatchFold[] = [];
	let left = maxPassages;
	for (const { isFull, documentIds } of lists) {
		const ranges = new Map<string, readonly { readonly start: number; readonly end: number }[]>();
		for (const id of documentIds) {
			const document = matched.get(id);
			if (left <= 0 || document === undefined) {
				continue;
			}
			const starts = [...document.starts]
				.filter((_, index) => (document.isFull[index] === 1) === isFull)
				.slice(0, Math.min(left, maxOfDocument));
			if (starts.length > 0) {
				ranges.set(
					id,
					starts.map((start) => ({ start, end: start + 1 })),
				);
				left -= starts.length;
			}
		}
		if (ranges.size > 1) {
			folds.push(...(yield* foldList(parts, question, ranges, isFull)));
		}
	}
	return folds;
}

function* foldList(
	{ engine, collection }: MatchParts,
	question: MatchQuestion,
	ranges: ReadonlyMap<string, readonly { readonly start: number; readonly end: number }[]>,
	isFull: boolean,
): Steps<readonly MatchFold[]> {
	const places = [...ranges].flatMap(([documentId, own]) => own.map(({ start }): MatchPlace => ({ documentId, isFull, start })));
	const { hits } = yield* engine.searchInSteps(
		parseQuery(question.query),
		{ limit: places.length, by: 'passage', isTyping: question.isTyping, scope: { kind: 'only', ids: new Set(ranges.keys()), ranges } },
		() => undefined,
	);
	const texts = new Map<string, string>();
	for (const [index, engineHit] of hits.entries()) {
		const hit = toSearchHit(collection, engineHit);
		if (hit !== undefined) {
			texts.set(`${hit.documentId}\n${hit.start}`, hit.text);
		}
		if (index % hitsPerStep === hitsPerStep - 1) {
			yield;
		}
	}
	const passages = places.flatMap((place) => {
		const text = texts.get(`${place.documentId}\n${place.start}`);
		return text === undefined ? [] : { place, text };
	});
	const folds = yield* foldNearDuplicatesInSteps(passages);
	return folds.flatMap(({ first: { place: first }, others }) => {
		const elsewhere = others.map(({ place }) => place).filter(({ documentId }) => documentId !== first.documentId);
		return elsewhere.length === 0 ? [] : { first, others: elsewhere };
	});
}

/** Each may load its text from the disk. */
const hitsPerStep = 10;
