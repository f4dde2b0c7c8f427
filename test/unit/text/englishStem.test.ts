import assert from 'node:assert/strict';
import { newStemmer } from 'snowball-stemmers';
import { stemEnglish } from '../../../src/text/englishStem.ts';

const reference = newStemmer('english');

function check(name: string, words: readonly string[]) {
	it(`are those of the package: ${name}`, () => {
		for (const word of words) {
			assert.equal(stemEnglish(word), reference.stem(word), word);
		}
	});
}

const roots =
	'traffick general communi arsen day boy y yy ab egg hop hopp plann trav by sky die tie bed sea cosmos new how gentle ugly fl rat fix snow enjoy yell er ion oper relat just electr hope form goodn nation decis adopt replac probab analog peda archi real vil roll fulfil cat caus gas kiwi inn out proce suc exce herr'.split(
		' ',
	);
const endings =
	"s es ies ied sses ss us eed eedly ed edly ing ingly y ly li tional enci anci abli entli izer ization ational ation ator alism aliti alli fulness ousli ousness iveness iviti biliti bli ogi logi fulli lessli alize icate iciti ical ful ness ative al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion sion tion e l ll 's s' '".split(
		' ',
	);

describe('stems of English words', () => {
	check(
		'endings behind many beginnings',
		roots.flatMap((root, at) => ['', ...endings].filter((_, other) => (at + other) % 3 === 0).map((ending) => root + ending)),
	);
	check(
		'two endings in a row',
		endings.flatMap((first, at) => endings.filter((_, other) => (at + other) % 5 === 0).map((second) => `sect${first}${second}`)),
	);
	check('endings alone', endings);
	check('words with rules of their own', [
		...'skis skies dying lying tying idly gently ugly early only singly sky news howe atlas cosmos bias andes'.split(' '),
		...'innings inning outings canning herrings earrings proceeds exceed succeeds succeeding generate generous communism arsenal'.split(
			' ',
		),
	]);
	check('what is hardly a word', [
		"'",
		"''s",
		"'tis",
		"'y",
		'yyy',
		'aaa',
		'bbb',
		'é',
		'élèves',
		'naïveté',
		'정부는',
		'\ud800ing',
		'x'.repeat(60),
		'y'.repeat(60),
	]);
});
