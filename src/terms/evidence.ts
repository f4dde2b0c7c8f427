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

	/**
	 * Whether the sentence is the words at `[start, end)` and nothing else: the heading `2. Break fee`, the cell `Break fee`, the answer `Chike Amadi.`
	 * `Break fee: 2.5 %` says how much it is.
	 */
	isNothingBut(text: string, index: number, start: number, end: number): boolean {
		const from = this.#starts[index] ?? start;
		const to = this.#ends[index] ?? end;
		const behind = text.slice(end, to);
		return (
			to - from - (end - start) <= maxAround &&
			!isAmount.test(behind) &&
			!/\p{L}{2}/u.test(withoutArticle(text.slice(from, start)) + behind)
		);
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

/** A number, an article and marks. UTF-16 units. */
const maxAround = 14;

/** What is set down behind a term as its value; the number of a page is none. */
const isAmount = /^\s?[:：=]\s?\P{L}?\d|\d\s?[%‰€£¥₩$]|[€£¥₩$]\s?\d/u;

function withoutArticle(words: string): string {
	return words.replace(/\b(?:the|an?)\s$/iu, '');
}

/** A header's line or a speaker's name is no sentence: it comes behind all that are. */
export const labelScore = -20;

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
	const shown = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 500));
	// Behind all that say something, before what is no sentence at all.
	score -= isField.test(shown) || isRoll(shown) || leader.test(shown) ? 6 : 0;
	score -= isListing(shown) ? 1 : 0;
	return score;
}

function isClosed(text: string, start: number, end: number): boolean {
	return /[.!?…。][”"’')\]]*$/.test(text.slice(Math.max(start, end - 4), end));
}

/** Who was there, who gets it, who signs, and what a list is of: lines that tell nothing of whom they name; not `Members of the board said: …`. */
const isField =
	/^(?:(?:present|in attendance|attendance|attendees|absent|apologies|participants|members)(?:\s(?:at|of|from|for)\s[^:.]{1,40}(?<!\s(?:sa(?:id|ys?)|wrote|told|\p{Ll}+ed)))?|cc|copies|distribution|circulation|recipients|signed|minutes\sby|before|date|venue|place|time|참석(?:자|위원)?|출석(?:위원)?|불참|배석(?:자)?)\s?[:：]|^(?:yours|sincerely|regards|respectfully|(?:best|kind|warm)\sregards)\b[^.!?]{0,12},\s/iu;

/** The dots of a table of contents. */
const leader = /\.{5}|…{3}|(?:\s\.){4}/u;

/** `In attendance were Lena Marsh (chair), Tobias Renn and Sara Lind.`: names and hardly a word besides, in writings that have capitals. */
function isRoll(sentence: string): boolean {
	if ((sentence.match(/[,;•·]/g)?.length ?? 0) < 2) {
		return false;
	}
	const words = sentence.replace(/\([^()]*\)/g, '').match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
	const names = words.filter((word) => /^\p{Lu}/u.test(word)).length;
	return words.length >= 5 && names * 3 > words.length * 2;
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
