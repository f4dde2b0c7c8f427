import assert from 'node:assert/strict';
import { isContentWord, isStopWord } from '../../../src/text/stopWords.ts';

describe('isStopWord', () => {
	function check(expected: boolean, language: string | null, words: string) {
		for (const word of words.split(' ')) {
			it(`${word} (${language}): ${expected}`, () => assert.equal(isStopWord(word, language), expected));
		}
	}
	check(true, 'en', "the of and which don't would");
	check(true, null, 'the and');
	check(true, 'de', 'der und nicht');
	check(true, 'fr', 'les une qu dans');
	check(true, 'ko', '는 및');
	check(true, 'en', '는');
	check(false, 'en', 'women government constructor __proto__ report 2008 will-power die');
	check(false, 'de', 'regierung menschen rechte the');
});

describe('isContentWord', () => {
	function check(expected: boolean, words: string) {
		for (const word of words.split(' ')) {
			it(`${word}: ${expected}`, () => assert.equal(isContentWord(word), expected));
		}
	}
	check(true, 'exit programs red light districts korean massage constructor 정부 covid19');
	check(false, 'the of said very 2008 17,500 3rd 1990s a x 는 took already');
});
