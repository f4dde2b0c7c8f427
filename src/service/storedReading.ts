import type { Cancellation } from '../base/cancellation.ts';
import type { Caps } from '../library/caps.ts';
import { type DocumentContent, emptyContent, type FoundFile } from '../library/document.ts';
import type { DocumentSource } from '../library/documentSource.ts';
import type { TextStore } from '../library/textStore.ts';

/** Reads files through a text store: what it holds is not parsed again, and what is parsed is kept in it. */
export class StoredReading {
	constructor(
		private readonly source: Pick<DocumentSource, 'readDocument'>,
		private readonly store: TextStore,
		/** Milliseconds since 1970. */
		private readonly now: () => number = Date.now,
	) {}

	/**
	 * The content of a file. Its bytes are looked at unless size and times prove that they are known; `isSuspect` says that they prove nothing,
	 * because something told of a change. Rejects as `DocumentSource.readDocument` does.
	 */
	async read(file: FoundFile, caps: Caps, isSuspect: boolean, cancel: Cancellation): Promise<DocumentContent> {
		const kept = isSuspect ? undefined : await this.store.find(file, caps);
		return kept ?? (await this.#readBytes(file, caps, this.store.getKnownHashes(file, caps), cancel));
	}

	async #readBytes(file: FoundFile, caps: Caps, knownHashes: readonly string[], cancel: Cancellation): Promise<DocumentContent> {
		const readMs = this.now();
		const { hash, content: parsed } = await this.source.readDocument(file, caps, knownHashes, cancel);
		const content = parsed ?? (hash === undefined ? emptyContent('other', []) : await this.store.load(file, hash, caps));
		if (content === undefined) {
			// It was lost between the question and the answer; without a known hash the answer is a content.
			return this.#readBytes(file, caps, [], cancel);
		}
		await this.store.keep({ file, caps, hash, content, readMs });
		return content;
	}
}
