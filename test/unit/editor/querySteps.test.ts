import assert from 'node:assert/strict';
import { QuerySteps } from '../../../src/editor/searchView/querySteps.ts';

describe('QuerySteps', () => {
	/** What stands in the box after each step: `^` older, `v` newer, anything else is typed. */
	const check = (name: string, queries: readonly string[], steps: readonly string[], expected: readonly string[]) =>
		it(name, () => {
			const walk = new QuerySteps();
			let shown = '';
			const seen = steps.map((step) => {
				if (step === '^' || step === 'v') {
					shown = walk.step(step === '^' ? 'older' : 'newer', shown, queries) ?? shown;
				} else {
					walk.reset();
					shown = step;
				}
				return shown;
			});
			assert.deepEqual(seen, expected);
		});
	check('goes back, and stays at the oldest', ['c', 'b', 'a'], ['^', '^', '^', '^'], ['c', 'b', 'a', 'a']);
	check('comes back to what was typed', ['b', 'a'], ['x', '^', '^', 'v', 'v', 'v'], ['x', 'b', 'a', 'b', 'x', 'x']);
	check('leaves out what stands there', ['b', 'a'], ['b', '^', 'v', 'v'], ['b', 'a', 'b', 'b']);
	check('begins anew behind what is typed', ['b', 'a'], ['^', '^', 'x', '^', 'v'], ['b', 'a', 'x', 'b', 'x']);
	check('goes nowhere without queries', [], ['x', '^', 'v'], ['x', 'x', 'x']);
	check('gives back an empty box', ['a'], ['^', 'v'], ['a', '']);
});
