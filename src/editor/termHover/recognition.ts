import { append } from '../../base/append.ts';
import type { Steps } from '../../base/steps.ts';
import type { Card } from '../../terms/card.ts';
import type { TermMatch } from '../../terms/formWalk.ts';
import { findTerms } from '../../terms/matcher.ts';
import { findProse } from '../../terms/noteProse.ts';
import { chooseSenses, type RecognisedTerm, type RecognitionOptions, recogniseTermAt } from '../../terms/recognise.ts';
import type { TableBuffer } from '../../terms/tableSections.ts';
import { TermTable } from '../../terms/termTable.ts';
import { foldWord } from '../../text/normalise.ts';
import type { Range } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';

/** A term in a note, with its card. */
export interface ExplainedPlace extends Range {
	/** Of an ambiguous word, that of the likeliest sense. */
	readonly card: Card;
	/** The cards of the other senses, the likelier first. */
	readonly otherSenses: readonly Card[];
}

/** So much of a note is looked through in one step, in UTF-16 units: a few milliseconds. */
const unitsPerStep = 8_000;

/**
 * Recognises terms in notes from the packed table. A file of its own that is imported when it is first needed: its stemmers and segmenters take
 * longer to load than all the rest of the extension, and activation must not wait for them.
 */
export class Recognition {
	readonly #table: TermTable;
	/** Another one has the table, which is not what it was. */
	#isOld = false;

	/** Of the table in the buffer, or of the one before with the change that it holds. */
	constructor(before: Recognition | undefined, buffer: TableBuffer) {
		this.#table = TermTable.update(before?.table, buffer);
		if (before !== undefined) {
			before.#isOld = true;
		}
	}

	get table(): TermTable {
		return this.#table;
	}

	/** The term inside which, or at whose end, the offset stands. */
	findAt(text: string, prose: readonly Range[], offset: number, options: RecognitionOptions): ExplainedPlace | undefined {
		const found = recogniseTermAt(this.#table, text, prose, offset, options);
		const [card, ...otherSenses] = (found?.senses ?? []).map((sense) => this.#table.getCard(sense));
		return found === undefined || card === undefined ? undefined : { start: found.start, end: found.end, card, otherSenses };
	}

	/** Every term of the note that is wanted, in steps; none where another table came between them: what was found first may be no more. */
	*findAllInSteps(text: string, prose: readonly Range[], options: RecognitionOptions): Steps<readonly RecognisedTerm[]> {
		const found: TermMatch[] = [];
		let part: Range[] = [];
		let length = 0;
		for (const range of splitAtParagraphs(text, prose)) {
			part.push(range);
			length += range.end - range.start;
			// No term runs over a paragraph's end.
			if (length >= unitsPerStep && text.startsWith('\n\n', range.end)) {
				append(found, findTerms(this.#table, text, part));
				part = [];
				length = 0;
				yield;
				if (this.#isOld) {
					return [];
				}
			}
		}
		append(found, findTerms(this.#table, text, part));
		yield;
		return this.#isOld ? [] : chooseSenses(this.#table, text, found, options);
	}

	/** The card of the likeliest sense; `undefined` where it is no more, since another table came. */
	getCard({ senses: [sense = 0] }: RecognisedTerm): Card | undefined {
		return this.#table.hasCard(sense) ? this.#table.getCard(sense) : undefined;
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
