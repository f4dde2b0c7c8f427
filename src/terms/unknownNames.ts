import { type Steps, takeAllSteps } from '../base/steps.ts';
import { findProseLanguage } from '../text/proseLanguage.ts';
import { overlaps, type Range } from '../text/range.ts';
import { isContentWord } from '../text/stopWords.ts';
import { joinContinentalNames } from './extraction/continentalNames.ts';
import { findKoreanNames } from './extraction/korean.ts';
import { findNames } from './extraction/names.ts';
import { type Reading, readText } from './extraction/reading.ts';
import { isAcronymLike } from './formCheck.ts';
import { FormSurroundings } from './formSurroundings.ts';
import { splitFormWords } from './formWords.ts';
import { findTerms } from './matcher.ts';
import { singularShort } from './shortForms.ts';
import { isPlainShort } from './termSelection.ts';
import type { TermTable } from './termTable.ts';

/** A name or acronym of a note of which no document has a word. */
export interface UnknownName {
	/** As it is first written. */
	readonly text: string;
	readonly kind: 'acronym' | 'name';
	/** Every place in the note, in order. */
	readonly places: readonly Range[];
}

/** A note with more of them is no note about these documents. */
const maxUnknown = 500;

/** So much of a note tells its language, in UTF-16 units. */
const languageLength = 20_000;

/** Names asked for in one step: each may be a search. */
const askedPerStep = 20;

/** `findUnknownNamesInSteps` at once. */
export function findUnknownNames(
	text: string,
	prose: readonly Range[],
	table: TermTable,
	isInSources: (name: string) => boolean,
): readonly UnknownName[] {
	return takeAllSteps(findUnknownNamesInSteps(text, prose, table, isInSources));
}

/**
 * What looks like a name or an acronym in the prose of a note, is no term of the table, and stands nowhere in the documents (`isInSources` says
 * whether it does, in any case and number). In the order of first places. Headings are left out: there every word may have a capital.
 */
export function* findUnknownNamesInSteps(
	text: string,
	prose: readonly Range[],
	table: TermTable,
	isInSources: (name: string) => boolean,
): Steps<readonly UnknownName[]> {
	const terms = findTerms(table, text, prose);
	yield;
	const kept = keepProse(text, prose);
	const reading = yield* readText({
		text: kept,
		headings: [],
		quotes: [],
		author: null,
		publisher: null,
		language: findProseLanguage(kept.slice(0, languageLength)) ?? null,
	});
	const korean = /\p{Script=Hangul}{2}/u.test(reading.text) ? yield* findKoreanNames(reading) : [];
	const acronyms = findAcronymLike(reading);
	// `김 장관` is whoever has the whole name.
	const whole = korean.filter((name) => !/^[가-힣]\s/u.test(name.text));
	const names = [...(yield* joinContinentalNames(reading, yield* findNames(reading))), ...whole].filter(
		(name) => isNamed(text.slice(name.start, name.end)) && !acronyms.some((acronym) => overlaps(acronym, name)),
	);
	const unknown = new Map<string, { text: string; kind: UnknownName['kind']; places: Range[] }>();
	const known = new Set<string>();
	const candidates = [
		...acronyms.map((range) => ({ ...range, kind: 'acronym' as const })),
		...names.map(({ start, end }) => ({ start, end, kind: 'name' as const })),
	].sort((a, b) => a.start - b.start);
	let asked = 0;
	for (const { start, end, kind } of candidates) {
		const written = text.slice(start, end);
		const key = kind === 'acronym' ? `=${singularShort(written)}` : splitFormWords(written).keys.join(' ');
		const found = unknown.get(key);
		if (found !== undefined) {
			found.places.push({ start, end });
		} else if (!known.has(key) && unknown.size < maxUnknown) {
			const isTerm = terms.some((term) => term.start <= start && end <= term.end);
			if (isTerm || isInSources(kind === 'acronym' ? singularShort(written) : written.replace(/\s+/g, ' '))) {
				known.add(key);
			} else {
				unknown.set(key, { text: written.replace(/\s+/g, ' '), kind, places: [{ start, end }] });
			}
			if (++asked % askedPerStep === 0) {
				yield;
			}
		}
	}
	return [...unknown.values()];
}

/** Whether more than capitals speaks for a name: it is not all in them, and no numbered part (`Part XIV`). */
function isNamed(name: string): boolean {
	return /\p{Ll}|\p{Lo}/u.test(name) && !/ (?:[IVXLCDM]+|\d+)$/.test(name);
}

/** The text with spaces in the place of everything that is no prose, and of headings: every offset stays. */
function keepProse(text: string, prose: readonly Range[]): string {
	const blank = (part: string) => part.replace(/[^\n]/g, ' ');
	let kept = '';
	for (const { start, end } of prose) {
		kept += blank(text.slice(kept.length, start)) + text.slice(start, end);
	}
	kept += blank(text.slice(kept.length));
	return kept.replace(/^ {0,3}#{1,6}[ \t].*$/gm, blank);
}

/** Words in the letters of an acronym, without those that everybody writes, numbers in Roman letters and lines all in capitals. */
function findAcronymLike(reading: Reading): Range[] {
	const { text, tokens } = reading;
	const words = {
		keys: tokens.map(({ folded }) => folded),
		starts: tokens.map(({ start }) => start),
		ends: tokens.map(({ end }) => end),
		flags: [],
	};
	const surroundings = new FormSurroundings(text, words);
	return tokens.flatMap(({ start, end, folded }, at) => {
		const bare = text.slice(start, end).replace(/['’]s?$/, '');
		const isAcronym =
			bare.length >= 2 &&
			bare.length <= 12 &&
			isAcronymLike(bare) &&
			!/^[IVXLCDM]+$/.test(bare) &&
			isContentWord(folded) &&
			!isPlainShort(singularShort(bare).toLowerCase()) &&
			!surroundings.isAmongCapitals(at, at);
		return isAcronym ? [{ start, end: start + bare.length }] : [];
	});
}
