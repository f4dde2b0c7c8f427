import { makeStepTest, type Steps } from '../../base/steps.ts';
import type { Range } from '../../text/range.ts';
import type { Token } from '../../text/tokenise.ts';
import type { ClaimFinding, NameFinding } from '../findings.ts';
import { claimVerbs, hedgeOfVerb, hedgeWords } from './claimWords.ts';
import { caseOf, findTokenAt, type Reading } from './reading.ts';
import { beforeBrackets } from './speakerPhrases.ts';
import { Speakers } from './speakers.ts';

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
		return { ...sentence, ...source, hedge: findHedge(tokens, from, to) };
	}
	for (let at = from; at < to; at++) {
		const token = tokens[at] as Token;
		const word = token.folded;
		if (word === 'according' && tokens[at + 1]?.folded === 'to' && at + 2 < to) {
			return { ...sentence, speaker: speakers.speakerFrom(at + 2, to), verb: 'according to', hedge: hedge ?? findHedge(tokens, from, to) };
		}
		hedge ??= hedgeAt(tokens, at, to);
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

/** `The fire claimed 14 lives`, `She claimed asylum`: what is taken, or asked for. */
const takes =
	/^\s(?:(?:(?!that\s|[“"])\S{1,20}\s){0,4}(?:lives|life|victims?)(?=[.,;]|\s(?:of|in|on|at|and|before|during|when|last|this|since)\s|$)|(?:asylum|benefits|compensation)(?!\p{L}))/u;

/** `“It failed,” she`, `The plan failed, the council`; not `After lunch, the hearing`, nor `by law, trials were`. */
function isBehindClause(before: string, opening: string): boolean {
	return (
		/[,.!?…]["”’»]/u.test(before) ||
		(/,\s[^,]{1,60}$/.test(before) &&
			!/\b(?:be|been|being|is|are|was|were)\s$/.test(before) &&
			!/^(?:after|before|at|on|in|when|once|as|with|by|during|today|yesterday|then|finally|meanwhile|last|this|late|early)$/.test(opening))
	);
}

/** `called on the police`, `expect that it`: of verbs that mean other things as well, what must stand behind them. */
function isSaying({ text, tokens }: Reading, from: number, at: number, to: number): boolean {
	const next = at + 1 < to ? (tokens[at + 1]?.folded ?? '') : '';
	switch (tokens[at]?.folded) {
		case 'claim':
		case 'claims':
		case 'claimed':
			return (
				!(tokens[at]?.folded === 'claims' && /^(?:is|are|was|were|have|had|of|and|or|in|from|by|on)$/.test(next)) &&
				!takes.test(text.slice(tokens[at]?.end, tokens[to - 1]?.end).slice(0, 80))
			);
		case 'observe':
		case 'observes':
		case 'observed': {
			// `observed voting in four precincts`: they saw it.
			const start = tokens[at]?.start ?? 0;
			return (
				/^(?:that|how|to|)$/.test(next) || /[“”"]/.test(text.slice(start - 3, start) + text.slice(tokens[at]?.end, tokens[at + 1]?.start))
			);
		}
		case 'call':
		case 'called':
			return next === 'on' || next === 'for';
		case 'expect':
		case 'expects':
		case 'expected':
		case 'found':
		case 'finds':
		case 'show':
		case 'shows':
		case 'showed':
		case 'document':
			return next !== 'to' && next !== 'in' && next !== 'at' && next !== 'guilty' && next !== 'up' && next !== 'a';
		case 'conclude':
		case 'concludes':
		case 'concluded':
			// `the hearing concluded at ten`: it ended.
			return next === ''
				? isBehindClause(text.slice(tokens[from]?.start, tokens[at]?.start).slice(-maxWritten), tokens[from]?.folded ?? '')
				: !/^(?:at|in|on|with|by|after|before|without|an?|its|their|his|her|yesterday|today)$/.test(next);
		case 'write':
		case 'writes':
		case 'wrote':
			return isWritten(text.slice(tokens[from]?.start, tokens[at]?.start), text.slice(tokens[at]?.end, tokens[to - 1]?.end));
		case 'report':
		case 'notes':
		case 'reports':
		case 'estimates':
			return !/^(?:is|are|was|were|have|had|of|and|or|in|from|by|on)$/.test(next);
		default:
			return true;
	}
}

/**
 * Whether what is written is told, before the verb or behind it: `wrote that it is low`, `wrote: “…”`, `“…,” she wrote last week`. `wrote poems` and
 * `wrote “The River” in May` tell only that somebody writes.
 */
function isWritten(before: string, behind: string): boolean {
	return (
		/[,.!?…]["”’»]|["”’»],/u.test(before.slice(-maxWritten)) ||
		(behind === '' && before.includes(',')) ||
		/^(?:\s(?:that|in|on|how|why|he|she|they|we|there)\s|[,:]\s|\s["“«][^"”»]{1,200}[,.!?…]["”»])/u.test(behind.slice(0, maxWritten))
	);
}

const maxWritten = 300;

/** `Per the ministry, …`, `In the words of Kim, …`, `As Kim put it, …`: who says the sentence, told at its start. */
function readSourceAhead(
	{ text, tokens }: Reading,
	speakers: Speakers,
	index: number,
	from: number,
	to: number,
): { readonly speaker: string | null; readonly verb: string } | undefined {
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

/** `If Ann Lee said so`, `asked whether the trust claimed it`, `neither Lee nor Holm said`, `nobody at the trust said`: no telling of theirs. */
function isUnsaid({ text, tokens }: Reading, from: number, verb: number): boolean {
	for (let at = verb - 1; at >= Math.max(from, verb - maxRelative); at--) {
		const word = tokens[at]?.folded ?? '';
		if (/[^\s'’.-]/.test(text.slice(tokens[at]?.end, tokens[at + 1]?.start)) || /^(?:is|are|was|were|be|been|it|he|she|they)$/.test(word)) {
			return false;
		}
		if (/^(?:if|whether|unless|nor|nobody|none)$/.test(word) || (at === from && /^(?:had|no|neither)$/.test(word))) {
			return true;
		}
	}
	return false;
}

/** A clause begins at most so many words before its verb. */
const maxRelative = 8;

/** `it is estimated`, `are said to`, `was alleged`; not `were rejected`, `cannot be told`: what is done to somebody or something. */
function isPassive(tokens: readonly Token[], from: number, verb: number): boolean {
	const before = tokens[verb - 1]?.folded ?? '';
	return verb > from && /^(?:is|are|was|were|been|be)$/.test(before) && !doneTo.test(tokens[verb]?.folded ?? '');
}

/** Verbs of saying that in the passive tell what somebody or something undergoes. */
const doneTo =
	/^(?:told|asked|rejected|denied|called|found|shown|showed|documented|observed|recalled|ruled|urged|stressed|demanded|warned|cautioned)$/;

function findHedge(tokens: readonly Token[], from: number, to: number): string | null {
	for (let at = from; at < to; at++) {
		const hedge = hedgeAt(tokens, at, to);
		if (hedge !== null) {
			return hedge;
		}
	}
	return null;
}

/** What a word says of how sure the sentence is. `They were denied entry` denies nothing. */
function hedgeAt(tokens: readonly Token[], at: number, to: number): string | null {
	const word = tokens[at]?.folded ?? '';
	const isRefused = word === 'denied' && /^(?:is|are|was|were|been|being|be)$/.test(tokens[at - 1]?.folded ?? '');
	const next = isRefused && at + 1 < to ? (tokens[at + 1]?.folded ?? '') : '';
	return next !== '' && !/^(?:that|by|and|but|in|on|at)$/.test(next) ? null : (hedgeWords.get(word) ?? null);
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
