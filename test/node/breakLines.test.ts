import assert from 'node:assert/strict';
import { takeAllSteps } from '../../src/base/steps.ts';
import { breakLines, maxLineLength } from '../../src/editor/reader/breakLines.ts';
import { fc } from '../support/properties.ts';

describe('an endless paragraph of any shape', function () {
	it('maps every range there and back, and shows the same words', () => {
		const words = fc.constantFrom('海は静かだった。', 'A sentence ends. ', 'word ', 'x', '\n', '「そう」', '…', 'e\u0301', '\u{1F469}');
		const texts = fc
			.array(fc.tuple(words, fc.integer({ min: 1, max: 900 })), { minLength: 1, maxLength: 12 })
			.map((parts) => parts.map(([word, count]) => word.repeat(count)).join(''));
		fc.assert(
			fc.property(texts, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 3_000 }), (text, share, length) => {
				const shown = takeAllSteps(breakLines(text));
				assert.ok(shown.text.split('\n').every((line) => line.length <= maxLineLength));
				const start = Math.floor(share * text.length);
				const range = { start, end: Math.min(text.length, start + length) };
				const there = shown.toShown(range);
				assert.deepEqual(shown.toClean(there), range);
				const plain = (words: string) => words.replace(/[\n ]/g, '');
				assert.equal(plain(shown.text.slice(there.start, there.end)), plain(text.slice(range.start, range.end)));
			}),
			{ numRuns: 60 },
		);
	});
});
