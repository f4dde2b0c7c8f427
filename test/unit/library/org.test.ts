import assert from 'node:assert/strict';
import { toSourceRange } from '../../../src/text/offsetMap.ts';
import { readText } from '../../support/reading.ts';

describe('Org', () => {
	function check(name: string, source: string, expected: string) {
		it(name, async () => assert.equal((await readText(source, 'a.org')).text, expected));
	}

	check('paragraphs', 'One line\nand two.\n\nNext.', 'One line and two.\n\nNext.');
	check(
		'emphasis',
		'some *bold /and italic/ words*, =a*b*c= and ~code~ +gone+ _under_.',
		'some bold and italic words, a*b*c and code gone under.',
	);
	check('what is no emphasis', '2 * 3 * 4, a/b/c, snake_case_name, x = y = z', '2 * 3 * 4, a/b/c, snake_case_name, x = y = z');
	check(
		'links',
		'see [[http://a.org/b][the *page*]] and [[http://a.org]] or <http://b.org>',
		'see the page and http://a.org or http://b.org',
	);
	check('links inside', '[[*A Heading]] [[#id][there]] <<target>>here', 'A Heading there here');
	check('pictures', 'a [[./b.png]] c', 'a  c'.replace('  ', ' '));
	check('headings', '* TODO [#A] One /two/ :tag:other:\nText.\n** DONE Three', 'One two\n\nText.\n\nThree');
	check("a bold word at a line's start is no heading", '*Bold* words', 'Bold words');
	check('drawers and planning', '* A\nSCHEDULED: <2024-01-01 Mon>\n:PROPERTIES:\n:ID: x\n:END:\nText.', 'A\n\nText.');
	check('a drawer that is never closed', '* A\n:PROPERTIES:\n:ID: x\n* B\nText.', 'A\n\n:ID: x\n\nB\n\nText.');
	check('other drawers are text', ':notes:\nWords.\n:end:\nMore.', 'Words. More.');
	check('comments', 'one\n# no\ntwo\n#+BEGIN_COMMENT\nno\n#+END_COMMENT\n#+OPTIONS: toc:nil\nthree', 'one two\n\nthree');
	check('a part that is commented out', '* COMMENT A\nno\n** B\nno\n* C\nyes', 'C\n\nyes');
	check('code', '#+NAME: x\n#+BEGIN_SRC python :results output\n  def f():\n    # so\n#+END_SRC\nText', 'def f():\n  # so\n\nText');
	check('quotes', '#+BEGIN_QUOTE\nSome *words*.\n#+END_QUOTE', 'Some words.');
	check('a block that is never closed', '#+BEGIN_SRC\nword', 'word');
	check('for other formats', '#+BEGIN_EXPORT html\n<b>\n#+END_EXPORT\na @@html:<b>@@ c', 'a c');
	check('fixed width', ': a  *b*\n: c', 'a  *b*\nc');
	check(
		'lists',
		'So:\n- one\n  more\n- [X] two\n  1. three\n  2) four\n+ Tide :: twice a day',
		'So:\none more\ntwo\nthree\nfour\nTide: twice a day',
	);
	check('tables', '#+CAPTION: Women\n| a | *b* |\n|---+---|\n| c | d |\n#+TBLFM: $2=x\nText', 'Women\n\na\tb\nc\td\nText');
	check('notes', 'Words[fn:1] and more[fn:: inline /note/].\n\n[fn:1] A note.', 'Words and more.\n\ninline note\n\nA note.');
	check('citations', 'as shown [cite:@kim p. 3]. So', 'as shown. So');
	check('entities', 'an \\alpha and \\rightarrow{} b\\nbsp{}c \\unknown', 'an α and → b c \\unknown');
	check('line breaks', 'one\\\\\ntwo', 'one\ntwo');
	check('rules', 'a\n-----\nb', 'a\n\nb');
	check('windows line ends', '* A\r\nb\r\nc\r\n\r\nd', 'A\n\nb c\n\nd');

	it('title, author, date, language, headings, notes', async () => {
		const source =
			'#+TITLE: Tides of /Korea/\n#+AUTHOR: Ana Lee\n#+DATE: <2008-03-01 Sat>\n#+LANGUAGE: en\n\nWords.[fn:1]\n* One\n[fn:1] A note.';
		const { title, author, date, language, headings, notes, text } = await readText(source, 'a.org');
		assert.deepEqual({ author, date, language }, { author: 'Ana Lee', date: '2008-03-01', language: 'en' });
		assert.equal(title, 'Tides of Korea');
		assert.deepEqual(
			headings.map((heading) => [heading.level, heading.text]),
			[
				[1, 'Tides of Korea'],
				[1, 'One'],
			],
		);
		assert.deepEqual(
			notes.map(({ start, end }) => text.slice(start, end)),
			['A note.'],
		);
	});
	it('names the files it takes in', async () =>
		assert.match((await readText('a\n#+INCLUDE: "b.org" :lines 1-2', 'a.org')).problems[0]?.detail ?? '', /: b\.org;/));
	it('leads back to the words in the file', async () => {
		const source = '* TODO One\nthe [[http://a][cold *sea*]] of';
		const { text, offsetMap } = await readText(source, 'a.org');
		const start = text.indexOf('cold sea of');
		const range = toSourceRange(offsetMap, { start, end: start + 11 });
		assert.equal(range && source.slice(range.start, range.end), 'cold *sea*]] of');
	});
});
