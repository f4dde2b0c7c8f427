import { makeStepTest, type Steps } from '../../base/steps.ts';
import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import type { TermKind } from '../card.ts';
import { isCompany, withoutCompanyForm } from '../companyNames.ts';
import type { NameFinding } from '../findings.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { isAdjective, isAdverb, isGeneralNoun } from '../wordLists.ts';
import { readAuthors } from './authors.ts';
import { isSpeakingNoun } from './claimWords.ts';
import { joinHalves } from './nameConnectors.ts';
import { type NameEvidence, weigh } from './nameEvidence.ts';
import { kindOf } from './nameKinds.ts';
import {
	calendarWords,
	foldPhrase,
	givenNames,
	isHead,
	isKnownPlace,
	isPeople,
	leadingFamilyNames,
	parties,
	roles,
	titles,
	tradeNames,
} from './nameLists.ts';
import { shareKinds } from './nameRows.ts';
import { findNameRuns, type NameRun } from './nameRuns.ts';
import { withOpenings } from './nameStarts.ts';
import { numbered } from './nameTails.ts';
import { findQuotedTitles, mergeTitles } from './quotedTitles.ts';
import { caseOf, type Reading } from './reading.ts';
import { isParticiple } from './verbWords.ts';

/** How many names are judged in one step. */
const decidedNames = 500;

/**
 * The names of a document, in order, each occurrence: people, organisations, places, laws, programmes; `concept` where the kind is not clear.
 * Kinds are given by words in the name (`Ministry of …`, `… Act`), by what stands around it (a title, a role, a verb of saying, `in`), and by
 * lists of countries and given names, for all occurrences in the document together. A single capital at the start of a sentence counts only
 * where the same word stands with a capital inside a sentence, or is known. A family name alone takes the kind of the person.
 */
export function* findNames(reading: Reading): Steps<NameFinding[]> {
	const isStepDue = makeStepTest();
	const known = collectKnownPeople(reading);
	const evidence = new Map<string, NameEvidence>();
	const keys: string[] = [];
	const runs = joinHalves(reading, withOpenings(reading, mergeTitles(yield* findNameRuns(reading), yield* findQuotedTitles(reading))));
	for (const run of runs) {
		const key = keyOfRun(reading, run);
		keys.push(key);
		let entry = evidence.get(key);
		if (entry === undefined) {
			entry = { runs: [], words: key.split(' '), firm: 0, person: 0, place: 0, organisation: 0, isCompany: false, told: 0, counted: 0 };
			evidence.set(key, entry);
		}
		entry.runs.push(run);
		entry.firm += run.isInTitle || (run.isInitial && run.first === run.last) ? 0 : 1;
		weigh(reading, run, entry);
		if (isStepDue(reading.tokens[run.first]?.start ?? 0)) {
			yield;
		}
	}
	const titled = new Set(
		[...evidence.values()]
			.filter((entry) => isOneWord(reading, entry) && entry.words[0]?.length !== 1 && entry.runs.some(({ hasTitle }) => hasTitle))
			.map(({ words }) => words.join(' ')),
	);
	for (const entry of evidence.values()) {
		// `Ms Nwosu` says who `Ifeoma Nwosu` is.
		if (
			entry.words.length > 1 &&
			entry.words.length < 4 &&
			titled.has(findJoinedFamily(reading, entry) ?? entry.words.at(-1) ?? '') &&
			!entry.words.some(isOfOffice)
		) {
			entry.person += 3;
		}
	}
	for (const { words } of evidence.values()) {
		const bare = words.length > 2 && isCompany(words) ? evidence.get(withoutCompanyForm(words).join(' ')) : undefined;
		if (bare !== undefined) {
			bare.isCompany = true;
		}
	}
	yield;
	yield* shareKinds(reading, runs, keys, evidence, known);
	const familyNames = new Set<string>();
	/** Last words of longer names that are of no clear kind. */
	const lastWords = new Set<string>();
	for (const [key, entry] of evidence) {
		if (entry.words.length > 1 && entry.words.length < 4 && entry.firm > 0 && kindOf(reading, entry, known) === 'concept') {
			lastWords.add(entry.words.at(-1) ?? '');
		}
		if (entry.words.length > 1 && (known.has(key) || kindOf(reading, entry, known) === 'person')) {
			// `Mr. R.` is not `Carol R.`
			if (entry.words.at(-1)?.length !== 1) {
				familyNames.add(entry.words.at(-1) ?? '');
			}
			const joined = findJoinedFamily(reading, entry);
			if (joined !== undefined) {
				familyNames.add(joined);
			}
			if (leadingFamilyNames.has(entry.words[0] ?? '')) {
				familyNames.add(entry.words[0] ?? '');
			}
		}
	}
	yield;
	const kinds = new Map<string, TermKind | undefined>();
	for (const [key, entry] of evidence) {
		kinds.set(key, decide(reading, entry, known, familyNames, lastWords));
		if (kinds.size % decidedNames === 0) {
			yield;
		}
	}
	const findings: NameFinding[] = [];
	runs.forEach((run, at) => {
		const key = keys[at] ?? '';
		// An `MA` is none, though a `Mr. Ma` is somebody.
		const isNothing = namesNothing(key) && !familyNames.has(key) && caseOf(reading.text, reading.tokens[run.first] as Token) === 'capitals';
		const kind = isNothing
			? undefined
			: (kinds.get(key) ?? (run.hasArticle && isContentWord(key) && !namesNothing(key) ? 'concept' : undefined));
		const range = rangeOfRun(reading, run);
		if (kind !== undefined) {
			findings.push({ text: reading.text.slice(range.start, range.end), kind, ...range });
		}
	});
	return findings;
}

function rangeOfRun(reading: Reading, run: NameRun): { readonly start: number; readonly end: number } {
	const { text, tokens } = reading;
	const start = tokens[run.hasArticle ? run.first - 1 : run.first]?.start ?? 0;
	let end = tokens[run.last]?.end ?? 0;
	if (/['’‘ʼ]s$/i.test(text.slice(end - 2, end)) && !ownsNothing(reading, run.last)) {
		end -= 2;
	}
	// `Kerrang! announced`: a sentence does not go on in small letters.
	if (text[end] === '!' && /^!(?:[,;)]|\s\p{Ll})/u.test(text.slice(end, end + 3))) {
		end++;
	}
	// The last point of `Inc.`, `Jr.`, `U.S.`.
	if (text[end] === '.' && (/\.\p{Lu}$/u.test(text.slice(end - 2, end)) || /(?:Inc|Ltd|Corp|Co|Jr|Sr)$/.test(text.slice(start, end)))) {
		end++;
	}
	return { start, end };
}

/** `sold at Macy’s in May`: where a small word follows that no thing is called by, the name is written so. */
function ownsNothing({ text, tokens }: Reading, last: number): boolean {
	const behind = tokens[last + 1];
	return (
		behind !== undefined &&
		text.slice(tokens[last]?.end, behind.start) === ' ' &&
		behindWholes.has(behind.folded) &&
		caseOf(text, behind) === 'small'
	);
}

const behindWholes = new Set('in on at was is were are has have had with by to for from as when where since until will would'.split(' '));

function keyOfRun(reading: Reading, run: NameRun): string {
	return reading.tokens
		.slice(run.first, run.last + 1)
		.map((token) => token.folded)
		.join(' ');
}

/** `Prosecutor General`: words of an office, whatever else ends in them. */
function isOfOffice(word: string): boolean {
	return titles.has(word) || (roles.has(word) && !tradeNames.has(word)) || isHead(word);
}

/** The people whom the document's own data name: its author, who is quoted, and who speaks in it. */
function collectKnownPeople(reading: Reading): ReadonlySet<string> {
	const known = new Set(reading.quotes.flatMap((quote) => (quote.speaker === null ? [] : [foldPhrase(quote.speaker)])));
	for (const speaker of reading.utterances.people) {
		known.add(foldPhrase(speaker));
	}
	for (const { name, kind } of reading.author === null ? [] : readAuthors(reading.author)) {
		if (kind === 'person') {
			known.add(foldPhrase(name));
		}
	}
	return known;
}

/** The kind of a name; `undefined` if it is more likely none. */
function decide(
	reading: Reading,
	entry: NameEvidence,
	known: ReadonlySet<string>,
	familyNames: ReadonlySet<string>,
	lastWords: ReadonlySet<string>,
): TermKind | undefined {
	const kind = kindOf(reading, entry, known);
	const [word = ''] = entry.words;
	if (entry.words.length > 1) {
		if (kind === 'concept' && familyNames.has(entry.words.join(' ')) && (entry.firm > 0 || entry.person >= 1)) {
			return 'person';
		}
		// `R. J. Bentham`, where somebody is called Bentham.
		if (kind === 'concept' && familyNames.has(entry.words.at(-1) ?? '') && entry.words.slice(0, -1).every(({ length }) => length === 1)) {
			return 'person';
		}
		// A headline alone proves nothing, unless what is in it is known by its form.
		const isOfAKind =
			kind === 'concept' &&
			entry.runs.every((run) => /^an?$/.test(reading.tokens[run.first - 1]?.folded ?? '')) &&
			isOrdinaryWord(entry.words.findLast((part) => !/^\d/.test(part)) ?? '');
		return isOfAKind || (entry.firm === 0 && kind === 'concept') || isOfHeadings(reading, entry, kind) || isShouted(reading, entry, kind)
			? undefined
			: kind;
	}
	// `Berg denied it`, at the start of a sentence: any verb of saying is enough behind a whole name.
	if (familyNames.has(word) && (entry.firm > 0 || entry.person > 0)) {
		return 'person';
	}
	// `Stoloff was born`: at the start of sentences only, but the end of a longer name.
	if (
		entry.firm === 0 &&
		lastWords.has(word) &&
		(reading.smallCounts.get(word) ?? 0) === 0 &&
		!isOrdinaryWord(word) &&
		!isGeneralNoun(word)
	) {
		return entry.runs.some((run) => !run.isInTitle) ? kind : undefined;
	}
	// `Boultham is a village`: at the start of a sentence only, but told what it is.
	if (entry.firm === 0 && entry.told > 0 && (reading.smallCounts.get(word) ?? 0) === 0 && isContentWord(word) && !isOrdinaryWord(word)) {
		return kind;
	}
	// `Lee argues`: at the start of a sentence only, but somebody who says something.
	if (entry.firm === 0 && entry.person >= 1 && isLikelySpeaker(reading, word)) {
		return 'person';
	}
	// `Schedule` of `Schedule 2`: a reference.
	if (parties.has(word) || (numbered.has(word) && kind !== 'person')) {
		return undefined;
	}
	const run = entry.runs[0];
	const token = run === undefined ? undefined : reading.tokens[run.first];
	const isAcronym = token !== undefined && caseOf(reading.text, token) === 'capitals';
	// `Mr. Ma` is somebody.
	const isShortName = kind === 'person' && token !== undefined && /^\p{Lu}\p{Ll}$/u.test(reading.text.slice(token.start, token.end));
	if (word.length < 2 || (titles.has(word) && entry.person < 2) || (namesNothing(word) && !isShortName)) {
		return undefined;
	}
	if (isAcronym) {
		// What a line all in capitals has is no acronym; the acronyms' own finder says what others stand for.
		if (kind === 'concept' && entry.counted * 3 >= entry.runs.length) {
			return undefined;
		}
		const isTold = entry.firm > 0 || entry.runs.some((place) => !place.isInTitle);
		return kind === 'place' || isTold ? kind : undefined;
	}
	if (kind === 'place' && entry.words.length === 1 && isKnownPlace(word)) {
		return kind;
	}
	const small = reading.smallCounts.get(word) ?? 0;
	// `the Government`, `around the World`: an everyday noun is no name by its capital alone.
	if (kind === 'concept' && (isOrdinaryWord(word) || isAdverb(word))) {
		return undefined;
	}
	// German writes every noun with a capital.
	if (
		kind === 'concept' &&
		reading.language === 'de' &&
		token !== undefined &&
		/^\p{Lu}\p{Ll}+$/u.test(reading.text.slice(token.start, token.end))
	) {
		return undefined;
	}
	if (calendarWords.has(word) || entry.firm === 0 || small >= entry.firm || (!isContentWord(word) && small > 0)) {
		return undefined;
	}
	return kind;
}

/**
 * `Peaceful Assembly`, `Sexual Orientation`: words with capitals in headings, and where the document tells of those, which it writes in small letters
 * elsewhere. What ends as everyday words do is no institution by that.
 */
function isOfHeadings({ smallCounts }: Reading, { words, runs, firm }: NameEvidence, kind: TermKind): boolean {
	const isLoose = kind === 'concept' || (kind === 'organisation' && looseEnds.has(words.at(-1) ?? ''));
	return isLoose && firm * 2 <= runs.length && words.every((word) => !isContentWord(word) || smallCounts.has(word));
}

/** Words that end the names of institutions, and as many headings. */
const looseEnds: ReadonlySet<string> = new Set(
	'assembly service services news society times post review watch mission team group movement press house systems technologies records force forces guard front trust exchange'.split(
		' ',
	),
);

/** `IMMEDIATE RELEASE`, `CONCERNED SISTER`: everyday words in capitals, which nobody is called by. */
function isShouted({ text, tokens, smallCounts }: Reading, { words, runs }: NameEvidence, kind: TermKind): boolean {
	return (
		kind === 'concept' &&
		words.some((word) => word.length > 5) &&
		words.every((word) => isOrdinaryWord(word) || isAdjective(word) || isParticiple(word) || smallCounts.has(word)) &&
		runs.every(({ first, last }) => tokens.slice(first, last + 1).every((token) => caseOf(text, token) === 'capitals'))
	);
}

/** `vasquez holm` of `Ingrid Vasquez-Holm`, `al masri` of `Omar al-Masri`, `d avila` of `Lucia d’Avila`: the words of a family name that marks join. */
function findJoinedFamily({ text, tokens }: Reading, { runs, words }: NameEvidence): string | undefined {
	const [run] = runs;
	let first = run?.last ?? 0;
	while (run !== undefined && first > run.first && /^[-‐‑'’]$/.test(text.slice(tokens[first - 1]?.end, tokens[first]?.start))) {
		first--;
	}
	const length = (run?.last ?? 0) - first + 1;
	return run === undefined || length === 1 || first === run.first ? undefined : words.slice(-length).join(' ');
}

/** Whether the name is written as one word: `Nwosu`, `Sander-Mohn`. */
function isOneWord({ text, tokens }: Reading, { runs, words }: NameEvidence): boolean {
	const [run] = runs;
	return words.length === 1 || (run !== undefined && !/\s/.test(text.slice(tokens[run.first]?.start, tokens[run.last]?.end)));
}

/** Degrees, forms of companies, and short forms that every text has: capitals alone that are nobody's and nothing's name. */
function namesNothing(word: string): boolean {
	return shortNothings.has(word.replaceAll('.', ''));
}

const shortNothings = new Set(
	(
		'qc kc obe cbe mbe kbe dbe gbe frs esq msp phd msc bsc llb llm mba md ma ba jd mphil edd dphil inc ltd llc llp lp plc corp gmbh dac cic fze fzco dmcc bhd jsc ojsc cd cds dvd dvds dj djs ep eps lp lps tv tvs suv suvs vip ' +
		'vips pc pcs id ids ceo ceos cfo cto coo mp mps mep meps pm am aka faq faqs diy pr hr rpm mph ok sos ii iii iv vi vii viii'
	).split(' '),
);

/** `Twelve states had laws`: a number, and no verb. */
const countWord =
	/^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)$/;

/** Whether a single capital before a verb of saying is somebody's name rather than `Critics`, `Police` or `Research`. */
function isLikelySpeaker(reading: Reading, word: string): boolean {
	const isKnown = leadingFamilyNames.has(word) || givenNames.has(word);
	const isPlain =
		isSpeakingNoun(word) ||
		roles.has(word) ||
		word.endsWith('s') ||
		word.endsWith('ing') ||
		isGeneralNoun(word) ||
		isAdverb(word) ||
		!isContentWord(word) ||
		countWord.test(word);
	return isKnown || (!isPlain && (reading.smallCounts.get(word) ?? 0) === 0 && !isPeople(word));
}
