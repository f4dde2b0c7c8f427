import type { CompiledClause } from './compiledQuery.ts';
import type { Scope } from './matching.ts';
import { toPhrase } from './matching.ts';
import type { Field, MiniSearchPostings } from './miniSearchPostings.ts';
import { fields } from './miniSearchPostings.ts';
import type { PassageStore, StoredDocument } from './passageStore.ts';
import { inverseFrequency, saturate } from './ranking.ts';
import { findInPassage } from './tokenTable.ts';

/** A passage that matches, or the best one of a document that does. */
export interface FoundEntry {
	readonly document: StoredDocument;
	readonly passage: number;
	/** Of the passage, or of the document as a whole. */
	readonly score: number;
	/** Whether the passage holds everything. */
	readonly isFull: boolean;
}

/** How often a term stands in each passage of a field. */
type Counts = Readonly<Record<Field, readonly { readonly passage: number; readonly count: number }[]>>;

/** Counts what each passage holds and what it is worth, over flat arrays: one pass over the postings of each term, no object per hit. */
export class Scoreboard {
	readonly #store: PassageStore;
	readonly #postings: MiniSearchPostings;
	readonly #scores: Float64Array;
	readonly #held: Uint16Array;
	/** Passages with a part of an unquoted compound: in the answer, though they hold no clause. */
	readonly #isTouched: Uint8Array;
	readonly #isExcluded: Uint8Array;
	readonly #documentScores: Float64Array;

	constructor(store: PassageStore, postings: MiniSearchPostings) {
		this.#store = store;
		this.#postings = postings;
		this.#scores = new Float64Array(store.passageCapacity);
		this.#held = new Uint16Array(store.passageCapacity);
		this.#isTouched = new Uint8Array(store.passageCapacity);
		this.#isExcluded = new Uint8Array(store.passageCapacity);
		this.#documentScores = new Float64Array(store.documentCapacity);
	}

	/** Counts a clause that these passages hold, and adds what it is worth to the scores of passages and, if asked, of documents. */
	addClause(clause: CompiledClause, holders: ReadonlySet<number>, scope: Scope, withDocuments: boolean): void {
		for (const passage of holders) {
			this.#held[passage] = (this.#held[passage] ?? 0) + 1;
		}
		if (clause.isScoredWhole) {
			const body = [...holders].map((passage) => ({ passage, count: this.#countOccurrences(clause, passage) }));
			this.#addTerm('', { body, context: [] }, clause.times, scope, false, withDocuments);
			return;
		}
		const [way] = clause.ways;
		const isCompound = (way?.length ?? 0) > 1;
		// A term of an unfinished word may file words that do not start so: they neither count nor score.
		const isInexact = !isCompound && way?.[0]?.areTermsExact === false;
		for (const { term, weight } of clause.scored) {
			const counts = this.#countTerm(term, isInexact ? holders : undefined);
			this.#addTerm(term, counts, weight * clause.times, scope, isCompound && clause.clause.kind === 'word', withDocuments);
		}
	}

	exclude(passages: ReadonlySet<number>): void {
		for (const passage of passages) {
			this.#isExcluded[passage] = 1;
		}
	}

	/** All passages (or documents, each by its best passage) that hold something of the query; in no order. */
	collect(by: 'passage' | 'document', needed: (document: StoredDocument) => number): FoundEntry[] {
		const found: FoundEntry[] = [];
		const bestOf = new Map<number, FoundEntry>();
		for (let passage = 0; passage < this.#scores.length; passage++) {
			const held = this.#held[passage] ?? 0;
			if ((held === 0 && this.#isTouched[passage] === 0) || this.#isExcluded[passage] === 1) {
				continue;
			}
			const document = this.#store.documentOf(passage);
			if (document === undefined) {
				continue;
			}
			const entry = { document, passage, score: this.#scores[passage] ?? 0, isFull: held >= needed(document) };
			if (by === 'passage') {
				found.push(entry);
				continue;
			}
			const best = bestOf.get(document.number);
			if (best === undefined || (entry.isFull === best.isFull ? entry.score > best.score : entry.isFull)) {
				bestOf.set(document.number, entry);
			}
		}
		return by === 'passage'
			? found
			: [...bestOf.values()].map((entry) => ({ ...entry, score: this.#documentScores[entry.document.number] ?? 0 }));
	}

	#countTerm(term: string, holders: ReadonlySet<number> | undefined): Counts {
		const counts: Record<Field, { passage: number; count: number }[]> = { body: [], context: [] };
		for (const field of fields) {
			this.#postings.forEachPosting(term, field, (passage, count) => {
				if (holders === undefined || holders.has(passage)) {
					counts[field].push({ passage, count });
				}
			});
		}
		return counts;
	}

	#addTerm(term: string, counts: Counts, weight: number, scope: Scope, touches: boolean, withDocuments: boolean): void {
		for (const field of fields) {
			const lengths = field === 'body' ? this.#store.bodyLengths : this.#store.contextLengths;
			const averageLength = this.#postings.getAverageLength(field);
			const worth = weight * inverseFrequency(counts[field].length, this.#postings.documentCount);
			for (const { passage, count } of counts[field]) {
				const document = this.#store.documentOf(passage);
				if (document !== undefined && scope(document)) {
					this.#scores[passage] = (this.#scores[passage] ?? 0) + worth * saturate(count, lengths[passage] ?? 0, averageLength);
					if (touches) {
						this.#isTouched[passage] = 1;
					}
				}
			}
		}
		if (withDocuments) {
			this.#addTermToDocuments(term, counts, weight, scope);
		}
	}

	/** The same over documents: one holds what its passages hold together; its title and headings count once. */
	#addTermToDocuments(term: string, counts: Counts, weight: number, scope: Scope): void {
		const inBody = new Map<StoredDocument, number>();
		const inContext = new Map<StoredDocument, number>();
		for (const { passage, count } of counts.body) {
			const document = this.#store.documentOf(passage);
			if (document !== undefined) {
				inBody.set(document, (inBody.get(document) ?? 0) + count);
			}
		}
		for (const { passage, count } of counts.context) {
			const document = this.#store.documentOf(passage);
			const own = document === undefined ? 0 : count - (document.repeatedTerms.get(term) ?? 0);
			if (document !== undefined && own > 0) {
				inContext.set(document, Math.max(inContext.get(document) ?? 0, own));
			}
		}
		const holders = new Set([...inBody.keys(), ...inContext.keys()]);
		const worth = weight * inverseFrequency(holders.size, this.#store.documentCount);
		for (const document of holders) {
			if (scope(document)) {
				const count = (inBody.get(document) ?? 0) + (inContext.get(document) ?? 0);
				const gain = worth * saturate(count, document.length, this.#store.averageDocumentLength);
				this.#documentScores[document.number] = (this.#documentScores[document.number] ?? 0) + gain;
			}
		}
	}

	#countOccurrences(clause: CompiledClause, passage: number): number {
		const document = this.#store.documentOf(passage);
		if (document === undefined) {
			return 0;
		}
		const ordinal = passage - document.firstPassage;
		return clause.ways.reduce((sum, way) => sum + findInPassage(document.table, ordinal, toPhrase(way)).length, 0) || 1;
	}
}
