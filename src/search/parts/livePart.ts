import { makeStepTest, type Steps } from '../../base/steps.ts';
import { analysisLanguage } from '../../text/normalise.ts';
import type { Range } from '../../text/range.ts';
import type { IndexedDocument } from '../engine.ts';
import { NumberList } from './bytes.ts';
import { firstStopTerm, LiveWords, severalTerms } from './liveWords.ts';
import { type Field, MiniSearchPostings, type TermCounts } from './miniSearchPostings.ts';
import {
	type IndexPart,
	noDocument,
	type PartDocument,
	type PartTotals,
	type PostingLists,
	type RowFinder,
	type TokenWindow,
} from './part.ts';
import { buildTokenTable, listDistinct, type TokenTable } from './tokenTable.ts';

/** About as much text, in UTF-16 units, as MiniSearch files in a few milliseconds. */
const filedPerStep = 5_000;

/** A document of the live part, with its tokens. */
export interface LiveDocument extends PartDocument {
	readonly passages: readonly Range[];
	readonly table: TokenTable;
	/** Every word of the document once. */
	readonly words: readonly number[];
}

/** The part of the index where documents come and go: MiniSearch files and counts the terms, token tables hold the words in order. All in memory. */
export class LivePart implements IndexPart {
	readonly words = new LiveWords();
	readonly #postings = new MiniSearchPostings();
	/** By term: the rows of stop words, which MiniSearch does not count: they would tell it that texts are longer than they are. */
	readonly #stopPostings = new Map<number, Readonly<Record<Field, PostingLists>>>();
	readonly #byId = new Map<string, number>();
	readonly #documents: (LiveDocument | undefined)[] = [];
	readonly #languages = new Map<string, number>();
	readonly #documentsOf = new Map<string, Uint8Array>();
	readonly #totals = { documents: 0, passages: 0, documentLength: 0, bodyLength: 0, contextLength: 0 };
	/** By term: how often it stands in the text that is being counted; all 0 else. */
	#countOf = new Uint32Array(1024);
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

	readPostings(term: number, field: Field, { passages, counts }: PostingLists): void {
		const stopRows = this.#stopPostings.get(term)?.[field];
		for (let at = 0; at < (stopRows?.passages.length ?? 0); at++) {
			passages.push(stopRows?.passages.values[at] ?? 0);
			counts.push(stopRows?.counts.values[at] ?? 0);
		}
		this.#postings.forEachPosting(this.words.termText(term), field, (passage, count) => {
			passages.push(passage);
			counts.push(count);
		});
	}

	estimatePostings(term: number): number {
		const stopRows = this.#stopPostings.get(term);
		return stopRows === undefined
			? this.#postings.estimatePostings(this.words.termText(term))
			: stopRows.body.passages.length + stopRows.context.passages.length;
	}

	countTokens(passage: number): number {
		const { table, ordinal } = this.tokensAt(passage);
		return (table.passageStarts[ordinal + 1] ?? 0) - (table.passageStarts[ordinal] ?? 0);
	}

	tokensAt(passage: number): TokenWindow {
		const document = this.documentAt(this.#documentNumbers[passage] ?? noDocument);
		return { table: document.table, ordinal: passage - document.firstPassage };
	}

	makeRowFinder(): RowFinder {
		// Its tokens are there as they are: looking at them is as quick.
		return () => undefined;
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
		let filed = 0;
		let isDone = false;
		try {
			const isStepDue = makeStepTest(filedPerStep);
			const contextTerms = new Map<Uint32Array, CountedText>();
			for (; filed < passages.length; filed++) {
				if (isStepDue(passages[filed]?.start ?? 0)) {
					yield;
				}
				const passage = firstPassage + filed;
				const context = table.contexts[filed] ?? nothing;
				const inContext = contextTerms.get(context) ?? this.#countTerms(context);
				contextTerms.set(context, inContext);
				const inBody = this.#countTerms(bodyOf(table, filed));
				this.#postings.addPassage(passage, inBody, inContext);
				this.#bodyLengths[passage] = inBody.texts.length;
				this.#contextLengths[passage] = inContext.texts.length;
				this.#fileStopWords(passage, 'body', inBody);
				this.#fileStopWords(passage, 'context', inContext);
			}
			yield;
			const length = this.#countIndexed(table);
			const { texts, counts } = this.#countTerms(table.repeatedTitle);
			const repeatedTerms = new Map(texts.map((text, at) => [this.words.findTerm(text), counts[at] ?? 0]));
			yield;
			const words = listDistinct(table, this.words.capacity);
			yield;
			commit();
			this.removeDocument(document.id);
			this.#add({ id: document.id, language, passages, firstPassage, passageCount: passages.length, table, repeatedTerms, length, words });
			isDone = true;
		} finally {
			if (!isDone) {
				this.#postings.discardPassages(Array.from({ length: filed }, (_, ordinal) => firstPassage + ordinal));
			}
		}
	}

	removeDocument(id: string): void {
		const number = this.findDocument(id);
		if (number < 0) {
			return;
		}
		const document = this.documentAt(number);
		this.#documents[number] = undefined;
		this.#byId.delete(id);
		this.#postings.discardPassages(Array.from({ length: document.passageCount }, (_, ordinal) => document.firstPassage + ordinal));
		this.#count(document, -1);
		this.#documentNumbers.fill(noDocument, document.firstPassage, document.firstPassage + document.passageCount);
	}

	#add(document: LiveDocument): void {
		const number = this.#documents.push(document) - 1;
		this.#byId.set(document.id, number);
		this.#documentNumbers.fill(number, document.firstPassage, document.firstPassage + document.passageCount);
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

	#fileStopWords(passage: number, field: Field, { stopTerms }: CountedText): void {
		for (const term of stopTerms) {
			let rows = this.#stopPostings.get(term);
			if (rows === undefined) {
				rows = { body: newRows(), context: newRows() };
				this.#stopPostings.set(term, rows);
			}
			rows[field].passages.push(passage);
			rows[field].counts.push(1);
		}
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

	/** The terms of these words, each once, those of stop words apart. */
	#countTerms(numbers: Uint32Array): CountedText {
		const { words } = this;
		const { filing } = words;
		if (this.#countOf.length < words.termCapacity) {
			this.#countOf = new Uint32Array(words.termCapacity * 2);
		}
		const countOf = this.#countOf;
		const terms: number[] = [];
		const stopTerms: number[] = [];
		const count = (term: number, among: number[]) => {
			const before = countOf[term] ?? 0;
			countOf[term] = before + 1;
			if (before === 0) {
				among.push(term);
			}
		};
		for (let at = 0; at < numbers.length; at++) {
			const filed = filing[numbers[at] ?? 0] ?? severalTerms;
			if (filed >= 0) {
				count(filed, terms);
			} else if (filed <= firstStopTerm) {
				count(firstStopTerm - filed, stopTerms);
			} else {
				for (const term of words.termsOf(numbers[at] ?? 0)) {
					count(term, terms);
				}
			}
		}
		const counts = terms.map((term) => countOf[term] ?? 0);
		for (const term of terms) {
			countOf[term] = 0;
		}
		for (const term of stopTerms) {
			countOf[term] = 0;
		}
		return { texts: terms.map((term) => words.termText(term)), counts, stopTerms };
	}
}

/** A text by its terms; those of stop words by number. */
interface CountedText extends TermCounts {
	readonly stopTerms: readonly number[];
}

/** The words of a passage, and those that its words with hyphens make. */
function bodyOf(table: TokenTable, ordinal: number): Uint32Array {
	const from = table.passageStarts[ordinal] ?? 0;
	const to = table.passageStarts[ordinal + 1] ?? 0;
	const own = table.numbers.subarray(from, to);
	const joined: number[] = [];
	for (let at = from; table.joined.size > 0 && at < to; at++) {
		for (const { number } of table.joined.get(at) ?? []) {
			joined.push(number);
		}
	}
	if (joined.length === 0) {
		return own;
	}
	const all = new Uint32Array(own.length + joined.length);
	all.set(own);
	all.set(joined, own.length);
	return all;
}

function newRows(): PostingLists {
	return { passages: new NumberList(16), counts: new NumberList(16) };
}

function grow<T extends Int32Array | Uint32Array>(from: T, to: T): T {
	to.set(from);
	return to;
}

const nothing = new Uint32Array();
