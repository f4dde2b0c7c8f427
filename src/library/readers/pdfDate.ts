/** A file made so many years after the last year that its text names was not made when the text was. */
const maxYearsBehind = 10;
/** Fewer years say nothing of when a text was written. */
const fewestYears = 3;
/** Of the text: enough for the dates of its sources. UTF-16 units. */
const maxLength = 400_000;

/**
 * The day of a document: the one printed in its first lines, unless the file is older than that; else that on which the file was made. A file that was
 * made anew long after its text, from a scan or an old source, has no date rather than that one.
 */
export function dateOfPdf(made: string | null, printed: string | null, text: string): string | null {
	if (made === null || (printed !== null && printed <= made)) {
		return printed;
	}
	const madeIn = Number(made.slice(0, 4));
	const years = [...text.slice(0, maxLength).matchAll(/(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)/gu)].map((match) => Number(match[0]));
	const last = years.reduce((most, year) => (year <= madeIn ? Math.max(most, year) : most), 0);
	return years.length >= fewestYears && last > 0 && madeIn - last >= maxYearsBehind ? null : made;
}
