import { BoundedCache } from '../base/boundedCache.ts';
import type { Log } from '../base/log.ts';
import type { Caps } from '../library/caps.ts';
import type { Collection } from '../library/collection.ts';
import type { DocumentContent } from '../library/document.ts';
import { type KeptText, toKeptText } from '../library/keptText.ts';
import type { PlacedTextStore } from '../library/textStore.ts';
import { type HeldHash, HeldHashes, type ReadBytes } from './heldHashes.ts';
import { type DocumentRecord, KeptDocument, type KeptSource } from './keptDocument.ts';
import type { KeptPlaces } from './keptPlaces.ts';

/** So many UTF-16 units of text are held of what was read whole: the documents that somebody looks at. */
const maxCachedUnits = 2 * 1024 * 1024;

interface KeptContentsOptions {
	readonly places: KeptPlaces;
	readonly collection: Collection;
	readonly store: PlacedTextStore;
	readonly log: Log;
	/** The document is lost where it was kept, and must be read again. */
	readonly onDidLose: (id: string) => void;
}

/** Reads what is kept of documents, and knows of which bytes the content of each is, and which are lost. */
export class KeptContents implements KeptSource {
	readonly #options: KeptContentsOptions;
	/** Contents that were read last. */
	readonly #cache = new BoundedCache<DocumentContent>(maxCachedUnits, ({ text }) => text.length);
	readonly #hashes: HeldHashes;
	/** Documents that are not what was kept of them: they are to be read again. */
	readonly #lost = new Set<string>();

	constructor(options: KeptContentsOptions) {
		this.#options = options;
		this.#hashes = new HeldHashes((id) => this.#readRecordedHash(id));
	}

	/** See `HeldHashes.noteRestored`. */
	noteRestored(caps: Caps): void {
		this.#hashes.noteRestored(caps);
	}

	/** See `HeldHashes.find`. */
	findHash(id: string): HeldHash | undefined {
		return this.#hashes.find(id);
	}

	/** See `KeptLibrary.remember`. */
	remember(id: string, bytes?: ReadBytes): void {
		const held = bytes ?? this.#hashes.find(id);
		this.#lost.delete(id);
		if (held === undefined) {
			this.#hashes.forget(id);
		} else {
			this.#hashes.set(id, held);
		}
	}

	/** Nobody knows any more of which bytes the document is. */
	forgetHash(id: string): void {
		this.#hashes.forget(id);
	}

	/** Something of the document changed, or it went. */
	noteChange(id: string): void {
		this.#cache.delete(id);
		if (this.#options.collection.find(id) === undefined) {
			this.#hashes.forget(id);
		}
	}

	/** Whether what was kept of the document turned out to be damaged, and it was not read again yet. */
	isLost(id: string): boolean {
		return this.#lost.has(id);
	}

	readRecord(id: string): DocumentRecord | undefined {
		const record = this.#options.places.of(id)?.readRecord(id);
		if (record === undefined) {
			this.lose(id);
		}
		return record;
	}

	readContent(id: string, { hash, place }: DocumentRecord): DocumentContent | undefined {
		const known = this.#cache.get(id);
		const caps = this.#hashes.capsOf(id);
		if (known !== undefined || hash === null || caps === undefined) {
			return known;
		}
		const content = this.#options.store.loadNow(id, hash, caps, place ?? undefined);
		if (content === undefined) {
			this.lose(id);
		} else {
			this.#cache.set(id, content);
		}
		return content;
	}

	openText(id: string, { hash, place }: DocumentRecord): KeptText | undefined {
		const known = this.#cache.get(id);
		const caps = this.#hashes.capsOf(id);
		if (known !== undefined || hash === null || caps === undefined) {
			return known && toKeptText(known);
		}
		const text = this.#options.store.openText(id, hash, caps, place ?? undefined);
		if (text === undefined) {
			this.lose(id);
		}
		return text;
	}

	lose(id: string): void {
		if (!this.#lost.has(id)) {
			this.#lost.add(id);
			this.#hashes.forget(id);
			this.#options.log.warn('A kept document is damaged; it is read again.');
			this.#options.onDidLose(id);
		}
	}

	#readRecordedHash(id: string): string | null | undefined {
		const document = this.#lost.has(id) ? undefined : this.#options.collection.find(id);
		return document instanceof KeptDocument ? document.record?.hash : undefined;
	}
}
