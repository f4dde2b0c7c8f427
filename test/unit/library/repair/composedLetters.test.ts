import assert from 'node:assert/strict';
import { composeLetters } from '../../../../src/library/repair/composedLetters.ts';
import { toSourceRange } from '../../../../src/text/offsetMap.ts';
import { inTime } from '../../../support/timeLimits.ts';

describe('letters in parts', () => {
	const rows: readonly (readonly [name: string, source: string, expected: string])[] = [
		['Hangul', '감사원은 밝혔다'.normalize('NFD'), '감사원은 밝혔다'],
		['a final consonant behind a whole syllable', '가\u11abate', '간ate'],
		['accents', 'Ame\u0301lie a\u0300 Ko\u0308ln', 'Amélie à Köln'],
		['two marks on one letter', 'Vie\u0323\u0302t Nam', 'Việt Nam'],
		['voicing of Kana', 'か\u3099くせい', 'がくせい'],
		['what has no one letter', 'x\u0302 and n\u033a', 'x\u0302 and n\u033a'],
		['old Hangul', '\u1102\u119e\u11ab', '\u1102\u119e\u11ab'],
		['single parts', 'ᄀ and ㄱ', 'ᄀ and ㄱ'],
		['signs that look the same', '10 \u212b, 3 \u2126, \uf900', '10 \u212b, 3 \u2126, \uf900'],
		['a whole text', '감사원은 café', '감사원은 café'],
	];
	for (const [name, source, expected] of rows) {
		it(name, () => assert.equal(composeLetters(source).text, expected));
	}

	it('take no time under more marks than anybody writes', async () => {
		const source = `e${'\u0301\u0316'.repeat(200_000)} a\u0301`;
		const { text } = await inTime(50, () => composeLetters(source));
		assert.equal(text.length, source.length - 2);
		assert.match(text, /^é\u0316.* á$/u);
	});

	it('lead back to the source', () => {
		const source = '앞, 감사원은 밝혔다.'.normalize('NFD');
		const { text, offsetMap } = composeLetters(source);
		const start = text.indexOf(' 감사원은 ');
		const range = toSourceRange(offsetMap, { start, end: start + 6 });
		assert.equal(range && source.slice(range.start, range.end), ' 감사원은 '.normalize('NFD'));
	});
});
