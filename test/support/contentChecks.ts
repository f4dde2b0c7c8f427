import assert from 'node:assert/strict';
import type { DocumentContent } from '../../src/library/document.ts';

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
	checkRanges(content);
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

/** Checks that the ranges of a content ascend and stand in its text. Only a page may be without text, as a scan's is. */
export function checkRanges(content: DocumentContent, where = 'the content'): void {
	for (const name of ['pages', 'headings', 'notes', 'quotes'] as const) {
		let before = 0;
		for (const { start, end } of content[name]) {
			assert.ok(
				start >= before && (end > start || (name === 'pages' && end === start)) && end <= content.text.length,
				`${where}: ${name}: ${start}-${end} after ${before} of ${content.text.length}`,
			);
			before = start;
		}
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
