import type { OffsetMap } from '../../text/offsetMap.ts';
import type { Range } from '../../text/range.ts';
import type { Heading } from '../document.ts';
import { lineElements, paragraphElements, silentElements } from './htmlBlocks.ts';
import type { MarkupElement, MarkupNode, MarkupText } from './markupTree.ts';
import { type OpenRange, TextFlow } from './textFlow.ts';

/** The clean text of a tree, or of the part of it that was chosen. */
export interface RenderedMarkup {
	readonly text: string;
	readonly offsetMap: OffsetMap;
	readonly headings: readonly Heading[];
	readonly notes: readonly Range[];
}

/** Whether a node is shown. What is asked for an element that is not shown is not asked for what it holds. */
export interface Selection {
	includesElement(element: MarkupElement): boolean;
	includesText(text: MarkupText): boolean;
}

/**
 * Writes the chosen text of a tree: block elements as paragraphs, list items and table rows as lines, cells parted by tabs, `<br>` as line breaks,
 * `<pre>` as it stands, headings with their places. Own stack, so that depth costs no call frames.
 */
export function renderMarkup(root: MarkupElement, selection: Selection): RenderedMarkup {
	const flow = new TextFlow();
	const headings: { level: number; range: Range }[] = [];
	const notes: Range[] = [];
	const stack: (MarkupNode | (() => void))[] = [root];
	let preDepth = 0;
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (typeof node === 'function') {
			node();
			continue;
		}
		if (node.kind === 'text') {
			if (selection.includesText(node)) {
				if (preDepth > 0) {
					flow.writePreformatted(node.text, node.runs);
				} else {
					flow.write(node.text, node.runs);
				}
			}
			continue;
		}
		if (silentElements.has(node.name) || !selection.includesElement(node)) {
			// A gap where something stood: words on both sides do not grow together.
			flow.breakWord();
			continue;
		}
		const close = openElement(flow, node, headings, notes);
		if (node.name === 'pre') {
			preDepth++;
		}
		const isPre = node.name === 'pre';
		stack.push(() => {
			if (isPre) {
				preDepth--;
			}
			close();
		});
		for (let at = node.children.length - 1; at >= 0; at--) {
			stack.push(node.children[at] as MarkupNode);
		}
	}
	const { text, offsetMap } = flow.build();
	return {
		text,
		offsetMap,
		notes,
		headings: headings.map(({ level, range }) => ({ level, ...range, text: text.slice(range.start, range.end) })),
	};
}

/** Begins the element in the flow; what comes back ends it. */
function openElement(flow: TextFlow, element: MarkupElement, headings: { level: number; range: Range }[], notes: Range[]): () => void {
	const { name } = element;
	const level = /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
	if (level > 0) {
		flow.breakParagraph();
		const range = flow.open();
		flow.startSingleLine();
		return () => {
			flow.endSingleLine();
			keep(flow, range, (found) => headings.push({ level, range: found }));
			flow.breakParagraph();
		};
	}
	if (isNote(element)) {
		flow.breakParagraph();
		const range = flow.open();
		return () => {
			keep(flow, range, (found) => notes.push(found));
			flow.breakParagraph();
		};
	}
	if (paragraphElements.has(name)) {
		// A list inside a list item begins a line, not a paragraph.
		const isInner =
			(name === 'ul' || name === 'ol') && (element.parent?.name === 'li' || element.parent?.name === 'ul' || element.parent?.name === 'ol');
		const startBlock = isInner ? () => flow.startLine() : () => flow.breakParagraph();
		startBlock();
		return startBlock;
	}
	if (lineElements.has(name)) {
		flow.startLine();
		return () => flow.startLine();
	}
	if (name === 'td' || name === 'th') {
		flow.breakCell();
	} else if (name === 'br') {
		flow.breakLine();
	}
	return () => {};
}

function keep(flow: TextFlow, open: OpenRange, use: (range: Range) => void): void {
	const range = flow.close(open);
	if (range) {
		use(range);
	}
}

/** One foot- or endnote, as EPUB and publishers mark it. */
function isNote(element: MarkupElement): boolean {
	const role = element.attributes.get('role') ?? '';
	const type = element.attributes.get('epub:type') ?? '';
	return role === 'doc-footnote' || role === 'doc-endnote' || type === 'footnote' || type === 'endnote' || type === 'rearnote';
}
