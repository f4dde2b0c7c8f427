import assert from 'node:assert/strict';
import { toDocumentTarget } from '../../../src/editor/reader/documentTarget.ts';
import { fromReaderUri, toReaderPath } from '../../../src/editor/reader/readerUri.ts';

describe('toReaderPath', () => {
	const check = (name: string, folder: string, title: string, expected: string) =>
		it(name, () => assert.equal(toReaderPath(folder, title), `/Dossier Library/${expected}`));
	check('names folder and title', 'sources', 'The Sea', 'sources/The Sea');
	check('keeps a slash in the title out of the path', 'sources', 'and/or', 'sources/and∕or');
	check('is not led out of its folder', 'sources', '../../etc/passwd', 'sources/..∕..∕etc∕passwd');
	check('is not named by dots', '..', '..', 'Library/Document');
	check('is never empty', '', ' \u200B', 'Library/Document');
	check('takes no unseen characters', 'sources', 'a\u202Eb', 'sources/ab');
	check('keeps query and fragment out', 'sources', 'Why? #1', 'sources/Why 1');
});

describe('fromReaderUri', () => {
	const check = (name: string, uri: { scheme?: string; authority?: string; path?: string; query?: string }, expected: string | undefined) =>
		it(name, () =>
			assert.equal(fromReaderUri({ scheme: 'dossier', authority: '', path: '/Dossier Library/a/b', query: 'file:///x', ...uri }), expected),
		);
	check('gives the id', {}, 'file:///x');
	check('takes no other scheme', { scheme: 'file' }, undefined);
	check('takes no authority', { authority: 'evil' }, undefined);
	check('takes no other folder', { path: '/etc/passwd' }, undefined);
	check('takes no empty id', { query: '' }, undefined);
});

describe('toDocumentTarget', () => {
	const known = 'file:///x';
	const check = (name: string, argument: unknown, isTaken: boolean) =>
		it(name, () => assert.equal(toDocumentTarget(argument, (id) => id === known) !== undefined, isTaken));
	check('takes a place in a known document', { id: known, start: 1, end: 2 }, true);
	check('takes a caret', { id: known, start: 0, end: 0 }, true);
	check('takes nothing', undefined, false);
	check('takes no words', known, false);
	check('takes no unknown document', { id: 'file:///etc/passwd', start: 0, end: 0 }, false);
	check('takes no range backwards', { id: known, start: 2, end: 1 }, false);
	check('takes no negative offset', { id: known, start: -1, end: 1 }, false);
	check('takes no half offset', { id: known, start: 0.5, end: 1 }, false);
	check('takes no endless offset', { id: known, start: 0, end: Number.POSITIVE_INFINITY }, false);
	check('takes no other types', { id: [known], start: '0', end: null }, false);
	check('takes no giant word', { id: 'x'.repeat(1_000_000), start: 0, end: 0 }, false);
	check('lives with a proxy that throws nothing of ours', new Proxy({}, { get: () => undefined }), false);
});
