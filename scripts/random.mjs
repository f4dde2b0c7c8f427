/** Whole numbers from 0, below the one that is asked with: of the same seed the same in each run. */
export function makeRandom(seed) {
	let state = seed;
	return (below) => {
		// The high bits: the low ones of such a generator repeat after a few steps.
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}
