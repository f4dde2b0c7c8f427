// `npm run package`: builds, and packs dossier-VERSION.vsix as it is published. A warning of vsce is an error here.
import fs from 'node:fs';
import path from 'node:path';
import { ensureDependencies, root } from './setup/dependencies.mjs';
import { capture, run } from './setup/run.mjs';

await ensureDependencies();
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const file = path.resolve(process.argv[2] ?? path.join(root, `dossier-${version}.vsix`));
const largestBytes = 4 * 1024 * 1024;

await run(process.execPath, ['scripts/build.mjs'], { cwd: root });
await run(process.execPath, ['scripts/notices.mjs', '--check'], { cwd: root });
const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
const { code, output } = await capture(
	process.execPath,
	[vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', file],
	{
		cwd: root,
		// Not a terminal, so no question is asked and no newer version looked for.
		echo: true,
	},
);
if (code !== 0) {
	process.exit(1);
}
if (/\bWARNING\b/.test(output)) {
	console.error('vsce gave a warning (above): a clean package has none.');
	process.exit(1);
}
const bytes = fs.statSync(file).size;
if (bytes > largestBytes) {
	console.error(`The package is ${(bytes / 1024 / 1024).toFixed(1)} MiB; at most 4 are allowed.`);
	process.exit(1);
}
console.log(`${path.relative(process.cwd(), file)} ${(bytes / 1024).toFixed(0)} KiB`);
