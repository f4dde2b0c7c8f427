import type { Card } from '../../terms/card.ts';
import type { RecognisedTerm } from '../../terms/recognise.ts';

/** Which places of terms are underlined. `quiet`: the first of each that a reader may need to be told of; `first`: of every term; `all`: everywhere. */
export type UnderlineMode = 'off' | 'quiet' | 'first' | 'all';

/** What a term rests on: told alike by several documents or by the writer, by one document alone, or told differently. */
export type Footing = 'several' | 'single' | 'contested';

/** What the documents of a card amount to. */
export function footingOf(card: Card): Footing {
	if (card.disagreements.length > 0) {
		return 'contested';
	}
	return card.documents > 1 || card.own !== null || card.kind === 'own' ? 'several' : 'single';
}

/** The places to underline of all in a note: the first of each term, or all of them. No card is decoded for it. */
export function choosePlaces(found: readonly RecognisedTerm[], mode: UnderlineMode): readonly RecognisedTerm[] {
	if (mode === 'off') {
		return [];
	}
	if (mode === 'all') {
		return found;
	}
	return found.filter(({ isFirst }) => isFirst);
}

/**
 * Whether a term is worth a line under it: in quiet mode names, abbreviations, the writer's own terms, and what a document defines; not each
 * phrase that documents use often.
 */
export function isUnderlined(card: Card, mode: UnderlineMode): boolean {
	return mode !== 'quiet' || card.kind !== 'concept' || card.own !== null || card.definition !== null;
}
