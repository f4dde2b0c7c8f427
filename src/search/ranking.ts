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

/** No term gives more of its worth (`saturate`); a little more than that, since sums are rounded. */
export const mostGained = (bm25.k + 1) * 1.000_001;

const knownLengths = 1_024;
/** Of so many counts and lengths (below 256) the gain is known: sixteen kilobytes. */
const knownCounts = 8;
const lengthBits = 8;

/** What the length of a text takes from its terms: the second summand under the line. */
export class Norms {
	readonly #average: number;
	/** By length; passages are shorter than this, documents may be longer. */
	readonly #known = new Float64Array(knownLengths);
	#gains: Float64Array | undefined;

	constructor(readonly averageLength: number) {
		this.#average = averageLength || 1;
		for (let length = 0; length < this.#known.length; length++) {
			this.#known[length] = this.#compute(length);
		}
	}

	of(length: number): number {
		return this.#known[length] ?? this.#compute(length);
	}

	/** What terms give that stand a few times in short texts, as nearly all do: see `readGain`. */
	get gains(): Float64Array {
		this.#gains ??= Float64Array.from({ length: knownCounts << lengthBits }, (_, place) =>
			saturate(place >>> lengthBits, this.of(place & ((1 << lengthBits) - 1))),
		);
		return this.#gains;
	}

	#compute(length: number): number {
		const { k, b } = bm25;
		return k * (1 - b + (b * length) / this.#average);
	}
}

/** `saturate` for a term that stands `count` times in a text of this length. `gains` are those of the norms: to look one up takes less than to divide. */
export function readGain(gains: Float64Array, norms: Norms, count: number, length: number): number {
	return count < knownCounts && length >>> lengthBits === 0
		? (gains[(count << lengthBits) | length] ?? 0)
		: saturate(count, norms.of(length));
}

/** One of the best, with what it is by. */
export interface Selected {
	readonly item: number;
	readonly rank: number;
	readonly score: number;
}

/**
 * The best `limit` of the numbers that are added, best first: by rank, then by score, both the higher the better; then as `compareEqual` says (negative
 * if the first is better). Cost: the numbers, and for those that come in the logarithm of the limit.
 */
export class Selection {
	readonly #limit: number;
	readonly #compareEqual: (a: number, b: number) => number;
	readonly #best: Selected[] = [];
	#worstItem = 0;
	/** Of the worst that is in, once there are as many as the limit: who is worse need not be added. */
	worstRank = Number.NEGATIVE_INFINITY;
	worstScore = Number.NEGATIVE_INFINITY;

	constructor(limit: number, compareEqual: (a: number, b: number) => number) {
		this.#limit = limit;
		this.#compareEqual = compareEqual;
		this.worstRank = limit > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	}

	add(item: number, rank: number, score: number): void {
		if (rank < this.worstRank || (rank === this.worstRank && score < this.worstScore)) {
			return;
		}
		// Very many may be as good as each other: where the query only chooses documents, or texts repeat.
		if (rank === this.worstRank && score === this.worstScore && this.#compareEqual(item, this.#worstItem) > 0) {
			return;
		}
		this.#insert({ item, rank, score });
	}

	#insert(added: Selected): void {
		const best = this.#best;
		let low = 0;
		let high = best.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			const other = best[middle] ?? added;
			const order = other.rank - added.rank || other.score - added.score || this.#compareEqual(added.item, other.item);
			if (order < 0) {
				high = middle;
			} else {
				low = middle + 1;
			}
		}
		best.splice(low, 0, added);
		if (best.length > this.#limit) {
			best.pop();
		}
		const worst = best.length === this.#limit ? best.at(-1) : undefined;
		this.worstRank = worst?.rank ?? this.worstRank;
		this.worstScore = worst?.score ?? this.worstScore;
		this.#worstItem = worst?.item ?? this.#worstItem;
	}

	/** The best, best first. */
	get best(): readonly Selected[] {
		return this.#best;
	}
}
