import { ConnectionLost } from '../../base/calls.ts';
import type { Disposable } from '../../base/disposable.ts';
import type { DocumentContent } from '../../library/document.ts';
import { Turns } from '../../service/turns.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import { ShownText } from './shownText.ts';

/** A document as it is read: what the library has of it, and how that is shown. */
export interface OpenContent {
	readonly content: DocumentContent;
	readonly shown: ShownText;
}

/** How many contents are kept: those on screen, and the last few that were looked at. A content may be 20 Mi characters. */
const maxKept = 4;

/**
 * Contents of the documents that are being read, asked from the library once. The promise is kept, not the value; it is dropped when it rejects
 * and when its document changes. Only documents that the library knows are asked for.
 */
export class OpenContents implements Disposable {
	readonly #documents: KnownDocuments;
	readonly #host: LibraryHost;
	readonly #kept = new Map<string, Promise<OpenContent | undefined>>();
	readonly #listener: Disposable;

	constructor(documents: KnownDocuments, host: LibraryHost) {
		this.#documents = documents;
		this.#host = host;
		this.#listener = documents.onDidChange(({ upserted, removedIds }) => {
			for (const { id } of upserted) {
				this.#kept.delete(id);
			}
			for (const id of removedIds) {
				this.#kept.delete(id);
			}
		});
	}

	/** `undefined` if the library does not know the document, or cannot be asked now. */
	get(id: string): Promise<OpenContent | undefined> {
		const kept = this.#kept.get(id);
		if (kept !== undefined) {
			this.#kept.delete(id);
			this.#kept.set(id, kept);
			return kept;
		}
		const library = this.#host.library;
		if (this.#documents.get(id) === undefined || library === undefined) {
			return Promise.resolve(undefined);
		}
		const content = library
			.getContent(id)
			.then(toOpenContent)
			.catch((error: unknown) => {
				this.#kept.delete(id);
				if (error instanceof ConnectionLost) {
					return undefined;
				}
				throw error;
			});
		this.#kept.set(id, content);
		for (const oldest of this.#kept.keys()) {
			if (this.#kept.size <= maxKept) {
				break;
			}
			this.#kept.delete(oldest);
		}
		return content;
	}

	dispose(): void {
		this.#listener.dispose();
		this.#kept.clear();
	}
}

/** Breaking a book's one endless line takes seconds: between its lines, others have their turn. */
async function toOpenContent(content: DocumentContent | undefined): Promise<OpenContent | undefined> {
	if (content === undefined) {
		return undefined;
	}
	const { breakLines, hasEndlessLine } = await import('./breakLines.ts');
	const shown = hasEndlessLine(content.text) ? await new Turns(10).run(breakLines(content.text)) : new ShownText(content.text, []);
	return { content, shown };
}
