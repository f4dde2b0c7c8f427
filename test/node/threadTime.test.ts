import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import { nameThread, readThreadMs } from '../../src/files/threadTime.ts';

describe('the time of a thread', () => {
	const name = nameThread();
	if (name === undefined) {
		it('is not told by this system', () => console.log('      0 threads: only Linux tells'));
	}
	it('grows while it works', () => {
		if (name === undefined) {
			return;
		}
		const before = readThreadMs(name) ?? Number.NaN;
		let worked = 0;
		// Of all threads, so that it ends where that of this one never grows.
		for (const until = process.cpuUsage().user + 20_000_000; worked <= 20 && process.cpuUsage().user < until; ) {
			worked = (readThreadMs(name) ?? Number.NaN) - before;
		}
		assert.ok(worked > 20 && worked < 10_000, `${worked} ms`);
	});
	it('does not grow while another works', async () => {
		if (name === undefined) {
			return;
		}
		const before = readThreadMs(name) ?? Number.NaN;
		await new Promise((resolve, reject) => {
			new Worker('const until = Date.now() + 1500; while (Date.now() < until);', { eval: true }).on('exit', resolve).on('error', reject);
		});
		const worked = (readThreadMs(name) ?? Number.NaN) - before;
		assert.ok(worked < 1_000, `${worked} ms`);
	});
	it('is unknown where the system does not tell', () => {
		assert.equal(nameThread('win32'), undefined);
		assert.equal(readThreadMs(undefined), undefined);
		assert.equal(readThreadMs('/proc/self/task/0'), undefined);
	});
});
