import { type DocumentContent, emptyContent, type Heading } from '../document.ts';
import { parseDate } from '../metadata/date.ts';
import { cleanField } from '../metadata/field.ts';
import { isFeed, readFeed } from './feed.ts';
import { type MarkupElement, type MarkupNode, MarkupTooDeep, parseMarkup, textOf, walk } from './markupTree.ts';
import { readPlainText } from './plainText.ts';
import type { Reader } from './reader.ts';
import { stripTags } from './stripTags.ts';
import { TextFlow } from './textFlow.ts';

/**
 * Reads XML that is no page: feeds as feeds, outlines by their entries, any other by its text, where an element stands apart unless text stands
 * beside it. Articles and books (JATS, DocBook, TEI, FictionBook) have their titles, authors and headings. What says nearly nothing between its tags
 * (settings, drawings) is read as the plain text it is.
 */
export const readXmlDocument: Reader = (source, context) => {
	const { maxMarkupDepth } = context.caps;
	let tree: ReturnType<typeof parseMarkup>;
	try {
		tree = parseMarkup(source, maxMarkupDepth, { isXml: true });
	} catch (error) {
		if (!(error instanceof MarkupTooDeep)) {
			throw error;
		}
		const detail = `Its elements nest deeper than ${maxMarkupDepth} levels, or are too many; read as plain text`;
		return { ...emptyContent('other', [{ kind: 'tooDeep', detail }]), ...stripTags(source) };
	}
	const root = tree.root.children.find((node): node is MarkupElement => node.kind === 'element');
	if (!root) {
		return readPlainText(source, context);
	}
	if (isFeed(root)) {
		return readFeed(root, maxMarkupDepth);
	}
	const content = readElements(root);
	const speaksInTags = content.headings.length === 0 && root.name !== 'opml' && content.text.length < source.length * minTextShare;
	return content.text === '' || speaksInTags ? { ...readPlainText(source, context), kind: 'other' } : content;
};

/** Of settings and drawings, less is text: what they say stands in attributes. Documents have their titles too. */
const minTextShare = 0.1;

function readElements(root: MarkupElement): DocumentContent {
	const writer = new XmlWriter();
	writer.write(root);
	return { ...emptyContent('other', []), ...writer.build(), ...readMetadata(root) };
}

/** A part of a document that has a title. */
const sections: ReadonlySet<string> = new Set(
	`abstract acknowledgement ack app appendix article book body chapter div div1 div2 div3 epigraph front-stub glossary info bookinfo articleinfo part
	poem preface ref-list refsect1 refsect2 refsection sec sect1 sect2 sect3 sect4 sect5 section simplesect title-group titlegroup topic`.split(
		/\s+/,
	),
);
const titles: ReadonlySet<string> = new Set(['title', 'article-title', 'head']);
/** Holds one run of words, whatever elements part it. */
const paragraphs: ReadonlySet<string> = new Set('p para simpara title article-title subtitle v mixed-citation'.split(' '));
const preformatted: ReadonlySet<string> = new Set(['pre', 'code', 'programlisting', 'preformat', 'screen', 'literallayout', 'verbatim']);
const rows: ReadonlySet<string> = new Set(['tr', 'row']);
const cells: ReadonlySet<string> = new Set(['td', 'th', 'entry']);
const silent: ReadonlySet<string> = new Set(['script', 'style', 'binary']);

class XmlWriter {
	readonly #flow = new TextFlow();
	readonly #headings: { readonly level: number; readonly start: number; readonly end: number }[] = [];

	write(root: MarkupElement): void {
		const stack: ({ readonly node: MarkupNode; readonly place: Place } | (() => void))[] = [
			{ node: root, place: { isInline: false, isCode: false, level: 0 } },
		];
		for (let entry = stack.pop(); entry; entry = stack.pop()) {
			if (typeof entry === 'function') {
				entry();
				continue;
			}
			const { node, place } = entry;
			if (node.kind === 'text') {
				if (place.isCode) {
					this.#flow.writePreformatted(node.text, node.runs);
				} else {
					this.#flow.write(node.text, node.runs);
				}
				continue;
			}
			const name = localNameOf(node);
			if (silent.has(name)) {
				continue;
			}
			const parent = node.parent && localNameOf(node.parent);
			const isHeading = !place.isInline && titles.has(name) && parent !== undefined && sections.has(parent);
			const isCell = cells.has(name) && rows.has(parent ?? '');
			stack.push(this.#open(node, name, place, { isHeading, isCell }));
			const inner: Place = {
				isInline: place.isInline || isCell || paragraphs.has(name) || isMixed(node),
				isCode: place.isCode || preformatted.has(name),
				level: place.level + (sections.has(name) && node.children.some(isTitle) ? 1 : 0),
			};
			for (let at = node.children.length - 1; at >= 0; at--) {
				stack.push({ node: node.children[at] as MarkupNode, place: inner });
			}
		}
	}

	build(): Pick<DocumentContent, 'text' | 'offsetMap' | 'headings'> {
		const built = this.#flow.build();
		const headings: Heading[] = this.#headings.map((heading) => ({ ...heading, text: built.text.slice(heading.start, heading.end) }));
		return { ...built, headings };
	}

	#open(
		element: MarkupElement,
		name: string,
		place: Place,
		{ isHeading, isCell }: { readonly isHeading: boolean; readonly isCell: boolean },
	): () => void {
		const flow = this.#flow;
		if (isCell) {
			flow.breakCell();
			return () => {};
		}
		if (place.isInline && !preformatted.has(name) && name !== 'p' && name !== 'list' && name !== 'itemizedlist') {
			if (/^(?:br|lb)$/.test(name)) {
				flow.breakLine();
			}
			return () => {};
		}
		if (name === 'outline') {
			flow.startLine();
			flow.writeOwn((element.attributes.get('text') ?? element.attributes.get('title') ?? '').replace(/\s+/g, ' ').trim());
			return () => flow.startLine();
		}
		const isLine =
			rows.has(name) || (!paragraphs.has(name) && !element.children.some(({ kind }) => kind === 'element') && !isLong(element));
		const part = isLine ? () => flow.startLine() : () => flow.breakParagraph();
		part();
		if (!isHeading) {
			return part;
		}
		const open = flow.open();
		flow.startSingleLine();
		return () => {
			flow.endSingleLine();
			const range = flow.close(open);
			if (range) {
				this.#headings.push({ ...range, level: Math.min(6, Math.max(1, place.level)) });
			}
			flow.breakParagraph();
		};
	}
}

/** What holds for all that an element holds. */
interface Place {
	readonly isInline: boolean;
	readonly isCode: boolean;
	/** How many titled parts it stands in. */
	readonly level: number;
}

/** Without its prefix. */
function localNameOf({ name }: MarkupElement): string {
	return name.slice(name.indexOf(':') + 1);
}

function isTitle(node: MarkupNode): boolean {
	return node.kind === 'element' && titles.has(localNameOf(node));
}

/** Whether text stands beside the elements. */
function isMixed({ children }: MarkupElement): boolean {
	return children.some((child) => child.kind === 'element') && children.some((child) => child.kind === 'text' && child.text.trim() !== '');
}

/** Longer values are paragraphs, shorter ones lines. UTF-16 units. */
function isLong({ children }: MarkupElement): boolean {
	return children.reduce((length, child) => length + (child.kind === 'text' ? child.text.trim().length : 0), 0) > 100;
}

/** Where articles and books say who they are; the rest of a document is not asked. */
const headers: ReadonlySet<string> = new Set(
	'article-meta title-info info bookinfo articleinfo titlestmt head teiheader front metadata'.split(' '),
);

function readMetadata(root: MarkupElement): Pick<DocumentContent, 'title' | 'author' | 'date' | 'publisher' | 'language'> {
	const fields = new Map<string, MarkupElement>();
	const authors: string[] = [];
	for (const node of walk(root)) {
		if (node.kind === 'element') {
			const name = localNameOf(node);
			const isOwn = node.parent === root || isInHeader(node, root);
			if (isOwn && !fields.has(name) && textOf(node) !== '') {
				fields.set(name, node);
			}
			const isAuthor =
				isOwn && (name === 'author' || (name === 'contrib' && (node.attributes.get('contrib-type') ?? 'author') === 'author'));
			if (isAuthor && authors.length < 20) {
				authors.push(nameOf(node));
			}
		}
	}
	const text = (...names: string[]) => {
		const field = names.map((name) => fields.get(name)).find((found) => found !== undefined);
		return field ? textOf(field) : null;
	};
	const published = fields.get('pub-date');
	const date = published ? ['year', 'month', 'day'].map((name) => partOf(published, name).padStart(2, '0')) : [];
	const numbers = date.slice(0, date.findIndex((part) => !/^\d+$/.test(part) || part === '00') >>> 0);
	return {
		title: cleanField(text('article-title', 'book-title', 'title')),
		author: cleanField([...new Set(authors)].filter((name) => name !== '').join('; ')),
		date: parseDate(numbers.length > 0 ? numbers.join('-') : (text('pubdate', 'date', 'datecreated') ?? '')) ?? null,
		publisher: cleanField(text('journal-title', 'publisher-name', 'publishername')),
		language: cleanField(root.attributes.get('xml:lang') ?? root.attributes.get('lang') ?? text('lang')),
	};
}

function isInHeader(element: MarkupElement, root: MarkupElement): boolean {
	let level = 0;
	for (let up = element.parent; up && up !== root && level < 8; up = up.parent, level++) {
		if (headers.has(localNameOf(up))) {
			return true;
		}
	}
	return false;
}

/** `Ana Lee`, in whatever order the file has the parts. */
function nameOf(element: MarkupElement): string {
	const given = ['given-names', 'firstname', 'first-name', 'forename', 'middle-name'].map((name) => partOf(element, name));
	const family = ['surname', 'last-name'].map((name) => partOf(element, name));
	const parts = [...given, ...family].filter((part) => part !== '');
	const whole = parts.length > 0 ? '' : partOf(element, 'personname') || partOf(element, 'name') || textOf(element);
	return parts.length > 0 ? parts.join(' ') : whole.length <= 100 ? whole : '';
}

function partOf(element: MarkupElement, name: string): string {
	for (const node of walk(element)) {
		if (node.kind === 'element' && localNameOf(node) === name) {
			return textOf(node);
		}
	}
	return '';
}
