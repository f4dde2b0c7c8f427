import assert from 'node:assert/strict';
import { ConnectionLost, connect, RemoteError } from '../../../src/base/calls.ts';
import { Cancelled } from '../../../src/base/cancellation.ts';
import { makeLine } from '../../support/line.ts';

interface Arithmetic {
	add(a: number, b: number): Promise<number>;
	fail(): void;
	wait(): Promise<string>;
	never(): Promise<void>;
	bytes(): Uint8Array;
	remember(word: string): void;
}

function makePair() {
	const passed: unknown[] = [];
	const [near, far] = makeLine(passed);
	const faults: unknown[] = [];
	const words: string[] = [];
	const sent = new Uint8Array(1_000).fill(7);
	connect<Record<never, never>, Arithmetic>(
		far,
		{
			add: async (a, b) => a + b,
			fail: () => {
				throw new RangeError('too far');
			},
			wait: async (cancel) => {
				while (!cancel.isCancellationRequested) {
					await new Promise((resolve) => setTimeout(resolve, 1));
				}
				throw new Cancelled();
			},
			never: () => new Promise(() => undefined),
			bytes: () => sent,
			remember: (word) => {
				if (word === '') {
					throw new Error('nothing to remember');
				}
				words.push(word);
			},
		},
		(error) => faults.push(error),
	);
	return { caller: connect<Arithmetic, Record<never, never>>(near, {}, () => undefined), near, faults, words, sent, passed };
}

describe('calls', () => {
	it('answers, each call its own', async () => {
		const { caller } = makePair();
		assert.deepEqual(await Promise.all([caller.call('add', [1, 2]), caller.call('add', [30, 4])]), [3, 34]);
	});

	it('passes an error on with its name', async () => {
		const { caller } = makePair();
		await assert.rejects(caller.call('fail', []), (error) => {
			return error instanceof RemoteError && error.remoteName === 'RangeError' && error.remoteStack.includes('too far');
		});
	});

	it('passes a cancel on, and answers with Cancelled', async () => {
		const { caller } = makePair();
		const cancel = { isCancellationRequested: false };
		setTimeout(() => {
			cancel.isCancellationRequested = true;
		}, 5);
		await assert.rejects(caller.call('wait', [], cancel), Cancelled);
	});

	it('tells the cancel of one call before the next, which may be why', async () => {
		const { caller, passed } = makePair();
		const cancel = { isCancellationRequested: false };
		const given = caller.call('wait', [], cancel);
		cancel.isCancellationRequested = true;
		const next = caller.call('add', [1, 2]);
		assert.deepEqual(
			passed.map((message) => (message as { readonly kind: string }).kind),
			['call', 'cancel', 'call'],
		);
		await assert.rejects(given, Cancelled);
		assert.equal(await next, 3);
	});

	it('does not even ask for what is cancelled already', async () => {
		const { caller } = makePair();
		await assert.rejects(caller.call('add', [1, 2], { isCancellationRequested: true }), Cancelled);
	});

	it('rejects what waits when the other side is gone, and what comes later', async () => {
		const { caller } = makePair();
		const waiting = assert.rejects(caller.call('never', []), ConnectionLost);
		caller.close('it died');
		await waiting;
		await assert.rejects(caller.call('add', [1, 2]), ConnectionLost);
	});

	it('gives whole byte arrays away instead of copying', async () => {
		const { caller, sent } = makePair();
		const bytes = await caller.call('bytes', []);
		assert.equal(bytes.length, 1_000);
		assert.equal(sent.length, 0, 'the sender has them no more');
	});

	it('tells without an answer, and faults of that are heard', async () => {
		const { caller, words, faults } = makePair();
		caller.tell('remember', ['tides']);
		caller.tell('remember', ['']);
		while (faults.length === 0) {
			await new Promise((resolve) => setTimeout(resolve, 1));
		}
		assert.deepEqual(words, ['tides']);
		assert.equal(faults.length, 1);
	});

	for (const name of ['constructor', 'toString', '__proto__', 'missing']) {
		it(`knows no call named ${name}`, async () => {
			const { caller } = makePair();
			await assert.rejects(caller.call(name as 'fail', []), RemoteError);
		});
	}

	it('ignores what is not its own', async () => {
		const { caller, near } = makePair();
		for (const noise of [null, 1, 'x', {}, { kind: 'answer', id: 99, value: 1 }, { kind: 'cancel', id: 99 }]) {
			near.postMessage(noise);
		}
		assert.equal(await caller.call('add', [1, 1]), 2);
	});
});
