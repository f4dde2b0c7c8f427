/** A part of a text: half open `[start, end)`, in UTF-16 code units. */
export interface Range {
	readonly start: number;
	readonly end: number;
}

export function containsOffset(range: Range, offset: number): boolean {
	return range.start <= offset && offset < range.end;
}

/** Whether the two share at least one character. */
export function overlaps(a: Range, b: Range): boolean {
	return a.start < b.end && b.start < a.end;
}

/** The text of a range. */
export function sliceOf(text: string, range: Range): string {
	return text.slice(range.start, range.end);
}

/** The index of the last of `sorted` (by `start`, ascending) that starts at or before `offset`; -1 if none does. */
export function findLastAtOrBefore(sorted: readonly { readonly start: number }[], offset: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sorted[middle]?.start ?? Number.POSITIVE_INFINITY) <= offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low - 1;
}
