import assert from 'node:assert/strict';
import { neverCancelled } from '../../../src/base/cancellation.ts';
import type { Problem } from '../../../src/base/problem.ts';
import { type Caps, defaultCaps } from '../../../src/library/caps.ts';
import type { FoundFile } from '../../../src/library/document.ts';
import { type DocumentSource, unreadAnswer } from '../../../src/library/documentSource.ts';
import { MemoryTextStore } from '../../../src/library/memoryTextStore.ts';
import { readUnlessKnown } from '../../../src/library/readUnlessKnown.ts';
import { StoredReading } from '../../../src/service/storedReading.ts';

const nowMs = 1_000_000_000;
const text = 'The harbour tides rise twice a day.';

/** One file of a disk, what it answers, and what is asked of it: `looked` at its bytes, `parsed` them. */
class OneFile {
	bytes = new TextEncoder().encode(text);
	file: FoundFile = { id: 'mem:/a/1.txt', folder: 'mem:/a', relativePath: '1.txt', sizeBytes: 35, modifiedMs: 5_000, changedMs: 6_000 };
	problem: Problem | undefined;
	caps: Caps = defaultCaps;
	isSuspect = false;
	readonly store = new MemoryTextStore();
	/** What the last reading gave, and what the asker says to hold. */
	hash: string | undefined;
	heldHash: string | undefined;

	async read(): Promise<string[]> {
		const done: string[] = [];
		const source: Pick<DocumentSource, 'readDocument'> = {
			readDocument: async (file, caps, knownHashes) => {
				done.push('looked');
				if (this.problem !== undefined) {
					return unreadAnswer(this.problem);
				}
				const answer = await readUnlessKnown(this.bytes, file.relativePath, caps, knownHashes);
				if (answer.content !== undefined) {
					done.push('parsed');
				}
				return answer;
			},
		};
		const reading = new StoredReading(source, this.store, () => nowMs);
		const answer = await reading.read(this.file, this.caps, this.isSuspect, neverCancelled, this.heldHash);
		if (answer.kind === 'unchanged') {
			return [...done, 'unchanged'];
		}
		this.hash = answer.hash;
		assert.equal(
			answer.content.text,
			this.problem === undefined ? new TextDecoder().decode(this.bytes).slice(0, this.caps.maxTextLength) : '',
		);
		return done;
	}
}

describe('reading through a text store', () => {
	const check = (name: string, change: (one: OneFile) => void | Promise<void>, expected: readonly string[]) =>
		it(name, async () => {
			const one = new OneFile();
			assert.deepEqual(await one.read(), ['looked', 'parsed']);
			await change(one);
			assert.deepEqual(await one.read(), expected);
		});
	check('asks for nothing when nothing changed', () => undefined, []);
	check('loads nothing that the asker holds', (one) => void (one.heldHash = one.hash), ['unchanged']);
	check(
		'looks, and loads nothing, when something told of a change and the bytes are the same',
		(one) => {
			one.heldHash = one.hash;
			one.isSuspect = true;
		},
		['looked', 'unchanged'],
	);
	check(
		'gives what the asker does not hold',
		(one) => {
			one.heldHash = one.hash;
			one.bytes = new TextEncoder().encode('The harbour tides fall twice a day.');
			one.isSuspect = true;
		},
		['looked', 'parsed'],
	);
	check('looks when its time changed', (one) => (one.file = { ...one.file, modifiedMs: 5_001 }) && undefined, ['looked']);
	check('looks when the time that nobody sets changed', (one) => (one.file = { ...one.file, changedMs: 6_001 }) && undefined, ['looked']);
	check('looks when its size is said to have changed', (one) => (one.file = { ...one.file, sizeBytes: 36 }) && undefined, ['looked']);
	check('looks when something told of a change', (one) => void (one.isSuspect = true), ['looked']);
	check(
		'parses other bytes',
		(one) => {
			one.bytes = new TextEncoder().encode('The harbour tides fall twice a day.');
			one.isSuspect = true;
		},
		['looked', 'parsed'],
	);
	check(
		'does not parse a file that was renamed',
		(one) => (one.file = { ...one.file, id: 'mem:/a/2.txt', relativePath: '2.txt' }) && undefined,
		['looked'],
	);
	check(
		'parses a file that is read by another extension',
		(one) => (one.file = { ...one.file, id: 'mem:/a/1.md', relativePath: '1.md' }) && undefined,
		['looked', 'parsed'],
	);
	check('parses under other limits', (one) => void (one.caps = { ...defaultCaps, maxTextLength: 3 }), ['looked', 'parsed']);
	check('does not parse for more patience', (one) => void (one.caps = { ...defaultCaps, maxReadMs: 1 }), []);
	check(
		'parses what was gone when all was settled',
		async (one) => {
			one.store.forget(one.file.id);
			await one.store.settle(() => true);
		},
		['looked', 'parsed'],
	);
	check(
		'does not parse what was gone for a moment',
		async (one) => {
			one.store.forget(one.file.id);
			await one.read();
			await one.store.settle(() => true);
		},
		[],
	);
	check(
		'parses what a whole listing did not name',
		async (one) => {
			one.store.didList('mem:/a', new Set(['mem:/a/other.txt']), new Set());
			await one.store.settle(() => true);
		},
		['looked', 'parsed'],
	);

	it('knows what stands in a folder that could not be looked into', async () => {
		const one = new OneFile();
		await one.read();
		one.store.didList('mem:', new Set(['mem:/b/other.txt', 'mem:/a']), new Set(['mem:/a']));
		await one.store.settle(() => true);
		assert.deepEqual(await one.read(), []);
	});

	it('knows a file again that could not be read for a while', async () => {
		const one = new OneFile();
		await one.read();
		one.problem = { kind: 'unreachable', detail: 'The drive does not answer' };
		one.isSuspect = true;
		await one.read();
		await one.store.settle(() => true);
		one.problem = undefined;
		one.isSuspect = false;
		assert.deepEqual(await one.read(), []);
	});

	it('looks at bytes where no time proves anything, and where it is too young to', async () => {
		for (const file of [{ changedMs: undefined }, { modifiedMs: nowMs - 2_000 }, { changedMs: nowMs + 1e12 }]) {
			const one = new OneFile();
			const { changedMs, ...rest } = { ...one.file, ...file };
			one.file = changedMs === undefined ? rest : { ...rest, changedMs };
			await one.read();
			assert.deepEqual(await one.read(), ['looked'], JSON.stringify(file));
		}
	});

	const checkProblem = (kind: Problem['kind'], expected: readonly (readonly string[])[]) =>
		it(`tries again what was ${kind}, ${expected.length - 1} times`, async () => {
			const one = new OneFile();
			one.problem = { kind, detail: 'It was so' };
			for (const asked of expected) {
				assert.deepEqual(await one.read(), asked);
			}
		});
	checkProblem('unreadable', [['looked'], ['looked'], ['looked']]);
	checkProblem('vanished', [['looked'], ['looked'], ['looked']]);
	checkProblem('unreachable', [['looked'], ['looked'], ['looked']]);
	checkProblem('timeLimit', [['looked'], ['looked'], [], []]);
	checkProblem('crashed', [['looked'], ['looked'], [], []]);

	it('tries what was set aside again when it changed, or when there is more time', async () => {
		const one = new OneFile();
		one.problem = { kind: 'timeLimit', detail: 'It took too long' };
		await one.read();
		await one.read();
		assert.deepEqual(await one.read(), []);
		one.caps = { ...defaultCaps, maxReadMs: 60_000 };
		assert.deepEqual(await one.read(), ['looked']);
		one.problem = undefined;
		assert.deepEqual(await one.read(), ['looked', 'parsed']);
	});

	it('keeps why a file could not be read, if its bytes say so', async () => {
		const one = new OneFile();
		one.bytes = new Uint8Array(35);
		await new StoredReading(
			{ readDocument: async (file, caps, known) => readUnlessKnown(one.bytes, file.relativePath, caps, known) },
			one.store,
			() => nowMs,
		).read(one.file, defaultCaps, false, neverCancelled);
		assert.equal((await one.store.find(one.file, defaultCaps))?.problems[0]?.kind, 'binary');
	});
});
