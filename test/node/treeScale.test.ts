import assert from 'node:assert/strict';
import { KnownDocuments } from '../../src/editor/knownDocuments.ts';
import { FilterTexts, TreeFilter } from '../../src/editor/libraryTree/treeFilter.ts';
import { TreeModel, type TreeModelOptions } from '../../src/editor/libraryTree/treeModel.ts';
import type { GroupBy, SortBy } from '../../src/editor/libraryTree/treeOrder.ts';
import { ChosenScope } from '../../src/editor/searchScope.ts';
import { takeCounted } from '../support/countedSteps.ts';
import { makeSummary, sourcesFolder } from '../support/summaries.ts';
import { inTime } from '../support/timeLimits.ts';

const documentCount = 100_000;
const titles = ['Report on', 'Trafficking of', 'The', 'Étude de', 'Letters from'];
const summaries = Array.from({ length: documentCount }, (_, index) =>
	makeSummary(`f${index % 50}/g${index % 7}/${index}.pdf`, {
		title: `${titles[index % titles.length]} ${(index * 7_919) % documentCount} words ${(index * 31) % 977}`,
		author: `Author ${(index * 13) % 20_011}`,
		date: index % 11 === 0 ? null : `${1950 + (index % 70)}-0${1 + (index % 9)}`,
		kind: index % 3 === 0 ? 'pdf' : 'html',
		language: index % 4 === 0 ? 'ko' : 'en',
		wordCount: (index * 104_729) % 90_001,
		modifiedMs: (index * 15_485_863) % 1_000_003,
	}),
);

function makeModel(groupBy: GroupBy, sortBy: SortBy, options: Partial<TreeModelOptions> = {}): TreeModel {
	return new TreeModel({
		folders: [sourcesFolder],
		order: { groupBy, sortBy },
		locale: 'en',
		titleOf: ({ title }) => title ?? '',
		labelOf: (_, name) => name,
		...options,
	});
}

/** At most a few hundred documents a step: what holds the editor's thread longer than a few frames is felt. */
function checkSteps(what: string, stepCount: number, leastSteps: number): void {
	assert.ok(stepCount >= leastSteps, `${what}: ${stepCount} steps`);
}

describe('a tree of 100,000 documents', () => {
	const all = { upserted: summaries, removedIds: [] };

	for (const [groupBy, sortBy] of [
		['folder', 'title'],
		['year', 'date'],
		['source', 'source'],
		['none', 'title'],
	] as const) {
		it(`is grouped by ${groupBy}, sorted by ${sortBy} where it is opened, and changed, in small steps`, () => {
			const model = makeModel(groupBy, sortBy);
			const built = takeCounted(model.applyInSteps(all));
			checkSteps('grouped', built.count, 300);
			assert.equal(model.size, documentCount);
			const { groups, documents } = model.root;
			const opened = groupBy === 'none' ? documents : groups;
			const sorted = takeCounted(opened.sortInSteps());
			checkSteps(`opened (${opened.size} at the top)`, sorted.count, opened.size / 2_000);
			const batch = {
				upserted: summaries.slice(500, 1_500).map((summary) => ({ ...summary, title: `Anew ${summary.title}` })),
				removedIds: [],
			};
			const changed = takeCounted(model.applyInSteps(batch));
			checkSteps('1,000 changed at once', changed.count, 2);
			const one = takeCounted(
				model.applyInSteps({ upserted: [{ ...(summaries[7] ?? makeSummary('x')), title: 'Other' }], removedIds: [] }),
			);
			// One change must not cost as all do.
			assert.ok(one.count <= 3, `one changed: ${one.count} steps`);
			assert.ok(opened.chunks().every(({ items }) => items.length <= 500));
		});
	}

	it('is filtered in small steps', () => {
		const filter = new TreeFilter('2003 etude', new FilterTexts(({ kind }) => [kind]));
		const isShown = filter.matches.bind(filter);
		const first = takeCounted(makeModel('folder', 'title', { isShown }).applyInSteps(all));
		checkSteps('filtered for the first time', first.count, 300);
		const model = makeModel('folder', 'title', { isShown });
		const again = takeCounted(model.applyInSteps(all));
		checkSteps('filtered again', again.count, 300);
		const expected = summaries.filter(
			({ date, title, relativePath, author }) => /2003/.test(`${date} ${title} ${relativePath} ${author}`) && /Étude/.test(title ?? ''),
		);
		assert.equal(model.size, expected.length);
		assert.ok(expected.length > 0);
	});

	it('has its scope chosen by folders and years', async () => {
		const documents = new KnownDocuments();
		const scope = new ChosenScope(documents, { get: () => undefined, update: async () => undefined });
		await inTime(300, () => documents.apply(all));
		await scope.turn(true);
		const model = makeModel('year', 'title', { isOut: ({ id }) => scope.isOut(id) });
		takeCounted(model.applyInSteps(all));
		const left = await Promise.all([
			scope.setGroup(
				'year:2003',
				summaries.filter(({ date }) => date?.startsWith('2003') === true),
				false,
			),
			scope.setGroup(
				`folder:${sourcesFolder.uri}/f3`,
				summaries.filter(({ relativePath }) => relativePath.startsWith('f3/')),
				false,
			),
		]);
		assert.equal(left.length, 2);
		await inTime(300, () => scope.setAll([sourcesFolder.uri], false));
		checkSteps('counted anew', takeCounted(model.recountInSteps()).count, 30);
		assert.equal(scope.includedCount, 0);
		assert.equal(model.root.outCount, documentCount);
	});
});
