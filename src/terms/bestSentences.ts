import type { Range } from '../text/range.ts';
import { labelScore } from './evidence.ts';

/** A sentence that a card may show. */
export interface SentenceCandidate {
	/** The document's place among all. */
	readonly document: number;
	readonly sentence: number;
	/** Where the term first stands in it. */
	readonly place: Range;
	readonly score: number;
}

/** The best sentences for one term, best first; of equal ones the first in the order of documents. Which come first makes no difference. */
export class BestSentences {
	readonly #candidates: SentenceCandidate[] = [];
	readonly #maxKept: number;

	constructor(maxKept: number) {
		this.#maxKept = maxKept;
	}

	get all(): readonly SentenceCandidate[] {
		return this.#candidates;
	}

	/** Whether a sentence with this score has a chance. */
	mayHold(score: number): boolean {
		const last = this.#candidates[this.#maxKept - 1];
		return last === undefined || score >= last.score;
	}

	add(candidate: SentenceCandidate): void {
		const candidates = this.#candidates;
		let at = candidates.length;
		while (at > 0 && isBetter(candidate, candidates[at - 1] as SentenceCandidate)) {
			at--;
		}
		if (at < this.#maxKept) {
			candidates.splice(at, 0, candidate);
			candidates.length = Math.min(candidates.length, this.#maxKept);
		}
	}

	/**
	 * At most `count`, best first; a second sentence of a document counts for less than a first one of another. A line that is no sentence (`labelScore`)
	 * only where there is nothing else. What `saysSame` as one that is chosen (a mail that is quoted) tells no more.
	 */
	choose(
		count: number,
		isTaken: (candidate: SentenceCandidate) => boolean,
		saysSame: (one: SentenceCandidate, other: SentenceCandidate) => boolean,
	): SentenceCandidate[] {
		const sentences = this.#candidates.filter(({ score }) => score > labelScore / 2);
		const isAlone = sentences.length === 0;
		let left = (isAlone ? this.#candidates : sentences).filter((candidate) => !isTaken(candidate));
		const chosen: SentenceCandidate[] = [];
		while (chosen.length < (isAlone ? 1 : count) && left.length > 0) {
			const value = (candidate: SentenceCandidate) =>
				candidate.score - 1.2 * chosen.filter((other) => other.document === candidate.document).length;
			const best = left.reduce((a, b) => (value(b) > value(a) ? b : a));
			chosen.push(best);
			left = left.filter((candidate) => candidate !== best && !saysSame(best, candidate));
		}
		return chosen;
	}
}

function isBetter(a: SentenceCandidate, b: SentenceCandidate): boolean {
	return a.score > b.score || (a.score === b.score && (a.document - b.document || a.sentence - b.sentence) < 0);
}
