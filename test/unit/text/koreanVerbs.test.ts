import assert from 'node:assert/strict';
import { contractVerb, nounOfVerb } from '../../../src/text/koreanVerbs.ts';

describe('nounOfVerb', () => {
	function check(word: string, expected: string | undefined) {
		it(`${word}: ${expected ?? 'no such verb'}`, () => assert.equal(nounOfVerb(word), expected));
	}
	check('검토하다', '검토');
	check('검토해', '검토');
	check('검토했습니다', '검토');
	check('시작합니다', '시작');
	check('시작하는', '시작');
	check('검토된', '검토');
	check('요구하였으나', '요구');
	check('예정됐다는', '예정');
	check('보고됐다고', '보고');
	check('가능한', '가능');
	check('예정되어', '예정');
	check('인신매매하기로', '인신매매');
	check('피해', undefined);
	check('제한', undefined);
	check('역할', undefined);
	check('북한', undefined);
	check('지난해', undefined);
	check('남북한', undefined);
	check('산업재해', undefined);
	check('태풍피해', undefined);
	check('회피해', '회피');
	check('존재해', '존재');
	check('통제한', '통제');
	check('포함', undefined);
	check('정부는', undefined);
	check('정부', undefined);
	check('높았다', undefined);
	check('하다', undefined);
	check('해', undefined);
	check('', undefined);
});

describe('contractVerb', () => {
	function check(word: string, expected: string) {
		it(`${word}: ${expected}`, () => assert.equal(contractVerb(word), expected));
	}
	check('정하였다', '정했다');
	check('정하였으며', '정했으며');
	check('위하여', '위해');
	check('되어', '되어');
	check('안되어', '안돼');
	check('정했다', '정했다');
	check('정하다', '정하다');
	check('정하여금', '정하여금');
	check('보았다', '보았다');
	check('', '');
});
