import { makeStepTest, type Steps } from '../../base/steps.ts';
import { findLastAtOrBefore, type Range } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import type { ClaimFinding, NameFinding } from '../findings.ts';
import { isAdverb, isTimeWord } from '../wordLists.ts';
import { claimVerbs, hedgeOfVerb, hedgeWords, isSpeakingNoun } from './claimWords.ts';
import { roles, titles } from './nameLists.ts';
import { caseOf, findTokenAt, type Reading } from './reading.ts';

/** A quotation that opens in one sentence and is attributed in a later one goes back at most so many sentences. */
const maxQuotedSentences = 12;

/** `she says` is looked up in at most so many sentences before. */
const maxSentencesBack = 6;

/**
 * The sentences in which somebody says something, in order, with who says it: `X says/argues/estimates`, `says X`, `according to X`, and pull
 * quotes. A quotation over several sentences is one claim from its opening mark to its attribution. `he` and `she` are the person last named as
 * somebody who does something; a family name gives the full name that the document has for it. `speaker` is null where nobody is named.
 */
export function* findClaims(reading: Reading, names: readonly NameFinding[]): Steps<ClaimFinding[]> {
	const isStepDue = makeStepTest();
	const people = new People(reading, names);
	const claims: ClaimFinding[] = reading.quotes.map((quote) => ({
		start: quote.start,
		end: quote.end,
		speaker: quote.speaker,
		verb: 'quoted',
		hedge: null,
	}));
	for (let at = 0; at < reading.sentences.length; at++) {
		const claim = readSentence(reading, people, at);
		if (isStepDue(reading.sentences[at]?.start ?? 0)) {
			yield;
		}
		if (claim !== undefined) {
			claims.push(claim);
		}
	}
	return claims.sort((a, b) => a.start - b.start);
}

function readSentence(reading: Reading, people: People, index: number): ClaimFinding | undefined {
	const { tokens, text } = reading;
	const sentence = reading.sentences[index] as Range;
	const from = reading.firstTokens[index] ?? 0;
	const to = reading.firstTokens[index + 1] ?? from;
	let hedge: string | null = null;
	let anonymous: string | undefined;
	const source = readSourceAhead(reading, people, index, from, to);
	if (source !== undefined) {
		return { ...sentence, ...source, hedge: findHedge(tokens, from, to) };
	}
	for (let at = from; at < to; at++) {
		const token = tokens[at] as Token;
		const word = token.folded;
		if (word === 'according' && tokens[at + 1]?.folded === 'to' && at + 2 < to) {
			return { ...sentence, speaker: people.speakerFrom(at + 2, to), verb: 'according to', hedge: hedge ?? findHedge(tokens, from, to) };
		}
		hedge ??= hedgeAt(tokens, at, to);
		if (!claimVerbs.has(word) || caseOf(text, token) !== 'small' || !isSaying(reading, from, at, to)) {
			continue;
		}
		const speaker = isRelative(reading, from, at, to) ? undefined : people.speakerOf(index, from, at, to);
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
		case 'claims':
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
	people: People,
	index: number,
	from: number,
	to: number,
): { readonly speaker: string | null; readonly verb: string } | undefined {
	const start = tokens[from]?.start ?? 0;
	const opening = text.slice(start, start + 120);
	const lead = /^(?:Per|In the words of|In the view of|In the opinion of)\s(?=\S)/.exec(opening)?.[0];
	if (lead !== undefined && opening.includes(',')) {
		const speaker = people.speakerFrom(findTokenAt(tokens, start + lead.length), to);
		return speaker === null ? undefined : { speaker, verb: lead.trim().toLowerCase() };
	}
	const put = /^As\s([^,.;:]{2,60}?)\s(puts?)\sit\b/.exec(opening);
	if (put === null) {
		return undefined;
	}
	const verb = findTokenAt(tokens, start + put[0].length) - 2;
	return { speaker: people.speakerOf(index, from + 1, verb, to)?.name ?? null, verb: put[2] ?? '' };
}

/**
 * `a message that Ruiz refutes`, `fires that the Fire Marshal’s Office documented`: the sentence tells of something that somebody says, it is not said by
 * them. Not behind a comma or a quotation mark, which ends the clause: `a plan that ruins the town, Ruiz said`.
 */
function isRelative({ text, tokens }: Reading, from: number, verb: number, to: number): boolean {
	const nearest = verb === to - 1 ? verb - maxRelative : verb - 4;
	// `a message that Ruiz, a nurse, refutes`
	const isApposed = text.slice(tokens[verb - 1]?.end, tokens[verb]?.start).includes(',');
	const ending = isApposed ? /[”"»]/ : /[,;”"»]/;
	for (let at = verb - 2; at >= Math.max(from + 1, nearest); at--) {
		const word = tokens[at]?.folded ?? '';
		if (ending.test(text.slice(tokens[at]?.end, tokens[at + 1]?.start))) {
			return false;
		}
		if (/^(?:that|which|what|whom)$/.test(word)) {
			return at >= verb - 4 || !claimVerbs.has(tokens[at - 1]?.folded ?? '');
		}
	}
	return false;
}

/** So many words before a verb that ends the sentence the clause may begin that it closes. */
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

/** Who is named in the document, and who `she` is. */
class People {
	readonly #reading: Reading;
	readonly #names: readonly NameFinding[];
	readonly #fullNames = new Map<string, string | undefined>();

	constructor(reading: Reading, names: readonly NameFinding[]) {
		this.#reading = reading;
		this.#names = names;
		const people = names.filter((name) => name.kind === 'person').map((name) => name.text);
		for (const full of [...people, ...reading.quotes.flatMap((quote) => quote.speaker ?? [])]) {
			const words = full.split(/\s+/);
			if (words.length < 2) {
				continue;
			}
			for (const part of new Set([words[0] ?? '', words.at(-1) ?? ''])) {
				const known = this.#fullNames.get(part);
				this.#fullNames.set(part, this.#fullNames.has(part) && known !== full ? undefined : full);
			}
		}
	}

	/** Who stands behind `according to`: a name within the next words, else the words up to a mark. */
	speakerFrom(at: number, to: number): string | null {
		const { tokens, text } = this.#reading;
		const first = tokens[at];
		if (first === undefined) {
			return null;
		}
		const limit = Math.min(to, at + 8);
		// The full stop of `Dr.` ends nothing.
		const isShortTitle = titles.has(first.folded) && text[first.end] === '.';
		const afterTitle = isShortTitle ? first.end + 1 : first.start;
		for (let index = findLastAtOrBefore(this.#names, (tokens[limit - 1] as Token).start); index >= 0; index--) {
			const candidate = this.#names[index] as NameFinding;
			if (candidate.start < first.start) {
				break;
			}
			if (!/[,;.]/.test(text.slice(afterTitle, candidate.start))) {
				const earlier = this.#names[index - 1];
				if (earlier === undefined || earlier.start < first.start) {
					return this.#fullName(candidate.text);
				}
			}
		}
		const titled = this.#nameBehindRole(at, limit);
		if (titled !== undefined) {
			return titled;
		}
		if (isShortTitle) {
			return null;
		}
		let end = first.end;
		for (let next = at + 1; next < limit && /^[\s'’-]+$/.test(text.slice(end, tokens[next]?.start)); next++) {
			end = (tokens[next] as Token).end;
		}
		const words = text.slice(first.start, end).replace(/\s+/g, ' ');
		return isContentWord(first.folded) || /^(?:the|a|an|one|some|its|their)\b/i.test(words) ? withoutTail(words) : null;
	}

	/** Who says what the verb at `verb` introduces; `undefined` where that is no claim of somebody. */
	speakerOf(index: number, from: number, verb: number, to: number): { readonly name: string | null } | undefined {
		const { tokens, text } = this.#reading;
		const verbToken = tokens[verb] as Token;
		// `“…,” says Ruiz.`
		const isBehindQuote = /[”"’»]\s*$/.test(text.slice(verbToken.start - 3, verbToken.start));
		const next = tokens[verb + 1];
		if (isBehindQuote && next !== undefined && verb + 1 < to) {
			const name = this.#nameAt(next.start);
			return { name: name ?? (isPronoun(next.folded) ? this.#lastPerson(index, verbToken.start) : this.speakerFrom(verb + 1, to)) };
		}
		let before = verb - 1;
		while (
			before > from &&
			/^(?:also|has|have|had|then|later|further|often|previously|recently|repeatedly|once|still|now|who)$/.test(
				tokens[before]?.folded ?? '',
			)
		) {
			before--;
		}
		const subject = tokens[before];
		if (before < from || subject === undefined || !/^[\s,]+$/.test(text.slice(subject.end, tokens[before + 1]?.start))) {
			return undefined;
		}
		if (isPronoun(subject.folded)) {
			return { name: this.#lastPerson(index, subject.start) };
		}
		const clause = this.#clauseAround(from, before, verbToken.start);
		if (clause !== undefined) {
			const owner = this.#nameEndingAt((tokens[clause] as Token).end);
			return owner === undefined ? this.#nounBefore(from, clause) : { name: owner };
		}
		const name =
			this.#nameBeforeClause(from, subject.end, verbToken.start) ??
			this.#namePlacedBy(from, subject.end) ??
			this.#nameEndingAt(subject.end);
		if (name !== undefined) {
			return { name: this.#withPartner(from, subject.end, name) };
		}
		return /,/.test(text.slice(subject.end, verbToken.start))
			? undefined
			: this.#nounBefore(from, before, plainlySaying.has(verbToken.folded));
	}

	/** `Maria Lopez, who leads the Water Trust, said`: the name at the start of the sentence, if a clause between commas stands behind it. */
	#nameBeforeClause(from: number, end: number, verb: number): string | undefined {
		const { tokens, text } = this.#reading;
		if (!/^,\s/.test(text.slice(end, verb))) {
			return undefined;
		}
		const isLead = (folded: string) => folded === 'the' || titles.has(folded);
		const first = isLead(tokens[from]?.folded ?? '') && (tokens[from + 1]?.start ?? end) < end ? from + 1 : from;
		const name = this.#names[findLastAtOrBefore(this.#names, tokens[first]?.start ?? 0)];
		if (name === undefined || name.start > (tokens[first]?.start ?? 0) || name.start < (tokens[from]?.start ?? 0) || name.end >= end) {
			return undefined;
		}
		const clause = text.slice(name.end, end);
		const isClause =
			/^,\s[^,;:.]{1,120}$/.test(clause) && (/^,\s(?:who|which|an?|the|whose|\d)\b/.test(clause) || this.#isRoleNear(name.end, end));
		return isClause ? this.#fullName(name.text) : undefined;
	}

	/**
	 * `The company, owned by Harbour Capital, denied it`: the token before the clause between commas that ends before the verb, if the clause begins
	 * with a participle; whom it names does not speak.
	 */
	#clauseAround(from: number, last: number, verb: number): number | undefined {
		const { tokens, text } = this.#reading;
		if (!/^,\s/.test(text.slice((tokens[last] as Token).end, verb))) {
			return undefined;
		}
		for (let at = last; at > from && last - at < 12; at--) {
			const gap = text.slice((tokens[at - 1] as Token).end, (tokens[at] as Token).start);
			if (gap === ', ') {
				return /^(?:\p{Ll}{3,}(?:ed|ing)|led|run|held|built|set\sup)\s(?:by|in|on|at|to|for|from|with|as)\s/u.test(
					text.slice((tokens[at] as Token).start, verb),
				)
					? at - 1
					: undefined;
			}
			if (/[,;:()“”"]/.test(gap)) {
				return undefined;
			}
		}
		return undefined;
	}

	/** `, deputy head of the trust`: whether one of the next four words says what somebody is, all of them small. */
	#isRoleNear(offset: number, end: number): boolean {
		const { tokens, text } = this.#reading;
		const first = findTokenAt(tokens, offset);
		for (let at = first; at < first + 4; at++) {
			const token = tokens[at];
			if (token === undefined || token.start >= end || caseOf(text, token) !== 'small') {
				return false;
			}
			if (roles.has(token.folded) || titles.has(token.folded)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * `Ann Lee of the Water Trust said`, `the operator of the Orrin Dam denied`: the last name only tells whose or where the speaker is. Then the
	 * person, or the words from the noun on, is who speaks; `undefined` where the name that ends here speaks itself.
	 */
	#namePlacedBy(from: number, end: number): string | undefined {
		const { tokens, text } = this.#reading;
		const own = this.#names[findLastAtOrBefore(this.#names, end - 1)];
		if (own === undefined || own.end !== end) {
			return undefined;
		}
		let joint = findTokenAt(tokens, own.start) - 1;
		if (tokens[joint]?.folded === 'the') {
			joint--;
		}
		const [noun, preposition] = [tokens[joint - 1], tokens[joint]];
		if (
			joint <= from ||
			noun === undefined ||
			preposition === undefined ||
			!/^(?:of|at|in|on|from|for)$/.test(preposition.folded) ||
			!/^\s(?:\S+\s){1,2}$/.test(text.slice(preposition.start - 1, own.start))
		) {
			return undefined;
		}
		const owner = this.#names[findLastAtOrBefore(this.#names, preposition.start)];
		const gap = owner === undefined ? '' : text.slice(owner.end, preposition.start);
		if (owner !== undefined && owner !== own && owner.start >= (tokens[from]?.start ?? 0) && /^\s(?:\([^()\s]{1,12}\)\s)?$/.test(gap)) {
			return owner.kind === 'person' || gap.length > 1 ? this.#fullName(owner.text) : text.slice(owner.start, end).replace(/\s+/g, ' ');
		}
		// `A man in Porto claimed`: a place does not speak.
		const isOfPlace = own.kind === 'place' && /^(?:in|at|on|from)$/.test(preposition.folded) && isContentWord(noun.folded);
		// `Nurses on the Skerries say`: many, with whom the sentence begins.
		const areMany = joint - 1 === from && own.kind !== 'person' && /[^s]s$/.test(noun.folded) && isContentWord(noun.folded);
		const isSomebody = isOfPlace || areMany || roles.has(noun.folded) || (preposition.folded !== 'from' && isSpeakingNoun(noun.folded));
		return isSomebody && !noun.folded.startsWith('spokes') && text.slice(noun.end, preposition.start) === ' '
			? text.slice(noun.start, end).replace(/\s+/g, ' ')
			: undefined;
	}

	/**
	 * `The U.S. government estimates`, `advocates say`: the words before the verb, back to the start of the clause. Before verbs that only somebody does
	 * any noun with its article speaks: `the chair said`.
	 */
	#nounBefore(from: number, last: number, isSaid = false): { readonly name: string | null } | undefined {
		const { tokens, text } = this.#reading;
		const noun = tokens[last]?.folded ?? '';
		if (!isSpeakingNoun(noun) && !(isSaid && isContentWord(noun) && !isTimeWord(noun) && !isAdverb(noun))) {
			return undefined;
		}
		let first = last;
		while (
			first > from &&
			last - first < 5 &&
			/^(?:[\s-]|\. ?)$/.test(text.slice(tokens[first - 1]?.end, tokens[first]?.start)) &&
			(isContentWord(tokens[first - 1]?.folded ?? '') || /^[a-z]$/.test(tokens[first - 1]?.folded ?? ''))
		) {
			first--;
		}
		const isLed = leadsSomebody.has(tokens[first]?.folded ?? '') || (first > from && leadsSomebody.has(tokens[first - 1]?.folded ?? ''));
		if (!isSpeakingNoun(noun) && !roles.has(noun) && !isLed) {
			return undefined;
		}
		return { name: text.slice(tokens[first]?.start, tokens[last]?.end).replace(/\s+/g, ' ') };
	}

	/** `says its president, José Juárez`: who the role's bearer is. */
	#nameBehindRole(at: number, limit: number): string | undefined {
		const { tokens, text } = this.#reading;
		for (let next = at + 1; next < limit; next++) {
			const before = tokens[next - 1] as Token;
			const gap = text.slice(before.end, tokens[next]?.start);
			if (gap === ', ' && (roles.has(before.folded) || titles.has(before.folded))) {
				return this.#nameAt(tokens[next]?.start ?? 0);
			}
			if (gap !== ' ' && gap !== '-') {
				return undefined;
			}
		}
		return undefined;
	}

	/** `John Smith and Mary Smith argue`: two people, where the sentence begins with the first; elsewhere he may have another part in it. */
	#withPartner(from: number, end: number, name: string): string {
		const { tokens, text } = this.#reading;
		const at = findLastAtOrBefore(this.#names, end - 1);
		const [own, other] = [this.#names[at], this.#names[at - 1]];
		const isPair =
			own !== undefined &&
			other !== undefined &&
			own.kind === 'person' &&
			other.kind === 'person' &&
			other.start === tokens[from]?.start &&
			/^\s(?:and|&)\s$/.test(text.slice(other.end, own.start));
		return isPair ? `${this.#fullName(other.text)} and ${name}` : name;
	}

	#nameAt(start: number): string | undefined {
		const name = this.#names[findLastAtOrBefore(this.#names, start)];
		return name !== undefined && name.start <= start && start < name.end ? this.#fullName(name.text) : undefined;
	}

	#nameEndingAt(end: number): string | undefined {
		const name = this.#names[findLastAtOrBefore(this.#names, end - 1)];
		// `the Secretary-General`: a part of a word is nobody.
		return name !== undefined && name.end === end && !/[-‐‑]/.test(this.#reading.text[name.start - 1] ?? '')
			? this.#fullName(name.text)
			: undefined;
	}

	#fullName(name: string): string {
		return this.#fullNames.get(name) ?? name.replace(/\s+/g, ' ');
	}

	/** The person last named before the offset in this paragraph as somebody who does something. Two in the same sentence leave it open. */
	#lastPerson(index: number, offset: number): string | null {
		const { text, sentences, tokens } = this.#reading;
		const earliest = sentences[Math.max(0, index - maxSentencesBack)]?.start ?? 0;
		const paragraph = earliest + text.slice(earliest, offset).lastIndexOf('\n\n');
		for (let at = findLastAtOrBefore(this.#names, offset - 1); at >= 0; at--) {
			const name = this.#names[at] as NameFinding;
			if (name.start < earliest || (paragraph >= earliest && name.end <= paragraph)) {
				break;
			}
			if (name.kind !== 'person') {
				continue;
			}
			const next = tokens[findTokenAt(tokens, name.end)];
			const gap = next === undefined ? '' : text.slice(name.end, next.start);
			const acts =
				next !== undefined &&
				(gap === ' ' || (gap === ', ' && /^(?:who|an?|the)$/.test(next.folded))) &&
				caseOf(text, next) === 'small' &&
				!/^(?:and|or|of|for|in|on|at|with|to|from|by|as)$/.test(next.folded);
			if (acts) {
				return this.#fullName(name.text);
			}
		}
		return null;
	}
}

/** What only somebody does, or what somebody wrote. */
const plainlySaying: ReadonlySet<string> = new Set(
	'said says told tells argued argues denied denies insisted insists noted notes recalled recalls complained testified warned warns replied explained admitted claimed claims alleged alleges stressed urged'.split(
		' ',
	),
);

/** Words that stand before a noun that says something. */
const leadsSomebody: ReadonlySet<string> = new Set('the a an one another his her its their our my some many several two three'.split(' '));

function isPronoun(folded: string): boolean {
	return folded === 'he' || folded === 'she';
}

/** Words behind a name that are no part of who speaks: `the ministry website`. */
function withoutTail(words: string): string {
	return words.replace(
		/\s+(?:website|site|homepage|report|statement|spokesman|spokeswoman|spokesperson|data|figures|statistics|estimates)$/i,
		'',
	);
}
