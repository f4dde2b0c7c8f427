import { isRightToLeft, type Segment } from './pdfLines.ts';

/**
 * Parts the segments of a page into columns, in the order in which they are read: from top to bottom, and where columns stand side by side from left
 * to right (from right to left in scripts that are read so). What reaches over several columns, such as a title, parts them into those above it and
 * those below. A table is one column: its cells are read row by row.
 */
export function toColumns(segments: readonly Segment[]): readonly (readonly Segment[])[] {
	const letters = segments.reduce((sum, segment) => sum + lengthOf(segment), 0);
	const turned = segments.filter((segment) => segment.pieces.some((piece) => isRightToLeft(piece.item.text)));
	const isMirrored = turned.reduce((sum, segment) => sum + lengthOf(segment), 0) * 2 > letters;
	const boxes = segments.map((segment): Box => {
		const [start, end] = isMirrored ? [-segment.end, -segment.start] : [segment.start, segment.end];
		return { segment, start, end, base: segment.base, size: segment.size };
	});
	const columns: (readonly Box[])[] = [];
	partInto(
		columns,
		boxes.sort((a, b) => a.base - b.base || a.start - b.start),
		0,
	);
	return columns.map((column) => column.map((box) => box.segment));
}

function lengthOf(segment: Segment): number {
	return segment.pieces.reduce((sum, piece) => sum + piece.item.text.length, 0);
}

/** A segment where it stands; mirrored where columns are read from the right. */
interface Box {
	readonly segment: Segment;
	readonly start: number;
	readonly end: number;
	readonly base: number;
	readonly size: number;
}

/** Columns within columns within columns; more are a table. */
const maxDepth = 6;
/** More left edges than this are no edges of columns. */
const maxEdges = 24;
/** A page with more segments than this is a map or a drawing. */
const maxSegments = 20_000;

/** `boxes` are sorted from top to bottom. */
function partInto(columns: (readonly Box[])[], boxes: readonly Box[], depth: number): void {
	const bands = boxes.length < 4 || boxes.length > maxSegments || depth >= maxDepth ? undefined : findBands(boxes);
	if (!bands) {
		columns.push(boxes);
		return;
	}
	for (const band of bands) {
		if (band.right) {
			partInto(columns, band.left, depth + 1);
			partInto(columns, band.right, depth + 1);
		} else {
			partInto(columns, band.left, depth + 1);
		}
	}
}

/** A part of the page from side to side: two halves beside each other, or one. */
interface Band {
	readonly left: readonly Box[];
	readonly right: readonly Box[] | undefined;
}

/** The bands that the best gutter makes; undefined if no gutter parts columns. */
function findBands(boxes: readonly Box[]): readonly Band[] | undefined {
	const em = medianOf(boxes.map((box) => box.size));
	let best: { readonly bands: readonly Band[]; readonly count: number } | undefined;
	for (const edge of leftEdges(boxes, em)) {
		const bands = bandsAt(boxes, edge, em);
		const count = bands.reduce((sum, band) => sum + (band.right ? Math.min(band.left.length, band.right.length) : 0), 0);
		if (count > (best?.count ?? 0)) {
			best = { bands, count };
		}
	}
	return best?.bands;
}

/** Where at least two segments begin below each other, but for the leftmost place. */
function leftEdges(boxes: readonly Box[], em: number): number[] {
	const starts = boxes.map((box) => box.start).sort((a, b) => a - b);
	const edges: { readonly at: number; count: number }[] = [];
	for (const start of starts) {
		const last = edges.at(-1);
		if (last && start - last.at < em * 0.6) {
			last.count++;
		} else {
			edges.push({ at: start, count: 1 });
		}
	}
	return edges
		.slice(1)
		.filter((edge) => edge.count >= 2)
		.sort((a, b) => b.count - a.count)
		.slice(0, maxEdges)
		.map((edge) => edge.at);
}

/** Parts the page at what crosses the gutter left of `edge`, and keeps the halves apart where they are columns. */
function bandsAt(boxes: readonly Box[], edge: number, em: number): readonly Band[] {
	const bands: Band[] = [];
	let whole: Box[] = [];
	let left: Box[] = [];
	let right: Box[] = [];
	const endBand = () => {
		if (left.length > 0 && right.length > 0 && areColumns(left, right, em)) {
			if (whole.length > 0) {
				bands.push({ left: whole, right: undefined });
				whole = [];
			}
			bands.push({ left, right });
		} else {
			whole.push(...[...left, ...right].sort((a, b) => a.base - b.base || a.start - b.start));
		}
		left = [];
		right = [];
	};
	const gutter = em * 0.7;
	for (const box of boxes) {
		if (box.end <= edge - gutter) {
			left.push(box);
		} else if (box.start >= edge - em * 0.1) {
			right.push(box);
		} else {
			endBand();
			whole.push(box);
		}
	}
	endBand();
	if (whole.length > 0) {
		bands.push({ left: whole, right: undefined });
	}
	return bands;
}

/** The rows of one half: boxes that share a baseline. */
interface Row {
	readonly base: number;
	/** How much of the row is covered by text. */
	covered: number;
}

/**
 * Whether two halves are columns and not the cells of a table: each is filled by lines of text, or one is and the other's lines keep to no rows of
 * the first (a side note, a caption beside its text).
 */
function areColumns(left: readonly Box[], right: readonly Box[], em: number): boolean {
	const [leftRows, rightRows] = [rowsOf(left), rowsOf(right)];
	const [leftText, rightText] = [textShare(left, leftRows, em), textShare(right, rightRows, em)];
	const [isLeftText, isRightText] = [leftText >= 0.5, rightText >= 0.5];
	const [few, many] = leftRows.length < rightRows.length ? [leftRows, rightRows] : [rightRows, leftRows];
	const shared = countShared(few, many, em * 0.15);
	if (isLeftText && isRightText) {
		// Where every row is one of both halves, only full lines tell columns from cells.
		return shared < few.length * 0.6 || Math.min(leftText, rightText) >= 0.6;
	}
	return isLeftText || isRightText ? shared <= few.length * 0.34 : few.length >= 3 && shared <= few.length * 0.2;
}

function rowsOf(boxes: readonly Box[]): Row[] {
	const rows: Row[] = [];
	for (const box of boxes) {
		const last = rows.at(-1);
		if (last && box.base - last.base < box.size * 0.45) {
			last.covered += box.end - box.start;
		} else {
			rows.push({ base: box.base, covered: box.end - box.start });
		}
	}
	return rows;
}

/**
 * The share of rows that run over most of the width, as lines of text do; 0 for what is too narrow or too short to be a column of text. The width is
 * that of all but the few boxes that reach out furthest: a running head may stand beyond the column.
 */
function textShare(boxes: readonly Box[], rows: readonly Row[], em: number): number {
	const outliers = Math.floor(boxes.length / 12);
	const ends = boxes.map((box) => box.end).sort((a, b) => b - a);
	const starts = boxes.map((box) => box.start).sort((a, b) => a - b);
	const width = (ends[outliers] ?? 0) - (starts[outliers] ?? 0);
	return rows.length < 3 || width < em * 11 ? 0 : rows.filter((row) => row.covered >= width * 0.75).length / rows.length;
}

/** How many rows of the one stand on a baseline of the other. Both ascend. */
function countShared(few: readonly Row[], many: readonly Row[], tolerance: number): number {
	let shared = 0;
	let at = 0;
	for (const row of few) {
		while (at < many.length && (many[at]?.base ?? 0) < row.base - tolerance) {
			at++;
		}
		shared += at < many.length && (many[at]?.base ?? 0) <= row.base + tolerance ? 1 : 0;
	}
	return shared;
}

function medianOf(numbers: number[]): number {
	numbers.sort((a, b) => a - b);
	return numbers[numbers.length >> 1] ?? 0;
}
