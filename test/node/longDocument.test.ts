import assert from 'node:assert/strict';
import { defaultCaps } from '../../src/library/caps.ts';
import type { DocumentContent } from '../../src/library/document.ts';
import type { ReadAnswer } from '../../src/library/documentSource.ts';
import { MemorySource } from '../support/memorySource.ts';
import { makeLibrary, makeSourceFolder } from '../support/openLibrary.ts';
import { readText } from '../support/reading.ts';

/** Longer than any step on a machine that is slow; on one that is slower still, a fourth of all that is done meanwhile. */
const maxWaitMs = 1_500;

/** Of the processor, not of the clock: what else the machine does, or that it stands still, is none of a wait. */
function workedMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
}

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
	// A collection of garbage falls into some wait; a query that waits for the indexing does so each time.
	this.retries(2);
	for (const [name, text] of [
		['of prose', `${prose}\n\n`.repeat(2_500_000 / prose.length)],
		['of one line', `${prose} `.repeat(2_500_000 / prose.length)],
		['without a full stop', 'called QZ some words '.repeat(50_000)],
	] as const) {
		it(`queries are answered: one ${name}`, async () => {
			const source = await (await new ReadSource().add('mem:/a/1.txt', 'Lighthouses.')).add('mem:/a/2.txt', text);
			const { library, shown } = makeLibrary(source);
			await library.open({ folders: [makeSourceFolder('mem:/a')], caps: defaultCaps, glossaryFiles: [] });
			const began = workedMs();
			let isReady = false;
			const reading = library.whenReady().then(() => {
				isReady = true;
			});
			const waits: number[] = [];
			while (!isReady) {
				const start = workedMs();
				await new Promise((resolve) => setImmediate(resolve));
				const answer = await library.search('lighthouses', options);
				waits.push(workedMs() - start);
				assert.equal(answer.total, shown.has('mem:/a/1.txt') ? 1 : answer.total);
			}
			await reading;
			const allMs = workedMs() - began;
			assert.equal((await library.search('lighthouses', options)).coverage.read, 2);
			const longestMs = Math.max(...waits);
			if (process.env.DOSSIER_MEASURE) {
				console.log(`\t${waits.length} queries, longest wait ${Math.round(longestMs)} ms`);
			}
			assert.ok(waits.length > 50, `${waits.length} queries`);
			assert.ok(longestMs < Math.max(maxWaitMs, allMs / 4), `a query waited ${Math.round(longestMs)} of ${Math.round(allMs)} ms`);
			library.dispose();
		});
	}
});
