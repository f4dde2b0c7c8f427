// How TypeScript becomes JavaScript here: one set of esbuild options for the extension, the workers, the command line and the tests.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { pdfEnginePlugin } from './pdfEngine.mjs';
import { wordListPlugin } from './wordList.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Options that every Node bundle shares. `mainFields` puts the ES modules first, else UMD copies come in whole. */
export const nodeOptions = {
	absWorkingDir: root,
	bundle: true,
	platform: 'node',
	target: 'node20',
	mainFields: ['module', 'main'],
	logLevel: 'warning',
	plugins: [wordListPlugin, pdfEnginePlugin],
};

/** What ships: each bundle and the file it is made from. */
export const entries = [
	{ source: 'src/extension.ts', output: 'dist/extension.js' },
	{ source: 'src/worker/libraryWorker.ts', output: 'dist/libraryWorker.js' },
	{ source: 'src/worker/readerWorker.ts', output: 'dist/readerWorker.js' },
	{ source: 'src/cli/main.ts', output: 'dist/cli.js', banner: '#!/usr/bin/env node' },
];

/** The options of one shipped bundle. The source map names our files but does not hold their text. */
export function shippedOptions(entry, { minify }) {
	return {
		...nodeOptions,
		entryPoints: [entry.source],
		outfile: entry.output,
		format: 'cjs',
		external: ['vscode'],
		minify,
		sourcemap: minify ? false : 'linked',
		sourcesContent: false,
		legalComments: 'none',
		metafile: true,
		...(entry.banner ? { banner: { js: entry.banner } } : {}),
	};
}

/** Builds the editor suite as CommonJS, one file each, as the extension host loads it; `outdir` holds them under their own paths. */
export async function bundleEditorSuite(files, outdir) {
	await esbuild.build({
		...nodeOptions,
		entryPoints: files,
		outbase: path.join(root, 'test'),
		outdir,
		format: 'cjs',
		sourcemap: 'inline',
		external: ['vscode', 'mocha'],
	});
}

/** Leaves our own scripts outside the bundles of tests: they find their way by where they stand. */
const scriptsStayPlugin = {
	name: 'scripts-stay',
	setup(build) {
		build.onResolve({ filter: /\/scripts\/.*\.mjs$/ }, (args) => ({
			path: pathToFileURL(path.resolve(args.resolveDir, args.path)).href,
			external: true,
		}));
	},
};

/** Builds test files as ES modules that share their chunks; `outdir` holds them under their own paths. */
export async function bundleTests(files, outdir) {
	await esbuild.build({
		...nodeOptions,
		plugins: [...nodeOptions.plugins, scriptsStayPlugin],
		entryPoints: files,
		outbase: path.join(root, 'test'),
		outdir,
		format: 'esm',
		splitting: true,
		outExtension: { '.js': '.mjs' },
		sourcemap: 'inline',
		// The seeds come in as bytes, so that unit tests need no disk.
		loader: { '.txt': 'binary' },
		external: ['vscode', 'playwright-core'],
		banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
	});
}
