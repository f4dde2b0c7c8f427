import type { Steps } from './steps.ts';

/** Runs of so many are sorted by the engine's own sort, a run a step. */
const runLength = 128;

/** So many comparisons take about a millisecond, or a few where comparing is dear (a collator). */
const comparedPerStep = 1_500;

/**
 * The items in order, as a new array: `toSorted` in steps of a few milliseconds, for threads that others wait for. Items that compare as equal keep
 * their order. The items may not change meanwhile.
 */
export function* sortInSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
	let runs: T[][] = [];
	for (let start = 0; start < items.length; start += runLength) {
		runs.push(items.slice(start, start + runLength).sort(compare));
		yield;
	}
	while (runs.length > 1) {
		const merged: T[][] = [];
		for (let at = 0; at < runs.length; at += 2) {
			const [left, right] = [runs[at] ?? [], runs[at + 1]];
			merged.push(right === undefined ? left : yield* mergeInSteps(left, right, compare));
			// Short runs are merged without a step of their own.
			yield;
		}
		runs = merged;
	}
	return runs[0] ?? [];
}

/** Two lists, each in order, as one, some 1,500 items a step. Of items that compare as equal the left one comes first. */
export function* mergeInSteps<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
	const merged: T[] = [];
	let [atLeft, atRight] = [0, 0];
	while (atLeft < left.length && atRight < right.length) {
		const [a, b] = [left[atLeft] as T, right[atRight] as T];
		if (compare(b, a) < 0) {
			merged.push(b);
			atRight++;
		} else {
			merged.push(a);
			atLeft++;
		}
		if (merged.length % comparedPerStep === 0) {
			yield;
		}
	}
	for (; atLeft < left.length; atLeft++) {
		merged.push(left[atLeft] as T);
	}
	for (; atRight < right.length; atRight++) {
		merged.push(right[atRight] as T);
	}
	return merged;
}
