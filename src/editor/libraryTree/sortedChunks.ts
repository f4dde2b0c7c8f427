import { sortInSteps } from '../../base/sortInSteps.ts';
import { type Steps, takeAllSteps } from '../../base/steps.ts';

/** A run of neighbours in the order. Its number stays while it is there, whatever comes and goes in it. */
export interface Chunk<T> {
	readonly number: number;
	/** Never empty. */
	readonly items: readonly T[];
}

interface GrowingChunk<T> extends Chunk<T> {
	readonly items: T[];
}

/**
 * Items in order, in runs of at most `capacity`. Until somebody asks for the order there is none, and adding costs nothing; from then on one item
 * more or less costs a search and a shift within its run. `compare` never calls two items equal.
 */
export class SortedChunks<T> {
	readonly #compare: (a: T, b: T) => number;
	readonly #capacity: number;
	readonly #loose = new Set<T>();
	#chunks: GrowingChunk<T>[] | undefined;
	#size = 0;
	/** How often something came or went. */
	#changes = 0;
	#nextNumber = 0;

	constructor(compare: (a: T, b: T) => number, capacity: number) {
		this.#compare = compare;
		this.#capacity = capacity;
	}

	get size(): number {
		return this.#size;
	}

	/** Whether all fit in one run: then there is no need to tell runs apart. */
	get isOneRun(): boolean {
		return this.#size <= this.#capacity;
	}

	/** All items; in order once they are sorted. */
	*items(): IterableIterator<T> {
		for (const chunk of this.#chunks ?? []) {
			yield* chunk.items;
		}
		yield* this.#loose;
	}

	/** The runs in order. Sorts in one go what is not sorted yet: for many items, `sortInSteps` comes first. */
	chunks(): readonly Chunk<T>[] {
		takeAllSteps(this.sortInSteps());
		return this.#chunks ?? [];
	}

	/** The run that holds the item. */
	chunkOf(item: T): Chunk<T> | undefined {
		const chunks = this.chunks();
		return chunks.length === 0 ? undefined : chunks[this.#findChunk(item)];
	}

	/** To be called for items that are not there. */
	add(item: T): void {
		this.#size++;
		this.#changes++;
		if (this.#chunks === undefined) {
			this.#loose.add(item);
		} else {
			this.#insert(item);
		}
	}

	/** To be called for items that are there. */
	delete(item: T): void {
		this.#size--;
		this.#changes++;
		if (this.#chunks === undefined) {
			this.#loose.delete(item);
			return;
		}
		const at = this.#findChunk(item);
		const chunk = this.#chunks[at];
		const place = chunk === undefined ? 0 : findPlace(chunk.items, item, this.#compare);
		chunk?.items.splice(place, 1);
		if (chunk?.items.length === 0) {
			this.#chunks.splice(at, 1);
		}
	}

	/** Sorts what is not sorted yet. Between the steps anything may happen, even that another sorting is done first. */
	*sortInSteps(): Steps<void> {
		if (this.#chunks !== undefined) {
			return;
		}
		const before = [...this.#loose];
		const changesBefore = this.#changes;
		const sorted = yield* sortInSteps(before, this.#compare);
		yield;
		if (this.#chunks !== undefined) {
			return;
		}
		let left = sorted;
		let late: readonly T[] = [];
		if (this.#changes !== changesBefore) {
			left = sorted.filter((item) => this.#loose.has(item));
			const known = new Set(before);
			late = [...this.#loose].filter((item) => !known.has(item));
		}
		this.#loose.clear();
		this.#chunks = [];
		// Not filled up, so that the next item in a run does not part it.
		const filled = Math.max(1, Math.ceil(left.length <= this.#capacity ? this.#capacity : this.#capacity * 0.8));
		for (let at = 0; at < left.length; at += filled) {
			this.#chunks.push({ number: this.#nextNumber++, items: left.slice(at, at + filled) });
		}
		for (const item of late) {
			this.#insert(item);
		}
	}

	#insert(item: T): void {
		const chunks = (this.#chunks ??= []);
		const at = this.#findChunk(item);
		const chunk = chunks[at];
		if (chunk === undefined) {
			chunks.push({ number: this.#nextNumber++, items: [item] });
			return;
		}
		chunk.items.splice(findPlace(chunk.items, item, this.#compare), 0, item);
		if (chunk.items.length > this.#capacity) {
			const half = chunk.items.splice(chunk.items.length >> 1);
			chunks.splice(at + 1, 0, { number: this.#nextNumber++, items: half });
		}
	}

	/** The run in which an item stands or would stand. */
	#findChunk(item: T): number {
		const chunks = this.#chunks ?? [];
		let low = 0;
		let high = chunks.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			const first = chunks[middle]?.items[0];
			if (first !== undefined && this.#compare(first, item) <= 0) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		return low;
	}
}

/** The index of the item, or where it would stand. */
function findPlace<T>(items: readonly T[], item: T, compare: (a: T, b: T) => number): number {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (compare(items[middle] as T, item) < 0) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
