import assert from 'node:assert/strict';
import { maxQueries, type QueryListKind, type QueryListReading, readQueryList } from '../../../../src/editor/searches/queryList.ts';

describe('a list of queries', () => {
	function check(name: string, text: string, kind: QueryListKind, expected: readonly string[], reading: QueryListReading = 'typed') {
		it(name, () =>
			assert.deepEqual(
				readQueryList(text, kind, reading).queries.map(({ query }) => query),
				expected,
			),
		);
	}
	check('a line each', 'Kim Lee\nAnn Roe\n', 'lines', ['Kim Lee', 'Ann Roe']);
	check('any ends of lines', 'a\r\nb\rc\nd', 'lines', ['a', 'b', 'c', 'd']);
	check('without a mark at the front', '\ufeffa\nb', 'lines', ['a', 'b']);
	check('empty lines and rules say nothing', 'a\n\n  \n---\nb', 'lines', ['a', 'b']);
	check('white space around and inside', '  Kim \t Lee ', 'lines', ['Kim Lee']);
	check('what stands there twice once', 'a\nb\na', 'lines', ['a', 'b']);
	check('fields and marks as they are', 'type:pdf "red light" -x', 'lines', ['type:pdf "red light" -x']);
	check('exact words', 'Kim Lee\n"Ann Roe"~3', 'lines', ['"Kim Lee"', '"Ann Roe"~3'], 'exact');
	check('other names of the same', 'Kim Lee OR Lee Kim\nSalem, OR', 'lines', ['"Kim Lee" OR "Lee Kim"', '"Salem, OR"'], 'exact');
	check('headings and comments', '# Ministers\nKim\n## Judges\n// to check\nLee', 'lines', ['Kim', 'Lee']);
	check('signs that are no heading', '#MeToo\n#1 FC\nC# code', 'lines', ['#MeToo', '#1 FC', 'C# code']);
	check('marks of a list', '- Kim\n* Lee\n• Roe\n- [ ] Ann\n- [x] Bo', 'lines', ['Kim', 'Lee', 'Roe', 'Ann', 'Bo']);
	check('words left out, and signs inside', '-x tide\nAnn - Bo\n*', 'lines', ['-x tide', 'Ann - Bo']);
	check('numbers that count', '1. Kim\r\n2. Lee\r\n\r\n3) Roe', 'lines', ['Kim', 'Lee', 'Roe']);
	check('numbers of names', '1. FC Nürnberg\n7. Juli', 'lines', ['1. FC Nürnberg', '7. Juli']);
	check('marks in a table are its own', '# Kim,x\n- Lee,y', 'csv', ['# Kim', '- Lee']);
	check('Han and Hangul', '性交易\n김연자', 'lines', ['性交易', '김연자']);
	check('the first column', 'name,place\nKim Lee,Seoul\nAnn,Bonn', 'csv', ['name', 'Kim Lee', 'Ann']);
	check('with semicolons', 'Lee; Kim;x\nRoe;y', 'csv', ['Lee', 'Roe']);
	check('with tabs', 'Lee\tx\nRoe\ty', 'csv', ['Lee', 'Roe']);
	check('cells in quotation marks', '"Lee, Kim",x\r\n"Ann ""Buzz"" Roe",y', 'csv', ['Lee, Kim', 'Ann "Buzz" Roe']);
	check('a cell over lines', '"Lee\nKim",x\nRoe,y', 'csv', ['Lee Kim', 'Roe']);
	check('a later cell over lines', 'Lee,"two\nlines",z\nRoe,y', 'csv', ['Lee', 'Roe']);
	check('a mark that nothing closes', '"Lee,x\nRoe,y', 'csv', ['"Lee', 'Roe']);
	check('one column', 'Lee\nRoe', 'csv', ['Lee', 'Roe']);
	check('nothing', '', 'csv', []);

	it('knows the line of each', () =>
		assert.deepEqual(readQueryList('Kim Lee', 'lines', 'exact').queries, [{ line: 'Kim Lee', query: '"Kim Lee"' }]));

	it('is bounded, and says how much it left out', () => {
		const text = Array.from({ length: maxQueries + 5 }, (_, n) => `query ${n}`).join('\n');
		const list = readQueryList(text, 'lines', 'typed');
		assert.deepEqual([list.queries.length, list.leftCount], [maxQueries, 5]);
		assert.equal(readQueryList('x'.repeat(2_000), 'lines', 'typed').queries[0]?.query.length, 500);
	});
});
