import assert from 'node:assert/strict';
import { type FileToOpen, opensOutside } from '../../../src/editor/reader/fileOpener.ts';

describe('opensOutside', () => {
	const check = (name: string, fileName: string, more: Partial<FileToOpen>, expected: boolean) =>
		it(name, () => assert.equal(opensOutside({ scheme: 'file', fileName, isLocalDesktop: true, editorPatterns: [], ...more }), expected));

	check('a PDF', 'a.pdf', {}, true);
	check('a Word document', 'A.DOCX', {}, true);
	check('a table', 'a.xlsx', {}, true);
	check('text, which VS Code shows', 'a.html', {}, false);
	check('a PDF that an extension shows', 'a.pdf', { editorPatterns: ['*.pdf'] }, false);
	check('one of several that an extension shows', 'a.docx', { editorPatterns: ['**/*.{odt,docx}'] }, false);
	check('a PDF beside editors of other files', 'a.pdf', { editorPatterns: ['*.pdfx', '*.hex', '*.{apdf,b}'] }, true);
	check('a file elsewhere', 'a.pdf', { scheme: 'vscode-remote' }, false);
	check('in a browser or on a remote machine', 'a.pdf', { isLocalDesktop: false }, false);
	check('a program, whatever is in it', 'a.pdf.exe', {}, false);
	check('a document with macros', 'a.docm', {}, false);
	check('no extension', 'pdf', {}, false);
});
