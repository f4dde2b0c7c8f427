import assert from 'node:assert/strict';
import MiniSearch from 'minisearch';
import { takeAllSteps } from '../../../src/base/steps.ts';
import { openPart } from '../../../src/search/parts/packedPart.ts';
import { toFileBytes } from '../../../src/search/parts/segmentFile.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { SearchIndex } from '../../../src/search/searchIndex.ts';
import { analyse } from '../../../src/text/analyse.ts';
import { isStopWord } from '../../../src/text/stopWords.ts';
import { describeEngine, FilledEngine, makeDocument } from '../../support/engineConformance.ts';
import { ReopenedIndex } from '../../support/reopenedIndex.ts';

describeEngine('a live index', () => new SearchIndex({ maxLivePassages: Number.POSITIVE_INFINITY }));
describeEngine('an index of packed parts', () => new SearchIndex({ maxLivePassages: 1, mergedParts: 3 }));
describeEngine('an index that was kept and opened again', () => new ReopenedIndex());

describe('SearchIndex: scores', () => {
	const words =
		'tide harbour ship storm coast island light tower keeper signal rescue boat crew captain voyage winter north wind ice rope'.split(' ');
	const documents = Array.from({ length: 240 }, (_, n) =>
		makeDocument(
			`d${n}`,
			Array.from({ length: 5 + ((n * 7) % 40) }, (_, at) => words[(n * n + at * at * 3 + at) % words.length]).join(' '),
			{
				title: `${words[n % words.length]} ${words[(n * 3) % words.length]} report`,
			},
		),
	);
	// A live part that MiniSearch files, as somebody asks after each document, or whose rows are sorted; packed parts, and parts made of those.
	const asked = new SearchIndex();
	const engines = [
		['filed', new FilledEngine(asked), asked],
		['sorted', new FilledEngine(new SearchIndex()), undefined],
		['packed', new FilledEngine(new SearchIndex({ maxLivePassages: 7, mergedParts: 3 })), undefined],
	] as const;
	const [[, engine]] = engines;
	const termsOf = (text: string) =>
		analyse(text, 'en')
			.filter((token) => !isStopWord(token.folded, 'en'))
			.map((token) => token.term);
	const reference = new MiniSearch<{ id: string; body: string; context: string }>({
		fields: ['body', 'context'],
		tokenize: termsOf,
		processTerm: (term) => term,
		searchOptions: { bm25: { k: 2, b: 0.85, d: 0 } },
	});
	for (const document of documents) {
		for (const [, each, index] of engines) {
			each.replaceDocument(document);
			index?.countUses(['tide']);
		}
		reference.add({ id: document.id, body: document.text, context: document.title });
	}

	function check(query: string) {
		it(`are MiniSearch's, its coordination factor divided out: ${query}`, () => {
			const expected = new Map(reference.search(query).map((result) => [result.id, result.score / result.queryTerms.length]));
			for (const [name, each] of engines) {
				const answer = each.search(parseQuery(query), { limit: 1_000, by: 'passage', isTyping: false });
				assert.equal(answer.hits.length, expected.size, name);
				for (const hit of answer.hits) {
					assert.ok(Math.abs(hit.score - (expected.get(hit.documentId) ?? 0)) < 1e-9, `${name} ${hit.documentId}`);
				}
			}
		});
	}
	check('tide');
	check('storms');
	check('harbour lights');
	check('the keeper of the light tower in winter');
	check('report ship captain voyage north wind ice');

	it('stay the same after documents came and went', () => {
		const ask = () => engine.search(parseQuery('harbour lights'), { limit: 1_000, by: 'document', isTyping: false });
		const before = ask();
		for (const document of documents) {
			engine.replaceDocument(makeDocument(document.id, 'something else altogether'));
		}
		for (const document of documents) {
			engine.replaceDocument(document);
		}
		const after = ask();
		assert.deepEqual(
			after.hits.map((hit) => [hit.documentId, hit.score.toFixed(9)]),
			before.hits.map((hit) => [hit.documentId, hit.score.toFixed(9)]),
		);
	});
});

describe('SearchIndex: groups that are packed apart', () => {
	const index = new SearchIndex({ maxLivePassages: 6, mergedParts: 3 });
	const groupOfPart = () => index.packedParts.map((part) => [...new Set(part.listIds().map((id) => id.charAt(0)))].join('')).sort();
	let asked = 0;
	let added = 0;
	const add = (count: number) => {
		for (const end = added + count; added < end; added++) {
			takeAllSteps(index.replaceDocumentInSteps(makeDocument(`${added % 2 === 0 ? 'a' : 'b'} ${added}`, 'Two tides a day.')));
		}
		takeAllSteps(index.packAllInSteps());
	};
	add(10);
	const together = groupOfPart();
	index.setGroups((id) => {
		asked++;
		return id.charAt(0);
	});
	takeAllSteps(index.packAllInSteps());
	const apart = groupOfPart();

	it('are taken out of the parts that there are', () => {
		assert.deepEqual([together, apart], [['ab'], ['a', 'b']]);
	});
	it('stay apart when parts are made one', () => {
		for (let round = 0; round < 6; round++) {
			add(8);
		}
		assert.deepEqual([...new Set(groupOfPart())], ['a', 'b']);
		assert.ok(index.packedParts.length < 10, `${index.packedParts.length} parts`);
		assert.equal(index.search(parseQuery('tides'), { limit: 100, by: 'passage', isTyping: false }, () => undefined).total, added);
	});
	it('are not asked for again where nothing came', () => {
		asked = 0;
		takeAllSteps(index.packAllInSteps());
		assert.equal(asked, 0);
	});
});

describe('SearchIndex: parts that are made one', () => {
	function check(name: string, maxPartWords: number | undefined, expected: number) {
		it(name, () => {
			const index = new SearchIndex({ maxLivePassages: 1, mergedParts: 3, ...(maxPartWords && { maxPartWords }) });
			for (let n = 0; n < 9; n++) {
				index.replaceDocument(makeDocument(`d${n}`, `tides${n} rise twice`));
			}
			assert.equal(index.packedParts.length, expected);
			assert.equal(index.search(parseQuery('twice'), { limit: 100, by: 'passage', isTyping: false }, () => undefined).total, 9);
		});
	}
	check('as often as there are enough of a size', undefined, 1);
	check('but never with more words than a part can hold', 12, 3);
	check('not at all where each is as large as it may be', 4, 9);
});

describe('SearchIndex: a part that is damaged while others are packed', () => {
	it('is left out of what is packed next, and its documents are asked for again', () => {
		const index = new SearchIndex({ maxLivePassages: 6, mergedParts: 9 });
		let isDamaged = false;
		const parts = ['first', 'second'].map((name, place) => {
			const filling = new SearchIndex();
			for (let n = 0; n < 8; n++) {
				filling.replaceDocument(makeDocument(`${name} ${n}`, `Tides of ${name} rise, ${n} of them.`));
			}
			takeAllSteps(filling.packAllInSteps());
			const sections = filling.packedParts[0]?.sections;
			assert.ok(sections !== undefined);
			const bytes = Buffer.concat(toFileBytes(sections));
			const part = openPart((start, end) => {
				const read = new Uint8Array(bytes.subarray(start, end));
				return place === 1 && isDamaged ? read.map((byte) => byte ^ 1) : read;
			});
			assert.ok(part !== undefined);
			return part;
		});
		index.addParts(parts);
		const lost: string[] = [];
		index.onDidLoseDocuments((ids) => lost.push(...ids));
		index.setGroups((id) => String(Number(id.at(-1)) % 2));
		const steps = index.packAllInSteps();
		steps.next();
		isDamaged = true;
		const ask = () => index.search(parseQuery('tides'), { limit: 100, by: 'passage', isTyping: false }, () => undefined).total;
		assert.equal(ask(), 8);
		takeAllSteps(steps);
		assert.equal(ask(), 8);
		assert.deepEqual([...new Set(lost.map((id) => id.slice(0, 6)))], ['second']);
		assert.deepEqual(
			index.packedParts.map((part) => part.totals.documents),
			[4, 4],
		);
	});
});

describe('SearchIndex: what a passage is worth', () => {
	const documents = [
		makeDocument('a', 'A doe ran.'),
		makeDocument('b', 'It does.'),
		makeDocument('c', 'Two tides a day, of the sea.'),
		makeDocument('d', 'Of the harbour.'),
	];
	function check(query: string, isTyping = false) {
		it(`is the same in whichever part it lies: ${query}`, () => {
			const [together, apart] = [10, 1].map((maxLivePassages) => {
				const index = new SearchIndex({ maxLivePassages, mergedParts: 9 });
				for (const document of documents) {
					index.replaceDocument(document);
				}
				const { hits } = index.search(parseQuery(query), { limit: 10, by: 'passage', isTyping }, () => undefined);
				return hits.map(({ documentId, score }) => `${documentId} ${score.toFixed(9)}`);
			});
			assert.deepEqual(apart, together);
			assert.ok((together?.length ?? 0) > 1);
		});
	}
	check('do*');
	check('d', true);
	check('"of the"');
	check('of', true);
});
