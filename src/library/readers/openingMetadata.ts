import type { Range } from '../../text/range.ts';
import type { Heading, Metadata } from '../document.ts';
import { findByline } from '../metadata/byline.ts';
import { readDateOfLine } from '../metadata/dateLine.ts';
import { cleanField } from '../metadata/field.ts';
import { findTitleLine } from '../metadata/title.ts';
import { isSectionHeading } from './textHeadings.ts';

/** How many lines may say what the text is, who wrote it and when. */
const maxLines = 12;
const maxLineLength = 500;

/**
 * Fills in what the properties of a document do not say from how its text begins: the title is its first heading, if that has level 1, or the
 * first line that may be one, as in plain text; the author stands in a byline, the date in a line that is a date, that begins with place and date, or
 * that says of which day the act is (`Order of 6 June 2024`).
 */
export function completeMetadata(metadata: Metadata, content: { readonly text: string; readonly headings: readonly Heading[] }): Metadata {
	const lines = findFirstLines(content.text);
	const byline = metadata.author === null ? findByline(lines.map(({ text }) => text)) : undefined;
	return {
		...metadata,
		title: metadata.title ?? findTitle(content, lines),
		author: metadata.author ?? cleanField(byline?.author),
		date: metadata.date ?? findDateLine(lines),
		publisher: metadata.publisher ?? cleanField(byline?.publisher),
	};
}

type Line = Range & { readonly text: string; readonly endsParagraph: boolean };

function findTitle(
	{ text, headings }: { readonly text: string; readonly headings: readonly Heading[] },
	lines: readonly Line[],
): string | null {
	const first = headings[0];
	// A section's heading is none of the whole: "1 Introduction", "Contents".
	if (first?.level === 1 && !isSectionHeading(first.text)) {
		return cleanField(first.text);
	}
	const range = findTitleLine(lines);
	const line = range && text.slice(range.start, range.end);
	return line === undefined || isSectionHeading(line) ? null : cleanField(line);
}

/** A bare year is a title or a cell of a table as often as a date. */
function findDateLine(lines: readonly Line[]): string | null {
	for (const { text } of lines) {
		const date = readDateOfLine(text);
		if (date !== undefined && !/^\d{4}$/.test(text)) {
			return date;
		}
	}
	return null;
}

function findFirstLines(text: string): readonly Line[] {
	const lines: Line[] = [];
	for (let start = 0; start < text.length && lines.length < maxLines; ) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline;
		if (end > start) {
			const line = text.slice(start, Math.min(end, start + maxLineLength)).trim();
			lines.push({ start, end, text: line, endsParagraph: newline < 0 || text[newline + 1] === '\n' });
		}
		start = end + 1;
	}
	return lines;
}
