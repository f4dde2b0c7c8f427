import type { Steps } from '../../base/steps.ts';
import type { Card } from '../../terms/card.ts';
import type { TermMatch } from '../../terms/formWalk.ts';
import { findTerms } from '../../terms/matcher.ts';
import { findProse } from '../../terms/noteProse.ts';
import { type RecognisedTerm as ChosenTerm, chooseSenses, type RecognitionOptions, recogniseTermAt } from '../../terms/recognise.ts';
import { TermTable } from '../../terms/termTable.ts';
import { foldWord } from '../../text/normalise.ts';
import type { Range } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';

/** A term in a note, with its card. */
export interface RecognisedTerm extends Range {
	readonly card: Card;
	/** What else the words may mean, the likelier first; absent where they mean one thing. */
	readonly otherSenses?: readonly Card[];
}

/** A term in a note, whose card is decoded when it is asked for (`Recognition.getCard`). */
export type FoundTerm = TermMatch;

/** So much of a note is looked through in one step, in UTF-16 units: a few milliseconds. */
const unitsPerStep = 8_000;

/**
 * Recognises terms in notes from the packed table. A file of its own that is imported when it is first needed: its stemmers and segmenters take
 * longer to load than all the rest of the extension, and activation must not wait for them.
 */
export class Recognition {
	readonly #table: TermTable;

	constructor(buffer: ArrayBuffer) {
		this.#table = TermTable.open(buffer);
	}

	/** The term inside which, or at whose end, the offset stands; the likeliest sense of ambiguous words. */
	findAt(text: string, prose: readonly Range[], offset: number, options?: RecognitionOptions): RecognisedTerm | undefined {
		const found = recogniseTermAt(this.#table, text, prose, offset, options);
		const [card, ...otherSenses] = found?.senses.map((sense) => this.#table.getCard(sense)) ?? [];
		if (found === undefined || card === undefined) {
			return undefined;
		}
		return { start: found.start, end: found.end, card, ...(otherSenses.length === 0 ? {} : { otherSenses }) };
	}

	/** What is wanted of the terms of a whole note, with their senses and first places. `found` is what `findAllInSteps` gave. */
	choose(text: string, found: readonly FoundTerm[], options: RecognitionOptions): readonly ChosenTerm[] {
		return chooseSenses(this.#table, text, found, options);
	}

	/** Every term of the note, as `findTerms` finds them, in steps. */
	*findAllInSteps(text: string, prose: readonly Range[]): Steps<readonly FoundTerm[]> {
		const found: FoundTerm[] = [];
		let part: Range[] = [];
		let length = 0;
		for (const range of splitAtParagraphs(text, prose)) {
			part.push(range);
			length += range.end - range.start;
			// No term runs over a paragraph's end.
			if (length >= unitsPerStep && text.startsWith('\n\n', range.end)) {
				found.push(...findTerms(this.#table, text, part));
				part = [];
				length = 0;
				yield;
			}
		}
		found.push(...findTerms(this.#table, text, part));
		return found;
	}

	getCard(term: FoundTerm): Card {
		return this.#table.getCard(term.cardIndex);
	}
}

/** The ranges, long ones parted at empty lines. */
function* splitAtParagraphs(text: string, prose: readonly Range[]): Iterable<Range> {
	for (const { start, end } of prose) {
		let from = start;
		while (end - from > unitsPerStep) {
			const to = text.indexOf('\n\n', from + unitsPerStep);
			if (to < 0 || to >= end) {
				break;
			}
			yield { start: from, end: to };
			from = to;
		}
		yield { start: from, end };
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
