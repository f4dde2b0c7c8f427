import assert from 'node:assert/strict';
import { Cancelled, neverCancelled, throwIfCancelled } from '../../../src/base/cancellation.ts';
import { disposeAll } from '../../../src/base/disposable.ts';
import { Emitter } from '../../../src/base/event.ts';
import { type ProblemKind, stateOf } from '../../../src/base/problem.ts';

describe('emitter', () => {
	it('calls each listener once for each time it was added', () => {
		const emitter = new Emitter<number>();
		const heard: number[] = [];
		const listener = (value: number) => heard.push(value);
		const first = emitter.event(listener);
		emitter.event(listener);
		emitter.fire(1);
		first.dispose();
		emitter.fire(2);
		assert.deepEqual(heard, [1, 1, 2]);
	});

	it('keeps a listener that is added while firing for the next time', () => {
		const emitter = new Emitter<number>();
		const heard: number[] = [];
		emitter.event(() => emitter.event((value) => heard.push(value)));
		emitter.fire(1);
		assert.deepEqual(heard, []);
	});
});

describe('disposeAll', () => {
	it('goes on after one that throws, then throws what it collected', () => {
		const disposed: string[] = [];
		const things = [
			{ dispose: () => disposed.push('a') },
			{
				dispose: () => {
					throw new Error('b');
				},
			},
			{ dispose: () => disposed.push('c') },
		];
		assert.throws(() => disposeAll(things), AggregateError);
		assert.deepEqual(disposed, ['a', 'c']);
	});
});

describe('cancellation', () => {
	it('throws only when asked for', () => {
		throwIfCancelled(neverCancelled);
		assert.throws(() => throwIfCancelled({ isCancellationRequested: true }), Cancelled);
		assert.ok(!Cancelled.is(new Error('other')));
	});
});

describe('state of a document', () => {
	function check(name: string, kinds: ProblemKind[], expected: string) {
		it(name, () => assert.equal(stateOf(kinds.map((kind) => ({ kind, detail: '' }))), expected));
	}
	check('is read without problems', [], 'read');
	check('stays read with a note', ['encodingGuessed', 'empty'], 'read');
	check('stays read with a file inside that is named', ['attachment'], 'read');
	check('is partial where a part is lost', ['encodingGuessed', 'truncated'], 'partial');
	check('is skipped by the costliest problem', ['truncated', 'timeLimit'], 'skipped');
});
