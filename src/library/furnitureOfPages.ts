/** How many lines at the top and at the bottom of a page may be a running header or footer. */
export const edgeLineCount = 2;

/** With fewer pages nothing counts as running. */
const minPages = 3;
const maxLineLength = 100;

/**
 * Finds the headers and footers that repeat on the pages of one document. `edges` holds the outermost lines of each page, trimmed.
 * A line is running when it stands on three pages or more, and on two of five at least (left and right pages differ); its digits do not
 * count, so `Annual Report 12` and `Annual Report 13` are the same.
 */
export function findRunningLines(edges: readonly (readonly string[])[]): (line: string) => boolean {
	const pagesOf = new Map<string, number>();
	if (edges.length >= minPages) {
		for (const lines of edges) {
			for (const key of new Set(lines.filter((line) => line.length <= maxLineLength).map(keyOf))) {
				pagesOf.set(key, (pagesOf.get(key) ?? 0) + 1);
			}
		}
	}
	const enough = Math.max(minPages, edges.length * 0.4);
	return (line) => line.length <= maxLineLength && /\p{L}/u.test(line) && (pagesOf.get(keyOf(line)) ?? 0) >= enough;
}

function keyOf(line: string): string {
	const number = /^(.{1,40}?)[\s.]{1,3}\d{1,4}\b/u.exec(line);
	// `Chapter 1` and `Chapter 2` are headings.
	if (number && isCounted(number[1] ?? '')) {
		return line;
	}
	return line.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
}

/** Words that have a number of their own, whatever the page. */
const countedWords =
	/\b(?:chapter|part|section|book|act|scene|canto|letter|day|week|month|year|step|lesson|unit|module|exercise|exhibit|appendix|annex|table|figure|fig|plate|map|slide|item|no|nr|vol|volume|issue|question|article|verse|psalm|kapitel|teil|chapitre|capítulo|parte|tag|woche|jour|acte|page|p)\.?$/iu;

/** Whether the number behind these words counts the thing itself, not the page: `Chapter`, `Table`, `Week`. */
export function isCounted(words: string): boolean {
	return countedWords.test(words);
}
