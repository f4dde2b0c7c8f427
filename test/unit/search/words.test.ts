import assert from 'node:assert/strict';
import { LiveWords } from '../../../src/search/parts/liveWords.ts';
import { Selection } from '../../../src/search/ranking.ts';
import { editDistance, findNeighbours } from '../../../src/search/spelling.ts';
import { fc } from '../../support/properties.ts';

describe('editDistance', () => {
	function check(a: string, b: string, limit: number, expected: number) {
		it(`${a} ${b}, at most ${limit}: ${expected}`, () => assert.equal(editDistance(a, b, limit), expected));
	}
	check('trafficking', 'trafficking', 2, 0);
	check('trafiking', 'trafficking', 2, 2);
	check('polcie', 'police', 1, 1);
	check('ehalth', 'health', 1, 1);
	check('police', 'policy', 1, 1);
	check('police', 'polite', 1, 1);
	check('dolice', 'police', 1, 2);
	check('police', 'politics', 2, 3);
	check('a', 'abcd', 2, 3);
	check('', '', 1, 0);
});

describe('the words of a live part', () => {
	const vocabulary = new LiveWords();
	const use = (words: string, language = 'en') => {
		for (const word of words.split(' ')) {
			vocabulary.use(vocabulary.toNumber(word, language), 1);
		}
	};
	use('trafficking trafficking traffic training police polices policy brothel brothels the 2008 2009');
	use('hauser', 'de');
	use('정부는 정부', 'ko');
	use('준설사업이란 준설량이 준설량 해양수산부는', 'ko');
	const withPrefix = (prefix: string) => {
		const found: number[] = [];
		vocabulary.forEachWithPrefix(prefix, 'en', (word) => found.push(word));
		return found;
	};
	const show = (numbers: readonly number[]) => numbers.map((number) => vocabulary.foldedOf(number)).join(' ');

	function check(name: string, actual: () => string, expected: string) {
		it(name, () => assert.equal(actual(), expected));
	}
	const neighbours = (word: string) =>
		findNeighbours(word, [vocabulary])
			.map(({ folded, distance }) => `${folded} ${distance}`)
			.join(', ');
	check('one slip', () => neighbours('traffiking'), 'trafficking 1');
	check('two slips in a long word', () => neighbours('trafiking'), 'trafficking 2, training 2');
	check('of equals the most used first', () => neighbours('polic'), 'police 1, policy 1');
	check('short words have none', () => neighbours('pol'), '');
	check('numbers have none', () => neighbours('2007'), '');
	check('giants have none', () => neighbours('a'.repeat(10_000)), '');
	check('compounds that begin with a Korean word', () => neighbours('준설'), '준설량 1, 준설사업 2');
	check('asked with its particles', () => neighbours('준설을'), '준설량 1, 준설사업 2');
	check('no words that only hold it', () => neighbours('수산부'), '');
	check('one syllable is in too many words', () => neighbours('준'), '');
	check('of a word with signs the word without them', () => neighbours('police++'), 'police 2');
	check('in another form', () => neighbours('.brothels'), 'brothels 1');
	check('no word with signs that nobody wrote without them', () => neighbours('.pol'), '');
	check('words of one term', () => show(vocabulary.withTerm(vocabulary.findTerm('brothel'), 'en')), 'brothel brothels');
	check('Korean with and without particles', () => show(vocabulary.withTerm(vocabulary.findTerm('정부'), 'ko')), '정부는 정부');
	check('stop words have a term of their own', () => show(vocabulary.withTerm(vocabulary.findTerm('the'), 'en')), '');
	check('stop words stand for themselves', () => show(vocabulary.withFolded('the', 'en')), 'the');
	check('words that start so', () => show(withPrefix('traff')), 'trafficking traffic');
	check('languages are apart', () => show(withPrefix('haus')), '');

	it('forgets words that no document uses any more', () => {
		const number = vocabulary.toNumber('ephemeral', 'en');
		vocabulary.use(number, 1);
		assert.equal(show(withPrefix('ephem')), 'ephemeral');
		vocabulary.use(number, -1);
		assert.equal(show(withPrefix('ephem')), '');
		assert.equal(neighbours('ephemerol'), '');
		assert.equal(neighbours('ephemeral+'), '');
	});
	it('keeps prototype words apart', () => {
		const numbers = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((word) => vocabulary.toNumber(word, 'en'));
		assert.equal(new Set(numbers).size, 4);
	});
});

describe('Selection', () => {
	it('compares an equal one once where there is no place for it', () => {
		let compared = 0;
		const selection = new Selection(100, (a, b) => {
			compared++;
			return a - b;
		});
		for (let item = 0; item < 10_000; item++) {
			selection.add(item, 1, 0);
		}
		assert.deepEqual([selection.best.length, selection.best[0]?.item, selection.best[99]?.item], [100, 0, 99]);
		assert.ok(compared < 11_000, `${compared} times`);
	});
	it('is sorting and cutting', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(5))), fc.nat(10), (items, limit) => {
				const rankOf = (item: number) => items[item]?.[0] ?? 0;
				const scoreOf = (item: number) => items[item]?.[1] ?? 0;
				const selection = new Selection(limit, (a, b) => a - b);
				const all = items.map((_, index) => index);
				for (const item of [...all].reverse()) {
					selection.add(item, rankOf(item), scoreOf(item));
				}
				const sorted = all.sort((a, b) => rankOf(b) - rankOf(a) || scoreOf(b) - scoreOf(a) || a - b);
				assert.deepEqual(
					selection.best.map(({ item }) => item),
					sorted.slice(0, limit),
				);
			}),
		);
	});
});
