// The editor suite (test/editor/) inside a real VS Code: desktop where it can be had, else the server build with a browser.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleEditorSuite, root } from '../bundle.mjs';
import { findHost, serverHost } from '../host/editorHost.mjs';
import { copySampleWorkspace } from '../sampleWorkspace.mjs';
import { readReport, testFilesIn } from './counts.mjs';
import { retries, timeoutOf } from './patience.mjs';

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
		const host = await findHost(work);
		console.log(`Host: ${host.name}`);
		let failure = await runIn(host, { outdir, workspace, report, grep });
		if (host.isDesktop && !fs.existsSync(report)) {
			console.log(`Desktop VS Code did not get as far as the suite (${failure}). Host: VS Code’s server build`);
			failure = await runIn(serverHost, { outdir, workspace, report, grep });
		}
		return readReport(report, 'editor suite', failure);
	} finally {
		fs.rmSync(outdir, { recursive: true, force: true });
		fs.rmSync(work, { recursive: true, force: true });
	}
}

/** Runs the suite and gives the error with which the host ended, if it did. */
async function runIn(host, { outdir, workspace, report, grep }) {
	try {
		await runTests({
			vscodeExecutablePath: host.program,
			extensionDevelopmentPath: root,
			extensionTestsPath: path.join(outdir, 'editor', 'index.js'),
			launchArgs: [workspace, ...host.args],
			extensionTestsEnv: {
				DOSSIER_TEST_REPORT: report,
				DOSSIER_TEST_REPORTER: path.join(root, 'scripts/test/reporter.cjs'),
				DOSSIER_TEST_GREP: grep,
				DOSSIER_TEST_TIMEOUT: String(timeoutOf('editor')),
				DOSSIER_TEST_RETRIES: String(retries.editor),
			},
		});
		return undefined;
	} catch (error) {
		return error;
	}
}
