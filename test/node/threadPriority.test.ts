import assert from 'node:assert/strict';
import os from 'node:os';
import { Worker } from 'node:worker_threads';
import { letOthersFirst } from '../../src/files/threadPriority.ts';

/** What `letOthersFirst` relies on: the priority of a thread is its own, and a thread that it starts has it too. */
const script = `
	const { parentPort, Worker, isMainThread } = require('node:worker_threads');
	const os = require('node:os');
	os.setPriority(0, os.constants.priority.PRIORITY_BELOW_NORMAL);
	const child = new Worker("require('node:worker_threads').parentPort.postMessage(require('node:os').getPriority(0))", { eval: true });
	child.once('message', (priority) => parentPort.postMessage({ own: os.getPriority(0), child: priority }));
`;

describe('priority of threads', () => {
	it('is left alone where it would be that of the whole process', () => {
		const before = os.getPriority(0);
		letOthersFirst('darwin');
		letOthersFirst('win32');
		assert.equal(os.getPriority(0), before);
	});

	if (process.platform !== 'linux') {
		// Only Linux has priorities of threads.
		return;
	}

	it('is lowered for a worker and what it starts, and for nobody else', async function () {
		const before = os.getPriority(0);
		const worker = new Worker(script, { eval: true });
		const answer = await new Promise((resolve, reject) => {
			worker.once('message', resolve);
			worker.once('error', reject);
		});
		await worker.terminate();
		const lowered = Math.max(before, os.constants.priority.PRIORITY_BELOW_NORMAL);
		assert.deepEqual(answer, { own: lowered, child: lowered });
		assert.equal(os.getPriority(0), before);
	});
});
