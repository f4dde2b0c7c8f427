import assert from 'node:assert/strict';
import { silentLog } from '../../../src/base/log.ts';
import { defaultCaps } from '../../../src/library/caps.ts';
import type { SearchScope } from '../../../src/search/engine.ts';
import { connectLibrary } from '../../../src/service/libraryClient.ts';
import { serveLibrary } from '../../../src/service/serveLibrary.ts';
import { makeLine } from '../../support/line.ts';
import { MemorySource } from '../../support/memorySource.ts';
import { makeLibrary, makeSourceFolder } from '../../support/openLibrary.ts';

const options = { limit: 20, by: 'document', isTyping: false } as const;

describe('the scope of a search, between threads', () => {
	it('is sent once, not with every question, and each search keeps its own', async () => {
		const sent: unknown[] = [];
		const [near, far] = makeLine(sent);
		const source = new MemorySource().write('mem:/a/one.txt', 'The tide rises.').write('mem:/a/two.txt', 'The tide falls.');
		serveLibrary(far, () => ({ library: makeLibrary(source).library, findSourceFolders: undefined }));
		const client = connectLibrary(near, {
			files: { listFiles: async () => [], findFile: async () => undefined, readBytes: async () => new Uint8Array() },
			events: { onDidChangeDocuments: () => undefined, onDidChangeStatus: () => undefined, onDidBuildTermTable: () => undefined },
			log: silentLog,
		});
		await client.open({ folders: [makeSourceFolder('mem:/a')], caps: defaultCaps, glossaryFiles: [] });
		await client.whenReady();
		const one: SearchScope = { kind: 'only', ids: new Set(['mem:/a/one.txt']) };
		const notOne: SearchScope = { kind: 'without', ids: one.ids };
		const search = async (scope?: SearchScope) =>
			(await client.search('tide', { ...options, ...(scope && { scope }) })).hits.map((hit) => hit.documentId.slice(-7)).sort();
		assert.deepEqual(await Promise.all([search(one), search(one), search(notOne), search(), search(one)]), [
			['one.txt'],
			['one.txt'],
			['two.txt'],
			['one.txt', 'two.txt'],
			['one.txt'],
		]);
		const told = sent.filter((message) => (message as { name?: string }).name === 'keepScope');
		assert.equal(told.length, 3);
	});
});
