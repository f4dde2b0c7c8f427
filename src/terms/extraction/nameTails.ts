import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import { isNameWord } from './nameConnectors.ts';
import { calendarWords, givenNames, isKnownPlace, isPeople, lawEnds, organisationEnds, placeEnds, programmeEnds } from './nameLists.ts';
import { caseOf, type Reading } from './reading.ts';

/** Whether a word has a possessive at its end. */
export function isPossessive(text: string, token: Token): boolean {
	const last = text.charCodeAt(token.end - 1);
	if (last !== 0x73 && last !== 0x53) {
		return false;
	}
	return /['’‘ʼ]s$/i.test(text.slice(token.start, token.end)) || /^s['’](?=\s)/.test(text.slice(token.end - 1, token.end + 2));
}

/** Who many are: `the Democratic People’s Republic`. */
const ofAll =
	/^(?:women|woman|men|children|child|people|worker|workers|veterans|nurses|king|queen|lawyers|teachers|mothers|students|girls|boys|nobel|saint|farmers|(?:sea|fisher|fire|police|business|trades|crafts|herds|boat|rail|service)(?:wo)?men)$/;

/** `Women’s Rights Project`, `People's Republic`: the word is a plain one, and what follows ends as institutions do. */
export function goesOnAfterPossessive(reading: Reading, first: number, last: number, to: number): boolean {
	const { text, tokens, smallCounts } = reading;
	const word = tokens[last]?.folded ?? '';
	// `Leeds Tenants' Union`: many own it, so that it is theirs by name.
	let opening = last;
	while (opening > first && caseOf(text, tokens[opening - 1] as Token) !== 'small') {
		opening--;
	}
	const isOfMany =
		last - opening <= 2 && /^s['’] $/.test(text.slice((tokens[last]?.end ?? 0) - 1, tokens[last + 1]?.start)) && !givenNames.has(word);
	const isOfAll = ofAll.test(word);
	// `Battle of Sayler's Creek`: what is behind the owner is the end of the name that `of` joins.
	const isBehindOf = last - first === 2 && tokens[last - 1]?.folded === 'of' && !isKnownPlace(word);
	if (isSiteOf(reading, first, last, to)) {
		return true;
	}
	if (!isOfMany && !isOfAll && !isBehindOf && (last !== first || !smallCounts.has(word))) {
		return isCompanyAhead(reading, last + 1, to);
	}
	let at = last + 1;
	while (
		at < to &&
		at - last < 5 &&
		isNameWord(text, tokens[at] as Token) &&
		(at === last + 1 || /^\s$/.test(text.slice(tokens[at - 1]?.end, tokens[at]?.start)))
	) {
		at++;
	}
	const end = tokens[at - 1]?.folded ?? '';
	if (isBehindOf) {
		return at > last + 1 && placeEnds.has(end);
	}
	return at > last + 1 && (organisationEnds.has(end) || placeEnds.has(end) || lawEnds.has(end) || programmeEnds.has(end));
}

/** `Tanner's Wharf`, `St. Brannock's Estate`: a site that is called after somebody, by one word. `Oslo's Harbour` is the town's. */
function isSiteOf({ text, tokens }: Reading, first: number, last: number, to: number): boolean {
	const [owner, site, next] = [tokens[last] as Token, tokens[last + 1], tokens[last + 2]];
	const isAlone = last === first || (last === first + 1 && tokens[first]?.folded === 'st');
	if (!isAlone || site === undefined || last + 1 >= to || !(siteEnds.has(site.folded) || placeEnds.has(site.folded))) {
		return false;
	}
	const goesOn = next !== undefined && last + 2 < to && text.slice(site.end, next.start) === ' ' && caseOf(text, next) !== 'small';
	return (
		caseOf(text, site) === caseOf(text, owner) &&
		!goesOn &&
		!isKnownPlace(owner.folded) &&
		!isPeople(owner.folded) &&
		isContentWord(owner.folded)
	);
}

/** What sites are called that names of places do not end in elsewhere. */
const siteEnds = new Set(
	'bazar bazaar field fields estate cross green corner hospital college school church cathedral chapel farm mill gate yard ferry landing point cove wood court'.split(
		' ',
	),
);

/**
 * `Highway 301`, `Caloi 10`: a number behind a name inside of a sentence, and behind it no noun that it could count. Years are none, nor is what
 * follows a date, a reference (`Table 3`) or a country.
 */
export function isNumberOfName({ text, tokens, language }: Reading, first: number, last: number, to: number): boolean {
	const [current, number, next] = [tokens[last] as Token, tokens[last + 1] as Token, tokens[last + 2]];
	if (!/^\d{1,4}$/.test(number.folded) || /^(?:1[5-9]|20)\d\d$/.test(number.folded) || numbered.has(current.folded)) {
		return false;
	}
	if (
		calendarWords.has(current.folded) ||
		isKnownPlace(current.folded) ||
		givenNames.has(tokens[first]?.folded ?? '') ||
		!isContentWord(current.folded)
	) {
		return false;
	}
	// `Children 15 and older`: a capital at the start of a sentence is no name yet.
	const before = tokens[first - 1];
	if (last === first && (before === undefined || /[.!?:\n]/.test(text.slice(before.end, tokens[first]?.start)))) {
		return false;
	}
	const gap = text.slice(number.end, number.end + 2);
	// `Orchard Society 14 March 2023`
	if (next !== undefined && gap.startsWith(' ') && calendarWords.has(next.folded)) {
		return false;
	}
	if (/^(?:[.,:]\d|[-–—/%°]|[’'])/.test(gap)) {
		return false;
	}
	const isBeforeWord = next !== undefined && last + 2 < to && gap.startsWith(' ');
	// `2020 erhielt der Mercer-Fonds 85 Millionen Euro`: what is counted has a capital in German.
	return !isBeforeWord || !isContentWord(next.folded) || (language !== 'de' && caseOf(text, next) !== 'small');
}

/** Words that a reference begins with. */
export const numbered: ReadonlySet<string> = new Set(
	'figure fig figures table tables page pages section sections chapter chapters part parts volume vol appendix annex box note footnote item step day number no room line column row paragraph para example exhibit issue version level phase stage grade schedule schedules clause clauses article articles rule rules regulation regulations annexe recital subsection recommendation finding ground count option scenario age ages about over some only just nearly almost class question'.split(
		' ',
	),
);

/** `Nicholson's Limited`, `Weaver's Tea Company Ltd`: the words end as a company's name must by law. */
function isCompanyAhead({ text, tokens }: Reading, from: number, to: number): boolean {
	for (let at = from; at < to && at - from < 5 && isNameWord(text, tokens[at] as Token); at++) {
		if (/^(?:limited|ltd|inc|incorporated|plc|llc|gmbh|corp|corporation)$/.test(tokens[at]?.folded ?? '')) {
			return true;
		}
		if (text.slice(tokens[at]?.end, tokens[at + 1]?.start) !== ' ') {
			return false;
		}
	}
	return false;
}
