import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import type { KeyTermFinding } from '../findings.ts';
import { isHangul, keyOfToken } from '../formWords.ts';
import { isActionWord, isAdverb, isGeneralNoun, isTimeWord } from '../wordLists.ts';
import { readNoun } from './korean.ts';
import type { Reading } from './reading.ts';

interface Candidate {
	readonly forms: Map<string, number>;
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
export function findKeyTerms(reading: Reading): KeyTermFinding[] {
	const candidates = new Map<string, Candidate>();
	const { tokens, text } = reading;
	for (let at = 0; at < reading.sentences.length; at++) {
		const to = reading.firstTokens[at + 1] ?? 0;
		for (let first = reading.firstTokens[at] ?? 0; first < to; ) {
			let last = first;
			const korean = readKoreanRun(reading, first, to);
			if (korean !== undefined) {
				addKoreanRun(candidates, reading, first, korean);
				first = korean + 1;
				continue;
			}
			while (
				last < to &&
				!isHangul((tokens[last] as Token).folded) &&
				canStandInTerm(tokens[last] as Token) &&
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
			term: mostFrequent(candidate.forms),
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

function isClose(text: string, before: Token, token: Token): boolean {
	const gap = text.slice(before.end, token.start);
	return (gap === ' ' || gap === '-' || gap === '\n') && !/['’]s$/i.test(text.slice(before.start, before.end));
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
		const candidate = known ?? { forms: new Map([[key, 1]]), words: stems.length, count: 0, first: reading.tokens[first]?.start ?? 0 };
		candidate.count++;
		candidates.set(key, candidate);
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
	const words = end - begin + 1;
	if (words < 1 || words > maxWords) {
		return;
	}
	const run = tokens.slice(begin, end + 1);
	const key = run.map(keyOfToken).join(' ');
	const start = (run[0] as Token).start;
	let candidate = candidates.get(key);
	if (candidate === undefined) {
		candidate = { forms: new Map(), words, count: 0, first: start };
		candidates.set(key, candidate);
	}
	candidate.count++;
	const form = text
		.slice(start, (run.at(-1) as Token).end)
		.replace(/\s+/g, ' ')
		.replace(/['’]s$/, '');
	candidate.forms.set(form, (candidate.forms.get(form) ?? 0) + 1);
}

function isWeakEnd(folded: string): boolean {
	return isAdverb(folded) || isGeneralNoun(folded);
}

function mostFrequent(forms: ReadonlyMap<string, number>): string {
	let best = '';
	let most = 0;
	for (const [form, number] of forms) {
		// Small letters before capitals: what stands at a sentence's start is not how the term is written.
		if (number > most || (number === most && /^\p{Lu}/u.test(best) && !/^\p{Lu}/u.test(form))) {
			best = form;
			most = number;
		}
	}
	return best;
}
