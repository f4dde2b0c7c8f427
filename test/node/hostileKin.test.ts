import assert from 'node:assert/strict';
import { defaultCaps } from '../../src/library/caps.ts';
import { decodeBytes } from '../../src/library/charset.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { checkContent } from '../support/contentChecks.ts';

/** What the worst file may take, of the processor's time: a quarter of the limit, as machines differ. */
const maxMs = defaultCaps.maxReadMs / 4;

/** So much of each trap, UTF-16 units; and eight times as much may take no more than twelve times as long. */
const length = 100_000;

/** Plain-text kin that somebody can make so that a reader hangs or loses its way: every mark, repeated without its end. */
describe('hostile text', function () {
	this.timeout(60_000);

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
				assert.ok(large < maxMs && large < 12 * small + 500, `took ${Math.round(small)} and ${Math.round(large)} ms`);
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
});
