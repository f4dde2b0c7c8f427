import { findLastAtOrBefore, type Range } from '../text/range.ts';
import { isInLabel, type Utterances } from './extraction/utterances.ts';
import type { TermDocument } from './termDocument.ts';

/** The sentences of a document, ascending, without overlap, eight bytes each, and how good each is for a card once that was asked. */
export class SentenceTable {
	readonly #starts: Uint32Array;
	readonly #ends: Uint32Array;
	readonly #scores: Float32Array;

	constructor(sentences: readonly Range[]) {
		this.#starts = Uint32Array.from(sentences, (sentence) => sentence.start);
		this.#ends = Uint32Array.from(sentences, (sentence) => sentence.end);
		this.#scores = new Float32Array(sentences.length).fill(Number.NaN);
	}

	/** The index of the sentence that holds the offset; -1 if none does. */
	findAt(offset: number): number {
		let low = 0;
		let high = this.#starts.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.#starts[middle] ?? 0) <= offset) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low > 0 && offset < (this.#ends[low - 1] ?? 0) ? low - 1 : -1;
	}

	/** The index of the first sentence that starts at or behind the offset; -1 if none does. */
	findFrom(offset: number): number {
		let low = 0;
		let high = this.#starts.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.#starts[middle] ?? 0) < offset) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low < this.#starts.length ? low : -1;
	}

	get(index: number): Range | undefined {
		const start = this.#starts[index];
		return start === undefined ? undefined : { start, end: this.#ends[index] ?? start };
	}

	/** Whether a figure stands in the sentence, and it is a whole one: no heading, no line of a list. */
	hasFigure(text: string, findings: SentenceFindings, index: number): boolean {
		const start = this.#starts[index];
		const end = this.#ends[index] ?? 0;
		return start !== undefined && isClosed(text, start, end) && hasWithin(findings.figures, { start, end });
	}

	/** How much the sentence tells of a term that stands at `offset` in it (`scoreSentence`). */
	getScore(document: TermDocument, findings: SentenceFindings, index: number, offset: number): number {
		const start = this.#starts[index] ?? 0;
		const end = this.#ends[index] ?? start;
		let score = this.#scores[index] ?? 0;
		if (Number.isNaN(score)) {
			// Rounded as it is kept, or the first to ask would be told another score than all who ask later.
			score = Math.fround(scoreSentence(document, findings, { start, end }));
			this.#scores[index] = score;
		}
		const position = (offset - start) / Math.max(1, end - start);
		return score + (position < 0.12 ? 1.5 : position < 0.4 ? 0.5 : 0);
	}
}

/** A header's line or a speaker's name is no sentence: it comes behind all that are. */
const labelScore = -20;

/** Of a document's findings, those that make a sentence worth more. */
export interface SentenceFindings {
	readonly claims: readonly Range[];
	readonly figures: readonly Range[];
	readonly utterances: Utterances;
}

/**
 * How much a sentence tells of whatever stands in it, from 0 to about 8: whole sentences of a readable length, early in the document, with a
 * claim or a figure, before headlines, lists and fragments. Where the term stands in it counts besides (`SentenceTable.getScore`).
 */
function scoreSentence(document: TermDocument, findings: SentenceFindings, sentence: Range): number {
	const { text } = document;
	if (isInLabel(findings.utterances, sentence)) {
		return labelScore;
	}
	const length = sentence.end - sentence.start;
	let score = 0;
	const isOpened = /^[“"‘'([]?[\p{Lu}\p{N}\p{Lo}]/u.test(text.slice(sentence.start, sentence.start + 3));
	score += isClosed(text, sentence.start, sentence.end) ? 2 : 0;
	score += isOpened ? 0.7 : 0;
	score += length < 40 ? -1.5 : length < 70 ? 0 : length <= 320 ? 1.5 : length <= 450 ? 0.8 : -0.5;
	score += 0.6 * (1 - sentence.start / Math.max(1, text.length));
	score += hasWithin(findings.claims, sentence) ? 0.3 : 0;
	score += hasWithin(findings.figures, sentence) ? 0.4 : 0;
	// `They`, `But this`: the sentence leans on the one before.
	score -= /^[“"‘]?(?:They|He|She|It|This|These|That|Those|But|And|Such|Their|His|Her|Its|So)\b/.test(
		text.slice(sentence.start, sentence.start + 10),
	)
		? 0.5
		: 0;
	score -= isListing(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 500))) ? 1 : 0;
	return score;
}

function isClosed(text: string, start: number, end: number): boolean {
	return /[.!?…。][”"’')\]]*$/.test(text.slice(Math.max(start, end - 4), end));
}

/** More commas than a sentence has: a list of names tells little of each. */
function isListing(sentence: string): boolean {
	const marks = sentence.match(/[,;|•·]/g)?.length ?? 0;
	return marks >= 6 && marks * 25 > sentence.length;
}

function hasWithin(findings: readonly Range[], range: Range): boolean {
	const at = findLastAtOrBefore(findings, range.end - 1);
	return at >= 0 && (findings[at]?.end ?? 0) > range.start;
}

/** A sentence that a card may show. */
export interface EvidenceCandidate {
	readonly document: number;
	readonly sentence: number;
	/** Where the term first stands in it. */
	readonly place: Range;
	readonly score: number;
}

/** The best sentences for one term, of as many documents as possible. Keeps no more than it may need. */
export class EvidenceHeap {
	readonly #candidates: EvidenceCandidate[] = [];
	readonly #maxKept: number;
	readonly #maxOfOne: number;
	#threshold = Number.NEGATIVE_INFINITY;

	/** Of one document at most `maxOfOne` are kept, so that a long one does not push out all others. */
	constructor(maxKept = 8, maxOfOne = 3) {
		this.#maxKept = maxKept;
		this.#maxOfOne = maxOfOne;
	}

	/** A score that a candidate must beat to be kept at all. */
	get threshold(): number {
		return this.#threshold;
	}

	add(candidate: EvidenceCandidate): void {
		const sameDocument = this.#candidates.filter((other) => other.document === candidate.document);
		if (sameDocument.some((other) => other.sentence === candidate.sentence)) {
			return;
		}
		const pool =
			sameDocument.length >= this.#maxOfOne ? sameDocument : this.#candidates.length >= this.#maxKept ? this.#candidates : undefined;
		if (pool !== undefined) {
			const worst = pool.reduce((a, b) => (b.score < a.score ? b : a));
			if (worst.score >= candidate.score) {
				return;
			}
			this.#candidates.splice(this.#candidates.indexOf(worst), 1);
		}
		this.#candidates.push(candidate);
		if (this.#candidates.length >= this.#maxKept) {
			this.#threshold = Math.min(...this.#candidates.map((kept) => kept.score));
		}
	}

	/**
	 * At most `count`, best first; a second sentence of a document counts for less than a first one of another. A line that is no sentence (`labelScore`)
	 * only where there is nothing else.
	 */
	choose(count: number, isTaken: (candidate: EvidenceCandidate) => boolean): EvidenceCandidate[] {
		const sentences = this.#candidates.filter(({ score }) => score > labelScore / 2);
		const isAlone = sentences.length === 0;
		const left = (isAlone ? this.#candidates : sentences)
			.filter((candidate) => !isTaken(candidate))
			.sort((a, b) => b.score - a.score || a.document - b.document || a.sentence - b.sentence);
		const chosen: EvidenceCandidate[] = [];
		while (chosen.length < (isAlone ? 1 : count) && left.length > 0) {
			const value = (candidate: EvidenceCandidate) =>
				candidate.score - 1.2 * chosen.filter((other) => other.document === candidate.document).length;
			const best = left.reduce((a, b) => (value(b) > value(a) ? b : a));
			chosen.push(best);
			left.splice(left.indexOf(best), 1);
		}
		return chosen;
	}
}
