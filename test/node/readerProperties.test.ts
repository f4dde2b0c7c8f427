import { defaultCaps } from '../../src/library/caps.ts';
import { decodeBytes } from '../../src/library/charset.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { checkContent } from '../support/contentChecks.ts';
import { fc } from '../support/properties.ts';
import { readBytes, readText } from '../support/reading.ts';

const names = ['a.txt', 'a.md', 'a.html', 'a.csv', 'a', 'a.tex', 'a.srt', 'a.vtt', 'a.org', 'a.rst', 'a.adoc', 'a.tsv'];

describe('every content holds its promises for', function () {
	const pieces = fc.constantFrom(
		...[
			'<p>',
			'</p>',
			'<div class="share">',
			'</div>',
			'<b>',
			'</b>',
			'<h2>',
			'</h2>',
			'<br>',
			'<li>',
			'<pre>',
			'</pre>',
			'<table><tr><td>',
			'<a href="#x">',
			'</a>',
		],
		...['&amp;', '&nbsp;', '&#x1F600;', '&shy;', '&', '<', '>', '<!--', '-->', '<script>', '</script>', '<title>', '</title>', '"', "'"],
		...[
			'# ',
			'## ',
			'- ',
			'1. ',
			'> ',
			'```\n',
			'`',
			'``',
			'*',
			'**',
			'_',
			'[',
			'](',
			')',
			'![',
			'|',
			'|-|\n',
			'\\',
			'---\n',
			'===\n',
			'    ',
			'\t',
			'[^1]: ',
			'<http://x>',
			'~~',
		],
		...[
			'\\emph{',
			'}',
			'\\section{',
			'\\footnote{',
			'\\begin{tabular}{c}',
			'\\end{tabular}',
			'\\\\',
			'$',
			'~',
			'--',
			"\\'e",
			'\\cite{',
			'\\item ',
			'%',
			'\\begin{document}',
			'\\title{',
		],
		...[
			'* ',
			'#+TITLE: ',
			'[fn:1] ',
			'[fn:: ',
			'[[a][',
			']]',
			' =',
			'= ',
			' /',
			'/ ',
			'- a :: ',
			'#+BEGIN_SRC\n',
			'#+END_SRC\n',
			':PROPERTIES:\n',
			':END:\n',
		],
		...['.. note:: ', '.. [1] ', '.. _a: ', ':Author: ', '::\n\n', ' ``', '`` ', '|a|', ':ref:`', '`_', '+--+\n', '== ==\n', '   '],
		...[
			'== ',
			':lang: ',
			'footnote:[',
			'|===\n',
			'----\n',
			'.Title\n',
			'http://a[',
			'<<',
			'>>',
			'{a}',
			':: ',
			' +\n',
			'++++\n',
			'""',
			',',
			';',
		],
		...[
			'word',
			'some- one',
			'peo -\nple',
			'Kim Yeo-ni',
			'39page\n',
			'“Words, they say, and six more of them.” Kim Lee, author',
			'By Ann Roe',
			'March 1, 2008',
			'title: x\n',
			'00:01.000 --> 00:02.000\n',
		],
		...[
			'\n',
			'\r\n',
			'\r',
			'\n\n',
			' ',
			'  \n',
			'\u00A0',
			'\u00AD',
			'\u2028',
			'\f',
			'\uFEFF',
			'성매매',
			'漢字',
			'e\u0301',
			'\u{1F468}\u200D\u{1F469}',
			'ﬁ',
			'\u202E',
		],
	);
	const sources = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

	it('any mixture of marks and words, under any name', async () => {
		await fc.assert(
			fc.asyncProperty(sources, fc.constantFrom(...names), async (source, name) => {
				await readText(source, name);
			}),
			{ numRuns: 600 },
		);
	});

	it('such mixtures within a page and behind front matter', async () => {
		await fc.assert(
			fc.asyncProperty(sources, sources, async (first, second) => {
				await readText(`<html><head><title>T</title></head><body><p>${first}</p><div>${second}</body>`, 'a.html');
				await readText(`---\n${first.slice(0, 20)}\n---\n${second}`, 'a.md');
			}),
			{ numRuns: 150 },
		);
	});

	it('any bytes, under any name', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...names), async (bytes, name) => {
				await readBytes(bytes, name);
			}),
			{ numRuns: 150 },
		);
	});

	it('any string, cut anywhere', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.string({ unit: 'binary', maxLength: 200 }),
				fc.constantFrom(...names),
				fc.integer({ min: 1, max: 100 }),
				async (source, name, maxTextLength) => {
					const bytes = new TextEncoder().encode(source);
					checkContent(await readDocument(bytes, name, { ...defaultCaps, maxTextLength }), decodeBytes(bytes).text);
				},
			),
			{ numRuns: 150 },
		);
	});
});
