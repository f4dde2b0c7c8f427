// Builds what ships: `node scripts/build.mjs [--watch] [--development]`. Everything goes to dist/; the metafiles, which tell what is in each
// bundle (for the licences), go to out/.
import fs from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { checkBrowserBundle } from './browserBundle.mjs';
import { entries, root, shippedOptions } from './bundle.mjs';

const watch = process.argv.includes('--watch');
const minify = !watch && !process.argv.includes('--development');

/** Says when a build of `watch` is done, in the words that the problem matcher of .vscode/tasks.json waits for. */
const announcePlugin = {
	name: 'announce',
	setup(build) {
		build.onStart(() => console.log('[watch] build started'));
		build.onEnd(() => console.log('[watch] build finished'));
	},
};

fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
const builds = entries.map((entry) => shippedOptions(entry, { minify }));
if (watch) {
	const contexts = await Promise.all(
		builds.map((options) => esbuild.context({ ...options, plugins: [...(options.plugins ?? []), announcePlugin] })),
	);
	await Promise.all(contexts.map((context) => context.watch()));
} else {
	const results = await Promise.all(builds.map((options) => esbuild.build(options)));
	fs.mkdirSync(path.join(root, 'out'), { recursive: true });
	fs.writeFileSync(path.join(root, 'out', 'metafiles.json'), JSON.stringify(results.map((result) => result.metafile)));
	for (const { metafile } of results) {
		for (const [file, output] of Object.entries(metafile?.outputs ?? {})) {
			if (file.endsWith('.js')) {
				console.log(`${file.padEnd(24)} ${(output.bytes / 1024).toFixed(0).padStart(6)} KiB`);
			}
		}
	}
	const browserBytes = await checkBrowserBundle({ minify });
	console.log(`${'core for a browser'.padEnd(24)} ${(browserBytes / 1024).toFixed(0).padStart(6)} KiB (checked, not shipped)`);
}
