import { makeSnippet } from '../../search/snippet.ts';
import type { Range } from '../../text/range.ts';
import { toIconFreeLabel } from '../plainLabel.ts';

/** What stands around a matched word in lists, which have no marks of their own for details (microsoft/vscode#83424). */
const wordMarks = { before: '‹', after: '›' } as const;

/**
 * A snippet with its words marked by plain characters: `the ‹tide› rises`. `highlights` count in `text`, ascending, without overlap; what lies
 * outside is left out. Icons and unseen characters of the document are taken away, piece by piece, so that the marks are ours only.
 */
export function toMarkedSnippet(text: string, highlights: readonly Range[]): string {
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
	// Once more over the whole, since a dollar and a bracket may have met where two pieces do.
	return pieces.join('').replace(/\s+/g, ' ').trim().replaceAll('$(', '＄(');
}

/** As a label, but with the white space at its ends, which parts it from the words beside it. */
function clean(piece: string): string {
	const inner = toIconFreeLabel(piece.replaceAll(wordMarks.before, '<').replaceAll(wordMarks.after, '>'), piece.length + 1);
	return `${/^\s/.test(piece) ? ' ' : ''}${inner}${inner !== '' && /\s$/.test(piece) ? ' ' : ''}`;
}

/** Units before the first mark: the row that is chosen gives half of its width to its buttons. */
const maxLead = 30;

/** The line of a hit around its words, marked; at most `maxLength` units and the marks. */
export function toHitSnippet(hit: Range & { readonly text: string; readonly highlights: readonly Range[] }, maxLength: number): string {
	const toLocal = ({ start, end }: Range): Range => ({ start: start - hit.start, end: end - hit.start });
	const snippet = makeSnippet(hit.text, { start: 0, end: hit.text.length, highlights: hit.highlights.map(toLocal) }, maxLength, maxLead);
	return toMarkedSnippet(snippet.text, snippet.highlights);
}
