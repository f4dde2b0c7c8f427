/** The line of the caret, and the lines around it; `undefined` where the note begins or ends. */
export interface LinesAround {
	readonly line: string;
	readonly before: string | undefined;
	readonly after: string | undefined;
}

/** What goes into the note, and where. */
export interface Insertion {
	readonly text: string;
	/** At the caret, in the place of what is selected; else behind the end of its line. */
	readonly isAtCaret: boolean;
}

/**
 * Makes a quotation stand by itself in a note. One line goes where the caret stands; a block (several lines, or one that begins as a block of Markdown does)
 * stands between empty lines below the line of the caret, or in its place if that is empty. No empty line is doubled.
 */
export function placeQuotation(citation: string, { line, before, after }: LinesAround): Insertion {
	if (!isBlock(citation)) {
		return { text: citation, isAtCaret: true };
	}
	const isEmpty = (text: string | undefined) => text === undefined || text.trim() === '';
	const above = isEmpty(line) ? (isEmpty(before) ? '' : '\n') : '\n\n';
	const below = isEmpty(after) ? (after === undefined ? '\n' : '') : '\n';
	return { text: `${above}${citation}${below}`, isAtCaret: false };
}

/** A quotation as it is put between two parts of a line: a block stands between empty lines, what is one line stays in it. */
export function placeDropped(citation: string, { before, after }: { readonly before: string; readonly after: string }): string {
	if (!isBlock(citation)) {
		return citation;
	}
	return `${before.trim() === '' ? '' : '\n\n'}${citation}${after.trim() === '' ? '\n' : '\n\n'}`;
}

/** Several lines, or one that begins as a block of Markdown does. */
function isBlock(citation: string): boolean {
	return citation.includes('\n') || /^\s*(?:[>#*+-]|\d+[.)])\s/.test(citation);
}
