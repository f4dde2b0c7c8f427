import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Log } from '../../base/log.ts';
import type { Caps } from '../../library/caps.ts';
import type { DocumentContent, FoundFile } from '../../library/document.ts';
import type { KeptText } from '../../library/keptText.ts';
import { MemoryTextStore } from '../../library/memoryTextStore.ts';
import type { KeptAmount, KeptReading, PlacedIndex, PlacedTextStore, TextPlace, TextPlaces, TextStore } from '../../library/textStore.ts';
import { fromFileUri } from '../fileUri.ts';
import { errorCode } from '../systemProblem.ts';
import type { Disk } from './disk.ts';
import { eraseFolder } from './eraseFolder.ts';
import { TextFiles } from './textFiles.ts';

export interface PlacedTextsOptions {
	/** The path of what reads documents: its content is its version, so that no reader ever gives out what another one read. */
	readonly readerPath: string;
	/** The path of what makes an index: in the same way the version of the index. Without it none is kept. */
	readonly indexerPath?: string;
	readonly log: Log;
	/** Told once for each place that can no longer be written. */
	readonly onFault: (reason: string) => void;
	/** The disk of this machine, if left out. */
	readonly disk?: Disk;
}

interface OpenPlace {
	readonly place: TextPlace;
	readonly files: TextFiles;
}

/** Text stores on disk, each for its source folder, and memory for what has none. */
export class PlacedTexts implements PlacedTextStore {
	readonly #options: PlacedTextsOptions;
	#open: readonly OpenPlace[] = [];
	#memory = new MemoryTextStore();
	#version: Promise<string | undefined> | undefined;
	#indexVersion: Promise<string | undefined> | undefined;
	#work: Promise<unknown> = Promise.resolve();

	constructor(options: PlacedTextsOptions) {
		this.#options = options;
	}

	/** Places that stay the same stay open. */
	setPlaces({ places, outdated }: TextPlaces): Promise<void> {
		return this.#afterOthers(async () => {
			const before = this.#open;
			const stays = ({ place }: OpenPlace) => places.some((wanted) => JSON.stringify(wanted) === JSON.stringify(place));
			await Promise.all(before.filter((open) => !stays(open)).map(({ files }) => files.close()));
			const kept = before.filter(stays);
			const added = places.filter((place) => !kept.some((open) => JSON.stringify(open.place) === JSON.stringify(place)));
			const opened = await Promise.all(added.map((place) => this.#openPlace(place)));
			this.#open = [...kept, ...opened.filter((open) => open !== undefined)];
			for (const directory of outdated) {
				await eraseDirectory(directory).catch((error: unknown) => {
					this.#options.log.warn(`Texts that were kept before could not be erased: ${errorCode(error) ?? String(error)}`);
				});
			}
		});
	}

	find(file: FoundFile, caps: Caps): Promise<DocumentContent | undefined> {
		return this.#storeOf(file.folder).find(file, caps);
	}

	getKnownHashes(file: FoundFile, caps: Caps): readonly string[] {
		return this.#storeOf(file.folder).getKnownHashes(file, caps);
	}

	load(file: FoundFile, hash: string, caps: Caps): Promise<DocumentContent | undefined> {
		return this.#storeOf(file.folder).load(file, hash, caps);
	}

	findHash(file: FoundFile, caps: Caps): string | undefined {
		return this.#storeOf(file.folder).findHash(file, caps);
	}

	loadNow(id: string, hash: string, caps: Caps, place?: string): DocumentContent | undefined {
		return this.#storeOfDocument(id).loadNow(id, hash, caps, place);
	}

	openText(id: string, hash: string, caps: Caps, place?: string): KeptText | undefined {
		return this.#storeOfDocument(id).openText(id, hash, caps, place);
	}

	placeOf(id: string, hash: string, caps: Caps): string | undefined {
		return this.#storeOfDocument(id).placeOf(id, hash, caps);
	}

	get indexes(): readonly PlacedIndex[] {
		return this.#options.indexerPath === undefined ? [] : this.#open.map(({ place, files }) => ({ place, files: files.index }));
	}

	keep(reading: KeptReading): Promise<void> {
		return this.#storeOf(reading.file.folder).keep(reading);
	}

	forget(id: string): void {
		for (const store of this.#stores) {
			store.forget(id);
		}
	}

	didList(folderUri: string, ids: ReadonlySet<string>, unseen: ReadonlySet<string>): void {
		this.#storeOf(folderUri).didList(folderUri, ids, unseen);
	}

	async settle(isHeld: (id: string) => boolean): Promise<void> {
		await Promise.all(this.#stores.map((store) => store.settle(isHeld)));
	}

	async eraseUnheld(isUsed: (hash: string) => boolean): Promise<void> {
		await Promise.all(this.#open.map(({ files }) => files.eraseUnheld(isUsed)));
	}

	erase(alsoFolders: readonly string[]): Promise<KeptAmount> {
		return this.#afterOthers(async () => {
			const open = this.#open;
			this.#open = [];
			let amount: KeptAmount = { textCount: 0, bytes: 0 };
			const failures: unknown[] = [];
			// What cannot be erased in one place keeps nothing in the others.
			const add = async (erasing: Promise<KeptAmount>) => {
				try {
					const { textCount, bytes } = await erasing;
					amount = { textCount: amount.textCount + textCount, bytes: amount.bytes + bytes };
				} catch (error) {
					failures.push(error);
				}
			};
			for (const { files } of open) {
				await add(files.erase());
			}
			for (const directory of alsoFolders) {
				await add(eraseDirectory(directory).then((bytes) => ({ textCount: 0, bytes })));
			}
			if (failures.length > 0) {
				const reason = errorCode(failures[0]) ?? String(failures[0]);
				throw new Error(`Not all that is kept could be deleted (${reason}): see to the disk, and try again`, { cause: failures[0] });
			}
			return amount;
		});
	}

	close(): Promise<void> {
		return this.#afterOthers(async () => {
			const open = this.#open;
			this.#open = [];
			await Promise.all(open.map(({ files }) => files.close()));
		});
	}

	get #stores(): readonly TextStore[] {
		return [...this.#open.map(({ files }) => files), this.#memory];
	}

	#storeOf(folderUri: string): TextStore {
		const found = this.#open.find(({ place }) => place.folder === folderUri) ?? this.#open.find(({ place }) => place.folder === undefined);
		return found?.files ?? this.#memory;
	}

	#storeOfDocument(id: string): TextStore {
		const found =
			this.#open.find(({ place }) => place.folder !== undefined && id.startsWith(`${place.folder}/`)) ??
			this.#open.find(({ place }) => place.folder === undefined);
		return found?.files ?? this.#memory;
	}

	async #openPlace(place: TextPlace): Promise<OpenPlace | undefined> {
		const { log, onFault } = this.#options;
		const folder = fromFileUri(place.directory);
		if (typeof folder !== 'string') {
			log.warn('Texts cannot be kept in a place that is no folder of this machine');
			return undefined;
		}
		const { key, owner, isReadOnly = false, isAsKept = false } = place;
		const { readerPath, indexerPath, disk } = this.#options;
		const version = await (this.#version ??= this.#readVersion(readerPath));
		const indexVersion = indexerPath && (await (this.#indexVersion ??= this.#readVersion(indexerPath)));
		return version === undefined
			? undefined
			: {
					place,
					files: await TextFiles.open({
						folder,
						...(key && { key }),
						owner,
						isReadOnly,
						isAsKept,
						version,
						...(indexVersion && { indexVersion }),
						log,
						onFault,
						...(disk && { disk }),
					}),
				};
	}

	async #readVersion(ofPath: string): Promise<string | undefined> {
		try {
			return createHash('sha256')
				.update(await readFile(ofPath))
				.digest('base64url');
		} catch (error) {
			this.#options.log.warn(
				`Texts are kept in memory only: it is not known which reader reads them (${errorCode(error) ?? String(error)})`,
			);
			return undefined;
		}
	}

	/** One change of places after another. */
	#afterOthers<T>(change: () => Promise<T>): Promise<T> {
		const done = this.#work.then(change);
		this.#work = done.catch(() => undefined);
		return done;
	}
}

/** Erases what is ours in a folder; gives its bytes. */
async function eraseDirectory(directory: string): Promise<number> {
	const folder = fromFileUri(directory);
	return typeof folder === 'string' ? eraseFolder(folder) : 0;
}
