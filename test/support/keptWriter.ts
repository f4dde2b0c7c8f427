// A process that keeps a library that changes all the time, until it is killed: `node keptWriter.mjs FOLDER SEED`.
import { madeId, startKeptRun, write } from './keptRun.ts';
import { MemorySource } from './memorySource.ts';
import { makeRandom } from './random.ts';

const [folder = '', seed = '1'] = process.argv.slice(2);
const random = makeRandom(Number(seed));
const source = new MemorySource();
for (let index = 0; index < 20; index += 1) {
	write(source, index, random(3));
}
const run = await startKeptRun(folder, source);
console.log(run.store.indexes[0]?.files.canWrite === true ? 'writes' : 'answers');
for (;;) {
	for (let count = 1 + random(6); count > 0; count -= 1) {
		const index = random(24);
		if (random(4) === 0) {
			source.delete(madeId(index));
		} else {
			write(source, index, random(3));
		}
	}
	await run.library.refresh();
	await run.library.whenReady();
	await run.library.whenKept();
}
