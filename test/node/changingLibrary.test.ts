import assert from 'node:assert/strict';
import { MemorySource } from '../support/memorySource.ts';
import { makeLibrary } from '../support/openLibrary.ts';
import { makeRandom } from '../support/random.ts';

const tides = 'The tides of Bristol\n\nThe harbour tides rise twice a day, according to the Bristol Tide Office. Spring tides are higher.';
const wells = 'The wells of York\n\nThe deep wells of York were dug by hand. The Wells Survey of York (WSY) counted ninety wells.';
const passageOptions = { limit: 20, by: 'passage', isTyping: false } as const;

describe('a library whose files change', function () {
	it('looks once at everything for a burst of events', async () => {
		const source = new MemorySource();
		const ids = Array.from({ length: 250 }, (_, index) => `mem:/a/${index}.txt`);
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		for (const id of ids) {
			source.write(id, `Text of ${id}`);
		}
		await opened.library.refresh(ids);
		await opened.library.whenReady();
		assert.equal(source.listings, 2);
		assert.equal(opened.shown.size, 250);
	});

	it('ends like a fresh one after any sequence of changes', async () => {
		const random = makeRandom(7);
		const source = new MemorySource();
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		for (let round = 0; round < 60; round += 1) {
			const ids: string[] = [];
			for (let step = 0; step < 1 + random(6); step += 1) {
				const id = `mem:/a/${random(3) === 0 ? 'deep/' : ''}${random(12)}.txt`;
				const action = random(4);
				if (action === 0) {
					source.delete(id);
				} else if (action === 1) {
					source.touch(id);
				} else {
					source.write(id, `${random(2) === 0 ? tides : wells} Round ${round}, step ${step}.`);
				}
				ids.push(id);
			}
			await opened.library.refresh(random(3) === 0 ? undefined : ids);
			if (random(3) === 0) {
				await opened.library.whenReady();
			}
		}
		await opened.library.refresh();
		await opened.library.whenReady();
		const fresh = makeLibrary(source);
		await fresh.open(['mem:/a']);
		const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
		assert.deepEqual([...opened.shown.values()].sort(byId), [...fresh.shown.values()].sort(byId));
		for (const query of ['tides', 'wells', '"round 59"', 'york survey']) {
			const [a, b] = [await opened.library.search(query, passageOptions), await fresh.library.search(query, passageOptions)];
			assert.deepEqual(
				a.hits.map(({ documentId, start, end }) => [documentId, start, end]).sort(),
				b.hits.map(({ documentId, start, end }) => [documentId, start, end]).sort(),
			);
			assert.equal(a.total, b.total);
		}
		assert.deepEqual(
			(await opened.library.getCards()).map((card) => card.term).sort(),
			(await fresh.library.getCards()).map((card) => card.term).sort(),
		);
	});
});
