import type { CompiledClause } from './compiledQuery.ts';
import type { Scope } from './matching.ts';
import { toPhrase } from './matching.ts';
import type { Field, MiniSearchPostings } from './miniSearchPostings.ts';
import { fields } from './miniSearchPostings.ts';
import type { PassageStore, StoredDocument } from './passageStore.ts';
import type { Clause } from './query.ts';
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
	/** Whether a word of the query stands in the passage itself, not only in its title and headings. */
	readonly isOwn: boolean;
}

/** How often a term stands in each passage of a field, in the order of the index. */
interface Counts {
	readonly passages: number[];
	readonly counts: number[];
}

/** A term of one language, waiting to be scored until all languages are counted. */
interface ScoredPart {
	readonly term: string;
	readonly weight: number;
	readonly scope: Scope;
	readonly body: Counts;
	readonly context: Counts;
}

/**
 * Orders what holds everything before what holds a part, and what holds words of its own before what only stands under a title or heading that
 * does: nobody looks for a date line because the title above it matches. Negative if `a` comes first.
 */
export function compareHolding(a: FoundEntry, b: FoundEntry): number {
	return Number(b.isFull) - Number(a.isFull) || Number(b.isOwn) - Number(a.isOwn);
}

/**
 * Counts what each passage holds and what it is worth, over flat arrays: one pass over the postings of each term, no object per hit.
 * First every clause is added for every language, then all are scored.
 */
export class Scoreboard {
	readonly #store: PassageStore;
	readonly #postings: MiniSearchPostings;
	readonly #scores: Float64Array;
	readonly #held: Uint16Array;
	/** Passages with a part of an unquoted compound: in the answer, though they hold no clause. */
	readonly #isTouched: Uint8Array;
	readonly #isExcluded: Uint8Array;
	/** Passages with words of the query of their own. */
	readonly #isOwn: Uint8Array;
	readonly #documentScores: Float64Array;
	/** By clause and word: the terms that languages make of it share one worth. */
	readonly #parts = new Map<Clause, Map<string, ScoredPart[]>>();

	constructor(store: PassageStore, postings: MiniSearchPostings) {
		this.#store = store;
		this.#postings = postings;
		this.#scores = new Float64Array(store.passageCapacity);
		this.#held = new Uint16Array(store.passageCapacity);
		this.#isTouched = new Uint8Array(store.passageCapacity);
		this.#isExcluded = new Uint8Array(store.passageCapacity);
		this.#isOwn = new Uint8Array(store.passageCapacity);
		this.#documentScores = new Float64Array(store.documentCapacity);
	}

	/** Counts a clause that these passages hold, in documents of the language; `scope` says which of them are asked for. */
	addClause(clause: CompiledClause, language: string, holders: ReadonlySet<number>, scope: Scope): void {
		for (const passage of holders) {
			this.#held[passage] = (this.#held[passage] ?? 0) + 1;
		}
		if (clause.isScoredWhole) {
			const passages = [...holders];
			const body = { passages, counts: passages.map((passage) => this.#countOccurrences(clause, passage)) };
			this.#addPart(clause.clause, 'whole', { term: '', weight: clause.times, scope, body, context: { passages: [], counts: [] } });
			return;
		}
		const [way] = clause.ways;
		const isCompound = (way?.length ?? 0) > 1;
		// A term of an unfinished word may file words that do not start so: they neither count nor score.
		const isInexact = !isCompound && way?.[0]?.areTermsExact === false;
		const counts = (passage: number, document: StoredDocument) => document.language === language && (!isInexact || holders.has(passage));
		for (const { term, weight, slot } of clause.scored) {
			const body = this.#countTerm(term, 'body', counts);
			const context = this.#countTerm(term, 'context', counts);
			this.#addPart(clause.clause, slot, { term, weight: weight * clause.times, scope, body, context });
			if (isCompound && clause.clause.kind === 'word') {
				this.#touch(body, scope);
				this.#touch(context, scope);
			}
		}
	}

	/** Gives passages, and documents if asked, the scores of all that was added. */
	score(withDocuments: boolean): void {
		for (const slots of this.#parts.values()) {
			for (const parts of slots.values()) {
				for (const field of fields) {
					this.#scorePassages(parts, field);
				}
				if (withDocuments) {
					this.#scoreDocuments(parts);
				}
			}
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
			const isOwn = this.#isOwn[passage] === 1;
			const entry = { document, passage, score: this.#scores[passage] ?? 0, isFull: held >= needed(document), isOwn };
			if (by === 'passage') {
				found.push(entry);
				continue;
			}
			const best = bestOf.get(document.number);
			if (best === undefined || compareHolding(entry, best) < 0 || (compareHolding(entry, best) === 0 && entry.score > best.score)) {
				bestOf.set(document.number, entry);
			}
		}
		return by === 'passage'
			? found
			: [...bestOf.values()].map((entry) => ({ ...entry, score: this.#documentScores[entry.document.number] ?? 0 }));
	}

	#addPart(clause: Clause, slot: string, part: ScoredPart): void {
		const slots = this.#parts.get(clause) ?? new Map<string, ScoredPart[]>();
		this.#parts.set(clause, slots);
		slots.set(slot, [...(slots.get(slot) ?? []), part]);
	}

	#countTerm(term: string, field: Field, isCounted: (passage: number, document: StoredDocument) => boolean): Counts {
		const found: Counts = { passages: [], counts: [] };
		this.#postings.forEachPosting(term, field, (passage, count) => {
			const document = this.#store.documentOf(passage);
			if (document !== undefined && isCounted(passage, document)) {
				found.passages.push(passage);
				found.counts.push(count);
			}
		});
		return found;
	}

	#touch({ passages }: Counts, scope: Scope): void {
		for (const passage of passages) {
			const document = this.#store.documentOf(passage);
			if (document !== undefined && scope(document)) {
				this.#isTouched[passage] = 1;
			}
		}
	}

	#scorePassages(parts: readonly ScoredPart[], field: Field): void {
		const lengths = field === 'body' ? this.#store.bodyLengths : this.#store.contextLengths;
		const averageLength = this.#postings.getAverageLength(field);
		const matching = parts.reduce((sum, part) => sum + part[field].passages.length, 0);
		const worth = inverseFrequency(matching, this.#postings.documentCount);
		for (const part of parts) {
			const { passages, counts } = part[field];
			for (let at = 0; at < passages.length; at++) {
				const passage = passages[at] ?? 0;
				const document = this.#store.documentOf(passage);
				if (document !== undefined && part.scope(document)) {
					const gain = part.weight * worth * saturate(counts[at] ?? 0, lengths[passage] ?? 0, averageLength);
					this.#scores[passage] = (this.#scores[passage] ?? 0) + gain;
					this.#isOwn[passage] = field === 'body' ? 1 : (this.#isOwn[passage] ?? 0);
				}
			}
		}
	}

	/** The same over documents: one holds what its passages hold together; its title and headings count once. */
	#scoreDocuments(parts: readonly ScoredPart[]): void {
		const countsOfParts = parts.map((part) => this.#countInDocuments(part));
		const matching = countsOfParts.reduce((sum, counts) => sum + counts.size, 0);
		const worth = inverseFrequency(matching, this.#store.documentCount);
		parts.forEach((part, index) => {
			for (const [document, count] of countsOfParts[index] ?? []) {
				if (part.scope(document)) {
					const gain = part.weight * worth * saturate(count, document.length, this.#store.averageDocumentLength);
					this.#documentScores[document.number] = (this.#documentScores[document.number] ?? 0) + gain;
				}
			}
		});
	}

	#countInDocuments({ term, body, context }: ScoredPart): Map<StoredDocument, number> {
		const total = new Map<StoredDocument, number>();
		const inContext = new Map<StoredDocument, number>();
		body.passages.forEach((passage, at) => {
			const document = this.#store.documentOf(passage);
			if (document !== undefined) {
				total.set(document, (total.get(document) ?? 0) + (body.counts[at] ?? 0));
			}
		});
		context.passages.forEach((passage, at) => {
			const document = this.#store.documentOf(passage);
			const own = document === undefined ? 0 : (context.counts[at] ?? 0) - (document.repeatedTerms.get(term) ?? 0);
			if (document !== undefined && own > 0) {
				inContext.set(document, Math.max(inContext.get(document) ?? 0, own));
			}
		});
		for (const [document, count] of inContext) {
			total.set(document, (total.get(document) ?? 0) + count);
		}
		return total;
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
