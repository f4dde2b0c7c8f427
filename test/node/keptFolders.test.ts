import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { defaultCaps } from '../../src/library/caps.ts';
import { type KeptRun, madeText, startFreshRun, startKeptRun, tellAll, toPlaceBeside } from '../support/keptRun.ts';
import { MemorySource } from '../support/memorySource.ts';
import { makeSourceFolder } from '../support/openLibrary.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';

const temporary = useTemporaryFolder();
const [reports, letters] = ['mem:/reports', 'mem:/letters'];

/** Documents of two folders: those of the reports say `d0v0` to `d7v0`, those of the letters `d8v0` to `d15v0`. */
function makeSource(): MemorySource {
	const source = new MemorySource();
	for (let index = 0; index < 16; index += 1) {
		writeTo(source, index, 0);
	}
	return source;
}

function writeTo(source: MemorySource, index: number, version: number): void {
	source.write(`${index < 8 ? reports : letters}/${index}.md`, madeText(index, version));
}

describe('a library that is kept beside several source folders', function () {
	let count = 0;
	const makeFolder = () => path.join(temporary.path, `several ${count++}`);

	async function checkSame(source: MemorySource, folders: readonly string[], { library }: KeptRun): Promise<void> {
		const fresh = await startFreshRun(source, defaultCaps, folders);
		assert.deepEqual(await tellAll(library), await tellAll(fresh));
		fresh.dispose();
	}
	/** Starts over what is kept beside these folders, checks that it says what a fresh library says, and keeps it. */
	async function checkRun(folder: string, source: MemorySource, besideFolders: readonly string[]): Promise<void> {
		const run = await startKeptRun(folder, source, { besideFolders });
		await checkSame(source, besideFolders, run);
		await run.library.whenKept();
		await run.close();
		assert.deepEqual([run.logged.filter((line) => line.startsWith('error')), run.faults], [[], []]);
	}
	async function countParsed(source: MemorySource, run: () => Promise<unknown>): Promise<number> {
		const before = source.parsedIds.length;
		await run();
		return source.parsedIds.length - before;
	}
	const both = [reports, letters];

	it('says in the next run what a fresh one says, and reads only what changed', async () => {
		const folder = makeFolder();
		const source = makeSource();
		await checkRun(folder, source, both);
		for (const changed of [[], [3], [2, 11], [9]]) {
			changed.forEach((index) => writeTo(source, index, 1));
			const before = source.parsedIds.length;
			const run = await startKeptRun(folder, source, { besideFolders: both });
			const parsed = source.parsedIds.slice(before).map((id) => Number(path.basename(id, '.md')));
			assert.deepEqual(
				parsed.sort((a, b) => a - b),
				changed,
			);
			await checkSame(source, both, run);
			await run.library.whenKept();
			await run.close();
		}
	});

	it('keeps nothing of one folder beside another', async () => {
		const folder = makeFolder();
		await checkRun(folder, makeSource(), both);
		for (const [uri, own, other] of [
			[reports, 'd3v0', 'd12v0'],
			[letters, 'd12v0', 'd3v0'],
		] as const) {
			const run = await startKeptRun(folder, new MemorySource(), { place: toPlaceBeside(folder, uri), isAsKept: true });
			const options = { limit: 10, by: 'passage', isTyping: false } as const;
			assert.equal((await run.library.getSummaries()).length, 8);
			assert.ok((await run.library.search(own, options)).total > 0);
			assert.equal((await run.library.search(other, options)).total, 0);
			await run.close();
			const bytes = fs
				.readdirSync(path.join(folder, path.basename(uri)))
				.map((name) => fs.readFileSync(path.join(folder, path.basename(uri), name), 'latin1'));
			assert.ok(!bytes.join('').includes(`${path.basename(uri === reports ? letters : reports)}/`));
		}
	});

	for (const [name, before, after] of [
		['one less', both, [reports]],
		['the other one less', both, [letters]],
		['one more', [reports], both],
	] as const) {
		it(`parses nothing again of folders that stay: ${name}`, async () => {
			const folder = makeFolder();
			const source = makeSource();
			await checkRun(folder, source, before);
			const run = await startKeptRun(folder, source, { besideFolders: before });
			const parsed = await countParsed(source, async () => {
				const texts = { places: after.map((uri) => toPlaceBeside(folder, uri)), outdated: [] };
				await run.library.open({ folders: after.map((uri) => makeSourceFolder(uri)), caps: defaultCaps, glossaryFiles: [], texts });
				await run.library.whenReady();
				await run.library.whenKept();
			});
			assert.equal(parsed, after.filter((uri) => !(before as readonly string[]).includes(uri)).length * 8);
			await checkSame(source, after, run);
			await run.close();
			// And in the next run, of these and of all: what is kept beside a folder that was closed is still of use.
			for (const folders of [after, both]) {
				let next: KeptRun | undefined;
				assert.equal(
					await countParsed(source, async () => {
						next = await startKeptRun(folder, source, { besideFolders: folders });
					}),
					0,
				);
				await checkSame(source, folders, next as KeptRun);
				await next?.close();
			}
		});
	}

	it('keeps what stood in one place for all beside each folder, and the other way round', async () => {
		const folder = makeFolder();
		const source = makeSource();
		const all = { directory: toPlaceBeside(folder, 'mem:/all').directory, owner: 'a window' };
		await checkRun(folder, source, both);
		const run = await startKeptRun(folder, source, { besideFolders: both });
		for (const places of [[all], both.map((uri) => toPlaceBeside(folder, uri))]) {
			await run.library.open({
				folders: both.map((uri) => makeSourceFolder(uri)),
				caps: defaultCaps,
				glossaryFiles: [],
				texts: { places, outdated: [] },
			});
			await run.library.whenReady();
			await run.library.whenKept();
			await checkSame(source, both, run);
		}
		await run.close();
		assert.equal(await countParsed(source, async () => (await startKeptRun(folder, source, { besideFolders: both })).close()), 0);
	});

	it('keeps what is beside one folder, though others have no place of their own', async () => {
		const folder = makeFolder();
		const source = makeSource();
		const start = () => startKeptRun(folder, source, { besideFolders: [reports], otherFolders: [letters] });
		const run = await start();
		await checkSame(source, both, run);
		await run.library.whenKept();
		await run.close();
		const next = await startKeptRun(folder, new MemorySource(), { place: toPlaceBeside(folder, reports), isAsKept: true });
		assert.equal((await next.library.getSummaries()).length, 8);
		await next.close();
		const again = await start();
		await checkSame(source, both, again);
		await again.close();
	});
});
