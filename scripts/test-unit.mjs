// Bundles the unit tests and runs them with mocha: `node scripts/test-unit.mjs [folder or file under test/] [mocha options]`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { bundleTests, root } from './bundle.mjs';
import { timeoutOf } from './test/patience.mjs';

const [where = 'unit', ...mochaOptions] = process.argv.slice(2);
const place = where.replace(/^test\//, '');
const [folder] = place.split('/');
const start = path.join(root, 'test', place);
const files = start.endsWith('.ts')
	? [start]
	: fs
			.readdirSync(start, { recursive: true })
			.filter((name) => name.endsWith('.test.ts'))
			.map((name) => path.join(start, name));
// Own folder for each run, so that two runs at once do not write over each other.
const outdir = path.join(root, 'out', `tests-${process.pid}`);
try {
	await bundleTests(files, outdir);
	const run = spawnSync(
		process.execPath,
		[
			path.join(root, 'node_modules/mocha/bin/mocha.js'),
			'--timeout',
			String(timeoutOf(folder)),
			...mochaOptions,
			`${outdir}/**/*.test.mjs`,
		],
		{ cwd: root, stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '--enable-source-maps' } },
	);
	process.exitCode = run.status ?? 1;
} finally {
	fs.rmSync(outdir, { recursive: true, force: true });
}
