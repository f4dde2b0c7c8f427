import assert from 'node:assert/strict';
import { toSourceRange } from '../../../src/text/offsetMap.ts';
import { readText } from '../../support/reading.ts';

describe('AsciiDoc', () => {
	function check(name: string, source: string, expected: string) {
		it(name, async () => assert.equal((await readText(source, 'a.adoc')).text, expected));
	}

	check('paragraphs', 'One line\nand two.\n\nNext.', 'One line and two.\n\nNext.');
	check(
		'emphasis',
		'some *bold*, _italic_, `code` and #marked# words, **b**old H~2~O x^2^',
		'some bold, italic, code and marked words, bold H2O x2',
	);
	check('what is no emphasis', '2 * 3 * 4, a*b*c, snake_case_name and C#', '2 * 3 * 4, a*b*c, snake_case_name and C#');
	check('quotation marks and dashes', '"`so`" and \'`so`\' -- then one--two', '“so” and ‘so’ — then one—two');
	check(
		'links',
		'see http://a.org[the *page*], link:b.html[that], <<x,there>>, <<y>> and http://c.org',
		'see the page, that, there, y and http://c.org',
	);
	check('mail and cross references', 'mailto:a@b.c[write] xref:d.adoc#e[on *it*]', 'write on it');
	check('attributes', ':sea: the cold sea\n\nOn {sea}, {unknown} and{nbsp}so.', 'On the cold sea, {unknown} and so.');
	check('links by attributes', ':s: link:/a/b\n\nThe {s}[syntax page] here.', 'The syntax page here.');
	check('keys and menus', 'press kbd:[Ctrl+C] or menu:File[Save > As]', 'press Ctrl+C or File › Save › As');
	check('terms of the index', 'a ((term)) here(((hidden)))', 'a term here');
	check('anchors', '[[x]]Words [#y]here.', 'Words here.');
	check(
		'notes',
		'Words.footnote:[A _note_.] More.footnote:a[Two.] Again.footnote:a[]\n\nNext.',
		'Words. More. Again.\n\nA note.\n\nTwo.\n\nNext.',
	);
	check('passed through', 'a +*b*+ c pass:[_d_] +++e+++', 'a *b* c _d_ e');
	check('signs', '(C) 2024 &#8217; &amp;', '© 2024 ’ &');
	check('headings', '== One\nText.\n\n=== Two _too_\n\nMore.', 'One\n\nText.\n\nTwo too\n\nMore.');
	check('headings by underlines', 'One\n---\n\nText.\n\nTwo\n~~~', 'One\n\nText.\n\nTwo');
	check('comments', 'one\n// no\ntwo\n\n////\nno\n////\n\nthree', 'one two\n\nthree');
	check('a comment that is never closed', '////\nword', 'word');
	check('admonitions', 'NOTE: Words.\n\n[WARNING]\n====\nMore *words*.\n====', 'NOTE: Words.\n\nMore words.');
	check('titles of blocks', '.Women\n[source,c]\n----\nint a; // *b*\n----', 'Women\n\nint a; // *b*');
	check('literal blocks', '....\n a  *b*\n  c\n....\n\n indented *too*\n\n```js\nx\n```', 'a  *b*\n c\n\nindented *too*\n\nx');
	check('quotes', '[quote, Kim]\n____\nSome *words*.\n____', 'Some words.');
	check('raw html', '++++\n<b>Words</b>\n++++', 'Words');
	check('lists', '* one\nmore\n** two\n- [x] three\n. four\n+\nbelow', 'one more\ntwo\nthree\nfour\n\nbelow');
	check('lists of terms', 'Tide:: twice a day\nEbb::\n  low', 'Tide: twice a day\nEbb: low');
	check('pictures', 'image::a.png[The sea, 300]\n\nimage:b.png[] c', 'The sea\n\nc');
	check('line breaks and rules', "one +\ntwo\n\n'''\n\nthree", 'one\ntwo\n\nthree');
	check('conditions', 'ifdef::x[]\none\nendif::[]\nifdef::y[two]', 'one\n\ntwo');
	check('tables', '.T\n[%header,cols="1,1"]\n|===\n|a |*b*\n\n|c\n|d\n\n|e\nmore |f\n|===\n\nText', 'T\n\na\tb\nc\td\ne more\tf\n\nText');
	check('tables without a width', '|===\n|a |b |c\n2+|d |e\n|===', 'a\tb\tc\nd\te');

	it('title, authors, date, language', async () => {
		const source = '= Tides of _Korea_\nAna Lee <a@b.c>; Kim Yeo-ni\nv1.0, 2008-03-01: first\n:lang: en\n:toc:\n\nWords.\n\n== One';
		const { title, author, date, language, text, headings } = await readText(source, 'a.adoc');
		assert.deepEqual(
			{ title, author, date, language },
			{ title: 'Tides of Korea', author: 'Ana Lee, Kim Yeo-ni', date: '2008-03-01', language: 'en' },
		);
		assert.equal(text, 'Tides of Korea\n\nWords.\n\nOne');
		assert.deepEqual(
			headings.map(({ level }) => level),
			[1, 2],
		);
	});
	it('notes are known', async () => {
		const { notes, text } = await readText('a footnote:[One.]\n\nb', 'a.adoc');
		assert.deepEqual(
			notes.map(({ start, end }) => text.slice(start, end)),
			['One.'],
		);
	});
	it('names the files it takes in', async () =>
		assert.match((await readText('a\n\ninclude::b.adoc[]\n', 'a.adoc')).problems[0]?.detail ?? '', /: b\.adoc;/));
	it('leads back to the words in the file', async () => {
		const source = '== One\r\n\r\nthe http://a[cold *sea*] of\r\n_Korea_';
		const { text, offsetMap } = await readText(source, 'a.adoc');
		const start = text.indexOf('cold sea of Korea');
		const range = toSourceRange(offsetMap, { start, end: start + 17 });
		assert.equal(range && source.slice(range.start, range.end), 'cold *sea*] of\r\n_Korea');
	});
});
