import type { Token } from 'markdown-it';
import type { OffsetMap } from '../../text/offsetMap.ts';

/** The lines of a Markdown file, as markdown-it counts them, and how the text of its tokens leads back to them. */
export interface SourceLines {
	/** The text of a block whose first line is `firstLine`: each of its lines stands in the source line, behind `>`, `-` or indentation. */
	mapBlock(content: string, firstLine: number): OffsetMap;
	/** The text of a table cell. Moves `row.column` behind it. */
	mapCell(content: string, row: { readonly line: number; column: number }): OffsetMap;
}

/** `from` is where Markdown begins in the source, behind the front matter. */
export function toSourceLines(source: string, from: number): SourceLines {
	const starts = [from];
	for (let at = from; at < source.length; at++) {
		const code = source.charCodeAt(at);
		if (code === 0x0a || (code === 0x0d && source.charCodeAt(at + 1) !== 0x0a)) {
			starts.push(at + 1);
		}
	}
	starts.push(source.length);
	const lineOf = (line: number): { readonly start: number; readonly text: string } => {
		const start = starts[line] ?? source.length;
		return { start, text: source.slice(start, starts[line + 1] ?? source.length) };
	};
	return {
		mapBlock(content, firstLine) {
			const runs: number[] = [];
			let contentStart = 0;
			for (let line = firstLine; contentStart <= content.length; line++) {
				const newline = content.indexOf('\n', contentStart);
				const contentEnd = newline < 0 ? content.length : newline;
				const { start, text } = lineOf(line);
				addLineRuns(runs, content.slice(contentStart, contentEnd), contentStart, text, start, 0);
				contentStart = contentEnd + 1;
			}
			return runs;
		},
		mapCell(content, row) {
			const runs: number[] = [];
			const { start, text } = lineOf(row.line);
			row.column = addLineRuns(runs, content, 0, text, start, row.column);
			return runs;
		},
	};
}

/**
 * Maps one line of content that stands in a line of the source. Usually it is the end of it, or stands in it once; where tabs were expanded or
 * `\|` was unescaped, the characters are matched one after the other. Gives the column behind what was found.
 */
function addLineRuns(
	runs: number[],
	content: string,
	contentStart: number,
	sourceLine: string,
	sourceStart: number,
	fromColumn: number,
): number {
	const trimmed = content.trimEnd();
	if (trimmed === '') {
		return fromColumn;
	}
	const suffixColumn = sourceLine.trimEnd().length - trimmed.length;
	const column =
		suffixColumn >= fromColumn && sourceLine.startsWith(trimmed, suffixColumn) ? suffixColumn : sourceLine.indexOf(trimmed, fromColumn);
	if (fromColumn > 0 && column >= 0) {
		const first = sourceLine.indexOf(trimmed, fromColumn);
		runs.push(contentStart, sourceStart + first, trimmed.length);
		return first + trimmed.length;
	}
	if (column >= 0) {
		runs.push(contentStart, sourceStart + column, trimmed.length);
		return column + trimmed.length;
	}
	let next = fromColumn;
	for (let at = 0; at < trimmed.length; at++) {
		const found = sourceLine.indexOf(trimmed[at] ?? '', next);
		// Skipped are markers, indentation and backslashes; a longer gap means that the character is not there.
		if (found < 0 || found - next > 16) {
			continue;
		}
		runs.push(contentStart + at, sourceStart + found, 1);
		next = found + 1;
	}
	return next;
}

/** Where the text of an inline token stands in its block's text, from `at` on; `end` is behind it. What was an entity is in no run. */
export function mapInlineText(
	token: Token,
	content: string,
	at: number,
	placeEnd: number | undefined,
): { readonly runs: OffsetMap; readonly end: number } {
	const { length } = token.content;
	if (token.type === 'text_special' && token.info === 'entity') {
		return { runs: [], end: placeEnd ?? at };
	}
	// Between two tokens stand only marks (`**`, `[`); looking no further keeps this linear where a text is not found.
	const window = content.slice(at, Math.min(placeEnd ?? content.length, at + length + maxGap));
	// In code spans line ends became spaces; elsewhere the text is what stands there.
	const found = (token.type === 'code_inline' ? window.replaceAll('\n', ' ') : window).indexOf(token.content);
	return found < 0 ? { runs: [], end: at } : { runs: [0, at + found, length], end: at + found + length };
}

const maxGap = 256;
