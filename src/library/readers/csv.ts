import type { Problem } from '../../base/problem.ts';
import type { Range } from '../../text/range.ts';
import { emptyContent } from '../document.ts';
import { extensionOf } from '../format.ts';
import { parseRows } from './csvRows.ts';
import { cutSource, type Reader } from './reader.ts';
import { TextFlow } from './textFlow.ts';

/**
 * Reads a table of values: a row a line, its cells parted by tabs, as tables of all other formats are. A row with a cell of prose (the answer in a
 * survey, a comment) is a paragraph, its cells a line each, so that it can be found and quoted like a passage. Names of columns are not repeated
 * in front of values: the text holds nothing that the file does not say there. What parts the cells, the content decides.
 *
 * For `name;note\nKim;"a ""b"""` the text is `name\tnote\nKim\ta "b"`.
 */
export const readCsv: Reader = (source, { fileName, caps }) => {
	const cut = cutSource(source, caps);
	const table = cut.source;
	const { delimiter, start } = findDelimiter(table, extensionOf(fileName) === 'tsv');
	const flow = new TextFlow();
	const problems: Problem[] = [...cut.problems];
	let cellCount = 0;
	for (const row of parseRows(table, delimiter, start)) {
		cellCount += row.length;
		if (cellCount > maxCells) {
			problems.push({ kind: 'truncated', detail: 'The table has more than two million cells; the rest was left out' });
			break;
		}
		writeRow(flow, table, row);
	}
	return { ...emptyContent('csv', problems), ...flow.build() };
};

/** Each cell costs a run of the offset map; this many take some 100 MB on the way. */
const maxCells = 2_000_000;

/** A longer cell is prose. UTF-16 units. */
const proseLength = 200;

function writeRow(flow: TextFlow, source: string, row: readonly Range[]): void {
	if (row.length <= 1 && row.every(({ start, end }) => source.slice(start, end).trim() === '')) {
		flow.breakParagraph();
		return;
	}
	const isProse = row.length > 1 && row.some(({ start, end }) => end - start > proseLength);
	if (isProse) {
		flow.breakParagraph();
	} else {
		flow.startLine();
	}
	for (const cell of row) {
		writeCell(flow, source, cell, isProse);
		if (isProse) {
			flow.startLine();
		} else {
			flow.breakCell();
		}
	}
	if (isProse) {
		flow.breakParagraph();
	} else {
		flow.startLine();
	}
}

/** The doubled quotation marks of a quoted cell are one each. */
function writeCell(flow: TextFlow, source: string, { start, end }: Range, keepsLines: boolean): void {
	const content = source.slice(start, end);
	const isQuoted = source[start - 1] === '"';
	for (let at = 0; at < content.length; ) {
		const doubled = isQuoted ? content.indexOf('""', at) : -1;
		const stop = doubled < 0 ? content.length : doubled + 1;
		const piece = content.slice(at, stop);
		if (keepsLines) {
			flow.writePreformatted(piece, [0, start + at, piece.length]);
		} else {
			flow.write(piece, [0, start + at, piece.length]);
		}
		at = doubled < 0 ? stop : stop + 1;
	}
}

const delimiters = ['\t', ';', '|', ','] as const;
const sampleLength = 64 * 1024;
const sampleRows = 200;

/**
 * What parts the cells: what cuts most rows of the beginning into the same number of cells, more than one; of equals the one that is rarer in prose
 * and numbers. Excel's `sep=;` in the first line decides. Empty if nothing does: then a row is one cell.
 */
function findDelimiter(source: string, isTabbed: boolean): { readonly delimiter: string; readonly start: number } {
	const declared = /^sep=([,;|\t])(?:\r\n|\r|\n)/.exec(source.slice(0, 8));
	if (declared) {
		return { delimiter: declared[1] ?? '', start: declared[0].length };
	}
	const sample = source.slice(0, sampleLength);
	let best = { delimiter: '', share: 0 };
	for (const delimiter of delimiters) {
		const share = shareOfEqualRows(sample, delimiter, sample.length < source.length) + (isTabbed && delimiter === '\t' ? 0.5 : 0);
		if (share > best.share + 0.05) {
			best = { delimiter, share };
		}
	}
	return { delimiter: best.share >= minShare ? best.delimiter : '', start: 0 };
}

/** Fewer rows of the same width, and the file is no table. */
const minShare = 0.5;

/** The share of the rows that have the most frequent number of cells; 0 if that number is one. */
function shareOfEqualRows(sample: string, delimiter: string, isCut: boolean): number {
	const counts = new Map<number, number>();
	let rows = 0;
	for (const row of parseRows(sample, delimiter, 0)) {
		const isLast = isCut && row.at(-1)?.end === sample.length;
		if ((row.length > 1 || (row[0] && row[0].end > row[0].start)) && !isLast) {
			counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
			rows++;
		}
		if (rows >= sampleRows) {
			break;
		}
	}
	const [width = 0, count = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
	return width > 1 ? count / rows : 0;
}
