import assert from 'node:assert/strict';
import { toRelativePath, type UriPlace } from '../../../src/editor/relativePath.ts';

/** The parts of a URI that is written without escapes; a path alone is one of a file. */
function toPlace(text: string): UriPlace {
	const [, scheme = 'file', authority = '', path = ''] = /^(?:([a-z-]+):\/\/([^/]*))?(.*)$/s.exec(text) ?? [];
	return { scheme, authority, path };
}

describe('toRelativePath', () => {
	const check = (name: string, note: string | undefined, file: string, expected: string) =>
		it(name, () => assert.equal(toRelativePath(note === undefined ? undefined : toPlace(note), toPlace(file)), expected));
	check('goes down', '/work/note.md', '/work/sources/a.txt', 'sources/a.txt');
	check('goes up and down', '/work/notes/deep/note.md', '/work/sources/a.txt', '../../sources/a.txt');
	check('stays', '/work/note.md', '/work/a.txt', 'a.txt');
	check('escapes spaces and brackets', '/work/note.md', '/work/s/a (1) b.txt', 's/a%20%281%29%20b.txt');
	check('escapes other scripts', '/work/note.md', '/work/정부.txt', '%EC%A0%95%EB%B6%80.txt');
	check('survives half a character', '/work/note.md', '/work/a\uD800.txt', 'a%EF%BF%BD.txt');
	check('goes to another tree', '/a/b/note.md', '/c/d.txt', '../../c/d.txt');
	check('does not take a like name for the same folder', '/work/sour/note.md', '/work/sources/a.txt', '../sources/a.txt');
	check('stays on a drive', '/c:/work/notes/a.md', '/c:/work/sources/x.txt', '../sources/x.txt');
	check('stays on a drive in either case', '/C:/work/a.md', '/c:/work/sources/x.txt', 'sources/x.txt');
	check('goes to the root of a drive', '/c:/work/a.md', '/c:/x.txt', '../x.txt');
	check('does not go to another drive', '/c:/notes/a.md', '/d:/sources/x (1).txt', 'file:///d%3A/sources/x%20%281%29.txt');
	check('does not go from a drive to a share', '/c:/notes/a.md', 'file://server/share/x.txt', 'file://server/share/x.txt');
	check('stays on a share', 'file://server/share/notes/a.md', 'file://SERVER/share/x.txt', '../x.txt');
	check('does not go to another share', 'file://one/share/a.md', 'file://two/share/x.txt', 'file://two/share/x.txt');
	check('stays on a remote', 'vscode-vfs://github/me/notes/a.md', 'vscode-vfs://github/me/sources/x.txt', '../sources/x.txt');
	check('does not go to another remote', 'vscode-vfs://github/me/a.md', 'vscode-vfs://gitlab/me/x.txt', 'vscode-vfs://gitlab/me/x.txt');
	check('does not go to another scheme', 'vscode-vfs://github/me/a.md', '/me/x.txt', 'file:///me/x.txt');
	check('takes a folder like a drive for a folder elsewhere', 'vscode-vfs://h/c:/a.md', 'vscode-vfs://h/d:/x.txt', '../d%3A/x.txt');
	check('names the file alone without a note', undefined, '/work/sources/a b.txt', 'a%20b.txt');
});
