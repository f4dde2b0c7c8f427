import assert from 'node:assert/strict';
import { ByteWriter } from '../../../src/search/parts/bytes.ts';
import { RowAutomaton, wholeRow } from '../../../src/search/parts/rowAutomaton.ts';

type Answer = 'found' | 'runsOn' | 'absent';

/** Ranks as a passage's tokens have them. */
function toBytes(ranks: readonly number[]): Uint8Array {
	const writer = new ByteWriter();
	writer.addNibbles(
		Uint32Array.from(ranks, (_, at) => at),
		Uint32Array.from(ranks),
	);
	return writer.toBytes();
}

/** What the automaton says of each of these tokens, looked for beside one another in the order in which they are given. */
function findEach(automaton: RowAutomaton, tokens: readonly Uint8Array[]): Answer[] {
	const answers: Answer[] = [];
	const makePlace = () => ({ index: -1, bytes: new Uint8Array(), from: 0, to: 0, at: 0, state: 0 });
	let index = 0;
	automaton.findEach(
		[makePlace(), makePlace(), makePlace(), makePlace()],
		(into) => {
			const bytes = tokens[index];
			if (bytes === undefined) {
				return false;
			}
			// Not all tokens begin where their bytes do.
			Object.assign(into, { index, bytes: Uint8Array.from([0xff, ...bytes, 0x11]), from: 1, to: bytes.length + 1 });
			index++;
			return true;
		},
		(place, begun) => {
			assert.ok(!(place.index in answers), 'told twice');
			answers[place.index] = begun === wholeRow ? 'found' : begun > 0 ? 'runsOn' : 'absent';
		},
	);
	return answers;
}

describe('words in a row, in packed tokens', () => {
	const check = (name: string, tokens: readonly number[], row: readonly (readonly number[])[], expected: Answer) =>
		it(name, () => {
			const bytes = toBytes(tokens);
			const automaton = new RowAutomaton(row);
			assert.deepEqual(findEach(automaton, [bytes]), [expected]);
			// A second time every step is known; beside other tokens, shorter ones, longer ones or none, it is the same.
			const others = [toBytes([...tokens, 1, 1, 1]), new Uint8Array(), toBytes([1]), toBytes(Array.from({ length: 40 }, () => 1))];
			for (let count = 0; count < 9; count++) {
				const before = Array.from({ length: count }, (_, at) => others[at % others.length] ?? bytes);
				assert.equal(findEach(automaton, [...before, bytes, bytes, ...others])[count], expected, `behind ${count} others`);
				assert.equal(findEach(automaton, [...before, bytes]).at(-1), expected, `behind ${count} others, the last one`);
			}
		});
	check('a row of frequent words', [5, 3, 4, 6], [[3], [4]], 'found');
	check('the same in another order', [5, 4, 3, 6], [[3], [4]], 'absent');
	check('a row of rare words', [9, 70_000, 1_000, 2], [[70_000], [1_000]], 'found');
	check('a rare word whose code begins as another', [8, 16], [[8], [8 + 64]], 'absent');
	check(
		'any of several words',
		[900, 17, 44],
		[
			[17, 18],
			[33, 44],
		],
		'found',
	);
	check('a row that begins anew', [1, 2, 1, 2, 1, 3], [[1], [2], [1], [3]], 'found');
	check('a row of one word only, again and again', [7, 7, 6, 7, 7], [[7], [7], [7]], 'runsOn');
	check('words apart', [3, 9, 4], [[3], [4]], 'absent');
	check('a row over a border', [3, 0, 4], [[3], [4]], 'absent');
	check('a row that may run on, in whole bytes', [1, 3], [[3], [4]], 'runsOn');
	check('a row that may run on, with half a byte left', [1, 2, 3], [[3], [4]], 'runsOn');
	check('no tokens', [], [[3], [4]], 'absent');
	const checkRandom = (name: string, maxStates: number | undefined) =>
		it(`agrees with looking at each place, on random tokens${name}`, () => {
			let state = 7;
			const random = (below: number) => {
				state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
				return Math.floor((state / 2 ** 32) * below);
			};
			const word = () => [1, 2, 3, 8, 9, 71, 72, 585, 40_000][random(9)] ?? 1;
			let rows = 0;
			for (let run = 0; run < 80; run++) {
				const row = Array.from({ length: 1 + random(4) }, () => Array.from({ length: 1 + random(3) }, word));
				const automaton = new RowAutomaton(row, maxStates);
				const passages = Array.from({ length: random(12) }, () => Array.from({ length: random(30) }, word));
				const answers = findEach(automaton, passages.map(toBytes));
				assert.equal(answers.length, passages.length);
				for (const [passage, tokens] of passages.entries()) {
					const stands = (at: number) =>
						row.every((words, place) => at + place >= tokens.length || words.includes(tokens[at + place] ?? 0));
					const starts = [...tokens.keys()].filter(stands);
					const isWhole = starts.some((at) => at + row.length <= tokens.length);
					rows += Number(isWhole);
					assert.equal(answers[passage], isWhole ? 'found' : starts.length > 0 ? 'runsOn' : 'absent', `${row.join(' ')}: ${tokens.join()}`);
				}
			}
			assert.ok(rows > 30);
		});
	checkRandom('', undefined);
	checkRandom(', though it forgets what led there', 5);
});
