import type { Steps } from '../../base/steps.ts';
import { ByteWriter, NumberList } from './bytes.ts';
import { isStopTerm } from './liveWords.ts';
import { fields } from './miniSearchPostings.ts';
import { type IndexPart, noDocument, type PostingLists } from './part.ts';
import type { Sections } from './segmentFile.ts';
import { SortedTextsWriter } from './sortedTexts.ts';
import type { TokenTable } from './tokenTable.ts';

/** What a packed part says of itself, as JSON. */
export interface SegmentSummary {
	readonly documentCount: number;
	readonly passageCount: number;
	readonly termCount: number;
	/** The first terms are those of stop words. */
	readonly stopTermCount: number;
	/** In the order in which their words come; the words of one stand in a row. */
	readonly languages: readonly { readonly language: string; readonly wordCount: number; readonly documentCount: number }[];
	readonly documentLength: number;
	readonly bodyLength: number;
	readonly contextLength: number;
}

/** How many numbers each word has in its packed list: the term it is filed under first plus one; how many documents use it, doubled, and one more if it is a stop word. */
export const wordArity = 2;
/** How many numbers each term has: rows and bytes of its postings in either field, and the bytes of its words. */
export const termArity = 5;

/**
 * Packs what is there of some parts into one: their documents in the order of the parts, whole, what was removed left out. In steps
 * of some milliseconds; the parts may not change before the last. The same documents give the same answers packed as before.
 */
export function* packParts(parts: readonly IndexPart[]): Steps<Sections> {
	const sources = parts.map(listSource);
	const terms = yield* packTerms(sources);
	const words = yield* packWords(sources, terms);
	const documents = yield* packDocuments(sources, words);
	const totals = documents.totals;
	const summary: SegmentSummary = {
		documentCount: documents.count,
		passageCount: sources.reduce((sum, source) => sum + source.passageCount, 0),
		termCount: terms.count,
		stopTermCount: terms.stopCount,
		languages: words.languages.map(({ language, wordCount }) => ({
			language,
			wordCount,
			documentCount: documents.languageCounts.get(language) ?? 0,
		})),
		...totals,
	};
	return {
		summary: new TextEncoder().encode(JSON.stringify(summary)),
		...words.sections,
		...documents.sections,
	};
}

/** A part with what is known of it while it is packed. */
interface Source {
	readonly part: IndexPart;
	/** The numbers of the documents that are there, in the order of their passages. */
	readonly documents: readonly number[];
	/** By passage: its number in the new part; `noDocument` for what is not there any more. */
	readonly passages: Int32Array;
	readonly passageCount: number;
	/** By term: its number in the new part plus one; 0 if nothing is filed under it. */
	readonly terms: Uint32Array;
	/** By word: its place in the new part's sorted list, and its rank, from 1 on. */
	readonly words: Uint32Array;
	readonly ranks: Uint32Array;
}

function listSource(part: IndexPart, index: number, parts: readonly IndexPart[]): Source {
	const before = parts.slice(0, index).reduce((sum, other) => sum + other.totals.passages, 0);
	const documents: number[] = [];
	const passages = new Int32Array(part.passageCapacity).fill(noDocument);
	let passageCount = 0;
	let last = noDocument;
	for (let passage = 0; passage < part.passageCapacity; passage++) {
		const document = part.documentNumbers[passage] ?? noDocument;
		if (document !== noDocument) {
			passages[passage] = before + passageCount++;
			if (document !== last) {
				documents.push(document);
				last = document;
			}
		}
	}
	// A document without a passage has no words either; it only counts.
	const withPassages = new Set(documents);
	for (const language of part.languages.keys()) {
		part.documentsOf(language).forEach((isThere, document) => {
			if (isThere === 1 && !withPassages.has(document)) {
				documents.push(document);
			}
		});
	}
	return {
		part,
		documents,
		passages,
		passageCount,
		terms: new Uint32Array(part.words.termCapacity),
		words: new Uint32Array(part.words.capacity),
		ranks: new Uint32Array(part.words.capacity),
	};
}

/** The terms, their postings filed, and for each how many rows and bytes of them there are in either field. */
interface FiledTerms {
	readonly count: number;
	readonly stopCount: number;
	readonly texts: readonly string[];
	readonly rows: readonly (readonly [number, number, number, number])[];
	readonly postings: Uint8Array;
}

/** Files the postings of all terms, in the order of their texts, and numbers the terms. */
function* packTerms(sources: readonly Source[]): Steps<FiledTerms> {
	const lists = sources.map(({ part }) => {
		const texts: string[] = [];
		const terms: number[] = [];
		part.words.forEachTerm((text, term) => {
			texts.push(text);
			terms.push(term);
		});
		return { texts, terms };
	});
	yield;
	const postings = new ByteWriter();
	const texts: string[] = [];
	const rows: [number, number, number, number][] = [];
	const found: PostingLists = { passages: new NumberList(), counts: new NumberList() };
	const passageCount = sources.reduce((sum, source) => sum + source.passageCount, 0);
	let untilStep = rowsPerStep;
	for (const { text, places } of mergeSorted(lists.map((list) => list.texts))) {
		const row: [number, number, number, number] = [0, 0, 0, 0];
		for (const [fieldIndex, field] of fields.entries()) {
			found.passages.length = 0;
			found.counts.length = 0;
			for (const [index, place] of places) {
				const source = sources[index] as Source;
				const from = found.passages.length;
				source.part.readPostings(lists[index]?.terms[place] ?? 0, field, found);
				renumber(found, from, source.passages);
			}
			const before = postings.length;
			if (isStopTerm(text) && isDense(found.passages.length, passageCount)) {
				writeBits(found.passages, passageCount, postings);
			} else {
				writePostings(found, postings);
			}
			row[fieldIndex * 2] = found.passages.length;
			row[fieldIndex * 2 + 1] = postings.length - before;
			untilStep -= found.passages.length;
		}
		if ((row[0] ?? 0) + (row[2] ?? 0) > 0) {
			texts.push(text);
			rows.push(row);
			for (const [index, place] of places) {
				(sources[index] as Source).terms[lists[index]?.terms[place] ?? 0] = texts.length;
			}
		}
		if (--untilStep <= 0) {
			untilStep = rowsPerStep;
			yield;
		}
	}
	return { count: texts.length, stopCount: texts.filter(isStopTerm).length, texts, rows, postings: postings.toBytes() };
}

/** Rows of postings, or tokens, that are packed in some milliseconds. */
const rowsPerStep = 50_000;

/** Gives the rows from `from` on the numbers of the new part, and drops those of documents that are not there any more. */
function renumber({ passages, counts }: PostingLists, from: number, numbers: Int32Array): void {
	let kept = from;
	for (let at = from; at < passages.length; at++) {
		const passage = numbers[passages.values[at] ?? 0] ?? noDocument;
		if (passage !== noDocument) {
			passages.values[kept] = passage;
			counts.values[kept] = counts.values[at] ?? 0;
			kept++;
		}
	}
	passages.length = kept;
	counts.length = kept;
}

/** Whether the postings of a stop word are a bit for each passage, since most passages hold it. */
export function isDense(rowCount: number, passageCount: number): boolean {
	return rowCount * 8 > passageCount;
}

function writeBits(passages: NumberList, passageCount: number, writer: ByteWriter): void {
	const bits = new Uint8Array(Math.ceil(passageCount / 8));
	for (let at = 0; at < passages.length; at++) {
		const passage = passages.values[at] ?? 0;
		bits[passage >>> 3] = (bits[passage >>> 3] ?? 0) | (1 << (passage & 7));
	}
	writer.addBytes(bits);
}

/** Each row: how far behind the one before, doubled, and one more if the term stands there more than once; then how often. */
function writePostings({ passages, counts }: PostingLists, writer: ByteWriter): void {
	const order = Array.from({ length: passages.length }, (_, at) => at);
	const isSorted = order.every((at) => at === 0 || (passages.values[at - 1] ?? 0) < (passages.values[at] ?? 0));
	if (!isSorted) {
		order.sort((a, b) => (passages.values[a] ?? 0) - (passages.values[b] ?? 0));
	}
	let before = -1;
	for (const at of order) {
		const passage = passages.values[at] ?? 0;
		const count = counts.values[at] ?? 1;
		writer.addNumber((passage - before - 1) * 2 + Number(count > 1));
		if (count > 1) {
			writer.addNumber(count);
		}
		before = passage;
	}
}

interface PackedWords {
	readonly languages: readonly { readonly language: string; readonly wordCount: number }[];
	readonly sections: Pick<
		Sections,
		'words' | 'wordBlocks' | 'wordsByRank' | 'terms' | 'termBlocks' | 'postingBlocks' | 'termWordBlocks' | 'postings' | 'termWords'
	>;
}

/** Numbers the words that are in use, language by language in the order of their texts, and ranks them by how often they stand in the texts. */
function* packWords(sources: readonly Source[], terms: FiledTerms): Steps<PackedWords> {
	const uses = sources.map(({ part }) => new Uint32Array(part.words.capacity));
	const frequencies = sources.map(({ part }) => new Uint32Array(part.words.capacity));
	let untilStep = rowsPerStep;
	for (const [index, source] of sources.entries()) {
		const lastUse = new Int32Array(source.part.words.capacity).fill(-1);
		const ownUses = uses[index] as Uint32Array;
		const ownFrequencies = frequencies[index] as Uint32Array;
		for (const document of source.documents) {
			untilStep -= countWords(source.part.tokensOf(document), document, ownFrequencies, ownUses, lastUse);
			if (untilStep <= 0) {
				untilStep = rowsPerStep;
				yield;
			}
		}
	}
	const byLanguage = sources.map((source, index) => sortWords(source.part, uses[index] as Uint32Array));
	yield;
	const writer = new SortedTextsWriter();
	const termWords = Array.from({ length: terms.count }, (): number[] => []);
	const rankKeys: number[] = [];
	const languages: { language: string; wordCount: number }[] = [];
	let count = 0;
	for (const language of [...new Set(byLanguage.flatMap((words) => [...words.keys()]))].sort()) {
		const first = count;
		const lists = byLanguage.map((words) => words.get(language) ?? { texts: [], numbers: [] });
		for (const { text, places } of mergeSorted(lists.map((list) => list.texts))) {
			let frequency = 0;
			let useCount = 0;
			let filedUnder: readonly number[] = [];
			let isStop = false;
			for (const [index, place] of places) {
				const source = sources[index] as Source;
				const number = lists[index]?.numbers[place] ?? 0;
				source.words[number] = count;
				frequency += frequencies[index]?.[number] ?? 0;
				useCount += uses[index]?.[number] ?? 0;
				filedUnder = source.part.words.termsOf(number).map((term) => source.terms[term] ?? 0);
				isStop = source.part.words.isStopWord(number);
			}
			writer.add(text, [filedUnder[0] ?? 0, useCount * 2 + Number(isStop)]);
			for (const term of filedUnder) {
				termWords[term - 1]?.push(count);
			}
			// The most frequent first; of equals, the first in order.
			rankKeys.push((maxFrequency - Math.min(maxFrequency, frequency)) * maxWords + count);
			count++;
			if (count % 10_000 === 0) {
				yield;
			}
		}
		languages.push({ language, wordCount: count - first });
	}
	const ranked = Float64Array.from(rankKeys).sort();
	const wordsByRank = Uint32Array.from(ranked, (key) => key % maxWords);
	yield;
	const ranks = new Uint32Array(count);
	wordsByRank.forEach((word, rank) => {
		ranks[word] = rank + 1;
	});
	for (const [index, source] of sources.entries()) {
		uses[index]?.forEach((use, number) => {
			if (use > 0) {
				source.ranks[number] = ranks[source.words[number] ?? 0] ?? 0;
			}
		});
	}
	yield;
	const { bytes, blockStarts } = writer.finish();
	return {
		languages,
		sections: {
			words: bytes,
			wordBlocks: toBytes(blockStarts),
			wordsByRank: toBytes(wordsByRank),
			postings: terms.postings,
			...(yield* writeTerms(terms, termWords)),
		},
	};
}

/** A list of terms with what belongs to each: how many rows and bytes of postings, and its words. */
function* writeTerms(
	{ texts, rows }: FiledTerms,
	termWords: readonly (readonly number[])[],
): Steps<Pick<Sections, 'terms' | 'termBlocks' | 'postingBlocks' | 'termWordBlocks' | 'termWords'>> {
	const writer = new SortedTextsWriter();
	const words = new ByteWriter();
	const postingBlocks = new NumberList();
	const wordBlocks = new NumberList();
	let postingsLength = 0;
	for (const [index, text] of texts.entries()) {
		const row = rows[index] ?? [0, 0, 0, 0];
		if (writer.isBlockStart) {
			postingBlocks.push(postingsLength);
			wordBlocks.push(words.length);
		}
		const before = words.length;
		let last = 0;
		for (const word of termWords[index] ?? []) {
			words.addNumber(word - last);
			last = word;
		}
		writer.add(text, [...row, words.length - before]);
		postingsLength += row[1] + row[3];
		if (index % 10_000 === 9_999) {
			yield;
		}
	}
	const { bytes, blockStarts } = writer.finish();
	return {
		terms: bytes,
		termBlocks: toBytes(blockStarts),
		postingBlocks: toBytes(postingBlocks.toArray()),
		termWordBlocks: toBytes(wordBlocks.toArray()),
		termWords: words.toBytes(),
	};
}

/** Their product is a whole number that a double holds exactly. */
const maxFrequency = 2 ** 29;
const maxWords = 2 ** 23;

/** Counts the words of a document: how often each stands in the text, and that the document uses it. Gives how many tokens there were. */
function countWords(table: TokenTable, document: number, frequencies: Uint32Array, uses: Uint32Array, lastUse: Int32Array): number {
	const use = (word: number) => {
		if (word !== 0 && lastUse[word] !== document) {
			lastUse[word] = document;
			uses[word] = (uses[word] ?? 0) + 1;
		}
	};
	for (const word of table.numbers) {
		frequencies[word] = (frequencies[word] ?? 0) + 1;
		use(word);
	}
	for (const words of table.joined.values()) {
		for (const { number } of words) {
			use(number);
		}
	}
	for (const context of new Set(table.contexts)) {
		context.forEach(use);
	}
	return table.numbers.length;
}

/** The words in use of each language, in the order of their texts. */
function sortWords(part: IndexPart, uses: Uint32Array): Map<string, { texts: string[]; numbers: number[] }> {
	const entries: { folded: string; number: number }[] = [];
	const byLanguage = new Map<string, typeof entries>();
	uses.forEach((use, number) => {
		if (use > 0) {
			const language = part.words.languageOf(number);
			const list = byLanguage.get(language) ?? [];
			list.push({ folded: part.words.foldedOf(number), number });
			byLanguage.set(language, list);
		}
	});
	return new Map(
		[...byLanguage].map(([language, words]) => {
			words.sort((a, b) => (a.folded < b.folded ? -1 : 1));
			return [language, { texts: words.map(({ folded }) => folded), numbers: words.map(({ number }) => number) }];
		}),
	);
}

/** So many documents share a block: the id of the first stands whole, each other one leaves out what it has in common with the one before. */
export const idBlockLength = 16;

interface PackedDocuments {
	readonly count: number;
	readonly languageCounts: ReadonlyMap<string, number>;
	readonly totals: Pick<SegmentSummary, 'documentLength' | 'bodyLength' | 'contextLength'>;
	readonly sections: Pick<Sections, 'documentStarts' | 'documents' | 'firstPassages' | 'documentLanguages' | 'passages' | 'tokens'>;
}

function* packDocuments(sources: readonly Source[], { languages }: PackedWords): Steps<PackedDocuments> {
	const documentStarts = new NumberList();
	const firstPassages = new NumberList();
	const passages = new ByteWriter();
	const documents = new ByteWriter();
	const tokens = new ByteWriter();
	const documentLanguages: number[] = [];
	const languageCounts = new Map<string, number>();
	const totals = { documentLength: 0, bodyLength: 0, contextLength: 0 };
	const encoder = new TextEncoder();
	let count = 0;
	let passageTotal = 0;
	let lastId: Uint8Array = new Uint8Array();
	let untilStep = rowsPerStep;
	for (const source of sources) {
		for (const number of source.documents) {
			const { id, language, firstPassage, passageCount, length, repeatedTerms } = source.part.documentAt(number);
			const table = source.part.tokensOf(number);
			const contexts = [...new Set(table.contexts)];
			documentStarts.push(documents.length);
			firstPassages.push(passageTotal);
			documentLanguages.push(languages.findIndex((entry) => entry.language === language));
			languageCounts.set(language, (languageCounts.get(language) ?? 0) + 1);
			totals.documentLength += length;
			// As JSON, which keeps what UTF-8 alone would not: half of a surrogate pair.
			const idBytes = encoder.encode(JSON.stringify(id));
			let shared = 0;
			while (count % idBlockLength > 0 && shared < idBytes.length && idBytes[shared] === lastId[shared]) {
				shared++;
			}
			documents.addNumber(shared);
			documents.addNumber(idBytes.length - shared);
			documents.addBytes(idBytes.subarray(shared));
			lastId = idBytes;
			documents.addNumber(length);
			documents.addNumber(repeatedTerms.size);
			for (const [term, times] of repeatedTerms) {
				documents.addNumber(source.terms[term] ?? 0);
				documents.addNumber(times);
			}
			documents.addNumber(contexts.length);
			for (const context of contexts) {
				documents.addNumber(context.length);
				for (const word of context) {
					documents.addNumber(source.ranks[word] ?? 0);
				}
			}
			let lastEnd = 0;
			for (let ordinal = 0; ordinal < passageCount; ordinal++) {
				const passage = firstPassage + ordinal;
				const { start, end } = source.part.rangeOf(passage);
				const bodyLength = source.part.bodyLengths[passage] ?? 0;
				const contextLength = source.part.contextLengths[passage] ?? 0;
				const tokensStart = tokens.length;
				writeTokens(table, ordinal, source, tokens);
				passages.addNumber(start - lastEnd);
				passages.addNumber(end - start);
				passages.addNumber(bodyLength);
				passages.addNumber(contextLength);
				passages.addNumber(contexts.indexOf(table.contexts[ordinal] ?? new Uint32Array()));
				passages.addNumber(tokens.length - tokensStart);
				totals.bodyLength += bodyLength;
				totals.contextLength += contextLength;
				lastEnd = end;
			}
			passageTotal += passageCount;
			count++;
			untilStep -= table.numbers.length;
			if (untilStep <= 0) {
				untilStep = rowsPerStep;
				yield;
			}
		}
	}
	documentStarts.push(documents.length);
	firstPassages.push(passageTotal);
	return {
		count,
		languageCounts,
		totals,
		sections: {
			documentStarts: toBytes(documentStarts.toArray()),
			documents: documents.toBytes(),
			firstPassages: toBytes(firstPassages.toArray()),
			documentLanguages: Uint8Array.from(documentLanguages),
			passages: passages.toBytes(),
			tokens: tokens.toBytes(),
		},
	};
}

/** The tokens of one passage: how many, their ranks (0 is a border); then the words with hyphens, joined. */
function writeTokens(table: TokenTable, ordinal: number, { ranks }: Source, writer: ByteWriter): void {
	const from = table.passageStarts[ordinal] ?? 0;
	const to = table.passageStarts[ordinal + 1] ?? 0;
	writer.addNumber(to - from);
	writer.addNibbles(table.numbers.subarray(from, to), ranks);
	const joined = [...Array(table.joined.size === 0 ? 0 : to - from).keys()].filter((at) => table.joined.has(from + at));
	writer.addNumber(joined.length);
	for (const at of joined) {
		const words = table.joined.get(from + at) ?? [];
		writer.addNumber(at);
		writer.addNumber(words.length);
		for (const { number, length } of words) {
			writer.addNumber(ranks[number] ?? 0);
			writer.addNumber(length);
		}
	}
}

/**
 * The texts of several sorted lists in order, each once, with where it stands: the number of the list and the place in it.
 * Lists have no text twice.
 */
function* mergeSorted(lists: readonly (readonly string[])[]): Generator<{ text: string; places: readonly (readonly [number, number])[] }> {
	const next = lists.map(() => 0);
	for (;;) {
		let text: string | undefined;
		lists.forEach((list, index) => {
			const candidate = list[next[index] ?? 0];
			if (candidate !== undefined && (text === undefined || candidate < text)) {
				text = candidate;
			}
		});
		if (text === undefined) {
			return;
		}
		const places: [number, number][] = [];
		lists.forEach((list, index) => {
			const place = next[index] ?? 0;
			if (list[place] === text) {
				places.push([index, place]);
				next[index] = place + 1;
			}
		});
		yield { text, places };
	}
}

function toBytes(numbers: Uint32Array): Uint8Array {
	return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
