import type { Steps } from '../../base/steps.ts';
import { splitSentences } from '../../text/sentences.ts';
import { ShownText } from './shownText.ts';

/** Longer paragraphs are broken: VS Code draws endless lines slowly, and nobody reads them. UTF-16 units. */
export const maxLineLength = 5_000;

/** A broken paragraph's lines have about this length: some ten sentences. */
const lineLength = 1_200;

/** Whether a text has a paragraph that is broken for display; if not, it is shown as it is. */
export function hasEndlessLine(text: string): boolean {
	for (let start = 0; start < text.length; ) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline;
		if (end - start > maxLineLength) {
			return true;
		}
		start = end + 1;
	}
	return false;
}

/**
 * Breaks the paragraphs of a text that are too long, at the ends of sentences; a sentence without an end at a space, and a word without an end
 * somewhere. All other lines stay as they are. A step is a line.
 */
export function* breakLines(text: string): Steps<ShownText> {
	const pieces: string[] = [];
	const inserted: number[] = [];
	let written = 0;
	for (let start = 0; start < text.length; ) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline;
		if (end - start > maxLineLength) {
			for (let at = start; end - at > lineLength * 2; ) {
				const next = findBreak(text, at);
				const isSpace = text[next - 1] === ' ';
				pieces.push(text.slice(written, isSpace ? next - 1 : next), '\n');
				if (!isSpace) {
					inserted.push(next);
				}
				written = next;
				at = next;
				yield;
			}
		}
		start = end + 1;
	}
	pieces.push(text.slice(written));
	return new ShownText(pieces.join(''), inserted);
}

/** Where the next line begins, at most twice the usual length further. */
function findBreak(text: string, from: number): number {
	const window = { start: from + lineLength / 2, end: from + lineLength * 2 };
	const starts = splitSentences(text, window)
		.slice(1)
		.map(({ start }) => start);
	const wished = from + lineLength;
	const nearest = starts.reduce<number | undefined>(
		(best, start) => (best === undefined || Math.abs(start - wished) < Math.abs(best - wished) ? start : best),
		undefined,
	);
	if (nearest !== undefined) {
		return nearest;
	}
	const space = text.lastIndexOf(' ', wished);
	return space >= window.start ? space + 1 : withinCharacter(text, wished);
}

/** The offset, moved behind the marks and halves of pairs that belong to the character before. */
function withinCharacter(text: string, offset: number): number {
	let at = offset;
	while (at < offset + 20 && /^[\p{M}\u200D\uDC00-\uDFFF]/u.test(text.slice(at, at + 1))) {
		at++;
	}
	return at;
}
