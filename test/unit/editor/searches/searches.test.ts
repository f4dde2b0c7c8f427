import assert from 'node:assert/strict';
import { toMarkdownText } from '../../../../src/editor/noteMarkdown.ts';
import { SavedSearches } from '../../../../src/editor/searches/savedSearches.ts';
import { toListReport, toSearchesNodes } from '../../../../src/editor/searches/searchesModel.ts';
import type { MatchCounts } from '../../../../src/service/library.ts';

class Memory {
	stored: unknown;
	get(): unknown {
		return this.stored;
	}
	async update(_: string, value: unknown): Promise<void> {
		this.stored = JSON.parse(JSON.stringify(value));
	}
}

const counts = (total: number, documentCount: number): MatchCounts => ({ total, documentCount, partialTotal: 0, corrections: [] });

describe('saved searches', () => {
	const names = (saved: SavedSearches) => saved.all.map(({ name }) => name);

	it('are there again the next time, by name', async () => {
		const memory = new Memory();
		const saved = new SavedSearches(memory);
		await saved.save({ name: ' Tides ', query: 'tide', isTyping: true });
		await saved.save({ name: 'Part 10', query: 'ten', isTyping: false });
		await saved.save({ name: 'Part 2', query: 'two', isTyping: false });
		assert.deepEqual(names(new SavedSearches(memory)), ['Part 2', 'Part 10', 'Tides']);
		assert.deepEqual(new SavedSearches(memory).all[2], { name: 'Tides', query: 'tide', isTyping: true });
	});
	it('are renamed, replaced by name, and deleted', async () => {
		const saved = new SavedSearches(new Memory());
		let changes = 0;
		saved.onDidChange(() => changes++);
		await saved.save({ name: 'a', query: 'one', isTyping: false });
		await saved.save({ name: 'a', query: 'two', isTyping: false });
		await saved.save({ name: 'b', query: 'three', isTyping: false });
		await saved.rename('b', 'a');
		await saved.rename('a', '  ');
		assert.deepEqual(saved.all, [{ name: 'a', query: 'three', isTyping: false }]);
		await saved.delete('a');
		await saved.delete('nobody');
		assert.deepEqual([saved.all, changes], [[], 6]);
	});
	it('are known again however long the new name was', async () => {
		const memory = new Memory();
		const saved = new SavedSearches(memory);
		await saved.save({ name: 'a', query: 'one', isTyping: false });
		await saved.rename('a', 'b'.repeat(5_000));
		assert.equal(new SavedSearches(memory).all[0]?.query, 'one');
	});
	it('survive what others wrote', () => {
		const memory = new Memory();
		memory.stored = [null, 'x', { name: 1, query: 'a' }, { name: '', query: 'a' }, { name: '__proto__', query: 'a', isTyping: 'yes' }];
		assert.deepEqual(new SavedSearches(memory).all, [{ name: '__proto__', query: 'a', isTyping: false }]);
		memory.stored = { length: 3 };
		assert.deepEqual(new SavedSearches(memory).all, []);
	});
});

describe('the lines of searches', () => {
	const found = new Map([
		['tide', counts(12, 3)],
		['storm', counts(0, 0)],
		['wells | wells', counts(1, 1)],
	]);
	const queries = ['storm', 'tide', 'uncounted', 'wells | wells'].map((query) => ({ query, line: query, isTyping: false }));
	const nodes = toSearchesNodes(
		{ name: 'names.txt', queries, leftCount: 0 },
		[{ name: 'Tides', query: 'tide', isTyping: false }],
		(query) => found.get(query.query),
	);

	it('has what finds nothing first and together, and the rest in the order of the list', () => {
		const [list, saved] = nodes;
		assert.ok(list?.type === 'list' && saved?.type === 'saved');
		assert.deepEqual(
			list.children.map((node) => (node.type === 'noMatch' ? node.children.map(({ query }) => query.query) : node.query.query)),
			[['storm'], 'tide', 'uncounted', 'wells | wells'],
		);
		assert.equal(list.noMatchCount, 1);
		assert.equal(saved.counts?.total, 12);
	});
	it('makes a report of a list', () => {
		const [list] = nodes;
		assert.ok(list?.type === 'list');
		const words = {
			heading: 'names.txt',
			summary: '4 queries',
			noMatch: 'No Match (1)',
			columns: ['Query', 'Passages', 'Documents'] as const,
		};
		assert.equal(
			toListReport(list, words, toMarkdownText),
			'# names.txt\n\n4 queries\n\n## No Match (1)\n\n- storm\n\n| Query | Passages | Documents |\n| --- | ---: | ---: |\n| tide | 12 | 3 |\n| uncounted |  |  |\n| wells \\| wells | 1 | 1 |\n',
		);
	});
});
