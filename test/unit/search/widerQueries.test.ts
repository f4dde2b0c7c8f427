import assert from 'node:assert/strict';
import { widerQueries } from '../../../src/search/widerQueries.ts';

describe('what may be searched for where nothing was found', function () {
	const check = (text: string, ...expected: readonly string[]) =>
		it(text, () => {
			assert.deepEqual(
				widerQueries(text).map(({ query }) => query),
				expected,
			);
		});
	check('tide harbour');
	check('');
	check('"tides rise"', 'tides rise');
	check('the “tides rise” again', 'the tides rise again');
	check('« tides rise »', 'tides rise');
	check('"tides rise"~5 ships', 'tides rise ships');
	check('"tide"');
	check('"tides rise');
	check('5" pipes of 6" size');
	check('ships -"tides rise"');
	check('-("tides rise" OR ships) harbour');
	check('("tides rise" OR ships) "in harbour"', '(tides rise OR ships) in harbour');
	check('"tides rise" -"high water"', 'tides rise -"high water"');
	check('type:pdf tide', 'tide');
	check('tide author:"Lee, Ann" year:2019..2023', 'tide');
	check('type:pdf');
	check('type:pdf -tide');
	check('author:"Lee, Ann" "tides rise"', 'author:"Lee, Ann" tides rise', '"tides rise"');
	check('tide -year:2019', 'tide');
});
