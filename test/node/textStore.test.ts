import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { silentLog } from '../../src/base/log.ts';
import { toFileUri } from '../../src/files/fileUri.ts';
import { ReaderThread } from '../../src/files/readerThread.ts';
import { defaultCaps } from '../../src/library/caps.ts';
import { builtDist } from '../support/builtDist.ts';
import { lookAtFolder, placeAt, type StoredRun, type StoredRunOptions, startStoredRun } from '../support/storedLibrary.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';

const temporary = useTemporaryFolder();
const longAgo = new Date('2021-03-04T05:06:07Z');

describe('texts that are kept from run to run', function () {
	this.timeout(60_000);
	let reader: ReaderThread;
	let readerPath: string;
	let count = 0;
	let root: string;
	let kept: string;
	let runs: StoredRun[] = [];

	before(async () => {
		readerPath = path.join(await builtDist(), 'readerWorker.js');
		reader = new ReaderThread({ workerPath: readerPath, log: silentLog });
	});
	after(() => reader.dispose());
	beforeEach(() => {
		count += 1;
		root = path.join(temporary.path, `sources${count}`);
		kept = path.join(temporary.path, `profile${count}`, 'texts');
		fs.mkdirSync(root);
	});
	afterEach(async () => {
		await Promise.all(runs.map((run) => run.close()));
		runs = [];
	});

	async function start(options: Partial<StoredRunOptions> = {}): Promise<StoredRun> {
		const run = await startStoredRun({ reader, readerPath, folders: [root], places: [placeAt(kept)], ...options });
		runs.push(run);
		return run;
	}
	/** As the run before, which ends first. */
	async function startAgain(options: Partial<StoredRunOptions> = {}): Promise<StoredRun> {
		await runs.pop()?.close();
		return start(options);
	}
	const write = (name: string, content: string | Uint8Array) => {
		fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
		fs.writeFileSync(path.join(root, name), content);
	};
	const age = (name: string, date = longAgo) => fs.utimesSync(path.join(root, name), date, date);
	function writeFour(): void {
		write('a.txt', 'The harbour tides rise twice a day.');
		write('deep/b.md', '# Wells\n\nThe deep wells of York.\n\n\ud800 half a pair, and 𝒂 whole one.');
		write('c.html', '<html><head><title>C</title></head><body><article><p>Some &eacute;t&eacute; words.</p></article></body></html>');
		write('d.docx', 'no archive');
	}

	it('parses nothing when nothing changed', async () => {
		writeFour();
		const cold = await start();
		assert.equal(cold.parsed.length, 4);
		const before = await cold.texts();
		const warm = await startAgain();
		assert.deepEqual(warm.parsed, []);
		assert.deepEqual(await warm.texts(), before);
		assert.deepEqual(warm.warnings, []);
	});

	it('does not even look at bytes that were at rest when they were read', async () => {
		writeFour();
		await start();
		await startAgain();
		await new Promise((resolve) => setTimeout(resolve, 3_100));
		const third = await startAgain();
		assert.equal(third.looked.length, 4, 'they had just been written when they were read');
		const fourth = await startAgain();
		assert.deepEqual(fourth.looked, []);
		assert.deepEqual(await fourth.texts(), await third.texts());
	});

	it('looks at a touched file, and does not parse it', async () => {
		writeFour();
		await start();
		age('a.txt');
		const run = await startAgain();
		assert.deepEqual(run.parsed, []);
		assert.ok(run.looked.includes('a.txt'));
	});

	it('parses what changed, and only that', async () => {
		writeFour();
		await start();
		write('a.txt', 'The harbour tides rise and fall.');
		const run = await startAgain();
		assert.deepEqual(run.parsed, ['a.txt']);
		assert.match((await run.texts())['a.txt'] ?? '', /rise and fall/);
	});

	it('knows a renamed and a moved file, and a copy', async () => {
		writeFour();
		await start();
		fs.renameSync(path.join(root, 'a.txt'), path.join(root, 'deep', 'z.txt'));
		fs.copyFileSync(path.join(root, 'deep', 'b.md'), path.join(root, 'copy.md'));
		const run = await startAgain();
		assert.deepEqual(run.parsed, []);
		assert.deepEqual(Object.keys(await run.texts()), ['c.html', 'copy.md', 'd.docx', 'deep/b.md', 'deep/z.txt']);
	});

	it('knows a file that is renamed while it runs', async () => {
		writeFour();
		const run = await start();
		run.reset();
		fs.renameSync(path.join(root, 'a.txt'), path.join(root, 'z.txt'));
		await run.library.refresh(['a.txt', 'z.txt'].map((name) => toFileUri(path.join(root, name))));
		await run.library.whenReady();
		assert.deepEqual(run.parsed, []);
		assert.equal(run.shown.size, 4);
	});

	it('reads a file by its new extension', async () => {
		writeFour();
		await start();
		fs.renameSync(path.join(root, 'deep/b.md'), path.join(root, 'deep/b.txt'));
		const run = await startAgain();
		assert.deepEqual(run.parsed, ['deep/b.txt']);
		assert.match((await run.texts())['deep/b.txt'] ?? '', /^# Wells/);
	});

	it('is not deceived by the same size and the same time', async () => {
		writeFour();
		age('a.txt');
		await start();
		await new Promise((resolve) => setTimeout(resolve, 3_100));
		await startAgain();
		write('a.txt', 'The harbour tides fall twice a day.');
		age('a.txt');
		const run = await startAgain();
		assert.deepEqual(run.parsed, ['a.txt']);
		assert.match((await run.texts())['a.txt'] ?? '', /fall twice/);
	});

	for (const [name, date] of [
		['in ten years', new Date(Date.now() + 10 * 365 * 86_400_000)],
		['ten years ago', new Date(Date.now() - 10 * 365 * 86_400_000)],
		['at the beginning of time', new Date(0)],
	] as const) {
		it(`takes a file whose time is ${name}`, async () => {
			writeFour();
			age('a.txt', date);
			await start();
			const run = await startAgain();
			assert.deepEqual(run.parsed, []);
			write('a.txt', 'The harbour tides fall twice a day.');
			age('a.txt', date);
			assert.deepEqual((await startAgain()).parsed, ['a.txt']);
		});
	}

	it('forgets what is gone, its words too, and knows nothing when it is back', async () => {
		writeFour();
		write('e.txt', 'xylocarp '.repeat(50));
		await start();
		fs.rmSync(path.join(root, 'e.txt'));
		const run = await startAgain();
		assert.equal(run.shown.size, 4);
		await runs.pop()?.close();
		write('e.txt', 'xylocarp '.repeat(50));
		assert.deepEqual((await start()).parsed, ['e.txt']);
	});

	it('keeps what it knows of a folder that is gone for a while, and of one that is empty: a drive may be unplugged', async () => {
		writeFour();
		const before = await (await start()).texts();
		fs.renameSync(root, `${root}.away`);
		assert.equal((await startAgain()).shown.size, 1);
		fs.mkdirSync(root);
		assert.equal((await startAgain()).shown.size, 0);
		fs.rmdirSync(root);
		fs.renameSync(`${root}.away`, root);
		const run = await startAgain();
		assert.deepEqual(run.parsed, []);
		assert.deepEqual(await run.texts(), before);
	});

	it('goes on where an interrupted run stopped', async () => {
		for (let index = 0; index < 40; index += 1) {
			write(`many/${index}.txt`, `Number ${index} of many. `.repeat(20));
		}
		const run = await start({ folders: [] });
		const places = [placeAt(kept)];
		const folder = { uri: toFileUri(root), name: 'x', excludes: [], isSample: false };
		await run.library.open({ folders: [folder], caps: defaultCaps, glossaryFiles: [], texts: { places, outdated: [] } });
		while (run.parsed.length < 10) {
			await new Promise((resolve) => setTimeout(resolve, 1));
		}
		await run.library.stopReading();
		const before = run.parsed.length;
		const again = await startAgain();
		assert.ok(before < 40);
		assert.ok(again.parsed.length <= 41 - before && again.parsed.length > 0, `${before} and then ${again.parsed.length}`);
		assert.equal(again.shown.size, 40);
	});

	it('reads anew under other limits, and with another reader', async () => {
		writeFour();
		await start();
		const caps = { ...defaultCaps, maxTextLength: 20 };
		assert.equal((await startAgain({ caps })).parsed.length, 4);
		assert.deepEqual((await startAgain({ caps: { ...caps, maxReadMs: 9_000 } })).parsed, [], 'time does not change what was read');
		const other = path.join(temporary.path, 'other.js');
		fs.writeFileSync(other, `${fs.readFileSync(readerPath, 'utf8')}\n`);
		assert.equal((await startAgain({ caps, readerPath: other })).parsed.length, 4);
		assert.deepEqual((await startAgain({ caps, readerPath: other })).parsed, []);
	});

	it('is private, small, and says to git that it is nobody’s business', async () => {
		for (let index = 0; index < 20; index += 1) {
			write(`${index}.txt`, `Number ${index}. ${'The harbour tides rise twice a day, and the wells are deep. '.repeat(100)}`);
		}
		await start();
		await runs.pop()?.close();
		const { names, bytes } = lookAtFolder(kept);
		assert.deepEqual(names, ['.gitignore', 'files.journal', 'texts-1.pack']);
		assert.equal(fs.readFileSync(path.join(kept, '.gitignore'), 'utf8'), '*\n');
		assert.ok(bytes < lookAtFolder(root).bytes, `${bytes}`);
		if (process.platform !== 'win32') {
			assert.equal(fs.statSync(kept).mode & 0o777, 0o700);
			for (const name of names) {
				assert.equal(fs.statSync(path.join(kept, name)).mode & 0o777, 0o600, name);
			}
		}
	});
});
