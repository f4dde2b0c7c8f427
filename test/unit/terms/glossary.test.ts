import assert from 'node:assert/strict';
import { isGlossaryFile, parseGlossary } from '../../../src/terms/glossary.ts';

function check(name: string, markdown: string, expected: readonly unknown[]): void {
	it(name, () =>
		assert.deepEqual(
			parseGlossary(markdown).map((entry) => [entry.term, entry.text, entry.aliases.join('|'), entry.exclusions.join('|')]),
			expected,
		),
	);
}

describe('glossary', () => {
	check('nothing', '', []);
	check('a title alone', '# My words\n\nAbout these.', []);
	check('a term with its text', '# Words\n\n## Stipend\n\nPaid monthly.', [['Stipend', 'Paid monthly.', '', '']]);
	check('aliases and exclusions', '## Stipend\nAlso: monthly stipend, allowance\nNot: grant\n\nPaid.', [
		['Stipend', 'Paid.', 'monthly stipend|allowance', 'grant'],
	]);
	check('in any case, with emphasis and a full stop', '## S\nALSO : **a b**, `c`.\nnot:d\n', [['S', '', 'a b|c', 'd']]);
	check('deeper headings are terms too', '# W\n## A\nx\n### B\ny\n## C\nz', [
		['A', 'x', '', ''],
		['B', 'y', '', ''],
		['C', 'z', '', ''],
	]);
	check('text keeps its paragraphs and markup', '## A\n\n*x*\n\n- y\n- z\n', [['A', '*x*\n\n- y\n- z', '', '']]);
	check('closing marks and emphasis of a heading', '## **Exit program** ##\nx', [['Exit program', 'x', '', '']]);
	check('underlined headings', 'Words\n=====\n\nStipend\n-------\nPaid.', [['Stipend', 'Paid.', '', '']]);
	check('no heading inside a fence', '## A\n```\n## B\nAlso: q\n```\nx', [['A', '```\n## B\nAlso: q\n```\nx', '', '']]);
	check('a term that comes twice', '## A\nx\n## B\ny\n## A\nz', [
		['A', 'x\n\nz', '', ''],
		['B', 'y', '', ''],
	]);
	check('Windows line ends and a byte order mark', '\uFEFF## A\r\nAlso: b\r\n\r\nx\r\n', [['A', 'x', 'b', '']]);
	check('Korean', '## 성매매\nAlso: 성 매매，매매춘\n\n뜻.', [['성매매', '뜻.', '성 매매|매매춘', '']]);
	check('names that are words of JavaScript', '## toString\nx\n## constructor\ny', [
		['toString', 'x', '', ''],
		['constructor', 'y', '', ''],
	]);
	check('a slash stays', '## US / United States\nx', [['US / United States', 'x', '', '']]);
	check('Also: behind a level 1 heading is nobody’s', '# W\nAlso: a\n## B\nx', [['B', 'x', '', '']]);
	check('a mark behind a backslash is a letter', '## A\\_b \\[c\\]\nAlso: d\\*', [['A_b [c]', '', 'd*', '']]);
	check('a hidden list of a term is its text', '## A\nHidden: b', [['A', 'Hidden: b', '', '']]);
	it('lists what is hidden', () => {
		const hidden = parseGlossary('# W\nHidden: a, **b c**\nhidden: a; d\n\n## E\n').filter(({ isHidden }) => isHidden);
		assert.deepEqual(
			hidden.map(({ term }) => term),
			['a', 'b c', 'd'],
		);
	});
	it('knows its files', () => {
		const names = ['glossary.md', 'GLOSSARY.md', 'my.glossary.md', 'a/b/Glossary.MD', 'glossary.txt', 'myglossary.md', 'glossary.md.bak'];
		assert.deepEqual(names.map(isGlossaryFile), [true, true, true, true, false, false, false]);
	});
});
