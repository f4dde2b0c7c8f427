import assert from 'node:assert/strict';
import { defaultCaps } from '../../src/library/caps.ts';
import type { DocumentContent } from '../../src/library/document.ts';
import { pageLabelAt } from '../../src/library/pages.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { bitmapColumn, bitmapFont, column, type MadeLine, type MadePdf, makePdf } from '../support/pdfFiles.ts';

/** Six lines of about the width of a column, in words that no other column has. */
const prose = (word: string): string[] => [
	`The ${word} rose slowly over the flat and quiet`,
	`land while the people of the ${word} went on with`,
	`their work, and nobody asked the ${word} about it`,
	`for a long time. In the end a ${word} was built of`,
	`stone, and the keepers of the ${word} moved into`,
	`their rooms. That was the whole ${word} of it.`,
];
const proseText = (word: string) => prose(word).join(' ');

describe('PDF', function () {
	function check(
		name: string,
		pages: readonly (readonly MadeLine[] | string)[],
		expected: Partial<{ [Key in keyof DocumentContent]: unknown }>,
		made: MadePdf = {},
	) {
		it(name, async () => {
			const content = await readDocument(makePdf(pages, made), 'a.pdf', defaultCaps);
			for (const [key, value] of Object.entries(expected)) {
				const found = content[key as keyof DocumentContent];
				const ranges = key === 'headings' || key === 'notes' || key === 'pages';
				const shown = ranges
					? content[key].map((range) => ('label' in range ? range.label : content.text.slice(range.start, range.end)))
					: found;
				assert.deepEqual(shown, value, key);
			}
		});
	}

	describe('text', () => {
		check('lines of one paragraph are one line', [column(50, 60, prose('tide'))], { text: proseText('tide'), kind: 'pdf', problems: [] });
		check('a wider gap parts paragraphs', [[...column(50, 60, prose('tide')), ...column(50, 140, prose('moon'))]], {
			text: `${proseText('tide')}\n\n${proseText('moon')}`,
		});
		check(
			'an indented line begins a paragraph',
			[
				[
					...column(50, 60, prose('tide')),
					{ x: 65, y: 132, text: 'The next day was colder than any other' },
					{ x: 50, y: 144, text: 'of that year.' },
				],
			],
			{ text: `${proseText('tide')}\n\nThe next day was colder than any other of that year.` },
		);
		check('columns are read one after the other', [[...column(50, 60, prose('tide')), ...column(320, 60, prose('moon'))]], {
			text: `${proseText('tide')}\n\n${proseText('moon')}`,
		});
		check(
			'a title over three columns comes first',
			[
				[
					{ x: 50, y: 50, text: 'A title that runs over the whole width of the page', size: 22 },
					...['tide', 'moon', 'wind'].flatMap((word, at) =>
						column(
							40 + at * 180,
							100,
							prose(word).map((line) => line.slice(0, 36)),
							{ size: 8 },
						),
					),
				],
			],
			{
				text: [
					'A title that runs over the whole width of the page',
					...['tide', 'moon', 'wind'].map((word) =>
						prose(word)
							.map((line) => line.slice(0, 36).trim())
							.join(' '),
					),
				].join('\n\n'),
				headings: ['A title that runs over the whole width of the page'],
				title: 'A title that runs over the whole width of the page',
			},
		);
		check(
			'a running head beyond the columns does not make them a table',
			[
				[
					...column(50, 60, [...prose('tide'), ...prose('wind'), ...prose('rain')]),
					...column(310, 60, [...prose('moon'), ...prose('sand'), ...prose('rock')]),
					{ x: 540, y: 40, text: 'RAIDS 13', size: 10 },
				],
			],
			{
				text: [...['tide', 'wind', 'rain'], 'RAIDS 13', ...['moon', 'sand', 'rock']]
					.map((word) => (word.startsWith('R') ? word : proseText(word)))
					.join('\n\n'),
			},
		);
		check(
			'a table is read row by row',
			[
				['Port', 'Bristol', 'York'].flatMap((port, row) => [
					{ x: 50, y: 60 + row * 14, text: port },
					{ x: 200, y: 60 + row * 14, text: ['Tide', '12', '9'][row] ?? '' },
					{ x: 300, y: 60 + row * 14, text: ['Moon', '4', '7'][row] ?? '' },
				]),
			],
			{ text: 'Port\tTide\tMoon\nBristol\t12\t4\nYork\t9\t7' },
		);
		check(
			'text turned by a quarter is read',
			[[...column(50, 60, prose('tide')), { x: 20, y: 400, text: 'A stamp along the edge', turn: 270 }]],
			{
				text: `${proseText('tide')}\n\nA stamp along the edge`,
			},
		);
		check(
			'a page set sideways is read',
			[column(50, 60, prose('tide')).map((line) => ({ ...line, x: 600 - line.y, y: line.x, turn: 90 }))],
			{
				text: proseText('tide'),
			},
		);
		check(
			'a capital over three lines begins its word',
			[
				[
					{ x: 50, y: 84, text: 'T', size: 40 },
					...column(78, 60, ['he keepers of the light were always remem-', 'bered by the people of the harbour, and of']),
					...column(50, 84, []),
					{ x: 78, y: 84, text: 'all the other towns along the coast.' },
				],
			],
			{ text: 'The keepers of the light were always remembered by the people of the harbour, and of all the other towns along the coast.' },
		);
		check(
			'a capital that is a word by itself stays one',
			[
				[
					{ x: 50, y: 72, text: 'A', size: 30 },
					...column(74, 60, ['city was built in the north, and many of', 'the people who lived there moved into it.']),
				],
			],
			{ text: 'A city was built in the north, and many of the people who lived there moved into it.' },
		);
		check(
			'raised numbers belong to their word',
			[
				[
					{ x: 50, y: 60, text: 'E = mc' },
					{ x: 82, y: 56, text: '2', size: 6 },
					{ x: 86, y: 60, text: ' is short.' },
				],
			],
			{ text: 'E = mc2 is short.' },
		);
		check(
			'the raised number of a note is no part of its word',
			[
				[
					{ x: 50, y: 60, text: 'The harbour' },
					{ x: 102, y: 56, text: '12', size: 6 },
					{ x: 110, y: 60, text: 'was closed.' },
				],
			],
			{ text: 'The harbour 12 was closed.' },
		);
		check(
			'words broken at a line end are whole, and hyphens that are meant stay',
			[
				column(50, 60, [
					'The keepers of the light were always remem-',
					'bered by the people, a hard and cost-',
					'effective way of life that Smith-',
					'Jones had praised, and other pre-',
					'and post-war writers as well as he.',
				]),
			],
			{
				text: 'The keepers of the light were always remembered by the people, a hard and cost-effective way of life that Smith-Jones had praised, and other pre- and post-war writers as well as he.',
			},
		);
		check(
			'a sentence over a page break is one paragraph',
			[column(50, 60, prose('tide').slice(0, 3)), column(50, 60, prose('tide').slice(3))],
			{
				text: proseText('tide'),
				pages: ['1', '2'],
			},
		);
		check(
			'Japanese whose font is not embedded',
			[[{ x: 50, y: 60, text: '<93FA967B8CEA82CC82B182C682CE>', font: 'F3' }]],
			{ text: '日本語のことば', language: 'ja' },
			{
				fonts: '/F3 100 0 R',
				objects: [
					'<< /Type /Font /Subtype /Type0 /BaseFont /MS-Gothic /Encoding /90ms-RKSJ-H /DescendantFonts [101 0 R] >>',
					'<< /Type /Font /Subtype /CIDFontType0 /BaseFont /MS-Gothic /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000 /FontDescriptor 102 0 R >>',
					'<< /Type /FontDescriptor /FontName /MS-Gothic /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
				],
			},
		);
	});

	describe("drawn letters, as TeX's bitmaps are", () => {
		const made = { fonts: '/F3 100 0 R /F4 102 0 R', objects: [...bitmapFont(100, 10 / 0.24), ...bitmapFont(102, 20 / 0.24)] };
		check(
			'words, paragraphs and a heading in their size',
			[
				[
					...bitmapColumn(50, 40, ['The tides and the harbours'], 20, 'F4'),
					...bitmapColumn(50, 80, prose('tide'), 10, 'F3'),
					...bitmapColumn(50, 180, prose('moon'), 10, 'F3'),
				],
			],
			{
				text: `The tides and the harbours\n\n${proseText('tide')}\n\n${proseText('moon')}`,
				headings: ['The tides and the harbours'],
				title: 'The tides and the harbours',
			},
			made,
		);
		check(
			'ligatures at codes that are white space elsewhere, and dashes at those of signs',
			[bitmapColumn(50, 60, ['the sta\x0b of the \x0crst o\x0ece had \x0dags on days 3{7'], 10, 'F3')],
			{ text: 'the staff of the first office had flags on days 3–7' },
			made,
		);
	});

	describe('accents over letters', () => {
		check(
			'ligatures, quotes and letters at the codes of Cork',
			[bitmapColumn(50, 60, ['the \x1crst o\x1ece was \x12gro\xff\x10 on days 3\x157'], 10, 'F3')],
			{ text: 'the first office was „groß“ on days 3–7' },
			{ fonts: '/F3 100 0 R', objects: bitmapFont(100, 10 / 0.24) },
		);
		const printed = (code: string) => `BT /F1 10 Tf 50 700 Td ${code} ET`;
		check('a mark printed over the next letter is its accent', [printed('[(f\\250) 333 (ur M\\264) 333 (etro)] TJ')], {
			text: 'für Métro',
		});
		check('one under the letter before it', [printed('[(Franc) 450 (\\270) 0 (ois)] TJ')], { text: 'François' });
		check('a mark beside a letter stands for itself', [printed('(l\\264eau, sign \\250o)Tj')], { text: 'l´eau, sign ¨o' });
		check('over a letter of another font', [`${printed('[(y = \\210)] TJ')} BT /F2 10 Tf 66 700 Td (a) Tj ET`], { text: 'y = ˆa' });
	});

	describe('Japanese from top to bottom', () => {
		check(
			'columns of characters from the right',
			[
				[
					{ x: 500, y: 60, text: '<93FA967B8CEA82CC82B182C682CE>', font: 'F3' },
					{ x: 485, y: 60, text: '<82CD93FA967B82CC82B182C682CE>', font: 'F3' },
				],
			],
			{ text: '日本語のことばは日本のことば' },
			{
				fonts: '/F3 100 0 R',
				objects: [
					'<< /Type /Font /Subtype /Type0 /BaseFont /MS-Gothic /Encoding /90ms-RKSJ-V /DescendantFonts [101 0 R] >>',
					'<< /Type /Font /Subtype /CIDFontType0 /BaseFont /MS-Gothic /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000 /FontDescriptor 102 0 R >>',
					'<< /Type /FontDescriptor /FontName /MS-Gothic /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
				],
			},
		);
	});

	describe('headings', () => {
		const sections = [
			[
				{ x: 50, y: 40, text: 'Harbours and Their Keepers', size: 20 },
				{ x: 50, y: 80, text: 'The first years', font: 'F2' },
				...column(50, 100, prose('tide')),
				{ x: 50, y: 200, text: 'The later years', font: 'F2' },
				...column(50, 220, prose('moon')),
			],
		];
		check('large and bold lines', sections, { headings: ['Harbours and Their Keepers', 'The first years', 'The later years'] });
		check(
			'what the outline names',
			[[{ x: 50, y: 40, text: 'Of ropes' }, ...column(50, 70, prose('tide'))]],
			{ headings: ['Of ropes'] },
			{ catalog: '/Outlines 100 0 R', objects: ['<< /First 101 0 R /Last 101 0 R >>', '<< /Title (Of ropes) /Parent 100 0 R >>'] },
		);
	});

	describe('what is no heading', () => {
		const title = { x: 50, y: 50, text: 'Harbours and Their Keepers', size: 20 };
		const watermark = { x: 200, y: 500, text: 'SPECIMEN', size: 80, turn: 315 };
		check(
			'a watermark over the text, and on a page that is empty else',
			[[watermark, title, ...column(50, 100, prose('tide'))], [watermark]],
			{
				title: 'Harbours and Their Keepers',
				headings: ['Harbours and Their Keepers'],
			},
		);
		check('a date in large type', [[title, { x: 50, y: 80, text: 'May 20, 2015', size: 15 }, ...column(50, 120, prose('tide'))]], {
			headings: ['Harbours and Their Keepers'],
		});
	});
	check(
		'pieces of tall brackets are those of Unicode',
		[[{ x: 50, y: 60, text: 'abc', font: 'F3' }]],
		{ text: '⎡⎦⎬' },
		{
			fonts:
				'/F3 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [97 /bracketlefttp /bracketrightbt /bracerightmid] >> >>',
		},
	);
	describe('the date', () => {
		const made = { info: '/CreationDate (D:20190301101500Z)' };
		const opened = (...lines: readonly string[]) => [
			[
				{ x: 50, y: 50, text: 'Harbours and Their Keepers', size: 20 },
				...lines.map((text, at) => ({ x: 50, y: 85 + 20 * at, text })),
				...column(50, 160, prose('tide')),
			],
		];
		check('the printed one before that of the file', opened('Ana Ruiz', '4 May 1998'), { date: '1998-05-04' }, made);
		check('that of a dateline', opened('ORRIN, 4 June 2014 - The council met.'), { date: '2014-06-04' }, made);
		check('not one to come', opened('4 May 2031'), { date: '2019-03-01' }, made);
		check('that of the file', opened('Ana Ruiz'), { date: '2019-03-01' }, made);
		check('none where all years are long past', opened('Work of 1991, 1994 and 1996, revised'), { date: null }, made);
		check('that of the file where one year is near', opened('Work of 1991, 1994 and 2017, revised'), { date: '2019-03-01' }, made);
	});
	it('a title may begin with a small letter', async () => {
		const page = [
			{ x: 50, y: 50, text: 'harbourkit in short', size: 17 },
			{ x: 50, y: 80, text: 'Ana Ruiz', size: 12 },
			...column(50, 120, prose('tide')),
		];
		const { title } = await readDocument(makePdf([page]), 'a.pdf', defaultCaps);
		assert.equal(title, 'harbourkit in short');
	});
	it('an author is named without address and trailing comma', async () => {
		const authorOf = async (author: string) =>
			(await readDocument(makePdf([column(50, 60, prose('tide'))], { info: `/Author (${author})` }), 'a.pdf', defaultCaps)).author;
		assert.equal(await authorOf('Ana Ruiz, <ana@example.org>'), 'Ana Ruiz');
		assert.equal(await authorOf('Ana Ruiz,'), 'Ana Ruiz');
		assert.equal(await authorOf('Ana Ruiz <a@example.org>, Bo Li <b@example.org>'), 'Ana Ruiz, Bo Li');
	});

	describe('what people wrote on a page', () => {
		check(
			'comments and filled-in fields; hidden ones and links say nothing',
			[column(50, 60, prose('tide'))],
			{ text: `${proseText('tide')}\n\nA comment\n\nAna Lee` },
			{
				page: '/Annots [100 0 R 101 0 R 102 0 R 103 0 R]',
				catalog: '/AcroForm << /Fields [101 0 R] >>',
				objects: [
					'<< /Type /Annot /Subtype /Text /Rect [0 0 10 10] /Contents (A comment) >>',
					'<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Ana Lee) /Rect [0 0 100 10] >>',
					'<< /Type /Annot /Subtype /Text /F 2 /Rect [0 0 10 10] /Contents (Nobody sees this) >>',
					'<< /Type /Annot /Subtype /Link /Rect [0 0 10 10] /Contents (A link) /A << /S /URI /URI (http://127.0.0.1:9/) >> >>',
				],
			},
		);
	});

	describe('pages', () => {
		const book = ['12', '13', '14', '15'].map((number, at) => [
			{ x: at % 2 === 0 ? 50 : 500, y: 30, text: at % 2 === 0 ? `${number}   HARBOUR LIGHTS` : `The Keepers   ${number}`, size: 8 },
			...column(50, 80, prose(['tide', 'moon', 'wind', 'rain'][at] ?? '')),
			{ x: 300, y: 780, text: '– draft –', size: 8 },
		]);
		check('running heads and feet are no text, and their numbers are labels', book, {
			text: ['tide', 'moon', 'wind', 'rain'].map(proseText).join('\n\n'),
			pages: ['12', '13', '14', '15'],
		});
		const balances = ['2,310.77', '1,190.03', '4,025.10'];
		check(
			'a line that differs from page to page in its amount is text',
			balances.map((amount, at) => [
				{ x: 50, y: 30, text: 'Harbour Savings Bank', size: 10 },
				...column(50, 80, prose(['tide', 'moon', 'wind'][at] ?? '')),
				{ x: 50, y: 780, text: `Balance carried forward ${amount}`, size: 10 },
			]),
			{ text: ['tide', 'moon', 'wind'].map((word, at) => `${proseText(word)}\n\nBalance carried forward ${balances[at]}`).join('\n\n') },
		);
		check(
			'the labels of the file come first',
			book.slice(0, 2),
			{ pages: ['iii', '1'] },
			{
				catalog: '/PageLabels << /Nums [0 << /S /r /St 3 >> 1 << /S /D >>] >>',
			},
		);
		check('a number that is its page’s label is none of the text', [[...column(50, 80, prose('tide')), { x: 300, y: 780, text: '1' }]], {
			text: `${proseText('tide')}\n\n1`,
		});
		check('a page without text is named', [column(50, 80, prose('tide')), '0 0 1 rg 0 0 100 100 re f', '0 0 1 rg 0 0 100 100 re f'], {
			problems: [{ kind: 'partMissing', detail: 'No text (scanned?) on pages 2–3; it must be recognised first' }],
			pages: ['1', '2', '3'],
		});
		it('a page without text stands where the next one begins', async () => {
			const picture = '0 0 1 rg 0 0 100 100 re f';
			const bytes = makePdf([picture, column(50, 80, prose('tide')), picture, column(50, 80, prose('moon')), picture]);
			const { pages, text } = await readDocument(bytes, 'a.pdf', defaultCaps);
			const second = text.indexOf(proseText('moon'));
			assert.deepEqual(
				pages.map(({ start, end }) => [start, end]),
				[
					[0, 0],
					[0, second],
					[second, second],
					[second, text.length],
					[text.length, text.length],
				],
			);
			assert.deepEqual(
				[0, second - 1, second, text.length - 1].map((offset) => pageLabelAt(pages, offset)),
				['2', '2', '4', '4'],
			);
		});
		check('no page with text', ['0 0 1 rg 0 0 100 100 re f'], {
			text: '',
			pages: ['1'],
			problems: [
				{ kind: 'partMissing', detail: 'No text (scanned?) on any page; its text must be recognised first' },
				{ kind: 'empty', detail: 'The file holds no words' },
			],
		});
	});

	describe('notes', () => {
		check(
			'small lines with a mark at the foot',
			[
				[...column(50, 60, prose('tide')), ...column(50, 600, ['1 See the records of the harbour.', '2 Ibid.'], { size: 7 })],
				column(50, 60, prose('moon')),
			],
			{
				text: `${proseText('tide')}\n\n1 See the records of the harbour.\n\n2 Ibid.\n\n${proseText('moon')}`,
				notes: ['1 See the records of the harbour.', '2 Ibid.'],
			},
		);
	});

	describe('metadata', () => {
		const page = [column(50, 60, prose('tide'))];
		check(
			'of the file',
			page,
			{ title: 'On Tides', author: 'Ana Lee', date: '2008-03-01' },
			{
				info: '/Title (On Tides) /Author (Ana Lee) /CreationDate (D:20080301101500Z)',
			},
		);
		for (const junk of [
			'Microsoft Word - tides_final.doc',
			'untitled',
			'tides_v3.indd',
			'report2008_final',
			'PowerPoint Presentation',
			'a',
		]) {
			check(`${junk} is no title`, page, { title: null }, { info: `/Title (${junk})` });
		}
	});

	it('keeps a locked file and a broken one apart', async () => {
		const broken = new TextEncoder().encode('%PDF-1.7\nnothing of it is left\n%%EOF');
		const { problems } = await readDocument(broken, 'a.pdf', defaultCaps);
		assert.deepEqual(
			problems.map(({ kind }) => kind),
			['damaged'],
		);
	});
});
