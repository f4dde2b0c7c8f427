import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../src/base/steps.ts';
import { SortedChunks } from '../../../src/editor/libraryTree/sortedChunks.ts';

const make = (numbers: Iterable<number>, capacity = 4) => {
	const sorted = new SortedChunks<number>((a, b) => a - b, capacity);
	for (const number of numbers) {
		sorted.add(number);
	}
	return sorted;
};
/** Pseudo-random, the same each time, without repetition. */
const shuffled = (length: number) => Array.from({ length }, (_, index) => (index * 7_919) % 10_007);
const flat = (sorted: SortedChunks<number>) => sorted.chunks().flatMap(({ items }) => items);
const inOrder = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b);

describe('SortedChunks', () => {
	for (const length of [0, 1, 2, 127, 128, 129, 300, 1_000]) {
		it(`sorts ${length}`, () => {
			const sorted = make(shuffled(length));
			assert.deepEqual(flat(sorted), inOrder(shuffled(length)));
			assert.equal(sorted.size, length);
			assert.ok(sorted.chunks().every(({ items }) => items.length > 0 && items.length <= 4));
		});
	}
	it('keeps order and size of runs while items come and go', () => {
		const sorted = make([]);
		const kept = new Set<number>();
		sorted.chunks();
		for (const number of shuffled(600)) {
			sorted.add(number);
			kept.add(number);
			if (number % 3 === 0) {
				sorted.delete(number);
				kept.delete(number);
			}
		}
		assert.deepEqual(flat(sorted), inOrder(kept));
		assert.equal(sorted.size, kept.size);
		assert.ok(sorted.chunks().every(({ items }) => items.length > 0 && items.length <= 4));
		assert.equal(new Set(sorted.chunks().map(({ number }) => number)).size, sorted.chunks().length);
	});
	it('keeps runs that nothing comes to or goes from', () => {
		const sorted = make(shuffled(100));
		const before = sorted.chunks()[0];
		sorted.add(10_006.5);
		assert.equal(sorted.chunks()[0], before);
	});
	it('finds the run of an item', () => {
		const sorted = make(shuffled(100));
		for (const number of shuffled(100)) {
			assert.ok(sorted.chunkOf(number)?.items.includes(number));
		}
	});
	it('goes by what comes and goes while it is sorted', () => {
		const sorted = make(shuffled(1_000));
		const steps = sorted.sortInSteps();
		const kept = new Set(shuffled(1_000));
		for (let at = 0; !steps.next().done; at++) {
			const gone = shuffled(1_000)[at] ?? 0;
			sorted.delete(gone);
			sorted.add(gone + 20_000);
			kept.delete(gone);
			kept.add(gone + 20_000);
			if (at % 2 === 0) {
				// Gone, and back again.
				sorted.add(gone);
				kept.add(gone);
			}
		}
		assert.deepEqual(flat(sorted), inOrder(kept));
	});
	it('can be asked for its order while it is sorted', () => {
		const sorted = make(shuffled(1_000));
		const steps = sorted.sortInSteps();
		steps.next();
		assert.equal(flat(sorted).length, 1_000);
		sorted.add(-1);
		takeAllSteps(steps);
		assert.deepEqual(flat(sorted), [-1, ...inOrder(shuffled(1_000))]);
	});
	it('says when all fit in one list', () => {
		assert.ok(make([1, 2, 3, 4]).isOneRun);
		assert.ok(!make([1, 2, 3, 4, 5]).isOneRun);
		const shrunk = make([1, 2, 3, 4, 5]);
		shrunk.chunks();
		shrunk.delete(1);
		assert.ok(shrunk.isOneRun);
	});
});
