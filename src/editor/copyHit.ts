import type * as vscode from 'vscode';
import type { SearchHit } from '../service/library.ts';
import type { KnownDocuments } from './knownDocuments.ts';
import { copyText, toCitation } from './quotation.ts';
import type { Settings } from './settings.ts';

/** Copies the sentences of a found passage that hold the words, with their source; the whole passage if none can be told. */
export async function copyHit(
	hit: SearchHit,
	note: vscode.TextDocument | undefined,
	documents: KnownDocuments,
	settings: Settings,
): Promise<void> {
	const summary = documents.get(hit.documentId);
	if (summary === undefined) {
		return;
	}
	const quotation = { text: await toQuotedText(hit), page: hit.page, speaker: null };
	await copyText(toCitation(quotation, summary, settings.values.citationFormat, note));
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
