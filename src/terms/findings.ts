import type { Range } from '../text/range.ts';
import type { TermKind } from './card.ts';

/** One occurrence of a short form. `long` is null if the document gives none; `longStart` and `longEnd` only where it stands beside it. */
export interface AcronymFinding {
	readonly short: string;
	readonly long: string | null;
	readonly shortStart: number;
	readonly shortEnd: number;
	readonly longStart: number | null;
	readonly longEnd: number | null;
}

/** A sentence that says what a term is. The range is the sentence; `termStart,termEnd` the term in it (or in the heading above it). */
export interface DefinitionFinding extends Range {
	readonly term: string;
	readonly text: string;
	readonly termStart: number;
	readonly termEnd: number;
	/** The words that say what it is. */
	readonly definitionStart: number;
	readonly definitionEnd: number;
	/** How likely it is that the sentence defines the term, from 0 to 1. Cards show only what is likely (`minShownScore`). */
	readonly score: number;
}

/** A name: a person, an organisation, a place, a law, a programme; `concept` where its kind is not clear. */
export interface NameFinding extends Range {
	readonly text: string;
	readonly kind: TermKind;
}

export interface KeyTermFinding {
	readonly term: string;
	readonly score: number;
}

/** A number with its unit, and the term of the same sentence that it is about (null if none). */
export interface FigureFinding extends Range {
	readonly value: number;
	readonly unit: string | null;
	/** `about`, `at least`, `over`; null if the figure is plain. */
	readonly qualifier: string | null;
	readonly term: string | null;
}

/** A sentence in which somebody says something. `hedge` is `alleged`, `denied`, `estimated`; null if it is plainly said. */
export interface ClaimFinding extends Range {
	readonly speaker: string | null;
	readonly verb: string;
	readonly hedge: string | null;
}

/** What one document by itself says of terms. Offsets count in its clean text. Key terms best first, the rest in order of place. */
export interface Findings {
	readonly acronyms: readonly AcronymFinding[];
	readonly definitions: readonly DefinitionFinding[];
	readonly names: readonly NameFinding[];
	readonly keyTerms: readonly KeyTermFinding[];
	readonly figures: readonly FigureFinding[];
	readonly claims: readonly ClaimFinding[];
}
