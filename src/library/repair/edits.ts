import { composeMaps, MappedTextBuilder, type OffsetMap } from '../../text/offsetMap.ts';
import type { Range } from '../../text/range.ts';

/** One change of a text: the range goes, the replacement stands in its place. */
export interface Edit extends Range {
	readonly replacement: string;
}

/** A text and the map to the text it was made from. */
export interface MappedText {
	readonly text: string;
	readonly offsetMap: OffsetMap;
}

/** The text with its edits made. `edits` ascend and do not overlap; an empty list gives the text itself under an identity map. */
export function applyEdits(text: string, edits: readonly Edit[]): MappedText {
	const builder = new MappedTextBuilder();
	let done = 0;
	for (const edit of edits) {
		builder.addFromSource(text.slice(done, edit.start), done);
		builder.addOwn(edit.replacement);
		done = edit.end;
	}
	builder.addFromSource(done === 0 ? text : text.slice(done), done);
	return builder.build();
}

/**
 * Where an offset of the text before the edits stands after them: what was left out stands at the next thing that was kept, the end at the end.
 * `map` must ascend in its source too, as the maps of `applyEdits` do.
 */
export function moveOffset(map: OffsetMap, offset: number): number {
	let low = 0;
	let high = map.length / 3;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((map[middle * 3 + 1] ?? 0) + (map[middle * 3 + 2] ?? 0) <= offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	if (low * 3 >= map.length) {
		return (map.at(-3) ?? 0) + (map.at(-1) ?? 0);
	}
	return (map[low * 3] ?? 0) + Math.max(0, offset - (map[low * 3 + 1] ?? 0));
}

/** A range moved likewise; it ends where the last character of it that was kept ends. */
export function moveRange(map: OffsetMap, range: Range): Range {
	const start = moveOffset(map, range.start);
	let low = 0;
	let high = map.length / 3;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((map[middle * 3 + 1] ?? 0) < range.end) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	const run = (low - 1) * 3;
	const end = run < 0 ? 0 : (map[run] ?? 0) + Math.min(map[run + 2] ?? 0, range.end - (map[run + 1] ?? 0));
	return { start, end: Math.max(start, end) };
}

/**
 * One map out of the maps of steps, the last step first: from the text that the last step made to the text that the first was given.
 * A step that changed nothing costs nothing.
 */
export function composeSteps(steps: readonly MappedText[]): OffsetMap {
	const changing = steps.filter((step, at) => !isPart(step) || step.text.length !== (steps[at + 1] ?? step).text.length);
	const [first, ...earlier] = changing;
	return earlier.reduce((outer, step) => composeMaps(outer, step.offsetMap), first?.offsetMap ?? steps.at(-1)?.offsetMap ?? []);
}

/** Whether the text is the beginning of the text it was made from, or all of it. */
function isPart({ text, offsetMap }: MappedText): boolean {
	return offsetMap.length === 3 && offsetMap[0] === 0 && offsetMap[1] === 0 && offsetMap[2] === text.length;
}
