// A Chromium-like browser: the workbench of VS Code's server is shown in it, by the tests and for the pictures.
import fs from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];

const places = {
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
	],
	win32: [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
		.filter(Boolean)
		.flatMap((base) => [path.join(base, 'Google/Chrome/Application/chrome.exe'), path.join(base, 'Microsoft/Edge/Application/msedge.exe')]),
};

/** An installed Chrome, Edge or Chromium: the one that `CHROME_PATH` names, else one on the `PATH` or where it is usually put; or `undefined`. */
export function findBrowser(env = process.env) {
	const named = env.CHROME_PATH;
	if (named) {
		return isProgram(named) ? named : undefined;
	}
	const onPath = (env.PATH ?? '').split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
	return [...onPath, ...(places[process.platform] ?? [])].find(isProgram);
}

/**
 * A browser, installed from Debian's packages if there is none and this is root on a Debian.
 * Throws with the exact line to run where it may not install by itself.
 */
export async function ensureBrowser() {
	const found = findBrowser();
	if (found) {
		return found;
	}
	if (process.env.CHROME_PATH) {
		throw new Error(`CHROME_PATH names ${process.env.CHROME_PATH}, which is not a program that can be run.`);
	}
	const line = 'apt-get update && apt-get install -y chromium fonts-dejavu-core';
	if (process.platform !== 'linux' || !fs.existsSync('/etc/debian_version')) {
		throw new Error('No Chrome, Edge or Chromium was found. Install one, or set CHROME_PATH to where it is.');
	}
	if (process.getuid?.() !== 0) {
		throw new Error(`No Chrome, Edge or Chromium was found. Run this, then try again:\n\n  sudo sh -c '${line}'\n`);
	}
	console.log('Installing Chromium from Debian’s packages …');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update', '-qq'], { env });
	await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], { env });
	const installed = findBrowser();
	if (!installed) {
		throw new Error(`Chromium was installed but is not on the PATH. Run: ${line}`);
	}
	return installed;
}

/**
 * What to give Playwright's `chromium.launch`. The browser's sandbox is off, since it refuses root and most containers; the page shows nothing
 * but our own server on the loopback, and the browser's own calls home are off.
 * @param {string} executablePath
 */
export function launchOptions(executablePath) {
	return {
		executablePath,
		chromiumSandbox: false,
		args: [
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	};
}

function isProgram(file) {
	try {
		fs.accessSync(file, fs.constants.X_OK);
		return fs.statSync(file).isFile();
	} catch {
		return false;
	}
}
