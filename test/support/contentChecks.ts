import assert from 'node:assert/strict';
import type { DocumentContent } from '../../src/library/document.ts';
import type { Range } from '../../src/text/range.ts';

/**
 * Checks what holds for every content, whoever read it: only `\n` as line end, no NUL and no half surrogate pairs, nothing blank around the text,
 * all ranges in the text and in order, headings' texts the slices they name, and an offset map whose runs ascend and read the same in the source.
 * `source` is the decoded file.
 */
export function checkContent(content: DocumentContent, source: string): void {
	const { text } = content;
	const forbidden = /[\r\0\u2028\u2029]/.exec(text);
	assert.equal(forbidden, null, `a forbidden character in the text at ${forbidden?.index}`);
	assert.ok(!/\p{Surrogate}/u.test(text), 'half a surrogate pair in the text');
	for (const name of ['pages', 'headings', 'notes', 'quotes'] as const) {
		checkRanges(name, content[name], text);
	}
	for (const heading of content.headings) {
		assert.equal(heading.text, text.slice(heading.start, heading.end));
		assert.ok(heading.level >= 1 && heading.level <= 6, `level ${heading.level}`);
	}
	checkMap(content, source);
	for (const name of ['title', 'author', 'date', 'publisher', 'language'] as const) {
		const value = content[name];
		assert.ok(value === null || (value !== '' && value === value.trim() && !/[\n\r]/.test(value)), `${name}: ${JSON.stringify(value)}`);
	}
	assert.ok(content.date === null || /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(content.date), `date ${content.date}`);
	for (const problem of content.problems) {
		assert.notEqual(problem.detail, '');
		assert.ok(!problem.detail.startsWith('Its reader failed'), problem.detail);
	}
}

function checkRanges(name: string, ranges: readonly Range[], text: string): void {
	let before = 0;
	for (const { start, end } of ranges) {
		// A page may be without text; nothing else is of nothing.
		assert.ok(
			start >= before && (end > start || (name === 'pages' && end === start)) && end <= text.length,
			`${name}: ${start}-${end} after ${before} of ${text.length}`,
		);
		before = start;
	}
}

function checkMap({ text, offsetMap }: DocumentContent, source: string): void {
	assert.equal(offsetMap.length % 3, 0);
	let before = 0;
	for (let at = 0; at < offsetMap.length; at += 3) {
		const [cleanStart = -1, sourceStart = -1, length = 0] = offsetMap.slice(at, at + 3);
		assert.ok(length > 0 && cleanStart >= before && cleanStart + length <= text.length, `run ${cleanStart}+${length} after ${before}`);
		assert.equal(text.slice(cleanStart, cleanStart + length), source.slice(sourceStart, sourceStart + length));
		before = cleanStart + length;
	}
}
