import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import { buildBrowserBundle } from '../../scripts/browserBundle.mjs';
import { silentLog } from '../../src/base/log.ts';
import { toChannel } from '../../src/files/nodeChannel.ts';
import { defaultCaps } from '../../src/library/caps.ts';
import type { FoundFile } from '../../src/library/document.ts';
import { connectLibrary } from '../../src/service/libraryClient.ts';
import type { EditorFiles } from '../../src/service/messages.ts';
import { findTermAt } from '../../src/terms/matcher.ts';
import { makeSourceFolder } from '../support/openLibrary.ts';
import { followTables } from '../support/termDocuments.ts';

/** Makes a thread of Node's look like a browser's worker: its way to speak, and nothing of Node left in reach. */
const disguise = `
const { parentPort } = require('node:worker_threads');
globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
globalThis.addEventListener = (type, listener) => parentPort.on(type, (data) => listener({ data }));
for (const name of ['process', 'Buffer', 'setImmediate', 'clearImmediate', 'global']) {
	delete globalThis[name];
	if (name in globalThis) { throw new Error(name + ' is still there'); }
}
`;

const folder = 'vscode-vfs://github/kim/sources';
const texts = new Map<string, string | Uint8Array>([
	['tides.txt', 'The tides of Bristol\n\nThe harbour tides rise twice a day, according to the Bristol Tide Office (BTO).'],
	['wells.md', '---\ntitle: Wells\n---\n\n# Wells of York\n\nThe deep wells of York were dug by hand.'],
	[
		'page.html',
		`<html><head><title>Lighthouses</title></head><body><article><h1>Lighthouses</h1><p>${'The keepers of the lighthouse were paid monthly. '.repeat(8)}</p></article></body></html>`,
	],
	['korean.txt', Buffer.from([0xc7, 0xd1, 0xb1, 0xdb, 0x20, 0xb9, 0xae, 0xbc, 0xad, 0xc0, 0xd4, 0xb4, 0xcf, 0xb4, 0xd9, 0x2e])],
]);

describe('the library in a browser’s worker', () => {
	it('reads, finds and explains without anything of Node’s', async () => {
		const bundle = await buildBrowserBundle();
		// As the web host loads it: the text of one file, wrapped into a function that has no require.
		const code = `${disguise}\n(function (require, module, exports) {\n${bundle}\n})(undefined, { exports: {} }, {});`;
		const worker = new Worker(code, { eval: true, execArgv: [] });
		const failures: unknown[] = [];
		worker.on('error', (error) => failures.push(error));
		const found = [...texts].map(([relativePath, text]): FoundFile => {
			return { id: `${folder}/${relativePath}`, folder, relativePath, sizeBytes: text.length, modifiedMs: 1 };
		});
		const files: EditorFiles = {
			listFiles: async () => found,
			findFile: async (_, id) => found.find((file) => file.id === id),
			readBytes: async (id) => {
				const text = texts.get(id.slice(folder.length + 1)) ?? '';
				return typeof text === 'string' ? new TextEncoder().encode(text) : text.slice();
			},
		};
		const tables: ArrayBuffer[] = [];
		const events = { onDidChangeDocuments() {}, onDidChangeStatus() {}, onDidBuildTermTable: (table: ArrayBuffer) => tables.push(table) };
		const library = connectLibrary(toChannel(worker), { files, events, log: silentLog });
		try {
			await library.open({ folders: [makeSourceFolder(folder)], caps: defaultCaps, glossaryFiles: [] });
			await library.whenReady();
			const summaries = await library.getSummaries();
			assert.deepEqual(summaries.map(({ kind, state }) => `${kind} ${state}`).sort(), ['html read', 'md read', 'txt read', 'txt read']);
			const options = { limit: 5, by: 'passage', isTyping: false } as const;
			for (const [query, name] of [
				['harbour', 'tides.txt'],
				['"deep wells"', 'wells.md'],
				['keeper', 'page.html'],
				['한글', 'korean.txt'],
			]) {
				assert.equal((await library.search(query ?? '', options)).hits[0]?.documentId, `${folder}/${name}`, query);
			}
			const note = 'By the BTO.';
			const table = followTables(tables);
			assert.ok(findTermAt(table, note, [{ start: 0, end: note.length }], 8));
			assert.deepEqual(await library.findSourceFolders({ roots: ['file:///'], patterns: ['**'], excludes: [] }), []);
			assert.deepEqual(failures, []);
		} finally {
			library.dispose();
			await worker.terminate();
		}
	});
});
