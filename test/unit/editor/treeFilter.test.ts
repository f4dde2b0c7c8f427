import assert from 'node:assert/strict';
import { FilterTexts, TreeFilter } from '../../../src/editor/libraryTree/treeFilter.ts';
import { makeSummary } from '../../support/summaries.ts';

const summary = makeSummary('Länder/report-03.txt', {
	title: 'Women’s Rights: A Résumé',
	author: 'Kari Lydersen',
	publisher: 'Infoshop News',
	date: '2008-03-01',
	language: 'ko',
	kind: 'docx',
});
const texts = new FilterTexts(({ language }) => ['Word Document', language === 'ko' ? 'Korean' : '']);

describe('TreeFilter', () => {
	const check = (name: string, text: string, expected: boolean) =>
		it(`${name}: ${text.slice(0, 40)}`, () => assert.equal(new TreeFilter(text, texts).matches(summary), expected));
	check('finds words of the title', 'rights', true);
	check('whatever their case, accents and width', 'RESUME ｒｉｇｈｔｓ', true);
	check('with and without a possessive', "women's", true);
	check('finds the inside of words', 'sum', true);
	check('finds the author', 'lyders', true);
	check('finds the site though there is an author', 'infoshop', true);
	check('finds the path', 'länder report-03', true);
	check('finds a year', '2008', true);
	check('finds a month', '2008-03', true);
	check('finds the kind as it is called', 'word document', true);
	check('finds the kind as it is written', 'docx', true);
	check('finds the language', 'korean', true);
	check('wants every word', 'rights zebra', false);
	check('does not find over the end of a field', 'résumékari', false);
	check('takes dots and brackets for themselves', '.*', false);
	check('finds all for nothing', ' \t ', true);
	check('takes a whole page for words', 'rights '.repeat(10_000), true);
	it('knows that nothing is asked for', () => {
		assert.ok(new TreeFilter(' ', texts).isEmpty);
		assert.ok(!new TreeFilter('x', texts).isEmpty);
	});
	it('finds a word in a run of Chinese', () =>
		assert.ok(new TreeFilter('交易受', texts).matches(makeSummary('a.txt', { title: '性交易受害者' }))));
});
