import { isMonthName } from '../../library/metadata/date.ts';
import { isContentWord, isStopWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { isGeneralNoun } from '../wordLists.ts';
import { isGivenBeforeFamily } from './easternNames.ts';
import { isRoleAbroad } from './kindsAbroad.ts';
import { calendarWords, familiesToo, givenNames, isHead, isKnownPlace, isPeople, parties, roles, titles } from './nameLists.ts';
import type { NameRun } from './nameRuns.ts';
import { isNounInCapitals, isOfficeInCapitals } from './nounsInCapitals.ts';
import { caseOf, type Reading } from './reading.ts';

/** Common words that begin a name where they stand with a capital inside a sentence: `First Great Western`, `Long Island`, `Some Other Son`. */
export const nameOpenings: ReadonlySet<string> = new Set(
	'first second third fourth fifth last one two three four five six seven eight nine ten long little major new old great good big high same another many most more next other few all every some any only young real full free open early late general public national right left under over after before beyond between same best'.split(
		' ',
	),
);

/** `FOR IMMEDIATE RELEASE`, `… UP IN CALIFORNIA`: small words that are no short form of anything, in whatever letters. */
const shoutedSmall = /^(?:for|in|on|at|by|to|from|with|about|like|and)$/;

/** What a mail begins with: `Dear Aurelio`. */
const salutations: ReadonlySet<string> = new Set('dear hello hi hey'.split(' '));

/** Titles that are adjectives before a plain noun: `General Meeting`, `Private Sector`. */
const looseTitles: ReadonlySet<string> = new Set('general major private prime count'.split(' '));

/** Behind these even `Park` alone is somebody's name. */
const personalTitle = /^(?:mr|mrs|ms|dr|prof)$/;

/** Takes off what does not belong to the name at its start; `undefined` if nothing is left. */
export function trimStart(
	reading: Reading,
	from: number,
	last: number,
	isSentenceStart: boolean,
	isInTitle: boolean,
): Omit<NameRun, 'last' | 'isInTitle'> | undefined {
	const { tokens, text } = reading;
	let first = from;
	let hasTitle = false;
	let isInitial = isSentenceStart;
	const isInside = !isSentenceStart && !isInTitle;
	while (first <= last) {
		const token = tokens[first] as Token;
		const word = token.folded;
		// In a line of capitals a small word is one all the same.
		const next = tokens[first + 1];
		const isShouted =
			first < last &&
			next !== undefined &&
			caseOf(text, next) === 'capitals' &&
			(isInTitle || (next.end - next.start > 4 && shoutedSmall.test(word)));
		const isAcronym = caseOf(text, token) === 'capitals' && !isShouted;
		// `State Department`: a common word that begins an institution's name all the same.
		const isState = word === 'state' && first < last && isHead(tokens[last]?.folded ?? '');
		if (
			(titles.has(word) || (next !== undefined && isRoleAbroad(word) && caseOf(text, next) === 'capital')) &&
			first < last &&
			!(looseTitles.has(word) && isOrdinaryWord(tokens[first + 1]?.folded ?? '') && !isTitleBeforeName(reading, first + 1, last)) &&
			!['of', 'for'].includes(tokens[first + 1]?.folded ?? '') &&
			((personalTitle.test(word) && (first + 1 === last || isPersonThough(reading, first, last))) ||
				(!isHead(tokens[last]?.folded ?? '') && !isHead(tokens[first + 1]?.folded ?? '')))
		) {
			hasTitle = true;
			first++;
			isInitial = false;
		} else if (first < last && word === 'm' && reading.language === 'fr' && text.startsWith('. ', token.end)) {
			// `M. Girard` is Monsieur Girard, and no Marie.
			hasTitle = true;
			first++;
			isInitial = false;
		} else if (first < last && (isPartyBeforeName(reading, first, last) || (isSentenceStart && first === from && salutations.has(word)))) {
			first++;
			isInitial = false;
		} else if (!isShouted && isNounInCapitals(reading, first, last)) {
			hasTitle ||= isOfficeInCapitals(word);
			first++;
			isInitial = false;
		} else if (isSentenceStart && first === from && first < last && opensSentences.has(word) && !isHead(tokens[last]?.folded ?? '')) {
			first++;
			isInitial = false;
		} else if (first === from && first < last && isOpeningArticle(text, token, isSentenceStart)) {
			// `A Jesuit priest`: where the sentence begins with it, it is no part of the name.
			first++;
			isInitial = false;
		} else if (
			!isState &&
			!isContentWord(word) &&
			!(isInside && first < last && nameOpenings.has(word)) &&
			token.end - token.start > 1 &&
			!(isAcronym && word !== 'the')
		) {
			first++;
			isInitial = false;
		} else if (
			isSentenceStart &&
			first < last &&
			(first === from || caseOf(text, token) === 'small') &&
			articles.get(reading.language ?? '')?.has(word) === true
		) {
			// `Según la Sindicatura`: both go.
			first++;
		} else if (reading.language === 'de' && first < last && (isStopWord(word, 'de') || germanOpenings.has(word))) {
			// `Von den Wasserversorgern`, `Ihr Präsident`, `Milliarden Euro`
			first++;
		} else if (
			calendarWords.has(word) &&
			!/^(?:may|spring|summer|autumn|winter)$/.test(word) &&
			first < last &&
			!isHead(tokens[last]?.folded ?? '')
		) {
			first++;
		} else if (
			reading.language === 'de' &&
			first === from &&
			first < last &&
			isMonthName(word) &&
			beforeMonths.test(tokens[first - 1]?.folded ?? '')
		) {
			// `im Mai Klage erheben`; Mai Nguyen keeps her name.
			first++;
		} else if (isPeople(word) && last - first >= 2 && givenNames.has(tokens[first + 1]?.folded ?? '')) {
			// `Minnesotan Scott Miller`.
			first++;
			isInitial = false;
		} else if (isSentenceStart && first === from && first < last && word.endsWith('ly') && word.length > 5 && word !== 'italy') {
			first++;
			isInitial = false;
		} else {
			break;
		}
	}
	// `the South Korean` alone, `May` alone: nothing but a people or a date.
	const isNothing = first > last || tokens.slice(first, last + 1).every((token) => calendarWords.has(token.folded));
	const hasArticle = isInside && first === from + 1 && first <= last && tokens[from]?.folded === 'the';
	const afterRoles = findNameBehindRoles(reading, first, last);
	return isNothing
		? undefined
		: { first: afterRoles, isInitial, hasTitle: hasTitle || afterRoles > first, hasArticle: hasArticle && afterRoles === first };
}

/** `Ms. Carol Lake`, `Dr. Soo-jin Park`: behind such a title, whole names that end as places do. `Dr. Wilson Park` may be one. */
function isPersonThough(reading: Reading, title: number, last: number): boolean {
	const { tokens } = reading;
	const given = tokens[title + 1]?.folded ?? '';
	const isWhole = (last === title + 2 && givenNames.has(given)) || (last === title + 3 && isGivenBeforeFamily(reading, title + 1));
	return isWhole && familiesToo.has(tokens[last]?.folded ?? '');
}

/** `Plaintiff Delia Marchetti`, `Defendant Cascade`; not `Claimant Count`, `Plaintiff Class`, which are names of something. */
function isPartyBeforeName({ tokens }: Reading, at: number, last: number): boolean {
	const behind = tokens[at + 1]?.folded ?? '';
	const isThing = at + 1 === last && (isOrdinaryWord(behind) || isGeneralNoun(behind) || looseTitles.has(behind));
	return parties.has(tokens[at]?.folded ?? '') && !isThing;
}

/** `Minister` of `Prime Minister Pashinyan`: a title with somebody behind it. */
function isTitleBeforeName({ tokens }: Reading, at: number, last: number): boolean {
	const behind = tokens[at + 1]?.folded ?? '';
	return at < last && titles.has(tokens[at]?.folded ?? '') && !titles.has(behind) && !roles.has(behind) && !isOrdinaryWord(behind);
}

/** Words that stand before names where a sentence begins, and begin none. */
const opensSentences: ReadonlySet<string> = new Set(
	'following according despite concerning regarding including various numerous several individual certain two three four five six seven eight nine ten'.split(
		' ',
	),
);

/** Gives such a word back to the names that stand inside of a sentence with it: `Three Gorges` where `the Three Gorges` is told of, too. */
export function withOpenings({ text, tokens }: Reading, runs: readonly NameRun[]): readonly NameRun[] {
	const keyOf = (first: number, last: number) =>
		tokens
			.slice(first, last + 1)
			.map(({ folded }) => folded)
			.join(' ');
	const whole = new Set<string>();
	for (const { first, last } of runs) {
		if (first < last && opensSentences.has(tokens[first]?.folded ?? '')) {
			whole.add(keyOf(first, last));
		}
	}
	if (whole.size === 0) {
		return runs;
	}
	return runs.map((run, at) => {
		const first = run.first - 1;
		const opening = tokens[first];
		const isCut =
			opening !== undefined &&
			(runs[at - 1]?.last ?? -1) < first &&
			opensSentences.has(opening.folded) &&
			caseOf(text, opening) === 'capital' &&
			text.slice(opening.end, tokens[run.first]?.start) === ' ';
		return isCut && whole.has(keyOf(first, run.last)) ? { ...run, first, isInitial: true } : run;
	});
}

/** `A` that is no initial. */
function isOpeningArticle(text: string, token: Token, isSentenceStart: boolean): boolean {
	return isSentenceStart && token.folded === 'a' && text[token.end] === ' ';
}

/** Behind these a month is one in German. */
const beforeMonths = /^(?:im|seit|bis|ab|anfang|mitte|ende)$/;

/** Before a name and no part of it: so much of something, and what the sentence begins with. */
const germanOpenings: ReadonlySet<string> = new Set(
	'millionen milliarden mio mrd tausend hunderte tausende dutzende prozent trotz laut wegen angesichts dank infolge begriff ausdruck stichwort'.split(
		' ',
	),
);

/** Articles and other small words by language, folded, where a name begins a sentence: `Die Moorbauern`, `Según la Sindicatura`. Elsewhere they belong to it (`in El Salvador`). */
const articles: ReadonlyMap<string, ReadonlySet<string>> = new Map(
	Object.entries({
		de: 'der die das den dem des ein eine einen einem einer als unter nach bei laut mit seit wenn ob weil falls auch nur fur gegen ohne zwischen wahrend',
		fr: 'le la les un une des selon dans si quand lorsque pour avec contre sans chez apres avant depuis mais',
		es: 'el la los las un una segun con si cuando para por contra sin tras desde pero',
		it: 'il lo la gli le un una uno',
		pt: 'o a os as um uma',
		nl: 'de het een',
		da: 'en et den det',
		sv: 'en ett den det',
		nb: 'en et den det',
	}).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/**
 * `County Coroner William McLaughlin`, `Brigadier General Jesse Auton`: where a given name follows a role or title inside a run, the name begins there;
 * so it does behind what the office is of: `Minister of Internal Affairs Vilayat Eyvazov`.
 */
function findNameBehindRoles(reading: Reading, first: number, last: number): number {
	const { tokens } = reading;
	for (let at = first + 1; at < last && at - first <= 4; at++) {
		const before = tokens[at - 1]?.folded ?? '';
		const isPerson = givenNames.has(tokens[at]?.folded ?? '') || (last - at <= 2 && areUnusual(reading, at, last));
		const own = tokens[at]?.folded ?? '';
		if ((roles.has(before) || titles.has(before)) && isPerson && !roles.has(own) && !titles.has(own)) {
			return at;
		}
	}
	return isBehindJudge(reading, first, last) ? last : findNameBehindOffice(reading, first, last);
}

/** `Employment Judge Ashworth`, `Police Constable Ashworth`: a title of several words, and behind it one word that only names have. */
function isBehindJudge(reading: Reading, first: number, last: number): boolean {
	const { tokens } = reading;
	const family = tokens[last]?.folded ?? '';
	return (
		last - first > 1 &&
		last - first < 4 &&
		/^(?:judge|justice|magistrate|coroner|sheriff|constable|inspector|superintendent|sergeant|minister|senator|councillor|prosecutor)$/.test(
			tokens[last - 1]?.folded ?? '',
		) &&
		!givenNames.has(tokens[first]?.folded ?? '') &&
		areUnusual(reading, last, last) &&
		!isKnownPlace(family) &&
		!isPeople(family) &&
		!roles.has(family) &&
		!titles.has(family)
	);
}

/** Last words of what ministers and directors are for. */
const portfolios: ReadonlySet<string> = new Set(
	'affairs defense defence finance justice interior environment forestry agriculture fisheries immigration police health education trade transport labor labour commerce energy culture sports tourism security rights water planning housing prosecutions operations relations resources communications statistics empowerment development welfare'.split(
		' ',
	),
);

function findNameBehindOffice(reading: Reading, first: number, last: number): number {
	const { tokens, smallCounts } = reading;
	const isOffice = (at: number) => roles.has(tokens[at]?.folded ?? '') || titles.has(tokens[at]?.folded ?? '');
	// `Special Rapporteur on Human Rights Richard Bennett`: the office may stand before the run.
	const of = [-1, 1, 2, 3].map((step) => first + step).find((at) => at < last && /^(?:of|for|on)$/.test(tokens[at]?.folded ?? ''));
	if (of === undefined || !isOffice(of - 1)) {
		return first;
	}
	for (let at = Math.max(of + 2, last - 3); at < last; at++) {
		const before = tokens[at - 1]?.folded ?? '';
		// `Justice and Empowerment Ramdas Athawale`: what joins two topics ends none.
		const isTopic =
			isContentWord(before) &&
			(portfolios.has(before) ||
				isOrdinaryWord(before) ||
				isGeneralNoun(before) ||
				isHead(before) ||
				isKnownPlace(before) ||
				smallCounts.has(before));
		if (
			isTopic &&
			!portfolios.has(tokens[at]?.folded ?? '') &&
			areUnusual(reading, at, last) &&
			!tokens.slice(at, last + 1).some(({ folded }) => isKnownPlace(folded) || isPeople(folded))
		) {
			return at;
		}
	}
	return first;
}

/** Whether no word of these is one that names have and people have not, or stands in small letters elsewhere. */
export function areUnusual({ tokens, smallCounts }: Reading, first: number, last: number): boolean {
	return tokens
		.slice(first, last + 1)
		.every(
			({ folded }) =>
				!isHead(folded) && !isOrdinaryWord(folded) && !isGeneralNoun(folded) && isContentWord(folded) && !smallCounts.has(folded),
		);
}
