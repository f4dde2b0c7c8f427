import assert from 'node:assert/strict';
import { cleanCharacters } from '../../../../src/library/repair/characters.ts';
import { applyEdits, composeSteps, moveOffset, moveRange } from '../../../../src/library/repair/edits.ts';
import { toSourceRange } from '../../../../src/text/offsetMap.ts';

describe('characters of clean text', () => {
	function check(name: string, source: string, expected: string) {
		it(name, () => assert.equal(cleanCharacters(source).text, expected));
	}
	check('keep what is clean', 'One, two\tthree\n한국어 é 😀', 'One, two\tthree\n한국어 é 😀');
	check('end lines in one way', 'a\r\nb\rc\u2028d\u2029e\u0085f\vg', 'a\nb\nc\nd\ne\nf\ng');
	check('hold no NUL or control character', 'a\0b\x07c\x1bd\x7fe', 'abcde');
	check('hold no invisible marks', '\ufeffa\u200bb\u2060c', 'abc');
	check('keep joiners that change letters', 'می\u200cخواهم 👩\u200d🌾', 'می\u200cخواهم 👩\u200d🌾');
	check('have one kind of space', 'a\u00a0b\u2009c\u202fd\u3000e', 'a b c d e');
	check('spell ligatures', 'of\ufb01ce, e\ufb00ect, wa\ufb04e, \ufb05', 'office, effect, waffle, st');
	check('lose soft hyphens', 'peo\u00adple', 'people');
	check('lose soft hyphens at line ends', 'peo\u00ad\n  ple and peo\u00ad\r\nple', 'people and people');
	check(
		'keep the line end behind a word',
		'before the last year of the tram\u00ad\nline in 1936 it was',
		'before the last year of the tramline\nin 1936 it was',
	);
	check(
		'keep the line end behind a word with a comma',
		'before the last year of the gov\u00ad\r\nernment, it was said',
		'before the last year of the government,\nit was said',
	);
	check('lose the line end within a short line', 'of the tram\u00ad\nline in 1936 it was', 'of the tramline in 1936 it was');
	check('lose the line end before a short rest', 'of the tram\u00ad\nline in it\n', 'of the tramline in it\n');
	check('keep soft hyphens that are meant', '22\u00ad24 June, low\u00ad and', '22-24 June, low- and');
	check('show the marks of Windows', '\u0093It\u0092s\u0094 \u0096 \u0080', '“It’s” – €');
	check('keep form feeds', 'a\fb', 'a\fb');

	it('lead back to the source', () => {
		const source = '\ufeffthe of\ufb01ce\r\npeo\u00adple';
		const { text, offsetMap } = cleanCharacters(source);
		const start = text.indexOf('office\npeople');
		const range = toSourceRange(offsetMap, { start, end: text.length });
		assert.equal(range && source.slice(range.start, range.end), 'of\ufb01ce\r\npeo\u00adple');
	});
});

describe('edits', () => {
	const text = 'one two three';
	const edited = applyEdits(text, [
		{ start: 3, end: 4, replacement: '\n\n' },
		{ start: 7, end: 13, replacement: '' },
	]);
	it('are made', () => assert.equal(edited.text, 'one\n\ntwo'));

	function checkOffset(offset: number, expected: number) {
		it(`move ${offset} to ${expected}`, () => assert.equal(moveOffset(edited.offsetMap, offset), expected));
	}
	checkOffset(0, 0);
	checkOffset(2, 2);
	checkOffset(3, 5);
	checkOffset(4, 5);
	checkOffset(6, 7);
	checkOffset(9, 8);
	checkOffset(13, 8);

	it('move ranges without what was put in behind them', () => {
		assert.deepEqual(moveRange(edited.offsetMap, { start: 0, end: 3 }), { start: 0, end: 3 });
		assert.deepEqual(moveRange(edited.offsetMap, { start: 0, end: 4 }), { start: 0, end: 3 });
		assert.deepEqual(moveRange(edited.offsetMap, { start: 4, end: 13 }), { start: 5, end: 8 });
		assert.deepEqual(moveRange(edited.offsetMap, { start: 8, end: 12 }), { start: 8, end: 8 });
	});

	it('compose, whether steps change anything or not', () => {
		const first = applyEdits('a b c d', [{ start: 1, end: 2, replacement: '' }]);
		const second = applyEdits(first.text, []);
		const third = applyEdits(second.text, [{ start: 4, end: 6, replacement: '' }]);
		const map = composeSteps([third, second, first]);
		assert.equal(third.text, 'ab c');
		assert.deepEqual(toSourceRange(map, { start: 0, end: 4 }), { start: 0, end: 5 });
		assert.deepEqual(map, [0, 0, 1, 1, 2, 3]);
	});
});
