import assert from 'node:assert/strict';
import type { NearQuestion } from '../../../src/service/library.ts';
import { MemorySource } from '../../support/memorySource.ts';
import { makeLibrary } from '../../support/openLibrary.ts';

const documents = new Map([
	['lighthouse', 'The keepers of the lighthouse counted forty ships before the storm. None of them came back to the harbour.'],
	['market', 'Fishmongers sell herring and mackerel in the market hall, every morning but Sunday, under a roof of iron and glass.'],
	['law', 'Parliament passed a law on wages: whoever works at night is paid a quarter more, and may not be dismissed for refusing.'],
	['seoul', '서울의 상담소와 쉼터는 2004년의 61곳에서 2014년의 91곳으로 늘었다. 정부의 지원금은 매달 40만 원이다.'],
]);

async function open() {
	const source = new MemorySource();
	for (const [name, text] of documents) {
		source.write(`mem:/a/${name}.txt`, text);
	}
	const made = makeLibrary(source);
	await made.open(['mem:/a']);
	return (text: string, more: Partial<NearQuestion> = {}) =>
		made.library.findNear({ text, prose: [{ start: 0, end: text.length }], limit: 5, ...more });
}

describe('passages near a paragraph', () => {
	const check = (name: string, text: string, expected: string) =>
		it(`finds ${name}`, async () => {
			const { kind, hits } = await (await open())(text);
			assert.deepEqual([kind, hits.map(({ documentId }) => documentId)], ['passages', [`mem:/a/${expected}.txt`]]);
		});
	check(
		'what says the same in other words',
		'Forty ships had been counted by those who kept the lighthouse; after the storm the harbour saw none again.',
		'lighthouse',
	);
	check('a law by what it says', 'Nobody may be dismissed who refuses to work by night, and night wages are a quarter higher.', 'law');
	check('what stands in another order', 'Glass and iron: the roof of the market hall where mackerel and herring are sold.', 'market');
	check('Korean with other particles', '상담소가 2014년에 91곳까지 늘었고 쉼터도 정부가 지원한다.', 'seoul');

	it('marks what they share, and names what was asked for', async () => {
		const { words, hits } = await (await open())('The storm took forty ships from the harbour, said the lighthouse.');
		const text = documents.get('lighthouse') ?? '';
		assert.deepEqual(
			hits[0]?.highlights.map(({ start, end }) => text.slice(start, end)),
			['lighthouse', 'forty', 'ships', 'storm', 'harbour'],
		);
		assert.deepEqual([...words].sort(), ['forty', 'harbour', 'lighthouse', 'ships', 'storm']);
	});

	it('finds nothing where no passage holds enough of it', async () => {
		const { kind, hits } = await (await open())(
			'A storm of applause in parliament: the morning paper counted every hand, and the roof of glass shook with wages of joy and herring.',
		);
		assert.deepEqual([kind, hits.filter(({ documentId }) => documentId.includes('lighthouse'))], ['passages', []]);
	});

	it('says that a paragraph is too short, or of words that nobody knows', async () => {
		const find = await open();
		for (const text of ['The storm.', 'So it was, and so it is.', 'Zeppelins, xylophones, quagmires, umbrellas and velvet.', '']) {
			assert.equal((await find(text)).kind, 'tooShort', text);
		}
	});

	it('asks for the prose only', async () => {
		const text = 'const ships = "forty lighthouse keepers counted storm harbour";';
		assert.equal((await (await open())(text, { prose: [] })).kind, 'tooShort');
	});

	it('leaves out what is out of the scope: the note itself', async () => {
		const text = documents.get('lighthouse') ?? '';
		const { hits } = await (await open())(text, { scope: { kind: 'without', ids: new Set(['mem:/a/lighthouse.txt']) } });
		assert.deepEqual(hits, []);
	});

	it('takes no more of a giant paragraph than two pages', async () => {
		const text = `${'other words entirely '.repeat(400)}${documents.get('lighthouse')}`;
		assert.equal((await (await open())(text)).kind, 'tooShort');
	});
});
