import { Emitter, type Event } from '../base/event.ts';
import { type Steps, takeAllSteps } from '../base/steps.ts';
import { splitWords, termOf } from '../text/analyse.ts';
import type { CompiledQuery, Correction, Corrections } from './compiledQuery.ts';
import { compileQuery, findQueryLanguage, findUnknownWords } from './compiledQuery.ts';
import type {
	DocumentMatches,
	EngineAnswer,
	EngineHit,
	EngineMatches,
	IndexedDocument,
	SearchEngine,
	SearchOptions,
	SearchScope,
	TextSource,
	WordCounts,
} from './engine.ts';
import { HitDescriber } from './hitDescription.ts';
import { LivePart } from './parts/livePart.ts';
import { makePart, PackedPart } from './parts/packedPart.ts';
import { packParts } from './parts/packer.ts';
import { type IndexPart, noDocument } from './parts/part.ts';
import { DamagedPart } from './parts/segmentFile.ts';
import { PassageNotes } from './passageNotes.ts';
import type { Query } from './query.ts';
import type { PlacedPart, Question } from './question.ts';
import { type RankingOptions, Scoreboard } from './scoreboard.ts';
import { findNeighbours } from './spelling.ts';

export interface SearchIndexOptions {
	/** The live part is packed once it has this many passages; 5,000 if left out: MiniSearch takes them at its best speed, and a query of them costs little. */
	readonly maxLivePassages?: number;
	/** So many packed parts of about the same size are made one; 8 if left out. */
	readonly mergedParts?: number;
}

/** With up to this many words whoever holds them all comes first; longer queries are ranked by score alone, as sentences are. */
const maxWordsForFullFirst = 4;

/**
 * Search over one index: a live part, in which MiniSearch files and counts the terms of what is new, and packed parts of what was filed before, in
 * a few flat arrays. All parts answer as one: what a word is worth follows from all of them together.
 *
 * What "holds" means: a word, any word of the same stem by the rules of the document's language; a stop word in a phrase, itself; `word*`,
 * anything that starts so; a phrase or a compound as typed, its words in a row, also over hyphens, lines and into the next passages; Han and
 * Kana, the same characters in a row. In the passage's own words or, all of it, in the title or in one heading.
 * Ties are broken by document id and place, so that an answer depends on what is indexed and on nothing else.
 */
export class SearchIndex implements SearchEngine {
	readonly #maxLivePassages: number;
	readonly #mergedParts: number;
	#live = new LivePart();
	#packed: IndexPart[] = [];
	#notes = new PassageNotes(1_024);
	/** Documents that are being added, which tie the live part. */
	#adding = 0;
	/** The parts that are being packed, and whether a document has gone from them meanwhile. */
	#packing: { parts: readonly IndexPart[]; isChanged: boolean } | undefined;
	readonly #didLose = new Emitter<readonly string[]>();

	/** Documents that are not known any more, since the part that they stood in is damaged where it is kept. They are to be given again. */
	readonly onDidLoseDocuments: Event<readonly string[]> = this.#didLose.event;

	constructor({ maxLivePassages = 5_000, mergedParts = 8 }: SearchIndexOptions = {}) {
		this.#maxLivePassages = maxLivePassages;
		this.#mergedParts = mergedParts;
	}

	replaceDocument(document: IndexedDocument): void {
		takeAllSteps(this.replaceDocumentInSteps(document));
		takeAllSteps(this.tidyInSteps());
	}

	*replaceDocumentInSteps(document: IndexedDocument): Steps<void> {
		this.#adding += 1;
		try {
			yield* this.#live.addInSteps(document, () => this.#removePacked(document.id));
		} finally {
			this.#adding -= 1;
		}
	}

	/** Packs the live part once it is large, and makes one of packed parts of about the same size. */
	tidyInSteps(): Steps<void> {
		return this.#packInSteps(this.#maxLivePassages);
	}

	/** `tidyInSteps`, with a live part of any size: what is packed can be kept. Nothing while documents are added, or others pack. */
	packAllInSteps(): Steps<void> {
		return this.#packInSteps(1);
	}

	/** The packed parts, for who keeps them. */
	get packedParts(): readonly PackedPart[] {
		return this.#packed.filter((part) => part instanceof PackedPart);
	}

	/** Takes parts that were kept, beside what is here. No document of theirs may be here. */
	addParts(parts: readonly PackedPart[]): void {
		this.#packed.push(...parts);
	}

	*#packInSteps(minPassages: number): Steps<void> {
		const { passageCapacity, totals } = this.#live;
		const hasEnough = passageCapacity >= minPassages || (minPassages <= 1 && totals.documents > 0);
		if (this.#adding > 0 || this.#packing !== undefined || !hasEnough) {
			return;
		}
		try {
			// What comes while the part is packed goes into the next one.
			const filed = this.#live;
			this.#live = new LivePart();
			if (filed.totals.documents > 0) {
				this.#packed.push(filed);
				yield* this.#replaceParts([filed]);
			}
			for (let alike = findAlike(this.#packed, this.#mergedParts); alike !== undefined; ) {
				yield* this.#replaceParts(alike);
				alike = findAlike(this.#packed, this.#mergedParts);
			}
		} finally {
			this.#packing = undefined;
		}
	}

	removeDocument(id: string): void {
		this.#live.removeDocument(id);
		this.#removePacked(id);
	}

	countUses(words: readonly string[]): WordCounts {
		const parts = this.#place().map(({ part }) => part);
		const passageCount = parts.reduce((sum, { totals }) => sum + totals.passages, 0);
		const counts = words.map((word) => parts.reduce((sum, part) => sum + countUsesIn(part, word), 0));
		return { passageCount, counts };
	}

	search(query: Query, options: SearchOptions, textOf: TextSource): EngineAnswer {
		return this.#whole(() => this.#search(query, options, textOf));
	}

	#search(query: Query, options: SearchOptions, textOf: TextSource): EngineAnswer {
		return this.#find(query, options, ({ scoreboard, ranking, compiled, corrections }) => {
			const { best, total, partialTotal } = scoreboard.rank(ranking, Math.max(0, options.limit));
			const describers = new Map<CompiledForPart, HitDescriber>();
			const hits = best.flatMap(({ passage, placed, score }): EngineHit[] => {
				const { part, firstPassage } = placed;
				const document = part.documentNumbers[passage - firstPassage] ?? 0;
				const asked = compiled.find((entry) => entry.placed === placed && part.documentsOf(entry.language)[document] === 1);
				if (asked === undefined) {
					return [];
				}
				const describer = describers.get(asked) ?? new HitDescriber(asked.query);
				describers.set(asked, describer);
				return [describer.describe(part, passage - firstPassage, score, textOf)];
			});
			return { hits, total, partialTotal, corrections: toSearched(corrections) };
		});
	}

	listMatches(query: Query, options: Pick<SearchOptions, 'isTyping' | 'scope'>): EngineMatches {
		return this.#whole(() => this.#listMatches(query, options));
	}

	#listMatches(query: Query, options: Pick<SearchOptions, 'isTyping' | 'scope'>): EngineMatches {
		return this.#find(query, { ...options, by: 'passage' }, ({ scoreboard, ranking, corrections }) => {
			const { passages, total, isFull, compare } = scoreboard.list(ranking);
			// A document's passages have numbers in a row, in order of place.
			const listed: { readonly best: number; readonly matches: DocumentMatches }[] = [];
			for (let from = 0, to = 0; from < passages.length; from = to) {
				const { part, firstPassage } = scoreboard.partOf(passages[from] ?? 0);
				const document = part.documentNumbers[(passages[from] ?? 0) - firstPassage] ?? noDocument;
				let best = passages[from] ?? 0;
				for (to = from + 1; part.documentNumbers[(passages[to] ?? Infinity) - firstPassage] === document; to++) {
					const passage = passages[to] ?? 0;
					best = compare(passage, best) < 0 ? passage : best;
				}
				const own = passages.subarray(from, to);
				listed.push({
					best,
					matches: {
						documentId: part.idOf(document),
						starts: Uint32Array.from(own, (passage) => part.rangeOf(passage - firstPassage).start),
						isFull: Uint8Array.from(own, (passage) => Number(isFull(passage))),
					},
				});
			}
			return {
				documents: listed.sort((a, b) => compare(a.best, b.best)).map(({ matches }) => matches),
				total,
				partialTotal: passages.length - total,
				corrections: toSearched(corrections),
			};
		});
	}

	/** An answer with nothing of a damaged part in it: what is left is asked again. */
	#whole<T>(ask: () => T): T {
		for (;;) {
			try {
				return ask();
			} catch (error) {
				this.#dropDamaged(error);
			}
		}
	}

	/** Everything that holds something of the query, on a scoreboard that `use` may ask as long as it runs. */
	#find<T>(query: Query, options: Omit<SearchOptions, 'limit'>, use: (found: Found) => T): T {
		const parts = this.#place();
		const { compiled, corrections } = this.#compile(query, options.isTyping, parts);
		const scoreboard = new Scoreboard(parts, this.#takeNotes(parts));
		try {
			let wordCount = 0;
			for (const { placed, language, query: compiledQuery } of compiled) {
				wordCount = Math.max(wordCount, compiledQuery.required.length);
				const question = ask(placed, language, options.scope);
				for (const clause of compiledQuery.required) {
					scoreboard.addClause(clause, question);
				}
				for (const clause of compiledQuery.excluded) {
					scoreboard.exclude(clause, question);
				}
				if (compiledQuery.required.length === 0 && query.filters.length + compiledQuery.excluded.length > 0) {
					scoreboard.listAll(question);
				}
			}
			if (options.scope?.ranges !== undefined) {
				scoreboard.keepRanges(options.scope.ranges);
			}
			const fullFirst = wordCount <= maxWordsForFullFirst;
			const ranking = { by: options.by, fullFirst, neededOf: (placed: PlacedPart) => countNeeded(placed, compiled) };
			return use({ scoreboard, ranking, compiled, corrections });
		} finally {
			scoreboard.close();
		}
	}

	/** Notes for as many passages as there are. */
	#takeNotes(parts: readonly PlacedPart[]): PassageNotes {
		const count = parts.reduce((sum, { part }) => sum + part.passageCapacity, 0);
		if (this.#notes.capacity < count) {
			// Some more, since the index grows.
			this.#notes = new PassageNotes(Math.ceil(count * 1.2));
		}
		return this.#notes;
	}

	#place(): PlacedPart[] {
		let firstPassage = 0;
		let firstDocument = 0;
		return [...this.#packed, this.#live].map((part, number) => {
			const placed = { part, number, firstPassage, firstDocument };
			firstPassage += part.passageCapacity;
			firstDocument += part.documentCapacity;
			return placed;
		});
	}

	#removePacked(id: string): void {
		for (const part of [...this.#packed]) {
			if (part.findDocument(id) >= 0) {
				try {
					part.removeDocument(id);
				} catch (error) {
					this.#dropDamaged(error, id);
				}
				if (this.#packing?.parts.includes(part)) {
					this.#packing.isChanged = true;
				}
			}
		}
	}

	/** Forgets damaged parts, and tells whose documents these were but for one that was to go; throws what is no damage. */
	#dropDamaged(error: unknown, exceptId?: string): void {
		const damaged = this.packedParts.filter((part) => part.isDamaged);
		if (!(error instanceof DamagedPart) || damaged.length === 0) {
			throw error;
		}
		this.#packed = this.#packed.filter((part) => !(part instanceof PackedPart && part.isDamaged));
		this.#didLose.fire(damaged.flatMap((part) => part.listIds()).filter((id) => id !== exceptId));
	}

	/** Puts one packed part in the place of some. Where a document goes from them meanwhile, they are packed anew. */
	*#replaceParts(parts: readonly IndexPart[]): Steps<void> {
		const packing: { parts: readonly IndexPart[]; isChanged: boolean } = { parts, isChanged: false };
		this.#packing = packing;
		let steps = packParts(parts);
		for (;;) {
			if (packing.isChanged) {
				packing.isChanged = false;
				packing.parts = packing.parts.filter((part) => this.#packed.includes(part));
				steps = packParts(packing.parts);
			}
			try {
				const step = steps.next();
				if (step.done === true) {
					const others = this.#packed.filter((part) => !packing.parts.includes(part));
					this.#packed = packing.parts.length === 0 ? others : [...others, makePart(step.value)];
					return;
				}
			} catch (error) {
				this.#dropDamaged(error);
				packing.isChanged = true;
			}
			yield;
		}
	}

	/** The query for each language of each part; words that no document knows are replaced by their neighbours. */
	#compile(query: Query, isTyping: boolean, parts: readonly PlacedPart[]): { compiled: CompiledForPart[]; corrections: Corrections } {
		const languages = new Map<string, number>();
		for (const { part } of parts) {
			for (const [language, count] of part.languages) {
				languages.set(language, (languages.get(language) ?? 0) + count);
			}
		}
		const queryLanguage = findQueryLanguage(query, languages);
		const compileAll = (corrections: Corrections) =>
			parts.flatMap((placed) =>
				[...placed.part.languages.keys()].map((language) => ({
					placed,
					language,
					query: compileQuery(query, language, queryLanguage, placed.part.words, isTyping, corrections),
				})),
			);
		const compiled = compileAll(new Map());
		const corrections = new Map<string, Correction>();
		for (const [folded, typed] of findUnknownWords(compiled.map((entry) => entry.query))) {
			const neighbours = findNeighbours(
				folded,
				parts.map(({ part }) => part.words),
			);
			if (neighbours.length > 0) {
				corrections.set(folded, { typed, neighbours });
			}
		}
		return { compiled: corrections.size > 0 ? compileAll(corrections) : compiled, corrections };
	}
}

/** The uses of the word's rarest token, by the rules of each language; where two languages make one term of it, that counts once. */
function countUsesIn(part: IndexPart, word: string): number {
	const tokens = splitWords(word);
	const counts = tokens.map(({ folded }) => {
		const terms = new Set([...part.languages.keys()].map((language) => part.words.findTerm(termOf(folded, language))));
		return [...terms].reduce((sum, term) => sum + (term < 0 ? 0 : part.estimatePostings(term)), 0);
	});
	return counts.length === 0 ? 0 : Math.min(...counts);
}

function toSearched(corrections: Corrections): EngineAnswer['corrections'] {
	return [...corrections.values()].map(({ typed, neighbours }) => ({ typed, searched: neighbours.map(({ folded }) => folded) }));
}

interface Found {
	readonly scoreboard: Scoreboard;
	readonly ranking: RankingOptions;
	readonly compiled: readonly CompiledForPart[];
	readonly corrections: Corrections;
}

interface CompiledForPart {
	readonly placed: PlacedPart;
	readonly language: string;
	readonly query: CompiledQuery;
}

function keepAsked(part: IndexPart, ofLanguage: Uint8Array, { kind, ids }: SearchScope): Uint8Array {
	const asked = kind === 'only' ? new Uint8Array(ofLanguage.length) : ofLanguage.slice();
	for (const id of ids) {
		const document = part.findDocument(id);
		if (document >= 0) {
			asked[document] = kind === 'only' ? (ofLanguage[document] ?? 0) : 0;
		}
	}
	return asked;
}

function ask(placed: PlacedPart, language: string, scope: SearchScope | undefined): Question {
	const { part } = placed;
	const ofLanguage = part.documentsOf(language);
	return {
		placed,
		ofLanguage,
		asked: scope === undefined ? ofLanguage : keepAsked(part, ofLanguage, scope),
		isComplete: part.languages.size === 1 && part.totals.passages === part.passageCapacity,
	};
}

/** How many clauses make everything: by document of the part, where its languages differ in it. */
function countNeeded(placed: PlacedPart, compiled: readonly CompiledForPart[]): number | Uint16Array {
	const { part } = placed;
	const ofPart = compiled.filter((entry) => entry.placed === placed);
	const [first = 0, ...others] = ofPart.map(({ query }) => query.required.length);
	if (others.every((count) => count === first)) {
		return first;
	}
	const needed = new Uint16Array(part.documentCapacity);
	for (const { language, query } of ofPart) {
		part.documentsOf(language).forEach((isOf, document) => {
			if (isOf === 1) {
				needed[document] = query.required.length;
			}
		});
	}
	return needed;
}

/**
 * Parts of about the same size, `count` of them: packed parts grow by powers of `count`, so that each document is packed again only as often as
 * the index grows so many times larger.
 */
function findAlike(parts: readonly IndexPart[], count: number): IndexPart[] | undefined {
	const levels = new Map<number, IndexPart[]>();
	for (const part of parts) {
		const level = Math.floor(Math.log(Math.max(1, part.totals.passages)) / Math.log(count));
		levels.set(level, [...(levels.get(level) ?? []), part]);
	}
	return [...levels.values()].find((alike) => alike.length >= count);
}
