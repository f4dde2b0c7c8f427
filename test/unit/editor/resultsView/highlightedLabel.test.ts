import assert from 'node:assert/strict';
import { toHighlightedLabel } from '../../../../src/editor/resultsView/highlightedLabel.ts';
import { hostileStrings } from '../hostileStrings.ts';

describe('the line of a result', () => {
	/** Marks as `[` and `]` in what is given and in what is expected. */
	function check(name: string, marked: string, expected: string, maxLength = 160) {
		it(name, () => {
			const highlights = [];
			let text = '';
			for (const piece of marked.split(/(\[[^\]]*\])/)) {
				const word = piece.startsWith('[') ? piece.slice(1, -1) : piece;
				if (piece.startsWith('[')) {
					highlights.push({ start: 1_000 + text.length, end: 1_000 + text.length + word.length });
				}
				text += word;
			}
			const { label, highlights: marks } = toHighlightedLabel({ start: 1_000, end: 1_000 + text.length, text, highlights }, maxLength);
			let shown = '';
			let at = 0;
			for (const [start, end] of marks) {
				assert.ok(start >= at && end > start && end <= label.length);
				shown += `${label.slice(at, start)}[${label.slice(start, end)}]`;
				at = end;
			}
			assert.equal(shown + label.slice(at), expected);
		});
	}
	check('marks each word', 'The [tide] and the [tides].', 'The [tide] and the [tides].');
	check('folds white space', 'The\n\n [tide]\n rises', 'The [tide] rises');
	check('drops what is not seen, and keeps marks in place', 'T\u202ehe [ti\u00adde] r\u200bises', 'The [tide] rises');
	check('begins near the first mark', 'Nobody who had seen the harbour of the old town expected the [tide].', '…town expected the [tide].');
	check('without a space to begin at', `${'漢'.repeat(40)}[性交易]`, `…${'漢'.repeat(20)}[性交易]`);
	check('is cut at its length', `[tide] ${'word '.repeat(40)}`, '[tide] word word word…', 24);
	check('without a mark it is the beginning', 'No mark here.', 'No mark here.');
	check('of nothing', '', '…');
	check('a mark on what is not seen is none', 'a [\u200b] b', 'a b');

	it('stays in one line, with marks inside of it, whatever a document holds', () => {
		for (const text of hostileStrings) {
			const { label, highlights } = toHighlightedLabel(
				{ start: 0, end: text.length, text, highlights: [{ start: 0, end: text.length }] },
				160,
			);
			assert.doesNotMatch(label, /[\n\r\u2028\u2029\u202a-\u202e\u200b]/);
			assert.ok(highlights.every(([start, end]) => start < end && end <= label.length));
		}
	});
});
