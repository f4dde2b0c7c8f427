import { access, constants, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { type Log, silentLog } from '../base/log.ts';
import { toFileUri } from '../files/fileUri.ts';
import { ReaderThread } from '../files/readerThread.ts';
import { errorCode, toProblem } from '../files/systemProblem.ts';
import { PlacedTexts } from '../files/textStore/placedTexts.ts';
import { defaultCaps } from '../library/caps.ts';
import type { PlacedTextStore, TextPlace } from '../library/textStore.ts';
import { SearchIndex } from '../search/searchIndex.ts';
import { readKeptFolders } from '../service/keptState.ts';
import type { LocalLibrary } from '../service/library.ts';
import { createLibrary, type LibraryUses } from '../service/libraryService.ts';
import { describeFolders, type GivenFolders, openFolders } from './folders.ts';
import { UsageError } from './options.ts';

/** Thrown for an index that is not there, or cannot be used: exit code 3. */
export class IndexError extends Error {
	readonly kind = 'index';
}

/** What a command is about: folders, an index that is kept in a folder of its own, or both. */
export interface LibraryRequest {
	/** None: the index is taken as it is. */
	readonly folders: readonly string[];
	/** The folder of the index, if one is kept. */
	readonly index: string | undefined;
	/** The note that is to be explained: where it lies among the documents, it is none of them. An index has it all the same, for it is made for all. */
	readonly note?: string;
	readonly uses: Pick<LibraryUses, 'search' | 'terms'>;
}

type Use<T> = (library: LocalLibrary, folders: GivenFolders) => Promise<T>;

/** A reader of files for as long as it is used. */
export async function withReader<T>(use: (reader: ReaderThread) => Promise<T>): Promise<T> {
	const reader = new ReaderThread({ workerPath: readerPath, log: tellErrors });
	try {
		return await use(reader);
	} finally {
		await reader.dispose();
	}
}

/** A library over what was asked for, read to its end, for as long as it is used. Throws `FolderError`, `IndexError` and `UsageError`. */
export async function withLibrary<T>(request: LibraryRequest, use: Use<T>): Promise<T> {
	const { folders, index, note } = request;
	if (index === undefined) {
		return withFolders(request, await openFolders(folders, undefined, note), undefined, use);
	}
	if (folders.length === 0) {
		return withIndex(request, index, use);
	}
	const given = await openFolders(folders, index);
	await checkOwnFolder(index);
	// An index of other folders than these is not written to: it would lose the rest of what it holds.
	const kept = await findKeptFolders(index);
	const isReadOnly = kept !== undefined && toKey(kept) !== toKey(given.sources.map(({ uri }) => uri));
	return withFolders(request, given, { ...(await placeOf(index)), isReadOnly }, use);
}

/** Reads the folders, and keeps an index of just these. */
export async function makeIndex<T>(folders: readonly string[], index: string, use: Use<T>): Promise<T> {
	const given = await openFolders(folders, index);
	await checkOwnFolder(index);
	return withFolders({ uses: { search: true, terms: true } }, given, await placeOf(index), async (library, known, store) => {
		if (store?.indexes[0]?.files.canWrite !== true) {
			throw new IndexError(`The index in ${index} is not written: the disk did not take it, or another dossier is writing it now`);
		}
		return use(library, known);
	});
}

/** An index is made in a folder of its own, never among files of others: there it would be in the way, and they in its. */
async function checkOwnFolder(index: string): Promise<void> {
	let names: readonly string[];
	try {
		names = await readdir(index);
	} catch (error) {
		const code = errorCode(error);
		if (code === 'ENOENT') {
			return;
		}
		if (code === undefined) {
			throw error;
		}
		throw new IndexError(
			`${index} cannot be the folder of an index: ${code === 'ENOTDIR' ? 'It is not a folder' : toProblem(error).detail}`,
			{ cause: error },
		);
	}
	// One that was ended at any moment has left one of these.
	if (names.length > 0 && !['lock', 'files.journal', 'index.manifest'].some((own) => names.includes(own))) {
		throw new UsageError(`${index} holds other files: name a folder for the index alone`);
	}
}

async function withFolders<T>(
	{ uses }: Pick<LibraryRequest, 'uses'>,
	folders: GivenFolders,
	place: TextPlace | undefined,
	use: (library: LocalLibrary, folders: GivenFolders, store: PlacedTextStore | undefined) => Promise<T>,
): Promise<T> {
	return withReader(async (reader) => {
		const store = place && makeStore();
		// What is kept is made for all commands.
		const usesAll = place === undefined ? uses : { search: true, terms: true };
		const library = createLibrary({
			source: reader,
			...(store && { store }),
			engine: new SearchIndex(),
			events: noEvents,
			log: place === undefined ? tellErrors : tellAll,
			uses: { ...usesAll, earlyTables: false },
		});
		try {
			const texts = { places: place === undefined ? [] : [place], outdated: [] };
			await library.open({ folders: folders.sources, caps: defaultCaps, glossaryFiles: [], texts });
			await library.whenReady();
			await library.whenKept();
			return await use(library, folders, store);
		} finally {
			library.dispose();
			await store?.close();
		}
	});
}

async function withIndex<T>({ uses }: LibraryRequest, index: string, use: Use<T>): Promise<T> {
	await access(path.join(index, 'index.manifest'), constants.R_OK).catch((error) => {
		const problem = toProblem(error);
		if (problem.kind !== 'vanished') {
			throw new IndexError(`The index in ${index} cannot be read: ${problem.detail}`, { cause: error });
		}
		throw new IndexError(`There is no index in ${index}: make one with dossier index FOLDER… --index ${index}`, { cause: error });
	});
	const store = makeStore();
	const library = createLibrary({
		source: noSource,
		store,
		engine: new SearchIndex(),
		events: noEvents,
		log: tellAll,
		uses: { ...uses, earlyTables: false },
	});
	try {
		const restored = await library.openAsKept({ places: [{ ...(await placeOf(index)), isReadOnly: true }], outdated: [] });
		if (restored === undefined) {
			throw new IndexError(`The index in ${index} cannot be used: make it again with dossier index FOLDER… --index ${index}`);
		}
		return await use(library, describeFolders(restored.folders));
	} finally {
		library.dispose();
		await store.close();
	}
}

/** The URIs of the folders that an index is of; `undefined` if there is none that could be used. */
async function findKeptFolders(index: string): Promise<readonly string[] | undefined> {
	const store = makeStore(silentLog);
	try {
		await store.setPlaces({ places: [{ ...(await placeOf(index)), isReadOnly: true }], outdated: [] });
		return (await readKeptFolders(store.indexes[0]?.files))?.map(({ uri }) => uri);
	} finally {
		await store.close();
	}
}

/** Where it really is: people may name a link, and the store itself follows none. */
async function placeOf(index: string): Promise<TextPlace> {
	const named = path.resolve(index);
	const folder = await realpath(named).catch((error: unknown) => {
		if (errorCode(error) === undefined) {
			throw error;
		}
		// Nothing is there yet, or nothing that could be used: whoever opens it says which.
		return named;
	});
	return { directory: toFileUri(folder), owner: `${process.pid}` };
}

function toKey(uris: readonly string[]): string {
	return [...uris].sort().join('\n');
}

function makeStore(log: Log = tellAll): PlacedTextStore {
	const onFault = (reason: string) => log.error(`The index cannot be kept (${reason})`);
	return new PlacedTexts({ readerPath, indexerPath: __filename, log, onFault });
}

const readerPath = path.join(__dirname, 'readerWorker.js');
const tell = (message: string) => console.error(`dossier: ${message}`);
const tellErrors: Log = { ...silentLog, error: tell };
const tellAll: Log = { ...tellErrors, info: tell, warn: tell };
const noEvents = { onDidChangeDocuments() {}, onDidChangeStatus() {}, onDidBuildTermTable() {} };

/** Where nothing is read. */
const noSource = {
	findFiles: async () => undefined,
	findFile: async () => undefined,
	readDocument: async () => ({ hash: undefined, content: undefined }),
	readSideFile: async () => undefined,
};
