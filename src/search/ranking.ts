/**
 * BM25 as MiniSearch computes it (`calcBM25Score`, version 7.2): `idf * tf * (k + 1) / (tf + k * (1 - b + b * length / averageLength))` with
 * `idf = ln(1 + (N - n + 0.5) / (n + 0.5))`, and d = 0. k 2 and b .85 are measured (`engines.md` 3): k 1.2 b .7 loses .004 nDCG@10.
 */
export const bm25 = { k: 2, b: 0.85 };

/** How much a term is worth that `matching` of `total` hold. */
export function inverseFrequency(matching: number, total: number): number {
	return Math.log(1 + (total - matching + 0.5) / (matching + 0.5));
}

/** How much of its worth a term gives that stands `count` times in a text of this length. */
export function saturate(count: number, length: number, averageLength: number): number {
	const { k, b } = bm25;
	return (count * (k + 1)) / (count + k * (1 - b + (b * length) / (averageLength || 1)));
}

/** The best `limit` of the items, best first. `compare` is negative if `a` is better. Cost: the items, times the logarithm of the limit. */
export function selectBest<T>(items: Iterable<T>, limit: number, compare: (a: T, b: T) => number): T[] {
	const best: T[] = [];
	for (const item of items) {
		const worst = best.at(-1);
		if (best.length >= limit && (worst === undefined || compare(item, worst) >= 0)) {
			continue;
		}
		let low = 0;
		let high = best.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (compare(item, best[middle] as T) < 0) {
				high = middle;
			} else {
				low = middle + 1;
			}
		}
		best.splice(low, 0, item);
		if (best.length > limit) {
			best.pop();
		}
	}
	return best;
}
