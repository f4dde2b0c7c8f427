import assert from 'node:assert/strict';
import { toSourceRange } from '../../../src/text/offsetMap.ts';
import { readText } from '../../support/reading.ts';

describe('reStructuredText', () => {
	function check(name: string, source: string, expected: string) {
		it(name, async () => assert.equal((await readText(source, 'a.rst')).text, expected));
	}

	check('paragraphs', 'One line\nand two.\n\nNext.', 'One line and two.\n\nNext.');
	check('emphasis', 'some *italic*, **bold words** and ``code *x*``.', 'some italic, bold words and code *x*.');
	check('what is no emphasis', '2 * 3 * 4, a*b*c and *args, **kwargs', '2 * 3 * 4, a*b*c and *args, **kwargs');
	check('escapes', 'a \\*b\\* c\\ d', 'a *b* cd');
	check('roles', 'see :ref:`the page <page>`, :doc:`there`, :class:`~a.B` and :sub:`2`.', 'see the page, there, a.B and 2.');
	check(
		'links',
		'the `page here <http://a.org>`_, `other page`_, word_ and snake_ case_name_.\n\n.. _word: http://b.org',
		'the page here, other page, word and snake_ case_name_.',
	);
	check('standards', 'as in :rfc:`5322` and :pep:`8`', 'as in RFC 5322 and PEP 8');
	check('substitutions', '|sea| is |cold|.\n\n.. |sea| replace:: the *sea*', 'the sea is |cold|.');
	check(
		'notes',
		'Words [1]_ and [#a]_.\n\n.. [1] A note\n   of two lines.\n.. [#a] Another.\n\nText.',
		'Words and.\n\nA note of two lines.\n\nAnother.\n\nText.',
	);
	check('headings', 'One\n===\nText.\n\nTwo *too*\n---------\n\nMore.', 'One\n\nText.\n\nTwo too\n\nMore.');
	check('a heading between lines', '=====\n One\n=====\n\nText.', 'One\n\nText.');
	check('a transition', 'one\n\n-----\n\ntwo', 'one\n\ntwo');
	check(
		'admonitions',
		'.. note::\n   Words here.\n\n.. warning:: More *words*\n   here.\n\nText.',
		'Words here.\n\nMore words here.\n\nText.',
	);
	check('options are left out', '.. figure:: a.png\n   :width: 3cm\n   :alt: no\n\n   The *caption*.\n\nText.', 'The caption.\n\nText.');
	check('pictures', 'a\n\n.. image:: b.png\n   :width: 3\n\nc', 'a\n\nc');
	check('code', '.. code-block:: python\n   :linenos:\n\n   def f():\n       x *= 2\n\nText.', 'def f():\n    x *= 2\n\nText.');
	check('code behind colons', 'So::\n\n   a *b*\n\n     c\n\nText ::\n\n  d\n\nEnd', 'So:\n\na *b*\n\n  c\n\nText\n\nd\n\nEnd');
	check('an example that is typed', '>>> 1 * 2 * 3\n6\n\nText', '>>> 1 * 2 * 3\n6\n\nText');
	check('a quotation behind two dots', 'One.\n\n- item\n\n..\n\n   Said the owl.\n\nTwo.', 'One.\n\nitem\n\nSaid the owl.\n\nTwo.');
	check('formulas', 'So\n\n.. math:: a = *b*\n\n.. math::\n   :label: e\n\n   c = d\n\nEnd.', 'So\n\na = *b*\n\nc = d\n\nEnd.');
	check('comments and targets', '.. a comment\n   of two lines\n\n.. _x:\n\nText.\n\n..\n   no\n\nMore.\n\n__ http://a', 'Text.\n\nMore.');
	check('raw text for other formats', '.. raw:: html\n\n   <b>no</b>\n\nText.', 'Text.');
	check('lists', 'So\n\n- one\n  more\n- two\n\n1. three\n#. four', 'So\n\none more\ntwo\n\nthree\nfour');
	check('terms', 'Tide\n   Twice a day\n   it comes.\nEbb\n   Low.', 'Tide\nTwice a day it comes. Ebb\nLow.'.replace('. Ebb', '.\nEbb'));
	check('lines as they are', '| one\n| two', 'one\ntwo');
	check(
		'tables of a grid',
		'+-----+-----+\n| a   | b   |\n+=====+=====+\n| c   | d   |\n| cc  | *d* |\n+-----+-----+\n| e         |\n+-----+-----+\n\nText',
		'a\tb\nc cc\td d\ne\n\nText',
	);
	check(
		'simple tables',
		'=====  =====\na      b\n=====  =====\nc      d\n       e\nf      g h\n=====  =====\n\nText',
		'a\tb\nc\td e\nf\tg h\n\nText',
	);
	check('tables of values', '.. csv-table:: Women\n   :header: a, b\n\n   c, "d, e"\n   f, g\n\nText', 'Women\n\nc\td, e\nf\tg\n\nText');
	check('fields in the text', 'Text.\n\n:param x: *what* it is\n:return: nothing', 'Text.\n\nparam x: what it is\nreturn: nothing');

	it('title, author, date, headings', async () => {
		const source = 'Tides\n=====\n\n:Author: Ana Lee\n:Date: 2008-03-01\n:Version: 2\n   or 3\n\nWords.\n\nOne\n---\n\nTwo\n---\n';
		const { title, author, date, headings, text } = await readText(source, 'a.rst');
		assert.deepEqual({ title, author, date }, { title: 'Tides', author: 'Ana Lee', date: '2008-03-01' });
		assert.equal(text, 'Tides\n\nWords.\n\nOne\n\nTwo');
		assert.deepEqual(
			headings.map(({ level }) => level),
			[1, 2, 2],
		);
	});
	it('notes are known', async () => {
		const { notes, text } = await readText('a [1]_\n\n.. [1] One.\n\n   Two.\n\nb', 'a.rst');
		assert.deepEqual(
			notes.map(({ start, end }) => text.slice(start, end)),
			['One.', 'Two.'],
		);
	});
	it('names the files it takes in', async () =>
		assert.match((await readText('a\n\n.. include:: b.rst\n', 'a.rst')).problems[0]?.detail ?? '', /: b\.rst;/));
	it('leads back to the words in the file', async () => {
		const source = 'One\r\n===\r\n\r\nthe `cold sea <http://a>`_ of\r\n*Korea*';
		const { text, offsetMap } = await readText(source, 'a.rst');
		const start = text.indexOf('cold sea of Korea');
		const range = toSourceRange(offsetMap, { start, end: start + 17 });
		assert.equal(range && source.slice(range.start, range.end), 'cold sea <http://a>`_ of\r\n*Korea');
	});
});
