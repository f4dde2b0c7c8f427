import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../src/base/steps.ts';
import { packWords, unpackWords, Vocabulary } from '../../../src/terms/packedWords.ts';
import { TermTable } from '../../../src/terms/termTable.ts';
import { tokenise } from '../../../src/text/tokenise.ts';

describe('packed words', () => {
	function check(name: string, text: string, expected: readonly string[], vocabulary = new Vocabulary()) {
		it(name, () => {
			const words = takeAllSteps(packWords(vocabulary, tokenise(text)));
			const parts = { vocabulary, numbers: new Uint32Array(0), table: TermTable.empty() };
			const { keys, starts, ends } = unpackWords(words, { at: 0, end: 0 }, 1_000, parts);
			assert.deepEqual(keys, expected);
			assert.deepEqual(
				starts.map((start, at) => text.slice(start, ends[at])),
				text.match(/\p{L}+/gu),
			);
		});
	}
	check('come out as they went in', 'Tides of the harbour', ['tide', 'of', 'the', 'harbor']);
	check('far apart', `tide${' '.repeat(1_000)}harbour`, ['tide', 'harbor']);
	check('long', `${'x'.repeat(90)} tide`, ['x'.repeat(90), 'tide']);

	const full = new Vocabulary();
	// As if a collection had four million words already.
	full.keys.length = 2 ** 22 - 1;
	check('beyond the number that four bytes hold', 'alpha beta gamma alpha delta', ['alpha', 'beta', 'gamma', 'alpha', 'delta'], full);
});
