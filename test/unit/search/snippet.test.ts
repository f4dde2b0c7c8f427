import assert from 'node:assert/strict';
import { makeSnippet } from '../../../src/search/snippet.ts';
import { fc } from '../../support/properties.ts';

describe('makeSnippet', () => {
	/** Marks are `[…]` in the text given; the passage is what stands between `<` and `>`, else everything. Shown the same way. */
	function check(name: string, marked: string, maxLength: number, expected: string, maxLead = maxLength) {
		it(name, () => {
			const highlights: { start: number; end: number }[] = [];
			let text = '';
			let start = 0;
			let end = -1;
			let open = 0;
			for (const character of marked) {
				if (character === '[') {
					open = text.length;
				} else if (character === ']') {
					highlights.push({ start: open, end: text.length });
				} else if (character === '<') {
					start = text.length;
				} else if (character === '>') {
					end = text.length;
				} else {
					text += character;
				}
			}
			const snippet = makeSnippet(text, { start, end: end < 0 ? text.length : end, highlights }, maxLength, maxLead);
			let shown = snippet.text;
			for (const mark of [...snippet.highlights].reverse()) {
				shown = `${shown.slice(0, mark.start)}[${shown.slice(mark.start, mark.end)}]${shown.slice(mark.end)}`;
			}
			assert.equal(shown, expected);
			assert.ok(snippet.text.length <= maxLength);
		});
	}
	check('a short passage is shown whole', 'one [two] three', 50, 'one [two] three');
	check('only the passage', 'before <one [two]> after', 50, 'one [two]');
	check('line breaks are spaces', 'one\n  [two]\t\nthree ', 50, 'one [two] three');
	check('a phrase over a line break', 'one [two\n three] four', 50, 'one [two three] four');
	check('cut at words on both sides', 'aaaa bbbb cccc [dddd] eeee ffff gggg', 20, '…[dddd] eeee ffff…');
	check('the densest place', '[one] bbbb cccc dddd eeee [two] [three] ffff gggg hhhh', 20, '…[two] [three] ffff…');
	check('the first of equals', '[one] bbbb cccc dddd eeee [two] ffff gggg hhhh', 16, '[one] bbbb cccc…');
	check('no marks: the beginning', 'aaaa bbbb cccc dddd', 12, 'aaaa bbbb…');
	check('the end is filled', 'aaaa bbbb cccc dddd eeee [ffff]', 20, '…dddd eeee [ffff]');
	check('the end is filled as far as the mark stays in sight', 'aaaa bbbb cccc dddd eeee [ffff]', 20, '…eeee [ffff]', 8);
	check('a short passage begins near its mark', 'aaaa bbbb cccc [dddd] eeee', 50, '…cccc [dddd] eeee', 8);
	check('no spaces', '性性性性性性性[交易]性性性性性性性', 8, '…性[交易]性性性…');
	const apart = '한국은행'.normalize('NFD');
	check('no syllable is cut', `${apart}[${apart}]`, 19, `…${'행'.normalize('NFD')}[${apart}]`);
	check('no syllable at the end', `[${apart}]${apart}`, 19, `[${apart}]${'한'.normalize('NFD')}…`);
	check('nor a letter and its marks', 'かか\u3099か\u3099か\u3099か\u3099', 6, 'かか\u3099…');
	check('nor Kana of half width', 'ｶｶﾞｶﾞｶﾞｶﾞ', 6, 'ｶｶﾞ…');
	check('nor a sign that chooses between forms', '辻󠄀辻󠄀辻󠄀辻󠄀', 7, '辻󠄀…');
	check('a mark longer than the line', 'aaaa [bbbb cccc dddd eeee ffff]', 14, '…[bbbb cccc]…');
	check('nothing', '', 10, '');

	it('keeps marks on the marked words, whatever the text', () => {
		const word = fc.constantFrom('a', 'bb', 'ccc', '性', '𝐤', 'e\u0301');
		const gap = fc.constantFrom(' ', '\n', '  ', '\t\n');
		fc.assert(
			fc.property(fc.array(fc.tuple(word, gap, fc.boolean()), { maxLength: 40 }), fc.integer({ min: 1, max: 60 }), (words, maxLength) => {
				let text = '';
				const highlights: { start: number; end: number }[] = [];
				for (const [part, space, isMarked] of words) {
					if (isMarked) {
						highlights.push({ start: text.length, end: text.length + part.length });
					}
					text += part + space;
				}
				const snippet = makeSnippet(text, { start: 0, end: text.length, highlights }, maxLength);
				assert.ok(!/\s\s|[\n\t]/.test(snippet.text));
				assert.ok(snippet.text.length <= Math.max(3, maxLength), snippet.text);
				const known = new Set(highlights.map((mark) => text.slice(mark.start, mark.end)));
				for (const mark of snippet.highlights) {
					const shown = snippet.text.slice(mark.start, mark.end);
					assert.ok(
						[...known].some((marked) => marked.includes(shown)),
						`${shown} in ${snippet.text}`,
					);
				}
			}),
		);
	});
});
