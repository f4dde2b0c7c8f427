import type { Range } from '../../text/range.ts';

/** A Roman number as books print it, as a number; undefined for other letters (`civil`, `ill`). */
export function parseRoman(text: string): number | undefined {
	const found = /^(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/u.exec(text.toLowerCase());
	if (!found || text === '' || (text !== text.toLowerCase() && text !== text.toUpperCase())) {
		return undefined;
	}
	const [, hundreds = '', tens = '', ones = ''] = found;
	const count = (part: string, ten: string, five: string, one: string) =>
		part === one + ten ? 9 : part === one + five ? 4 : (part.startsWith(five) ? 5 : 0) + part.replace(five, '').length;
	return hundreds.length * 100 + 10 * count(tens, 'c', 'l', 'x') + count(ones, 'x', 'v', 'i');
}

/**
 * Labels for the pages of a file in order, given those that are printed. Without any a page has its place in the file. Where two printed numbers
 * or more count up with the pages, a page without one has the number that is its turn; one that stands between two that leave no room has both
 * (`12–13`), and one that comes before all of them and has no turn is undefined.
 */
export function fillLabels(printed: readonly (string | undefined)[]): (string | undefined)[] {
	const offsets = new Map<number, number>();
	let agreeing = 0;
	for (const [at, label] of printed.entries()) {
		if (label !== undefined && /^\d+$/u.test(label)) {
			const count = (offsets.get(Number(label) - at) ?? 0) + 1;
			offsets.set(Number(label) - at, count);
			agreeing = Math.max(agreeing, count);
		}
	}
	if (agreeing < 2) {
		return printed.map((label, at) => label ?? String(at + 1));
	}
	const labels = [...printed];
	const first = printed.findIndex((label) => label !== undefined);
	for (let at = first - 1; at >= 0; at--) {
		const number = (numberOf(labels[at + 1]) ?? 0) - 1;
		labels[at] = number >= 1 ? String(number) : undefined;
	}
	let before = printed[first] ?? '';
	for (let at = first + 1; at < labels.length; ) {
		let end = at;
		while (end < labels.length && labels[end] === undefined) {
			end++;
		}
		fillGap(labels, { start: at, end }, before, labels[end]);
		before = labels[end] ?? before;
		at = end + 1;
	}
	return labels;
}

function numberOf(label: string | undefined): number | undefined {
	return label !== undefined && /^\d+$/u.test(label) ? Number(label) : undefined;
}

/** Labels the pages between two that are printed, or behind the last. */
function fillGap(labels: (string | undefined)[], gap: Range, before: string, after: string | undefined): void {
	const [low, high] = [numberOf(before), after === undefined ? Number.POSITIVE_INFINITY : numberOf(after)];
	for (let at = gap.start; at < gap.end; at++) {
		const number = (low ?? 0) + 1 + at - gap.start;
		const hasRoom = low !== undefined && high !== undefined && low + gap.end - gap.start < high;
		labels[at] = hasRoom ? String(number) : `${before}–${after ?? ''}`;
	}
}
