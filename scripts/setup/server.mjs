// VS Code's own server build, as the npm package code-server carries it: the real workbench and the real extension host, without a download
// from anywhere but the npm registry.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './dependencies.mjs';
import { capture } from './run.mjs';

const codeServerVersion = '4.139.1';
const nodeVersion = '24.21.0';

const home = path.join(root, '.vscode-test', `server-${codeServerVersion}`);
const vscodeFolder = path.join(home, 'node_modules', 'code-server', 'lib', 'vscode');

/**
 * Installs the server once (about half a minute), and gives the Node that runs it and its entry file. A half-done installation is done anew.
 * Throws with npm's output if it cannot be had, and on platforms for which it is not built.
 */
export async function ensureServer() {
	if (process.platform === 'win32') {
		throw new Error('VS Code’s server build is not made for Windows; install desktop VS Code.');
	}
	const stamp = path.join(home, 'complete');
	if (!fs.existsSync(stamp)) {
		console.log(`Installing VS Code's server build (code-server ${codeServerVersion}) into .vscode-test/ …`);
		fs.rmSync(home, { recursive: true, force: true });
		fs.mkdirSync(home, { recursive: true });
		fs.writeFileSync(path.join(home, 'package.json'), '{ "private": true }\n');
		const nodePackage = ownNodeServes() ? [] : [`${nodePackageName()}@${nodeVersion}`];
		await npmInstall(home, ['--save-exact', `code-server@${codeServerVersion}`, ...nodePackage]);
		await npmInstall(vscodeFolder, ['--omit=dev']);
		fs.writeFileSync(stamp, '');
	}
	return { node: nodeProgram(), main: path.join(vscodeFolder, 'out', 'server-main.js') };
}

/** The server needs `registerHooks` of `node:module`: Node 22.15 or newer. Odd releases are left alone. */
function ownNodeServes(version = process.versions.node) {
	const [major, minor] = version.split('.').map(Number);
	return major === 24 || (major === 22 && minor >= 15);
}

function nodePackageName() {
	return `node-${process.platform}-${process.arch}`;
}

function nodeProgram() {
	const packaged = path.join(home, 'node_modules', nodePackageName(), 'bin', 'node');
	return fs.existsSync(packaged) ? packaged : process.execPath;
}

/** Installs into a folder. Tried twice: what was fetched stays fetched, and a registry that did not answer once often does the next time. */
async function npmInstall(folder, args) {
	const install = () =>
		capture('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args], { cwd: folder });
	let { code, output } = await install();
	if (code !== 0) {
		console.log(`npm install in ${folder} ended with ${code}; once more …`);
		({ code, output } = await install());
	}
	if (code !== 0) {
		throw new Error(`npm install in ${folder} ended with ${code}:\n${output}`);
	}
}
