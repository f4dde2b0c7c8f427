import type * as vscode from 'vscode';
import type { SearchHit } from '../service/library.ts';
import { insertQuotation } from './insertQuotation.ts';
import type { KnownDocuments } from './knownDocuments.ts';
import { copyText, type NotePlace, toCitation } from './quotation.ts';
import type { Settings } from './settings.ts';

/** Quotes found passages with their source: on the clipboard, or in the note. */
export class HitQuotations {
	readonly #documents: KnownDocuments;
	readonly #settings: Settings;

	constructor(documents: KnownDocuments, settings: Settings) {
		this.#documents = documents;
		this.#settings = settings;
	}

	/** Copies the sentences of a found passage that hold the words, with their source; the whole passage if none can be told. `note` is where they are likely to go. */
	async copy(hit: SearchHit, note: vscode.TextDocument | undefined): Promise<void> {
		const citation = await this.cite(hit, note);
		if (citation !== undefined) {
			await copyText(citation);
		}
	}

	/** Puts the same into the note: see `insertQuotation`. */
	async insert(hit: SearchHit, editor: vscode.TextEditor): Promise<void> {
		const citation = await this.cite(hit, editor.document);
		if (citation !== undefined) {
			await insertQuotation(editor, citation);
		}
	}

	/** What `copy` copies; `undefined` if the library no longer knows the document. */
	async cite(hit: SearchHit, note: NotePlace | undefined): Promise<string | undefined> {
		const summary = this.#documents.get(hit.documentId);
		if (summary === undefined) {
			return undefined;
		}
		const quotation = { text: await toQuotedText(hit), page: hit.page, speaker: null };
		return toCitation(quotation, summary, this.#settings.values.citationFormat, note);
	}
}

async function toQuotedText({ text, start, highlights }: SearchHit): Promise<string> {
	// Its segmenter is loaded when it is first needed, not with the extension.
	const { splitSentences } = await import('../text/sentences.ts');
	const sentences = splitSentences(text).filter((sentence) =>
		highlights.some((word) => word.start - start < sentence.end && word.end - start > sentence.start),
	);
	const [first, last] = [sentences[0], sentences.at(-1)];
	return first === undefined || last === undefined ? text : text.slice(first.start, last.end);
}
