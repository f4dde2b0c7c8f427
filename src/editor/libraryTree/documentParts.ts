import type { DocumentContent, Heading } from '../../library/document.ts';
import { pageLabelAt } from '../../library/pages.ts';

/** A page or a section of a document, as it stands in the tree under it. */
export interface PartNode {
	readonly type: 'part';
	readonly id: string;
	readonly kind: 'page' | 'heading';
	readonly documentId: string;
	readonly label: string;
	/** The label of the page that a section starts on; null without pages. */
	readonly page: string | null;
	/** The first words of a page. */
	readonly opening: string;
	readonly start: number;
	readonly children: readonly PartNode[];
	/** The section it stands in; `undefined` directly under the document. */
	readonly parent: PartNode | undefined;
}

/** More parts than this in one document are no outline; the rest is reached by reading on. */
const maxParts = 2_000;

/** Looked at for a page's first words, in UTF-16 units. */
const openingLength = 120;

/**
 * What a document opens to: its sections, each in the one above it, where it has at least two headings; else its pages, or its one heading.
 * In order of place. Levels that jump (1, 3) nest as if they did not.
 */
export function toParts(documentId: string, content: Pick<DocumentContent, 'text' | 'headings' | 'pages'>): readonly PartNode[] {
	return showsSections(content.headings.length, content.pages.length) ? toSections(documentId, content) : toPages(documentId, content);
}

/** Whether a document opens to its sections, for which its outline is enough; else to its pages, which show words of its text. */
export function showsSections(headingCount: number, pageCount: number): boolean {
	return headingCount >= 2 || pageCount === 0;
}

function toPages(documentId: string, { text, pages }: Pick<DocumentContent, 'text' | 'pages'>): readonly PartNode[] {
	return pages.slice(0, maxParts).map((page, index) => ({
		type: 'part',
		id: `page:${documentId}:${index}:${page.label}`,
		kind: 'page',
		documentId,
		label: page.label,
		page: page.label,
		opening: text.slice(page.start, Math.min(page.end, page.start + openingLength)),
		start: page.start,
		children: [],
		parent: undefined,
	}));
}

interface GrowingPart extends PartNode {
	readonly children: GrowingPart[];
}

function toSections(documentId: string, { headings, pages }: Pick<DocumentContent, 'headings' | 'pages'>): readonly PartNode[] {
	const top: GrowingPart[] = [];
	const open: { readonly heading: Heading; readonly part: GrowingPart }[] = [];
	for (const heading of headings.slice(0, maxParts)) {
		while ((open.at(-1)?.heading.level ?? 0) >= heading.level) {
			open.pop();
		}
		const parent = open.at(-1)?.part;
		const part: GrowingPart = {
			type: 'part',
			id: `heading:${documentId}:${heading.start}`,
			kind: 'heading',
			documentId,
			label: heading.text,
			page: pageLabelAt(pages, heading.start),
			opening: '',
			start: heading.start,
			children: [],
			parent,
		};
		(parent?.children ?? top).push(part);
		open.push({ heading, part });
	}
	return top;
}
