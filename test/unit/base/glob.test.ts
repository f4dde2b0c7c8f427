import assert from 'node:assert/strict';
import { compileGlob, compileGlobs, isLiteralPath } from '../../../src/base/glob.ts';
import { inTime } from '../../support/timeLimits.ts';

function check(name: string, pattern: string, path: string, expected: boolean, ignoreCase = false): void {
	it(`${name}: ${pattern.slice(0, 40)} ${expected ? 'takes' : 'leaves'} ${path.slice(0, 40)}`, () => {
		assert.equal(compileGlob(pattern, { ignoreCase })(path), expected);
	});
}

describe('glob', () => {
	check('a name is itself', 'sources', 'sources', true);
	check('a name is not a part of one', 'sources', 'sources2', false);
	check('a name matches at the root only', 'sources', 'a/sources', false);
	check('** is any folders', '**/sources', 'a/b/sources', true);
	check('** is no folder too', '**/sources', 'sources', true);
	check('** in the middle', 'a/**/z', 'a/z', true);
	check('** in the middle, deep', 'a/**/z', 'a/b/c/z', true);
	check('** at the end takes the folder itself', 'a/**', 'a', true);
	check('** at the end', 'a/**', 'a/b/c', true);
	check('** twice', '**/x/**/y', 'q/x/r/s/y', true);
	check('what is below is not matched', '**/sources', 'sources/c', false);
	check('* stays within a name', 'a/*', 'a/b/c', false);
	check('* is any run', '*.md', 'notes.md', true);
	check('* is no character too', 'a*', 'a', true);
	check('* in the middle', 'a*c*e', 'abcde', true);
	check('* falls back', '*ab', 'aab', true);
	check('? is one character', 'a?c', 'abc', true);
	check('? is not none', 'a?c', 'ac', false);
	check('? is one character beyond the base plane', '?.md', '🜁.md', true);
	check('braces are either', '**/{seeds,sources}', 'x/seeds', true);
	check('braces hold patterns', '{a*,b?}', 'bz', true);
	check('braces nest', '{a,b{c,d}}', 'bd', true);
	check('braces with an empty side', 'a{,b}', 'a', true);
	check('braces over folders', '{a/b,c}/d', 'a/b/d', true);
	check('an open brace is text', 'a{b', 'a{b', true);
	check('a set', '[a-c]x', 'bx', true);
	check('a negated set', '[!a-c]x', 'bx', false);
	check('an open set is text', 'a[b', 'a[b', true);
	check('dots are text', 'a.b', 'axb', false);
	check('signs of regular expressions are text', 'a+(b)$^', 'a+(b)$^', true);
	check('slashes at the ends mean nothing', '/a/', 'a', true);
	check('a leading ./ means nothing', './a', 'a', true);
	check('case counts', 'Sources', 'sources', false);
	check('case is folded when asked', '**/{SEEDS,Sources}', 'A/sOURCES', true, true);
	check('an empty pattern is the root', '', '', true);
	check('Hangul', '**/자료', '가/자료', true);

	it('takes no longer for hostile patterns', () =>
		inTime(50, () => {
			const path = `${'a'.repeat(2_000)}b`;
			assert.equal(compileGlob(`${'*a'.repeat(500)}c`)(path), false);
			assert.equal(compileGlob(`${'**/'.repeat(200)}c`)('a/'.repeat(500)), false);
			assert.equal(compileGlob('{a,b}'.repeat(40))(path), false);
			assert.equal(compileGlob('{'.repeat(20_000))('x'), false);
		}));

	it('joins patterns', () => {
		const test = compileGlobs(['a', 'b/*', 'a']);
		assert.deepEqual(['a', 'b/c', 'b', 'c'].map(test), [true, true, false, false]);
	});

	it('knows an ordinary path', () => {
		assert.deepEqual(['a/b', 'a*', 'a{b', '[x]'].map(isLiteralPath), [true, false, false, false]);
	});
});
