import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { silentLog } from '../../src/base/log.ts';
import { toFileUri } from '../../src/files/fileUri.ts';
import { ReaderThread } from '../../src/files/readerThread.ts';
import { builtDist } from '../support/builtDist.ts';
import { makeLibrary, type OpenLibrary } from '../support/openLibrary.ts';
import { makeRandom } from '../support/random.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';
import { limitFor } from '../support/timeLimits.ts';

const temporary = useTemporaryFolder();
const passageOptions = { limit: 1_000, by: 'passage', isTyping: false } as const;

/** All that can be seen of a library: the list, and where words are found. */
async function look(opened: OpenLibrary) {
	const hits = await Promise.all(
		['harbour', 'wells', '"version 7"'].map(async (query) => {
			const answer = await opened.library.search(query, passageOptions);
			return [answer.total, answer.coverage, answer.hits.map(({ documentId, start, end }) => `${documentId} ${start} ${end}`).sort()];
		}),
	);
	const documents = [...opened.shown.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
	return { documents, hits };
}

describe('a library over a folder that changes', () => {
	let reader: ReaderThread;
	before(async () => {
		reader = new ReaderThread({ workerPath: path.join(await builtDist(), 'readerWorker.js'), log: silentLog });
	});
	after(() => reader.dispose());

	for (const seed of [1, 2, 3]) {
		it(`ends like a fresh one, whatever happened to the files (${seed})`, async () => {
			const random = makeRandom(seed);
			const root = path.join(temporary.path, `changing${seed}`);
			const at = (relativePath: string) => path.join(root, relativePath);
			const files = ['a.txt', 'b.txt', 'one/a.txt', 'one/b.md', 'one/two/c.txt', 'three/d.html'];
			const folders = ['one', 'one/two', 'three'];
			const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
			fs.mkdirSync(root);
			const opened = makeLibrary(reader);
			await opened.open([toFileUri(root)]);
			let version = 0;

			/** Does something to the files and gives the paths of which a watcher would tell: of a folder that goes or moves, the folder only. */
			const change = (): string[] => {
				const file = pick(files);
				const folder = pick(folders);
				switch (random(9)) {
					case 0:
						fs.rmSync(at(file), { force: true });
						return [file];
					case 1:
						fs.rmSync(at(folder), { recursive: true, force: true });
						return [folder];
					case 2: {
						const other = pick(files);
						if (!fs.existsSync(at(file)) || other === file) {
							return [];
						}
						fs.mkdirSync(path.dirname(at(other)), { recursive: true });
						fs.renameSync(at(file), at(other));
						return [file, other];
					}
					case 3: {
						// A folder moves away and comes back under another name.
						const other = `moved${version}`;
						if (!fs.existsSync(at(folder))) {
							return [];
						}
						fs.renameSync(at(folder), at(other));
						if (random(2) === 0) {
							fs.renameSync(at(other), at(folder));
						}
						return [folder, other];
					}
					case 4:
						// Back in time, as a restored backup is.
						if (fs.existsSync(at(file))) {
							fs.utimesSync(at(file), 1_000_000 + version, 1_000_000 + version);
						}
						return [file];
					default:
						version += 1;
						fs.mkdirSync(path.dirname(at(file)), { recursive: true });
						fs.writeFileSync(at(file), `Version ${version % 10}. ${random(2) === 0 ? 'The harbour tides.' : 'The deep wells.'}`);
						return [file, path.dirname(file)];
				}
			};
			for (let round = 0; round < 40; round += 1) {
				const told = Array.from({ length: 1 + random(4) }, change).flat();
				// A burst now and then comes while the last one is still being read.
				await opened.library.refresh([...new Set(told)].filter((name) => name !== '.').map((name) => toFileUri(at(name))));
				if (random(3) > 0) {
					await opened.library.whenReady();
				}
			}
			await opened.library.whenReady();
			const fresh = makeLibrary(reader);
			await fresh.open([toFileUri(root)]);
			assert.deepEqual(await look(opened), await look(fresh));
			assert.deepEqual([...opened.errors, ...fresh.errors], []);
			opened.library.dispose();
			fresh.library.dispose();
		});
	}

	it('keeps up with a burst of ten thousand events', async () => {
		const root = path.join(temporary.path, 'burst');
		const paths = Array.from({ length: 2_000 }, (_, index) => temporary.write(`burst/${index % 40}/${index}.txt`, `Harbour ${index}.`));
		const opened = makeLibrary(reader);
		await opened.open([toFileUri(root)]);
		for (const file of paths.slice(0, 200)) {
			fs.writeFileSync(file, 'Wells now.');
		}
		const ids = Array.from({ length: 10_000 }, (_, index) => toFileUri(paths[index % 200] as string));
		const start = performance.now();
		for (let at = 0; at < ids.length; at += 100) {
			await opened.library.refresh(ids.slice(at, at + 100));
		}
		await opened.library.whenReady();
		assert.equal((await opened.library.search('wells', passageOptions)).total, 200);
		assert.ok(performance.now() - start < limitFor(12_000), `${Math.round(performance.now() - start)} ms`);
		opened.library.dispose();
	});
});
