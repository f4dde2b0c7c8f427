import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ConnectionLost } from '../../src/base/calls.ts';
import { Cancelled } from '../../src/base/cancellation.ts';
import { silentLog } from '../../src/base/log.ts';
import { toFileUri } from '../../src/files/fileUri.ts';
import { defaultCaps } from '../../src/library/caps.ts';
import type { DocumentSummary } from '../../src/library/document.ts';
import type { LibraryStatus } from '../../src/service/library.ts';
import type { LibraryClient } from '../../src/service/libraryClient.ts';
import type { EditorFiles } from '../../src/service/messages.ts';
import { findTermAt } from '../../src/terms/matcher.ts';
import type { TableBuffer } from '../../src/terms/tableSections.ts';
import { startLibraryThread } from '../../src/worker/libraryThread.ts';
import { builtDist } from '../support/builtDist.ts';
import { makeSourceFolder } from '../support/openLibrary.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';
import { followTables } from '../support/termDocuments.ts';
import { waitFor } from '../support/timeLimits.ts';

const temporary = useTemporaryFolder();
const passageOptions = { limit: 20, by: 'passage', isTyping: false } as const;
const seeds = path.resolve('seeds');

/** No files but those on disk. */
const noFiles: EditorFiles = { listFiles: async () => [], findFile: async () => undefined, readBytes: async () => new Uint8Array() };

interface Started {
	readonly client: LibraryClient;
	readonly shown: Map<string, DocumentSummary>;
	readonly statuses: LibraryStatus[];
	readonly tables: TableBuffer[];
	readonly deaths: string[];
	open(...folders: string[]): Promise<void>;
}

describe('the library thread', () => {
	const clients: LibraryClient[] = [];
	afterEach(() => {
		for (const client of clients.splice(0)) {
			client.dispose();
		}
	});

	async function start(files: EditorFiles = noFiles, workerPath?: string): Promise<Started> {
		const shown = new Map<string, DocumentSummary>();
		const statuses: LibraryStatus[] = [];
		const tables: TableBuffer[] = [];
		const deaths: string[] = [];
		const client = startLibraryThread({
			workerPath: workerPath ?? path.join(await builtDist(), 'libraryWorker.js'),
			files,
			log: silentLog,
			events: {
				onDidChangeDocuments: ({ upserted, removedIds }) => {
					for (const summary of upserted) {
						shown.set(summary.id, summary);
					}
					for (const id of removedIds) {
						shown.delete(id);
					}
				},
				onDidChangeStatus: (status) => statuses.push(status),
				onDidBuildTermTable: (table) => tables.push(table),
			},
			onDidDie: (reason) => deaths.push(reason),
		});
		clients.push(client);
		const open = async (...folders: string[]) => {
			await client.open({ folders: folders.map((folder) => makeSourceFolder(folder)), caps: defaultCaps, glossaryFiles: [] });
			await client.whenReady();
		};
		return { client, shown, statuses, tables, deaths, open };
	}

	it('reads, finds, explains, and gives a table that answers hovers', async () => {
		const { client, shown, tables, open } = await start();
		await open(toFileUri(seeds));
		assert.equal(shown.size, 2);
		const answer = await client.search('"counseling centers"', passageOptions);
		assert.equal(answer.total, 1);
		assert.equal(answer.hits[0]?.page, '39');
		const table = followTables(tables);
		const note = 'About the Polaris Project.';
		const match = findTermAt(table, note, [{ start: 0, end: note.length }], 15);
		assert.equal(match && table.getCard(match.cardIndex).term, 'Polaris Project');
		assert.equal((await client.getCards()).length, table.cardCount);
		assert.equal((await client.explainNote('KMPs and exit programs', 'markdown')).length, 2);
	});

	it('shows a changed, a new and a deleted file when it is told of them', async () => {
		const file = temporary.write('watched/a.txt', 'The first version, about tides.');
		const { client, shown, open } = await start();
		await open(toFileUri(path.dirname(file)));
		fs.writeFileSync(file, 'The second version, about wells.');
		const added = temporary.write('watched/b.txt', 'A new one, about wells.');
		await client.refresh([toFileUri(file), toFileUri(added)]);
		await waitFor('both', () => shown.size === 2 && shown.get(toFileUri(file))?.opening.includes('second') === true);
		assert.equal((await client.search('wells', passageOptions)).total, 2);
		fs.rmSync(file);
		await client.refresh([toFileUri(file)]);
		await client.whenReady();
		assert.deepEqual([...shown.keys()], [toFileUri(added)]);
	});

	it('reads files of other schemes through the editor', async () => {
		const bytes = new TextEncoder().encode('Words from afar, about the harbour tides.');
		const asked: string[] = [];
		const files: EditorFiles = {
			listFiles: async (folder) => [
				{ id: `${folder.uri}/a.txt`, folder: folder.uri, relativePath: 'a.txt', sizeBytes: bytes.length, modifiedMs: 1 },
				{ id: `${folder.uri}/b.txt`, folder: folder.uri, relativePath: 'b.txt', sizeBytes: 1, modifiedMs: 1 },
				{ id: `${folder.uri}/glossary.md`, folder: folder.uri, relativePath: 'glossary.md', sizeBytes: 1, modifiedMs: 1 },
			],
			findFile: async () => undefined,
			readBytes: async (id) => {
				asked.push(id);
				if (id.endsWith('b.txt')) {
					return { kind: 'unreachable', detail: 'The server does not answer' };
				}
				return id.endsWith('.md') ? new TextEncoder().encode('# G\n\n## Harbour\n\nMine.') : bytes.slice();
			},
		};
		const { client, shown, open } = await start(files);
		await open('vscode-vfs://github/kim/notes', toFileUri(seeds));
		assert.equal((await client.search('harbour', passageOptions)).total, 1);
		assert.equal(shown.get('vscode-vfs://github/kim/notes/b.txt')?.problems[0]?.kind, 'unreachable');
		assert.equal(shown.size, 4, 'both sources are one collection');
		assert.equal((await client.explainNote('The harbour.', 'markdown'))[0]?.card.own, 'Mine.');
		assert.equal(asked.length, 3);
	});

	it('costs one file, not the rest, when the editor’s file system breaks', async () => {
		const files: EditorFiles = {
			listFiles: async (folder) => [{ id: `${folder.uri}/a.txt`, folder: folder.uri, relativePath: 'a.txt', sizeBytes: 1, modifiedMs: 1 }],
			findFile: async () => undefined,
			readBytes: async () => {
				throw new TypeError('broken');
			},
		};
		const { shown, open } = await start(files);
		await open('odd://x', toFileUri(seeds));
		assert.equal(shown.get('odd://x/a.txt')?.problems[0]?.kind, 'crashed');
		assert.equal(shown.size, 3);
	});

	it('answers while it reads', async () => {
		for (let index = 0; index < 300; index += 1) {
			temporary.write(
				`many/${index}.txt`,
				`${'The harbour tides rise twice a day, says the Bristol Tide Office. '.repeat(300)}\n\nNumber ${index}.`,
			);
		}
		const { client, statuses, open } = await start();
		const reading = open(toFileUri(path.join(temporary.path, 'many')));
		// How many documents were read when each answer came: between none and all of them, if it waited for no more than some. How long it took is told by the bench.
		const readCounts = new Set<number>();
		while (statuses.at(-1)?.phase !== 'ready') {
			const { coverage } = await client.search('harbour', passageOptions);
			assert.ok(coverage.read + coverage.partial + coverage.skipped <= coverage.found);
			readCounts.add(coverage.read);
			await new Promise((resolve) => setTimeout(resolve, 1));
		}
		await reading;
		const between = [...readCounts].filter((count) => count > 0 && count < 300);
		assert.ok(between.length > 3, `answers when so many were read: ${[...readCounts].join()}`);
		const { coverage } = await client.search('harbour', passageOptions);
		assert.deepEqual(coverage, { found: 300, read: 300, partial: 0, skipped: 0 });
	});

	it('lets a query go that is no longer wanted', async () => {
		const { client, open } = await start();
		await open(toFileUri(seeds));
		const cancel = { isCancellationRequested: true };
		await assert.rejects(client.search('brothels', passageOptions, cancel), Cancelled);
	});

	it('says that the worker died, and rejects what waits', async () => {
		const broken = temporary.write('broken.js', "setTimeout(() => { throw new Error('it broke'); }, 50);");
		const { client, deaths } = await start(noFiles, broken);
		await assert.rejects(client.search('x', passageOptions), ConnectionLost);
		await waitFor('its death', () => deaths.length > 0);
		assert.equal(deaths.length, 1);
		assert.match(deaths[0] ?? '', /it broke/);
		await assert.rejects(client.getSummaries(), ConnectionLost);
	});

	it('ends in the midst of reading, with its reader', async () => {
		const { client, deaths } = await start();
		await client.open({ folders: [makeSourceFolder(toFileUri(path.join(temporary.path, 'many')))], caps: defaultCaps, glossaryFiles: [] });
		await client.search('x', passageOptions);
		const countPorts = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
		const before = countPorts();
		client.dispose();
		await waitFor('its port to close', () => before === 0 || countPorts() < before);
		assert.deepEqual(deaths, []);
	});
});
