/** What a list of queries was made of: a line each, or the first column of a table. */
export type QueryListKind = 'lines' | 'csv';

/** How the lines of a list are asked: as they are typed, or each as exact words in a row. */
export type QueryListReading = 'typed' | 'exact';

/** A query of a list, and the line that it was made of. */
export interface ListedQuery {
	readonly line: string;
	readonly query: string;
}

/** The queries of a list, in its order, each once. */
export interface QueryList {
	readonly queries: readonly ListedQuery[];
	/** Lines that were left out since there are too many. */
	readonly leftCount: number;
}

/** More queries than this are no list that somebody looks through; they also bound what a wrong file costs. */
export const maxQueries = 10_000;
/** A longer line is a paragraph. */
const maxQueryLength = 500;

/**
 * Reads a list of queries: a line each, or the first column of a CSV file (with commas, semicolons or tabs, cells in quotation marks where they
 * need it). White space around a query and empty lines say nothing; what stands there twice is asked once, and a line that is no query (a rule of dashes)
 * is left out. Of lines, headings and comments (`# Ministers`, `// to check`) are none either, and marks of a list (`- Kim`, `1. Kim` above `2. Lee`) are no part
 * of one. `exact` puts each in quotation marks, unless it has marks of its own; of `Kim Lee OR Lee Kim` each of the two names.
 */
export function readQueryList(text: string, kind: QueryListKind, reading: QueryListReading): QueryList {
	const cells = (kind === 'csv' ? firstCells(text) : text.split(/\r\n|[\n\r]/)).map(toPlainLine);
	const queries = new Map<string, string>();
	let leftCount = 0;
	for (const line of kind === 'csv' ? cells : withoutListMarks(cells)) {
		if (!/[\p{L}\p{N}]/u.test(line)) {
			continue;
		}
		const query = reading === 'exact' ? toExact(line) : line;
		if (queries.size < maxQueries) {
			queries.set(query, line);
		} else if (!queries.has(query)) {
			leftCount++;
		}
	}
	return { queries: [...queries].map(([query, line]) => ({ query, line })), leftCount };
}

function toPlainLine(cell: string): string {
	return cell
		.replace(/^\ufeff/, '')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, maxQueryLength);
}

/** Numbers are marks of a list only where they count from 1: `1. FC Nürnberg` and `7. Juli` by themselves are names. */
function withoutListMarks(lines: readonly string[]): readonly string[] {
	const numbers = lines.flatMap((line) => numberMark.exec(line)?.[1] ?? []);
	const isNumbered = numbers.length > 1 && numbers.every((number, index) => Number(number) === index + 1);
	return lines
		.filter((line) => !/^(?:#{1,6}|\/\/) /.test(line))
		.map((line) => line.replace(/^[-–—*+•‣▪◦·] (?:\[[ xX]\] )?/, ''))
		.map((line) => (isNumbered ? line.replace(numberMark, '') : line));
}

const numberMark = /^(\d{1,5})[.)] /;

function toExact(line: string): string {
	return /["“”„‟«»＂]/.test(line)
		? line
		: line
				.split(/ OR (?=\S)/)
				.map((names) => `"${names}"`)
				.join(' OR ');
}

/** The first cell of each row. A cell in quotation marks may run over lines; one that nothing closes ends with its line. */
function firstCells(text: string): string[] {
	const separator = findSeparator(text);
	const cells: string[] = [];
	let at = text.startsWith('\ufeff') ? 1 : 0;
	while (at < text.length) {
		let cell = '';
		let behind = at;
		if (text.charAt(at) === '"') {
			const closed = closeQuoted(text, at + 1);
			if (closed !== undefined) {
				cell = closed.cell;
				behind = closed.behind;
			}
		}
		const end = lineEnd(text, behind);
		if (behind === at) {
			const row = text.slice(at, end);
			const cut = row.indexOf(separator);
			cell = cut < 0 ? row : row.slice(0, cut);
		}
		cells.push(cell);
		// Cells behind the first may run over lines too.
		at = rowEnd(text, behind, separator);
	}
	return cells;
}

function findSeparator(text: string): string {
	const line = text.slice(0, Math.min(lineEnd(text, 0), 10_000));
	const counts = [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length }));
	return counts.sort((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

/** More than this is no cell of a list: the mark was no quotation. */
const maxCellLength = 2_000;

function closeQuoted(text: string, start: number): { readonly cell: string; readonly behind: number } | undefined {
	const part = text.slice(start, start + maxCellLength);
	for (let at = part.indexOf('"'); at >= 0; at = part.indexOf('"', at + 2)) {
		if (part.charAt(at + 1) !== '"') {
			return { cell: part.slice(0, at).replaceAll('""', '"'), behind: start + at + 1 };
		}
	}
	return undefined;
}

/** Where the next row begins. */
function rowEnd(text: string, from: number, separator: string): number {
	let at = from;
	for (;;) {
		const end = lineEnd(text, at);
		// A cell in quotation marks that begins in this line and ends in a later one.
		const opening = text.slice(at, end).indexOf(`${separator}"`);
		if (opening < 0) {
			return end + (text.startsWith('\r\n', end) ? 2 : 1);
		}
		at = closeQuoted(text, at + opening + 2)?.behind ?? at + opening + 2;
	}
}

function lineEnd(text: string, from: number): number {
	const next = /[\r\n]/g;
	next.lastIndex = from;
	return next.exec(text)?.index ?? text.length;
}
