import assert from 'node:assert/strict';
import type { DocumentContent } from '../../../src/library/document.ts';
import { readArchive } from '../../support/officeFiles.ts';
import { readText } from '../../support/reading.ts';
import { type MadePart, makeZip } from '../../support/zipFiles.ts';

const names = [
	...['office', 'text', 'table', 'style', 'meta'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`),
	'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
	'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
	'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
	'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

interface Made {
	readonly automaticStyles?: string;
	readonly styles?: string;
	readonly meta?: string;
	readonly attributes?: string;
	readonly more?: readonly MadePart[];
}

function makeOdt(body: string, { automaticStyles = '', styles = '', meta = '', attributes = '', more = [] }: Made): Uint8Array {
	const content = `<office:document-content ${names}><office:automatic-styles>${automaticStyles}</office:automatic-styles><office:body><office:text ${attributes}>${body}</office:text></office:body></office:document-content>`;
	return makeZip([
		{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', method: 0 },
		{ name: 'content.xml', data: content },
		{ name: 'styles.xml', data: `<office:document-styles ${names}>${styles}</office:document-styles>` },
		{ name: 'meta.xml', data: `<office:document-meta ${names}><office:meta>${meta}</office:meta></office:document-meta>` },
		...more,
	]);
}

async function read(body: string, made: Made = {}): Promise<DocumentContent> {
	return await readArchive(makeOdt(body, made), 'a.odt', ['content.xml']);
}

const p = (text: string, style = '') => `<text:p${style && ` text:style-name="${style}"`}>${text}</text:p>`;
const note = (kind: string, content: string) =>
	`<text:note text:note-class="${kind}"><text:note-citation>7</text:note-citation><text:note-body>${content}</text:note-body></text:note>`;

describe('odt', () => {
	function check(name: string, body: string, expected: string, made: Made = {}) {
		it(name, async () => assert.equal((await read(body, made)).text, expected));
	}
	check('paragraphs', p('One') + p('') + p('two'), 'One\n\ntwo');
	check('parts of a paragraph', p('Mok<text:span>po</text:span> <text:a>link</text:a>'), 'Mokpo link');
	check('spaces', p('a<text:s text:c="3"/>b<text:s text:c="999999999"/>c<text:tab/>d'), 'a b c d');
	check('line breaks', p('a<text:line-break/>b'), 'a\nb');
	check('line ends of the file', p('a\n\t b'), 'a b');
	check(
		'deleted text',
		`<text:tracked-changes><text:changed-region><text:deletion>${p('old')}</text:deletion></text:changed-region></text:tracked-changes>${p('new')}`,
		'new',
	);
	check('comments', p('a<office:annotation><dc:creator>X</dc:creator><text:p>remark</text:p></office:annotation>b'), 'ab');
	check('text over characters', p('<text:ruby><text:ruby-base>東</text:ruby-base><text:ruby-text>とう</text:ruby-text></text:ruby>'), '東');
	check(
		'text boxes follow their paragraph',
		p(`be<draw:frame><draw:text-box>${p('box')}</draw:text-box></draw:frame>fore`) + p('after'),
		'before\n\nbox\n\nafter',
	);
	check('text in drawings', `<draw:g><draw:custom-shape>${p('shape')}</draw:custom-shape></draw:g>${p('a')}`, 'shape\n\na');
	check('boxes in boxes', p(`a<draw:rect>${p(`b<draw:rect>${p('c')}</draw:rect>`)}</draw:rect>`), 'a\n\nb\n\nc');
	check(
		'lists',
		`${p('x')}<text:list><text:list-item>${p('a')}</text:list-item><text:list-item>${p('b')}<text:list><text:list-item>${p('c')}</text:list-item></text:list></text:list-item></text:list>${p('y')}`,
		'x\n\na\nb\nc\n\ny',
	);
	check(
		'tables',
		`<table:table><table:table-row><table:table-cell>${p('a')}</table:table-cell><table:table-cell>${p('b')}</table:table-cell></table:table-row><table:table-row><table:table-cell>${p('c')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table>${p('x')}`,
		'a\tb\nc\n\nx',
	);
	check(
		'descriptions of pictures follow their paragraph',
		p('a<draw:frame><draw:image/><svg:title>x</svg:title><svg:desc>Boats in the mud</svg:desc></draw:frame>b'),
		'ab\n\nBoats in the mud',
	);
	check(
		'data of pictures',
		p('a<draw:frame><draw:image><office:binary-data>iVBORw0KGgo=</office:binary-data></draw:image></draw:frame>b'),
		'ab',
	);
	check('what was written between paragraphs', `stray${p('a')}stray`, 'a');
	check(
		'what an index was made from',
		`<text:table-of-content><text:table-of-content-source>${p('source')}</text:table-of-content-source><text:index-body>${p('A 1')}</text:index-body></text:table-of-content>`,
		'A 1',
	);

	it('headings', async () => {
		const title = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>';
		const content = await read(
			p('Tides', 'P1') +
				'<text:h text:outline-level="2">A<text:line-break/>b</text:h><text:h>C</text:h><text:h text:outline-level="10">D</text:h>',
			{
				automaticStyles: title,
			},
		);
		assert.deepEqual(
			content.headings.map(({ level, text }) => `${level} ${text}`),
			['1 Tides', '2 A b', '1 C', '6 D'],
		);
		assert.equal(content.title, 'Tides');
	});

	it('notes', async () => {
		const content = await read(p(`a${note('footnote', p('foot'))} b${note('endnote', p('end'))}`) + p('c'));
		assert.equal(content.text, 'a b\n\nfoot\n\nc\n\nend');
		assert.deepEqual(
			content.notes.map(({ start, end }) => content.text.slice(start, end)),
			['foot', 'end'],
		);
	});

	describe('pages', () => {
		const styles = [
			'<style:style style:name="before" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>',
			'<style:style style:name="behind" style:family="paragraph"><style:paragraph-properties fo:break-after="page"/></style:style>',
			'<style:style style:name="first" style:family="paragraph" style:master-page-name="Main"><style:paragraph-properties style:page-number="1"/></style:style>',
			'<style:style style:name="front" style:family="paragraph" style:master-page-name="Front"/>',
		].join('');
		const masters =
			'<style:page-layout style:name="L1"><style:page-layout-properties style:num-format="i"/></style:page-layout><style:page-layout style:name="L2"><style:page-layout-properties style:num-format="1"/></style:page-layout><style:master-page style:name="Front" style:page-layout-name="L1"/><style:master-page style:name="Main" style:page-layout-name="L2"/>';
		const soft = '<text:soft-page-break/>';

		function checkPages(name: string, body: string, made: Made, expected: readonly string[]) {
			it(name, async () => {
				const content = await read(body, { automaticStyles: styles, styles: masters, ...made });
				assert.deepEqual(
					content.pages.map(({ label, start, end }) => `${label}: ${content.text.slice(start, end).trim()}`),
					expected,
				);
			});
		}
		const pageCount = (count: number): Made => ({ meta: `<meta:document-statistic meta:page-count="${count}"/>` });
		checkPages('as they were laid out', p('a') + soft + p(`b ${soft}c`), {}, ['1: a', '2: b', '3: c']);
		checkPages('asked for, before and behind', p('a') + p('b', 'before') + p('c', 'behind') + p('d'), pageCount(3), [
			'1: a',
			'2: b\n\nc',
			'3: d',
		]);
		checkPages('asked for, with others that nobody knows', p('a') + p('b', 'before'), pageCount(14), []);
		checkPages('asked for, where all breaks are told', p('a') + p('b', 'before'), { attributes: 'text:use-soft-page-breaks="true"' }, [
			'1: a',
			'2: b',
		]);
		checkPages('one page', p('a'), pageCount(1), ['1: a']);
		checkPages('kinds of pages', p('a', 'front') + soft + p('b') + p('c', 'first') + soft + p('d'), {}, ['i: a', 'ii: b', '1: c', '2: d']);
	});

	it('metadata', async () => {
		const content = await read(p('Words'), {
			meta: '<meta:initial-creator>Ana Maria</meta:initial-creator><dc:creator>Other</dc:creator><dc:title>Tides</dc:title><meta:creation-date>2008-03-01T10:00:00</meta:creation-date><dc:date>2011-01-01</dc:date><dc:language>de-DE</dc:language>',
		});
		const { title, author, date } = content;
		assert.deepEqual({ title, author, date }, { title: 'Tides', author: 'Ana Maria', date: '2008-03-01' });
	});

	it('a text in one file', async () => {
		const source = `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${names} office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>Tides</dc:title></office:meta><office:styles/><office:body><office:text>${p('One &amp; two')}${p('thr\u00E9e')}</office:text></office:body></office:document>`;
		for (const name of ['a.fodt', 'a.xml', 'a.txt']) {
			const content = await readText(source, name);
			assert.deepEqual([content.kind, content.text, content.title], ['odt', 'One & two\n\nthr\u00E9e', 'Tides']);
		}
	});

	function checkProblem(name: string, more: readonly MadePart[], without: string | undefined, expected: readonly string[]) {
		it(name, async () => {
			const bytes = makeOdt(p('a'), { more });
			const kinds = (await readArchive(bytes, 'a.odt', ['content.xml'])).problems.map(({ kind }) => kind);
			assert.deepEqual(kinds, expected, without);
		});
	}
	const locked =
		'<manifest:manifest xmlns:manifest="x"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
	checkProblem('locked texts', [{ name: 'META-INF/manifest.xml', data: locked }], undefined, ['encrypted']);
	checkProblem('locked texts of the newer kind', [{ name: 'encrypted-package', data: 'x' }], undefined, ['encrypted']);
	checkProblem('other manifests', [{ name: 'META-INF/manifest.xml', data: '<manifest/>' }], undefined, []);

	it('an archive without content is damaged', async () => {
		const bytes = makeZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', method: 0 }]);
		assert.deepEqual(
			(await readArchive(bytes, 'a.odt', [])).problems.map(({ kind }) => kind),
			['damaged'],
		);
	});
});
