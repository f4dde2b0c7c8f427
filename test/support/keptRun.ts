import assert from 'node:assert/strict';
import path from 'node:path';
import { root } from '../../scripts/bundle.mjs';
import { type Log, silentLog } from '../../src/base/log.ts';
import { toFileUri } from '../../src/files/fileUri.ts';
import type { Disk } from '../../src/files/textStore/disk.ts';
import { PlacedTexts } from '../../src/files/textStore/placedTexts.ts';
import { type Caps, defaultCaps } from '../../src/library/caps.ts';
import type { TextPlace, TextPlaces } from '../../src/library/textStore.ts';
import { SearchIndex } from '../../src/search/searchIndex.ts';
import type { LocalLibrary, SearchAnswer } from '../../src/service/library.ts';
import { createLibrary } from '../../src/service/libraryService.ts';
import type { MemorySource } from './memorySource.ts';
import { makeSourceFolder } from './openLibrary.ts';

/** A library that keeps what it makes in a folder, from its start to the end of its process, as far as others can see. */
export interface KeptRun {
	readonly library: LocalLibrary;
	readonly store: PlacedTexts;
	/** Where it keeps them. */
	readonly texts: TextPlaces;
	/** Everything that was logged above `debug`. */
	readonly logged: readonly string[];
	readonly faults: readonly string[];
	close(): Promise<void>;
}

export interface KeptRunOptions {
	readonly place?: Partial<TextPlace>;
	readonly disk?: Disk;
	/** Nothing is read: what is kept is taken as it is. */
	readonly isAsKept?: boolean;
	readonly caps?: Caps;
	/** The URIs of source folders, each of which keeps its own beside it, sealed; `folder` holds their places. One that is kept for all if left out. */
	readonly besideFolders?: readonly string[];
	/** The URIs of source folders beside those, of which nothing is kept. */
	readonly otherFolders?: readonly string[];
	/** The file by whose bytes a Dossier knows its own index. */
	readonly indexerPath?: string;
	/** A small one if left out. */
	readonly engine?: SearchIndex;
	/** It is opened once more, with other side files, before it is there. */
	readonly isSoonReopened?: boolean;
	/** Told of the library before it is opened. */
	readonly onDidMake?: (library: LocalLibrary) => void;
}

export const madeFolder = 'mem:/made';

/** Small parts, so that some documents make many, and merging is what mostly happens. */
export function makeSmallIndex(): SearchIndex {
	return new SearchIndex({ maxLivePassages: 12, mergedParts: 3 });
}

/** Starts a library, and waits until all is read. */
export async function startKeptRun(folder: string, source: MemorySource, options: KeptRunOptions = {}): Promise<KeptRun> {
	const logged: string[] = [];
	const faults: string[] = [];
	const hear = (message: string) => logged.push(message);
	const log: Log = { ...silentLog, info: hear, warn: hear, error: (message) => logged.push(`error: ${message}`) };
	const version = path.join(root, 'package.json');
	const store = new PlacedTexts({
		readerPath: version,
		indexerPath: options.indexerPath ?? version,
		log,
		onFault: (reason) => faults.push(reason),
		...(options.disk && { disk: options.disk }),
	});
	const library = createLibrary({
		source,
		store,
		engine: options.engine ?? makeSmallIndex(),
		log,
		uses: { search: true, terms: true, earlyTables: false },
		events: { onDidChangeDocuments() {}, onDidChangeStatus() {}, onDidBuildTermTable() {} },
	});
	options.onDidMake?.(library);
	const place = { directory: toFileUri(folder), owner: `${process.pid} ${Math.random()}`, ...options.place };
	const texts = { places: options.besideFolders?.map((uri) => toPlaceBeside(folder, uri)) ?? [place], outdated: [] };
	if (options.isAsKept) {
		await library.openAsKept({ ...texts, places: [{ ...place, isReadOnly: true }] });
	} else {
		const configuration = {
			folders: [...(options.besideFolders ?? [madeFolder]), ...(options.otherFolders ?? [])].map((uri) => makeSourceFolder(uri)),
			caps: options.caps ?? defaultCaps,
			glossaryFiles: [],
			texts,
		};
		const opening = library.open(configuration);
		await (options.isSoonReopened ? library.open({ ...configuration, glossaryFiles: ['mem:/elsewhere/glossary.md'] }) : opening);
		await opening;
		await library.whenReady();
	}
	return {
		library,
		store,
		texts,
		logged,
		faults,
		close: async () => {
			library.dispose();
			await store.close();
		},
	};
}

/** As beside a source folder of this URI, but below `folder`. */
export function toPlaceBeside(folder: string, uri: string): TextPlace {
	return { directory: toFileUri(path.join(folder, path.basename(uri))), folder: uri, key: 'ab'.repeat(32), owner: 'a window' };
}

export function madeId(index: number): string {
	return `${madeFolder}/${index}.md`;
}

/** A text that says which document it is of, in which version, and that no other holds a word of: `d3v1` stands in it. */
export function madeText(index: number, version: number): string {
	const paragraphs = Array.from({ length: 1 + ((index * 7 + version) % 4) }, (_, at) => {
		return `## Part ${at}\n\nThe Harbour Authority (HA) of d${index}v${version} counts ${index + at} ships; tides rise in part ${at} of d${index}v${version}.`;
	});
	return `# Report ${index}\n\n${paragraphs.join('\n\n')}\n`;
}

export function write(source: MemorySource, index: number, version: number): void {
	source.write(madeId(index), madeText(index, version));
}

const options = { limit: 50, by: 'passage', isTyping: false } as const;

/** All that a library says, to be compared with another's. */
export async function tellAll(library: LocalLibrary): Promise<unknown> {
	const queries = ['harbour', '"tides rise"', 'ships -part', 'title:"Report 1" tides', 'author*', 'd1v1 OR d2v0 OR d3v2'];
	const answers: SearchAnswer[] = [];
	for (const query of queries) {
		answers.push(await library.search(query, options), await library.search(query, { ...options, by: 'document' }));
	}
	const summaries = (await library.getSummaries()).map(({ id, title, state, wordCount, opening }) => ({
		id,
		title,
		state,
		wordCount,
		opening,
	}));
	return { answers, summaries: summaries.sort((a, b) => (a.id < b.id ? -1 : 1)), cards: await library.getCards() };
}

/** Checks that what a library holds of each document is of one version of it: text, index and summary. Gives the versions by document. */
export async function checkVersions(library: LocalLibrary, versionCount: number): Promise<ReadonlyMap<string, number>> {
	const versions = new Map<string, number>();
	for (const { id } of await library.getSummaries()) {
		const index = Number(/(\d+)\.md$/.exec(id)?.[1]);
		const text = (await library.getContent(id))?.text ?? '';
		const version = Number(new RegExp(`d${index}v(\\d+)`).exec(text)?.[1]);
		const right = Array.from({ length: versionCount }, (_, at) => at).find((at) => at === version);
		assert.ok(right !== undefined, `${id}: ${text.slice(0, 100)}`);
		versions.set(id, version);
		for (let at = 0; at < versionCount; at += 1) {
			const { hits, total } = await library.search(`d${index}v${at}`, options);
			assert.equal(total > 0 && hits.every((hit) => hit.missing.length === 0), at === version, `${id} d${index}v${at}`);
			for (const hit of hits) {
				assert.equal(hit.documentId, id);
				assert.ok(hit.highlights.every((mark) => text.slice(mark.start, mark.end) === `d${index}v${at}`));
			}
		}
	}
	return versions;
}

/** A library over the same files that keeps nothing. */
export async function startFreshRun(
	source: MemorySource,
	caps = defaultCaps,
	folders: readonly string[] = [madeFolder],
): Promise<LocalLibrary> {
	const library = createLibrary({
		source,
		engine: makeSmallIndex(),
		log: silentLog,
		uses: { search: true, terms: true, earlyTables: false },
		events: { onDidChangeDocuments() {}, onDidChangeStatus() {}, onDidBuildTermTable() {} },
	});
	await library.open({ folders: folders.map((uri) => makeSourceFolder(uri)), caps, glossaryFiles: [] });
	await library.whenReady();
	return library;
}
