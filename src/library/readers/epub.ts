import type { Problem } from '../../base/problem.ts';
import type { Range } from '../../text/range.ts';
import type { Caps } from '../caps.ts';
import { decodeBytes } from '../charset.ts';
import { readXml, skipDoctype } from '../container/xml.ts';
import { openZip, ZipArchive, zipLimitsOf } from '../container/zip.ts';
import { type DocumentContent, emptyContent, type Heading, type Quote } from '../document.ts';
import { cleanField } from '../metadata/field.ts';
import { readEpubPackage } from './epubPackage.ts';
import { type PageList, readPageList, toPlace } from './epubPages.ts';
import { type MarkedMarkup, renderMarkup, type Selection } from './htmlText.ts';
import { type MarkupElement, MarkupTooDeep, parseMarkup, textOf } from './markupTree.ts';
import { type BytesReader, stoppedEarly } from './reader.ts';
import { stripTags } from './stripTags.ts';

/**
 * Reads an e-book (EPUB 2 and 3): its chapters in the order of the spine, all that is visible of them; pages where it lists those of the printed
 * book or marks them. Contents, landmarks and the list of pages itself stay out.
 *
 * The source that its offset map leads to is the chapters that were read, decoded, one behind the other.
 */
export const readEpub: BytesReader = (bytes, { caps, tellStage }) => {
	const archive = openZip(bytes, zipLimitsOf(caps));
	if (!(archive instanceof ZipArchive)) {
		return emptyContent('epub', [archive]);
	}
	const book = readEpubPackage(archive);
	if ('kind' in book) {
		return emptyContent('epub', [book]);
	}
	const locked = findLockedParts(archive);
	if (book.chapters.some((name) => locked.has(name))) {
		return emptyContent('epub', [
			{ kind: 'encrypted', detail: 'The e-book is locked by copy protection; only the shop’s own programs open it' },
		]);
	}
	const pageList = readPageList(archive, book);
	const collected = new Book();
	const problems: Problem[] = [];
	let missingCount = 0;
	for (const name of book.chapters) {
		const part = archive.read(name);
		if (!(part instanceof Uint8Array)) {
			missingCount++;
			continue;
		}
		const { text: source } = decodeBytes(part);
		// From here on it is pages that are read, and they have the time of pages.
		tellStage?.('whole');
		const chapter = readChapter(source, name, pageList, caps);
		problems.push(...chapter.problems.filter(({ kind }) => !problems.some((known) => known.kind === kind)));
		collected.add(chapter, source.length);
		if (collected.length > caps.maxTextLength) {
			problems.push(stoppedEarly);
			break;
		}
	}
	if (missingCount > 0) {
		const detail = `${missingCount} of its ${book.chapters.length} chapters could not be read: missing or damaged`;
		problems.push({ kind: missingCount === book.chapters.length ? 'damaged' : 'partMissing', detail });
	}
	const { title, author, date, publisher, language } = book;
	return { ...emptyContent('epub', problems), title, author, date, publisher, language, ...collected.build() };
};

interface Chapter extends Omit<MarkedMarkup, 'marks'> {
	readonly pages: readonly { readonly offset: number; readonly label: string }[];
	readonly problems: readonly Problem[];
}

function readChapter(source: string, name: string, pageList: PageList, caps: Caps): Chapter {
	const markup = skipDoctype(source) ?? source;
	const shift = source.length - markup.length;
	const { marks, ...rendered } = tryRender(markup, name, pageList, caps.maxMarkupDepth) ?? {
		...stripTags(markup),
		notes: [],
		quotes: [],
		marks: undefined,
	};
	const offsetMap = rendered.offsetMap.map((value, index) => (index % 3 === 1 ? value + shift : value));
	const pages = (marks ?? []).map(({ element, offset }) => ({ offset, label: labelOf(element, name, pageList) ?? '' }));
	const detail = `Elements of a chapter nest deeper than ${caps.maxMarkupDepth} levels, or are too many; it was read as plain text`;
	return {
		...rendered,
		offsetMap,
		pages: pages.filter(({ label }) => label !== ''),
		problems: marks ? [] : [{ kind: 'tooDeep', detail }],
	};
}

function tryRender(markup: string, name: string, pageList: PageList, maxDepth: number): MarkedMarkup | undefined {
	const selection: Selection = {
		includesElement: (element) => !isPageBreak(element) && !isNavigation(element) && !isHidden(element),
		includesText: () => true,
		isMark: (element) =>
			isPageBreak(element) || (pageList.size > 0 && element.attributes.has('id') && labelOf(element, name, pageList) !== undefined),
	};
	try {
		return renderMarkup(parseMarkup(markup, maxDepth, { isXhtml: true }).root, selection);
	} catch (error) {
		if (error instanceof MarkupTooDeep) {
			return undefined;
		}
		throw error;
	}
}

function typesOf(element: MarkupElement): readonly string[] {
	return (element.attributes.get('epub:type') ?? '').split(/\s+/);
}

function isPageBreak(element: MarkupElement): boolean {
	return element.attributes.get('role') === 'doc-pagebreak' || typesOf(element).includes('pagebreak');
}

function isNavigation(element: MarkupElement): boolean {
	return element.name === 'nav' && typesOf(element).some((type) => type === 'toc' || type === 'landmarks' || type === 'page-list');
}

function isHidden(element: MarkupElement): boolean {
	return element.attributes.has('hidden') || /display\s*:\s*none/i.test(element.attributes.get('style') ?? '');
}

/** The label of the page that begins at the element: as the list of pages says, else as the mark itself does. */
function labelOf(element: MarkupElement, name: string, pageList: PageList): string | undefined {
	const listed = pageList.get(toPlace('', `${encodeURI(name)}#${element.attributes.get('id') ?? ''}`));
	if (listed !== undefined || !isPageBreak(element)) {
		return listed;
	}
	const own = element.attributes.get('title') ?? element.attributes.get('aria-label') ?? textOf(element);
	return cleanField(own.replace(/^\s*(?:page|p\.|seite|쪽)\s*/iu, '').replace(/\.\s*$/u, '')) ?? undefined;
}

/** The text of the chapters so far, parted by empty lines. */
class Book {
	readonly #texts: string[] = [];
	readonly #runs: number[] = [];
	readonly #headings: Heading[] = [];
	readonly #notes: Range[] = [];
	readonly #quotes: Quote[] = [];
	readonly #starts: { readonly start: number; readonly label: string }[] = [];
	#length = 0;
	#sourceLength = 0;

	get length(): number {
		return this.#length;
	}

	add(chapter: Chapter, sourceLength: number): void {
		if (chapter.text !== '') {
			const base = this.#length + (this.#length > 0 ? 2 : 0);
			for (let at = 0; at < chapter.offsetMap.length; at += 3) {
				this.#runs.push(
					(chapter.offsetMap[at] ?? 0) + base,
					(chapter.offsetMap[at + 1] ?? 0) + this.#sourceLength,
					chapter.offsetMap[at + 2] ?? 0,
				);
			}
			const move = <T extends Range>(range: T): T => ({ ...range, start: range.start + base, end: range.end + base });
			for (const heading of chapter.headings) {
				this.#headings.push(move(heading));
			}
			for (const note of chapter.notes) {
				this.#notes.push(move(note));
			}
			for (const quote of chapter.quotes) {
				this.#quotes.push(move(quote));
			}
			for (const { offset, label } of chapter.pages) {
				this.#starts.push({ start: offset + base, label });
			}
			this.#texts.push(chapter.text);
			this.#length = base + chapter.text.length;
		}
		this.#sourceLength += sourceLength;
	}

	build(): Pick<DocumentContent, 'text' | 'offsetMap' | 'headings' | 'notes' | 'quotes' | 'pages'> {
		const pages = this.#starts
			.map(({ start, label }, index) => ({ start, end: this.#starts[index + 1]?.start ?? this.#length, label }))
			.filter(({ start, end }) => end > start);
		const text = this.#texts.join('\n\n');
		return { text, offsetMap: this.#runs, headings: this.#headings, notes: this.#notes, quotes: this.#quotes, pages };
	}
}

/** The parts that copy protection has made unreadable. Fonts are often scrambled and do not count: nobody asks for them. */
function findLockedParts(archive: ZipArchive): ReadonlySet<string> {
	const parts = new Set<string>();
	const bytes = archive.read('META-INF/encryption.xml');
	if (bytes instanceof Uint8Array) {
		readXml(bytes, new Map(), {
			open(name, attributes) {
				if (name.endsWith('CipherReference')) {
					parts.add((attributes.get('URI') ?? '').replace(/^\//, ''));
				}
			},
			close() {},
			text() {},
		});
	}
	return parts;
}
