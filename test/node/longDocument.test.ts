import assert from 'node:assert/strict';
import { defaultCaps } from '../../src/library/caps.ts';
import type { DocumentContent } from '../../src/library/document.ts';
import type { ReadAnswer } from '../../src/library/documentSource.ts';
import { MemorySource } from '../support/memorySource.ts';
import { makeLibrary, makeSourceFolder } from '../support/openLibrary.ts';
import { readText } from '../support/reading.ts';
import { inTime } from '../support/timeLimits.ts';

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

describe('while a long document goes into the index', () => {
	for (const [name, text] of [
		['of prose', `${prose}\n\n`.repeat(2_500_000 / prose.length)],
		['of one line', `${prose} `.repeat(2_500_000 / prose.length)],
		['without a full stop', 'called QZ some words '.repeat(50_000)],
	] as const) {
		it(`queries are answered: one ${name}`, async () => {
			const source = await (await new ReadSource().add('mem:/a/1.txt', 'Lighthouses.')).add('mem:/a/2.txt', text);
			const { library, shown } = makeLibrary(source);
			await library.open({ folders: [makeSourceFolder('mem:/a')], caps: defaultCaps, glossaryFiles: [] });
			let isReady = false;
			const reading = library.whenReady().then(() => {
				isReady = true;
			});
			let answered = 0;
			while (!isReady) {
				await new Promise((resolve) => setImmediate(resolve));
				const answer = await inTime(0, () => library.search('lighthouses', options), 'an answer');
				answered += 1;
				assert.equal(answer.total, shown.has('mem:/a/1.txt') ? 1 : answer.total);
			}
			await reading;
			assert.equal((await library.search('lighthouses', options)).coverage.read, 2);
			// Each is answered between two steps of the indexing: in one piece, it would let none through.
			assert.ok(answered > 50, `${answered} queries`);
			library.dispose();
		});
	}
});
