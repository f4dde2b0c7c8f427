import assert from 'node:assert/strict';
import { type ListLevel, ListNumbers } from '../../../../src/library/readers/listNumbers.ts';
import { formatNumber } from '../../../../src/library/readers/numberFormats.ts';

describe('numbers of office documents', () => {
	function check(format: string, number: number, expected: string) {
		it(`${number} as ${format}`, () => assert.equal(formatNumber(number, format), expected));
	}
	check('decimal', 12, '12');
	check('decimalZero', 7, '07');
	check('lowerRoman', 1994, 'mcmxciv');
	check('upperRoman', 4000, '4000');
	check('upperRoman', 0, '0');
	check('lowerLetter', 26, 'z');
	check('upperLetter', 28, 'BB');
	check('ordinal', 2, '2nd');
	check('ordinal', 112, '112th');
	check('ordinal', 121, '121st');
	check('ganada', 3, '다');
	check('ganada', 99, '99');
	check('decimalEnclosedCircle', 20, '⑳');
	check('none', 3, '');
	check('a way that nobody knows', 3, '3');
});

describe('marks of lists', () => {
	const level = (format: string, text: string, start = 1): ListLevel => ({ format, text, start, font: '', isLegal: false });
	function check(name: string, levels: readonly ListLevel[], steps: readonly number[], expected: readonly string[]) {
		it(name, () => {
			const numbers = new ListNumbers();
			assert.deepEqual(
				steps.map((at) => numbers.next('a', at, (asked) => levels[asked])),
				expected,
			);
		});
	}
	const two = [level('decimal', '%1.'), level('lowerLetter', '%1%2)', 3)];
	check('start where their level says', two, [1, 1], ['1c)', '1d)']);
	check('a higher item lets the lower begin anew', two, [0, 1, 1, 0, 1], ['1.', '1c)', '1d)', '2.', '2c)']);
	check('levels that are not there', two, [2, 99, -1], ['', '', '']);
	check('a text that asks for other levels than there are', [level('decimal', '%1.%9')], [0], ['1.1']);
	check('nothing but a stop', [level('none', '%1.')], [0], ['']);
	check('a sign that no other font shows', [level('bullet', '\uf0d8')], [0], ['•']);
	check('an empty sign', [level('bullet', ' ')], [0], ['']);
});
