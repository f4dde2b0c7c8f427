import type { ByteSource } from '../../library/recordFile.ts';
import type { Range } from '../../text/range.ts';
import { ByteReader } from './bytes.ts';
import { type NumberColumn, readColumn } from './columns.ts';
import { DocumentIds } from './documentIds.ts';
import type { Field } from './miniSearchPostings.ts';
import { PackedTokens } from './packedTokens.ts';
import { PackedWords, toNumbers } from './packedWords.ts';
import type { SegmentSummary } from './packer.ts';
import {
	type IndexPart,
	noDocument,
	type PartDocument,
	type PartTotals,
	type PostingLists,
	type RowFinder,
	type TokenWindow,
	type WordFinder,
} from './part.ts';
import { PassageRows } from './passageRows.ts';
import type { Section } from './section.ts';
import { type Checksum, type OpenSegment, openInMemory, openSegment, type Sections } from './segmentFile.ts';
import { PartBits } from './termBits.ts';
import { isDense } from './termPacker.ts';
import { listDistinct, type Matcher, type TokenTable } from './tokenTable.ts';

/** A part out of what `packParts` made, all of it in memory. */
export function makePart(sections: Sections): PackedPart {
	return new PackedPart(openInMemory(sections), sections);
}

/** Opens a part that was kept (`toFileBytes`); `undefined` where these are not the bytes of one of this version, whole and unchanged. */
export function openPart(source: ByteSource, checksum?: Checksum): PackedPart | undefined {
	const opened = openSegment(source, checksum);
	return opened && new PackedPart(opened);
}

/**
 * A part of the index in a few flat arrays, as `packParts` made it: nothing comes, documents can only go. Of one that is kept no more is read than
 * is asked for; any question throws `DamagedPart` where that is not as it was written.
 */
export class PackedPart implements IndexPart {
	readonly passageCapacity: number;
	readonly documentCapacity: number;
	readonly isAscending = true;
	readonly words: PackedWords;
	readonly languages = new Map<string, number>();
	readonly #totals: { -readonly [K in keyof PartTotals]: number };
	readonly #languageNames: readonly string[];
	/** By document: the number of its language; `removed` for what was removed. */
	readonly #languageNumbers: Uint8Array;
	readonly #documentsOf = new Map<string, Uint8Array>();
	readonly #documentStarts: Uint32Array;
	/** Those of removed documents stay. */
	readonly #ids: DocumentIds;
	readonly #firstPassages: Uint32Array;
	readonly #rows: PassageRows;
	readonly #tokens: PackedTokens;
	readonly bits: PartBits;
	#documentNumbers: Int32Array | undefined;
	#bodyLengths: NumberColumn | undefined;
	#contextLengths: NumberColumn | undefined;
	readonly #stopTermCount: number;
	#segment: OpenSegment;
	#sections: Sections | undefined;
	readonly #contexts = new Map<number, readonly Uint32Array[]>();

	/** `sections`: everything that it was made of, while it is kept nowhere. */
	constructor(segment: OpenSegment, sections?: Sections) {
		const { whole, lazy } = segment;
		const summary = JSON.parse(new TextDecoder().decode(whole.summary)) as SegmentSummary;
		this.passageCapacity = summary.passageCount;
		this.documentCapacity = summary.documentCount;
		this.words = new PackedWords(summary, segment);
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
		this.#languageNumbers = whole.documentLanguages.slice();
		this.#documentStarts = toNumbers(whole.documentStarts);
		this.#ids = new DocumentIds(whole.ids, toNumbers(whole.idBlocks), summary.documentCount);
		this.#firstPassages = toNumbers(whole.firstPassages);
		this.#rows = new PassageRows(
			lazy.rows,
			{ rowStarts: toNumbers(whole.rowStarts), tokenStarts: toNumbers(whole.tokenStarts), firstPassages: this.#firstPassages },
			summary,
		);
		this.#tokens = new PackedTokens(segment.tokens, this.#rows, lazy.wordsByRank);
		this.#stopTermCount = summary.stopTermCount;
		this.bits = new PartBits(this, this.#firstPassages);
		this.#segment = segment;
		this.#sections = sections;
	}

	get documentNumbers(): Int32Array {
		this.#documentNumbers ??= this.#numberDocuments();
		return this.#documentNumbers;
	}

	get bodyLengths(): NumberColumn {
		this.#bodyLengths ??= this.#readLengths(this.#segment.lazy.bodyLengths);
		return this.#bodyLengths;
	}

	get contextLengths(): NumberColumn {
		this.#contextLengths ??= this.#readLengths(this.#segment.lazy.contextLengths);
		return this.#contextLengths;
	}

	/** Everything that it was made of; `undefined` once it is kept. */
	get sections(): Sections | undefined {
		return this.#sections;
	}

	/** Whether some of it was not as it was written: it is to be forgotten. */
	get isDamaged(): boolean {
		return this.#segment.isDamaged;
	}

	/** Reads what it is asked for out of this, where it is kept now, instead of holding all. False if it is not what is kept there. */
	moveTo(source: ByteSource, checksum?: Checksum): boolean {
		const segment = openSegment(source, checksum);
		if (segment === undefined) {
			return false;
		}
		const { lazy } = this.#segment;
		for (const name of Object.keys(lazy) as (keyof typeof lazy)[]) {
			lazy[name].takeFrom(segment.lazy[name]);
		}
		this.#segment = Object.assign(segment, { lazy });
		this.#sections = undefined;
		this.#tokens.takeFrom(segment.tokens);
		return true;
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
		return this.#ids.list().filter((_, document) => this.#languageNumbers[document] !== removed);
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
		const reader = this.#readerOf(number);
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
		return this.#ids.at(document);
	}

	lengthOf(document: number): number {
		return this.#readerOf(document).readNumber();
	}

	findDocument(id: string): number {
		const document = this.#ids.find(id);
		return this.#languageNumbers[document] === removed ? -1 : document;
	}

	rangeOf(passage: number): Range {
		this.#needRows(passage);
		const start = this.#rows.starts[passage] ?? 0;
		return { start, end: start + (this.#rows.lengths[passage] ?? 0) };
	}

	readPostings(term: number, field: Field, { passages, counts }: PostingLists): void {
		const { bodyCount, bodyStart, contextCount, contextStart, end } = this.words.findPostings(term);
		const [count, start] = field === 'body' ? [bodyCount, bodyStart] : [contextCount, contextStart];
		const { postings } = this.#segment.lazy;
		postings.need(start, field === 'body' ? contextStart : end);
		const { bytes } = postings;
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
		for (const last = to + count; to < last; to++) {
			// Varints, read in place: this loop is most of what a query costs. Whether there is a second byte, or a count, no branch depends on: to guess that
			// wrong took as long as all the rest. More bytes are rare.
			let value = bytes[at++] ?? 0;
			let byte = bytes[at] ?? 0;
			const isLong = value >>> 7;
			value = (value & 0x7f) | (((byte & 0x7f) << 7) & -isLong);
			at += isLong;
			for (let shift = 14; (byte & (isLong << 7)) !== 0; shift += 7) {
				byte = bytes[at++] ?? 0;
				value |= (byte & 0x7f) << shift;
			}
			passage += (value >>> 1) + 1;
			const isOften = value & 1;
			byte = bytes[at] ?? 0;
			let times = 1 + (((byte & 0x7f) - 1) & -isOften);
			at += isOften;
			for (let shift = 7; (byte & (isOften << 7)) !== 0; shift += 7) {
				byte = bytes[at++] ?? 0;
				times |= (byte & 0x7f) << shift;
			}
			passageValues[to] = passage;
			countValues[to] = times;
		}
		passages.length = to;
		counts.length = to;
	}

	makeHolderTest(term: number): ((passage: number) => boolean) | undefined {
		const { bodyCount, bodyStart, contextStart } = this.words.findPostings(term);
		if (term >= this.#stopTermCount || !isDense(bodyCount, this.passageCapacity)) {
			return undefined;
		}
		const { postings } = this.#segment.lazy;
		postings.need(bodyStart, contextStart);
		const { bytes } = postings;
		return (passage) => (((bytes[bodyStart + (passage >>> 3)] ?? 0) >>> (passage & 7)) & 1) === 1;
	}

	estimatePostings(term: number): number {
		return this.words.countPostings(term);
	}

	countTokens(passage: number): number {
		this.#needRows(passage);
		return this.#tokens.count(passage);
	}

	tokensAt(passage: number, reach: number): TokenWindow {
		const document = this.documentNumbers[passage] ?? noDocument;
		const documentEnd = this.#firstPassages[document + 1] ?? 0;
		this.#rows.need(document);
		let end = passage + 1;
		for (let wanted = reach; end < documentEnd && wanted > 0; end++) {
			wanted -= this.countTokens(end);
		}
		return { table: this.#tokens.decode(passage, end), ordinal: 0 };
	}

	makeRowFinder(words: readonly Matcher[]): RowFinder {
		const finder = this.#tokens.makeRowFinder(words);
		return {
			findEach: (passages, from, to, tell) => {
				for (let at = from; at < to; at++) {
					this.#needRows(passages.values[at] ?? 0);
				}
				finder.findEach(passages, from, to, tell);
			},
			mayRunInto: (passage, begun) => {
				this.#needRows(passage);
				return finder.mayRunInto(passage, begun);
			},
		};
	}

	makeWordFinder(words: Iterable<number>): WordFinder | undefined {
		const finder = this.#tokens.makeWordFinder(words);
		return (
			finder && {
				findEach: (passage, tell) => {
					this.#needRows(passage);
					return finder.findEach(passage, tell);
				},
			}
		);
	}

	tokensOf(documentNumber: number): TokenTable {
		const [from = 0, to = 0] = this.#firstPassages.subarray(documentNumber, documentNumber + 2);
		this.#rows.need(documentNumber);
		const table = this.#tokens.decode(from, to);
		const contexts = this.#contextsOf(documentNumber);
		return {
			...table,
			numbers: table.numbers.slice(),
			contexts: Array.from(this.#rows.contextNumbers.subarray(from, to), (context) => contexts[context] ?? new Uint32Array()),
		};
	}

	contextOf(passage: number): Uint32Array {
		const document = this.documentNumbers[passage] ?? noDocument;
		this.#rows.need(document);
		const contexts = this.#contextsOf(document);
		return contexts[this.#rows.contextNumbers[passage] ?? 0] ?? new Uint32Array();
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

	#numberDocuments(): Int32Array {
		const numbers = new Int32Array(this.passageCapacity);
		for (let document = 0; document < this.documentCapacity; document++) {
			const number = this.#languageNumbers[document] === removed ? noDocument : document;
			numbers.fill(number, this.#firstPassages[document] ?? 0, this.#firstPassages[document + 1] ?? 0);
		}
		return numbers;
	}

	#readLengths(section: Section): NumberColumn {
		section.need(0, section.length);
		return readColumn(section.bytes, this.passageCapacity);
	}

	#needRows(passage: number): void {
		this.#rows.need(this.documentNumbers[passage] ?? noDocument);
	}

	#readerOf(document: number): ByteReader {
		const { documents } = this.#segment.lazy;
		const start = this.#documentStarts[document] ?? 0;
		documents.need(start, this.#documentStarts[document + 1] ?? 0);
		return new ByteReader(documents.bytes, start);
	}

	/** The different contexts of a document's passages. */
	#contextsOf(document: number): readonly Uint32Array[] {
		const known = this.#contexts.get(document);
		if (known !== undefined) {
			return known;
		}
		const reader = this.#readerOf(document);
		reader.readNumber();
		for (let count = reader.readNumber(); count > 0; count--) {
			reader.readNumber();
			reader.readNumber();
		}
		const contexts = Array.from({ length: reader.readNumber() }, () =>
			Uint32Array.from({ length: reader.readNumber() }, () => this.#tokens.wordOf(reader.readNumber())),
		);
		if (this.#contexts.size >= maxCachedContexts) {
			this.#contexts.clear();
		}
		this.#contexts.set(document, contexts);
		return contexts;
	}
}

/** Stands for the language of a document that was removed. */
const removed = 0xff;
/** Documents whose titles and headings are remembered. */
const maxCachedContexts = 2_000;
