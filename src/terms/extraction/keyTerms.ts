import { makeStepTest, type Steps } from '../../base/steps.ts';
import { singularOf } from '../../text/normalise.ts';
import { isContentWord, isStopWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import type { KeyTermFinding } from '../findings.ts';
import { bareEnd, isCapital } from '../formCheck.ts';
import { endsInHangul, keyOfToken } from '../formWords.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { isActionWord, isAdjective, isAdverb, isGeneralNoun, isReportWord, isSubjectAndVerb, isTimeWord } from '../wordLists.ts';
import { findCompoundEnd, isCjkNoun, isJapanese } from './japanese.ts';
import { findWholeNouns, readTopicNoun } from './koreanNouns.ts';
import { isTitledName } from './koreanPeople.ts';
import { isNounInCapitals } from './nounsInCapitals.ts';
import { minHolders, type PhraseCount, PhraseCounts } from './phraseCounts.ts';
import { caseOf, type Reading } from './reading.ts';
import { isFiniteVerb, isParticiple } from './verbWords.ts';

/** Longer runs are no term; their parts are counted where they stand alone. */
const maxWords = 4;

/** A page of 300 words has about this many terms worth knowing. */
const termsPerPage = 4;
const minTerms = 12;
const maxTerms = 60;

/**
 * What a document is about, best first: runs of up to four content words, scored by how often they stand there, alone or inside of many different
 * longer runs, times `log2(1 + n)` (n words), place (what comes early counts more) and spread over the document; a single everyday word counts half,
 * an adjective and what any report speaks of (its objectives, its workshops) less.
 * Measured on ../shared/data/kp (F1@10 of abstracts and of reports, what each is worth): places inside of longer runs 0.00 / 0.04, without verbs
 * 0.004 / 0.00, without participles at the end 0.007 / 0.001, everyday words 0.00 / 0.01, adjectives and words of reports 0.004 / 0.004, spread 0.00 / 0.01, place 0.002 / 0.005. Verbs told by the
 * words before them in the document, capitals, length of words and heads of phrases were tried and paid nothing.
 */
export function* findKeyTerms(reading: Reading): Steps<KeyTermFinding[]> {
	const isStepDue = makeStepTest();
	const { tokens, text } = reading;
	const counts = new PhraseCounts(text);
	const runs: Run[] = [];
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
	const whole = findWholeNouns(tokens);
	yield;
	for (let at = 0; at < reading.sentences.length; at++) {
		const to = reading.firstTokens[at + 1] ?? 0;
		if (isStepDue(reading.sentences[at]?.start ?? 0)) {
			yield;
		}
		for (let first = reading.firstTokens[at] ?? 0; first < to; ) {
			let last = first;
			const korean = endsInHangul((tokens[first] as Token).folded) ? readKoreanRun(reading, whole, first, to) : undefined;
			if (korean !== undefined) {
				addKoreanRun(counts, reading, whole, first, korean);
				first = korean + 1;
				continue;
			}
			if ((tokens[first] as Token).script === 'cjk') {
				last = joinsCjk ? findCompoundEnd(tokens, first, to) : first;
				addCjkWord(counts, reading, first, last);
				first = last + 1;
				continue;
			}
			while (
				last < to &&
				(tokens[last] as Token).script === 'word' &&
				!endsInHangul((tokens[last] as Token).folded) &&
				stands(tokens[last] as Token) &&
				(last === first || isClose(text, tokens[last - 1] as Token, tokens[last] as Token)) &&
				!(last > first && isVerbBehind(tokens[last - 1] as Token, tokens[last] as Token))
			) {
				last++;
			}
			if (last > first) {
				addRun(counts, runs, reading, first, last - 1);
			}
			const isVerb = last > first && last < to && isVerbBehind(tokens[last - 1] as Token, tokens[last] as Token);
			first = isVerb ? last + 1 : Math.max(last, first + 1);
		}
	}
	const startOf = (at: number) => tokens[at]?.start ?? 0;
	for (const { first, keys, key } of runs) {
		if (isStepDue(text.length + startOf(first))) {
			yield;
		}
		counts.addInside(keys, maxWords, (at) => startOf(first + at), key);
	}
	const pages = tokens.length / 300;
	const limit = Math.min(maxTerms, Math.max(minTerms, Math.round(pages * termsPerPage)));
	return chooseBest(counts, text.length, limit);
}

/** A run of two words or more: its first token, and the keys of its words. */
interface Run {
	readonly first: number;
	readonly keys: readonly string[];
	readonly key: string;
}

/** The best of the phrases, without those that hardly stand outside of a better one. */
function chooseBest(counts: PhraseCounts, textLength: number, limit: number): KeyTermFinding[] {
	const scored: { readonly count: PhraseCount; readonly term: string; readonly score: number; readonly places: number }[] = [];
	for (const count of counts.values()) {
		const places = countPlaces(count);
		if (count.words > 1 || places > 1) {
			scored.push({ count, term: count.form, score: places * weigh(count, textLength), places });
		}
	}
	scored.sort((a, b) => b.score - a.score);
	const chosen: (typeof scored)[number][] = [];
	for (const candidate of scored) {
		const isBeyond = chosen.length >= limit;
		if (chosen.length >= maxTerms) {
			break;
		}
		if (isBeyond && !(candidate.count.words > 1 && isLongHangul(candidate.term))) {
			continue;
		}
		const words = ` ${candidate.term.toLowerCase()} `;
		const isHeld = chosen.some(
			({ count, term, places }) =>
				count.words > candidate.count.words && candidate.places <= 1.3 * places && ` ${term.toLowerCase()} `.includes(words),
		);
		if (!isHeld) {
			chosen.push(candidate);
		}
	}
	return chosen.map(({ term, score }) => ({ term, score: Math.round(100 * score) / 100 }));
}

/** `수질원격감시체계`: so long a word names something, however often it stands. */
function isLongHangul(term: string): boolean {
	return /^[\uac00-\ud7a3]{6,}$/u.test(term);
}

/** Places inside of longer runs count where many different ones hold the phrase, and it stands alone more than now and then. */
function countPlaces({ alone, inside, holders }: PhraseCount): number {
	return holders.length >= minHolders && alone >= 2 && alone >= 0.06 * (alone + inside) ? alone + inside : alone;
}

function weigh({ form, words, first, tenths }: PhraseCount, textLength: number): number {
	let spread = 0;
	for (let bits = tenths; bits !== 0; bits &= bits - 1) {
		spread++;
	}
	const place = 1 + 1 / (1 + (10 * first) / Math.max(1, textLength));
	return Math.log2(1 + words) * place * Math.sqrt(spread) * (words > 1 ? 1 : weighWord(form));
}

/** What one word alone is worth beside a phrase. */
function weighWord(form: string): number {
	const folded = form.toLowerCase();
	// `Senegal` is none.
	const isPlain = !isCapital(form);
	return (isPlain && isAdjective(folded)) || isReportWord(folded) ? 0.4 : isOrdinaryWord(folded) ? 0.5 : 1;
}

const countWords: ReadonlySet<string> = new Set(
	'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty'.split(' '),
);

/** Parts of addresses and of references, and participles that join as prepositions do: `reports regarding prisons`. */
const noWords = new Set('www http https com org htm html pdf al et regarding concerning including involving following'.split(' '));

function canStandInTerm(token: Token): boolean {
	return (
		isContentWord(token.folded) &&
		!isTimeWord(token.folded) &&
		!/\d/.test(token.folded[0] ?? '') &&
		!isActionWord(token.folded) &&
		!isFiniteVerb(token.folded) &&
		!isAdverb(token.folded) &&
		!noWords.has(token.folded) &&
		token.folded.length > 1
	);
}

/** `Claimants | demand payment`: behind many of them, a word that is a verb as often as a noun. */
function isVerbBehind({ folded }: Token, verb: Token): boolean {
	return folded.endsWith('s') && isSubjectAndVerb(folded, singularOf(folded), verb.folded);
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
function readKoreanRun(reading: Reading, whole: ReadonlySet<string>, first: number, to: number): number | undefined {
	let last: number | undefined;
	for (let at = first; at < Math.min(to, first + maxWords); at++) {
		const token = reading.tokens[at] as Token;
		const noun = readTopicNoun(token, whole);
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

/** Nouns of so many syllables are made of others. */
const minCompound = 5;

function addKoreanRun(counts: PhraseCounts, reading: Reading, whole: ReadonlySet<string>, first: number, last: number): void {
	const nouns = reading.tokens.slice(first, last + 1).map((token) => readTopicNoun(token, whole)?.stem ?? '');
	const start = reading.tokens[first]?.start ?? 0;
	// Each noun by itself, and each two of three, too: a run of Korean nouns is often a clause without its particles.
	for (let from = 0; from < nouns.length; from++) {
		for (let to = from; to < nouns.length && to - from < 3; to++) {
			// A name with a title behind it is a noun by itself: no `남도신문 배지영`.
			const bearers = nouns.slice(from, to > from ? to + 1 : to);
			const holdsBearer = bearers.some((noun, at) => isTitledName(noun, nouns[from + at + 1] ?? ''));
			if (holdsBearer) {
				break;
			}
			const form = nouns.slice(from, to + 1).join(' ');
			// A long word is words that Korean writes without spaces: `자동화재탐지설비`.
			const words = to === from && form.length >= minCompound ? 2 : to - from + 1;
			counts.addRun(form, words, start, start, form);
		}
	}
}

/** A word in Han or Kana: of Japanese the whole compound, of Chinese what the segmenter takes for a word. */
function addCjkWord(counts: PhraseCounts, reading: Reading, first: number, last: number): void {
	const start = reading.tokens[first]?.start ?? 0;
	const form = reading.text.slice(start, reading.tokens[last]?.end);
	const key = first === last ? (reading.tokens[first]?.folded ?? '') : form;
	if (isCjkNoun(key) && isContentWord(key)) {
		counts.addRun(key, 1, start, start, form);
	}
}

function addRun(counts: PhraseCounts, runs: Run[], reading: Reading, first: number, last: number): void {
	const { tokens, text } = reading;
	let begin = first;
	// The second half of `same-sex` is no word by itself.
	while (begin < last && text[(tokens[begin] as Token).start - 1] === '-') {
		begin++;
	}
	// `Twelve new boats`: how many is no part of it; the Three Gorges are three.
	while (
		begin < last &&
		countWords.has((tokens[begin] as Token).folded) &&
		!isCapital(text.slice((tokens[begin + 1] as Token).start, (tokens[begin + 1] as Token).end))
	) {
		begin++;
	}
	// `MP Hilda Brook`: what she is, and her name.
	if (last - begin > 1 && isNounInCapitals(reading, begin, last)) {
		begin++;
	}
	let end = last;
	while (end >= begin && isWeakEnd((tokens[end] as Token).folded)) {
		end--;
	}
	end = Math.min(end, findNameEnd(text, tokens, begin, end));
	if (end < begin || isShouted(reading, begin, end)) {
		return;
	}
	const start = (tokens[begin] as Token).start;
	const lastToken = tokens[end] as Token;
	const formEnd = bareEnd(text, lastToken.start, lastToken.end);
	let key = keyOfToken(tokens[begin] as Token);
	if (begin === end) {
		counts.addRun(key, 1, start, formEnd);
		return;
	}
	const keys = [key];
	for (let at = begin + 1; at <= end; at++) {
		const next = keyOfToken(tokens[at] as Token);
		keys.push(next);
		// What tells a run from others need not hold all of a very long one.
		key = keys.length <= 2 * maxWords ? `${key} ${next}` : key;
	}
	// Longer ones are no term; what stands inside of them counts all the same.
	if (keys.length <= maxWords) {
		counts.addRun(key, keys.length, start, formEnd);
	}
	runs.push({ first: begin, keys, key });
}

/** `IMMEDIATE RELEASE`: words in capitals, where not all are; those that say what the text is about stand in small letters, too. */
function isShouted({ text, tokens, smallCounts }: Reading, begin: number, end: number): boolean {
	let longest = 0;
	for (let at = begin; at <= end; at++) {
		const token = tokens[at] as Token;
		longest = Math.max(longest, token.end - token.start);
		if (caseOf(text, token) !== 'capitals') {
			return false;
		}
	}
	return end > begin && longest > 5 && smallCounts.size > 0;
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

function isWeakEnd(folded: string): boolean {
	return isAdverb(folded) || isGeneralNoun(folded) || isParticiple(folded);
}
