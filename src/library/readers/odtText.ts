import type { XmlAttributes, XmlHandler, XmlNamespaces } from '../container/xml.ts';
import { BlockFlow } from './blockFlow.ts';
import { OfficePages } from './officePages.ts';
import { isDescription } from './pictureDescription.ts';

/** The namespaces of OpenDocument (1.0 to 1.4 are the same), by the prefixes that everybody uses. */
export const openDocumentNamespaces: XmlNamespaces = new Map(
	['office', 'text', 'table', 'style', 'meta']
		.map((name): [string, string] => [`urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`, name])
		.concat([
			['urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'draw'],
			['urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0', 'svg'],
			['urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0', 'fo'],
			['http://purl.org/dc/elements/1.1/', 'dc'],
		]),
);

/** What a paragraph's style says of it. */
interface Style {
	parent: string | undefined;
	breaksBefore: boolean;
	breaksAfter: boolean;
	/** The kind of page that begins with it; a new page then begins. */
	masterPage: string | undefined;
	pageNumber: number | undefined;
}

/** How the pages of each kind are numbered: `1`, `i`, `I`, `a`, `A`. */
export type PageFormats = ReadonlyMap<string, string>;

const maxStyleChain = 50;
const maxDescriptionLength = 4096;
/** `text:s` may ask for any number of spaces; in clean text they are one. */
const kindsOfSpace: ReadonlySet<string> = new Set(['text:s', 'text:tab']);

/**
 * Turns OpenDocument's XML into clean text. Left out: deleted text (tracked changes), comments, the numbers of notes, phonetic text over
 * characters, forms, headers and footers. Footnotes follow their paragraph or table, endnotes the text; text boxes follow their paragraph.
 */
export class OdtText implements XmlHandler {
	readonly blocks = new BlockFlow();
	readonly pages: OfficePages;
	readonly #maxLength: number;
	readonly #formats: PageFormats;
	readonly #styles = new Map<string, Style>();
	readonly #notes: (() => void)[] = [];
	readonly #endnotes: (() => void)[] = [];
	/** For each open paragraph the text boxes that hang on it. */
	readonly #paragraphs: { readonly boxes: (() => void)[]; readonly style: Style | undefined }[] = [];
	readonly #boxDepths: number[] = [];
	/** The style that is being read. */
	#style: Style | undefined;
	#noteClass: string | undefined;
	/** Of the drawing that is being read. */
	#description: string | undefined;
	#skipDepth = 0;
	#listDepth = 0;
	#tableDepth = 0;
	#bodyDepth = 0;
	#section: { startNumber: number | undefined; format: string } = { startNumber: undefined, format: 'decimal' };
	#masterPage = 'Standard';

	constructor(formats: PageFormats, maxLength: number) {
		this.#formats = formats;
		this.#maxLength = maxLength;
		this.pages = new OfficePages(this.blocks.flow.open());
		this.#section.format = formats.get(this.#masterPage) ?? 'decimal';
	}

	isDone(): boolean {
		return this.blocks.flow.length > this.#maxLength;
	}

	open(name: string, attributes: XmlAttributes): void {
		if (this.#skipDepth > 0 || silent.has(name)) {
			this.#skipDepth++;
			return;
		}
		switch (name) {
			case 'style:style':
				this.#openStyle(attributes);
				break;
			case 'style:paragraph-properties':
				this.#readStyle(attributes);
				break;
			case 'office:text':
				this.#bodyDepth++;
				if (attributes.get('text:use-soft-page-breaks') === 'true') {
					this.pages.trustBreaks();
				}
				break;
			case 'text:p':
			case 'text:h':
				this.#openParagraph(name, attributes);
				break;
			case 'text:list':
				this.#listDepth++;
				break;
			case 'text:line-break':
				this.blocks.breakLine();
				break;
			case 'text:soft-page-break':
				this.#breakPage('laidOut');
				break;
			case 'text:note':
				this.#noteClass = attributes.get('text:note-class') ?? 'footnote';
				break;
			case 'text:note-body':
				this.blocks.startDeferred();
				break;
			case 'table:table':
				this.#tableDepth++;
				this.blocks.startTable();
				break;
			case 'table:table-row':
				this.blocks.startRow();
				break;
			case 'table:table-cell':
				this.blocks.startCell();
				break;
			case 'svg:desc':
				this.#description = '';
				break;
			default:
				if (kindsOfSpace.has(name)) {
					this.blocks.breakWord();
				} else if (name.startsWith('draw:')) {
					this.#openBox(name);
				}
		}
	}

	close(name: string): void {
		if (this.#skipDepth > 0) {
			this.#skipDepth--;
			return;
		}
		switch (name) {
			case 'style:style':
				this.#style = undefined;
				break;
			case 'office:text':
				this.#bodyDepth--;
				this.#writeNotes();
				this.#endSection();
				for (const write of this.#endnotes.splice(0)) {
					this.blocks.writeNote(write);
				}
				break;
			case 'text:p':
			case 'text:h':
				this.#closeParagraph();
				break;
			case 'text:list':
				this.#listDepth--;
				break;
			case 'text:note-body':
				(this.#noteClass === 'endnote' ? this.#endnotes : this.#notes).push(this.blocks.endDeferred());
				break;
			case 'table:table':
				this.#tableDepth--;
				this.blocks.endTable();
				this.#writeNotes();
				break;
			case 'table:table-row':
				this.blocks.endRow();
				break;
			case 'table:table-cell':
				this.blocks.endCell();
				break;
			case 'svg:desc':
				this.#writeDescription();
				break;
			default:
				if (boxes.has(name)) {
					this.#closeBox();
				}
		}
	}

	text(text: string, sourceStart: number): void {
		if (this.#description !== undefined && this.#skipDepth === 0) {
			this.#description += this.#description.length < maxDescriptionLength ? text.slice(0, maxDescriptionLength) : '';
		} else if (this.#paragraphs.length > (this.#boxDepths.at(-1) ?? 0) && this.#skipDepth === 0) {
			this.blocks.write(text, sourceStart);
		}
	}

	#openStyle(attributes: XmlAttributes): void {
		const name = attributes.get('style:name');
		if (name !== undefined && attributes.get('style:family') === 'paragraph') {
			const masterPage = attributes.get('style:master-page-name');
			this.#style = {
				parent: attributes.get('style:parent-style-name'),
				breaksBefore: false,
				breaksAfter: false,
				masterPage: masterPage === '' ? undefined : masterPage,
				pageNumber: undefined,
			};
			this.#styles.set(name, this.#style);
		}
	}

	#readStyle(attributes: XmlAttributes): void {
		if (this.#style) {
			this.#style.breaksBefore = attributes.get('fo:break-before') === 'page';
			this.#style.breaksAfter = attributes.get('fo:break-after') === 'page';
			const number = attributes.get('style:page-number') ?? '';
			this.#style.pageNumber = /^\d{1,6}$/.test(number) ? Number(number) : undefined;
		}
	}

	#openParagraph(name: string, attributes: XmlAttributes): void {
		const styleName = attributes.get('text:style-name');
		const style = styleName === undefined ? undefined : this.#styles.get(styleName);
		if (style && this.#paragraphs.length === 0) {
			this.#beginPage(style);
		}
		this.#paragraphs.push({ boxes: [], style });
		const outline = Number(attributes.get('text:outline-level') ?? '1');
		const level = name === 'text:h' ? (outline >= 1 && outline <= 10 ? Math.trunc(outline) : 1) : this.#isTitle(styleName) ? 1 : 0;
		this.blocks.startParagraph(this.#listDepth > 0 && level === 0);
		this.blocks.startHeading(level);
	}

	#closeParagraph(): void {
		const paragraph = this.#paragraphs.pop();
		this.blocks.endParagraph();
		for (const write of paragraph?.boxes ?? []) {
			this.blocks.perform(write);
		}
		this.#writeNotes();
		if (paragraph?.style?.breaksAfter && this.#paragraphs.length === 0) {
			this.#breakPage('asked');
		}
	}

	/** What is drawn may hold paragraphs of its own, in the middle of another. */
	#openBox(name: string): void {
		if (boxes.has(name)) {
			this.blocks.startDeferred();
			this.#boxDepths.push(this.#paragraphs.length);
		}
	}

	#closeBox(): void {
		this.#boxDepths.pop();
		const write = this.blocks.endDeferred();
		const paragraph = this.#paragraphs.at(-1);
		if (paragraph) {
			paragraph.boxes.push(write);
		} else {
			this.blocks.perform(write);
		}
	}

	/** What is said of a picture for those who do not see it stands behind the paragraph, as a caption would. */
	#writeDescription(): void {
		const description = this.#description ?? '';
		this.#description = undefined;
		if (isDescription(description)) {
			const write = () => {
				this.blocks.startParagraph();
				this.blocks.write(description, -1);
				this.blocks.endParagraph();
			};
			const paragraph = this.#paragraphs.at(-1);
			if (paragraph) {
				paragraph.boxes.push(write);
			} else {
				write();
			}
		}
	}

	#isTitle(styleName: string | undefined): boolean {
		let name = styleName;
		for (let step = 0; name !== undefined && step < maxStyleChain; step++) {
			if (name === 'Title') {
				return true;
			}
			name = this.#styles.get(name)?.parent;
		}
		return false;
	}

	#beginPage(style: Style): void {
		if (style.masterPage !== undefined) {
			const isFirst = this.blocks.flow.length === 0;
			if (!isFirst) {
				this.#endSection();
				this.#breakPage('asked');
			}
			this.#masterPage = style.masterPage;
			this.#section = { startNumber: style.pageNumber, format: this.#formats.get(style.masterPage) ?? 'decimal' };
		} else if (style.breaksBefore) {
			this.#breakPage('asked');
		}
	}

	#endSection(): void {
		this.pages.endSection({ type: 'nextPage', ...this.#section });
	}

	#breakPage(cause: 'asked' | 'laidOut'): void {
		if (!this.blocks.isDeferred && this.#bodyDepth > 0) {
			this.pages.addBreak(cause, this.blocks.flow.open(), this.blocks.flow.length);
		}
	}

	/** Footnotes follow the paragraph, or the whole table, that refers to them. */
	#writeNotes(): void {
		if (this.#tableDepth === 0 && this.#paragraphs.length === 0 && !this.blocks.isDeferred) {
			for (const write of this.#notes.splice(0)) {
				this.blocks.writeNote(write);
			}
		}
	}
}

/** What of a drawing holds paragraphs. */
const boxes: ReadonlySet<string> = new Set(
	'text-box custom-shape rect line polyline polygon regular-polygon path circle ellipse connector caption measure'
		.split(' ')
		.map((name) => `draw:${name}`),
);

const silent: ReadonlySet<string> = new Set([
	'text:tracked-changes',
	'text:note-citation',
	'text:ruby-text',
	'office:annotation',
	'office:binary-data',
	'office:event-listeners',
	'draw:object',
	'draw:object-ole',
	'svg:title',
	'office:forms',
	'office:scripts',
	'office:master-styles',
	'office:font-face-decls',
	'office:meta',
	'office:settings',
	'text:table-of-content-source',
	'text:illustration-index-source',
	'text:table-index-source',
	'text:object-index-source',
	'text:user-index-source',
	'text:alphabetical-index-source',
	'text:bibliography-source',
]);
