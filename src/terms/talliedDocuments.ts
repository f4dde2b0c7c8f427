import { ChangedForms } from './changedForms.ts';
import { DocumentSenses } from './documentSenses.ts';
import { TallyMaker } from './documentTally.ts';
import type { TermMatch } from './formWalk.ts';
import { GrowingNumbers } from './growingNumbers.ts';
import { KnownForms } from './knownForms.ts';
import type { LexiconDocument } from './lexicon.ts';
import { LiveFormSource, type LiveForms } from './liveForms.ts';
import { findTerms } from './matcher.ts';
import { countWords, type Vocabulary, VocabularyNumbers } from './packedWords.ts';
import { areSamePlaces, holdsBehind, holdsTerm, matchPlacedForms, type PlacedForms, placeForms } from './placedForms.ts';
import { hashWord, TermTable } from './termTable.ts';
import type { TalliedDocument, TermTotals } from './termTotals.ts';
import { isWeak } from './termTraits.ts';

/** The forms of an update of the table. */
interface FormsOfUpdate {
	readonly live: LiveForms;
	/** The nodes at which others end than at the update before; `undefined` where all are to be taken for others. */
	readonly changedNodes: readonly number[] | undefined;
}

/** Looks for terms in all documents, and keeps what it found in each. After a change it looks where that can make a difference. */
export class TalliedDocuments {
	readonly #vocabulary: Vocabulary;
	readonly #totals: TermTotals;
	#byId = new Map<string, TalliedDocument>();
	/** Whether forms were looked for, and these are still known by the same numbers. */
	#hasForms = false;
	#numbers = new VocabularyNumbers();
	#forms = new KnownForms(TermTable.empty());
	/** By number of a word: how often it stands in the documents. */
	readonly #wordCounts = new GrowingNumbers();
	/** By term: how often it stands in documents if nothing is too rare for a card. */
	readonly #counts: number[] = [];
	/** Terms that stand in documents more or less often than when it was decided last which are too rare. */
	readonly #recounted = new Set<number>();
	/** By term, 1 for mere key terms that are so rare that they must not take their words from others (`fight debt bondage`). */
	#isDropped = new Uint8Array(0);

	constructor(vocabulary: Vocabulary, totals: TermTotals) {
		this.#vocabulary = vocabulary;
		this.#totals = totals;
	}

	/** Brings what is known to what these documents and forms say, in steps. The totals hear of what is different. */
	*updateInSteps(documents: readonly LexiconDocument[], { live, changedNodes }: FormsOfUpdate, idLimit: number): Generator<void> {
		if (documents.length === 0 && this.#byId.size === 0) {
			return;
		}
		const { trie } = live.paths;
		const paths = this.#hasForms && changedNodes ? changedNodes.map((node) => trie.getPath(node)) : undefined;
		const changed = paths && paths.length <= maxChangedForms ? new ChangedForms(paths, this.#vocabulary, this.#wordCounts.view) : undefined;
		const all = new LiveFormSource(live);
		if (!this.#hasForms) {
			this.#numbers = new VocabularyNumbers();
			this.#forms = new KnownForms(all);
			this.#hasForms = true;
		}
		const parts = { vocabulary: this.#vocabulary, numbers: this.#numbers.update(this.#vocabulary, trie) };
		const partsOfAll = { ...parts, table: all, forms: this.#forms };
		const placed = new Map<LexiconDocument, PlacedForms>();
		/** Other forms may stand there, behind those that come first. */
		const likely = new Set<LexiconDocument>();
		const now = new Map(documents.map((entry) => [entry.document.id, entry]));
		for (const [id, before] of this.#byId) {
			if (!now.has(id)) {
				this.#countPlaced(before.placed, before.entry, -1);
				this.#totals.replaceDocument(before, undefined);
				this.#file(id, before, undefined);
			}
		}
		let looked = 0;
		for (const entry of documents) {
			const before = this.#byId.get(entry.document.id);
			if (before?.entry === entry && changed?.mayStandIn(entry.words) === false) {
				looked += entry.words.packed.length;
				if (looked > wordsPerStep) {
					looked = 0;
					yield;
				}
				continue;
			}
			const fresh = yield* placeForms(entry.document.text, entry.words, partsOfAll);
			if (before?.entry === entry && areSamePlaces(before.placed, fresh)) {
				likely.add(entry);
				continue;
			}
			placed.set(entry, fresh);
			if (before !== undefined) {
				this.#countPlaced(before.placed, before.entry, -1);
			}
			this.#countPlaced(fresh, entry, 1);
			yield;
		}
		const flipped = this.#dropRare(idLimit);
		const counting = new LiveFormSource(live, this.#isDropped);
		const partsOfCounting = { ...parts, table: counting, forms: this.#forms };
		const without = { isDropped: this.#isDropped, parts: () => partsOfCounting };
		const senses = new DocumentSenses(this.#totals.getRecord);
		const isOtherTable = flipped !== undefined || paths === undefined || paths.length > 0;
		const allSpeakers = new Map<string, TermMatch | undefined>();
		const findSpeaker = (entry: LexiconDocument, name: string) => {
			if (!allSpeakers.has(name)) {
				allSpeakers.set(name, findTerms(counting, name, [{ start: 0, end: name.length }])[0]);
			}
			const found = allSpeakers.get(name);
			return found === undefined ? undefined : senses.resolve(entry, name, [found])[0]?.cardIndex;
		};
		for (const entry of documents) {
			const before = this.#byId.get(entry.document.id);
			const isSameText = before?.entry === entry;
			const isSameSpeaker = ([name, id]: readonly [string, number | undefined]) => !isOtherTable || findSpeaker(entry, name) === id;
			const places = placed.get(entry) ?? before?.placed ?? [];
			const isSame =
				isSameText &&
				places === before.placed &&
				(before.speakers.size === 0 || [...before.speakers].every(isSameSpeaker)) &&
				!(flipped !== undefined && holdsTerm(places, flipped)) &&
				!((likely.has(entry) || (flipped !== undefined && holdsBehind(places, flipped))) && holdsTerm(places, this.#isDropped));
			if (isSame) {
				continue;
			}
			const maker = new TallyMaker(entry, this.#totals.getRecord);
			for (const matches of matchPlacedForms(entry.document.text, entry.words, places, without)) {
				maker.addMatches(senses.resolve(entry, entry.document.text, matches));
				yield;
			}
			const speakers = new Map(listSpeakers(entry).map((name) => [name, findSpeaker(entry, name)]));
			maker.addQuotes(speakers);
			const sample = before?.sample ?? hashWord(entry.document.id);
			const tallied = { entry, sample, placed: places, tally: maker.finish(), speakers };
			this.#totals.replaceDocument(before, tallied);
			this.#file(entry.document.id, before, tallied);
			yield;
		}
	}

	#file(id: string, before: TalliedDocument | undefined, now: TalliedDocument | undefined): void {
		if (before?.entry !== now?.entry) {
			countWords(this.#wordCounts, before?.entry.words, -1);
			countWords(this.#wordCounts, now?.entry.words, 1);
		}
		if (now === undefined) {
			this.#byId.delete(id);
		} else {
			this.#byId.set(id, now);
		}
	}

	/** The trie of forms is another one: all documents are to be looked at again. */
	forgetForms(): void {
		this.#hasForms = false;
	}

	#countPlaced(placed: PlacedForms, { document, words }: LexiconDocument, by: number): void {
		for (const matches of matchPlacedForms(document.text, words, placed)) {
			for (const { cardIndex } of matches) {
				if (cardIndex >= 0) {
					this.#counts[cardIndex] = (this.#counts[cardIndex] ?? 0) + by;
					this.#recounted.add(cardIndex);
				}
			}
		}
	}

	/** Decides anew which terms are too rare. Gives those of which another thing is true than before, 1 by number; `undefined` if there is none. */
	#dropRare(idLimit: number): Uint8Array | undefined {
		if (idLimit > this.#isDropped.length) {
			const larger = new Uint8Array(2 * idLimit);
			larger.set(this.#isDropped);
			this.#isDropped = larger;
		}
		let flipped: Uint8Array | undefined;
		for (const ids of [this.#recounted, this.#totals.changed]) {
			for (const id of ids) {
				const record = (this.#counts[id] ?? 0) < 2 ? this.#totals.getRecord(id) : undefined;
				const isDropped = record !== undefined && isWeak(record) ? 1 : 0;
				if (isDropped !== this.#isDropped[id]) {
					this.#isDropped[id] = isDropped;
					flipped ??= new Uint8Array(idLimit);
					flipped[id] = 1;
				}
			}
		}
		this.#recounted.clear();
		return flipped;
	}
}

/** Who is named as saying something. */
function listSpeakers({ document, utterances }: LexiconDocument): string[] {
	return [...new Set([...document.quotes, ...utterances.all].flatMap(({ speaker }) => speaker ?? []))];
}

/** So many words are looked through for changed forms in one step: some milliseconds. */
const wordsPerStep = 200_000;

/** Where more forms came or went, nearly every document may hold one. */
const maxChangedForms = 5_000;
