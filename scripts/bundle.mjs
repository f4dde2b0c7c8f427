// How TypeScript becomes JavaScript here: one set of esbuild options for the extension, the workers, the command line and the tests.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
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
	plugins: [wordListPlugin],
};

/** Builds test files as ES modules that share their chunks; `outdir` holds them under their own paths. */
export async function bundleTests(files, outdir) {
	await esbuild.build({
		...nodeOptions,
		entryPoints: files,
		outbase: path.join(root, 'test'),
		outdir,
		format: 'esm',
		splitting: true,
		outExtension: { '.js': '.mjs' },
		sourcemap: 'inline',
		external: ['vscode', 'playwright-core'],
		banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
	});
}
