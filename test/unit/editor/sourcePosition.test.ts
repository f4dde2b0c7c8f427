import assert from 'node:assert/strict';
import { toPositions, toSourcePositions } from '../../../src/editor/reader/sourcePosition.ts';

describe('toPositions', () => {
	const check = (name: string, text: string, offset: number, expected: string) =>
		it(name, () =>
			assert.deepEqual(
				toPositions(text, [offset]).map(({ line, character }) => `${line}:${character}`),
				[expected],
			),
		);
	check('counts one kind of line ends', 'one\ntwo\nthree', 8, '2:0');
	check('counts CR LF as one', 'one\r\ntwo\r\nthree', 11, '2:1');
	check('counts old Mac line ends', 'one\rtwo\rthree', 8, '2:0');
	check('counts mixed ones', 'a\r\nb\nc\rd\n\ne', 10, '5:0');
	check('counts no other separators', 'a\u2028b\u0085c\fd', 6, '0:6');
	check('counts UTF-16 units', '🙂 정부\n🙂x', 8, '1:2');
	check('stays in the line inside a line end', 'one\r\ntwo', 4, '0:3');
	check('stays at the end', 'one\ntwo', 99, '1:3');
	check('begins at the beginning', '', 0, '0:0');
	it('takes several, in order', () =>
		assert.deepEqual(toPositions('a\nb\nc', [0, 2, 2, 5]), [
			{ line: 0, character: 0 },
			{ line: 1, character: 0 },
			{ line: 1, character: 0 },
			{ line: 2, character: 1 },
		]));
});

describe('toSourcePositions', () => {
	it('leaves a byte order mark out, as the readers do', () =>
		assert.deepEqual(toSourcePositions(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x0a, 0x62), 'txt', [2]), [{ line: 1, character: 0 }]));
	it('counts RTF in bytes', () =>
		assert.deepEqual(toSourcePositions(Uint8Array.of(0xb0, 0xa1, 0x0d, 0x0a, 0x62), 'rtf', [4]), [{ line: 1, character: 0 }]));
	it('knows the character sets that the readers know', () =>
		// 가나다 in EUC-KR, three times over, and a line.
		assert.deepEqual(
			toSourcePositions(Uint8Array.from([...Array(9).fill([0xb0, 0xa1, 0xb3, 0xaa, 0xb4, 0xd9]).flat(), 0x0a, 0x62]), 'txt', [28]),
			[{ line: 1, character: 0 }],
		));
});
