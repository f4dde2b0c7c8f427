// Dossier in the search bench: builds its index from text already read, then answers through the call that the palette uses, totals and marks
// included.
import fs from 'node:fs';
import { measureRss, measureTime, readOptions, report, timeQueries } from './child.mjs';
import { startLibrary, toQuery } from './palette.mjs';
import { readPassages } from './passages.mjs';

const options = readOptions();
const engine = await import(options.engine);
const { SearchIndex, firstHits } = engine;

const index = new SearchIndex();
const texts = new Map();
let ms = 0;
let cpuMs = 0;
let longestStepMs = 0;
let passageCount = 0;
for await (const { id, text, passages } of readPassages(options, engine)) {
	texts.set(id, text);
	passageCount += passages.length;
	const steps = [index.replaceDocumentInSteps({ id: `bench:/${id}`, title: '', language: 'en', text, passages }), index.tidyInSteps()];
	const taken = await measureTime(() => {
		for (const some of steps) {
			for (let isDone = false; !isDone; ) {
				const stepMs = performance.now();
				isDone = some.next().done;
				longestStepMs = Math.max(longestStepMs, performance.now() - stepMs);
			}
		}
	});
	ms += taken.ms;
	cpuMs += taken.cpuMs;
}
// What a library does once all is read and it has been quiet for a while.
const joined = await measureTime(() => {
	engine.takeAllSteps(index.packAllInSteps());
	engine.takeAllSteps(index.joinInSteps());
});
const library = await startLibrary({ engine, texts, index, usesIndex: false });
const ask = (name, words) => library.search(toQuery(name, words), { limit: firstHits, by: 'passage', isTyping: name === 'prefix' });
const times = await timeQueries(options.queries, ask);
const answers = {};
for (const [name, queries] of Object.entries(options.queries)) {
	answers[name] = [];
	for (const words of queries) {
		const { hits, total } = await library.search(toQuery(name, words, true), { limit: firstHits, by: 'passage', isTyping: false });
		answers[name].push({
			total,
			top: hits
				.filter(({ missing }) => missing.length === 0)
				.slice(0, 10)
				.map(({ documentId, start }) => `${documentId.slice('bench:/'.length)} ${start}`),
		});
	}
}
fs.writeFileSync(options.answersFile, JSON.stringify(answers));
report({ passageCount, documentCount: texts.size, joinMs: joined.ms, ms, cpuMs, longestStepMs, times, rss: await measureRss() });
process.exit(0);
