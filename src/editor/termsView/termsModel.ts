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
	find(filter: string, order: TermOrder): readonly TermRow[] {
		const words = foldLine(filter.slice(0, 200))
			.split(' ')
			.filter((word) => word !== '');
		const found = this.#entries.filter(({ text }) => words.every((word) => text.includes(word)));
		const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
		found.sort(order === 'name' ? byName : (a, b) => b.row.mentions - a.row.mentions || b.row.documents - a.row.documents || byName(a, b));
		return found.map(({ row }) => row);
	}
}

/** The rows as a tree: one list, runs of it where it is long, or the kinds that there are with theirs. */
export function toTermNodes(rows: readonly TermRow[], order: TermOrder): readonly TermNode[] {
	if (order !== 'kind') {
		return toList(rows, '');
	}
	return termKinds.flatMap((kind): TermNode[] => {
		const ofKind = rows.filter((row) => row.kind === kind);
		return ofKind.length === 0 ? [] : [{ type: 'kind', id: `kind:${kind}`, kind, count: ofKind.length, children: toList(ofKind, kind) }];
	});
}

function toList(rows: readonly TermRow[], group: string): readonly TermNode[] {
	const nodes = rows.map((row): TermNode => ({ type: 'term', id: `term:${group}:${row.term}`, row }));
	if (nodes.length <= maxTermNeighbours) {
		return nodes;
	}
	const ranges: TermNode[] = [];
	for (let start = 0; start < nodes.length; start += maxTermNeighbours) {
		const [first, last] = [rows[start], rows[Math.min(start + maxTermNeighbours, rows.length) - 1]];
		if (first !== undefined && last !== undefined) {
			ranges.push({
				type: 'range',
				id: `range:${group}:${first.term}`,
				first,
				last,
				children: nodes.slice(start, start + maxTermNeighbours),
			});
		}
	}
	return ranges;
}
