// The first step of every command: the packages of package-lock.json are in node_modules. Imports Node's own modules only, since nothing else
// may be there yet.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const stampFile = path.join(root, 'node_modules', '.dossier-lock');

/** Says in one sentence what is wrong with this Node, or nothing. */
export function problemOfNode(version = process.versions.node) {
	const major = Number.parseInt(version, 10);
	return major >= 20 ? undefined : `Dossier is built with Node 20 or newer; this is Node ${version}.`;
}

/**
 * Installs the locked packages if they are missing or are not those of the lock file; else does nothing, in a few milliseconds.
 * No package runs an install script. Throws with the reason if npm fails.
 */
export async function ensureDependencies() {
	const problem = problemOfNode();
	if (problem) {
		throw new Error(problem);
	}
	const wanted = createHash('sha256')
		.update(fs.readFileSync(path.join(root, 'package-lock.json')))
		.digest('hex');
	if (read(stampFile) === wanted || matchesLock()) {
		write(stampFile, wanted);
		return;
	}
	console.log('Installing the packages of package-lock.json …');
	await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root });
	write(stampFile, wanted);
}

/** Whether what npm installed last (its own hidden lock) is every package of our lock, in the same version; optional ones may be absent. */
function matchesLock() {
	const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
	const locked = readJson(path.join(root, 'package-lock.json'))?.packages;
	if (!installed || !locked) {
		return false;
	}
	return Object.entries(locked).every(([where, entry]) => {
		if (where === '') {
			return true;
		}
		const there = installed[where];
		return there ? there.version === entry.version : entry.optional === true;
	});
}

function read(file) {
	try {
		return fs.readFileSync(file, 'utf8');
	} catch {
		return undefined;
	}
}

function readJson(file) {
	const text = read(file);
	try {
		return text === undefined ? undefined : JSON.parse(text);
	} catch {
		return undefined;
	}
}

function write(file, text) {
	if (read(file) !== text) {
		fs.writeFileSync(file, text);
	}
}
