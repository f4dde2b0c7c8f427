import assert from 'node:assert/strict';
import { addToFolders, type FolderToAdd, findListTarget } from '../../../src/editor/folderSetting.ts';

describe('addToFolders', () => {
	const start: FolderToAdd = {
		pattern: 'field',
		isElsewhere: false,
		isTrusted: true,
		rootCount: 1,
		patterns: ['of the workspace'],
		usersPatterns: ['of the person'],
	};
	const check = (name: string, fields: Partial<FolderToAdd>, expected: ReturnType<typeof addToFolders>) =>
		it(name, () => assert.deepEqual(addToFolders({ ...start, ...fields }), expected));
	check('below the only root: the workspace’s', {}, { target: 'workspace', patterns: ['of the workspace', 'field'] });
	check('below one of several roots: that root’s', { rootCount: 2 }, { target: 'root', patterns: ['of the workspace', 'field'] });
	check(
		'below a root that is not trusted: still its own',
		{ isTrusted: false },
		{ target: 'workspace', patterns: ['of the workspace', 'field'] },
	);
	const elsewhere = { isElsewhere: true, pattern: '/home/me/field' };
	check('elsewhere: the workspace’s', elsewhere, { target: 'workspace', patterns: ['of the workspace', '/home/me/field'] });
	check(
		'elsewhere, for several roots: the workspace’s',
		{ ...elsewhere, rootCount: 3 },
		{ target: 'workspace', patterns: ['of the workspace', '/home/me/field'] },
	);
	check(
		'elsewhere, in a window without a folder: the person’s',
		{ ...elsewhere, rootCount: 0, patterns: ['of the person'] },
		{ target: 'user', patterns: ['of the person', '/home/me/field'] },
	);
	check(
		'elsewhere, from an untrusted workspace: the person’s, with nothing that the workspace says',
		{ ...elsewhere, isTrusted: false, patterns: ['/home/me/secret', '../..'] },
		{ target: 'user', patterns: ['of the person', '/home/me/field'] },
	);
	check('not what is there already', { patterns: ['field'] }, undefined);
	check('not what the person has already', { ...elsewhere, isTrusted: false, patterns: [], usersPatterns: ['/home/me/field'] }, undefined);
	check(
		'what an untrusted workspace claims to have already',
		{ ...elsewhere, isTrusted: false, patterns: ['/home/me/field'] },
		{ target: 'user', patterns: ['of the person', '/home/me/field'] },
	);
});

describe('findListTarget', () => {
	const check = (name: string, [rootCount, ofRoot, ofWorkspace]: Parameters<typeof findListTarget>, expected: string) =>
		it(name, () => assert.equal(findListTarget(rootCount, ofRoot, ofWorkspace), expected));
	check('where nothing else is written: the person’s', [2, false, false], 'user');
	check('where the workspace has a list: the workspace’s', [2, false, true], 'workspace');
	check('where one of several roots has its own: that root’s', [2, true, true], 'root');
	check('of the only root: the workspace’s', [1, true, true], 'workspace');
});
