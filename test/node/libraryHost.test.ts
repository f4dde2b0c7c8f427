import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { silentLog } from '../../src/base/log.ts';
import { LibraryHost } from '../../src/editor/libraryHost.ts';
import type { LibraryClient } from '../../src/service/libraryClient.ts';
import { builtDist } from '../support/builtDist.ts';

describe('the library’s worker, as the editor holds it', () => {
	let folder: string;
	let host: LibraryHost | undefined;

	before(async () => {
		// Its time is none of the worker's.
		await builtDist();
	});
	beforeEach(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-host-'));
	});
	afterEach(() => {
		host?.dispose();
		host = undefined;
		fs.rmSync(folder, { recursive: true, force: true });
	});

	/** The real worker, but that its first `deathCount` lives end at the first message. */
	async function makeHost(deathCount: number): Promise<LibraryHost> {
		const workerPath = path.join(folder, 'worker.cjs');
		const lives = path.join(folder, 'lives');
		fs.writeFileSync(lives, '0');
		fs.writeFileSync(
			workerPath,
			`const fs = require('node:fs');
			const life = Number(fs.readFileSync(${JSON.stringify(lives)}, 'utf8')) + 1;
			fs.writeFileSync(${JSON.stringify(lives)}, String(life));
			if (life <= ${deathCount}) {
				require('node:worker_threads').parentPort.on('message', () => process.exit(7));
			} else {
				require(${JSON.stringify(path.join(await builtDist(), 'libraryWorker.js'))});
			}`,
		);
		return new LibraryHost({
			workerPath,
			log: silentLog,
			files: {
				listFiles: () => Promise.resolve([]),
				findFile: () => Promise.resolve(undefined),
				readBytes: () => Promise.resolve({ kind: 'unreadable', detail: 'No such files here' }),
			},
		});
	}

	function getLibrary(of: LibraryHost): LibraryClient {
		assert.ok(of.library);
		return of.library;
	}

	const nextStart = (of: LibraryHost) =>
		new Promise<void>((resolve) => {
			const listener = of.onDidStart(() => {
				listener.dispose();
				resolve();
			});
		});

	it('starts again when it dies, and answers', async () => {
		host = await makeHost(1);
		host.start();
		const restarted = nextStart(host);
		await assert.rejects(getLibrary(host).getSummaries(), { kind: 'connectionLost' });
		await restarted;
		assert.deepEqual(await getLibrary(host).getSummaries(), []);
	});

	it('stays down when it dies twice, says so, and starts when it is told to', async () => {
		host = await makeHost(2);
		const held = host;
		const stopped = new Promise<void>((resolve) => held.onDidStop(resolve));
		host.start();
		const restarted = nextStart(host);
		await assert.rejects(getLibrary(host).getSummaries());
		await restarted;
		await assert.rejects(getLibrary(host).getSummaries());
		await stopped;
		assert.equal(held.library, undefined);
		held.start();
		assert.deepEqual(await getLibrary(held).getSummaries(), []);
	});

	it('takes nothing with it, and starts no more, once it is disposed of', async () => {
		host = await makeHost(0);
		host.start();
		const waiting = getLibrary(host).whenReady();
		host.dispose();
		await assert.rejects(waiting, { kind: 'connectionLost' });
		host.start();
		assert.equal(host.library, undefined);
	});
});
