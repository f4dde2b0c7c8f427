/**
 * BM25 as MiniSearch computes it (`calcBM25Score`, version 7.2): `idf * tf * (k + 1) / (tf + k * (1 - b + b * length / averageLength))` with
 * `idf = ln(1 + (N - n + 0.5) / (n + 0.5))`, and d = 0. k 2 and b .85 are measured (`engines.md` 3): k 1.2 b .7 loses .004 nDCG@10.
 */
export const bm25 = { k: 2, b: 0.85 };

/** How much a term is worth that `matching` of `total` hold. */
export function inverseFrequency(matching: number, total: number): number {
	return Math.log(1 + (total - matching + 0.5) / (matching + 0.5));
}

/** How much of its worth a term gives that stands `count` times in a text of this norm. */
export function saturate(count: number, norm: number): number {
	return (count * (bm25.k + 1)) / (count + norm);
}

/** What the length of a text takes from its terms: the second summand under the line. Remembered, since most texts are as long as many others. */
export class Norms {
	readonly #average: number;
	readonly #known = new Float64Array(maxKnownLength);

	constructor(averageLength: number) {
		this.#average = averageLength || 1;
	}

	of(length: number): number {
		const known = this.#known[length] ?? 0;
		return known > 0 ? known : this.#compute(length);
	}

	#compute(length: number): number {
		const { k, b } = bm25;
		const norm = k * (1 - b + (b * length) / this.#average);
		if (length < maxKnownLength) {
			this.#known[length] = norm;
		}
		return norm;
	}
}

/** Longer than passages are. */
const maxKnownLength = 1_024;

/**
 * The best `limit` of the numbers that are added, best first: by rank, then by score, both the higher the better; then as `compareEqual` says (negative
 * if the first is better). Cost: the numbers, and for those that come in the logarithm of the limit.
 */
export class Selection {
	readonly #limit: number;
	readonly #rankOf: (item: number) => number;
	readonly #scoreOf: (item: number) => number;
	readonly #compareEqual: (a: number, b: number) => number;
	readonly #best: number[] = [];
	/** Of the worst that is in, once there are as many as the limit. */
	#worstRank = Number.NEGATIVE_INFINITY;
	#worstScore = Number.NEGATIVE_INFINITY;

	constructor(
		limit: number,
		rankOf: (item: number) => number,
		scoreOf: (item: number) => number,
		compareEqual: (a: number, b: number) => number,
	) {
		this.#limit = limit;
		this.#rankOf = rankOf;
		this.#scoreOf = scoreOf;
		this.#compareEqual = compareEqual;
	}

	add(item: number): void {
		const rank = this.#rankOf(item);
		if (rank < this.#worstRank || this.#limit <= 0) {
			return;
		}
		const score = this.#scoreOf(item);
		if (rank === this.#worstRank && score < this.#worstScore) {
			return;
		}
		const best = this.#best;
		let low = 0;
		let high = best.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			const other = best[middle] ?? 0;
			const order = this.#rankOf(other) - rank || this.#scoreOf(other) - score || this.#compareEqual(item, other);
			if (order < 0) {
				high = middle;
			} else {
				low = middle + 1;
			}
		}
		best.splice(low, 0, item);
		if (best.length > this.#limit) {
			best.pop();
		}
		if (best.length === this.#limit) {
			const worst = best[best.length - 1] ?? 0;
			this.#worstRank = this.#rankOf(worst);
			this.#worstScore = this.#scoreOf(worst);
		}
	}

	/** The best, best first. */
	get best(): readonly number[] {
		return this.#best;
	}
}
