// The steps of `npm test`, in order: cheap ones first.
import path from 'node:path';
import { root } from '../bundle.mjs';
import { capture } from '../setup/run.mjs';
import { oneFailure } from './counts.mjs';
import { runEditorSuite } from './editorSuite.mjs';
import { runMocha } from './mochaRun.mjs';

const bin = (name) => path.join(root, 'node_modules', '.bin', name);

/** @type {readonly { name: string, title: string, run: () => Promise<import('./counts.mjs').Counts> }[]} */
export const steps = [
	{ name: 'types', title: 'Types (tsc)', run: () => check('types', bin('tsc'), ['--noEmit']) },
	{
		name: 'format',
		title: 'Format, lint and borders of rooms (biome)',
		run: () => check('biome', bin('biome'), ['check', '--error-on-warnings']),
	},
	{
		name: 'promises',
		title: 'Promises (oxlint)',
		run: () => check('oxlint', bin('oxlint'), ['--type-aware', '--deny-warnings', 'src', 'test']),
	},
	{ name: 'build', title: 'Build (esbuild), core for a browser', run: () => check('build', process.execPath, ['scripts/build.mjs']) },
	{ name: 'unit', title: 'Unit tests', run: () => runMocha('unit') },
	{ name: 'node', title: 'Node tests: real files, workers, command line', run: () => runMocha('node', { timeoutMs: 60_000 }) },
	{ name: 'editor', title: 'Editor suite in a real VS Code', run: () => runEditorSuite() },
];

/** One program as one check: its exit code decides. */
async function check(title, program, args) {
	const { code, output } = await capture(program, args, { cwd: root, echo: true });
	return code === 0
		? { passed: 1, failed: 0, failures: [] }
		: oneFailure(title, `ended with ${code}\n${output.trim().split('\n').slice(-10).join('\n')}`);
}
