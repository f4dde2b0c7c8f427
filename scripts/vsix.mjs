// Packs what was built with vsce. Used by `npm run package`, which is strict about it, and by `npm start`, which installs it.
import path from 'node:path';
import { root } from './setup/dependencies.mjs';
import { capture } from './setup/run.mjs';

/**
 * Packs dist/ and what .vscodeignore lets through into a file, and gives what vsce printed. Throws with that if vsce fails.
 * The bundles hold every dependency, so none is packed; the address of the repository is not known yet, so README's links stay as they are.
 */
export async function packVsix(file) {
	const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
	const { code, output } = await capture(
		process.execPath,
		[vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file],
		// Not a terminal, so no question is asked and no newer version looked for.
		{ cwd: root },
	);
	if (code !== 0) {
		throw new Error(`vsce ended with ${code}:\n${output}`);
	}
	return output;
}
