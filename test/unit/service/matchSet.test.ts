import assert from 'node:assert/strict';
import { Cancelled } from '../../../src/base/cancellation.ts';
import { withFieldValues, withTerms } from '../../../src/search/queryFields.ts';
import type { Facet, Library, MatchQuestion } from '../../../src/service/library.ts';
import { MemorySource } from '../../support/memorySource.ts';
import { makeLibrary } from '../../support/openLibrary.ts';

const long = (word: string, count: number) =>
	Array.from({ length: count }, (_, n) => `${`The ${word} of day ${n}. `.repeat(12)}`).join('\n\n');

/** One library for all: nothing is changed in it. */
let opened: Promise<Library> | undefined;

function open(): Promise<Library> {
	opened ??= fill();
	return opened;
}

async function fill(): Promise<Library> {
	const source = new MemorySource()
		.write('mem:/notes/2008/old.md', '---\ntitle: Old wells\nauthor: Ann Roe\ndate: 2008-03-01\nlanguage: en\n---\n\nThe tides of old.')
		.write(
			'mem:/notes/2019/new.md',
			'---\ntitle: New wells\nauthor: Kim Lee\npublisher: The Post\nlanguage: de\ndate: 2019-05-02\n---\n\nThe tides of late rise.',
		)
		.write(
			'mem:/notes/2019/other.md',
			'---\ntitle: Others\nauthor: Kim\npublisher: The Post\nlanguage: en-GB\ndate: 2019-06\n---\n\nThe tides fall. The wells too.',
		)
		.write('mem:/notes/plain.txt', 'Nobody dated these tides.')
		.write('mem:/notes/long.txt', long('tides', 9))
		.write('mem:/notes/rise.txt', 'They rise.')
		.write(
			'mem:/notes/2019/harbour.md',
			'---\ndate: 2019\n---\n\n# A\n\nThe Polaris Project is a charity at the harbour.\n\n# B\n\nThe harbour grew.\n\n# C\n\nAt the harbour the Polaris Project and Kim Yeo-ni met.\n\n# D\n\nKim Yeo-ni left the harbour.',
		);
	source.writeProblem('mem:/notes/locked.pdf', { kind: 'encrypted', detail: 'Locked' });
	const { library, open } = makeLibrary(source);
	await open(['mem:/notes']);
	return library;
}

describe('everything that matches', () => {
	const questions: readonly MatchQuestion[] = [
		{ query: 'tides', isTyping: false },
		{ query: 'tides rise', isTyping: false },
		{ query: 'tides type:md', isTyping: false },
		{ query: 'tides year:2019', isTyping: true },
		{ query: 'tid', isTyping: true },
		{ query: 'tydes', isTyping: false },
		{ query: 'polaris grew', isTyping: false },
		{ query: 'harbour OR tides -late', isTyping: false },
		{ query: 'author:kim', isTyping: false },
		{ query: '', isTyping: false },
		{ query: 'tides', isTyping: false, scope: { kind: 'without', ids: new Set(['mem:/notes/long.txt']) } },
	];
	for (const question of questions) {
		it(`is counted and paged as searched: ${question.query || 'nothing'} ${question.scope?.kind ?? ''}`, async () => {
			const library = await open();
			const { query, isTyping, scope } = question;
			const answer = await library.search(query, { limit: 10_000, by: 'passage', isTyping, ...(scope && { scope }) });
			const set = await library.findMatches(question);
			assert.deepEqual([set.total, set.partialTotal, set.corrections], [answer.total, answer.partialTotal, answer.corrections]);
			assert.equal(
				set.documents.reduce((sum, { count }) => sum + count, 0),
				answer.total,
			);
			assert.equal(
				set.documents.reduce((sum, { partialCount }) => sum + partialCount, 0),
				answer.partialTotal,
			);
			const byDocument = await library.search(query, { limit: 10_000, by: 'document', isTyping, ...(scope && { scope }) });
			assert.deepEqual([byDocument.inOnePassage, byDocument.hits.length], [set.documentCount, set.documents.length]);
			for (const { id, count, partialCount } of set.documents) {
				const expected = answer.hits.filter((hit) => hit.documentId === id).sort((a, b) => a.start - b.start);
				for (const [isFull, ofKind] of [
					[true, count],
					[false, partialCount],
				] as const) {
					const paged = [];
					for (let from = 0; from < ofKind; from += 2) {
						paged.push(...(await library.getMatches(question, { documentId: id, isFull, from, count: 2 })));
					}
					assert.deepEqual(
						paged,
						expected.filter((hit) => (hit.missing.length === 0) === isFull),
					);
				}
			}
		});
	}

	it('counts only what is searched as searched', async () => {
		const library = await open();
		const set = await library.findMatches({
			query: 'tides',
			isTyping: false,
			scope: { kind: 'only', ids: new Set(['mem:/notes/plain.txt']) },
		});
		assert.deepEqual(set.coverage, { found: 1, read: 1, partial: 0, skipped: 0 });
		assert.equal((await library.findMatches({ query: 'tides', isTyping: false })).coverage.skipped, 1);
		assert.deepEqual(
			await library.getMatches(
				{ query: 'tides', isTyping: false, scope: { kind: 'only', ids: new Set() } },
				{ documentId: 'mem:/notes/plain.txt', isFull: true, from: 0, count: 9 },
			),
			[],
		);
		assert.deepEqual(
			await library.getMatches({ query: 'tides', isTyping: false }, { documentId: 'mem:/gone', isFull: true, from: 0, count: 9 }),
			[],
		);
	});

	it('counts many queries at once, and stops when nobody waits', async () => {
		const library = await open();
		const counts = await library.countMatches(['tides', 'storms', 'wells'].map((query) => ({ query, isTyping: false })));
		assert.deepEqual(
			counts.map(({ total, documentCount }) => [total, documentCount]),
			[
				[9, 5],
				[0, 0],
				[3, 3],
			],
		);
		await assert.rejects(
			library.countMatches([{ query: 'tides', isTyping: false }], undefined, { isCancellationRequested: true }),
			Cancelled,
		);
	});
});

describe('facets', () => {
	async function valuesOf(query: string, field: Facet['field']) {
		const facets = await (await open()).findFacets({ query, isTyping: false });
		return (facets.find((facet) => facet.field === field)?.values ?? []).map(
			({ value, count, documentCount, isChosen }) => `${isChosen ? '*' : ''}${value} ${count}/${documentCount}`,
		);
	}
	function check(query: string, field: Facet['field'], expected: readonly string[]) {
		it(`${field} of ${query}`, async () => assert.deepEqual(await valuesOf(query, field), expected));
	}
	check('tides', 'date', ['2019 2/2', '2008 1/1', 'none 6/2']);
	check('tides', 'type', ['txt 6/2', 'md 3/3']);
	check('tides', 'author', ['Kim 2/2', 'Ann Roe 1/1', 'Kim Lee 1/1', 'none 6/2']);
	check('tides', 'path', ['/notes/ 9/5', '/notes/2008/ 1/1', '/notes/2019/ 2/2']);
	check('tides', 'site', ['The Post 2/2', 'none 7/3']);
	check('tides site:post', 'site', ['*The Post 2/2', 'none 7/3']);
	check('tides site:none', 'author', ['Ann Roe 1/1', 'none 6/2']);
	check('tides', 'language', ['en 7/3', 'de 1/1', 'none 1/1']);
	check('tides lang:de', 'language', ['en 7/3', '*de 1/1', 'none 1/1']);
	check('tides lang:de', 'site', ['The Post 1/1']);
	check('tides lang:en', 'site', ['The Post 1/1', 'none 6/2']);
	check('tides year:2019', 'date', ['*2019 2/2', '2008 1/1', 'none 6/2']);
	check('tides year:2019', 'type', ['md 2/2']);
	check('tides year:none', 'date', ['2019 2/2', '2008 1/1', '*none 6/2']);
	check('tides year:2019 type:txt', 'date', ['none 6/2']);
	check('tides year:2019 type:txt', 'type', ['md 2/2']);
	check('tides path:/notes/2019/', 'path', ['/notes/ 9/5', '/notes/2008/ 1/1', '*/notes/2019/ 2/2']);
	check('tides rise', 'type', ['md 1/1']);
	check('tides storms', 'type', ['txt 6/2', 'md 3/3']);
	check('storms', 'type', []);
	check('harbour', 'term', ['Kim Yeo-ni 2/1', 'Polaris Project 2/1']);
	check('"Polaris Project" harbour', 'term', ['Kim Yeo-ni 2/1', '*Polaris Project 2/1']);

	it('count what the query finds that is narrowed to a value', async () => {
		const library = await open();
		let termCount = 0;
		for (const query of [
			'tides',
			'wells year:2019',
			'tides rise type:md',
			'author:kim',
			'harbour',
			'"polaris project" harbour year:2019',
			// Looked for only where nothing else is asked for.
			'the',
			'at',
		]) {
			for (const { field, values } of await library.findFacets({ query, isTyping: false })) {
				for (const { value, count, documentCount } of values) {
					termCount += Number(field === 'term');
					const asked = { text: query, isTyping: false };
					const { text, isTyping } = field === 'term' ? withTerms(asked, [value]) : withFieldValues(asked, field, [value]);
					const set = await library.findMatches({ query: text, isTyping });
					assert.deepEqual([set.total, set.documentCount], [count, documentCount], text);
				}
			}
		}
		assert.ok(termCount >= 4, `${termCount} terms`);
	});
});
