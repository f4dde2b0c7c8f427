import type * as vscode from 'vscode';
import type { SearchAnswer, SearchHit } from '../../service/library.ts';
import type { Range } from '../../text/range.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { Reader } from '../reader/reader.ts';

/** A document may be found before the editor is told of it, which happens a few times a second. */
const newDocumentLimitMs = 1_000;

/** What passages are shown with. */
export interface HitOpenerOptions {
	readonly documents: KnownDocuments;
	readonly reader: Reader;
}

/** How a passage is to be shown. */
export interface HitShowing {
	readonly preview: boolean;
	readonly preserveFocus?: boolean;
	readonly viewColumn?: vscode.ViewColumn;
	/** Asks for all that matches in the document, to be marked as well; `undefined` for the passage's own words only. */
	readonly askAll?: (documentId: string) => Promise<SearchAnswer | undefined>;
}

/** Shows a found passage in the reader with its words marked, at once; what else matches in the document is marked when it is known. */
export async function showHit({ documents, reader }: HitOpenerOptions, hit: SearchHit, how: HitShowing): Promise<void> {
	const others = how.askAll?.(hit.documentId);
	// Its failure is told below; before that, the document is shown.
	others?.catch(() => undefined);
	await documents.waitFor(hit.documentId, newDocumentLimitMs);
	await reader.show(
		hit.documentId,
		{ start: hit.start, end: hit.end },
		{
			preview: how.preview,
			preserveFocus: how.preserveFocus ?? false,
			words: hit.highlights,
			...(how.viewColumn === undefined ? {} : { viewColumn: how.viewColumn }),
		},
	);
	const answer = await others;
	if (answer !== undefined) {
		reader.markAlso(hit.documentId, hit.highlights, listMatches(answer, hit));
	}
}

/** The words of all passages that hold as much of the query as this one. */
function listMatches(answer: SearchAnswer, hit: SearchHit): Range[] {
	return answer.hits
		.filter((other) => other.documentId === hit.documentId && other.start !== hit.start && other.missing.length <= hit.missing.length)
		.flatMap((other) => other.highlights);
}
