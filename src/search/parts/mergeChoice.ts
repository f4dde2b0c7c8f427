import type { IndexPart } from './part.ts';

/** Parts are not joined to larger ones: while they are, all stand in memory. Some 600 MB of text. */
const maxJoinedPassages = 2 ** 20;

/**
 * Parts of about the same size, `count` of them: packed parts grow by powers of `count`, so that each document is packed again only as often as
 * the index grows so many times larger. Parts of different groups are never alike.
 */
export function findAlike(parts: readonly IndexPart[], count: number, groupOf: (part: IndexPart) => string): IndexPart[][] {
	const levels = new Map<string, IndexPart[]>();
	for (const part of parts) {
		const level = `${Math.floor(Math.log(Math.max(1, part.totals.passages)) / Math.log(count))} ${groupOf(part)}`;
		levels.set(level, [...(levels.get(level) ?? []), part]);
	}
	return [...levels.values()].filter((alike) => alike.length >= count);
}

/**
 * The smaller ones of these parts, as many as may be one, if it is worth it to make one of them: together they hold a quarter more than the largest of them
 * does, and more than `minPassages`.
 */
export function findScattered(parts: readonly IndexPart[], minPassages: number): readonly IndexPart[] | undefined {
	const smaller = listSmaller(parts);
	const counts = smaller.map(({ totals }) => totals.passages);
	const all = counts.reduce((sum, count) => sum + count, 0);
	return all > minPassages && Math.max(...counts) * 5 < all * 4 ? smaller : undefined;
}

function listSmaller(parts: readonly IndexPart[]): readonly IndexPart[] {
	let left = maxJoinedPassages;
	return parts
		.toSorted((a, b) => a.totals.passages - b.totals.passages)
		.filter(({ totals }) => {
			left -= totals.passages;
			return left >= 0;
		});
}

/** Whether more than a quarter of the documents of a part are gone. */
export function isWasteful({ documentCapacity, totals }: IndexPart): boolean {
	return (documentCapacity - totals.documents) * 4 > documentCapacity;
}
