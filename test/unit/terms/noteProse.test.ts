import assert from 'node:assert/strict';
import { findProse } from '../../../src/terms/noteProse.ts';

/** What is not prose is shown as `·`, however long. */
function check(name: string, languageId: string, note: string, expected: string): void {
	it(name, () => {
		const prose = findProse(note, languageId);
		let shown = '';
		let at = 0;
		for (const range of prose) {
			assert.ok(range.start >= at && range.end > range.start);
			shown += (range.start > at ? '·' : '') + note.slice(range.start, range.end);
			at = range.end;
		}
		assert.equal(shown + (at < note.length ? '·' : ''), expected);
	});
}

describe('prose of a note', () => {
	describe('Markdown', () => {
		const md = (name: string, note: string, expected: string) => check(name, 'markdown', note, expected);
		md('plain words', 'one *two* **three**', 'one *two* **three**');
		md('front matter', '---\na: b\n---\none', '·one');
		md('TOML front matter', '+++\na = "b"\n+++\none', '·one');
		md('a rule is no front matter', '---\none', '---\none');
		md('fenced code', 'one\n```js\ntwo\n```\nthree', 'one\n·\nthree');
		md('a fence in a list, and tildes', '- a\n  ~~~\n  two\n  ~~~\n- b', '- a\n·\n- b');
		md('a fence without an end', 'one\n```\ntwo', 'one\n·');
		md('a longer fence', '````\n```\nx\n````\none', '·\none');
		md('indented code', 'one\n\n    two\n    three\n\nfour', 'one\n\n·\n·\n\nfour');
		md('an indented line of a list is prose', '- one\n\n    two', '- one\n\n    two');
		md('a continued line is prose', 'one\n    two', 'one\n    two');
		md('inline code', 'a `b` c ``d ` e`` f', 'a · c · f');
		md('a lone backtick', 'a ` b', 'a ` b');
		md('a link with its text', 'a [b](https://c.d/e_(f)) g', 'a · g');
		md('a citation of LaTeX', 'a \\cite{Petrov} b \\citep[p. 5]{Petrov} c', 'a · b · c');
		md('an escape', 'a \\*b\\* c', 'a \\*b\\* c');
		md('tags', '#Petrov a #split/town b', '· a · b');
		md('a number and a heading are no tags', '# Petrov\n\nNo. #5 of C# is', '# Petrov\n\nNo. #5 of C# is');
		md('an image', 'a ![b](c.png "t") d', 'a · d');
		md('a reference link and its definition', 'a [b][c] d\n\n[c]: https://e.f', 'a · d\n\n·');
		md('a shortcut link', 'a [b] c\n\n[b]: x.md', 'a · c\n\n·');
		md('brackets that are no link', 'a [b] c', 'a [b] c');
		md('a wiki link', 'a [[b|c]] d', 'a · d');
		md('a footnote', 'a[^1] b\n\n[^1]: c', 'a· b\n\n·: c');
		md('citations', 'a [@key, p. 3] b [see @x; @y] c @z2001 d', 'a · b · c · d');
		md('mail', 'a b@c.org d', 'a · d');
		md('URLs', 'a https://b.c/d, e www.f.g h', 'a · e · h');
		md('an autolink', 'a <https://b.c> d', 'a · d');
		md('tags and their attributes', 'a <b title="c">d</b> e', 'a ·d· e');
		md('a tag with code', 'a <code>b</code> c', 'a · c');
		md('an anchor with its text', 'a <a href="x">b</a> c', 'a · c');
		md('comments', 'a <!-- b --> c', 'a · c');
		md('a comment over empty lines', 'a\n\n<!-- b\n\nc `d\n--> e `f`\n\ng', 'a\n\n· e ·\n\ng');
		md('a script over empty lines', '<script>\nb\n\nc</script> d', '· d');
		md('a comment that never ends', '<!-- a\n\nb', '·\nb');
		md('a comment of Obsidian', 'a %%b%% c 5 %% d', 'a · c 5 %% d');
		md('characters by their names', 'a&nbsp;b &amp c', 'a·b &amp c');
		md('less than is no tag', 'a < b and c > d', 'a < b and c > d');
		md('maths', 'a $x+y$ b $$z$$ c', 'a · b · c');
		md('maths that never ends, with code and links behind it', 'a $$ b `c` [d](e) f', 'a $$ b · · f');
		md('maths that ends in another paragraph', 'a $$ `b`\n\nc $$ d', 'a $$ ·\n\nc $$ d');
		md('prices', 'from $5 to $10', 'from $5 to $10');
		md('escapes', 'a \\[b\\](c) \\`d\\`', 'a \\[b\\](c) \\`d\\`');
		md('a table', '| a | b |\n|---|---|\n| `c` | d |', '| a | b |\n|---|---|\n| · | d |');
		md('headings and quotes', '# a\n\n> b\n> `c`', '# a\n\n> b\n> ·');
	});
	describe('plain text', () => {
		check('URLs and addresses', 'plaintext', 'a http://b.c d e@f.gh `i`', 'a · d · `i`');
		check('names of sites', 'plaintext', 'see who.int/a and un.org. The end.Org', 'see · and ·. The ·');
		check('an unknown language', 'klingon', 'a [b](c)', 'a [b](c)');
	});
	describe('LaTeX', () => {
		const tex = (name: string, note: string, expected: string) => check(name, 'latex', note, expected);
		tex('the preamble', '\\documentclass{a}\n\\begin{document}\none', '·\none');
		tex('emphasis', 'a \\emph{b} c', 'a ·{b} c');
		tex('citations, references, labels', 'a \\cite[p.~3]{b} \\ref{c} \\label{d} e', 'a · · · e');
		tex('links', 'a \\href{https://x.y}{b} \\url{c} d', 'a · · d');
		tex('comments', 'a % b\nc \\% d', 'a ·\nc \\% d');
		tex('maths', 'a $b$ \\(c\\) \\[d\\] e', 'a · · · e');
		tex('environments', 'a \\begin{equation}b\\end{equation} \\begin{quote}c\\end{quote}', 'a · ·c·');
	});
	describe('others', () => {
		check('reStructuredText', 'restructuredtext', 'a ``b`` :ref:`c` `d <e>`_ [1]_ f', 'a · · · · f');
		check('reStructuredText blocks', 'restructuredtext', 'a::\n\n   b\n\nc\n\n.. code:: x\n\n   d\n\ne', 'a::\n\n·\n\nc\n\n·\n\n·\n\ne');
		check('reStructuredText admonition', 'restructuredtext', '.. note:: a\n   b', '· a\n   b');
		check('AsciiDoc', 'asciidoc', ':a: b\n\nc `d` https://e.f[g] <<h>> i\n\n----\nj\n----\nk', '·\n\nc · · · i\n\n·\nk');
		check('Typst', 'typst', '#set text(10pt)\na #emph[b] `c` $d$ @e <f> // g\nh', '·a ·[b] · · · · ·h');
		check('Typst link', 'typst', 'a #link("x")[b] c', 'a · c');
	});
});
