import type { Collection } from '../library/collection.ts';
import type { Heading, LibraryDocument } from '../library/document.ts';
import { pageLabelAt } from '../library/pages.ts';
import { findSections, type Section, sectionAt, toSectionName } from '../library/sections.ts';
import type { TextSource } from '../search/engine.ts';
import { toBareText } from '../text/bareText.ts';
import { type Range, sliceOf } from '../text/range.ts';
import { KeptDocument } from './keptDocument.ts';

/** Texts of passages, for an engine: of a document that was kept no more is read than a few pages around the passage. */
export function makeTextSource(collection: Collection): TextSource {
	return ({ documentId, start, end }) => {
		const document = collection.find(documentId);
		if (document instanceof KeptDocument) {
			const text = document.readText({ start, end });
			return text === undefined ? undefined : { text, start: 0, end: text.length };
		}
		// Not cut out: to look at each character of a slice takes half as long again.
		const text = document?.content.text;
		return text === undefined || end > text.length ? undefined : { text, start, end };
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
	return pageLabelAt(document instanceof KeptDocument ? document.readPlaces().pages : document.content.pages, offset);
}

/** The heading of the section in which a passage stands that begins at the offset; null where it says no more than the document's title. */
export function readSection(document: LibraryDocument, offset: number): string | null {
	const { headingCount, title } = document.summary;
	if (headingCount < 2) {
		return null;
	}
	const sections = document instanceof KeptDocument ? document.readPlaces().sections : sectionsOf(document.content.headings);
	const section = sectionAt(sections, offset);
	return section === null || toBareText(section) === toBareText(toSectionName(title ?? '')) ? null : section;
}

/** A mailbox has ten thousand, and many hits. */
const knownSections = new WeakMap<readonly Heading[], readonly Section[]>();

function sectionsOf(headings: readonly Heading[]): readonly Section[] {
	const sections = knownSections.get(headings) ?? findSections(headings);
	knownSections.set(headings, sections);
	return sections;
}
