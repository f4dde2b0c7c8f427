import assert from 'node:assert/strict';
import { sortTexts } from '../../../src/search/parts/sortTexts.ts';

describe('sortTexts', () => {
	function check(name: string, texts: readonly string[]) {
		it(`is the order of <: ${name}`, () => {
			const expected = [...texts].sort((a, b) => (a < b ? -1 : 1));
			assert.deepEqual(
				Array.from(sortTexts(texts), (place) => texts[place]),
				expected,
			);
			assert.deepEqual(
				Array.from(sortTexts(expected), (place) => expected[place]),
				expected,
			);
		});
	}
	check('nothing', []);
	check('one', ['tide']);
	check('those that begin others', ['tides', 'tide', '', 'tidesx', 'ti', 'tidestide', 'tidest', 'tidess']);
	check('capitals, digits and control characters', ['b', 'B', '1', '\0en\0the', '\0', '\0en', ' ', '~', '}', '~~', '\u007f', '}~a', '}~']);
	check('letters behind ASCII, early and late', [
		'é',
		'z',
		'zé',
		'za',
		'zéa',
		'zêa',
		'tideé',
		'tidez',
		'tidé',
		'tid정',
		'정',
		'性',
		'정부',
		'\uffff',
	]);
	check('surrogates by their units', ['\u{1F600}', '\u{20000}', '\uffee', '\ud800', 'a\u{1F600}', 'a\uffee']);
	check(
		'many',
		Array.from({ length: 3_000 }, (_, n) => `${String.fromCharCode(97 + (n % 26))}${(n * 7_919) % 3_001}${n % 2 === 0 ? 'é' : ''}`),
	);
});
