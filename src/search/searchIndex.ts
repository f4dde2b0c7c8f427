import { Emitter, type Event } from '../base/event.ts';
import { type Steps, takeAllSteps } from '../base/steps.ts';
import { splitWords, termOf } from '../text/analyse.ts';
import { listMatchesInSteps, searchInSteps } from './answers.ts';
import type { EngineAnswer, EngineMatches, IndexedDocument, SearchEngine, SearchOptions, TextSource, WordCounts } from './engine.ts';
import { LivePart } from './parts/livePart.ts';
import { findAlike, findScattered, isWasteful } from './parts/mergeChoice.ts';
import { makePart, PackedPart } from './parts/packedPart.ts';
import { packParts } from './parts/packer.ts';
import { listDocuments } from './parts/packingSource.ts';
import type { IndexPart } from './parts/part.ts';
import { DamagedPart } from './parts/section.ts';
import { maxWords } from './parts/wordPacker.ts';
import { PassageNotes } from './passageNotes.ts';
import type { Query } from './query.ts';
import type { PlacedPart } from './question.ts';

export interface SearchIndexOptions {
	/** The live part is packed once it has this many passages; 5,000 if left out: they are sorted in 4 to 20 ms, and a query of them costs little. */
	readonly maxLivePassages?: number;
	/** So many packed parts of about the same size are made one; 8 if left out. */
	readonly mergedParts?: number;
	/**
	 * So many of those that were made of full live parts, as they come while very much is read; 64 if both are left out, else as many as of others. What is
	 * read at once is made one part soon after (`joinInSteps`), which makes it worthless to do it in between.
	 */
	readonly mergedFullParts?: number;
	/** Parts are not made one where that may have more different words; as many as a packed part can hold if left out. */
	readonly maxPartWords?: number;
}

/** A search begins anew when documents come or go meanwhile; after so often it runs to its end in one go. */
const maxBeginnings = 3;

/**
 * Search over one index: a live part of what is new, which MiniSearch files or which is sorted (`LivePostings`), and packed parts of what was filed
 * before, in a few flat arrays. All parts answer as one: what a word is worth follows from all of them together.
 *
 * What "holds" means: a word, any word of the same stem by the rules of the document's language; a stop word in a phrase, itself; `word*`,
 * anything that starts so; a phrase or a compound as typed, its words in a row, also over hyphens, lines and into the next passages; Han and
 * Kana, the same characters in a row. In the passage's own words or, all of it, in the title or in one heading.
 * Ties are broken by document id and place, so that an answer depends on what is indexed and on nothing else.
 */
export class SearchIndex implements SearchEngine {
	readonly #maxLivePassages: number;
	readonly #mergedParts: number;
	readonly #mergedFullParts: number;
	readonly #maxPartWords: number;
	#live = new LivePart();
	#packed: IndexPart[] = [];
	/** All zero: what searches note while they run. Few, since few searches run at once. */
	readonly #notes: PassageNotes[] = [];
	/** Grows whenever documents come or go. */
	#version = 0;
	/** Documents that are being added, which tie the live part. */
	#adding = 0;
	/** The parts that are being packed, and whether a document has gone from them meanwhile. */
	#packing: { parts: readonly IndexPart[]; isChanged: boolean } | undefined;
	/** Which documents are packed together; all if `undefined`. */
	#groupOf: ((id: string) => string) | undefined;
	/** The groups of parts, as far as they were asked for: to ask each document again takes a while, and a part gets no others. */
	#groupsOf = new WeakMap<IndexPart, readonly string[]>();
	readonly #didLose = new Emitter<readonly string[]>();

	/** Documents that are not known any more, since the part that they stood in is damaged where it is kept. They are to be given again. */
	readonly onDidLoseDocuments: Event<readonly string[]> = this.#didLose.event;

	constructor(options: SearchIndexOptions = {}) {
		const { maxLivePassages = 5_000, mergedParts = 8, mergedFullParts = options.mergedParts ?? 64, maxPartWords = maxWords } = options;
		this.#maxLivePassages = maxLivePassages;
		this.#mergedParts = mergedParts;
		this.#mergedFullParts = mergedFullParts;
		this.#maxPartWords = maxPartWords;
	}

	replaceDocument(document: IndexedDocument): void {
		takeAllSteps(this.replaceDocumentInSteps(document));
		takeAllSteps(this.tidyInSteps());
	}

	*replaceDocumentInSteps(document: IndexedDocument): Steps<void> {
		this.#adding += 1;
		try {
			yield* this.#live.addInSteps(document, () => {
				this.#version += 1;
				this.#removePacked(document.id);
			});
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

	/**
	 * Documents of different groups are packed apart from now on, for who keeps them in different places; `undefined` for all together. Parts that
	 * hold several groups are taken apart by the next `packAllInSteps`.
	 */
	setGroups(groupOf: ((id: string) => string) | undefined): void {
		this.#groupOf = groupOf;
		this.#groupsOf = new WeakMap();
	}

	/** Whether `joinInSteps` has something to do. */
	get isScattered(): boolean {
		return this.#packing === undefined && this.#listScattered().length > 0;
	}

	/**
	 * Makes one of all packed parts, for who has some seconds: words stand once then instead of once in each part (a twelfth of the index at 100 MB of
	 * text), and a question asks one part. Not for a large part and a little beside it, so that each document is packed anew only as often as all of
	 * them become a quarter more. Who ends it early changes nothing.
	 */
	*joinInSteps(): Steps<void> {
		if (this.#packing !== undefined) {
			return;
		}
		try {
			for (let [parts] = this.#listScattered(); parts !== undefined; [parts] = this.#listScattered()) {
				yield* this.#replaceParts(parts);
			}
		} finally {
			this.#packing = undefined;
		}
	}

	*#packInSteps(minPassages: number): Steps<void> {
		const { passageCapacity, totals } = this.#live;
		const mixed = minPassages <= 1 ? this.#packed.filter((part) => this.#findGroups(part).length > 1) : [];
		const hasEnough = passageCapacity >= minPassages || (minPassages <= 1 && totals.documents > 0) || mixed.length > 0;
		if (this.#adding > 0 || this.#packing !== undefined || !hasEnough) {
			return;
		}
		try {
			// What comes while the part is packed goes into the next one.
			const filed = this.#live;
			this.#live = new LivePart();
			if (filed.totals.documents > 0) {
				this.#packed.push(filed);
				// From here on: others would pack it as well, and what goes from it meanwhile would come back.
				this.#packing = { parts: [filed], isChanged: false };
				yield* filed.closeInSteps();
				yield* this.#replaceParts([filed]);
			}
			for (const part of mixed) {
				yield* this.#replaceParts([part]);
			}
			for (let alike = this.#findAlike(); alike !== undefined; alike = this.#findAlike()) {
				yield* this.#replaceParts(alike);
			}
			// Documents that went are read over in every question, until their part is packed without them.
			for (const part of this.#packed.filter(isWasteful)) {
				yield* this.#replaceParts([part]);
			}
		} finally {
			this.#packing = undefined;
		}
	}

	removeDocument(id: string): void {
		this.#version += 1;
		this.#live.removeDocument(id);
		this.#removePacked(id);
	}

	countUses(words: readonly string[]): WordCounts {
		for (;;) {
			const parts = this.#place().map(({ part }) => part);
			try {
				const counts = words.map((word) => parts.reduce((sum, part) => sum + countUsesIn(part, word), 0));
				return { passageCount: parts.reduce((sum, { totals }) => sum + totals.passages, 0), counts };
			} catch (error) {
				this.#dropDamaged(error);
			}
		}
	}

	search(query: Query, options: SearchOptions, textOf: TextSource): EngineAnswer {
		return this.#answerNow((parts, notes) => searchInSteps(parts, notes, query, options, textOf));
	}

	searchInSteps(query: Query, options: SearchOptions, textOf: TextSource): Steps<EngineAnswer> {
		return this.#answerInSteps((parts, notes) => searchInSteps(parts, notes, query, options, textOf));
	}

	listMatchesInSteps(query: Query, options: Pick<SearchOptions, 'isTyping' | 'scope'>): Steps<EngineMatches> {
		return this.#answerInSteps((parts, notes) => listMatchesInSteps(parts, notes, query, options));
	}

	/** An answer of what is there at its last step. */
	*#answerInSteps<T>(ask: (parts: readonly PlacedPart[], notes: PassageNotes) => Steps<T>): Steps<T> {
		for (let beginnings = 0; beginnings < maxBeginnings; beginnings++) {
			// What came in a long reading is put in order first.
			yield* this.#live.settleInSteps();
			const version = this.#version;
			const parts = this.#place();
			const notes = this.#takeNotes(parts);
			const steps = ask(parts, notes);
			try {
				while (this.#version === version) {
					const step = steps.next();
					if (step.done === true) {
						return step.value;
					}
					yield;
				}
			} catch (error) {
				if (this.#version === version) {
					this.#dropDamaged(error);
				}
			} finally {
				steps.return(undefined as T);
				this.#notes.push(notes);
			}
		}
		return this.#answerNow(ask);
	}

	/** An answer with nothing of a damaged part in it: what is left is asked again. */
	#answerNow<T>(ask: (parts: readonly PlacedPart[], notes: PassageNotes) => Steps<T>): T {
		for (;;) {
			const parts = this.#place();
			const notes = this.#takeNotes(parts);
			try {
				return takeAllSteps(ask(parts, notes));
			} catch (error) {
				this.#dropDamaged(error);
			} finally {
				this.#notes.push(notes);
			}
		}
	}

	/** Notes for as many passages as there are: those of a search before, if they do, since they are large. */
	#takeNotes(parts: readonly PlacedPart[]): PassageNotes {
		const count = parts.reduce((sum, { part }) => sum + part.passageCapacity, 0);
		const notes = this.#notes.pop();
		// Some more, since the index grows.
		return notes !== undefined && notes.capacity >= count ? notes : new PassageNotes(Math.ceil(count * 1.2));
	}

	#place(): PlacedPart[] {
		let firstPassage = 0;
		let firstDocument = 0;
		return [...this.#packed, this.#live].map((part, number) => {
			const placed = { part, number, firstPassage, firstDocument, isLive: part === this.#live };
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
		this.#version += 1;
		this.#packed = this.#packed.filter((part) => !(part instanceof PackedPart && part.isDamaged));
		this.#didLose.fire(damaged.flatMap((part) => part.listIds()).filter((id) => id !== exceptId));
	}

	/** The groups of the documents that are there. */
	#listGroups(parts: readonly IndexPart[]): readonly string[] {
		const groupOf = this.#groupOf;
		if (groupOf === undefined) {
			return [''];
		}
		return [...new Set(parts.flatMap((part) => listDocuments(part).map((document) => groupOf(part.idOf(document)))))];
	}

	#findAlike(): IndexPart[] | undefined {
		const isFull = ({ totals }: IndexPart) => totals.passages >= this.#maxLivePassages;
		return findAlike(this.#packed, this.#mergedParts, (part) => this.#findGroups(part).join('\n')).find(
			(alike) => this.#canBeOne(alike) && (alike.length >= this.#mergedFullParts || !alike.every(isFull)),
		);
	}

	/** Whether one part could hold the words of all of these. */
	#canBeOne(parts: readonly IndexPart[]): boolean {
		return parts.reduce((sum, { words }) => sum + words.capacity, 0) <= this.#maxPartWords;
	}

	/** The groups of the documents that a part has, or had. */
	#findGroups(part: IndexPart): readonly string[] {
		const groups = this.#groupsOf.get(part) ?? this.#listGroups([part]);
		this.#groupsOf.set(part, groups);
		return groups;
	}

	/** Of each group the packed parts, where they would better be one. */
	#listScattered(): readonly (readonly IndexPart[])[] {
		const byGroup = new Map<string, IndexPart[]>();
		for (const part of this.#packed) {
			const group = this.#findGroups(part).join('\n');
			byGroup.set(group, [...(byGroup.get(group) ?? []), part]);
		}
		return [...byGroup.values()].flatMap((parts) => {
			const scattered = findScattered(parts, this.#maxLivePassages * 2);
			return scattered !== undefined && this.#canBeOne(scattered) ? [scattered] : [];
		});
	}

	/** A packed part of each group. */
	*#packApart(parts: readonly IndexPart[]): Steps<readonly PackedPart[]> {
		const packed: PackedPart[] = [];
		const groupOf = this.#groupOf;
		for (const group of this.#listGroups(parts)) {
			packed.push(makePart(yield* packParts(parts, groupOf && ((id) => groupOf(id) === group))));
		}
		return packed;
	}

	/**
	 * Puts packed parts in the place of some: one, or one of each group. Where a document goes from them meanwhile, they are packed anew; parts that are not there
	 * any more, since they were found to be damaged, are left out.
	 */
	*#replaceParts(parts: readonly IndexPart[]): Steps<void> {
		const packing = { parts: parts.filter((part) => this.#packed.includes(part)), isChanged: false };
		this.#packing = packing;
		let steps = this.#packApart(packing.parts);
		for (;;) {
			if (packing.isChanged) {
				packing.isChanged = false;
				packing.parts = packing.parts.filter((part) => this.#packed.includes(part));
				steps = this.#packApart(packing.parts);
			}
			try {
				const step = steps.next();
				if (step.done === true) {
					const others = this.#packed.filter((part) => !packing.parts.includes(part));
					this.#packed = packing.parts.length === 0 ? others : [...others, ...step.value];
					return;
				}
			} catch (error) {
				this.#dropDamaged(error);
				packing.isChanged = true;
			}
			yield;
		}
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
