import type { Collection } from '../library/collection.ts';
import type { LibraryDocument } from '../library/document.ts';
import { pageLabelAt } from '../library/pages.ts';
import type { TextSource } from '../search/engine.ts';
import { type Range, sliceOf } from '../text/range.ts';
import { KeptDocument } from './keptDocument.ts';

/** Texts of passages, for an engine: of a document that was kept no more is read than a few pages around the passage. */
export function makeTextSource(collection: Collection): TextSource {
	return ({ documentId, start, end }) => {
		const document = collection.find(documentId);
		return document && readPassage(document, { start, end });
	};
}

/** The text of a range; `undefined` if the text does not reach so far: it was lost where it was kept, and is being read again. */
export function readPassage(document: LibraryDocument, range: Range): string | undefined {
	if (document instanceof KeptDocument) {
		return document.readText(range);
	}
	const { text } = document.content;
	return range.end > text.length ? undefined : sliceOf(text, range);
}

/** The label of the page on which the offset stands; null outside every page. */
export function readPageLabel(document: LibraryDocument, offset: number): string | null {
	if (document.summary.pageCount === 0) {
		return null;
	}
	return pageLabelAt(document instanceof KeptDocument ? document.readPages() : document.content.pages, offset);
}
