import { Cancelled } from '../base/cancellation.ts';
import type { Log } from '../base/log.ts';
import type { Steps } from '../base/steps.ts';
import type { Caps } from '../library/caps.ts';
import type { Collection } from '../library/collection.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import type { PlacedTextStore } from '../library/textStore.ts';
import type { PackedPart } from '../search/parts/packedPart.ts';
import type { SearchIndex } from '../search/searchIndex.ts';
import type { KeptContents } from './keptContents.ts';
import type { KeptPlace } from './keptPlace.ts';
import type { KeptPlaces } from './keptPlaces.ts';
import { takeSavedState } from './savedState.ts';
import { type Saver, SaveSchedule } from './saveSchedule.ts';
import type { TermService } from './termService.ts';
import type { Turns } from './turns.ts';

/** Which folders and limits what is saved belongs to. */
export interface KeptConfiguration {
	readonly folders: readonly SourceFolder[];
	readonly caps: Caps;
}

export interface LibrarySaverOptions {
	readonly engine: SearchIndex;
	readonly collection: Collection;
	readonly store: PlacedTextStore;
	readonly terms: TermService;
	readonly turns: Turns;
	readonly log: Log;
	readonly places: KeptPlaces;
	readonly contents: KeptContents;
	/** How many documents are known, those among them that are not read yet. */
	readonly countFound: () => number;
}

/** Documents whose records are read in some milliseconds, if nobody asked for them before. */
const listedPerStep = 200;

/** Saves what was made of documents in their places: a state of one moment, and only what is not kept there already. */
export class LibrarySaver implements Saver {
	readonly schedule: SaveSchedule = new SaveSchedule(this);
	/** Nothing is saved without. */
	configuration: KeptConfiguration | undefined;
	readonly #options: LibrarySaverOptions;
	/** Documents that changed since they were saved, or went. */
	readonly #unsaved = new Set<string>();
	/** Parts that were kept in a place that is none any more, as their files were. */
	readonly #left = new WeakMap<PackedPart, Uint8Array>();
	/** The parts of the index are being made one, until something changes. */
	#joining: { isCancellationRequested: boolean } | undefined;
	/** Nothing is saved while places change. */
	#isPaused = false;

	constructor(options: LibrarySaverOptions) {
		this.#options = options;
		options.engine.onDidLoseDocuments((ids) => this.noteUnsaved(ids));
	}

	get hasUnsaved(): boolean {
		return this.#unsaved.size > 0;
	}

	/** These are to be saved the next time. */
	noteUnsaved(ids: Iterable<string>): void {
		for (const id of ids) {
			this.#unsaved.add(id);
		}
	}

	/** It is not to be saved. */
	forget(id: string): void {
		this.#unsaved.delete(id);
	}

	/** Something of the document changed, or it went: it is saved before long. */
	noteChange(id: string): void {
		this.#unsaved.add(id);
		this.schedule.unsettle();
		this.#stopJoining();
		this.schedule.schedule();
	}

	/** Saves nothing more until `goOn`, as soon as what is being saved is. */
	async pause(): Promise<void> {
		this.#isPaused = true;
		this.#stopJoining();
		await this.schedule.whenSaved();
	}

	/** A part of the index is in no file any more: once it is kept again, it is of these bytes. */
	noteLeft(part: PackedPart, bytes: Uint8Array): void {
		this.#left.set(part, bytes);
	}

	goOn(): void {
		this.#isPaused = false;
		if (this.hasUnsaved) {
			this.schedule.schedule();
		}
	}

	end(): void {
		this.schedule.end();
		this.#stopJoining();
	}

	canSave(): boolean {
		return this.#options.places.all.some(({ files }) => files.canWrite);
	}

	isScattered(): boolean {
		return this.#options.engine.isScattered;
	}

	onFailure(error: unknown): void {
		this.#options.log.error(`The index could not be kept: ${error instanceof Error ? error.stack : String(error)}`);
	}

	async save(isLast: boolean): Promise<void> {
		const { collection, engine, turns, log, store, terms, places } = this.#options;
		const written = places.all.filter(({ files }) => files.canWrite);
		if (this.schedule.isEnded || this.#isPaused || written.length === 0 || this.configuration === undefined) {
			return;
		}
		if (this.schedule.isSettled) {
			await turns.run(engine.packAllInSteps());
			if (isLast) {
				await this.#join();
			}
		}
		const used = await turns.run(this.#listHashesInSteps());
		const encoded = await this.#encodeRecords();
		// From here to the list of parts nothing waits: what is saved is the state of one moment.
		const { folders, caps } = this.configuration;
		const isKeptInOne = places.findSole(folders) !== undefined;
		this.#addHashes([...encoded.keys(), ...this.#unsaved], used);
		const moments = written.map((place) => {
			const saved = this.#listParts(place).map((part) => ({ part, bytes: this.#left.get(part) }));
			const isOwn = (id: string) => places.of(id) === place;
			const { left, ...moment } = takeSavedState(saved, {
				encoded,
				dirty: this.#unsaved,
				collection,
				isOwn,
				isKnown: (id) => place.has(id),
			});
			// A table of documents that are not kept would outlive them.
			const table = isKeptInOne && this.schedule.isSettled && left.length === 0 ? terms.kept : undefined;
			const own = { folders: folders.filter(({ uri }) => place.ownsFolder(uri)), caps, foundCount: this.#countFound(place) };
			return { place, left, moment: { ...moment, ...own, findings: place.takeFindings(), table } };
		});
		let isDone = true;
		for (const { place, left, moment } of moments) {
			const isWritten = place.isKept(moment) || (await place.write(moment));
			this.noteUnsaved(isWritten ? left : [...left, ...moment.records.map(({ id }) => id)]);
			isDone &&= isWritten;
		}
		if (isDone) {
			await store.eraseUnheld((hash) => used.has(hash));
			log.debug(`The index is kept; documents: ${written.map(({ size }) => size).join(', ')}`);
		}
	}

	#stopJoining(): void {
		if (this.#joining !== undefined) {
			this.#joining.isCancellationRequested = true;
		}
	}

	/** Makes one of the parts of the index; gives up as soon as something changes. */
	async #join(): Promise<void> {
		// Since saving began something may have changed, or a folder be about to go.
		const joining = { isCancellationRequested: this.schedule.isEnded || this.#isPaused || !this.schedule.isSettled };
		this.#joining = joining;
		const steps = this.#options.engine.joinInSteps();
		try {
			await this.#options.turns.run(steps, joining);
		} catch (error) {
			if (!Cancelled.is(error)) {
				throw error;
			}
		} finally {
			steps.return();
			this.#joining = undefined;
		}
	}

	/** How many documents of a place are known, those among them that are not read yet. */
	#countFound(place: KeptPlace): number {
		return place.folder === undefined
			? this.#options.countFound()
			: [...this.#options.collection.ids()].reduce((count, id) => count + Number(place.owns(id)), 0);
	}

	/** Of the contents that are held; those of documents that change meanwhile are to be added. Somebody may ask while there are very many. */
	*#listHashesInSteps(): Steps<Set<string>> {
		const hashes = new Set<string>();
		const ids = [...this.#options.collection.ids()];
		for (let from = 0; from < ids.length; from += listedPerStep) {
			this.#addHashes(ids.slice(from, from + listedPerStep), hashes);
			yield;
		}
		return hashes;
	}

	#addHashes(ids: readonly string[], hashes: Set<string>): void {
		for (const id of ids) {
			const held = this.#options.contents.findHash(id);
			if (held !== undefined) {
				hashes.add(held.hash);
			}
		}
	}

	/** The records of all documents that changed. Those that change again meanwhile are left for the next time. */
	async #encodeRecords(): Promise<Map<string, Uint8Array | undefined>> {
		const records = new Map<string, Uint8Array | undefined>();
		for (const id of [...this.#unsaved]) {
			const place = this.#options.places.of(id);
			if (place?.files.canWrite === true) {
				this.#unsaved.delete(id);
				records.set(id, this.#encodeRecord(id, place));
				await this.#options.turns.pause();
			}
		}
		return records;
	}

	/** `undefined` if the document is gone, or cannot be kept (yet): its text is nowhere on the disk. */
	#encodeRecord(id: string, place: KeptPlace): Uint8Array | undefined {
		const document = this.#options.collection.find(id);
		if (document === undefined) {
			return undefined;
		}
		const held = this.#options.contents.findHash(id);
		const textPlace = held && this.#options.store.placeOf(id, held.hash, held.caps);
		const isOfTheseCaps = held === undefined || JSON.stringify(held.caps) === JSON.stringify(this.configuration?.caps);
		const isTextless = held === undefined && document.content.text === '';
		if (!isOfTheseCaps || (textPlace === undefined && !isTextless)) {
			return undefined;
		}
		return place.packRecord({ summary: document.summary, hash: held?.hash ?? null, place: textPlace ?? null });
	}

	/** The packed parts that are of documents of this place. */
	#listParts(place: KeptPlace): PackedPart[] {
		const isSole = place.folder === undefined && this.#options.places.all.length === 1;
		return this.#options.engine.packedParts.filter((part) => isSole || part.listIds().every((id) => this.#options.places.of(id) === place));
	}
}
