import { overlaps, type Range } from '../text/range.ts';
import { type CompiledClause, type CompiledLeaf, listLeaves } from './compiledQuery.ts';
import { findHolders, isDecidedByIndex } from './matching.ts';
import { NumberList } from './parts/bytes.ts';
import { noDocument } from './parts/part.ts';
import { PostingRows, type Rows } from './postingRows.ts';
import type { PlacedPart, Question } from './question.ts';
import { Scores } from './scores.ts';

/** What `collect` says of a passage, or of a document by its best passage. Passages are numbered over all parts. */
export interface FoundPassages {
	/** Those that hold something of the query, each once, in no order. */
	readonly passages: NumberList;
	/** By passage: of the passage, or of its document as a whole. */
	scoreOf(passage: number): number;
	/** Whether the passage holds everything. */
	isFull(passage: number): boolean;
	/** Whether a word of the query stands in the passage itself, not only in its title and headings. */
	isOwn(passage: number): boolean;
}

/** A part of an unquoted compound stands in it: in the answer, though it holds no clause. */
const isTouchedBit = 1;
const isExcludedBit = 2;
const isListedBit = 4;

/**
 * Counts what each passage holds and what it is worth, over flat arrays: one pass over the postings of each term, no object per hit.
 * First every clause is added for every language of every part, then all are scored.
 */
export class Scoreboard {
	readonly #parts: readonly PlacedPart[];
	readonly #held: Uint16Array;
	readonly #flags: Uint8Array;
	readonly #found = new NumberList(1024);
	readonly #rows = new PostingRows();
	readonly #scores: Scores;

	constructor(parts: readonly PlacedPart[]) {
		this.#parts = parts;
		const passageCount = parts.reduce((sum, { part }) => sum + part.passageCapacity, 0);
		this.#held = new Uint16Array(passageCount);
		this.#flags = new Uint8Array(passageCount);
		this.#scores = new Scores(parts, this.#rows);
	}

	/** Counts a clause, in documents of one language in one part. */
	addClause(clause: CompiledClause, question: Question): void {
		if (clause.kind !== 'any') {
			this.#addLeaf(clause, question, true);
			return;
		}
		this.#hold(findHolders(clause, question.placed.part, question.asked), question);
		for (const leaf of listLeaves([clause])) {
			this.#addLeaf(leaf, question, false);
		}
	}

	/** `isAsked`: its passages hold one clause more; else they are found, but hold nothing by it. */
	#addLeaf(clause: CompiledLeaf, question: Question, isAsked: boolean): void {
		const { part } = question.placed;
		const hold = (holders: NumberList) => (isAsked ? this.#hold(holders, question) : this.#touchAll(holders, question));
		if (clause.isScoredWhole) {
			const holders = findHolders(clause, part, question.asked);
			hold(holders);
			const body = this.#rows.countWhole(clause, holders, part);
			this.#scores.add(clause.clause, 'whole', { question, term: -1, weight: clause.times, body, context: { from: 0, to: 0 } });
			return;
		}
		const [way] = clause.ways;
		const isCompound = (way?.length ?? 0) > 1;
		// A term of an unfinished word may file words that do not start so: they neither count nor score.
		const isInexact = !isCompound && way?.[0]?.areTermsExact === false;
		const counted = clause.scored.map(({ term, weight, slot }) => ({
			term,
			weight,
			slot,
			body: this.#rows.countTerm(term, 'body', question),
			context: this.#rows.countTerm(term, 'context', question),
		}));
		if (clause.ways.every(isDecidedByIndex)) {
			for (const { body, context } of counted) {
				this.#holdRows(body, question);
				this.#holdRows(context, question);
			}
			// Terms of stop words hold the clause as well, though they add nothing to a score.
			const scored = new Set(clause.scored.map(({ term }) => term));
			for (const term of clause.ways.flatMap((found) => found.flatMap(({ terms }) => terms))) {
				if (!scored.has(term)) {
					this.#holdRows(this.#rows.countTerm(term, 'body', question), question);
					this.#holdRows(this.#rows.countTerm(term, 'context', question), question);
				}
			}
			this.#takeHolding(isAsked);
		} else {
			const holders = findHolders(clause, part, question.asked);
			hold(holders);
			if (isInexact) {
				const isHolder = new Uint8Array(part.passageCapacity);
				for (let at = 0; at < holders.length; at++) {
					isHolder[holders.values[at] ?? 0] = 1;
				}
				for (const term of counted) {
					term.body = this.#rows.keep(term.body, isHolder);
					term.context = this.#rows.keep(term.context, isHolder);
				}
			}
		}
		for (const { term, weight, slot, body, context } of counted) {
			this.#scores.add(clause.clause, slot, { question, term, weight: weight * clause.times, body, context });
			if (isCompound && clause.clause.kind === 'word') {
				this.#touch(body, question);
				this.#touch(context, question);
			}
		}
	}

	/** Every passage that is asked is found: for a query that only chooses documents. */
	listAll({ placed, asked }: Question): void {
		for (let passage = 0; passage < placed.part.passageCapacity; passage++) {
			const document = placed.part.documentNumbers[passage] ?? noDocument;
			if (document !== noDocument && asked[document] === 1) {
				this.#list(placed.firstPassage + passage);
			}
		}
	}

	/** Passages that hold the clause are not found, whatever else they hold. */
	exclude(clause: CompiledClause, { placed, asked }: Question): void {
		const holders = findHolders(clause, placed.part, asked);
		for (let at = 0; at < holders.length; at++) {
			const passage = placed.firstPassage + (holders.values[at] ?? 0);
			this.#flags[passage] = (this.#flags[passage] ?? 0) | isExcludedBit;
		}
	}

	/** Gives passages, and documents if asked, the scores of all that was added. */
	score(withDocuments: boolean): void {
		this.#scores.score(withDocuments);
	}

	/** Passages that reach into none of the ranges of their document are not found; documents without ranges are asked whole. */
	keepRanges(ranges: ReadonlyMap<string, readonly Range[]>): void {
		for (let at = 0; at < this.#found.length; at++) {
			const passage = this.#found.values[at] ?? 0;
			const { part, firstPassage } = this.partOf(passage);
			const ofDocument = ranges.get(part.idOf(part.documentNumbers[passage - firstPassage] ?? noDocument));
			const own = part.rangeOf(passage - firstPassage);
			if (ofDocument !== undefined && !ofDocument.some((range) => overlaps(own, range))) {
				this.#flags[passage] = (this.#flags[passage] ?? 0) | isExcludedBit;
			}
		}
	}

	/**
	 * All passages (or documents, each by its best passage) that hold something of the query. `needed` says of a part's language how many clauses
	 * make everything.
	 */
	collect(by: 'passage' | 'document', neededOf: (placed: PlacedPart) => (document: number) => number): FoundPassages {
		const passages = new NumberList(Math.max(16, this.#found.length));
		const isFull = new Uint8Array(this.#flags.length);
		const bestOf = by === 'document' ? new Int32Array(this.#scores.documents.length).fill(-1) : undefined;
		const neededOfPart = this.#parts.map(neededOf);
		const answer: FoundPassages = {
			passages,
			scoreOf: (passage) => this.#scores.passages[passage] ?? 0,
			isFull: (passage) => isFull[passage] === 1,
			isOwn: (passage) => this.#scores.isOwn[passage] === 1,
		};
		const documents = new NumberList();
		for (let at = 0; at < this.#found.length; at++) {
			const passage = this.#found.values[at] ?? 0;
			if (((this.#flags[passage] ?? 0) & isExcludedBit) !== 0) {
				continue;
			}
			const index = this.#indexOf(passage);
			const placed = this.#parts[index] as PlacedPart;
			const document = placed.part.documentNumbers[passage - placed.firstPassage] ?? noDocument;
			isFull[passage] = Number((this.#held[passage] ?? 0) >= (neededOfPart[index]?.(document) ?? 0));
			if (bestOf === undefined) {
				passages.push(passage);
				continue;
			}
			const number = placed.firstDocument + document;
			const best = bestOf[number] ?? -1;
			if (best < 0) {
				documents.push(number);
			}
			if (best < 0 || this.#isBetter(passage, best, answer)) {
				bestOf[number] = passage;
			}
		}
		if (bestOf === undefined) {
			return answer;
		}
		const scores = new Map<number, number>();
		for (let at = 0; at < documents.length; at++) {
			const document = documents.values[at] ?? 0;
			const passage = bestOf[document] ?? 0;
			passages.push(passage);
			scores.set(passage, this.#scores.documents[document] ?? 0);
		}
		return { ...answer, scoreOf: (passage) => scores.get(passage) ?? 0 };
	}

	/** The part that a passage is of, by its number over all parts. */
	partOf(passage: number): PlacedPart {
		return this.#parts[this.#indexOf(passage)] as PlacedPart;
	}

	#indexOf(passage: number): number {
		let index = this.#parts.length - 1;
		while (index > 0 && (this.#parts[index]?.firstPassage ?? 0) > passage) {
			index--;
		}
		return index;
	}

	/** Of passages of one document, the first found stands for equals, which is the first in the text if both come from one list. */
	#isBetter(passage: number, best: number, found: FoundPassages): boolean {
		const byHolding = compareHolding(passage, best, found);
		const byScore = (this.#scores.passages[best] ?? 0) - (this.#scores.passages[passage] ?? 0);
		return byHolding < 0 || (byHolding === 0 && (byScore < 0 || (byScore === 0 && passage < best)));
	}

	#list(passage: number): void {
		const flags = this.#flags[passage] ?? 0;
		if ((flags & isListedBit) === 0) {
			this.#flags[passage] = flags | isListedBit;
			this.#found.push(passage);
		}
	}

	#hold(holders: NumberList, { placed }: Question): void {
		for (let at = 0; at < holders.length; at++) {
			const passage = placed.firstPassage + (holders.values[at] ?? 0);
			this.#held[passage] = (this.#held[passage] ?? 0) + 1;
			this.#list(passage);
		}
	}

	#touchAll(holders: NumberList, { placed }: Question): void {
		for (let at = 0; at < holders.length; at++) {
			const passage = placed.firstPassage + (holders.values[at] ?? 0);
			this.#flags[passage] = (this.#flags[passage] ?? 0) | isTouchedBit;
			this.#list(passage);
		}
	}

	/** Passages of these rows hold the clause that is being added; each counts once, in `#takeHolding`. */
	readonly #holding = new NumberList(1024);
	#isHolding = new Uint8Array();

	#holdRows({ from, to }: Rows, { placed, asked }: Question): void {
		if (this.#isHolding.length === 0) {
			this.#isHolding = new Uint8Array(this.#flags.length);
		}
		const { documentNumbers } = placed.part;
		const { values } = this.#rows.passages;
		for (let at = from; at < to; at++) {
			const local = values[at] ?? 0;
			const passage = placed.firstPassage + local;
			if (this.#isHolding[passage] === 0 && asked[documentNumbers[local] ?? 0] === 1) {
				this.#isHolding[passage] = 1;
				this.#holding.push(passage);
			}
		}
	}

	#takeHolding(isAsked: boolean): void {
		for (let at = 0; at < this.#holding.length; at++) {
			const passage = this.#holding.values[at] ?? 0;
			this.#isHolding[passage] = 0;
			if (isAsked) {
				this.#held[passage] = (this.#held[passage] ?? 0) + 1;
			} else {
				this.#flags[passage] = (this.#flags[passage] ?? 0) | isTouchedBit;
			}
			this.#list(passage);
		}
		this.#holding.length = 0;
	}

	#touch({ from, to }: Rows, { placed, asked }: Question): void {
		for (let at = from; at < to; at++) {
			const local = this.#rows.passages.values[at] ?? 0;
			if (asked[placed.part.documentNumbers[local] ?? 0] === 1) {
				const passage = placed.firstPassage + local;
				this.#flags[passage] = (this.#flags[passage] ?? 0) | isTouchedBit;
				this.#list(passage);
			}
		}
	}
}

/**
 * Orders what holds everything before what holds a part, and what holds words of its own before what only stands under a title or heading that
 * does: nobody looks for a date line because the title above it matches. Negative if `a` comes first.
 */
export function compareHolding(a: number, b: number, { isFull, isOwn }: FoundPassages): number {
	return Number(isFull(b)) - Number(isFull(a)) || Number(isOwn(b)) - Number(isOwn(a));
}
