import assert from 'node:assert/strict';
import type { DocumentContent } from '../../../src/library/document.ts';
import { toSourceRange } from '../../../src/text/offsetMap.ts';
import { type MadeDocx, makeDocx, readArchive, readMadeDocx } from '../../support/officeFiles.ts';
import { makeZip } from '../../support/zipFiles.ts';

/** A paragraph of one run. */
const p = (text: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${r(text)}</w:p>`;
const r = (text: string, properties = '') =>
	`<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.join('')}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const style = (id: string, name: string, more = '') =>
	`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const item = (text: string) => p(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
const note = (kind: string, id: number, content: string, more = '') => `<w:${kind} w:id="${id}"${more}>${content}</w:${kind}>`;
const prose =
	'The difference is four metres, which is why the boats lie in the mud, waiting for the water, for half of the day and of the night.';

describe('docx', () => {
	function check(name: string, body: string, expected: string, made: MadeDocx = {}) {
		it(name, async () => assert.equal((await readMadeDocx(makeDocx(body, made))).text, expected));
	}

	describe('text', () => {
		check('paragraphs', p('One') + p('two'), 'One\n\ntwo');
		check('empty paragraphs', p('One') + '<w:p/><w:p><w:pPr/></w:p>' + p('two'), 'One\n\ntwo');
		check('runs of one word', `<w:p>${r('Mok')}${r('po', '<w:b/>')}</w:p>`, 'Mokpo');
		check('spaces', `<w:p>${r('a  ')}${r(' b')}</w:p>`, 'a b');
		check(
			'tabs and line breaks',
			`<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r></w:p>`,
			'a b\nc\nd',
		);
		check('the places of tabs are none', p('a', '<w:tabs><w:tab w:val="left" w:pos="7"/></w:tabs>'), 'a');
		check('hyphens', `<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r></w:p>`, 'a\u2011bc');
		check('entities', p('a &amp; b &lt;c&gt; &#xE9;'), 'a & b <c> é');
		check('links', `<w:p>${r('a ')}<w:hyperlink r:id="x">${r('link')}</w:hyperlink></w:p>`, 'a link');
		check('content controls', `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p('a')}</w:sdtContent></w:sdt>`, 'a');
		check(
			'fields give their result',
			`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE \\@ yyyy</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${r('2008')}</w:p>`,
			'2008',
		);
		check('tracked insertions are kept', `<w:p>${r('a ')}<w:ins w:id="1">${r('new ')}</w:ins>${r('b')}</w:p>`, 'a new b');
		check(
			'tracked deletions are not',
			`<w:p>${r('a ')}<w:del w:id="1"><w:r><w:delText>old </w:delText></w:r></w:del>${r('b')}</w:p>`,
			'a b',
		);
		check('moved text stands once', `<w:p><w:moveFrom>${r('x')}</w:moveFrom>${r('a')}<w:moveTo>${r('x')}</w:moveTo></w:p>`, 'ax');
		check('a deleted end of a paragraph', p('One', '<w:rPr><w:del w:id="1"/></w:rPr>') + p('two') + p('three'), 'One two\n\nthree');
		check('an inserted end of a paragraph', p('One', '<w:rPr><w:ins w:id="1"/></w:rPr>') + p('two'), 'One\n\ntwo');
		check('hidden text', `<w:p>${r('a ')}${r('hidden ', '<w:vanish/>')}${r('b', '<w:vanish w:val="0"/>')}</w:p>`, 'a b');
		check('formulas', '<w:p><m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath></w:p>', 'E=mc');
		check(
			'signs',
			'<w:p><w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="X" w:char="F0FE"/></w:r></w:p>',
			'α☑',
		);
		check(
			'text over characters',
			'<w:p><w:r><w:ruby><w:rt><w:r><w:t>とう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>',
			'東',
		);
		check(
			'text boxes stand once, behind their paragraph',
			`<w:p>${r('be')}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('box')}${p('two')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('box')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>${r('fore')}</w:p>${p('after')}`,
			'before\n\nbox\n\ntwo\n\nafter',
		);
		const picture = (description: string) =>
			`<w:p>${r('a ')}<w:r><w:drawing><wp:inline><wp:docPr descr="${description}"/></wp:inline></w:drawing></w:r>${r('b')}</w:p>`;
		check('descriptions of pictures follow their paragraph', picture('Boats in the mud') + p('c'), 'a b\n\nBoats in the mud\n\nc');
		check(
			'descriptions that nobody wrote',
			picture('A boat. Description automatically generated') + picture('https://x.example/a b c.png') + picture('Picture 1'),
			'a b\n\na b\n\na b',
		);
		check(
			'of two forms of a drawing the second, where the first is missing',
			`<w:p>${r('a')}<w:r><mc:AlternateContent><mc:Fallback><w:txbxContent>${p('box')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
			'a\n\nbox',
		);
		check('a large first letter', p('O', '<w:framePr w:dropCap="drop"/>') + p('nce upon a time'), 'Once upon a time');
		check('a frame that is none', p('One', '<w:framePr w:w="7"/>') + p('two'), 'One\n\ntwo');
		check(
			'comments follow their paragraph',
			`<w:p>${r('a')}<w:r><w:commentReference w:id="3"/></w:r>${r('b')}</w:p>` + p('c'),
			'ab\n\nWhy?\n\nc',
			{
				comments: note('comment', 3, p('Why?'), ' w:author="X"'),
			},
		);
		check(
			'formulas in one line',
			'<w:p><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f><m:r><m:t>=</m:t></m:r><m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>',
			'a/b=c^2',
		);
		check('the number of a page', `<w:p>${r('p. ')}<w:fldSimple w:instr=" PAGE ">${r('7')}</w:fldSimple>${r(' x')}</w:p>`, 'p. x');
		check('items of a list are lines', p('x') + item('a') + item('b') + p('y'), 'x\n\na\nb\n\ny');
		check('items of prose are paragraphs', item(prose) + item(prose), `${prose}\n\n${prose}`);
	});

	describe('marks of lists', () => {
		const level = (at: number, format: string, text: string, more = '') =>
			`<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
		const list = (id: number, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${more}</w:num>`;
		const levels = level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '(%2)') + level(2, 'upperRoman', '%1.%2.%3');
		const numbering = (ofLevels: string, ...lists: string[]) =>
			`<w:abstractNum w:abstractNumId="0">${ofLevels}</w:abstractNum>${lists.join('')}`;
		const at = (depth: number, text: string, id = 1) => p(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);
		const checkMarks = (name: string, body: string, part: string, expected: string, styles = '') =>
			check(name, body, expected, { numbering: part, styles });
		checkMarks(
			'levels count for themselves',
			at(0, 'a') + at(1, 'b') + at(1, 'c') + at(2, 'd') + at(0, 'e') + at(1, 'f'),
			numbering(levels, list(1)),
			'1. a\n(a) b\n(b) c\n1.b.I d\n2. e\n(a) f',
		);
		checkMarks('text between', at(0, 'a') + p('x') + at(0, 'b'), numbering(levels, list(1)), '1. a\n\nx\n\n2. b');
		checkMarks(
			'a list that starts anew does so once',
			at(0, 'a') + at(0, 'b', 2) + at(0, 'c', 2) + at(0, 'd', 3),
			numbering(levels, list(1), list(2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'), list(3)),
			'1. a\n5. b\n6. c\n7. d',
		);
		checkMarks(
			'signs',
			at(0, 'a') + at(1, 'b') + at(2, 'c'),
			numbering(
				level(0, 'bullet', '\uF0B7', '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>') +
					level(1, 'bullet', 'o', '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>') +
					level(2, 'bullet', '\uF0A7', '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'),
				list(1),
			),
			'• a\n◦ b\n▪ c',
		);
		checkMarks('none', at(0, 'a'), numbering(level(0, 'none', ''), list(1)), 'a');
		checkMarks(
			'figures only',
			at(0, 'a') + at(1, 'b'),
			numbering(level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%1.%2', '<w:isLgl/>'), list(1)),
			'I. a\n1.1 b',
		);
		checkMarks('a list that is not there', at(0, 'a', 9), numbering(levels, list(1)), 'a');
		checkMarks('no text, no mark', at(0, '') + at(0, 'b'), numbering(levels, list(1)), '2. b');
		checkMarks(
			'headings, by their style',
			p('A', '<w:pStyle w:val="H1"/>') +
				p('B', '<w:pStyle w:val="H2"/>') +
				p('C', '<w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
			numbering(level(0, 'decimal', '%1', '<w:pStyle w:val="H1"/>') + level(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/>'), list(1)),
			'1 A\n\n1.1 B\n\nC',
			style('H1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
				style('H2', 'heading 2', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
		);
		checkMarks(
			'a list style in between',
			at(0, 'a'),
			`<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>${level(0, 'ganada', '%1)')}</w:abstractNum>${list(1)}`,
			'가) a',
		);
	});

	describe('what hangs on the text', () => {
		const rel = (id: string, type: string, target: string) =>
			`<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
		const hanging = (
			name: string,
			body: string,
			related: string,
			parts: readonly (readonly [string, string | Uint8Array])[],
			expected: string,
		) => check(name, body, expected, { relationships: related, parts: new Map(parts) });
		hanging(
			'headers and footers that say something, once, behind the text',
			p('Tides'),
			rel('h1', 'header', 'h1.xml') + rel('h2', 'header', 'h2.xml') + rel('f', 'footer', 'f.xml'),
			[
				['word/h1.xml', `<w:hdr>${p('Harbour Board, paper 7')}${p('TIDES')}</w:hdr>`],
				['word/h2.xml', `<w:hdr>${p('Harbour Board, paper 7')}</w:hdr>`],
				['word/f.xml', `<w:ftr><w:p>${r('Page ')}<w:fldSimple w:instr="PAGE">${r('1')}</w:fldSimple>${r(' of 9')}</w:p></w:ftr>`],
			],
			'Tides\n\nHarbour Board, paper 7',
		);
		hanging(
			'the words of a diagram',
			`<w:p>${r('a')}<w:r><w:drawing><dgm:relIds r:dm="d"/></w:drawing></w:r></w:p>`,
			rel('d', 'diagramData', 'd.xml'),
			[
				[
					'word/d.xml',
					'<dgm:dataModel><a:p><a:r><a:t>High</a:t></a:r><a:r><a:t> water</a:t></a:r></a:p><a:p><a:t>Low water</a:t></a:p></dgm:dataModel>',
				],
			],
			'a\n\nHigh water\n\nLow water',
		);
		hanging(
			'the words of a chart',
			`<w:p>${r('a')}<w:r><w:drawing><c:chart r:id="c"/></w:drawing></w:r></w:p>`,
			rel('c', 'chart', 'c.xml'),
			[
				[
					'word/c.xml',
					'<c:chartSpace><c:title><a:p><a:t>Ships</a:t></a:p></c:title><c:strCache><c:pt><c:v>Mokpo</c:v></c:pt></c:strCache><c:numCache><c:pt><c:v>7</c:v></c:pt></c:numCache></c:chartSpace>',
				],
			],
			'a\n\nShips\n\nMokpo',
		);
		const object = `<w:p>${r('a')}<w:r><w:object><o:OLEObject r:id="e"/></w:object></w:r></w:p>` + p('c');
		const inner = makeDocx(p('b'));
		hanging('a document in a document', object, rel('e', 'package', 'e.docx'), [['word/e.docx', inner]], 'a\n\nb\n\nc');
		hanging('RTF in a document', '<w:altChunk r:id="e"/>', rel('e', 'aFChunk', 'e.rtf'), [['word/e.rtf', '{\\rtf1 a\\par b}']], 'a\n\nb');
		const field = (data: string) => `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r>`;
		check(
			'boxes to tick',
			`<w:p>${field('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')}${r(' yes ')}${field('<w:checkBox><w:default w:val="0"/></w:checkBox>')}${r(' no')}</w:p>`,
			'☒ yes ☐ no',
		);
		check(
			'choices',
			`<w:p>${r('Town: ')}${field('<w:ddList><w:result w:val="1"/><w:listEntry w:val="Busan"/><w:listEntry w:val="Mokpo"/></w:ddList>')}</w:p>`,
			'Town: Mokpo',
		);
		check(
			'words drawn as a picture',
			`<w:p>${r('a')}<w:r><w:pict><v:shape><v:textpath string="Tides"/></v:shape></w:pict></w:r></w:p>`,
			'a\n\nTides',
		);
		it('documents in documents in documents', async () => {
			let bytes = makeDocx(p('deepest'));
			for (let depth = 0; depth < 5; depth++) {
				bytes = makeDocx(object, { relationships: rel('e', 'package', 'e.docx'), parts: new Map([['word/e.docx', bytes]]) });
			}
			const { text, problems } = await readMadeDocx(bytes);
			assert.equal(text, 'a\n\na\n\na\n\nc\n\nc\n\nc');
			assert.deepEqual(problems, []);
		});
		it('files that are not read are named', async () => {
			const { problems } = await readMadeDocx(
				makeDocx(object + object, {
					relationships: rel('e', 'package', 'e.xlsx'),
					parts: new Map([['word/e.xlsx', makeZip([{ name: 'xl/workbook.xml', data: '<x/>' }])]]),
				}),
			);
			assert.deepEqual(
				problems.map(({ kind, detail }) => `${kind} ${detail}`),
				['attachment It has another file in it (.xlsx) that was not read; open the document to see it'],
			);
		});
	});

	describe('tables', () => {
		const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
		check(
			'rows are lines',
			p('x') + table(row(cell(p('a')), cell(p('b'))), row(cell(p('c')), cell(p('d')))) + p('y'),
			'x\n\na\tb\nc\td\n\ny',
		);
		check('empty cells', table(row(cell(p('')), cell(p('b'))), row(cell(p('c')), cell(p('')))), 'b\nc');
		check('short paragraphs of a cell are lines', table(row(cell(p('a'), p('b')), cell(p('c')))), 'a\nb\tc');
		check('prose in cells is paragraphs', table(row(cell(p(prose), p('b')), cell(p('c')))), `${prose}\n\nb\n\nc`);
		check('tables in tables', table(row(cell(table(row(cell(p('a')), cell(p('b')))), p('')), cell(p('c')))), 'a\tb\nc');
		check(
			'notes of a table follow it',
			table(row(cell(`<w:p>${r('a')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`), cell(p('b')))),
			'a\tb\n\nnote',
			{
				footnotes: note('footnote', 2, p('note')),
			},
		);
	});

	describe('headings', () => {
		function checkHeadings(name: string, body: string, styles: string | undefined, expected: readonly string[]) {
			it(name, async () => {
				const { headings } = await readMadeDocx(makeDocx(body, styles === undefined ? {} : { styles }));
				assert.deepEqual(
					headings.map(({ level, text }) => `${level} ${text}`),
					expected,
				);
			});
		}
		checkHeadings('by the style’s name', p('A', '<w:pStyle w:val="berschrift2"/>') + p('x'), style('berschrift2', 'heading 2'), ['2 A']);
		checkHeadings('by its outline level', p('A', '<w:pStyle w:val="S"/>'), style('S', 'Own', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'), [
			'3 A',
		]);
		checkHeadings(
			'by the style it is based on',
			p('A', '<w:pStyle w:val="S"/>'),
			style('S', 'Own', '<w:basedOn w:val="T"/>') + style('T', 'Heading 1'),
			['1 A'],
		);
		checkHeadings('by the paragraph itself', p('A', '<w:outlineLvl w:val="0"/>'), undefined, ['1 A']);
		checkHeadings('body text in a heading’s style', p('A', '<w:pStyle w:val="S"/><w:outlineLvl w:val="9"/>'), style('S', 'heading 1'), []);
		checkHeadings('by the style’s id without a styles part', p('A', '<w:pStyle w:val="Heading3"/>'), undefined, ['3 A']);
		checkHeadings(
			'styles in a circle',
			p('A', '<w:pStyle w:val="S"/>'),
			style('S', 'x', '<w:basedOn w:val="T"/>') + style('T', 'y', '<w:basedOn w:val="S"/>'),
			[],
		);
		const body = prose.repeat(3);
		const bold = (text: string) => `<w:p>${r(text, '<w:b/>')}</w:p>`;
		const large = (text: string) => `<w:p>${r(text, '<w:sz w:val="32"/>')}</w:p>`;
		checkHeadings(
			'where no style says so, by their look',
			large('Tides') + p(body) + bold('Boats') + p(body) + p('Not this') + p(body),
			'',
			['1 Tides', '2 Boats'],
		);
		checkHeadings('below a title', p('T', '<w:pStyle w:val="T"/>') + bold('Boats') + p(body), style('T', 'Title'), ['1 T', '2 Boats']);
		checkHeadings(
			'not where styles mark some',
			p('A', '<w:outlineLvl w:val="0"/>') + p('B', '<w:outlineLvl w:val="0"/>') + bold('Boats') + p(body),
			'',
			['1 A', '1 B'],
		);
		checkHeadings('not sentences, nor what is at the end', bold('The boats lie in the mud.') + p(body) + bold('Boats'), '', []);
		checkHeadings('not where half of it is bold', bold('Boats') + p('mud') + bold('Water') + p('mud'), '', []);
		checkHeadings('bold by its style', p('Boats', '<w:pStyle w:val="B"/>') + p(body), style('B', 'Strong line', '<w:rPr><w:b/></w:rPr>'), [
			'1 Boats',
		]);
		checkHeadings('the title', p('A', '<w:pStyle w:val="T"/>'), style('T', 'Title'), ['1 A']);
		checkHeadings('levels below the sixth', p('A', '<w:outlineLvl w:val="8"/>'), undefined, ['6 A']);
		checkHeadings(
			'a heading of two lines',
			`<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>A</w:t><w:br/><w:t>b</w:t></w:r></w:p>`,
			undefined,
			['2 A b'],
		);
		checkHeadings('empty headings', p('', '<w:outlineLvl w:val="1"/>') + p('x'), undefined, []);
	});

	describe('notes', () => {
		const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
		const notes =
			note('footnote', 0, p(''), ' w:type="separator"') +
			note('footnote', 2, p('First note')) +
			note('footnote', 3, p('Second') + p('note'));

		it('footnotes follow their paragraph', async () => {
			const body = `<w:p>${r('One')}${reference('footnote', 2)}${r(' two')}${reference('footnote', 3)}</w:p>${p('three')}`;
			const content = await readMadeDocx(makeDocx(body, { footnotes: notes }));
			assert.equal(content.text, 'One two\n\nFirst note\n\nSecond\n\nnote\n\nthree');
			assert.deepEqual(textsOf(content, 'notes'), ['First note', 'Second\n\nnote']);
		});
		it('endnotes follow the text', async () => {
			const body = `<w:p>${r('One')}${reference('endnote', 5)}</w:p>${p('two')}`;
			const content = await readMadeDocx(makeDocx(body, { endnotes: note('endnote', 5, p('End')) }));
			assert.equal(content.text, 'One\n\ntwo\n\nEnd');
			assert.deepEqual(textsOf(content, 'notes'), ['End']);
		});
		it('a note stands once, and notes that nobody refers to do not', async () => {
			const body = `<w:p>${r('One')}${reference('footnote', 2).repeat(3)}${reference('footnote', 99)}</w:p>`;
			assert.equal((await readMadeDocx(makeDocx(body, { footnotes: notes }))).text, 'One\n\nFirst note');
		});
		it('a note that refers to itself ends', async () => {
			const footnotes = note('footnote', 2, `<w:p>${r('a')}${reference('footnote', 2)}</w:p>`);
			assert.equal((await readMadeDocx(makeDocx(`<w:p>${r('x')}${reference('footnote', 2)}</w:p>`, { footnotes }))).text, 'x\n\na');
		});
	});

	describe('pages', () => {
		const laidOut = '<w:r><w:lastRenderedPageBreak/></w:r>';
		const asked = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
		const section = (more: string) => `<w:p><w:pPr><w:sectPr>${more}</w:sectPr></w:pPr></w:p>`;
		const next = (text: string) => `<w:p>${laidOut}${r(text)}</w:p>`;

		function checkPages(name: string, body: string, pageCount: number | undefined, expected: readonly string[]) {
			it(name, async () => {
				const content = await readMadeDocx(makeDocx(body, pageCount === undefined ? {} : { pageCount }));
				assert.deepEqual(
					content.pages.map(({ label, start, end }) => `${label}: ${content.text.slice(start, end).trim()}`),
					expected,
				);
			});
		}
		checkPages('as they were laid out', p('a') + next('b') + next('c'), undefined, ['1: a', '2: b', '3: c']);
		checkPages('in the middle of a paragraph', `<w:p>${r('a ')}${laidOut}${r('b')}</w:p>`, undefined, ['1: a', '2: b']);
		checkPages('asked for and laid out is one', p('a') + asked + next('b'), 2, ['1: a', '2: b']);
		checkPages('asked for, with the number they claim', p('a') + asked + p('b'), 2, ['1: a', '2: b']);
		checkPages('asked for, with others that nobody knows', p('a') + asked + p('b'), 14, []);
		checkPages('asked for, with no number', p('a') + asked + p('b'), undefined, []);
		checkPages('asked for before a paragraph', p('a') + p('b', '<w:pageBreakBefore/>'), 2, ['1: a', '2: b']);
		checkPages('one page', p('a'), 1, ['1: a']);
		checkPages('no word of pages', p('a'), undefined, []);
		checkPages('an empty page counts', p('a') + asked + asked + next('b'), undefined, ['1: a', '3: b']);
		checkPages(
			'sections with numbers of their own',
			p('a') +
				next('b') +
				section('<w:pgNumType w:fmt="lowerRoman"/>') +
				next('c') +
				next('d') +
				'<w:sectPr><w:pgNumType w:start="1"/></w:sectPr>',
			undefined,
			['i: a', 'ii: b', '1: c', '2: d'],
		);
		checkPages(
			'a section that goes on',
			p('a') + section('') + p('b') + next('c') + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>',
			undefined,
			['1: a\n\nb', '2: c'],
		);
		checkPages(
			'a section that begins on the right',
			p('a') + section('') + next('b') + '<w:sectPr><w:type w:val="oddPage"/></w:sectPr>',
			undefined,
			['1: a', '3: b'],
		);
		checkPages('numbers that begin later', p('a') + next('b') + '<w:sectPr><w:pgNumType w:start="39"/></w:sectPr>', undefined, [
			'39: a',
			'40: b',
		]);
	});

	describe('metadata', () => {
		function checkMetadata(name: string, core: string, expected: Partial<DocumentContent>, body = p('words')) {
			it(name, async () => {
				const content = await readMadeDocx(makeDocx(body, { core }));
				for (const [key, value] of Object.entries(expected)) {
					assert.equal(content[key as keyof DocumentContent], value, key);
				}
			});
		}
		const created = (date: string) => `<dcterms:created>${date}</dcterms:created>`;
		checkMetadata(
			'title, author and date',
			`<dc:title>Tides</dc:title><dc:creator>Ana Maria</dc:creator>${created('2008-03-01T10:15:00Z')}`,
			{
				title: 'Tides',
				author: 'Ana Maria',
				date: '2008-03-01',
			},
		);
		checkMetadata('several authors', '<dc:creator>Ana Maria;Kim Su</dc:creator>', { author: 'Ana Maria, Kim Su' });
		checkMetadata('when it was changed, if not when it was made', '<dcterms:modified>2011-05-06T00:00:00Z</dcterms:modified>', {
			date: '2011-05-06',
		});
		checkMetadata('no title', '<dc:title>Microsoft Word - tides.doc</dc:title><dc:creator>Windows User</dc:creator>', {
			title: null,
			author: null,
		});
		checkMetadata(
			'times at which nothing happened',
			`${created('1980-01-01T00:00:00Z')}<dcterms:modified>2011-05-06T00:00:00Z</dcterms:modified>`,
			{
				date: '2011-05-06',
			},
		);
		checkMetadata(
			'sections are no titles',
			'',
			{ title: 'Tides of Mokpo' },
			p('Tides of Mokpo') + p('1 Introduction', '<w:outlineLvl w:val="0"/>') + p(prose),
		);
		checkMetadata('nor where nothing stands before them', '', { title: null }, p('Contents', '<w:outlineLvl w:val="0"/>') + p(prose));
		checkMetadata('impossible dates', created('0000-99-99'), { date: null });
		checkMetadata('a title that is a heading', '', { title: 'Tides' }, p('Tides', '<w:outlineLvl w:val="0"/>'));
		const opening = p('The tide of Mokpo') + p('By Ana Ruiz') + p('March 1, 2008') + p(prose);
		checkMetadata('as the text begins', '', { title: 'The tide of Mokpo', author: 'Ana Ruiz', date: '2008-03-01' }, opening);
		checkMetadata(
			'as the properties say, whatever the text begins with',
			`<dc:title>Tides</dc:title><dc:creator>Kim Su</dc:creator>${created('2009-01-01')}`,
			{ title: 'Tides', author: 'Kim Su', date: '2009-01-01' },
			opening,
		);
		checkMetadata('no title where the text begins with prose', '', { title: null, author: null, date: null }, p(prose) + p(prose));
		checkMetadata('empty fields', '<dc:title> </dc:title><dc:creator/>', { title: null, author: null });
	});

	it('leads from each word to its place in the parts', async () => {
		const body = `<w:p>${r('One &amp; ')}${r('two')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
		const content = await readMadeDocx(makeDocx(body, { footnotes: note('footnote', 2, p('note')) }));
		const at = content.text.indexOf('two');
		const source = toSourceRange(content.offsetMap, { start: at, end: at + 3 });
		assert.equal(source && source.end - source.start, 3);
	});

	it('pull quotes are paragraphs of their own', async () => {
		const lead = 'The boats lie in the mud for half of the day.';
		const body = `<w:p>${r(`${lead} “We used to fish here every single morning” Ana Ruiz, fisher`)}</w:p><w:p><w:r><w:lastRenderedPageBreak/></w:r>${r('The next page goes on.')}</w:p>`;
		const content = await readMadeDocx(makeDocx(body));
		assert.deepEqual(
			content.quotes.map(({ speaker, start, end }) => `${speaker}: ${content.text.slice(start, end)}`),
			['Ana Ruiz: “We used to fish here every single morning”'],
		);
		assert.ok(content.text.startsWith(`${lead}\n\n“We`), content.text);
		assert.deepEqual(
			content.pages.map(({ start, end }) => content.text.slice(start, end).trim().slice(-11)),
			['uiz, fisher', 'ge goes on.'],
		);
	});

	describe('archives', () => {
		it('a main part of another name', async () => {
			const rels =
				'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1" Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>';
			const main = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>a</x:t></x:r></x:p></x:body></x:document>`;
			const bytes = makeZip([
				{ name: '_rels/.rels', data: rels },
				{ name: 'word/document2.xml', data: main },
			]);
			assert.equal((await readArchive(bytes, 'a.docx', ['word/document2.xml'])).text, 'a');
		});
		it('targets outside are never looked for', async () => {
			const more = '<Relationship Id="c" Type="x/aFChunk" Target="file:///etc/passwd" TargetMode="External"/>';
			const content = await readMadeDocx(makeDocx(`${p('a')}<w:altChunk r:id="c"/>`, { relationships: more }));
			assert.equal(content.text, 'a');
			assert.deepEqual(
				content.problems.map(({ kind }) => kind),
				['partMissing'],
			);
		});
		it('embedded pages are read', async () => {
			const more = '<Relationship Id="c" Type="x/aFChunk" Target="chunk.html"/>';
			const parts = new Map([['word/chunk.html', '<html><body><h2>B</h2><p>c</p></body></html>']]);
			const content = await readMadeDocx(makeDocx(`${p('a')}<w:altChunk r:id="c"/>`, { relationships: more, parts }));
			assert.equal(content.text, 'a\n\nB\n\nc');
			assert.deepEqual(
				content.headings.map(({ text }) => text),
				['B'],
			);
		});
		function checkArchive(name: string, encoding: string, page: string) {
			it(`an embedded web archive is read, ${name}`, async () => {
				const more = '<Relationship Id="c" Type="x/aFChunk" Target="chunk.mht"/>';
				const archive = `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="=_x"\r\n\r\n--=_x\r\nContent-Type: image/png\r\n\r\nabc\r\n--=_x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${page}\r\n--=_x--\r\n`;
				const made = makeDocx(`${p('a')}<w:altChunk r:id="c"/>`, { relationships: more, parts: new Map([['word/chunk.mht', archive]]) });
				assert.equal((await readMadeDocx(made)).text, 'a\n\nCafé');
			});
		}
		checkArchive('quoted', 'quoted-printable', '<html><body><p class=3D"x">Ca=\r\nf=C3=A9</p></body></html>');
		checkArchive('in base64', 'base64', 'PGh0bWw+PGJvZHk+\r\nPHA+Q2Fmw6k8L3A+PC9ib2R5PjwvaHRtbD4=');
		checkArchive('as it is', '8bit', '<html><body><p>Café</p></body></html>');
		it('a damaged part costs that part', async () => {
			const made = makeDocx(`<w:p>${r('a')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, { styles: '' });
			assert.equal((await readMadeDocx(made)).text, 'a');
			const elements = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('a')}</w:body></w:document>`;
			const rels = '<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/></Relationships>';
			const bytes = makeZip([
				{ name: 'word/document.xml', data: elements },
				{ name: 'word/_rels/document.xml.rels', data: rels },
				{ name: 'word/styles.xml', data: '<x/>', crc: 5 },
			]);
			const content = await readArchive(bytes, 'a.docx', ['word/document.xml']);
			assert.deepEqual([content.text, content.problems.map(({ kind }) => kind)], ['a', ['partMissing']]);
		});
		it('deep elements cost what is in them', async () => {
			const content = await readMadeDocx(makeDocx(p('a') + '<w:sdt>'.repeat(5000) + p('b') + '</w:sdt>'.repeat(5000)));
			assert.deepEqual([content.text, content.problems.map(({ kind }) => kind)], ['a', ['tooDeep']]);
		});
		it('no words', async () => {
			assert.deepEqual(
				(await readMadeDocx(makeDocx(''))).problems.map(({ kind }) => kind),
				['empty'],
			);
		});
	});
});

function textsOf(content: DocumentContent, name: 'notes' | 'pages'): readonly string[] {
	return content[name].map(({ start, end }) => content.text.slice(start, end));
}
