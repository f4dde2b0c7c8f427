/** How many lines at the top and at the bottom of a page may be a running header or footer. */
export const edgeLineCount = 2;

/** With fewer pages nothing counts as running. */
const minPages = 3;
const maxLineLength = 100;

/**
 * Finds the headers and footers that repeat on the pages of one document. `edges` holds the outermost lines of each page, trimmed.
 * A line is running when it stands on three pages or more, and on two of five at least (left and right pages differ); digits that stay as
 * they are or count up with the pages make no difference, so `Annual Report 12` and `Annual Report 13` are the same.
 */
export function findRunningLines(edges: readonly (readonly string[])[]): (line: string) => boolean {
	const repeated = new RepeatedLines();
	if (edges.length >= minPages) {
		for (const [page, lines] of edges.entries()) {
			repeated.addPage(
				page,
				lines.filter((line) => line.length <= maxLineLength).map((line) => [keyOf(line), line]),
			);
		}
	}
	const enough = Math.max(minPages, edges.length * 0.4);
	return (line) => line.length <= maxLineLength && /\p{L}/u.test(line) && repeated.countPages(keyOf(line)) >= enough;
}

/** Lines that stand on several pages, digits aside. */
export class RepeatedLines {
	readonly #found = new Map<string, { pages: number; inStep: number; page: number; numbers: readonly number[] }>();

	/** Lines of a page, each with what is the same in all that repeat it: the line, each number in it something that stands for any. */
	addPage(page: number, lines: readonly (readonly [key: string, line: string])[]): void {
		for (const [key, line] of new Map(lines)) {
			const numbers = (line.match(/\d+/g) ?? []).map(Number);
			const last = this.#found.get(key);
			const isInStep = last !== undefined && numbers.every((number, at) => countsUp(number - (last.numbers[at] ?? 0), page - last.page));
			this.#found.set(key, { pages: (last?.pages ?? 0) + 1, inStep: (last?.inStep ?? 0) + Number(isInStep), page, numbers });
		}
	}

	/** On how many pages such a line stands; on none where its numbers are its own: amounts of an account, numbers of invoices. */
	countPages(key: string): number {
		const { pages, inStep } = this.#found.get(key) ?? { pages: 0, inStep: 0 };
		// Where several letters are in one file, their pages count from one again.
		return inStep * 2 >= pages - 1 ? pages : 0;
	}
}

/** Pages count by one, or by two or four where as many are on a sheet; a date, and how many pages there are, stay. */
function countsUp(rise: number, pages: number): boolean {
	return [0, 1, 2, 4].includes(rise / pages);
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
