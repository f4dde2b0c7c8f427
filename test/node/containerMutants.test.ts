import assert from 'node:assert/strict';
import { unzipSync } from 'fflate/browser';
import { defaultCaps } from '../../src/library/caps.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { howMany } from '../support/howMany.ts';
import { checkWhole, makeMutantRandom, mutate } from '../support/mutants.ts';
import { makeDocx } from '../support/officeFiles.ts';
import { inTime } from '../support/timeLimits.ts';
import { makeZip, toBytes } from '../support/zipFiles.ts';

const mutants = howMany(500, 2_000);

const paragraph = (text: string, properties = '') =>
	`<w:p><w:pPr>${properties}</w:pPr><w:r><w:lastRenderedPageBreak/><w:t>${text}</w:t></w:r></w:p>`;
const docx = makeDocx(
	`${paragraph('Tides', '<w:outlineLvl w:val="0"/>')}${paragraph('One &amp; two')}<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl><w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="2"/><w:txbxContent>${paragraph('box')}</w:txbxContent></w:r></w:p><w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="30"/></w:rPr><w:t>item</w:t><w:commentReference w:id="7"/></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/><c:chart r:id="c"/><o:OLEObject r:id="e"/></w:r><m:oMath><m:f><m:num><m:t>a</m:t></m:num><m:den><m:t>b</m:t></m:den></m:f></m:oMath></w:p><w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>O</w:t></w:r></w:p>${paragraph('nce')}<w:sectPr><w:pgNumType w:start="3"/></w:sectPr>`,
	{
		footnotes: `<w:footnote w:id="2">${paragraph('note')}</w:footnote>`,
		styles: '<w:style w:styleId="a"><w:name w:val="heading 1"/></w:style>',
		numbering:
			'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
		comments: `<w:comment w:id="7">${paragraph('remark')}</w:comment>`,
		core: '<dc:title>T</dc:title>',
		pageCount: 3,
		relationships: ['header h.xml', 'chart c.xml', 'package e.docx']
			.map((one) => one.split(' '))
			.map(([type = '', target = '']) => `<Relationship Id="${type === 'header' ? 'h' : target[0]}" Type="x/${type}" Target="${target}"/>`)
			.join(''),
		parts: new Map<string, string | Uint8Array>([
			['word/h.xml', `<w:hdr>${paragraph('Harbour Board')}</w:hdr>`],
			['word/c.xml', '<c:x><a:p><a:t>Ships</a:t></a:p><c:strCache><c:v>Mokpo</c:v></c:strCache></c:x>'],
			['word/e.docx', makeDocx(paragraph('inner'))],
		]),
	},
);
const odt = makeZip([
	{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' },
	{
		name: 'content.xml',
		data: '<office:document-content><office:automatic-styles><style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style></office:automatic-styles><office:body><office:text><text:h text:outline-level="1">Tides</text:h><text:p text:style-name="P">a<text:s text:c="3"/>b<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>c</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>d<draw:frame><draw:text-box><text:p>e</text:p></draw:text-box><draw:object xlink:href="./F"/></draw:frame><office:annotation><text:p>f</text:p></office:annotation><text:span text:style-name="P">g</text:span></text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>',
	},
	{
		name: 'styles.xml',
		data: '<office:document-styles><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style><office:master-styles><style:master-page style:name="Standard"><style:header><text:p>Harbour Board</text:p></style:header></style:master-page></office:master-styles></office:document-styles>',
	},
	{ name: 'F/content.xml', data: '<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>a</mi><mi>b</mi></mfrac></math>' },
	{
		name: 'meta.xml',
		data: '<office:document-meta><dc:title>T</dc:title><meta:creation-date>2008-03-01</meta:creation-date></office:document-meta>',
	},
]);
const epub = makeZip([
	{ name: 'META-INF/container.xml', data: '<container><rootfile full-path="x.opf"/></container>' },
	{
		name: 'x.opf',
		data: '<package><metadata><dc:title>T</dc:title></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/><item id="d" href="d.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest><spine><itemref idref="c"/></spine></package>',
	},
	{
		name: 'c.xhtml',
		data: '<html><body><h1>A</h1><p id="p1">a <b>b</b><span epub:type="pagebreak" title="2"/></p><aside epub:type="footnote">n</aside><table><tr><td>c</td></tr></table></body></html>',
	},
	{ name: 'd.xhtml', data: '<html><nav epub:type="page-list"><a href="c.xhtml#p1">1</a></nav></html>' },
]);
const rtf = toBytes(
	"{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\fcharset128 A;}{\\f1\\fcharset2 Symbol;}}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title T}{\\creatim\\yr2008\\mo3\\dy1}}\\pard\\s1 Head\\par\\pard \\'83A caf\\'e9 \\u8217?{\\field{\\*\\fldinst X}{\\fldrslt y}}{\\footnote note}{\\*\\annotation remark}{\\header Harbour}{\\listtext\\f1\\'b7\\tab}\\par\\trowd\\intbl a\\cell b\\cell\\row\\pard{\\shp{\\*\\shpinst{\\shptxt box}}}\\page\\sect\\bin3 }}}z}",
);

/** What breaks files in the wild, and what would break a careless reader. */
const splinters = [
	'<',
	'>',
	'</',
	'&',
	'{',
	'}',
	'\\u',
	'\\bin9',
	'"',
	'<w:p>',
	'<w:tbl>',
	'</w:tc>',
	'<text:p>',
	'</text:note-body>',
	'<w:txbxContent>',
	'</w:footnote>',
	'\\cell',
	'\\row',
	'{\\footnote ',
];

describe('mutants', () => {
	const rejections: unknown[] = [];
	const keep = (reason: unknown) => rejections.push(reason);
	before(() => process.on('unhandledRejection', keep));
	after(() => process.off('unhandledRejection', keep));

	for (const [fileName, original] of [
		['a.docx', docx],
		['a.odt', odt],
		['a.epub', epub],
		['a.rtf', rtf],
		['zip.docx', docx],
	] as const) {
		it(`${mutants.said} of ${fileName} are read or refused`, async () => {
			const random = makeMutantRandom([...fileName].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7));
			assert.equal((await readDocument(original, fileName, defaultCaps)).problems.length, 0);
			const parts = fileName.endsWith('rtf') ? undefined : Object.entries(unzipSync(original));
			for (let count = 0; count < mutants.count; count++) {
				const bytes =
					fileName === 'zip.docx'
						? mutateNumbers(original, random)
						: parts && count % 2 === 0
							? makeZip(
									parts.map(([name, data], index) => ({
										name,
										data: index === count % parts.length ? mutate(data, random, splinters) : data,
									})),
								)
							: mutate(original, random, splinters);
				const content = await inTime(500, () => readDocument(bytes, fileName, defaultCaps), `mutant ${count}`);
				checkWhole(content, `mutant ${count}`);
			}
			// A rejection that nobody awaited is told in the next turn.
			await new Promise((resolve) => setImmediate(resolve));
			assert.deepEqual(rejections, []);
		});
	}
});

/** Numbers that headers and directories of archives lie with. */
const lies = [0, 1, 7, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xfffffffe, 0xffffffff];

/** Changes some numbers of an archive's headers and directory. */
function mutateNumbers(bytes: Uint8Array, random: () => number): Uint8Array {
	const mutant = bytes.slice();
	const view = new DataView(mutant.buffer);
	const records: number[] = [];
	for (let at = 0; at + 46 < mutant.length; at++) {
		if (mutant[at] === 0x50 && mutant[at + 1] === 0x4b) {
			records.push(at);
		}
	}
	records.push(mutant.length - 22);
	for (let times = 1 + Math.floor(random() * 3); times > 0; times--) {
		const at = (records[Math.floor(random() * records.length)] ?? 0) + 4 + 2 * Math.floor(random() * 20);
		const lie = lies[Math.floor(random() * lies.length)] ?? 0;
		if (random() < 0.5 && at + 4 <= mutant.length) {
			view.setUint32(at, lie, true);
		} else if (at + 2 <= mutant.length) {
			view.setUint16(at, lie & 0xffff, true);
		}
	}
	return mutant;
}
