// Builds the workers and the command line into another folder than dist/, for tests of what ships.
import path from 'node:path';
import * as esbuild from 'esbuild';
import { entries, shippedOptions } from './bundle.mjs';

/** All bundles but the extension's, as they ship, side by side in the folder. */
export async function buildInto(folder) {
	const wanted = entries.filter(({ output }) => output !== 'dist/extension.js');
	await Promise.all(
		wanted.map((entry) =>
			esbuild.build({ ...shippedOptions(entry, { minify: true }), outfile: path.join(folder, path.basename(entry.output)) }),
		),
	);
}
