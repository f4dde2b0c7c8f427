import { makeStepTest, type Steps } from '../../base/steps.ts';
import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import { isCompanyForm } from '../companyNames.ts';
import { isGivenBeforeFamily } from './easternNames.ts';
import { canConnect, isNameWord } from './nameConnectors.ts';
import {
	calendarWords,
	givenNames,
	honours,
	isHead,
	isKnownPlace,
	isPeople,
	lawEnds,
	leadingFamilyNames,
	roles,
	titles,
} from './nameLists.ts';
import { nameOpenings, trimStart } from './nameStarts.ts';
import { goesOnAfterPossessive, isNumberOfName, isPossessive, numbered } from './nameTails.ts';
import { caseOf, type Reading } from './reading.ts';
import { findRunInHeading, isTitleLine } from './titleLines.ts';

/** Words with capitals that may be one name: tokens from `first` to `last`, both in it. */
export interface NameRun {
	readonly first: number;
	readonly last: number;
	/** At the start of a sentence, where a capital proves nothing. */
	readonly isInitial: boolean;
	/** In a heading, or a line in which most words have capitals. */
	readonly isInTitle: boolean;
	/** A title stands before it (`Dr.`, `President`). */
	readonly hasTitle: boolean;
	/** The word before it is a capital article inside a sentence, which belongs to it (`The Hague`). */
	readonly hasArticle: boolean;
}

/** The longest name, in words: more is a headline. */
const maxRunWords = 12;

/**
 * The runs of capitals of a text, in order. Inside a run stand initials (`J. Edgar`), particles (`de`, `van der`), and behind the word for an
 * institution or law `of`, `for`, `on`, `and` (`Ministry of Gender Equality and Family`). Left out in front: `The`, titles, and words that
 * join (`But`); a run ends at a possessive, unless the name goes on with what such names end in (`Women’s Rights Project`).
 */
export function* findNameRuns(reading: Reading): Steps<NameRun[]> {
	const isStepDue = makeStepTest();
	const runs: NameRun[] = [];
	const { sentences, firstTokens, headings } = reading;
	let heading = 0;
	for (let sentence = 0; sentence < sentences.length; sentence++) {
		const from = firstTokens[sentence] ?? 0;
		const to = firstTokens[sentence + 1] ?? from;
		const start = sentences[sentence]?.start ?? 0;
		if (isStepDue(start)) {
			yield;
		}
		while (heading < headings.length && (headings[heading]?.end ?? 0) <= start) {
			heading++;
		}
		if (/^[-_–—]{3}/.test(reading.text.slice(start, start + 3))) {
			// `-----Original Message-----`
			continue;
		}
		const isHeading = (headings[heading]?.start ?? Number.POSITIVE_INFINITY) <= start;
		const isTitle = isHeading || isTitleLine(reading, from, to);
		const colon = isTitle ? from : findRunInHeading(reading, from, to);
		addRuns(reading, from, colon, true, runs);
		addRuns(reading, colon, to, isTitle, runs);
	}
	return runs;
}

function addRuns(reading: Reading, from: number, to: number, isInTitle: boolean, runs: NameRun[]): void {
	const { text, tokens } = reading;
	for (let at = from; at < to; ) {
		const token = tokens[at] as Token;
		if (!isNameWord(text, token) && !isArticleOfName(reading, at)) {
			at++;
			continue;
		}
		const own = findBeforeHonour(reading, at, findBeforeRole(reading, at, findRunEnd(reading, at, to)));
		const last = findOpponentEnd(reading, own, to) ?? own;
		const isInitial = at === from || isAfterOpening(text, token.start);
		const trimmed = trimStart(reading, at, last, isInitial, isInTitle);
		if (trimmed !== undefined && !isPartOfCompound(reading, trimmed.first, last)) {
			if (trimmed.first > at) {
				const before = findNameBeforeRole(reading, at, trimmed.first);
				if (before !== undefined) {
					runs.push({ ...before, isInitial: isInitial && before.first === at, isInTitle, hasTitle: false, hasArticle: false });
				}
			}
			const first = trimmed.first === at && !isInTitle ? findCodeBefore(reading, at) : trimmed.first;
			if (first < at && runs.at(-1)?.last === first) {
				runs.pop();
			}
			runs.push({ ...trimmed, first, last, isInTitle });
		}
		at = last + 1;
	}
}

/**
 * The name before what somebody is: `Seminole County` of `Seminole County Sheriff Don Eslinger`, `Pakistani` of `Pakistani Foreign Minister Jalil
 * Jilani`. What is neither an institution, a country nor a people is part of the office: `Press Secretary`.
 */
function findNameBeforeRole(
	reading: Reading,
	first: number,
	behind: number,
): { readonly first: number; readonly last: number } | undefined {
	const { tokens, text } = reading;
	let last = behind - 1;
	while (last >= first && isRole(tokens[last]?.folded ?? '')) {
		last--;
	}
	const hasRole = last < behind - 1;
	const from = calendarWords.has(tokens[first]?.folded ?? '') ? first + 1 : first;
	if (last > from && hasRole && isHead(tokens[last]?.folded ?? '')) {
		return { first: from, last };
	}
	for (let end = Math.min(last, first + 2); end >= first; end--) {
		const words = tokens.slice(first, end + 1).map((token) => token.folded);
		const isOne = words.length === 1;
		if (isKnownPlace(words.join(' ')) || (isOne && isPeople(words[0] ?? ''))) {
			return { first, last: end };
		}
	}
	const isAcronym = last === first && hasRole && caseOf(text, tokens[first] as Token) === 'capitals';
	return isAcronym && isContentWord(tokens[first]?.folded ?? '') ? { first, last } : undefined;
}

function isRole(word: string): boolean {
	return roles.has(word) || titles.has(word);
}

/** `U.S. Senator`, `Korean President`: behind a country or a people, what somebody is is no part of a name. */
function findBeforeRole({ tokens }: Reading, first: number, last: number): number {
	const role = tokens[last]?.folded ?? '';
	if (last === first || last - first > 3 || !isRole(role)) {
		return last;
	}
	const before = tokens.slice(first, last).map((token) => token.folded);
	return isKnownPlace(before.join(' ')) || (before.length === 1 && isPeople(before[0] ?? '')) ? last - 1 : last;
}

/** `Airedale Trust v Bland`: a case in court is named for both who stand in it. The last token of the second; `undefined` where there is none. */
function findOpponentEnd(reading: Reading, last: number, to: number): number | undefined {
	const { text, tokens } = reading;
	const [own, versus, opponent] = [tokens[last], tokens[last + 1], tokens[last + 2]];
	const isCase =
		own !== undefined &&
		versus?.folded === 'v' &&
		opponent !== undefined &&
		last + 2 < to &&
		text.slice(own.end, versus.start) === ' ' &&
		/^\.?\s$/.test(text.slice(versus.end, opponent.start)) &&
		text[versus.start] === 'v' &&
		isNameWord(text, opponent) &&
		isContentOrName(opponent);
	return isCase ? findRunEnd(reading, last + 2, to) : undefined;
}

/** `Ms Oyelaran QC`, `Dag Winther MP`: what somebody may write behind the name is no part of it. */
function findBeforeHonour({ text, tokens }: Reading, first: number, last: number): number {
	const honour = tokens[last];
	return honour !== undefined && last > first && honours.test(text.slice(honour.start, honour.end)) ? last - 1 : last;
}

/** Where a name begins that has a code or an ordinal before it: `F-94 Starfire`, `1st Infantry Division`. */
function findCodeBefore({ text, tokens }: Reading, first: number): number {
	const before = tokens[first - 1];
	if (before === undefined || text.slice(before.end, tokens[first]?.start) !== ' ') {
		return first;
	}
	const letters = tokens[first - 2];
	const isCode =
		letters !== undefined &&
		text.slice(letters.end, before.start) === '-' &&
		/^\d{1,4}$/.test(before.folded) &&
		/^\p{Lu}{1,3}$/u.test(text.slice(letters.start, letters.end));
	return isCode ? first - 2 : /^\d{1,3}(?:st|nd|rd|th)$/.test(before.folded) ? first - 1 : first;
}

/** The last token of the run that begins with `first`. */
function findRunEnd(reading: Reading, first: number, to: number): number {
	const { text, tokens } = reading;
	let last = first;
	let hasHead = isHead(tokens[first]?.folded ?? '');
	let hasConnector = false;
	while (last + 1 < to && last - first < maxRunWords) {
		const current = tokens[last] as Token;
		const next = tokens[last + 1] as Token;
		const isOwner = isPossessive(text, current);
		if (isOwner && !goesOnAfterPossessive(reading, first, last, to)) {
			break;
		}
		// Behind `Tenants' ` the apostrophe is no part of the word.
		const gap = text.slice(isOwner && /['’]/.test(text[current.end] ?? '') ? current.end + 1 : current.end, next.start);
		const isOpening = nameOpenings.has(next.folded) && last + 2 < to && isNameWord(text, tokens[last + 2] as Token);
		if (isBetweenPeople(reading, first, last, gap) || isListedLetter(text, current, next) || endsCompany(current, next, gap)) {
			break;
		}
		// `Bergline Ferries AS`, `Tidewell plc`
		const form = gap === ' ' ? text.slice(next.start, next.end) : '';
		const isForm = form === 'plc' || (last > first && form === 'AS' && caseOf(text, current) === 'capital');
		if (isForm || (isJoin(text, current, gap) && isNameWord(text, next) && (isContentOrName(next) || isOpening || gap === '&'))) {
			last++;
			hasHead ||= isHead(next.folded);
			continue;
		}
		if (/^[-‐‑]$/.test(gap) && isGivenBeforeFamily(reading, last) && last + 2 < to) {
			last += 2;
			continue;
		}
		if (/^[-‐‑]$/.test(gap) && last > first && isHyphenatedGivenName(reading, first, last + 1)) {
			last++;
			continue;
		}
		if (isHyphenatedParticle(reading, last + 1, to)) {
			last += 2;
			continue;
		}
		if (gap === '-' && last === first && isPrefixOfLaw(reading, first, to)) {
			last += 2;
			hasHead ||= isHead(tokens[last]?.folded ?? '');
			continue;
		}
		if (isNickname(reading, last, to)) {
			last += 2;
			continue;
		}
		if (gap === ' ' && isNumberOfName(reading, first, last, to)) {
			last++;
			break;
		}
		if (next.folded === 'i' && gap === ' ' && /^(?:[,.;:)]|\s(?:of|and|was|in|to)\b)/.test(text.slice(next.end, next.end + 6))) {
			// `World War I`, `Elizabeth I`.
			last++;
			continue;
		}
		// `M. de Villiers`, `J. van der Berg`.
		const isInitial = gap === '. ' && current.end - current.start === 1;
		const behind = isInitial || (gap.trim() === '' && gap.length <= 2) ? skipConnectors(reading, last + 1, to, hasHead) : undefined;
		if (behind === undefined || isReference(reading, behind) || !canConnect(reading, first, last, behind, to, hasHead, hasConnector)) {
			break;
		}
		hasConnector = true;
		last = behind;
		hasHead ||= isHead(tokens[behind]?.folded ?? '');
	}
	return last;
}

/** `… Pty Ltd. Norrland Lines …`: behind the point of its form a company's name goes on with another form only. */
function endsCompany(current: Token, next: Token, gap: string): boolean {
	return gap === '. ' && /^(?:ltd|inc)$/.test(current.folded) && !isCompanyForm(next.folded);
}

/** `… Human Rights and Article 33`: where something stands. */
function isReference({ tokens }: Reading, at: number): boolean {
	return numbered.has(tokens[at]?.folded ?? '') && /^\d/.test(tokens[at + 1]?.folded ?? '');
}

/** `Companies A and B`, `Plants A, B and C`: letters that tell several apart. */
function isListedLetter(text: string, current: Token, next: Token): boolean {
	return (
		text[current.end - 1] === 's' &&
		/^\s\p{Lu}(?:,\s\p{Lu}\b|\s(?:and|or|&)\s\p{Lu}(?![\p{L}.’']))/u.test(text.slice(current.end, next.end + 7))
	);
}

/** `Karl Lindner & Maria Weiss`: behind a whole name of a person, `&` parts two of them. */
function isBetweenPeople({ tokens }: Reading, first: number, last: number, gap: string): boolean {
	const [own, next] = [tokens[first]?.folded ?? '', tokens[last + 1]?.folded ?? ''];
	return gap === ' & ' && ((last > first && givenNames.has(own)) || (givenNames.has(own) && givenNames.has(next)));
}

/** `Min-ju` behind a family name: the second half of a Korean or Chinese given name, in small letters. */
function isHyphenatedGivenName(reading: Reading, first: number, at: number): boolean {
	const { tokens } = reading;
	const token = tokens[at] as Token;
	const isShort = token.end - token.start <= 5 && /^[a-z]+$/.test(token.folded) && !compoundEnds.has(token.folded);
	return isShort && (leadingFamilyNames.has(tokens[first]?.folded ?? '') || token.end - token.start <= 4);
}

/** `Jamaat-e-Islami`, `Boulogne-sur-Mer`: a small word of names with a hyphen and a capital on either side. */
function isHyphenatedParticle({ text, tokens }: Reading, at: number, to: number): boolean {
	const [before, particle, behind] = [tokens[at - 1], tokens[at], tokens[at + 1]];
	return (
		before !== undefined &&
		particle !== undefined &&
		behind !== undefined &&
		at + 1 < to &&
		hyphenatedParticles.has(text.slice(particle.start, particle.end)) &&
		/^[-‐‑]$/.test(text.slice(before.end, particle.start)) &&
		/^[-‐‑]$/.test(text.slice(particle.end, behind.start)) &&
		caseOf(text, behind) === 'capital'
	);
}

/** Not `Cost-of-Living`, `Peer-to-Peer`. */
const hyphenatedParticles = new Set(
	'e i o ul ud ur us uz al el ur sur sous lès les en de des du da do di d la le upon on am im an der dem den auf ob'.split(' '),
);

/** `Co-determination Act`, `Anti-terrorism Directive`: a word with a small second half begins the name of a law. */
function isPrefixOfLaw({ text, tokens }: Reading, first: number, to: number): boolean {
	for (let at = first + 2; at < Math.min(to, first + 6); at++) {
		const token = tokens[at] as Token;
		if (text.slice(tokens[at - 1]?.end, token.start) !== ' ' || caseOf(text, token) === 'small') {
			return false;
		}
		if (lawEnds.has(token.folded)) {
			return prefixes.has(tokens[first]?.folded ?? '');
		}
	}
	return false;
}

const prefixes = new Set('anti co counter cross de inter multi non post pre re self sub'.split(' '));

/** What hangs on a name by a hyphen and is no part of it. */
const compoundEnds = new Set(
	'based led era wide born style like only made time old run held area owned free type size backed bound'.split(' '),
);

/** A capital word that is also a word that joins (`The`, `In`) is no part of a run, but for initials and `The` inside of one. */
function isContentOrName(token: Token): boolean {
	return (
		isContentWord(token.folded) ||
		token.folded === 'state' ||
		token.end - token.start <= 1 ||
		token.folded === 'united' ||
		token.folded === 'us' ||
		// `Ministry of Public Works`
		token.folded === 'works'
	);
}

function isJoin(text: string, current: Token, gap: string): boolean {
	if (gap === ', ' && /^Washington$/.test(text.slice(current.start, current.end)) && text.startsWith('D.C', current.end + 2)) {
		return true;
	}
	if (
		gap === ' ' ||
		gap === '-' ||
		gap === '‐' ||
		gap === '‑' ||
		(gap === '\n' && isWrapped(text, current.end) && !isFieldAhead(text, current.end + 1) && !endsInCapitals(text, current.end)) ||
		gap === ' & ' ||
		gap === '&' ||
		gap === '’' ||
		gap === "'" ||
		gap === '\u00a0'
	) {
		return true;
	}
	// The point of an initial or a short title.
	return (
		(gap === '. ' || gap === '.' || gap === '.-') &&
		current.end - current.start <= 4 &&
		/^\p{Lu}\p{Ll}{0,3}$/u.test(text.slice(current.start, current.end)) &&
		(current.end - current.start < 4 || titles.has(current.folded))
	);
}

/** `Date of judgment: …`: a line that says itself what it is about. */
function isFieldAhead(text: string, lineStart: number): boolean {
	return /^\p{Lu}[\p{L} ]{1,24}:\s/u.test(text.slice(lineStart, lineStart + 28));
}

/** Lines that a program broke are longer than this; a shorter one of capitals alone ended where its writer wanted. */
const minWrapped = 40;

/** Whether the line that ends here goes on in the next one: `Harbour Ice Company` over `Press release` does not. */
function isWrapped(text: string, lineEnd: number): boolean {
	const line = text.slice(Math.max(text.lastIndexOf('\n', lineEnd - 1) + 1, lineEnd - minWrapped), lineEnd);
	return line.length >= minWrapped || /(?:^|\s)(?!(?:of|the|for|and|on|in|de|la|du)\s)\p{Ll}/u.test(line);
}

/** `… OBSERVATION IN EUROPE` over `Preliminary report`: a line all in capitals over one that is not is a title by itself. */
function endsInCapitals(text: string, lineEnd: number): boolean {
	const line = text.slice(Math.max(text.lastIndexOf('\n', lineEnd - 1) + 1, lineEnd - minWrapped), lineEnd);
	const next = /^\S+(?:[^\S\n]\S+)?/.exec(text.slice(lineEnd + 1, lineEnd + 1 + minWrapped))?.[0] ?? '';
	return !/\p{Ll}/u.test(line) && /\p{Lu}{2}.*\s/u.test(line) && /\p{Ll}/u.test(next);
}

/** The first name word behind at most three small words that join; `undefined` if there is none. */
function skipConnectors(reading: Reading, from: number, to: number, takesAny: boolean): number | undefined {
	const { text, tokens } = reading;
	for (let at = from; at < to && at - from < 4; at++) {
		const token = tokens[at] as Token;
		const gap = text.slice(tokens[at - 1]?.end, token.start);
		if (at > from && gap !== ' ' && gap !== '\n' && !isArticleOfName(reading, at - 1)) {
			return undefined;
		}
		// In a line of capitals the words that join have them, too: `UNION OF COASTAL TOWNS`.
		const isShouted = joiningWords.test(token.folded) && caseOf(text, token) === 'capitals' && isShoutedBefore(reading, from);
		// `Elimination of All Forms`: inside such a name any capital word belongs to it.
		if (!isShouted && isNameWord(text, token) && (isContentOrName(token) || takesAny)) {
			return at > from ? at : undefined;
		}
		if (!joiningWords.test(token.folded)) {
			return undefined;
		}
	}
	return undefined;
}

const joiningWords =
	/^(?:of|for|on|and|the|against|to|in|with|without|de|des|van|von|der|den|del|della|di|la|le|du|da|dos|das|al|el|bin|ibn|ben|y|af|zu|ter|ten|under|upon|am|sur|d|es|ez)$/;

/** `al-Masri`, `el-Sayed`, `d’Avila`: what hangs on a name. Where every `of` is elided so, as in French, it hangs on none. */
function isArticleOfName({ text, tokens, language }: Reading, at: number): boolean {
	const [article, name] = [tokens[at], tokens[at + 1]];
	if (article === undefined || name === undefined || !isNameWord(text, name)) {
		return false;
	}
	const gap = text.slice(article.end, name.start);
	return article.folded === 'd'
		? /^['’]$/.test(gap) && !/^(?:fr|it|ca|oc)$/.test(language ?? '')
		: /^(?:al|el|es|ez)$/.test(article.folded) && /^[-‐‑]$/.test(gap);
}

/** Whether the word before stands in capitals and is no short form. */
function isShoutedBefore({ text, tokens }: Reading, at: number): boolean {
	const before = tokens[at - 1];
	return before !== undefined && before.end - before.start > 4 && caseOf(text, before) === 'capitals';
}

/** `Harold “Junior” Marsh`, `William (Bill) Marsh`: a single name in quotation marks, or a given one in brackets, between two. */
function isNickname({ text, tokens }: Reading, last: number, to: number): boolean {
	const [current, nick, next] = [tokens[last], tokens[last + 1], tokens[last + 2]];
	if (current === undefined || nick === undefined || next === undefined || last + 2 >= to) {
		return false;
	}
	const [before, behind] = [text.slice(current.end, nick.start), text.slice(nick.end, next.start)];
	const isBracketed = before === ' (' && behind === ') ' && givenNames.has(current.folded) && givenNames.has(nick.folded);
	return (isBracketed || (/^\s["“]\s?$/.test(before) && /^\s?["”]\s$/.test(behind))) && isNameWord(text, nick) && isNameWord(text, next);
}

/** Whether a small word hangs on the run by a hyphen (`Anti-trafficking`, `pro-Western`): then it is no name by itself. */
function isPartOfCompound(reading: Reading, first: number, last: number): boolean {
	const { text, tokens } = reading;
	const behind = tokens[last + 1];
	const before = tokens[first - 1];
	const isBehind =
		behind !== undefined &&
		/^[-‐‑]$/.test(text.slice(tokens[last]?.end, behind.start)) &&
		caseOf(text, behind) === 'small' &&
		!/^\d/.test(behind.folded);
	const isBefore =
		before !== undefined &&
		/^[-‐‑]$/.test(text.slice(before.end, tokens[first]?.start)) &&
		caseOf(text, before) === 'small' &&
		!isPeople(tokens[first]?.folded ?? '');
	return (isBehind && last === first) || (isBefore && first === last);
}

/** Whether an opening mark or a list's mark stands before, so that a sentence begins here. */
function isAfterOpening(text: string, start: number): boolean {
	if (text[start - 1] === '\n') {
		return true;
	}
	return (
		/[“"‘«(\[:•*–—-]\s?$/.test(text.slice(Math.max(0, start - 2), start)) &&
		!/\p{L}[-‘’'"]$/u.test(text.slice(Math.max(0, start - 2), start))
	);
}
