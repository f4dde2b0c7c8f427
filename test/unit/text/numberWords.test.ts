import assert from 'node:assert/strict';
import { rowsOfNumber, wordsOfNumber } from '../../../src/text/numberWords.ts';
import { tokenise } from '../../../src/text/tokenise.ts';

describe('a number and what is written behind it', () => {
	/** Expected are the words as which tokens of the text count besides themselves. */
	function check(name: string, text: string, expected: string) {
		it(`${name}: ${text}`, () =>
			assert.equal(
				tokenise(text)
					.map((token) => wordsOfNumber(text, token).join(' '))
					.filter(Boolean)
					.join(', '),
				expected,
			));
	}
	check('measures', 'ran 25km, weighed 3kg, rose 5m on 12ha', '25 km, 3 kg, 5 m, 12 ha');
	check('squares', 'of 5m² and 7km2', '5 m2, 7 km2');
	check('times', 'at 7pm and 10:15am', '7 pm, 15 am');
	check('the French hour', 'à 14h30', '14 30');
	check('a date with a time', 'logged 2021-03-04T10:15:00Z', '04 10');
	check('versions', 'in v2.3.1 and V10.4', '2, 10');
	check('versions of preprints', 'arXiv:2101.00001v2', '00001');
	check('money', 'cost $1.4m, € 20m, £3bn and 5mn', '4 m million, 20 m million, 3 bn billion, 5 mn million');
	check('no money, metres', 'rose 4m and 10,5m', '4 m, 5 m');
	check('money in capitals', 'cost $1.4M', '4 m million');
	check('Korean particles behind', '25km를', '25 km');
	check('no names with digits', 'H5N1 A4 COVID19 B2B 5G 4M 4x4 3D 4K 2Pac xyz123 20th 1990s 5s', '');
	check('no plates, nor keys', 'AB12CDE 04T10 12v2 550e8400', '');
	check('no version without a point', 'the v2 draft, v2. It', '');
	check('no other words', 'km pm v mbps', '');
	check('no giants', `${'1'.repeat(90)}km`, '');

	function checkAsked(text: string, expected: string) {
		it(`asked for, ${text} may stand as ${expected || 'nothing else'}`, () =>
			assert.equal(
				tokenise(text)
					.flatMap((token) => rowsOfNumber(text, token).map((row) => row.join(' ')))
					.join(', '),
				expected,
			));
	}
	checkAsked('25km', '25 km');
	checkAsked('7pm', '7 pm, 7 p m');
	checkAsked('1.4m', '4 m, 4 million');
	checkAsked('3bn', '3 bn, 3 billion');
	checkAsked('1.4M', '4 m, 4 million');
	checkAsked('3M', '3 million');
	checkAsked('5G', '');
	checkAsked('v2.3', '2');
	checkAsked('2021-03-04T10:15', '04 10');
	checkAsked('H5N1', '');
	checkAsked('25', '');
});
