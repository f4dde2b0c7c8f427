import assert from 'node:assert/strict';
import { toSourceRange } from '../../../../src/text/offsetMap.ts';
import { readText } from '../../../support/reading.ts';

const notebook = (cells: readonly unknown[]) => JSON.stringify({ cells, metadata: {}, nbformat: 4 }, null, 1);
const tides = notebook([
	{ cell_type: 'markdown', metadata: {}, source: ['# Tides\n', '\n', 'Twice a *day*.'] },
	{
		cell_type: 'code',
		outputs: [
			{ output_type: 'stream', text: ['4 metres\n'] },
			{ output_type: 'display_data', data: { 'image/png': 'aGVsbG8=', 'text/plain': ['<Figure>'] } },
			{ output_type: 'execute_result', data: { 'text/plain': ['12'] } },
			{ output_type: 'error', ename: 'ValueError', evalue: 'no mud', traceback: ['long'] },
		],
		source: ['# depth\n', 'print("4 metres")'],
	},
]);

describe('notebook', () => {
	function check(name: string, source: string, expected: string) {
		it(name, async () => {
			const { text, kind } = await readText(source, 'a.ipynb');
			assert.deepEqual([text, kind], [expected, 'other']);
		});
	}
	check('cells and what they print', tides, 'Tides\n\nTwice a day.\n\n# depth\nprint("4 metres")\n\n4 metres\n\n12\n\nValueError: no mud');
	check('a cell as one string', notebook([{ cell_type: 'markdown', source: 'a\n\nb' }]), 'a\n\nb');
	check('other JSON as it stands', '{"a": 1}', '{"a": 1}');
	check('broken JSON as it stands', '{"cells": [', '{"cells": [');
	it('its title, headings and places', async () => {
		const { title, headings, text, offsetMap } = await readText(tides, 'a.ipynb');
		assert.deepEqual([title, headings.length], ['Tides', 1]);
		for (const word of ['Twice', 'depth', 'print', '12']) {
			const start = text.indexOf(word);
			const range = toSourceRange(offsetMap, { start, end: start + word.length });
			assert.equal(range && tides.slice(range.start, range.end), word);
		}
	});
});
