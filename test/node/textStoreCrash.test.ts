import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { bundleTests, root } from '../../scripts/bundle.mjs';
import { realDisk } from '../../src/files/textStore/disk.ts';
import { failingDisk } from '../support/failingDisk.ts';
import { guardedDisk } from '../support/guardedDisk.ts';
import { howMany } from '../support/howMany.ts';
import { countKept, keepFile, madeFile, openTextFiles } from '../support/madeTexts.ts';
import { makeRandom } from '../support/random.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';
import { waitFor, waitLimitMs } from '../support/timeLimits.ts';

const temporary = useTemporaryFolder();
const kills = howMany(40, 200);
const versions = Array.from({ length: 30 }, (_, index) => [0, 1, 2, 3].map((version) => madeFile(index, version))).flat();
const files = Array.from({ length: 6 }, (_, index) => madeFile(index));

describe('a text store whose process is killed', function () {
	const children: ChildProcess[] = [];
	// What failed leaves none behind: the run would never end.
	afterEach(() => {
		for (const child of children.splice(0)) {
			child.kill('SIGKILL');
		}
	});
	it(`gives nothing wrong after ${kills.said} kills, and goes on at once`, async () => {
		const outdir = path.join(root, 'out', `writer-${process.pid}`);
		const folder = path.join(temporary.path, 'killed');
		const random = makeRandom(7);
		let kept = 0;
		try {
			await bundleTests([path.join(root, 'test/support/storeWriter.ts')], outdir);
			for (let round = 0; round < kills.count; round += 1) {
				const child = spawn(process.execPath, [path.join(outdir, 'support/storeWriter.mjs'), folder, String(round)]);
				const ended = new Promise((resolve) => child.once('exit', resolve));
				let said = '';
				child.stdout.on('data', (data) => {
					said += data;
				});
				// Some are killed as soon as they write, others later: however slow the disk is, something is kept then.
				children.push(child);
				await waitFor('the writer', () => said.includes(round % 4 === 0 ? 'settled\n' : '\n') || child.exitCode !== null);
				assert.match(said, /^writes\n/);
				await new Promise((resolve) => setTimeout(resolve, random(60)));
				child.kill('SIGKILL');
				await ended;
				const { store, faults } = await openTextFiles(folder);
				assert.ok(store.isWriter);
				kept += await countKept(store, versions);
				assert.deepEqual(faults, []);
				await store.close();
			}
		} finally {
			fs.rmSync(outdir, { recursive: true, force: true });
		}
		assert.ok(kept > kills.count * 5, `${kept} contents were there to be looked at`);
		const left = fs.readdirSync(folder).filter((name) => !/^(?:\.gitignore|files\.journal(?:\.new)?|texts-\d+\.pack)$/.test(name));
		assert.deepEqual(left, []);
	});
});

describe('a text store on a disk that fails', function () {
	for (const [code, words] of [
		['ENOSPC', 'the disk is full'],
		['EROFS', 'the disk is read-only'],
		['EIO', 'the drive gave an input/output error'],
		['EACCES', 'the system does not permit writing there'],
		['EMFILE', 'EMFILE'],
	] as const) {
		it(`serves from memory and says once that ${words}, whichever call fails with ${code}`, async () => {
			let told = 0;
			for (let failAt = 1; ; failAt += 1) {
				const folder = path.join(temporary.path, `${code}${failAt}`);
				const first = await openTextFiles(folder);
				await keepFile(first.store, madeFile(0));
				await keepFile(first.store, madeFile(7));
				await first.store.close();
				const { disk, calls } = failingDisk(failAt, code);
				const { store, faults } = await openTextFiles(folder, { disk });
				store.forget(madeFile(7).id);
				for (const file of files) {
					await keepFile(store, file);
				}
				await store.settle();
				await keepFile(store, madeFile(1, 1));
				await store.settle();
				await countKept(store, files);
				await store.close();
				assert.ok(faults.length <= 1 && faults.every((fault) => fault === words), faults.join());
				told += faults.length;
				const after = await openTextFiles(folder);
				await countKept(after.store, [...files, madeFile(1, 1), madeFile(7)]);
				assert.deepEqual(after.faults, []);
				await after.store.close();
				fs.rmSync(folder, { recursive: true });
				if (calls() < failAt) {
					assert.ok(failAt > 25, `${failAt} calls`);
					break;
				}
			}
			assert.ok(told > 10, `${told} times there was something to tell`);
		});
	}
});

describe('a text store on a drive that does not answer', function () {
	for (const name of ['open', 'read', 'write', 'datasync', 'rename', 'lstat'] as const) {
		it(`keeps nobody waiting when it hangs in ${name}`, async () => {
			const folder = path.join(temporary.path, `hung ${name}`);
			const before = await openTextFiles(folder);
			await keepFile(before.store, madeFile(0));
			await before.store.close();
			let isHung = false;
			const disk = guardedDisk((call) => (isHung && call === name ? new Promise(() => undefined) : undefined));
			for (const hangsFrom of ['the start', 'then on']) {
				isHung = hangsFrom === 'the start';
				const start = performance.now();
				const { store, faults } = await openTextFiles(folder, { disk, patienceMs: 300 });
				isHung = true;
				for (const file of files) {
					await keepFile(store, file);
				}
				await store.settle();
				await countKept(store, files);
				await store.close();
				assert.ok(performance.now() - start < waitLimitMs, `${Math.round(performance.now() - start)} ms`);
				assert.ok(faults.length <= 1);
			}
		});
	}
});

describe('a text store on a slow drive', function () {
	it('takes the time that many short waits need', async function () {
		// A disk that stops for longer than one wait may last is another matter.
		this.retries(4);
		const folder = fs.mkdtempSync(path.join(temporary.path, 'slow '));
		const made = Array.from({ length: 600 }, (_, index) => madeFile(index));
		const stay = made.slice(0, 150);
		const before = await openTextFiles(folder);
		for (const file of made) {
			await keepFile(before.store, file);
		}
		before.store.didList('file:///made', new Set(stay.map(({ id }) => id)), new Set());
		await before.store.settle();
		await before.store.close();
		const slow = guardedDisk(() => new Promise((resolve) => setTimeout(resolve, 5)));
		const { store, faults } = await openTextFiles(folder, { disk: slow, patienceMs: 400 });
		assert.deepEqual(faults, []);
		assert.ok(store.isWriter);
		assert.equal(await countKept(store, stay.slice(0, 20)), 20);
		await store.close();
	});
});

describe('erasing a text store', () => {
	it('is no success while the disk does not answer, and is one once it does', async function () {
		// The disk under the test may be slow when it is not to be.
		this.retries(4);
		const folder = fs.mkdtempSync(path.join(temporary.path, 'hung erasing '));
		let isHung = false;
		const disk = {
			...realDisk,
			lstat: ((...args: Parameters<typeof realDisk.lstat>) =>
				isHung ? new Promise(() => undefined) : realDisk.lstat(...args)) as typeof realDisk.lstat,
		};
		const { store } = await openTextFiles(folder, { disk, patienceMs: 1_000 });
		await keepFile(store, madeFile(0));
		await store.settle();
		isHung = true;
		await assert.rejects(store.erase(), /does not answer/);
		isHung = false;
		assert.ok((await store.erase()).bytes > 0);
		assert.ok(!fs.existsSync(folder));
	});
});

describe('text stores of several windows in one folder', function () {
	it('have one writer; the others read what it wrote, and one of them follows it', async () => {
		const folder = path.join(temporary.path, 'shared');
		const windows = await Promise.all(Array.from({ length: 5 }, () => openTextFiles(folder)));
		const writers = windows.filter(({ store }) => store.isWriter);
		assert.equal(writers.length, 1);
		for (const { store } of windows) {
			for (const file of files) {
				await keepFile(store, file);
			}
			await store.settle();
		}
		const late = await openTextFiles(folder);
		assert.ok(!late.store.isWriter);
		const own = madeFile(1_000);
		for (const { store } of [...windows.filter(({ store: { isWriter } }) => !isWriter), late]) {
			await keepFile(store, own);
		}
		assert.equal(await countKept(late.store, files), files.length);
		await writers[0]?.store.close();
		const others = [...windows.filter((window) => window !== writers[0]), late];
		// Every five seconds they ask.
		await waitFor('another writer', () => others.some(({ store }) => store.isWriter));
		await new Promise((resolve) => setTimeout(resolve, 200));
		assert.equal(others.filter(({ store }) => store.isWriter).length, 1);
		for (const { store } of others) {
			const kept = await countKept(store, files);
			assert.equal(
				kept,
				store.isWriter || store === late.store ? files.length : 0,
				'who came before it was written has read it all itself',
			);
		}
		const follower = others.find(({ store }) => store.isWriter);
		if (follower) {
			await keepFile(follower.store, own);
		}
		await Promise.all(others.map(({ store }) => store.close()));
		const after = await openTextFiles(folder);
		assert.equal(await countKept(after.store, [own]), 1, 'what it read before it could write is known too');
		await after.store.close();
	});

	it('give nothing wrong when the lock is lost and two write', async () => {
		const folder = path.join(temporary.path, 'torn');
		const one = await openTextFiles(folder);
		for (const file of files) {
			await keepFile(one.store, file);
		}
		await one.store.settle();
		fs.rmSync(path.join(folder, 'lock'));
		const two = await openTextFiles(folder);
		assert.ok(two.store.isWriter);
		const more = Array.from({ length: 40 }, (_, index) => madeFile(index, 2));
		for (const [index, file] of more.entries()) {
			await keepFile(index % 2 === 0 ? one.store : two.store, file);
		}
		await Promise.all([one.store.settle(), two.store.settle()]);
		assert.ok(!one.store.isWriter && two.store.isWriter, 'the one who lost it sees it');
		await countKept(one.store, [...files, ...more]);
		await countKept(two.store, [...files, ...more]);
		await Promise.all([one.store.close(), two.store.close()]);
		const after = await openTextFiles(folder);
		assert.ok((await countKept(after.store, more)) >= 20, 'what the writer wrote is there');
		await after.store.close();
	});

	// On Windows nobody takes away what is open.
	if (process.platform !== 'win32') {
		it('say what is true when their folder is gone while they are open', async () => {
			const folder = path.join(temporary.path, 'gone');
			const { store, faults, warnings } = await openTextFiles(folder);
			fs.rmSync(folder, { recursive: true });
			for (const file of files) {
				await keepFile(store, file);
			}
			await store.settle();
			assert.ok(!store.isWriter);
			assert.deepEqual(faults, ['its folder is gone']);
			assert.deepEqual(warnings, ['Texts are kept in memory only from now on: its folder is gone (ENOENT)']);
			await store.close();
		});
	}
});
