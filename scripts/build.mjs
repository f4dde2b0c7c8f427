// Builds what ships: `node scripts/build.mjs [--watch] [--development]`. Everything goes to dist/; the metafiles, which tell what is in each
// bundle (for the licences), go to out/. A build that fails leaves dist/ as it was.
import fs from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { checkBrowserBundle } from './browserBundle.mjs';
import { entries, root, shippedOptions } from './bundle.mjs';

const minify = !process.argv.includes('--watch') && !process.argv.includes('--development');

if (process.argv.includes('--watch')) {
	await watch();
} else {
	try {
		await build();
	} catch (error) {
		// esbuild has told its own errors already.
		if (!('errors' in error)) {
			console.error(error.message);
		}
		process.exitCode = 1;
	}
}

async function build() {
	const results = await Promise.all(entries.map((entry) => esbuild.build({ ...shippedOptions(entry, { minify }), write: false })));
	const browserBytes = await checkBrowserBundle({ minify });
	const files = results.flatMap((result) => result.outputFiles);
	const dist = path.join(root, 'dist');
	fs.mkdirSync(dist, { recursive: true });
	for (const name of fs.readdirSync(dist)) {
		if (!files.some((file) => path.basename(file.path) === name)) {
			fs.rmSync(path.join(dist, name), { recursive: true });
		}
	}
	for (const file of files) {
		fs.writeFileSync(file.path, file.contents);
		console.log(`${path.relative(root, file.path).padEnd(24)} ${(file.contents.byteLength / 1024).toFixed(0).padStart(6)} KiB`);
	}
	console.log(`${'core for a browser'.padEnd(24)} ${(browserBytes / 1024).toFixed(0).padStart(6)} KiB (checked, not shipped)`);
	fs.mkdirSync(path.join(root, 'out'), { recursive: true });
	fs.writeFileSync(path.join(root, 'out', 'metafiles.json'), JSON.stringify(results.map((result) => result.metafile)));
}

/** Builds again at every change, and says so in the words that the problem matcher of .vscode/tasks.json waits for. */
async function watch() {
	const announcePlugin = {
		name: 'announce',
		setup(build) {
			build.onStart(() => console.log('[watch] build started'));
			build.onEnd(() => console.log('[watch] build finished'));
		},
	};
	// One build for all, so that "finished" means all of them.
	const { outfile: _, banner: __, ...options } = shippedOptions(entries[0], { minify });
	const context = await esbuild.context({
		...options,
		entryPoints: entries.map(({ source, output }) => ({ in: source, out: path.basename(output, '.js') })),
		outdir: 'dist',
		plugins: [...options.plugins, announcePlugin],
	});
	await context.watch();
}
