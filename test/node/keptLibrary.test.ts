import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { bundleTests, root } from '../../scripts/bundle.mjs';
import { timeoutOf } from '../../scripts/test/patience.mjs';
import type { Steps } from '../../src/base/steps.ts';
import { type Disk, realDisk } from '../../src/files/textStore/disk.ts';
import { defaultCaps } from '../../src/library/caps.ts';
import { SearchIndex } from '../../src/search/searchIndex.ts';
import type { LocalLibrary } from '../../src/service/library.ts';
import { nextTurn } from '../../src/service/turns.ts';
import { howMany } from '../support/howMany.ts';
import { checkVersions, type KeptRunOptions, madeFolder, madeId, startFreshRun, startKeptRun, tellAll, write } from '../support/keptRun.ts';
import { MemorySource } from '../support/memorySource.ts';
import { makeSourceFolder } from '../support/openLibrary.ts';
import { makeRandom } from '../support/random.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';
import { waitFor, waitLimitMs } from '../support/timeLimits.ts';

const temporary = useTemporaryFolder();

/** Files with their versions. */
function makeSource(count: number, version: (index: number) => number = () => 0): MemorySource {
	const source = new MemorySource();
	for (let index = 0; index < count; index += 1) {
		write(source, index, version(index));
	}
	return source;
}

/** Starts over what the folder keeps, and checks that it says just what a fresh library says; keeps it, and checks that as it is kept. */
async function checkRun(folder: string, source: MemorySource, options: KeptRunOptions = {}): Promise<readonly string[]> {
	const fresh = await startFreshRun(source, options.caps);
	const expected = await tellAll(fresh);
	fresh.dispose();
	const run = await startKeptRun(folder, source, options);
	assert.deepEqual(await tellAll(run.library), expected);
	await run.library.whenKept();
	await run.close();
	assert.deepEqual(
		run.logged.filter((line) => line.startsWith('error')),
		[],
	);
	return run.logged;
}

async function checkAsKept(folder: string, source: MemorySource): Promise<void> {
	const fresh = await startFreshRun(source);
	const run = await startKeptRun(folder, new MemorySource(), { isAsKept: true });
	assert.deepEqual(await tellAll(run.library), await tellAll(fresh));
	await run.close();
	fresh.dispose();
}

/** Packs, waits or fails as it is told. */
class FailingIndex extends SearchIndex {
	mode: 'packs' | 'waits' | 'fails' = 'packs';

	override *packAllInSteps(): Steps<void> {
		while (this.mode === 'waits') {
			yield;
		}
		if (this.mode === 'fails') {
			this.mode = 'packs';
			throw new Error('Fails as it was told to');
		}
		yield* super.packAllInSteps();
	}
}

describe('a library that is kept', function () {
	it('says in the next run what a fresh one says, whatever changed meanwhile', async () => {
		const folder = path.join(temporary.path, 'model');
		const random = makeRandom(11);
		const source = makeSource(12);
		for (let round = 0; round < 40; round += 1) {
			for (let count = random(6); count > 0; count -= 1) {
				const index = random(20);
				switch (random(4)) {
					case 0:
						source.delete(madeId(index));
						break;
					case 1:
						source.touch(madeId(index));
						break;
					default:
						write(source, index, random(3));
				}
			}
			assert.deepEqual(await checkRun(folder, source), []);
			await checkAsKept(folder, source);
		}
		const names = fs.readdirSync(folder).filter((name) => name.endsWith('.bin'));
		assert.ok(names.length < 16, `what was merged is gone: ${names.length} files`);
	});

	it('parses, indexes and loads nothing again that did not change', async () => {
		const folder = path.join(temporary.path, 'quiet');
		const source = makeSource(30);
		await checkRun(folder, source);
		const parsed = source.parsedIds.length;
		const before = fs.statSync(path.join(folder, 'index.manifest')).mtimeMs;
		const run = await startKeptRun(folder, source);
		await run.library.whenKept();
		assert.equal(source.parsedIds.length, parsed);
		assert.equal(fs.statSync(path.join(folder, 'index.manifest')).mtimeMs, before);
		await run.close();
	});

	it('is kept by who asks for it while one before fails', async () => {
		const folder = path.join(temporary.path, 'failing');
		const source = makeSource(3);
		const engine = new FailingIndex();
		const run = await startKeptRun(folder, source, { engine });
		// Nothing is left that would be saved by itself meanwhile.
		await run.library.whenKept();
		engine.mode = 'waits';
		const failed = assert.rejects(run.library.whenKept(), /as it was told to/);
		await nextTurn();
		const kept = run.library.whenKept();
		engine.mode = 'fails';
		await failed;
		await kept;
		await run.close();
		await checkAsKept(folder, source);
	});

	it('is kept beside the one source folder too, sealed, and is nothing without the key', async () => {
		const folder = path.join(temporary.path, 'beside');
		const source = makeSource(14);
		const sealed = { folder: madeFolder, key: 'ab'.repeat(32) };
		await checkRun(folder, source, { place: sealed });
		write(source, 3, 2);
		assert.deepEqual(await checkRun(folder, source, { place: sealed }), []);
		const parsed = source.parsedIds.length;
		const run = await startKeptRun(folder, source, { place: sealed });
		assert.equal(source.parsedIds.length, parsed);
		await run.close();
		const others = await startKeptRun(folder, new MemorySource(), { place: { ...sealed, key: 'cd'.repeat(32) }, isAsKept: true });
		assert.deepEqual(await others.library.getSummaries(), []);
		await others.close();
	});

	it('is not kept beside a folder with documents of others', async () => {
		const folder = path.join(temporary.path, 'beside others');
		await checkRun(folder, makeSource(3), { place: { folder: 'mem:/elsewhere', key: 'ab'.repeat(32) } });
		assert.ok(!fs.existsSync(path.join(folder, 'index.manifest')));
	});

	it('is gone when all is erased, and answers on from memory', async () => {
		const folder = path.join(temporary.path, 'erased');
		const source = makeSource(14);
		await checkRun(folder, source);
		const run = await startKeptRun(folder, source);
		const expected = await tellAll(run.library);
		await run.library.eraseTexts([]);
		assert.ok(!fs.existsSync(folder));
		assert.deepEqual(await tellAll(run.library), expected);
		await run.library.whenKept();
		assert.ok(!fs.existsSync(folder));
		await run.close();
	});

	it('says what a fresh one says though its process ended before all was read by new limits', async () => {
		const folder = path.join(temporary.path, 'limits');
		const source = makeSource(14);
		await checkRun(folder, source, { caps: { ...defaultCaps, maxTextLength: 60 } });
		const run = await startKeptRun(folder, source, { caps: { ...defaultCaps, maxTextLength: 60 } });
		let reads = 0;
		source.beforeRead = async () => {
			reads += 1;
			if (reads > 5) {
				await run.library.stopReading();
			}
		};
		await run.library.open({ folders: [makeSourceFolder(madeFolder)], caps: defaultCaps, glossaryFiles: [], texts: run.texts });
		await run.library.whenReady();
		await run.library.whenKept();
		await run.close();
		source.beforeRead = () => undefined;
		assert.ok(reads > 5 && reads < 12, `${reads} were read`);
		assert.deepEqual(await checkRun(folder, source), []);
	});

	it('is restored once, however soon it is opened again', async () => {
		const folder = path.join(temporary.path, 'twice');
		const source = makeSource(14);
		await checkRun(folder, source);
		const fresh = await startFreshRun(source);
		const parsed = source.parsedIds.length;
		const run = await startKeptRun(folder, source, { isSoonReopened: true });
		assert.equal(source.parsedIds.length, parsed, 'nothing is read before it is restored');
		assert.deepEqual(await tellAll(run.library), await tellAll(fresh));
		await run.close();
		fresh.dispose();
	});

	it('lies in one part, once it has been quiet', async () => {
		const folder = path.join(temporary.path, 'joined');
		const source = makeSource(30);
		// What was filed is packed between two documents, as it is where reading takes longer than packing: else all may come to lie in one part at once.
		source.beforeRead = async () => {
			for (let turn = 0; turn < 20; turn += 1) {
				await nextTurn();
			}
		};
		// How many parts each manifest names that takes its place: what was kept is told by each, however long it stood.
		const partCounts: number[] = [];
		const rename: Disk['rename'] = async (from, to) => {
			if (path.basename(String(to)) === 'index.manifest') {
				partCounts.push(fs.readFileSync(from, 'utf8').match(/"name":"index-/g)?.length ?? 0);
			}
			await realDisk.rename(from, to);
		};
		const run = await startKeptRun(folder, source, { disk: { ...realDisk, rename } });
		await waitFor('one part', () => partCounts.at(-1) === 1, 2 * waitLimitMs);
		assert.ok((partCounts[0] ?? 0) > 1, `what was read was kept before it was joined: ${partCounts.join()}`);
		// Files are removed after the manifest that names them no more.
		await run.library.whenKept();
		assert.equal(fs.readdirSync(folder).filter((name) => name.startsWith('index-')).length, 1);
		await run.close();
		assert.deepEqual(await checkRun(folder, source), []);
		await checkAsKept(folder, source);
	});

	it('is there before anything is looked at', async () => {
		const folder = path.join(temporary.path, 'early');
		const source = makeSource(10);
		await checkRun(folder, source);
		let made: LocalLibrary | undefined;
		const early: unknown[] = [];
		source.beforeListing = async () => {
			const { total } = (await made?.search('harbour', { limit: 1, by: 'document', isTyping: false })) ?? {};
			early.push([(await made?.getSummaries())?.length, total]);
		};
		const run = await startKeptRun(folder, source, {
			onDidMake: (library) => {
				made = library;
			},
		});
		await run.close();
		assert.deepEqual(early, [[10, 10]]);
	});
});

describe('a kept library whose process is killed', function () {
	this.timeout(timeoutOf('node') * 5);
	const kills = howMany(20, 200);

	const outdir = path.join(root, 'out', `kept-${process.pid}`);
	before(() => bundleTests([path.join(root, 'test/support/keptWriter.ts')], outdir));
	after(() => fs.rmSync(outdir, { recursive: true, force: true }));
	const writers: ChildProcess[] = [];
	// What failed leaves none behind: the run would never end.
	afterEach(() => {
		for (const writer of writers.splice(0)) {
			writer.kill('SIGKILL');
		}
	});
	const startWriter = (folder: string, seed: number) => {
		const child = spawn(process.execPath, [path.join(outdir, 'support/keptWriter.mjs'), folder, String(seed)]);
		writers.push(child);
		return {
			child,
			ended: new Promise((resolve) => child.once('exit', resolve)),
			role: new Promise<string>((resolve) => {
				child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
				child.once('exit', () => resolve('ended before it said what it does'));
			}),
		};
	};

	const pairs = howMany(5, 40);
	it(`has one writer of two processes, and is whole whichever of them is killed first, ${pairs.said} times`, async () => {
		const folder = path.join(temporary.path, 'two processes');
		const random = makeRandom(6);
		for (let round = 0; round < pairs.count; round += 1) {
			const both = [startWriter(folder, round), startWriter(folder, round + 1_000)];
			const roles = await Promise.all(both.map(({ role }) => role));
			assert.deepEqual([...roles].sort(), ['answers', 'writes'], `round ${round}`);
			for (const { child, ended } of round % 2 === 0 ? both : both.toReversed()) {
				await new Promise((resolve) => setTimeout(resolve, random(120)));
				child.kill('SIGKILL');
				await ended;
			}
			// Not while one is left: what it takes away may be what is being read as it was kept.
			const asKept = await startKeptRun(folder, new MemorySource(), { isAsKept: true });
			await checkVersions(asKept.library, 3);
			assert.deepEqual(asKept.logged, [], 'what a kill leaves is whole');
			await asKept.close();
		}
		await checkRun(
			folder,
			makeSource(22, () => random(3)),
		);
	});

	it(`says nothing wrong and loses nothing after ${kills.said} kills`, async () => {
		const folder = path.join(temporary.path, 'killed');
		const random = makeRandom(5);
		let kept = 0;
		let changed = 0;
		for (let round = 0; round < kills.count; round += 1) {
			const { child, ended, role } = startWriter(folder, round);
			// Some are killed while they open what is there.
			if (round % 4 !== 0) {
				await role;
			}
			await new Promise((resolve) => setTimeout(resolve, random(round % 4 === 0 ? 400 : 120)));
			child.kill('SIGKILL');
			await ended;
			const before = fs.existsSync(path.join(folder, 'index.manifest')) ? fs.statSync(path.join(folder, 'index.manifest')).mtimeMs : 0;
			const asKept = await startKeptRun(folder, new MemorySource(), { isAsKept: true });
			const versions = await checkVersions(asKept.library, 3);
			kept += versions.size;
			await asKept.close();
			changed += Number(before !== 0);
			if (round % 5 === 0) {
				const logged = await checkRun(
					folder,
					makeSource(22, () => random(3)),
				);
				assert.deepEqual(logged, [], 'what a kill leaves is whole');
			}
		}
		assert.ok(kept > kills.count * 10, `${kept} documents were there to be looked at, in ${changed} states`);
		const odd = fs
			.readdirSync(folder)
			.filter(
				(name) =>
					!/^(?:\.gitignore|lock(?:\.next)*|(?:files\.journal|index\.manifest)(?:\.new)?|(?:index|documents|terms)-\d+\.bin|texts-\d+\.pack)$/.test(
						name,
					),
			);
		assert.deepEqual(odd, []);
	});
});
