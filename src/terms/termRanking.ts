import type { LexiconDocument } from './lexicon.ts';
import type { TermGroup } from './termGroups.ts';
import { compareRecords, type TermRecord, type TermRecords } from './termRecords.ts';
import type { TermTotals } from './termTotals.ts';

/** The terms that get a card, the writer's own first, then best first: known in more documents, more often, with a definition. */
export class TermRanking {
	readonly #totals: TermTotals;
	#ranked = new Uint32Array(0);
	/** By number of the term. */
	readonly #weights: number[] = [];

	constructor(totals: TermTotals) {
		this.#totals = totals;
	}

	/** Their numbers, in an array that stays as it is. */
	get all(): Uint32Array {
		return this.#ranked;
	}

	/** Puts terms of which other things are known, by their numbers, where they belong now; all others stay in order. */
	update(changed: readonly (readonly number[])[], idLimit: number): void {
		const isChanged = new Uint8Array(idLimit);
		const fresh: number[] = [];
		for (const ids of changed) {
			for (let at = 0; at < ids.length; at++) {
				const id = ids[at] ?? 0;
				const record = isChanged[id] === 1 ? undefined : this.#totals.getKept(id);
				isChanged[id] = 1;
				if (record !== undefined) {
					this.#weights[id] = this.#weigh(record);
					fresh.push(id);
				}
			}
		}
		const left = this.#listUnchanged(isChanged);
		fresh.sort((a, b) => this.#compare(a, b));
		const ranked = new Uint32Array(left.length + fresh.length);
		let from = 0;
		for (let at = 0; at < fresh.length; at++) {
			const id = fresh[at] ?? 0;
			const to = this.#findPlace(left, id, from);
			if (to > from) {
				ranked.set(left.subarray(from, to), from + at);
			}
			ranked[to + at] = id;
			from = to;
		}
		ranked.set(left.subarray(from), from + fresh.length);
		this.#ranked = ranked;
	}

	#listUnchanged(isChanged: Uint8Array): Uint32Array {
		const left = new Uint32Array(this.#ranked.length);
		let count = 0;
		for (const id of this.#ranked) {
			left[count] = id;
			count += 1 - (isChanged[id] ?? 0);
		}
		return left.subarray(0, count);
	}

	#compare(a: number, b: number): number {
		const difference = (this.#weights[b] ?? 0) - (this.#weights[a] ?? 0);
		return difference || compareRecords(this.#totals.getRecord(a) as TermRecord, this.#totals.getRecord(b) as TermRecord);
	}

	#findPlace(ids: Uint32Array, id: number, from: number): number {
		let low = from;
		let high = ids.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.#compare(ids[middle] ?? 0, id) < 0) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}

	#weigh(record: TermRecord): number {
		const isDefined = record.joined.groups.some((group) => group.definitions.length > 0);
		return (
			(record.joined.kind === 'own' ? 1_000 : 0) +
			Math.log2(1 + this.#totals.getMentions(record.id)) +
			2 * Math.log2(1 + this.#totals.getDocuments(record.id)) +
			(isDefined ? 2 : 0) +
			(record.names.expansion === null ? 0 : 1)
		);
	}
}

/** The terms whose place in the order of documents may be another, since these documents say something of them. */
export function listNamedIn(
	documents: Iterable<LexiconDocument>,
	byKey: ReadonlyMap<string, TermGroup>,
	records: TermRecords,
): Set<number> {
	const ids = new Set<number>();
	for (const { summaries } of documents) {
		for (const { key } of summaries) {
			const group = byKey.get(key);
			const record = group && records.find(group);
			if (record !== undefined) {
				ids.add(record.id);
			}
		}
	}
	return ids;
}
