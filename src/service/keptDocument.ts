import { type DocumentContent, type DocumentSummary, emptyContent, type LibraryDocument, type Metadata } from '../library/document.ts';
import type { KeptText, Places } from '../library/keptText.ts';
import { summarise } from '../library/summary.ts';
import type { Range } from '../text/range.ts';

/** What is kept of a document beside its text. */
export interface DocumentRecord {
	readonly summary: DocumentSummary;
	/** Of the bytes that the content is of; null for a document without text, whose content follows from the summary. */
	readonly hash: string | null;
	/** See `TextStore.placeOf`. */
	readonly place: string | null;
}

/** Where kept documents are read from. All give `undefined` for what is lost, and see to it that the document is read again. */
export interface KeptSource {
	readRecord(id: string): DocumentRecord | undefined;
	/** The content as it was read, whatever side files say. */
	readContent(id: string, record: DocumentRecord): DocumentContent | undefined;
	/** The text of the same content, for who needs a passage of it. */
	openText(id: string, record: DocumentRecord): KeptText | undefined;
	/** The text turned out not to be what was written. */
	lose(id: string): void;
}

/** A document of an earlier run: its summary and content are read when they are asked for. The summary is remembered, and where its text stands, the content is not. */
export class KeptDocument implements LibraryDocument {
	readonly #id: string;
	readonly #source: KeptSource;
	#record: DocumentRecord | undefined;
	#text: KeptText | undefined;
	#places: Places | undefined;

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

	/** The text of a range, without the rest; `undefined` if it does not reach so far, or is lost. */
	readText(range: Range): string | undefined {
		const text = this.#openText();
		if (text === undefined || range.end > text.length) {
			return undefined;
		}
		return text.read(range) ?? this.#unlessLost(this.#openAgain()?.read(range));
	}

	/** None where they are lost. */
	readPlaces(): Places {
		this.#places ??= this.#openText()?.readPlaces() ?? this.#unlessLost(this.#openAgain()?.readPlaces());
		return this.#places ?? { pages: [], sections: [] };
	}

	#openText(): KeptText | undefined {
		const { record } = this;
		if (this.#text === undefined && record !== undefined && record.hash !== null) {
			this.#text = this.#source.openText(this.#id, record);
		}
		return this.#text;
	}

	/** Where the text stands now: since it was opened, it may have been moved as the store was put in order. */
	#openAgain(): KeptText | undefined {
		this.#text = undefined;
		return this.#openText();
	}

	#unlessLost<T>(value: T | undefined): T | undefined {
		if (value === undefined) {
			this.#source.lose(this.#id);
		}
		return value;
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
