import fs from 'node:fs';
import path from 'node:path';
import { buildInto } from '../../scripts/buildInto.mjs';
import { root } from '../../scripts/bundle.mjs';

let built: Promise<string> | undefined;

/** The folder of the extension, the workers and the command line, built from the sources as they are now, as they ship; once a run, gone at its end. */
export function builtDist(): Promise<string> {
	built ??= build();
	return built;
}

async function build(): Promise<string> {
	const folder = path.join(root, 'out', `dist-${process.pid}`);
	process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
	await buildInto(folder);
	return folder;
}
