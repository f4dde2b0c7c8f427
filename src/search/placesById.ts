import { sortInSteps } from '../base/sortInSteps.ts';
import type { Steps } from '../base/steps.ts';
import { type IndexPart, noDocument } from './parts/part.ts';

/** The documents of a part that have passages, by id: where those of each begin and end. */
interface DocumentPlaces {
	readonly firstPassages: Uint32Array;
	readonly ends: Uint32Array;
}

/** The order of the documents of parts to which none come; those that go stay in it, and nobody finds them. */
export class PlacesById {
	readonly #known = new WeakMap<IndexPart, DocumentPlaces>();

	*ofInSteps(part: IndexPart): Steps<DocumentPlaces> {
		const known = this.#known.get(part);
		if (known !== undefined) {
			return known;
		}
		const documents: { readonly id: string; readonly first: number; readonly end: number }[] = [];
		const numbers = part.documentNumbers;
		for (let first = 0, end = 0; first < part.passageCapacity; first = end) {
			const document = numbers[first] ?? noDocument;
			for (end = first + 1; end < part.passageCapacity && numbers[end] === document; end++) {}
			if (document !== noDocument) {
				documents.push({ id: part.idOf(document), first, end });
				if (documents.length % idsPerStep === 0) {
					yield;
				}
			}
		}
		const sorted = yield* sortInSteps(documents, (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.first - b.first));
		const places = {
			firstPassages: Uint32Array.from(sorted, ({ first }) => first),
			ends: Uint32Array.from(sorted, ({ end }) => end),
		};
		this.#known.set(part, places);
		return places;
	}
}

/** Ids of documents that are read in some milliseconds. */
const idsPerStep = 2_000;
