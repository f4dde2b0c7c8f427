import { type DocumentContent, type DocumentSummary, emptyContent, type LibraryDocument, type Metadata } from '../library/document.ts';
import { summarise } from '../library/summary.ts';

/** What is kept of a document beside its text. */
export interface DocumentRecord {
	readonly summary: DocumentSummary;
	/** Of the bytes that the content is of; null for a document without text, whose content follows from the summary. */
	readonly hash: string | null;
	/** See `TextStore.placeOf`. */
	readonly place: string | null;
}

/** Where kept documents are read from. Either gives `undefined` for what is lost, and sees to it that the document is read again. */
export interface KeptSource {
	readRecord(id: string): DocumentRecord | undefined;
	/** The content as it was read, whatever side files say. */
	readContent(id: string, record: DocumentRecord): DocumentContent | undefined;
}

/** A document of an earlier run: its summary and content are read when they are asked for. The summary is remembered, the content is not. */
export class KeptDocument implements LibraryDocument {
	readonly #id: string;
	readonly #source: KeptSource;
	#record: DocumentRecord | undefined;

	constructor(id: string, source: KeptSource) {
		this.#id = id;
		this.#source = source;
	}

	/** As it was kept. */
	get record(): DocumentRecord | undefined {
		this.#record ??= this.#source.readRecord(this.#id);
		return this.#record;
	}

	get summary(): DocumentSummary {
		return this.record?.summary ?? summariseLost(this.#id);
	}

	get content(): DocumentContent {
		const { record } = this;
		if (record === undefined) {
			return emptyContent('other', [lost]);
		}
		const { kind, problems } = record.summary;
		if (record.hash === null) {
			return withMetadata(emptyContent(kind, problems), record.summary);
		}
		const content = this.#source.readContent(this.#id, record);
		return content === undefined ? emptyContent(kind, [lost]) : withMetadata(content, record.summary);
	}
}

/** A content as it was read, with what side files say of the document, which its summary has. */
export function withMetadata(content: DocumentContent, { title, author, date, publisher, language }: Metadata): DocumentContent {
	return { ...content, title, author, date, publisher, language };
}

const lost = { kind: 'crashed', detail: 'What was kept of it is damaged; it is read again' } as const;

function summariseLost(id: string): DocumentSummary {
	const slash = id.lastIndexOf('/');
	const file = { id, folder: id.slice(0, slash), relativePath: id.slice(slash + 1), sizeBytes: 0, modifiedMs: 0 };
	return summarise(file, emptyContent('other', [lost]));
}
