import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { neverCancelled } from '../../src/base/cancellation.ts';
import { silentLog } from '../../src/base/log.ts';
import { toFileUri } from '../../src/files/fileUri.ts';
import { ReaderThread } from '../../src/files/readerThread.ts';
import { TextFiles } from '../../src/files/textStore/textFiles.ts';
import { defaultCaps } from '../../src/library/caps.ts';
import { emptyContent } from '../../src/library/document.ts';
import { builtDist } from '../support/builtDist.ts';
import { makeSourceFolder } from '../support/openLibrary.ts';
import { makeRandom } from '../support/random.ts';
import { lookAtFolder, placeAt, type StoredRun, type StoredRunOptions, startStoredRun } from '../support/storedLibrary.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';

const temporary = useTemporaryFolder();
const longAgo = new Date('2021-03-04T05:06:07Z');

describe('texts that are kept from run to run', function () {
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
		const writtenMs = performance.now();
		await start();
		await startAgain();
		const isJustWritten = performance.now() - writtenMs < 2_500;
		await new Promise((resolve) => setTimeout(resolve, 3_100));
		const third = await startAgain();
		// Where two runs took longer than files need to be at rest, they were.
		assert.ok(third.looked.length === 4 || !isJustWritten, 'they had just been written when they were read');
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
		// Two are under way at once: they may have been parsed, and not yet kept.
		assert.ok(again.parsed.length <= 42 - before && again.parsed.length > 0, `${before} and then ${again.parsed.length}`);
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

	const everything = (folder: string) =>
		lookAtFolder(folder)
			.names.map((name) => `${name} ${fs.readFileSync(path.join(folder, name), 'latin1')}`)
			.join('\n');

	it('tells no log of what it keeps, and wipes what is gone', async () => {
		write('a.txt', 'The harbour tides rise twice a day.');
		write('zymurgy.txt', 'Of zymurgy and its vats. '.repeat(30));
		const run = await start();
		assert.match(everything(kept), /zymurgy/, 'its name is known');
		const packBytes = fs.statSync(path.join(kept, 'texts-1.pack')).size;
		fs.rmSync(path.join(root, 'zymurgy.txt'));
		await run.library.refresh();
		await run.library.whenReady();
		const pack = fs.readFileSync(path.join(kept, 'texts-1.pack'));
		assert.equal(pack.length, packBytes);
		assert.ok(pack.includes(Buffer.alloc(60)), 'zeros stand where its text was');
		const again = await startAgain();
		assert.doesNotMatch(everything(kept), /zymurgy/);
		assert.doesNotMatch([...run.logged, ...again.logged].join('\n'), /zymurgy|harbour|sources\d/);
	});

	it('erases everything of its own, nothing else, and keeps nothing more', async () => {
		writeFour();
		const run = await start();
		fs.writeFileSync(path.join(kept, 'somebody’s own.txt'), 'mine');
		const other = path.join(temporary.path, `profile${count}`, 'other');
		const elsewhere = await start({ places: [placeAt(other)] });
		const { textCount, bytes } = await run.library.eraseTexts([toFileUri(other), toFileUri(path.join(temporary.path, 'none'))]);
		assert.equal(textCount, 4);
		assert.ok(bytes > 1_000);
		write('e.txt', 'One more.');
		for (const one of [run, elsewhere]) {
			await one.library.refresh();
			await one.library.whenReady();
			assert.equal(one.shown.size, 5, 'what is read is there still');
		}
		assert.deepEqual(lookAtFolder(kept).names, ['somebody’s own.txt']);
		assert.deepEqual(lookAtFolder(other).names, []);
	});

	it('says so when something cannot be erased, and erases the rest', async () => {
		writeFour();
		const run = await start();
		const other = path.join(temporary.path, `profile${count}`, 'other');
		await start({ places: [placeAt(other)] });
		const impossible = toFileUri(path.join(temporary.path, 'x'.repeat(300)));
		const noFolder = toFileUri(path.join(root, 'a.txt', 'texts'));
		await assert.rejects(run.library.eraseTexts([noFolder, impossible, toFileUri(other)]), /could be deleted \(ENAMETOOLONG\)/);
		assert.deepEqual(lookAtFolder(kept).names, []);
		assert.deepEqual(lookAtFolder(other).names, []);
	});

	const key = '0f'.repeat(32);
	const besidePlace = () => placeAt(path.join(root, '.dossier'), { folder: toFileUri(root), key });

	it('keeps texts beside the sources, where they are no documents', async () => {
		writeFour();
		const before = await (await start({ places: [besidePlace()] })).texts();
		const run = await startAgain({ places: [besidePlace()] });
		assert.deepEqual(run.parsed, []);
		assert.deepEqual(await run.texts(), before);
		assert.equal(run.shown.size, 4);
	});

	/** A store of the right files, times and hashes, as our own reader would have made it, but for the words. */
	async function forge(folder: string, more: { readonly key?: string }): Promise<void> {
		const version = createHash('sha256').update(fs.readFileSync(readerPath)).digest('base64url');
		const store = await TextFiles.open({ folder, owner: 'forger', version, log: silentLog, onFault: assert.fail, ...more });
		await reader.findFiles(
			makeSourceFolder(toFileUri(root)),
			(found) => {
				for (const file of found) {
					const hash = createHash('sha256')
						.update(fs.readFileSync(path.join(root, file.relativePath)))
						.digest('hex');
					const content = { ...emptyContent('txt', []), text: 'Forged words.' };
					store.keep({ file, caps: defaultCaps, hash, content, readMs: Date.now() + 10_000 }).catch(assert.fail);
				}
			},
			neverCancelled,
		);
		await store.settle();
		await store.close();
	}

	it('believes nothing that came with the sources', async () => {
		writeFour();
		const honest = await (await start({ places: [] })).texts();
		const beside = path.join(root, '.dossier');
		for (const forged of [{ key: 'ee'.repeat(32) }, {}]) {
			await forge(beside, forged);
			const run = await startAgain({ places: [besidePlace()] });
			assert.equal(run.parsed.length, 4);
			assert.deepEqual(await run.texts(), honest);
			await runs.pop()?.close();
			fs.rmSync(beside, { recursive: true });
		}
		await forge(beside, { key });
		const fooled = await start({ places: [besidePlace()] });
		assert.deepEqual(fooled.looked, [], 'with our own key it would have been believed: the forgery is a good one');
	});

	for (const seed of [1, 2, 3]) {
		it(`ends like a library that keeps nothing, whatever happens to files and windows (${seed})`, async () => {
			const random = makeRandom(seed);
			const names = ['a.txt', 'b.txt', 'one/a.txt', 'one/b.md', 'c.html'];
			const pick = () => names[random(names.length)] as string;
			const places = [placeAt(kept)];
			let run = await start({ places });
			let parsedCount = 0;
			for (let round = 0; round < 40; round += 1) {
				for (let change = random(4); change > 0; change -= 1) {
					const [name, other] = [pick(), pick()];
					const isThere = fs.existsSync(path.join(root, name));
					switch (random(5)) {
						case 0:
							fs.rmSync(path.join(root, name), { force: true });
							break;
						case 1:
							if (isThere) {
								fs.mkdirSync(path.dirname(path.join(root, other)), { recursive: true });
								fs.renameSync(path.join(root, name), path.join(root, other));
							}
							break;
						case 2:
							if (isThere) {
								age(name, new Date(random(4) * 1_000_000));
							}
							break;
						default:
							write(name, `Version ${random(9)} of it. The harbour tides.`);
							age(name);
					}
				}
				if (random(3) === 0) {
					// The next window of the same owner comes while this one is still there, as after a worker that died.
					parsedCount += run.parsed.length;
					run = await start({ places });
				} else {
					await run.library.refresh();
					await run.library.whenReady();
				}
				const fresh = await startStoredRun({ reader, readerPath, folders: [root], places: [] });
				assert.deepEqual(await run.texts(), await fresh.texts());
				await fresh.close();
			}
			assert.ok(parsedCount < 100, `${parsedCount} parsed`);
		});
	}
});
