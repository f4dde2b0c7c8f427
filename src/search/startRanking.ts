import { makeStepTest, type Steps } from '../base/steps.ts';
import type { CompiledLeaf, CompiledQuery } from './compiledQuery.ts';
import type { Ranking } from './foundRanking.ts';
import { addBit, addRows, makeBits, type StartBits } from './knownStarts.ts';
import { findUnsureInSteps, partWord } from './matching.ts';
import { noDocument } from './parts/part.ts';
import { countBits } from './parts/termBits.ts';
import { type PassageNotes, rankOf } from './passageNotes.ts';
import type { Rows } from './postingRows.ts';
import { findPart, makePlaceOrder, type PlacedPart, type Question } from './question.ts';
import { Selection } from './ranking.ts';
import { Scores } from './scores.ts';
import { listRuns, noteRun, type OpenWindow, ownBit, type Run, takeWindow, windowLength } from './termRuns.ts';
import { isOfScoredTerms, maxWordClauses, toLeaves } from './wordRanking.ts';

/** What is asked in the documents of one language in one part, where words decide everything, but for one that may be unfinished. */
export interface AskedStart {
	readonly question: Question;
	/** For each clause the words of which one is enough. */
	readonly clauses: readonly (readonly CompiledLeaf[])[];
	/** Which of the clauses, of one word, is held by passages that no rows of scored terms tell; -1 if none is. */
	readonly start: number;
}

/** What is asked for each clause, if rows of postings tell all that is to be known, but which passages hold one of them; else `undefined`, as of `toWords`. */
export function toStart({ required, excluded }: CompiledQuery): Omit<AskedStart, 'question'> | undefined {
	if (required.length === 0 || required.length > maxWordClauses || excluded.length > 0) {
		return undefined;
	}
	const clauses: (readonly CompiledLeaf[])[] = [];
	let start = -1;
	for (const [place, clause] of required.entries()) {
		const leaves = toLeaves(clause);
		if (!leaves?.every(isOfScoredTerms)) {
			if (clause.kind !== 'row' || start >= 0 || !isStart(clause)) {
				return undefined;
			}
			start = place;
		}
		clauses.push(leaves ?? []);
	}
	return { clauses, start };
}

function isStart({ ways, isScoredWhole }: CompiledLeaf): boolean {
	return ways.length === 1 && ways[0]?.length === 1 && !isScoredWhole;
}

/**
 * Ranks as a `Scoreboard` does, the same passages with the same scores (`test/node/wordRanking.test.ts`), where most of them hold the start of a word only, by which nobody gains: of
 * these it looks at the bits, thirty-two at a time, and at as many as are asked for.
 */
export function* rankStartsInSteps(
	asked: readonly AskedStart[],
	parts: readonly PlacedPart[],
	notes: PassageNotes,
	{ limit, fullFirst }: { readonly limit: number; readonly fullFirst: boolean },
): Steps<Ranking> {
	const scores = new Scores(parts, notes);
	const bitsOf = new Map<Question, StartBits>();
	for (const { question, clauses, start } of asked) {
		for (const [place, leaves] of clauses.entries()) {
			for (const leaf of leaves) {
				yield* countInSteps(leaf, question, notes);
				const bits = place === start ? yield* findBits(leaf, question, notes) : undefined;
				if (bits !== undefined && !isHeldByScored(leaf)) {
					bitsOf.set(question, bits);
				}
				addTerms(scores, notes, leaf, { question, clause: place + 1, held: bits?.held });
			}
		}
	}
	const runs = listRuns(scores);
	const board = new StartBoard(notes, fullFirst, limit, new Selection(limit, makePlaceOrder(parts)));
	for (const { question, clauses, start } of asked) {
		const needed = (1 << clauses.length) - 1;
		const bits = bitsOf.get(question);
		yield* board.rankInSteps(question, runs.get(question) ?? [], needed, bits && { ...bits, bit: 1 << start });
	}
	const best = board.selection.best.map(({ item, score }) => ({ passage: item, placed: findPart(parts, item), score }));
	return { best, total: board.full, partialTotal: board.found - board.full };
}

/** Whether who holds the word holds a term of it that is scored. */
function isHeldByScored({ scored, unscored, ways }: CompiledLeaf): boolean {
	const terms = new Set(scored.map(({ term }) => term));
	return unscored.length === 0 && ways.flat().every((word) => word.terms.every((term) => terms.has(term)));
}

/** Reads the rows of all terms that are scored: of a start of three letters thousands. */
function* countInSteps(leaf: CompiledLeaf, question: Question, { rows }: PassageNotes): Steps<void> {
	const isStepDue = makeStepTest(rowsPerStep);
	for (const { term } of leaf.scored) {
		rows.countTerm(term, 'body', question);
		rows.countTerm(term, 'context', question);
		if (isStepDue(rows.passages.length)) {
			yield;
		}
	}
}

/** The passages that hold the word: of a short start also those that do so themselves; of others this follows from their terms. */
function* findBits(leaf: CompiledLeaf, question: Question, { rows }: PassageNotes): Steps<StartBits> {
	if (leaf.unscored.length > 0) {
		return yield* rows.starts.findInSteps(leaf, question, rows);
	}
	const held = makeBits(question.placed.part);
	for (const word of leaf.ways.flat()) {
		const { sure, unsure } = partWord(word, question);
		for (const term of sure) {
			addRows(held, rows, rows.countTerm(term, 'body', question));
			addRows(held, rows, rows.countTerm(term, 'context', question));
		}
		keepAsked(held, held, question);
		yield;
		if (unsure.terms.length > 0) {
			const look = (tell: (passage: number) => void) => findUnsureInSteps(leaf, unsure, question, rows, tell);
			yield* rows.known.tellInSteps(unsure, question, look, (passage) => addBit(held, passage));
		}
	}
	return { held, own: noBits };
}

/** The terms of a word wait to be scored. `held`: the passages that hold it, which are some of those that its inexact terms file. */
function addTerms(
	scores: Scores,
	{ rows }: PassageNotes,
	{ clause, scored, times, unscored, ways }: CompiledLeaf,
	asked: { readonly question: Question; readonly clause: number; readonly held: Uint32Array | undefined },
): void {
	const { question, held } = asked;
	const inexact = new Set(unscored.length > 0 ? [] : ways.flatMap((way) => way.flatMap(({ inexactTerms }) => inexactTerms)));
	// Of such a word a scope leaves out rows of the others, too.
	const areAllKept = inexact.size > 0 && question.asked !== question.ofLanguage;
	for (const { term, weight, slot } of scored) {
		const keep = (of: Rows) => (held !== undefined && (areAllKept || inexact.has(term)) ? rows.keep(of, held) : of);
		const [body, context] = [keep(rows.countTerm(term, 'body', question)), keep(rows.countTerm(term, 'context', question))];
		scores.add(clause, slot, { question, term, clause: asked.clause, weight: weight * times, body, context });
	}
}

interface HeldStart extends StartBits {
	/** The bit of its clause. */
	readonly bit: number;
}

/** What is found by words and a start, as far as it was looked for. */
class StartBoard {
	/** How many passages hold everything, and how many something. */
	full = 0;
	found = 0;
	readonly selection: Selection;
	readonly #notes: PassageNotes;
	readonly #fullFirst: boolean;
	readonly #limit: number;

	constructor(notes: PassageNotes, fullFirst: boolean, limit: number, selection: Selection) {
		this.#notes = notes;
		this.#fullFirst = fullFirst;
		this.#limit = limit;
		this.selection = selection;
	}

	/** Takes in the passages of one question. `needed` are the bits of all clauses. */
	*rankInSteps(question: Question, allRuns: readonly Run[], needed: number, start: HeldStart | undefined): Steps<void> {
		const { part, firstPassage } = question.placed;
		const runs = allRuns.filter(({ at, to }) => at < to);
		const left = start && this.#notes.takeBits(0, (part.passageCapacity + 31) >>> 5);
		if (start !== undefined && left !== undefined) {
			keepAsked(left, start.held, question);
		}
		const span = part.isAscending ? findSpan(runs.length) : part.passageCapacity;
		const window = this.#notes.takeWindow(span);
		const passages = this.#notes.rows.passages.values;
		// What each term has next, in a row: most of many have nothing in most windows.
		const nexts = Uint32Array.from(runs, ({ at }) => passages[at] ?? noPassage);
		let untilStep = rowsPerStep;
		for (;;) {
			let next = noPassage;
			for (let number = 0; number < nexts.length; number++) {
				next = Math.min(next, nexts[number] ?? noPassage);
			}
			if (next === noPassage) {
				break;
			}
			const first = part.isAscending ? next : 0;
			const open = { start: first, end: first + span, window, count: 0 };
			for (let number = 0; number < nexts.length; number++) {
				const run = runs[number];
				if ((nexts[number] ?? noPassage) < open.end && run !== undefined) {
					untilStep += run.at;
					noteRun(question, run, this.#notes, open);
					untilStep -= run.at;
					nexts[number] = run.at < run.to ? (passages[run.at] ?? noPassage) : noPassage;
				}
			}
			if (start !== undefined && left !== undefined) {
				this.#addStart(open, start, left);
			}
			this.full += takeWindow(this.selection, firstPassage + first, open, { needed, fullFirst: this.#fullFirst });
			this.found += open.count;
			if (untilStep <= 0) {
				untilStep = rowsPerStep;
				yield;
			}
		}
		if (start !== undefined && left !== undefined) {
			yield* this.#takeLeftInSteps(question, left, start, (start.bit & needed) === needed);
		}
	}

	/** Notes which of these passages hold the start, too, and leaves them no more among those that hold it only. */
	#addStart({ start: first, window, count }: OpenWindow, { own, bit }: HeldStart, left: Uint32Array): void {
		const { bits, places } = window;
		for (let at = 0; at < count; at++) {
			const place = places[at] ?? 0;
			const passage = first + place;
			const word = passage >>> 5;
			const leftBits = left[word] ?? 0;
			const isStart = (leftBits >>> (passage & 31)) & 1;
			const isOwn = ((own[word] ?? 0) >>> (passage & 31)) & isStart;
			left[word] = leftBits & ~(1 << (passage & 31));
			bits[place] = (bits[place] ?? 0) | (-isStart & bit) | (-isOwn & ownBit);
		}
	}

	/** Takes in those who hold the start only, and gain nothing by it. */
	*#takeLeftInSteps(question: Question, left: Uint32Array, { own }: HeldStart, isFull: boolean): Steps<void> {
		let found = 0;
		for (let at = 0; at < left.length; at++) {
			found += countBits(left[at] ?? 0);
		}
		this.found += found;
		this.full += isFull ? found : 0;
		if (this.#limit === 0 || found === 0) {
			return;
		}
		if (!this.#fullFirst) {
			yield* this.#addFirstInSteps(question, left, undefined, 0);
			return;
		}
		yield* this.#addFirstInSteps(question, left, { bits: own, mask: 0 }, rankOf(isFull, true));
		yield* this.#addFirstInSteps(question, left, { bits: own, mask: -1 }, rankOf(isFull, false));
	}

	/** As many of some passages that are all as good as each other as may be among the best: the first by document id and place. */
	*#addFirstInSteps(
		{ placed }: Question,
		passages: Uint32Array,
		own: { readonly bits: Uint32Array; readonly mask: number } | undefined,
		rank: number,
	): Steps<void> {
		const { selection } = this;
		const isWorse = () => rank < selection.worstRank || (rank === selection.worstRank && selection.worstScore > 0);
		if (isWorse()) {
			return;
		}
		const { part, firstPassage } = placed;
		const places = placed.isLive ? undefined : yield* this.#notes.places.ofInSteps(part);
		const documents = places?.firstPassages.length ?? 1;
		let added = 0;
		for (let document = 0; document < documents; document++) {
			const first = places?.firstPassages[document] ?? 0;
			const end = places?.ends[document] ?? part.passageCapacity;
			for (let word = first >>> 5; word << 5 < end; word++) {
				const bits = (passages[word] ?? 0) & (own === undefined ? -1 : (own.bits[word] ?? 0) ^ own.mask);
				for (let left = bits; left !== 0; left &= left - 1) {
					const passage = (word << 5) | (31 - Math.clz32(left & -left));
					if (passage >= first && passage < end) {
						if (isWorse() || (places !== undefined && added === this.#limit)) {
							return;
						}
						added++;
						selection.add(firstPassage + passage, rank, 0);
					}
				}
			}
		}
	}
}

/** How many passages are noted at a time: more where runs are many, since each is asked for in all of them. */
function findSpan(runCount: number): number {
	let span = windowLength;
	while (span < Math.min(longestWindow, runCount * passagesPerRun)) {
		span *= 2;
	}
	return span;
}

/** Leaves who is asked of those who hold something. */
function keepAsked(into: Uint32Array, held: Uint32Array, { placed, asked, ofLanguage, isComplete }: Question): void {
	const { part } = placed;
	if (held.length === 0) {
		into.fill(0);
		return;
	}
	if (into !== held) {
		into.set(held);
	}
	if (isComplete && asked === ofLanguage) {
		return;
	}
	const wanted = part.bits?.ofDocuments(asked);
	for (let word = 0; word < into.length; word++) {
		let kept = into[word] ?? 0;
		if (wanted !== undefined) {
			kept &= wanted[word] ?? 0;
		} else {
			for (let left = kept; left !== 0; left &= left - 1) {
				const bit = left & -left;
				const document = part.documentNumbers[(word << 5) | (31 - Math.clz32(bit))] ?? noDocument;
				kept = asked[document] === 1 ? kept : kept & ~bit;
			}
		}
		into[word] = kept;
	}
}

const noBits = new Uint32Array();
/** Rows of postings that are scored in some milliseconds. */
const rowsPerStep = 200_000;
const passagesPerRun = 64;
/** What is noted of so many passages is still near to the processor. */
const longestWindow = 32_768;
/** Behind all passages. */
const noPassage = 0xffffffff;
