import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/event.ts';
import { SearchHistory } from '../../../src/editor/searchView/searchHistory.ts';
import type { TextLocation } from '../../../src/editor/textPlaces.ts';

/** A memory as the editor has one: values are copies, `undefined` removes. */
class Memory {
	readonly values = new Map<string, unknown>();

	keys(): readonly string[] {
		return [...this.values.keys()];
	}

	get(key: string): unknown {
		return this.values.get(key);
	}

	async update(key: string, value: unknown): Promise<void> {
		if (value === undefined) {
			this.values.delete(key);
		} else {
			this.values.set(key, structuredClone(value));
		}
	}
}

function open(memory: Memory, textLocation: TextLocation = 'profile', workspace = 'one') {
	const change = new Emitter<unknown>();
	const values = { textLocation };
	const history = new SearchHistory({ memory, workspace, settings: { values, onDidChange: change.event } });
	const setLocation = (location: TextLocation) => {
		values.textLocation = location;
		change.fire(undefined);
	};
	return { history, setLocation };
}

describe('SearchHistory', () => {
	it('knows the queries again, newest first, each once', async () => {
		const memory = new Memory();
		const { history } = open(memory);
		for (const query of ['tide', 'moon', ' tide ', 'sea', '']) {
			await history.add(query);
		}
		assert.deepEqual(history.queries, ['sea', 'tide', 'moon']);
		assert.deepEqual(open(memory).history.queries, ['sea', 'tide', 'moon']);
		assert.equal(open(memory).history.last, 'sea');
	});

	it('forgets at once, however slow the memory', async () => {
		const memory = new Memory();
		const { history } = open(memory);
		await history.add('tide');
		const cleared = history.clear();
		assert.deepEqual([history.queries, history.last], [[], '']);
		await cleared;
		assert.deepEqual([...memory.values], []);
	});

	it('knows those of its own workspace', async () => {
		const memory = new Memory();
		await open(memory).history.add('tide');
		assert.deepEqual(open(memory, 'profile', 'two').history.queries, []);
	});

	it('offers the last thing typed, and after a new start what was typed when the search was closed', async () => {
		const memory = new Memory();
		const { history } = open(memory);
		await history.add('tide');
		history.setLast('tidal wa');
		assert.deepEqual([history.last, open(memory).history.last], ['tidal wa', 'tide']);
		await history.keepLast();
		const { history: after } = open(memory);
		assert.deepEqual([after.last, after.queries], ['tidal wa', ['tide']]);
		assert.equal(open(memory, 'profile', 'two').history.last, '');
		history.setLast('');
		await history.keepLast();
		assert.equal(open(memory).history.last, 'tide');
	});

	it('keeps no more than anybody looks through, and nothing that was pasted', async () => {
		const memory = new Memory();
		const { history } = open(memory);
		for (let number = 0; number < 70; number++) {
			await history.add(`tide ${number}`);
		}
		await history.add('tide '.repeat(100));
		history.setLast('tide '.repeat(100));
		assert.equal(history.queries.length, 50);
		assert.equal(history.queries[0], 'tide 69');
		assert.equal(history.last, '');
	});

	it('forgets one, and all', async () => {
		const memory = new Memory();
		const { history } = open(memory);
		await history.add('tide');
		await history.add('moon');
		await history.remove('moon');
		assert.deepEqual(open(memory).history.queries, ['tide']);
		await history.clear();
		assert.deepEqual([history.queries, history.last, memory.keys()], [[], '', []]);
	});

	for (const location of ['memory', 'besideSources'] as const) {
		it(`writes nothing to the profile where texts are kept elsewhere (${location})`, async () => {
			const memory = new Memory();
			const { history } = open(memory, location);
			await history.add('tide');
			history.setLast('moon');
			await history.keepLast();
			assert.deepEqual([history.queries, history.last], [['tide'], 'moon']);
			assert.deepEqual(memory.keys(), []);
		});

		it(`deletes what it wrote when that is chosen (${location})`, async () => {
			const memory = new Memory();
			const { history, setLocation } = open(memory);
			await history.add('tide');
			await history.keepLast();
			setLocation(location);
			assert.deepEqual(memory.keys(), []);
			assert.deepEqual(history.queries, ['tide']);
		});
	}

	it('erases those of all workspaces, leaves what is not its own, and writes nothing more', async () => {
		const memory = new Memory();
		await memory.update('dossier.other', 1);
		const { history: other } = open(memory, 'profile', 'two');
		await other.add('moon');
		await other.keepLast();
		const { history } = open(memory);
		await history.add('tide');
		await history.erase();
		await history.add('sea');
		assert.deepEqual(history.queries, ['sea']);
		assert.deepEqual(memory.keys(), ['dossier.other']);
	});

	it('takes only what it wrote', async () => {
		for (const stored of ['tide', 7, null, { 0: 'tide' }]) {
			const memory = new Memory();
			await memory.update('dossier.searches:one', stored);
			await memory.update('dossier.searches:last:one', stored === 'tide' ? 7 : stored);
			assert.deepEqual([open(memory).history.queries, open(memory).history.last], [[], '']);
		}
		const memory = new Memory();
		await memory.update('dossier.searches:one', ['tide', 7, '', 'x'.repeat(1_000), 'moon']);
		assert.deepEqual(open(memory).history.queries, ['tide', 'moon']);
	});
});
