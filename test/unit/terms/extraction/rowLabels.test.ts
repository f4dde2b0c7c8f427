import assert from 'node:assert/strict';
import { findRowLabels } from '../../../../src/terms/extraction/rowLabels.ts';
import { buildLexicon, explain } from '../../../support/termDocuments.ts';

/** What the rows of a table are of. */
function check(name: string, lines: readonly string[], ...expected: readonly string[]): void {
	it(name, () => assert.deepEqual(findRowLabels(lines.join('\n')), expected));
}

const rows = ['Stunting\t32 %\t28 %', 'Wasting\t9 %\t7 %'];

describe('rows of tables of indicators', () => {
	check('by year', ['Indicator\t2018\t2023', ...rows], 'Stunting', 'Wasting');
	check(
		'behind other text, before other text',
		['A report.', '', 'Key indicators\t2018\t2023', ...rows, '', 'It rained.'],
		'Stunting',
		'Wasting',
	);
	check(
		'with what they are measured in',
		['Indicator\tValue', 'Stunting (%)\t32', 'Turbidity (NTU)\t1.4', 'Catchment area\t340 km2'],
		'Stunting',
		'Turbidity',
		'Catchment area',
	);
	check('with a value that is not known', ['Indicator\t2018\t2023', 'Stunting\t–\t28 %', 'Wasting\tn/a\t7 %'], 'Stunting', 'Wasting');
	check('in Korean', ['지표\t2018\t2023', '발육부진\t32%\t28%', '급수율\t91%\t94%'], '발육부진', '급수율');
	check('not of what is no indicator', ['Item\t2018\t2023', 'Chair\t32\t28', 'Desk\t9\t7']);
	check('not of words', ['Indicator\tOwner', 'Stunting\tMinistry of Health', 'Wasting\tUNICEF']);
	check('not of one row', ['Indicator\t2018\t2023', 'Stunting\t32 %\t28 %']);
	check(
		'not of sums',
		['Indicator\t2018\t2023', ...rows, 'Total\t41 %\t35 %', 'All children\t3\t4', 'Of which girls\t2\t2'],
		'Stunting',
		'Wasting',
	);
	check(
		'not of sentences',
		['Indicator\t2018', 'Share of children under five who are short\t32', 'Rate: 3 of 5\t3', ...rows],
		'Stunting',
		'Wasting',
	);
	check('not of an empty row', ['Indicator\t2018\t2023', 'Stunting\t\t', 'Wasting\t9\t7', 'Turbidity\t1\t2'], 'Wasting', 'Turbidity');

	it('have a card with the row, and are known in notes', () => {
		const build = buildLexicon(['Nutrition 2023', '', 'Indicator\t2018\t2023', ...rows, 'Exclusive breastfeeding\t41 %\t52 %'].join('\n'));
		assert.deepEqual(
			build.cards.map(({ term, kind, evidence }) => [term, kind, ...evidence.map(({ text }) => text)]),
			[
				['Exclusive breastfeeding', 'concept', 'Exclusive breastfeeding\t41 %\t52 %'],
				['Stunting', 'concept', rows[0]],
				['Wasting', 'concept', rows[1]],
			],
		);
		assert.deepEqual(explain(build, 'In the north stunting fell. So did exclusive breastfeeding.'), [
			'stunting => Stunting',
			'exclusive breastfeeding => Exclusive breastfeeding',
		]);
	});
	it('that are everyday words have none', () => {
		const { cards } = buildLexicon(['Indicator\t2018', 'Water\t32 %', 'Children\t9 %', 'Stunting\t7 %'].join('\n'));
		assert.deepEqual(
			cards.map(({ term }) => term),
			['Stunting'],
		);
	});
});
