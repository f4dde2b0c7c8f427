import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../src/base/steps.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { SearchIndex, type SearchIndexOptions } from '../../../src/search/searchIndex.ts';
import { makeDocument } from '../../support/engineConformance.ts';

const words = 'tide harbour ship storm coast island light tower keeper signal rescue boat crew captain voyage'.split(' ');
const makeNth = (n: number) =>
	makeDocument(`d${n}`, Array.from({ length: 5 + (n % 7) }, (_, at) => words[(n * n + at * 3) % words.length]).join(' '));

/** Five parts of eight passages each. */
function makeIndex(options: SearchIndexOptions = {}): SearchIndex {
	const index = new SearchIndex({ maxLivePassages: 8, mergedParts: 10, ...options });
	for (let n = 0; n < 40; n++) {
		index.replaceDocument(makeNth(n));
	}
	return index;
}

function ask(index: SearchIndex): readonly string[] {
	return ['tide', 'storm coast', '"island light"', 'harb*'].flatMap((query) =>
		index
			.search(parseQuery(query), { limit: 100, by: 'passage', isTyping: false }, () => undefined)
			.hits.map(({ documentId, score }) => `${query} ${documentId} ${score.toFixed(9)}`),
	);
}

describe('joinInSteps', () => {
	it('makes one part of many, and the answers stay', () => {
		const index = makeIndex();
		const before = ask(index);
		assert.ok(before.length > 40);
		assert.equal(index.packedParts.length, 5);
		assert.ok(index.isScattered);
		takeAllSteps(index.joinInSteps());
		assert.equal(index.packedParts.length, 1);
		assert.ok(!index.isScattered);
		assert.deepEqual(ask(index), before);
	});

	it('leaves a large part alone until a fifth of all stands beside it', () => {
		const index = makeIndex();
		takeAllSteps(index.joinInSteps());
		const counts: number[] = [];
		for (let n = 40; n < 56; n++) {
			index.replaceDocument(makeNth(n));
			takeAllSteps(index.packAllInSteps());
			const [large] = index.packedParts;
			takeAllSteps(index.joinInSteps());
			if (index.packedParts[0] !== large) {
				counts.push(n + 1);
			}
		}
		assert.deepEqual(counts, [51]);
	});

	it('leaves few passages where they are', () => {
		const index = new SearchIndex({ maxLivePassages: 8, mergedParts: 10 });
		for (let n = 0; n < 16; n++) {
			index.replaceDocument(makeNth(n));
		}
		assert.equal(index.packedParts.length, 2);
		assert.ok(!index.isScattered);
	});

	it('leaves parts apart that have more words than one can hold', () => {
		const index = makeIndex({ maxPartWords: 30 });
		assert.ok(!index.isScattered);
		takeAllSteps(index.joinInSteps());
		assert.equal(index.packedParts.length, 5);
	});

	it('changes nothing when it is ended early, and can be begun again', () => {
		const index = makeIndex();
		const before = ask(index);
		const steps = index.joinInSteps();
		steps.next();
		steps.next();
		steps.return();
		assert.equal(index.packedParts.length, 5);
		assert.deepEqual(ask(index), before);
		takeAllSteps(index.joinInSteps());
		assert.equal(index.packedParts.length, 1);
		assert.deepEqual(ask(index), before);
	});

	it('leaves out documents that go meanwhile', () => {
		const index = makeIndex();
		const steps = index.joinInSteps();
		for (let count = 0; count < 20 && steps.next().done !== true; count++) {
			index.removeDocument(`d${count}`);
		}
		takeAllSteps(steps);
		assert.equal(index.packedParts.length, 1);
		const left = new SearchIndex({ maxLivePassages: 8, mergedParts: 10 });
		const ids = new Set(index.packedParts[0]?.listIds());
		for (let n = 0; n < 40; n++) {
			if (ids.has(`d${n}`)) {
				left.replaceDocument(makeNth(n));
			}
		}
		assert.ok(ids.size < 40 && !ids.has('d0'));
		assert.deepEqual(ask(index), ask(left));
	});

	it('joins the parts of each group by themselves', () => {
		const index = new SearchIndex({ maxLivePassages: 8, mergedParts: 100 });
		const groupOf = (id: string) => `${Number(id.slice(1)) % 2}`;
		index.setGroups(groupOf);
		for (let n = 0; n < 80; n++) {
			index.replaceDocument(makeNth(n));
		}
		takeAllSteps(index.joinInSteps());
		assert.deepEqual(
			index.packedParts.map((part) => [...new Set(part.listIds().map(groupOf))].join()),
			['0', '1'],
		);
	});
});

describe('parts of about the same size', () => {
	it('are made one by eights where somebody writes', () => {
		const index = new SearchIndex({ maxLivePassages: 100 });
		const counts = Array.from({ length: 16 }, (_, n) => {
			index.replaceDocument(makeNth(n));
			takeAllSteps(index.packAllInSteps());
			return index.packedParts.length;
		});
		assert.deepEqual(counts, [1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5, 6, 7, 8, 2]);
	});

	it('wait for more where very much is read', () => {
		const index = new SearchIndex({ maxLivePassages: 2, mergedFullParts: 20 });
		const counts = Array.from({ length: 60 }, (_, n) => {
			index.replaceDocument(makeNth(n));
			return index.packedParts.length;
		});
		assert.equal(Math.max(...counts), 19);
		assert.equal(counts[39], 1);
	});
});
