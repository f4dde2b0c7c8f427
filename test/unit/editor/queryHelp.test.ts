import assert from 'node:assert/strict';
import manifest from '../../../package.json';
import { helpQuery, queryHelp, searchKeys } from '../../../src/editor/searchView/queryHelp.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { translate } from './translate.ts';

describe('queryHelp', () => {
	/** What an example is an example of. */
	const check = (example: string, expected: unknown) =>
		it(`shows by ${example} what it says`, () => {
			const { clauses, filters } = parseQuery(example);
			assert.deepEqual(
				[...clauses.map((clause) => (clause.isExcluded ? `-${clause.kind}` : clause.kind)), ...filters.map(({ field }) => field)],
				expected,
			);
			assert.ok(queryHelp(translate).syntax.some((row) => row.example === example));
		});
	check('"police raid"', ['phrase']);
	check('"police raid"~10', ['near']);
	check('raid -Chicago', ['word', '-word']);
	check('(raid OR rescue) Seoul', ['any', 'word']);
	check('polic*', ['word']);
	check('title:report year:2019..2023', ['title', 'date']);

	it('is asked for by something that is no query', () => assert.deepEqual(parseQuery(helpQuery).clauses, []));

	it('names the keys that the manifest binds, and all of them', () => {
		const bound = manifest.contributes.keybindings.filter(({ when }) => when?.includes('dossier.isSearching')).map(({ key }) => key);
		assert.deepEqual(
			Object.values(searchKeys).map((key) => key.toLowerCase()),
			bound,
		);
		const told = queryHelp(translate).keys.flatMap(({ key }) => key.split(', '));
		assert.deepEqual(
			Object.values(searchKeys).filter((key) => !told.includes(key)),
			[],
		);
	});
});
