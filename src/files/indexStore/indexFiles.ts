import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import * as zlib from 'node:zlib';
import type { Log } from '../../base/log.ts';
import { crc32 } from '../../library/container/crc32.ts';
import type { KeptFile, KeptFileKind, KeptFiles, KeptSet } from '../../library/keptFiles.ts';
import type { ByteSource } from '../../library/recordFile.ts';
import { errorCode } from '../systemProblem.ts';
import { type Disk, openFile, readRange, readWhole, replaceFile, writeRange } from '../textStore/disk.ts';
import type { Seal } from '../textStore/seal.ts';
import { keptFileName } from './keptFileName.ts';
import { decodeManifest, encodeManifest, type ManifestFile } from './manifest.ts';
import { packing } from './packing.ts';

export interface IndexFilesOptions {
	readonly disk: Disk;
	readonly folder: string;
	readonly seal: Seal;
	/** What is kept is taken as it is: nobody makes anew what cannot be used. */
	readonly isAsKept: boolean;
	/** Others can write to the folder: nothing of it is believed that was not read and authenticated as a whole. */
	readonly isShared: boolean;
	/** Which Dossier writes and reads: what another one wrote is none of ours. */
	readonly version: string;
	readonly log: Log;
	/** Whether this window is the writer, now. */
	readonly canWrite: () => boolean;
	/** The same, asked of the disk: before each write. */
	readonly mayWrite: () => Promise<boolean>;
	/** Waits for one step of the disk, and throws if that takes too long: a drive that does not answer must keep nobody waiting. */
	readonly inTime: <T>(step: Promise<T>) => Promise<T>;
	/** Told of what the system throws while something is written: nothing more is written after that. */
	readonly onFault: (error: unknown) => void;
}

interface OpenFile {
	readonly file: KeptFile;
	readonly manifest: ManifestFile;
	/** `undefined` where its bytes are in memory. */
	readonly handle: FileHandle | undefined;
	/** By which the system knows the file that stands in its place. */
	readonly inode: number;
}

const manifestName = 'index.manifest';
const maxManifestBytes = 64 * 1024 * 1024;

/** Another window may put a new index in the place of the old one while this one opens it: so often it is looked at again. */
const maxLooks = 3;

/**
 * Files `index-1.bin`, `documents-2.bin` and so on beside a text store, and a manifest that names those that count. Each is written whole and brought to the disk before a
 * manifest names it, and the manifest takes the place of the one before in one step.
 */
export class IndexFiles implements KeptFiles {
	readonly checksum: (bytes: Uint8Array) => number = typeof zlib.crc32 === 'function' ? zlib.crc32 : crc32;
	readonly packing = packing;
	readonly #options: IndexFilesOptions;
	readonly #open = new Map<string, OpenFile>();
	#nextNumber: number | undefined;
	#work: Promise<unknown> = Promise.resolve();

	constructor(options: IndexFilesOptions) {
		this.#options = options;
	}

	get canWrite(): boolean {
		return this.#options.canWrite();
	}

	open(): Promise<KeptSet | undefined> {
		return this.#afterOthers(async () => {
			try {
				return await this.#openAll();
			} catch (error) {
				this.#tellUseless(`The kept index cannot be opened (${errorCode(error) ?? String(error)})`);
				return undefined;
			}
		});
	}

	write(pieces: readonly Uint8Array[], kind: KeptFileKind): Promise<KeptFile | undefined> {
		return this.#writing(async () => {
			const name = `${kind}-${await this.#takeNumber()}.bin`;
			const { disk, seal, isShared, inTime } = this.#options;
			const handle = await inTime(openFile(disk, path.join(this.#options.folder, name), 'write'));
			if (handle === undefined) {
				return undefined;
			}
			let bytes = 0;
			try {
				await inTime(handle.truncate(0));
				for (const piece of pieces) {
					await inTime(writeRange(handle, piece, bytes));
					bytes += piece.length;
				}
				await inTime(handle.sync());
				const whole = isShared ? Buffer.concat(pieces) : undefined;
				return await this.#add({ name, bytes, seal: whole ? seal.make([name, whole]).toString('base64url') : null }, handle, whole);
			} catch (error) {
				await handle.close();
				throw error;
			}
		});
	}

	async commit(state: string, names: ReadonlySet<string>): Promise<boolean> {
		const isDone = await this.#writing(async () => {
			const { disk, folder, seal, version, inTime } = this.#options;
			const named = [...this.#open.values()].filter(({ manifest }) => names.has(manifest.name));
			for (const open of named) {
				await this.#putInPlace(open);
			}
			const files = named.map(({ manifest }) => manifest);
			await inTime(replaceFile(disk, path.join(folder, manifestName), encodeManifest({ version, files, state }, seal)));
			for (const name of await this.#listOwn()) {
				if (!names.has(name)) {
					await inTime(this.#remove(name));
				}
			}
			return true;
		});
		return isDone ?? false;
	}

	/** After what is under way; nothing can be read any more but what is in memory. */
	close(): Promise<void> {
		return this.#afterOthers(async () => {
			for (const name of [...this.#open.keys()]) {
				await this.#close(name);
			}
		});
	}

	async #openAll(): Promise<KeptSet | undefined> {
		const { disk, folder, seal, version, inTime } = this.#options;
		for (let look = 1; ; look += 1) {
			const bytes = await inTime(readWhole(disk, path.join(folder, manifestName), maxManifestBytes));
			if (bytes === undefined) {
				return undefined;
			}
			const manifest = decodeManifest(bytes.toString(), seal);
			if (manifest?.version !== version) {
				this.#tellUseless(`The kept index is ${manifest === undefined ? 'damaged' : 'of another version of Dossier'}`);
				return undefined;
			}
			const files = await this.#openFiles(manifest.files);
			if (files !== undefined) {
				return { state: manifest.state, files };
			}
			if (look === maxLooks) {
				this.#tellUseless('A file of the kept index is damaged or missing');
				return undefined;
			}
		}
	}

	#tellUseless(why: string): void {
		const { log, isAsKept } = this.#options;
		log.warn(isAsKept ? `${why}.` : `${why}; it is made anew.`);
	}

	/** `undefined` if one of them is not there as it was written. */
	async #openFiles(manifests: readonly ManifestFile[]): Promise<ReadonlyMap<string, KeptFile> | undefined> {
		const { disk, folder, seal, isShared, inTime } = this.#options;
		const files = new Map<string, KeptFile>();
		for (const manifest of manifests) {
			const { name, bytes } = manifest;
			const handle = await inTime(openFile(disk, path.join(folder, name), 'read'));
			if (handle === undefined) {
				return undefined;
			}
			try {
				const isLong = (await inTime(handle.stat())).size === bytes;
				const whole = isShared && isLong ? await inTime(readRange(handle, 0, bytes)) : undefined;
				const isSealed = whole === undefined || seal.fits(Buffer.from(manifest.seal ?? '', 'base64url'), [name, whole]);
				if (!isLong || !isSealed) {
					await handle.close();
					return undefined;
				}
				files.set(name, await this.#add(manifest, handle, whole));
			} catch (error) {
				await handle.close();
				throw error;
			}
		}
		return files;
	}

	/** Takes a file as open. With its bytes in memory it is not read again. */
	async #add(manifest: ManifestFile, handle: FileHandle, whole: Uint8Array | undefined): Promise<KeptFile> {
		const { name, bytes } = manifest;
		const { ino: inode } = await handle.stat();
		if (whole !== undefined) {
			await handle.close();
		}
		await this.#close(name);
		const read: ByteSource = (start, end, room) => {
			if (whole !== undefined) {
				return whole.subarray(start, end);
			}
			// Once it is closed, the number may be that of another file.
			const isOpen = this.#open.get(name)?.handle === handle;
			return isOpen ? readNow(handle.fd, Math.min(start, bytes), Math.min(end, bytes), room) : new Uint8Array();
		};
		const file = { name, read };
		this.#open.set(name, { file, manifest, handle: whole === undefined ? handle : undefined, inode });
		return file;
	}

	/** What this window has open another one may have removed, that wrote before: it is written once more. */
	async #putInPlace(open: OpenFile): Promise<void> {
		const { disk, folder, inTime } = this.#options;
		const { name, bytes } = open.manifest;
		const filePath = path.join(folder, name);
		const present = await inTime(openFile(disk, filePath, 'read'));
		try {
			if (present !== undefined && (await inTime(present.stat())).ino === open.inode) {
				return;
			}
		} finally {
			await present?.close();
		}
		const content = open.file.read(0, bytes);
		if (content.length !== bytes) {
			throw new TypeError('A file of the kept index cannot be read any more');
		}
		// Not into a file that others have open.
		await inTime(disk.rm(filePath, { force: true }));
		const handle = await inTime(openFile(disk, filePath, 'write'));
		try {
			await inTime(writeRange(handle as FileHandle, content, 0));
			await inTime((handle as FileHandle).sync());
			this.#open.set(name, { ...open, inode: (await (handle as FileHandle).stat()).ino });
		} finally {
			await handle?.close();
		}
	}

	async #takeNumber(): Promise<number> {
		this.#nextNumber ??= [...(await this.#listOwn()), ...this.#open.keys()].reduce((most, name) => Math.max(most, numberOf(name)), 0) + 1;
		this.#nextNumber += 1;
		return this.#nextNumber - 1;
	}

	async #listOwn(): Promise<readonly string[]> {
		return (await this.#options.disk.readdir(this.#options.folder)).filter((name) => numberOf(name) > 0);
	}

	async #remove(name: string): Promise<void> {
		await this.#close(name);
		await this.#options.disk.rm(path.join(this.#options.folder, name), { force: true });
	}

	async #close(name: string): Promise<void> {
		const handle = this.#open.get(name)?.handle;
		this.#open.delete(name);
		await handle?.close();
	}

	/** One thing after another, if this window may write; a fault ends all writing. */
	#writing<T>(write: () => Promise<T>): Promise<T | undefined> {
		return this.#afterOthers(async () => {
			const { canWrite, mayWrite, onFault } = this.#options;
			try {
				return canWrite() && (await mayWrite()) ? await write() : undefined;
			} catch (error) {
				onFault(error);
				return undefined;
			}
		});
	}

	#afterOthers<T>(action: () => Promise<T>): Promise<T> {
		const done = this.#work.then(action);
		this.#work = done.catch(() => undefined);
		return done;
	}
}

function numberOf(name: string): number {
	return Number(keptFileName.exec(name)?.[1] ?? 0);
}

/** Reads at once: what the system does not give is not there. */
function readNow(fd: number, start: number, end: number, room?: Uint8Array): Uint8Array {
	const length = Math.max(0, end - start);
	const bytes = room?.subarray(0, length) ?? allocate(length);
	let read = 0;
	try {
		while (read < bytes.length) {
			const count = readSync(fd, bytes, read, bytes.length - read, start + read);
			if (count === 0) {
				break;
			}
			read += count;
		}
	} catch (error) {
		if (errorCode(error) === undefined) {
			throw error;
		}
	}
	return read === bytes.length ? bytes : bytes.subarray(0, read);
}

/** Bytes of its own, which nobody fills with zeros first. */
function allocate(length: number): Uint8Array {
	const buffer = Buffer.allocUnsafeSlow(length);
	return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
