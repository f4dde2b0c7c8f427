import assert from 'node:assert/strict';
import { findSections, sectionAt } from '../../../src/library/sections.ts';

/** Headings by their marks, one a place: `# Tides` at 0, `## Ebb` at 10. */
function toHeadings(lines: readonly string[]) {
	return lines.map((line, index) => {
		const level = line.indexOf(' ');
		return { level, text: line.slice(level + 1), start: index * 10, end: index * 10 + 1 };
	});
}

describe('the section of a passage', () => {
	function check(name: string, headings: readonly string[], at: number, expected: string | null) {
		it(name, () => assert.equal(sectionAt(findSections(toHeadings(headings)), at), expected));
	}
	check('is the message of a mailbox', ['# Landing fees', '# Re: Landing fees'], 15, 'Re: Landing fees');
	check('is the message, not what is parted in it', ['# Landing fees', '## Forwarded', '## Terms', '# Ice'], 25, 'Landing fees');
	check('is the entry of a feed', ['# Harbour news', '## Dredging', '## Ice'], 25, 'Ice');
	check('is the chapter of a book', ['# Tides', '## One', '### The moon', '## Two', '### The sun'], 45, 'Two');
	check('is a section where all stand below single headings', ['# Turkey', '## Summary', '### Life', '### Liberty'], 35, 'Liberty');
	check('is the single heading in front of them', ['# Turkey', '## Summary', '### Life', '### Liberty'], 15, 'Summary');
	check('is the single heading behind them', ['## Life', '## Liberty', '# Annex', '### Table'], 35, 'Annex');
	check('is the beginning of a heading without end', [`# ${'Tide '.repeat(100_000)}`, '# Two'], 5, 'Tide '.repeat(60));
	check('is none in front of the first', ['# One', '# Two'], -1, null);
	check('is none for the heading itself', ['# One', '# Two'], 10, null);
	check('is none under the only heading', ['# Tides'], 5, null);
	check('is none where each level has one heading', ['# Tides', '## Ebb'], 15, null);
	check('is none without headings', [], 5, null);
});
