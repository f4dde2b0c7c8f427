import type { Steps } from '../base/steps.ts';
import type { Collection } from '../library/collection.ts';
import type { SearchEngine } from '../search/engine.ts';
import type { Clause, Query } from '../search/query.ts';
import { inverseFrequency } from '../search/ranking.ts';
import { findTerms } from '../terms/matcher.ts';
import type { TermTable } from '../terms/termTable.ts';
import type { Range } from '../text/range.ts';
import { isContentWord } from '../text/stopWords.ts';
import { tokenise } from '../text/tokenise.ts';
import type { Coverage, NearAnswer, NearQuestion } from './library.ts';
import { makeTextSource } from './passageTexts.ts';
import { toSearchHit } from './searchAnswers.ts';

/** What is asked for the passages near a paragraph. */
export interface NearParts {
	readonly engine: SearchEngine;
	readonly collection: Collection;
	/** `undefined` until the terms are known. */
	readonly terms: TermTable | undefined;
	readonly coverage: Coverage;
}

/** A longer paragraph is looked at up to here: about two pages. UTF-16 units. */
const maxTextLength = 6_000;
/** Words that are asked for. Of 300 paragraphs with 7 in 10 of their words the source came first 274, 283 and 288 times with 16, 32 and 48; it cost 2 to 3 ms. */
const maxWords = 48;
/** Words whose uses are counted in a step: each is looked for in every part of the index. */
const countedPerStep = 50;
/** With fewer telling words a paragraph says too little to be near anything. */
const minWords = 4;
/** A word of a term is chosen before others as rare, and holding it is worth more. In the ranking itself it counts as any word does: doubled there it changed nothing (same 300). */
const termWeight = 1.5;
/** What a passage holds of the worth of the words, at least, to be near: below this lie passages of the same field that say something else. */
const minShare = 0.25;
/** And at least so many of them, however rare one is. */
const minHeld = 3;

interface AskedWord {
	readonly text: string;
	/** What holding it is worth. */
	readonly worth: number;
}

/**
 * The passages that say most of what a paragraph says, best first. Of the paragraph's words the rarest in the collection are asked for, those of terms before others,
 * each counting by itself: no passage has to hold all, but one that holds little of their worth is left out. Words that no document knows are not asked for.
 */
export function* findNearPassagesInSteps({ engine, collection, terms, coverage }: NearParts, question: NearQuestion): Steps<NearAnswer> {
	const words = yield* chooseWordsInSteps(engine, terms, question);
	const answer = { words: words.map(({ text }) => text), coverage };
	if (words.length < minWords) {
		return { ...answer, kind: 'tooShort', hits: [] };
	}
	const clauses = words.map(({ text }): Clause => ({ kind: 'word', text, isPrefix: false, isExcluded: false }));
	const query: Query = { text: '', clauses, filters: [] };
	const { limit, scope } = question;
	const total = sumWorth(words);
	const worths = new Map(words.map(({ text, worth }) => [text, worth]));
	const isNear = ({ missing }: { readonly missing: readonly string[] }) =>
		words.length - missing.length >= Math.min(minHeld, words.length) &&
		missing.reduce((left, text) => left - (worths.get(text) ?? 0), total) >= total * minShare;
	const { hits } = yield* engine.searchInSteps(
		query,
		{ limit: limit * 2, by: 'passage', isTyping: false, ...(scope && { scope }) },
		makeTextSource(collection),
	);
	const near = hits.filter(isNear).slice(0, limit);
	return { ...answer, kind: 'passages', hits: near.flatMap((hit) => toSearchHit(collection, hit) ?? []) };
}

/** The words of the paragraph that say most of where else it may stand, the most telling first. */
function* chooseWordsInSteps(engine: SearchEngine, terms: TermTable | undefined, { text, prose }: NearQuestion): Steps<AskedWord[]> {
	const inTerms =
		terms === undefined
			? []
			: findTerms(
					terms,
					text.slice(0, maxTextLength),
					prose.filter(({ end }) => end <= maxTextLength),
				);
	yield;
	const found = new Map<string, { readonly text: string; times: number; isInTerm: boolean }>();
	for (const range of prose) {
		for (const token of tokenise(text, range.start, Math.min(range.end, maxTextLength))) {
			if (!isContentWord(token.folded) && !/^\d{3,}$/.test(token.folded)) {
				continue;
			}
			const known = found.get(token.folded) ?? { text: text.slice(token.start, token.end), times: 0, isInTerm: false };
			known.times++;
			known.isInTerm ||= isWithin(token, inTerms);
			found.set(token.folded, known);
		}
	}
	yield;
	const list = [...found.values()];
	const counted: ((typeof list)[number] & { readonly count: number })[] = [];
	let passageCount = 0;
	for (let from = 0; from < list.length; from += countedPerStep) {
		const some = list.slice(from, from + countedPerStep);
		const uses = engine.countUses(some.map((word) => word.text));
		passageCount = uses.passageCount;
		counted.push(...some.map((word, index) => ({ ...word, count: uses.counts[index] ?? 0 })));
		yield;
	}
	return counted
		.filter(({ count }) => count > 0)
		.map(({ text: word, times, isInTerm, count }) => ({
			text: word,
			worth: inverseFrequency(Math.min(count, passageCount), passageCount) * (1 + Math.log(times)) * (isInTerm ? termWeight : 1),
		}))
		.sort((a, b) => b.worth - a.worth)
		.slice(0, maxWords);
}

function isWithin(token: Range, ranges: readonly Range[]): boolean {
	return ranges.some(({ start, end }) => start <= token.start && token.end <= end);
}

function sumWorth(words: readonly AskedWord[]): number {
	return words.reduce((sum, { worth }) => sum + worth, 0);
}
