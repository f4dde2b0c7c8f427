import type { Steps } from '../base/steps.ts';
import type { DocumentHolders } from './documentHolders.ts';
import { NumberList } from './parts/bytes.ts';
import { noDocument } from './parts/part.ts';
import { countHeld, type FoundPassages, isExcludedBit, isFullBit, isListedBit, type PassageNotes, toRank } from './passageNotes.ts';
import { findPart, makePlaceOrder, type PlacedPart } from './question.ts';
import { Selection } from './ranking.ts';
import type { Scores } from './scores.ts';

/** What is ranked, and how. */
export interface RankingOptions {
	/** Where documents are ranked: one holds what its passages hold together, is as good as all of them, and stands in the answer by its best one. */
	readonly holders: DocumentHolders | undefined;
	/** What holds everything comes before the rest, whatever the scores are. */
	readonly fullFirst: boolean;
	/** How many clauses make everything: by document of the part, where its languages differ in it. */
	readonly neededOf: (placed: PlacedPart) => number | Uint16Array;
}

/** The best of what was found, and how much was found. */
export interface Ranking {
	/** Best first. Passages are numbered over all parts. */
	readonly best: readonly { readonly passage: number; readonly placed: PlacedPart; readonly score: number }[];
	/** How many passages (or documents) hold everything, and how many only a part. */
	readonly total: number;
	/** Of documents, how many hold everything in one passage. */
	readonly inOnePassage?: number;
	readonly partialTotal: number;
}

interface ListedPassages {
	readonly passages: Uint32Array;
	/** How many of them hold everything. */
	readonly total: number;
	isFull(passage: number): boolean;
	/** Negative if `a` comes first. */
	compare(a: number, b: number): number;
}

/** What a scoreboard holds. */
interface Found {
	readonly parts: readonly PlacedPart[];
	readonly notes: PassageNotes;
	/** By part. */
	readonly found: readonly FoundPassages[];
	readonly scores: Scores;
}

/** The best passage of each document, and what the documents are worth, by these. */
interface BestOfDocuments {
	readonly passages: readonly number[];
	readonly scores: ReadonlyMap<number, number>;
	/** Those whose documents hold everything. */
	readonly full: ReadonlySet<number>;
}

/** What was found by all clauses of a query, ranked or listed: once, as long as the scoreboard is in use. */
export class FoundRanking {
	readonly #parts: readonly PlacedPart[];
	readonly #notes: PassageNotes;
	readonly #found: readonly FoundPassages[];
	readonly #scores: Scores;
	readonly #options: RankingOptions;

	constructor({ parts, notes, found, scores }: Found, options: RankingOptions) {
		this.#parts = parts;
		this.#notes = notes;
		this.#found = found;
		this.#scores = scores;
		this.#options = options;
	}

	/**
	 * The best of all passages (or documents) that hold something of the query. Those that hold everything come first, if asked; then, of passages,
	 * those with words of their own: nobody looks for a date line because the title above it matches. Of equals the first by document id and place.
	 */
	*rankInSteps(limit: number): Steps<Ranking> {
		const { holders, fullFirst } = this.#options;
		const { full, kept } = this.#markFull();
		// Where enough hold everything, and these come first, nobody sees the scores of the rest.
		const onlyFull = holders === undefined && fullFirst && full >= limit;
		yield* this.#scores.scoreInSteps(holders !== undefined, onlyFull);
		yield;
		const candidates = holders && this.#bestOfDocuments(holders);
		const best = this.#select(limit, onlyFull, candidates);
		if (candidates === undefined) {
			return { best, total: full, partialTotal: kept - full };
		}
		const total = candidates.full.size;
		// The best passage of a document holds everything where any of them does.
		const inOnePassage = candidates.passages.filter((passage) => ((this.#notes.notes[passage] ?? 0) & isFullBit) !== 0).length;
		return { best, total, inOnePassage, partialTotal: candidates.passages.length - total };
	}

	/** All passages that hold something of the query, in the order of their numbers, and how `rankInSteps` would order them. */
	*listInSteps(): Steps<ListedPassages> {
		const { fullFirst } = this.#options;
		const { full: total } = this.#markFull();
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
	#markFull(): { readonly full: number; readonly kept: number } {
		const { neededOf } = this.#options;
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

	/** The best passage of each document that was found, and what the document is worth. */
	#bestOfDocuments(holders: DocumentHolders): BestOfDocuments {
		const { notes } = this.#notes;
		const passages: number[] = [];
		const scores = new Map<number, number>();
		const full = new Set<number>();
		for (const placed of this.#parts) {
			const { part, number, firstPassage, firstDocument } = placed;
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
			const needed = best.size === 0 ? 0 : this.#options.neededOf(placed);
			for (const [document, passage] of best) {
				if (holders.countHeld(placed, document) >= (typeof needed === 'number' ? needed : (needed[document] ?? 0))) {
					full.add(passage);
				}
				passages.push(passage);
				scores.set(passage, this.#scores.documents[firstDocument + document] ?? 0);
			}
		}
		return { passages, scores, full };
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

	#select(limit: number, onlyFull: boolean, documents: BestOfDocuments | undefined): Ranking['best'] {
		const { fullFirst } = this.#options;
		const { notes, scores } = this.#notes;
		const selection = new Selection(limit, makePlaceOrder(this.#parts));
		for (const passage of documents?.passages ?? []) {
			// A document whose title alone matches is as good as any other; a passage is not.
			selection.add(passage, fullFirst ? Number(documents?.full.has(passage)) : 0, documents?.scores.get(passage) ?? 0);
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
}

/** To sort one passage among many costs about as much as to look at the notes of so many: 200,000 numbers took 15 ms, their notes 0.8 ms (2 GHz). */
const sortingCost = 16;
