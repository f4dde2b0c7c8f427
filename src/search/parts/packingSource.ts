import { type IndexPart, noDocument } from './part.ts';

/** A part with what is known of it while it is packed. */
export interface Source {
	readonly part: IndexPart;
	/** The numbers of the documents that are packed, see `listDocuments`. */
	readonly documents: readonly number[];
	/** By passage: its number in the new part; `noDocument` for what is not packed. */
	readonly passages: Int32Array;
	readonly passageCount: number;
	/** By term: its number in the new part plus one; 0 if nothing is filed under it. */
	readonly terms: Uint32Array;
	/** By word: its place in the new part's sorted list, and its rank, from 1 on. */
	readonly words: Uint32Array;
	readonly ranks: Uint32Array;
}

/** Parts as they are packed into one, with the documents that are wanted of them; all that are there if that is left out. */
export function listSources(parts: readonly IndexPart[], isWanted?: (id: string) => boolean): readonly Source[] {
	let passageCount = 0;
	return parts.map((part) => {
		const source = listSource(part, listDocuments(part, isWanted), passageCount);
		passageCount += source.passageCount;
		return source;
	});
}

/** The numbers of the documents that are there, in the order of their passages; those without a passage, which have no words either and only count, behind them. */
export function listDocuments(part: IndexPart, isWanted: (id: string) => boolean = () => true): readonly number[] {
	const documents: number[] = [];
	let last = noDocument;
	for (const document of part.documentNumbers.subarray(0, part.passageCapacity)) {
		if (document !== noDocument && document !== last) {
			documents.push(document);
			last = document;
		}
	}
	const withPassages = new Set(documents);
	for (const language of part.languages.keys()) {
		part.documentsOf(language).forEach((isThere, document) => {
			if (isThere === 1 && !withPassages.has(document)) {
				documents.push(document);
			}
		});
	}
	return documents.filter((document) => isWanted(part.idOf(document)));
}

function listSource(part: IndexPart, documents: readonly number[], before: number): Source {
	const passages = new Int32Array(part.passageCapacity).fill(noDocument);
	const isPacked = new Uint8Array(part.documentCapacity);
	for (const document of documents) {
		isPacked[document] = 1;
	}
	let passageCount = 0;
	for (let passage = 0; passage < part.passageCapacity; passage++) {
		if (isPacked[part.documentNumbers[passage] ?? noDocument] === 1) {
			passages[passage] = before + passageCount++;
		}
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

/** Rows of postings, or tokens, that are packed in some milliseconds. */
export const rowsPerStep = 50_000;
/** Words, or terms, that are listed or merged in some milliseconds. */
export const textsPerStep = 4_000;

/** A text of some lists, with where it stands: the number of the list and the place in it. Good until the next one. */
interface MergedText {
	text: string;
	places: [number, number][];
}

/** The texts of several sorted lists in order, each once. Lists have no text twice. */
export function* mergeSorted(lists: readonly (readonly string[])[]): Generator<Readonly<MergedText>> {
	const next = lists.map(() => 0);
	const merged: MergedText = { text: '', places: [] };
	for (;;) {
		let first: string | undefined;
		merged.places.length = 0;
		for (let index = 0; index < lists.length; index++) {
			const place = next[index] ?? 0;
			const text = lists[index]?.[place];
			if (text === undefined || (first !== undefined && text > first)) {
				continue;
			}
			if (text !== first) {
				merged.places.length = 0;
				first = text;
			}
			merged.places.push([index, place]);
		}
		if (first === undefined) {
			return;
		}
		for (const [index, place] of merged.places) {
			next[index] = place + 1;
		}
		merged.text = first;
		yield merged;
	}
}

/** Numbers of four bytes as the bytes of a section. */
export function toBytes(numbers: Uint32Array): Uint8Array {
	return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
