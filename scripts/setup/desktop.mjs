// Desktop VS Code: the one that is installed, or the one that @vscode/test-electron fetches; where neither can be had or shown, the reason.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './dependencies.mjs';

/** Where @vscode/test-electron asks for the newest version; asked first, with a short limit, so that a closed network costs seconds. */
const releasesAddress = 'https://update.code.visualstudio.com/api/releases/stable';
const answerLimitMs = 4000;

/**
 * Finds desktop VS Code for a person: `{ program, cli }`, or `{ reason }` in one sentence. An installed `code` is taken before a download.
 * `forTests` never takes the installed one: it may be running, and holds the person's own extensions.
 */
export async function findDesktop({ forTests = false } = {}) {
	if (process.env.DOSSIER_HOST === 'server') {
		return { reason: 'DOSSIER_HOST=server asks for the server build' };
	}
	if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY && !(forTests && hasProgram('xvfb-run'))) {
		return { reason: 'there is no display for desktop VS Code' };
	}
	const installed = forTests ? undefined : installedCode();
	if (installed) {
		return { program: installed, cli: installed };
	}
	if (!(await answers(releasesAddress))) {
		return { reason: 'VS Code’s download server cannot be reached' };
	}
	try {
		const { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } = await import('@vscode/test-electron');
		const program = await downloadAndUnzipVSCode({ cachePath: path.join(root, '.vscode-test'), timeout: 15_000 });
		return { program, cli: resolveCliPathFromVSCodeExecutablePath(program) };
	} catch (error) {
		return { reason: `desktop VS Code could not be fetched (${error instanceof Error ? error.message : error})` };
	}
}

/** Whether the address gives any answer below 400 within the limit. A refusal, an error and silence are the same no. */
export async function answers(address, limitMs = answerLimitMs) {
	try {
		const response = await fetch(address, { signal: AbortSignal.timeout(limitMs) });
		await response.body?.cancel();
		return response.ok;
	} catch {
		return false;
	}
}

/** The `code` command of an installed desktop VS Code or VSCodium. Inside a remote terminal `code` is something else: it is left alone. */
function installedCode() {
	if (process.env.VSCODE_IPC_HOOK_CLI) {
		return undefined;
	}
	const onMac = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';
	if (process.platform === 'darwin' && fs.existsSync(onMac)) {
		return onMac;
	}
	return ['code', 'codium'].find(hasProgram);
}

/** Whether a program of this name is on the `PATH`. */
export function hasProgram(name) {
	const probe = process.platform === 'win32' ? spawnSync('where', [name]) : spawnSync('sh', ['-c', `command -v ${name}`]);
	return probe.status === 0;
}
