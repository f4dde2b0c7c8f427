import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { failingDisk } from '../support/failingDisk.ts';
import { howMany } from '../support/howMany.ts';
import { checkVersions, type KeptRun, startFreshRun, startKeptRun, tellAll, write } from '../support/keptRun.ts';
import { MemorySource } from '../support/memorySource.ts';
import { makeRandom } from '../support/random.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';

const temporary = useTemporaryFolder();
const documentCount = 9;

function makeSource(version: number): MemorySource {
	const source = new MemorySource();
	for (let index = 0; index < documentCount; index += 1) {
		write(source, index, version);
	}
	return source;
}

describe('a kept index that somebody or something damaged', function () {
	const source = makeSource(1);
	let whole: string;
	let damaged: string;
	let expected: unknown;
	let names: readonly string[];

	before(async () => {
		whole = path.join(temporary.path, 'whole');
		damaged = path.join(temporary.path, 'damaged');
		// In two runs, so that there are several parts and layers, and documents that do not count.
		for (const kept of [makeSource(0), source]) {
			const run = await startKeptRun(whole, kept);
			await run.library.whenKept();
			await run.close();
		}
		const fresh = await startFreshRun(source);
		expected = await tellAll(fresh);
		fresh.dispose();
		names = fs.readdirSync(whole).filter((name) => /^(?:index|documents|terms)/.test(name));
		assert.ok(names.length >= 4, names.join(' '));
	});

	/** Damages a copy. Taken as it is it is refused, or nothing in it is wrong. Gives whether it was refused. */
	async function tryAsKept(damage: () => void, key?: string): Promise<boolean> {
		fs.rmSync(damaged, { recursive: true, force: true });
		fs.cpSync(whole, damaged, { recursive: true });
		damage();
		const place = key ? { key } : {};
		const asKept = await startKeptRun(damaged, new MemorySource(), { isAsKept: true, place });
		const summaries = await asKept.library.getSummaries();
		const lost = summaries.filter(({ problems }) => problems.some(({ kind }) => kind === 'crashed'));
		const shown = new Map((await checkSound(asKept)).map((id) => [id, true]));
		assert.ok(lost.every(({ id }) => !shown.has(id)));
		const cards = await asKept.library.getCards();
		assert.ok(cards.length === 0 || summaries.length > 0);
		await asKept.close();
		return summaries.length === 0;
	}
	/** The same, and over the sources everything is right. */
	async function tryDamaged(damage: () => void, key?: string): Promise<boolean> {
		const isRefused = await tryAsKept(damage, key);
		const run = await startKeptRun(damaged, source, { place: key ? { key } : {} });
		assert.deepEqual(await settled(run), expected);
		assert.deepEqual(run.faults, []);
		await run.library.whenKept();
		await run.close();
		return isRefused;
	}
	/** What is damaged is found when it is asked for: after that everything is right. */
	async function settled(run: KeptRun): Promise<unknown> {
		await tellAll(run.library);
		await run.library.whenReady();
		await new Promise((resolve) => setTimeout(resolve, 20));
		await run.library.whenReady();
		return tellAll(run.library);
	}
	/** Each hit of each word is right; the documents that were hit. */
	async function checkSound({ library }: KeptRun): Promise<readonly string[]> {
		const hit: string[] = [];
		for (const query of ['harbour', '"tides rise"', 'd1v1', 'd1v0', 'd5v1 ships']) {
			for (const { documentId, text, highlights, start } of (await library.search(query, { limit: 50, by: 'passage', isTyping: false }))
				.hits) {
				hit.push(documentId);
				assert.match(text, new RegExp(`d${/(\d+)\.md$/.exec(documentId)?.[1]}v1|Report|Part`));
				for (const mark of highlights) {
					assert.ok(/^(?:harbour|tides|rise|tides rise|ships|d\dv1)$/i.test(text.slice(mark.start - start, mark.end - start)), text);
				}
			}
		}
		return hit;
	}
	const at = (name: string) => path.join(damaged, name);
	const flip = (name: string, offset: number, bits: number) => {
		const bytes = fs.readFileSync(at(name));
		bytes[offset] = (bytes[offset] ?? 0) ^ bits;
		fs.writeFileSync(at(name), bytes);
	};

	it('is used when nothing is damaged', async () => {
		assert.equal(await tryDamaged(() => undefined), false);
		const run = await startKeptRun(whole, source);
		assert.equal((await checkVersions(run.library, 2)).size, documentCount);
		await run.close();
	});

	it('is refused when it is opened, whichever byte of its manifest is another', async () => {
		fs.rmSync(damaged, { recursive: true, force: true });
		fs.cpSync(whole, damaged, { recursive: true });
		const run = await startKeptRun(damaged, new MemorySource(), { isAsKept: true });
		const [{ files } = assert.fail()] = run.store.indexes;
		const manifest = fs.readFileSync(at('index.manifest'));
		let refused = 0;
		for (const offset of manifest.keys()) {
			flip('index.manifest', offset, 1 << (offset % 8));
			refused += Number((await files.open()) === undefined);
			fs.writeFileSync(at('index.manifest'), manifest);
		}
		assert.ok((await files.open()) !== undefined);
		await run.close();
		// Two bits of the seal's last letter say nothing.
		assert.ok(manifest.length > 1_000 && refused >= manifest.length - 1, `${refused} of ${manifest.length}`);
	});

	it('is made anew when a byte of its manifest is another', async () => {
		const { size } = fs.statSync(path.join(whole, 'index.manifest'));
		for (let offset = 0; offset < size; offset += Math.ceil(size / 10)) {
			assert.equal(await tryDamaged(() => flip('index.manifest', offset, 0x04)), true, `byte ${offset}`);
		}
	});

	const kinds = [
		['a part', /^index-.*bin$/],
		['records of documents', /^documents-/],
		['what was found of terms', /^terms-/],
	] as const;
	for (const [kind, form] of kinds) {
		// The header of a part, with where its sections are and what they sum to, is not longer.
		const headerLength = 300;
		const tried = howMany(30, headerLength);
		it(`says nothing wrong as it is kept when a byte at the beginning of ${kind} is another: ${tried.said} of the first ${headerLength}`, async () => {
			const ofKind = names.filter((name) => form.test(name));
			assert.ok(ofKind.length > 0);
			for (const [index, name] of ofKind.entries()) {
				const length = Math.min(headerLength, fs.statSync(path.join(whole, name)).size);
				for (let offset = index; offset < length; offset += headerLength / tried.count) {
					await tryAsKept(() => flip(name, offset, 1 << (offset % 8)));
				}
			}
		});
		it(`says nothing wrong, and is made whole, when one of the first 24 bytes of ${kind} is another`, async () => {
			for (const [index, name] of names.filter((other) => form.test(other)).entries()) {
				for (let offset = index % 4; offset < 24; offset += 4) {
					await tryDamaged(() => flip(name, offset, 0x10));
				}
			}
		});
	}

	it('is made anew, and the log says so, when another version of Dossier made it', async () => {
		fs.rmSync(damaged, { recursive: true, force: true });
		fs.cpSync(whole, damaged, { recursive: true });
		const indexerPath = path.join(temporary.path, 'another version');
		fs.writeFileSync(indexerPath, 'another version');
		const asKept = await startKeptRun(damaged, new MemorySource(), { isAsKept: true, indexerPath });
		assert.deepEqual([await asKept.library.getSummaries(), asKept.logged], [[], ['The kept index is of another version of Dossier.']]);
		await asKept.close();
		const run = await startKeptRun(damaged, source, { indexerPath });
		assert.deepEqual(await tellAll(run.library), expected);
		assert.deepEqual(run.logged, ['The kept index is of another version of Dossier; it is made anew.']);
		await run.library.whenKept();
		await run.close();
		const next = await startKeptRun(damaged, new MemorySource(), { isAsKept: true, indexerPath });
		assert.deepEqual([(await next.library.getSummaries()).length, next.logged], [documentCount, []]);
		await next.close();
	});

	const flips = howMany(60, 150);
	it(`says nothing wrong when a bit somewhere in any file is another, ${flips.said} times`, async () => {
		const random = makeRandom(3);
		for (let index = 0; index < flips.count; index += 1) {
			const name = names[random(names.length)] ?? '';
			const offset = random(fs.statSync(path.join(whole, name)).size);
			await tryDamaged(() => flip(name, offset, 1 << random(8)));
		}
	});

	it('is refused, and made anew, when a file is cut after any tenth of it', async () => {
		for (const name of names) {
			const { size } = fs.statSync(path.join(whole, name));
			for (let percent = 0; percent < 100; percent += 10) {
				assert.equal(await tryDamaged(() => fs.truncateSync(at(name), Math.floor((size * percent) / 100))), true);
			}
		}
	});

	const check = (name: string, damage: (file: string) => void, files: () => readonly string[] = () => names) =>
		it(`is made anew ${name}`, async () => {
			for (const file of files()) {
				assert.equal(await tryDamaged(() => damage(file)), true, file);
			}
		});
	check('when a file is missing', (file) => fs.rmSync(at(file)));
	check('when a file is empty', (file) => fs.writeFileSync(at(file), ''));
	check('when a file is longer', (file) => fs.appendFileSync(at(file), 'more'));
	check('when a folder stands in its place', (file) => {
		fs.rmSync(at(file));
		fs.mkdirSync(at(file));
	});
	check('when a link stands in its place', (file) => {
		fs.renameSync(at(file), `${at(file)}.elsewhere`);
		fs.symlinkSync(`${at(file)}.elsewhere`, at(file));
	});

	const question = { query: '"tides rise"', isTyping: false };
	const checkFirst = (name: string, ask: (library: KeptRun['library']) => Promise<unknown>) =>
		it(`leaves nothing out of the first answer: ${name}`, async () => {
			const fresh = await startFreshRun(source);
			const right = await ask(fresh);
			fresh.dispose();
			let dropped = 0;
			for (const name of names.filter((other) => /^index.*bin$/.test(other))) {
				fs.rmSync(damaged, { recursive: true, force: true });
				fs.cpSync(whole, damaged, { recursive: true });
				// What stands at the end of a part is read only once it is asked for.
				flip(name, fs.statSync(at(name)).size - 16, 0x10);
				const run = await startKeptRun(damaged, source);
				assert.deepEqual(await ask(run.library), right, name);
				dropped += Number(run.logged.some((line) => line.includes('part of the kept index is damaged')));
				await run.close();
			}
			assert.ok(dropped > 0);
		});
	checkFirst('a search', async (library) => (await library.search(question.query, { limit: 50, by: 'passage', isTyping: false })).total);
	checkFirst('all matches', async (library) => (await library.findMatches(question)).total);
	checkFirst('counts of a list', async (library) => library.countMatches([question, question]));
	checkFirst('facets', async (library) => library.findFacets(question));
	checkFirst('mentions', async (library) => (await library.findMentions('Harbour Authority', 50)).total);

	it('is refused where others can write, unless it was sealed with the key', async () => {
		assert.equal(await tryDamaged(() => undefined, 'ab'.repeat(32)), true);
	});
});

describe('a kept index on a disk that fails', function () {
	const codes = ['ENOSPC', 'EROFS', 'EIO'];
	// Each call fails with one of them at least.
	const step = howMany(1, codes.length);
	for (const [index, code] of codes.entries()) {
		it(`is served from memory, whichever of ${step.said} in three calls fails with ${code}`, async () => {
			const [before, now] = [makeSource(0), makeSource(1)];
			const fresh = await startFreshRun(now);
			const expected = await tellAll(fresh);
			fresh.dispose();
			for (let failAt = step.count === 1 ? 1 + index : 1; ; failAt += codes.length / step.count) {
				const folder = path.join(temporary.path, `${code}${failAt}`);
				const first = await startKeptRun(folder, before);
				await first.library.whenKept();
				await first.close();
				const { disk, calls } = failingDisk(failAt, code);
				const run = await startKeptRun(folder, now, { disk });
				assert.deepEqual(await tellAll(run.library), expected);
				await run.library.whenKept();
				assert.deepEqual(await tellAll(run.library), expected);
				await run.close();
				assert.ok(run.faults.length <= 1);
				const asKept = await startKeptRun(folder, new MemorySource(), { isAsKept: true });
				const versions = new Set((await checkVersions(asKept.library, 2)).values());
				assert.ok(versions.size <= 1, 'all of before, or all of now');
				await asKept.close();
				fs.rmSync(folder, { recursive: true });
				if (calls() < failAt) {
					assert.ok(failAt > 40, `${failAt} calls`);
					break;
				}
			}
		});
	}
});

describe('a kept index of several windows', function () {
	it('is whole when a window that began with an earlier one writes after another', async () => {
		const folder = path.join(temporary.path, 'after another');
		const [old, now] = [makeSource(0), makeSource(0)];
		// So many that the other one makes files anew that this one goes on with.
		for (const index of [0, 1, 2]) {
			write(now, index, 1);
		}
		const before = await startKeptRun(folder, old);
		await before.library.whenKept();
		await before.close();
		const [first, second] = [await startKeptRun(folder, now), await startKeptRun(folder, old)];
		await first.library.whenKept();
		await first.close();
		while (second.store.indexes[0]?.files.canWrite !== true) {
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
		write(old, 3, 2);
		await second.library.refresh(undefined);
		await second.library.whenReady();
		await second.library.whenKept();
		const expected = await tellAll(second.library);
		await second.close();
		const asKept = await startKeptRun(folder, new MemorySource(), { isAsKept: true });
		assert.deepEqual(await tellAll(asKept.library), expected);
		assert.equal((await checkVersions(asKept.library, 3)).get('mem:/made/3.md'), 2);
		assert.deepEqual([asKept.logged, second.faults], [[], []]);
		await asKept.close();
	});

	it('has one writer; the others answer for themselves, and nobody is wrong', async () => {
		const folder = path.join(temporary.path, 'shared');
		const [old, now] = [makeSource(0), makeSource(1)];
		const [first, second] = [await startKeptRun(folder, old), await startKeptRun(folder, now)];
		assert.equal(first.store.indexes[0]?.files.canWrite, true);
		assert.equal(second.store.indexes[0]?.files.canWrite, false);
		await Promise.all([first.library.whenKept(), second.library.whenKept()]);
		const third = await startKeptRun(folder, now);
		for (const [run, version] of [
			[first, 0],
			[second, 1],
			[third, 1],
		] as const) {
			const versions = await checkVersions(run.library, 2);
			assert.deepEqual([versions.size, new Set(versions.values())], [documentCount, new Set([version])]);
		}
		await first.close();
		// What they have open is theirs, whatever the next writer puts in its place.
		const fourth = await startKeptRun(folder, now);
		assert.equal(fourth.store.indexes[0]?.files.canWrite, true);
		await fourth.library.whenKept();
		for (const run of [second, third, fourth]) {
			assert.equal((await checkVersions(run.library, 2)).size, documentCount);
			await run.close();
		}
	});
});
