import assert from 'node:assert/strict';
import type { ProblemKind } from '../../../src/base/problem.ts';
import { defaultCaps } from '../../../src/library/caps.ts';
import type { DocumentContent } from '../../../src/library/document.ts';
import { readMarkdown } from '../../../src/library/readers/markdown.ts';
import { toSourceRange } from '../../../src/text/offsetMap.ts';
import { readText } from '../../support/reading.ts';

describe('markdown', () => {
	describe('text', () => {
		function check(name: string, markdown: string, expected: string) {
			it(name, async () => assert.equal((await readText(markdown, 'a.md')).text, expected));
		}
		check('a paragraph of several lines', 'One\ntwo  three\n\nfour', 'One two three\n\nfour');
		check('headings without their marks', '# One #\n\nTwo\n===\n\n### Three\ntext', 'One\n\nTwo\n\nThree\n\ntext');
		check('emphasis', 'a *b* __c__ ***d*** ~~e~~ f_g_h', 'a b c d e f_g_h');
		check('marks that mean nothing', '2 * 3 * 4, a_b, 5*', '2 * 3 * 4, a_b, 5*');
		check('links', 'See [the *report*](http://e/x "Title") and [this][1].\n\n[1]: http://e/y', 'See the report and this.');
		check('addresses', 'See <http://e.org/x> and http://e.org/y.', 'See http://e.org/x and http://e.org/y.');
		check('pictures become what they show', '![A *boat* in the mud](x.png "t")', 'A boat in the mud');
		check('escapes', '\\*not\\* 1\\. a\\b', '*not* 1. a\\b');
		check('entities', 'Caf&eacute; &amp; &#x2013; &bogus;', 'Café & – &bogus;');
		check('code', 'Use `npm  start` or ``a ` b``.', 'Use npm start or a ` b.');
		check('blocks of code', '```js\nlet a;\n\n  b();\n```\n\n    c\n     d', 'let a;\n\n  b();\n\nc\n d');
		check('a block of code that never ends', '```\na\nb', 'a\nb');
		check('lists', '- a\n- b\n  c\n  - d\n\n1. e\n2. f', 'a\nb c\nd\n\ne\nf');
		check('loose lists', '- a\n\n- b\n\n  c', 'a\n\nb\n\nc');
		check('quotations', '> a\n> b\n\nc', 'a b\n\nc');
		check('tables', '| Year | n |\n|---|--:|\n| 2004 | 61 |\n| a \\| b | |', 'Year\tn\n2004\t61\na | b');
		check('line breaks', 'a  \nb\\\nc', 'a\nb\nc');
		check(
			'lines that begin with labels',
			'**Weir**: a *low*\ndam\n\nPresent: A\nApologies: [B](x)\nC',
			'Weir: a low dam\n\nPresent: A\nApologies: B C',
		);
		check('terms with what they mean, a line each', '**Weir**: a low dam\n**Tide mark**: a line', 'Weir: a low dam\nTide mark: a line');
		check('rules', 'a\n\n---\n\nb', 'a\n\nb');
		check('blocks of HTML', '<div align="center">\n<b>a</b><br>b\n</div>\n\nc', 'a\nb\n\nc');
		check('HTML in lines', 'a <b>b</b><br>c <!-- d --> e', 'a b\nc e');
		check('scripts', '<script>\nx\n</script>\n\na <script>y</script> b', 'a b');
		check('footnotes stay', 'Text.[^1]\n\n[^1]: ibid.', 'Text.[^1]\n\n[^1]: ibid.');
		check('windows line ends', '# A\r\n\r\nb\r\nc\r\n', 'A\n\nb c');
		check('old line ends', '# A\r\rb\rc', 'A\n\nb c');
		check('Korean', '**성매매** 피해자를\n돕는다', '성매매 피해자를 돕는다');
		check('Japanese over several lines', '日本\n語の\na\n文', '日本語の a 文');
		check('nothing', '', '');
		check('only marks', '#\n\n---\n\n- \n', '');
	});

	it('keeps headings with level and place', async () => {
		const { headings } = await readText('# A *b*\n\ntext\n\n#### C', 'a.md');
		assert.deepEqual(headings, [
			{ level: 1, start: 0, end: 3, text: 'A b' },
			{ level: 4, start: 11, end: 12, text: 'C' },
		]);
	});

	it('knows footnotes', async () => {
		const { notes, text } = await readText('Text.[^a]\n\n[^a]: See *ibid.*, p. 4.\n\nMore.', 'a.md');
		assert.deepEqual(
			notes.map(({ start, end }) => text.slice(start, end)),
			['[^a]: See ibid., p. 4.'],
		);
	});

	describe('front matter', () => {
		function check(name: string, markdown: string, expected: Partial<DocumentContent>, problems: ProblemKind[] = []) {
			it(name, async () => {
				const content = await readText(markdown, 'a.md');
				for (const [key, value] of Object.entries(expected)) {
					assert.deepEqual(content[key as keyof DocumentContent], value, key);
				}
				assert.deepEqual(
					content.problems.map((problem) => problem.kind),
					problems,
				);
			});
		}
		check(
			'gives metadata and is no text',
			'---\ntitle: "Tides: a report"\nauthor: Kim Lee\ndate: 2008-03-01\npublisher: Harbour Post\nlang: en\n---\n\n# Head\n\ntext',
			{
				title: 'Tides: a report',
				author: 'Kim Lee',
				date: '2008-03-01',
				publisher: 'Harbour Post',
				language: 'en',
				text: 'Head\n\ntext',
			},
		);
		check('several authors', '---\nauthors:\n  - Kim Lee\n  - name: Ann Roe\n    url: http://e\n---\ntext', { author: 'Kim Lee, Ann Roe' });
		check('other names of fields', '---\nTitle: A\ncreator: B\npublished: March 1, 2008\nsite: C\n---\nx', {
			title: 'A',
			author: 'B',
			date: '2008-03-01',
			publisher: 'C',
		});
		check('numbers and dates as written', '---\ntitle: 1984\ndate: 1949\n---\nx', { title: '1984', date: '1949' });
		check('a time of day', '---\ntitle: A\ndate: 2008-03-01T10:00:00+09:00\n---\nx', { date: '2008-03-01' });
		check('an impossible date', '---\ntitle: A\ndate: 2008-13-41\n---\nx', { date: null });
		check('windows line ends', '---\r\ntitle: A\r\n---\r\nx', { title: 'A', text: 'x' });
		check('closed by dots', '---\ntitle: A\n...\nx', { title: 'A', text: 'x' });
		check('an empty block', '---\n---\nx', { title: null, text: 'x' });
		check('broken YAML is left out and said to be ignored', '---\ntitle: "A\nauthor: [B\n---\nx', { title: null, text: 'x' }, [
			'metadataIgnored',
		]);
		check('a rule is no front matter', '---\n\nText: more\n\nIt goes on.\n\n---\nx', { title: null });
		check('a rule with a sentence behind it', '---\nA sentence stands here.\n\n---\nx', { text: 'A sentence stands here.\n\nx' });
		check('a block that is never closed', '---\ntitle: A\n\ntext', { title: null });
		check('an alias is not followed', '---\na: &a A\ntitle: *a\n---\nx', { title: null });
		check('names of object members', '---\n__proto__: {title: B}\nconstructor: C\ntitle: A\n---\nx', { title: 'A' });
		check('the first heading is the title', 'text\n\n# Tides\n\n# More', { title: 'Tides', text: 'text\n\nTides\n\nMore' });
		check('a lower heading is none', '## Tides\n\ntext', { title: null });
	});

	describe('what nests too deep', () => {
		function check(name: string, markdown: string, isWhole: boolean) {
			it(name, async () => {
				const { text, problems } = await readText(markdown, 'a.md');
				assert.ok(text.includes('deepest'), text.slice(-80));
				assert.deepEqual(
					problems.map((problem) => problem.kind),
					isWhole ? [] : ['tooDeep'],
				);
			});
		}
		check('quotes of 60 levels are whole', `${'>'.repeat(60)} deepest`, true);
		check('quotes of 99 levels', `${'>'.repeat(99)} deepest`, true);
		check('quotes of 100 levels keep their words', `${'>'.repeat(100)} deepest`, false);
		check('quotes of 50,000 levels keep their words', `${'>'.repeat(50_000)} deepest`, false);
		check('lists in lists keep their words', `${'- '.repeat(500)}deepest`, false);
		check('lists in quotes keep their words', `Text.\n\n${'> - '.repeat(200)}deepest`, false);
		check('numbered lists keep their words', `${'1. '.repeat(80)}deepest`, false);
		check('what stands behind them stays', `${'>'.repeat(500)} a\n\nThe deepest of all.`, false);
	});

	it('holds no NUL, and leads back to the words around one', () => {
		const source = '# Ti\0des\n\nThe nu\0l word and *mo\0re* of it.\n\n- it\0em';
		const { text, offsetMap } = readMarkdown(source, { fileName: 'a.md', caps: defaultCaps });
		assert.equal(text, 'Tides\n\nThe nul word and more of it.\n\nitem');
		const start = text.indexOf('word');
		const range = toSourceRange(offsetMap, { start, end: start + 4 });
		assert.equal(range && source.slice(range.start, range.end), 'word');
	});

	describe('places', () => {
		function check(name: string, markdown: string, words: string, expected: string) {
			it(name, async () => {
				const { text, offsetMap } = await readText(markdown, 'a.md');
				const start = text.indexOf(words);
				assert.ok(start >= 0, text);
				const range = toSourceRange(offsetMap, { start, end: start + words.length });
				assert.equal(range && markdown.slice(range.start, range.end), expected);
			});
		}
		check('behind front matter', '---\ntitle: tide\n---\nthe tide', 'tide', 'tide');
		check('a heading', '##  Tides of Korea ##', 'Tides of Korea', 'Tides of Korea');
		check('across emphasis', 'the **tide** comes', 'the tide comes', 'the **tide** comes');
		check('a word that the address holds too', '[x](tide) tide', 'tide', 'tide');
		check('behind a link with a title', '[a](b "a c") a d', 'a d', 'a d');
		check('in a quotation of several lines', '> one\n> two', 'one two', 'one\n> two');
		check('in a nested list', '- a\n  - b\n    - c d', 'c d', 'c d');
		check('in a table', '| a | a b |\n|---|---|\n| a b | c |', 'c', 'c');
		check('a cell with an escaped bar', '|a|b|\n|-|-|\n|x|c \\| d|', 'c | d', 'c \\| d');
		check('code', 'x `a  b` y', 'a b', 'a  b');
		check('indented code', 'x\n\n    a b\n    c', 'c', 'c');
		check('across an escape', 'a \\* b', 'a * b', 'a \\* b');
		check('across an entity', 'a &amp; b', 'a & b', 'a &amp; b');
		check('in HTML', '<div>\n\n<p>a <b>b</b> c</p>', 'a b c', 'a <b>b</b> c');
		check('with windows line ends', '# T\r\n\r\na\r\nb c\r\n', 'b c', 'b c');
		check('a picture', '![a b](a "b")', 'a b', 'a b');
	});
});
