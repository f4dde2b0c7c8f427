import type { Steps } from '../../base/steps.ts';
import { ByteWriter, NumberList } from './bytes.ts';
import { isStopTerm } from './liveWords.ts';
import { fields } from './miniSearchPostings.ts';
import { mergeSorted, rowsPerStep, type Source, textsPerStep, toBytes } from './packingSource.ts';
import { noDocument, type PostingLists, type TermList } from './part.ts';
import type { Sections } from './segmentFile.ts';
import { SortedTextsWriter } from './sortedTexts.ts';

/** How many numbers each term has: the place of its first word, rows and bytes of its postings in either field, and the bytes of its other words. */
export const termArity = 6;

/** The terms, their postings filed, and for each how many rows and bytes of them there are in either field. */
export interface FiledTerms {
	readonly count: number;
	readonly stopCount: number;
	readonly texts: readonly string[];
	readonly rows: readonly (readonly [number, number, number, number])[];
	readonly postings: Uint8Array;
}

/** Files the postings of all terms, in the order of their texts, and numbers the terms. */
export function* packTerms(sources: readonly Source[]): Steps<FiledTerms> {
	const lists: TermList[] = [];
	for (const { part } of sources) {
		lists.push(yield* part.words.listTermsInSteps());
		yield;
	}
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
				const { passages, counts } = isAscending(found.passages) ? found : sortRows(found);
				postings.addPostings(passages.values, counts.values, passages.length);
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

/** The words that are filed under each term, ascending: those of term `n` are `[starts[n], starts[n + 1])`. */
export interface TermWords {
	readonly starts: Uint32Array;
	readonly words: Uint32Array;
}

/** A list of terms with what belongs to each: how many rows and bytes of postings, and its words. */
export function* writeTerms(
	{ texts, rows }: FiledTerms,
	termWords: TermWords,
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
		const from = termWords.starts[index] ?? 0;
		const first = termWords.words[from] ?? 0;
		let last = first;
		for (let at = from + 1; at < (termWords.starts[index + 1] ?? 0); at++) {
			const word = termWords.words[at] ?? 0;
			words.addNumber(word - last);
			last = word;
		}
		writer.add(text, [first, ...row, words.length - before]);
		postingsLength += row[1] + row[3];
		if (index % textsPerStep === textsPerStep - 1) {
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

function isAscending({ values, length }: NumberList): boolean {
	for (let at = 1; at < length; at++) {
		if ((values[at - 1] ?? 0) >= (values[at] ?? 0)) {
			return false;
		}
	}
	return true;
}

/** The rows in the order of their passages: they are not where documents were filed side by side. */
function sortRows({ passages, counts }: PostingLists): PostingLists {
	const order = Array.from(passages.toArray(), (_, at) => at).sort((a, b) => (passages.values[a] ?? 0) - (passages.values[b] ?? 0));
	const sorted = { passages: new NumberList(order.length + 1), counts: new NumberList(order.length + 1) };
	for (const at of order) {
		sorted.passages.push(passages.values[at] ?? 0);
		sorted.counts.push(counts.values[at] ?? 1);
	}
	return sorted;
}
