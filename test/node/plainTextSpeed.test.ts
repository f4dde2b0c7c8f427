import assert from 'node:assert/strict';
import { defaultCaps } from '../../src/library/caps.ts';
import { readPlainText } from '../../src/library/readers/plainText.ts';

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

describe('plain text that means harm', function () {
	this.timeout(60_000);
	for (const [name, make] of hostile) {
		it(`is read in ${defaultCaps.maxReadMs} ms: ${name}`, () => {
			const source = make();
			const start = process.cpuUsage();
			const { text } = readPlainText(source, { fileName: 'a.txt', caps: defaultCaps });
			// Time of the processor: other work on the machine does not count.
			const took = process.cpuUsage(start).user / 1_000;
			assert.ok(took < defaultCaps.maxReadMs, `${Math.round(took)} ms`);
			assert.ok(text.length <= 2 * source.length);
		});
	}
});
