// A process that writes into a text store until it is killed: `node storeWriter.mjs FOLDER SEED`. What it keeps can be checked by itself (madeTexts). Says when it begins, and each time
// that all is on the disk.
import { keepFile, madeFile, openTextFiles } from './madeTexts.ts';
import { makeRandom } from './random.ts';

const [folder = '', seed = '1'] = process.argv.slice(2);
const random = makeRandom(Number(seed));
const { store } = await openTextFiles(folder);
console.log(store.isWriter ? 'writes' : 'reads');
for (;;) {
	for (let count = random(20); count >= 0; count -= 1) {
		await keepFile(store, madeFile(random(30), random(4)));
	}
	switch (random(4)) {
		case 0:
			store.forget(madeFile(random(30)).id);
			break;
		case 1:
			store.didList('file:///made', new Set(Array.from({ length: 20 }, () => madeFile(random(30)).id)), new Set());
			break;
		default:
	}
	await store.settle();
	console.log('settled');
}
