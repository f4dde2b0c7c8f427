import type { BigIntStats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Cancellation, throwIfCancelled } from '../base/cancellation.ts';
import { compileGlobs } from '../base/glob.ts';
import type { Problem } from '../base/problem.ts';
import type { FoundFile } from '../library/document.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import { isHiddenName, makeLeftOutTest, pagesOfFolder } from '../library/fileRules.ts';
import { fromFileUri, joinUri, relativePathOf } from './fileUri.ts';
import { withRetries } from './guardedRead.ts';
import { errorCode, toProblem } from './systemProblem.ts';
import { areOfOwnFolder, isOwnName } from './textStore/ownNames.ts';

/** Few enough to show the first files soon, many enough that 100,000 are 200 messages. */
const batchSize = 500;

/** How many files are looked at side by side: local drives gain nothing beyond the pool's four threads, network drives do. */
const lookAhead = 32;

/**
 * Lists the files of a folder as `DocumentSource.findFiles` promises, each folder in order of names. Each real file once: of hard links the
 * first, of a folder mounted twice the first. A link to something inside the folder is not another document; a link that leads outside,
 * nowhere or to itself is found, with a problem.
 */
export async function walkFolder(
	folder: SourceFolder,
	onBatch: (files: readonly FoundFile[]) => void,
	cancel: Cancellation,
): Promise<void> {
	const walk = await startWalk(folder);
	let batch: FoundFile[] = [];
	const add = (file: FoundFile) => {
		batch.push(file);
		if (batch.length >= batchSize) {
			onBatch(batch);
			batch = [];
		}
	};
	if (isFound(walk)) {
		onBatch([walk]);
		return;
	}
	const seen = new Set<string>();
	const waiting: Entry[] = [{ path: walk.root, relative: Buffer.alloc(0) }];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		throwIfCancelled(cancel);
		const { files, folders } = await listFolder(walk, next, seen, cancel);
		for (const file of files) {
			add(file);
		}
		// One by one: a call takes no hundred thousand arguments.
		for (const below of folders.reverse()) {
			waiting.push(below);
		}
	}
	if (batch.length > 0) {
		onBatch(batch);
	}
}

/** One file as `DocumentSource.findFile` promises. Never leaves the folder, whatever links stand on the way. */
export async function findFile(folder: SourceFolder, id: string): Promise<FoundFile | undefined> {
	const relativePath = relativePathOf(folder.uri, id);
	const filePath = fromFileUri(id);
	const isOdd = relativePath === undefined || relativePath.split('/').some((name) => name === '' || name === '..' || name === '.');
	if (isOdd || filePath === undefined || makeLeftOutTest(folder.excludes)(relativePath)) {
		return undefined;
	}
	const walk = await startWalk(folder);
	if (isFound(walk)) {
		return undefined;
	}
	try {
		// The folder it stands in must be the real one, or a link on the way leads out.
		const relativeFolder = path.dirname(relativePath);
		const parent = path.dirname(filePath.toString());
		if ((await realpath(parent)) !== path.join(walk.realRoot, relativeFolder) || (await isSavedWithPage(walk.realRoot, relativePath))) {
			return undefined;
		}
		if (relativeFolder !== '.' && isOwnName(path.basename(relativePath)) && areOfOwnFolder(await readdir(parent))) {
			return undefined;
		}
		const entry: Entry = { path: Buffer.from(filePath), relative: Buffer.from(relativePath) };
		const found = await look(walk, entry);
		return found === undefined || found === 'folder' ? undefined : found.file;
	} catch (error) {
		if (errorCode(error) === undefined) {
			throw error;
		}
		return undefined;
	}
}

/** A file or folder on the way, by the bytes of its name: not every name is UTF-8. `relative` has `/`; both are empty-named for the root. */
interface Entry {
	readonly path: Buffer;
	readonly relative: Buffer;
}

interface Walk {
	readonly folder: SourceFolder;
	readonly root: Buffer;
	/** Where the root really is, links resolved: people may give a link as a folder. */
	readonly realRoot: string;
	readonly isExcluded: (relativePath: string) => boolean;
	readonly isLeftOut: (relativePath: string) => boolean;
}

/** What is needed to walk; the folder itself as a found file with a problem if it cannot be had. */
async function startWalk(folder: SourceFolder): Promise<Walk | FoundFile> {
	const root = fromFileUri(folder.uri);
	const asFile = (problem: Problem): FoundFile => {
		return { id: folder.uri, folder: folder.uri, relativePath: '', sizeBytes: 0, modifiedMs: 0, problem };
	};
	if (root === undefined) {
		return asFile({ kind: 'unreadable', detail: 'It is not a folder of this machine' });
	}
	try {
		const realRoot = await withRetries(() => realpath(root));
		if (!(await stat(realRoot)).isDirectory()) {
			return asFile({ kind: 'notAFile', detail: 'It is not a folder' });
		}
		const isLeftOut = makeLeftOutTest(folder.excludes);
		return { folder, root: Buffer.from(root), realRoot, isExcluded: compileGlobs(folder.excludes), isLeftOut };
	} catch (error) {
		return asFile(toProblem(error));
	}
}

function isFound(walk: Walk | FoundFile): walk is FoundFile {
	return 'relativePath' in walk;
}

async function listFolder(
	walk: Walk,
	folder: Entry,
	seen: Set<string>,
	cancel: Cancellation,
): Promise<{ files: FoundFile[]; folders: Entry[] }> {
	const files: FoundFile[] = [];
	const folders: Entry[] = [];
	let names: Buffer[];
	try {
		const self = await lstatOf(folder.path, folder.relative.length === 0);
		if (isSeenBefore(self, seen)) {
			return { files, folders };
		}
		names = await withRetries(() => readdir(folder.path, { encoding: 'buffer' }));
	} catch (error) {
		files.push(toFoundFile(walk, folder, undefined, toProblem(error)));
		return { files, folders };
	}
	if (folder.relative.length > 0 && areOfOwnFolder(names.map(String))) {
		return { files, folders };
	}
	const allNames = new Set(names.map((name) => name.toString().toLowerCase()));
	names.sort(Buffer.compare);
	const entries: Entry[] = [];
	for (const name of names) {
		const relative = folder.relative.length === 0 ? name : Buffer.concat([folder.relative, slash, name]);
		if (!isHiddenName(name.toString()) && !walk.isExcluded(relative.toString())) {
			entries.push({ path: Buffer.concat([folder.path, separator, name]), relative });
		}
	}
	for (let start = 0; start < entries.length; start += lookAhead) {
		throwIfCancelled(cancel);
		const group = entries.slice(start, start + lookAhead);
		const looks = await Promise.all(group.map((entry) => look(walk, entry)));
		for (const [index, found] of looks.entries()) {
			const entry = group[index] as Entry;
			if (found === 'folder') {
				const pages = pagesOfFolder(path.posix.basename(entry.relative.toString()));
				if (!pages.some((page) => allNames.has(page))) {
					folders.push(entry);
				}
			} else if (found !== undefined && !(found.hasOtherNames && isSeenBefore(found.stats, seen))) {
				files.push(found.file);
			}
		}
	}
	return { files, folders };
}

const slash = Buffer.from('/');
const separator = Buffer.from(path.sep);

type Look = 'folder' | { readonly file: FoundFile; readonly stats: BigIntStats | undefined; readonly hasOtherNames: boolean } | undefined;

/** What stands at a path: `undefined` for what is gone, or a link to something inside. */
async function look(walk: Walk, entry: Entry): Promise<Look> {
	let stats: BigIntStats;
	try {
		stats = await lstatOf(entry.path, false);
	} catch (error) {
		// Gone between listing and looking: there is nothing to tell of it.
		return errorCode(error) === 'ENOENT' ? undefined : found(walk, entry, undefined, toProblem(error));
	}
	if (stats.isDirectory()) {
		return 'folder';
	}
	if (stats.isSymbolicLink()) {
		const problem = await problemOfLink(walk, entry);
		return problem && found(walk, entry, stats, problem);
	}
	return found(walk, entry, stats, stats.isFile() ? undefined : { kind: 'notAFile', detail: 'It is a pipe, socket or device, not a file' });
}

async function problemOfLink(walk: Walk, entry: Entry): Promise<Problem | undefined> {
	try {
		const target = await withRetries(() => realpath(entry.path));
		const inside = path.relative(walk.realRoot, target);
		const isInside = inside === '' || !(inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside));
		if (isInside && (inside === '' || !walk.isLeftOut(inside.replaceAll(path.sep, '/')))) {
			return undefined;
		}
		return { kind: 'unreadable', detail: 'It is a link that leads out of the folder; links are not followed' };
	} catch (error) {
		return errorCode(error) === 'ENOENT' ? { kind: 'vanished', detail: 'It is a link to a file that is not there' } : toProblem(error);
	}
}

function found(walk: Walk, entry: Entry, stats: BigIntStats | undefined, problem: Problem | undefined): Look {
	return { file: toFoundFile(walk, entry, stats, problem), stats, hasOtherNames: stats !== undefined && stats.nlink > 1n };
}

function toFoundFile(walk: Walk, entry: Entry, stats: BigIntStats | undefined, problem: Problem | undefined): FoundFile {
	return {
		id: entry.relative.length === 0 ? walk.folder.uri : joinUri(walk.folder.uri, entry.relative),
		folder: walk.folder.uri,
		relativePath: entry.relative.toString(),
		sizeBytes: Number(stats?.size ?? 0),
		modifiedMs: stats === undefined ? 0 : Number(stats.mtimeNs) / 1e6,
		...(stats && { changedMs: Number(stats.ctimeNs) / 1e6 }),
		...(problem && { problem }),
	};
}

function lstatOf(filePath: Buffer, followsLink: boolean): Promise<BigIntStats> {
	return withRetries(() => (followsLink ? stat(filePath, { bigint: true }) : lstat(filePath, { bigint: true })));
}

function isSeenBefore(stats: BigIntStats | undefined, seen: Set<string>): boolean {
	// Some network drives number no files.
	if (stats === undefined || stats.ino === 0n) {
		return false;
	}
	const key = `${stats.dev}:${stats.ino}`;
	const isSeen = seen.has(key);
	seen.add(key);
	return isSeen;
}

/** Whether a folder on the way was saved by a browser beside its page. */
async function isSavedWithPage(realRoot: string, relativePath: string): Promise<boolean> {
	const names = relativePath.split('/');
	for (const [depth, name] of names.slice(0, -1).entries()) {
		const pages = pagesOfFolder(name);
		if (pages.length > 0) {
			const siblings = await readdir(path.join(realRoot, ...names.slice(0, depth)));
			if (siblings.some((sibling) => pages.includes(sibling.toLowerCase()))) {
				return true;
			}
		}
	}
	return false;
}
