import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../src/base/steps.ts';
import { openPart } from '../../../src/search/parts/packedPart.ts';
import { toFileBytes } from '../../../src/search/parts/segmentFile.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { SearchIndex } from '../../../src/search/searchIndex.ts';
import { makeDocument } from '../../support/engineConformance.ts';

/** A kept index of passages with words of one stem, and how often texts of it were read. */
class KeptIndex {
	readonly index = new SearchIndex();
	readCount = 0;

	constructor(other = 'nothing') {
		const made = new SearchIndex();
		made.replaceDocument(makeDocument('other', other));
		for (let number = 0; number < 40; number++) {
			made.replaceDocument(makeDocument(`d${number}`, number % 2 === 0 ? `A government of ${number}.` : `Governing ${number} towns.`));
		}
		takeAllSteps(made.packAllInSteps());
		for (const { sections } of made.packedParts) {
			assert.ok(sections !== undefined);
			const bytes = Buffer.concat(toFileBytes(sections));
			const part = openPart((start, end) => bytes.subarray(start, end));
			assert.ok(part !== undefined);
			const makeRowFinder = part.makeRowFinder.bind(part);
			part.makeRowFinder = (words) => {
				this.readCount++;
				return makeRowFinder(words);
			};
			this.index.addParts([part]);
		}
	}

	count(typed: string, ids?: readonly string[]): number {
		const scope = ids && ({ kind: 'only', ids: new Set(ids) } as const);
		return this.index.search(parseQuery(typed), { limit: 3, by: 'passage', isTyping: true, ...(scope && { scope }) }, () => undefined)
			.total;
	}
}

describe('Known holders', () => {
	it('spare a look at the texts while letters leave the same words', () => {
		const kept = new KeptIndex();
		assert.deepEqual(
			['governm', 'governme', 'governmen'].map((typed) => kept.count(typed)),
			[20, 20, 20],
		);
		assert.equal(kept.readCount, 1);
	});

	it('are those of other words once a letter leaves others', () => {
		const kept = new KeptIndex();
		assert.deepEqual(
			['govern', 'governm', 'governi', 'governin', 'governm'].map((typed) => kept.count(typed)),
			[40, 20, 20, 20, 20],
		);
		assert.equal(kept.readCount, 2);
	});

	it('are the same when a letter leaves out words that are filed apart', () => {
		const kept = new KeptIndex('governmnet');
		assert.deepEqual(
			['governm', 'governme', 'governm'].map((typed) => kept.count(typed)),
			[21, 20, 21],
		);
		assert.equal(kept.readCount, 1);
	});

	it('are found anew when a document has gone', () => {
		const kept = new KeptIndex();
		assert.equal(kept.count('governm'), 20);
		kept.index.removeDocument('d4');
		assert.equal(kept.count('governme'), 19);
		kept.index.replaceDocument(makeDocument('d4', 'Another government.'));
		assert.equal(kept.count('governmen'), 20);
	});

	it('are not those of some documents', () => {
		const kept = new KeptIndex();
		assert.equal(kept.count('governm', ['d2', 'd4', 'd5']), 2);
		assert.equal(kept.count('governm'), 20);
		assert.equal(kept.count('governm', ['d5']), 0);
	});
});
