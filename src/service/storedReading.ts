import type { Cancellation } from '../base/cancellation.ts';
import type { Caps } from '../library/caps.ts';
import { type DocumentContent, emptyContent, type FoundFile } from '../library/document.ts';
import type { DocumentSource } from '../library/documentSource.ts';
import type { TextStore } from '../library/textStore.ts';

/** What became of reading a file. Of a content that the asker holds (`unchanged`) nothing was loaded. */
export type Reading =
	| { readonly kind: 'unchanged' }
	| {
			readonly kind: 'content';
			readonly content: DocumentContent;
			/** Of the bytes that it was read from; `undefined` if these were not had, or reading was given up. */
			readonly hash: string | undefined;
	  };

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
	 * because something told of a change. `heldHash` is that of the content that the asker holds. Rejects as `DocumentSource.readDocument` does.
	 */
	async read(file: FoundFile, caps: Caps, isSuspect: boolean, cancel: Cancellation, heldHash?: string): Promise<Reading> {
		const hash = isSuspect ? undefined : this.store.findHash(file, caps);
		if (hash !== undefined && hash === heldHash) {
			return { kind: 'unchanged' };
		}
		const kept = isSuspect ? undefined : await this.store.find(file, caps);
		return kept === undefined
			? this.#readBytes({ file, caps, heldHash, cancel }, this.store.getKnownHashes(file, caps))
			: { kind: 'content', content: kept, hash };
	}

	async #readBytes(request: Request, knownHashes: readonly string[]): Promise<Reading> {
		const { file, caps, heldHash, cancel } = request;
		const readMs = this.now();
		const { hash, content: parsed } = await this.source.readDocument(file, caps, knownHashes, cancel);
		const content = parsed ?? (hash === undefined ? emptyContent('other', []) : await this.store.load(file, hash, caps));
		if (content === undefined) {
			// It was lost between the question and the answer; without a known hash the answer is a content.
			return this.#readBytes(request, []);
		}
		await this.store.keep({ file, caps, hash, content, readMs });
		return hash !== undefined && hash === heldHash ? { kind: 'unchanged' } : { kind: 'content', content, hash };
	}
}

interface Request {
	readonly file: FoundFile;
	readonly caps: Caps;
	readonly heldHash: string | undefined;
	readonly cancel: Cancellation;
}
