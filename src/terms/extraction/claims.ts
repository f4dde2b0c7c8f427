import { makeStepTest, type Steps } from '../../base/steps.ts';
import type { Range } from '../../text/range.ts';
import type { Token } from '../../text/tokenise.ts';
import type { ClaimFinding, NameFinding } from '../findings.ts';
import { claimVerbs, hedgeOfVerb, hedgeWords } from './claimWords.ts';
import { caseOf, findTokenAt, type Reading } from './reading.ts';
import { isSaying } from './sayingVerbs.ts';
import { beforeBrackets, isMeasure } from './speakerPhrases.ts';
import { Speakers } from './speakers.ts';
import { speechWords } from './speechAbroad.ts';

/** A quotation that opens in one sentence and is attributed in a later one goes back at most so many sentences. */
const maxQuotedSentences = 12;

/**
 * The sentences in which somebody says something, in order, with who says it: `X says/argues/estimates`, `says X`, `according to X`, and pull
 * quotes. A quotation over several sentences is one claim from its opening mark to its attribution. `he` and `she` are the person last named as
 * somebody who does something; a family name gives the full name that the document has for it. `speaker` is null where nobody is named.
 */
export function* findClaims(reading: Reading, names: readonly NameFinding[]): Steps<ClaimFinding[]> {
	const isStepDue = makeStepTest();
	const speakers = new Speakers(reading, names);
	const claims: ClaimFinding[] = reading.quotes.map((quote) => ({
		start: quote.start,
		end: quote.end,
		speaker: quote.speaker,
		verb: 'quoted',
		hedge: null,
	}));
	for (let at = 0; at < reading.sentences.length; at++) {
		const claim = readSentence(reading, speakers, at);
		speakers.heard(at, claim?.speaker ?? null);
		if (isStepDue(reading.sentences[at]?.start ?? 0)) {
			yield;
		}
		if (claim !== undefined) {
			claims.push(claim);
		}
	}
	return claims.sort((a, b) => a.start - b.start);
}

function readSentence(reading: Reading, speakers: Speakers, index: number): ClaimFinding | undefined {
	const { tokens, text } = reading;
	const sentence = reading.sentences[index] as Range;
	const from = reading.firstTokens[index] ?? 0;
	const to = reading.firstTokens[index + 1] ?? from;
	let hedge: string | null = null;
	let anonymous: string | undefined;
	const source = readSourceAhead(reading, speakers, index, from, to);
	if (source !== undefined) {
		return { ...sentence, ...source, hedge: findHedge(reading, from, to) };
	}
	for (let at = from; at < to; at++) {
		const token = tokens[at] as Token;
		const word = token.folded;
		if (word === 'according' && tokens[at + 1]?.folded === 'to' && at + 2 < to) {
			if (isMeasure(reading, from, at)) {
				continue;
			}
			return { ...sentence, speaker: speakers.speakerFrom(at + 2, to), verb: 'according to', hedge: hedge ?? findHedge(reading, from, to) };
		}
		hedge ??= hedgeAt(reading, from, at, to);
		const passive = readPassive(reading, speakers, index, from, at, to);
		if (passive !== undefined) {
			return { ...sentence, speaker: passive, verb: word, hedge: hedgeOfVerb.get(word) ?? hedge };
		}
		if (!claimVerbs.has(word) || caseOf(text, token) !== 'small' || !isSaying(reading, from, at, to) || isUnsaid(reading, from, at)) {
			continue;
		}
		const speaker =
			speakers.speakerBehind(from, at, to) ?? (isRelative(reading, from, at, to) ? undefined : speakers.speakerOf(index, from, at, to));
		if (speaker === undefined) {
			anonymous ??= isPassive(tokens, from, at) ? word : undefined;
			continue;
		}
		const own = hedgeOfVerb.get(word) ?? hedge;
		const start = findQuotationStart(reading, index, token.start);
		return { start, end: sentence.end, speaker: speaker.name, verb: word, hedge: own };
	}
	if (anonymous !== undefined || hedge !== null) {
		return { ...sentence, speaker: null, verb: anonymous ?? hedge ?? '', hedge: hedge ?? hedgeOfVerb.get(anonymous ?? '') ?? null };
	}
	return undefined;
}

/** `The board was told by Ann Lee that …`, `Ann Lee was quoted as saying …`: who says it, told in the passive. */
function readPassive(
	{ text, tokens }: Reading,
	speakers: Speakers,
	index: number,
	from: number,
	at: number,
	to: number,
): string | undefined {
	const [before, token] = [tokens[at - 1], tokens[at] as Token];
	if (at <= from || before === undefined || !/^(?:is|are|was|were|been|be)$/.test(before.folded)) {
		return undefined;
	}
	const behind = text.slice(token.end, token.end + 80);
	if (token.folded === 'quoted' && /^\s(?:by\s[^,.;:]{1,50}\s)?as\ssaying\s/.test(behind)) {
		return speakers.speakerOf(index, from, at - 1, to)?.name ?? undefined;
	}
	return claimVerbs.has(token.folded) && /^\sby\s[^,.;:()]{1,50}\sthat\s/.test(behind)
		? (speakers.speakerFrom(at + 2, to) ?? undefined)
		: undefined;
}

/** `Per the ministry, …`, `In the words of Kim, …`, `As Kim put it, …`: who says the sentence, told at its start. */
function readSourceAhead(
	{ text, tokens, language }: Reading,
	speakers: Speakers,
	index: number,
	from: number,
	to: number,
): { readonly speaker: string | null; readonly verb: string } | undefined {
	// `Per rifiuto si intende …`
	if (speechWords.has(language ?? '')) {
		return undefined;
	}
	const start = tokens[from]?.start ?? 0;
	const opening = text.slice(start, start + 120);
	const lead = /^(?:Per|In the words of|In the view of|In the opinion of)\s(?=\S)/.exec(opening)?.[0];
	if (lead !== undefined && opening.includes(',')) {
		const speaker = speakers.speakerFrom(findTokenAt(tokens, start + lead.length), to);
		return speaker === null ? undefined : { speaker, verb: lead.trim().toLowerCase() };
	}
	const put = /^As\s([^,.;:]{2,60}?)\s(puts?)\sit\b/.exec(opening);
	if (put === null) {
		return undefined;
	}
	const verb = findTokenAt(tokens, start + put[0].length) - 2;
	return { speaker: speakers.speakerOf(index, from + 1, verb, to)?.name ?? null, verb: put[2] ?? '' };
}

/**
 * `a message that Ruiz refutes`, `fires that the Fire Marshal’s Office documented`: the sentence tells of something that somebody says, it is not said by
 * them. Not behind a comma or a quotation mark, which ends the clause: `a plan that ruins the town, Ruiz said`.
 */
function isRelative(reading: Reading, from: number, verb: number, to: number): boolean {
	const { text, tokens } = reading;
	const subject = beforeBrackets(reading, from, verb - 1) ?? verb - 1;
	const nearest = verb === to - 1 ? subject + 1 - maxRelative : subject - 3;
	// `a message that Ruiz, a nurse, refutes`
	const isApposed = text.slice(tokens[verb - 1]?.end, tokens[verb]?.start).includes(',');
	const ending = isApposed ? /[”"»]/ : /[,;”"»]/;
	for (let at = subject - 1; at >= Math.max(from + 1, nearest); at--) {
		const word = tokens[at]?.folded ?? '';
		if (ending.test(text.slice(tokens[at]?.end, tokens[at + 1]?.start))) {
			return false;
		}
		if (/^(?:that|which|what|whom)$/.test(word)) {
			return at >= subject - 3 || !claimVerbs.has(tokens[at - 1]?.folded ?? '');
		}
	}
	return false;
}

/**
 * `If Ann Lee said so`, `asked whether the trust claimed it`, `neither Lee nor Holm said`, `nobody at the trust said`, `Lee never said`: no telling of
 * theirs.
 */
function isUnsaid({ text, tokens }: Reading, from: number, verb: number): boolean {
	for (let at = verb - 1; at >= Math.max(from, verb - maxRelative); at--) {
		const word = tokens[at]?.folded ?? '';
		if (/[^\s'’.-]/.test(text.slice(tokens[at]?.end, tokens[at + 1]?.start)) || /^(?:is|are|was|were|be|been|it|he|she|they)$/.test(word)) {
			return false;
		}
		if (
			/^(?:if|whether|unless|nor|nobody|none|never|rarely|seldom|hardly)$/.test(word) ||
			(at === from && /^(?:had|no|neither)$/.test(word))
		) {
			return true;
		}
	}
	return false;
}

/** A clause begins at most so many words before its verb. */
const maxRelative = 8;

/** `it is estimated`, `are said to`, `it was announced that`; not `were rejected`, `is added to it`: what is done to somebody or something. */
function isPassive(tokens: readonly Token[], from: number, verb: number): boolean {
	const before = tokens[verb - 1]?.folded ?? '';
	const isSaid = saidOfSomebody.test(tokens[verb]?.folded ?? '') || tokens[verb + 1]?.folded === 'that';
	return verb > from && /^(?:is|are|was|were|been|be)$/.test(before) && isSaid;
}

/** Verbs of saying that in the passive tell what is said of somebody or something; and `there were reports`. */
const saidOfSomebody = /^(?:said|alleged|claimed|believed|estimated|reported|reports|predicted|accused)$/;

function findHedge(reading: Reading, from: number, to: number): string | null {
	for (let at = from; at < to; at++) {
		const hedge = hedgeAt(reading, from, at, to);
		if (hedge !== null) {
			return hedge;
		}
	}
	return null;
}

/** What a word says of how sure the sentence is. `They were denied entry` and `They denied him entry` deny nothing. */
function hedgeAt(reading: Reading, from: number, at: number, to: number): string | null {
	const { tokens } = reading;
	const hedge = hedgeWords.get(tokens[at]?.folded ?? '') ?? null;
	if (hedge !== 'denied') {
		return hedge;
	}
	const isPassive = /^(?:is|are|was|were|been|being|be)$/.test(tokens[at - 1]?.folded ?? '');
	const next = isPassive && at + 1 < to ? (tokens[at + 1]?.folded ?? '') : '';
	const isRefused = isPassive ? next !== '' && !/^(?:that|by|and|but|in|on|at)$/.test(next) : !isSaying(reading, from, at, to);
	return isRefused ? null : hedge;
}

/** Where the quotation begins that is attributed here: this sentence's start, or that of the sentence in which the mark was opened. */
function findQuotationStart(reading: Reading, index: number, verb: number): number {
	const { text, sentences } = reading;
	const sentence = sentences[index] as Range;
	const before = text.slice(sentence.start, verb);
	if (!closesMore(before)) {
		return sentence.start;
	}
	for (let at = index - 1; at >= 0 && index - at <= maxQuotedSentences; at--) {
		const earlier = sentences[at] as Range;
		if (text.slice(earlier.end, sentences[at + 1]?.start).includes('\n\n')) {
			break;
		}
		const words = text.slice(earlier.start, earlier.end);
		if (words.includes('“') && words.lastIndexOf('“') > words.lastIndexOf('”')) {
			// A mark inside the sentence opens behind its own words: then the whole sentence belongs to the claim.
			return earlier.start;
		}
		if (words.includes('”')) {
			break;
		}
	}
	return sentence.start;
}

/** Whether a closing mark stands here that was opened in an earlier sentence. */
function closesMore(words: string): boolean {
	const close = words.indexOf('”');
	const open = words.indexOf('“');
	return close >= 0 && (open < 0 || close < open);
}
