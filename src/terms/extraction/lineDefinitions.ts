import { findLastAtOrBefore, type Range } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';
import { tokenise } from '../../text/tokenise.ts';
import type { DefinitionFinding } from '../findings.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { isActionWord, isAdverb, isGeneralNoun, isReportWord, isTimeWord } from '../wordLists.ts';
import { isSpeakingNoun } from './claimWords.ts';
import { calendarWords, givenNames, isKnownPlace, isPeople, leadingFamilyNames, roles, titles } from './nameLists.ts';
import type { Reading } from './reading.ts';
import { isFieldName, readTranscriptLabel } from './transcriptLabels.ts';

/** `Catchment: the area that …`, `Weir – a low dam …`: a term, a mark, and words that begin as a definition does. */
const line =
	/^(?:[-*•–]\s+|\d{1,2}[.)]\s+)?(?<term>\p{Lu}[\p{L}\p{M}’'-]+(?:\s[\p{L}\p{M}’'-]+){0,3})(?:\s?:|\s[–—-])\s(?<definition>(?:an?|the|any|anyone|someone|those)\s.{12,400})$/su;

/** What begins to tell which one of its class it is, some words behind the article. */
const telling =
	/^(?:(?:anyone|someone|those)\s(?:who|whose)\s|(?:an?|the|any|those)\s(?:[\p{L}\p{M}-]{1,24}\s){1,6}?(?:(?<relative>that|which|whose|where|(?:in|by|from|through|on|at|to|for|under|of)\swhich|used\s(?:to|for|as))\s|who\s|of\s(?:an?|the|any)\s\p{Ll}))/u;

/** The verb of a whole sentence: not the one that a relative begins. */
const finite =
	/(?<!\b(?:in|by|from|through|on|at|to|for|under|of)\swhich\s(?:[\p{L}-]+\s){1,3})(?<!\b(?:that|which|who|whose|where|it|they|and|or|what|when|whom|not|each|one)\s(?:\p{L}+ly\s)?)\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|said|says)\b/u;

/** What begins a clause that tells what became of one thing: what a word means, it means today. */
const past =
	/^(?!(?:is|are|has|have|can|may|must)\s)(?:\p{L}{1,24}\s){0,3}?(?:\p{Ll}{2,20}ed|led|hid|sank|won|lost|made|fell|broke|came|went|took|began|built|saw|shook|struck|left|sold|was|were)(?!\p{L})/u;

/** Between a definition in so many words, and what is said in passing. */
const score = 0.72;

/**
 * The term of a line by itself that says what it is, in a document that is no glossary. Quiet: only where nothing is left that has a verb of its own,
 * and the term is neither the name of a field (`Note:`), nor of somebody who speaks, nor a place of a headline.
 */
export function findLineDefinition(
	{ text, headings, smallCounts }: Reading,
	sentence: Range,
): { readonly term: Range; readonly definition: Range; readonly score: number } | undefined {
	if (!isLineStart(text, sentence.start) || sentence.end - sentence.start > 500) {
		return undefined;
	}
	const written = text.slice(sentence.start, sentence.end);
	const { term = '', definition = '' } = line.exec(written)?.groups ?? {};
	const told = term === '' ? null : telling.exec(definition);
	const heading = headings[findLastAtOrBefore(headings, sentence.start)];
	if (told === null || finite.test(firstClause(definition)) || (heading !== undefined && sentence.start < heading.end)) {
		return undefined;
	}
	const words = tokenise(term).map(({ folded }) => folded);
	const head = words.at(-1) ?? '';
	// In the term itself it stands once.
	const own = /\s\p{Ll}[^\s]*$/u.test(term) ? 1 : 0;
	const isKnown = (smallCounts.get(head) ?? 0) + (smallCounts.get(`${head}s`) ?? 0) > own;
	const isPerson = told.groups?.relative === undefined && /\b(?:who)\s/.test(told[0]);
	// `Explainer: the treaty that ended the war`: a headline tells of the one thing that did it.
	const isOfOne = /^(?:the|those)\s/.test(definition) && told.groups?.relative !== undefined && past.test(definition.slice(told[0].length));
	if (
		isNoTerm(term, words, written, sentence.start) ||
		(isPerson && !isKnown) ||
		(!isKnown && !/[.;]$/.test(written) && (words.length > 1 || isOfOne))
	) {
		return undefined;
	}
	const start = sentence.start + written.indexOf(term);
	return { term: { start, end: start + term.length }, definition: { start: sentence.end - definition.length, end: sentence.end }, score };
}

/** Whether a finding is of this form: `Catchment: the area that …`. */
export function isLineDefinition({ text, start, termStart, termEnd, score: given }: DefinitionFinding): boolean {
	return given >= score && termStart - start <= maxBullet && /^(?:\s?:|\s[–—-])\s/.test(text.slice(termEnd - start, termEnd - start + 3));
}

/** What may stand before the term: the mark of a list. */
const maxBullet = 4;

function isLineStart(text: string, start: number): boolean {
	let at = start;
	while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) {
		at--;
	}
	return (
		at === 0 || text[at - 1] === '\n' || /(?:^|\n)\s{0,4}(?:[-*•–]|\d{1,2}[.)])\s{1,4}$/.test(text.slice(Math.max(0, start - 10), start))
	);
}

/** Up to the first mark: what stands behind it is said of more than the term. */
function firstClause(definition: string): string {
	return /^[^,;(]*/.exec(definition)?.[0] ?? '';
}

function isNoTerm(term: string, words: readonly string[], written: string, start: number): boolean {
	const [first = ''] = words;
	const head = words.at(-1) ?? '';
	const label = readTranscriptLabel(written, start);
	return (
		(label !== undefined && label.sort !== 'words') ||
		isFieldName(words.join('')) ||
		words.some((word) => isFieldName(word) || calendarWords.has(word) || isTimeWord(word) || titles.has(word)) ||
		!isContentWord(first) ||
		!isContentWord(head) ||
		isAdverb(first) ||
		isKnownPlace(words.join(' ')) ||
		isPeople(head) ||
		givenNames.has(first) ||
		(words.length === 1 &&
			(isOrdinaryWord(head) ||
				isGeneralNoun(head) ||
				isActionWord(head) ||
				isReportWord(head) ||
				isSpeakingNoun(head) ||
				roles.has(head) ||
				leadingFamilyNames.has(head) ||
				term === term.toUpperCase()))
	);
}
