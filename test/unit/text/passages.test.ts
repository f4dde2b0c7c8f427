import assert from 'node:assert/strict';
import type { PassageSource } from '../../../src/text/passages.ts';
import { splitPassages } from '../../../src/text/passages.ts';
import { fc } from '../../support/properties.ts';

/** A document whose lines that begin with `#` are its headings (marks included, as in Markdown). */
function parse(text: string): PassageSource {
	const headings = [...text.matchAll(/^(#+) (.*)$/gm)].map((match) => ({
		level: match[1]?.length ?? 1,
		text: match[2] ?? '',
		start: match.index,
		end: match.index + match[0].length,
	}));
	return { text, headings };
}

describe('splitPassages', () => {
	function check(name: string, content: PassageSource | string, expected: readonly string[], maxLength?: number) {
		it(name, () => {
			const source = typeof content === 'string' ? parse(content) : content;
			const passages = splitPassages(source, maxLength);
			const shown = passages.map((passage) => [...passage.headingPath, source.text.slice(passage.start, passage.end)].join(' > '));
			assert.deepEqual(shown, expected);
		});
	}
	const long = 'Word by word it goes on and on. '.repeat(10).trim();
	check('a heading leads its text', '# Tides\n\nTwo a day.', ['Tides > Two a day.']);
	check('a heading without an empty line', '# Tides\nTwo a day.', ['Tides > Two a day.']);
	check('nested headings', '# A\n\n## B\n\ntext\n\n## C\n\nmore', ['A > B > text', 'A > C > more']);
	check('a heading with nothing under it is a passage', '# A\n\ntext\n\n# B', ['A > text', '# B']);
	check('a chain of empty headings', '# A\n\n## B\n\n## C\n\n# D\n\nx', ['# A', 'A > ## B', 'A > ## C', 'D > x']);
	check('short paragraphs are packed', 'one\n\ntwo\n\nthree', ['one\n\ntwo\n\nthree']);
	check(
		'packing ends at half the limit',
		`${'a'.repeat(30)}\n\n${'b'.repeat(30)}\n\nc`,
		[`${'a'.repeat(30)}`, `${'b'.repeat(30)}\n\nc`],
		100,
	);
	check('sections are not packed together', '# A\n\none\n\n# B\n\ntwo', ['A > one', 'B > two']);
	check(
		'long paragraphs split at sentence ends',
		long,
		[long.slice(0, 95), long.slice(96, 191), long.slice(192, 287), long.slice(288)],
		100,
	);
	check('long sentences split at spaces', 'aaa bbb ccc ddd', ['aaa bbb', 'ccc ddd'], 8);
	check('endless words are cut', 'abcdefghij', ['abcd', 'efgh', 'ij'], 4);
	check('pairs are not cut', '𝐤𝐤𝐤', ['𝐤', '𝐤', '𝐤'], 3);
	check('no structure at all', ' just text ', ['just text']);
	check('nothing', ' \n\n ', []);
	check(
		'notes and pull quotes are their own',
		{
			text: 'one\n\n‘Quoted.’ Kim\n\ntwo\n\n1 note\n\nthree',
			headings: [],
			quotes: [{ start: 5, end: 14 }],
			notes: [{ start: 25, end: 31 }],
		},
		['one', '‘Quoted.’ Kim', 'two', '1 note', 'three'],
	);
	check(
		'ranges outside the text do no harm',
		{
			text: 'abc',
			headings: [
				{ start: 2, end: 99, level: 1, text: 'c' },
				{ start: 50, end: 60, level: 1, text: '' },
			],
		},
		['ab', 'c'],
	);

	it('covers everything but headings with text under them, in order, within the limit', () => {
		const line = fc.oneof(
			fc.constantFrom('', ' ', '# H', '## I', '### J', 'a', 'One. Two three.', 'x'.repeat(50), '性'.repeat(30), 'Dr. No went. He came.'),
		);
		fc.assert(
			fc.property(fc.array(line, { maxLength: 30 }), fc.integer({ min: 5, max: 60 }), (lines, maxLength) => {
				const source = parse(lines.join('\n'));
				const passages = splitPassages(source, maxLength);
				const covered = new Set<number>();
				let last = 0;
				for (const passage of passages) {
					assert.ok(passage.start >= last && passage.end > passage.start && passage.end - passage.start <= maxLength);
					last = passage.end;
					for (let at = passage.start; at < passage.end; at++) {
						covered.add(at);
					}
				}
				for (let at = 0; at < source.text.length; at++) {
					if (/\S/.test(source.text.charAt(at)) && !covered.has(at)) {
						const heading = source.headings.find((found) => found.start <= at && at < found.end);
						assert.ok(heading, `offset ${at} of ${JSON.stringify(source.text)}`);
						assert.ok(passages.some((passage) => passage.start >= heading.end && passage.headingPath.includes(heading.text)));
					}
				}
			}),
		);
	});
});
