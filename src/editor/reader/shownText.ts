import type { Range } from '../../text/range.ts';

/**
 * A document's text as the reader shows it: the clean text, with endless paragraphs broken into lines. Where a break took the place of a space, offsets
 * are the same; where there was none (Chinese and Japanese have none between sentences) a line end was put in, which this maps.
 * The one place that knows the difference: whoever shows or reads a place in the reader asks here.
 */
export class ShownText {
	readonly text: string;
	/** The clean offsets that a line end was put in front of, ascending. */
	readonly #inserted: readonly number[];

	constructor(text: string, inserted: readonly number[]) {
		this.text = text;
		this.#inserted = inserted;
	}

	/** Where a range of the clean text is shown: from its first to its last character, so that a line end at either edge is outside. */
	toShown({ start, end }: Range): Range {
		const shownStart = start + countUpTo(this.#inserted, start);
		return { start: shownStart, end: end > start ? end - 1 + countUpTo(this.#inserted, end - 1) + 1 : shownStart };
	}

	/** Where a range of the shown text stands in the clean text. */
	toClean({ start, end }: Range): Range {
		return { start: this.#toCleanOffset(start), end: this.#toCleanOffset(end) };
	}

	#toCleanOffset(shown: number): number {
		let low = 0;
		let high = this.#inserted.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.#inserted[middle] ?? 0) + middle < shown) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return shown - low;
	}
}

/** How many of the ascending offsets are at most `offset`. */
function countUpTo(offsets: readonly number[], offset: number): number {
	let low = 0;
	let high = offsets.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((offsets[middle] ?? 0) <= offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
