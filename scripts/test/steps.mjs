// The steps of `npm test`, in order: cheap ones first.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../bundle.mjs';
import { capture } from '../setup/run.mjs';
import { oneFailure } from './counts.mjs';
import { runEditorSuite } from './editorSuite.mjs';
import { runMocha } from './mochaRun.mjs';

const packages = path.join(root, 'node_modules');
const vsix = path.join(root, 'out', 'dossier.vsix');

/** @type {readonly { name: string, title: string, run: () => Promise<import('./counts.mjs').Counts> }[]} */
export const steps = [
	{ name: 'types', title: 'Types (tsc)', run: () => check('types', ['typescript/bin/tsc', '--noEmit']) },
	{
		name: 'format',
		title: 'Format, lint and borders of rooms (biome)',
		run: () => check('biome', ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings']),
	},
	{
		name: 'promises',
		title: 'Promises (oxlint)',
		run: () => check('oxlint', ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings', 'src', 'test']),
	},
	{ name: 'build', title: 'Build (esbuild), core for a browser', run: () => check('build', [path.join(root, 'scripts/build.mjs')]) },
	{ name: 'unit', title: 'Unit tests', run: () => runMocha('unit') },
	{
		name: 'node',
		title: 'Node tests: real files, workers, command line',
		run: () => runMocha('node', { jobs: Math.min(2, os.availableParallelism()) }),
	},
	{ name: 'editor', title: 'Editor suite in a real VS Code', run: () => runEditorSuite() },
	{ name: 'package', title: 'Package (vsce), licences of what it holds', run: packOnce },
	{
		name: 'workbench',
		title: 'The real workbench by mouse and keys; the packaged extension in a clean VS Code, trusted and in Restricted Mode',
		run: () => runMocha('workbench', { env: { DOSSIER_VSIX: vsix } }),
	},
];

async function packOnce() {
	// An older package must not pass for this one.
	fs.rmSync(vsix, { force: true });
	return check('package', [path.join(root, 'scripts/package.mjs'), vsix]);
}

/** One program of Node as one check: its exit code decides. */
async function check(title, [program, ...args]) {
	const { code, output } = await capture(process.execPath, [path.resolve(packages, program), ...args], { cwd: root, echo: true });
	return code === 0
		? { passed: 1, failed: 0, failures: [] }
		: oneFailure(title, `ended with ${code}\n${output.trim().split('\n').slice(-10).join('\n')}`);
}
