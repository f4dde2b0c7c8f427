import { locateWords } from '../text/analyse.ts';
import type { Range } from '../text/range.ts';
import { withSigns } from '../text/signs.ts';
import type { PassageText } from './engine.ts';

/** Tokens to mark, counted from the passage's first on, border and all. What is asked for may begin, or end, with a sign, which is marked with it. */
export interface MarkedTokens extends Range {
	readonly isSignedBefore: boolean;
	readonly isSignedBehind: boolean;
}

/** Where marked tokens stand in the text that holds their passage, in the same order; those behind the passage at its end. Its first `borders` tokens are no words. */
export function placeMarks(marks: readonly MarkedTokens[], borders: number, passage: PassageText): Range[] {
	let count = 0;
	for (const { end } of marks) {
		count = Math.max(count, end - borders);
	}
	const words = locateWords(passage.text, passage, count);
	const places: Range[] = [];
	for (let index = 0; index < marks.length && words.length > 0; index++) {
		const mark = marks[index];
		if (mark !== undefined) {
			const place = {
				start: words[(mark.start - borders) * 2] ?? passage.end,
				end: words[(mark.end - 1 - borders) * 2 + 1] ?? passage.end,
			};
			places.push(mark.isSignedBefore || mark.isSignedBehind ? withMarkedSigns(passage, place, mark) : place);
		}
	}
	return places;
}

/** As if there were nothing around the passage. */
function withMarkedSigns({ text, start, end }: PassageText, place: Range, { isSignedBefore, isSignedBehind }: MarkedTokens): Range {
	const signed = withSigns(text.slice(start, end), { start: place.start - start, end: place.end - start });
	return { start: isSignedBefore ? start + signed.start : place.start, end: isSignedBehind ? start + signed.end : place.end };
}

/** Places in a text that begins at `start`, ascending, without overlap, none beyond `end`. */
export function mergeMarks(places: readonly Range[], start: number, end: number): Range[] {
	const merged: { start: number; end: number }[] = [];
	let last: { start: number; end: number } | undefined;
	for (const place of isAscending(places) ? places : [...places].sort((a, b) => a.start - b.start || b.end - a.end)) {
		const placeStart = start + place.start;
		const placeEnd = Math.min(end, start + place.end);
		if (last !== undefined && placeStart < last.end) {
			last.end = Math.max(last.end, placeEnd);
		} else {
			last = { start: placeStart, end: placeEnd };
			merged.push(last);
		}
	}
	return merged;
}

function isAscending(places: readonly Range[]): boolean {
	for (let index = 1; index < places.length; index++) {
		if ((places[index]?.start ?? 0) <= (places[index - 1]?.start ?? 0)) {
			return false;
		}
	}
	return true;
}
