import assert from 'node:assert/strict';
import { type Steps, takeAllSteps } from '../../src/base/steps.ts';
import { parseQuery } from '../../src/search/query.ts';
import { SearchIndex } from '../../src/search/searchIndex.ts';
import { takeCounted } from '../support/countedSteps.ts';
import { makeDocument } from '../support/engineConformance.ts';
import { textSourceOf } from '../support/textSource.ts';

/** Queries that nobody means and that look at everything many times over: their steps stay short, so that the next key is heard. */
describe('the steps of long queries', () => {
	let state = 7;
	const random = (below: number) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	const letters = 'abcdefghijklmnopqrstuvwxyz';
	const makeWord = () => Array.from({ length: 1 + random(3) }, () => letters[random(26)]).join('');
	const index = new SearchIndex();
	const texts = new Map<string, string>();
	before(() => {
		for (let document = 0; document < 300; document++) {
			const text = Array.from({ length: 3_000 }, makeWord).join(' ');
			texts.set(String(document), text);
			takeAllSteps(index.replaceDocumentInSteps(makeDocument(String(document), text)));
			takeAllSteps(index.tidyInSteps());
		}
	});

	const options = { limit: 100, by: 'passage', isTyping: true } as const;
	const search = (query: string): Steps<unknown> => index.searchInSteps(parseQuery(query), options, textSourceOf(texts));
	const list = (query: string): Steps<unknown> => index.listMatchesInSteps(parseQuery(query), options);

	function check(name: string, query: string, leastSteps: number, ask = search) {
		it(name, () => {
			const { count } = takeCounted(ask(query));
			assert.ok(count >= leastSteps, `${count} steps`);
		});
	}
	const all = [...letters];
	check('every letter as a start', all.map((letter) => `${letter}*`).join(' '), 20);
	check('every letter as a start of one of them', all.map((letter) => `${letter}*`).join(' OR '), 20);
	check('words near to each other', all.map((letter, at) => `"${letter} ${all[(at + 1) % 26]} ${all[(at + 2) % 26]}"~500`).join(' '), 20);
	check('rows of common words', all.map((letter, at) => `"${letter} ${all[(at + 3) % 26]}"`).join(' '), 20);
	check('every letter as a start, listed', all.map((letter) => `${letter}*`).join(' '), 20, list);
	it('gives way as often as the words between near ones take time', () => {
		const countSteps = (distance: number) => takeCounted(search(`"a b"~${distance}`)).count;
		const [few, many] = [countSteps(1), countSteps(500)];
		assert.ok(many > few + 20, `${few} and ${many} steps`);
	});
	check('what is left out', `a* ${all.map((letter, at) => `-"${letter} ${all[(at + 5) % 26]}"~2`).join(' ')}`, 20);
});

describe('an index that two pack at once', () => {
	it('packs each document once, and none that goes meanwhile', () => {
		const index = new SearchIndex({ maxLivePassages: 2, mergedParts: 20 });
		const add = (id: string, wordCount: number) =>
			takeAllSteps(
				index.replaceDocumentInSteps(makeDocument(id, `Tides.\n\n${Array.from({ length: wordCount }, (_, at) => `${id}${at}`).join(' ')}`)),
			);
		const ids = ['a', 'b', 'c', 'd'];
		for (const id of ids) {
			// So much that it is put in order in several steps.
			add(id, 30_000);
		}
		const first = index.packAllInSteps();
		first.next();
		add('e', 10);
		add('f', 10);
		const second = index.tidyInSteps();
		// By turns, as the worker has them taken.
		for (let turn = 0; turn < 20; turn++) {
			second.next();
			first.next();
		}
		index.removeDocument('b');
		takeAllSteps(first);
		takeAllSteps(second);
		takeAllSteps(index.packAllInSteps());
		const { hits } = index.search(parseQuery('tides'), { limit: 10, by: 'document', isTyping: false }, () => undefined);
		assert.deepEqual(hits.map(({ documentId }) => documentId).sort(), ['a', 'c', 'd', 'e', 'f']);
		assert.deepEqual(index.packedParts.flatMap((part) => part.listIds()).sort(), ['a', 'c', 'd', 'e', 'f']);
	});
});
