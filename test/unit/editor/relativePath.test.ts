import assert from 'node:assert/strict';
import { toRelativePath } from '../../../src/editor/relativePath.ts';

describe('toRelativePath', () => {
	const check = (name: string, note: string | undefined, file: string, expected: string) =>
		it(name, () => assert.equal(toRelativePath(note, file), expected));
	check('goes down', '/work/note.md', '/work/sources/a.txt', 'sources/a.txt');
	check('goes up and down', '/work/notes/deep/note.md', '/work/sources/a.txt', '../../sources/a.txt');
	check('stays', '/work/note.md', '/work/a.txt', 'a.txt');
	check('escapes spaces and brackets', '/work/note.md', '/work/s/a (1) b.txt', 's/a%20%281%29%20b.txt');
	check('escapes other scripts', '/work/note.md', '/work/정부.txt', '%EC%A0%95%EB%B6%80.txt');
	check('survives half a character', '/work/note.md', '/work/a\uD800.txt', 'a%EF%BF%BD.txt');
	check('goes to another tree', '/a/b/note.md', '/c/d.txt', '../../c/d.txt');
	check('does not take a like name for the same folder', '/work/sour/note.md', '/work/sources/a.txt', '../sources/a.txt');
	check('names the file alone without a note', undefined, '/work/sources/a b.txt', 'a%20b.txt');
});
