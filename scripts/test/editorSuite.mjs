// The editor suite (test/editor/) inside a real VS Code: desktop where it can be had, else the server build with a browser.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleEditorSuite, root } from '../bundle.mjs';
import { quietSettings } from '../host/vscodeServer.mjs';
import { copySampleWorkspace } from '../sampleWorkspace.mjs';
import { findDesktop } from '../setup/desktop.mjs';
import { readReport, testFilesIn } from './counts.mjs';

/**
 * Runs the suite and gives its counts. The workspace is a fresh copy of the sample collection and note in a temporary folder, which tests
 * may change.
 */
export async function runEditorSuite({ grep = '' } = {}) {
	const files = testFilesIn('editor');
	const work = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-suite-'));
	// Below the project, so that the suite finds mocha.
	const outdir = path.join(root, 'out', `editor-${process.pid}`);
	const report = path.join(work, 'report.json');
	try {
		await bundleEditorSuite([path.join(root, 'test/editor/index.ts'), ...files], outdir);
		const workspace = path.join(work, 'workspace');
		copySampleWorkspace(workspace);
		const desktop = await findDesktop({ forTests: true });
		console.log(desktop.program ? 'Host: desktop VS Code' : `Host: VS Code’s server build, since ${desktop.reason}`);
		let failure;
		try {
			await runTests({
				vscodeExecutablePath: desktop.program ?? path.join(root, 'scripts/host/serverCode.mjs'),
				extensionDevelopmentPath: root,
				extensionTestsPath: path.join(outdir, 'editor', 'index.js'),
				launchArgs: [workspace, ...(desktop.program ? desktopArguments(work) : [])],
				extensionTestsEnv: {
					DOSSIER_TEST_REPORT: report,
					DOSSIER_TEST_REPORTER: path.join(root, 'scripts/test/reporter.cjs'),
					DOSSIER_TEST_GREP: grep,
				},
			});
		} catch (error) {
			failure = error;
		}
		return readReport(report, 'editor suite', failure);
	} finally {
		fs.rmSync(outdir, { recursive: true, force: true });
		fs.rmSync(work, { recursive: true, force: true });
	}
}

/** A fresh profile for desktop VS Code with the same quiet settings as the server's. */
function desktopArguments(work) {
	const profile = path.join(work, 'profile');
	fs.mkdirSync(path.join(profile, 'User'), { recursive: true });
	fs.writeFileSync(path.join(profile, 'User', 'settings.json'), JSON.stringify(quietSettings));
	return [`--user-data-dir=${profile}`, `--extensions-dir=${path.join(work, 'extensions')}`];
}
