import type { Range } from '../text/range.ts';
import type { TokenTable } from './tokenTable.ts';

/** A document as the engine keeps it. Its passages have the numbers from `firstPassage` on, one after the other. */
export interface StoredDocument {
	readonly number: number;
	readonly id: string;
	/** The language by whose rules it was analysed. */
	readonly language: string;
	readonly passages: readonly Range[];
	readonly firstPassage: number;
	readonly table: TokenTable;
	/** How often each term of the title stands in it, if the title stands in the text too. */
	readonly repeatedTerms: ReadonlyMap<string, number>;
	/** How many words its passages have, stop words aside. */
	readonly length: number;
}

/** Gives documents and passages small numbers, so that a query counts in flat arrays; numbers that become free are used again. */
export class PassageStore {
	readonly #byId = new Map<string, StoredDocument>();
	readonly #byNumber: (StoredDocument | undefined)[] = [];
	readonly #freeDocuments: number[] = [];
	/** The document of each passage number. */
	readonly #documentOf: (StoredDocument | undefined)[] = [];
	#totalLength = 0;
	#freePassages: { start: number; length: number }[] = [];
	/** How many different terms the passage holds, and its context: the lengths of BM25. */
	readonly bodyLengths: number[] = [];
	readonly contextLengths: number[] = [];

	/** All passage numbers are below this. */
	get passageCapacity(): number {
		return this.#documentOf.length;
	}

	/** All document numbers are below this. */
	get documentCapacity(): number {
		return this.#byNumber.length;
	}

	get documentCount(): number {
		return this.#byId.size;
	}

	get averageDocumentLength(): number {
		return this.#byId.size === 0 ? 0 : this.#totalLength / this.#byId.size;
	}

	documents(): Iterable<StoredDocument> {
		return this.#byId.values();
	}

	find(id: string): StoredDocument | undefined {
		return this.#byId.get(id);
	}

	/** The document that a passage number belongs to. */
	documentOf(passage: number): StoredDocument | undefined {
		return this.#documentOf[passage];
	}

	/** Adds the document under the passage numbers that were taken for it, from `firstPassage` on. */
	add(document: Omit<StoredDocument, 'number'>): StoredDocument {
		const number = this.#freeDocuments.pop() ?? this.#byNumber.length;
		const stored = { ...document, number };
		this.#byNumber[number] = stored;
		this.#byId.set(document.id, stored);
		this.#totalLength += document.length;
		for (let at = 0; at < document.passages.length; at++) {
			this.#documentOf[stored.firstPassage + at] = stored;
		}
		return stored;
	}

	remove(document: StoredDocument): void {
		this.#byId.delete(document.id);
		this.#totalLength -= document.length;
		this.#byNumber[document.number] = undefined;
		this.#freeDocuments.push(document.number);
		for (let at = 0; at < document.passages.length; at++) {
			this.#documentOf[document.firstPassage + at] = undefined;
		}
		this.freePassages(document.firstPassage, document.passages.length);
	}

	/** Gives back numbers that were taken, once no document has them. */
	freePassages(start: number, length: number): void {
		this.#freePassages.push({ start, length });
	}

	/** Takes the first free row of numbers that is long enough, else new ones; gives its first. They belong to no document until it is added. */
	takePassages(length: number): number {
		const free = this.#freePassages.find((row) => row.length >= length);
		if (free === undefined) {
			const start = this.#documentOf.length;
			for (let at = 0; at < length; at++) {
				this.#documentOf.push(undefined);
			}
			return start;
		}
		this.#freePassages = this.#freePassages.filter((row) => row !== free);
		if (free.length > length) {
			this.#freePassages.push({ start: free.start + length, length: free.length - length });
		}
		return free.start;
	}
}
