import type { PdfItem } from './pdfItems.ts';

/**
 * Text that stands together on one baseline. Directions are the line's own: `start` to `end` along it, `base` across it, growing from line to line.
 */
export interface Segment {
	readonly pieces: Piece[];
	start: number;
	end: number;
	readonly base: number;
	/** The size of most of its letters. */
	size: number;
}

/** An item, placed along its line. */
export interface Piece {
	readonly item: PdfItem;
	readonly start: number;
	readonly end: number;
}

/** A wider gap than this many letter heights parts two segments: two columns, or two cells. */
const maxGapInSegment = 1.4;
const maxOverlap = 0.6;

/**
 * Puts the items of one direction together to segments: what follows each other in the file, on one baseline and without a wide gap. Numbers set
 * higher or lower in small type belong to the word beside them.
 */
export function toSegments(items: readonly PdfItem[], angle: number): Segment[] {
	const turn = (angle * Math.PI) / 180;
	const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
	const segments: Segment[] = [];
	let last: Segment | undefined;
	for (const item of items) {
		const start = item.x * cos + item.y * sin;
		const base = item.y * cos - item.x * sin;
		const piece = { item, start, end: start + item.length };
		if (last && follows(last, piece, base)) {
			if (!isRepeated(last, piece)) {
				append(last, piece);
			}
		} else {
			last = { pieces: [piece], start, end: piece.end, base, size: item.size };
			segments.push(last);
		}
	}
	return segments;
}

function follows(segment: Segment, { item, start, end }: Piece, base: number): boolean {
	const height = Math.max(segment.size, item.size);
	const shift = Math.abs(base - segment.base);
	const isRaised = shift <= height * 1.02 && start > segment.end - height * 0.3 && Math.min(segment.size, item.size) <= height * 0.85;
	if (shift > height * 0.2 && !isRaised) {
		return false;
	}
	// A capital over several lines is no part of the line it stands on.
	if (height > Math.min(segment.size, item.size) * 2.2) {
		return false;
	}
	const gap = Math.max(start - segment.end, segment.start - end);
	return gap < height * (shift > height * 0.2 ? 0.5 : maxGapInSegment) && gap > -height * maxOverlap - (isRaised ? 0 : item.length);
}

/** Letters drawn twice, a little apart, look bold. */
function isRepeated(segment: Segment, { item, start }: Piece): boolean {
	const last = segment.pieces.at(-1);
	return last !== undefined && last.item.text === item.text && Math.abs(last.start - start) < item.size * 0.2 && last.item.y === item.y;
}

function append(segment: Segment, piece: Piece): void {
	segment.pieces.push(piece);
	const length = segment.end - segment.start;
	if (piece.item.size !== segment.size && piece.end - piece.start > length) {
		segment.size = piece.item.size;
	}
	segment.start = Math.min(segment.start, piece.start);
	segment.end = Math.max(segment.end, piece.end);
}

/** A line of one column as it is read: its text, and where it stands. */
export interface PdfLine {
	readonly text: string;
	/** From `text` to the document's raw text, as an offset map. */
	readonly runs: readonly number[];
	readonly start: number;
	readonly end: number;
	readonly base: number;
	readonly size: number;
	/** The font of most of its letters. */
	readonly font: string;
	/** Whether all of its letters are in that font. */
	readonly isOneFont: boolean;
	readonly isMonospaced: boolean;
	/** Whether all of it is marked as no part of the text. */
	readonly isArtifact: boolean;
	/** How many cells stand on it, parted by tabs; 1 for a line of text. */
	readonly cellCount: number;
	/** Whether all of its words are parted by gaps of about one width, as those of a justified line are. */
	readonly isEven: boolean;
	/** The size of its first letters; smaller than `size` for a raised number. */
	readonly firstSize: number;
}

/** The lines of one column, from top to bottom. */
export function toLines(segments: readonly Segment[]): PdfLine[] {
	const sorted = [...segments].sort((a, b) => a.base - b.base);
	const lines: PdfLine[] = [];
	let row: Segment[] = [];
	for (const segment of sorted) {
		const last = row.at(-1);
		if (last && segment.base - (row[0]?.base ?? 0) > Math.min(last.size, segment.size) * 0.45) {
			lines.push(toLine(row));
			row = [];
		}
		row.push(segment);
	}
	if (row.length > 0) {
		lines.push(toLine(row));
	}
	return joinJustified(lines);
}

/**
 * A justified line of few words has gaps as wide as those between cells. It is one where it fills its column, its gaps are even, and the line above or
 * below it is one of the same text.
 */
function joinJustified(lines: PdfLine[]): PdfLine[] {
	const right = lines.reduce((most, line) => Math.max(most, line.end), Number.NEGATIVE_INFINITY);
	const left = lines.reduce((least, line) => Math.min(least, line.start), Number.POSITIVE_INFINITY);
	const isFull = (line: PdfLine) => right - line.end < line.size * 0.5 && line.start - left < line.size * 3;
	const isLike = (line: PdfLine, other: PdfLine | undefined) =>
		other !== undefined &&
		other.cellCount === 1 &&
		isFull(other) &&
		Math.abs(other.size - line.size) < line.size * 0.1 &&
		/\s\S+\s/u.test(other.text);
	const join = (at: number, neighbour: number) => {
		const line = lines[at];
		if (line && line.cellCount > 1 && line.isEven && isFull(line) && isLike(line, lines[neighbour])) {
			lines[at] = { ...line, text: line.text.replace(/\t/g, ' '), cellCount: 1 };
		}
	};
	for (let at = 0; at < lines.length; at++) {
		join(at, at - 1);
	}
	for (let at = lines.length - 1; at >= 0; at--) {
		join(at, at + 1);
	}
	return lines;
}

/** The letters of scripts that are read from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Whether the text is in a script that is read from right to left. */
export function isRightToLeft(text: string): boolean {
	return rightToLeft.test(text);
}

function toLine(row: readonly Segment[]): PdfLine {
	const pieces = inReadingOrder(row.flatMap((segment) => segment.pieces));
	const size = mostOf(pieces, (piece) => piece.item.size) ?? 0;
	const parts: string[] = [];
	const runs: number[] = [];
	let length = 0;
	let cellCount = 1;
	let before: Piece | undefined;
	for (const piece of pieces) {
		const { text, rawStart } = piece.item;
		const parting = before === undefined ? '' : partingOf(before, piece, size);
		cellCount += parting === '\t' ? 1 : 0;
		parts.push(parting);
		length += parting.length;
		for (const word of text.matchAll(/\S+(?: (?!\p{Mn})\S+)*/gu)) {
			const isMark = startsWithMark.test(word[0]);
			const gap = word.index > 0 && length > 0 && !isMark && !/\s$/u.test(parts.at(-1) ?? '') ? ' ' : '';
			parts.push(gap);
			runs.push(length + gap.length, rawStart + word.index, word[0].length);
			parts.push(word[0]);
			length += gap.length + word[0].length;
		}
		before = piece;
	}
	return {
		text: parts.join(''),
		runs,
		start: row.reduce((least, segment) => Math.min(least, segment.start), Number.POSITIVE_INFINITY),
		end: row.reduce((most, segment) => Math.max(most, segment.end), Number.NEGATIVE_INFINITY),
		base: row[0]?.base ?? 0,
		size,
		font: mostOf(pieces, (piece) => piece.item.font) ?? '',
		isOneFont: pieces.every((piece) => piece.item.font === pieces[0]?.item.font),
		isMonospaced: pieces.every((piece) => piece.item.isMonospaced),
		isArtifact: pieces.every((piece) => piece.item.isArtifact),
		cellCount,
		isEven: areEven(pieces),
		firstSize: pieces[0]?.item.size ?? size,
	};
}

/** A mark over or under a letter belongs to the letter before it. */
const startsWithMark = /^\p{Mn}/u;

/** Whether the pieces are single words, and their gaps differ by half at most. */
function areEven(pieces: readonly Piece[]): boolean {
	let [least, most] = [Number.POSITIVE_INFINITY, 0];
	for (let at = 1; at < pieces.length; at++) {
		const [before, after] = [pieces[at - 1] as Piece, pieces[at] as Piece];
		const gap = Math.max(after.start - before.end, before.start - after.end);
		// A ligature is a piece of its word.
		if (gap > after.item.size * 0.1) {
			[least, most] = [Math.min(least, gap), Math.max(most, gap)];
		}
	}
	return most <= least * 1.5 && !pieces.some((piece) => /\S\s+\S/u.test(piece.item.text));
}

/** Along the line; in a line from right to left from its right end, but numbers and Latin words among it as they stand. */
function inReadingOrder(pieces: readonly Piece[]): Piece[] {
	const sorted = [...pieces].sort((a, b) => a.start - b.start || a.item.index - b.item.index);
	const isTurned = (piece: Piece) => rightToLeft.test(piece.item.text);
	const turned = sorted.filter(isTurned).reduce((sum, piece) => sum + piece.item.text.length, 0);
	if (turned === 0) {
		return sorted;
	}
	const isLineTurned = turned * 2 > sorted.reduce((sum, piece) => sum + piece.item.text.length, 0);
	const ordered = isLineTurned ? sorted.reverse() : sorted;
	// What leads the other way stands in runs, and each is turned by itself.
	for (let at = 0; at < ordered.length; ) {
		let end = at;
		while (end < ordered.length && isTurned(ordered[end] as Piece) !== isLineTurned) {
			end++;
		}
		ordered.splice(at, end - at, ...ordered.slice(at, end).reverse());
		at = Math.max(end, at + 1);
	}
	return ordered;
}

/** What stands between two pieces of a line. */
function partingOf(before: Piece, after: Piece, size: number): '' | ' ' | '\t' {
	const gap = Math.max(after.start - before.end, before.start - after.end);
	if (gap > size * 1.8) {
		return '\t';
	}
	if (startsWithMark.test(after.item.text)) {
		return '';
	}
	if (isNoteNumber(before.item, after.item)) {
		return ' ';
	}
	const step = after.item.index - before.item.index;
	const isSpaced = step === 1 ? after.item.spaceBefore : step === -1 ? before.item.spaceBefore : gap > size * 0.15;
	return isSpaced || gap > size * 0.3 ? ' ' : '';
}

/** Whether a raised number behind a word is that of a note, and no exponent (`mc2`, `km2`): the word has four letters or more, or a mark stands between. */
function isNoteNumber(before: PdfItem, after: PdfItem): boolean {
	return (
		after.size <= before.size * 0.8 &&
		after.angle === 0 &&
		after.y < before.y - before.size * 0.15 &&
		/^\d{1,3}(?:[,–-]\d{1,3})?$/u.test(after.text.trim()) &&
		/(?:\p{Ll}{4}|\p{L}[.,;:!?)”’"']{1,3})$/u.test(before.text.slice(-8))
	);
}

/** What most of the letters have. */
function mostOf<T>(pieces: readonly Piece[], valueOf: (piece: Piece) => T): T | undefined {
	const lengths = new Map<T, number>();
	for (const piece of pieces) {
		const value = valueOf(piece);
		lengths.set(value, (lengths.get(value) ?? 0) + piece.item.text.length);
	}
	let most: T | undefined;
	for (const [value, length] of lengths) {
		most = most === undefined || length > (lengths.get(most) ?? 0) ? value : most;
	}
	return most;
}
