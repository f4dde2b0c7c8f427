import type { Range } from '../../text/range.ts';
import type { Lines } from './lines.ts';

/** A row's cells, each the pieces of lines it stands on. */
export type Row = readonly (readonly Range[])[];

const gridBorder = /^\+(?:[-=]+\+)+$/;
const simpleBorder = /^=+(?: +=+)+$/;

/** The table that begins at a line, with the line behind it; `undefined` if none does. */
export function readRstTable(lines: Lines, at: number): { readonly rows: readonly Row[]; readonly end: number } | undefined {
	const head = lines.head(at, maxWidth);
	if (head.startsWith('+') && gridBorder.test(head)) {
		return readGrid(lines, at);
	}
	return head.startsWith('=') && simpleBorder.test(head) ? readSimple(lines, at, head) : undefined;
}

/** Wider tables are read as text. UTF-16 units. */
const maxWidth = 2_000;

/** A grid of `+---+` and `|`: a bar that stands in every line of a row parts its cells. */
function readGrid(lines: Lines, first: number): { readonly rows: readonly Row[]; readonly end: number } {
	const rows: Row[] = [];
	let block: number[] = [];
	const endRow = () => {
		if (block.length > 0) {
			rows.push(cellsOfGrid(lines, block));
			block = [];
		}
	};
	let at = first;
	for (; at < lines.count; at++) {
		const head = lines.head(at, 1);
		if (head === '+') {
			endRow();
		} else if (head === '|') {
			block.push(at);
		} else {
			break;
		}
	}
	endRow();
	return { rows, end: at };
}

function cellsOfGrid(lines: Lines, block: readonly number[]): Row {
	const [first = 0] = block;
	const width = Math.min(lines.lengthOf(first), maxWidth);
	const text = lines.text;
	const starts = block.map((line) => lines.range(line).start);
	const bars: number[] = [];
	for (let column = 0; column < width; column++) {
		if (starts.every((start) => text[start + column] === '|' || text[start + column] === '+')) {
			bars.push(column);
		}
	}
	const cells: Range[][] = [];
	for (let at = 0; at + 1 < bars.length; at++) {
		cells.push(
			block.map((line, index) => {
				const start = (starts[index] ?? 0) + (bars[at] ?? 0) + 1;
				return { start, end: Math.min((starts[index] ?? 0) + (bars[at + 1] ?? 0), lines.range(line).end) };
			}),
		);
	}
	return cells.map((cell) => cell.filter(({ start, end }) => end > start));
}

/** Columns under `=== ===`; a line without a first cell goes on with the row before. The table ends behind the last border, or at an empty line. */
function readSimple(lines: Lines, first: number, border: string): { readonly rows: readonly Row[]; readonly end: number } | undefined {
	const columns = [...border.matchAll(/=+/g)].map((match) => match.index);
	const indent = lines.range(first).start - lines.lineStart(first);
	const rows: Range[][][] = [];
	let borders = 1;
	let at = first + 1;
	for (; at < lines.count; at++) {
		const head = lines.head(at, maxWidth);
		if (simpleBorder.test(head)) {
			borders++;
			if (lines.isBlank(at + 1) || at + 1 >= lines.count) {
				at++;
				break;
			}
			continue;
		}
		if (/^-+(?: +-+)*$/.test(head) || lines.isBlank(at)) {
			continue;
		}
		const lineStart = lines.lineStart(at) + indent;
		const { start, end } = lines.range(at);
		const cells = columns.map((column, index): Range => {
			const from = Math.max(start, lineStart + column);
			const next = columns[index + 1];
			return { start: Math.min(from, end), end: next === undefined ? end : Math.min(end, lineStart + next) };
		});
		const last = rows.at(-1);
		const isContinued = last !== undefined && start >= lineStart + (columns[1] ?? 0);
		if (isContinued) {
			for (const [index, cell] of cells.entries()) {
				last[index]?.push(cell);
			}
		} else {
			rows.push(cells.map((cell) => [cell]));
		}
	}
	return borders < 2 ? undefined : { rows: rows.map((row) => row.map((cell) => cell.filter(({ start, end }) => end > start))), end: at };
}
