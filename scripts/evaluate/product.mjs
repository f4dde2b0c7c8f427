// Dossier as people get it: built as it ships, asked through its command line.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { buildInto } from '../buildInto.mjs';
import { nodeOptions, root } from '../bundle.mjs';

/** Paths a run of the command line is given at most, so that no system's limit on arguments is met. */
const filesPerRun = 400;

/** Builds Dossier into a folder of its own, which `dispose` takes away. `workFolder` is for files that a row makes. */
export async function startProduct() {
	const folder = path.join(root, 'out', `evaluate-${process.pid}`);
	const workFolder = path.join(folder, 'work');
	fs.mkdirSync(workFolder, { recursive: true });
	await buildInto(folder);
	const run = (args) => runCommandLine(path.join(folder, 'cli.js'), args);
	return {
		workFolder,
		run,
		/** What `dossier read --json` says of each file, by its path, with `tookMs`: the time since the answer before it. */
		read: (files) => askOfFiles(run, 'read', files),
		/** What `dossier extract --json` says of each file, in the same way. */
		extract: (files) => askOfFiles(run, 'extract', files),
		/** The readers in this process, for rows that count processor time: `readDocument(bytes, name, caps)` and `defaultCaps`. */
		loadReaders: () =>
			loadCore(folder, 'readers', [
				"export { readDocument } from './src/library/readDocument.ts'",
				"export { defaultCaps } from './src/library/caps.ts'",
			]),
		/** What recognises terms, in this process: `Lexicon`, `parseGlossary`, `TermTable`, `findTerms`, `findProse`, `extractFindings`. */
		loadTerms: () =>
			loadCore(folder, 'terms', [
				"export { Lexicon } from './src/terms/lexicon.ts'",
				"export { parseGlossary } from './src/terms/glossary.ts'",
				"export { TermTable } from './src/terms/termTable.ts'",
				"export { findTerms } from './src/terms/matcher.ts'",
				"export { findProse } from './src/terms/noteProse.ts'",
				"export { extractFindings } from './src/terms/extraction/extract.ts'",
			]),
		dispose: () => fs.rmSync(folder, { recursive: true, force: true }),
	};
}

/** A command's answers about single files, by path. */
async function askOfFiles(run, command, files) {
	const entries = new Map();
	for (let start = 0; start < files.length; start += filesPerRun) {
		const { answers } = await run([command, ...files.slice(start, start + filesPerRun), '--json']);
		for (const { line, tookMs } of answers) {
			const entry = JSON.parse(line);
			entries.set(entry.path, { ...entry, tookMs });
		}
	}
	return entries;
}

/** A part of the core, built as it ships, for rows that need it in this process. */
async function loadCore(folder, name, exported) {
	const outfile = path.join(folder, `${name}.mjs`);
	await esbuild.build({
		...nodeOptions,
		stdin: { contents: exported.join('\n'), resolveDir: root },
		outfile,
		format: 'esm',
		minify: true,
		banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
	});
	return import(pathToFileURL(outfile).href);
}

/** Runs the command line; gives each line of its answer with the time it took, and the most memory the process held. */
async function runCommandLine(program, args) {
	const peakFile = `${program}.peak-${Date.now()}`;
	const preload = path.join(root, 'scripts/evaluate/peakMemory.cjs');
	const child = spawn(process.execPath, ['--require', preload, program, ...args], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, DOSSIER_PEAK_FILE: peakFile },
	});
	const exit = new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
	const answers = [];
	let before = performance.now();
	for await (const line of readline.createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
		const now = performance.now();
		answers.push({ line, tookMs: now - before });
		before = now;
	}
	const code = await exit;
	if (code !== 0) {
		throw new Error(`dossier ${args[0]} ended with ${code}`);
	}
	const peakBytes = Number(fs.readFileSync(peakFile, 'utf8'));
	fs.rmSync(peakFile);
	return { answers, peakBytes };
}
