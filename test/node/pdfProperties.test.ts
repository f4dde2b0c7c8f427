import assert from 'node:assert/strict';
import { defaultCaps } from '../../src/library/caps.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { openPdf } from '../../src/library/readers/pdfEngine.ts';
import { toSourceRange } from '../../src/text/offsetMap.ts';
import { checkContent } from '../support/contentChecks.ts';
import { column, type MadeLine, makePdf } from '../support/pdfFiles.ts';
import { fc } from '../support/properties.ts';

/** The raw text as the reader's comment describes it, made from what pdf.js gives. */
async function rawTextOf(bytes: Uint8Array): Promise<string> {
	const opened = await openPdf(bytes);
	assert.ok('document' in opened);
	const { document, close } = opened;
	let raw = '';
	for (let number = 1; number <= document.numPages; number++) {
		const { items } = await (await document.getPage(number)).getTextContent();
		raw += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
		raw += '\f';
	}
	await close();
	return raw;
}

const lettersOf = (text: string) =>
	[...text]
		.filter((char) => /\p{L}/u.test(char))
		.sort()
		.join('');

describe('a PDF’s offset map', function () {
	const words = 'harbour tide moon keeper light stone quay rope wind rain “gull” boat-house (sail) Ähre naïve'.split(' ');
	const line = fc.record({
		x: fc.integer({ min: 20, max: 400 }),
		y: fc.integer({ min: 20, max: 780 }),
		text: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' ')),
		size: fc.constantFrom(7, 10, 10, 10, 14, 22),
		turn: fc.constantFrom(0, 0, 0, 0, 90, 270),
	});
	const pages = fc.array(fc.array(line, { maxLength: 14 }), { minLength: 1, maxLength: 2 });

	it('leads to the same characters, and no letter is lost', async () => {
		await fc.assert(
			fc.asyncProperty(pages, async (made) => {
				const bytes = makePdf(made);
				const raw = await rawTextOf(bytes);
				const content = await readDocument(bytes, 'a.pdf', defaultCaps);
				checkContent(content, raw);
				assert.equal(lettersOf(content.text), lettersOf(raw));
			}),
			{ numRuns: 150 },
		);
	});

	it('leads to the page that the text stands on', async () => {
		const book = ['tide', 'moon', 'wind', 'rain'].map((word): MadeLine[] => [
			...column(50, 60, [`The ${word} was told of by all the keepers of`, `the light, who wrote the ${word} down and never`]),
			...column(320, 60, [`forgot the ${word}.`]),
		]);
		const bytes = makePdf(book);
		const raw = await rawTextOf(bytes);
		const { text, pages: found, offsetMap } = await readDocument(bytes, 'a.pdf', defaultCaps);
		assert.equal(found.length, 4);
		for (const [at, page] of found.entries()) {
			const words = text.slice(page.start, page.end).trimEnd();
			const source = toSourceRange(offsetMap, { start: page.start, end: page.start + words.length });
			assert.ok(source);
			assert.equal(raw.slice(0, source.start).split('\f').length - 1, at, words);
			assert.equal(raw.slice(0, source.end).split('\f').length - 1, at);
		}
	});
});
