import type { Range } from './range.ts';

/**
 * Leads from clean text back to the source it was made from.
 *
 * A flat list of runs, three numbers each: `cleanStart, sourceStart, length`. Inside a run clean and source characters are the same,
 * one to one. Clean characters outside every run were put in by the reader (a paragraph break, say); source characters outside every
 * run were left out (markup, furniture, the hyphen of a broken word). Runs ascend by `cleanStart` and never overlap in clean text;
 * the source may stand in another order.
 *
 * Units are UTF-16 on both sides. The source is the decoded file for text formats (its line ends untouched).
 *
 * For the source `some- one` and the clean text `someone` the runs are `0,0,4` and `4,6,3`.
 */
export type OffsetMap = readonly number[];

/** Pieces are joined to a chunk when there are more than this. */
const maxPieces = 4096;

/** Collects clean text piece by piece, and the map to where each piece came from. */
export class MappedTextBuilder {
	readonly #chunks: string[] = [];
	readonly #pieces: string[] = [];
	readonly #runs: number[] = [];
	#length = 0;

	/** The length of the clean text so far. */
	get length(): number {
		return this.#length;
	}

	/** Adds text that stands in the source, character for character, at `sourceStart`. */
	addFromSource(text: string, sourceStart: number): void {
		if (text.length === 0) {
			return;
		}
		const last = this.#runs.length - 3;
		const runLength = this.#runs[last + 2] ?? 0;
		const isNext =
			last >= 0 && (this.#runs[last] ?? 0) + runLength === this.#length && (this.#runs[last + 1] ?? 0) + runLength === sourceStart;
		if (isNext) {
			this.#runs[last + 2] = runLength + text.length;
		} else {
			this.#runs.push(this.#length, sourceStart, text.length);
		}
		this.#append(text);
	}

	/** Adds text that the source does not hold in this form. */
	addOwn(text: string): void {
		if (text.length > 0) {
			this.#append(text);
		}
	}

	/** Adds text with the map that leads from it to the source. */
	addMapped({ text, offsetMap }: { readonly text: string; readonly offsetMap: OffsetMap }): void {
		let done = 0;
		for (let at = 0; at < offsetMap.length; at += 3) {
			const [start = 0, source = 0, length = 0] = [offsetMap[at], offsetMap[at + 1], offsetMap[at + 2]];
			this.addOwn(text.slice(done, start));
			this.addFromSource(text.slice(start, start + length), source);
			done = start + length;
		}
		this.addOwn(text.slice(done));
	}

	build(): { readonly text: string; readonly offsetMap: OffsetMap } {
		return { text: this.#chunks.join('') + this.#pieces.join(''), offsetMap: this.#runs };
	}

	#append(text: string): void {
		this.#pieces.push(text);
		// A million small pieces would each keep an object alive until the end.
		if (this.#pieces.length > maxPieces) {
			this.#chunks.push(this.#pieces.splice(0).join(''));
		}
		this.#length += text.length;
	}
}

/** The map of a clean text that is its source. */
export function identityMap(length: number): OffsetMap {
	return length === 0 ? [] : [0, 0, length];
}

/** So many units of the source may one decoded character have taken: `&CounterClockwiseContourIntegral;` has 33. */
const maxEntityLength = 40;

/**
 * Where a range of clean text stands in the source: from its first to its last character that came from there. If it begins or ends with
 * characters that the source holds in another form (`é` for `&eacute;`), it begins or ends where their neighbour outside the range does, if that
 * is near. Otherwise characters put in by the reader count as standing beside their neighbours; `undefined` if no character of the range came
 * from the source and none stands before it.
 */
export function toSourceRange(map: OffsetMap, clean: Range): Range | undefined {
	let start = Number.POSITIVE_INFINITY;
	let end = -1;
	const first = firstRunEndingAfter(map, clean.start);
	let next = first;
	for (; next < map.length; next += 3) {
		const [cleanStart = 0, sourceStart = 0, length = 0] = [map[next], map[next + 1], map[next + 2]];
		if (cleanStart >= clean.end) {
			break;
		}
		const from = Math.max(clean.start, cleanStart);
		const to = Math.min(clean.end, cleanStart + length);
		start = Math.min(start, sourceStart + from - cleanStart);
		end = Math.max(end, sourceStart + to - cleanStart);
	}
	const edge = first >= 3 ? (map[first - 2] ?? 0) + (map[first - 1] ?? 0) : -1;
	if (end < 0) {
		return edge < 0 ? undefined : { start: edge, end: edge };
	}
	const startsOutside = (map[first] ?? 0) > clean.start && first >= 3 && (map[first - 3] ?? 0) + (map[first - 1] ?? 0) === clean.start;
	if (startsOutside && edge < start && start - edge <= maxEntityLength) {
		start = edge;
	}
	const endsOutside = (map[next - 3] ?? 0) + (map[next - 1] ?? 0) < clean.end && map[next] === clean.end;
	const nextStart = map[next + 1] ?? 0;
	if (endsOutside && nextStart > end && nextStart - end <= maxEntityLength) {
		end = nextStart;
	}
	return { start, end };
}

/**
 * One map out of two: `outer` leads from clean to middle text, `inner` from middle text to the source. What either leaves out is left out.
 */
export function composeMaps(outer: OffsetMap, inner: OffsetMap): OffsetMap {
	const runs: number[] = [];
	for (let at = 0; at < outer.length; at += 3) {
		const [cleanStart = 0, middleStart = 0, length = 0] = [outer[at], outer[at + 1], outer[at + 2]];
		const middleEnd = middleStart + length;
		for (let deep = firstRunEndingAfter(inner, middleStart); deep < inner.length; deep += 3) {
			const [innerClean = 0, innerSource = 0, innerLength = 0] = [inner[deep], inner[deep + 1], inner[deep + 2]];
			if (innerClean >= middleEnd) {
				break;
			}
			const from = Math.max(middleStart, innerClean);
			const to = Math.min(middleEnd, innerClean + innerLength);
			runs.push(cleanStart + from - middleStart, innerSource + from - innerClean, to - from);
		}
	}
	return runs;
}

/** The position in `map` of the first run that ends after `cleanOffset`; `map.length` if none does. */
function firstRunEndingAfter(map: OffsetMap, cleanOffset: number): number {
	let low = 0;
	let high = map.length / 3;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((map[middle * 3] ?? 0) + (map[middle * 3 + 2] ?? 0) <= cleanOffset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low * 3;
}
