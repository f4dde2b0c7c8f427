import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { findSideSpot, listEntries, toYamlText } from '../../../../src/editor/metadataFiles/sideLines.ts';

/** The caret is `|`. `expected`: what could be written, what stands there, and of which path. */
function check(name: string, form: 'folder' | 'file', marked: string, expected: readonly [string, string, string?] | undefined): void {
	it(name, () => {
		const offset = marked.indexOf('|');
		const text = marked.slice(0, offset) + marked.slice(offset + 1);
		const spot = findSideSpot(text, offset, form);
		assert.deepEqual(
			spot && [
				spot.kind,
				text.slice(spot.range.start, spot.range.end),
				...(spot.kind === 'path' ? [] : [spot.kind === 'value' ? `${spot.path} ${spot.field}` : spot.path]),
			],
			expected,
		);
	});
}

describe('the place of the caret', () => {
	describe('in dossier.yml', () => {
		check('nothing', 'folder', '|', ['path', '']);
		check('a path that is being written', 'folder', 'deep/t|', ['path', 'deep/t']);
		check('a path that is written', 'folder', 'deep|/tide.pdf:\n  title: T', ['path', 'deep/tide.pdf']);
		check('a path in quotes', 'folder', '"a: b|.pdf":\n', ['path', '"a: b.pdf"']);
		check('a quote that is open', 'folder', '"a: b|', ['path', '"a: b']);
		check('behind the colon', 'folder', 'a.pdf: |', undefined);
		check('an empty line after entries', 'folder', 'a.pdf:\n  title: T\n|', ['path', '']);
		check('an empty line between entries', 'folder', 'a.pdf:\n\n|\n\nb.pdf:\n', ['path', '']);
		check('a line of spaces', 'folder', 'a.pdf:\n  |', ['field', '', 'a.pdf']);
		check('a line of spaces, of Windows', 'folder', 'a.pdf:\r\n  |\r\nb.pdf:\r\n', ['field', '', 'a.pdf']);
		check('a field that is being written', 'folder', 'a.pdf:\n  ti|', ['field', 'ti', 'a.pdf']);
		check('a field that is written', 'folder', 'a.pdf:\n  title: T\n  au|thor: A', ['field', 'author', 'a.pdf']);
		check('a field under comments and values', 'folder', "'a.pdf':\n  title: T\n# no\n  # no\n  d|", ['field', 'd', 'a.pdf']);
		check('in front of a field', 'folder', 'a.pdf:\n | title: T', undefined);
		check('a value', 'folder', 'a.pdf:\n  title: T|', ['value', 'T', 'a.pdf title']);
		check('a value that is not there', 'folder', 'a.pdf:\n  title: |\nb.pdf:\n', ['value', '', 'a.pdf title']);
		check('right behind a colon', 'folder', 'a.pdf:\n  title:|', ['value', '', 'a.pdf title']);
		check('a field above any path', 'folder', '  ti|', undefined);
		check('a field under words', 'folder', 'words\n  ti|', undefined);
		check('a comment', 'folder', '# a|', undefined);
		check('an item of a list', 'folder', 'a.pdf:\n  author:\n    - A|', undefined);
		check('the first line of a text that begins with an empty one', 'folder', '|\na.pdf:', ['path', '']);
	});
	describe('in tide.pdf.yml', () => {
		check('nothing', 'file', '|', ['field', '', '']);
		check('a field', 'file', 'ti|tle: T', ['field', 'title', '']);
		check('a value', 'file', 'title: T|', ['value', 'T', ' title']);
		check('a line of spaces', 'file', 'author:\n  |', undefined);
	});
});

describe('entries of a side file', () => {
	it('are its keys at the left edge', () => {
		const text = '# c: d\na.pdf:\n  title: T\n"b: \\"c\\".pdf":\r\n\'it\'\'s.pdf\':\n- no: no\nwords\n';
		assert.deepEqual(
			listEntries(text).map(({ key, keyRange }) => [key, text.slice(keyRange.start, keyRange.end)]),
			[
				['a.pdf', 'a.pdf'],
				['b: "c".pdf', '"b: \\"c\\".pdf"'],
				["it's.pdf", "'it''s.pdf'"],
			],
		);
	});
});

describe('a text in YAML', () => {
	const checkText = (text: string, isQuoted: boolean) =>
		it(`${isQuoted ? 'quotes' : 'leaves'} ${text}`, () => {
			const written = toYamlText(text);
			assert.equal(written.startsWith('"'), isQuoted);
			assert.deepEqual(Object.entries(parse(`${written}:\n  title: ${written}\n`, { schema: 'failsafe' })), [[text, { title: text }]]);
		});
	checkText('The Tide', false);
	checkText('deep/tide 2.pdf', false);
	checkText('(a) b.pdf', false);
	checkText('소금.pdf', false);
	checkText("it's", false);
	checkText('Salt: a history', true);
	checkText('a #1', true);
	checkText('- a', true);
	checkText('*a', true);
	checkText('"a"', true);
	checkText('a:', true);
	checkText('a ', true);
	checkText('a\tb\nc', true);
	checkText('[a], {b}', true);
	checkText('', true);
	checkText('null', true);
	checkText('yes', true);
	checkText('0x1F', true);
	checkText('a\u2028b', true);
});
