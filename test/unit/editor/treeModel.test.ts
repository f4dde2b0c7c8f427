import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../src/base/steps.ts';
import type { DocumentChange } from '../../../src/editor/knownDocuments.ts';
import { toParts } from '../../../src/editor/libraryTree/documentParts.ts';
import { type Changed, type GroupNode, TreeModel, type TreeModelOptions } from '../../../src/editor/libraryTree/treeModel.ts';
import type { GroupBy, SortBy } from '../../../src/editor/libraryTree/treeOrder.ts';
import type { DocumentSummary } from '../../../src/library/document.ts';
import { makeFolder, makeSummary, sourcesFolder } from '../../support/summaries.ts';

const more = makeFolder('library');

/** The tree as lines: `name (count)`, documents under their groups with two spaces. */
function draw({ groups, documents }: GroupNode, depth = 0): string[] {
	return [
		...groups
			.chunks()
			.flatMap(({ items }) =>
				items.flatMap((group) => [`${'  '.repeat(depth)}${group.name} (${group.documentCount})`, ...draw(group, depth + 1)]),
			),
		...documents
			.chunks()
			.flatMap(({ items }) => items.map(({ summary }) => `${'  '.repeat(depth)}${summary.title ?? summary.relativePath}`)),
	];
}

function makeModel(groupBy: GroupBy, sortBy: SortBy, options: Partial<TreeModelOptions> = {}): TreeModel {
	return new TreeModel({
		folders: [sourcesFolder, more],
		order: { groupBy, sortBy },
		locale: 'en',
		titleOf: ({ title }) => title ?? '',
		labelOf: (_, name) => name || 'Zzz',
		...options,
	});
}

function apply(model: TreeModel, change: Partial<DocumentChange>): Changed {
	return takeAllSteps(model.applyInSteps({ upserted: [], removedIds: [], ...change }));
}

/** Every group, with what its counts say. */
function countsOf(group: GroupNode): string[] {
	return group.groups
		.chunks()
		.flatMap(({ items }) =>
			items.flatMap((inner) => [`${inner.id} ${inner.documentCount} ${inner.skippedCount} ${inner.outCount}`, ...countsOf(inner)]),
		);
}

describe('TreeModel', () => {
	const documents = [
		makeSummary('b.txt', { title: 'Tides 10', date: '2008-03-01', author: 'Zoë', wordCount: 9, modifiedMs: 5 }),
		makeSummary('a.txt', { title: 'Tides 9', date: '2014', kind: 'md', author: 'ZOË', wordCount: 20, modifiedMs: 1 }),
		makeSummary('deep/er/c.txt', { title: 'Éclair', publisher: 'Acme', language: 'ko', wordCount: 9, modifiedMs: 9 }),
		makeSummary('deep/d.txt', { title: 'zebra', date: '2008', language: 'en' }),
		makeSummary('e.txt', { title: 'apple' }, more),
	];
	const check = (name: string, groupBy: GroupBy, sortBy: SortBy, expected: readonly string[]) =>
		it(name, () => {
			const model = makeModel(groupBy, sortBy);
			apply(model, { upserted: documents });
			assert.deepEqual(draw(model.root), expected);
			assert.equal(model.size, documents.length);
			const oneByOne = makeModel(groupBy, sortBy);
			for (const summary of [...documents].reverse()) {
				draw(oneByOne.root);
				apply(oneByOne, { upserted: [summary] });
			}
			// A source is called as it was first seen.
			const lowered = (lines: readonly string[]) => lines.map((line) => line.toLowerCase());
			assert.deepEqual(lowered(draw(oneByOne.root)), lowered(expected));
		});
	check('groups by folder, as deep as files stand', 'folder', 'title', [
		'sources (4)',
		'  deep (2)',
		'    er (1)',
		'      Éclair',
		'    zebra',
		'  Tides 9',
		'  Tides 10',
		'library (1)',
		'  apple',
	]);
	check('groups by year, newest first, without a date last', 'year', 'title', [
		'2014 (1)',
		'  Tides 9',
		'2008 (2)',
		'  Tides 10',
		'  zebra',
		' (2)',
		'  apple',
		'  Éclair',
	]);
	check('groups by kind, sorts by path', 'kind', 'path', [
		'md (1)',
		'  Tides 9',
		'txt (4)',
		'  Tides 10',
		'  zebra',
		'  Éclair',
		'  apple',
	]);
	check('groups by author or site, however written, unknown last', 'source', 'title', [
		'Acme (1)',
		'  Éclair',
		'Zoë (2)',
		'  Tides 9',
		'  Tides 10',
		' (2)',
		'  apple',
		'  zebra',
	]);
	check('groups by language, unknown last', 'language', 'title', [
		'en (1)',
		'  zebra',
		'ko (1)',
		'  Éclair',
		' (3)',
		'  apple',
		'  Tides 9',
		'  Tides 10',
	]);
	check('does not group', 'none', 'title', ['apple', 'Éclair', 'Tides 9', 'Tides 10', 'zebra']);
	check('sorts by date, newest first, none last', 'none', 'date', ['Tides 9', 'Tides 10', 'zebra', 'Éclair', 'apple']);
	check('sorts by author or site, none last', 'none', 'source', ['Éclair', 'Tides 9', 'Tides 10', 'zebra', 'apple']);
	check('sorts by length, longest first', 'none', 'length', ['Tides 9', 'Tides 10', 'Éclair', 'zebra', 'apple']);
	check('sorts by last change, newest first', 'none', 'changed', ['Éclair', 'Tides 10', 'Tides 9', 'zebra', 'apple']);

	it('makes one group of what people call by one name', () => {
		const grouped = (groupBy: 'kind' | 'language', all: readonly DocumentSummary[]) => {
			const model = makeModel(groupBy, 'path');
			apply(model, { upserted: all });
			return draw(model.root).filter((line) => !line.startsWith(' '));
		};
		const kinds = ['mbox', 'eml', 'vtt', 'srt'] as const;
		assert.deepEqual(
			grouped(
				'kind',
				kinds.map((kind) => makeSummary(`a.${kind}`, { kind })),
			),
			['eml (2)', 'srt (2)'],
		);
		const tags = ['en-GB', 'en', 'en-US', 'zh-Hant-TW', 'zh-Hans', 'tlh-1', 'x-own', 'English, mostly'];
		assert.deepEqual(
			grouped(
				'language',
				tags.map((language) => makeSummary(`${language}.txt`, { language })),
			),
			['en (3)', 'English, mostly (1)', 'tlh (1)', 'x-own (1)', 'zh-Hans (1)', 'zh-Hant (1)'],
		);
	});
	it('stands files of no kind that is read after all others', () => {
		const model = makeModel('kind', 'path');
		apply(model, { upserted: [makeSummary('a.zip', { kind: 'other' }), makeSummary('b.txt'), makeSummary('c.pdf', { kind: 'pdf' })] });
		assert.deepEqual(
			draw(model.root).filter((line) => !line.startsWith(' ')),
			['pdf (1)', 'txt (1)', 'other (1)'],
		);
	});

	it('shows folders that hold nothing yet, but not while it is filtered', () => {
		assert.deepEqual(draw(makeModel('folder', 'title').root), ['sources (0)', 'library (0)']);
		assert.deepEqual(draw(makeModel('folder', 'title', { isShown: () => false }).root), []);
	});
	it('shows what a filter lets through, also of what comes later', () => {
		const model = makeModel('folder', 'title', { isShown: ({ date }) => date !== null });
		apply(model, { upserted: documents });
		assert.deepEqual(draw(model.root), ['sources (3)', '  deep (1)', '    zebra', '  Tides 9', '  Tides 10']);
		apply(model, { upserted: [makeSummary('a.txt', { title: 'Tides 9' }), makeSummary('e.txt', { title: 'apple', date: '1999' }, more)] });
		assert.deepEqual(draw(model.root), ['sources (2)', '  deep (1)', '    zebra', '  Tides 10', 'library (1)', '  apple']);
	});
	it('knows of each line what it stands in, and of those at the top that it is nothing', () => {
		const model = makeModel('folder', 'title');
		apply(model, { upserted: documents });
		const parentsOf = (id: string) => {
			const names: string[] = [];
			for (let above = model.find(id)?.parent; above !== undefined; above = above.parent) {
				names.push(above.name);
			}
			return names.join(' < ');
		};
		assert.equal(parentsOf(`${sourcesFolder.uri}/deep/er/c.txt`), 'er < deep < sources');
		assert.equal(parentsOf(`${sourcesFolder.uri}/a.txt`), 'sources');
		const flat = makeModel('none', 'title');
		apply(flat, { upserted: documents });
		assert.equal(flat.find(`${sourcesFolder.uri}/a.txt`)?.parent, undefined);
	});
	it('waits for the folder of a document', () => {
		const model = makeModel('folder', 'title', { folders: [] });
		apply(model, { upserted: documents });
		assert.equal(model.size, 0);
	});
	it('gives each node an id of its own', () => {
		const model = makeModel('folder', 'title');
		apply(model, { upserted: documents });
		const ids: string[] = [];
		const collect = (group: GroupNode) => {
			for (const inner of group.groups.items()) {
				ids.push(inner.id);
				collect(inner);
			}
			ids.push(...[...group.documents.items()].map(({ id }) => id));
		};
		collect(model.root);
		assert.equal(new Set(ids).size, ids.length);
	});

	const skipped = { state: 'skipped', problems: [{ kind: 'damaged', detail: 'x' }] } as const;
	const changes: readonly { name: string; groupBy: GroupBy; change: Partial<DocumentChange>; changed: string }[] = [
		{
			name: 'a title is one line',
			groupBy: 'folder',
			change: { upserted: [makeSummary('b.txt', { title: 'Tides 10', pageCount: 3 })] },
			changed: 'document:file:///w/sources/b.txt',
		},
		{
			name: 'a document that moves in its group is the top group',
			groupBy: 'folder',
			change: { upserted: [makeSummary('deep/d.txt', { title: 'antelope' })] },
			changed: 'folder:file:///w/sources',
		},
		{
			name: 'one that cannot be read any more is the top group',
			groupBy: 'folder',
			change: { upserted: [makeSummary('b.txt', { title: 'Tides 10', ...skipped })] },
			changed: 'folder:file:///w/sources',
		},
		{
			name: 'one that goes is the top group',
			groupBy: 'folder',
			change: { removedIds: [`${sourcesFolder.uri}/b.txt`] },
			changed: 'folder:file:///w/sources',
		},
		{ name: 'the last of a year is everything', groupBy: 'year', change: { removedIds: [`${sourcesFolder.uri}/a.txt`] }, changed: 'all' },
		{
			name: 'the first of a year is everything',
			groupBy: 'year',
			change: { upserted: [makeSummary('n.txt', { date: '1999' })] },
			changed: 'all',
		},
		{
			name: 'one more of a year is that year',
			groupBy: 'year',
			change: { upserted: [makeSummary('n.txt', { date: '2008' })] },
			changed: 'year:2008',
		},
		{ name: 'without groups it is everything', groupBy: 'none', change: { removedIds: [`${sourcesFolder.uri}/a.txt`] }, changed: 'all' },
		{ name: 'what is not known is nothing', groupBy: 'none', change: { removedIds: ['file:///w/sources/nobody'] }, changed: '' },
	];
	for (const { name, groupBy, change, changed } of changes) {
		it(`says what to draw anew: ${name}`, () => {
			const model = makeModel(groupBy, 'title');
			apply(model, { upserted: documents });
			const answer = apply(model, change);
			assert.equal(answer === 'all' ? 'all' : answer.map(({ id }) => id).join(), changed);
		});
	}

	it('counts the same by changes as from the start', () => {
		const isOut = ({ id }: DocumentSummary) => id.length % 2 === 0;
		for (const groupBy of ['folder', 'year', 'kind', 'source', 'language', 'none'] as const) {
			const changed = makeModel(groupBy, 'title', { isOut });
			apply(changed, { upserted: documents });
			const late = [makeSummary('a.txt', { title: 'Moved', date: '1999', ...skipped }), makeSummary('deep/er/n.txt', { title: 'New' })];
			apply(changed, { upserted: late, removedIds: [`${sourcesFolder.uri}/deep/d.txt`] });
			const left = documents.filter(({ relativePath }) => relativePath !== 'a.txt' && relativePath !== 'deep/d.txt');
			const fresh = makeModel(groupBy, 'title', { isOut });
			apply(fresh, { upserted: [...left, ...late] });
			assert.deepEqual(countsOf(changed.root).sort(), countsOf(fresh.root).sort(), groupBy);
			assert.deepEqual(draw(changed.root), draw(fresh.root), groupBy);
		}
	});
	it('counts anew what is left out', () => {
		let out = new Set<string>();
		const model = makeModel('folder', 'title', { isOut: ({ id }) => out.has(id) });
		apply(model, { upserted: documents });
		out = new Set([`${sourcesFolder.uri}/deep/d.txt`]);
		takeAllSteps(model.recountInSteps());
		assert.deepEqual(countsOf(model.root), [
			'folder:file:///w/sources 4 0 1',
			'folder:file:///w/sources/deep 2 0 1',
			'folder:file:///w/sources/deep/er 1 0 0',
			'folder:file:///w/library 1 0 0',
		]);
	});
});

describe('toParts', () => {
	const text = 'One\n\nbody\n\nTwo\n\nbody\n\nThree\n\nbody';
	const heading = (words: string, level: number) => ({
		level,
		text: words,
		start: text.indexOf(words),
		end: text.indexOf(words) + words.length,
	});
	const page = (label: string, start: number, end: number) => ({ label, start, end });
	const drawParts = (parts: ReturnType<typeof toParts>, depth = 0): string[] =>
		parts.flatMap((part) => [
			`${'  '.repeat(depth)}${part.label}${part.page === null ? '' : ` p${part.page}`}`,
			...drawParts(part.children, depth + 1),
		]);
	const check = (name: string, headings: ReturnType<typeof heading>[], pages: ReturnType<typeof page>[], expected: readonly string[]) =>
		it(name, () => assert.deepEqual(drawParts(toParts('d', { text, headings, pages })), expected));
	check('nests sections', [heading('One', 1), heading('Two', 2), heading('Three', 1)], [], ['One', '  Two', 'Three']);
	check(
		'nests over a level that is left out',
		[heading('One', 1), heading('Two', 4), heading('Three', 2)],
		[],
		['One', '  Two', '  Three'],
	);
	check('takes a first section that is deeper', [heading('One', 3), heading('Two', 1)], [], ['One', 'Two']);
	check(
		'names the page of each section',
		[heading('One', 1), heading('Two', 1)],
		[page('iv', 0, 8), page('v', 8, 30)],
		['One piv', 'Two pv'],
	);
	check('shows pages where there is one heading', [heading('One', 1)], [page('39', 0, 30)], ['39 p39']);
	check('shows one heading where there are no pages', [heading('One', 1)], [], ['One']);
	check('shows nothing of nothing', [], [], []);
});
