import assert from 'node:assert/strict';
import type { ProblemKind } from '../../../src/base/problem.ts';
import { type Caps, defaultCaps } from '../../../src/library/caps.ts';
import { decodeBytes } from '../../../src/library/charset.ts';
import { readDocument } from '../../../src/library/readDocument.ts';
import { checkContent } from '../../support/contentChecks.ts';
import { makeDocx, readMadeDocx } from '../../support/officeFiles.ts';
import { bytesOf, readText } from '../../support/reading.ts';

describe('readDocument', () => {
	function check(
		name: string,
		bytes: Uint8Array,
		fileName: string,
		caps: Partial<Caps>,
		expected: { text?: string; problems: ProblemKind[] },
	) {
		it(name, async () => {
			const content = await readDocument(bytes, fileName, { ...defaultCaps, ...caps });
			checkContent(content, decodeBytes(bytes).text);
			if (expected.text !== undefined) {
				assert.equal(content.text, expected.text);
			}
			assert.deepEqual(
				content.problems.map((problem) => problem.kind),
				expected.problems,
			);
		});
	}
	const utf8 = (text: string) => new TextEncoder().encode(text);

	check('an empty file', new Uint8Array(0), 'a.txt', {}, { text: '', problems: ['empty'] });
	check('a file of white space', utf8(' \n\t\n'), 'a.md', {}, { text: '', problems: ['empty'] });
	check('a page without words', utf8('<html><body><img src=x></body></html>'), 'a.html', {}, { text: '', problems: ['empty'] });
	const docx = makeDocx('<w:p><w:r><w:t>Words.</w:t></w:r></w:p>');
	check('a container of more parts than the cap', docx, 'a.docx', { maxContainerParts: 1 }, { text: '', problems: ['tooLarge'] });
	check('a container that unpacks to more than the cap', docx, 'a.docx', { maxUnpackedBytes: 100 }, { text: '', problems: ['tooLarge'] });
	check('a file larger than the cap', utf8('x'.repeat(100)), 'a.txt', { maxFileBytes: 99 }, { text: '', problems: ['tooLarge'] });
	check('a file as large as the cap', utf8('x'.repeat(100)), 'a.txt', { maxFileBytes: 100 }, { problems: [] });
	check(
		'text cut at a paragraph',
		utf8('<p>one two</p><p>three</p><p>four</p>'),
		'a.html',
		{ maxTextLength: 18 },
		{ text: 'one two\n\nthree', problems: ['truncated'] },
	);
	check(
		'text cut at a line',
		utf8('<p>one<br>two<br>three</p>'),
		'a.html',
		{ maxTextLength: 9 },
		{ text: 'one\ntwo', problems: ['truncated'] },
	);
	check('text cut at a word', utf8('<p>one two three</p>'), 'a.html', { maxTextLength: 9 }, { text: 'one two', problems: ['truncated'] });
	check('a cut heading', utf8('# One two three\n\nfour'), 'a.md', { maxTextLength: 9 }, { text: 'One two', problems: ['truncated'] });
	check('text cut within one endless word', utf8('x'.repeat(50)), 'a.html', { maxTextLength: 10 }, { problems: ['truncated'] });
	check(
		'no character cut in two',
		utf8('\u{1F600}'.repeat(10)),
		'a.md',
		{ maxTextLength: 5 },
		{ text: '\u{1F600}\u{1F600}', problems: ['truncated'] },
	);
	check(
		'a page nested too deep',
		utf8(`<html>${'<div>'.repeat(300)}<p>one<p>two`),
		'a.html',
		{},
		{ text: 'one\n\ntwo', problems: ['tooDeep'] },
	);
	check('a page nested just deep enough', utf8(`<html><body>${'<div>'.repeat(190)}one`), 'a.html', {}, { text: 'one', problems: [] });
	check(
		'a guessed encoding',
		bytesOf('caf\xE9 and na\xEFve words'),
		'a.txt',
		{},
		{ text: 'café and naïve words', problems: ['encodingGuessed'] },
	);
	check(
		'broken bytes',
		bytesOf('caf\xC3\xA9 \xC3\xA0 \xC3\xA9t\xC3\xA9 \xFF'),
		'a.md',
		{},
		{ text: 'café à été \uFFFD', problems: ['invalidBytes'] },
	);

	it('reads a text in parts as the whole one, for each text format', async () => {
		const pages: readonly (readonly [name: string, source: string])[] = [
			['a.md', '# 감사 결과\n\n2023년 11월 30일\n\n감사원은 “없다”고 밝혔다. Café à Köln.'],
			['a.txt', '감사 결과\n\n2023년 11월 30일\n\n감사원은 “없다”고 밝혔다. Café à Köln.'],
			['a.html', '<html><head><title>감사 결과</title></head><body><p>감사원은 “없다”고 밝혔다.</p></body></html>'],
			['a.csv', '기관,건수\n감사원,3\n교육부,5\n'],
		];
		for (const [name, source] of pages) {
			const { offsetMap: whole, ...expected } = await readText(source, name);
			const { offsetMap: parts, ...read } = await readText(source.normalize('NFD'), name);
			assert.deepEqual(read, expected);
			assert.notDeepEqual(parts, whole);
		}
	});

	it('reads letters that stand in parts behind a format as whole ones, ranges with them', async () => {
		const words = [
			'Report of José',
			'Muñoz führt das Ministère de la Santé, 감사원도 그렇다. x̂ steht für den Mittelwert der Messungen aus dem letzten Jahr.',
			'Naïve Schlußé',
		];
		const docx = (lines: readonly string[]) =>
			makeDocx(
				lines
					.map((line, at) => `<w:p>${at === 1 ? '' : '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'}<w:r><w:t>${line}</w:t></w:r></w:p>`)
					.join(''),
			);
		const html = (lines: readonly string[]) =>
			utf8(`<title>${lines[0]}</title><h1>${lines[0]}</h1><p>${lines[1]}</p><h2>${lines[2]}</h2><p>Ein Satz.</p>`);
		const mail = (lines: readonly string[]) =>
			utf8(`From: ${lines[0]} <a@example.org>\nSubject: ${lines[2]}\nContent-Type: text/plain; charset=utf-8\n\n${lines[1]}\n`);
		const rtf = (lines: readonly string[]) =>
			utf8(
				`{\\rtf1 ${lines.join('\\par\\par ')}}`.replace(
					/[^\0-\x7f]/g,
					(letter) => `\\u${((letter.charCodeAt(0) + 0x8000) & 0xffff) - 0x8000}?`,
				),
			);
		const inParts = words.map((line) => line.normalize('NFD'));
		const entities = inParts.map((line) => line.replace(/[^\0-\x7f]/g, (letter) => `&#${letter.charCodeAt(0)};`));
		for (const [name, whole, parts] of [
			['a.docx', docx(words), docx(inParts)],
			['a.html', html(words), html(entities)],
			['a.eml', mail(words), mail(inParts)],
			['a.rtf', rtf(words), rtf(inParts)],
		] as const) {
			const { offsetMap: _, ...expected } = await readDocument(whole, name, defaultCaps);
			const { offsetMap: __, ...read } = await readDocument(parts, name, defaultCaps);
			assert.ok(expected.text.includes('José') && (name === 'a.rtf' || name === 'a.eml' || expected.headings.length > 1), name);
			assert.deepEqual(read, expected, name);
		}
		await readMadeDocx(docx(inParts));
	});

	it('gives the same for the same', async () => {
		const page = '<html lang="en"><body><h1>T</h1><p>Words &amp; more.</p></body></html>';
		assert.deepEqual(await readText(page, 'a.html'), await readText(page, 'a.html'));
	});

	it('does not take the bytes away', async () => {
		const bytes = utf8('# A\n\nb');
		await readDocument(bytes, 'a.md', defaultCaps);
		assert.equal(bytes.length, 6);
	});
});
