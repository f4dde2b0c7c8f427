// MiniSearch as it comes: a passage is a document, one field, its own tokenizer; kept and opened again as its documentation says.
import fs from 'node:fs';
import MiniSearch from 'minisearch';
import { measureRss, measureTime, readOptions, report, timeQueries } from './child.mjs';
import { readPassages } from './passages.mjs';

const options = readOptions();
const settings = { fields: ['text'] };

if (options.does === 'open') {
	const emptyRss = await measureRss();
	const { ms, value: index } = await measureTime(() => {
		const loaded = MiniSearch.loadJSON(fs.readFileSync(options.indexFile, 'utf8'), settings);
		loaded.search(options.query).slice(0, 10);
		return loaded;
	});
	const rss = await measureRss();
	report({ coldMs: ms, rss: rss - emptyRss, count: index.documentCount });
} else {
	const engine = await import(options.engine);
	const index = new MiniSearch(settings);
	let ms = 0;
	let cpuMs = 0;
	let id = 0;
	for await (const { text, passages } of readPassages(options, engine)) {
		const entries = passages.map(({ start, end }) => ({ id: id++, text: text.slice(start, end) }));
		const taken = await measureTime(() => index.addAll(entries));
		ms += taken.ms;
		cpuMs += taken.cpuMs;
	}
	const times = await timeQueries({ ...options.queries, phrase: [] }, (name, words) =>
		index.search(words.join(' '), { combineWith: name === 'AND' ? 'AND' : 'OR', prefix: name === 'prefix' }).slice(0, 10),
	);
	let indexBytes = Number.NaN;
	try {
		fs.writeFileSync(options.indexFile, JSON.stringify(index));
		indexBytes = fs.statSync(options.indexFile).size;
	} catch (error) {
		// V8 holds no string of more than half a gigabyte.
		console.log(`MiniSearch could not be kept: ${error}`);
	}
	report({ ms, cpuMs, times, indexBytes });
}
