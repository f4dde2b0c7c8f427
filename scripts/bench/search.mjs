// `npm run bench -- search [--sizes 10,100,300] [--data FILE] [--picture FILE.svg]`: Dossier's search beside MiniSearch, SQLite's FTS5 and ripgrep on
// the same real text in one run, each in a process of its own. Ratios against the goals; absolute times are this machine's and this hour's.
// `--processor-time` compares building by the time of the processor instead of that of the clock, for a machine that others use too.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { renderTable } from '../evaluate/table.mjs';
import { root } from '../setup/dependencies.mjs';
import { ensureServer } from '../setup/server.mjs';
import { percentile, runChild, startChild } from './search/child.mjs';
import { ensureCorpus, ensureFiles, readCorpus } from './search/corpus.mjs';
import { bundleEngine } from './search/engine.mjs';
import { drawGrowth } from './search/growth.mjs';
import { drawQueries, queryClasses, queryCount } from './search/queries.mjs';
import { findRipgrep } from './search/ripgrep.mjs';

const queryTextBytes = 10_000_000;
const ranked = ['one word', 'AND', 'OR', 'prefix'];

/** Measures and prints; `args` as on the command line behind `search`. */
export async function benchSearch(args) {
	const { values } = parseArgs({
		args,
		options: {
			sizes: { type: 'string', default: '10,100' },
			data: { type: 'string' },
			cache: { type: 'string', default: path.join(root, '.bench') },
			picture: { type: 'string' },
			'processor-time': { type: 'boolean', default: false },
			peers: { type: 'string', default: 'minisearch,fts5,ripgrep,ranking' },
		},
	});
	const wanted = values.sizes.split(',').map((size) => Number(size) * 1e6);
	const corpus = await ensureCorpus(
		path.resolve(values.cache),
		path.resolve(values.data ?? path.join(root, '../shared/data/reports/human-rights-2023.tar.xz')),
		Math.max(...wanted),
	);
	console.log(
		`The corpus has ${(corpus.bytes / 1e6).toFixed(0)} MB of text${corpus.missing.length > 0 ? `; not to be had: ${corpus.missing.join(', ')}` : ''}`,
	);
	const sizes = [...new Set(wanted.map((bytes) => Math.min(bytes, corpus.bytes)))].filter((size) => size > 0);
	// Below the project, so that what is left outside of bundles is found.
	const work = path.join(root, 'out', `bench-${process.pid}`);
	fs.mkdirSync(work, { recursive: true });
	try {
		const engine = pathToFileURL(await bundleEngine(work)).href;
		const { isStopWord, splitPassages } = await import(engine);
		const passages = [];
		for await (const { text } of readCorpus(corpus.file, queryTextBytes)) {
			passages.push(...splitPassages({ text, headings: [] }).map(({ start, end }) => text.slice(start, end)));
		}
		const queries = drawQueries(passages, (word) => !isStopWord(word, 'en'));
		const { node } = await ensureServer().catch((error) => {
			console.log(`No newer Node: ${error.message}`);
			return { node: process.execPath };
		});
		const peers = new Set(values.peers.split(','));
		const results = [];
		for (const bytes of sizes) {
			const common = { corpus: corpus.file, bytes, engine, enginePath: fileURLToPath(engine), queries, query: queries['one word'][0][0] };
			results.push(await measureSize({ common, node, work, cache: values.cache, peers }));
		}
		const machine = `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, ${new Date().toISOString().slice(0, 10)}`;
		const clock = values['processor-time'] ? 'cpuMs' : 'ms';
		const summary = { machine, clock, results };
		fs.writeFileSync(path.join(values.cache, 'results.json'), JSON.stringify(summary));
		console.log(`\n${machine}; ${queryCount} queries a class\n`);
		console.log(renderTable(results.flatMap((result) => toFigures(result, clock))));
		for (const { bytes, failed } of results) {
			for (const name of failed) {
				console.log(`At ${(bytes / 1e6).toFixed(0)} MB ${name} ended without an answer: no ratio to it above.`);
			}
		}
		if (values.picture) {
			fs.writeFileSync(values.picture, drawGrowth(summary));
		}
	} finally {
		fs.rmSync(work, { recursive: true, force: true });
	}
}

async function measureSize({ common, node, work, cache, peers }) {
	const script = (name) => path.join(root, 'scripts/bench/search', `${name}.mjs`);
	const result = { bytes: common.bytes, failed: [] };
	const tell = (what, startMs) => console.log(`${common.bytes / 1e6} MB: ${what} took ${((Date.now() - startMs) / 1000).toFixed(0)} s`);
	const take = async (name, reported) => {
		try {
			result[name] = await reported;
		} catch (error) {
			console.log(`${name} could not be measured: ${error.message}`);
			result.failed.push(name);
		}
	};
	const measure = async (name, child) => {
		const startMs = Date.now();
		await take(name, runChild(child));
		tell(name, startMs);
	};
	// Who is asked queries is ready before the first is: then they are asked in turn.
	const asked = new Map();
	const prepare = async (name, child) => {
		const startMs = Date.now();
		asked.set(name, startChild(child));
		await asked.get(name).isWaiting;
		tell(`${name}, ready to be asked,`, startMs);
	};
	const askInTurn = async () => {
		const startMs = Date.now();
		for (let waiting = [...asked.values()]; waiting.length > 0; ) {
			const still = [];
			for (const child of waiting) {
				if (await child.takeTurn()) {
					still.push(child);
				}
			}
			waiting = still;
		}
		for (const [name, { report }] of asked) {
			await take(name, report);
		}
		tell('asking', startMs);
	};
	const answersFile = path.join(work, 'answers.json');
	await prepare('dossier', { node, script: script('dossier'), options: { ...common, answersFile } });
	const indexFolder = path.join(work, 'kept');
	fs.mkdirSync(indexFolder);
	await measure('kept', { node, script: script('kept'), options: { ...common, indexFolder, does: 'keep' } });
	await prepare('keptOpened', { node, script: script('kept'), options: { ...common, indexFolder, does: 'open' } });
	const flags = ['--max-old-space-size=12000'];
	const miniSearch = { node, flags, script: script('miniSearch'), options: { ...common, indexFile: path.join(work, 'minisearch.json') } };
	if (peers.has('minisearch')) {
		await prepare('miniSearch', miniSearch);
	}
	const fts5 = { node, script: script('fts5'), options: { ...common, indexFile: path.join(work, 'fts5.db') } };
	const withWork = (child, does) => ({ ...child, options: { ...child.options, does } });
	if (peers.has('fts5')) {
		await prepare('fts5', fts5);
		await prepare('fts5Marking', withWork(fts5, 'mark'));
	}
	const program = findRipgrep();
	if (peers.has('ripgrep') && program !== undefined) {
		const folder = await ensureFiles(cache, common.corpus, common.bytes);
		await prepare('ripgrep', { node, script: script('ripgrep'), options: { ...common, program, folder } });
	}
	await askInTurn();
	fs.rmSync(indexFolder, { recursive: true });
	if (peers.has('minisearch')) {
		await measure('miniSearchOpened', withWork(miniSearch, 'open'));
		fs.rmSync(miniSearch.options.indexFile, { force: true });
	}
	fs.rmSync(fts5.options.indexFile, { force: true });
	if (peers.has('ranking')) {
		await measure('ranking', { node, flags, script: script('sameRanking'), options: { ...common, answersFile } });
	}
	return result;
}

/** The goals of the search as rows of the table: ours as a share of the peer's. */
function toFigures({ bytes, dossier, kept, keptOpened, miniSearch, miniSearchOpened, fts5, fts5Marking, ripgrep, ranking }, clock) {
	const row = `${(bytes / 1e6).toFixed(0)} MB`;
	const figures = [];
	const add = (what, ours, goal, peer, remark = '') => {
		if (Number.isFinite(ours)) {
			figures.push({ row, what, ours, goal, digits: 4, remark: `${peer}${remark}` });
		}
	};
	const p = (times, percent) => percentile(times ?? [], percent);
	const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
	const compare = (what, percent, name, peer, peerName, atMost) => {
		const [own, theirs] = [p(dossier?.times[name], percent), p(peer?.times[name], percent)];
		add(`${what} p${percent}, against ${peerName}`, own / theirs, { atMost }, `${ms(own)} of ${ms(theirs)}`);
	};
	for (const name of ranked) {
		compare(name, 95, name, miniSearch, 'MiniSearch', 1 / 15);
	}
	for (const name of queryClasses) {
		// Out of the files of a new process: tokens and texts come from the disk's cache.
		const [own, inMemory] = [p(keptOpened?.times[name], 95), p(dossier?.times[name], 95)];
		add(`${name} p95 out of the kept index, times in memory`, own / inMemory, undefined, `${ms(own)} and ${ms(inMemory)}`);
	}
	for (const name of queryClasses) {
		compare(name, 95, name, fts5, 'FTS5', name === 'phrase' ? 1 : 1 / 2);
	}
	for (const name of queryClasses) {
		const [own, theirs] = [p(dossier?.times[name], 95), p(fts5Marking?.times[name], 95)];
		add(`${name} p95, against FTS5 that marks as many and counts all`, own / theirs, undefined, `${ms(own)} of ${ms(theirs)}`);
	}
	compare('one word', 50, 'one word', ripgrep, 'ripgrep', 1 / 200);
	const seconds = (value) => `${(value / 1000).toFixed(1)} s`;
	const build = (own, theirs) => `${seconds(own)} of ${seconds(theirs)}`;
	add(
		'building speed, times MiniSearch’s',
		miniSearch?.[clock] / dossier?.[clock],
		{ atLeast: 1.5 },
		build(dossier?.[clock], miniSearch?.[clock]),
		`; longest step ${ms(dossier?.longestStepMs ?? Number.NaN)}`,
	);
	add(
		'making one part of all once it is quiet, of building',
		dossier?.joinMs / dossier?.ms,
		undefined,
		build(dossier?.joinMs, dossier?.ms),
	);
	for (const name of ranked) {
		add(`${name}: same ten as MiniSearch`, ranking?.same[name], name === 'prefix' ? undefined : { atLeast: 0.995 }, '');
	}
	const mega = (value) => `${(value / 1e6).toFixed(0)} MB`;
	const share = (what, own, theirs, atMost, show) => {
		if (own !== undefined && theirs !== undefined) {
			add(what, own / theirs, { atMost }, `${show(own)} of ${show(theirs)}`);
		}
	};
	share('cold process to first answer, of MiniSearch’s', keptOpened?.coldMs, miniSearchOpened?.coldMs, 1 / 100, ms);
	share('memory over an empty process, of MiniSearch’s', keptOpened?.rss, miniSearchOpened?.rss, 1 / 20, mega);
	share('index on disk, of the text', kept?.indexBytes, kept?.textBytes, 0.45, mega);
	share('text store and records on disk, of the text', kept?.otherBytes, kept?.textBytes, 1.1, mega);
	return figures;
}
