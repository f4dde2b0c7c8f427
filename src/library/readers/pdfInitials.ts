import { englishWords } from '../repair/wordList.ts';
import type { Segment } from './pdfLines.ts';

/** So much larger than the text is a capital that a chapter begins with. */
const initialSize = 1.9;
const maxInitials = 50;

/**
 * Puts capitals that are set over several lines to the word they begin: the first of the lines beside them. A capital that is a word by itself, `A` or
 * `I`, stays one.
 */
export function attachInitials(segments: readonly Segment[]): readonly Segment[] {
	const sizes = segments.map((segment) => segment.size).sort((a, b) => a - b);
	const usual = sizes[sizes.length >> 1] ?? 0;
	const initials = segments.filter((segment) => segment.size >= usual * initialSize && /^["“«‘]?\p{Lu}$/u.test(textOf(segment)));
	if (initials.length === 0 || initials.length > maxInitials) {
		return segments;
	}
	const taken = new Set<Segment>();
	const grown = new Map<Segment, Segment>();
	for (const initial of initials) {
		const line = findLineBeside(initial, segments);
		const first = line?.pieces[0];
		if (line && first && !grown.has(line)) {
			const word = /^[\p{L}\p{M}’']+/u.exec(first.item.text)?.[0] ?? '';
			const letter = textOf(initial);
			const spaceBefore = /^[AI]$/u.test(letter) && !englishWords.has(letter + word) && englishWords.has(word);
			const [index, ...rest] = [initial.pieces.at(-1)?.item.index ?? 0, ...line.pieces.slice(1)];
			const joined = { ...first, start: initial.end, item: { ...first.item, index: index + 1, spaceBefore } };
			grown.set(line, { ...line, pieces: [...initial.pieces, joined, ...rest], start: initial.start });
			taken.add(initial);
		}
	}
	return segments.filter((segment) => !taken.has(segment)).map((segment) => grown.get(segment) ?? segment);
}

function textOf(segment: Segment): string {
	return segment.pieces
		.map((piece) => piece.item.text)
		.join('')
		.trim();
}

/** The highest line that stands right behind the capital. */
function findLineBeside(initial: Segment, segments: readonly Segment[]): Segment | undefined {
	let highest: Segment | undefined;
	for (const segment of segments) {
		const gap = segment.start - initial.end;
		const isBeside = gap > -segment.size * 0.3 && gap < segment.size * 2 && segment.base <= initial.base + segment.size * 0.3;
		if (isBeside && segment.base > initial.base - initial.size && segment.size * initialSize <= initial.size) {
			highest = highest === undefined || segment.base < highest.base ? segment : highest;
		}
	}
	return highest;
}
