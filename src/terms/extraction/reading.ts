import { makeStepTest, type Steps } from '../../base/steps.ts';
import type { Heading, Quote } from '../../library/document.ts';
import { findLastAtOrBefore, type Range } from '../../text/range.ts';
import { splitSentencesInSteps } from '../../text/sentences.ts';
import { type Token, tokeniseInSteps } from '../../text/tokenise.ts';
import { findUtterances, type Utterances } from './utterances.ts';

/** A document's text, split once for all finders. */
export interface Reading {
	readonly text: string;
	readonly tokens: readonly Token[];
	/** Ascending, without overlap. A label before a speaker's words is one by itself. */
	readonly sentences: readonly Range[];
	/** Who says what, where several speak. */
	readonly utterances: Utterances;
	/** The tokens of each sentence: from `firstTokens[i]` up to `firstTokens[i + 1]`. */
	readonly firstTokens: readonly number[];
	readonly headings: readonly Heading[];
	readonly quotes: readonly Quote[];
	readonly author: string | null;
	readonly publisher: string | null;
	readonly language: string | null;
	/** How often a folded word stands in small letters: the evidence that a capital at the start of a sentence is no name. */
	readonly smallCounts: ReadonlyMap<string, number>;
}

/** A word's letters, by case. `small` includes scripts without case. */
export type WordCase = 'small' | 'capital' | 'capitals';

export function caseOf(text: string, token: Range): WordCase {
	const first = text.charCodeAt(token.start);
	if (first < 0x80) {
		if (first < 0x41 || first > 0x5a) {
			return 'small';
		}
		const second = text.charCodeAt(token.start + 1);
		if (token.end - token.start > 2 && second >= 0x61 && second <= 0x7a) {
			return 'capital';
		}
	}
	const word = text.slice(token.start, token.end);
	if (!/^[\p{Lu}\p{Lt}]/u.test(word)) {
		return 'small';
	}
	// `As` is no plural of `A`.
	return /^(?:[\p{Lu}\p{N}]{2,}(?:['’]?s)?|\p{Lu}['’]s)$/u.test(word) ? 'capitals' : 'capital';
}

/** Splits a text into tokens and sentences. Linear in its length. */
export function* readText(source: {
	readonly text: string;
	readonly headings: readonly Heading[];
	readonly quotes: readonly Quote[];
	readonly author: string | null;
	readonly publisher: string | null;
	readonly language: string | null;
}): Steps<Reading> {
	const { text } = source;
	const tokens = yield* tokeniseInSteps(text);
	const utterances = yield* findUtterances(text, source.headings);
	const sentences = yield* splitAtLabels(text, yield* splitSentencesInSteps(text), utterances.labels);
	const isSentenceDue = makeStepTest();
	const firstTokens: number[] = [];
	let token = 0;
	for (const sentence of sentences) {
		while (token < tokens.length && (tokens[token]?.start ?? 0) < sentence.start) {
			token++;
		}
		firstTokens.push(token);
		if (isSentenceDue(sentence.start)) {
			yield;
		}
	}
	firstTokens.push(tokens.length);
	const isWordDue = makeStepTest();
	const smallCounts = new Map<string, number>();
	for (const word of tokens) {
		const code = text.charCodeAt(word.start);
		if (code >= 0x61 && code <= 0x7a) {
			smallCounts.set(word.folded, (smallCounts.get(word.folded) ?? 0) + 1);
		}
		if (isWordDue(word.start)) {
			yield;
		}
	}
	return {
		text,
		tokens,
		sentences,
		utterances,
		firstTokens,
		headings: source.headings,
		quotes: source.quotes,
		author: source.author,
		publisher: source.publisher,
		// `de-CH` is German.
		language: source.language?.split('-')[0] ?? null,
		smallCounts,
	};
}

/** The sentences, each label that stands in one parted from it. */
function* splitAtLabels(text: string, sentences: readonly Range[], labels: readonly Range[]): Steps<readonly Range[]> {
	if (labels.length === 0) {
		return sentences;
	}
	const isStepDue = makeStepTest();
	const split: Range[] = [];
	const add = (start: number, end: number) => {
		const words = text.slice(start, end);
		const from = start + words.length - words.trimStart().length;
		if (words.trim() !== '') {
			split.push({ start: from, end: from + words.trim().length });
		}
	};
	let label = 0;
	for (const { start, end } of sentences) {
		while (label < labels.length && (labels[label]?.end ?? 0) <= start) {
			label++;
		}
		let from = start;
		for (let at = label; at < labels.length && (labels[at]?.start ?? end) < end; at++) {
			const { start: labelStart, end: labelEnd } = labels[at] as Range;
			add(from, Math.max(from, labelStart));
			// `-----Original Message-----` is no sentence.
			if (!/^\s*[-_–—]{3}/.test(text.slice(labelStart, labelStart + 8))) {
				add(Math.max(from, labelStart), Math.min(end, labelEnd));
			}
			from = Math.max(from, Math.min(end, labelEnd));
		}
		add(from, end);
		if (isStepDue(end)) {
			yield;
		}
	}
	return split;
}

/** The index of the sentence that holds the offset; -1 if none does. */
export function findSentenceIndex(reading: Reading, offset: number): number {
	const at = findLastAtOrBefore(reading.sentences, offset);
	return at >= 0 && offset < (reading.sentences[at]?.end ?? 0) ? at : -1;
}

/** The index of the first token that starts at or after the offset. */
export function findTokenAt(tokens: readonly Token[], offset: number): number {
	return findLastAtOrBefore(tokens, offset - 1) + 1;
}
