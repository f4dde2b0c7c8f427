import type { AskedDocuments } from './matching.ts';
import { type IndexPart, noDocument } from './parts/part.ts';

/** A part of the index, and where its passages and documents stand among those of all parts. */
export interface PlacedPart {
	readonly part: IndexPart;
	/** Which of the parts it is. */
	readonly number: number;
	/** Whether documents may still come into it. */
	readonly isLive: boolean;
	readonly firstPassage: number;
	readonly firstDocument: number;
}

/** The part that a passage is of, by its number over all parts. */
export function findPart(parts: readonly PlacedPart[], passage: number): PlacedPart {
	let index = parts.length - 1;
	while (index > 0 && (parts[index]?.firstPassage ?? 0) > passage) {
		index--;
	}
	return parts[index] as PlacedPart;
}

/**
 * Compares passages by document id, then by place in the document; by their numbers over all parts. Remembers the id that each side had last: where very many are
 * as good as each other, those of one document come in a row, and are compared with the same one.
 */
export function makePlaceOrder(parts: readonly PlacedPart[]): (a: number, b: number) => number {
	const idOfFirst = makeIdReader(parts);
	const idOfSecond = makeIdReader(parts);
	return (a, b) => {
		const [first, second] = [idOfFirst(a), idOfSecond(b)];
		return first < second ? -1 : first > second ? 1 : a - b;
	};
}

function makeIdReader(parts: readonly PlacedPart[]): (passage: number) => string {
	let last: PlacedPart | undefined;
	let lastDocument = noDocument;
	let lastId = '';
	return (passage) => {
		const isIn = last !== undefined && passage >= last.firstPassage && passage < last.firstPassage + last.part.passageCapacity;
		const placed = isIn && last !== undefined ? last : findPart(parts, passage);
		const document = placed.part.documentNumbers[passage - placed.firstPassage] ?? noDocument;
		if (placed !== last || document !== lastDocument) {
			lastId = placed.part.idOf(document);
			last = placed;
			lastDocument = document;
		}
		return lastId;
	};
}

/** What is asked of the documents of one language in one part. */
export interface Question {
	readonly placed: PlacedPart;
	readonly language: string;
	/** All of the language: they say how much a word is worth. */
	readonly ofLanguage: AskedDocuments;
	/** Those of them that may be found. */
	readonly asked: AskedDocuments;
	/** Whether each passage number of the part is that of a document of the language: then nobody has to look at each. */
	readonly isComplete: boolean;
}
