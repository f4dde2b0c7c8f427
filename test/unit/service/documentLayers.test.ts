import assert from 'node:assert/strict';
import { crc32 } from '../../../src/library/container/crc32.ts';
import type { KeptFile, KeptFiles } from '../../../src/library/keptFiles.ts';
import { DocumentLayers, type NewRecord } from '../../../src/service/documentLayers.ts';
import { makeRandom } from '../../support/random.ts';

/** Files in memory, as `KeptFiles` writes them. */
class MemoryFiles implements Pick<KeptFiles, 'write' | 'checksum'> {
	readonly checksum = crc32;
	readonly written = new Map<string, KeptFile>();
	isFull = false;

	async write(pieces: readonly Uint8Array[]): Promise<KeptFile | undefined> {
		const bytes = new Uint8Array(Buffer.concat(pieces));
		const file = { name: `index-${this.written.size}.bin`, read: (start: number, end: number) => bytes.subarray(start, end) };
		if (this.isFull) {
			return undefined;
		}
		this.written.set(file.name, file);
		return file;
	}
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

describe('the records of documents in layers', () => {
	const tell = (layers: DocumentLayers, ids: readonly string[]) => {
		const told = ids.map((id) => {
			const bytes = layers.read(id);
			return `${id} ${layers.has(id)} ${bytes && decoder.decode(bytes)}`;
		});
		return { told, size: layers.size, listed: [...layers.list()].map(({ id, state }) => `${id} ${state}`).sort() };
	};
	const expect = (model: ReadonlyMap<string, string>, ids: readonly string[]) => ({
		told: ids.map((id) => `${id} ${model.has(id)} ${model.get(id)}`),
		size: model.size,
		listed: [...model.keys()].map((id) => `${id} partial`).sort(),
	});

	it('say what was written last of each, also when they are opened again', async () => {
		const random = makeRandom(3);
		const files = new MemoryFiles();
		const ids = Array.from({ length: 30 }, (_, index) => `file:///${index}.md`);
		const model = new Map<string, string>();
		const layers = new DocumentLayers();
		const counts = new Set<number>();
		for (let round = 0; round < 80; round++) {
			const records: NewRecord[] = [];
			for (const id of new Set(Array.from({ length: 1 + random(round % 9 === 0 ? 30 : 3) }, () => ids[random(30)] ?? ''))) {
				const text = random(4) === 0 ? undefined : `${id} in round ${round}`;
				records.push({ id, state: 'partial', bytes: text === undefined ? undefined : encoder.encode(text) });
				if (text === undefined) {
					model.delete(id);
				} else {
					model.set(id, text);
				}
			}
			assert.ok(await layers.add(records, files, 'index'));
			assert.deepEqual(tell(layers, ids), expect(model, ids), `round ${round}`);
			counts.add(layers.names.length);
			const opened = DocumentLayers.open(
				layers.names.map((name) => files.written.get(name) as KeptFile),
				crc32,
			);
			assert.ok(opened);
			assert.deepEqual(tell(opened, ids), expect(model, ids), `opened in round ${round}`);
		}
		assert.ok(counts.size > 2, 'one layer and several');
	});

	it('stay as they were where nothing can be written', async () => {
		const files = new MemoryFiles();
		const layers = new DocumentLayers();
		const record = (text: string | undefined): NewRecord => ({
			id: 'a',
			state: 'partial',
			bytes: text === undefined ? undefined : encoder.encode(text),
		});
		await layers.add([record('first')], files, 'index');
		files.isFull = true;
		assert.equal(await layers.add([record('second')], files, 'index'), false);
		assert.equal(await layers.add([record(undefined)], files, 'index'), false);
		assert.deepEqual(tell(layers, ['a']), expect(new Map([['a', 'first']]), ['a']));
	});
});
