import assert from 'node:assert/strict';
import { ByteWriter } from '../../../src/search/parts/bytes.ts';
import { RankFinder } from '../../../src/search/parts/rankFinder.ts';
import { makeRandom } from '../../support/random.ts';

/** Ranks as a passage's tokens have them; not all tokens begin where their bytes do, and others follow. */
function toBytes(ranks: readonly number[], before: number, behind: number): Uint8Array {
	const writer = new ByteWriter();
	writer.addNibbles(
		Uint32Array.from(ranks, (_, at) => at),
		Uint32Array.from(ranks),
	);
	return Uint8Array.from([before, ...writer.toBytes(), behind]);
}

function find(ranks: readonly number[], words: readonly number[], before = 0xff, behind = 0x11): [number, number][] {
	const found: [number, number][] = [];
	const bytes = toBytes(ranks, before, behind);
	new RankFinder(new Map(words.map((rank) => [rank, rank]))).findEach(bytes, 1, bytes.length - 1, (word, token) =>
		found.push([word, token]),
	);
	return found;
}

describe('words in packed tokens', () => {
	const check = (name: string, tokens: readonly number[], words: readonly number[], expected: readonly (readonly [number, number])[]) =>
		it(name, () => {
			assert.deepEqual(find(tokens, words), expected);
		});
	check(
		'a frequent word in either half',
		[3, 4, 3],
		[3],
		[
			[3, 0],
			[3, 2],
		],
	);
	check(
		'a word of two halves in one byte, and over two',
		[8, 1, 8],
		[8],
		[
			[8, 0],
			[8, 2],
		],
	);
	check(
		'rare words at either half',
		[70_000, 1, 70_000, 1_000],
		[1_000, 70_000],
		[
			[70_000, 0],
			[70_000, 2],
			[1_000, 3],
		],
	);
	check('no word whose code ends as that of another', [8 + 64 + 5, 5], [5, 8], [[5, 1]]);
	check('no word whose code begins as that of another', [8, 8 + 64], [8], [[8, 0]]);
	check(
		'words whose codes begin alike',
		[8, 1, 72, 1, 72, 8],
		[8, 72],
		[
			[8, 0],
			[72, 2],
			[72, 4],
			[8, 5],
		],
	);
	check('nothing in what fills the last byte', [0, 9, 1], [], []);
	check('no words', [], [1, 100], []);
	it('agrees with looking at each token, in any order of short and long ones', () => {
		const random = makeRandom(11);
		// About as many of each length.
		const makeRank = () => 1 + random(8 ** (1 + random(6)));
		for (let round = 0; round < 2_000; round++) {
			const known = Array.from({ length: 1 + random(12) }, makeRank);
			const tokens = Array.from({ length: random(40) }, () => (random(3) === 0 ? makeRank() : (known[random(known.length)] ?? 1)));
			const words = [...new Set(known.slice(0, 1 + random(known.length)))];
			const expected = tokens.flatMap((rank, token) => (words.includes(rank) ? [[rank, token]] : []));
			assert.deepEqual(find(tokens, words, random(256), random(256)), expected, JSON.stringify({ tokens, words }));
		}
	});
});
