import type { OffsetMap } from '../../text/offsetMap.ts';
import type { Range } from '../../text/range.ts';
import type { Heading, Quote } from '../document.ts';
import { hangulName, mayBeName, personName } from '../metadata/names.ts';
import { lineElements, paragraphElements, silentElements } from './htmlBlocks.ts';
import { type MarkupElement, type MarkupNode, type MarkupText, textOf } from './markupTree.ts';
import { type OpenRange, TextFlow } from './textFlow.ts';

/** The clean text of a tree, or of the part of it that was chosen. */
export interface RenderedMarkup {
	readonly text: string;
	readonly offsetMap: OffsetMap;
	readonly headings: readonly Heading[];
	readonly notes: readonly Range[];
	/** Quotations in `<blockquote>` with somebody named at their end. */
	readonly quotes: readonly Quote[];
}

/** The clean text of a tree as it was written, with the places of elements in it. */
export interface MarkedMarkup extends RenderedMarkup {
	/** The elements that were asked for, shown or not, each with the place of the next character behind its beginning. */
	readonly marks: readonly Mark[];
}

/** An element that stands for a place. */
export interface Mark {
	readonly element: MarkupElement;
	readonly offset: number;
}

/** Whether a node is shown. What is asked for an element that is not shown is not asked for what it holds. */
export interface Selection {
	includesElement(element: MarkupElement): boolean;
	includesText(text: MarkupText): boolean;
	/** Whether to tell where the element stands; not asked for what is inside of elements that are not shown. */
	isMark?(element: MarkupElement): boolean;
}

/**
 * Writes the chosen text of a tree: block elements as paragraphs, list items and table rows as lines, cells parted by tabs, `<br>` as line breaks,
 * `<pre>` as it stands, headings, notes and attributed quotations with their places.
 */
export function renderMarkup(root: MarkupElement, selection: Selection): MarkedMarkup {
	const writer = new HtmlWriter(selection);
	writer.write(root);
	return writer.build();
}

/** Walks a tree with a stack of its own, so that depth costs no call frames. */
class HtmlWriter {
	readonly #selection: Selection;
	readonly #flow = new TextFlow();
	readonly #headings: { readonly level: number; readonly range: Range }[] = [];
	readonly #notes: Range[] = [];
	readonly #quotes: Quote[] = [];
	readonly #marks: { readonly element: MarkupElement; readonly open: OpenRange }[] = [];
	#preDepth = 0;
	/** Broken pages put headings into headings, and notes into notes: the outermost one counts. */
	#headingDepth = 0;
	#noteDepth = 0;
	/** The blockquotes that are open or were the last to close, with their text so far. */
	#quotation: { readonly element: MarkupElement; readonly range: Range | undefined } | undefined;

	constructor(selection: Selection) {
		this.#selection = selection;
	}

	write(root: MarkupElement): void {
		const stack: (MarkupNode | (() => void))[] = [root];
		for (let node = stack.pop(); node; node = stack.pop()) {
			if (typeof node !== 'function' && node.kind === 'element' && this.#selection.isMark?.(node)) {
				this.#marks.push({ element: node, open: this.#flow.open() });
			}
			if (typeof node === 'function') {
				node();
			} else if (node.kind === 'text') {
				this.#writeText(node);
			} else if (silentElements.has(node.name) || !this.#selection.includesElement(node) || (this.#headingDepth > 0 && isAnchor(node))) {
				// A gap where something stood: words on both sides do not grow together.
				this.#flow.breakWord();
			} else {
				stack.push(this.#open(node));
				for (let at = node.children.length - 1; at >= 0; at--) {
					stack.push(node.children[at] as MarkupNode);
				}
			}
		}
	}

	build(): MarkedMarkup {
		const { text, offsetMap } = this.#flow.build();
		const headings = this.#headings.map(({ level, range }) => ({ level, ...range, text: text.slice(range.start, range.end) }));
		const marks = this.#marks.map(({ element, open }) => ({ element, offset: open.start ?? text.length }));
		return { text, offsetMap, headings, notes: this.#notes, quotes: this.#quotes, marks };
	}

	#writeText(node: MarkupText): void {
		if (!this.#selection.includesText(node)) {
			return;
		}
		if (this.#preDepth > 0) {
			this.#flow.writePreformatted(node.text, node.runs);
		} else {
			this.#flow.write(node.text, node.runs);
		}
	}

	/** Begins the element in the text; what comes back ends it. */
	#open(element: MarkupElement): () => void {
		const flow = this.#flow;
		const { name } = element;
		const level = headingLevelOf(element);
		if (level > 0) {
			return this.#openHeading(level);
		}
		if (isNote(element)) {
			return this.#openNote();
		}
		if (name === 'blockquote') {
			return this.#openQuotation(element);
		}
		if (name === 'cite' || name === 'footer' || name === 'figcaption') {
			return this.#openAttribution(element);
		}
		if (name === 'pre') {
			flow.breakParagraph();
			this.#preDepth++;
			return () => {
				this.#preDepth--;
				flow.breakParagraph();
			};
		}
		if (paragraphElements.has(name)) {
			// A list inside a list item begins a line, not a paragraph.
			const isInner = (name === 'ul' || name === 'ol') && /^(?:li|ul|ol)$/.test(element.parent?.name ?? '');
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
		} else if (name === 'rt' || (name === 'sup' && isNoteMark(element))) {
			// Else the mark grows onto the word: `Seoul1`.
			flow.breakWord();
		} else if (name === 'q') {
			flow.writeOwn('“');
			return () => flow.writeOwn('”');
		}
		return () => {};
	}

	#openHeading(level: number): () => void {
		const flow = this.#flow;
		flow.breakParagraph();
		const range = this.#headingDepth++ === 0 ? flow.open() : undefined;
		flow.startSingleLine();
		return () => {
			flow.endSingleLine();
			this.#headingDepth--;
			const found = range && flow.close(range);
			if (found) {
				this.#headings.push({ level, range: found });
			}
			flow.breakParagraph();
		};
	}

	#openNote(): () => void {
		const flow = this.#flow;
		flow.breakParagraph();
		const range = this.#noteDepth++ === 0 ? flow.open() : undefined;
		return () => {
			this.#noteDepth--;
			const found = range && flow.close(range);
			if (found) {
				this.#notes.push(found);
			}
			flow.breakParagraph();
		};
	}

	#openQuotation(element: MarkupElement): () => void {
		const flow = this.#flow;
		flow.breakParagraph();
		const open = flow.open();
		this.#quotation = { element, range: undefined };
		const close = () => {
			const range = flow.close(open);
			if (this.#quotation?.element === element && this.#quotation.range === undefined) {
				this.#quotation = { element, range };
			}
			flow.breakParagraph();
		};
		this.#closeQuotation = () => {
			if (this.#quotation?.element === element && this.#quotation.range === undefined) {
				this.#quotation = { element, range: flow.close(open) };
			}
		};
		return close;
	}

	#closeQuotation: () => void = () => {};

	/** Who says the quotation: in `<cite>` or `<footer>` at its end, or in the caption under it. */
	#openAttribution(element: MarkupElement): () => void {
		const flow = this.#flow;
		const isBlock = element.name !== 'cite';
		if (isBlock) {
			flow.breakParagraph();
		}
		const quotation = this.#quotation;
		if (quotation && (isInside(element, quotation.element) || follows(element, quotation.element))) {
			this.#closeQuotation();
			const range = this.#quotation?.range;
			const speaker = range && parseAttribution(textOf(element));
			if (range && speaker) {
				flow.breakParagraph();
				this.#quotes.push({ ...range, ...speaker });
				this.#quotation = undefined;
			}
		}
		return () => {
			if (isBlock) {
				flow.breakParagraph();
			}
		};
	}
}

/** 0 if it is no heading. */
function headingLevelOf({ name, attributes }: MarkupElement): number {
	if (/^h[1-6]$/.test(name)) {
		return Number(name[1]);
	}
	return attributes.get('role') === 'heading' ? Math.min(6, Math.max(1, Number.parseInt(attributes.get('aria-level') ?? '2', 10) || 2)) : 0;
}

/** Whether an element of a heading is the sign that links to it: `#`, `¶`. */
function isAnchor(element: MarkupElement): boolean {
	return element.name === 'a' && element.attributes.get('href')?.includes('#') === true && /^(?:[#¶§]|🔗\uFE0F?)$/u.test(textOf(element));
}

/** Whether something raised leads to a note: a link, or brackets. What is raised otherwise belongs to its word (`m²`, `1st`). */
function isNoteMark(element: MarkupElement): boolean {
	const first = element.children.find((child) => child.kind === 'element' || child.text.trim() !== '');
	return first?.kind === 'element' ? first.name === 'a' : /^\s*[[(]/.test(first?.text ?? '');
}

/** One foot- or endnote, as EPUB and publishers mark it. */
function isNote(element: MarkupElement): boolean {
	const role = element.attributes.get('role') ?? '';
	const type = element.attributes.get('epub:type') ?? '';
	return role === 'doc-footnote' || role === 'doc-endnote' || type === 'footnote' || type === 'endnote' || type === 'rearnote';
}

function isInside(element: MarkupElement, ancestor: MarkupElement): boolean {
	for (let up = element.parent; up; up = up.parent) {
		if (up === ancestor) {
			return true;
		}
	}
	return false;
}

/** Whether the element is the next one after the other, with no words between. */
function follows(element: MarkupElement, before: MarkupElement): boolean {
	const siblings = before.parent === element.parent ? (element.parent?.children ?? []) : [];
	for (let at = siblings.indexOf(before) + 1; at > 0 && at < siblings.length; at++) {
		const sibling = siblings[at];
		if (sibling === element) {
			return true;
		}
		if (sibling?.kind === 'element' || sibling?.text.trim() !== '') {
			return false;
		}
	}
	return false;
}

/** `— Ana Lee, author, Seoul` as speaker and role; undefined if it names nobody (the title of a book, a date). */
function parseAttribution(text: string): { readonly speaker: string; readonly role: string | null } | undefined {
	if (text.length > 160) {
		return undefined;
	}
	const [speaker = '', ...roles] = text.replace(/^[\s\u2014\u2013\u2015~-]+/, '').split(/,\s*/);
	const role = roles.join(', ').replace(/[.;]$/, '');
	return nameForm.test(speaker) && mayBeName(speaker) ? { speaker, role: role === '' ? null : role } : undefined;
}

const nameForm = new RegExp(`^(?:${personName}|${hangulName})$`, 'u');
