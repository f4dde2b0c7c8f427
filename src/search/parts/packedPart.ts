import type { Range } from '../../text/range.ts';
import { ByteReader, NumberList, readNibbles } from './bytes.ts';
import type { Field } from './miniSearchPostings.ts';
import { PackedWords, toNumbers } from './packedWords.ts';
import type { SegmentSummary } from './packer.ts';
import { type IndexPart, noDocument, type PartDocument, type PartTotals, type PostingLists, type TokenWindow } from './part.ts';
import { type ByteSource, type Checksum, DamagedPart, openSections, openTokensOf, type Sections } from './segmentFile.ts';
import { isDense } from './termPacker.ts';
import { type JoinedWord, listDistinct, type TokenTable } from './tokenTable.ts';

/** A part out of what `packParts` made, all of it in memory. */
export function makePart(sections: Sections): PackedPart {
	const { tokens, ...others } = sections;
	return new PackedPart(readSummary(others), others, (start, end) => tokens.subarray(start, end), sections);
}

/** Opens a part that was kept (`toFileBytes`); `undefined` where these are not the bytes of one of this version, whole and unchanged. */
export function openPart(source: ByteSource, checksum?: Checksum): PackedPart | undefined {
	const opened = openSections(source, checksum);
	return opened && new PackedPart(readSummary(opened.sections), opened.sections, opened.readTokens);
}

function readSummary({ summary }: OpenSections): SegmentSummary {
	return JSON.parse(new TextDecoder().decode(summary)) as SegmentSummary;
}

type OpenSections = Omit<Sections, 'tokens'>;

/** A part of the index in a few flat arrays, as `packParts` made it: nothing comes, documents can only go. Tokens are read when they are asked for. */
export class PackedPart implements IndexPart {
	readonly passageCapacity: number;
	readonly documentCapacity: number;
	readonly words: PackedWords;
	readonly languages = new Map<string, number>();
	readonly documentNumbers: Int32Array;
	readonly bodyLengths: Uint32Array;
	readonly contextLengths: Uint32Array;
	readonly #totals: { -readonly [K in keyof PartTotals]: number };
	readonly #languageNames: readonly string[];
	/** By document: the number of its language; `removed` for what was removed. */
	readonly #languageNumbers: Uint8Array;
	readonly #documentsOf = new Map<string, Uint8Array>();
	readonly #documentStarts: Uint32Array;
	readonly #documents: Uint8Array;
	readonly #firstPassages: Uint32Array;
	readonly #passageStarts: Uint32Array;
	readonly #passageLengths: Uint32Array;
	readonly #contextNumbers: Uint32Array;
	readonly #tokenStarts: Uint32Array;
	/** 0, which stands for a border, is its own rank. */
	readonly #wordsByRank: Uint32Array;
	readonly #postings: Uint8Array;
	readonly #stopTermCount: number;
	#tokenSource: ByteSource;
	#sections: Sections | undefined;
	#isDamaged = false;
	readonly #contexts = new Map<number, readonly Uint32Array[]>();
	/** Read when they are first asked for; those of removed documents stay. */
	#ids: readonly string[] | undefined;
	#byId: Map<string, number> | undefined;
	/** Words of the window last decoded. */
	readonly #numbers = new NumberList(4096);

	/** `whole`: everything that it was made of, while it is kept nowhere. */
	constructor(summary: SegmentSummary, sections: OpenSections, readTokens: ByteSource, whole?: Sections) {
		this.passageCapacity = summary.passageCount;
		this.documentCapacity = summary.documentCount;
		this.words = new PackedWords(summary, sections);
		this.#languageNames = summary.languages.map(({ language }) => language);
		for (const { language, documentCount } of summary.languages) {
			if (documentCount > 0) {
				this.languages.set(language, documentCount);
			}
		}
		this.#totals = {
			documents: summary.documentCount,
			passages: summary.passageCount,
			documentLength: summary.documentLength,
			bodyLength: summary.bodyLength,
			contextLength: summary.contextLength,
		};
		// A copy: documents go, and what is written into a file is the part as it was packed.
		this.#languageNumbers = sections.documentLanguages.slice();
		this.#documentStarts = toNumbers(sections.documentStarts);
		this.#documents = sections.documents;
		this.#firstPassages = toNumbers(sections.firstPassages);
		const count = summary.passageCount;
		this.documentNumbers = new Int32Array(count);
		this.bodyLengths = new Uint32Array(count);
		this.contextLengths = new Uint32Array(count);
		this.#passageStarts = new Uint32Array(count);
		this.#passageLengths = new Uint32Array(count);
		this.#contextNumbers = new Uint32Array(count);
		this.#tokenStarts = new Uint32Array(count + 1);
		this.#readPassages(sections.passages);
		const ranks = sections.wordsByRank;
		this.#wordsByRank = new Uint32Array(ranks.length / 3 + 1);
		for (let rank = 1; rank < this.#wordsByRank.length; rank++) {
			const at = rank * 3 - 3;
			this.#wordsByRank[rank] = ((ranks[at] ?? 0) | ((ranks[at + 1] ?? 0) << 8) | ((ranks[at + 2] ?? 0) << 16)) + 1;
		}
		this.#postings = sections.postings;
		this.#stopTermCount = summary.stopTermCount;
		this.#tokenSource = readTokens;
		this.#sections = whole;
	}

	/** Everything that it was made of; `undefined` once it is kept. */
	get sections(): Sections | undefined {
		return this.#sections;
	}

	/** Whether some of it was not as it was written: it is to be forgotten. */
	get isDamaged(): boolean {
		return this.#isDamaged;
	}

	/** Reads its tokens out of this, where it is kept now, instead of holding them. False if it is not what is kept there. */
	moveTo(source: ByteSource, checksum?: Checksum): boolean {
		const readTokens = openTokensOf(source, checksum);
		if (readTokens !== undefined) {
			this.#tokenSource = readTokens;
			this.#sections = undefined;
		}
		return readTokens !== undefined;
	}

	/** The numbers of the documents that were removed. */
	listRemoved(): readonly number[] {
		const numbers: number[] = [];
		this.#languageNumbers.forEach((language, document) => {
			if (language === removed) {
				numbers.push(document);
			}
		});
		return numbers;
	}

	/** The ids of the documents that are there. */
	listIds(): readonly string[] {
		this.#ids ??= this.#listIds();
		return this.#ids.filter((_, document) => this.#languageNumbers[document] !== removed);
	}

	get totals(): PartTotals {
		return this.#totals;
	}

	documentsOf(language: string): Uint8Array {
		let documents = this.#documentsOf.get(language);
		if (documents === undefined) {
			const number = this.#languageNames.indexOf(language);
			documents = this.#languageNumbers.map((other) => Number(other === number));
			this.#documentsOf.set(language, documents);
		}
		return documents;
	}

	documentAt(number: number): PartDocument {
		const reader = this.#readerBehindId(number);
		const length = reader.readNumber();
		const repeatedTerms = new Map<number, number>();
		for (let count = reader.readNumber(); count > 0; count--) {
			repeatedTerms.set(reader.readNumber() - 1, reader.readNumber());
		}
		const firstPassage = this.#firstPassages[number] ?? 0;
		return {
			id: this.idOf(number),
			language: this.#languageNames[this.#languageNumbers[number] ?? removed] ?? '',
			firstPassage,
			passageCount: (this.#firstPassages[number + 1] ?? 0) - firstPassage,
			length,
			repeatedTerms,
		};
	}

	idOf(document: number): string {
		this.#ids ??= this.#listIds();
		return this.#ids[document] ?? '';
	}

	lengthOf(document: number): number {
		return this.#readerBehindId(document).readNumber();
	}

	findDocument(id: string): number {
		this.#ids ??= this.#listIds();
		this.#byId ??= new Map(this.#ids.map((other, document) => [other, document]));
		const document = this.#byId.get(id) ?? -1;
		return this.#languageNumbers[document] === removed ? -1 : document;
	}

	rangeOf(passage: number): Range {
		const start = this.#passageStarts[passage] ?? 0;
		return { start, end: start + (this.#passageLengths[passage] ?? 0) };
	}

	readPostings(term: number, field: Field, { passages, counts }: PostingLists): void {
		const { bodyCount, bodyStart, contextCount, contextStart } = this.words.findPostings(term);
		const [count, start] = field === 'body' ? [bodyCount, bodyStart] : [contextCount, contextStart];
		const bytes = this.#postings;
		if (term < this.#stopTermCount && isDense(count, this.passageCapacity)) {
			for (let passage = 0; passage < this.passageCapacity; passage++) {
				if ((((bytes[start + (passage >>> 3)] ?? 0) >>> (passage & 7)) & 1) === 1) {
					passages.push(passage);
					counts.push(1);
				}
			}
			return;
		}
		passages.reserve(count);
		counts.reserve(count);
		const passageValues = passages.values;
		const countValues = counts.values;
		let to = passages.length;
		let at = start;
		let passage = -1;
		for (const end = to + count; to < end; to++) {
			// Varints, read in place: this loop is most of what a query costs.
			let byte = bytes[at++] ?? 0;
			let value = byte & 0x7f;
			for (let shift = 7; byte > 0x7f; shift += 7) {
				byte = bytes[at++] ?? 0;
				value |= (byte & 0x7f) << shift;
			}
			passage += (value >>> 1) + 1;
			let times = 1;
			if ((value & 1) === 1) {
				byte = bytes[at++] ?? 0;
				times = byte & 0x7f;
				for (let shift = 7; byte > 0x7f; shift += 7) {
					byte = bytes[at++] ?? 0;
					times |= (byte & 0x7f) << shift;
				}
			}
			passageValues[to] = passage;
			countValues[to] = times;
		}
		passages.length = to;
		counts.length = to;
	}

	estimatePostings(term: number): number {
		return this.words.countPostings(term);
	}

	countTokens(passage: number): number {
		const start = this.#tokenStarts[passage] ?? 0;
		return new ByteReader(this.#readTokens(start, start + 5)).readNumber();
	}

	tokensAt(passage: number, reach: number): TokenWindow {
		const document = this.documentNumbers[passage] ?? noDocument;
		const documentEnd = this.#firstPassages[document + 1] ?? 0;
		let end = passage + 1;
		for (let wanted = reach; end < documentEnd && wanted > 0; end++) {
			wanted -= this.countTokens(end);
		}
		return { table: this.#decode(passage, end), ordinal: 0 };
	}

	tokensOf(documentNumber: number): TokenTable {
		const [from = 0, to = 0] = this.#firstPassages.subarray(documentNumber, documentNumber + 2);
		const table = this.#decode(from, to);
		const contexts = this.#contextsOf(documentNumber);
		return {
			...table,
			numbers: table.numbers.slice(),
			contexts: Array.from(this.#contextNumbers.subarray(from, to), (context) => contexts[context] ?? new Uint32Array()),
		};
	}

	contextOf(passage: number): Uint32Array {
		const contexts = this.#contextsOf(this.documentNumbers[passage] ?? noDocument);
		return contexts[this.#contextNumbers[passage] ?? 0] ?? new Uint32Array();
	}

	removeDocument(id: string): void {
		const number = this.findDocument(id);
		if (number >= 0) {
			this.removeAt(number);
		}
	}

	/** Forgets the document of this number, which is there. */
	removeAt(number: number): void {
		const { language, firstPassage, passageCount, length } = this.documentAt(number);
		const table = this.tokensOf(number);
		this.words.forgetUses(listDistinct(table, this.words.capacity));
		this.#languageNumbers[number] = removed;
		this.#documentsOf.clear();
		const languageCount = (this.languages.get(language) ?? 0) - 1;
		if (languageCount > 0) {
			this.languages.set(language, languageCount);
		} else {
			this.languages.delete(language);
		}
		this.#totals.documents -= 1;
		this.#totals.passages -= passageCount;
		this.#totals.documentLength -= length;
		for (let passage = firstPassage; passage < firstPassage + passageCount; passage++) {
			this.#totals.bodyLength -= this.bodyLengths[passage] ?? 0;
			this.#totals.contextLength -= this.contextLengths[passage] ?? 0;
		}
		this.documentNumbers.fill(noDocument, firstPassage, firstPassage + passageCount);
	}

	/** Fills what is known of each passage from the rows that `packParts` wrote: each begins so far behind the end of the one before. */
	#readPassages(bytes: Uint8Array): void {
		const reader = new ByteReader(bytes);
		for (let document = 0; document < this.documentCapacity; document++) {
			let lastEnd = 0;
			for (let passage = this.#firstPassages[document] ?? 0; passage < (this.#firstPassages[document + 1] ?? 0); passage++) {
				const start = lastEnd + reader.readNumber();
				const length = reader.readNumber();
				lastEnd = start + length;
				this.documentNumbers[passage] = document;
				this.#passageStarts[passage] = start;
				this.#passageLengths[passage] = length;
				this.bodyLengths[passage] = reader.readNumber();
				this.contextLengths[passage] = reader.readNumber();
				this.#contextNumbers[passage] = reader.readNumber();
				this.#tokenStarts[passage + 1] = (this.#tokenStarts[passage] ?? 0) + reader.readNumber();
			}
		}
	}

	#readTokens(start: number, end: number): Uint8Array {
		try {
			return this.#tokenSource(start, end);
		} catch (error) {
			this.#isDamaged ||= error instanceof DamagedPart;
			throw error;
		}
	}

	#readerAt(document: number): ByteReader {
		return new ByteReader(this.#documents, this.#documentStarts[document] ?? 0);
	}

	/** The reader behind the document's id. */
	#readerBehindId(document: number): ByteReader {
		const reader = this.#readerAt(document);
		reader.readNumber();
		const length = reader.readNumber();
		reader.at += length;
		return reader;
	}

	/** The ids of all documents: each leaves out what it has in common with the one before. */
	#listIds(): string[] {
		const ids: string[] = [];
		const decoder = new TextDecoder();
		let bytes: Uint8Array = new Uint8Array();
		for (let document = 0; document < this.documentCapacity; document++) {
			const reader = this.#readerAt(document);
			const shared = reader.readNumber();
			const length = reader.readNumber();
			const id = new Uint8Array(shared + length);
			id.set(bytes.subarray(0, shared));
			id.set(this.#documents.subarray(reader.at, reader.at + length), shared);
			bytes = id;
			ids.push(JSON.parse(decoder.decode(id)) as string);
		}
		return ids;
	}

	/** The different contexts of a document's passages. */
	#contextsOf(document: number): readonly Uint32Array[] {
		const known = this.#contexts.get(document);
		if (known !== undefined) {
			return known;
		}
		const reader = this.#readerBehindId(document);
		reader.readNumber();
		for (let count = reader.readNumber(); count > 0; count--) {
			reader.readNumber();
			reader.readNumber();
		}
		const contexts = Array.from({ length: reader.readNumber() }, () =>
			Uint32Array.from({ length: reader.readNumber() }, () => this.#wordOf(reader.readNumber())),
		);
		if (this.#contexts.size >= maxCachedContexts) {
			this.#contexts.clear();
		}
		this.#contexts.set(document, contexts);
		return contexts;
	}

	#wordOf(rank: number): number {
		return this.#wordsByRank[rank] ?? 0;
	}

	/** The tokens of these passages in a table, without their contexts; its numbers are good until the next call. */
	#decode(from: number, to: number): TokenTable {
		const start = this.#tokenStarts[from] ?? 0;
		const bytes = this.#readTokens(start, this.#tokenStarts[to] ?? 0);
		const reader = new ByteReader(bytes);
		const numbers = this.#numbers;
		numbers.length = 0;
		const passageStarts = [0];
		let joined: Map<number, JoinedWord[]> | undefined;
		const wordsByRank = this.#wordsByRank;
		while (passageStarts.length <= to - from) {
			const first = numbers.length;
			const count = reader.readNumber();
			reader.at = readNibbles(bytes, reader.at, count, numbers);
			const { values, length } = numbers;
			for (let at = first; at < length; at++) {
				values[at] = wordsByRank[values[at] ?? 0] ?? 0;
			}
			for (let left = reader.readNumber(); left > 0; left--) {
				const at = first + reader.readNumber();
				const words = Array.from({ length: reader.readNumber() }, () => ({
					number: this.#wordOf(reader.readNumber()),
					length: reader.readNumber(),
				}));
				joined ??= new Map();
				joined.set(at, words);
			}
			passageStarts.push(numbers.length);
		}
		return {
			numbers: numbers.values.subarray(0, numbers.length),
			passageStarts: new Uint32Array(passageStarts),
			joined: joined ?? noJoined,
			joinedStarts: joined === undefined ? nothing : Uint32Array.from(joined.keys()),
			contexts: [],
			repeatedTitle: nothing,
		};
	}
}

/** Stands for the language of a document that was removed. */
const removed = 0xff;
const nothing = new Uint32Array();
const noJoined: ReadonlyMap<number, readonly JoinedWord[]> = new Map();
/** Documents whose titles and headings are remembered. */
const maxCachedContexts = 2_000;
