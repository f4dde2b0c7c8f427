import assert from 'node:assert/strict';
import { defaultCaps } from '../../src/library/caps.ts';
import { openZip, ZipArchive } from '../../src/library/container/zip.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { stoppedEarly } from '../../src/library/readers/reader.ts';
import { toSourceRange } from '../../src/text/offsetMap.ts';
import { makeDocx, readMadeDocx } from '../support/officeFiles.ts';
import { fc } from '../support/properties.ts';

const r = (text: string, properties = '') =>
	`<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('a Word document of any kind', () => {
	it('keeps every word of every run, and its place', async function () {
		const word = fc.stringMatching(/^[a-zé한字]{1,6}$/);
		const gap = fc.constantFrom('<w:r><w:tab/></w:r>', '<w:r><w:br/></w:r>', r(' '), r('&amp;'), '<w:proofErr/>', '<w:del>x</w:del>');
		const run = fc.tuple(fc.array(word, { minLength: 1, maxLength: 4 }), gap, fc.constantFrom('', '<w:b/>'));
		const paragraphs = fc.array(
			fc.tuple(
				fc.array(run, { maxLength: 4 }),
				fc.constantFrom('', '<w:outlineLvl w:val="1"/>', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
			),
		);
		await fc.assert(
			fc.asyncProperty(paragraphs, async (made) => {
				const body = made.map(
					([runs, properties]) =>
						`<w:p><w:pPr>${properties}</w:pPr>${runs.map(([words, between, format]) => `${r(`${words.join(' ')} `, format)}${between}`).join('')}</w:p>`,
				);
				const expected = made.flatMap(([runs]) => runs.flatMap(([words]) => words));
				const bytes = makeDocx(body.join(''));
				const content = await readMadeDocx(bytes);
				assert.deepEqual(content.text.match(/[a-zé한字]+/g) ?? [], expected);
				const source = sourceOf(bytes);
				for (const found of content.text.matchAll(/[a-zé한字]+/g)) {
					const place = toSourceRange(content.offsetMap, { start: found.index, end: found.index + found[0].length });
					assert.equal(source.slice(place?.start, place?.end), found[0]);
				}
			}),
			{ numRuns: 50, seed: 7 },
		);
	});

	it('a text that is longer than the cap is read up to there', async () => {
		const bytes = makeDocx(`<w:p>${r('The tide comes in twice a day.')}</w:p>`.repeat(5000));
		const { text, problems } = await readDocument(bytes, 'a.docx', { ...defaultCaps, maxTextLength: 1000 });
		assert.ok(text.length <= 1000 && text.length > 900, `${text.length}`);
		assert.deepEqual(problems, [stoppedEarly]);
	});
});

/** The main part, decoded. */
function sourceOf(bytes: Uint8Array): string {
	const archive = openZip(bytes);
	const part = archive instanceof ZipArchive ? archive.read('word/document.xml') : undefined;
	return part instanceof Uint8Array ? new TextDecoder().decode(part) : '';
}
