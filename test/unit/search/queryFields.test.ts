import assert from 'node:assert/strict';
import type { Field } from '../../../src/search/filters.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { listTermPhrases, withFieldValues, withTerms } from '../../../src/search/queryFields.ts';

describe('a query with other values of a field', () => {
	function check(text: string, field: Field, values: readonly string[], expected: string) {
		it(`${text} with ${field} ${values.join(', ') || 'nothing'}`, () => {
			const changed = withFieldValues({ text, isTyping: false }, field, values);
			assert.equal(changed.text, expected);
			const [before, after] = [parseQuery(text), parseQuery(changed.text)];
			assert.deepEqual(after.clauses, before.clauses);
			const others = (query: typeof before) =>
				query.filters.filter((filter) => filter.field !== field).map((filter) => [filter.field, filter.value, filter.isExcluded]);
			assert.deepEqual(others(after), others(before));
		});
	}
	check('tide', 'type', ['pdf'], 'type:pdf tide');
	check('tide', 'type', [], 'tide');
	check('type:pdf', 'type', [], '');
	check('"spring tide" type:md -wells', 'type', ['pdf', 'mail'], 'type:pdf type:mail "spring tide" -wells');
	check('tide -type:md', 'type', ['pdf'], 'type:pdf tide');
	check('tide kind:md author:roe', 'type', [], 'tide author:roe');
	check('tide', 'author', ['Ann Roe'], 'author:"Ann Roe" tide');
	check('tide author:"Kim Lee"', 'author', ['Ann "Buzz" Roe'], 'author:"Ann Buzz Roe" tide');
	check('tide', 'date', ['2019', '2021', '2020'], 'year:2019..2021 tide');
	check('tide year:2000..2010', 'date', ['2019', '2021', '2022', 'none'], 'year:2019 year:2021..2022 year:none tide');
	check('tide date:2019-05', 'date', [], 'tide');
	check('tide', 'path', ['/my sources/reports/'], 'path:"/my sources/reports/" tide');
	check('tide (year:2019 OR year:2020) type:pdf', 'date', ['2021'], 'year:2021 tide type:pdf');
	check('(type:pdf OR year:2020) tide', 'date', [], '(type:pdf) tide');
	check('lang:en tide OR wells', 'language', ['ko'], 'lang:ko tide OR wells');
	check('tide -(type:pdf)', 'type', [], 'tide');
	check('NOT type:pdf tide', 'type', ['md'], 'type:md tide');
	check('tide 10.1000/xyz123', 'site', ['example.org'], 'site:example.org tide 10.1000/xyz123');
	check('상어 고래', 'site', ['한국일보'], 'site:한국일보 상어 고래');

	it('leaves a word finished that a field made so', () => {
		assert.deepEqual(withFieldValues({ text: 'tid', isTyping: true }, 'type', ['pdf']), { text: 'type:pdf tid', isTyping: true });
		assert.deepEqual(withFieldValues({ text: 'tid type:pdf', isTyping: true }, 'type', []), { text: 'tid', isTyping: false });
	});

	function checkTerms(text: string, found: readonly string[], terms: readonly string[], expected: string) {
		it(`${text} begins with ${found.join(', ') || 'no terms'}, and with ${terms.join(', ') || 'none'} is ${expected}`, () => {
			assert.deepEqual(listTermPhrases(text), found);
			assert.equal(withTerms({ text, isTyping: true }, terms).text, expected);
		});
	}
	checkTerms('tide', [], ['spring tide'], '"spring tide" tide');
	checkTerms('"spring tide" wells', ['spring tide'], [], 'wells');
	checkTerms('"spring tide" wells', ['spring tide'], ['KMP', 'light “house”'], '("KMP" OR "light house") wells');
	checkTerms('("KMP" OR "spring tide") wells', ['KMP', 'spring tide'], ['KMP'], '"KMP" wells');
	checkTerms('year:2019 "spring tide" wells', ['spring tide'], [], 'year:2019 wells');
	checkTerms('"spring tide"', [], ['KMP'], '"KMP" "spring tide"');
	checkTerms('"spring tide" -wells', [], [], '"spring tide" -wells');
	checkTerms('-"spring tide" wells', [], [], '-"spring tide" wells');
	checkTerms('(tide OR "KMP") wells', [], [], '(tide OR "KMP") wells');
	checkTerms('(KMP wells) "spring tide"', [], ['KMP'], '"KMP" (KMP wells) "spring tide"');
});
