import assert from 'node:assert/strict';
import { unzipSync } from 'fflate/browser';
import { defaultCaps } from '../../src/library/caps.ts';
import type { DocumentContent } from '../../src/library/document.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { makeDocx } from '../support/officeFiles.ts';
import { makeZip, toBytes } from '../support/zipFiles.ts';

const mutantCount = 500;
const maxMs = 1000;

const paragraph = (text: string, properties = '') =>
	`<w:p><w:pPr>${properties}</w:pPr><w:r><w:lastRenderedPageBreak/><w:t>${text}</w:t></w:r></w:p>`;
const docx = makeDocx(
	`${paragraph('Tides', '<w:outlineLvl w:val="0"/>')}${paragraph('One &amp; two')}<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl><w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="2"/><w:txbxContent>${paragraph('box')}</w:txbxContent></w:r></w:p><w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p><w:sectPr><w:pgNumType w:start="3"/></w:sectPr>`,
	{
		footnotes: `<w:footnote w:id="2">${paragraph('note')}</w:footnote>`,
		styles: '<w:style w:styleId="a"><w:name w:val="heading 1"/></w:style>',
		core: '<dc:title>T</dc:title>',
		pageCount: 3,
	},
);
const odt = makeZip([
	{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' },
	{
		name: 'content.xml',
		data: '<office:document-content><office:automatic-styles><style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style></office:automatic-styles><office:body><office:text><text:h text:outline-level="1">Tides</text:h><text:p text:style-name="P">a<text:s text:c="3"/>b<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>c</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>d<draw:frame><draw:text-box><text:p>e</text:p></draw:text-box></draw:frame></text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>',
	},
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
	"{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\fcharset128 A;}{\\f1\\fcharset2 Symbol;}}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title T}{\\creatim\\yr2008\\mo3\\dy1}}\\pard\\s1 Head\\par\\pard \\'83A caf\\'e9 \\u8217?{\\field{\\*\\fldinst X}{\\fldrslt y}}{\\footnote note}\\par\\trowd\\intbl a\\cell b\\cell\\row\\pard{\\shp{\\*\\shpinst{\\shptxt box}}}\\page\\sect\\bin3 }}}z}",
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

describe('mutants', function () {
	this.timeout(120_000);

	for (const [fileName, original] of [
		['a.docx', docx],
		['a.odt', odt],
		['a.epub', epub],
		['a.rtf', rtf],
	] as const) {
		it(`${mutantCount} of ${fileName} are read or refused`, async () => {
			const random = makeRandom(fileName.length * 7919);
			assert.equal((await readDocument(original, fileName, defaultCaps)).problems.length, 0);
			const parts = fileName.endsWith('rtf') ? undefined : Object.entries(unzipSync(original));
			for (let count = 0; count < mutantCount; count++) {
				const bytes =
					parts && count % 2 === 0
						? makeZip(parts.map(([name, data], index) => ({ name, data: index === count % parts.length ? mutate(data, random) : data })))
						: mutate(original, random);
				const start = process.cpuUsage();
				const content = await readDocument(bytes, fileName, defaultCaps);
				const { user } = process.cpuUsage(start);
				assert.ok(user / 1000 < maxMs, `mutant ${count}: ${user / 1000} ms`);
				checkWhole(content, `mutant ${count}`);
			}
		});
	}
});

/** A linear congruential generator (Numerical Recipes): the same mutants in every run. */
function makeRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
	let mutant = bytes.slice();
	const times = 1 + Math.floor(random() * 8);
	for (let time = 0; time < times && mutant.length > 0; time++) {
		const at = Math.floor(random() * mutant.length);
		const kind = random();
		if (kind < 0.4) {
			mutant[at] = Math.floor(random() * 256);
		} else if (kind < 0.6) {
			const from = Math.floor(random() * mutant.length);
			mutant.copyWithin(at, from, from + Math.floor(random() * 200));
		} else if (kind < 0.9) {
			const splinter = toBytes(splinters[Math.floor(random() * splinters.length)] ?? '');
			mutant.set(splinter.subarray(0, mutant.length - at), at);
		} else {
			mutant = mutant.slice(0, at);
		}
	}
	return mutant;
}

function checkWhole({ text, problems, ...content }: DocumentContent, name: string): void {
	assert.ok(
		!problems.some(({ detail }) => detail.startsWith('Its reader failed')),
		`${name}: ${problems.map(({ detail }) => detail).join('; ')}`,
	);
	assert.doesNotMatch(text, /[\r\0\u2028\u2029]/, name);
	assert.ok(!/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text), `${name}: half a pair`);
	for (const ranges of [content.pages, content.headings, content.notes]) {
		let before = 0;
		for (const { start, end } of ranges) {
			assert.ok(start >= before && end > start && end <= text.length, `${name}: ${start}-${end} of ${text.length}`);
			before = start;
		}
	}
}
