import { isContentWord } from '../../text/stopWords.ts';
import { singularOfWord } from '../formWords.ts';
import { maxTermWords, nounsBefore, type Words } from './nounPhrases.ts';
import { articles, joints, parts, prepositions, type SentenceWords, wordSet } from './sentenceWords.ts';

/** What is counted or sorted of a thing: `the rate of violent crime, defined as …` says what violent crime is. */
const measures = wordSet(
	`rate share number prevalence incidence level percentage proportion risk case victim survivor offence offense crime act incident instance form kind type sort
	amount quantity degree extent likelihood probability concept notion term idea definition problem issue prevention absence presence lack count sum total
	measure rise fall increase decrease decline reduction growth change drop people person child woman man household family resident`,
);

/** How much of a thing: what stands behind them is no term of its own. */
const quantities = wordSet('most some all part parts much half many none any each few several majority minority rest bulk');

const numerals = wordSet('dozen dozens hundred hundreds thousand thousands million millions new more additional');

/**
 * The noun phrase that `, defined as` at word `at` says the meaning of: `freedom of the press`, and not `press`; `violent crime` of `the rate of
 * violent crime`; `Long-term unemployment`. `undefined` where it is open what is defined: `sales of fish and fish products`.
 */
export function findDefinedHead(sentence: SentenceWords, at: number): Words | undefined {
	const { words, gaps } = sentence;
	const found = nounsBefore(sentence, at);
	if (found === undefined) {
		return undefined;
	}
	let { first } = found;
	const { last } = found;
	for (let joint = last - 1; joint > first; joint--) {
		if (joints.has(words[joint] ?? '') && measures.has(singularOfWord(words[joint - 1] ?? ''))) {
			first = joint + 1;
			break;
		}
	}
	while (first > 0 && /^[-‐‑]$/.test(gaps[first] ?? '')) {
		first--;
	}
	// `several dozen femicides`
	while (first < last && numerals.has(words[first] ?? '')) {
		first++;
	}
	const before = first > 0 && !parts(gaps[first] ?? '') ? (words[first - 1] ?? '') : '';
	const owned = articles.has(before) && joints.has(words[first - 2] ?? '') ? first - 3 : undefined;
	if (before === 'and' || before === 'or') {
		return undefined;
	}
	if (owned !== undefined && measures.has(singularOfWord(words[owned] ?? ''))) {
		return { first, last };
	}
	const joined = owned ?? (before === 'to' || joints.has(before) ? first - 2 : undefined);
	if (joined === undefined) {
		const isIn = prepositions.has(before) && isContentWord(words[first - 2] ?? '') && !/(?:ing|ed)$/.test(words[first - 2] ?? '');
		return isIn && !measures.has(singularOfWord(words[first - 2] ?? '')) ? undefined : { first, last };
	}
	const head = words[joined] ?? '';
	if (measures.has(singularOfWord(head)) || /(?:ing|ed)$/.test(head)) {
		return { first, last };
	}
	const whole = quantities.has(head) || !isContentWord(head) ? undefined : nounsBefore(sentence, joined + 1);
	return whole === undefined || last - whole.first >= maxTermWords ? undefined : { first: whole.first, last };
}
