import assert from 'node:assert/strict';
import { slowness } from '../../scripts/test/patience.mjs';
import { defaultCaps } from '../../src/library/caps.ts';
import { decodeBytes } from '../../src/library/charset.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { checkContent } from '../support/contentChecks.ts';
import { limitFor } from '../support/timeLimits.ts';

/** So much of each trap, UTF-16 units; and eight times as much may take no more than twelve times as long, and two seconds for what else was to do. */
const length = 50_000;

/** Plain-text kin that somebody can make so that a reader hangs or loses its way: every mark, repeated without its end. */
describe('hostile text', function () {
	// What waited for something else the first time is linear the second; what is not linear never is.
	this.retries(2);

	async function read(fileName: string, piece: string, size: number): Promise<number> {
		const bytes = new TextEncoder().encode(piece.repeat(Math.ceil(size / piece.length)));
		const start = process.cpuUsage();
		const content = await readDocument(bytes, fileName, defaultCaps);
		const used = process.cpuUsage(start);
		checkContent(content, decodeBytes(bytes).text);
		return (used.user + used.system) / 1000;
	}

	function check(fileName: string, pieces: readonly string[]): void {
		for (const piece of pieces) {
			it(`${fileName}: ${JSON.stringify(piece)}, many times`, async () => {
				const small = await read(fileName, piece, length);
				const large = await read(fileName, piece, 8 * length);
				assert.ok(
					large < limitFor(1_000) && large < 12 * small + 2_000 * slowness,
					`took ${Math.round(small)} and ${Math.round(large)} ms`,
				);
			});
		}
	}

	check('a.csv', ['"', '""', 'a,"', '"a\n', 'a"b,', ',', '"a"b', '\n', ';\t|,', 'a,b\n', '"a""b",', '  "  ', 'a;"b\n']);
	check('a.tsv', ['\t', '"\t']);
	check('a.vtt', [
		'-->',
		'00:01.000 --> 00:02.000\n',
		'00:01.000 --> 00:02.000\n<v a>b\n',
		'<00:01.0>',
		'{\\a',
		'<v ',
		'00:01.000 --> 00:02.000\na\n\n',
	]);
	check('a.tex', [
		...[
			'{',
			'}',
			'\\',
			'\\a',
			'\\a{',
			'\\a[',
			'\\a[[',
			'\\cite{',
			'~\\cite{',
			'(\\ref',
			'[',
			'$',
			'$$',
			'%',
			'%\n',
			'&',
			'~',
			'-',
			'`',
			"'",
		],
		...[
			'\\section{',
			'\\footnote{',
			'\\footnote{a}',
			'\\def\\a{',
			'\\def\\a#1{#1#1\\a{#1}}\\a{x}',
			'\\newcommand{\\a}[2][b]{\\a\\a}\\a[x]{',
			'\\begin{document}\\author{a}\\maketitle',
			'\\title{',
			'\\author{\\and ',
			'\\maketitle',
			'\\title{a\\maketitle}\\maketitle',
			'\\item[\\item[',
			'\\item[',
		],
		...[
			'\\begin{a}',
			'\\begin{tabular}',
			'\\begin{verbatim}',
			'\\end{a}',
			'\\begin{tabular}{c}a&b\\\\',
			'\\begin{document}',
			'\\begin{frame}{',
			'\\frac{',
			'\\[',
			'\\(',
		],
		...[
			'\\newcommand{',
			'\\newcommand\\a{',
			'\\newcommand{\\a}{b}',
			'\\def\\a',
			'\\let',
			"\\'",
			"\\'{",
			'\\verb|',
			'\\verb{',
			'\\url{',
			'\\input{a}',
			'\\iffalse ',
			'\\caption{',
			'\n\n',
			'\\a [a\n\n',
		],
	]);
	const marks = [
		'[',
		']',
		'*',
		'*a ',
		' *a',
		'_',
		'__',
		'`',
		'``',
		'`a',
		' =a',
		'~',
		'+',
		'|',
		'|a|',
		'<',
		'<<',
		'{',
		'\\',
		'#',
		'"',
		'-',
		':',
		'::',
		'\n',
		'a\n\n',
		'\t',
	];
	check('a.org', [
		...marks,
		...[
			'[[',
			'[[a',
			'[[a][',
			'[fn:',
			'[fn::a',
			'[fn:1] a\n',
			'* a\n',
			'* COMMENT a\n',
			':a:\n',
			':PROPERTIES:\n',
			'#+BEGIN_SRC\n',
			'#+BEGIN_COMMENT\n',
			'#+END_SRC\n#+BEGIN_SRC\n',
		],
		...[
			'#+TITLE: a\n',
			'#+AUTHOR: a\n',
			'#+INCLUDE: a\n',
			'| a | b |\n',
			'- a\n',
			'- a :: b\n',
			'<<<',
			'@@a:',
			'{{{a',
			'\\alpha ',
			': a\n',
			'# a\n',
			'[cite:',
		],
	]);
	check('a.rst', [
		...marks,
		...[
			'a\n=\n',
			'====\n',
			'=\na\n=\n',
			'.. a\n',
			'.. a::\n',
			'.. note::\n\n a\n',
			'.. image::\n',
			'.. _a: b\n',
			'.. [1] a\n',
			'.. |a| replace:: b\n',
			'|a| ',
			'a_ ',
			':a:`',
			':a:`b <',
			'`a <',
			'`a <b',
		],
		...[
			'+-+\n',
			'+-+-+\n| a | b |\n',
			'|a\n',
			'== ==\n',
			'== ==\na b\n',
			':a: b\n',
			'a::\n\n b\n\n',
			'>>> a\n',
			'- a\n',
			'a\n b\n',
			'.. csv-table::\n\n  "a\n\n',
			'.. include:: a\n',
			'[1]_ ',
			' a\n  b\n',
		],
	]);
	check('a.adoc', [
		...marks,
		...[
			'= a\n',
			'== a\n\n',
			':a: b\n',
			'{a} ',
			'http://',
			'http://a[',
			'link:a[',
			'footnote:[',
			'footnote:[a] ',
			'footnote:[[',
			'<<a,',
			'((',
			'(((a',
			'image:a[',
			'image::a[]\n',
			'include::a[]\n',
			'pass:[',
		],
		...[
			'|===\n',
			'|===\n|a\n',
			'|===\n|a |b\n|===\n',
			'----\n',
			'----\na\n',
			'====\n',
			'////\n',
			'++++\n<b>\n++++\n',
			'a:: b\n',
			'a::\n',
			'* a\n',
			'a +\n',
			'[a]\n',
			'.a\n',
			' a\n\n',
			'a\n-\n',
			'---\n',
			'a -- ',
			'[#a',
			'&#1;',
		],
		`|===\n${'|a\n'.repeat(5_000)}|===\n`,
	]);
});
