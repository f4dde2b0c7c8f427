#!/usr/bin/env node
// Takes VS Code's usual test flags and runs the suite in VS Code's server build with a browser in front, so that one runner
// (@vscode/test-electron's `runTests`) has two hosts. Ends with the suite's own code; with 1 if the editor or the page fails.
import path from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureBrowser, launchOptions } from '../setup/browser.mjs';
import { slowness } from '../test/patience.mjs';
import { remoteUri, startServer, withoutGallery, workbenchAddress } from './vscodeServer.mjs';

/** For the browser to start, and the page to load. */
const startLimitMs = 120_000 * slowness;
/** The whole suite takes a minute and a half on an idle laptop. */
const suiteLimitMs = Number(process.env.DOSSIER_SUITE_LIMIT_MS ?? 1_800_000 * slowness);

const flags = new Map();
const positional = [];
for (const argument of process.argv.slice(2)) {
	const match = /^--([a-z-]+)(?:=(.*))?$/i.exec(argument);
	if (match) {
		flags.set(match[1], match[2] ?? '');
	} else {
		positional.push(argument);
	}
}

const development = flags.get('extensionDevelopmentPath');
const suite = flags.get('extensionTestsPath');
if (!development || !suite) {
	console.error(
		'Usage: serverCode.mjs [FOLDER or NAME.code-workspace] --extensionDevelopmentPath=… --extensionTestsPath=… [--disable-workspace-trust]',
	);
	process.exit(2);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.once(signal, () => process.exit(130));
}

/** What this build always says, and which means nothing: connection steps, two native modules that stay unbuilt, the gallery that is off. */
const noise = [
	'Resolving connection token',
	'Resolved connection token',
	'Creating a socket',
	'[reconnection-grace-time]',
	'[AgentHost:',
	'[AccountPolicyGate]',
	'[Service Worker] registration',
	'Ignoring fetching additional builtin extensions',
	'No search provider registered for scheme',
	'Updating additional builtin extensions cache',
	'Error: Could not locate the bindings file',
	"Cannot find module './build/Release/watchdog'",
];

function isNoise(text) {
	return noise.some((start) => text.startsWith(start));
}

const server = await startServer({ driver: true, trust: flags.has('disable-workspace-trust'), env: withoutGallery });
let browser;
let code = 1;
try {
	browser = await chromium.launch({ ...launchOptions(await ensureBrowser()), timeout: startLimitMs });
	const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
	page.setDefaultTimeout(startLimitMs);
	const finished = new Promise((resolve, reject) => {
		page.exposeFunction('codeAutomationExit', (result) => resolve(result)).catch(reject);
		page.on('crash', () => reject(new Error('The page crashed')));
		setTimeout(() => reject(new Error(`The suite did not end within ${suiteLimitMs / 1000} s`)), suiteLimitMs).unref();
		void server.ended.then(() => reject(new Error('VS Code’s server ended')));
	});
	await page.exposeFunction('codeAutomationLog', (type, args) => {
		const text = format(...args);
		if (isNoise(text) && !process.env.DOSSIER_VERBOSE) {
			return;
		}
		(type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${text}\n`);
	});
	const where = positional[0] ? path.resolve(positional[0]) : undefined;
	const isWorkspace = where?.endsWith('.code-workspace');
	await page.goto(
		workbenchAddress(server, {
			...(isWorkspace ? { workspace: where } : { folder: where }),
			payload: [
				['extensionDevelopmentPath', remoteUri(server, path.resolve(development))],
				['extensionTestsPath', remoteUri(server, path.resolve(suite))],
				['skipWelcome', 'true'],
			],
		}),
	);
	code = await finished;
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
} finally {
	await browser?.close().catch(() => undefined);
	await server.stop();
}
process.exit(code);
