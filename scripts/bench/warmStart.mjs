// `node scripts/bench/warmStart.mjs [--files 2000]`: how long a start takes that reads everything, and one that finds all of it kept; only reading,
// and with index and terms. One run, the same files, each start with a reader of its own; and how much the store takes on disk.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildInto } from '../buildInto.mjs';
import { bundleTests, root } from '../bundle.mjs';
import { readReports, writePile } from './pile.mjs';

const { values } = parseArgs({ options: { files: { type: 'string', default: '2000' }, data: { type: 'string' } } });
const archive = path.resolve(values.data ?? path.join(root, '../shared/data/reports/human-rights-2023.tar.xz'));
if (!fs.existsSync(archive)) {
	console.log(`There is no ${archive}: 0 measurements made, 1 left out.`);
	process.exit(0);
}
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-warm-'));
// Below the project, so that what is left outside the bundle is found.
const outdir = path.join(root, 'out', `warm-${process.pid}`);
try {
	const pile = path.join(work, 'pile');
	writePile(await readReports(archive, path.join(work)), pile, Number(values.files));
	await buildInto(path.join(outdir, 'dist'));
	await bundleTests([path.join(root, 'test/support/storedLibrary.ts')], outdir);
	const library = await import(pathToFileURL(path.join(outdir, 'support/storedLibrary.mjs')).href);
	const sourceBytes = library.lookAtFolder(pile).bytes;
	const indexerPath = path.join(outdir, 'dist', 'libraryWorker.js');
	for (const [name, uses, more] of [
		['reading alone', { search: false, terms: false }, {}],
		['reading, index and terms', { search: true, terms: true }, {}],
		['reading, index and terms, all of it kept', { search: true, terms: true }, { indexerPath }],
	]) {
		const kept = path.join(work, name);
		const times = [];
		for (const start of ['cold', 'young', 'warm']) {
			// Times prove something of a file that was at rest for some seconds; in the young start all bytes are looked at.
			await new Promise((resolve) => setTimeout(resolve, start === 'warm' ? 3_500 : 0));
			times.push(await measure(library, { folders: [pile], places: [library.placeAt(kept)], uses, ...more }));
		}
		const [cold, young, warm] = times;
		console.log(
			`${name}: cold ${seconds(cold)} (${cold.parsed} parsed), bytes looked at ${seconds(young)} (${young.parsed} parsed), warm ${seconds(warm)} ` +
				`(${warm.parsed} parsed, ${warm.looked} looked at); warm/cold ${(warm.ms / cold.ms).toFixed(3)} by the clock, ` +
				`${(warm.cpuMs / cold.cpuMs).toFixed(3)} by processor time`,
		);
		const { bytes } = library.lookAtFolder(kept);
		console.log(
			`  on disk ${mega(bytes)} for ${mega(warm.textBytes)} of text out of ${mega(sourceBytes)} of files: ` +
				`${((100 * bytes) / warm.textBytes).toFixed(0)} % of the text`,
		);
	}
} finally {
	fs.rmSync(work, { recursive: true, force: true });
	fs.rmSync(outdir, { recursive: true, force: true });
}

/** One start to its end, in this process; the reader in its thread. */
async function measure({ startStoredRun, makeReader }, options) {
	const readerPath = path.join(outdir, 'dist', 'readerWorker.js');
	const reader = makeReader(readerPath);
	const before = process.cpuUsage();
	const startMs = performance.now();
	const run = await startStoredRun({ reader, readerPath, ...options });
	const ms = performance.now() - startMs;
	const { user, system } = process.cpuUsage(before);
	let textBytes = 0;
	for (const { id } of run.shown.values()) {
		textBytes += Buffer.byteLength((await run.library.getContent(id))?.text ?? '');
	}
	await run.close();
	await reader.dispose();
	return { ms, cpuMs: (user + system) / 1000, parsed: run.parsed.length, looked: run.looked.length, textBytes };
}

function seconds({ ms }) {
	return `${(ms / 1000).toFixed(1)} s`;
}

function mega(bytes) {
	return `${(bytes / 1e6).toFixed(1)} MB`;
}
