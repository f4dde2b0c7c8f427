import assert from 'node:assert/strict';
import { comparePlaces } from '../../scripts/evaluate/alignment.mjs';
import { comparePair, leftOver, orderedLength, toF1, toShingles, toWords } from '../../scripts/evaluate/score.mjs';
import { isMet } from '../../scripts/evaluate/table.mjs';

const words = (text: string): string[] => text.split(' ').filter(Boolean);

describe('comparePair', () => {
	const check = (name: string, found: string, right: string, precision: number, recall: number) =>
		it(name, () => {
			const pair = comparePair(words(found), words(right));
			assert.deepEqual([pair.precision, pair.recall], [precision, recall]);
		});
	check('counts a word as often as it stands on both sides', 'a a b', 'a b b b', 2 / 3, 2 / 4);
	check('finds nothing in nothing', '', 'a', 0, 0);
	check('lets two empty bags agree', '', '', 1, 1);
	check('counts what should not be there', 'a', '', 0, 1);
	it('gives a harmonic mean of 0 where nothing is right', () => assert.equal(toF1(comparePair(['a'], ['b'])), 0));
	it('names what is missing, in order', () => assert.deepEqual(leftOver(words('a b a c'), words('c a')), words('b a')));
});

describe('toShingles', () => {
	it('takes runs of neighbours', () => assert.deepEqual(toShingles(words('a b c'), 2), ['a b', 'b c']));
	it('takes fewer words as one run', () => assert.deepEqual(toShingles(words('a b'), 4), ['a b']));
	it('knows words of all letters', () => assert.deepEqual(toWords('Größe, 東京 3_x'), ['Größe', '東京', '3_x']));
});

describe('orderedLength', () => {
	const check = (name: string, found: string, right: string, expected: number) =>
		it(name, () => assert.equal(orderedLength(words(found), words(right)), expected));
	check('passes over what is in between', 'a x b y c', 'a b c', 3);
	check('does not count what stands in another order', 'c b a', 'a b c', 1);
	check('counts nothing of nothing', '', 'a', 0);
});

describe('comparePlaces', () => {
	const check = (name: string, before: string, after: string, expected: { lost?: number[]; added?: number[]; other?: number[] }) =>
		it(name, () => assert.deepEqual(comparePlaces(before, after), { lost: [], added: [], other: [], ...expected }));
	check('finds no change in another kind of white space', 'a b\nc', 'a\n\nb c ', {});
	check('finds a joined word', 'some one came', 'someone came', { lost: [4] });
	check('finds a parted word', 'someone came', 'some one came', { added: [4] });
	check('finds another character and goes on behind it', 'the cat sat on the mat here', 'the cot sat on the mathere', {
		lost: [22],
		other: [5],
	});
	check('finds what is missing, and goes on behind it', 'one - two three four', 'one two three four', { other: [4] });
	check('finds a missing end', 'one two', 'one', { other: [4] });
	check('takes control characters for nothing', 'a \u0007 b', 'a b', {});
});

describe('isMet', () => {
	const check = (name: string, ours: unknown, goal: object | undefined, expected: boolean | undefined) =>
		it(name, () => assert.equal(isMet({ ours, goal }), expected));
	check('says nothing without a goal', 1, undefined, undefined);
	check('wants more than the peer has', 3, { moreThan: 3 }, false);
	check('wants both bounds', 0.98, { atLeast: 0.95, atMost: 0.99 }, true);
	check('is not met by what is no figure', 'not read', { atMost: 1.5 }, false);
	check('is not met by no number', Number.NaN, { atLeast: 0 }, false);
});
