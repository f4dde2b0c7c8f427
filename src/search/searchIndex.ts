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
import type { Query } from './query.ts';
import type { PlacedPart } from './question.ts';
import { selectBest } from './ranking.ts';
import { compareHolding, Scoreboard } from './scoreboard.ts';
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
		const { scoreboard, compiled, corrections, found, compare, total } = this.#find(query, options);
		const { passages } = found;
		const best = selectBest(passages.values.subarray(0, passages.length), Math.max(0, options.limit), compare);
		const describers = new Map<CompiledForPart, HitDescriber>();
		return {
			hits: best.flatMap((passage): EngineHit[] => {
				const placed = scoreboard.partOf(passage);
				const { part, firstPassage } = placed;
				const document = part.documentNumbers[passage - firstPassage] ?? 0;
				const asked = compiled.find((entry) => entry.placed === placed && part.documentsOf(entry.language)[document] === 1);
				if (asked === undefined) {
					return [];
				}
				const describer = describers.get(asked) ?? new HitDescriber(asked.query);
				describers.set(asked, describer);
				return [describer.describe(part, passage - firstPassage, found.scoreOf(passage), textOf)];
			}),
			total,
			partialTotal: passages.length - total,
			corrections: toSearched(corrections),
		};
	}

	listMatches(query: Query, options: Pick<SearchOptions, 'isTyping' | 'scope'>): EngineMatches {
		return this.#whole(() => this.#listMatches(query, options));
	}

	#listMatches(query: Query, options: Pick<SearchOptions, 'isTyping' | 'scope'>): EngineMatches {
		const { scoreboard, corrections, found, compare, total } = this.#find(query, { ...options, by: 'passage' });
		const { passages, isFull } = found;
		// A document's passages have numbers in a row, in order of place.
		const numbers = passages.values.slice(0, passages.length).sort();
		const listed: { readonly best: number; readonly matches: DocumentMatches }[] = [];
		for (let from = 0, to = 0; from < numbers.length; from = to) {
			const { part, firstPassage } = scoreboard.partOf(numbers[from] ?? 0);
			const document = part.documentNumbers[(numbers[from] ?? 0) - firstPassage] ?? noDocument;
			let best = numbers[from] ?? 0;
			for (to = from + 1; part.documentNumbers[(numbers[to] ?? Infinity) - firstPassage] === document; to++) {
				const passage = numbers[to] ?? 0;
				best = compare(passage, best) < 0 ? passage : best;
			}
			const own = numbers.subarray(from, to);
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

	/** Everything that holds something of the query, and the order of ranking. */
	#find(query: Query, options: Omit<SearchOptions, 'limit'>) {
		const parts = this.#place();
		const { compiled, corrections } = this.#compile(query, options.isTyping, parts);
		const scoreboard = new Scoreboard(parts);
		let wordCount = 0;
		for (const { placed, language, query: compiledQuery } of compiled) {
			wordCount = Math.max(wordCount, compiledQuery.required.length);
			const ofLanguage = placed.part.documentsOf(language);
			const asked = options.scope === undefined ? ofLanguage : keepAsked(placed.part, ofLanguage, options.scope);
			const question = { placed, ofLanguage, asked };
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
		scoreboard.score(options.by === 'document');
		const found = scoreboard.collect(options.by, (placed) => countNeeded(placed, compiled));
		const fullFirst = wordCount <= maxWordsForFullFirst;
		const compare = (a: number, b: number): number => {
			// A document whose title alone matches is as good as any other; a passage is not.
			const byHolding = !fullFirst
				? 0
				: options.by === 'passage'
					? compareHolding(a, b, found)
					: Number(found.isFull(b)) - Number(found.isFull(a));
			return byHolding || found.scoreOf(b) - found.scoreOf(a) || comparePlaces(a, b, scoreboard);
		};
		let total = 0;
		for (let at = 0; at < found.passages.length; at++) {
			total += Number(found.isFull(found.passages.values[at] ?? 0));
		}
		return { scoreboard, compiled, corrections, found, compare, total };
	}

	#place(): PlacedPart[] {
		let firstPassage = 0;
		let firstDocument = 0;
		return [...this.#packed, this.#live].map((part) => {
			const placed = { part, firstPassage, firstDocument };
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

/** By document of the part: how many clauses make everything in its language. */
function countNeeded(placed: PlacedPart, compiled: readonly CompiledForPart[]): (document: number) => number {
	const needed = new Uint16Array(placed.part.documentCapacity);
	for (const entry of compiled) {
		if (entry.placed === placed) {
			placed.part.documentsOf(entry.language).forEach((isOf, document) => {
				if (isOf === 1) {
					needed[document] = entry.query.required.length;
				}
			});
		}
	}
	return (document) => needed[document] ?? 0;
}

/** By document id, then by place in the document. */
function comparePlaces(a: number, b: number, scoreboard: Scoreboard): number {
	const idOf = (passage: number) => {
		const { part, firstPassage } = scoreboard.partOf(passage);
		return part.idOf(part.documentNumbers[passage - firstPassage] ?? 0);
	};
	const [first, second] = [idOf(a), idOf(b)];
	return first < second ? -1 : first > second ? 1 : a - b;
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
