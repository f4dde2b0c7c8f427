import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import * as nodeDisk from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../systemProblem.ts';

/** The calls of the system that a text store makes: those of Node, or in tests those of a disk that is full, locked or broken. */
export type Disk = Pick<typeof nodeDisk, 'lstat' | 'mkdir' | 'open' | 'readdir' | 'rename' | 'rm' | 'rmdir'>;

export const realDisk: Disk = nodeDisk;

/** For us alone: what is kept is as private as the documents. */
const fileMode = 0o600;
const folderMode = 0o700;

// Never through a link, never waiting for a pipe. Windows has neither flag.
const guard = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Opens an ordinary file; `undefined` if there is none. What stands there and is none is set aside first, so that it is none. */
export async function openFile(disk: Disk, filePath: string, mode: 'read' | 'write'): Promise<FileHandle | undefined> {
	const flags = mode === 'read' ? constants.O_RDONLY : constants.O_RDWR | constants.O_CREAT;
	for (let attempt = 0; attempt < 2; attempt += 1) {
		let handle: FileHandle | undefined;
		try {
			handle = await disk.open(filePath, flags | guard, fileMode);
			if ((await handle.stat()).isFile()) {
				return handle;
			}
		} catch (error) {
			await handle?.close();
			handle = undefined;
			const code = errorCode(error);
			if (code === 'ENOENT' && mode === 'read') {
				return undefined;
			}
			// A folder, a link, a pipe without a reader: no file.
			if (code !== 'EISDIR' && code !== 'ELOOP' && code !== 'ENXIO' && code !== 'EMLINK') {
				throw error;
			}
		}
		await handle?.close();
		if (mode === 'read') {
			return undefined;
		}
		await setAside(disk, filePath);
	}
	throw new TypeError('A file could not be made where something else stood');
}

/** Gives what stands at a path another name. Nothing is deleted that is not known to be ours. */
export async function setAside(disk: Disk, filePath: string): Promise<void> {
	await disk.rename(filePath, `${filePath}.${Date.now().toString(36)}.odd`);
}

/** Makes our folder, unless it is there. Throws if something else stands in its place, a link too. */
export async function makeFolder(disk: Disk, folder: string): Promise<void> {
	if ((await isDirectory(disk, folder)) === undefined) {
		await disk.mkdir(folder, { recursive: true, mode: folderMode });
	}
	if (!(await isDirectory(disk, folder))) {
		throw Object.assign(new Error('Something else stands in the place of the folder'), { code: 'ENOTDIR', errno: -20, syscall: 'lstat' });
	}
}

/** `undefined` if nothing stands there. A link is no directory, wherever it leads. */
async function isDirectory(disk: Disk, target: string): Promise<boolean | undefined> {
	try {
		return (await disk.lstat(target)).isDirectory();
	} catch (error) {
		if (errorCode(error) === 'ENOENT') {
			return undefined;
		}
		throw error;
	}
}

/** Writes a whole file so that at any moment the old one or the new one stands there: beside it, to the disk, then into its place. */
export async function replaceFile(disk: Disk, filePath: string, content: string): Promise<void> {
	const temporary = `${filePath}.new`;
	const handle = await openFile(disk, temporary, 'write');
	try {
		await handle?.truncate(0);
		await handle?.writeFile(content);
		await handle?.sync();
	} finally {
		await handle?.close();
	}
	try {
		await disk.rename(temporary, filePath);
	} catch (error) {
		if (!(await isDirectory(disk, filePath))) {
			throw error;
		}
		await setAside(disk, filePath);
		await disk.rename(temporary, filePath);
	}
	await syncFolder(disk, path.dirname(filePath));
}

/** `replaceFile`, where nothing stands yet: what somebody else put there is theirs. */
export async function writeIfNone(disk: Disk, filePath: string, content: string): Promise<void> {
	if ((await isDirectory(disk, filePath)) === undefined) {
		await replaceFile(disk, filePath, content);
	}
}

/** Makes sure that the folder's names are on the disk. Not every system can; then nothing more is to be done. */
async function syncFolder(disk: Disk, folder: string): Promise<void> {
	try {
		const handle = await disk.open(folder, constants.O_RDONLY);
		try {
			await handle.sync();
		} finally {
			await handle.close();
		}
	} catch (error) {
		if (errorCode(error) === undefined) {
			throw error;
		}
	}
}

/** The whole file, or its first `maxBytes`; `undefined` if there is none. */
export async function readWhole(disk: Disk, filePath: string, maxBytes: number): Promise<Buffer | undefined> {
	const handle = await openFile(disk, filePath, 'read');
	if (handle === undefined) {
		return undefined;
	}
	try {
		const { size } = await handle.stat();
		return await readRange(handle, 0, Math.min(size, maxBytes));
	} finally {
		await handle.close();
	}
}

/** `readWhole`, at once: of the disk of this machine. What cannot be read is not there. */
export function readWholeNow(filePath: string, maxBytes: number): Buffer | undefined {
	const fd = openNow(filePath);
	try {
		return fd === undefined ? undefined : readNow(fd, 0, maxBytes);
	} finally {
		if (fd !== undefined) {
			closeSync(fd);
		}
	}
}

/** Opens an ordinary file to read, at once; `undefined` if there is none, or if it cannot be read. */
export function openNow(filePath: string): number | undefined {
	return unlessRefused(() => {
		const fd = openSync(filePath, constants.O_RDONLY | guard);
		if (fstatSync(fd).isFile()) {
			return fd;
		}
		closeSync(fd);
		return undefined;
	});
}

/** So many bytes from there, at once, fewer if the file ends before; `undefined` if the system does not give them. */
export function readNow(fd: number, offset: number, maxLength: number): Buffer | undefined {
	return unlessRefused(() => {
		// The size first, where it matters: a length that is a lie must not cost memory.
		const length = maxLength > freeLength ? Math.min(maxLength, fstatSync(fd).size - offset) : maxLength;
		const bytes = Buffer.allocUnsafe(Math.max(0, length));
		let read = 0;
		for (let count = -1; count !== 0 && read < bytes.length; read += count) {
			count = readSync(fd, bytes, read, bytes.length - read, offset + read);
		}
		return bytes.subarray(0, read);
	});
}

const freeLength = 64 * 1024;

function unlessRefused<T>(use: () => T): T | undefined {
	try {
		return use();
	} catch (error) {
		if (errorCode(error) === undefined) {
			throw error;
		}
		return undefined;
	}
}

/** So many bytes from there, fewer if the file ends before. */
export async function readRange(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
	const buffer = Buffer.allocUnsafe(length);
	let read = 0;
	while (read < length) {
		const { bytesRead } = await handle.read(buffer, read, length - read, offset + read);
		if (bytesRead === 0) {
			break;
		}
		read += bytesRead;
	}
	return buffer.subarray(0, read);
}

/** Writes all of it there. */
export async function writeRange(handle: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
	let written = 0;
	while (written < bytes.length) {
		const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, offset + written);
		written += bytesWritten;
	}
}
