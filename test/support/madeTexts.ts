import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { silentLog } from '../../src/base/log.ts';
import { TextFiles, type TextFilesOptions } from '../../src/files/textStore/textFiles.ts';
import { defaultCaps } from '../../src/library/caps.ts';
import { type DocumentContent, emptyContent, type FoundFile } from '../../src/library/document.ts';

/** A file of this number in its so manieth version. Its time tells the version, and so does its hash: what a store answers can be checked by itself. */
export function madeFile(index: number, version = 0): FoundFile {
	const id = `file:///made/${index}.txt`;
	return { id, folder: 'file:///made', relativePath: `${index}.txt`, sizeBytes: 1_000 + index, modifiedMs: version, changedMs: version };
}

export function hashOf(file: FoundFile): string {
	return createHash('sha256').update(`${file.id} ${file.modifiedMs}`).digest('hex');
}

/** The one right content of these bytes: between a hundred bytes and some ten thousand. */
export function contentOf(hash: string): DocumentContent {
	const times = 1 + (Number.parseInt(hash.slice(0, 4), 16) % 150);
	const text = Array.from({ length: times }, (_, index) => `${hash} ${index * 7919}`).join('\n\n');
	return {
		...emptyContent('txt', [{ kind: 'encodingGuessed', detail: 'It is a guess' }]),
		text,
		offsetMap: [0, 3, text.length],
		title: hash,
	};
}

export interface OpenTextFiles {
	readonly store: TextFiles;
	readonly faults: string[];
	readonly warnings: string[];
}

export async function openTextFiles(folder: string, options: Partial<TextFilesOptions> = {}): Promise<OpenTextFiles> {
	const faults: string[] = [];
	const warnings: string[] = [];
	const log = { ...silentLog, warn: (message: string) => warnings.push(message), error: (message: string) => warnings.push(message) };
	const owner = `${Math.random()}`;
	const store = await TextFiles.open({ folder, owner, version: '1', log, onFault: (reason) => faults.push(reason), ...options });
	return { store, faults, warnings };
}

export function keepFile(store: TextFiles, file: FoundFile): Promise<void> {
	const hash = hashOf(file);
	return store.keep({ file, caps: defaultCaps, hash, content: contentOf(hash), readMs: Date.now() });
}

/** How many of the files are kept. Whatever the store answers must be the one right content. */
export async function countKept(store: TextFiles, files: readonly FoundFile[]): Promise<number> {
	let count = 0;
	for (const file of files) {
		const hash = hashOf(file);
		const right = contentOf(hash);
		const [found, loaded] = [await store.find(file, defaultCaps), await store.load(file, hash, defaultCaps)];
		for (const content of [found, loaded]) {
			if (content !== undefined) {
				assert.deepEqual(content, right);
			}
		}
		count += found === undefined ? 0 : 1;
	}
	return count;
}
