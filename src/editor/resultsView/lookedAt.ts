import type { MoreNode, ResultDocument, ResultGroup } from './resultsModel.ts';

/** So many passages of a document are asked for at once, and so many documents are shown. */
const pageLength = 100;
const documentPageLength = 500;

/** A line that others stand below; `undefined` for the top of the view. */
export type OpenLine = ResultGroup | ResultDocument | undefined;

/** How many lines were looked at below each, in pages: as many are shown, and loaded again after a change. */
export class LookedAt {
	/** By the line's id. */
	readonly #counts = new Map<string, number>();

	/** How many lines below this one are shown: a page at least. */
	countOf(node: OpenLine): number {
		return this.#counts.get(node?.id ?? '') ?? pageLengthOf(node);
	}

	/** Has so many lines shown; whether these are more than before. */
	extend(node: OpenLine, count: number): boolean {
		const isMore = count > this.countOf(node);
		if (isMore) {
			this.#counts.set(node?.id ?? '', Math.ceil(count / pageLengthOf(node)) * pageLengthOf(node));
		}
		return isMore;
	}

	/** The line that leads on behind those that are shown, if there are more. */
	moreOf(node: OpenLine, count: number): MoreNode[] {
		const restCount = count - this.countOf(node);
		return restCount > 0 ? [{ type: 'more', id: `more:${node?.id ?? ''}`, parent: node, restCount }] : [];
	}
}

function pageLengthOf(node: OpenLine): number {
	return node?.type === 'document' ? pageLength : documentPageLength;
}
