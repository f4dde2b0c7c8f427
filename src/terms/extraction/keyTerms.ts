import { makeStepTest, type Steps } from '../../base/steps.ts';
import { isContentWord, isStopWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import type { KeyTermFinding } from '../findings.ts';
import { bareEnd, isCapital } from '../formCheck.ts';
import { endsInHangul, keyOfToken } from '../formWords.ts';
import { isActionWord, isAdverb, isGeneralNoun, isTimeWord } from '../wordLists.ts';
import { findCompoundEnd, isCjkNoun, isJapanese } from './japanese.ts';
import { readNoun } from './korean.ts';
import type { Reading } from './reading.ts';

interface Candidate {
	/** As written: in small letters if it is anywhere, since what stands at a sentence's start is not how a term is written. */
	form: string;
	readonly words: number;
	count: number;
	readonly first: number;
}

/** Longer runs are no term; their parts are counted where they stand alone. */
const maxWords = 4;

/** A page of 300 words has about this many terms worth knowing. */
const termsPerPage = 4;
const minTerms = 12;
const maxTerms = 60;

/**
 * What a document is about, best first: runs of up to four content words, scored by `tf · log2(1 + n) · position` (n words; what comes early
 * counts more), after the noun-run baseline measured in ../shared/libraries.md §11. Merged by singular. Verbs, general nouns and words of time
 * are trimmed off; single words need to come more often.
 */
export function* findKeyTerms(reading: Reading): Steps<KeyTermFinding[]> {
	const isStepDue = makeStepTest();
	const candidates = new Map<string, Candidate>();
	const { tokens, text } = reading;
	const standing = new Map<string, boolean>();
	const stands = (token: Token): boolean => {
		let answer = standing.get(token.folded);
		if (answer === undefined) {
			answer = canStandInTerm(token) && !isForeignStopWord(token.folded, reading.language);
			standing.set(token.folded, answer);
		}
		return answer;
	};
	const joinsCjk = isJapanese(text);
	for (let at = 0; at < reading.sentences.length; at++) {
		const to = reading.firstTokens[at + 1] ?? 0;
		if (isStepDue(reading.sentences[at]?.start ?? 0)) {
			yield;
		}
		for (let first = reading.firstTokens[at] ?? 0; first < to; ) {
			let last = first;
			const korean = endsInHangul((tokens[first] as Token).folded) ? readKoreanRun(reading, first, to) : undefined;
			if (korean !== undefined) {
				addKoreanRun(candidates, reading, first, korean);
				first = korean + 1;
				continue;
			}
			if ((tokens[first] as Token).script === 'cjk') {
				last = joinsCjk ? findCompoundEnd(tokens, first, to) : first;
				addCjkWord(candidates, reading, first, last);
				first = last + 1;
				continue;
			}
			while (
				last < to &&
				(tokens[last] as Token).script === 'word' &&
				!endsInHangul((tokens[last] as Token).folded) &&
				stands(tokens[last] as Token) &&
				(last === first || isClose(text, tokens[last - 1] as Token, tokens[last] as Token))
			) {
				last++;
			}
			if (last > first) {
				addRun(candidates, reading, first, last - 1);
			}
			first = Math.max(last, first + 1);
		}
	}
	const length = Math.max(1, text.length);
	const scored = [...candidates.values()]
		.filter((candidate) => candidate.words > 1 || candidate.count > 1)
		.map((candidate) => ({
			term: candidate.form,
			score: candidate.count * Math.log2(1 + candidate.words) * (1 + 1 / (1 + (10 * candidate.first) / length)),
		}));
	const pages = tokens.length / 300;
	const limit = Math.min(maxTerms, Math.max(minTerms, Math.round(pages * termsPerPage)));
	return scored.sort((a, b) => b.score - a.score).slice(0, limit);
}

function canStandInTerm(token: Token): boolean {
	return (
		isContentWord(token.folded) &&
		!isTimeWord(token.folded) &&
		!/\d/.test(token.folded[0] ?? '') &&
		!isActionWord(token.folded) &&
		token.folded.length > 1
	);
}

/** Whether a space, a hyphen or a line break stands between the two, and the first is no possessive. */
function isClose(text: string, before: Token, token: Token): boolean {
	if (token.start - before.end !== 1) {
		return false;
	}
	const gap = text.charCodeAt(before.end);
	return (gap === 0x20 || gap === 0x2d || gap === 0x0a) && bareEnd(text, before.start, before.end) === before.end;
}

/** The last token of Korean nouns that belong together: only the last of them may have particles. `undefined` where no noun begins. */
function readKoreanRun(reading: Reading, first: number, to: number): number | undefined {
	let last: number | undefined;
	for (let at = first; at < Math.min(to, first + maxWords); at++) {
		const token = reading.tokens[at] as Token;
		const noun = readNoun(token);
		if (noun === undefined || (at > first && reading.text.slice(reading.tokens[at - 1]?.end, token.start) !== ' ')) {
			break;
		}
		last = at;
		if (noun.particles !== '') {
			break;
		}
	}
	return last;
}

function addKoreanRun(candidates: Map<string, Candidate>, reading: Reading, first: number, last: number): void {
	const nouns = reading.tokens.slice(first, last + 1).map((token) => readNoun(token)?.stem ?? '');
	// Each noun by itself, too: a run of Korean nouns is often a clause without its particles.
	for (const stems of nouns.length > 1 && nouns.length <= 3 ? [nouns, ...nouns.map((noun) => [noun])] : nouns.map((noun) => [noun])) {
		const key = stems.join(' ');
		const known = candidates.get(key);
		const candidate = known ?? { form: key, words: stems.length, count: 0, first: reading.tokens[first]?.start ?? 0 };
		candidate.count++;
		candidates.set(key, candidate);
	}
}

/** A word in Han or Kana: of Japanese the whole compound, of Chinese what the segmenter takes for a word. */
function addCjkWord(candidates: Map<string, Candidate>, reading: Reading, first: number, last: number): void {
	const start = reading.tokens[first]?.start ?? 0;
	const form = reading.text.slice(start, reading.tokens[last]?.end);
	const key = first === last ? (reading.tokens[first]?.folded ?? '') : form;
	if (!isCjkNoun(key) || !isContentWord(key)) {
		return;
	}
	const candidate = candidates.get(key);
	if (candidate === undefined) {
		candidates.set(key, { form, words: last - first + 1, count: 1, first: start });
	} else {
		candidate.count++;
	}
}

function addRun(candidates: Map<string, Candidate>, reading: Reading, first: number, last: number): void {
	const { tokens, text } = reading;
	let begin = first;
	// The second half of `same-sex` is no word by itself.
	while (begin < last && text[(tokens[begin] as Token).start - 1] === '-') {
		begin++;
	}
	let end = last;
	while (end >= begin && isWeakEnd((tokens[end] as Token).folded)) {
		end--;
	}
	end = Math.min(end, findNameEnd(text, tokens, begin, end));
	const words = end - begin + 1;
	if (words < 1 || words > maxWords) {
		return;
	}
	let key = keyOfToken(tokens[begin] as Token);
	for (let at = begin + 1; at <= end; at++) {
		key += ` ${keyOfToken(tokens[at] as Token)}`;
	}
	const start = (tokens[begin] as Token).start;
	const lastToken = tokens[end] as Token;
	const candidate = candidates.get(key);
	if (candidate !== undefined) {
		candidate.count++;
		const isSmall = text.charCodeAt(start) >= 0x61;
		if (isSmall && isCapital(candidate.form)) {
			candidate.form = formOf(text, start, lastToken);
		}
		return;
	}
	candidates.set(key, { form: formOf(text, start, lastToken), words, count: 1, first: start });
}

/** `World Bank lent`: behind two words with capitals or more a small one is no part of the name; elsewhere the last word is the last. */
function findNameEnd(text: string, tokens: readonly Token[], begin: number, end: number): number {
	let last = begin;
	while (last <= end && isCapital(text.slice((tokens[last] as Token).start, (tokens[last] as Token).start + 2))) {
		last++;
	}
	return last - begin >= 2 ? last - 1 : end;
}

/** What only joins in the document's own language: `de`, `und`, `los`. */
function isForeignStopWord(folded: string, language: string | null): boolean {
	return language !== null && language !== 'en' && isStopWord(folded, language);
}

function formOf(text: string, start: number, last: Token): string {
	return text.slice(start, bareEnd(text, last.start, last.end)).replace(/\s+/g, ' ');
}

function isWeakEnd(folded: string): boolean {
	return isAdverb(folded) || isGeneralNoun(folded);
}
