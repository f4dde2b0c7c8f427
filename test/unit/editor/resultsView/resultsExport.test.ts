import assert from 'node:assert/strict';
import { toCsvHead, toCsvLine, toCsvLines, toMarkdownHead, toMarkdownSection } from '../../../../src/editor/resultsView/resultsExport.ts';

describe('cells of an export', () => {
	function check(cell: string, expected: string) {
		it(JSON.stringify(cell), () => assert.equal(toCsvLine([cell, 'x']), `${expected},x\r\n`));
	}
	check('plain', 'plain');
	check('', '');
	check('a,b', '"a,b"');
	check('say "so"', '"say ""so"""');
	check('two\nlines', '"two\nlines"');
	check('=1+1', "'=1+1");
	check('=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"');
	check('+49 30', "'+49 30");
	check('-5', "'-5");
	check('@SUM(A1)', "'@SUM(A1)");
	check('\t=1', "'\t=1");
	check('  =1', "'  =1");
	check('\r=1', '"\'\r=1"');
	check('＝1', "'＝1");
	check('5-3', '5-3');
	check('a@b', 'a@b');
});

describe('an export', () => {
	const document = {
		title: 'Tides',
		author: null,
		date: '2008-03-01',
		shownDate: 'Mar 1, 2008',
		place: '/a/tides.md',
		hits: [
			{ page: '3', section: 'Ebb\nand flow', text: 'The tide\nrises.', missing: [], citation: '> The tide rises.\n> — *Tides*, p. 3' },
			{ page: null, section: null, text: 'It falls.', missing: ['tide'], citation: '> It falls.\n> — *Tides*' },
		],
	};
	it('is a line a passage in CSV', () =>
		assert.equal(
			toCsvHead(['Document', 'Text']) + toCsvLines(document),
			'Document,Text\r\nTides,,2008-03-01,3,Ebb and flow,The tide rises.,,/a/tides.md\r\nTides,,2008-03-01,,,It falls.,tide,/a/tides.md\r\n',
		));
	it('is a heading a document and a quotation a passage in Markdown', () =>
		assert.equal(
			toMarkdownHead({ heading: 'Results for tide', summary: '2 passages in 1 of 3 documents', partial: '' }) + toMarkdownSection(document),
			'# Results for tide\n\n2 passages in 1 of 3 documents\n\n## Tides (Mar 1, 2008)\n\n> The tide rises.\n> — *Tides*, p. 3\n\n> It falls.\n> — *Tides*\n',
		));
});
