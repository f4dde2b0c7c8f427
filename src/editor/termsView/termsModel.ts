import { sortInSteps } from '../../base/sortInSteps.ts';
import type { Steps } from '../../base/steps.ts';
import { type TermKind, termKinds } from '../../terms/card.ts';
import type { TermRow } from '../../terms/termRow.ts';
import { foldLine } from '../libraryTree/treeOrder.ts';

/** By what the terms stand in order. */
export type TermOrder = 'mentions' | 'name' | 'kind';

/** A term, a kind with its terms, or a run of neighbours where there are too many for one list. */
export type TermNode =
	| { readonly type: 'term'; readonly id: string; readonly row: TermRow }
	| { readonly type: 'kind'; readonly id: string; readonly kind: TermKind; readonly count: number; readonly children: readonly TermNode[] }
	| {
			readonly type: 'range';
			readonly id: string;
			readonly first: TermRow;
			readonly last: TermRow;
			readonly children: readonly TermNode[];
	  };

/** So many neighbours stand in one list: as in the tree of documents. */
export const maxTermNeighbours = 500;

/** Looking through so many takes about a millisecond. */
const entriesPerStep = 2_000;

interface Entry {
	readonly row: TermRow;
	readonly name: string;
	readonly text: string;
}

/** Terms with what they are sorted and filtered by, folded once. */
export class TermIndex {
	readonly #entries: readonly Entry[];

	private constructor(entries: readonly Entry[]) {
		this.#entries = entries;
	}

	/** In steps of about a millisecond. */
	static *makeInSteps(rows: readonly TermRow[]): Steps<TermIndex> {
		const entries: Entry[] = [];
		for (const row of rows) {
			const name = foldLine(row.term);
			entries.push({ row, name, text: [name, ...[...row.aliases, row.expansion ?? ''].map(foldLine)].join('\n') });
			if (entries.length % 100 === 0) {
				yield;
			}
		}
		return new TermIndex(entries);
	}

	get size(): number {
		return this.#entries.length;
	}

	/** The rows that have every word of the filter in their name, another form, or what they stand for, in order. */
	*findInSteps(filter: string, order: TermOrder): Steps<readonly TermRow[]> {
		const words = foldLine(filter.slice(0, 200))
			.split(' ')
			.filter((word) => word !== '');
		const found: Entry[] = [];
		for (const [index, entry] of this.#entries.entries()) {
			if (words.every((word) => entry.text.includes(word))) {
				found.push(entry);
			}
			if (index % entriesPerStep === entriesPerStep - 1) {
				yield;
			}
		}
		const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
		const byMentions = (a: Entry, b: Entry) => b.row.mentions - a.row.mentions || b.row.documents - a.row.documents || byName(a, b);
		const sorted = yield* sortInSteps(found, order === 'name' ? byName : byMentions);
		return sorted.map(({ row }) => row);
	}
}

/** The rows as a tree: one list, runs of it where it is long, or the kinds that there are with theirs. */
export function* toTermNodesInSteps(rows: readonly TermRow[], order: TermOrder): Steps<readonly TermNode[]> {
	if (order !== 'kind') {
		return yield* toList(rows, '');
	}
	const byKind = new Map<TermKind, TermRow[]>(termKinds.map((kind) => [kind, []]));
	for (const row of rows) {
		byKind.get(row.kind)?.push(row);
	}
	yield;
	const nodes: TermNode[] = [];
	for (const [kind, ofKind] of byKind) {
		if (ofKind.length > 0) {
			nodes.push({ type: 'kind', id: `kind:${kind}`, kind, count: ofKind.length, children: yield* toList(ofKind, kind) });
		}
	}
	return nodes;
}

function* toList(rows: readonly TermRow[], group: string): Steps<readonly TermNode[]> {
	const toNode = (row: TermRow): TermNode => ({ type: 'term', id: `term:${group}:${row.term}`, row });
	if (rows.length <= maxTermNeighbours) {
		return rows.map(toNode);
	}
	const ranges: TermNode[] = [];
	for (let start = 0; start < rows.length; start += maxTermNeighbours) {
		yield;
		const [first, last] = [rows[start], rows[Math.min(start + maxTermNeighbours, rows.length) - 1]];
		if (first !== undefined && last !== undefined) {
			ranges.push({
				type: 'range',
				id: `range:${group}:${first.term}`,
				first,
				last,
				children: rows.slice(start, start + maxTermNeighbours).map(toNode),
			});
		}
	}
	return ranges;
}
