import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../src/base/steps.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { SearchIndex } from '../../../src/search/searchIndex.ts';
import { FilledEngine, makeDocument } from '../../support/engineConformance.ts';

const count = 27;
const words = ['tide', 'tower', 'table', 'boat', 'to', 'the', 'at', 'ships', 'tides'];
const starts = [...'bst'].flatMap((first) => [...'abcdefghijklmnopqrstuvwxyz'].map((second) => first + second));
const documents = [
	...Array.from({ length: count }, (_, number) =>
		makeDocument(`d${number}`, `${words[number % words.length]} and ${words[(number * 5) % 7]} ${number}`, {
			title: words[(number * 3) % 8] ?? '',
		}),
	),
	// Of one term, and of two letters.
	makeDocument('asked', 'an enquiry by boat'),
	makeDocument('told', 'of inquiries in islands', { title: 'inquiry' }),
	makeDocument('both', 'inquiries and enquiries on ice'),
	makeDocument('many', starts.map((start) => `${start}zz`).join(' ')),
];

/** One packed part of the documents, and how often postings of it were read. */
class PackedIndex {
	readonly index = new SearchIndex();
	readCount = 0;

	constructor() {
		for (const document of documents) {
			this.index.replaceDocument(document);
		}
		takeAllSteps(this.index.packAllInSteps());
		for (const part of this.index.packedParts) {
			const readPostings = part.readPostings.bind(part);
			part.readPostings = (...asked) => {
				this.readCount++;
				readPostings(...asked);
			};
		}
	}

	/** What is found and in which order, and how often postings were read for it. */
	ask(typed: string, ids?: readonly string[]): { readonly found: string; readonly reads: number } {
		const before = this.readCount;
		const scope = ids && ({ kind: 'only', ids: new Set(ids) } as const);
		const options = { limit: 20, by: 'passage', isTyping: true, ...(scope && { scope }) } as const;
		const { hits, total, partialTotal } = this.index.search(parseQuery(typed), options, () => undefined);
		const found = `${total} ${partialTotal} ${hits.map(({ documentId, score }) => `${documentId} ${score.toFixed(6)}`).join()}`;
		return { found, reads: this.readCount - before };
	}
}

/** What is found where nothing is remembered: all in a live part. */
function askLive(typed: string, without?: string, ids?: readonly string[]): string {
	const engine = new FilledEngine(new SearchIndex({ maxLivePassages: Number.POSITIVE_INFINITY }));
	for (const document of documents.filter(({ id }) => id !== without)) {
		engine.replaceDocument(document);
	}
	const scope = ids && ({ kind: 'only', ids: new Set(ids) } as const);
	const { hits, total, partialTotal } = engine.search(parseQuery(typed), {
		limit: 20,
		by: 'passage',
		isTyping: true,
		...(scope && { scope }),
	});
	return `${total} ${partialTotal} ${hits.map(({ documentId, score }) => `${documentId} ${score.toFixed(6)}`).join()}`;
}

describe('Known starts', () => {
	function check(name: string, typed: string, wordsRead: number) {
		it(`are read once: ${name}`, () => {
			const packed = new PackedIndex();
			const first = packed.ask(typed);
			const second = packed.ask(typed);
			assert.equal(first.found, askLive(typed));
			assert.equal(second.found, first.found);
			assert.ok(first.reads > second.reads);
			// Two fields of each word that is no start.
			assert.equal(second.reads, wordsRead * 2);
		});
	}
	check('one letter', 'b', 0);
	check('two letters', 'ta', 0);
	check('a letter of which a stop word begins', 't', 0);
	check('a stop word', 'to', 0);
	check('behind a word', 'boat t', 1);
	check('behind what is left out', '-boat t', 1);
	check('a letter with words of which another spelling begins otherwise', 'i', 0);
	check('two letters of such a word', 'en', 0);
	check('such a start behind a word', 'boat e', 1);

	it('are good for some documents too', () => {
		const packed = new PackedIndex();
		packed.ask('t');
		const ids = ['d1', 'd2', 'd3', 'd20'];
		assert.deepEqual(packed.ask('t', ids), { found: askLive('t', undefined, ids), reads: 0 });
	});

	it('are good for some documents too, where words begin otherwise in another spelling', () => {
		const packed = new PackedIndex();
		const ids = ['d1', 'told', 'both'];
		assert.equal(packed.ask('e', ids).found, askLive('e', undefined, ids));
		packed.ask('e');
		assert.deepEqual(packed.ask('e', ids), { found: askLive('e', undefined, ids), reads: 0 });
		packed.index.removeDocument('both');
		assert.equal(packed.ask('e').found, askLive('e', 'both'));
	});

	it('are read anew when a document has gone', () => {
		const packed = new PackedIndex();
		packed.ask('t');
		packed.index.removeDocument('d9');
		const { found, reads } = packed.ask('t');
		assert.equal(found, askLive('t', 'd9'));
		assert.ok(reads > 0);
	});

	it('that were asked for last are remembered', () => {
		const packed = new PackedIndex();
		packed.ask('b');
		for (const typed of starts) {
			packed.ask(typed);
		}
		assert.equal(packed.ask('tz').reads, 0);
		assert.equal(packed.ask('b').reads, 0);
		assert.ok(packed.ask('ba').reads > 0);
	});
});
