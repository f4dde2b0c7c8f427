import type { Range } from '../../text/range.ts';
import { readBylineLine } from './byline.ts';
import { parseDate } from './date.ts';
import { isHeaderField } from './header.ts';
import { isMasthead } from './masthead.ts';

const maxTitleLength = 140;
const maxTitleWords = 18;
/** The title stands among the first lines or nowhere. */
const maxLinesBefore = 6;

const changeDate = /^(?:last )?(?:updated|modified|revised)\b.{1,60}\d/iu;

/** Whether a line is a date, a byline or another line about the text, and no text. */
export function isMetadataLine(line: string): boolean {
	return (
		line.length <= 200 &&
		(parseDate(line) !== undefined || readBylineLine(line) !== undefined || isHeaderField(line) || changeDate.test(line))
	);
}

/** Whether a line is short and whole enough to be a title: no sentence, no item of a list, no greeting. */
export function mayBeTitle(line: string): boolean {
	return (
		line.length <= maxTitleLength &&
		(line.match(/\S+/gu)?.length ?? 0) <= maxTitleWords &&
		/\p{L}.?\p{L}/u.test(line) &&
		!/[-\u2010\u00ac]$/u.test(line) &&
		!/[.;:,。、，]$/u.test(line.replace(/(?:\b(?:\p{Lu}\.)+|\betc\.|…|\.\.\.)$/u, '')) &&
		!/^[-*•◦▪●○>|#([{<\p{Ll}]/u.test(line.replace(/^\p{Ll}\p{Lu}/u, 'A')) &&
		!/^(?:dear|hello|hi|to|from|cc|re|fwd?|subject|sent|date|https?)\b[ :,]/iu.test(line) &&
		!/\||\t|https?:|\S@\S/u.test(line)
	);
}

/**
 * Finds the title of a text that has no mark-up: the first short line that is an own paragraph, or the first of a few short lines about the
 * text, with more text to follow. Date, byline and other metadata lines before it are passed over. Undefined if the text begins with prose.
 * `lines` are the first lines, in order, none empty; `endsParagraph` says of each whether an empty line follows it.
 */
export function findTitleLine(lines: readonly (Range & { readonly text: string; readonly endsParagraph: boolean })[]): Range | undefined {
	let hasMetadata = false;
	for (const [at, line] of lines.slice(0, maxLinesBefore).entries()) {
		if (isMetadataLine(line.text)) {
			hasMetadata = true;
			continue;
		}
		const next = lines[at + 1];
		// The name of the paper and the number of the page, and what sort of piece it is.
		if (
			next &&
			(isMasthead(line.text) || isFolioOver(line.text, next.text) || (kickers.has(line.text.toLowerCase()) && mayBeTitle(next.text)))
		) {
			continue;
		}
		if (!next || !mayBeTitle(line.text) || (!line.endsParagraph && /^\p{Ll}/u.test(next.text))) {
			return undefined;
		}
		const behind = lines.slice(at + 1, at + 4);
		// Behind a line with the date or the author, the next short line is the title also where no empty line follows it.
		const standsAlone =
			hasMetadata ||
			(at > 0 && isCapitals(line.text)) ||
			line.endsParagraph ||
			/^(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,})$/.test(next.text) ||
			behind.some((other) => isMetadataLine(other.text));
		// A dialogue or a list of short lines has no title in its first line.
		const hasText = lines.slice(at + 1).some((other) => other.text.length > Math.max(line.text.length, 60));
		return standsAlone && (hasText || lines.length > 3) ? { start: line.start, end: line.end } : undefined;
	}
	return undefined;
}

const kickers: ReadonlySet<string> = new Set(
	'interview feature features opinion editorial analysis profile reportage essay comment commentary review reviews'.split(' '),
);

/** Whether a line is a number that the page has above its title in capitals. */
function isFolioOver(line: string, next: string): boolean {
	return /^(?:\d{1,4}|[ivxlc]{1,7})$/u.test(line) && isCapitals(next);
}

function isCapitals(line: string): boolean {
	return /\p{Lu}{2}/u.test(line) && line === line.toUpperCase();
}
