import type { Range } from '../../text/range.ts';
import type { Edit } from './edits.ts';
import type { WordList } from './wordList.ts';

/** A stretch of words set wide, and the edits that make it a line of words. */
export interface WideWords extends Range {
	readonly edits: readonly Edit[];
}

/** Single letters, each a space or a few from the next. */
const letters = /(?<!\S)\p{L}(?: {1,4}\p{L}(?!\S)){3,200}/gu;

/**
 * Finds words set wide with wider gaps between them: `T H E  P R I C E  O F` is `THE PRICE OF`. The wider gaps say where words end, so nothing
 * is guessed; still every word must be known, and one of them have four letters. Without a wider gap nothing is found here.
 */
export function findWideWords(text: string, list: WordList): WideWords[] {
	const found: WideWords[] = [];
	for (const match of text.matchAll(letters)) {
		const words = match[0].split(/ {2,}/u).map((word) => word.replaceAll(' ', ''));
		if (words.length < 2 || !words.some((word) => word.length >= 4) || !words.every((word) => list.has(word))) {
			continue;
		}
		const edits = [...match[0].matchAll(/ +/gu)].map((gap) => {
			const start = match.index + gap.index;
			return gap[0].length === 1
				? { start, end: start + 1, replacement: '' }
				: { start: start + 1, end: start + gap[0].length, replacement: '' };
		});
		found.push({ start: match.index, end: match.index + match[0].length, edits });
	}
	return found;
}
