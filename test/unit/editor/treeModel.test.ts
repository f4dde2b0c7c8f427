import assert from 'node:assert/strict';
import { toParts } from '../../../src/editor/libraryTree/documentParts.ts';
import { buildTreeModel, type GroupBy, type GroupNode, type SortBy } from '../../../src/editor/libraryTree/treeModel.ts';
import type { DocumentSummary } from '../../../src/library/document.ts';
import type { SourceFolder } from '../../../src/library/documentSource.ts';

const sources: SourceFolder = { uri: 'file:///w/sources', name: 'sources', excludes: [], isSample: false };
const more: SourceFolder = { uri: 'file:///w/library', name: 'library', excludes: [], isSample: false };

function summaryOf(relativePath: string, fields: Partial<DocumentSummary> = {}, folder = sources): DocumentSummary {
	return {
		id: `${folder.uri}/${relativePath}`,
		folder: folder.uri,
		relativePath,
		sizeBytes: 1,
		modifiedMs: 1,
		kind: 'txt',
		title: null,
		author: null,
		date: null,
		publisher: null,
		language: null,
		state: 'read',
		problems: [],
		pageCount: 0,
		headingCount: 0,
		wordCount: 1,
		opening: '',
		...fields,
	};
}

/** The tree as lines: `name (count)`, documents under their groups with two spaces. */
function draw(groups: readonly GroupNode[], depth = 0): string[] {
	return groups.flatMap((group) => [
		`${'  '.repeat(depth)}${group.name} (${group.documentCount})`,
		...draw(group.groups, depth + 1),
		...group.documents.map(({ summary }) => `${'  '.repeat(depth + 1)}${summary.title ?? summary.relativePath}`),
	]);
}

describe('buildTreeModel', () => {
	const documents = [
		summaryOf('b.txt', { title: 'Tides 10', date: '2008-03-01' }),
		summaryOf('a.txt', { title: 'Tides 9', date: '2014', kind: 'md' }),
		summaryOf('deep/er/c.txt', { title: 'Éclair' }),
		summaryOf('deep/d.txt', { title: 'zebra', date: '2008' }),
		summaryOf('e.txt', { title: 'apple' }, more),
	];
	const check = (name: string, groupBy: GroupBy, sortBy: SortBy, expected: readonly string[]) =>
		it(name, () => {
			const model = buildTreeModel(documents, [sources, more], { groupBy, sortBy, locale: 'en' }, ({ title }) => title ?? '');
			assert.deepEqual(draw(model.groups), expected);
			assert.equal(model.nodeOf.size, documents.length);
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
	check('groups by kind', 'kind', 'name', ['md (1)', '  Tides 9', 'txt (4)', '  Tides 10', '  zebra', '  Éclair', '  apple']);
	check('sorts by date', 'kind', 'date', ['md (1)', '  Tides 9', 'txt (4)', '  Tides 10', '  zebra', '  Éclair', '  apple']);

	it('shows folders that hold nothing yet', () =>
		assert.deepEqual(draw(buildTreeModel([], [sources], { groupBy: 'folder', sortBy: 'title' }, () => '').groups), ['sources (0)']));
	it('waits for the folder of a document', () =>
		assert.equal(buildTreeModel(documents, [], { groupBy: 'folder', sortBy: 'title' }, () => '').nodeOf.size, 0));
	it('gives each node an id of its own', () => {
		const model = buildTreeModel(documents, [sources, more], { groupBy: 'folder', sortBy: 'title' }, () => '');
		const ids: string[] = [];
		const collect = (groups: readonly GroupNode[]) => {
			for (const group of groups) {
				ids.push(group.id, ...group.documents.map(({ id }) => id));
				collect(group.groups);
			}
		};
		collect(model.groups);
		assert.equal(new Set(ids).size, ids.length);
	});
	it('takes 20,000 documents in well under a second', () => {
		const many = Array.from({ length: 20_000 }, (_, index) =>
			summaryOf(`f${index % 50}/${index}.txt`, { title: `Title ${(index * 7919) % 20_000}` }),
		);
		const before = performance.now();
		const model = buildTreeModel(many, [sources], { groupBy: 'folder', sortBy: 'title', locale: 'en' }, ({ title }) => title ?? '');
		assert.equal(model.groups[0]?.documentCount, 20_000);
		assert.ok(performance.now() - before < 2_000);
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
