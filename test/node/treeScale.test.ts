import assert from 'node:assert/strict';
import type { Steps } from '../../src/base/steps.ts';
import { KnownDocuments } from '../../src/editor/knownDocuments.ts';
import { FilterTexts, TreeFilter } from '../../src/editor/libraryTree/treeFilter.ts';
import { TreeModel, type TreeModelOptions } from '../../src/editor/libraryTree/treeModel.ts';
import type { GroupBy, SortBy } from '../../src/editor/libraryTree/treeOrder.ts';
import { ChosenScope } from '../../src/editor/searchScope.ts';
import { makeSummary, sourcesFolder } from '../support/summaries.ts';

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

/** What a piece of work takes of the processor, whole and in its longest step, in milliseconds. */
interface Cost {
	readonly allMs: number;
	readonly longestStepMs: number;
}

function measure<T>(steps: Steps<T>): Cost & { readonly value: T } {
	// Of the processor, not of the clock, which on a machine that does other things says nothing of a single step.
	let allMs = 0;
	let longestStepMs = 0;
	for (;;) {
		const before = process.cpuUsage();
		const step = steps.next();
		const { user, system } = process.cpuUsage(before);
		allMs += (user + system) / 1_000;
		longestStepMs = Math.max(longestStepMs, (user + system) / 1_000);
		if (step.done === true) {
			return { allMs, longestStepMs, value: step.value };
		}
	}
}

function* once<T>(work: () => T): Steps<T> {
	return work();
}

function report(what: string, { allMs, longestStepMs }: Cost): void {
	console.log(`      ${what}: ${allMs.toFixed(0)} ms of processor time, longest step ${longestStepMs.toFixed(1)} ms`);
}

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

/** Steps are asked for every 8 ms; what holds the editor's thread longer than a few frames is felt. Far above what was measured, for busy machines. */
const maxStepMs = 100;

/** A slow machine takes longer for each step, and for all of them. */
function checkSteps(costs: readonly Cost[]): void {
	for (const { longestStepMs, allMs } of costs) {
		assert.ok(longestStepMs < Math.max(maxStepMs, allMs / 5), `${longestStepMs} of ${allMs} ms`);
	}
}

describe('a tree of 100,000 documents', function () {
	// A collection of garbage falls into some step, and not into the same again.
	this.retries(2);
	const all = { upserted: summaries, removedIds: [] };

	for (const [groupBy, sortBy] of [
		['folder', 'title'],
		['year', 'date'],
		['source', 'source'],
		['none', 'title'],
	] as const) {
		it(`is grouped by ${groupBy}, sorted by ${sortBy} where it is opened, and changed, in small steps`, () => {
			const model = makeModel(groupBy, sortBy);
			const built = measure(model.applyInSteps(all));
			report('grouped', built);
			assert.equal(model.size, documentCount);
			const { groups, documents } = model.root;
			const opened = groupBy === 'none' ? documents : groups;
			const sorted = measure(opened.sortInSteps());
			report(`opened (${opened.size} at the top)`, sorted);
			const batch = {
				upserted: summaries.slice(500, 1_500).map((summary) => ({ ...summary, title: `Anew ${summary.title}` })),
				removedIds: [],
			};
			const changed = measure(model.applyInSteps(batch));
			report('1,000 changed at once', changed);
			const one = measure(model.applyInSteps({ upserted: [{ ...(summaries[7] ?? makeSummary('x')), title: 'Other' }], removedIds: [] }));
			report('one changed', one);
			checkSteps([built, sorted, changed, one]);
			// One change must not cost as all do.
			assert.ok(one.allMs < Math.max(20, (built.allMs + sorted.allMs) / 20), `${one.allMs} ms`);
			assert.ok(opened.chunks().every(({ items }) => items.length <= 500));
		});
	}

	it('is filtered in small steps', () => {
		const filter = new TreeFilter('2003 etude', new FilterTexts(({ kind }) => [kind]));
		const isShown = filter.matches.bind(filter);
		const first = measure(makeModel('folder', 'title', { isShown }).applyInSteps(all));
		report('filtered for the first time', first);
		const model = makeModel('folder', 'title', { isShown });
		const again = measure(model.applyInSteps(all));
		report('filtered again', again);
		const expected = summaries.filter(
			({ date, title, relativePath, author }) => /2003/.test(`${date} ${title} ${relativePath} ${author}`) && /Étude/.test(title ?? ''),
		);
		assert.equal(model.size, expected.length);
		assert.ok(expected.length > 0);
		checkSteps([first, again]);
	});

	it('has its scope chosen by folders and years', async () => {
		const documents = new KnownDocuments();
		const scope = new ChosenScope(documents, { get: () => undefined, update: async () => undefined });
		report('all known', measure(once(() => documents.apply(all))));
		await scope.turn(true);
		const model = makeModel('year', 'title', { isOut: ({ id }) => scope.isOut(id) });
		measure(model.applyInSteps(all));
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
		report('everything out', measure(once(() => scope.setAll([sourcesFolder.uri], false))));
		report('counted anew', measure(model.recountInSteps()));
		assert.equal(scope.includedCount, 0);
		assert.equal(model.root.outCount, documentCount);
	});
});
