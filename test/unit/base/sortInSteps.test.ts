import assert from 'node:assert/strict';
import { sortInSteps } from '../../../src/base/sortInSteps.ts';
import { takeAllSteps } from '../../../src/base/steps.ts';

describe('sortInSteps', () => {
	for (const count of [0, 1, 2, 999, 1_000, 1_001, 2_000, 5_003]) {
		it(`sorts ${count} items as sort does, equal ones in their order`, () => {
			const items = Array.from({ length: count }, (_, index) => ({ key: (index * 7_919) % 101, index }));
			const compare = (a: { readonly key: number }, b: { readonly key: number }) => a.key - b.key;
			const before = [...items];
			assert.deepEqual(takeAllSteps(sortInSteps(items, compare)), [...items].sort(compare));
			assert.deepEqual(items, before);
		});
	}
	it('does a bounded part in each step', () => {
		const items = Array.from({ length: 50_000 }, (_, index) => (index * 7_919) % 50_021);
		let compared = 0;
		let most = 0;
		const steps = sortInSteps(items, (a, b) => {
			compared++;
			return a - b;
		});
		for (let step = steps.next(); step.done !== true; step = steps.next()) {
			most = Math.max(most, compared);
			compared = 0;
		}
		assert.ok(most < 20_000, `${most} comparisons in a step`);
	});
});
