import { type Steps, takeAllSteps } from '../../base/steps.ts';
import type { Heading, Quote } from '../../library/document.ts';
import type { Findings } from '../findings.ts';
import { findAcronyms } from './acronyms.ts';
import { findClaims } from './claims.ts';
import { joinContinentalNames } from './continentalNames.ts';
import { findDefinitions } from './definitions.ts';
import { findFigures } from './figures.ts';
import { findForeignClaims } from './foreignClaims.ts';
import { findJapaneseNames, isJapanese } from './japanese.ts';
import { findKeyTerms } from './keyTerms.ts';
import { findKoreanNames, isNameWithRole } from './korean.ts';
import { findKoreanClaims } from './koreanClaims.ts';
import { joinLongForms } from './longFormNames.ts';
import { findNames } from './names.ts';
import { type Reading, readText } from './reading.ts';

/** What extraction needs of a document. `LibraryDocument.content` and `TermDocument` fit. */
export interface ExtractionSource {
	readonly text: string;
	readonly headings: readonly Heading[];
	readonly quotes: readonly Quote[];
	readonly title: string | null;
	readonly author: string | null;
	readonly publisher: string | null;
	readonly language: string | null;
}

/** What one document by itself says of terms. A function of the document alone; never throws. */
export function extractFindings(source: ExtractionSource): Findings {
	return takeAllSteps(extractInSteps(source));
}

/** `extractFindings`, some 20,000 units of one finder a step: for documents so long that the caller wants to do other work in between. */
export function* extractInSteps(source: ExtractionSource): Steps<Findings> {
	return yield* findInReading(yield* readText(source));
}

/** `extractInSteps` of a text that is already split. */
export function* findInReading(reading: Reading): Steps<Findings> {
	const hasKorean = /\p{Script=Hangul}{2}/u.test(reading.text);
	yield;
	const eastAsian = [
		...(hasKorean ? yield* findKoreanNames(reading) : []),
		...(isJapanese(reading.text) ? yield* findJapaneseNames(reading) : []),
	];
	const found = mergeByStart(yield* joinContinentalNames(reading, yield* findNames(reading)), eastAsian);
	yield;
	const acronyms = yield* findAcronyms(reading);
	yield;
	const names = joinLongForms(reading, found, acronyms);
	yield;
	const definitions = yield* findDefinitions(reading);
	yield;
	const named = new Set(hasKorean ? names.map(({ text }) => text) : []);
	const keyTerms = (yield* findKeyTerms(reading)).filter(({ term }) => !isNameWithRole(term, named));
	yield;
	const figures = yield* findFigures(reading, names);
	yield;
	const claims = mergeByStart(yield* findClaims(reading, names), [
		...(yield* findForeignClaims(reading, names)),
		...(hasKorean ? yield* findKoreanClaims(reading) : []),
	]);
	return { acronyms, definitions, names, keyTerms, figures, claims };
}

function mergeByStart<Finding extends { readonly start: number }>(a: readonly Finding[], b: readonly Finding[]): Finding[] {
	return b.length === 0 ? [...a] : [...a, ...b].sort((one, other) => one.start - other.start);
}
