import type { Steps } from '../../base/steps.ts';
import { NumberList } from './bytes.ts';
import { mergeSorted, rowsPerStep, type Source, textsPerStep, toBytes } from './packingSource.ts';
import type { IndexPart } from './part.ts';
import type { Sections } from './segmentFile.ts';
import { SortedTextsWriter } from './sortedTexts.ts';
import { sortTexts } from './sortTexts.ts';
import { type FiledTerms, type TermWords, writeTerms } from './termPacker.ts';
import type { TokenTable } from './tokenTable.ts';

/** How many numbers each word has in its packed list: the term it is filed under first plus one; how many documents use it, doubled, and one more if it is a stop word. */
export const wordArity = 2;

export interface PackedWords {
	readonly languages: readonly { readonly language: string; readonly wordCount: number }[];
	readonly sections: Pick<
		Sections,
		'words' | 'wordBlocks' | 'wordsByRank' | 'terms' | 'termBlocks' | 'postingBlocks' | 'termWordBlocks' | 'postings' | 'termWords'
	>;
}

/** Numbers the words that are in use, language by language in the order of their texts, and ranks them by how often they stand in the texts. */
export function* packWords(sources: readonly Source[], terms: FiledTerms): Steps<PackedWords> {
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
	const byLanguage: ReadonlyMap<string, SortedWords>[] = [];
	for (const [index, { part }] of sources.entries()) {
		byLanguage.push(yield* sortWords(part, uses[index] as Uint32Array));
	}
	const writer = new SortedTextsWriter();
	const filedTerms = new NumberList();
	const filedWords = new NumberList();
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
				filedTerms.push(term);
				filedWords.push(count);
			}
			// The most frequent first; of equals, the first in order.
			rankKeys.push((maxFrequency - Math.min(maxFrequency, frequency)) * maxWords + count);
			count++;
			if (count % textsPerStep === 0) {
				yield;
			}
		}
		languages.push({ language, wordCount: count - first });
	}
	yield;
	const ranked = Float64Array.from(rankKeys).sort();
	yield;
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
			wordsByRank: toThreeBytes(wordsByRank),
			postings: terms.postings,
			...(yield* writeTerms(terms, sortByTerm(filedTerms, filedWords, terms.count))),
		},
	};
}

/** A part has no more words: their ranks take three bytes each. Who makes one of several sees to it. */
export const maxWords = 2 ** 24;
/** The product of both, and as much again as there are words, is a whole number that a double holds exactly. */
const maxFrequency = 2 ** 28;

/** The words by their terms, which are numbered from one on. A word that no term has is left out. */
function sortByTerm(terms: NumberList, words: NumberList, termCount: number): TermWords {
	const starts = new Uint32Array(termCount + 2);
	for (let at = 0; at < terms.length; at++) {
		const term = terms.values[at] ?? 0;
		starts[term + 1] = (starts[term + 1] ?? 0) + 1;
	}
	for (let term = 1; term < starts.length; term++) {
		starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
	}
	const next = starts.slice();
	const sorted = new Uint32Array(words.length);
	for (let at = 0; at < terms.length; at++) {
		const term = terms.values[at] ?? 0;
		sorted[next[term] ?? 0] = words.values[at] ?? 0;
		next[term] = (next[term] ?? 0) + 1;
	}
	return { starts: starts.subarray(1), words: sorted };
}

/** Numbers below 2^24 in three bytes each, low ones first. */
function toThreeBytes(numbers: Uint32Array): Uint8Array {
	const bytes = new Uint8Array(numbers.length * 3);
	numbers.forEach((number, at) => {
		bytes[at * 3] = number;
		bytes[at * 3 + 1] = number >>> 8;
		bytes[at * 3 + 2] = number >>> 16;
	});
	return bytes;
}

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

/** Words in the order of their texts. */
interface SortedWords {
	readonly texts: readonly string[];
	readonly numbers: readonly number[];
}

/** The words in use of each language. */
function* sortWords(part: IndexPart, uses: Uint32Array): Steps<ReadonlyMap<string, SortedWords>> {
	const byLanguage = new Map<string, { texts: string[]; numbers: number[]; isSorted: boolean }>();
	let untilStep = textsPerStep;
	for (let number = 0; number < uses.length; number++) {
		if (uses[number] === 0) {
			continue;
		}
		const language = part.words.languageOf(number);
		let list = byLanguage.get(language);
		if (list === undefined) {
			list = { texts: [], numbers: [], isSorted: true };
			byLanguage.set(language, list);
		}
		const text = part.words.foldedOf(number);
		list.isSorted &&= list.texts.length === 0 || (list.texts.at(-1) ?? '') < text;
		list.texts.push(text);
		list.numbers.push(number);
		if (--untilStep === 0) {
			untilStep = textsPerStep;
			yield;
		}
	}
	yield;
	return new Map([...byLanguage].map(([language, list]) => [language, list.isSorted ? list : sortList(list)]));
}

function sortList({ texts, numbers }: SortedWords): SortedWords {
	const order = [...sortTexts(texts)];
	return { texts: order.map((at) => texts[at] ?? ''), numbers: order.map((at) => numbers[at] ?? 0) };
}
