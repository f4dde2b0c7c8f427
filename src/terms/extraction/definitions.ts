import { makeStepTest, type Steps } from '../../base/steps.ts';
import type { Range } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';
import { tokenise } from '../../text/tokenise.ts';
import type { DefinitionFinding } from '../findings.ts';
import { isAdverb } from '../wordLists.ts';
import { findClassTerm } from './classDefinitions.ts';
import { findDefinitionCandidates, weighCues } from './definitionCandidates.ts';
import { findChineseDefinition, findJapaneseDefinition, findKoreanDefinition } from './eastAsianDefinitions.ts';
import { findGlossaryDefinitions } from './glossaryDefinitions.ts';
import { findLineDefinition } from './lineDefinitions.ts';
import { isHead, kin, roles, titles } from './nameLists.ts';
import { findRenamed } from './otherName.ts';
import type { Reading } from './reading.ts';
import { prepositions, readSentenceWords } from './sentenceWords.ts';
import { isInLabel } from './utterances.ts';

/** No sentence longer than this defines anything readable. */
const maxSentence = 700;
const minSentence = 12;

/**
 * From this score on a sentence is reported (`dossier extract`): where F1 of definition sentences is best, about half of them are definitions.
 * What a card shows must be surer: `minShownScore` (`definitionRank.ts`).
 */
export const minDefinitionScore = 0.33;

/** `minDefinitionScore` as a logarithm of odds. */
const minLogOdds = Math.log(minDefinitionScore / (1 - minDefinitionScore));

/** What a rule by form is worth: glossaries, contracts, Korean and Japanese, one word and its class. Nobody writes these but to define. */
export const scoreByForm = 0.9;

/** What is said in so many words, or of a name in passing: fit for a card if nothing better says it. */
const plainScore = 0.62;

/** `The “Company” means …`, `“Company” refers to …`. */
const quotedTerm =
	/["“‘](?<term>[^"“”’‘]{2,60})["”’],?\s+(?:\([^)]{1,40}\)\s+)?(?<verb>means?|shall\s+mean|refers?\s+to|denotes?|includes?|is\s+defined\s+as|are\s+defined\s+as|has\s+the\s+meaning|is\s+an?|is\s+the|are)\s/i;

/** `(hereinafter the “Company”)`, `(the “Act”)`, `(im Folgenden „Grünkost“)`, `(ci-après la « Préfecture »)`. */
const clauseTerm =
	/\((?:hereinafter|hereafter|together|collectively|each|the|a|an|or|referred\s+to\s+as|im\s+Folgenden|nachfolgend|nachstehend|kurz|der|die|das|ci-après|l[ea]s?|en\s+adelante|el|los|,|\s){0,8}["“„«]\s?(?<term>[^"“”„«»()]{2,60}?)\s?["”“»]\s*\)/i;

/** `Frontline Rights, a Cork-based charity that …`. */
const nameAndClass =
	/^(?:[Tt]he\s+)?(?<term>\p{Lu}[\p{L}\p{N}'’&.-]*(?:\s+(?:of|for|and|the|on|de|van|von)?\s?\p{Lu}[\p{L}\p{N}'’&.-]*){0,7}),\s+(?:an?|one\s+of|the)\s+(?<complement>[^,]{8,200}),/u;

/** `Its chief executive, Tobias Renn, said`: what somebody is, before the name. */
const roleAndName =
	/(?:^|[“"(]|[,;]\s)(?<role>(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|\p{Lu}[\p{L}.’'-]{1,30}[’']s)\s(?:[\p{L}\p{N}.’'-]{1,30}\s){0,6}?(?<noun>\p{Ll}[\p{Ll}-]{2,24})),\s(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s)?(?<term>\p{Lu}[\p{L}’'-]{1,30}(?:\s(?:de|van|von|der|del|bin|al|\p{Lu}\.?|\p{Lu}[\p{L}’'-]{1,30})){1,3}),\s\p{Ll}/u;

/** A term and what is said of it: ranges in the document. */
interface Defined {
	readonly term: Range;
	readonly definition: Range;
	readonly score: number;
}

/**
 * The sentences that say what a term is, in order of place: those of English by weighed cues (`definitionPatterns`, `definitionWeights`), quoted terms
 * of contracts, one word and its class in other languages (`findClassTerm`), Korean `이란` and `이라 함은`, and, in documents that are glossaries by
 * form, heading and first sentence. The best for each sentence, and of the others those that are likely; one finding a sentence and term.
 */
export function* findDefinitions(reading: Reading): Steps<DefinitionFinding[]> {
	const isStepDue = makeStepTest();
	const findings: DefinitionFinding[] = [];
	const ofGlossaries = findGlossaryDefinitions(reading, scoreByForm);
	const glossaryStarts = new Set(ofGlossaries.map(({ termStart }) => termStart));
	for (const [at, sentence] of reading.sentences.entries()) {
		if (isStepDue(sentence.start)) {
			yield;
		}
		const length = sentence.end - sentence.start;
		if (length > maxSentence || length < minSentence || isInLabel(reading.utterances, sentence)) {
			continue;
		}
		const text = reading.text.slice(sentence.start, sentence.end);
		for (const { term, definition, score } of findTermsDefinedIn(reading, at, text)) {
			findings.push({
				term: reading.text.slice(term.start, term.end).replace(/\s+/g, ' '),
				text,
				termStart: term.start,
				termEnd: term.end,
				definitionStart: definition.start,
				definitionEnd: definition.end,
				score,
				start: sentence.start,
				end: sentence.end,
			});
		}
	}
	const others = findings.filter(({ termStart }) => !glossaryStarts.has(termStart));
	return [...others, ...ofGlossaries].sort((a, b) => a.start - b.start || a.termStart - b.termStart);
}

/** Patterns that define in textbooks and only tell in the news score no higher, and stay off the cards. */
const maxLooseScore = 0.6;

/** Besides the best one of a sentence, what is more likely than not. */
const minSecondScore = 0.5;

function findTermsDefinedIn(reading: Reading, index: number, text: string): Defined[] {
	const byTerm = new Map<number, Defined>();
	const add = (found: Defined | undefined) => {
		const defined = found && { ...found, term: withoutTitle(reading.text, found.term) };
		const known = defined && byTerm.get(defined.term.start);
		if (
			defined !== undefined &&
			!isParted(reading.text.slice(defined.term.start, defined.term.end)) &&
			!isThought(reading.text.slice(defined.term.start, defined.term.end)) &&
			(known === undefined || known.score < defined.score)
		) {
			byTerm.set(defined.term.start, defined);
		}
	};
	for (const candidate of findDefinitionCandidates(reading.text, readSentenceWords(reading, index), minLogOdds)) {
		const weighed = Math.min(weigh(candidate.cues), candidate.isFirm ? 1 : maxLooseScore);
		const score = candidate.isPlain ? Math.max(weighed, plainScore) : weighed;
		if (score >= minDefinitionScore) {
			add({ term: candidate.term, definition: candidate.definition, score });
		}
	}
	const start = reading.sentences[index]?.start ?? 0;
	for (const { term, definition, score } of findByForm(text)) {
		const range = { start: start + term.start, end: start + term.end };
		const known = byTerm.get(range.start)?.definition ?? { start: start + definition.start, end: start + definition.end };
		add({ term: range, definition: known, score });
	}
	add(findLineDefinition(reading, { start, end: start + text.length }));
	const all = [...byTerm.values()].sort((a, b) => b.score - a.score);
	return all.filter(({ score }, at) => at === 0 || score >= minSecondScore);
}

/** `Dr. Luis Conde, a professor …`, `Plaintiff Luis Conde is …` say who Luis Conde is; `Dr Pepper` keeps its name. */
function withoutTitle(text: string, term: Range): Range {
	const title =
		/^(?:(?:Mrs?|Ms|Dr|Prof)\.?|(?:Rev|Hon|Lt|Col|Gen|Capt|Sgt|Maj|Sen|Rep|Gov)\.|Plaintiff|Defendant|Appellant|Respondent|Petitioner|Claimant)\s(?=\p{Lu}[\p{L}.'’-]{0,40}\s\p{Lu})/u.exec(
			text.slice(term.start, term.end),
		);
	return title === null ? term : { start: term.start + title[0].length, end: term.end };
}

/**
 * `Definitions "Licensee`, `im Folgenden „Grünkost`, `IMO·이하 기구`, `hereinafter NPA`: a mark that is opened or closed outside of the words, or `from here
 * on`, parts them from what they would name.
 */
function isParted(term: string): boolean {
	return (
		/(?:^|[·,]\s?)이하\s|^(?:hereinafter|hereafter|henceforth)\s/iu.test(term) ||
		(term.split('"').length - 1) % 2 === 1 ||
		(term.includes('‘') && !term.includes('’')) ||
		(term.includes('„') ? !/[“”]/u.test(term) : term.includes('“') !== term.includes('”')) ||
		term.includes('«') !== term.includes('»')
	);
}

/** `Eleanor thinks Hannah` is the leak: what somebody thinks or says of somebody defines nobody. */
function isThought(term: string): boolean {
	const words = term.split(/\s+/);
	return words.length > 2 && words.slice(1, -1).some((word) => thinking.test(word));
}

const thinking = /^(?:thinks|believes|believed|says|said|knows|insists|insisted|suspects)$/;

/** How likely the cues make it that a sentence defines, between 0 and 1; two decimals. */
function weigh(cues: readonly string[]): number {
	return Math.round(100 / (1 + Math.exp(-weighCues(cues)))) / 100;
}

/** Terms that the form of the sentence says to be defined, in the sentence. */
function findByForm(text: string): Defined[] {
	const found: Defined[] = [];
	const add = (term: Range | undefined, definition?: Range, score = scoreByForm) => {
		if (term !== undefined) {
			found.push({ term, definition: definition ?? { start: Math.min(text.length, term.end + 1), end: text.length }, score });
		}
	};
	const eastAsian = /\p{Script=Hangul}/u.test(text)
		? findKoreanDefinition(text)
		: (findJapaneseDefinition(text) ?? findChineseDefinition(text));
	add(eastAsian?.term, eastAsian?.definition);
	add(readQuoted(text));
	add(findClassTerm(text));
	const clause = readClause(text);
	add(clause, clause && { start: 0, end: Math.max(1, text.lastIndexOf('(', clause.start)) });
	add(readApposition(text), undefined, plainScore);
	add(findRenamed(text), undefined, plainScore);
	const bearer = readBearer(text);
	add(bearer?.term, bearer?.role, plainScore);
	return found;
}

function rangeOf(text: string, term: string, from: number): Range | undefined {
	const start = text.indexOf(term, from);
	return start < 0 ? undefined : { start, end: start + term.trimEnd().length };
}

function readQuoted(text: string): Range | undefined {
	const match = /["“‘]/.test(text) ? quotedTerm.exec(text) : null;
	const term = match?.groups?.term ?? '';
	if (match === null || tokenise(term).length > 6) {
		return undefined;
	}
	const isPlain = /^(?:is|are)/i.test(match.groups?.verb ?? '') && match.index > 12;
	return isPlain || /[.!?,]$/.test(term) ? undefined : rangeOf(text, term, match.index);
}

function readClause(text: string): Range | undefined {
	const match = text.includes('(') ? clauseTerm.exec(text) : null;
	const term = match?.groups?.term ?? '';
	return match === null || !/\p{L}/u.test(term) || tokenise(term).length > 6 ? undefined : rangeOf(text, term, match.index);
}

function readBearer(text: string): { readonly term: Range; readonly role: Range } | undefined {
	const match = text.includes(', ') ? roleAndName.exec(text.slice(0, 330)) : null;
	const { role = '', noun = '', term = '' } = match?.groups ?? {};
	if (match === null || !(roles.has(noun) || titles.has(noun) || kin.has(noun)) || tokenise(term).some(({ folded }) => isHead(folded))) {
		return undefined;
	}
	const roleRange = rangeOf(text, role, match.index);
	const termRange = roleRange && rangeOf(text, term, roleRange.end);
	return roleRange && termRange && { role: roleRange, term: termRange };
}

function readApposition(text: string): Range | undefined {
	const match = text.includes(', ') ? nameAndClass.exec(text.slice(0, 330)) : null;
	const term = match?.groups?.term ?? '';
	const words = tokenise(term);
	if (match === null || words.length > 8 || words.length === 0) {
		return undefined;
	}
	// `UNHCR, the World Food Program, UNICEF …` and `NGOs, the community, and others` are lists, `In May, the court …,` is none either.
	const complement = match.groups?.complement ?? '';
	const behind = text.slice(match[0].length, match[0].length + 8);
	const isList = /^\p{Lu}/u.test(complement) || /^\s*(?:and|or|the|an?)\b/i.test(behind) || /^(?:\s*\p{Lu}[\p{L}’']*\s*,)/u.test(behind);
	const opening = words[0]?.folded ?? '';
	return isList || !isContentWord(opening) || prepositions.has(opening) || isAdverb(opening) ? undefined : rangeOf(text, term, 0);
}
