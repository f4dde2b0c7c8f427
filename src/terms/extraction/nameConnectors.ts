import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { kindAbroad } from './kindsAbroad.ts';
import {
	calendarWords,
	givenNames,
	isDirection,
	isHead,
	isKnownPlace,
	isPeople,
	lawEnds,
	organisationEnds,
	organisationHeads,
	parties,
	placeEnds,
	programmeEnds,
	roles,
	titles,
} from './nameLists.ts';
import type { NameRun } from './nameRuns.ts';
import { areUnusual } from './nameStarts.ts';
import { caseOf, type Reading } from './reading.ts';

/** Small words inside the names of people and places. */
const particles = new Set(
	'de des van von der den del della di la le du da dos das al el bin ibn ben y af zu ter ten upon am sur d es ez'.split(' '),
);

/** `6PR`, `3AW`: a number and two or more capitals, but for units and times. */
const numberedLetters =
	/^\d{1,3}(?!(?:AM|PM|KM|CM|MM|KG|MG|MB|GB|TB|KB|HZ|MHZ|GHZ|KW|MW|GW|ST|ND|RD|TH|BC|AD|CE|BCE)(?:['’]?[sS])?$)\p{Lu}{2,5}(?:['’]s)?$/u;

/** Whether a word may be part of a name: it has a capital, and is no number and no `I`. */
export function isNameWord(text: string, token: Token): boolean {
	if (token.script !== 'word' || token.folded === 'i') {
		return false;
	}
	const isDigit = text.charCodeAt(token.start) <= 0x39;
	return isDigit ? numberedLetters.test(text.slice(token.start, token.end)) : caseOf(text, token) !== 'small' && !/^\d/.test(token.folded);
}

/** Whether the small words behind `last` join the name that begins at `first` to the capital word at `behind`. */
export function canConnect(
	reading: Reading,
	first: number,
	last: number,
	behind: number,
	to: number,
	hasHead: boolean,
	hasConnector: boolean,
): boolean {
	const { tokens } = reading;
	const words = tokens.slice(last + 1, behind).map((token) => token.folded);
	const connector = words[0] ?? '';
	if (words.every((word) => particles.has(word))) {
		return reading.language !== 'de' || !words.some((word) => germanJoints.has(word)) || joinsInGerman(reading, first, last, behind);
	}
	const word = tokens[last]?.folded ?? '';
	// `before the Court on Defendant Cascade’s motion`
	if (parties.has(tokens[behind]?.folded ?? '')) {
		return false;
	}
	if (calendarWords.has(tokens[behind]?.folded ?? '') && connector !== 'of') {
		return false;
	}
	switch (connector) {
		case 'of':
			return (
				isHead(word) ||
				ofHeads.has(word) ||
				(hasHead && hasConnector) ||
				(isOfManyThings(word) && !isPerhapsSomebody(reading, first, last)) ||
				isMovementOfCountry(reading, first, last, behind)
			);
		case 'for':
		case 'on':
		case 'against':
		case 'to':
		case 'with':
		case 'in':
		case 'without':
		case 'under':
			return (
				takesPreposition(word, connector) ||
				(hasHead && hasConnector && connector !== 'to' && connector !== 'in' && connector !== 'under') ||
				(connector === 'in' && endsReport(reading, first, last, behind, to))
			);
		case 'and':
			if (words.length > 1) {
				return false;
			}
			if (isPlaceOfTwo(reading, first, behind)) {
				return true;
			}
			return hasHead && hasConnector ? !startsOwnName(reading, behind, to) : endsInstitution(reading, first, behind, to);
		default:
			return false;
	}
}

/** `Democratic Choice of Kazakhstan`, `National Resistance of Estara`: behind what only movements are, whatever it is of a country. No office. */
function isMovementOfCountry({ tokens }: Reading, first: number, last: number, behind: number): boolean {
	const [leading, word, country] = [tokens[first]?.folded ?? '', tokens[last]?.folded ?? '', tokens[behind]?.folded ?? ''];
	return (
		last === first + 1 && movements.has(leading) && isKnownPlace(country) && !titles.has(word) && !roles.has(word) && isOrdinaryWord(word)
	);
}

const movements = new Set('democratic national popular patriotic socialist communist liberal republican islamic christian'.split(' '));

/** `Panayote Dimitras`, `Vancouver Canucks`: two words that only names have, the last of them in -s. `National Institutes` are told by theirs. */
function isPerhapsSomebody(reading: Reading, first: number, last: number): boolean {
	const word = reading.tokens[last]?.folded ?? '';
	return last > first && areUnusual(reading, first, last) && !isHead(word.slice(0, -1)) && !/(?:ities|ments|[st]ions)$/.test(word);
}

const germanJoints = new Set('der des den dem von zu am'.split(' '));

/** `Verband der Versorger`, `Anna von der Heide`; `Lage der Wirtschaft`, `Höhe des Entgelts` are nouns of no name, though German writes them with capitals. */
function joinsInGerman({ tokens }: Reading, first: number, last: number, behind: number): boolean {
	const words = tokens.slice(first, last + 1).map((token) => token.folded);
	const head = words.at(-1) ?? '';
	// `sagte Anna Weber am Montag`: no person is called so, and a day is no part of a name.
	if (tokens[last + 1]?.folded === 'am' && (givenNames.has(words[0] ?? '') || germanDay.test(tokens[behind]?.folded ?? ''))) {
		return false;
	}
	return givenNames.has(words[0] ?? '') || isHead(head) || kindAbroad([head]) !== undefined || germanHeads.has(head);
}

const germanDay = /(?:tag|abend|mittag|morgen|mittwoch|wochenende)$/;

/** Words for institutions that are too short to be told by their ends. */
const germanHeads = new Set('verband verein bund bank rat amt haus zentrale initiative partei land stadt kreis gemeinde'.split(' '));

/** `Boy Scouts of America`, `Jars of Clay`: a plural, which no person, people or place is. */
function isOfManyThings(word: string): boolean {
	return (
		/[^s]s$/.test(word) &&
		word.length > 4 &&
		!noNameOf.has(word) &&
		!givenNames.has(word) &&
		!isPeople(word) &&
		!isKnownPlace(word) &&
		!titles.has(word)
	);
}

/** Of whoever they are, `Residents of …` name nobody, and `Minutes of …` only what is written of somebody; `Rules of Procedure` and `Proceedings of …` are names. */
const noNameOf = new Set(
	`residents inhabitants villagers members employees owners tenants parents relatives survivors victims divers fishers farmers crews users visitors customers
	passengers voters officials representatives leaders heads supporters opponents critics operators players students pupils teachers trustees directors managers
	workers neighbours neighbors readers viewers listeners participants delegates experts specialists thousands hundreds dozens millions scores parts minutes
	notes extracts transcripts summaries reports statements copies details photos pictures images`.split(/\s+/),
);

/** `Center for …`, `Committee on …`, `Convention against …`, `Doctors Without …`. */
function takesPreposition(word: string, connector: string): boolean {
	if (connector === 'without') {
		return word === 'doctors' || word === 'reporters' || word === 'lawyers' || word === 'engineers';
	}
	const isInstitution = organisationHeads.has(word) || lawEnds.has(word) || programmeEnds.has(word);
	return isInstitution && (connector === 'for' || connector === 'on' || connector === 'against');
}

/** Words that take `of` in names though they are no institutions. */
const ofHeads = new Set(
	'commonwealth hall dominion empire duchy riding principality county emirate sultanate caliphate viceroyalty colony protectorate diocese archdiocese series battle battles siege sword game games sea gates heart sons end museum school league federation fellowship order act archives archive secretary minister director president duke prince king queen bishop archbishop chief state states statue tower battle gulf bay cape isle war day voice rights lord city port house order faculty sons daughters knights children women people history journal treaty law bank line sea strait university rule body head chamber'.split(
		' ',
	),
);

/** `Bosnia and Herzegovina`, `Central and Eastern Europe`: both are one place. */
function isPlaceOfTwo({ tokens }: Reading, first: number, behind: number): boolean {
	const phrase = (from: number, to: number) =>
		tokens
			.slice(from, to + 1)
			.map((token) => token.folded)
			.join(' ');
	if (behind - first > 4) {
		return false;
	}
	const isBetweenDirections = behind === first + 2 && isDirection(tokens[first]?.folded ?? '') && isDirection(tokens[behind]?.folded ?? '');
	return (isBetweenDirections && continents.has(tokens[behind + 1]?.folded ?? '')) || isKnownPlace(phrase(first, behind));
}

const continents = new Set(['europe', 'asia', 'africa', 'america']);

/** Whether an own name begins here, rather than the second half of one: `the Ministry of Justice and Amnesty International`. */
function startsOwnName(reading: Reading, at: number, to: number): boolean {
	const { text, tokens } = reading;
	let end = at;
	while (end + 1 < to && text.slice(tokens[end]?.end, tokens[end + 1]?.start) === ' ' && isNameWord(text, tokens[end + 1] as Token)) {
		end++;
	}
	const opening = tokens[at]?.folded ?? '';
	const closing = tokens[end]?.folded ?? '';
	return (
		(end > at && (organisationEnds.has(closing) || placeEnds.has(closing))) ||
		(organisationHeads.has(opening) && tokens[at + 1]?.folded === 'of') ||
		titles.has(opening) ||
		(end > at && givenNames.has(opening) && !isHead(closing))
	);
}

/** `the 2023 Trafficking in Persons Report`: one word behind `the`, a year or an owner, `in`, and words that end as what is published or passed. */
function endsReport(reading: Reading, first: number, last: number, behind: number, to: number): boolean {
	const { text, tokens } = reading;
	let end = behind;
	while (end + 1 < to && text.slice(tokens[end]?.end, tokens[end + 1]?.start) === ' ' && isNameWord(text, tokens[end + 1] as Token)) {
		end++;
	}
	const [word, before] = [tokens[first]?.folded ?? '', tokens[first - 1]];
	return (
		first === last &&
		end > behind &&
		/^(?:report|reports|index|survey|act|bill|programme|program)$/.test(tokens[end]?.folded ?? '') &&
		before !== undefined &&
		(/^(?:the|(?:19|20)\d\d)$/.test(before.folded) || /['’]s?\s?$/.test(text.slice(before.start, before.end + 1))) &&
		!titles.has(word) &&
		!isHead(word) &&
		!isKnownPlace(word)
	);
}

/** `Food and Drug Administration`: one word, `and`, and words that end as institutions do, with `the` before it all. */
function endsInstitution(reading: Reading, first: number, behind: number, to: number): boolean {
	const { text, tokens } = reading;
	let end = behind;
	while (end + 1 < to && text.slice(tokens[end]?.end, tokens[end + 1]?.start) === ' ' && isNameWord(text, tokens[end + 1] as Token)) {
		end++;
	}
	const before = tokens[first - 1]?.folded;
	const isSeveral = end > behind;
	return (
		isSeveral &&
		isFirstHalf(reading, first, behind - 2) &&
		(organisationEnds.has(tokens[end]?.folded ?? '') || lawEnds.has(tokens[end]?.folded ?? '') || tokens[end]?.folded === 'executive') &&
		(tokens[first]?.folded === 'the' || before === undefined || !isContentWord(before))
	);
}

/** Whether the words before `and` may be half a name: no institution's whole name and no place, one to four words. */
function isFirstHalf(reading: Reading, first: number, last: number): boolean {
	const words = reading.tokens.slice(first, last + 1).map((token) => token.folded);
	return (
		words.length <= 4 &&
		!isHead(words.at(-1) ?? '') &&
		!isKnownPlace(words.join(' ')) &&
		!words.some((word) => isPeople(word) && words.length === 1)
	);
}

/**
 * Joins the halves of a name that stands whole elsewhere in the document: `Health and Safety Executive` without `the` where a sentence begins, where
 * `the Health and Safety Executive` proves that it is one.
 */
export function joinHalves({ text, tokens }: Reading, runs: readonly NameRun[]): readonly NameRun[] {
	const wordsOf = (first: number, last: number) => tokens.slice(first, last + 1).map(({ folded }) => folded);
	const whole = new Set(
		runs.flatMap(({ first, last }) => (last - first > 2 ? [wordsOf(first, last).join(' ')] : [])).filter((key) => key.includes(' and ')),
	);
	const joined: NameRun[] = [];
	for (const run of runs) {
		const half = whole.size === 0 ? undefined : joined.at(-1);
		if (
			half !== undefined &&
			half.last + 2 === run.first &&
			text.slice(tokens[half.last]?.end, tokens[run.first]?.start) === ' and ' &&
			whole.has(wordsOf(half.first, run.last).join(' '))
		) {
			joined[joined.length - 1] = { ...half, last: run.last };
		} else {
			joined.push(run);
		}
	}
	return joined;
}
