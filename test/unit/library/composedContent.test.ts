import assert from 'node:assert/strict';
import { composeContent } from '../../../src/library/composedContent.ts';
import { type DocumentContent, emptyContent } from '../../../src/library/document.ts';
import { composeLetters, findPartedLetters } from '../../../src/library/repair/composedLetters.ts';
import { applyEdits } from '../../../src/library/repair/edits.ts';
import { identityMap } from '../../../src/text/offsetMap.ts';
import type { Range } from '../../../src/text/range.ts';
import { fc } from '../../support/properties.ts';

/** Letters in one piece, in two and in three, and marks that make no letter of what is before them. */
const letters = [
	'a',
	'é',
	'e\u0301',
	'e\u0323\u0302',
	'\u1112\u1161\u11ab',
	'\u1100\u1161',
	'한',
	'x\u0302',
	'\u0301',
	'\u11ab',
	'𝐀',
	' ',
	'\n',
];

/** A text, and ranges in it from any offset to any other. */
const texts = fc
	.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 24 })
	.map((all) => all.join(''))
	.chain((text) => {
		const offset = fc.nat({ max: text.length });
		const range = fc.tuple(offset, offset).map(([a, b]): Range => ({ start: Math.min(a, b), end: Math.max(a, b) }));
		return fc.record({ text: fc.constant(text), ranges: fc.array(range, { minLength: 1, maxLength: 6 }) });
	});

function contentOf(text: string, ranges: readonly Range[]): DocumentContent {
	return {
		...emptyContent('docx', []),
		text,
		pages: ranges.map((range, at) => ({ ...range, label: String(at) })),
		headings: ranges.map((range) => ({ ...range, level: 1, text: text.slice(range.start, range.end) })),
		notes: ranges,
		quotes: ranges.map((range) => ({ ...range, speaker: 'Jose\u0301', role: null })),
		offsetMap: identityMap(text.length),
	};
}

/** How long the composed text before an offset is, with the whole of a letter that the offset is in the middle of. */
function countBefore(text: string, offset: number): number {
	const edits = findPartedLetters(text);
	const whole = edits.find(({ start, end }) => start < offset && offset < end)?.end ?? offset;
	return applyEdits(
		text.slice(0, whole),
		edits.filter(({ end }) => end <= whole),
	).text.length;
}

describe('a content of composed letters', () => {
	it('has each range hold the letters that it held, whole where one was cut', () => {
		fc.assert(
			fc.property(texts, ({ text, ranges }) => {
				const composed = composeContent(contentOf(text, ranges));
				assert.equal(composed.text, composeLetters(text).text);
				for (const [at, { start, end }] of ranges.entries()) {
					const note = composed.notes[at] as Range;
					assert.deepEqual(
						[note.start, note.end],
						[start, end].map((offset) => countBefore(text, offset)),
					);
					const [page, heading, quote] = [composed.pages[at], composed.headings[at], composed.quotes[at]];
					for (const range of [page, heading, quote]) {
						assert.deepEqual([range?.start, range?.end], [note.start, note.end]);
					}
					assert.deepEqual([page?.label, heading?.text, quote?.speaker], [String(at), composed.text.slice(note.start, note.end), 'José']);
				}
			}),
			{ numRuns: 2_000 },
		);
	});
});
