import assert from 'node:assert/strict';
import { ExcludedSenses } from '../../../src/editor/termHover/excludedSenses.ts';
import { senseIdOf } from '../../../src/terms/recognise.ts';

function memoryOf(kept: unknown) {
	let value = kept;
	return {
		get: () => value,
		update: (_: string, next: unknown) => {
			value = next;
			return Promise.resolve();
		},
	};
}

const ids = ['ICC', 'WHO', 'interest'].map((term) => senseIdOf(term, { term }));
const [first = '', second = '', third = ''] = ids;

describe('ExcludedSenses', () => {
	it('remembers what was left out, and what was taken in again', async () => {
		const memory = memoryOf(undefined);
		const senses = new ExcludedSenses(memory);
		let changes = 0;
		senses.onDidChange(() => changes++);
		await senses.set(first, true);
		await senses.set(second, true);
		await senses.set(first, true);
		await senses.set(third, true);
		await senses.set(third, false);
		assert.deepEqual([...new ExcludedSenses(memory).ids], [second, first]);
		assert.equal(changes, 5);
	});
	it('forgets everything when told so, and leaves nothing behind', async () => {
		const memory = memoryOf([first]);
		await new ExcludedSenses(memory).clear();
		assert.equal(memory.get(), undefined);
	});
	for (const kept of [null, 1, 'x', {}, [1, null, '', 'a b', '<img>', 'x'.repeat(1_000), {}]]) {
		it(`takes nothing from ${JSON.stringify(kept)?.slice(0, 40)}`, () => assert.equal(new ExcludedSenses(memoryOf(kept)).ids.size, 0));
	}
});
