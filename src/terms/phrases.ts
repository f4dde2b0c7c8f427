import { splitParticles } from '../text/korean.ts';
import { nounOfVerb } from '../text/koreanVerbs.ts';
import { singularOf } from '../text/normalise.ts';
import type { Range } from '../text/range.ts';
import { isContentWord } from '../text/stopWords.ts';
import { type Token, tokenise } from '../text/tokenise.ts';
import type { Card } from './card.ts';
import { readNoun } from './extraction/koreanNouns.ts';
import { isInLabel, noUtterances, withoutLabel } from './extraction/utterances.ts';
import { readGap } from './formCheck.ts';
import { endsInHangul } from './formWords.ts';
import { findSentence, makeReceipt, type Said } from './receipts.ts';
import type { TermDocument } from './termDocument.ts';
import { isActionWord, isAdverb, isSubjectAndVerb, isTimeWord } from './wordLists.ts';

/** Words of a note that may be a phrase of the sources, without Korean particles behind them. `text` is the slice of the note; `words` the folded words in order. */
export interface PhraseCandidate extends Range {
	readonly text: string;
	readonly words: readonly string[];
}

const maxPhraseWords = 4;

/**
 * Runs of two to four adjacent content words in the prose that could be a phrase of the sources (`exit programs`, `red light districts`).
 * They do not cross punctuation, and look like a noun: they end in no common verb, adverb or word of time, and what follows is not an object
 * (`women exit the industry` gives no `women exit`).
 * The longest first, then in order of place. Whether a source has the phrase is for the search to say.
 */
export function findPhraseCandidates(text: string, prose: readonly Range[]): PhraseCandidate[] {
	const candidates: PhraseCandidate[] = [];
	for (const range of prose) {
		addCandidates(candidates, text, tokenise(text, range.start, range.end));
	}
	return candidates.sort((a, b) => b.words.length - a.words.length || a.start - b.start);
}

function addCandidates(candidates: PhraseCandidate[], text: string, tokens: readonly Token[]): void {
	for (let first = 0; first < tokens.length; first++) {
		for (let last = first; last < tokens.length && last - first < maxPhraseWords; last++) {
			const token = tokens[last] as Token;
			if (!canStandInPhrase(token) || (last > first && !isAdjacent(text, tokens[last - 1] as Token, token))) {
				break;
			}
			if (last > first && isPartedInKorean(tokens[last - 1] as Token)) {
				break;
			}
			const start = (tokens[first] as Token).start;
			if (last > first && isNounLike(text, tokens, first, last)) {
				const particles = readNoun(token)?.particles ?? '';
				const end = token.end - particles.length;
				const words = tokens.slice(first, last).map((word) => word.folded);
				const head = token.folded.slice(0, token.folded.length - particles.length);
				candidates.push({ start, end, text: text.slice(start, end), words: [...words, head] });
			}
		}
	}
}

/** Numbers, function words, time words and single letters carry no phrase. */
function canStandInPhrase(token: Token): boolean {
	return isContentWord(token.folded) && !isTimeWord(token.folded) && !/\d/.test(token.folded) && token.end - token.start > 1;
}

/** `회장은 환자에게`: behind a Korean word with particles, or a verb, something else begins. */
function isPartedInKorean(word: Token): boolean {
	if (!endsInHangul(word.folded)) {
		return false;
	}
	const noun = readNoun(word);
	return noun === undefined || noun.particles !== '' || nounOfVerb(word.folded) !== undefined;
}

/**
 * A phrase as a document writes it, on one line and without the particles or the verb's ending behind it; `undefined` where marks part its words: `to the exit. Programs
 * are …` is no exit program.
 */
export function toWrittenPhrase(written: string): string | undefined {
	if (/[,;:!?“”"「」『』()[\]…]|\p{L}{3}[.。]\s|\n\s*\n/u.test(written)) {
		return undefined;
	}
	const words = written.split(/\s+/);
	const last = words.pop() ?? '';
	return [...words, nounOfVerb(last) ?? splitParticles(last).stem].join(' ');
}

function isAdjacent(text: string, before: Token, token: Token): boolean {
	return readGap(text, before.end, token.start, before.start) === 'plain';
}

function isNounLike(text: string, tokens: readonly Token[], first: number, last: number): boolean {
	const head = tokens[last] as Token;
	const opening = tokens[first] as Token;
	if (isAdverb(head.folded) || isAdverb(opening.folded) || isActionWord(head.folded) || isActionWord(opening.folded)) {
		return false;
	}
	if (/['’]s?$/.test(text.slice(head.start, head.end))) {
		return false;
	}
	if (foreignJoints.has(head.folded) || foreignJoints.has(opening.folded) || isCutOut(text, tokens, first, last)) {
		return false;
	}
	// `six packs`, but not `Six Nations`, `two-state solution`.
	if (countWords.has(text.slice(opening.start, opening.end)) && text[opening.end] === ' ') {
		return false;
	}
	const beforeHead = tokens[last - 1] as Token;
	if (isSubjectAndVerb(beforeHead.folded, singularOf(beforeHead.folded), head.folded)) {
		return false;
	}
	// `women exit the`, `police raid their`: what stands before an article is a verb more often than a noun.
	const next = tokens[last + 1];
	if (next !== undefined && isAdjacent(text, head, next) && isDeterminer(next.folded)) {
		return false;
	}
	// `to exit programs`, `they exit programs`: the first word is a verb here, not part of a name of something.
	const before = tokens[first - 1];
	const isAfterSubject = before !== undefined && isAdjacent(text, before, opening) && isVerbSignal(before.folded);
	return !isAfterSubject;
}

/** Small words of French, Spanish, Italian, Portuguese, German, Dutch and the Nordic languages: no phrase begins or ends with them. */
const foreignJoints = new Set(
	'et ou du del des les la le el los las un una une uno y e il lo gli della delle dei di da dos das em und oder der das dem den von vom zum zur van het een och og av på de ist sind wird mit auf bei nach aus sur pour dans avec est por para con que segun selon'.split(
		' ',
	),
);

/** Of so many things there is no term. */
const countWords: ReadonlySet<string> = new Set(
	'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred hundreds thousand thousands million dozen dozens both several'.split(
		' ',
	),
);

/** Whether the words are part of a longer one: of `crown-of-thorns starfish` without its beginning, of `Health & Safety Executive` without what `&` joins. */
function isCutOut(text: string, tokens: readonly Token[], first: number, last: number): boolean {
	const [opening, head, before, behind] = [tokens[first] as Token, tokens[last] as Token, tokens[first - 1], tokens[last + 1]];
	const gapBefore = before === undefined ? '' : text.slice(before.end, opening.start);
	const gapBehind = behind === undefined ? '' : text.slice(head.end, behind.start);
	return /^(?:[-‐‑]|\s*&\s*)$/.test(gapBefore) || /^(?:[-‐‑]|\s*&\s*)$/.test(gapBehind);
}

function isDeterminer(folded: string): boolean {
	return determiners.has(folded);
}

const determiners = new Set(
	'a an the this that these those my your his her its our their them him us me it another each every some any no'.split(' '),
);

function isVerbSignal(folded: string): boolean {
	return verbSignals.has(folded);
}

/** Behind these stands a verb: `to exit`, `they exit`, `could exit`. */
const verbSignals = new Set(
	"to i we they you he she it who can could will would shall should may might must cannot don't doesn't didn't won't can't couldn't wouldn't let's".split(
		' ',
	),
);

/** A place where a phrase stands in a document. */
export interface PhraseOccurrence extends Range {
	readonly document: TermDocument;
	/** Who says what in that document, where it is known. */
	readonly said?: Said;
}

/**
 * The card of a phrase that is no term: where and by whom it is mentioned. `mentions` and `documents` count the whole collection, of which
 * `occurrences` may be only the first few. Its evidence is at most three sentences, of as many documents as possible.
 */
export function makePhraseCard(phrase: string, occurrences: readonly PhraseOccurrence[], mentions: number, documents: number): Card {
	const sentences = new Map<string, PhraseOccurrence & { readonly sentence: Range }>();
	for (const occurrence of occurrences) {
		const around = findSentence(occurrence.document.text, occurrence);
		const sentence = withoutLabel(occurrence.document.text, occurrence.said?.utterances ?? noUtterances, around, occurrence);
		const key = `${occurrence.document.id}\n${sentence.start}`;
		if (!sentences.has(key)) {
			sentences.set(key, { ...occurrence, sentence });
		}
	}
	const seen = new Set<string>();
	const told = [...sentences.values()].filter(({ said, sentence }) => !isInLabel(said?.utterances ?? noUtterances, sentence));
	// `MS. QURESHI:` says nothing of her, where she is named elsewhere.
	const all = told.length > 0 ? told : [...sentences.values()];
	const firstOfEach = all.filter((occurrence) => !seen.has(occurrence.document.id) && seen.add(occurrence.document.id));
	const chosen = [...firstOfEach, ...all.filter((occurrence) => !firstOfEach.includes(occurrence))].slice(0, 3);
	return {
		term: phrase,
		kind: 'concept',
		aliases: [],
		expansion: null,
		own: null,
		definition: null,
		evidence: chosen.map(({ document, sentence, said }) =>
			makeReceipt(document, sentence, said ?? { claims: [], utterances: noUtterances }),
		),
		figures: [],
		disagreements: [],
		related: [],
		mentions,
		documents,
	};
}
