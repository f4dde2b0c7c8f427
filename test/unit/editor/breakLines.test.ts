import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../src/base/steps.ts';
import { breakLines, hasEndlessLine, maxLineLength } from '../../../src/editor/reader/breakLines.ts';

const show = (text: string) => takeAllSteps(breakLines(text));
const longest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

describe('an endless paragraph', () => {
	const sentence = 'They came in the night, Dr. Lee says, and took all the papers. ';
	const english = `# Title\n\n${sentence.repeat(200).trim()}\n\nEnd.`;

	it('is known', () => {
		assert.equal(hasEndlessLine(english), true);
		assert.equal(hasEndlessLine(`${sentence.repeat(70)}\n\n${sentence.repeat(70)}`), false);
		assert.equal(hasEndlessLine(''), false);
	});
	it('is broken at the ends of sentences, in place of the space', () => {
		const shown = show(english);
		assert.ok(longest(shown.text) < maxLineLength / 2);
		assert.equal(shown.text.length, english.length);
		assert.equal(shown.text.replaceAll('\n', ' '), english.replaceAll('\n', ' '));
		for (const line of shown.text.split('\n').slice(2, -2)) {
			assert.ok(line.startsWith('They came') && line.endsWith('papers.'), line.slice(-80));
		}
	});
	it('of Japanese is broken where there is no space, and every place is known', () => {
		const text = '海は静かだった。'.repeat(1_000);
		const shown = show(text);
		assert.ok(longest(shown.text) < maxLineLength / 2);
		assert.equal(shown.text.replaceAll('\n', ''), text);
		assert.ok(shown.text.split('\n').every((line) => line.endsWith('。')));
		const place = { start: 7_001, end: 7_004 };
		const { start, end } = shown.toShown(place);
		assert.equal(shown.text.slice(start, end), text.slice(place.start, place.end));
		assert.deepEqual(shown.toClean({ start, end }), place);
	});
	it('without sentences is broken at spaces, without spaces anywhere but within a character', () => {
		assert.ok(longest(show('word '.repeat(2_000)).text) < maxLineLength / 2);
		const shown = show('\u{1F468}\u200D\u{1F469}e\u0301'.repeat(2_000));
		assert.ok(longest(shown.text) < maxLineLength / 2);
		assert.ok(!/\n[\p{M}\u200D]|\p{Surrogate}/u.test(shown.text));
	});
	it('leaves other paragraphs as they are', () => {
		const text = `${'short words here. '.repeat(200)}\n\n${sentence.repeat(100)}\nlast`;
		assert.equal(show(text).text.split('\n\n')[0], text.split('\n\n')[0]);
	});
});
