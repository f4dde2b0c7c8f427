import assert from 'node:assert/strict';
import { defaultCaps } from '../../../src/library/caps.ts';
import type { DocumentContent } from '../../../src/library/document.ts';
import { readDocument } from '../../../src/library/readDocument.ts';
import { toSourceRange } from '../../../src/text/offsetMap.ts';
import { checkContent } from '../../support/contentChecks.ts';
import { bytesOf } from '../../support/reading.ts';

/** Reads RTF given as bytes, each a character below U+0100, with this head. */
async function read(body: string, head = '\\ansi\\ansicpg1252\\deff0'): Promise<DocumentContent> {
	const source = `{\\rtf1${head} ${body}}`;
	const content = await readDocument(bytesOf(source), 'a.rtf', defaultCaps);
	assert.equal(content.kind, 'rtf');
	checkContent(content, source);
	return content;
}

const fonts = (...charsets: readonly number[]) =>
	`{\\fonttbl${charsets.map((charset, font) => `{\\f${font}\\fnil\\fcharset${charset} Font ${font};}`).join('')}}`;

describe('rtf', () => {
	function check(name: string, body: string, expected: string, head?: string) {
		it(name, async () => assert.equal((await read(body, head)).text, expected));
	}

	describe('text', () => {
		check('paragraphs', 'One\\par two\\par\\par three', 'One\n\ntwo\n\nthree');
		check('line ends of the file', 'Mok\r\npo is\r\n a town', 'Mokpo is a town');
		check('a backslash at a line end', 'a\\\nb', 'a\n\nb');
		check('lines and tabs', 'a\\line b\\tab c', 'a\nb c');
		check('escaped signs', 'a \\{b\\} \\\\c', 'a {b} \\c');
		check('groups', '{\\b Mok}{\\i po}', 'Mokpo');
		check('named signs', '\\ldblquote a\\rdblquote  \\lquote b\\rquote\\emdash c\\endash d\\bullet', '“a” ‘b’—c–d•');
		check('hard spaces and hyphens', 'a\\~b\\_c\\-d', 'a b\u2011cd');
		check('words without their space', '\\b1\\i0\\fs24 a', 'a');
		check('hidden and deleted text', 'a{\\v hidden}{\\deleted old}b\\v x\\v0 c', 'abc');
		check('comments follow their paragraph', 'a{\\*\\atnid x}{\\*\\annotation remark}b\\par c', 'ab\n\nremark\n\nc');
		check('headers and footers that say something', '{\\header Harbour Board}{\\footerf Page \\chpgn}a', 'a\n\nHarbour Board');
		check('headers that say what the text says', '{\\header TIDES}Tides', 'Tides');
		check('unknown optional groups', 'a{\\*\\unknown x{\\b y}}b', 'ab');
		check('unknown words', 'a{\\unknown x}b', 'axb');
		check('fields give their result', 'a {\\field{\\*\\fldinst HYPERLINK "http://x.example"}{\\fldrslt link}} b', 'a link b');
		check('pictures', 'a{\\pict\\pngblip 89504e47}b', 'ab');
		check('binary data', 'a{\\pict\\bin5 }}{{{}b', 'ab');
		check('binary data without an end', 'a\\bin99999999999 b', 'a');
		check('list numbers', '{\\listtext\\f0 1.\\tab}One\\par{\\pntext 2.\\tab}two', '1. One\n\n2. two');
		check(
			'marks before the properties of the item',
			'{\\listtext\\pard 1.\\tab}\\pard\\ls1 a\\par{\\listtext\\pard 2.\\tab}\\pard\\ls1 b',
			'1. a\n2. b',
		);
		check('marks without an item', '{\\listtext 1.\\tab}\\par two', '1. two');
		check('formulas', 'a {\\mmath{\\*\\moMath{\\mr E=mc}{\\msSupPr{\\mctrlPr x}}}}', 'a E=mc');
		check('items of a list are lines', '\\pard x\\par\\pard\\ls1 a\\par b\\par\\pard y', 'x\n\na\nb\n\ny');
		check(
			'text boxes follow their paragraph',
			'be{\\shp{\\*\\shpinst{\\sp{\\sn name}{\\sv value}}{\\shptxt box\\par two}}{\\shprslt old}}fore\\par after',
			'before\n\nbox\n\ntwo\n\nafter',
		);
		check('objects give their result', 'a{\\object{\\*\\objdata 0105}{\\result shown}}b', 'ashownb');
		check('two forms of the same', 'a{\\upr{ansi}{\\*\\ud{unicode}}}b', 'aunicodeb');
		check('tables', '\\trowd\\intbl a\\cell b\\cell\\row\\trowd\\intbl c\\cell\\cell\\row\\pard x', 'a\tb\nc\n\nx');
		check('what stands behind the document', 'a}{\\rtf1 b', 'a');
		check('braces that do not close', 'a{b{c', 'abc');
		check('braces that never opened', 'a', 'a');
	});

	describe('characters', () => {
		check('in windows-1252', "caf\\'e9 \\'93x\\'94", 'café “x”');
		check('raw bytes', 'caf\xE9', 'café');
		check('in windows-1251', "\\'cf\\'f0\\'e8\\'e2\\'e5\\'f2", 'Привет', '\\ansi\\ansicpg1251');
		check('in the code page of a font', `${fonts(0, 204)}\\f1 \\'cf\\'f0\\f0 \\'e9`, 'Прé');
		check('in Korean', `${fonts(129)}\\f0 \\'c7\\'d1\\'b1\\'db abc`, '한글 abc');
		check('in Japanese, with letters as second bytes', `${fonts(128)}\\f0 \\'83A\\'83C\\'83E`, 'アイウ');
		check('in Chinese of both kinds', `${fonts(134, 136)}\\f0 \\'ba\\'ba\\f1 \\'ba\\'7e`, '汉漢');
		check('of a font that was never listed', "\\f99 \\'e9", 'é');
		check('a wrong number', "\\'zz\\'e", "zz'e".replace("'", ''));
		check('in Unicode', '\\u8217?\\u-10179?\\u-8704?', '’\u{1F600}');
		check('in Unicode with two that stand for it', '\\uc2 a\\u54620ab{\\uc0\\u44544}c', 'a한글c');
		check('in Unicode with bytes that stand for it', "\\u233\\'e9b", 'éb');
		check('in Unicode before the end of a group', '{\\u233}bc', 'ébc');
		check('half a character', '\\u-10179?a', 'a');
		check('the other half', '\\u-8704?a', '\uFFFDa');
		check('of the font Symbol', "{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset2 Symbol;}}a {\\f1 a\\'a3}", 'a α≤');
		check('of the Macintosh', "caf\\'8e", 'café', '\\mac');
		check('in UTF-8', "\\'c3\\'a9", 'é', '\\ansi\\ansicpg65001');
	});

	it('headings', async () => {
		const styles =
			'{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0 heading 1;}{\\s2\\sbasedon1 Own;}{\\s3\\outlinelevel2 Third;}{\\*\\cs4 heading 2;}}';
		const content = await read(
			`${styles}\\pard\\s1 A\\par\\pard\\s2 B\\par\\pard\\s3 C\\par\\pard\\outlinelevel3 D\\line d\\par\\pard\\s4 e\\par\\pard\\s0 f`,
		);
		assert.deepEqual(
			content.headings.map(({ level, text }) => `${level} ${text}`),
			['1 A', '1 B', '3 C', '4 D d'],
		);
		assert.equal(content.text, 'A\n\nB\n\nC\n\nD d\n\ne\n\nf');
	});

	it('notes', async () => {
		const content = await read('a{\\footnote\\pard foot\\par two} b{\\footnote\\ftnalt end}\\par c');
		assert.equal(content.text, 'a b\n\nfoot\n\ntwo\n\nc\n\nend');
		assert.deepEqual(
			content.notes.map(({ start, end }) => content.text.slice(start, end)),
			['foot\n\ntwo', 'end'],
		);
	});

	function checkPages(name: string, body: string, expected: readonly string[]) {
		it(name, async () => {
			const content = await read(body);
			assert.deepEqual(
				content.pages.map(({ label, start, end }) => `${label}: ${content.text.slice(start, end).trim()}`),
				expected,
			);
		});
	}
	checkPages('pages, with the number they claim', '{\\info{\\nofpages2}}a\\page b', ['1: a', '2: b']);
	checkPages('pages that nobody knows', '{\\info{\\nofpages9}}a\\page b', []);
	checkPages('sections', '{\\info{\\nofpages2}}\\sectd\\pgnlcrm a\\sect\\sectd\\pgnrestart\\pgnstarts5 b', ['i: a', '5: b']);

	it('metadata', async () => {
		const { title, author, date, language } = await read(
			"{\\info{\\title Tides of \\u54620?\\'e9}{\\author Ana Maria}{\\operator Other}{\\creatim\\yr2008\\mo3\\dy1\\hr10}{\\revtim\\yr2011}}Die Flut kommt zweimal am Tag, und sie geht so oft.",
			'\\ansi\\deflang1031',
		);
		assert.deepEqual({ title, author, date, language }, { title: 'Tides of 한é', author: 'Ana Maria', date: '2008-03-01', language: 'de' });
	});

	it('leads from each word to its place in the file', async () => {
		const body = "One {\\b two} caf\\'e9 three";
		const content = await read(body);
		for (const word of ['One', 'two', 'three']) {
			const start = content.text.indexOf(word);
			const source = toSourceRange(content.offsetMap, { start, end: start + word.length });
			assert.equal(`{\\rtf1\\ansi\\ansicpg1252\\deff0 ${body}}`.slice(source?.start, source?.end), word);
		}
	});

	it('groups that nest without end cost their formatting', async () => {
		const content = await read(`${'{'.repeat(200_000)}a${'}'.repeat(200_000)}b`);
		assert.deepEqual([content.text, content.problems.map(({ kind }) => kind)], ['ab', ['tooDeep']]);
	});
});
