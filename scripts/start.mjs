// `npm start [-- FOLDER]`: sets up what is missing, builds, and opens VS Code with Dossier over the sample collection and note, or over a
// folder of one's own. Desktop VS Code where it can be had, else VS Code's server build with the person's browser. Ctrl+C ends it.
// Until the set-up is done only Node's own modules may be imported.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ensureDependencies, root } from './setup/dependencies.mjs';
import { run } from './setup/run.mjs';

const usage = 'Usage: npm start [-- FOLDER]   (FOLDER: a folder of documents of your own; without it the sample collection)';

const given = process.argv.slice(2);
if (given.includes('--help') || given.includes('-h')) {
	console.log(usage);
	process.exit(0);
}
if (given.length > 1 || given[0]?.startsWith('-')) {
	console.error(usage);
	process.exit(2);
}
// npm runs scripts in the project's folder; INIT_CWD is where the person stood.
const folder = given[0] === undefined ? undefined : path.resolve(process.env.INIT_CWD ?? process.cwd(), given[0]);
if (folder !== undefined && !fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
	console.error(`There is no folder ${folder}`);
	process.exit(3);
}

try {
	await ensureDependencies();
	await run(process.execPath, ['scripts/build.mjs'], { cwd: root });
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}

const { copySampleWorkspace } = await import('./sampleWorkspace.mjs');
const { findDesktop } = await import('./setup/desktop.mjs');

const tryFolder = path.join(root, '.try');
const workspace = folder ?? path.join(tryFolder, 'workspace');
if (folder === undefined) {
	copySampleWorkspace(workspace);
}
const note = folder === undefined ? path.join(workspace, 'note.md') : undefined;
/** The person's own folder is a source as a whole, said in the private profile: nothing is written into it. */
const settings = { 'dossier.folders': folder === undefined ? undefined : [folder.replaceAll('\\', '/')] };

const desktop = await findDesktop();
if (desktop.program) {
	await openDesktop(desktop.cli ?? desktop.program);
} else {
	console.log(`Opening VS Code's server build, since ${desktop.reason}.`);
	await openServer();
}

/** A window of its own, with a profile of its own: neither the person's settings nor their extensions are touched. */
async function openDesktop(cli) {
	const { writeSettings } = await import('./host/vscodeServer.mjs');
	const profile = path.join(tryFolder, 'desktop');
	writeSettings(profile, { 'telemetry.telemetryLevel': 'off', 'workbench.startupEditor': 'none', ...settings });
	console.log('Opening desktop VS Code. Close its window or press Ctrl+C here to end.');
	const child = spawn(
		process.platform === 'win32' ? `"${cli}"` : cli,
		[
			`--user-data-dir=${profile}`,
			`--extensions-dir=${path.join(tryFolder, 'desktop-extensions')}`,
			`--extensionDevelopmentPath=${root}`,
			'--new-window',
			// VS Code refuses root with its sandbox on.
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			'--wait',
			workspace,
			...(note ? [note] : []),
		],
		{ stdio: 'inherit', shell: process.platform === 'win32' },
	);
	endWithSignals(async () => {
		child.kill('SIGINT');
	});
	child.on('error', (error) => {
		console.error(`Desktop VS Code could not be started: ${error.message}`);
		process.exitCode = 1;
	});
	await new Promise((resolve) => child.once('close', resolve));
}

/**
 * The server on the loopback, open only to who has its address with the token. Dossier is installed in it as a user installs it.
 */
async function openServer() {
	const { startServer, workbenchAddress } = await import('./host/vscodeServer.mjs');
	const token = randomBytes(24).toString('hex');
	let server;
	try {
		server = await startServer({
			token,
			dataFolder: path.join(tryFolder, 'server'),
			extensionsFolder: await installBuilt(path.join(tryFolder, 'server-extensions')),
			settings,
		});
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	}
	const address = workbenchAddress(server, {
		folder: workspace,
		token,
		payload: note ? [['openFile', `vscode-remote://${server.authority}${note}`]] : [],
	});
	console.log(`\nVS Code with Dossier is at\n\n  ${address}\n\nIt stays up until you press Ctrl+C.`);
	openInBrowser(address);
	endWithSignals(() => server.stop());
	await server.ended;
	console.log('VS Code has ended.');
}

/** Packs what was built and installs it afresh, so that what one tries is what one would install. */
async function installBuilt(extensionsFolder) {
	const { installExtension } = await import('./host/vscodeServer.mjs');
	const { packVsix } = await import('./vsix.mjs');
	const vsix = path.join(tryFolder, 'dossier.vsix');
	fs.rmSync(extensionsFolder, { recursive: true, force: true });
	fs.mkdirSync(extensionsFolder, { recursive: true });
	await packVsix(vsix);
	await installExtension(vsix, extensionsFolder);
	return extensionsFolder;
}

/** Opens the address in the person's own browser if there is a display; says nothing if not: the address is printed. */
function openInBrowser(address) {
	const [program, ...args] = {
		darwin: ['open', address],
		win32: ['cmd', '/c', 'start', '""', address.replaceAll('&', '^&')],
	}[process.platform] ?? ['xdg-open', address];
	if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
		return;
	}
	const child = spawn(program, args, { stdio: 'ignore', detached: true });
	child.on('error', () => undefined);
	child.unref();
}

function endWithSignals(stop) {
	let ending = false;
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => {
			if (!ending) {
				ending = true;
				void stop().finally(() => process.exit(0));
			}
		});
	}
}
