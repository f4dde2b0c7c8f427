import { makeStepTest, type Steps } from '../../base/steps.ts';
import { analysisLanguage } from '../../text/normalise.ts';
import type { Range } from '../../text/range.ts';
import type { IndexedDocument } from '../engine.ts';
import { LivePostings } from './livePostings.ts';
import { firstStopTerm, LiveWords } from './liveWords.ts';
import type { Field } from './miniSearchPostings.ts';
import {
	type IndexPart,
	noDocument,
	type PartDocument,
	type PartTotals,
	type PostingLists,
	type RowFinder,
	type TokenWindow,
} from './part.ts';
import { buildTokenTable, firstAtOrAfter, listDistinct, type Matcher, type TokenTable } from './tokenTable.ts';

/** About as much text, in UTF-16 units, as is counted in a few milliseconds. */
const countedPerStep = 100_000;

/** A document of the live part, with its tokens. */
export interface LiveDocument extends PartDocument {
	readonly passages: readonly Range[];
	readonly table: TokenTable;
	/** Every word of the document once. */
	readonly words: readonly number[];
}

/** The part of the index where documents come and go: its terms are in `LivePostings`, token tables hold the words in order. All in memory. */
export class LivePart implements IndexPart {
	readonly words = new LiveWords();
	readonly isAscending = false;
	readonly bits = undefined;
	readonly #postings = new LivePostings(this.words);
	readonly #byId = new Map<string, number>();
	readonly #documents: (LiveDocument | undefined)[] = [];
	readonly #languages = new Map<string, number>();
	readonly #documentsOf = new Map<string, Uint8Array>();
	readonly #totals = { documents: 0, passages: 0, documentLength: 0, bodyLength: 0, contextLength: 0 };
	#passageCapacity = 0;
	#documentNumbers = new Int32Array(1024).fill(noDocument);
	#bodyLengths = new Uint32Array(1024);
	#contextLengths = new Uint32Array(1024);

	get passageCapacity(): number {
		return this.#passageCapacity;
	}

	get documentCapacity(): number {
		return this.#documents.length;
	}

	get totals(): PartTotals {
		return this.#totals;
	}

	get languages(): ReadonlyMap<string, number> {
		return this.#languages;
	}

	get documentNumbers(): Int32Array {
		return this.#documentNumbers;
	}

	get bodyLengths(): Uint32Array {
		return this.#bodyLengths;
	}

	get contextLengths(): Uint32Array {
		return this.#contextLengths;
	}

	documentsOf(language: string): Uint8Array {
		const known = this.#documentsOf.get(language);
		if (known !== undefined) {
			return known;
		}
		const documents = Uint8Array.from(this.#documents, (document) => Number(document?.language === language));
		this.#documentsOf.set(language, documents);
		return documents;
	}

	documentAt(number: number): LiveDocument {
		const document = this.#documents[number];
		if (document === undefined) {
			throw new RangeError(`No document ${number} in the live part of the index`);
		}
		return document;
	}

	idOf(document: number): string {
		return this.documentAt(document).id;
	}

	lengthOf(document: number): number {
		return this.#documents[document]?.length ?? 0;
	}

	findDocument(id: string): number {
		return this.#byId.get(id) ?? -1;
	}

	rangeOf(passage: number): Range {
		const document = this.documentAt(this.#documentNumbers[passage] ?? noDocument);
		return document.passages[passage - document.firstPassage] ?? { start: 0, end: 0 };
	}

	readPostings(term: number, field: Field, into: PostingLists): void {
		this.#postings.read(term, field, into);
	}

	makeHolderTest(): undefined {
		return undefined;
	}

	estimatePostings(term: number): number {
		return this.#postings.estimate(term);
	}

	/** Puts in order what came since somebody last asked, so that nobody waits for it in one step. */
	settleInSteps(): Steps<void> {
		return this.#postings.settleInSteps();
	}

	/** For who packs the part: nothing comes any more. */
	closeInSteps(): Steps<void> {
		return this.#postings.sortAllInSteps();
	}

	countTokens(passage: number): number {
		const { table, ordinal } = this.tokensAt(passage);
		return (table.passageStarts[ordinal + 1] ?? 0) - (table.passageStarts[ordinal] ?? 0);
	}

	tokensAt(passage: number): TokenWindow {
		const document = this.documentAt(this.#documentNumbers[passage] ?? noDocument);
		return { table: document.table, ordinal: passage - document.firstPassage };
	}

	makeRowFinder(words: readonly Matcher[]): RowFinder {
		const later = new Set(words.slice(1).flatMap((numbers) => [...numbers]));
		return {
			// Its tokens are there as they are: looking at them is as quick.
			findEach: ({ values }, from, to, tell) => {
				for (let at = from; at < to; at++) {
					tell(values[at] ?? 0, 'unknown', 0);
				}
			},
			mayRunInto: (passage) => {
				const { table, ordinal } = this.tokensAt(passage);
				const first = table.passageStarts[ordinal] ?? 0;
				return first === table.passageStarts[ordinal + 1] || table.joined.has(first) || later.has(table.numbers[first] ?? 0);
			},
		};
	}

	makeWordFinder(): undefined {
		return undefined;
	}

	tokensOf(documentNumber: number): TokenTable {
		return this.documentAt(documentNumber).table;
	}

	contextOf(passage: number): Uint32Array {
		const document = this.documentAt(this.#documentNumbers[passage] ?? noDocument);
		return document.table.contexts[passage - document.firstPassage] ?? new Uint32Array();
	}

	/**
	 * Adds a document that is not here, in steps of some milliseconds. Nothing finds it before the last step, in which `commit` is called first, to
	 * take away what was known elsewhere under its id; who ends it early changes nothing.
	 */
	*addInSteps(document: IndexedDocument, commit: () => void): Steps<void> {
		const language = analysisLanguage(document.language);
		const table = yield* buildTokenTable(document, language, this.words);
		const passages = document.passages.map(({ start, end }) => ({ start, end }));
		// Its passages are filed under numbers of their own, which belong to no document before the end: no search shows them.
		const firstPassage = this.#takePassages(passages.length);
		const { rows } = this.#postings;
		const isStepDue = makeStepTest(countedPerStep);
		const contextTexts = new Map<Uint32Array, number>();
		for (const [ordinal, { start }] of passages.entries()) {
			if (isStepDue(start)) {
				yield;
			}
			const passage = firstPassage + ordinal;
			const context = table.contexts[ordinal] ?? nothing;
			const inContext = contextTexts.get(context) ?? rows.add(context);
			contextTexts.set(context, inContext);
			const inBody = rows.add(...bodyOf(table, ordinal));
			this.#postings.place(passage, inBody, inContext);
			this.#bodyLengths[passage] = rows.lengthOf(inBody);
			this.#contextLengths[passage] = rows.lengthOf(inContext);
		}
		yield;
		const length = this.#countIndexed(table);
		const repeatedTerms = new Map<number, number>();
		rows.forEachOf(rows.add(table.repeatedTitle), (term, count) => {
			if (count > 0) {
				repeatedTerms.set(term, count);
			}
		});
		yield;
		const words = listDistinct(table, this.words.capacity);
		yield;
		commit();
		this.removeDocument(document.id);
		this.#add({ id: document.id, language, passages, firstPassage, passageCount: passages.length, table, repeatedTerms, length, words });
	}

	removeDocument(id: string): void {
		const number = this.findDocument(id);
		if (number < 0) {
			return;
		}
		const document = this.documentAt(number);
		this.#documents[number] = undefined;
		this.#byId.delete(id);
		this.#postings.remove(document);
		this.#count(document, -1);
		this.#documentNumbers.fill(noDocument, document.firstPassage, document.firstPassage + document.passageCount);
	}

	#add(document: LiveDocument): void {
		const number = this.#documents.push(document) - 1;
		this.#byId.set(document.id, number);
		this.#documentNumbers.fill(number, document.firstPassage, document.firstPassage + document.passageCount);
		this.#postings.commit(document);
		this.#count(document, 1);
	}

	#count(document: LiveDocument, change: 1 | -1): void {
		for (const word of document.words) {
			this.words.use(word, change);
		}
		const { language, firstPassage, passageCount } = document;
		const languageCount = (this.#languages.get(language) ?? 0) + change;
		this.#languages.delete(language);
		if (languageCount > 0) {
			this.#languages.set(language, languageCount);
		}
		this.#documentsOf.clear();
		this.#totals.documents += change;
		this.#totals.passages += change * passageCount;
		this.#totals.documentLength += change * document.length;
		for (let passage = firstPassage; passage < firstPassage + passageCount; passage++) {
			this.#totals.bodyLength += change * (this.#bodyLengths[passage] ?? 0);
			this.#totals.contextLength += change * (this.#contextLengths[passage] ?? 0);
		}
	}

	/** New passage numbers in a row; gives the first. Those of removed documents are not used again: the part is packed and made anew before long. */
	#takePassages(count: number): number {
		const first = this.#passageCapacity;
		this.#passageCapacity += count;
		if (this.#passageCapacity > this.#documentNumbers.length) {
			const capacity = Math.max(this.#passageCapacity, this.#documentNumbers.length * 2);
			this.#documentNumbers = grow(this.#documentNumbers, new Int32Array(capacity).fill(noDocument));
			this.#bodyLengths = grow(this.#bodyLengths, new Uint32Array(capacity));
			this.#contextLengths = grow(this.#contextLengths, new Uint32Array(capacity));
		}
		return first;
	}

	/** The document's length for BM25: its indexed words, and the longest title and headings of a passage once. */
	#countIndexed(table: TokenTable): number {
		const { filing } = this.words;
		const count = (numbers: Uint32Array) => {
			let sum = 0;
			for (let at = 0; at < numbers.length; at++) {
				const number = numbers[at] ?? 0;
				sum += Number(number !== 0 && (filing[number] ?? 0) > firstStopTerm);
			}
			return sum;
		};
		const longestContext = [...new Set(table.contexts)].map(count).reduce((longest, length) => Math.max(longest, length), 0);
		return count(table.numbers) + Math.max(0, longestContext - count(table.repeatedTitle));
	}
}

/** The words of a passage, and those that its words with hyphens make. */
function bodyOf(table: TokenTable, ordinal: number): [Uint32Array, number[]] {
	const from = table.passageStarts[ordinal] ?? 0;
	const to = table.passageStarts[ordinal + 1] ?? 0;
	const joined: number[] = [];
	const { joinedStarts } = table;
	for (let next = firstAtOrAfter(joinedStarts, from); (joinedStarts[next] ?? to) < to; next++) {
		for (const { number } of table.joined.get(joinedStarts[next] ?? 0) ?? []) {
			joined.push(number);
		}
	}
	return [table.numbers.subarray(from, to), joined];
}

function grow<T extends Int32Array | Uint32Array>(from: T, to: T): T {
	to.set(from);
	return to;
}

const nothing = new Uint32Array();
