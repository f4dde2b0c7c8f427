// Dossier in the search bench: builds its index from text already read, then answers through the call that the palette uses, totals and marks
// included.
import fs from 'node:fs';
import { measureRss, measureTime, readOptions, report, timeQueries } from './child.mjs';
import { readPassages } from './passages.mjs';

const options = readOptions();
const engine = await import(options.engine);
const { SearchIndex, createLibrary, defaultCaps, emptyContent, silentLog } = engine;

/** As many as the palette asks for. */
const limit = 100;

const index = new SearchIndex();
const texts = new Map();
let ms = 0;
let cpuMs = 0;
let longestStepMs = 0;
let passageCount = 0;
for await (const { id, text, passages } of readPassages(options, engine)) {
	texts.set(id, text);
	passageCount += passages.length;
	const steps = [index.replaceDocumentInSteps({ id, title: '', language: 'en', text, passages }), index.tidyInSteps()];
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
const library = await openLibrary();
const ask = (name, words) => library.search(toQuery(name, words), { limit, by: 'passage', isTyping: name === 'prefix' });
const times = await timeQueries(options.queries, ask);
const answers = {};
for (const [name, queries] of Object.entries(options.queries)) {
	answers[name] = [];
	for (const words of queries) {
		const { hits, total } = await library.search(toQuery(name, words, true), { limit, by: 'passage', isTyping: false });
		answers[name].push({
			total,
			top: hits
				.filter(({ missing }) => missing.length === 0)
				.slice(0, 10)
				.map(({ documentId, start }) => `${documentId} ${start}`),
		});
	}
}
fs.writeFileSync(options.answersFile, JSON.stringify(answers));
report({ passageCount, documentCount: texts.size, ms, cpuMs, longestStepMs, times, rss: await measureRss() });
process.exit(0);

function toQuery(name, words, isFinished = false) {
	switch (name) {
		case 'OR':
			return words.join(' OR ');
		case 'phrase':
			return `"${words.join(' ')}"`;
		case 'prefix':
			return isFinished ? `${words[0]}*` : words[0];
		default:
			return words.join(' ');
	}
}

/** A library that holds the texts, over the index that holds them already. */
async function openLibrary() {
	const passOn = new Proxy(index, {
		get: (target, name) => {
			if (name === 'replaceDocumentInSteps' || name === 'tidyInSteps') {
				return function* () {};
			}
			const value = target[name];
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
	const files = [...texts].map(([id, text]) => ({ id, folder: 'bench:/', relativePath: id, sizeBytes: text.length, modifiedMs: 0 }));
	const opened = createLibrary({
		source: {
			findFiles: async (_, onBatch) => onBatch(files),
			findFile: async (_, id) => files.find((file) => file.id === id),
			readDocument: async ({ id }) => ({ hash: id, content: { ...emptyContent('txt', []), language: 'en', text: texts.get(id) ?? '' } }),
			readSideFile: async () => undefined,
		},
		engine: passOn,
		events: { onDidChangeDocuments() {}, onDidChangeStatus() {}, onDidBuildTermTable() {} },
		log: silentLog,
		uses: { search: false, terms: false, earlyTables: false },
	});
	await opened.open({
		folders: [{ uri: 'bench:/', name: 'bench', excludes: [], isSample: false }],
		caps: defaultCaps,
		glossaryFiles: [],
	});
	await opened.whenReady();
	return opened;
}
