import { findLastAtOrBefore, type Range } from '../text/range.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Findings } from './findings.ts';
import type { TermDocument } from './termDocument.ts';

/** The sentences of a document and what is known of each, for choosing those that a card shows. */
export interface SentenceTable {
	/** Ascending, without overlap. */
	readonly sentences: readonly Range[];
}

export function splitDocument(document: TermDocument): SentenceTable {
	return { sentences: splitSentences(document.text) };
}

/** The index of the sentence that holds the offset; -1 if none does. */
export function findSentenceAt(table: SentenceTable, offset: number): number {
	const at = findLastAtOrBefore(table.sentences, offset);
	return at >= 0 && offset < (table.sentences[at]?.end ?? 0) ? at : -1;
}

/**
 * How much a sentence tells of a term that stands at `place` in it, from 0 to about 10. Whole sentences of a readable length, with the term
 * near the start, early in the document, with a claim or a figure, before headlines, lists and fragments.
 */
export function scoreSentence(document: TermDocument, findings: Findings, sentence: Range, place: Range): number {
	const { text } = document;
	const length = sentence.end - sentence.start;
	let score = 0;
	const isClosed = /[.!?…。][”"’')\]]*$/.test(text.slice(Math.max(sentence.start, sentence.end - 4), sentence.end));
	const isOpened = /^[“"‘'([]?[\p{Lu}\p{N}\p{Lo}]/u.test(text.slice(sentence.start, sentence.start + 3));
	score += isClosed ? 2 : 0;
	score += isOpened ? 0.7 : 0;
	score += length < 40 ? -1.5 : length < 70 ? 0 : length <= 320 ? 1.5 : length <= 450 ? 0.8 : -0.5;
	const position = (place.start - sentence.start) / Math.max(1, length);
	score += position < 0.15 ? 1 : position < 0.4 ? 0.5 : 0;
	score += 0.6 * (1 - place.start / Math.max(1, text.length));
	score += hasWithin(findings.claims, sentence) ? 0.5 : 0;
	score += hasWithin(findings.figures, sentence) ? 0.6 : 0;
	// `They`, `But this`: the sentence leans on the one before.
	score -= /^[“"‘]?(?:They|He|She|It|This|These|That|Those|But|And|Such|Their|His|Her|Its|So)\b/.test(
		text.slice(sentence.start, sentence.start + 10),
	)
		? 0.5
		: 0;
	score -= isListing(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 500))) ? 1 : 0;
	return score;
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

	constructor(maxKept = 8) {
		this.#maxKept = maxKept;
	}

	add(candidate: EvidenceCandidate): void {
		const sameDocument = this.#candidates.filter((other) => other.document === candidate.document);
		if (sameDocument.some((other) => other.sentence === candidate.sentence)) {
			return;
		}
		// At most three of one document, so that a long one does not push out all others.
		const pool = sameDocument.length >= 3 ? sameDocument : this.#candidates.length >= this.#maxKept ? this.#candidates : undefined;
		if (pool !== undefined) {
			const worst = pool.reduce((a, b) => (b.score < a.score ? b : a));
			if (worst.score >= candidate.score) {
				return;
			}
			this.#candidates.splice(this.#candidates.indexOf(worst), 1);
		}
		this.#candidates.push(candidate);
	}

	/** At most `count`, best first; a second sentence of a document counts for less than a first one of another. */
	choose(count: number, isTaken: (candidate: EvidenceCandidate) => boolean): EvidenceCandidate[] {
		const left = this.#candidates
			.filter((candidate) => !isTaken(candidate))
			.sort((a, b) => b.score - a.score || a.document - b.document || a.sentence - b.sentence);
		const chosen: EvidenceCandidate[] = [];
		while (chosen.length < count && left.length > 0) {
			const value = (candidate: EvidenceCandidate) =>
				candidate.score - 1.2 * chosen.filter((other) => other.document === candidate.document).length;
			const best = left.reduce((a, b) => (value(b) > value(a) ? b : a));
			chosen.push(best);
			left.splice(left.indexOf(best), 1);
		}
		return chosen;
	}
}
