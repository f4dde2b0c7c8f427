import assert from 'node:assert/strict';
import { findParagraph, proseWithin } from '../../../src/editor/nearView/paragraph.ts';

describe('findParagraph', () => {
	/** `|` is the caret. */
	const check = (name: string, marked: string, expected: string | undefined) =>
		it(name, () => {
			const text = marked.replace('|', '');
			const found = findParagraph(text, marked.indexOf('|'));
			assert.equal(found && text.slice(found.start, found.end), expected);
		});
	check('takes the lines between two empty ones', 'one\n\ntwo\nth|ree\nfour\n\nfive', 'two\nthree\nfour');
	check('takes the first', 'o|ne\ntwo\n\nthree', 'one\ntwo');
	check('takes the last', 'one\n\ntwo\nthree|', 'two\nthree');
	check('takes it from its very start', 'one\n\n|two\n\nthree', 'two');
	check('takes it from its very end', 'one\n\ntwo|\n\nthree', 'two');
	check('takes it from the start of the note', '|one\ntwo', 'one\ntwo');
	check('ends at lines of spaces', 'one\n \t\ntw|o\n  \nthree', 'two');
	check('knows line ends of Windows', 'one\r\n\r\ntw|o\r\nthree\r\n\r\nfour', 'two\r\nthree');
	check('takes nothing on an empty line', 'one\n|\ntwo', undefined);
	check('takes nothing on a line of spaces', 'one\n\n  | \n\ntwo', undefined);
	check('takes nothing of an empty note', '|', undefined);
	check('takes one line alone', 'on|e', 'one');
	check(
		'takes whole lines of a long list',
		`${'- a line\n'.repeat(1_000)}- h|ere\n${'- a line\n'.repeat(1_000)}`,
		`${'- a line\n'.repeat(166)}- here\n${'- a line\n'.repeat(165)}- a line`,
	);
	check('takes a part of a giant line', `${'x'.repeat(9_000)}|${'y'.repeat(9_000)}`, `${'x'.repeat(1_500)}${'y'.repeat(1_500)}`);
});

describe('proseWithin', () => {
	it('counts from the start of the paragraph', () =>
		assert.deepEqual(
			proseWithin({ start: 10, end: 20 }, [
				{ start: 0, end: 5 },
				{ start: 8, end: 12 },
				{ start: 15, end: 16 },
				{ start: 18, end: 30 },
				{ start: 20, end: 22 },
			]),
			[
				{ start: 0, end: 2 },
				{ start: 5, end: 6 },
				{ start: 8, end: 10 },
			],
		));
});
