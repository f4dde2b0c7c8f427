import assert from 'node:assert/strict';
import path from 'node:path';
import { countReport } from '../../scripts/test/counts.mjs';
import { runFiles } from '../../scripts/test/mochaRun.mjs';
import { runTwice } from '../../scripts/test/secondRun.mjs';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';

const temporary = useTemporaryFolder();

/** A file of two tests behind a hook that fails so often, in so many runs of mocha. */
function writeFile(name: string, failures: number): string {
	return temporary.write(
		`${name}.test.cjs`,
		`const fs = require('node:fs');
		const count = __filename + '.count';
		describe('${name}', () => {
			before(() => {
				const runs = fs.existsSync(count) ? Number(fs.readFileSync(count, 'utf8')) : 0;
				fs.writeFileSync(count, String(runs + 1));
				if (runs < ${failures}) {
					throw new Error('no window');
				}
			});
			it('is open', () => {});
			it('has tests', () => {});
		});`,
	);
}

describe('a file of tests with a hook that fails', function () {
	async function check(failures: readonly number[]) {
		const files = failures.map((count, index) => writeFile(`${failures.join('-')} ${index}`, count));
		const lines: string[] = [];
		const runs: number[] = [];
		const report = await runTwice(
			(some = files) => {
				runs.push(some.length);
				return runFiles(some, { report: path.join(temporary.path, 'report.json'), echo: false });
			},
			(line) => lines.push(line),
		);
		return { counts: countReport(report, 'all'), lines, runs };
	}

	it('is run once more, alone, and counts as it ends then', async () => {
		const { counts, lines, runs } = await check([0, 1]);
		assert.deepEqual(counts, { passed: 4, failed: 0, failures: [] });
		assert.deepEqual(lines, ['again, its whole file: 0-1 1 "before all" hook for "is open": no window']);
		assert.deepEqual(runs, [2, 1]);
	});

	it('is not run again where nothing failed', async () => {
		const { counts, lines, runs } = await check([0]);
		assert.deepEqual(counts, { passed: 2, failed: 0, failures: [] });
		assert.deepEqual([lines, runs], [[], [1]]);
	});

	it('fails if it fails again, and tests that passed elsewhere count', async () => {
		const { counts, runs } = await check([2, 0, 1]);
		assert.deepEqual(counts, {
			passed: 4,
			failed: 1,
			failures: [{ title: '2-0-1 0 "before all" hook for "is open"', message: 'no window' }],
		});
		assert.deepEqual(runs, [3, 2]);
	});
});

describe('a run of tests', () => {
	const passed = { file: 'a', title: 'a', state: 'passed' } as const;
	const none = { outcomes: undefined, reason: 'it ended' };

	it('that left no report is made once more', async () => {
		const left = [none, { outcomes: [passed], reason: undefined }];
		const report = await runTwice(
			async (files) => (files === undefined && left.shift()) || none,
			() => {},
		);
		assert.deepEqual(countReport(report, 'all'), { passed: 1, failed: 0, failures: [] });
	});

	it('counts as it was where the second one leaves no report', async () => {
		const failed = { file: 'b', title: 'b', state: 'failed', message: 'no' } as const;
		const report = await runTwice(
			async (files) => (files === undefined ? { outcomes: [passed, failed], reason: 'mocha ended with 1' } : none),
			() => {},
		);
		assert.deepEqual(countReport(report, 'all'), { passed: 1, failed: 1, failures: [{ title: 'b', message: 'no' }] });
	});

	it('fails where it left nothing, ran nothing, or ended badly though no test failed', () => {
		const message = (report: Parameters<typeof countReport>[0]) => countReport(report, 'all').failures.map((failure) => failure.message);
		assert.deepEqual(message(none), ['gave no report: it ended']);
		assert.deepEqual(message({ outcomes: [], reason: undefined }), ['ran no test']);
		assert.deepEqual(message({ outcomes: [passed], reason: 'mocha ended with 7' }), ['mocha ended with 7']);
		assert.deepEqual(message({ outcomes: [{ ...passed, state: 'notRun', message: 'did not run' }], reason: undefined }), ['did not run']);
	});
});
