import type { LexiconDocument } from './lexicon.ts';
import type { TermGroup } from './termGroups.ts';
import { compareRecords, type TermRecord, type TermRecords } from './termRecords.ts';
import type { TermTotals } from './termTotals.ts';

/** The terms that get a card, the writer's own first, then best first: known in more documents, more often, with a definition. */
export class TermRanking {
	readonly #totals: TermTotals;
	#ranked: readonly TermRecord[] = [];
	readonly #weights = new Map<number, number>();

	constructor(totals: TermTotals) {
		this.#totals = totals;
	}

	get all(): readonly TermRecord[] {
		return this.#ranked;
	}

	/** Puts terms of which other things are known, by their numbers, where they belong now; all others stay in order. */
	update(changed: ReadonlySet<number>): void {
		const fresh: TermRecord[] = [];
		for (const id of changed) {
			const record = this.#totals.getKept(id);
			if (record === undefined) {
				this.#weights.delete(id);
			} else {
				this.#weights.set(id, this.#weigh(record));
				fresh.push(record);
			}
		}
		const left = this.#ranked.filter(({ id }) => !changed.has(id));
		fresh.sort((a, b) => this.#compare(a, b));
		const ranked: TermRecord[] = [];
		let from = 0;
		for (const record of fresh) {
			const to = this.#findPlace(left, record, from);
			for (; from < to; from++) {
				ranked.push(left[from] as TermRecord);
			}
			ranked.push(record);
		}
		for (; from < left.length; from++) {
			ranked.push(left[from] as TermRecord);
		}
		this.#ranked = ranked;
	}

	#compare(a: TermRecord, b: TermRecord): number {
		return (this.#weights.get(b.id) ?? 0) - (this.#weights.get(a.id) ?? 0) || compareRecords(a, b);
	}

	#findPlace(records: readonly TermRecord[], record: TermRecord, from: number): number {
		let [low, high] = [from, records.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.#compare(records[middle] as TermRecord, record) < 0) {
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
