import assert from 'node:assert/strict';
import { Cancelled } from '../../../src/base/cancellation.ts';
import { nextTurn, Turns } from '../../../src/service/turns.ts';

describe('turns', () => {
	/** Work of so many steps, each of which takes the clock forward by a millisecond and notes a letter. */
	function makeRoom(sliceMs: number) {
		let nowMs = 0;
		const turns = new Turns(sliceMs, () => nowMs);
		const notes: string[] = [];
		const work = function* (letter: string, count: number): Generator<void, string, void> {
			try {
				for (let step = 0; step < count; step++) {
					nowMs++;
					notes.push(letter);
					yield;
				}
				return letter;
			} finally {
				notes.push('.');
			}
		};
		return { turns, notes, work };
	}

	it('lets other work wait for what comes first', async () => {
		const { turns, notes, work } = makeRoom(2);
		const slow = turns.run(work('s', 6));
		const first = turns.runFirst(work('f', 5));
		assert.deepEqual(await Promise.all([slow, first]), ['s', 'f']);
		// The one step that already had its turn is taken.
		assert.equal(notes.join(''), 'ssfffff.ssss.');
	});
	it('lets other work wait that was about to begin its next slice', async () => {
		const { turns, notes, work } = makeRoom(1);
		const slow = turns.run(work('s', 3));
		// A step was taken, and messages are let through: what comes first is among them.
		await Promise.resolve();
		assert.equal(notes.join(''), 's');
		const first = turns.runFirst(work('f', 3));
		await Promise.all([slow, first]);
		assert.equal(notes.join(''), 'sfff.ss.');
	});
	it('hears a cancel that stands behind what comes first in the line, before it begins', async () => {
		const { turns, notes, work } = makeRoom(2);
		const cancel = { isCancellationRequested: false };
		const given = turns.runFirst(work('a', 3), cancel);
		setImmediate(() => {
			cancel.isCancellationRequested = true;
		});
		await assert.rejects(given, (error) => Cancelled.is(error));
		assert.equal(await turns.runFirst(work('b', 1)), 'b');
		assert.equal(notes.join(''), 'b.');
	});
	it('lets other work wait for what is soon asked for, and that for what comes first', async () => {
		const { turns, notes, work } = makeRoom(2);
		const slow = turns.run(work('s', 4));
		const soon = turns.runSoon(work('n', 4));
		const other = turns.runSoon(work('o', 2));
		while (notes.filter((note) => note === 'n').length < 2) {
			await nextTurn();
		}
		const first = turns.runFirst(work('f', 3));
		assert.deepEqual(await Promise.all([slow, soon, other, first]), ['s', 'n', 'o', 'f']);
		// Each takes the step that already had its turn.
		assert.equal(notes.join('').replaceAll('.', ''), 'snsnnfffnooss');
	});
	it('goes on behind what failed of what is soon asked for', async () => {
		const { turns, work } = makeRoom(2);
		const failing = (function* (): Generator<void, string, void> {
			yield;
			throw new RangeError('broken');
		})();
		await assert.rejects(turns.runSoon(failing), RangeError);
		assert.equal(await turns.run(work('a', 3)), 'a');
	});
	it('does several that come first in turn', async () => {
		const { turns, notes, work } = makeRoom(2);
		assert.deepEqual(await Promise.all([turns.runFirst(work('a', 3)), turns.runFirst(work('b', 3))]), ['a', 'b']);
		assert.equal(notes.join(''), 'aaa.bbb.');
	});
	it('ends what was cancelled between two slices, and begins nothing that was cancelled in the line', async () => {
		const { turns, notes, work } = makeRoom(2);
		const cancel = { isCancellationRequested: false };
		const begun = turns.runFirst(work('a', 10), cancel);
		const waiting = turns.runFirst(work('b', 3), cancel);
		const last = turns.runFirst(work('c', 2));
		while (notes.length < 2) {
			await nextTurn();
		}
		cancel.isCancellationRequested = true;
		await assert.rejects(begun, (error) => Cancelled.is(error));
		await assert.rejects(waiting, (error) => Cancelled.is(error));
		assert.equal(await last, 'c');
		assert.equal(notes.join(''), 'aa.cc.');
	});
	it('goes on behind what failed', async () => {
		const { turns, work } = makeRoom(2);
		const failing = (function* (): Generator<void, string, void> {
			yield;
			throw new RangeError('broken');
		})();
		await assert.rejects(turns.runFirst(failing), RangeError);
		assert.equal(await turns.run(work('a', 3)), 'a');
	});
});
