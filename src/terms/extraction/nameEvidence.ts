import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import { isAdverb } from '../wordLists.ts';
import { isRoleAbroad } from './kindsAbroad.ts';
import { findClassAhead, organisationNouns, placeNouns } from './nameClasses.ts';
import { calendarWords, givenNames, isHead, isKnownPlace, leadingFamilyNames, roles, sayingVerbs } from './nameLists.ts';
import type { NameRun } from './nameRuns.ts';
import { weighPersonCues } from './personCues.ts';
import { caseOf, type Reading } from './reading.ts';

/** All that a document says of one written name. */
export interface NameEvidence {
	readonly runs: NameRun[];
	readonly words: readonly string[];
	/** Occurrences inside a sentence of the body, where a capital means a name. */
	firm: number;
	person: number;
	place: number;
	organisation: number;
	/** The document has it with the form of a company: `John Lewis`, `John Lewis plc`. */
	isCompany: boolean;
	/** Occurrences behind which stands what it is: `… is a village`. */
	told: number;
	/** Occurrences behind a number or `a`: `his second KO`, `a CD`. */
	counted: number;
}

/** Adds what stands around a run to the evidence. */
export function weigh(reading: Reading, run: NameRun, entry: NameEvidence): void {
	const { text, tokens } = reading;
	const before = tokens[run.first - 1];
	const after = tokens[run.last + 1];
	const gapBefore = before === undefined ? '' : text.slice(before.end, tokens[run.first]?.start);
	const gapAfter = after === undefined ? '' : text.slice(tokens[run.last]?.end, after.start);
	if (run.hasTitle) {
		entry.person += 3;
	}
	if (entry.person < enough) {
		entry.person += weighPersonCues(reading, run);
	}
	if (before !== undefined && gapBefore === ' ') {
		entry.counted += /^(?:an?|\d.*|first|second|third|several|two|three)$/.test(before.folded) ? 1 : 0;
		const isSmall = caseOf(text, before) === 'small';
		if ((isSmall && organisationNouns.has(before.folded)) || /^(?:ngo|cso)s?$/.test(before.folded)) {
			entry.organisation += 2;
		} else if (before.folded === 'of' && placeNouns.has(tokens[run.first - 2]?.folded ?? '')) {
			entry.place += 3;
		} else if (isSmall && (roles.has(before.folded) || isRoleAbroad(before.folded))) {
			entry.person += 2;
		} else if (sayingVerbs.has(before.folded) && isSmall && /[”"’]/.test(text.slice(before.start - 3, before.start))) {
			entry.person += 2;
		} else if (before.folded === 'by' && doneByOne.test(tokens[run.first - 2]?.folded ?? '')) {
			entry.person += 1;
		} else if (before.folded === 'in' || before.folded === 'near' || before.folded === 'throughout') {
			// `In Haneul’s own report`: it is the report that something stands in.
			entry.place += /['’]s?$/.test(text.slice(tokens[run.last]?.start, tokens[run.last]?.end)) ? 0 : 1;
		} else if (before.folded === 'from' || before.folded === 'to') {
			entry.place += 0.4;
		} else if (before.folded === 'at') {
			entry.place += isWorkBefore(tokens[run.first - 2]) ? 0 : 1;
		} else if (before.folded === 'the') {
			entry.person -= 1;
			entry.place -= 0.5;
		}
	}
	// `Its chief executive, Tobias Renn, said`
	if (before !== undefined && gapBefore === ', ' && /^,/.test(gapAfter) && run.last > run.first && caseOf(text, before) === 'small') {
		entry.person +=
			(roles.has(before.folded) || isRoleAbroad(before.folded)) &&
			!companiesAre.test(before.folded) &&
			!isHead(tokens[run.last]?.folded ?? '')
				? 2
				: 0;
	}
	// `In Leeds, a teacher …`: what follows the comma is told of somebody else.
	const isBehindPlace =
		gapAfter === ', ' && /^(?:in|at|on|near|during|since|under|throughout|across|outside|inside)$/.test(before?.folded ?? '');
	const told =
		after === undefined || isBehindPlace || isPerhapsCompany(reading, run) ? undefined : findClassAhead(reading, run.last + 1, gapAfter);
	if (told !== undefined) {
		entry.told += gapAfter === ' ' ? 1 : 0;
		// `The Orrin Bronze is the head of a king`: who has an article before the name is somebody by a title only.
		const isThing = told === 'person' && before?.folded === 'the' && gapBefore === ' ' && run.last > run.first && !run.hasTitle;
		if (told !== 'work' && !isThing) {
			entry[told === 'person' && isSpelledOut(text, tokens, run) ? 'organisation' : told] += 3;
		}
	}
	if (after !== undefined) {
		const verb = gapAfter === ' ' ? verbAfter(text, tokens, run.last + 1) : after;
		if (gapAfter === ' ' && sayingVerbs.has(verb.folded) && caseOf(text, verb) === 'small') {
			entry.person += institutionsSay.has(verb.folded) ? 0.4 : 1;
		} else if (gapAfter === ' ' && isLifeAhead(tokens, run.last + 1)) {
			entry.person += 2;
		} else if (
			/^ \($/.test(gapAfter) &&
			/^(?:born|[bd]|1[0-9]{3})$/.test(after.folded) &&
			isSpanOfLife(text.slice(after.start, after.end + 40))
		) {
			entry.person += 2;
		} else if (
			gapAfter === ', ' &&
			!isBehindPlace &&
			!isSpelledOut(text, tokens, run) &&
			!isPerhapsCompany(reading, run) &&
			isRoleAhead(text, tokens, run.last + 1)
		) {
			entry.person += 2;
		} else if (gapAfter === ', ' && isPlaceAt(tokens, run.last + 1)) {
			entry.place += 1;
		} else if (
			gapAfter === ', ' &&
			/^\d{2}$/.test(after.folded) &&
			!isCounting(text, after, tokens[run.last + 2]) &&
			!/^[:./-]\d/.test(text.slice(after.end, after.end + 2)) &&
			!calendarWords.has(tokens[run.last + 2]?.folded ?? '')
		) {
			entry.person += 2;
		}
	}
}

/** `later denied`, `quickly said`: the word at `at`, or behind an adverb. */
function verbAfter(text: string, tokens: readonly Token[], at: number): Token {
	const [word, next] = [tokens[at] as Token, tokens[at + 1]];
	const isBefore = isAdverb(word.folded) || /^(?:also|then|later|once|still|soon|never|again)$/.test(word.folded);
	return isBefore && next !== undefined && text.slice(word.end, next.start) === ' ' && caseOf(text, word) === 'small' ? next : word;
}

/** `In the Marlow Fire, 17 people`: no age. */
function isCounting(text: string, number: Token, next: Token | undefined): boolean {
	const word = next?.folded ?? '';
	return text[number.end] === ' ' && next?.start === number.end + 1 && isContentWord(word) && !/^(?:years?|months?)$/.test(word);
}

/** More makes nobody more of a person. */
const enough = 3;

/** People by what they study: more than a list has. */
const scholars = /(?:ologist|ographer|iatrist|[mnt]ician|onomist|physicist)$/;

/**
 * `BaFin, the financial supervisor`: one word with a capital inside, which no family name has but `McNeil` and `DeVos`; `KPMG, the auditor`: a few
 * capitals that are no family's (`LEE, a nurse`).
 */
function isSpelledOut(text: string, tokens: readonly Token[], { first, last, hasTitle }: NameRun): boolean {
	const token = tokens[first];
	if (token === undefined || first !== last || hasTitle) {
		return false;
	}
	const written = text.slice(token.start, token.end);
	return /^\p{Lu}{3,5}$/u.test(written)
		? !leadingFamilyNames.has(token.folded) && !givenNames.has(token.folded)
		: /^(?!Ma?c|De|Di|Du|La|Le|Van|Fitz|O['’])\p{Lu}\p{Ll}+\p{Lu}/u.test(written);
}

/** What companies are to others as often as people. */
const companiesAre =
	/^(?:operator|owner|developer|producer|publisher|partner|investor|trustee|consultant|agent|designer|trader|broker|member|victim|auditor|accountant|surveyor|assessor|financier)$/;

/** `Deloitte, the accountant`, `Vattland, owner of the mine`: one word alone, behind which stands what companies are as often as people. */
function isPerhapsCompany({ text, tokens }: Reading, run: NameRun): boolean {
	const { first, last, hasTitle } = run;
	const name = tokens[first];
	if (
		name === undefined ||
		first !== last ||
		hasTitle ||
		isSpelledOut(text, tokens, run) ||
		givenNames.has(name.folded) ||
		leadingFamilyNames.has(name.folded)
	) {
		return false;
	}
	for (let at = last + 1; at < Math.min(tokens.length, last + 6); at++) {
		const gap = text.slice(tokens[at - 1]?.end, tokens[at]?.start);
		if (gap !== (at === last + 1 ? ', ' : ' ') && !(gap === '-' && at > last + 1)) {
			return false;
		}
		const word = tokens[at]?.folded ?? '';
		if (companiesAre.test(word) || noRole.has(word)) {
			return companiesAre.test(word);
		}
	}
	return false;
}

/** What is done by one person more often than by an institution: `directed by …`. */
const doneByOne =
	/^(?:directed|written|co-written|coached|hosted|painted|composed|sung|portrayed|played|voiced|narrated|edited|translated|illustrated|photographed|murdered|chaired|presided|authored|drawn|sculpted|invented|discovered|accompanied|succeeded|inspired|choreographed|penned)$/;

/** `a buyer at Nestlé`, `works at Google`: an employer as often as a place. */
function isWorkBefore(token: Token | undefined): boolean {
	return (
		token !== undefined &&
		(roles.has(token.folded) ||
			/^(?:work(?:s|ed|ing)?|job|jobs|career|employed|buyers?|staff|shares?|blog|hosted|account|executives?|nobody|anybody|anyone|everybody|everyone|somebody|someone|people|colleagues?|managers?|bosses|engineers?|lawyers?|sources?)$/.test(
				token.folded,
			))
	);
}

/** What people do once or twice in a life: `was born`, `married`, `graduated`. */
function isLifeAhead(tokens: readonly Token[], at: number): boolean {
	const verb = tokens[at]?.folded ?? '';
	return (
		/^(?:died|married|graduated|retired|himself|herself|studied|emigrated|enrolled)$/.test(verb) ||
		(/^(?:was|were|is|has)$/.test(verb) &&
			/^(?:born|married|arrested|educated|imprisoned|survived|murdered)$/.test(tokens[at + 1]?.folded ?? ''))
	);
}

/** `(born 1950)`, `(1920–1990)`, `(May 4, 1920 – …)`: what stands in the parenthesis begins with a birth or holds two years. */
function isSpanOfLife(inside: string): boolean {
	return /^(?:born\b|b\.)/.test(inside) || /^1\d{3}\s?(?:[-–—]|--)\s?(?:1\d{3}|20\d\d)\)/.test(inside);
}

/** Whether a country or city that is known by its name stands here: `Whitbury, England`. */
function isPlaceAt(tokens: readonly Token[], at: number): boolean {
	const [first = '', second = ''] = [tokens[at]?.folded, tokens[at + 1]?.folded];
	return isKnownPlace(first) || isKnownPlace(`${first} ${second}`);
}

/** What offices and reports do as often as people. */
const institutionsSay = new Set(
	'reported reports stated estimated estimates announced noted declared suggests suggested urged alleged denied'.split(' '),
);

/** Words that a role does not go on over. */
const noRole = new Set('who which where and but is was are were be been has have had will would to said says told'.split(' '));

/** Whether `a former labour activist` or the like begins here: a role within the next five small words. */
function isRoleAhead(text: string, tokens: readonly Token[], at: number): boolean {
	for (let next = at; next < Math.min(tokens.length, at + 5); next++) {
		const token = tokens[next] as Token;
		if (next > at && text.slice(tokens[next - 1]?.end, token.start) !== ' ' && text.slice(tokens[next - 1]?.end, token.start) !== '-') {
			return false;
		}
		if (roles.has(token.folded) || scholars.test(token.folded)) {
			// `Chiapas, detained pastor Gilberto Diaz`: somebody else's.
			const behind = tokens[next + 1];
			return behind === undefined || text.slice(token.end, behind.start) !== ' ' || caseOf(text, behind) === 'small';
		}
		if (noRole.has(token.folded)) {
			return false;
		}
	}
	return false;
}
