import type { XmlAttributes, XmlHandler } from '../container/xml.ts';
import { OdtLists } from './odtLists.ts';
import type { OdtLook, OdtStyle, OdtStyles } from './odtStyles.ts';
import { OfficeFlow } from './officeFlow.ts';
import { isDescription } from './pictureDescription.ts';

/** What else the document holds that is put where its text shows it. */
export interface OdtInserts {
	/** Writes the object of this name (`./Object 1`) into the flow, if it can: a formula, a chart, another document. */
	writeObject(name: string, flow: OfficeFlow): void;
	/** Told now and then when there is more text than before. */
	tellProgress(): void;
}

interface OpenParagraph {
	readonly style: OdtStyle | undefined;
	/** How it is marked as an item of a list; written with its first text. */
	mark: string;
	/** Of the spans that are open, the innermost last; the first is the paragraph's own. */
	readonly looks: OdtLook[];
}

const maxDescriptionLength = 4096;
/** `text:s` may ask for any number of spaces; in clean text they are one. */
const kindsOfSpace: ReadonlySet<string> = new Set(['text:s', 'text:tab']);

/**
 * Turns OpenDocument's XML into clean text. Left out: deleted text (tracked changes), hidden text, the numbers of notes and pages, phonetic text over
 * characters, forms. Notes and comments follow their paragraph or table, endnotes the text; text boxes follow their paragraph. Headers and footers
 * stand in the styles: a second instance reads them there (`isMargin`), and nothing else.
 */
export class OdtText implements XmlHandler {
	readonly flow = new OfficeFlow();
	readonly #styles: OdtStyles;
	readonly #inserts: OdtInserts;
	readonly #maxLength: number;
	readonly #silent: ReadonlySet<string>;
	readonly #paragraphs: OpenParagraph[] = [];
	readonly #lists: OdtLists;
	/** Whether each open object of a chart or spreadsheet is a chart. */
	#chartDepth = 0;
	#noteClass: string | undefined;
	/** Of the drawing that is being read. */
	#description: string | undefined;
	#skipDepth = 0;
	#hasNewText = false;
	#bodyDepth = 0;
	#section: { startNumber: number | undefined; format: string };

	constructor(styles: OdtStyles, inserts: OdtInserts, maxLength: number, isMargin = false) {
		this.#styles = styles;
		this.#inserts = inserts;
		this.#maxLength = maxLength;
		this.#silent = isMargin ? marginSilent : bodySilent;
		this.#lists = new OdtLists(styles);
		this.#section = { startNumber: undefined, format: styles.pageFormat('Standard') };
	}

	isDone(): boolean {
		if (this.#hasNewText) {
			this.#hasNewText = false;
			this.#inserts.tellProgress();
		}
		return this.flow.blocks.flow.length > this.#maxLength;
	}

	open(name: string, attributes: XmlAttributes): void {
		if (this.#skipDepth > 0 || this.#silent.has(name)) {
			this.#skipDepth++;
			return;
		}
		const { flow } = this;
		switch (name) {
			case 'office:text':
				this.#bodyDepth++;
				if (attributes.get('text:use-soft-page-breaks') === 'true') {
					flow.pages.trustBreaks();
				}
				break;
			case 'office:chart':
				this.#chartDepth++;
				break;
			case 'text:section':
				this.#skipDepth += attributes.get('text:display') === 'none' ? 1 : 0;
				break;
			case 'text:p':
			case 'text:h':
				this.#openParagraph(name, attributes);
				break;
			case 'text:span':
				this.#openSpan(attributes.get('text:style-name'));
				break;
			case 'text:list':
				this.#lists.openList(attributes);
				break;
			case 'text:list-item':
				this.#lists.openItem(attributes);
				break;
			case 'text:line-break':
				flow.blocks.breakLine();
				break;
			case 'text:soft-page-break':
				this.#breakPage('laidOut');
				break;
			case 'text:note':
				this.#noteClass = attributes.get('text:note-class') ?? 'footnote';
				break;
			case 'text:note-body':
			case 'office:annotation':
				flow.blocks.startDeferred();
				break;
			case 'table:table':
				if (this.#chartDepth > 0) {
					this.#skipDepth++;
				} else {
					flow.openTable();
				}
				break;
			case 'table:table-row':
				flow.blocks.startRow();
				break;
			case 'table:table-cell':
				flow.blocks.startCell();
				break;
			case 'svg:desc':
				this.#description = '';
				break;
			case 'draw:object':
				this.#inserts.writeObject(attributes.get('xlink:href') ?? '', flow);
				break;
			default:
				if (kindsOfSpace.has(name)) {
					flow.blocks.breakWord();
				} else if (boxes.has(name)) {
					flow.openBox();
				} else {
					this.#styles.open(name, attributes);
				}
		}
	}

	close(name: string): void {
		if (this.#skipDepth > 0) {
			this.#skipDepth--;
			return;
		}
		const { flow } = this;
		switch (name) {
			case 'office:text':
				this.#bodyDepth--;
				this.#endSection();
				flow.finish();
				break;
			case 'office:chart':
				this.#chartDepth--;
				break;
			case 'text:p':
			case 'text:h':
				this.#closeParagraph();
				break;
			case 'text:span':
				this.#paragraphs.at(-1)?.looks.pop();
				break;
			case 'text:list':
				this.#lists.closeList();
				break;
			case 'text:note-body': {
				const write = flow.blocks.endDeferred();
				if (this.#noteClass === 'endnote') {
					flow.addEndnote(write);
				} else {
					flow.addNote(write);
				}
				break;
			}
			case 'office:annotation':
				flow.addNote(flow.blocks.endDeferred());
				break;
			case 'table:table':
				flow.closeTable();
				break;
			case 'table:table-row':
				flow.blocks.endRow();
				break;
			case 'table:table-cell':
				flow.blocks.endCell();
				break;
			case 'svg:desc':
				this.#describe();
				break;
			default:
				if (boxes.has(name)) {
					flow.closeBox();
				} else {
					this.#styles.close(name);
				}
		}
	}

	text(text: string, sourceStart: number): void {
		if (this.#skipDepth > 0) {
			return;
		}
		if (this.#description !== undefined) {
			this.#description += this.#description.length < maxDescriptionLength ? text.slice(0, maxDescriptionLength) : '';
			return;
		}
		const paragraph = this.#paragraphs.at(-1);
		const look = paragraph?.looks.at(-1);
		if (!paragraph || !look || look.isHidden || !this.flow.isInParagraph) {
			return;
		}
		if (paragraph.mark !== '' && text.trim() !== '') {
			this.flow.blocks.write(paragraph.mark, -1);
			this.flow.blocks.breakWord();
			paragraph.mark = '';
		}
		this.#hasNewText = true;
		this.flow.write(text, sourceStart, look.isBold, look.size);
	}

	#openParagraph(name: string, attributes: XmlAttributes): void {
		const styleName = attributes.get('text:style-name');
		const style = this.#styles.paragraph(styleName);
		if (style && this.#paragraphs.length === 0) {
			this.#beginPage(style);
		}
		const outline = Number(attributes.get('text:outline-level') ?? '1');
		const headingLevel = outline >= 1 && outline <= 10 ? Math.trunc(outline) : 1;
		const level = name === 'text:h' ? headingLevel : this.#styles.isBasedOn(styleName, 'Title') ? 1 : 0;
		const isUnnumbered = attributes.get('text:is-list-header') === 'true';
		const mark = this.#lists.nextMark(style?.listStyle, name === 'text:h' && !isUnnumbered ? headingLevel : 0);
		this.#paragraphs.push({ style, mark, looks: [this.#styles.lookOf('paragraph', styleName)] });
		this.flow.openParagraph();
		this.flow.beginParagraph(this.#lists.isInList, level);
	}

	#closeParagraph(): void {
		const paragraph = this.#paragraphs.pop();
		this.flow.closeParagraph();
		if (paragraph?.style?.breaksAfter && this.#paragraphs.length === 0) {
			this.#breakPage('asked');
		}
	}

	#openSpan(styleName: string | undefined): void {
		const looks = this.#paragraphs.at(-1)?.looks;
		const outside = looks?.at(-1);
		if (looks && outside) {
			looks.push(this.#styles.lookOf('text', styleName, outside));
		}
	}

	/** What is said of a picture for those who do not see it stands behind the paragraph, as a caption would. */
	#describe(): void {
		const description = this.#description ?? '';
		this.#description = undefined;
		if (isDescription(description)) {
			this.flow.writeBehind([description]);
		}
	}

	#beginPage(style: OdtStyle): void {
		if (style.masterPage !== undefined) {
			const isFirst = this.flow.blocks.flow.length === 0;
			if (!isFirst) {
				this.#endSection();
				this.#breakPage('asked');
			}
			this.#section = { startNumber: style.pageNumber, format: this.#styles.pageFormat(style.masterPage) };
		} else if (style.breaksBefore) {
			this.#breakPage('asked');
		}
	}

	#endSection(): void {
		this.flow.endSection({ type: 'nextPage', ...this.#section });
	}

	#breakPage(cause: 'asked' | 'laidOut'): void {
		if (this.#bodyDepth > 0) {
			this.flow.breakPage(cause);
		}
	}
}

/** What of a drawing holds paragraphs. */
const boxes: ReadonlySet<string> = new Set(
	'text-box custom-shape rect line polyline polygon regular-polygon path circle ellipse connector caption measure'
		.split(' ')
		.map((name) => `draw:${name}`),
);

const silent = [
	'text:tracked-changes',
	'text:note-citation',
	'text:ruby-text',
	'text:page-number',
	'text:page-count',
	'text:hidden-text',
	'text:hidden-paragraph',
	'dc:creator',
	'dc:date',
	'meta:creator-initials',
	'meta:date-string',
	'table:covered-table-cell',
	'office:binary-data',
	'office:event-listeners',
	'draw:object-ole',
	'svg:title',
	'office:forms',
	'office:scripts',
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
];
const bodySilent: ReadonlySet<string> = new Set([...silent, 'office:master-styles']);
const marginSilent: ReadonlySet<string> = new Set([...silent, 'office:body']);
