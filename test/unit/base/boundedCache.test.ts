import assert from 'node:assert/strict';
import { BoundedCache } from '../../../src/base/boundedCache.ts';

describe('BoundedCache', () => {
	const check = (name: string, keys: string, held: string) =>
		it(name, () => {
			const cache = new BoundedCache<string>(6, (value) => value.length);
			for (const key of keys) {
				// A capital is asked for, `-` forgets all.
				if (key === '-') {
					cache.clear();
				} else if (key === key.toUpperCase()) {
					cache.get(key.toLowerCase());
				} else {
					cache.set(key, key === 'x' ? 'too long by far' : key.repeat(2));
				}
			}
			const left = [...'abcdx'].filter((key) => cache.get(key) !== undefined);
			assert.equal(left.join(''), held);
		});
	check('holds what fits', 'abc', 'abc');
	check('drops what was set first', 'abcd', 'bcd');
	check('drops what was asked for longest ago', 'abcAd', 'acd');
	check('counts what is set again once', 'abcabc', 'abc');
	check('holds one thing, however large it is', 'abx', 'x');
	check('goes on behind a large one', 'xab', 'ab');
	check('holds nothing after it was emptied, and counts anew', 'abc-abc', 'abc');
});
