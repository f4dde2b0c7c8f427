import assert from 'node:assert/strict';
import { digitSeparatorsOf, findDigitGroups, joinDigitGroups } from '../../../src/text/digitGroups.ts';
import { tokenise } from '../../../src/text/tokenise.ts';

describe('findDigitGroups', () => {
	function check(text: string, language: string | null, expected: string) {
		it(`${text} in ${language}: ${expected || 'none'}`, () => {
			const groups = findDigitGroups(text, tokenise(text), digitSeparatorsOf(language));
			assert.equal(groups.map(({ at, count, folded }) => `${at}+${count}=${folded}`).join(' '), expected);
		});
	}
	check('17,500', 'en', '0+2=17500');
	check('of 1,234,567 women', 'en', '1+3=1234567');
	check('999,999,999,999', null, '0+4=999999999999');
	check('1,200-1,500', 'en', '0+2=1200 2+2=1500');
	check('약 12,400명', 'ko', '1+2=12400');
	check("1'000 and 1’000", 'de', '0+2=1000 3+2=1000');
	check('12.400', 'de', '0+2=12400');
	check('12 400', 'fr', '0+2=12400');
	check('12 400', 'de', '');
	check('12\u202f400', 'en', '0+2=12400');
	check('12.400', 'en', '');
	check('12,400', 'de', '');
	check('12, 400', 'en', '');
	check('1,2,3', 'en', '');
	check('0,125', 'en', '');
	check('2019,200', 'en', '');
	check('3,1415', 'en', '');
	check('a1,200', 'en', '');
	check("1,200'300,400", 'en', '');
	check('100,200,300,400,500', 'en', '');
	check('', 'en', '');
	it('is linear in a row of numbers', () => {
		const text = '100,'.repeat(50_000);
		assert.equal(findDigitGroups(text, tokenise(text), digitSeparatorsOf('en')).length, 0);
	});
});

describe('joinDigitGroups', () => {
	it('makes each number one token, in its place', () => {
		const text = 'of 12,400 women in 3,000 rooms';
		const joined = joinDigitGroups(text, tokenise(text), 'en');
		assert.deepEqual(
			joined.map(({ start, end, folded }) => `${text.slice(start, end)}=${folded}`),
			['of=of', '12,400=12400', 'women=women', 'in=in', '3,000=3000', 'rooms=rooms'],
		);
	});
	it('gives back tokens without numbers as they are', () => {
		const tokens = tokenise('of 12 women');
		assert.equal(joinDigitGroups('of 12 women', tokens, 'en'), tokens);
	});
});
