import { mostGained, type Selection } from './ranking.ts';

/** The rows of a term in one field. */
export interface WorthRows {
	readonly from: number;
	readonly to: number;
	/** What the term is worth. */
	readonly times: number;
	/** What a passage that it stands in holds by it. */
	readonly bits: number;
}

/** Fewer rows are scored in less time than it takes to choose. */
const minRows = 4_096;

interface ChoiceOptions {
	/** The bits of everything that is asked for. */
	readonly needed: number;
	/** The highest rank of who does not hold everything; of all, where one term is enough. */
	readonly highestRank: number;
	/** A score that as many passages of this rank reach as are asked for. */
	readonly findReached: () => number;
}

/** `undefined` where there is little to spare. */
export function makeTermChoice<T extends WorthRows>(terms: readonly T[], options: ChoiceOptions): TermChoice<T> | undefined {
	const rowCount = terms.reduce((sum, { from, to }) => sum + to - from, 0);
	return rowCount < minRows ? undefined : new TermChoice(terms, rowCount, options);
}

/**
 * The terms of which a passage must hold one to be among the best, by what was found so far: who holds only others has not everything, and scores no more than these
 * others can give together. The others are the frequent ones, so that most rows need only be counted. MaxScore by name (Turtle and Flood, 1995).
 * At 100 MB of text p95 of three words became .92 of what it was, whether all or one of them must stand (one process, best of eight rounds); where each
 * term gives at most is not known more closely than `mostGained`.
 */
class TermChoice<T extends WorthRows> {
	/** Those that are worth least first. */
	readonly #terms: readonly T[];
	readonly #rowCount: number;
	readonly #needed: number;
	readonly #highestRank: number;
	readonly #reached: number;
	/** By which the choice was made. */
	#rank = Number.NEGATIVE_INFINITY;
	#score = Number.NEGATIVE_INFINITY;
	#chosen: readonly T[] | undefined;

	constructor(terms: readonly T[], rowCount: number, { needed, highestRank, findReached }: ChoiceOptions) {
		this.#terms = [...terms].sort((a, b) => a.times - b.times);
		this.#rowCount = rowCount;
		this.#needed = needed;
		this.#highestRank = highestRank;
		this.#reached = findReached();
		this.#chosen = this.#choose();
	}

	/** Changes only as better passages are found; `undefined` where that spares too little. */
	choose({ worstRank, worstScore }: Pick<Selection, 'worstRank' | 'worstScore'>): readonly T[] | undefined {
		if (worstRank !== this.#rank || worstScore !== this.#score) {
			this.#rank = worstRank;
			this.#score = worstScore;
			this.#chosen = this.#choose();
		}
		return this.#chosen;
	}

	#choose(): readonly T[] | undefined {
		const toBeat = this.#findScoreToBeat();
		let worth = 0;
		let held = 0;
		let left = this.#rowCount;
		let count = 0;
		for (const { bits, times, from, to } of this.#terms) {
			worth += times * mostGained;
			held |= bits;
			const mayBeEverything = !isOneBit(this.#needed) && (held & this.#needed) === this.#needed;
			if (mayBeEverything || worth >= toBeat) {
				break;
			}
			left -= to - from;
			count++;
		}
		// The rows of those that are chosen are looked at twice: where they were two thirds of all rows, nothing was gained.
		return left * 2 <= this.#rowCount ? this.#terms.slice(count) : undefined;
	}

	/** Of passages of the highest rank: with less none is among the best. */
	#findScoreToBeat(): number {
		if (this.#rank > this.#highestRank) {
			return Number.POSITIVE_INFINITY;
		}
		return this.#rank === this.#highestRank ? Math.max(this.#score, this.#reached) : this.#reached;
	}
}

/** Whether who holds something holds everything. */
export function isOneBit(bits: number): boolean {
	return (bits & (bits - 1)) === 0;
}
