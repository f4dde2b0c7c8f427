import assert from 'node:assert/strict';
import { defaultCaps } from '../../src/library/caps.ts';
import { readPlainText } from '../../src/library/readers/plainText.ts';
import { inTime } from '../support/timeLimits.ts';

/** Each would take minutes, or end the process, if one step looked at its input more than once. */
const hostile: readonly (readonly [string, () => string])[] = [
	['a line of 50 MB', () => 'lorem ipsum dolor word '.repeat(2_200_000)],
	['a word of 20 MB', () => 'a'.repeat(20_000_000)],
	['a million lines', () => 'a line of a text that goes on\n'.repeat(1_000_000)],
	['five million letters apart', () => 'a b c d e f '.repeat(400_000)],
	['pieces of words', () => 'st uck some- one peo - ple '.repeat(200_000)],
	['a million accents', () => `a${'\u0301'.repeat(1_000_000)}`],
	['ten million empty lines', () => '\n'.repeat(10_000_000)],
	['a million bare numbers', () => '12\n'.repeat(1_000_000)],
	['a million pages', () => 'text\f'.repeat(1_000_000)],
	['quotation marks and names', () => '“a b c d e f g.” Ana " A '.repeat(400_000)],
	['opening marks and no end', () => `‘${'“"« a ’ B'.repeat(800_000)}`],
	['furniture and nothing else', () => 'Labels: a\n'.repeat(500_000)],
	['soft hyphens at line ends', () => 'a\u00ad\n '.repeat(1_000_000)],
	['Windows line ends', () => 'a\r\n'.repeat(1_000_000)],
	['spaces between letters', () => `a${' '.repeat(1_000)}`.repeat(10_000)],
	['headings', () => 'HEADING\n\n'.repeat(400_000)],
	['dates that are none', () => '2008-13-01 March 99, 2008 '.repeat(400_000)],
	['bars', () => `${'|a'.repeat(4_000_000)}\n|b`],
];

describe('plain text that means harm', () => {
	for (const [name, make] of hostile) {
		it(`is read in the time of its length: ${name}`, async () => {
			const source = make();
			const { text } = await inTime(3_000, () => readPlainText(source, { fileName: 'a.txt', caps: defaultCaps }));
			assert.ok(text.length <= 2 * source.length);
		});
	}
});
