import assert from 'node:assert/strict';
import { defaultCaps } from '../../src/library/caps.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { howMany } from '../support/howMany.ts';
import { checkWhole, makeMutantRandom, mutate } from '../support/mutants.ts';
import { column, makePdf } from '../support/pdfFiles.ts';
import { inTime } from '../support/timeLimits.ts';

const mutants = howMany(500, 2_000);

const original = makePdf(
	[
		[
			...column(50, 60, ['The harbour was quiet that morning and', 'nobody came to see the boats remem-', 'bered by all.']),
			{ x: 300, y: 780, text: '1' },
		],
		[
			{ x: 50, y: 60, text: '<93FA967B>', font: 'F3' },
			...column(300, 60, ['A second column', 'of three', 'lines']),
			{ x: 300, y: 780, text: '2' },
		],
	],
	{
		info: '/Title (On Tides) /CreationDate (D:20080301101500Z)',
		catalog:
			'/Outlines 110 0 R /PageLabels << /Nums [0 << /S /r >> 1 << /S /D >>] >> /Names << /EmbeddedFiles << /Names [(a.txt) 113 0 R] >> >>',
		fonts: '/F3 100 0 R',
		page: '/Annots [112 0 R]',
		objects: [
			'<< /Type /Font /Subtype /Type0 /BaseFont /MS-Gothic /Encoding /90ms-RKSJ-H /DescendantFonts [101 0 R] /ToUnicode 103 0 R >>',
			'<< /Type /Font /Subtype /CIDFontType0 /BaseFont /MS-Gothic /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000 /FontDescriptor 102 0 R >>',
			'<< /Type /FontDescriptor /FontName /MS-Gothic /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
			'<< /Length 104 >>\nstream\n1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange        \nendstream',
			...Array.from({ length: 6 }, () => 'null'),
			'<< /First 111 0 R /Last 111 0 R /Count 1 >>',
			'<< /Title (The harbour) /Parent 110 0 R /Dest [1000 0 R /Fit] >>',
			'<< /Type /Annot /Subtype /Text /Rect [0 0 10 10] /Contents (A comment) >>',
			'<< /Type /Filespec /F (a.txt) /EF << /F 114 0 R >> >>',
			'<< /Type /EmbeddedFile /Length 5 >>\nstream\nwords\nendstream',
		],
	},
);

/** What breaks PDFs in the wild, and what would break a careless reader. */
const splinters = [
	...[
		'<<',
		'>>',
		'[',
		']',
		'(',
		')',
		'1 0 R',
		'2 0 R',
		'1000 0 R',
		'-1',
		'99999999999',
		'1e30',
		'null',
		'endobj',
		'obj',
		'stream',
		'endstream',
	],
	...['/Kids', '/Count 99999999', '/Parent 2 0 R', '/Type /Pages', '/Filter /FlateDecode', '/Length 9', '/Encrypt 3 0 R', '/Next 111 0 R'],
	...['BT', 'ET', 'Tj', 'q ', 'Q ', '/F1 1e9 Tf', '0 0 0 0 0 0 Tm', '/F9 Do', 'beginbfchar', '/Identity-H', '/S /JavaScript'],
];

describe('mutants of PDF', () => {
	const rejections: unknown[] = [];
	const note = (reason: unknown) => rejections.push(reason);
	before(() => process.on('unhandledRejection', note));
	after(() => process.off('unhandledRejection', note));

	it(`${mutants.said} are read or refused`, async () => {
		const random = makeMutantRandom(7919);
		const { problems, text } = await readDocument(original, 'a.pdf', defaultCaps);
		assert.deepEqual(problems, [{ kind: 'attachment', detail: 'Attached and not read: a.txt' }]);
		assert.match(text, /remembered[^]*A comment/);
		let read = 0;
		for (let count = 0; count < mutants.count; count++) {
			const mutant = mutate(original, random, splinters);
			const content = await inTime(500, () => readDocument(mutant, 'a.pdf', defaultCaps), `mutant ${count}`);
			checkWhole(content, `mutant ${count}`);
			read += content.text === '' ? 0 : 1;
		}
		assert.ok(read > mutants.count / 10, `only ${read} of ${mutants.count} gave text`);
		assert.deepEqual(rejections, []);
	});

	it('a file cut off at each hundredth of its length is read or refused', async () => {
		for (let share = 0; share < 100; share++) {
			const content = await readDocument(original.slice(0, Math.floor((original.length * share) / 100)), 'a.pdf', defaultCaps);
			checkWhole(content, `${share} %`);
			assert.ok(content.text !== '' || content.problems.length > 0, `${share} %: nothing said`);
		}
		assert.deepEqual(rejections, []);
	});
});
