import type { Card } from '../../terms/card.ts';
import { findTermAt } from '../../terms/matcher.ts';
import { findProse } from '../../terms/noteProse.ts';
import { TermTable } from '../../terms/termTable.ts';
import { foldWord } from '../../text/normalise.ts';
import type { Range } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';

/** A term in a note, with its card. */
export interface RecognisedTerm extends Range {
	readonly card: Card;
}

/**
 * Recognises terms in notes from the packed table. A file of its own that is imported when it is first needed: its stemmers and segmenters take
 * longer to load than all the rest of the extension, and activation must not wait for them.
 */
export class Recognition {
	readonly #table: TermTable;

	constructor(buffer: ArrayBuffer) {
		this.#table = TermTable.open(buffer);
	}

	/** The term inside which, or at whose end, the offset stands. */
	findAt(text: string, prose: readonly Range[], offset: number): RecognisedTerm | undefined {
		const match = findTermAt(this.#table, text, prose, offset);
		return match === undefined ? undefined : { start: match.start, end: match.end, card: this.#table.getCard(match.cardIndex) };
	}
}

/** The parts of a note that are prose: see `terms/noteProse`. */
export function findNoteProse(text: string, languageId: string): readonly Range[] {
	return findProse(text, languageId);
}

/** Whether a word at the offset could be part of a phrase worth asking for: this keeps ordinary words from reaching the worker at all. */
export function isAtContentWord(text: string, prose: readonly Range[], offset: number): boolean {
	if (!prose.some((range) => range.start <= offset && offset <= range.end)) {
		return false;
	}
	const before = /[\p{L}\p{M}\p{N}'’-]{0,60}$/u.exec(text.slice(Math.max(0, offset - 60), offset))?.[0] ?? '';
	const after = /^[\p{L}\p{M}\p{N}'’-]{0,60}/u.exec(text.slice(offset, offset + 60))?.[0] ?? '';
	return (before + after).split('-').some((word) => word !== '' && isContentWord(foldWord(word)));
}
