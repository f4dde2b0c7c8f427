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
	'xmlns:xlink="http://www.w3.org/1999/xlink"',
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
	check(
		'comments',
		p('a<office:annotation><dc:creator>X</dc:creator><text:p>remark</text:p></office:annotation>b') + p('c'),
		'ab\n\nremark\n\nc',
	);
	const hidden = '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>';
	check(
		'hidden text',
		p('a<text:span text:style-name="H">x</text:span>b') + `<text:section text:display="none">${p('y')}</text:section>`,
		'ab',
		{
			styles: hidden,
		},
	);
	check('numbers of pages', p('p. <text:page-number>7</text:page-number> x'), 'p. x');
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

	const numbered = (level: number, more: string) => `<text:list-level-style-number text:level="${level}" ${more}/>`;
	const listStyles = `<text:list-style style:name="L">${numbered(1, 'style:num-format="1" style:num-suffix="."')}${numbered(2, 'style:num-format="a" style:num-prefix="(" style:num-suffix=")"')}${numbered(3, 'style:num-format="1" text:display-levels="3"')}</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>`;
	const list = (content: string, more = '') => `<text:list text:style-name="L"${more}>${content}</text:list>`;
	const item = (content: string, more = '') => `<text:list-item${more}>${content}</text:list-item>`;
	const checkMarks = (name: string, body: string, expected: string) =>
		check(`marks of lists: ${name}`, body, expected, { styles: listStyles });
	checkMarks(
		'levels',
		list(item(p('a') + list(item(p('b')) + item(p('c') + list(item(p('d')))))) + item(p('e') + p('more'))),
		'1. a\n(a) b\n(b) c\n1.b.1 d\n2. e\nmore',
	);
	checkMarks('a list begins anew', list(item(p('a'))) + p('x') + list(item(p('b'))), '1. a\n\nx\n\n1. b');
	checkMarks(
		'unless it says that it goes on',
		list(item(p('a')), ' xml:id="i"') +
			list(item(p('b')), ' text:continue-numbering="true"') +
			list(item(p('c'))) +
			list(item(p('d')), ' text:continue-list="i"'),
		'1. a\n2. b\n1. c\n3. d',
	);
	checkMarks('a number of its own', list(item(p('a'), ' text:start-value="7"') + item(p('b'))), '7. a\n8. b');
	checkMarks('headers of lists', list(`<text:list-header>${p('a')}</text:list-header>${item(p('b'))}`), 'a\n1. b');
	checkMarks('signs', `<text:list text:style-name="B">${item(p('a'))}</text:list>`, '• a');
	check('numbers of headings', '<text:h text:outline-level="1">A</text:h><text:h text:outline-level="2">B</text:h>', '1 A\n\n1.1 B', {
		styles:
			'<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>',
	});
	const object = (name: string) => `<draw:frame><draw:object xlink:href="./${name}"/></draw:frame>`;
	check('formulas stand where they are shown', p(`a ${object('F')} b`), 'a E=c^2/2 b', {
		more: [
			{
				name: 'F/content.xml',
				data: '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>E</mi><mo>=</mo><mfrac><msup><mi>c</mi><mn>2</mn></msup><mn>2</mn></mfrac></mrow><annotation>E = c</annotation></semantics></math>',
			},
		],
	});
	const inner = (body: string) => `<office:document-content ${names}><office:body>${body}</office:body></office:document-content>`;
	check('documents in the document', p(`a${object('O')}`) + p('c'), 'a\n\nb\n\nc', {
		more: [{ name: 'O/content.xml', data: inner(`<office:text>${p('b')}</office:text>`) }],
	});
	check('an object that shows itself', p(`a${object('O')}`), 'a\n\nb', {
		more: [{ name: 'O/content.xml', data: inner(`<office:text>${p(`b${object('../O')}`)}</office:text>`) }],
	});
	check('the titles of a chart', p(`a${object('O')}`), 'a\n\nShips', {
		more: [
			{
				name: 'O/content.xml',
				data: `<office:document-content ${names} xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0"><office:body><office:chart><chart:title>${p('Ships')}</chart:title><table:table><table:table-row><table:table-cell>${p('7')}</table:table-cell></table:table-row></table:table></office:chart></office:body></office:document-content>`,
			},
		],
	});
	check('headers and footers that say something', p('Tides'), 'Tides\n\nHarbour Board', {
		styles: `<office:master-styles><style:master-page style:name="Standard"><style:header>${p('Harbour Board')}</style:header><style:footer>${p('Page <text:page-number>1</text:page-number>')}${p('Tides')}</style:footer></style:master-page></office:master-styles>`,
	});
	it('headings that no style marks', async () => {
		const large = '<style:style style:name="L" style:family="paragraph"><style:text-properties fo:font-size="20pt"/></style:style>';
		const bold = '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>';
		const prose = p('The boats lie in the mud and wait. '.repeat(10));
		const content = await read(p('Tides', 'L') + prose + p('<text:span text:style-name="B">Boats</text:span>') + prose, {
			automaticStyles: large + bold,
		});
		assert.deepEqual(
			content.headings.map(({ level, text }) => `${level} ${text}`),
			['1 Tides', '2 Boats'],
		);
	});

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
