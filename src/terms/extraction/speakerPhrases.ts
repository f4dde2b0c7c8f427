import type { Range } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import { isAdverb, isTimeWord } from '../wordLists.ts';
import { claimVerbs, isSpeakingNoun } from './claimWords.ts';
import { roles } from './nameLists.ts';
import { caseOf, findTokenAt, type Reading } from './reading.ts';
import { prepositions } from './sentenceWords.ts';

/**
 * `The U.S. government estimates`, `advocates say`: the words before the verb, back to the start of the clause. Before verbs that only somebody does
 * any noun with its article speaks: `the chair said`.
 */
export function nounBefore(reading: Reading, from: number, last: number, isSaid = false): { readonly name: string | null } | undefined {
	const { tokens, text } = reading;
	const noun = tokens[last]?.folded ?? '';
	if (!isSpeakingNoun(noun) && !(isSaid && isContentWord(noun) && !isTimeWord(noun) && !isAdverb(noun) && !isSaidOfOther(noun))) {
		return undefined;
	}
	let first = last;
	while (
		first > from &&
		last - first < 5 &&
		/^(?:[\s-]|\+\s|\. ?)$/.test(text.slice(tokens[first - 1]?.end, tokens[first]?.start)) &&
		(isContentWord(tokens[first - 1]?.folded ?? '') || isInitial(reading, first - 1)) &&
		!isVerbOfOthers(reading, from, first - 1)
	) {
		first--;
	}
	// `In June authorities`, `at times officials`
	while (first < last && isTimeWord(tokens[first]?.folded ?? '')) {
		first++;
	}
	const isLed = leadsSomebody.has(tokens[first]?.folded ?? '') || (first > from && leadsSomebody.has(tokens[first - 1]?.folded ?? ''));
	// `Opposition parties criticized`: many, with whom the sentence or its clause begins.
	const areMany = /[^s]s$/.test(noun) && (first === from || text.slice(tokens[first - 1]?.end, tokens[first]?.start) === ', ');
	if (!isSpeakingNoun(noun) && !roles.has(noun) && !isLed && !areMany) {
		return undefined;
	}
	// `The owner of the shop said`, `The man who drove on the night of the accident said`: not the shop, nor the accident.
	const isLedBefore =
		(isLed && !leadsSomebody.has(tokens[first]?.folded ?? '')) || /^(?:this|that|these|those)$/.test(tokens[first - 1]?.folded ?? '');
	const lead = isLedBefore ? first - 1 : first;
	const before = lead > from && isGap(reading, lead) ? (tokens[lead - 1]?.folded ?? '') : '';
	if (/^\p{L}{3,}ing$/u.test(before) && isContentWord(tokens[lead - 2]?.folded ?? '') && isGap(reading, lead - 1)) {
		// `Groups investigating the matter reported`
		return undefined;
	}
	const isKnown = isSpeakingNoun(noun) || roles.has(noun);
	if (
		isKnown
			? joints.test(before) && !isSourceOf(tokens[lead - 2]?.folded ?? '') && !isMadeBy(reading, lead - 1)
			: isLed && (before === 'of' || prepositions.has(before))
	) {
		const words = last - from > maxLed ? [] : tokens.slice(from + 1, last + 1);
		const isWhole =
			isSaid &&
			leadsSomebody.has(tokens[from]?.folded ?? '') &&
			words.length > 0 &&
			words.every(({ folded }, at) => (isContentWord(folded) || (at > 0 && phraseWords.has(folded))) && isGap(reading, from + 1 + at));
		return isWhole ? { name: text.slice(tokens[from + 1]?.start, tokens[last]?.end) } : undefined;
	}
	return { name: text.slice(tokens[first]?.start, tokens[last]?.end).replace(/\s+/g, ' ') };
}

/** `Some prisoners claimed prison authorities denied it`: the authorities deny, by what others claim. `the accused officers denied` are accused. */
function isVerbOfOthers({ tokens }: Reading, from: number, at: number): boolean {
	const word = tokens[at]?.folded ?? '';
	return at > from && /ed$|^(?:said|told)$/.test(word) && claimVerbs.has(word) && isContentWord(tokens[at - 1]?.folded ?? '');
}

/** `Critics of the government reported`, `pressure from officials showed`: before whom somebody else or something stands. */
const joints = /^(?:of|for|to|with|by|from|at|in|on|against|about|near|under|between|among|within)$/;

/** `a report by the police`, `a spokesman for the ministry`, `one of the officials`: before such words somebody speaks all the same. */
function isSourceOf(noun: string): boolean {
	return (
		isWork(noun) ||
		noun.startsWith('spokes') ||
		/^(?:one|some|many|most|several|all|both|two|three|part|majority|number|group|groups)$/.test(noun)
	);
}

/** `a study conducted by a group`: in what they wrote they speak. */
function isMadeBy({ tokens }: Reading, by: number): boolean {
	return tokens[by]?.folded === 'by' && makes.test(tokens[by - 1]?.folded ?? '') && isWork(tokens[by - 2]?.folded ?? '');
}

/** `the ombudsperson condemned alleged racism`. */
function isSaidOfOther(word: string): boolean {
	return /ed$/.test(word) && claimVerbs.has(word);
}

/** `owner of the shop on the corner`. In words. */
const maxLed = 8;

function isGap({ tokens, text }: Reading, at: number): boolean {
	return text.slice(tokens[at - 1]?.end, tokens[at]?.start) === ' ';
}

/** The letters of `U.S.`; not the article of `A guard`. */
function isInitial({ tokens, text }: Reading, at: number): boolean {
	const { folded, end } = tokens[at] as Token;
	return /^[a-z]$/.test(folded) && (folded !== 'a' || text[end] === '.');
}

/**
 * `Members of the media said`, `In May, the head of information and culture said`: the words with which the sentence or its clause begins, from a
 * noun that speaks over what tells whose or where it is up to the token at `last`.
 */
export function openingPhrase(reading: Reading, from: number, last: number): string | undefined {
	const { tokens, text } = reading;
	const end = tokens[last]?.start ?? 0;
	const start = Math.max(tokens[from]?.start ?? 0, end - maxPhraseUnits);
	const comma = text.slice(start, end).lastIndexOf(', ');
	const behind = comma < 0 ? from : findTokenAt(tokens, start + comma + 2);
	return phraseOf(reading, from, last) ?? (behind === from ? undefined : phraseOf(reading, behind, last));
}

function phraseOf(reading: Reading, from: number, last: number): string | undefined {
	const { tokens, text } = reading;
	if (last - from >= maxPhrase) {
		return undefined;
	}
	const words = tokens.slice(from, last + 1).map((token) => token.folded);
	const joint = words.findIndex(
		(word, at) => /^(?:of|from|at|in|for|with|on)$/.test(word) || (word === 'to' && isNear(words[at - 1] ?? '')),
	);
	const noun = words[isNear(words[joint - 1] ?? '') ? joint - 2 : joint - 1] ?? '';
	const isLed = leadsSomebody.has(words[0] ?? '');
	const start = isLed && /^(?:the|an?)$/.test(words[0] ?? '') ? 1 : 0;
	const isSomebody = isSpeakingNoun(noun) || roles.has(noun) || (/[^s]s$|^people$/.test(noun) && (isLed || joint <= 3));
	if (
		joint <= start ||
		noun.startsWith('spokes') ||
		isWork(noun) ||
		!isSomebody ||
		!words.slice(isLed ? 1 : 0, joint).every(isContentWord)
	) {
		return undefined;
	}
	// `the government in January`
	const isDated = words.slice(joint + 1).every((word) => isTimeWord(word) || !isContentWord(word));
	const phrase = text.slice(tokens[from + start]?.start, tokens[isDated ? from + joint - 1 : last]?.end);
	// Commas part the names of a list only: `from Orrin, Varn, and Holm`.
	const isList =
		!phrase.includes(',') ||
		tokens.slice(from + joint, last).every((token) => phraseWords.has(token.folded) || caseOf(text, token) !== 'small');
	const isOne =
		isList && /^[^.;:!?()“”"]+$/.test(phrase) && words.slice(joint).every((word) => isContentWord(word) || phraseWords.has(word));
	return isOne && (isDated || isContentWord(words[last - from] ?? '')) ? phrase.replace(/\s+/g, ' ') : undefined;
}

/** `sources close to the mayor`, `people familiar with the plan`. */
function isNear(word: string): boolean {
	return /^(?:close|familiar|loyal|opposed|sympathetic|allied|linked|affiliated|aligned)$/.test(word);
}

/**
 * `according to opponents of the Water Trust`: the words from the token at `first` to the end of a name that only tells whose, where or about whom
 * somebody is. `undefined` where the name speaks itself, by what it writes or by who speaks for it (`a report by Ann Lee`, `a spokesman for the trust`).
 */
export function phraseAround({ text, tokens }: Reading, first: number, name: Range): string | undefined {
	const end = findTokenAt(tokens, name.start);
	const words = tokens.slice(first, end).map(({ folded }) => folded);
	const joint = words.findIndex((word) => /^(?:of|for|against|about|on|with|to|in|at|near|who|whose|which|that)$/.test(word));
	const noun = words[joint - 1] ?? '';
	const last = words.findLast((word) => /^(?:of|for|against|about|on|with|to|in|at|near|from|by)$/.test(word)) ?? '';
	const isOwn =
		last === 'by' || words.some((word) => word.startsWith('spokes')) || (/^(?:of|from|at|in|with)$/.test(last) && words.some(isWork));
	if (joint < 1 || isOwn || !isContentWord(noun) || isTimeWord(noun) || /^['’]s/.test(text.slice(name.end, name.end + 2))) {
		return undefined;
	}
	const start = /^(?:the|an?)$/.test(words[0] ?? '') ? first + 1 : first;
	const phrase = text.slice(tokens[start]?.start, name.end);
	return phrase.length <= maxAround && /^[^.,;:()“”"\n]+$/.test(phrase) ? phrase.replace(/\s+/g, ' ') : undefined;
}

/** `UN agencies`, `Indigenous groups`: who speaks, where the name tells only whose they are; not `UN data`. */
export function withGroup({ text }: Reading, name: Range): string | undefined {
	const [words, noun] = /^\+?\s(\p{Ll}+)(?![\p{L}’'-])/u.exec(text.slice(name.end, name.end + 30)) ?? [];
	return words !== undefined && noun !== undefined && isSpeakingNoun(noun) && !isWork(noun)
		? text.slice(name.start, name.end + words.length)
		: undefined;
}

/**
 * Whether what `according to` introduces is no source: `varied according to the severity of the crime`. Rules and laws are one where they stand apart:
 * `According to the law, it is late`.
 */
export function isMeasure({ text, tokens }: Reading, from: number, at: number): boolean {
	const start = tokens[at]?.start ?? 0;
	const [, noun = ''] =
		/^according\sto\s(?:[^\s,.;:]+\s){0,4}?(\p{Ll}+)(?=[.,;:]|$|\s(?:of|to|and|or|in|on|for|by|with|from|as)\s)/iu.exec(
			text.slice(start, start + 100),
		) ?? [];
	return measures.test(noun) || (rules.test(noun) && at > from && !/[,;:–—]\s$/.test(text.slice(start - 2, start)));
}

const measures =
	/^(?:severity|type|types|kind|kinds|nature|needs?|abilit(?:y|ies)|size|age|gender|sex|rank|degree|status|means|merits?|weight|height|colou?r|order|tastes?|preferences?|circumstances|seniority|income|values?|amounts?|length|volume|price|distance|seasons?|custom|tradition)$/;
const rules =
	/^(?:plan|schedule|rules?|standards?|guidelines|regulations?|laws?|procedures?|criteria|principles|statutes?|requirements|instructions|recipe)$/;

/** UTF-16 units. */
const maxAround = 90;

/**
 * `Residents interviewed by the Orrin Post said`: who it was done to, if that is somebody; null where it is not. `undefined` for what somebody wrote,
 * in which he speaks himself: `a report issued by the trust said`.
 */
export function doneBy({ tokens, text }: Reading, from: number, by: number, end: number): string | null | undefined {
	const [head, participle] = [tokens[by - 2], tokens[by - 1]];
	if (by - 2 < from || head === undefined || participle === undefined || !/(?:ed|en|wn|ght|ilt|eld|ade|run)$/.test(participle.folded)) {
		return undefined;
	}
	// `A report written by Ann Lee and praised by the trust said`: not who praised it.
	if (/^(?:and|or|but)$/.test(head.folded)) {
		return null;
	}
	if (text.slice(head.end, tokens[by]?.start).includes(',') || !isContentWord(head.folded)) {
		return undefined;
	}
	if (isWork(head.folded)) {
		// `A letter seen by the Orrin Post said`, `a study funded by the trust found`: not who saw it, paid for it or got it.
		const isTheirs = tokens[by]?.folded === 'by' ? makes.test(participle.folded) : tokens[by]?.folded !== 'to';
		return isTheirs ? undefined : text.slice(head.start, end).replace(/\s+/g, ' ');
	}
	const isFirst = by - 2 === from || (by - 3 === from && leadsSomebody.has(tokens[from]?.folded ?? ''));
	const isSomebody =
		isSpeakingNoun(head.folded) || roles.has(head.folded) || (isFirst && /[^s]s$|^(?:people|men|women|man|woman)$/.test(head.folded));
	return isSomebody ? text.slice(head.start, end).replace(/\s+/g, ' ') : isFirst || tokens[by]?.folded === 'to' ? null : undefined;
}

/** What somebody does with what he writes or says. */
const makes =
	/^(?:written|issued|published|prepared|produced|conducted|compiled|released|authored|made|drafted|given|presented|submitted|signed|filed|undertaken|provided|delivered|collected|maintained|quoted|posted|uploaded|shared)$/;

const works: ReadonlySet<string> = new Set(
	`report reports study studies survey surveys data figures statistics estimate estimates research analysis analyses article articles letter letters
	statement statements book books paper papers census database index poll polls record records document documents calculations projections account
	accounts testimony website site blog post posts tweet newsletter minutes briefing memo memorandum memoir memoirs diary ruling judgment judgement verdict
	interview interviews conversation information findings results measurements observations assessment audit review rules guidelines law words`.split(
		/\s+/,
	),
);

/** Whether the noun is somebody by what he does, one or several. */
export function isSomebodyByRole(folded: string): boolean {
	return roles.has(folded) || roles.has(folded.replace(/s$/, ''));
}

/** Whether the noun is something that somebody writes or says, in which he speaks himself: `the testimony of Ann Lee`. */
export function isWork(folded: string): boolean {
	return works.has(folded);
}

/** `the Water Trust (WT) said`, `Ann Lee (left), who`: the token before the brackets that close behind the token at `last`. */
export function beforeBrackets({ text, tokens }: Reading, from: number, last: number): number | undefined {
	if (!closing.test(text.slice(tokens[last]?.end, tokens[last + 1]?.start))) {
		return undefined;
	}
	for (let at = last; at > from && last - at < maxBracketed; at--) {
		const gap = text.slice(tokens[at - 1]?.end, tokens[at]?.start);
		if (/[()]/.test(gap)) {
			return /^\.?\s?\([“"‘']?$/.test(gap) ? at - 1 : undefined;
		}
	}
	return undefined;
}

/** What closes brackets behind their last word. */
export const closing = /^[.”"’']?\)/;

/** Brackets between who speaks and the verb hold at most so many words. */
const maxBracketed = 12;

/** The words with which a sentence begins, and which say who speaks, are at most so many, and so many units long. */
const maxPhrase = 12;
const maxPhraseUnits = 300;

/** Small words inside of them. */
const phraseWords: ReadonlySet<string> = new Set('of to from at in for with on the a an and its their his her this these those'.split(' '));

/** Words that stand before a noun that says something. */
export const leadsSomebody: ReadonlySet<string> = new Set(
	'the a an one another his her its their our my some many several two three'.split(' '),
);
