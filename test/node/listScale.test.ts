import assert from 'node:assert/strict';
import type { Steps } from '../../src/base/steps.ts';
import { Dismissals } from '../../src/editor/resultsView/dismissals.ts';
import { ResultsModel, resultGroupings } from '../../src/editor/resultsView/resultsModel.ts';
import { SuggestionIndex } from '../../src/editor/termCompletion/termSuggestions.ts';
import { TermIndex, toTermNodesInSteps } from '../../src/editor/termsView/termsModel.ts';
import type { TermRow } from '../../src/terms/termRow.ts';
import { takeCounted } from '../support/countedSteps.ts';
import { makeSummary } from '../support/summaries.ts';

const count = 100_000;

/** Takes all steps; fails where they are few: then something is done in one piece. */
function takeInSteps<T>(what: string, steps: Steps<T>): T {
	const { value, count: stepCount } = takeCounted(steps);
	assert.ok(stepCount >= 50, `${what}: ${stepCount} steps`);
	return value;
}

describe('long lists on the editor’s thread give way', () => {
	for (const grouping of resultGroupings) {
		it(`results in ${count} documents, by ${grouping}`, () => {
			const summaries = new Map(
				Array.from({ length: count }, (_, index) => {
					const summary = makeSummary(`f${index % 997}/${index}.pdf`, { date: `${1950 + (index % 70)}` });
					return [summary.id, summary] as const;
				}),
			);
			const coverage = { found: count, read: count, partial: 0, skipped: 0 };
			const documents = [...summaries.keys()].map((id) => ({ id, count: 2, partialCount: 1 }));
			const totals = { total: count * 2, partialTotal: count, documentCount: count };
			const model = takeInSteps(
				`by ${grouping}`,
				ResultsModel.makeInSteps({
					set: { query: 'tide', ...totals, corrections: [], missing: [], documents, coverage },
					grouping,
					dismissals: new Dismissals(),
					findSummary: (id) => summaries.get(id),
					locale: 'en',
				}),
			);
			assert.deepEqual([model.total, model.documentCount, model.documents.length], [count * 2, count, count * 2]);
		});
	}

	const rows = Array.from(
		{ length: count },
		(_, index): TermRow => ({
			term: `Term ${(index * 7_919) % count} of things`,
			expansion: null,
			aliases: [`T${index}`],
			kind: index % 3 === 0 ? 'organisation' : 'concept',
			mentions: (index * 31) % 977,
			documents: index % 50,
			isOwn: false,
			isDefined: false,
			isContested: false,
		}),
	);

	it(`${count} terms in their view`, () => {
		const index = takeInSteps('folded', TermIndex.makeInSteps(rows));
		for (const order of ['name', 'mentions', 'kind'] as const) {
			const found = takeInSteps(`by ${order}`, index.findInSteps('', order));
			assert.equal(found.length, count);
			const nodes = takeInSteps('as lines', toTermNodesInSteps(found, order));
			assert.equal(nodes.length, order === 'kind' ? 2 : 200);
		}
	});

	it(`${count} terms in the completion`, () => {
		const suggestions = takeInSteps('suggestions', SuggestionIndex.makeInSteps(rows));
		assert.equal(suggestions.suggest('of Term 77', 10)[0]?.form.startsWith('Term 77'), true);
	});
});
