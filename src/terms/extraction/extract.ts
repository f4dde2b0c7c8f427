import type { Heading, Quote } from '../../library/document.ts';
import type { Findings } from '../findings.ts';
import { findAcronyms } from './acronyms.ts';
import { findClaims } from './claims.ts';
import { findDefinitions } from './definitions.ts';
import { findFigures } from './figures.ts';
import { findKeyTerms } from './keyTerms.ts';
import { findKoreanClaims, findKoreanNames } from './korean.ts';
import { findNames } from './names.ts';
import { readText } from './reading.ts';

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
	const reading = readText(source);
	const hasKorean = /\p{Script=Hangul}{2}/u.test(source.text);
	const korean = hasKorean ? findKoreanNames(reading) : [];
	const names = mergeByStart(findNames(reading), korean);
	return {
		acronyms: findAcronyms(reading),
		definitions: findDefinitions(reading),
		names,
		keyTerms: findKeyTerms(reading),
		figures: findFigures(reading, names),
		claims: mergeByStart(findClaims(reading, names), hasKorean ? findKoreanClaims(reading) : []),
	};
}

function mergeByStart<Finding extends { readonly start: number }>(a: readonly Finding[], b: readonly Finding[]): Finding[] {
	return b.length === 0 ? [...a] : [...a, ...b].sort((one, other) => one.start - other.start);
}
