import { makeSnippet } from '../../search/snippet.ts';
import type { Range } from '../../text/range.ts';
import { toPlainLabel } from '../plainLabel.ts';

/** A line with marks, as `TreeItemLabel` takes it. */
export interface HighlightedLabel {
	readonly label: string;
	readonly highlights: [number, number][];
}

/** Units before the first mark. */
const maxLead = 20;

/**
 * The line of a passage around its words, with true marks. What is not seen of the document's characters is taken away, piece by piece, so that the
 * marks stay on their words. `highlights` count where `start` does: in the document's text.
 */
export function toHighlightedLabel(
	hit: Range & { readonly text: string; readonly highlights: readonly Range[] },
	maxLength: number,
): HighlightedLabel {
	const toLocal = ({ start, end }: Range): Range => ({ start: start - hit.start, end: end - hit.start });
	const snippet = makeSnippet(hit.text, { start: 0, end: hit.text.length, highlights: hit.highlights.map(toLocal) }, maxLength);
	let label = '';
	const highlights: [number, number][] = [];
	const add = (piece: string) => {
		// White space at the ends parts a piece from the words beside it.
		const isParted = /^\s/.test(piece) && label !== '' && !label.endsWith(' ');
		const inner = toPlainLabel(piece, piece.length + 1);
		label += `${isParted ? ' ' : ''}${inner}${inner !== '' && /\s$/.test(piece) ? ' ' : ''}`;
	};
	let at = 0;
	for (const { start, end } of snippet.highlights) {
		add(snippet.text.slice(at, start));
		const from = label.length;
		add(snippet.text.slice(start, end));
		if (label.length > from) {
			highlights.push([from, label.trimEnd().length]);
		}
		at = end;
	}
	add(snippet.text.slice(at));
	return cutLead(label.trimEnd() || '…', highlights);
}

/** Begins near the first mark: a side bar shows some forty characters, and what is marked must be among them. */
function cutLead(label: string, highlights: [number, number][]): HighlightedLabel {
	const first = highlights[0]?.[0] ?? 0;
	if (first <= maxLead) {
		return { label, highlights };
	}
	const space = label.slice(first - maxLead, first - 1).search(/\s/);
	const start = space < 0 ? notInsidePair(label, first - maxLead) : first - maxLead + space + 1;
	return {
		label: `…${label.slice(start)}`,
		highlights: highlights.map(([from, to]) => [from - start + 1, to - start + 1]),
	};
}

function notInsidePair(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
