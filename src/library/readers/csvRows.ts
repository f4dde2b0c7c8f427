import type { Range } from '../../text/range.ts';

/**
 * The rows of a table of values, each as the ranges of its cells without their quotation marks (RFC 4180, https://www.rfc-editor.org/rfc/rfc4180):
 * a quoted cell may hold delimiters, line ends and doubled quotation marks. A mark that is never closed, and one inside a word, is a character like
 * others. An empty `delimiter` parts nothing. Linear, whatever the quotation marks do.
 */
export function* parseRows(source: string, delimiter: string, from: number): Generator<readonly Range[]> {
	let row: Range[] = [];
	let hasClosing = true;
	for (let at = from; at <= source.length; ) {
		let cell: Range | undefined;
		let next = at;
		const quote = delimiter === '' ? -1 : skipBlanks(source, at, delimiter);
		if (hasClosing && quote >= 0 && source[quote] === '"') {
			const closing = findClosing(source, quote + 1, delimiter);
			if (closing < 0) {
				// None of the marks behind this one closes either.
				hasClosing = false;
			} else {
				cell = { start: quote + 1, end: closing };
				next = skipBlanks(source, closing + 1, delimiter);
			}
		}
		if (cell === undefined) {
			next = findCellEnd(source, at, delimiter);
			cell = { start: at, end: next };
		}
		row.push(cell);
		if (next < source.length && source[next] === delimiter) {
			at = next + 1;
			continue;
		}
		yield row;
		row = [];
		if (next >= source.length) {
			return;
		}
		at = source.startsWith('\r\n', next) ? next + 2 : next + 1;
	}
}

/** Blanks beside the quotation marks of a cell belong to nothing. */
function skipBlanks(source: string, from: number, delimiter: string): number {
	let at = from;
	while (source[at] === ' ' || (source[at] === '\t' && delimiter !== '\t')) {
		at++;
	}
	return at;
}

function findCellEnd(source: string, from: number, delimiter: string): number {
	let at = from;
	for (; at < source.length; at++) {
		const char = source[at];
		if (char === delimiter || char === '\n' || char === '\r') {
			break;
		}
	}
	return at;
}

/** The mark that ends a quoted cell: no doubled one, and with nothing but blanks before the next cell or row. -1 if there is none. */
function findClosing(source: string, from: number, delimiter: string): number {
	for (let at = source.indexOf('"', from); at >= 0; at = source.indexOf('"', at + 1)) {
		if (source[at + 1] === '"') {
			at++;
			continue;
		}
		const next = skipBlanks(source, at + 1, delimiter);
		if (next >= source.length || source[next] === delimiter || source[next] === '\n' || source[next] === '\r') {
			return at;
		}
	}
	return -1;
}
