import type { Range } from '../../text/range.ts';
import type { DocumentContent, Heading } from '../document.ts';
import { mayBeTitle } from '../metadata/title.ts';

/** How a paragraph of the body is set. */
export interface ParagraphLook extends Range {
	/** Whether all of it is bold. */
	readonly isBold: boolean;
	/** Of the most of it, in half points; 0 if nobody knows. */
	readonly size: number;
}

/** Counts how the characters of a paragraph are set. Most paragraphs have one size, and so need no map. */
export class TextLook {
	#plainLength = 0;
	#size = 0;
	#length = 0;
	#others: Map<number, number> | undefined;

	add(text: string, isBold: boolean, size: number): void {
		const length = /\S/.test(text) ? text.length : 0;
		this.#plainLength += isBold ? 0 : length;
		if (this.#length === 0 || size === this.#size) {
			this.#size = size;
			this.#length += length;
		} else {
			this.#others ??= new Map();
			this.#others.set(size, (this.#others.get(size) ?? 0) + length);
		}
	}

	/** The look of a paragraph that stands at this range. */
	measure({ start, end }: Range): ParagraphLook {
		const size = this.#others ? commonest(this.#others.set(this.#size, this.#length)) : this.#size;
		return { start, end, isBold: this.#plainLength === 0 && this.#length > 0, size };
	}
}

const maxHeadingLength = 120;
/** A heading is larger than the text by this much, or bold. Word's own first step up from 11 points is 13. */
const minGrowth = 1.15;
/** Where more of the text is set like headings, it is set for show: a poster, a form. */
const maxShare = 0.25;

/**
 * Finds the headings of an office document that marks none: paragraphs of one short line, all bold or larger than the text, with text to follow.
 * The larger ones are the higher ones, and bold ones come before plain ones of the same size. What is told as a heading already (the title) stays,
 * and the others come under it. None where so much is bold or large that it means nothing.
 */
export function findFormatHeadings(
	{ text, headings }: Pick<DocumentContent, 'text' | 'headings'>,
	looks: readonly ParagraphLook[],
): readonly Heading[] {
	if (headings.length > 1) {
		return headings;
	}
	const lengthOfSize = new Map<number, number>();
	for (const { start, end, size } of looks) {
		lengthOfSize.set(size, (lengthOfSize.get(size) ?? 0) + end - start);
	}
	const bodySize = commonest(lengthOfSize);
	const found: ParagraphLook[] = [];
	let foundLength = 0;
	for (const [at, look] of looks.entries()) {
		const isTaken = headings.some(({ start, end }) => start < look.end && look.start < end);
		if (!isTaken && isSetApart(look, bodySize) && mayBeHeading(text.slice(look.start, Math.min(look.end, look.start + 200)))) {
			foundLength += look.end - look.start;
			// What nothing follows is no heading of anything; two in a row may be a heading and the first one under it.
			if (looks[at + 1] !== undefined) {
				found.push(look);
			}
		}
	}
	if (found.length === 0 || foundLength > text.length * maxShare) {
		return headings;
	}
	const ranks = [...new Set(found.map(rankOf))].sort((a, b) => b - a);
	const levelOfRank = new Map(ranks.map((rank, at) => [rank, Math.min(6, 1 + headings.length + at)]));
	const own = found.map((look) => ({
		level: levelOfRank.get(rankOf(look)) ?? 6,
		start: look.start,
		end: look.end,
		text: text.slice(look.start, look.end),
	}));
	return [...headings, ...own].sort((a, b) => a.start - b.start);
}

function isSetApart({ isBold, size }: ParagraphLook, bodySize: number): boolean {
	return isBold || (bodySize > 0 && size >= bodySize * minGrowth);
}

function mayBeHeading(line: string): boolean {
	return line.length <= maxHeadingLength && !line.includes('\n') && mayBeTitle(line);
}

function rankOf({ isBold, size }: ParagraphLook): number {
	return size * 2 + (isBold ? 1 : 0);
}

/** The key with the largest value; 0 if there is none. */
function commonest(counts: ReadonlyMap<number, number>): number {
	let best = 0;
	let most = 0;
	for (const [key, count] of counts) {
		if (count > most) {
			most = count;
			best = key;
		}
	}
	return best;
}
