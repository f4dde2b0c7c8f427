// A mocha reporter that prints as `spec` does, and writes what really ran as JSON to the file that DOSSIER_TEST_REPORT names: a list of
// `{ file, title, state, message }`, where `state` is `passed`, `failed` or `notRun` (a test that was skipped). A hook that failed stands there too.
const fs = require('node:fs');
const { Spec } = require('mocha').reporters;

class CountingReporter extends Spec {
	constructor(runner, options) {
		super(runner, options);
		const outcomes = [];
		const note = (test, state, message) => outcomes.push({ file: test.file, title: test.fullTitle(), state, message });
		runner.on('retry', (test, error) => console.log(`    again: ${test.fullTitle()}: ${error?.message ?? String(error)}`));
		runner.on('pass', (test) => note(test, 'passed'));
		runner.on('fail', (test, error) => note(test, 'failed', error?.message ?? String(error)));
		runner.on('pending', (test) => note(test, 'notRun', 'did not run'));
		runner.on('end', () => {
			const file = process.env.DOSSIER_TEST_REPORT;
			if (file) {
				fs.writeFileSync(file, JSON.stringify(outcomes));
			}
		});
	}
}

module.exports = CountingReporter;
