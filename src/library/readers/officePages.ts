import type { Page } from '../document.ts';
import { formatNumber } from './numberFormats.ts';
import type { OpenRange } from './textFlow.ts';

/** What a section of an office document says of its pages. */
export interface PageSection {
	/** `nextPage` where nothing is said; `continuous` begins no page. */
	readonly type: string;
	/** The number of its first page; undefined if it goes on counting. */
	readonly startNumber: number | undefined;
	/** `decimal` where nothing is said. */
	readonly format: string;
}

/** Why a page may begin: the program found so when it last laid the text out, the writer asked for it, or a section begins. */
type BreakCause = 'laidOut' | 'asked' | 'section';

interface PageBreak {
	readonly cause: BreakCause;
	readonly at: OpenRange;
	readonly textLength: number;
	/** The section that goes on behind it. */
	readonly section: number;
}

/**
 * Collects the page breaks of an office document and gives its pages. Such a file holds no pages: it holds where the program broke them when it
 * was last saved, beside the breaks that were asked for. Where it holds only the latter, and the number of pages that it claims does not agree
 * with them, nobody knows where the others were, and there are no pages rather than wrong ones.
 */
export class OfficePages {
	readonly #breaks: PageBreak[] = [];
	readonly #sections: PageSection[] = [];
	readonly #first: OpenRange;
	#isLaidOut = false;

	/** `first` is open at the beginning of the text. */
	constructor(first: OpenRange) {
		this.#first = first;
	}

	/** `at` is open where the next page begins, `textLength` what was written before it. */
	addBreak(cause: BreakCause, at: OpenRange, textLength: number): void {
		if (this.#breaks.length < maxBreaks) {
			this.#breaks.push({ cause, at, textLength, section: this.#sections.length });
		}
	}

	/** The properties of a section stand at its end; a break that begins the next one is told after it. */
	endSection(section: PageSection): void {
		this.#sections.push(section);
	}

	/** Says that the file holds every break of its last layout. */
	trustBreaks(): void {
		this.#isLaidOut = true;
	}

	/** `claimedCount` is the number of pages in the document's properties. */
	build(textLength: number, claimedCount: number | undefined): readonly Page[] {
		const breaks = this.#findRealBreaks();
		if (!this.#isLaidOut && !this.#breaks.some((found) => found.cause === 'laidOut') && breaks.length + 1 !== claimedCount) {
			return [];
		}
		const starts: { start: number; label: string }[] = [];
		let number = this.#sections[0]?.startNumber ?? 1;
		starts.push({ start: this.#first.start ?? textLength, label: toLabel(number, this.#sections[0]) });
		let section = 0;
		for (const found of breaks) {
			const isNew = found.section > section;
			section = found.section;
			const { type, startNumber } = this.#sections[section] ?? plainSection;
			number = (isNew ? startNumber : undefined) ?? number + 1;
			if (isNew && startNumber === undefined && ((type === 'oddPage' && number % 2 === 0) || (type === 'evenPage' && number % 2 === 1))) {
				number++;
			}
			starts.push({ start: found.at.start ?? textLength, label: toLabel(number, this.#sections[section]) });
		}
		return starts
			.map(({ start, label }, index) => ({ start, end: starts[index + 1]?.start ?? textLength, label }))
			.filter(({ start, end }) => end > start);
	}

	/** The same break may be told two or three times: asked for, as a section's beginning, and as it was laid out. */
	#findRealBreaks(): readonly PageBreak[] {
		const real: PageBreak[] = [];
		let length = 0;
		let hasAsked = false;
		for (const found of this.#breaks) {
			const hasText = found.textLength > length;
			const isReal =
				found.cause === 'asked' ||
				(found.cause === 'laidOut' ? hasText : this.#sections[found.section]?.type !== 'continuous' && (hasText || !hasAsked));
			if (isReal) {
				real.push(found);
				length = found.textLength;
				hasAsked = found.cause !== 'section';
			} else if (found.cause === 'laidOut' || found.cause === 'section') {
				// The later one is the same break, and knows of the section.
				const last = real.at(-1);
				if (last && !hasText && found.section > last.section && this.#sections[found.section]?.type !== 'continuous') {
					real[real.length - 1] = { ...last, section: found.section };
				}
			}
		}
		return real;
	}
}

const plainSection: PageSection = { type: 'nextPage', startNumber: undefined, format: 'decimal' };
const maxBreaks = 200_000;

function toLabel(number: number, section: PageSection | undefined): string {
	return formatNumber(number, section?.format ?? 'decimal') || String(number);
}
