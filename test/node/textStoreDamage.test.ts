import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { encodeLine, type JournalLine, journalHeader } from '../../src/files/textStore/journal.ts';
import { Seal } from '../../src/files/textStore/seal.ts';
import { howMany } from '../support/howMany.ts';
import { countKept, keepFile, madeFile, openTextFiles } from '../support/madeTexts.ts';
import { makeRandom } from '../support/random.ts';
import { lookAtFolder } from '../support/storedLibrary.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';

const temporary = useTemporaryFolder();
const files = Array.from({ length: 8 }, (_, index) => madeFile(index));
const flips = howMany(150, 500);
const journal = 'files.journal';
const pack = 'texts-1.pack';

describe('a text store that somebody or something damaged', function () {
	let whole: string;
	let damaged: string;

	before(async () => {
		whole = path.join(temporary.path, 'whole');
		damaged = path.join(temporary.path, 'damaged');
		const { store } = await openTextFiles(whole);
		for (const file of files) {
			await keepFile(store, file);
		}
		await store.close();
	});

	/** Damages a copy, opens it, and checks that nothing is wrong, that what is missing can be kept again, and that it then stays. */
	async function tryDamaged(
		damage: () => void,
		{ keepsAtMost = files.length, key }: { keepsAtMost?: number; key?: string } = {},
	): Promise<number> {
		fs.rmSync(damaged, { recursive: true, force: true });
		fs.cpSync(whole, damaged, { recursive: true });
		damage();
		const { store, faults, warnings } = await openTextFiles(damaged, key ? { key } : {});
		const kept = await countKept(store, files);
		assert.ok(kept <= keepsAtMost, `${kept} kept`);
		assert.ok(warnings.length <= 1, warnings.join('\n'));
		assert.deepEqual(faults, []);
		for (const file of files) {
			await keepFile(store, file);
		}
		await store.close();
		const again = await openTextFiles(damaged, key ? { key } : {});
		assert.equal(await countKept(again.store, files), files.length);
		assert.deepEqual(again.warnings, []);
		await again.store.close();
		return kept;
	}
	const at = (name: string) => path.join(damaged, name);
	const flip = (name: string, offset: number, bits: number) => {
		const bytes = fs.readFileSync(at(name));
		bytes[offset] = (bytes[offset] ?? 0) ^ bits;
		fs.writeFileSync(at(name), bytes);
	};

	it('keeps everything when nothing is damaged', async () => assert.equal(await tryDamaged(() => undefined), files.length));

	for (const name of [journal, pack]) {
		it(`gives nothing wrong when ${name} is cut at each hundredth`, async () => {
			const size = fs.statSync(path.join(whole, name)).size;
			const counts: number[] = [];
			for (let percent = 0; percent < 100; percent += 1) {
				counts.push(await tryDamaged(() => fs.truncateSync(at(name), Math.floor((size * percent) / 100))));
			}
			assert.ok(counts[0] === 0 && (counts[99] ?? 0) >= files.length - 2, counts.join(' '));
		});

		it(`gives nothing wrong when any bit of ${name} is another, ${flips.said} times`, async () => {
			const random = makeRandom(name.length);
			const size = fs.statSync(path.join(whole, name)).size;
			let kept = 0;
			for (let index = 0; index < flips.count; index += 1) {
				// The first ones are the bytes of the header, each.
				const offset = index < journalHeader.length ? index : random(size);
				kept += await tryDamaged(() => flip(name, offset, 1 << random(8)));
			}
			assert.ok(kept > flips.count * (files.length / 2), `a flip costs what it stands in, not all: ${kept} kept`);
		});

		it(`gives nothing wrong when the end of ${name} is zeros, or all of it`, async () => {
			const size = fs.statSync(path.join(whole, name)).size;
			for (const from of [0, size >> 1, size - 1]) {
				await tryDamaged(() => {
					const bytes = fs.readFileSync(at(name));
					fs.writeFileSync(at(name), bytes.fill(0, from));
				});
			}
		});

		for (const [what, put] of [
			['nothing', () => undefined],
			['an empty file', (target: string) => fs.writeFileSync(target, '')],
			['a folder', (target: string) => fs.mkdirSync(path.join(target, 'inside'), { recursive: true })],
			['a pipe', (target: string) => execFileSync('mkfifo', [target])],
			['a link elsewhere', (target: string) => fs.symlinkSync(temporary.write('elsewhere.txt', 'not ours'), target)],
			['a sparse file of a terabyte', (target: string) => writeSparse(target)],
			['other words', (target: string) => fs.writeFileSync(target, 'dossier texts 2\nwhatever\n')],
		] as const) {
			it(`goes on when ${what} stands in the place of ${name}`, async () => {
				await tryDamaged(
					() => {
						fs.rmSync(at(name));
						put(at(name));
					},
					{ keepsAtMost: 0 },
				);
				assert.ok(
					!fs.existsSync(path.join(temporary.path, 'elsewhere.txt')) ||
						fs.readFileSync(path.join(temporary.path, 'elsewhere.txt'), 'utf8') === 'not ours',
				);
			});
		}
	}

	for (const [what, put] of [
		['a folder', (target: string) => fs.mkdirSync(target)],
		['a pipe', (target: string) => execFileSync('mkfifo', [target])],
		['a link elsewhere', (target: string) => fs.symlinkSync(temporary.write('elsewhere.txt', 'not ours'), target)],
		['the lock of a process that is gone', (target: string) => fs.writeFileSync(target, lockOf(2 ** 22 + 1))],
	] as const) {
		it(`goes on when ${what} stands in the place of the lock`, async () => {
			assert.equal(await tryDamaged(() => put(at('lock'))), files.length);
		});
	}

	it('takes no more room than it needs, once most of it is gone', async () => {
		const folder = path.join(temporary.path, 'shrunk');
		const many = Array.from({ length: 1_500 }, (_, index) => madeFile(index));
		const first = await openTextFiles(folder);
		for (const file of many) {
			await keepFile(first.store, file);
		}
		await first.store.settle();
		const stays = many.filter((_, index) => index % 10 === 0);
		first.store.didList('file:///made', new Set(stays.map(({ id }) => id)), new Set());
		await first.store.settle();
		await first.store.close();
		const before = lookAtFolder(folder);
		const { store } = await openTextFiles(folder);
		const after = lookAtFolder(folder);
		assert.ok(before.bytes > 1_500_000 && after.bytes < before.bytes / 5, `${before.bytes} and then ${after.bytes}`);
		assert.equal(await countKept(store, many), stays.length);
		assert.ok(!after.names.includes(pack) && after.names.includes('texts-2.pack'));
		await store.close();
		const again = await openTextFiles(folder);
		assert.equal(await countKept(again.store, many), stays.length);
		await again.store.close();
	});

	it('believes no record in another’s place, though the journal says so with a right seal', async () => {
		const seal = new Seal(undefined);
		const kept = await tryDamaged(() => {
			const lines = fs.readFileSync(at(journal), 'utf8').slice(journalHeader.length).trimEnd().split('\n');
			const known = lines.map((line) => JSON.parse(line.slice(line.indexOf(' '))) as JournalLine);
			const texts = known.filter((line) => line.kind === 'text');
			const others = known.filter((line) => line.kind !== 'text');
			assert.equal(texts.length, files.length);
			const turned = texts.map((line, index) => ({ ...line, location: texts[(index + 1) % texts.length]?.location })) as JournalLine[];
			fs.writeFileSync(at(journal), journalHeader + [...others, ...turned].map((line) => encodeLine(line, seal)).join(''));
		});
		assert.equal(kept, 0);
	});

	it('believes nothing that is sealed with another key, or with none', async () => {
		const key = 'ab'.repeat(32);
		assert.equal(await tryDamaged(() => undefined, { key, keepsAtMost: 0 }), 0);
	});

	for (const [what, put] of [
		['a file', (target: string) => fs.writeFileSync(target, 'x')],
		['a pipe', (target: string) => execFileSync('mkfifo', [target])],
		['a link to a folder', (target: string) => fs.symlinkSync(whole, target)],
	] as const) {
		it(`serves from memory, and says so once, when ${what} stands in the place of its folder`, async () => {
			const target = path.join(temporary.path, `instead of ${what}`);
			put(target);
			const { store, faults, warnings } = await openTextFiles(target);
			for (const file of files) {
				await keepFile(store, file);
			}
			await store.settle();
			await countKept(store, files);
			await store.close();
			assert.deepEqual([faults.length, warnings.length], [1, 1]);
			assert.equal(fs.readdirSync(whole).length, 3, 'nothing is put behind a link');
		});
	}
});

function writeSparse(target: string): void {
	fs.writeFileSync(target, '');
	fs.truncateSync(target, 2 ** 40);
}

function lockOf(pid: number): string {
	return `${JSON.stringify({ pid, host: os.hostname(), owner: 'x', nonce: 'y', beat: 3 })}\n`;
}
