import { closeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../systemProblem.ts';
import { type Disk, openFile, openNow, readNow, readRange, writeRange } from './disk.ts';

/** Records go into the next pack from here on: few files for many texts, and none that is a burden to copy. */
const maxPackBytes = 64 * 1024 * 1024;

/** A record beyond this is none of ours. */
const maxRecordBytes = 512 * 1024 * 1024;

/** The files that hold records one after another, `texts-1.pack` and so on. What stands where, others know. */
export class Packs {
	readonly #disk: Disk;
	readonly #folder: string;
	/** Open ones, by `read 1`, `write 1`: a folder that may only be read gives no others. */
	readonly #handles = new Map<string, Promise<FileHandle | undefined>>();
	/** Files open for `readNow`. */
	readonly #descriptors = new Map<number, number>();
	#isClosed = false;
	#wantsNew = false;
	/** The pack that is written to, and where it ends. */
	#last: { readonly pack: number; end: number } | undefined;

	constructor(disk: Disk, folder: string) {
		this.#disk = disk;
		this.#folder = folder;
	}

	/** The bytes that stand there, if there are so many; `undefined` if not, or if the system does not give them. */
	async read(pack: number, offset: number, length: number): Promise<Buffer | undefined> {
		if (length > maxRecordBytes) {
			return undefined;
		}
		try {
			const handle = await this.#open(pack, 'read');
			// The size first: a length that is a lie must not cost memory.
			if (handle === undefined || offset + length > (await handle.stat()).size) {
				return undefined;
			}
			const bytes = await readRange(handle, offset, length);
			return bytes.length === length ? bytes : undefined;
		} catch (error) {
			if (errorCode(error) === undefined) {
				throw error;
			}
			return undefined;
		}
	}

	/** `read`, at once. Texts that are shown are read so: one here and one there, each some kilobytes. */
	readNow(pack: number, offset: number, length: number): Buffer | undefined {
		if (length > maxRecordBytes || length < 0 || !Number.isSafeInteger(pack) || !Number.isSafeInteger(offset)) {
			return undefined;
		}
		const fd = this.#descriptors.get(pack) ?? openNow(this.#pathOf(pack));
		if (fd === undefined) {
			return undefined;
		}
		this.#descriptors.set(pack, fd);
		const bytes = readNow(fd, offset, length);
		if (this.#isClosed) {
			this.closeNow();
		}
		return bytes?.length === length ? bytes : undefined;
	}

	/** Lets go of what `readNow` has open: what it reads next is what stands there then. */
	closeNow(): void {
		for (const fd of this.#descriptors.values()) {
			closeSync(fd);
		}
		this.#descriptors.clear();
	}

	/** Adds records behind all others and makes sure that they are on the disk; where each begins. Throws what the system throws. */
	async append(records: readonly Uint8Array[]): Promise<readonly { readonly pack: number; readonly offset: number }[]> {
		const places: { readonly pack: number; readonly offset: number }[] = [];
		for (let from = 0; from < records.length; ) {
			const last = await this.#getLast();
			let end = last.end;
			let to = from;
			while (to < records.length && (to === from || end < maxPackBytes)) {
				places.push({ pack: last.pack, offset: end });
				end += records[to]?.length ?? 0;
				to += 1;
			}
			const handle = await this.#open(last.pack, 'write');
			if (handle !== undefined) {
				await writeRange(handle, Buffer.concat(records.slice(from, to)), last.end);
				await handle.datasync();
			}
			last.end = end;
			from = to;
		}
		return places;
	}

	/** What is appended next begins a pack of its own. */
	startNewPack(): void {
		this.#last = undefined;
		this.#wantsNew = true;
	}

	/** Writes zeros over a record, so that nothing of it can be read any more. */
	async wipe(pack: number, offset: number, length: number): Promise<void> {
		const handle = await this.#open(pack, 'write');
		const size = (await handle?.stat())?.size ?? 0;
		if (handle !== undefined && offset + length <= size) {
			await writeRange(handle, Buffer.alloc(length), offset);
		}
	}

	/** Makes sure that what was written is on the disk. */
	async sync(packs: ReadonlySet<number>): Promise<void> {
		for (const pack of packs) {
			await (await this.#open(pack, 'write'))?.datasync();
		}
	}

	/** Removes a pack in which nothing is of use any more. */
	async remove(pack: number): Promise<void> {
		this.closeNow();
		for (const mode of ['read', 'write']) {
			const handle = this.#handles.get(`${mode} ${pack}`);
			this.#handles.delete(`${mode} ${pack}`);
			await (await handle)?.close();
		}
		if (this.#last?.pack === pack) {
			this.#last = undefined;
		}
		await this.#disk.rm(this.#pathOf(pack), { force: true });
	}

	/** The packs that are there, in order, with their sizes. */
	async list(): Promise<readonly { readonly pack: number; readonly bytes: number }[]> {
		const packs: { pack: number; bytes: number }[] = [];
		for (const name of await this.#disk.readdir(this.#folder)) {
			const pack = Number(/^texts-(\d{1,9})\.pack$/.exec(name)?.[1] ?? Number.NaN);
			if (pack > 0) {
				packs.push({ pack, bytes: (await this.#disk.lstat(path.join(this.#folder, name))).size });
			}
		}
		return packs.sort((a, b) => a.pack - b.pack);
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		this.closeNow();
		const handles = [...this.#handles.values()];
		this.#handles.clear();
		await Promise.all(handles.map(async (handle) => (await handle)?.close()));
	}

	#pathOf(pack: number): string {
		return path.join(this.#folder, `texts-${pack}.pack`);
	}

	async #open(pack: number, mode: 'read' | 'write'): Promise<FileHandle | undefined> {
		const key = `${mode} ${pack}`;
		const opening = this.#handles.get(key) ?? openFile(this.#disk, this.#pathOf(pack), mode);
		this.#handles.set(key, opening);
		try {
			const handle = await opening;
			if (handle === undefined) {
				this.#handles.delete(key);
			}
			return handle;
		} catch (error) {
			this.#handles.delete(key);
			throw error;
		}
	}

	async #getLast(): Promise<{ readonly pack: number; end: number }> {
		if (this.#last === undefined || this.#last.end >= maxPackBytes) {
			const last = (await this.list()).at(-1);
			const isFull = last === undefined || last.bytes >= maxPackBytes || this.#wantsNew;
			this.#wantsNew = false;
			this.#last = isFull ? { pack: (last?.pack ?? 0) + 1, end: 0 } : { pack: last.pack, end: last.bytes };
		}
		return this.#last;
	}
}
