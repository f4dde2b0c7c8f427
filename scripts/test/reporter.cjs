// A mocha reporter that prints as `spec` does, and writes what really ran as JSON to the file that DOSSIER_TEST_REPORT names:
// `{ passed, failed, notRun, failures: [{ title, message }] }`. A test that was skipped is `notRun`, and its title is told as a failure.
const fs = require('node:fs');
const { Spec } = require('mocha').reporters;

class CountingReporter extends Spec {
	constructor(runner, options) {
		super(runner, options);
		const failures = [];
		const count = { passed: 0, failed: 0, notRun: 0 };
		runner.on('retry', (test, error) => console.log(`    again: ${test.fullTitle()}: ${error?.message ?? String(error)}`));
		runner.on('pass', () => count.passed++);
		runner.on('fail', (test, error) => {
			count.failed++;
			failures.push({ title: test.fullTitle(), message: error?.message ?? String(error) });
		});
		runner.on('pending', (test) => {
			count.notRun++;
			failures.push({ title: test.fullTitle(), message: 'did not run' });
		});
		runner.on('end', () => {
			const file = process.env.DOSSIER_TEST_REPORT;
			if (file) {
				fs.writeFileSync(file, JSON.stringify({ ...count, failures }));
			}
		});
	}
}

module.exports = CountingReporter;
