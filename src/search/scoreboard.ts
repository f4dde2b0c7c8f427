import { overlaps, type Range } from '../text/range.ts';
import { type CompiledClause, type CompiledLeaf, listLeaves } from './compiledQuery.ts';
import { type AskedDocuments, countOccurrences, findHolders, isDecidedByIndex } from './matching.ts';
import { NumberList } from './parts/bytes.ts';
import type { Field } from './parts/miniSearchPostings.ts';
import { type IndexPart, noDocument, type PostingLists } from './parts/part.ts';
import type { Clause } from './query.ts';
import { inverseFrequency, saturate } from './ranking.ts';

/** A part of the index, and where its passages and documents stand among those of all parts. */
export interface PlacedPart {
	readonly part: IndexPart;
	readonly firstPassage: number;
	readonly firstDocument: number;
}

/** What is asked of the documents of one language in one part. */
export interface Question {
	readonly placed: PlacedPart;
	/** All of the language: they say how much a word is worth. */
	readonly ofLanguage: AskedDocuments;
	/** Those of them that may be found. */
	readonly asked: AskedDocuments;
}

/** Rows of the scoreboard's two lists: how often a term stands in each passage of a field. */
interface Rows {
	readonly from: number;
	readonly to: number;
}

/** A term of one language in one part, waiting to be scored until all of them are counted. */
interface ScoredPart {
	readonly question: Question;
	readonly term: number;
	readonly weight: number;
	readonly body: Rows;
	readonly context: Rows;
}

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

const isOwnBit = 1;
/** A part of an unquoted compound stands in it: in the answer, though it holds no clause. */
const isTouchedBit = 2;
const isExcludedBit = 4;
const isListedBit = 8;

/**
 * Counts what each passage holds and what it is worth, over flat arrays: one pass over the postings of each term, no object per hit.
 * First every clause is added for every language of every part, then all are scored.
 */
export class Scoreboard {
	readonly #parts: readonly PlacedPart[];
	readonly #scores: Float64Array;
	readonly #held: Uint16Array;
	readonly #flags: Uint8Array;
	readonly #documentScores: Float64Array;
	readonly #found = new NumberList(1024);
	readonly #rows: PostingLists = { passages: new NumberList(4096), counts: new NumberList(4096) };
	/** By clause and word: the terms that languages and parts make of it share one worth. */
	readonly #scored = new Map<Clause, Map<string, ScoredPart[]>>();

	constructor(parts: readonly PlacedPart[]) {
		this.#parts = parts;
		const passageCount = parts.reduce((sum, { part }) => sum + part.passageCapacity, 0);
		const documentCount = parts.reduce((sum, { part }) => sum + part.documentCapacity, 0);
		this.#scores = new Float64Array(passageCount);
		this.#held = new Uint16Array(passageCount);
		this.#flags = new Uint8Array(passageCount);
		this.#documentScores = new Float64Array(documentCount);
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
			const body = this.#countWhole(clause, holders, question);
			this.#addScored(clause.clause, 'whole', { question, term: -1, weight: clause.times, body, context: { from: 0, to: 0 } });
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
			body: this.#countTerm(term, 'body', question),
			context: this.#countTerm(term, 'context', question),
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
					this.#holdRows(this.#countTerm(term, 'body', question), question);
					this.#holdRows(this.#countTerm(term, 'context', question), question);
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
					term.body = this.#keepRows(term.body, isHolder);
					term.context = this.#keepRows(term.context, isHolder);
				}
			}
		}
		for (const { term, weight, slot, body, context } of counted) {
			this.#addScored(clause.clause, slot, { question, term, weight: weight * clause.times, body, context });
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
		const totals = sumTotals(this.#parts);
		const documentCounts = withDocuments ? new Uint32Array(this.#documentScores.length) : undefined;
		for (const slots of this.#scored.values()) {
			for (const parts of slots.values()) {
				this.#scorePassages(parts, 'body', totals.bodyLength / totals.passages, totals.passages);
				this.#scorePassages(parts, 'context', totals.contextLength / totals.passages, totals.passages);
				if (documentCounts !== undefined) {
					this.#scoreDocuments(parts, documentCounts, totals.documentLength / totals.documents, totals.documents);
				}
			}
		}
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
		const isFull = new Uint8Array(this.#scores.length);
		const bestOf = by === 'document' ? new Int32Array(this.#documentScores.length).fill(-1) : undefined;
		const neededOfPart = this.#parts.map(neededOf);
		const answer: FoundPassages = {
			passages,
			scoreOf: (passage) => this.#scores[passage] ?? 0,
			isFull: (passage) => isFull[passage] === 1,
			isOwn: (passage) => ((this.#flags[passage] ?? 0) & isOwnBit) !== 0,
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
			scores.set(passage, this.#documentScores[document] ?? 0);
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
		const byScore = (this.#scores[best] ?? 0) - (this.#scores[passage] ?? 0);
		return byHolding < 0 || (byHolding === 0 && (byScore < 0 || (byScore === 0 && passage < best)));
	}

	#addScored(clause: Clause, slot: string, scored: ScoredPart): void {
		let slots = this.#scored.get(clause);
		if (slots === undefined) {
			slots = new Map();
			this.#scored.set(clause, slots);
		}
		const parts = slots.get(slot);
		if (parts === undefined) {
			slots.set(slot, [scored]);
		} else {
			parts.push(scored);
		}
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
			this.#isHolding = new Uint8Array(this.#scores.length);
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

	/** A row for each passage that holds the clause, with how often it stands in the passage's own words, and once if in its title or headings only. */
	#countWhole(clause: CompiledLeaf, holders: NumberList, question: Question): Rows {
		const { part } = question.placed;
		const { passages, counts } = this.#rows;
		let countOf = (passage: number) => countOccurrences(clause, passage, part);
		if (clause.ways.every(isDecidedByIndex)) {
			const times = new Uint32Array(part.passageCapacity);
			for (const term of clause.ways.flatMap((way) => way.flatMap(({ terms }) => terms))) {
				const start = passages.length;
				part.readPostings(term, 'body', this.#rows);
				for (let at = start; at < passages.length; at++) {
					const passage = passages.values[at] ?? 0;
					times[passage] = (times[passage] ?? 0) + (counts.values[at] ?? 0);
				}
				passages.length = start;
				counts.length = start;
			}
			countOf = (passage) => times[passage] ?? 0;
		}
		const from = passages.length;
		for (let at = 0; at < holders.length; at++) {
			const passage = holders.values[at] ?? 0;
			passages.push(passage);
			counts.push(countOf(passage) || 1);
		}
		return { from, to: passages.length };
	}

	/** The rows of the term's postings that count: of documents of the language that are there. */
	#countTerm(term: number, field: Field, { placed, ofLanguage }: Question): Rows {
		const { passages, counts } = this.#rows;
		const { documentNumbers } = placed.part;
		const from = passages.length;
		placed.part.readPostings(term, field, this.#rows);
		let to = from;
		for (let at = from; at < passages.length; at++) {
			const document = documentNumbers[passages.values[at] ?? 0] ?? noDocument;
			if (document !== noDocument && ofLanguage[document] === 1) {
				passages.values[to] = passages.values[at] ?? 0;
				counts.values[to] = counts.values[at] ?? 0;
				to++;
			}
		}
		passages.length = to;
		counts.length = to;
		return { from, to };
	}

	/** The rows of these passages only, behind all rows. */
	#keepRows({ from, to }: Rows, isKept: Uint8Array): Rows {
		const { passages, counts } = this.#rows;
		const start = passages.length;
		for (let at = from; at < to; at++) {
			const passage = passages.values[at] ?? 0;
			if (isKept[passage] === 1) {
				passages.push(passage);
				counts.push(counts.values[at] ?? 0);
			}
		}
		return { from: start, to: passages.length };
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

	#scorePassages(parts: readonly ScoredPart[], field: Field, averageLength: number, passageCount: number): void {
		const matching = parts.reduce((sum, part) => sum + part[field].to - part[field].from, 0);
		const worth = inverseFrequency(matching, passageCount);
		const ownBit = field === 'body' ? isOwnBit : 0;
		const { passages, counts } = this.#rows;
		for (const { question, weight, [field]: rows } of parts) {
			const { part, firstPassage } = question.placed;
			const lengths = field === 'body' ? part.bodyLengths : part.contextLengths;
			for (let at = rows.from; at < rows.to; at++) {
				const local = passages.values[at] ?? 0;
				if (question.asked[part.documentNumbers[local] ?? 0] === 1) {
					const gain = weight * worth * saturate(counts.values[at] ?? 0, lengths[local] ?? 0, averageLength);
					const passage = firstPassage + local;
					this.#scores[passage] = (this.#scores[passage] ?? 0) + gain;
					this.#flags[passage] = (this.#flags[passage] ?? 0) | ownBit;
				}
			}
		}
	}

	/** The same over documents: one holds what its passages hold together; its title and headings count once. `counts` is all 0, and left so. */
	#scoreDocuments(parts: readonly ScoredPart[], counts: Uint32Array, averageLength: number, documentCount: number): void {
		const documentsOf = parts.map((part) => this.#countInDocuments(part, counts));
		const matching = documentsOf.reduce((sum, documents) => sum + documents.length, 0);
		const worth = inverseFrequency(matching, documentCount);
		parts.forEach(({ question, weight }, index) => {
			const { part, firstDocument } = question.placed;
			for (const document of documentsOf[index] ?? []) {
				const count = counts[firstDocument + document] ?? 0;
				counts[firstDocument + document] = 0;
				if (question.asked[document] === 1) {
					const gain = weight * worth * saturate(count, part.lengthOf(document), averageLength);
					this.#documentScores[firstDocument + document] = (this.#documentScores[firstDocument + document] ?? 0) + gain;
				}
			}
		});
	}

	/** Adds how often the term stands in each document to `counts`; gives the documents. */
	#countInDocuments({ question, term, body, context }: ScoredPart, counts: Uint32Array): number[] {
		const { part, firstDocument } = question.placed;
		const { passages, counts: times } = this.#rows;
		const documents: number[] = [];
		const add = (document: number, count: number) => {
			const before = counts[firstDocument + document] ?? 0;
			if (before === 0) {
				documents.push(document);
			}
			counts[firstDocument + document] = before + count;
		};
		for (let at = body.from; at < body.to; at++) {
			add(part.documentNumbers[passages.values[at] ?? 0] ?? 0, times.values[at] ?? 0);
		}
		const inContext = new Map<number, number>();
		for (let at = context.from; at < context.to; at++) {
			const document = part.documentNumbers[passages.values[at] ?? 0] ?? 0;
			inContext.set(document, Math.max(inContext.get(document) ?? 0, times.values[at] ?? 0));
		}
		for (const [document, count] of inContext) {
			const own = count - (part.documentAt(document).repeatedTerms.get(term) ?? 0);
			if (own > 0) {
				add(document, own);
			}
		}
		return documents;
	}
}

/**
 * Orders what holds everything before what holds a part, and what holds words of its own before what only stands under a title or heading that
 * does: nobody looks for a date line because the title above it matches. Negative if `a` comes first.
 */
export function compareHolding(a: number, b: number, { isFull, isOwn }: FoundPassages): number {
	return Number(isFull(b)) - Number(isFull(a)) || Number(isOwn(b)) - Number(isOwn(a));
}

function sumTotals(parts: readonly PlacedPart[]): {
	documents: number;
	passages: number;
	documentLength: number;
	bodyLength: number;
	contextLength: number;
} {
	const sums = { documents: 0, passages: 0, documentLength: 0, bodyLength: 0, contextLength: 0 };
	for (const { part } of parts) {
		sums.documents += part.totals.documents;
		sums.passages += part.totals.passages;
		sums.documentLength += part.totals.documentLength;
		sums.bodyLength += part.totals.bodyLength;
		sums.contextLength += part.totals.contextLength;
	}
	return sums;
}
