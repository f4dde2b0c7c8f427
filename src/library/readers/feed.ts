import { composeMaps, MappedTextBuilder } from '../../text/offsetMap.ts';
import { type DocumentContent, emptyContent, type Heading } from '../document.ts';
import { parseDate } from '../metadata/date.ts';
import { cleanField } from '../metadata/field.ts';
import type { MappedText } from '../repair/edits.ts';
import { renderMarkup } from './htmlText.ts';
import { renderHtmlBody } from './mailText.ts';
import { type MarkupElement, type MarkupText, textOf, walk } from './markupTree.ts';
import { TextFlow } from './textFlow.ts';

/** Whether this is the root of a feed: RSS of any version, or Atom. */
export function isFeed({ name }: MarkupElement): boolean {
	return /^(?:rss|rdf:rdf|(?:\w+:)?feed)$/.test(name);
}

/**
 * Reads a feed: its title, then each entry under a heading, with who wrote it and when on a line, and its text. HTML in entries is read as such,
 * whether it is escaped, CDATA, or elements of the feed. A summary is left out where the entry's text says the same.
 */
export function readFeed(root: MarkupElement, maxDepth: number): DocumentContent {
	const writer = new FeedWriter(root, maxDepth);
	const channel = childOf(root, 'channel') ?? root;
	const title = writer.writeHeading(findField(channel, ['title']), 1);
	writer.writeText(findField(channel, ['subtitle', 'tagline', 'description']));
	const dates: string[] = [];
	for (const node of walk(root)) {
		if (node.kind === 'element' && /^(?:\w+:)?(?:item|entry)$/.test(node.name) && (node.parent === root || node.parent === channel)) {
			dates.push(...writer.writeEntry(node));
		}
	}
	const link = linkOf(channel);
	return {
		...emptyContent('other', []),
		...writer.build(),
		title: cleanField(title),
		author: findAuthor(channel),
		date: dateOf(findField(channel, feedDates)) ?? dates.sort().at(-1) ?? null,
		publisher: hostOf(link),
		language: cleanField(fieldText(channel, ['language', 'dc:language']) || root.attributes.get('xml:lang')),
	};
}

const feedDates = ['pubdate', 'updated', 'modified', 'dc:date', 'lastbuilddate'];
const entryDates = ['pubdate', 'published', 'issued', 'dc:date', 'created', 'updated', 'modified', 'dcterms:issued'];

class FeedWriter {
	readonly #builder = new MappedTextBuilder();
	readonly #headings: Heading[] = [];
	readonly #isRss: boolean;
	readonly #maxDepth: number;

	constructor(root: MarkupElement, maxDepth: number) {
		this.#isRss = !/feed$/.test(root.name);
		this.#maxDepth = maxDepth;
	}

	/** Gives the dates of the entry. */
	writeEntry(entry: MarkupElement): readonly string[] {
		this.writeHeading(findField(entry, ['title']), 2);
		const author = fieldElementOfAuthor(entry);
		const date = findField(entry, entryDates);
		this.#writeLine([author, date]);
		const body = this.#render(findField(entry, ['content:encoded', 'content', 'body', 'xhtml:body']));
		const summary = this.#render(findField(entry, ['description', 'summary', 'itunes:summary', 'media:description']));
		if (summary && !(body && says(body.text, summary.text))) {
			this.#write(summary);
		}
		if (body) {
			this.#write(body);
		}
		const found = dateOf(date);
		return found === null ? [] : [found];
	}

	writeHeading(element: MarkupElement | undefined, level: number): string | null {
		const rendered = this.#render(element);
		if (!rendered) {
			return null;
		}
		const text = rendered.text.replace(/\s/g, ' ').replace(/ {2}/g, ' ');
		const line = text.length === rendered.text.length ? { text, offsetMap: withoutChanges(rendered, text) } : { text, offsetMap: [] };
		this.#startParagraph();
		const start = this.#builder.length;
		this.#builder.addMapped(line);
		this.#headings.push({ level, start, end: this.#builder.length, text: line.text });
		return line.text;
	}

	writeText(element: MarkupElement | undefined): void {
		const rendered = this.#render(element);
		if (rendered) {
			this.#write(rendered);
		}
	}

	build(): Pick<DocumentContent, 'text' | 'offsetMap' | 'headings'> {
		return { ...this.#builder.build(), headings: this.#headings };
	}

	#writeLine(elements: readonly (MarkupElement | undefined)[]): void {
		const flow = new TextFlow();
		for (const element of elements) {
			if (flow.length > 0 && element && textOf(element) !== '') {
				flow.writeOwn(' · ');
			}
			for (const text of element ? textsOf(element) : []) {
				flow.write(text.text, text.runs);
			}
		}
		const line = flow.build();
		if (line.text !== '') {
			this.#startParagraph();
			this.#builder.addMapped(line);
		}
	}

	#write({ text, offsetMap, headings }: Rendered): void {
		this.#startParagraph();
		const shift = this.#builder.length;
		this.#builder.addMapped({ text, offsetMap });
		for (const heading of headings) {
			this.#headings.push({ ...heading, level: Math.min(6, heading.level + 2), start: heading.start + shift, end: heading.end + shift });
		}
	}

	#startParagraph(): void {
		if (this.#builder.length > 0) {
			this.#builder.addOwn('\n\n');
		}
	}

	#render(element: MarkupElement | undefined): Rendered | undefined {
		if (!element) {
			return undefined;
		}
		const rendered = this.#renderAny(element);
		return rendered.text === '' ? undefined : rendered;
	}

	#renderAny(element: MarkupElement): Rendered {
		if (element.children.some(({ kind }) => kind === 'element')) {
			return renderMarkup(element, { includesElement: () => true, includesText: () => true });
		}
		const [text] = textsOf(element);
		const type = element.attributes.get('type') ?? '';
		if (!text) {
			return { text: '', offsetMap: [], headings: [] };
		}
		if (this.#isRss || /html/i.test(type) || element.attributes.get('mode') === 'escaped') {
			return renderHtmlBody({ text: text.text, offsetMap: text.runs }, this.#maxDepth);
		}
		return { ...renderPlain(text), headings: [] };
	}
}

interface Rendered extends MappedText {
	readonly headings: readonly Heading[];
}

/** Plain text, its empty lines between paragraphs. */
function renderPlain({ text, runs }: MarkupText): MappedText {
	const flow = new TextFlow();
	let start = 0;
	for (const gap of text.matchAll(/\n[^\S\n]*\n/g)) {
		flow.write(text.slice(start, gap.index), composeMaps([0, start, gap.index - start], runs));
		flow.breakParagraph();
		start = gap.index + gap[0].length;
	}
	flow.write(text.slice(start), composeMaps([0, start, text.length - start], runs));
	return flow.build();
}

/** Whether a text begins as the summary does, up to the dots of one that was cut. */
function says(text: string, summary: string): boolean {
	const words = (value: string) => value.replace(/\s+/g, ' ').trim();
	const start = words(summary).replace(/(?:\[?(?:\.{3}|…)\]?)?(?: ?(?:Continue reading|Read more).{0,100})?$/u, '');
	return words(text).includes(start.trim());
}

/** The map of a line whose white space was replaced by spaces, one for one: what changed is in no run. */
function withoutChanges(before: MappedText, after: string): readonly number[] {
	const runs: number[] = [];
	for (let at = 0; at < before.offsetMap.length; at += 3) {
		const [start = 0, source = 0, length = 0] = [before.offsetMap[at], before.offsetMap[at + 1], before.offsetMap[at + 2]];
		if (before.text.slice(start, start + length) === after.slice(start, start + length)) {
			runs.push(start, source, length);
		}
	}
	return runs;
}

function childOf(element: MarkupElement, name: string): MarkupElement | undefined {
	return element.children.find((child): child is MarkupElement => child.kind === 'element' && localName(child, element) === name);
}

/** The child's name without the prefix that its parent has too (`atom:entry` in `atom:feed`). */
function localName(child: MarkupElement, parent: MarkupElement): string {
	const prefix = /^\w+:/.exec(parent.name)?.[0];
	return prefix !== undefined && child.name.startsWith(prefix) ? child.name.slice(prefix.length) : child.name;
}

/** The first of these children that says something. */
function findField(element: MarkupElement, names: readonly string[]): MarkupElement | undefined {
	for (const name of names) {
		const child = childOf(element, name);
		if (child && textOf(child) !== '') {
			return child;
		}
	}
	return undefined;
}

function fieldText(element: MarkupElement, names: readonly string[]): string {
	const field = findField(element, names);
	return field ? textOf(field) : '';
}

function fieldElementOfAuthor(element: MarkupElement): MarkupElement | undefined {
	const author = findField(element, ['author', 'dc:creator', 'itunes:author', 'managingeditor']);
	return author && (childOf(author, 'name') ?? author);
}

/** `desk@example.org (Ana Lee)` is how RSS names people. */
function findAuthor(channel: MarkupElement): string | null {
	const author = fieldElementOfAuthor(channel);
	const text = author ? textOf(author) : '';
	const name = /^\S+@\S+ \(([^()]+)\)$/.exec(text)?.[1] ?? text;
	return /^\S+@\S+$/.test(name) ? null : cleanField(name);
}

function dateOf(element: MarkupElement | undefined): string | null {
	const text = element ? textOf(element) : '';
	const day = /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=T|$)/.exec(text)?.[0];
	return parseDate(day ?? text) ?? null;
}

function linkOf(channel: MarkupElement): string {
	for (const child of channel.children) {
		if (child.kind === 'element' && localName(child, channel) === 'link') {
			const rel = child.attributes.get('rel') ?? 'alternate';
			const link = rel === 'alternate' ? (child.attributes.get('href') ?? textOf(child)) : '';
			if (link !== '') {
				return link;
			}
		}
	}
	return '';
}

function hostOf(link: string): string | null {
	return cleanField(/^https?:\/\/(?:www\.)?([^/?#:\s]{1,200})/i.exec(link)?.[1]?.toLowerCase());
}

function textsOf(element: MarkupElement): MarkupText[] {
	return [...walk(element)].filter((node): node is MarkupText => node.kind === 'text');
}
