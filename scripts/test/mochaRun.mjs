// Runs a folder of tests in Node with mocha, and counts.
import fs from 'node:fs';
import path from 'node:path';
import { bundleTests, root } from '../bundle.mjs';
import { capture } from '../setup/run.mjs';
import { countReport, readReport, testFilesIn } from './counts.mjs';
import { retries, timeoutOf } from './patience.mjs';
import { runTwice } from './secondRun.mjs';

/**
 * Bundles every test below `test/FOLDER` and runs them in one mocha. No test there is a failure. With `jobs`, files are run in so many processes at
 * once; each process has its files one after the other, so that what a test measures of its own process stays its own. Where tests are tried again
 * (`retries`), files are too.
 */
export async function runMocha(folder, { env = {}, jobs = 1 } = {}) {
	const outdir = path.join(root, 'out', `${folder}-${process.pid}`);
	try {
		await bundleTests(testFilesIn(folder), outdir);
		const tries = retries[folder];
		const options = [
			...['--timeout', String(timeoutOf(folder))],
			// A window that opens when its hook has been given up would keep mocha from its end.
			...(tries === undefined ? [] : ['--retries', String(tries), '--exit']),
			...(jobs > 1 ? ['--parallel', '--jobs', String(jobs)] : []),
		];
		const run = (files = [`${outdir}/**/*.test.mjs`]) => runFiles(files, { options, env, report: path.join(outdir, 'report.json') });
		return countReport(tries === undefined ? await run() : await runTwice(run), `${folder} tests`);
	} finally {
		fs.rmSync(outdir, { recursive: true, force: true });
	}
}

/**
 * Runs files in one mocha, its output shown as it comes if `echo`; `report` is where its reporter writes meanwhile.
 * @param {readonly string[]} files
 * @param {{ report: string, options?: readonly string[], env?: NodeJS.ProcessEnv, echo?: boolean }} how
 */
export async function runFiles(files, { report, options = [], env = {}, echo = true }) {
	const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
	const { code } = await capture(
		process.execPath,
		[mocha, '--reporter', path.join(root, 'scripts/test/reporter.cjs'), ...options, ...files],
		{ cwd: root, echo, env: { ...process.env, ...env, NODE_OPTIONS: '--enable-source-maps', DOSSIER_TEST_REPORT: report } },
	);
	return readReport(report, code === 0 ? undefined : `mocha ended with ${code}`);
}
