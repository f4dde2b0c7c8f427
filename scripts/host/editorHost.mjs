// Which real VS Code runs a suite: what to give @vscode/test-electron's `runTests`.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../setup/dependencies.mjs';
import { findDesktop } from '../setup/desktop.mjs';
import { quietSettings, writeSettings } from './vscodeServer.mjs';

/** @typedef {{ name: string, program: string, isDesktop: boolean, args: readonly string[] }} Host `args` come before the suite's own. */

/** @type {Host} */
export const serverHost = {
	name: 'VS Code’s server build',
	program: path.join(root, 'scripts/host/serverCode.mjs'),
	isDesktop: false,
	args: [],
};

/**
 * Desktop VS Code with a fresh, quiet profile below `work`, on a virtual display where there is no other; or the server build.
 * @param {string} work
 * @returns {Promise<Host>}
 */
export async function findHost(work) {
	const desktop = await findDesktop({ forTests: true });
	if (!desktop.program) {
		return { ...serverHost, name: `${serverHost.name}, since ${desktop.reason}` };
	}
	const profile = path.join(work, 'profile');
	writeSettings(profile, quietSettings);
	const args = [`--user-data-dir=${profile}`, `--extensions-dir=${path.join(work, 'extensions')}`];
	if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) {
		return { name: 'desktop VS Code', program: desktop.program, isDesktop: true, args };
	}
	const onVirtualDisplay = path.join(work, 'code');
	fs.writeFileSync(onVirtualDisplay, `#!/bin/sh\nexec xvfb-run -a '${desktop.program}' "$@"\n`, { mode: 0o755 });
	return { name: 'desktop VS Code on a virtual display', program: onVirtualDisplay, isDesktop: true, args };
}
