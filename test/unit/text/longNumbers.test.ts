import assert from 'node:assert/strict';
import { findLongNumbers, joinLongNumber, measureLongNumber } from '../../../src/text/longNumbers.ts';
import { tokenise } from '../../../src/text/tokenise.ts';

describe('long numbers', () => {
	function check(name: string, text: string, expected: string) {
		it(`${name}: ${text.slice(0, 50)}`, () =>
			assert.equal(
				findLongNumbers(text, tokenise(text))
					.map(({ folded }) => folded)
					.join(' '),
				expected,
			));
	}
	check('a telephone', 'call +44 20 7946 0958 now', '442079460958');
	check('with what is dialled at home', 'call +44 (0)20 7946 0958', '442079460958');
	check('with brackets and hyphens', 'call +44 (20) 7946-0958', '442079460958');
	check('at home', 'call 020 7946 0958, (020) 7946 0958 or 0664/1234567', '02079460958 02079460958 06641234567');
	check('in pairs', '01 23 45 67 89 or 01.23.45.67.89', '0123456789 0123456789');
	check('of America', '(555) 123-4567, +1 (555) 123-4567, 555.123.4567', '5551234567 15551234567 5551234567');
	check('of Korea', '010-1234-5678', '01012345678');
	check('another number behind it', '020 7946 0958 12 men', '02079460958 0207946095812');
	check('two of them', '020 7946 0958 / 020 7946 0959', '02079460958 02079460959');
	check('an account', 'IBAN DE89 3704 0044 0532 0130 00 at', 'de89370400440532013000');
	check('with hyphens, and a bank in letters', 'GB29-NWBK-6016-1331-9268-19', 'gb29nwbk60161331926819');
	check('of whole groups', 'BE68 5390 0754 7034 for', 'be68539007547034');
	check('a book', 'ISBN 978-0-306-40615-7 or 979 10 90636 07 1', '9780306406157 9791090636071');
	check('a card', '4111 1111 1111 1111 or 5500-0000-0000-0004', '4111111111111111 5500000000000004');
	check('no years', 'in 2019 2020 2021 2022 and 1999-2000-2001-2002', '');
	check('no rows of a table', '120 300 4500 12 17 999 1000', '');
	check('no dates', '04/03/2021 10:15, 2021-03-04 10:15, 05.03.2021 12 men', '');
	check('no dates without a century, no months', '01.02.19 10.30, 01/02/19 12:34, 05/2019 12/2020', '');
	check('in pairs like a date, and one of Seoul', '01.02.03.04.05, 02-2019-1234', '0102030405 0220191234');
	check('no numbers filled up with noughts', 'pages 0012 0034 0056', '');
	check('no amounts', '12 400 000 000, 0.123 0.456 0.789, 1,400,000', '');
	check('no short ones', '02 7946 12, +44 20', '');
	check('no words', 'no12 1456 7890 1234 5678, DE89 was 3704', '');
	check('no sentence behind it', 'dial 020 7946. 0958 men', '');
	it('is linear in rows of numbers', () => {
		for (const text of ['012 '.repeat(50_000), '0 '.repeat(50_000), 'DE89 1234 '.repeat(20_000), '(1)'.repeat(50_000)]) {
			const tokens = tokenise(text);
			assert.ok(findLongNumbers(text, tokens).length <= tokens.length);
		}
	});
});

describe('long numbers that are asked for', () => {
	function check(text: string, expected: string | undefined) {
		it(`${text}: ${expected ?? 'none'}`, () => assert.equal(joinLongNumber(text, tokenise(text)), expected));
	}
	check('44 20 7946 0958', '442079460958');
	check('44 (0)20 7946 0958', '442079460958');
	check('978-0-306-40615-7', '9780306406157');
	check('DE89 3704 0044 0532 0130 00', 'de89370400440532013000');
	check('2021-03-04', undefined);
	check('442079460958', undefined);
	check('10 000 women', undefined);
	check('1234567890 tides', undefined);

	function checkTyped(text: string, expected: string) {
		it(`typed ${text}: ${expected || 'none'}`, () => assert.equal(text.slice(0, measureLongNumber(text)), expected));
	}
	checkTyped('+44 20 7946 0958 fire', '+44 20 7946 0958');
	checkTyped('(020) 7946 0958', '(020) 7946 0958');
	checkTyped('020 7946 0958)', '020 7946 0958');
	checkTyped('020 7946 0958, fire', '020 7946 0958');
	checkTyped('020 7946 0958.', '020 7946 0958');
	checkTyped('020 7946 0958,12', '');
	checkTyped('020 7946 0958"', '');
	checkTyped('DE89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 00');
	checkTyped('04/03/2021 12 men', '');
	checkTyped('01.02.19 10.30', '');
	checkTyped('05/2019 12/2020', '');
	checkTyped('2019 2020 2021 2022', '');
	checkTyped('(2019) 2020 2021', '');
	checkTyped('tide 020 7946 0958', '');
	checkTyped('', '');
});
