import assert from 'node:assert/strict';
import { englishWords, PackedWordList } from '../../../../src/library/repair/wordList.ts';
import { inTime } from '../../../support/timeLimits.ts';

describe('the English word list', () => {
	function check(word: string, expected: boolean) {
		it(`${expected ? 'has' : 'lacks'} ${word}`, () => assert.equal(englishWords.has(word), expected));
	}
	for (const word of [
		'people',
		'someone',
		'frequency',
		'available',
		'stuck',
		'we',
		'a',
		'zoos',
		'unhappiness',
		'resettled',
		'abilities',
		'women’s',
		'Women',
		'PEOPLE',
		'naïve',
		'naive',
	]) {
		check(word, true);
	}
	for (const word of ['Korea', 'KOREA', 'London']) {
		check(word, true);
	}
	for (const word of ['korea', 'peo', 'uck', 'frequen', 'cy', '', 'xyzzy', '10th', '사람']) {
		check(word, false);
	}

	it('opens what was packed', () => {
		const list = new PackedWordList('a A\nabAblesDyAout\n\nabAbot');
		assert.deepEqual(
			['a', 'abbles', 'abbley', 'about', 'ab', 'abbot', 'Abbot'].map((word) => list.has(word)),
			[true, true, true, true, false, false, true],
		);
	});

	it('answers a thousand first questions in no time', () =>
		inTime(5, () => {
			const fresh = new PackedWordList('peAopleBn\n\n');
			for (let at = 0; at < 1_000; at++) {
				fresh.has(`pe${at.toString(36)}`);
			}
		}));
});
