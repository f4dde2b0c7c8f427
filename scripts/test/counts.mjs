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
 * The counts that the mocha reporter left. No report, or none that ran, is a failure with the reason; so is an error of the host that came
 * though no test failed.
 * @param {string} file
 * @param {string} what
 * @param {unknown} [failure]
 * @returns {Counts}
 */
export function readReport(file, what, failure) {
	const reason = failure instanceof Error ? failure.message : failure === undefined ? undefined : String(failure);
	let report;
	try {
		report = JSON.parse(fs.readFileSync(file, 'utf8'));
	} catch {
		return oneFailure(what, `gave no report${reason ? `: ${reason}` : ''}`);
	}
	const failed = report.failed + report.notRun;
	if (report.passed + failed === 0) {
		return oneFailure(what, 'ran no test');
	}
	if (failed === 0 && reason) {
		return { passed: report.passed, failed: 1, failures: [{ title: what, message: reason }] };
	}
	return { passed: report.passed, failed, failures: report.failures };
}

/** @returns {Counts} */
export function oneFailure(title, message) {
	return { passed: 0, failed: 1, failures: [{ title, message }] };
}
