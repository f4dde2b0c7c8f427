import { isContentWord } from '../../text/stopWords.ts';
import type { TermKind } from '../card.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { isSpeakingNoun } from './claimWords.ts';
import { isGivenBeforeFamily } from './easternNames.ts';
import { kindAbroad } from './kindsAbroad.ts';
import type { NameEvidence } from './nameEvidence.ts';
import {
	calendarWords,
	familiesToo,
	givenNames,
	isDirection,
	isKnownPlace,
	isPeople,
	lawEnds,
	leadingFamilyNames,
	organisationEnds,
	organisationHeads,
	placeEnds,
	placeStarts,
	programmeEnds,
	roles,
	titles,
	tradeNames,
} from './nameLists.ts';
import { isNamedBehind } from './nounsInCapitals.ts';
import { caseOf, type Reading } from './reading.ts';

/** The kind of a name by its words and by what the document says of it; `concept` where neither tells. */
export function kindOf(reading: Reading, entry: NameEvidence, known: ReadonlySet<string>): TermKind {
	const { words } = entry;
	const key = words.join(' ');
	const [first = ''] = words;
	const last = words.at(-1) ?? '';
	if (known.has(key)) {
		return 'person';
	}
	if (isKnownPlace(key)) {
		return 'place';
	}
	if (words.length === 1 && isPeople(first)) {
		return 'concept';
	}
	const versus = findVersus(reading, entry);
	if (versus > 0) {
		// Countries play against each other more often than they meet in court.
		const areStates = isKnownPlace(words.slice(0, versus).join(' ')) && isKnownPlace(words.slice(versus + 1).join(' '));
		return areStates ? personOrPlace(reading, entry, first, last) : 'law';
	}
	// `Managing Partner of …`: what somebody is.
	if (words.length === 2 && officeWords.has(first) && roles.has(last)) {
		return 'concept';
	}
	if (isPersonOfPlaceName(reading, entry)) {
		return 'person';
	}
	// `John Lewis` is nobody where the document has `John Lewis plc`, and does not tell who he is.
	if (entry.isCompany && entry.person < 2 && entry.place < 2) {
		return 'organisation';
	}
	const told = kindByWords(words);
	if (told !== undefined) {
		return told;
	}
	return personOrPlace(reading, entry, first, last);
}

/** `Soo-jin Park`, and `Ms. Carol Lake`: people whose names end as places do. */
function isPersonOfPlaceName(reading: Reading, { words, runs, person, place }: NameEvidence): boolean {
	const [run] = runs;
	if (run === undefined || words.length > 3) {
		return false;
	}
	const isEastern = words.length === 3 && isGivenBeforeFamily(reading, run.first);
	return (
		isEastern || (words.length === 2 && familiesToo.has(words[1] ?? '') && givenNames.has(words[0] ?? '') && person >= 2 && person > place)
	);
}

const officeWords: ReadonlySet<string> = new Set(
	'managing senior junior executive principal acting interim vice deputy general chief lead'.split(' '),
);

/** Which word of `Airedale Trust v Bland` stands between the two; -1 in all other names, `King George V Hospital` too. */
function findVersus({ text, tokens }: Reading, { words, runs }: NameEvidence): number {
	const at = words.lastIndexOf('v');
	const run = at > 0 && at < words.length - 1 ? runs[0] : undefined;
	return run !== undefined && /\sv\.?\s/.test(text.slice(tokens[run.first]?.start, tokens[run.last]?.end)) ? at : -1;
}

/** The kind that a name of several words tells by itself: `Ministry of …`, `… Act`; `undefined` if it tells none. */
export function kindByWords(words: readonly string[]): TermKind | undefined {
	if (words.length < 2) {
		return undefined;
	}
	const last = words.findLast((word) => !/^\d/.test(word)) ?? '';
	const of = words.findIndex((word) => ['of', 'for', 'on', 'against'].includes(word));
	const head = of > 0 ? (words[of - 1] ?? '') : last;
	if (lawEnds.has(head) || (lawEnds.has(last) && of < 0)) {
		return 'law';
	}
	// What somebody wrote, and an office (`Secretary of State`), are neither an institution nor a place by whose they are.
	if (of > 0 && (writings.has(head) || (!organisationHeads.has(head) && !placeEnds.has(head) && (roles.has(head) || titles.has(head))))) {
		return undefined;
	}
	if (of > 0 && (organisationHeads.has(head) || organisationEnds.has(head))) {
		return 'organisation';
	}
	if (programmeEnds.has(head)) {
		return 'programme';
	}
	if (placeEnds.has(last) || (of > 0 && placeEnds.has(head)) || isDirectedPlace(words)) {
		return 'place';
	}
	if (organisationEnds.has(last) || isExecutive(words)) {
		return 'organisation';
	}
	return kindAbroad(words);
}

/** `Health and Safety Executive`, `Scottish Executive`; a `Sales Executive` is somebody. */
function isExecutive(words: readonly string[]): boolean {
	const before = words.slice(0, -1);
	return words.at(-1) === 'executive' && (before.includes('and') || isPeople(before.join(' ')) || isKnownPlace(before.join(' ')));
}

/** What somebody wrote or agreed on, and what one may do: `Rules of the Water Board`, `Terms of Service`, `Freedom of Association`. */
const writings: ReadonlySet<string> = new Set(
	'rules terms statutes bylaws proceedings records freedom freedoms restriction restrictions rights abuses violations'.split(' '),
);

/** `Western Europe`, `Lake Chad`. */
function isDirectedPlace(words: readonly string[]): boolean {
	const [first = '', ...rest] = words;
	return (
		(isDirection(first) && (isKnownPlace(rest.join(' ')) || (rest[0] === 'and' && isKnownPlace(rest.slice(2).join(' '))))) ||
		(/^(?:lake|mount|mt|fort|port|cape|gulf)$/.test(first) && placeStarts.has(first) && words.length <= 3)
	);
}

/** Whether the word of the name is written with a capital: the second half of `Min-jung` is not. */
function isCapitalIn(reading: Reading, entry: NameEvidence, word: number): boolean {
	const run = entry.runs[0];
	const token = run === undefined ? undefined : reading.tokens[run.first + word];
	return token !== undefined && caseOf(reading.text, token) !== 'small';
}

function personOrPlace(reading: Reading, entry: NameEvidence, first: string, last: string): TermKind {
	const { words } = entry;
	const isPersonLike =
		words.length >= 2 && words.length <= 4 && !words.some((word) => isPeople(word) || /\d/.test(word)) && !isNamedBehind(first);
	// A word that the document writes small elsewhere is no part of a person's name.
	const isOrdinary = words.some(
		(word, at) => word.length > 2 && (reading.smallCounts.get(word) ?? 0) > 0 && isCapitalIn(reading, entry, at),
	);
	if (isPersonLike && !isOrdinary) {
		const isGiven = givenNames.has(first);
		const isLeading = leadingFamilyNames.has(first) && (words.length === 3 || words.length === 2);
		if (entry.person >= 1 || isGiven || (isLeading && entry.person >= 0)) {
			return 'person';
		}
	}
	if (isPersonLike && entry.person >= 3) {
		return 'person';
	}
	const isOffice =
		organisationEnds.has(first) ||
		organisationHeads.has(first) ||
		isSpeakingNoun(first) ||
		titles.has(first) ||
		(roles.has(first) && !tradeNames.has(first));
	if (words.length === 1 && entry.person >= 2 && entry.person > entry.place && !isOffice) {
		return 'person';
	}
	if (words.length === 1 && givenNames.has(first) && entry.person >= 0 && entry.place < 1 && !isOrdinary && !isOrdinaryWord(first)) {
		return 'person';
	}
	if (entry.organisation >= 2 && entry.organisation > entry.person) {
		return 'organisation';
	}
	// `in World War I`, `in Information Technology`: what stands behind `in` is no place by that alone.
	const isThing = words.some(
		(part) => (isContentWord(part) && isOrdinaryWord(part)) || (organisationEnds.has(part) && !placeEnds.has(part)),
	);
	if (
		!isThing &&
		entry.place >= 1 &&
		entry.place >= entry.runs.length * 0.4 &&
		words.length <= 3 &&
		!isOrdinary &&
		!calendarWords.has(last)
	) {
		return 'place';
	}
	return 'concept';
}
