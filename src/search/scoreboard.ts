import type { Steps } from '../base/steps.ts';
import { overlaps, type Range } from '../text/range.ts';
import { type CompiledClause, type CompiledLeaf, listLeaves, toSingleLeaves } from './compiledQuery.ts';
import { type StartBits, toBits } from './knownStarts.ts';
import { findHoldersInSteps, isDecidedByIndex } from './matching.ts';
import { NumberList } from './parts/bytes.ts';
import { noDocument } from './parts/part.ts';
import {
	clauseBits,
	countHeld,
	type FoundPassages,
	heldOne,
	isExcludedBit,
	isFullBit,
	isListedBit,
	isOwnBit,
	type PassageNotes,
	toRank,
} from './passageNotes.ts';
import type { PostingRows, Rows } from './postingRows.ts';
import { findPart, makePlaceOrder, type PlacedPart, type Question } from './question.ts';
import { Selection } from './ranking.ts';
import { Scores } from './scores.ts';

export interface RankingOptions {
	/** A document is as good as all its passages together, and stands in the answer by its best one. */
	readonly by: 'passage' | 'document';
	/** What holds everything comes before the rest, whatever the scores are. */
	readonly fullFirst: boolean;
	/** How many clauses make everything: by document of the part, where its languages differ in it. */
	readonly neededOf: (placed: PlacedPart) => number | Uint16Array;
}

export interface Ranking {
	/** Best first. Passages are numbered over all parts. */
	readonly best: readonly { readonly passage: number; readonly placed: PlacedPart; readonly score: number }[];
	/** How many passages (or documents) hold everything, and how many only a part. */
	readonly total: number;
	readonly partialTotal: number;
}

export interface ListedPassages {
	readonly passages: Uint32Array;
	/** How many of them hold everything. */
	readonly total: number;
	isFull(passage: number): boolean;
	/** Negative if `a` comes first. */
	compare(a: number, b: number): number;
}

/**
 * Counts what each passage holds and what it is worth, over flat arrays: one pass over the postings of each term, no object per hit.
 * First every clause is added for every language of every part, then all are ranked. `notes` are in use until `close`.
 */
export class Scoreboard {
	readonly #parts: readonly PlacedPart[];
	readonly #notes: PassageNotes;
	/** By part. */
	readonly #found: readonly FoundPassages[];
	readonly #rows: PostingRows;
	readonly #scores: Scores;
	/** Of the clause that is being added: its number among those of its language and part, from 1 on. */
	#clause = 0;
	#lastStep = 0;

	constructor(parts: readonly PlacedPart[], notes: PassageNotes) {
		this.#parts = parts;
		this.#notes = notes;
		this.#found = notes.listFound(parts);
		this.#rows = notes.rows;
		this.#scores = new Scores(parts, notes);
	}

	/** Leaves the notes as they were before. */
	close(): void {
		this.#notes.clear();
	}

	/** Counts a clause, in documents of one language in one part. `number` says which of them, from 1 on; no query that is typed has as many as there may be. */
	*addClauseInSteps(clause: CompiledClause, number: number, question: Question): Steps<void> {
		if (number > clauseBits) {
			throw new RangeError(`A query of more than ${clauseBits} clauses`);
		}
		this.#clause = number;
		if (clause.kind !== 'any') {
			yield* this.#addLeaf(clause, question, true);
			return;
		}
		const alternatives = toSingleLeaves(clause);
		if (alternatives !== undefined) {
			// Whichever is found first counts, by the number that they share.
			for (const leaf of alternatives) {
				yield* this.#addLeaf(leaf, question, true);
			}
			return;
		}
		this.#hold(yield* findHoldersInSteps(clause, question, this.#rows), question);
		for (const leaf of listLeaves([clause])) {
			yield* this.#addLeaf(leaf, question, false);
		}
	}

	/** `isAsked`: its passages hold one clause more; else they are found, but hold nothing by it. */
	*#addLeaf(clause: CompiledLeaf, question: Question, isAsked: boolean): Steps<void> {
		const { part } = question.placed;
		const hold = (holders: NumberList) => (isAsked ? this.#hold(holders, question) : this.#listEach(holders, question));
		if (clause.isScoredWhole) {
			const holders = yield* findHoldersInSteps(clause, question, this.#rows);
			if (holders.length === 0) {
				return;
			}
			hold(holders);
			const body = yield* this.#rows.countWholeInSteps(clause, holders, part);
			this.#scores.add(clause.clause, 'whole', {
				question,
				term: -1,
				clause: this.#clause,
				weight: clause.times,
				body,
				context: { from: 0, to: 0 },
			});
			return;
		}
		const [way] = clause.ways;
		const isCompound = (way?.length ?? 0) > 1;
		// A term of an unfinished word may file words that do not start so: they neither count nor score.
		const isInexact = !isCompound && (way?.[0]?.inexactTerms.length ?? 0) > 0;
		const counted: CountedTerm[] = [];
		for (const { term, weight, slot } of clause.scored) {
			const body = this.#rows.countTerm(term, 'body', question);
			counted.push({ term, weight, slot, body, context: this.#rows.countTerm(term, 'context', question) });
			if (this.#isStepDue()) {
				yield;
			}
		}
		if (clause.unscored.length > 0) {
			// Its own term files no other word.
			this.#holdStart(yield* this.#rows.starts.findInSteps(clause, question, this.#rows), question, isAsked);
		} else if (clause.ways.every(isDecidedByIndex)) {
			for (const { body, context } of counted) {
				this.#holdRows(body, question, isAsked);
				this.#holdRows(context, question, isAsked);
			}
			// Terms of stop words hold the clause as well, though they add nothing to a score.
			const scored = new Set(clause.scored.map(({ term }) => term));
			for (const term of clause.ways.flat().flatMap(({ terms }) => terms.filter((other) => !scored.has(other)))) {
				this.#holdRows(this.#rows.countTerm(term, 'body', question), question, isAsked);
				this.#holdRows(this.#rows.countTerm(term, 'context', question), question, isAsked);
			}
		} else {
			const holders = yield* findHoldersInSteps(clause, question, this.#rows);
			hold(holders);
			if (isInexact) {
				const held = toBits(holders, part);
				for (const term of counted) {
					term.body = this.#rows.keep(term.body, held);
					term.context = this.#rows.keep(term.context, held);
				}
			}
		}
		for (const { term, weight, slot, body, context } of counted) {
			this.#scores.add(clause.clause, slot, { question, term, clause: this.#clause, weight: weight * clause.times, body, context });
			// A part of an unquoted compound stands in it: in the answer, though it holds no clause.
			if (isCompound && clause.clause.kind === 'word') {
				this.#holdRows(body, question, false);
				this.#holdRows(context, question, false);
			}
		}
	}

	/** `#holdAll` for what is known of a start of a word, and which passages hold it themselves. */
	#holdStart({ held, own }: StartBits, { placed, asked, isComplete, ofLanguage }: Question, isAsked: boolean): void {
		const { firstPassage, number, part } = placed;
		const { notes } = this.#notes;
		const { documentNumbers } = part;
		const clause = this.#clause;
		const isAll = isComplete && asked === ofLanguage;
		const found = this.#foundIn(number);
		found.reserve(part.passageCapacity);
		const foundValues = found.values;
		let foundLength = found.length;
		for (let place = 0; place < held.length; place++) {
			const itself = own[place] ?? 0;
			for (let left = held[place] ?? 0; left !== 0; left &= left - 1) {
				const bit = 31 - Math.clz32(left & -left);
				const local = (place << 5) | bit;
				if (isAll || asked[documentNumbers[local] ?? 0] === 1) {
					const note = notes[firstPassage + local] ?? 0;
					if ((note & isListedBit) === 0) {
						foundValues[foundLength++] = local;
					}
					const isNew = isAsked && (note & clauseBits) !== clause;
					const noted = isNew ? ((note & ~clauseBits) + heldOne) | clause : note;
					notes[firstPassage + local] = noted | isListedBit | (((itself >>> bit) & 1) * isOwnBit);
				}
			}
		}
		found.length = foundLength;
	}

	/** Whether so many rows were read since the last time that others should have a turn. */
	#isStepDue(): boolean {
		const { length } = this.#rows.passages;
		const isDue = length - this.#lastStep >= rowsPerStep;
		if (isDue) {
			this.#lastStep = length;
		}
		return isDue;
	}

	/** Every passage that is asked is found: for a query that only chooses documents. */
	listAll({ placed, asked }: Question): void {
		for (let passage = 0; passage < placed.part.passageCapacity; passage++) {
			const document = placed.part.documentNumbers[passage] ?? noDocument;
			if (document !== noDocument && asked[document] === 1) {
				this.#list(passage, placed);
			}
		}
	}

	/** Passages that hold the clause are not found, whatever else they hold. */
	*excludeInSteps(clause: CompiledClause, question: Question): Steps<void> {
		const holders = yield* findHoldersInSteps(clause, question, this.#rows);
		for (let at = 0; at < holders.length; at++) {
			this.#notes.exclude(question.placed.firstPassage + (holders.values[at] ?? 0));
		}
	}

	/** Passages that reach into none of the ranges of their document are not found; documents without ranges are asked whole. */
	keepRanges(ranges: ReadonlyMap<string, readonly Range[]>): void {
		for (const { part, firstPassage, number } of this.#parts) {
			const found = this.#foundIn(number);
			for (let at = 0; at < found.length; at++) {
				const passage = found.values[at] ?? 0;
				const ofDocument = ranges.get(part.idOf(part.documentNumbers[passage] ?? noDocument));
				const own = part.rangeOf(passage);
				if (ofDocument !== undefined && !ofDocument.some((range) => overlaps(own, range))) {
					this.#notes.exclude(firstPassage + passage);
				}
			}
		}
	}

	/**
	 * The best of all passages (or documents) that hold something of the query. Those that hold everything come first, if asked; then, of passages,
	 * those with words of their own: nobody looks for a date line because the title above it matches. Of equals the first by document id and place.
	 */
	*rankInSteps({ by, fullFirst, neededOf }: RankingOptions, limit: number): Steps<Ranking> {
		const { full, kept } = this.#markFull(neededOf);
		// Where enough hold everything, and these come first, nobody sees the scores of the rest.
		const onlyFull = by === 'passage' && fullFirst && full >= limit;
		yield* this.#scores.scoreInSteps(by === 'document', onlyFull);
		yield;
		const candidates = by === 'document' ? this.#bestOfDocuments() : undefined;
		const total = candidates === undefined ? full : this.#countFull(candidates.passages);
		const partialTotal = (candidates === undefined ? kept : candidates.passages.length) - total;
		const best = this.#select(by, limit, fullFirst, onlyFull, candidates);
		return { best, total, partialTotal };
	}

	/** All passages that hold something of the query, in the order of their numbers, and how `rank` would order them. */
	*listInSteps({ fullFirst, neededOf }: RankingOptions): Steps<ListedPassages> {
		const { full: total } = this.#markFull(neededOf);
		yield* this.#scores.scoreInSteps(false, false);
		const { notes, scores } = this.#notes;
		const passages = new NumberList();
		for (const { part, firstPassage, number } of this.#parts) {
			const { values, length } = this.#foundIn(number);
			const note = (passage: number) => {
				if (((notes[passage] ?? 0) & (isListedBit | isExcludedBit)) === isListedBit) {
					passages.push(passage);
				}
			};
			if (length * sortingCost > part.passageCapacity) {
				for (let passage = 0; passage < part.passageCapacity; passage++) {
					note(firstPassage + passage);
				}
			} else {
				for (const passage of values.slice(0, length).sort()) {
					note(firstPassage + passage);
				}
			}
			yield;
		}
		const comparePlaces = makePlaceOrder(this.#parts);
		return {
			passages: passages.toArray(),
			total,
			isFull: (passage) => ((notes[passage] ?? 0) & isFullBit) !== 0,
			compare: (a, b) => (fullFirst ? this.#rankOf(b) - this.#rankOf(a) : 0) || (scores[b] ?? 0) - (scores[a] ?? 0) || comparePlaces(a, b),
		};
	}

	/** Notes which passages hold everything; says how many do, and how many there are. */
	#markFull(neededOf: RankingOptions['neededOf']): { readonly full: number; readonly kept: number } {
		const { notes } = this.#notes;
		let [full, kept] = [0, 0];
		for (const placed of this.#parts) {
			const { firstPassage, part } = placed;
			const { values, length } = this.#foundIn(placed.number);
			const needed = length === 0 ? 0 : neededOf(placed);
			for (let at = 0; at < length; at++) {
				const local = values[at] ?? 0;
				const note = notes[firstPassage + local] ?? 0;
				if ((note & isExcludedBit) === 0) {
					kept++;
					if (countHeld(note) >= (typeof needed === 'number' ? needed : (needed[part.documentNumbers[local] ?? 0] ?? 0))) {
						notes[firstPassage + local] = note | isFullBit;
						full++;
					}
				}
			}
		}
		return { full, kept };
	}

	#countFull(passages: readonly number[]): number {
		return passages.reduce((sum, passage) => sum + Number(((this.#notes.notes[passage] ?? 0) & isFullBit) !== 0), 0);
	}

	/** The best passage of each document that was found, and what the document is worth. */
	#bestOfDocuments(): { readonly passages: readonly number[]; readonly scores: ReadonlyMap<number, number> } {
		const { notes } = this.#notes;
		const passages: number[] = [];
		const scores = new Map<number, number>();
		for (const { part, number, firstPassage, firstDocument } of this.#parts) {
			const best = new Map<number, number>();
			const found = this.#foundIn(number);
			for (let at = 0; at < found.length; at++) {
				const passage = firstPassage + (found.values[at] ?? 0);
				if (((notes[passage] ?? 0) & isExcludedBit) === 0) {
					const document = part.documentNumbers[passage - firstPassage] ?? noDocument;
					const known = best.get(document);
					if (known === undefined || this.#isBetter(passage, known)) {
						best.set(document, passage);
					}
				}
			}
			for (const [document, passage] of best) {
				passages.push(passage);
				scores.set(passage, this.#scores.documents[firstDocument + document] ?? 0);
			}
		}
		return { passages, scores };
	}

	#isBetter(passage: number, best: number): boolean {
		const { scores } = this.#notes;
		const byRank = this.#rankOf(passage) - this.#rankOf(best);
		const byScore = (scores[passage] ?? 0) - (scores[best] ?? 0);
		return byRank > 0 || (byRank === 0 && (byScore > 0 || (byScore === 0 && passage < best)));
	}

	#rankOf(passage: number): number {
		return toRank(this.#notes.notes[passage] ?? 0);
	}

	#select(
		by: RankingOptions['by'],
		limit: number,
		fullFirst: boolean,
		onlyFull: boolean,
		documents: { readonly passages: readonly number[]; readonly scores: ReadonlyMap<number, number> } | undefined,
	): Ranking['best'] {
		const { notes, scores } = this.#notes;
		const selection = new Selection(limit, makePlaceOrder(this.#parts));
		for (const passage of documents?.passages ?? []) {
			// A document whose title alone matches is as good as any other; a passage is not.
			const rank = !fullFirst ? 0 : by === 'passage' ? this.#rankOf(passage) : this.#rankOf(passage) & 2;
			selection.add(passage, rank, documents?.scores.get(passage) ?? 0);
		}
		const wanted = onlyFull ? isFullBit : 0;
		const looked = isExcludedBit | wanted;
		for (const { first, passages } of documents === undefined ? this.#found : []) {
			const { values, length } = passages;
			for (let at = 0; at < length; at++) {
				const passage = first + (values[at] ?? 0);
				const note = notes[passage] ?? 0;
				if ((note & looked) === wanted) {
					selection.add(passage, fullFirst ? toRank(note) : 0, scores[passage] ?? 0);
				}
			}
		}
		return selection.best.map(({ item, score }) => ({ passage: item, placed: this.partOf(item), score }));
	}

	/** The part that a passage is of, by its number over all parts. */
	partOf(passage: number): PlacedPart {
		return findPart(this.#parts, passage);
	}

	#foundIn(part: number): NumberList {
		return this.#found[part]?.passages as NumberList;
	}

	#list(passage: number, { number, firstPassage }: PlacedPart): void {
		const { notes } = this.#notes;
		const known = notes[firstPassage + passage] ?? 0;
		if ((known & isListedBit) === 0) {
			notes[firstPassage + passage] = known | isListedBit;
			this.#foundIn(number).push(passage);
		}
	}

	#listEach(holders: NumberList, { placed }: Question): void {
		for (let at = 0; at < holders.length; at++) {
			this.#list(holders.values[at] ?? 0, placed);
		}
	}

	/** These passages of the part hold the clause that is being added; who is found to do so again counts once. */
	#hold({ values, length }: NumberList, { placed }: Question): void {
		this.#holdAll(values, 0, length, placed, undefined);
	}

	/** `#hold` for the values from `from` to `to`, of documents that are asked; of all if left out. One look at each passage: this is half of what a query costs. */
	#holdAll(values: Uint32Array, from: number, to: number, { part, number, firstPassage }: PlacedPart, asked: Uint8Array | undefined): void {
		const { notes } = this.#notes;
		const { documentNumbers } = part;
		const clause = this.#clause;
		const found = this.#foundIn(number);
		found.reserve(to - from);
		const foundValues = found.values;
		let foundLength = found.length;
		for (let at = from; at < to; at++) {
			const local = values[at] ?? 0;
			if (asked === undefined || asked[documentNumbers[local] ?? 0] === 1) {
				const note = notes[firstPassage + local] ?? 0;
				if ((note & clauseBits) !== clause) {
					if ((note & isListedBit) === 0) {
						foundValues[foundLength++] = local;
					}
					notes[firstPassage + local] = ((note & ~clauseBits) + heldOne) | clause | isListedBit;
				}
			}
		}
		found.length = foundLength;
	}

	/** The passages of these rows that are asked hold the clause that is being added, or are found only. */
	#holdRows({ from, to }: Rows, { placed, asked, isComplete, ofLanguage }: Question, isAsked: boolean): void {
		const { documentNumbers } = placed.part;
		const { values } = this.#rows.passages;
		const isAll = isComplete && asked === ofLanguage;
		if (isAsked) {
			this.#holdAll(values, from, to, placed, isAll ? undefined : asked);
			return;
		}
		for (let at = from; at < to; at++) {
			const local = values[at] ?? 0;
			if (isAll || asked[documentNumbers[local] ?? 0] === 1) {
				this.#list(local, placed);
			}
		}
	}
}

/** A term of a clause, with its rows as far as they count. */
interface CountedTerm {
	readonly term: number;
	readonly weight: number;
	readonly slot: string;
	body: Rows;
	context: Rows;
}

/** To sort one passage among many costs about as much as to look at the notes of so many: 200,000 numbers took 15 ms, their notes 0.8 ms (2 GHz). */
const sortingCost = 16;

/** Rows of postings that are read, or scored, in some milliseconds. */
const rowsPerStep = 200_000;
