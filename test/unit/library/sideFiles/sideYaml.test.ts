import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../../src/base/steps.ts';
import { parseSideYamlInSteps } from '../../../../src/library/sideFiles/sideYaml.ts';

/** `entries`: the fields by path. `faults`: each kind with the words that stand at its place. */
function check(
	name: string,
	form: 'folder' | 'file',
	source: string,
	entries: Readonly<Record<string, Readonly<Record<string, string | null>>>>,
	faults: readonly string[] = [],
): void {
	it(name, () => {
		const read = takeAllSteps(parseSideYamlInSteps(source, form));
		assert.deepEqual(Object.fromEntries(read.entries.map(({ path, fields }) => [path, fields])), entries);
		assert.deepEqual(
			read.diagnostics.map(({ kind, start, end }) => `${kind} ${source.slice(start, end).replace(/\s+$/, '')}`),
			faults,
		);
		for (const { path, pathRange } of read.entries) {
			if (/^[\w./ ]+$/.test(path)) {
				assert.equal(source.slice(pathRange.start, pathRange.end).replace(/["']/g, ''), path);
			}
		}
	});
}

describe('dossier.yml', () => {
	check('nothing', 'folder', '', {});
	check('comments only', 'folder', '# a: b\n\n# c\n', {});
	check('a path with fields', 'folder', 'a/b c.pdf:\n  title: The Tide\n  date: 2008-03-01\n', {
		'a/b c.pdf': { title: 'The Tide', date: '2008-03-01' },
	});
	check('a mark of byte order', 'folder', '\uFEFFa.pdf:\n  title: T\n', { 'a.pdf': { title: 'T' } });
	check('lines of Windows', 'folder', 'a.pdf:\r\n  title: T\r\n  author: A\r\nb.pdf:\r\n  title: U\r\n', {
		'a.pdf': { title: 'T', author: 'A' },
		'b.pdf': { title: 'U' },
	});
	check('marks of a document', 'folder', '%YAML 1.2\n---\na.pdf:\n  title: T\n...\n', { 'a.pdf': { title: 'T' } });
	check('names in quotes', 'folder', "\"a: b.pdf\":\n  title: \"The: Tide\"\n'c.pdf':\n  title: 'It''s'\n", {
		'a: b.pdf': { title: 'The: Tide' },
		'c.pdf': { title: "It's" },
	});
	check('one line', 'folder', 'a.pdf: {title: T, author: [A B, C]}\n', { 'a.pdf': { title: 'T', author: 'A B, C' } });
	check('a title over lines', 'folder', 'a.pdf:\n  title: >\n    The\n    Tide\n  author: |\n    A\n', {
		'a.pdf': { title: 'The Tide', author: 'A' },
	});
	check('authors as a list, and by name', 'folder', 'a.pdf:\n  authors:\n    - A B\n    - name: C D\n', {
		'a.pdf': { author: 'A B, C D' },
	});
	check('names of fields in other spellings', 'folder', 'a.pdf:\n  Title: T\n  Citation key: k\n  lang: EN-gb\n  site: S\n', {
		'a.pdf': { title: 'T', citationKey: 'k', language: 'en-GB', publisher: 'S' },
	});
	check('empty fields', 'folder', 'a.pdf:\n  title:\n  author: null\n  date: ~\n  publisher: ""\n  language: []\n', {
		'a.pdf': { title: null, author: null, date: null, publisher: null, language: null },
	});
	check('a path without fields', 'folder', 'a.pdf:\nb.pdf: {}\n', { 'a.pdf': {}, 'b.pdf': {} });
	check('a year, and a title that is a number', 'folder', 'a.pdf:\n  date: 2008\n  title: 1984\n', {
		'a.pdf': { date: '2008', title: '1984' },
	});
	check('an unknown field', 'folder', 'a.pdf:\n  titel: T\n  author: A\n', { 'a.pdf': { author: 'A' } }, ['unknownField titel']);
	check('a date that is none', 'folder', 'a.pdf:\n  date: 2008-02-30\n  title: T\n', { 'a.pdf': { title: 'T' } }, ['badDate 2008-02-30']);
	check('a language that is none', 'folder', 'a.pdf:\n  language: english words\n', { 'a.pdf': {} }, ['badLanguage english words']);
	check('a key that cannot be cited', 'folder', 'a.pdf:\n  citationKey: a b\n', { 'a.pdf': {} }, ['badKey a b']);
	check('a path twice', 'folder', 'a.pdf:\n  title: T\na.pdf:\n  title: U\n', { 'a.pdf': { title: 'T' } }, ['duplicate a.pdf']);
	check('a field twice', 'folder', 'a.pdf:\n  title: T\n  title: U\n  Title: V\n', { 'a.pdf': { title: 'T' } }, [
		'duplicate title',
		'duplicate Title',
	]);
	check('text where fields belong', 'folder', 'a.pdf: The Tide\nb.pdf: [x]\n', {}, ['notFields The Tide', 'notFields [x]']);
	check('fields where text belongs', 'folder', 'a.pdf:\n  title: {a: b}\n  date: [1, 2]\n', { 'a.pdf': {} }, [
		'notText {a: b}',
		'notText [1, 2]',
	]);
	check('a title for a whole folder', 'folder', 'a/:\n  title: T\n  publisher: P\n', { 'a/': { publisher: 'P' } }, ['oneDocument title']);
	check(
		'a fault, with entries around it',
		'folder',
		'a.pdf:\n  title: T\nb.pdf:\n  title: "x\nc.pdf:\n  title: V\n',
		{ 'a.pdf': { title: 'T' }, 'c.pdf': { title: 'V' } },
		['syntax title: "x'],
	);
	check('a colon too many', 'folder', 'a.pdf:\n  title: Salt: a history\n', {}, ['unquotedColon Salt: a history']);
	check('a tab', 'folder', 'a.pdf:\n\ttitle: T\nb.pdf:\n  title: U\n', { 'b.pdf': { title: 'U' } }, ['tab title: T']);
	check('a list at the top', 'folder', '- a.pdf\n- b.pdf\n', {}, ['notFields - a.pdf']);
	check('words', 'folder', 'These are words.\n', {}, ['notFields These are words.']);
	check('aliases', 'folder', 'a.pdf: &x\n  title: T\nb.pdf: *x\n', { 'a.pdf': { title: 'T' } }, ['alias *x']);
	check('an alias for a text', 'folder', 'a.pdf: {title: &t T, author: *t}\n', { 'a.pdf': { title: 'T' } }, ['alias *t']);
	check('a merge', 'folder', 'a.pdf:\n  <<: {title: T}\n', { 'a.pdf': {} }, ['unknownField <<']);
	check('a tag', 'folder', 'a.pdf:\n  title: !!binary aGk=\n', { 'a.pdf': {} }, ['alias aGk=']);
	check('names of methods', 'folder', 'a.pdf:\n  __proto__: T\n  constructor: x\n', { 'a.pdf': {} }, [
		'unknownField __proto__',
		'unknownField constructor',
	]);
	check('a bomb of brackets', 'folder', `a.pdf: ${'['.repeat(200)}\nb.pdf:\n  title: T\n`, { 'b.pdf': { title: 'T' } }, [
		`tooDeep a.pdf: ${'['.repeat(200)}`,
	]);
	check('marks of direction in a title', 'folder', 'a.pdf:\n  title: "a\\u202Eb\\nc"\n', { 'a.pdf': { title: 'ab c' } });
});

describe('tide.pdf.yml', () => {
	check('fields', 'file', 'title: T\nauthor:\n- A\n- B\ndate: 2008~\n', { '': { title: 'T', author: 'A, B', date: '2008~' } });
	check('nothing', 'file', '# nothing\n', {});
	check('a fault, with fields around it', 'file', 'title: T\nx: [\nauthor: A\n', { '': { title: 'T', author: 'A' } }, ['syntax x: [']);
	check('a field twice', 'file', 'title: T\ntitle: U\n', { '': { title: 'T' } }, ['duplicate title']);
	check('an unknown field', 'file', 'pages: 12\n', {}, ['unknownField pages']);
	check('all of it in brackets', 'file', '{\n"title": "T",\n"author": "A"\n}\n', { '': { title: 'T', author: 'A' } });
});
