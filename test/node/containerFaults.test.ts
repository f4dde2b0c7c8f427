import assert from 'node:assert/strict';
import dns from 'node:dns';
import fs from 'node:fs';
import net from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { stateOf } from '../../src/base/problem.ts';
import { defaultCaps } from '../../src/library/caps.ts';

import { readDocument } from '../../src/library/readDocument.ts';
import { makeDocx } from '../support/officeFiles.ts';
import { bytesOf } from '../support/reading.ts';
import { inTime } from '../support/timeLimits.ts';
import { type MadePart, makeZip, toBytes, type ZipFaults } from '../support/zipFiles.ts';

/** What the worst of these takes of the processor on an idle laptop. */
const usualMs = 1_500;
const maxGrowthBytes = 128 * 1024 * 1024;
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const words = '<w:p><w:r><w:t>The tide comes in twice a day.</w:t></w:r></w:p>';
const said = 'The tide comes in twice a day.';
const rels = (content: string) =>
	`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
const document = (body: string, head = '') => `${head}<w:document><w:body>${body}</w:body></w:document>`;

/** An OpenDocument text and an e-book around their own words. */
const odt = (content: string, more: readonly MadePart[] = []) =>
	makeZip([
		{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', method: 0 },
		{ name: 'content.xml', data: content },
		...more,
	]);
const odtBody = (body: string, head = '') =>
	`${head}<office:document-content><office:body><office:text><text:p>${said}</text:p>${body}</office:text></office:body></office:document-content>`;
const opf =
	'<package><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>';
const epub = (chapter: string, made: { readonly opf?: string; readonly container?: string } = {}) =>
	makeZip([
		{ name: 'META-INF/container.xml', data: made.container ?? '<container><rootfile full-path="x.opf"/></container>' },
		{ name: 'x.opf', data: made.opf ?? opf },
		{ name: 'c.xhtml', data: `<html><body><p>${said}</p>${chapter}</body></html>` },
	]);

interface Expected {
	readonly state: 'read' | 'partial' | 'skipped';
	/** What one of the reasons says. */
	readonly reason?: RegExp;
	/** Where text is expected. */
	readonly text?: string;
}

describe('containers with faults', () => {
	/** Every call by which a reader could leave its bytes. */
	const touched: string[] = [];
	const undo: (() => void)[] = [];

	function trap<T extends object>(owner: T, name: string, keys: readonly (keyof T)[]): void {
		for (const key of keys) {
			const before = owner[key];
			undo.push(() => {
				owner[key] = before;
			});
			owner[key] = ((...args: unknown[]) => {
				touched.push(`${name}.${String(key)}`);
				return (before as (...given: unknown[]) => unknown).apply(owner, args);
			}) as T[keyof T];
		}
	}
	beforeEach(() => {
		touched.length = 0;
		trap(fs, 'fs', [
			'open',
			'openSync',
			'readFile',
			'readFileSync',
			'stat',
			'statSync',
			'createReadStream',
			'writeFileSync',
			'mkdirSync',
			'symlinkSync',
		]);
		trap(fs.promises, 'fs.promises', ['open', 'readFile', 'stat', 'writeFile', 'mkdir', 'symlink']);
		trap(net, 'net', ['connect', 'createConnection']);
		trap(dns, 'dns', ['lookup', 'resolve']);
		trap(globalThis, 'global', ['fetch']);
	});
	afterEach(() => {
		for (const back of undo.splice(0)) {
			back();
		}
	});

	function check(name: string, make: () => Uint8Array | string, fileName: string, expected: Expected): void {
		it(`${fileName.slice(2)}: ${name}`, async () => {
			const made = make();
			const bytes = typeof made === 'string' ? toBytes(made) : made;
			const before = process.memoryUsage().rss;
			touched.length = 0;
			const content = await inTime(usualMs, () => readDocument(bytes, fileName, defaultCaps));
			assert.deepEqual(touched, []);
			const growth = process.memoryUsage().rss - before;
			assert.ok(growth < maxGrowthBytes, `${Math.round(growth / 1024 / 1024)} MB`);
			const reasons = content.problems.map(({ detail }) => detail).join('; ');
			assert.doesNotMatch(reasons, /reader failed/);
			assert.equal(stateOf(content.problems), expected.state, reasons);
			assert.ok(expected.state === 'read' || content.problems.length > 0);
			assert.match(reasons, expected.reason ?? /^/);
			if (expected.text !== undefined) {
				assert.equal(content.text, expected.text);
			}
		});
	}
	const docx = (main: Partial<MadePart>, more: readonly MadePart[] = [], faults: ZipFaults = {}) =>
		makeZip([{ name: 'word/document.xml', data: document(words), ...main }, ...more], faults);
	const fine: Expected = { state: 'read', text: said };

	describe('names', () => {
		const main = (name: string, data = document(words)): MadePart => ({ name, data });
		for (const name of [
			'../word/document.xml',
			'C:\\word\\document.xml',
			'/../../word/document.xml',
			'word/document.xml\0.png',
			`${'x'.repeat(65_535)}`,
		]) {
			check(`the main part is called ${JSON.stringify(name.slice(0, 40))}`, () => makeZip([main(name)]), 'a.docx', {
				state: 'skipped',
				reason: /not one that/,
			});
		}
		check('a slash in front, backslashes', () => makeZip([main('\\word\\document.xml')]), 'a.docx', fine);
		check('the main part twice', () => makeZip([main('word/document.xml'), main('word/document.xml', document(''))]), 'a.docx', {
			state: 'skipped',
			reason: /twice/,
		});
		check(
			'names that differ in case only',
			() => makeZip([main('word/document.xml'), main('Word/Document.XML', document(''))]),
			'a.docx',
			fine,
		);
		check(
			'names of the language itself',
			() =>
				docx(
					{},
					['__proto__', 'constructor', 'toString'].map((name) => main(name, 'x')),
				),
			'a.docx',
			fine,
		);
		check('ten thousand folders deep', () => docx({}, [main('a/'.repeat(30_000), 'x')]), 'a.docx', fine);
		check(
			'a relation that climbs out',
			() =>
				docx({}, [main('word/_rels/document.xml.rels', rels('<Relationship Id="1" Type="x/styles" Target="../../../../etc/passwd"/>'))]),
			'a.docx',
			fine,
		);
		check(
			'a package that climbs out',
			() => epub('', { container: '<container><rootfile full-path="../../../etc/passwd"/></container>' }),
			'a.epub',
			fine,
		);
		check('chapters outside', () => epub('', { opf: opf.replace('c.xhtml', 'file:///etc/passwd') }), 'a.epub', {
			state: 'skipped',
			reason: /chapters could not be read/,
		});
		check('an object outside', () => odt(odtBody('<draw:object xlink:href="../../../etc"/>')), 'a.odt', fine);
		check('a link in place of the main part', () => docx({ data: '/etc/passwd', attributes: 0o120777 * 65_536 }), 'a.docx', {
			state: 'read',
			reason: /no words/,
		});
	});

	describe('archives', () => {
		const whole = docx({ data: document(words.repeat(50)) });
		for (let percent = 5; percent < 100; percent += 5) {
			check(`cut off at ${percent} %`, () => whole.subarray(0, Math.floor((whole.length * percent) / 100)), 'a.docx', {
				state: 'skipped',
				reason: /damaged/,
			});
		}
		check('garbage in front', () => docx({}, [], { before: toBytes('PK\x03\x04 no archive yet '.repeat(100)) }), 'a.docx', fine);
		check('garbage behind', () => docx({}, [], { behind: new Uint8Array(50_000).fill(7) }), 'a.docx', fine);
		check('a comment too long to find the end', () => docx({}, [], { behind: new Uint8Array(70_000).fill(7) }), 'a.docx', {
			state: 'skipped',
			reason: /no directory/,
		});
		check('the form for large ones', () => docx({}, [], { isLarge: true }), 'a.docx', fine);
		check('the form for large ones, pointing nowhere', () => docx({}, [], { isLarge: true, directoryStart: 0x7fffffff }), 'a.docx', {
			state: 'skipped',
		});
		check('a lock', () => docx({ flags: 1 }), 'a.docx', { state: 'skipped', reason: /password/ });
		check('a way of packing that nobody reads', () => docx({ method: 14 }), 'a.docx', { state: 'skipped', reason: /method 14/ });
		check('a wrong checksum', () => docx({ crc: 7 }), 'a.docx', { state: 'skipped', reason: /checksum/ });
		check('a size too small', () => docx({ size: 10 }), 'a.docx', { state: 'skipped', reason: /larger than/ });
		check('a size too large', () => docx({ size: 60 * 1024 * 1024 }), 'a.docx', { state: 'skipped', reason: /200 times/ });
		check('a packed size too small', () => docx({ compressedSize: 10 }), 'a.docx', { state: 'skipped', reason: /damaged/ });
		check('a packed size too large', () => docx({ compressedSize: 1_000_000 }), 'a.docx', { state: 'skipped', reason: /over each other/ });
		check('a million parts', makeMillionParts, 'a.docx', { state: 'skipped', reason: /10000 parts/ });
		check('a million parts that nobody counted', () => makeMillionParts(9999), 'a.docx', { state: 'skipped', reason: /more parts than/ });
		check('an archive and nothing in it', () => makeZip([]), 'a.docx', { state: 'skipped', reason: /not one that/ });
		check(
			'broken styles',
			() =>
				docx({}, [
					{ name: 'word/styles.xml', data: 'x', crc: 7 },
					{ name: 'word/_rels/document.xml.rels', data: rels('<Relationship Id="1" Type="x/styles" Target="styles.xml"/>') },
				]),
			'a.docx',
			{ state: 'partial', reason: /styles could not be read/, text: said },
		);
	});

	describe('what only looks like one', () => {
		check('a page', () => `<html><head><title>T</title></head><body><p>${said}</p></body></html>`, 'a.docx', { state: 'read' });
		check('RTF', () => `{\\rtf1 ${said}}`, 'a.docx', fine);
		check('plain text', () => said, 'a.docx', fine);
		check('the old format', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]), 'a.docx', {
			state: 'skipped',
			reason: /old kind/,
		});
		check('a workbook', () => makeZip([{ name: 'xl/workbook.xml', data: '<x/>' }]), 'a.docx', { state: 'skipped', reason: /Excel/ });
		check('an e-book', () => epub(''), 'a.docx', fine);
		check(
			'programs and objects',
			() =>
				makeDocx(`${words}<w:p><w:r><w:object><o:OLEObject r:id="1"/></w:object></w:r></w:p>`, {
					parts: new Map([
						['word/vbaProject.bin', 'Sub x()'],
						['word/embeddings/o.bin', '\0\0\0'],
					]),
					relationships: `<Relationship Id="1" Type="${relationships}/oleObject" Target="embeddings/o.bin"/><Relationship Id="2" Type="x/vbaProject" Target="vbaProject.bin"/>`,
				}),
			'a.docm',
			{ state: 'read', reason: /another file in it \(\.bin\)/, text: said },
		);
	});

	describe('XML', () => {
		const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at} "${`&a${at - 1};`.repeat(10)}">`).join('')}]>`;
		const quadratic = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50_000)}">]>`;
		const outside =
			'<!DOCTYPE x SYSTEM "file:///dev/zero" [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p; <!ENTITY e SYSTEM "file:///etc/passwd">]>';
		const attack = (name: string, head: string) => {
			check(
				`${name} in every part`,
				() =>
					makeZip([
						{
							name: '_rels/.rels',
							data: `${head}${rels('<Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/><Relationship Id="2" Type="x/core-properties" Target="c.xml"/>')}`,
						},
						{
							name: 'word/_rels/document.xml.rels',
							data: `${head}${rels(['styles', 'numbering', 'footnotes', 'comments', 'header'].map((type) => `<Relationship Id="${type}" Type="x/${type}" Target="${type}.xml"/>`).join(''))}`,
						},
						...['styles', 'numbering', 'footnotes', 'comments', 'header'].map((type) => ({
							name: `word/${type}.xml`,
							data: `${head}<w:x>${'&a29;&e;'.repeat(1000)}</w:x>`,
						})),
						{ name: 'c.xml', data: `${head}<x><dc:title>${'&a29;&e;'.repeat(1000)}</dc:title></x>` },
						{ name: 'word/document.xml', data: document(words, head) },
					]),
				'a.docx',
				{ state: 'read' },
			);
			check(
				`${name} in every part`,
				() =>
					odt(odtBody('', head), [
						{ name: 'styles.xml', data: `${head}<x>&e;</x>` },
						{ name: 'meta.xml', data: `${head}<x>&e;</x>` },
					]),
				'a.odt',
				{ state: 'read', text: said },
			);
			check(
				`${name} in every part`,
				() => epub('&e;', { opf: head + opf, container: `${head}<container><rootfile full-path="x.opf"/></container>` }),
				'a.epub',
				{ state: 'read' },
			);
		};
		attack('billion laughs', laughs);
		attack('external entities', outside);
		attack('an entity that grows by its square', quadratic);
		check(
			'a declaration in UTF-7',
			() =>
				docx({
					data: `<?xml version="1.0" encoding="UTF-7"?>${document(words, '+ADw-!DOCTYPE x +AFs-+ADw-!ENTITY e SYSTEM +ACI-file:///etc/passwd+ACI-+AD4-+AF0-+AD4-')}`,
				}),
			'a.docx',
			{ state: 'read' },
		);
		check('entities in UTF-16', () => docx({ data: Buffer.from(`\uFEFF${document(words, outside)}`, 'utf16le') }), 'a.docx', fine);
		check(
			'a declaration without an end',
			() => docx({ data: document(words, `<!DOCTYPE x [${Array.from({ length: 50_000 }, (_, at) => `<!ENTITY a${at} "b">`).join('')}`) }),
			'a.docx',
			{ state: 'skipped', reason: /endless/ },
		);
		const deep = 100_000;
		for (const [name, make, fileName] of [
			['the text', () => docx({ data: document(words + '<w:p>'.repeat(deep)) }), 'a.docx'],
			['the text, in boxes', () => docx({ data: document(words + '<w:p><w:r><w:txbxContent>'.repeat(deep / 5)) }), 'a.docx'],
			['the text, in tables', () => docx({ data: document(words + '<w:tbl><w:tr><w:tc>'.repeat(deep / 5)) }), 'a.docx'],
			['the text', () => odt(odtBody('<text:list><text:list-item>'.repeat(deep / 5))), 'a.odt'],
			['the text, in boxes', () => odt(odtBody('<text:p><draw:text-box>'.repeat(deep / 5))), 'a.odt'],
			['a chapter', () => epub('<div>'.repeat(deep)), 'a.epub'],
		] as const) {
			check(`levels without end in ${name}`, make, fileName, { state: 'partial', reason: /nest deeper/ });
		}
		check(
			'a hundred thousand levels in the package',
			() => epub('', { opf: opf.replace('<spine>', `${'<x>'.repeat(deep)}<spine>`) }),
			'a.epub',
			{ state: 'read', reason: /no words/ },
		);
		check('a hundred thousand levels in the styles', () => makeDocx(words, { styles: '<w:style>'.repeat(deep) }), 'a.docx', {
			state: 'read',
		});
		check(
			'a hundred thousand levels of relations',
			() => docx({}, [{ name: '_rels/.rels', data: rels('<x>'.repeat(deep)) }]),
			'a.docx',
			fine,
		);
		check(
			'a hundred thousand attributes',
			() =>
				docx({
					data: `<w:document ${Array.from({ length: deep }, (_, at) => `a${at}="1"`).join(' ')}><w:body>${words}</w:body></w:document>`,
				}),
			'a.docx',
			fine,
		);
		check(
			'a hundred thousand namespaces',
			() => docx({ data: document(`${words}${Array.from({ length: deep }, (_, at) => `<x:y xmlns:x="n${at}"/>`).join('')}`) }),
			'a.docx',
			fine,
		);
		check(
			'a hundred thousand names',
			() => docx({ data: document(`${words}${Array.from({ length: deep }, (_, at) => `<n${at}/>`).join('')}`) }),
			'a.docx',
			fine,
		);
		check(
			'a hundred thousand styles, each based on the next',
			() =>
				makeDocx(`<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>${said}</w:t></w:r></w:p>`, {
					styles: Array.from(
						{ length: deep },
						(_, at) => `<w:style w:type="paragraph" w:styleId="s${at}"><w:basedOn w:val="s${at + 1}"/></w:style>`,
					).join(''),
				}),
			'a.docx',
			fine,
		);
		check(
			'fields that do not end',
			() => makeDocx(`${words}<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/><w:t>x </w:t></w:r>'.repeat(18_000)}</w:p>`),
			'a.docx',
			{ state: 'read' },
		);
		check(
			'a header of thousands of lines that the text says',
			() =>
				makeDocx(words, {
					relationships: `<Relationship Id="h" Type="${relationships}/header" Target="h.xml"/>`,
					parts: new Map([['word/h.xml', `<w:hdr>${words.repeat(14_000)}</w:hdr>`]]),
				}),
			'a.docx',
			fine,
		);
		check(
			'thousands of sizes of type',
			() =>
				makeDocx(
					Array.from(
						{ length: 8000 },
						(_, at) => `<w:p><w:r><w:rPr><w:sz w:val="${1000 + at}"/></w:rPr><w:t>Boats ${at}</w:t></w:r></w:p>${words.repeat(2)}`,
					).join(''),
				),
			'a.docx',
			{ state: 'read' },
		);
		check(
			'a hundred thousand lists',
			() =>
				makeDocx(words + `<w:p><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:p>`.repeat(1000), {
					numbering: Array.from({ length: deep }, (_, at) => `<w:num w:numId="${at}"><w:abstractNumId w:val="${at}"/></w:num>`).join(''),
				}),
			'a.docx',
			fine,
		);
	});

	it('RTF: long runs of characters of two bytes', async () => {
		const run = "\\'c7\\'d1".repeat(50_000) + '\xC7\xD1'.repeat(200_000);
		const source = `{\\rtf1{\\fonttbl{\\f0\\fcharset129 A;}}\\f0 ${run}}`;
		assert.equal((await readDocument(bytesOf(source), 'a.rtf', defaultCaps)).text, '한'.repeat(250_000));
	});

	it('levels of a list beyond all numbers cost no memory', async () => {
		const levels = Array.from({ length: 20 }, (_, at) => {
			return `<text:list-level-style-number text:level="${999_999 - at}" text:display-levels="999999" style:num-format="1"/>`;
		});
		const styles = `<office:automatic-styles><text:list-style style:name="L">${levels.join('')}</text:list-style></office:automatic-styles>`;
		const bytes = odt(odtBody('').replace('<office:body>', `${styles}<office:body>`));
		const before = process.memoryUsage().heapUsed;
		assert.equal((await readDocument(bytes, 'a.odt', defaultCaps)).text, said);
		assert.ok(process.memoryUsage().heapUsed - before < 64 * 1024 * 1024);
	});

	describe('what points elsewhere', () => {
		const targets = ['file:///etc/passwd', '\\\\127.0.0.1\\share\\x', 'http://127.0.0.1:9/x', '/dev/zero', 'https://x.invalid/x'];
		check(
			'relations of every type',
			() =>
				makeDocx(
					`${words}${targets.map((_, at) => `<w:altChunk r:id="t${at}"/><w:p><w:r><w:object><o:OLEObject r:id="t${at}"/></w:object><c:chart r:id="t${at}"/></w:r></w:p>`).join('')}`,
					{
						relationships: targets
							.map((target, at) => `<Relationship Id="t${at}" Type="${relationships}/aFChunk" Target="${target}" TargetMode="External"/>`)
							.join(''),
					},
				),
			'a.docx',
			{ state: 'partial', reason: /embedded in it could not be read/, text: said },
		);
		check(
			'the same without saying so',
			() =>
				makeDocx(words, {
					relationships: ['styles', 'numbering', 'footnotes', 'header']
						.map((type, at) => `<Relationship Id="t${at}" Type="${relationships}/${type}" Target="${targets[at]}"/>`)
						.join(''),
				}),
			'a.docx',
			{ state: 'read', text: said },
		);
		check('objects', () => odt(odtBody(targets.map((target) => `<draw:object xlink:href="${target}"/>`).join(''))), 'a.odt', fine);
		check(
			'pictures, styles, scripts',
			() =>
				epub(
					`<img src="${targets[2]}"/><link rel="stylesheet" href="${targets[2]}"/><script src="${targets[2]}"/><iframe src="${targets[0]}"></iframe>`,
				),
			'a.epub',
			{ state: 'read' },
		);
	});

	describe('one in another', () => {
		const relation = (target: string) => `<Relationship Id="1" Type="${relationships}/package" Target="${target}"/>`;
		const object = '<w:p><w:r><w:object><o:OLEObject r:id="1"/></w:object></w:r></w:p>';
		check(
			'twenty levels',
			() => {
				let bytes = makeDocx(words);
				for (let depth = 0; depth < 20; depth++) {
					bytes = makeDocx(words + object, { relationships: relation('e.docx'), parts: new Map([['word/e.docx', bytes]]) });
				}
				return bytes;
			},
			'a.docx',
			{ state: 'read', text: [said, said, said].join('\n\n') },
		);
		check(
			'ten in each of ten, each of megabytes',
			() => {
				const large = makeDocx(numbered(60_000));
				const many = (inner: Uint8Array) =>
					makeDocx(Array.from({ length: 10 }, (_, at) => object.replace('"1"', `"${at}"`)).join(''), {
						relationships: Array.from({ length: 10 }, (_, at) => relation(`e${at}.docx`).replace('"1"', `"${at}"`)).join(''),
						parts: new Map(Array.from({ length: 10 }, (_, at): [string, Uint8Array] => [`word/e${at}.docx`, inner])),
					});
				return many(many(large));
			},
			'a.docx',
			{ state: 'read', reason: /another file in it/ },
		);
		check(
			'ten thousand references to one chart',
			() =>
				makeDocx(words + '<w:p><w:r><c:chart r:id="1"/></w:r></w:p>'.repeat(10_000), {
					relationships: `<Relationship Id="1" Type="${relationships}/chart" Target="c.xml"/>`,
					parts: new Map([['word/c.xml', `<c:x>${'<a:p><a:t>Ships and boats of the harbour</a:t></a:p>'.repeat(5000)}</c:x>`]]),
				}),
			'a.docx',
			{ state: 'read' },
		);
		check(
			'an object that shows itself',
			() =>
				odt(odtBody('<draw:object xlink:href="./O"/>'), [
					{ name: 'O/content.xml', data: odtBody('<draw:object xlink:href="../O"/>'.repeat(1000)) },
				]),
			'a.odt',
			{ state: 'read', text: `${said}\n\n${said}` },
		);
	});
});

/** Paragraphs with a number each, so that they pack as text does. */
function numbered(count: number): string {
	return Array.from({ length: count }, (_, at) => `<w:p><w:r><w:t>Ship ${(at * 7919) % 100_003}</w:t></w:r></w:p>`).join('');
}

/** A directory of a million parts that all lie at the same place; `told` is how many the end record says. */
function makeMillionParts(told = 1_000_000): Uint8Array {
	const packed = deflateRawSync('x');
	const local = Buffer.alloc(31 + packed.length);
	local.writeUInt32LE(0x04034b50, 0);
	local.writeUInt16LE(1, 26);
	const entry = Buffer.alloc(47, 0);
	entry.writeUInt32LE(0x02014b50, 0);
	entry.writeUInt16LE(1, 28);
	entry.write('x', 46);
	const directory = Buffer.alloc(47 * 1_000_000, entry);
	const end = Buffer.alloc(56 + 20 + 22);
	end.writeUInt32LE(0x06064b50, 0);
	end.writeUInt32LE(44, 4);
	end.writeUInt32LE(told, 24);
	end.writeUInt32LE(told, 32);
	end.writeUInt32LE(directory.length, 40);
	end.writeUInt32LE(local.length, 48);
	end.writeUInt32LE(0x07064b50, 56);
	end.writeUInt32LE(local.length + directory.length, 64);
	end.writeUInt32LE(1, 72);
	end.writeUInt32LE(0x06054b50, 76);
	end.writeUInt16LE(0xffff, 84);
	end.writeUInt16LE(0xffff, 86);
	end.writeUInt32LE(0xffffffff, 88);
	end.writeUInt32LE(0xffffffff, 92);
	return Buffer.concat([local, directory, end]);
}
