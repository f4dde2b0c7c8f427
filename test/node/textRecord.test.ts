import assert from 'node:assert/strict';
import { Seal } from '../../src/files/textStore/seal.ts';
import { encodeRecord, TextRecord } from '../../src/files/textStore/textRecord.ts';
import { type DocumentContent, emptyContent } from '../../src/library/document.ts';
import { toPlaces } from '../../src/library/keptText.ts';
import { makeRandom } from '../support/random.ts';

const seal = new Seal(undefined);
const [textId, recipe] = ['abc md', 'recipe'];

function makeContent(text: string): DocumentContent {
	const pages = text === '' ? [] : [{ label: 'iv', start: 0, end: text.length }];
	const headings = [1, 2].filter((end) => end <= text.length).map((end) => ({ level: 1, text: `Chapter ${end}`, start: end - 1, end }));
	return { ...emptyContent('txt', []), title: 'A title', text, pages, headings, offsetMap: [] };
}

describe('the record of a text', function () {
	const random = makeRandom(7);
	const words = (count: number, alphabet: string) =>
		Array.from({ length: count }, () =>
			Array.from({ length: 1 + random(9) }, () => [...alphabet][random([...alphabet].length)]).join(''),
		).join(' ');
	const texts: readonly (readonly [string, string])[] = [
		['no text', ''],
		['one letter', 'a'],
		['plain words', words(40_000, 'abcdefghij')],
		['words of many bytes', words(40_000, 'äßł가나漢字')],
		['surrogate pairs at every border', '𝒜'.repeat(30_000)],
		['surrogate pairs, shifted by one', `x${'𝒜'.repeat(30_000)}`],
		['half a surrogate pair', `${words(5_000, 'abc')}\ud835${words(5_000, 'abc')}`],
	];

	for (const [name, text] of texts) {
		it(`gives back ${name}, whole and in parts`, async () => {
			const content = makeContent(text);
			const bytes = await encodeRecord(content, textId, recipe, seal);
			const record = TextRecord.open((start, end) => bytes.subarray(start, end), bytes.length, textId, recipe, seal);
			assert.ok(record);
			assert.equal(record.length, text.length);
			assert.equal(JSON.stringify(record.readContent()), JSON.stringify(content));
			assert.equal(JSON.stringify(await record.loadContent()), JSON.stringify(content));
			assert.deepEqual(record.readPlaces(), toPlaces(content));
			for (let round = 0; round < 200; round++) {
				const start = random(text.length + 1);
				const end = Math.min(text.length, start + random(round % 2 === 0 ? 600 : 20_000));
				assert.equal(record.readText(start, end), text.slice(start, end), `${start} to ${end}`);
			}
		});
	}

	it('reads a passage without the rest', async () => {
		const text = words(200_000, 'abcdefghij');
		const bytes = await encodeRecord(makeContent(text), textId, recipe, seal);
		let read = 0;
		const source = (start: number, end: number) => {
			read += end - start;
			return bytes.subarray(start, end);
		};
		const record = TextRecord.open(source, bytes.length, textId, recipe, seal);
		assert.equal(record?.readText(700_000, 700_500), text.slice(700_000, 700_500));
		assert.ok(read < 30_000 && bytes.length > 300_000, `${read} of ${bytes.length} bytes`);
	});

	it('gives nothing wrong when any byte is another', async () => {
		const text = words(10_000, 'abcdefghij');
		const bytes = await encodeRecord(makeContent(text), textId, recipe, seal);
		let refused = 0;
		for (let round = 0; round < 400; round++) {
			const damaged = Buffer.from(bytes);
			const at = round < 200 ? round : random(bytes.length);
			damaged[at] = (damaged[at] ?? 0) ^ (1 << random(8));
			const record = TextRecord.open((start, end) => damaged.subarray(start, end), damaged.length, textId, recipe, seal);
			const content = record?.readContent();
			const passage = record?.readText(20_000, 20_100);
			assert.equal(content, undefined);
			assert.ok(passage === undefined || passage === text.slice(20_000, 20_100));
			refused += Number(record === undefined);
		}
		assert.ok(refused > 0);
	});

	it('is no record of another text, of another reader, or with another key', async () => {
		const bytes = await encodeRecord(makeContent('text'), textId, recipe, seal);
		const open = (id: string, of: string, by: Seal) =>
			TextRecord.open((start, end) => bytes.subarray(start, end), bytes.length, id, of, by);
		assert.ok(open(textId, recipe, seal));
		assert.deepEqual(
			[open('other', recipe, seal), open(textId, 'other', seal), open(textId, recipe, new Seal('ab'))],
			[undefined, undefined, undefined],
		);
	});
});
