import type { DocumentContent } from '../document.ts';
import { findByline } from '../metadata/byline.ts';
import { findDateInLines } from '../metadata/dateLine.ts';

/** Where people write who and when: at the head, or under the end. */
const headLineCount = 8;
const footLineCount = 4;
/** More of a line than a byline's sentence is not looked at. UTF-16 units. */
const maxLineLength = 600;

/**
 * Fills in author, publisher and date from lines that say so to people (`By Ana Lee`, `March 1, 2008`), where nothing was declared to machines.
 * What is known already stays.
 */
export function withVisibleMetadata(content: DocumentContent): DocumentContent {
	if (content.author !== null && content.date !== null) {
		return content;
	}
	const lines = [...linesFrom(content.text, headLineCount), ...linesBefore(content.text, footLineCount)];
	const byline = content.author === null ? findByline(lines) : undefined;
	return {
		...content,
		author: content.author ?? byline?.author ?? null,
		publisher: content.publisher ?? byline?.publisher ?? null,
		date: content.date ?? findDateInLines(lines),
	};
}

function linesFrom(text: string, count: number): string[] {
	const lines: string[] = [];
	for (let start = 0; start < text.length && lines.length < count; ) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline;
		if (end > start) {
			lines.push(text.slice(start, Math.min(end, start + maxLineLength)).trim());
		}
		start = end + 1;
	}
	return lines;
}

function linesBefore(text: string, count: number): string[] {
	return text
		.slice(-count * maxLineLength)
		.split('\n')
		.slice(1)
		.filter((line) => line !== '')
		.slice(-count);
}
