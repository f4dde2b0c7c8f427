// A file of tests that failed in a real window is run once more in a new one.

/**
 * Runs test files, and those in which something failed once more, each as a whole: mocha tries a test again, but no hook, and in a window that is not as the
 * test expects it each try fails. The second run of a file counts instead of the first, with all of its tests; each failure of the first is printed.
 * A run that left no report is made again as a whole. What failed in no file that is known counts as it is.
 * @param {(files?: readonly string[]) => Promise<import('./counts.mjs').Report>} run Runs these files, or all.
 * @param {(line: string) => void} [print]
 * @returns {Promise<import('./counts.mjs').Report>}
 */
export async function runTwice(run, print = console.log) {
	const first = await run();
	if (first.outcomes === undefined) {
		print(`again: all tests, since there was no report: ${first.reason ?? ''}`);
		return run();
	}
	const failed = first.outcomes.filter(({ state, file }) => state === 'failed' && file !== undefined);
	if (failed.length === 0) {
		return first;
	}
	for (const { title, message } of failed) {
		print(`again, its whole file: ${title}: ${message?.split('\n')[0]}`);
	}
	const files = new Set(failed.map(({ file }) => /** @type {string} */ (file)));
	const second = await run([...files]);
	if (second.outcomes === undefined || second.outcomes.length === 0) {
		return first;
	}
	const kept = first.outcomes.filter(({ file }) => file === undefined || !files.has(file));
	return { outcomes: [...kept, ...second.outcomes], reason: second.reason };
}
