// What really ran: the counts of all steps of `npm test`.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../bundle.mjs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed A step that could not run is one failure; so is each test that was skipped.
 * @property {readonly { title: string, message: string }[]} failures
 */

/**
 * @typedef {object} Outcome Of a test, or of a hook that failed.
 * @property {string} [file] The file that it stands in, as mocha was given it.
 * @property {string} title
 * @property {'passed' | 'failed' | 'notRun'} state
 * @property {string} [message]
 */

/**
 * @typedef {object} Report
 * @property {readonly Outcome[] | undefined} outcomes
 * @property {string | undefined} reason
 */

/** Every `*.test.ts` below a folder of test/, as absolute paths in order. Found, never listed by hand. */
export function testFilesIn(folder) {
	const start = path.join(root, 'test', folder);
	return fs
		.readdirSync(start, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.test.ts'))
		.sort()
		.map((name) => path.join(start, name));
}

/**
 * What one run of mocha left: what the reporter wrote of each test, `undefined` if it wrote nothing, and the error with which the run ended, if it did.
 * @param {string} file
 * @param {unknown} [failure]
 * @returns {Report}
 */
export function readReport(file, failure) {
	const reason = failure instanceof Error ? failure.message : failure === undefined ? undefined : String(failure);
	try {
		return { outcomes: JSON.parse(fs.readFileSync(file, 'utf8')), reason };
	} catch {
		return { outcomes: undefined, reason };
	} finally {
		// An older report must not pass for that of a run that left none.
		fs.rmSync(file, { force: true });
	}
}

/**
 * No report, or none that ran, is a failure with the reason; so is an error of the host that came though no test failed.
 * @param {Report} report
 * @param {string} what
 * @returns {Counts}
 */
export function countReport({ outcomes, reason }, what) {
	if (outcomes === undefined) {
		return oneFailure(what, `gave no report${reason ? `: ${reason}` : ''}`);
	}
	if (outcomes.length === 0) {
		return oneFailure(what, 'ran no test');
	}
	const failures = outcomes.filter(({ state }) => state !== 'passed').map(({ title, message = '' }) => ({ title, message }));
	if (failures.length === 0 && reason) {
		return { passed: outcomes.length, failed: 1, failures: [{ title: what, message: reason }] };
	}
	return { passed: outcomes.length - failures.length, failed: failures.length, failures };
}

/** @returns {Counts} */
export function oneFailure(title, message) {
	return { passed: 0, failed: 1, failures: [{ title, message }] };
}
