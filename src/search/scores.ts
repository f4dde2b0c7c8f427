import type { Steps } from '../base/steps.ts';
import type { Field } from './parts/miniSearchPostings.ts';
import { isFullBit, isListedBit, isOwnBit, type PassageNotes } from './passageNotes.ts';
import type { PostingRows, Rows } from './postingRows.ts';
import type { Clause } from './query.ts';
import type { PlacedPart, Question } from './question.ts';
import { inverseFrequency, Norms, saturate } from './ranking.ts';

/** Rows that are scored in some milliseconds. */
const rowsPerStep = 200_000;

/** A term of one language in one part, waiting to be scored until all of them are counted. */
export interface ScoredTerm {
	readonly question: Question;
	/** -1 for a clause that is scored whole. */
	readonly term: number;
	/** The number of the clause among those of its language and part, from 1 on. */
	readonly clause: number;
	readonly weight: number;
	readonly body: Rows;
	readonly context: Rows;
}

/** The terms that languages and parts make of one word, and what it is worth in each field, which a passage gains by how its length is taken. */
export interface WeighedTerms {
	readonly parts: readonly ScoredTerm[];
	readonly worth: Readonly<Record<Field, number>>;
	readonly norms: Readonly<Record<Field, Norms>>;
}

/** What passages and documents are worth, by their numbers over all parts: passages in the notes, documents here. */
export class Scores {
	/** Empty until they are scored. */
	documents = new Float64Array();
	readonly #notes: PassageNotes;
	readonly #parts: readonly PlacedPart[];
	readonly #rows: PostingRows;
	/** By clause and word: the terms that languages and parts make of it share one worth. */
	readonly #added = new Map<Clause, Map<string, ScoredTerm[]>>();

	constructor(parts: readonly PlacedPart[], notes: PassageNotes) {
		this.#parts = parts;
		this.#rows = notes.rows;
		this.#notes = notes;
	}

	/** A term waits to be scored until all are added. `slot` is the word of the clause that it is made of. */
	add(clause: Clause, slot: string, scored: ScoredTerm): void {
		let slots = this.#added.get(clause);
		if (slots === undefined) {
			slots = new Map();
			this.#added.set(clause, slots);
		}
		const parts = slots.get(slot);
		if (parts === undefined) {
			slots.set(slot, [scored]);
		} else {
			parts.push(scored);
		}
	}

	/**
	 * Gives passages, and documents if asked, the scores of all that was added, and notes which passages have words of their own. `onlyFull`: only
	 * passages that hold everything.
	 */
	*scoreInSteps(withDocuments: boolean, onlyFull: boolean): Steps<void> {
		const totals = sumTotals(this.#parts);
		const documentCapacity = withDocuments ? this.#parts.reduce((sum, { part }) => sum + part.documentCapacity, 0) : 0;
		this.documents = new Float64Array(documentCapacity);
		const documentCounts = withDocuments ? new Uint32Array(documentCapacity) : undefined;
		let untilStep = rowsPerStep;
		for (const weighed of this.weigh()) {
			const { parts } = weighed;
			untilStep -= parts.reduce((sum, part) => sum + part.body.to - part.body.from, 0);
			if (untilStep <= 0) {
				untilStep = rowsPerStep;
				yield;
			}
			this.#scorePassages(weighed, 'body', onlyFull);
			this.#scorePassages(weighed, 'context', onlyFull);
			if (documentCounts !== undefined) {
				this.#scoreDocuments(parts, documentCounts, totals.documentLength / totals.documents, totals.documents);
			}
		}
	}

	/** All words that were added, in the order in which passages gain by them. */
	*weigh(): Generator<WeighedTerms, void, undefined> {
		const { passages, bodyLength, contextLength } = sumTotals(this.#parts);
		const norms = {
			body: this.#notes.normsOf('body', bodyLength / passages),
			context: this.#notes.normsOf('context', contextLength / passages),
		};
		const countRows = (parts: readonly ScoredTerm[], field: Field) =>
			parts.reduce((sum, { [field]: rows }) => sum + rows.to - rows.from, 0);
		for (const slots of this.#added.values()) {
			for (const parts of slots.values()) {
				const body = inverseFrequency(countRows(parts, 'body'), passages);
				const context = inverseFrequency(countRows(parts, 'context'), passages);
				yield { parts, worth: { body, context }, norms };
			}
		}
	}

	#scorePassages({ parts, worth, norms: allNorms }: WeighedTerms, field: Field, onlyFull: boolean): void {
		const norms = allNorms[field];
		const { scores, notes } = this.#notes;
		const passages = this.#rows.passages.values;
		const counts = this.#rows.counts.values;
		const noted = field === 'body' ? isOwnBit : 0;
		// Who is not found gets no score: rows of a word that stands elsewhere than in its phrase, and of documents that nobody asked for.
		const wanted = onlyFull ? isFullBit : isListedBit;
		for (const { question, weight, [field]: rows } of parts) {
			const { part, firstPassage } = question.placed;
			const lengths = field === 'body' ? part.bodyLengths : part.contextLengths;
			const times = weight * worth[field];
			for (let at = rows.from; at < rows.to; at++) {
				const local = passages[at] ?? 0;
				const passage = firstPassage + local;
				const note = notes[passage] ?? 0;
				if ((note & wanted) !== 0) {
					scores[passage] = (scores[passage] ?? 0) + times * saturate(counts[at] ?? 0, norms.of(lengths[local] ?? 0));
					notes[passage] = note | noted;
				}
			}
		}
	}

	/** The same over documents: one holds what its passages hold together; its title and headings count once. `counts` is all 0, and left so. */
	#scoreDocuments(parts: readonly ScoredTerm[], counts: Uint32Array, averageLength: number, documentCount: number): void {
		const documentsOf = parts.map((part) => this.#countInDocuments(part, counts));
		const matching = documentsOf.reduce((sum, documents) => sum + documents.length, 0);
		const worth = inverseFrequency(matching, documentCount);
		const norms = new Norms(averageLength);
		parts.forEach(({ question, weight }, index) => {
			const { part, firstDocument } = question.placed;
			for (const document of documentsOf[index] ?? []) {
				const count = counts[firstDocument + document] ?? 0;
				counts[firstDocument + document] = 0;
				if (question.asked[document] === 1) {
					const gain = weight * worth * saturate(count, norms.of(part.lengthOf(document)));
					this.documents[firstDocument + document] = (this.documents[firstDocument + document] ?? 0) + gain;
				}
			}
		});
	}

	/** Adds how often the term stands in each document to `counts`; gives the documents. */
	#countInDocuments({ question, term, body, context }: ScoredTerm, counts: Uint32Array): number[] {
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
