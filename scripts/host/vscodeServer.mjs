// One running VS Code server: its own data, its own port, and nothing of it left behind.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { capture } from '../setup/run.mjs';
import { ensureServer } from '../setup/server.mjs';
import { slowness } from '../test/patience.mjs';

const startLimitMs = 180_000 * slowness;

/** Settings of every profile that we make: nothing beside the editor, nothing moving, nothing asked of the network. */
export const quietSettings = {
	'chat.disableAIFeatures': true,
	'extensions.autoCheckUpdates': false,
	'extensions.autoUpdate': false,
	'extensions.ignoreRecommendations': true,
	// The server build scans every process for open ports, several times a minute, in the extension host: up to 280 ms a time, measured here.
	// The first setting alone does not stop it where the page can forward ports; desktop VS Code has no such scan in a local window.
	'remote.autoForwardPorts': false,
	'remote.autoForwardPortsSource': 'output',
	'remote.restoreForwardedPorts': false,
	'security.workspace.trust.banner': 'never',
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'workbench.enableExperiments': false,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.startupEditor': 'none',
	'workbench.tips.enabled': false,
	'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** Environment that switches the extension gallery off: tests ask nothing of the network, and nothing fails for the lack of one. */
export const withoutGallery = { EXTENSIONS_GALLERY: '{}' };

/**
 * @typedef {object} ServerOptions
 * @property {string} [token] The connection token; without one (tests only) every local process may enter.
 * @property {boolean} [driver] Lets the page's address name an extension under development and its suite.
 * @property {boolean} [trust] Whether folders are trusted without asking. Else they open in Restricted Mode.
 * @property {string} [dataFolder] Where the server keeps its data; kept afterwards. Without it: a fresh temporary folder, removed at the end.
 * @property {string} [extensionsFolder] Where installed extensions are.
 * @property {number} [port] The port; without it one that the system finds free, which nobody can take meanwhile.
 * @property {Record<string, unknown>} [settings] User settings over `quietSettings`.
 * @property {Record<string, string>} [env] More environment for the server and the extension host.
 * @property {(line: string) => void} [onOutput] Each line that the server prints.
 */

/**
 * Starts a server on the loopback and resolves when it listens. `stop` ends it with everything it started; so does the end of this process,
 * however it comes about, short of SIGKILL.
 * @param {ServerOptions} options
 */
export async function startServer(options = {}) {
	const { node, main } = await ensureServer();
	const temporary = options.dataFolder ? undefined : fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-vscode-'));
	const dataFolder = /** @type {string} */ (options.dataFolder ?? temporary);
	writeSettings(path.join(dataFolder, 'data'), { ...quietSettings, ...options.settings });
	const child = spawn(
		node,
		[
			main,
			...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--accept-server-license-terms', '--telemetry-level', 'off'],
			...['--server-data-dir', dataFolder],
			...(options.token ? ['--connection-token', options.token] : ['--without-connection-token']),
			...(options.driver ? ['--enable-smoke-test-driver'] : []),
			...(options.trust ? ['--disable-workspace-trust'] : []),
			...(options.extensionsFolder ? ['--extensions-dir', options.extensionsFolder] : []),
		],
		// A group of its own, so that the extension hosts and file watchers that it starts are ended with it.
		{ stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...withoutEditor(process.env), ...options.env } },
	);
	let stopped = false;
	const killGroup = () => {
		if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
			try {
				process.kill(-child.pid, 'SIGKILL');
			} catch {
				// Already gone.
			}
		}
	};
	const onProcessEnd = () => {
		killGroup();
		removeFolder(temporary);
	};
	process.once('exit', onProcessEnd);
	const ended = new Promise((resolve) => child.once('close', resolve));
	const stop = async () => {
		if (!stopped) {
			stopped = true;
			killGroup();
			await ended;
			process.removeListener('exit', onProcessEnd);
			removeFolder(temporary);
		}
	};
	try {
		const port = await listening(child, options.onOutput ?? (() => {}));
		return { port, authority: `127.0.0.1:${port}`, dataFolder, stop, ended };
	} catch (error) {
		await stop();
		throw error;
	}
}

/**
 * The address of a workbench on a server, with what VS Code's page reads from it.
 * @param {{ authority: string }} server
 * @param {{ folder?: string, workspace?: string, token?: string, payload?: readonly (readonly [string, string])[] }} what Absolute paths.
 */
export function workbenchAddress(server, { folder, workspace, token, payload = [] }) {
	const query = new URLSearchParams();
	if (token) {
		query.set('tkn', token);
	}
	if (folder) {
		query.set('folder', folder);
	}
	if (workspace) {
		query.set('workspace', workspace);
	}
	if (payload.length > 0) {
		query.set('payload', JSON.stringify(payload));
	}
	// A readable address: slashes in a query need no escape.
	return `http://${server.authority}/?${query.toString().replaceAll('%2F', '/')}`;
}

/** How an absolute path is called in a workbench that talks to this server. */
export function remoteUri(server, file) {
	return `vscode-remote://${server.authority}${file}`;
}

/** Installs a packaged extension as a user does. Throws with the server's output if that fails. */
export async function installExtension(vsix, extensionsFolder) {
	const { node, main } = await ensureServer();
	const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-install-'));
	try {
		const { code, output } = await capture(
			node,
			[
				main,
				...['--install-extension', vsix, '--force', '--extensions-dir', extensionsFolder],
				...['--accept-server-license-terms', '--server-data-dir', dataFolder],
			],
			{ env: withoutEditor(process.env) },
		);
		if (code !== 0 || !/successfully installed/.test(output)) {
			throw new Error(`${path.basename(vsix)} could not be installed (${code}):\n${output}`);
		}
	} finally {
		removeFolder(dataFolder);
	}
}

/**
 * Resolves with its port when the server says that it listens; rejects with what it printed if it ends first or is too slow.
 * @returns {Promise<number>}
 */
function listening(child, onOutput) {
	return new Promise((resolve, reject) => {
		let printed = '';
		const timer = setTimeout(
			() => reject(new Error(`VS Code's server did not start in ${startLimitMs / 1000} s:\n${printed}`)),
			startLimitMs,
		);
		const onData = (chunk) => {
			printed = (printed + chunk).slice(-20_000);
			for (const line of String(chunk).split('\n')) {
				onOutput(line);
			}
			const port = /Extension host agent listening on (\d+)\s/.exec(printed)?.[1];
			if (port !== undefined) {
				clearTimeout(timer);
				resolve(Number(port));
			}
		};
		child.stdout.setEncoding('utf8').on('data', onData);
		child.stderr.setEncoding('utf8').on('data', onData);
		child.once('error', reject);
		child.once('exit', (code, signal) => {
			clearTimeout(timer);
			reject(new Error(`VS Code's server ended (${code ?? signal}):\n${printed}`));
		});
	});
}

/**
 * Writes user settings into a profile's data folder, over those that are there; one that is `undefined` is taken away. The server's web
 * workbench keeps them on the server too, not in the browser.
 * @param {string} userDataFolder
 * @param {Record<string, unknown>} settings
 */
export function writeSettings(userDataFolder, settings) {
	const file = path.join(userDataFolder, 'User', 'settings.json');
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, `${JSON.stringify({ ...readJson(file), ...settings }, null, '\t')}\n`);
}

function readJson(file) {
	try {
		return JSON.parse(fs.readFileSync(file, 'utf8'));
	} catch {
		return {};
	}
}

/** The environment without what a surrounding VS Code (its terminal, its extension host) leaves in it: that would steer the new one. */
function withoutEditor(env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)));
}

function removeFolder(folder) {
	if (folder) {
		fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}
