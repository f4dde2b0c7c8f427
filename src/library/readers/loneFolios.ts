import type { Range } from '../../text/range.ts';
import { isIssue, partsOf } from '../metadata/masthead.ts';
import type { Lines } from './lines.ts';

/** The number of a single page that no line gives by itself. */
export interface LoneFolio {
	readonly label: string;
	/** Lines that are a running head or foot, and no text. */
	readonly lines: readonly number[];
	/** Numbers at the edges of the text: no text either. */
	readonly parts: readonly (Range & { readonly line: number })[];
}

/** A text longer than this is more than one page, and what its first line says is not true of all of it. UTF-16 units. */
const maxPageLength = 15_000;
const folio = /^\d{1,4}$/u;
const startOfText = '(?=["“‘«「]?[\\p{Lu}\\p{Lo}])';
/** `- 57 - THE REEF …`, `[Page 8] The …`, `(p. 8) The …`. */
const leadingMarks = [
	new RegExp(`^[-–—] ?(\\d{1,4}) ?[-–—] {1,3}${startOfText}`, 'u'),
	new RegExp(`^[[(] ?(?:[Pp]age|PAGE|[Pp]g?\\.?|[Ss]eite|S\\.|[Pp]ágina) ?(\\d{1,4}) ?[\\])] {0,3}${startOfText}`, 'u'),
];

/**
 * Finds the number of a text that is one page of something: set between dashes or in brackets right before its first word, as a part of the
 * masthead above it, or at its very beginning and its very end (a scan of two pages, `204 … 205`, is `204–205`: where the second begins nobody
 * knows). A year is none. Undefined if nothing is as plain as that.
 */
export function findLoneFolio(lines: Lines, filled: readonly number[]): LoneFolio | undefined {
	const [first, second] = filled;
	const last = filled.at(-1);
	if (first === undefined || last === undefined || lines.range(last).end - lines.range(first).start > maxPageLength) {
		return undefined;
	}
	return leadingMark(lines, first) ?? numbersAtBothEnds(lines, first, last) ?? masthead(lines, first, second, last);
}

function leadingMark(lines: Lines, first: number): LoneFolio | undefined {
	for (const pattern of leadingMarks) {
		const found = pattern.exec(lines.head(first, 60));
		if (found?.[1] !== undefined && !isYear(found[1])) {
			const { start } = lines.range(first);
			return { label: found[1], lines: [], parts: [{ line: first, start, end: start + found[0].length }] };
		}
	}
	return undefined;
}

/** The same number, or two that follow each other, as the first and as the last word of the text. */
function numbersAtBothEnds(lines: Lines, first: number, last: number): LoneFolio | undefined {
	const opening = new RegExp(`^(\\d{1,4}) {1,3}${startOfText}`, 'u').exec(lines.head(first, 40));
	const closing = /[\p{L}.!?”’"»)] {1,3}(\d{1,4})$/u.exec(lines.tail(last, 40));
	const [left = '', right = ''] = [opening?.[1], closing?.[1]];
	const step = Number(right) - Number(left);
	if (!opening || !closing || isYear(left) || isYear(right) || step < 0 || step > 1 || Number(left) < 2) {
		return undefined;
	}
	const [{ start }, { end }] = [lines.range(first), lines.range(last)];
	return {
		label: step === 0 ? left : `${left}–${right}`,
		lines: [],
		parts: [
			{ line: first, start, end: start + opening[0].length },
			{ line: last, start: end - closing[0].length + 1, end },
		],
	};
}

/** `RIVERS & ROADS   Vol. 12, No. 3   March 2011   17`. */
function masthead(lines: Lines, first: number, second: number | undefined, last: number): LoneFolio | undefined {
	const parts = partsOf(lines.head(first, 160));
	const label = [parts[0] ?? '', parts.at(-1) ?? ''].find((part) => folio.test(part) && !isYear(part));
	const words = parts.filter((part) => part !== label);
	const saysIssue = words.some((part) => isIssue(part));
	const name = words.find((part) => /\p{L}{3}/u.test(part) && !isIssue(part));
	if (label === undefined || !saysIssue || name === undefined || (second !== undefined && partsOf(lines.head(second, 160)).length > 1)) {
		return undefined;
	}
	const foot = lines.head(last, 160);
	const isFoot = last !== first && (foot === `${name} ${label}` || foot === `${label} ${name}`);
	return { label, lines: isFoot ? [first, last] : [], parts: [] };
}

function isYear(number: string): boolean {
	return /^(?:1[5-9]|20)\d\d$/u.test(number);
}
