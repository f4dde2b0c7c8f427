// `npm run package`: builds, and packs dossier-VERSION.vsix as it is published. A warning of vsce is an error here.
import fs from 'node:fs';
import path from 'node:path';
import { ensureDependencies, root } from './setup/dependencies.mjs';
import { run } from './setup/run.mjs';
import { packVsix } from './vsix.mjs';

try {
	await main();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}

async function main() {
	await ensureDependencies();
	const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
	const file = path.resolve(process.argv[2] ?? path.join(root, `dossier-${version}.vsix`));
	const largestBytes = 4 * 1024 * 1024;

	await run(process.execPath, ['scripts/build.mjs'], { cwd: root });
	await run(process.execPath, ['scripts/notices.mjs', '--check'], { cwd: root });
	const output = await packVsix(file);
	console.log(output.trim());
	if (/\bWARNING\b/.test(output)) {
		throw new Error('vsce gave a warning (above): a clean package has none.');
	}
	const bytes = fs.statSync(file).size;
	if (bytes > largestBytes) {
		throw new Error(`The package is ${(bytes / 1024 / 1024).toFixed(1)} MiB; at most 4 are allowed.`);
	}
	console.log(`${path.relative(process.cwd(), file)} ${(bytes / 1024).toFixed(0)} KiB`);
}
