// Runs a folder of tests in Node with mocha, and counts.
import fs from 'node:fs';
import path from 'node:path';
import { bundleTests, root } from '../bundle.mjs';
import { capture } from '../setup/run.mjs';
import { readReport, testFilesIn } from './counts.mjs';
import { retries, timeoutOf } from './patience.mjs';

/**
 * Bundles every test below `test/FOLDER` and runs them in one mocha. No test there is a failure. With `jobs`, files are run in so many processes at
 * once; each process has its files one after the other, so that what a test measures of its own process stays its own.
 */
export async function runMocha(folder, { env = {}, jobs = 1 } = {}) {
	const outdir = path.join(root, 'out', `${folder}-${process.pid}`);
	const report = path.join(outdir, 'report.json');
	try {
		await bundleTests(testFilesIn(folder), outdir);
		const { code } = await capture(
			process.execPath,
			[
				path.join(root, 'node_modules/mocha/bin/mocha.js'),
				...['--reporter', path.join(root, 'scripts/test/reporter.cjs'), '--timeout', String(timeoutOf(folder))],
				...(retries[folder] === undefined ? [] : ['--retries', String(retries[folder])]),
				...(jobs > 1 ? ['--parallel', '--jobs', String(jobs)] : []),
				`${outdir}/**/*.test.mjs`,
			],
			{
				cwd: root,
				echo: true,
				env: { ...process.env, ...env, NODE_OPTIONS: '--enable-source-maps', DOSSIER_TEST_REPORT: report },
			},
		);
		return readReport(report, `${folder} tests`, code === 0 ? undefined : `mocha ended with ${code}`);
	} finally {
		fs.rmSync(outdir, { recursive: true, force: true });
	}
}
