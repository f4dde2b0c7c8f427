import assert from 'node:assert/strict';
import { findMost } from '../../../src/search/bitRanking.ts';
import { NumberList } from '../../../src/search/parts/bytes.ts';
import { TermBits } from '../../../src/search/parts/termBits.ts';
import { mostGained, Norms, saturate } from '../../../src/search/ranking.ts';

describe('what a passage gains at most by a term', () => {
	const norms = new Norms(40);

	/** Each row is of a passage: how often the term stands in it, and its length. */
	function check(name: string, rows: readonly (readonly [count: number, length: number])[]) {
		it(name, () => {
			const passages = new NumberList();
			const counts = new NumberList();
			rows.forEach(([count], passage) => {
				passages.push(passage);
				counts.push(count);
			});
			const termBits = new TermBits();
			termBits.fill(
				{ passages, counts },
				0,
				Uint32Array.from(rows, ([, length]) => length),
			);
			const most = Math.max(0, ...rows.map(([count, length]) => 2.5 * saturate(count, norms.of(length))));
			const bound = findMost(termBits, 2.5, norms);
			assert.ok(most <= bound && bound <= 2.5 * mostGained, `${most} ${bound}`);
			if (rows.every(([count]) => count < 8)) {
				assert.ok(bound <= most * 1.000_002, `${most} ${bound}`);
			}
		});
	}
	check('nobody holds it', []);
	check('once everywhere', [
		[1, 30],
		[1, 12],
		[1, 200],
	]);
	check('often, but in a long one', [
		[7, 400],
		[1, 10],
		[2, 30],
	]);
	check('more often in a longer one', [
		[3, 20],
		[1, 8],
	]);
	check('very often in some', [
		[8, 100],
		[500, 3_000],
		[2, 30],
	]);
});
