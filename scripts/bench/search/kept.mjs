// Dossier's index as it is kept on disk, in the search bench: kept once by a library that reads the corpus (`does: 'keep'`), then opened by a new process
// and asked as the palette asks (`does: 'open'`).
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { measureRss, measureTime, readOptions, report, timeQueries } from './child.mjs';
import { startLibrary, toQuery } from './palette.mjs';
import { readPassages } from './passages.mjs';

const options = readOptions();
const emptyRss = await measureRss();
const engine = await import(options.engine);
const { PlacedTexts, SearchIndex, firstHits, silentLog } = engine;
const makeStore = () =>
	new PlacedTexts({
		readerPath: options.enginePath,
		indexerPath: options.enginePath,
		log: silentLog,
		onFault: (reason) => console.log(`It cannot be kept: ${reason}`),
	});
const place = { directory: pathToFileURL(options.indexFolder).href, owner: `${process.pid}` };

if (options.does === 'keep') {
	const texts = new Map();
	let textBytes = 0;
	for await (const { id, text } of readPassages(options, engine)) {
		texts.set(id, text);
		textBytes += Buffer.byteLength(text);
	}
	const store = makeStore();
	const library = await startLibrary({ engine, texts, index: new SearchIndex(), store, place });
	await library.whenKept();
	library.dispose();
	await store.close();
	const sizes = fs.readdirSync(options.indexFolder).map((name) => [name, fs.statSync(path.join(options.indexFolder, name)).size]);
	const sum = (isWanted) => sizes.filter(([name]) => isWanted(name)).reduce((total, [, size]) => total + size, 0);
	report({ textBytes, indexBytes: sum((name) => name.startsWith('index')), otherBytes: sum((name) => !name.startsWith('index')) });
} else {
	const store = makeStore();
	let library;
	const { ms: coldMs } = await measureTime(async () => {
		library = await startLibrary({ engine, texts: new Map(), index: new SearchIndex(), store, place: { ...place, isReadOnly: true } });
		await library.search(options.query, { limit: firstHits, by: 'passage', isTyping: false });
	});
	const rss = (await measureRss()) - emptyRss;
	const ask = (name, words) => library.search(toQuery(name, words), { limit: firstHits, by: 'passage', isTyping: name === 'prefix' });
	const times = await timeQueries(options.queries, ask);
	report({ coldMs, rss, times, rssAfter: (await measureRss()) - emptyRss });
}
process.exit(0);
