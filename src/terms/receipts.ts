import { pageLabelAt } from '../library/pages.ts';
import { findLastAtOrBefore, type Range } from '../text/range.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Receipt } from './card.ts';
import { findUtterance, type Utterance, type Utterances } from './extraction/utterances.ts';
import type { ClaimFinding } from './findings.ts';
import { findMeant } from './shortReferences.ts';
import type { TermDocument } from './termDocument.ts';
import { type TermSummary, withoutArticle } from './termSummaries.ts';

/** A sentence longer than this is cut at the end of a clause, so that a card stays readable. */
const maxReceiptLength = 400;

/** A paragraph is looked at no further than this around a place. */
const maxParagraph = 6_000;

/** A receipt of a range of the document: the text is always its slice, the page the one it starts on. */
export function makeReceipt(document: TermDocument, range: Range, said: Said): Receipt {
	const utterance = findUtterance(said.utterances, range);
	return {
		documentId: document.id,
		text: document.text.slice(range.start, range.end),
		title: document.title,
		page: pageLabelAt(document.pages, range.start),
		date: dateOf(utterance, document),
		speaker: findWholeName(document, said, range),
		...(utterance === undefined ? {} : { writer: utterance.speaker }),
		start: range.start,
		end: range.end,
	};
}

/** When the words of a range were written: the day of the mail that holds them, else the document's; null for what it quotes without a date. */
export function findDateOf(document: TermDocument, said: Said, range: Range): string | null {
	return dateOf(findUtterance(said.utterances, range), document);
}

function dateOf(utterance: Utterance | undefined, document: TermDocument): string | null {
	return utterance?.date ?? (utterance?.isQuoted === true ? null : document.date);
}

/** The whole sentence around a place, or, where it is longer than a card can show, the clauses around the place. */
export function findSentence(text: string, place: Range): Range {
	const paragraph = findParagraph(text, place);
	const sentences = splitSentences(text, paragraph);
	const first = sentences.findIndex((sentence) => sentence.end > place.start);
	const start = sentences[first]?.start ?? paragraph.start;
	// Where a sentence break was seen inside the place itself, both sentences are taken.
	let end = sentences[first]?.end ?? paragraph.end;
	for (let at = first + 1; at < sentences.length && end < place.end; at++) {
		end = sentences[at]?.end ?? end;
	}
	return fitReceipt(text, { start: Math.min(start, place.start), end: Math.max(end, place.end) }, place);
}

/** The range, or where it is too long a part of it around `place` that begins and ends at clauses. */
export function fitReceipt(text: string, range: Range, place: Range): Range {
	if (range.end - range.start <= maxReceiptLength) {
		return range;
	}
	const start = place.end - range.start <= maxReceiptLength ? range.start : findClauseStart(text, range, place);
	let end = Math.min(range.end, start + maxReceiptLength);
	if (end < range.end) {
		end = findClauseEnd(text, Math.max(place.end, start + 1), end);
	}
	return { start, end };
}

function findClauseStart(text: string, range: Range, place: Range): number {
	for (let at = place.start; at > Math.max(range.start, place.start - 150); at--) {
		if (/[,;:—–]/.test(text[at - 1] ?? '') && /\s/.test(text[at] ?? '')) {
			return at + 1;
		}
	}
	return findWordStart(text, range.start, place.start);
}

function findWordStart(text: string, from: number, before: number): number {
	for (let at = Math.max(from, before - 120); at < before; at++) {
		if (/\s/.test(text[at] ?? '')) {
			return at + 1;
		}
	}
	return before;
}

/** The last end of a clause in `[from, to)`, else the last end of a word. */
function findClauseEnd(text: string, from: number, to: number): number {
	let wordEnd = to;
	for (let at = to; at > from; at--) {
		const isBreak = /\s/.test(text[at] ?? ' ');
		if (isBreak && /[,;:.!?”"’)—–]/.test(text[at - 1] ?? '')) {
			return /[,;:—–]/.test(text[at - 1] ?? '') ? at - 1 : at;
		}
		if (isBreak && wordEnd === to) {
			wordEnd = at;
		}
	}
	return Math.max(from, wordEnd);
}

/** The paragraph around a place: up to an empty line on either side. */
function findParagraph(text: string, place: Range): Range {
	// No further than that, or a text without an empty line would be gone through for each place in it.
	const from = Math.max(0, place.start - maxParagraph);
	const before = text.slice(from, place.start).lastIndexOf('\n\n');
	const after = text.slice(place.end, place.end + maxParagraph).indexOf('\n\n');
	let start = before < 0 ? from : from + before + 2;
	while (start < place.start && /\s/.test(text[start] ?? '')) {
		start++;
	}
	return { start: Math.min(start, place.start), end: Math.min(text.length, place.end + (after < 0 ? maxParagraph : after)) };
}

/** What tells who says the words of a document. */
export interface Said {
	readonly claims: readonly ClaimFinding[];
	readonly utterances: Utterances;
	/** What the document says of each term, where that is known. */
	readonly summaries?: readonly TermSummary[];
}

/** Who says the words of this range, by the name that the document gives whoever it calls `the Ministry` there. */
function findWholeName(document: TermDocument, said: Said, range: Range): string | null {
	const speaker = findSpeaker(document, said, range);
	const meant =
		speaker === null || said.summaries === undefined ? undefined : findMeant(document.text, said.summaries, withoutArticle(speaker));
	return meant?.keys.size === 1 && meant.from < range.start ? meant.form : speaker;
}

/**
 * Who says the words of this range: the speaker of the pull quote or the claim that holds it, else whose words stand there as they were said, in a
 * transcript or a mail, the sender too; null if nobody is named.
 */
export function findSpeaker(document: TermDocument, { claims, utterances }: Said, range: Range): string | null {
	const quote = document.quotes[findLastAtOrBefore(document.quotes, range.start)];
	if (quote !== undefined && range.start < quote.end) {
		return quote.speaker;
	}
	const last = findLastAtOrBefore(claims, range.start);
	for (let at = last; at >= 0 && at > last - 4; at--) {
		const claim = claims[at];
		if (claim !== undefined && claim.end >= range.end && claim.speaker !== null) {
			return claim.speaker;
		}
	}
	return findUtterance(utterances, range)?.speaker ?? null;
}
