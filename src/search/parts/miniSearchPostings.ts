import MiniSearch from 'minisearch';

/** The terms of a text, each once, and how often each stands there. */
export interface TermCounts {
	readonly texts: readonly string[];
	readonly counts: readonly number[];
}

/** A passage as MiniSearch takes it, with its terms. */
interface PassageEntry {
	readonly id: number;
	readonly body: TermCounts;
	readonly context: TermCounts;
}

/** `body`: the passage's own words. `context`: title and headings, searched with it. */
export type Field = 'body' | 'context';

export const fields: readonly Field[] = ['body', 'context'];

/**
 * MiniSearch as the index of terms: it files, counts and forgets; its postings are read through its protected members, as they are declared in
 * version 7.2. Its own `search` ranks the same (a test compares the scores) but multiplies by the number of matched words, makes an object for
 * each hit, and cannot score a document over its passages.
 * Terms come analysed; MiniSearch's own tokenising and processing are switched off. The only file that imports minisearch.
 */
export class MiniSearchPostings extends MiniSearch<PassageEntry> {
	/** By MiniSearch's own number: the passage; quicker than its map. */
	readonly #passages: number[] = [];
	#filed: PassageEntry = { id: 0, body: noTerms, context: noTerms };

	constructor() {
		super({
			fields: [...fields],
			idField: 'id',
			// MiniSearch asks for a field's text to be split; the terms are there already, so that its name is enough.
			stringifyField: (_, field) => field,
			tokenize: (field) => this.#filed[field as Field].texts as string[],
			processTerm: (term) => term,
		});
		this.#rememberTerms();
	}

	/** MiniSearch files each term once; those that stand there more than once are told to it afterwards, since each time would cost the same again. */
	addPassage(id: number, body: TermCounts, context: TermCounts): void {
		this.#filed = { id, body, context };
		const shortId = this._nextId;
		this.add(this.#filed);
		this.#passages[shortId] = id;
		for (const field of fields) {
			const { texts, counts } = this.#filed[field];
			const fieldId = this._fieldIds[field] ?? -1;
			for (let at = 0; at < counts.length; at++) {
				const count = counts[at] ?? 1;
				if (count > 1) {
					this._index
						.get(texts[at] ?? '')
						?.get(fieldId)
						?.set(shortId, count);
				}
			}
		}
	}

	/** Puts a hash map in front of MiniSearch's tree of terms: each word of a text asks for its term, and the way down the tree is half of filing. */
	#rememberTerms(): void {
		const index = this._index;
		const known = new Map<string, ReturnType<typeof index.fetch>>();
		const fetchFromTree = index.fetch.bind(index);
		const getFromTree = index.get.bind(index);
		const deleteFromTree = index.delete.bind(index);
		index.fetch = (term, initial) => {
			let postings = known.get(term);
			if (postings === undefined) {
				postings = fetchFromTree(term, initial);
				known.set(term, postings);
			}
			return postings;
		};
		index.get = (term) => known.get(term) ?? getFromTree(term);
		index.delete = (term) => {
			known.delete(term);
			deleteFromTree(term);
		};
	}

	/** Forgets those of these passages that are here; what they held is cleared away later. */
	discardPassages(ids: readonly number[]): void {
		const known = ids.filter((id) => this.has(id));
		for (const id of known) {
			this.#passages[this._idToShortId.get(id) ?? gone] = gone;
		}
		this.discardAll(known);
	}

	/** Calls back for each passage that holds the term in the field, with how often. */
	forEachPosting(term: string, field: Field, callback: (passage: number, count: number) => void): void {
		const postings = this._index.get(term)?.get(this._fieldIds[field] ?? -1);
		for (const [shortId, count] of postings ?? []) {
			// What was discarded may not yet be cleared away.
			const passage = this.#passages[shortId] ?? gone;
			if (passage !== gone) {
				callback(passage, count);
			}
		}
	}

	/** About how many passages hold the term: those not yet cleared away count too. */
	estimatePostings(term: string): number {
		let count = 0;
		for (const postings of this._index.get(term)?.values() ?? []) {
			count += postings.size;
		}
		return count;
	}
}

const noTerms: TermCounts = { texts: [], counts: [] };
const gone = -1;
