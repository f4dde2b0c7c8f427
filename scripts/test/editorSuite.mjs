// The editor suite (test/editor/) inside a real VS Code: desktop where it can be had, else the server build with a browser.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleEditorSuite, root } from '../bundle.mjs';
import { findHost, serverHost } from '../host/editorHost.mjs';
import { copySampleWorkspace } from '../sampleWorkspace.mjs';
import { countReport, readReport, testFilesIn } from './counts.mjs';
import { retries, timeoutOf } from './patience.mjs';
import { runTwice } from './secondRun.mjs';

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
		let host = await findHost(work);
		console.log(`Host: ${host.name}`);
		const run = async (files = []) => {
			const options = () => ({ outdir, workspace: makeWorkspace(work), report, grep, files });
			let failure = await runIn(host, options());
			if (host.isDesktop && !fs.existsSync(report)) {
				console.log(`Desktop VS Code did not get as far as the suite (${failure}). Host: VS Code’s server build`);
				host = serverHost;
				failure = await runIn(host, options());
			}
			return readReport(report, failure);
		};
		return countReport(await runTwice(run), 'editor suite');
	} finally {
		fs.rmSync(outdir, { recursive: true, force: true });
		fs.rmSync(work, { recursive: true, force: true });
	}
}

/** A fresh copy of the sample workspace. */
function makeWorkspace(work) {
	const workspace = path.join(work, 'workspace');
	fs.rmSync(workspace, { recursive: true, force: true, maxRetries: 5 });
	copySampleWorkspace(workspace);
	return workspace;
}

/** Runs the suite, or only these files of it, and gives the error with which the host ended, if it did. */
async function runIn(host, { outdir, workspace, report, grep, files }) {
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
				DOSSIER_TEST_FILES: files.join(path.delimiter),
				DOSSIER_TEST_TIMEOUT: String(timeoutOf('editor')),
				DOSSIER_TEST_RETRIES: String(retries.editor),
			},
		});
		return undefined;
	} catch (error) {
		return error;
	}
}
