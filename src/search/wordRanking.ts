import type { Steps } from '../base/steps.ts';
import { type BitRun, findBits, findMost, rankBitsInSteps } from './bitRanking.ts';
import { type CompiledClause, type CompiledLeaf, type CompiledQuery, toSingleLeaves } from './compiledQuery.ts';
import type { Ranking } from './foundRanking.ts';
import { isDecidedByIndex } from './matching.ts';
import type { Field } from './parts/miniSearchPostings.ts';
import { type NotedWindow, type PassageNotes, rankOf } from './passageNotes.ts';
import { findPart, makePlaceOrder, type PlacedPart, type Question } from './question.ts';
import { mostGained, readGain, Selection } from './ranking.ts';
import { Scores } from './scores.ts';
import { isOneBit, makeTermChoice } from './termChoice.ts';
import { findFirst, listRuns, noteRun, ownBit, type Run, takeWindow, windowLength } from './termRuns.ts';

/** What is asked in the documents of one language in one part, where words decide everything. */
export interface AskedWords {
	readonly question: Question;
	/** For each clause the words of which one is enough. */
	readonly clauses: readonly (readonly CompiledLeaf[])[];
}

/** Of so many clauses each has a bit of a number, beside `ownBit`. */
export const maxWordClauses = 24;
/** It holds a term by which it may be one of the best: see `TermChoice`. */
const chosenBit = 1 << 25;
/** Each term is asked for in all thousands of passages, which costs more than it spares where many are rare, as the words are that begin alike: more than these were a tenth slower. */
const maxTerms = 32;

/**
 * What is asked for each clause, if the rows of postings tell all that is to be known of each passage: what it holds and what it is worth. `undefined` where
 * texts must be looked at, something is left out, clauses are made of others, or terms are many.
 */
export function toWords({ required, excluded }: CompiledQuery): Omit<AskedWords, 'question'> | undefined {
	if (required.length === 0 || required.length > maxWordClauses || excluded.length > 0) {
		return undefined;
	}
	const clauses: (readonly CompiledLeaf[])[] = [];
	for (const clause of required) {
		const leaves = toLeaves(clause);
		if (!leaves?.every(isOfScoredTerms)) {
			return undefined;
		}
		clauses.push(leaves);
	}
	return clauses.flat().reduce((sum, { scored }) => sum + scored.length, 0) > maxTerms ? undefined : { clauses };
}

export function toLeaves(clause: CompiledClause): readonly CompiledLeaf[] | undefined {
	return clause.kind === 'any' ? toSingleLeaves(clause) : [clause];
}

/** Whether who is filed under a term of the clause holds it, and gains by it. */
export function isOfScoredTerms({ isScoredWhole, unscored, scored, ways }: CompiledLeaf): boolean {
	if (isScoredWhole || unscored.length > 0 || !ways.every(isDecidedByIndex)) {
		return false;
	}
	const terms = new Set(scored.map(({ term }) => term));
	return ways.every((way) => way.every((word) => word.terms.every((term) => terms.has(term))));
}

/**
 * Ranks as a `Scoreboard` does, the same passages with the same scores (`test/node/wordRanking.test.ts`), at a third of its cost: what is noted of passages is noted for some thousand at
 * a time, in the processor's nearest memory, and each is done with when the next thousands come.
 */
export function* rankWordsInSteps(
	asked: readonly AskedWords[],
	parts: readonly PlacedPart[],
	notes: PassageNotes,
	{ limit, fullFirst }: { readonly limit: number; readonly fullFirst: boolean },
): Steps<Ranking> {
	const { rows } = notes;
	const scores = new Scores(parts, notes);
	const neededOf = new Map<Question, number>();
	let untilStep = rowsPerStep;
	for (const { question, clauses } of asked) {
		neededOf.set(question, (1 << clauses.length) - 1);
		const terms = clauses.flatMap((leaves) => leaves.flatMap(({ scored }) => scored.map(({ term }) => term)));
		const bits = clauses.length > 1 ? findBits(question.placed.part, terms) : undefined;
		const count = (term: number, field: Field) =>
			bits === undefined ? rows.countTerm(term, field, question) : rows.countTermBits(term, field, question, bits);
		for (const [index, leaves] of clauses.entries()) {
			for (const { clause, scored, times } of leaves) {
				for (const { term, weight, slot } of scored) {
					const body = count(term, 'body');
					const context = count(term, 'context');
					scores.add(clause, slot, { question, term, clause: index + 1, weight: weight * times, body, context });
					untilStep -= body.to - body.from + context.to - context.from;
					if (untilStep <= 0) {
						untilStep = rowsPerStep;
						yield;
					}
				}
			}
		}
	}
	const runs = listRuns(scores);
	const board = new WordBoard(notes, fullFirst, limit, new Selection(limit, makePlaceOrder(parts)));
	for (const [question, runsOfQuestion] of runs) {
		yield* board.rankInSteps(question, runsOfQuestion, neededOf.get(question) ?? 0);
	}
	const best = board.selection.best.map(({ item, score }) => ({ passage: item, placed: findPart(parts, item), score }));
	return { best, total: board.full, partialTotal: board.found - board.full };
}

/** Rows of postings that are read, or scored, in some milliseconds. */
const rowsPerStep = 200_000;

/** What is found by words, as far as it was looked for. */
class WordBoard {
	/** How many passages hold everything, and how many something. */
	full = 0;
	found = 0;
	readonly selection: Selection;
	readonly #notes: PassageNotes;
	readonly #fullFirst: boolean;
	readonly #limit: number;
	#untilStep = rowsPerStep;

	constructor(notes: PassageNotes, fullFirst: boolean, limit: number, selection: Selection) {
		this.#notes = notes;
		this.#fullFirst = fullFirst;
		this.#limit = limit;
		this.selection = selection;
	}

	/** Takes in the passages of one question. `needed` are the bits of all clauses. */
	*rankInSteps(question: Question, allRuns: readonly Run[], needed: number): Steps<void> {
		const { part } = question.placed;
		const runs = allRuns.filter(({ at, to }) => at < to);
		const bitRuns = runs.flatMap((run) => toBitRun(run) ?? []);
		if (bitRuns.length > 0) {
			const options = { needed, fullFirst: this.#fullFirst, selection: this.selection, notes: this.#notes };
			const { found, full } = yield* rankBitsInSteps(question, bitRuns, options);
			this.found += found;
			this.full += full;
			return;
		}
		const [only] = runs;
		if (runs.length === 1 && only !== undefined) {
			this.#takeRun(question, only, needed);
			return;
		}
		const passages = this.#notes.rows.passages.values;
		const span = part.isAscending ? windowLength : part.passageCapacity;
		const window = this.#notes.takeWindow(span);
		const highestRank = this.#fullFirst ? rankOf(isOneBit(needed), true) : 0;
		const choice = makeTermChoice(runs, { needed, highestRank, findReached: () => this.#findReached(question, runs) });
		for (;;) {
			const first = findFirst(runs, passages);
			if (first === undefined) {
				return;
			}
			const start = part.isAscending ? first : 0;
			const chosen = choice?.choose(this.selection);
			const open = { start, end: start + span, window, count: 0 };
			if (chosen === undefined) {
				for (const run of runs) {
					this.#untilStep += run.at;
					noteRun(question, run, this.#notes, open);
					this.#untilStep -= run.at;
				}
			} else {
				for (const run of chosen) {
					open.count = this.#mark(question, run, start, start + span, window, open.count);
				}
				let others = 0;
				for (const run of runs) {
					others += this.#noteMarked(question, run, start, start + span, window);
				}
				this.found += others;
				this.full += isOneBit(needed) ? others : 0;
			}
			this.full += takeWindow(this.selection, question.placed.firstPassage + start, open, { needed, fullFirst: this.#fullFirst });
			this.found += open.count;
			if (chosen !== undefined) {
				window.bits.fill(0, 0, span);
			}
			if (this.#untilStep <= 0) {
				this.#untilStep = rowsPerStep;
				yield;
			}
		}
	}

	/** Where nothing else stands: no two rows are of the same passage. */
	#takeRun({ placed, asked, ofLanguage }: Question, { at: from, to, times, norms, lengths, bits }: Run, needed: number): void {
		const passages = this.#notes.rows.passages.values;
		const counts = this.#notes.rows.counts.values;
		const { documentNumbers } = placed.part;
		const { gains } = norms;
		const isFull = (bits & needed) === needed;
		const rank = this.#fullFirst ? rankOf(isFull, (bits & ownBit) !== 0) : 0;
		const isAll = asked === ofLanguage;
		const { selection } = this;
		let { worstRank, worstScore } = selection;
		let found = 0;
		for (let at = from; at < to; at++) {
			const passage = passages[at] ?? 0;
			if (isAll || asked[documentNumbers[passage] ?? 0] === 1) {
				found++;
				const length = lengths[passage] ?? 0;
				const count = counts[at] ?? 0;
				const score = times * readGain(gains, norms, count, length);
				if (rank > worstRank || (rank === worstRank && score >= worstScore)) {
					selection.add(placed.firstPassage + passage, rank, score);
					({ worstRank, worstScore } = selection);
				}
			}
		}
		this.found += found;
		this.full += isFull ? found : 0;
	}

	/** A score that as many passages reach as are asked for, by one of their own words: the word that is worth most, of those that so many hold. 0 if there is none. */
	#findReached({ placed, asked, ofLanguage }: Question, runs: readonly Run[]): number {
		let run: Run | undefined;
		for (const other of runs) {
			if ((other.bits & ownBit) !== 0 && other.to - other.from >= this.#limit && other.times > (run?.times ?? 0)) {
				run = other;
			}
		}
		if (run === undefined || this.#limit === 0) {
			return 0;
		}
		const passages = this.#notes.rows.passages.values;
		const counts = this.#notes.rows.counts.values;
		const { documentNumbers } = placed.part;
		const { from, to, times, norms, lengths } = run;
		const { gains } = norms;
		const isAll = asked === ofLanguage;
		const byGain = new Uint32Array(mostGained * gainSteps + 1);
		for (let at = from; at < to; at++) {
			const passage = passages[at] ?? 0;
			if (isAll || asked[documentNumbers[passage] ?? 0] === 1) {
				const step = Math.floor(readGain(gains, norms, counts[at] ?? 0, lengths[passage] ?? 0) * gainSteps);
				byGain[step] = (byGain[step] ?? 0) + 1;
			}
		}
		let step = byGain.length;
		for (let left = this.#limit; left > 0 && step > 0; step--) {
			left -= byGain[step - 1] ?? 0;
		}
		return (times * step) / gainSteps;
	}

	/** Marks the passages of one term from `start` up to `end`; gives how many are marked now. */
	#mark(
		{ placed, asked, ofLanguage }: Question,
		{ at: from, to }: Run,
		start: number,
		end: number,
		window: NotedWindow,
		known: number,
	): number {
		const { bits, places } = window;
		const passages = this.#notes.rows.passages.values;
		const { documentNumbers } = placed.part;
		const isAll = asked === ofLanguage;
		let marked = known;
		for (let at = from; at < to; at++) {
			const passage = passages[at] ?? 0;
			if (passage >= end) {
				break;
			}
			if (isAll || asked[documentNumbers[passage] ?? 0] === 1) {
				const place = passage - start;
				places[marked] = place;
				marked += Number(bits[place] === 0);
				bits[place] = chosenBit;
			}
		}
		return marked;
	}

	/** `#note` where only passages that are marked are scored; gives how many others are noted for the first time. */
	#noteMarked({ placed, asked, ofLanguage }: Question, run: Run, start: number, end: number, window: NotedWindow): number {
		const { bits, scores } = window;
		const passages = this.#notes.rows.passages.values;
		const counts = this.#notes.rows.counts.values;
		const { documentNumbers } = placed.part;
		const { to, times, norms, lengths, bits: held } = run;
		const { gains } = norms;
		const isAll = asked === ofLanguage;
		let others = 0;
		let at = run.at;
		for (; at < to; at++) {
			const passage = passages[at] ?? 0;
			if (passage >= end) {
				break;
			}
			if (isAll || asked[documentNumbers[passage] ?? 0] === 1) {
				const place = passage - start;
				const before = bits[place] ?? 0;
				others += Number(before === 0);
				bits[place] = before | held;
				if ((before & chosenBit) !== 0) {
					const gain = readGain(gains, norms, counts[at] ?? 0, lengths[passage] ?? 0);
					scores[place] = (scores[place] ?? 0) + times * gain;
				}
			}
		}
		this.#untilStep -= at - run.at;
		run.at = at;
		return others;
	}
}

function toBitRun({ termBits, times, norms, lengths, bits }: Run): BitRun | undefined {
	return (
		termBits && {
			termBits,
			times,
			most: findMost(termBits, times, norms),
			norms,
			lengths,
			clause: bits & ~ownBit,
			isOwn: (bits & ownBit) !== 0,
		}
	);
}

/** What is gained by a term is told apart so finely, of 1. */
const gainSteps = 32;
