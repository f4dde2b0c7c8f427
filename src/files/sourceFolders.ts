import { readdir, realpath, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { compileGlobs, isLiteralPath } from '../base/glob.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import { isHiddenName } from '../library/fileRules.ts';
import { fromFileUri, toFileUri } from './fileUri.ts';
import { errorCode } from './systemProblem.ts';

/** Folders looked into below one root, breadth first: near ones are found in any workspace, and a giant one costs seconds at most. */
const maxFoldersVisited = 30_000;

/** Which folders hold documents: see `FolderRequest` (service/messages), whose shape this is. */
export interface FolderSearch {
	readonly roots: readonly string[];
	readonly patterns: readonly string[];
	readonly excludes: readonly string[];
}

/**
 * The folders of the machine that match, in order of path; one inside another is left out. Not looked into: hidden folders, `node_modules`,
 * what is excluded, links. A pattern without wildcards is taken as a path, below each root or absolute (`~/` is the home folder); one below a
 * root may say `..`, but no link leads out of the root: only an absolute path, which names the place itself, may be or pass a link.
 */
export async function findSourceFolders({ roots, patterns, excludes }: FolderSearch): Promise<readonly SourceFolder[]> {
	const found = new Set<string>();
	const searches = new Map<string, string[]>();
	const rootPaths = roots.map(fromFileUri).filter((root) => typeof root === 'string');
	for (const pattern of patterns.filter((text) => text.trim() !== '')) {
		const absolute = toAbsolute(pattern);
		const places = absolute === undefined ? rootPaths.map((root) => ({ root, pattern })) : [splitAtWildcard(absolute)];
		for (const place of places) {
			const literal = isLiteralPath(place.pattern) ? path.join(place.root, place.pattern) : undefined;
			const root = absolute === undefined ? place.root : undefined;
			if (literal !== undefined && (await isFolder(literal)) && (root === undefined || !(await isLedOut(root, literal)))) {
				found.add(literal.length > 1 ? literal.replace(/[\\/]$/, '') : literal);
			} else if (literal === undefined || absolute === undefined) {
				// A path that is not there in this case may be there in another.
				searches.set(place.root, [...(searches.get(place.root) ?? []), place.pattern]);
			}
		}
	}
	for (const [root, rootPatterns] of searches) {
		for (const folder of await searchBelow(root, rootPatterns, excludes)) {
			found.add(folder);
		}
	}
	const sorted = [...found].sort();
	const outermost = sorted.filter((folder) => !sorted.some((other) => other !== folder && folder.startsWith(other + path.sep)));
	return outermost.map((folder) => ({ uri: toFileUri(folder), name: nameOf(folder, outermost, rootPaths), excludes, isSample: false }));
}

function toAbsolute(pattern: string): string | undefined {
	const expanded = pattern.startsWith('~/') ? path.join(os.homedir(), pattern.slice(2)) : pattern;
	return path.isAbsolute(expanded) ? expanded : undefined;
}

function splitAtWildcard(absolute: string): { root: string; pattern: string } {
	const names = absolute.split(/[\\/]/);
	const firstWildcard = names.findIndex((name) => !isLiteralPath(name));
	if (firstWildcard < 0) {
		return { root: absolute, pattern: '' };
	}
	return { root: names.slice(0, firstWildcard).join(path.sep) || path.sep, pattern: names.slice(firstWildcard).join('/') };
}

async function searchBelow(root: string, patterns: readonly string[], excludes: readonly string[]): Promise<string[]> {
	const isMatch = compileGlobs(patterns, { ignoreCase: true });
	const isExcluded = compileGlobs(excludes);
	const matches: string[] = [];
	const waiting = [''];
	for (let at = 0; at < waiting.length && at < maxFoldersVisited; at += 1) {
		const parent = waiting[at] ?? '';
		for (const entry of await listQuietly(path.join(root, parent))) {
			const relative = parent === '' ? entry.name : `${parent}/${entry.name}`;
			if (!entry.isDirectory() || isHiddenName(entry.name) || entry.name === 'node_modules' || isExcluded(relative)) {
				continue;
			}
			if (isMatch(relative)) {
				matches.push(path.join(root, relative));
			} else {
				waiting.push(relative);
			}
		}
	}
	return matches;
}

/** A folder that cannot be listed holds no source folder that we could read. */
async function listQuietly(folder: string) {
	try {
		return await readdir(folder, { withFileTypes: true });
	} catch (error) {
		if (errorCode(error) === undefined) {
			throw error;
		}
		return [];
	}
}

async function isFolder(folder: string): Promise<boolean> {
	try {
		return (await stat(folder)).isDirectory();
	} catch (error) {
		if (errorCode(error) === undefined) {
			throw error;
		}
		return false;
	}
}

/** Whether a link on the way from the root to the folder leads out of the root. A folder that is gone by now is nowhere, so out of it. */
async function isLedOut(root: string, folder: string): Promise<boolean> {
	try {
		const [realRoot, real] = await Promise.all([realpath(root), realpath(folder)]);
		const isInside = real === realRoot || real.startsWith(realRoot.endsWith(path.sep) ? realRoot : realRoot + path.sep);
		return !isInside && real !== path.join(realRoot, path.relative(root, folder));
	} catch (error) {
		if (errorCode(error) === undefined) {
			throw error;
		}
		return true;
	}
}

/** The folder's own name; with the way to it from its root where two are called the same. */
function nameOf(folder: string, all: readonly string[], roots: readonly string[]): string {
	const name = path.basename(folder) || folder;
	if (all.filter((other) => path.basename(other) === path.basename(folder)).length === 1) {
		return name;
	}
	const root = roots.find((candidate) => folder.startsWith(candidate + path.sep));
	return root === undefined ? folder : path.join(path.basename(root), path.relative(root, folder)).replaceAll(path.sep, '/');
}
