// Builds what ships into another folder than dist/, for tests of it.
import path from 'node:path';
import * as esbuild from 'esbuild';
import { entries, shippedOptions } from './bundle.mjs';

/** All bundles as they ship, side by side in the folder. */
export async function buildInto(folder) {
	await Promise.all(
		entries.map((entry) =>
			esbuild.build({ ...shippedOptions(entry, { minify: true }), outfile: path.join(folder, path.basename(entry.output)) }),
		),
	);
}
