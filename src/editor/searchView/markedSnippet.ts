import type { Range } from '../../text/range.ts';
import { toIconFreeLabel } from '../plainLabel.ts';

/** What stands around a matched word in lists, which have no marks of their own for details (microsoft/vscode#83424). */
export const wordMarks = { before: '‹', after: '›' } as const;

/**
 * A snippet with its words marked by plain characters: `the ‹tide› rises`. `highlights` count in `text`, ascending, without overlap; what lies
 * outside is left out. Icons and unseen characters of the document are taken away, piece by piece, so that the marks are ours only.
 */
export function toMarkedSnippet(text: string, highlights: readonly Range[], isCutBefore: boolean, isCutAfter: boolean): string {
	const pieces: string[] = [];
	let at = 0;
	for (const { start, end } of highlights) {
		if (start < at || end > text.length || end <= start) {
			continue;
		}
		pieces.push(clean(text.slice(at, start)), wordMarks.before, clean(text.slice(start, end)), wordMarks.after);
		at = end;
	}
	pieces.push(clean(text.slice(at)));
	const line = pieces.join('').replace(/\s+/g, ' ').trim();
	// Once more over the whole, since a dollar and a bracket may have met where two pieces do.
	return `${isCutBefore ? '…' : ''}${line.replaceAll('$(', '＄(')}${isCutAfter ? '…' : ''}`;
}

/** As a label, but with the white space at its ends, which parts it from the words beside it. */
function clean(piece: string): string {
	const inner = toIconFreeLabel(piece.replaceAll(wordMarks.before, '<').replaceAll(wordMarks.after, '>'), piece.length + 1);
	return `${/^\s/.test(piece) ? ' ' : ''}${inner}${inner !== '' && /\s$/.test(piece) ? ' ' : ''}`;
}

/** The part of a hit around its first words, marked. */
export function toHitSnippet(hit: Range & { readonly text: string; readonly highlights: readonly Range[] }, maxLength: number): string {
	const first = (hit.highlights[0]?.start ?? hit.start) - hit.start;
	const start = first < maxLength * 0.7 ? 0 : hit.text.indexOf(' ', Math.max(0, first - Math.floor(maxLength / 3))) + 1;
	const end = Math.min(hit.text.length, start + maxLength);
	const inside = hit.highlights
		.map((word) => ({ start: word.start - hit.start - start, end: word.end - hit.start - start }))
		.filter((word) => word.start >= 0 && word.end <= end - start);
	return toMarkedSnippet(hit.text.slice(start, end), inside, start > 0, end < hit.text.length);
}
