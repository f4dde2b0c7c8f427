import assert from 'node:assert/strict';
import { defaultCaps } from '../../src/library/caps.ts';
import type { DocumentContent } from '../../src/library/document.ts';
import type { ReadAnswer } from '../../src/library/documentSource.ts';
import { MemorySource } from '../support/memorySource.ts';
import { makeLibrary, makeSourceFolder } from '../support/openLibrary.ts';
import { readText } from '../support/reading.ts';

/** Longer than any step on a machine that is busy, much shorter than indexing the document. */
const maxWaitMs = 1_500;

const options = { limit: 5, by: 'passage', isTyping: false } as const;
const prose =
	'The harbour tides of Bristol rise twice a day, according to the Bristol Tide Office (BTO), and 1,200 boats wait. Kim Brown says so.';

/** Gives what was read before: in the product, another thread reads. */
class ReadSource extends MemorySource {
	readonly #contents = new Map<string, DocumentContent>();

	async add(id: string, text: string): Promise<this> {
		this.#contents.set(id, await readText(text, id));
		return this.write(id, 'x');
	}

	override async readDocument(file: { readonly id: string }): Promise<ReadAnswer> {
		return { hash: undefined, content: this.#contents.get(file.id) ?? (await readText('', file.id)) };
	}
}

describe('while a long document goes into the index', function () {
	this.timeout(180_000);
	for (const [name, text] of [
		['of prose', `${prose}\n\n`.repeat(5_000_000 / prose.length)],
		['of one line', `${prose} `.repeat(5_000_000 / prose.length)],
		['without a full stop', 'called QZ some words '.repeat(100_000)],
	] as const) {
		it(`queries are answered: one ${name}`, async () => {
			const source = await (await new ReadSource().add('mem:/a/1.txt', 'Lighthouses.')).add('mem:/a/2.txt', text);
			const { library, shown } = makeLibrary(source);
			await library.open({ folders: [makeSourceFolder('mem:/a')], caps: defaultCaps, glossaryFiles: [] });
			let isReady = false;
			const reading = library.whenReady().then(() => {
				isReady = true;
			});
			const waits: number[] = [];
			while (!isReady) {
				const start = performance.now();
				await new Promise((resolve) => setImmediate(resolve));
				const answer = await library.search('lighthouses', options);
				waits.push(performance.now() - start);
				assert.equal(answer.total, shown.has('mem:/a/1.txt') ? 1 : answer.total);
			}
			await reading;
			assert.equal((await library.search('lighthouses', options)).coverage.read, 2);
			const longestMs = Math.max(...waits);
			if (process.env.DOSSIER_MEASURE) {
				console.log(`\t${waits.length} queries, longest wait ${Math.round(longestMs)} ms`);
			}
			assert.ok(waits.length > 50, `${waits.length} queries`);
			assert.ok(longestMs < maxWaitMs, `a query waited ${Math.round(longestMs)} ms`);
			library.dispose();
		});
	}
});
