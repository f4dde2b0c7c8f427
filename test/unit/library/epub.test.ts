import assert from 'node:assert/strict';
import type { DocumentContent } from '../../../src/library/document.ts';
import { readArchive } from '../../support/officeFiles.ts';
import { type MadePart, makeZip } from '../../support/zipFiles.ts';

interface Made {
	readonly metadata?: string;
	/** Items of the manifest besides the chapters. */
	readonly items?: string;
	readonly guide?: string;
	readonly spine?: string;
	readonly more?: readonly MadePart[];
}

const container =
	'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>';
const chapter = (body: string) =>
	`<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="x"/></head><body>${body}</body></html>`;

/** A book of chapters `c1.xhtml`, `c2.xhtml` and so on, the whole files given. */
function makeEpub(chapters: readonly string[], { metadata = '', items = '', guide = '', spine, more = [] }: Made): Uint8Array {
	const manifest = chapters.map((_, index) => `<item id="c${index + 1}" href="c${index + 1}.xhtml" media-type="application/xhtml+xml"/>`);
	const references = spine ?? chapters.map((_, index) => `<itemref idref="c${index + 1}"/>`).join('');
	return makeZip([
		{ name: 'mimetype', data: 'application/epub+zip', method: 0 },
		{ name: 'META-INF/container.xml', data: container },
		{
			name: 'OEBPS/book.opf',
			data: `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest>${manifest.join('')}${items}</manifest><spine toc="ncx">${references}</spine>${guide}</package>`,
		},
		...chapters.map((data, index) => ({ name: `OEBPS/c${index + 1}.xhtml`, data })),
		...more,
	]);
}

async function read(chapters: readonly string[], made: Made = {}, sourceParts?: readonly string[]): Promise<DocumentContent> {
	return await readArchive(makeEpub(chapters, made), 'a.epub', sourceParts ?? chapters.map((_, index) => `OEBPS/c${index + 1}.xhtml`));
}

describe('epub', () => {
	function check(name: string, chapters: readonly string[], expected: string, made: Made = {}) {
		it(name, async () => assert.equal((await read(chapters.map(chapter), made)).text, expected));
	}
	check('chapters', ['<h1>One</h1><p>a</p>', '<p>b</p>', '<p>c</p>'], 'One\n\na\n\nb\n\nc');
	check('empty elements of XHTML', ['<p>a<a id="x"/>b</p><div/><p/><p>c</p>'], 'ab\n\nc');
	check('entities of HTML', ['<p>a&nbsp;&eacute;&#8212;b</p>'], 'a é—b');
	check('hidden elements', ['<p>a</p><p hidden="hidden">b</p><p style="display: none">c</p>'], 'a');
	check('empty chapters', ['', '<p>a</p>', '<img src="x"/>', '<p>b</p>'], 'a\n\nb');
	check('navigation inside a chapter', ['<nav epub:type="toc"><ol><li>A</li></ol></nav><p>a</p>'], 'a');
	check('other navigation', ['<nav><p>See also</p></nav><p>a</p>'], 'See also\n\na');
	check('marks of pages', ['<p>a <span epub:type="pagebreak" id="p2">2</span>b</p>'], 'a b');

	it('the spine decides the order, and names a chapter once', async () => {
		const spine = '<itemref idref="c2"/><itemref idref="c1"/><itemref idref="c2"/><itemref idref="nothing"/>';
		assert.equal((await read(['<p>a</p>', '<p>b</p>'].map(chapter), { spine }, ['OEBPS/c2.xhtml', 'OEBPS/c1.xhtml'])).text, 'b\n\na');
	});

	it('a document type that declares entities declares nothing', async () => {
		const bomb =
			'<!DOCTYPE html [<!ENTITY a "<p>leak</p>"><!ENTITY b SYSTEM "file:///etc/passwd">]><html><body><p>x &a; &b;</p></body></html>';
		assert.equal((await read([bomb])).text, 'x &a; &b;');
	});

	it('contents stay out', async () => {
		const items = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>';
		const made: Made = {
			items,
			spine: '<itemref idref="nav"/><itemref idref="c1"/><itemref idref="c2"/>',
			guide: '<guide><reference type="toc" href="c1.xhtml#x"/></guide>',
			more: [{ name: 'OEBPS/nav.xhtml', data: chapter('<p>Contents</p>') }],
		};
		assert.equal((await read(['<p>Contents</p>', '<p>b</p>'].map(chapter), made, ['OEBPS/c2.xhtml'])).text, 'b');
	});

	it('headings and notes', async () => {
		const content = await read([chapter('<h2>A</h2><p>a</p>'), chapter('<h3>B</h3><aside epub:type="footnote"><p>note</p></aside>')]);
		assert.deepEqual(
			content.headings.map(({ level, text }) => `${level} ${text}`),
			['2 A', '3 B'],
		);
		assert.deepEqual(
			content.notes.map(({ start, end }) => content.text.slice(start, end)),
			['note'],
		);
	});

	describe('pages', () => {
		function checkPages(name: string, chapters: readonly string[], made: Made, expected: readonly string[]) {
			it(name, async () => {
				const content = await read(chapters.map(chapter), made);
				assert.deepEqual(
					content.pages.map(({ label, start, end }) => `${label}: ${content.text.slice(start, end).trim()}`),
					expected,
				);
			});
		}
		const chapters = ['<p>front</p><p id="p1">a <b id="p2">b</b></p>', '<p><a id="p 3"/>c</p>'];
		const nav = `<nav epub:type="page-list"><ol><li><a href="c1.xhtml#p1">39</a></li><li><a href="c1.xhtml#p2">40</a></li><li><a href="c2.xhtml#p%203">41</a></li></ol></nav>`;
		checkPages(
			'listed, as in EPUB 3',
			chapters,
			{
				items: '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
				more: [{ name: 'OEBPS/nav.xhtml', data: chapter(nav) }],
			},
			['39: a', '40: b', '41: c'],
		);
		const target = (label: string, link: string) =>
			`<pageTarget><navLabel><text>${label}</text></navLabel><content src="${link}"/></pageTarget>`;
		checkPages(
			'listed, as in EPUB 2',
			chapters,
			{
				items: '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
				more: [
					{
						name: 'OEBPS/toc.ncx',
						data: `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><pageList>${target('iv', 'c1.xhtml#p1')}${target('v', 'c2.xhtml#p 3')}</pageList></ncx>`,
					},
				],
			},
			['iv: a b', 'v: c'],
		);
		checkPages(
			'marked in the text',
			['<p>a<span epub:type="pagebreak" title="2"/>b</p>', '<p>c</p><hr role="doc-pagebreak" aria-label="Page 3."/><p>d</p>'],
			{},
			['2: b\n\nc', '3: d'],
		);
		checkPages('not at all', chapters, {}, []);
	});

	describe('metadata', () => {
		function checkMetadata(name: string, metadata: string, expected: Partial<DocumentContent>) {
			it(name, async () => {
				const content = await read([chapter('<p>words</p>')], { metadata });
				for (const [key, value] of Object.entries(expected)) {
					assert.equal(content[key as keyof DocumentContent], value, key);
				}
			});
		}
		checkMetadata(
			'all of it',
			'<dc:title>Tides</dc:title><dc:creator>Ana Maria</dc:creator><dc:date>2008-03-01</dc:date><dc:publisher>Harbour Press</dc:publisher>',
			{
				title: 'Tides',
				author: 'Ana Maria',
				date: '2008-03-01',
				publisher: 'Harbour Press',
			},
		);
		checkMetadata('nothing', '', { title: null, author: null, date: null, publisher: null });
		checkMetadata(
			'several authors, and others',
			'<dc:creator opf:role="aut">A B</dc:creator><dc:creator opf:role="ill">C D</dc:creator><dc:creator>E F</dc:creator>',
			{ author: 'A B, E F' },
		);
		checkMetadata(
			'roles of EPUB 3',
			'<dc:creator id="x">A B</dc:creator><dc:creator id="y">C D</dc:creator><meta refines="#x" property="role">trl</meta>',
			{ author: 'C D' },
		);
		checkMetadata(
			'the date of publication',
			'<dc:date opf:event="modification">2020-01-01</dc:date><dc:date opf:event="publication">1999</dc:date>',
			{ date: '1999' },
		);
	});

	describe('problems', () => {
		const kinds = (content: DocumentContent) => content.problems.map(({ kind }) => kind);
		it('missing chapters', async () => {
			const content = await read([chapter('<p>a</p>')], {
				items: '<item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/>',
				spine: '<itemref idref="c1"/><itemref idref="gone"/>',
			});
			assert.deepEqual([content.text, kinds(content)], ['a', ['partMissing']]);
		});
		it('no package', async () => {
			const bytes = makeZip([{ name: 'META-INF/container.xml', data: container }]);
			assert.deepEqual(kinds(await readArchive(bytes, 'a.epub', [])), ['damaged']);
		});
		it('chapters that nest too deep are read as plain text', async () => {
			const content = await read([chapter(`${'<div>'.repeat(3000)}<p>a &amp; b</p>${'</div>'.repeat(3000)}`)]);
			assert.deepEqual([content.text, kinds(content)], ['a & b', ['tooDeep']]);
		});
		const encryption = (part: string) =>
			`<encryption><EncryptedData><CipherData><CipherReference URI="${part}"/></CipherData></EncryptedData></encryption>`;
		it('copy protection', async () => {
			const more = [{ name: 'META-INF/encryption.xml', data: encryption('OEBPS/c1.xhtml') }];
			assert.deepEqual(kinds(await read([chapter('<p>a</p>')], { more }, [])), ['encrypted']);
		});
		it('scrambled fonts', async () => {
			const more = [{ name: 'META-INF/encryption.xml', data: encryption('OEBPS/font.otf') }];
			assert.deepEqual(kinds(await read([chapter('<p>a</p>')], { more })), []);
		});
	});
});
