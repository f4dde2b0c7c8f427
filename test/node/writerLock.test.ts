import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { realDisk } from '../../src/files/textStore/disk.ts';
import { WriterLock } from '../../src/files/textStore/writerLock.ts';
import { makeRandom } from '../support/random.ts';
import { takeTurns } from '../support/takeTurns.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';

const temporary = useTemporaryFolder();

const holder = (changes: object) =>
	JSON.stringify({ pid: process.pid, host: os.hostname(), owner: 'another', nonce: 'n', beat: 1, ...changes });
const deadHolder = holder({ pid: 2 ** 22 + 1 });

describe('a writer’s lock', function () {
	const check = (name: string, content: string, takenAfterMs: number | undefined) =>
		it(name, async () => {
			const folder = path.join(temporary.path, name.replace(/\W/g, ''));
			fs.mkdirSync(folder);
			fs.writeFileSync(path.join(folder, 'lock'), content);
			let nowMs = 0;
			const lock = new WriterLock({ disk: realDisk, folder, owner: 'me', monotonicMs: () => nowMs });
			for (; nowMs <= 30_000; nowMs += 5_000) {
				if (await lock.tryTake()) {
					break;
				}
			}
			assert.equal(nowMs <= 30_000 ? nowMs : undefined, takenAfterMs);
			assert.equal(await lock.isHeld(), takenAfterMs !== undefined);
			await lock.release();
			assert.equal(fs.existsSync(path.join(folder, 'lock')), takenAfterMs === undefined);
		});
	check('is taken at once from a process that is gone', deadHolder, 0);
	check('is taken at once from a worker that is replaced', holder({ owner: 'me' }), 0);
	check('is taken after a while if it shows no life, whoever has its number now', holder({}), 25_000);
	check('is taken after a while from another machine that is gone', holder({ host: 'elsewhere', pid: 2 ** 22 + 1 }), 25_000);
	check('is taken after a while if it is none', 'not JSON', 25_000);
	check('is taken after a while if it is empty', '', 25_000);

	it('has a name as soon as it is there, though the one who made it opens nothing more', async () => {
		const folder = path.join(temporary.path, 'named at once');
		fs.mkdirSync(folder);
		let made = 0;
		const open: typeof realDisk.open = async (file, flags, mode) => {
			const handle = made > 0 ? Promise.reject(new Error('ended')) : realDisk.open(file, flags, mode);
			made += Number(flags === 'wx');
			return handle;
		};
		const lock = new WriterLock({ disk: { ...realDisk, open }, folder, owner: 'me' });
		await lock.tryTake().catch(() => undefined);
		assert.match(fs.readFileSync(path.join(folder, 'lock'), 'utf8'), /"owner":"me"/);
		assert.equal(made, 1);
		await lock.release().catch(() => undefined);
	});

	it('is left to one who shows life', async () => {
		const folder = path.join(temporary.path, 'alive');
		fs.mkdirSync(folder);
		let nowMs = 0;
		const lock = new WriterLock({ disk: realDisk, folder, owner: 'me', monotonicMs: () => nowMs });
		for (let beat = 1; beat < 10; beat += 1) {
			fs.writeFileSync(path.join(folder, 'lock'), holder({ beat }));
			assert.equal(await lock.tryTake(), false);
			nowMs += 15_000;
		}
	});
});

describe('a writer’s lock that several reach for at once', function () {
	const check = (name: string, dead: readonly string[], contenders: number) =>
		it(`has one holder if ${name}, in whatever order the disk does what they ask`, async () => {
			const random = makeRandom(8);
			const takers = new Set<number>();
			for (let round = 0; round < 150; round += 1) {
				const folder = path.join(temporary.path, `${name} ${round}`);
				fs.mkdirSync(folder);
				for (const file of dead) {
					fs.writeFileSync(path.join(folder, file), deadHolder);
				}
				const { disks, whenDone } = takeTurns(contenders, random);
				const locks = disks.map((disk, index) => new WriterLock({ disk, folder, owner: `window ${index}` }));
				const taken = await whenDone(locks.map((lock) => () => lock.tryTake()));
				assert.deepEqual(taken.filter(Boolean).length, 1, `round ${round}: ${taken.join()}`);
				const held = JSON.parse(fs.readFileSync(path.join(folder, 'lock'), 'utf8')) as { owner: string };
				assert.equal(held.owner, `window ${taken.indexOf(true)}`, `round ${round}`);
				assert.deepEqual(fs.readdirSync(folder), ['lock'], `round ${round}`);
				takers.add(taken.indexOf(true));
				await whenDone(locks.map((lock) => () => lock.release()));
				assert.deepEqual(fs.readdirSync(folder), [], `round ${round}`);
			}
			assert.equal(takers.size, contenders, 'each was the first at times');
		});
	check('nobody had it', [], 2);
	check('a dead one had it', ['lock'], 2);
	check('a dead one had it, and three want it', ['lock'], 3);
	check('a dead one had it, and one who died in his place', ['lock', 'lock.next'], 2);
	check('three died, one in the place of the other', ['lock', 'lock.next', 'lock.next.next'], 3);
});
