import { type Cancellation, throwIfCancelled } from '../../src/base/cancellation.ts';
import type { Problem } from '../../src/base/problem.ts';
import type { Caps } from '../../src/library/caps.ts';
import type { FoundFile } from '../../src/library/document.ts';
import { type DocumentSource, type ReadAnswer, type SourceFolder, unreadAnswer } from '../../src/library/documentSource.ts';
import { readUnlessKnown } from '../../src/library/readUnlessKnown.ts';

/** Files in memory as a document source: every write makes a file newer, as a disk does. */
export class MemorySource implements DocumentSource {
	readonly #files = new Map<string, { bytes: Uint8Array; modifiedMs: number; problem?: Problem }>();
	readonly #readIds: string[] = [];
	readonly #parsedIds: string[] = [];
	#now = 1_000;
	#listings = 0;
	/** Called before each file is read; what it throws, reading throws. */
	beforeRead: (id: string) => Promise<void> | void = () => undefined;
	/** Called before each listing. */
	beforeListing: (folder: SourceFolder) => Promise<void> | void = () => undefined;
	/** Called before one file is looked at; what it throws, the look throws. */
	beforeLook: (id: string) => Promise<void> | void = () => undefined;
	/** Called before a glossary is read. */
	beforeSideFile: (id: string) => Promise<void> | void = () => undefined;

	/** Ids in the order in which they were read. */
	get readIds(): readonly string[] {
		return this.#readIds;
	}

	/** Those of them whose bytes were not known, in the same order. */
	get parsedIds(): readonly string[] {
		return this.#parsedIds;
	}

	get listings(): number {
		return this.#listings;
	}

	write(id: string, text: string): this {
		this.#now += 1;
		this.#files.set(id, { bytes: new TextEncoder().encode(text), modifiedMs: this.#now });
		return this;
	}

	/** Changes the content, but neither size nor time, as a clock that stands still would. */
	overwriteUnseen(id: string, text: string): void {
		const file = this.#files.get(id);
		const bytes = new TextEncoder().encode(text);
		if (file?.bytes.length !== bytes.length) {
			throw new RangeError('The new text must be as long as the old one');
		}
		file.bytes = bytes;
	}

	touch(id: string): void {
		this.#now += 1;
		const file = this.#files.get(id);
		if (file) {
			file.modifiedMs = this.#now;
		}
	}

	writeProblem(id: string, problem: Problem): void {
		this.#files.set(id, { bytes: new Uint8Array(), modifiedMs: 0, problem });
	}

	delete(id: string): void {
		this.#files.delete(id);
	}

	async findFiles(folder: SourceFolder, onBatch: (files: readonly FoundFile[]) => void, cancel: Cancellation): Promise<void> {
		this.#listings += 1;
		await this.beforeListing(folder);
		throwIfCancelled(cancel);
		onBatch([...this.#files.keys()].filter((id) => id.startsWith(`${folder.uri}/`)).map((id) => this.#toFound(folder.uri, id)));
	}

	async findFile(folder: SourceFolder, id: string): Promise<FoundFile | undefined> {
		await this.beforeLook(id);
		return this.#files.has(id) && id.startsWith(`${folder.uri}/`) ? this.#toFound(folder.uri, id) : undefined;
	}

	async readDocument(file: FoundFile, caps: Caps, knownHashes: readonly string[], cancel: Cancellation): Promise<ReadAnswer> {
		this.#readIds.push(file.id);
		await this.beforeRead(file.id);
		throwIfCancelled(cancel);
		const stored = this.#files.get(file.id);
		if (stored === undefined) {
			return unreadAnswer({ kind: 'vanished', detail: 'There is no such file (any more)' });
		}
		const answer = await readUnlessKnown(stored.bytes, file.relativePath, caps, knownHashes);
		if (answer.content !== undefined) {
			this.#parsedIds.push(file.id);
		}
		return answer;
	}

	async readSideFile(id: string): Promise<string | undefined> {
		await this.beforeSideFile(id);
		const stored = this.#files.get(id);
		return stored && new TextDecoder().decode(stored.bytes);
	}

	#toFound(folder: string, id: string): FoundFile {
		const stored = this.#files.get(id);
		if (stored === undefined) {
			throw new RangeError(`${id} is not there`);
		}
		const { bytes, modifiedMs, problem } = stored;
		return { id, folder, relativePath: id.slice(folder.length + 1), sizeBytes: bytes.length, modifiedMs, ...(problem && { problem }) };
	}
}
