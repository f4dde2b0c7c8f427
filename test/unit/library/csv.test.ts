import assert from 'node:assert/strict';
import { toSourceRange } from '../../../src/text/offsetMap.ts';
import { readText } from '../../support/reading.ts';

describe('tables of values', () => {
	function check(name: string, source: string, expected: string, fileName = 'a.csv') {
		it(name, async () => assert.equal((await readText(source, fileName)).text, expected));
	}

	check('commas', 'name,place\nKim,Seoul\n', 'name\tplace\nKim\tSeoul');
	check('semicolons beside decimal commas', 'Land;Wert\nA;1,5\nB;2,5', 'Land\tWert\nA\t1,5\nB\t2,5');
	check('tabs', 'a b\tc, d\ne\tf', 'a b\tc, d\ne\tf', 'a.tsv');
	check('tabs under the name csv', 'a\tb\nc\td', 'a\tb\nc\td');
	check('commas under the name tsv', 'a,b\nc,d\ne,f', 'a\tb\nc\td\ne\tf', 'a.tsv');
	check('bars', 'a|b\nc|d', 'a\tb\nc\td');
	check('semicolons inside cells of commas', 'a,b\n"x; y",c\nd,e', 'a\tb\nx; y\tc\nd\te');
	check('a first line that names the delimiter', 'sep=;\na,b;c\nd;e', 'a,b\tc\nd\te');
	check('delimiters and marks in quotes', 'a,b\n"c, d","say ""no"" now"', 'a\tb\nc, d\tsay "no" now');
	check('a line end in a short cell is a space', 'a,b\n"Main St\nSeoul",c', 'a\tb\nMain St Seoul\tc');
	check('blanks beside quotation marks', 'a, "b" , c\nd,e,f', 'a\tb\tc\nd\te\tf');
	check('a quotation mark inside a word is a character', 'a,5" disk\nb,6" disk', 'a\t5" disk\nb\t6" disk');
	check('a quotation mark that is never closed', 'a,"b\nc,d\ne,f', 'a\t"b\nc\td\ne\tf');
	check('empty cells', 'a,,b\n,,\nc,,d', 'a\tb\nc\td');
	check('empty lines part tables', 'a,b\nc,d\n\ne,f', 'a\tb\nc\td\n\ne\tf');
	check('line ends of all kinds', 'a,b\r\nc,d\re,f', 'a\tb\nc\td\ne\tf');
	check('one column', 'words\nsome words\nother words', 'words\nsome words\nother words');
	check(
		'prose under the name csv',
		'It was so, they say.\nAnd then, later, it was not, or was it?\n\nWho knows.',
		'It was so, they say.\nAnd then, later, it was not, or was it?\n\nWho knows.',
	);
	const prose = 'They came in the night and took the papers, all of them. '.repeat(5).trim();
	check(
		'a row of prose is a paragraph',
		`id,answer\n1,"${prose}\n\nThen nothing."\n2,no`,
		`id\tanswer\n\n1\n${prose}\n\nThen nothing.\n\n2\tno`,
	);
	check('formulas stay as they are', 'a,b\n=1+1,"=x"', 'a\tb\n=1+1\t=x');
	check('names that objects have', '__proto__,constructor\na,b', '__proto__\tconstructor\na\tb');

	it('keeps its kind, and the places of its words', async () => {
		const source = 'name,note\n"Kim","She said ""never"" to them"\n';
		const { text, offsetMap, kind } = await readText(source, 'a.csv');
		assert.equal(kind, 'csv');
		const start = text.indexOf('said "never" to');
		const range = toSourceRange(offsetMap, { start, end: start + 15 });
		assert.equal(range && source.slice(range.start, range.end), 'said ""never"" to');
	});
});
