import assert from 'node:assert/strict';
import { parseGlossary } from '../../../src/terms/glossary.ts';
import { addAlias, defineTerm, findGlossaryEntry, type GlossaryEdit, hideTerm, withLineEnds } from '../../../src/terms/glossaryEdits.ts';
import { hostileStrings } from '../editor/hostileStrings.ts';

/** The glossary as it is behind the edit, with `|` where the writer goes on. */
function applied(markdown: string, { start, end, text, caret }: GlossaryEdit): string {
	const edited = markdown.slice(0, start) + text + markdown.slice(end);
	return `${edited.slice(0, caret)}|${edited.slice(caret)}`;
}

describe('defineTerm', () => {
	const check = (name: string, markdown: string, term: string, expected: string) =>
		it(name, () => assert.equal(applied(markdown, defineTerm(markdown, term)), expected));
	check('begins a glossary', '', 'Stipend', '# Glossary\n\n## Stipend\n\n|');
	check('goes to the end', '# Words\n\n## Stipend\n\nPaid.\n', 'Grant', '# Words\n\n## Stipend\n\nPaid.\n\n## Grant\n\n|');
	check('parts itself by an empty line', '# Words\n\n## Stipend\n\nPaid.', 'Grant', '# Words\n\n## Stipend\n\nPaid.\n\n## Grant\n\n|');
	check('keeps the empty line that is there', '## Stipend\nPaid.\n\n', 'Grant', '## Stipend\nPaid.\n\n## Grant\n\n|');
	check('finds its place in the alphabet', '## A\nx\n\n## C\nz\n', 'b', '## A\nx\n\n## b\n\n|\n\n## C\nz\n');
	check('goes to the end of what has no order', '## C\nx\n\n## A\nz\n', 'B', '## C\nx\n\n## A\nz\n\n## B\n\n|');
	check('takes headings as deep as the others', '# W\n\n### A\n\nx\n', 'B', '# W\n\n### A\n\nx\n\n### B\n\n|');
	check('shows an entry that is there', '## Stipend\n\nPaid.\n\n## Z\n', 'stipend', '## Stipend\n\nPaid.|\n\n## Z\n');
	check('shows an entry that is there in other letters', '## Café\n\nPaid.\n\n## Z\n', 'cafe', '## Café\n\nPaid.|\n\n## Z\n');
	check('writes the line ends of the file', '# W\r\n\r\n## A\r\nx\r\n', 'B', '# W\r\n\r\n## A\r\nx\r\n\r\n## B\r\n\r\n|');
	check('is on one line', '', ' two\n words ', '# Glossary\n\n## two words\n\n|');
	check('leaves fences alone', '## A\n```\n## Not\n```\n', 'B', '## A\n```\n## Not\n```\n\n## B\n\n|');
});

describe('addAlias', () => {
	const check = (name: string, markdown: string, term: string, alias: string, expected: string) =>
		it(name, () => assert.equal(applied(markdown, addAlias(markdown, term, alias)), expected));
	check('begins a list', '## Stipend\n\nPaid.\n', 'Stipend', 'grant', '## Stipend\nAlso: grant\n|\nPaid.\n');
	check('adds to the list', '## Stipend\nAlso: a\n\nPaid.\n', 'stipend', 'grant', '## Stipend\nAlso: a, grant|\n\nPaid.\n');
	check('fills an empty list', '## S\nAlso:\n', 'S', 'g', '## S\nAlso: g|\n');
	check('says nothing twice', '## S\nAlso: **Grant**, a\n', 'S', 'grant', '## S\nAlso: **Grant**, a|\n');
	check('behind a heading that ends the file', '## S', 'S', 'g', '## S\nAlso: g|');
	check('behind an underlined heading', 'S\n---\nPaid.', 'S', 'g', 'S\n---\nAlso: g\n|Paid.');
	check('makes the entry', '## A\n\nx\n', 'S', 'g', '## A\n\nx\n\n## S\nAlso: g\n\n|');
	check('holds no comma of its own', '## S\n', 'S', 'g, h', '## S\nAlso: g h\n|');
	check('keeps Windows line ends', '## S\r\nx', 'S', 'g', '## S\r\nAlso: g\r\n|x');
});

describe('hideTerm', () => {
	const check = (name: string, markdown: string, term: string, expected: string) =>
		it(name, () => assert.equal(applied(markdown, hideTerm(markdown, term)), expected));
	check('begins a glossary', '', 'tide', '# Glossary\n\nHidden: tide\n|');
	check('stands under the title', '# Words\n\n## A\n', 'tide', '# Words\n\nHidden: tide\n|\n## A\n');
	check('stands before a first term without a title', '## A\n', 'tide', 'Hidden: tide\n|\n## A\n');
	check('adds to the list', '# Words\n\nHidden: a, b\n\n## A\n', 'tide', '# Words\n\nHidden: a, b, tide|\n\n## A\n');
	check('says nothing twice', '# W\nHidden: Tide\n', 'tide', '# W\nHidden: Tide|\n');
	check('keeps a byte order mark first', '\uFEFF## A\n', 'tide', '\uFEFFHidden: tide\n|\n## A\n');
	check('is no list of a term', '## A\nHidden: x\n', 'tide', 'Hidden: tide\n|\n## A\nHidden: x\n');
	check('behind a title that ends the file', '# W', 'tide', '# W\n\nHidden: tide\n|');
});

describe('edits of glossaries', () => {
	const glossaries = [
		'',
		'# W\n\n## A\nAlso: b\n\nx\n\n## D\n',
		'\uFEFF# W\r\n\r\nHidden: q\r\n\r\n## A\r\ntext',
		'no heading at all',
		'## A\n```\n## B\n```\n',
	];
	for (const term of [...hostileStrings, '행정부', '  a\tb ', 'C#', 'x'.repeat(120)]) {
		it(`read back as they were meant, and keep the rest, for ${JSON.stringify(term)}`, () => {
			for (const markdown of glossaries) {
				const known = parseGlossary(markdown);
				const change = ({ start, end, text }: GlossaryEdit) => {
					assert.equal(start, end, 'takes something away');
					return parseGlossary(markdown.slice(0, start) + text + markdown.slice(end));
				};
				const defined = change(defineTerm(markdown, term));
				assert.ok(defined.length === known.length + 1, markdown);
				for (const entry of known) {
					assert.ok(defined.some((other) => other.term === entry.term && other.text === entry.text));
				}
				const hidden = change(hideTerm(markdown, term));
				assert.ok(hidden.filter(({ isHidden }) => isHidden).length > known.filter(({ isHidden }) => isHidden).length);
			}
		});
	}
	it('find an entry', () => {
		assert.deepEqual(findGlossaryEntry('# W\n\n## A\nx\n\ny\n\n## B\n', 'a'), { heading: { start: 5, end: 9 }, end: 14 });
		assert.equal(findGlossaryEntry('# W\n\n## A\n', 'W'), undefined);
	});
});

describe('withLineEnds', () => {
	const check = (name: string, markdown: string, eol: '\n' | '\r\n', expected: string) =>
		it(name, () => assert.equal(applied(markdown, withLineEnds(defineTerm(markdown, 'B'), eol)), expected));
	check('writes those of the system into a new file', '', '\r\n', '# Glossary\r\n\r\n## B\r\n\r\n|');
	check('leaves those that are right', '## A\r\nx\r\n', '\r\n', '## A\r\nx\r\n\r\n## B\r\n\r\n|');
	check('has the caret inside the change', '## A\n\n## C\n', '\n', '## A\n\n## B\n\n|\n\n## C\n');
	check('has the caret where nothing changes', '## B\r\nx\r\n', '\r\n', '## B\r\nx|\r\n');
});
