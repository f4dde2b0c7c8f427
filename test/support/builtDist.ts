import fs from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { entries, root, shippedOptions } from '../../scripts/bundle.mjs';

let built: Promise<string> | undefined;

/** The folder of the workers and the command line, built from the sources as they are now, as they ship; once a run, gone at its end. */
export function builtDist(): Promise<string> {
	built ??= build();
	return built;
}

async function build(): Promise<string> {
	const folder = path.join(root, 'out', `dist-${process.pid}`);
	process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
	const wanted = entries.filter((entry: { output: string }) => entry.output !== 'dist/extension.js');
	await Promise.all(
		wanted.map((entry: { source: string; output: string }) => {
			const options = shippedOptions(entry, { minify: true }) as esbuild.BuildOptions;
			return esbuild.build({ ...options, outfile: path.join(folder, path.basename(entry.output)) });
		}),
	);
	return folder;
}
