import fs from 'node:fs';
import type { Cancellation } from '../../src/base/cancellation.ts';
import { type Log, silentLog } from '../../src/base/log.ts';
import { toFileUri } from '../../src/files/fileUri.ts';
import { ReaderThread } from '../../src/files/readerThread.ts';
import { PlacedTexts } from '../../src/files/textStore/placedTexts.ts';
import { type Caps, defaultCaps } from '../../src/library/caps.ts';
import type { DocumentSummary, FoundFile } from '../../src/library/document.ts';
import type { DocumentSource, ReadAnswer } from '../../src/library/documentSource.ts';
import type { TextPlace } from '../../src/library/textStore.ts';
import { SearchIndex } from '../../src/search/searchIndex.ts';
import type { LocalLibrary } from '../../src/service/library.ts';
import { createLibrary } from '../../src/service/libraryService.ts';
import { makeSourceFolder } from './openLibrary.ts';

/** A library over folders of the disk that keeps its texts, from its start to the end of its process, as far as others can see. */
export interface StoredRun {
	readonly library: LocalLibrary;
	/** Relative paths of the files that were parsed, and of those whose bytes were looked at; since the last call of `reset`. */
	readonly parsed: readonly string[];
	readonly looked: readonly string[];
	readonly faults: readonly string[];
	readonly warnings: readonly string[];
	/** Everything that was logged, at any level. */
	readonly logged: readonly string[];
	readonly shown: ReadonlyMap<string, DocumentSummary>;
	reset(): void;
	/** Clean texts by relative path, sorted. */
	texts(): Promise<Record<string, string>>;
	/** As an orderly end. */
	close(): Promise<void>;
}

export interface StoredRunOptions {
	readonly reader: ReaderThread;
	readonly readerPath: string;
	readonly folders: readonly string[];
	readonly places: readonly TextPlace[];
	readonly caps?: Caps;
	/** An index is kept too, of which this file's content is the version. */
	readonly indexerPath?: string;
	readonly uses?: { readonly search: boolean; readonly terms: boolean };
}

/** A place in a folder of the disk. */
export function placeAt(directory: string, more: Partial<TextPlace> = {}): TextPlace {
	return { directory: toFileUri(directory), owner: `${process.pid} ${Math.random()}`, ...more };
}

/** A reader of local files that logs nothing. */
export function makeReader(workerPath: string): ReaderThread {
	return new ReaderThread({ workerPath, log: silentLog });
}

/** Starts a library, and waits until all is read. */
export async function startStoredRun(options: StoredRunOptions): Promise<StoredRun> {
	const parsed: string[] = [];
	const looked: string[] = [];
	const faults: string[] = [];
	const warnings: string[] = [];
	const shown = new Map<string, DocumentSummary>();
	const logged: string[] = [];
	const hear = (message: string) => logged.push(message);
	const hearWarning = (message: string) => warnings.push(message) + logged.push(message);
	const log: Log = { trace: hear, debug: hear, info: hear, warn: hearWarning, error: hearWarning };
	const { reader, readerPath, uses = { search: false, terms: false } } = options;
	const source: DocumentSource = {
		findFiles: (folder, onBatch, cancel) => reader.findFiles(folder, onBatch, cancel),
		findFile: (folder, id, cancel) => reader.findFile(folder, id, cancel),
		readSideFile: (id, cancel) => reader.readSideFile(id, cancel),
		readDocument: async (file: FoundFile, caps: Caps, hashes: readonly string[], cancel: Cancellation): Promise<ReadAnswer> => {
			looked.push(file.relativePath);
			const answer = await reader.readDocument(file, caps, hashes, cancel);
			if (answer.content !== undefined && answer.hash !== undefined) {
				parsed.push(file.relativePath);
			}
			return answer;
		},
	};
	const store = new PlacedTexts({
		readerPath,
		...(options.indexerPath && { indexerPath: options.indexerPath }),
		log,
		onFault: (reason) => faults.push(reason),
	});
	const library = createLibrary({
		source,
		store,
		engine: new SearchIndex(),
		log,
		uses: { ...uses, earlyTables: false },
		events: {
			onDidChangeDocuments: ({ upserted, removedIds }) => {
				for (const summary of upserted) {
					shown.set(summary.id, summary);
				}
				for (const id of removedIds) {
					shown.delete(id);
				}
			},
			onDidChangeStatus() {},
			onDidBuildTermTable() {},
		},
	});
	await library.open({
		folders: options.folders.map((folder) => makeSourceFolder(toFileUri(folder))),
		caps: options.caps ?? defaultCaps,
		glossaryFiles: [],
		texts: { places: options.places, outdated: [] },
	});
	await library.whenReady();
	return {
		library,
		parsed,
		looked,
		faults,
		warnings,
		logged,
		shown,
		reset: () => {
			parsed.length = 0;
			looked.length = 0;
		},
		texts: async () => {
			const summaries = [...shown.values()].sort((a, b) => (a.relativePath < b.relativePath ? -1 : 1));
			const texts: Record<string, string> = {};
			for (const { id, relativePath, problems } of summaries) {
				const content = await library.getContent(id);
				texts[relativePath] = [content?.text, content?.title, JSON.stringify([content?.offsetMap, problems])].join('|');
			}
			return texts;
		},
		close: async () => {
			await library.whenKept();
			library.dispose();
			await store.close();
		},
	};
}

/** Names of the files of a folder, and their bytes together. */
export function lookAtFolder(folder: string): { readonly names: readonly string[]; readonly bytes: number } {
	const names = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
	return { names, bytes: names.reduce((sum, name) => sum + fs.lstatSync(`${folder}/${name}`).size, 0) };
}
