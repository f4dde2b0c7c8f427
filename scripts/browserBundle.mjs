// The promise that the same core runs in a browser's web worker later, checked now: it must bundle without Node and without VS Code.
import { builtinModules } from 'node:module';
import * as esbuild from 'esbuild';
import { nodeOptions } from './bundle.mjs';

const browserEntry = 'src/worker/browser.ts';

const forbidden = new Set([...builtinModules, 'vscode']);

/** Names every import of Node's modules or of `vscode`, with the file it stands in. */
const forbiddenPlugin = {
	name: 'browser-border',
	setup(build) {
		build.onResolve({ filter: /^(node:|[a-z_]+(\/[a-z_]+)?$)/ }, (args) => {
			if (args.path.startsWith('node:') || forbidden.has(args.path)) {
				return { errors: [{ text: `"${args.path}" is not there in a browser; imported by ${args.importer}` }] };
			}
			return undefined;
		});
	},
};

/**
 * Bundles the core for `platform=browser` as VS Code's web extension host takes it (one CommonJS file, no `require`), and gives its size in
 * bytes. Throws if a module of Node or `vscode` is reached, or if a `require`, an `importScripts` or an `eval` is left in it.
 */
export async function checkBrowserBundle({ minify = true } = {}) {
	return Buffer.byteLength(await buildBrowserBundle({ minify }));
}

/** The checked bundle itself, as text. */
export async function buildBrowserBundle({ minify = true } = {}) {
	const result = await esbuild.build({
		...nodeOptions,
		entryPoints: [browserEntry],
		platform: 'browser',
		format: 'cjs',
		target: 'es2022',
		conditions: ['worker', 'browser'],
		mainFields: ['browser', 'module', 'main'],
		plugins: [forbiddenPlugin, ...nodeOptions.plugins],
		minify,
		write: false,
	});
	const [file] = result.outputFiles;
	if (!file) {
		throw new Error('The browser bundle came out empty');
	}
	const left = /(?<![\w$.])(require|importScripts|eval)\s*\(|new Function\(/.exec(file.text);
	if (left) {
		throw new Error(`The browser bundle still holds ${left[0]}…: ${file.text.slice(Math.max(0, left.index - 100), left.index + 100)}`);
	}
	return file.text;
}
