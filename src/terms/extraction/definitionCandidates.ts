import type { Range } from '../../text/range.ts';
import { isExplicit, isFirmPattern, isNameAndClass, readSentenceCues, readTermCues } from './definitionCues.ts';
import { readInHead, readMark } from './definitionMarks.ts';
import { type PatternContext, readWord } from './definitionPatterns.ts';
import { definitionBias, definitionWeights } from './definitionWeights.ts';
import type { Words } from './nounPhrases.ts';
import type { SentenceWords } from './sentenceWords.ts';

/** A way in which a sentence may define a term: the words that are the term, those that say what it is, and what speaks for or against it. */
export interface DefinitionCandidate {
	readonly term: Range;
	readonly definition: Range;
	/** Names of the rows of `definitionWeights` that are added up; the first one names the pattern. */
	readonly cues: readonly string[];
	/** Whether it says so in so many words (`X refers to …`), or who or what a name is (`The Fair Work Commission was the body that …`). */
	readonly isPlain: boolean;
	/** Whether the pattern says what something is in any text: elsewhere than in textbooks `X, which allows …` tells what happens to X. */
	readonly isFirm: boolean;
}

/**
 * What a sentence of English may define, in no order; a term may come more than once. Those that cannot score `minScore` (a logarithm of odds) are
 * left out before their terms are looked at, which is most of what a newspaper says; 0 candidates are the rule.
 */
export function findDefinitionCandidates(
	text: string,
	sentence: SentenceWords,
	minScore = Number.NEGATIVE_INFINITY,
): DefinitionCandidate[] {
	const found: DefinitionCandidate[] = [];
	let common: readonly string[] | undefined;
	let commonScore = 0;
	const add = (term: Words, definition: Range, cues: readonly string[]) => {
		if (definition.end <= definition.start) {
			return;
		}
		const score = plainCues.has(cues[0] ?? '') ? Number.POSITIVE_INFINITY : definitionBias + addWeights(cues) + maxTermScore;
		if (score + maxSentenceScore < minScore) {
			return;
		}
		if (common === undefined) {
			common = readSentenceCues(sentence);
			commonScore = addWeights(common);
		}
		if (score + commonScore < minScore) {
			return;
		}
		const all = [...cues, ...common, ...readTermCues(text, sentence, term)];
		const set = new Set(all);
		found.push({
			term: { start: wholeWordStart(text, sentence.starts[term.first] ?? 0), end: sentence.ends[term.last] ?? 0 },
			definition,
			cues: all,
			isPlain: isExplicit(set) || isNameAndClass(set),
			isFirm: isFirmPattern(set),
		});
	};
	const context: PatternContext = { text, sentence, add };
	for (let at = 0; at < sentence.words.length; at++) {
		readWord(context, at);
		readMark(context, at);
	}
	readInHead(context);
	return found;
}

/** `Z-score`, not `score`, and `around-the-clock watch`: where the word begins that hyphens join to the one at `start`. */
function wholeWordStart(text: string, start: number): number {
	return start - (/(?:[\p{L}\p{N}]{1,20}[-‐‑]){1,4}$/u.exec(text.slice(Math.max(0, start - 84), start))?.[0].length ?? 0);
}

/** Patterns that `isPlain` may lift over any score. */
const plainCues: ReadonlySet<string> = new Set(['is', 'was', 'means', 'describes', 'does', 'define as', 'defined as']);

/** More than a term's own words, and those of a sentence, can add. */
const maxTermScore = addPositive('term: ');
const maxSentenceScore = addPositive('sentence: ');

function addPositive(beginning: string): number {
	return [...definitionWeights].reduce((sum, [cue, weight]) => sum + (cue.startsWith(beginning) ? Math.max(0, weight) : 0), 0);
}

/** How likely the cues make it that a sentence defines, as a logarithm of odds. */
export function weighCues(cues: readonly string[]): number {
	return definitionBias + addWeights(cues);
}

function addWeights(cues: readonly string[]): number {
	let sum = 0;
	for (const cue of cues) {
		sum += definitionWeights.get(cue) ?? 0;
	}
	return sum;
}
