import assert from 'node:assert/strict';
import {
	findAbsentPaths,
	isAbsolutePattern,
	leavesRoot,
	toAllowedPatterns,
	toAnyCaseGlob,
	toExcludePatterns,
} from '../../../src/editor/sourcePatterns.ts';

describe('leavesRoot', () => {
	const check = (pattern: string, expected: boolean) =>
		it(`${pattern} ${expected ? 'leaves' : 'stays'}`, () => assert.equal(leavesRoot(pattern), expected));
	check('sources', false);
	check('**/{seeds,sources}', false);
	check('.', false);
	check('./a', false);
	check('a..b', false);
	check('/', true);
	check('/etc', true);
	check('~/documents', true);
	check('C:\\x', true);
	check('\\\\server\\share', true);
	check('../other', true);
	check('a/../../b', true);
	check('{a,../b}', true);
	check('a\\..\\..', true);
	check('file:///etc', true);
});

describe('toAllowedPatterns', () => {
	it('takes the word of a person', () => assert.deepEqual(toAllowedPatterns(['/a', 'b'], true), { allowed: ['/a', 'b'], refused: [] }));
	it('takes an untrusted workspace at its word only below its root', () =>
		assert.deepEqual(toAllowedPatterns(['/a', 'b', '../c'], false), { allowed: ['b'], refused: ['/a', '../c'] }));
});

describe('isAbsolutePattern', () => {
	it('knows paths of every system', () =>
		assert.deepEqual(['/a', '~/a', 'c:/a', '\\\\s'].map(isAbsolutePattern), [true, true, true, true]));
	it('knows relative ones', () => assert.deepEqual(['a', './a', '**/a'].map(isAbsolutePattern), [false, false, false]));
});

describe('findAbsentPaths', () => {
	const check = (pattern: string, found: readonly string[], isAbsent: boolean) =>
		it(`${pattern} ${isAbsent ? 'is not' : 'may be'} among ${found.join(', ') || 'nothing'}`, () =>
			assert.deepEqual(findAbsentPaths([pattern], found), isAbsent ? [pattern] : []));
	check('interviews', [], true);
	check('interviews', ['talks', 'interviews-2023'], true);
	check('./talks/2023/', ['talks'], false);
	check('talks/2023', ['talks/2024'], true);
	check('interviews', ['Interviews'], false);
	check('talks\\2023', ['talks/2023'], false);
	check('interviews', [''], false);
	check('.', [], false);
	check('**/{sources,documents}', [], false);
	check('field notes [1]', [], false);
	// They are looked for elsewhere, or lead out of the root.
	check('/media/stick/sources', [], false);
	check('../other', [], false);
});

describe('toExcludePatterns', () => {
	const excludes = {
		'**/.git': true,
		'**/tmp': false,
		'sources/old': true,
		'other/x': true,
		'**/*.js': { when: '$(basename).ts' },
		'*.log': true,
	};
	it('keeps what holds anywhere', () => assert.deepEqual(toExcludePatterns({ '**/.git': true }, 'sources'), ['**/.git']));
	it('cuts what is anchored at the root', () => assert.deepEqual(toExcludePatterns(excludes, 'sources'), ['**/.git', 'old']));
	it('keeps only what holds anywhere for a folder elsewhere', () => assert.deepEqual(toExcludePatterns(excludes, undefined), ['**/.git']));
	it('keeps everything for the root itself', () =>
		assert.deepEqual(toExcludePatterns(excludes, ''), ['**/.git', 'sources/old', 'other/x', '*.log']));
	it('takes what is no object for nothing', () => assert.deepEqual(toExcludePatterns('x', ''), []));
});

describe('toAnyCaseGlob', () => {
	it('gives both cases of each letter', () => assert.equal(toAnyCaseGlob('**/{ab,c}'), '**/{[aA][bB],[cC]}'));
});
