import assert from 'node:assert/strict';
import type { ProblemKind } from '../../../src/base/problem.ts';
import { Collection, type CollectionChange } from '../../../src/library/collection.ts';
import { emptyContent, type FoundFile, type LibraryDocument } from '../../../src/library/document.ts';
import { summarise } from '../../../src/library/summary.ts';
import { readText } from '../../support/reading.ts';

function fileOf(name: string): FoundFile {
	return { id: `file:///s/${name}`, folder: 'file:///s', relativePath: name, sizeBytes: 1, modifiedMs: 2 };
}

function documentOf(name: string, problem?: ProblemKind): LibraryDocument {
	const content = emptyContent('txt', problem ? [{ kind: problem, detail: 'x' }] : []);
	return { summary: summarise(fileOf(name), content), content };
}

describe('collection', () => {
	const idsOf = (change: CollectionChange) => ({
		added: change.added.map((document) => document.summary.relativePath),
		changed: change.changed.map((document) => document.summary.relativePath),
		removed: change.removed.map((document) => document.summary.relativePath),
	});

	it('tells what came, what changed and what went, and counts by state', () => {
		const collection = new Collection();
		const changes: unknown[] = [];
		collection.onDidChange((change) => changes.push(idsOf(change)));
		collection.put([documentOf('a'), documentOf('b', 'truncated'), documentOf('c', 'binary')]);
		assert.deepEqual(collection.counts, { found: 3, read: 1, partial: 1, skipped: 1 });
		collection.put([documentOf('b'), documentOf('d', 'empty')]);
		assert.deepEqual(collection.counts, { found: 4, read: 3, partial: 0, skipped: 1 });
		collection.remove(['file:///s/c', 'file:///s/unknown']);
		assert.deepEqual(collection.counts, { found: 3, read: 3, partial: 0, skipped: 0 });
		assert.deepEqual(changes, [
			{ added: ['a', 'b', 'c'], changed: [], removed: [] },
			{ added: ['d'], changed: ['b'], removed: [] },
			{ added: [], changed: [], removed: ['c'] },
		]);
		assert.deepEqual(
			[...collection.documents()].map((document) => document.summary.relativePath),
			['a', 'b', 'd'],
		);
	});

	it('says nothing where nothing changes', () => {
		const collection = new Collection();
		collection.onDidChange(() => assert.fail('nothing changed'));
		collection.put([]);
		collection.remove(['x']);
		assert.equal(collection.size, 0);
	});

	it('takes the last of two with the same id, once', () => {
		const collection = new Collection();
		const changes: unknown[] = [];
		collection.onDidChange((change) => changes.push(idsOf(change)));
		collection.put([documentOf('a'), documentOf('a', 'binary')]);
		assert.equal(collection.find('file:///s/a')?.summary.state, 'skipped');
		assert.deepEqual(collection.counts, { found: 1, read: 0, partial: 0, skipped: 1 });
		assert.deepEqual(changes, [{ added: ['a'], changed: [], removed: [] }]);
	});

	it('knows ids that are names of object members', () => {
		const collection = new Collection();
		const content = emptyContent('txt', []);
		collection.put(['__proto__', 'constructor'].map((id) => ({ summary: { ...summarise(fileOf('a'), content), id }, content })));
		assert.equal(collection.find('__proto__')?.summary.id, '__proto__');
		assert.equal(collection.find('toString'), undefined);
	});
});

describe('summary', () => {
	function check(name: string, source: string, expected: { words?: number; opening?: string }) {
		it(name, async () => {
			const summary = summarise(fileOf('a.md'), await readText(source, 'a.md'));
			if (expected.words !== undefined) {
				assert.equal(summary.wordCount, expected.words);
			}
			if (expected.opening !== undefined) {
				assert.equal(summary.opening, expected.opening);
			}
		});
	}
	check('counts runs that hold a letter or digit', 'One two-three – 4 … it’s (five).', { words: 5 });
	check('counts words of any script', '한국 여성 — Seoul', { words: 3 });
	check('counts nothing in nothing', '', { words: 0, opening: '' });
	check('opens with the body, not the headings', '# Title\n\n## Part\n\nThe tide comes\nin twice.\n\nAgain.', {
		opening: 'The tide comes in twice. Again.',
	});
	check('opens with the headings where there is nothing else', '# Title\n\n## Part', { opening: 'Title Part' });
	check('cuts at a word', 'abcdefghi '.repeat(40), { opening: 'abcdefghi '.repeat(30).trim() });
	check('never cuts a character in two', '\u{1F600}'.repeat(200), { opening: '\u{1F600}'.repeat(150) });
	check('opens one endless word', 'x'.repeat(1000), { opening: 'x'.repeat(300) });
});
