import type { Steps } from '../base/steps.ts';
import { overlaps, type Range } from '../text/range.ts';
import { type CompiledClause, type CompiledLeaf, listLeaves, toSingleLeaves } from './compiledQuery.ts';
import { FoundRanking, type RankingOptions } from './foundRanking.ts';
import { type StartBits, toBits } from './knownStarts.ts';
import { findHoldersInSteps, isDecidedByIndex } from './matching.ts';
import type { NumberList } from './parts/bytes.ts';
import { noDocument } from './parts/part.ts';
import { clauseBits, type FoundPassages, heldOne, isListedBit, isOwnBit, type PassageNotes } from './passageNotes.ts';
import type { PostingRows, Rows } from './postingRows.ts';
import type { PlacedPart, Question } from './question.ts';
import { Scores } from './scores.ts';

/**
 * Counts what each passage holds and what it is worth, over flat arrays: one pass over the postings of each term, no object per hit.
 * First every clause is added for every language of every part, then all are ranked (`foundRanking.ts`). `notes` are in use until `close`.
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

	/** The passages of a part that hold the clause of this number: right after it was added. */
	listHolders(clause: number, { number, firstPassage }: PlacedPart): Uint32Array {
		const { values, length } = this.#foundIn(number);
		return values.subarray(0, length).filter((passage) => ((this.#notes.notes[firstPassage + passage] ?? 0) & clauseBits) === clause);
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

	/** What was found of all that was added, to be ranked as asked. */
	rankingOf(options: RankingOptions): FoundRanking {
		return new FoundRanking({ parts: this.#parts, notes: this.#notes, found: this.#found, scores: this.#scores }, options);
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

/** Rows of postings that are read, or scored, in some milliseconds. */
const rowsPerStep = 200_000;
