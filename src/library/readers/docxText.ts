import type { XmlAttributes, XmlHandler } from '../container/xml.ts';
import { BlockFlow } from './blockFlow.ts';
import { type DocxStyles, isOn, toOutlineLevel } from './docxStyles.ts';
import { OfficePages, type PageSection } from './officePages.ts';
import { isDescription } from './pictureDescription.ts';
import { toSymbol } from './symbolFont.ts';

interface OpenParagraph {
	styleId: string | undefined;
	outlineLevel: number | undefined;
	/** Whether its heading was begun, or found to be none. */
	isBegun: boolean;
	/** Whether its end was deleted: then the next one goes on in it. */
	isEndDeleted: boolean;
	breaksPageBefore: boolean;
	isListItem: boolean;
	/** The section that ends with it. */
	section: PageSection | undefined;
	/** Text boxes that hang on it, written behind it. */
	readonly boxes: (() => void)[];
}

/** What else the document holds that is put where its text refers to it. */
export interface DocxInserts {
	/** Writes the part that `w:altChunk` names into the flow; does nothing if it cannot. */
	writeChunk(relationshipId: string, blocks: BlockFlow): void;
}

/**
 * Turns Word's XML into clean text. Told the parts with the notes first, then the main part; `sourceBase` must be set to where each part begins.
 *
 * Left out: what was deleted or moved away (tracked changes), hidden text, field codes, the second of two forms of the same drawing (`mc:Fallback`), the
 * phonetic text over characters, headers, footers and comments (they stand in other parts). List numbers are no text in Word and none here.
 */
export class DocxText implements XmlHandler {
	readonly blocks = new BlockFlow();
	readonly pages: OfficePages;
	sourceBase = 0;
	readonly #styles: DocxStyles;
	readonly #inserts: DocxInserts;
	readonly #maxLength: number;
	readonly #paragraphs: OpenParagraph[] = [];
	/** By kind and id, `footnote 2`: each is written once. */
	readonly #notes = new Map<string, () => void>();
	#noteId: string | undefined;
	#waitingNotes: string[] = [];
	readonly #endnotes: string[] = [];
	#skipDepth = 0;
	#textDepth = 0;
	#propertyDepth = 0;
	#tableDepth = 0;
	#joinsNext = false;
	/** Whether the run that is open is formatted as hidden text. */
	#isHidden = false;
	#section: { type: string; startNumber: number | undefined; format: string } | undefined;

	constructor(styles: DocxStyles, inserts: DocxInserts, maxLength: number) {
		this.#styles = styles;
		this.#inserts = inserts;
		this.#maxLength = maxLength;
		this.pages = new OfficePages(this.blocks.flow.open());
	}

	isDone(): boolean {
		return this.blocks.flow.length > this.#maxLength;
	}

	open(name: string, attributes: XmlAttributes): void {
		if (this.#skipDepth > 0 || silent.has(name)) {
			if (this.#skipDepth++ === 0 && this.#propertyDepth === 2) {
				this.#markDeleted(name);
			}
			return;
		}
		switch (name) {
			case 'w:p':
				this.#openParagraph();
				break;
			case 'w:pPr':
			case 'w:rPr':
			case 'w:sectPr':
				this.#propertyDepth++;
				if (name === 'w:sectPr') {
					this.#section = { type: 'nextPage', startNumber: undefined, format: 'decimal' };
				}
				break;
			case 'w:r':
				this.#isHidden = false;
				break;
			case 'w:t':
			case 'm:t':
				this.#beginText();
				this.#textDepth++;
				break;
			case 'w:tbl':
				this.#tableDepth++;
				this.blocks.startTable();
				break;
			case 'w:tr':
				this.blocks.startRow();
				break;
			case 'w:tc':
				this.blocks.startCell();
				break;
			case 'w:txbxContent':
				this.blocks.startDeferred();
				break;
			case 'w:footnote':
			case 'w:endnote':
				this.#noteId = isText(attributes.get('w:type')) ? `${name.slice(2)} ${attributes.get('w:id')}` : undefined;
				this.blocks.startDeferred();
				break;
			case 'w:footnoteReference':
				this.#referTo(this.#waitingNotes, `footnote ${attributes.get('w:id')}`);
				break;
			case 'w:endnoteReference':
				this.#referTo(this.#endnotes, `endnote ${attributes.get('w:id')}`);
				break;
			case 'w:altChunk':
				this.#inserts.writeChunk(attributes.get('r:id') ?? '', this.blocks);
				break;
			default:
				if (this.#propertyDepth > 0) {
					this.#readProperty(name, attributes);
				} else {
					this.#readMark(name, attributes);
				}
		}
	}

	close(name: string): void {
		if (this.#skipDepth > 0) {
			this.#skipDepth--;
			return;
		}
		switch (name) {
			case 'w:p':
				this.#closeParagraph();
				break;
			case 'w:pPr':
				this.#propertyDepth--;
				this.#beginText();
				break;
			case 'w:rPr':
				this.#propertyDepth--;
				break;
			case 'w:sectPr':
				this.#propertyDepth--;
				this.#closeSection();
				break;
			case 'w:r':
				this.#isHidden = false;
				break;
			case 'w:t':
			case 'm:t':
				this.#textDepth--;
				break;
			case 'w:tbl':
				this.#tableDepth--;
				this.blocks.endTable();
				this.#writeWaitingNotes();
				break;
			case 'w:tr':
				this.blocks.endRow();
				break;
			case 'w:tc':
				this.blocks.endCell();
				break;
			case 'w:txbxContent':
				this.#closeBox();
				break;
			case 'w:footnote':
			case 'w:endnote': {
				const write = this.blocks.endDeferred();
				if (this.#noteId !== undefined) {
					this.#notes.set(this.#noteId, write);
				}
				break;
			}
			case 'w:body':
				this.#writeWaitingNotes();
				this.#writeNotes(this.#endnotes);
				break;
		}
	}

	text(text: string, sourceStart: number): void {
		if (this.#textDepth > 0 && this.#skipDepth === 0) {
			this.#writeVisible(text, sourceStart < 0 ? -1 : this.sourceBase + sourceStart);
		}
	}

	#writeVisible(text: string, sourceStart: number): void {
		if (!this.#isHidden) {
			this.blocks.write(text, sourceStart);
		}
	}

	#openParagraph(): void {
		this.#paragraphs.push({
			styleId: undefined,
			outlineLevel: undefined,
			isBegun: false,
			isEndDeleted: false,
			breaksPageBefore: false,
			isListItem: false,
			section: undefined,
			boxes: [],
		});
	}

	/** The first text of a paragraph, or the end of its properties: now it is known what it is. */
	#beginText(): void {
		const paragraph = this.#paragraphs.at(-1);
		if (!paragraph || paragraph.isBegun) {
			return;
		}
		paragraph.isBegun = true;
		if (paragraph.breaksPageBefore) {
			this.#breakPage('asked');
		}
		const { outlineLevel, styleId } = paragraph;
		if (this.#joinsNext) {
			this.#joinsNext = false;
			return;
		}
		this.blocks.startParagraph(paragraph.isListItem);
		this.blocks.startHeading(outlineLevel === undefined ? this.#styles.headingLevelOf(styleId) : (outlineLevel + 1) % 10);
	}

	#closeParagraph(): void {
		const paragraph = this.#paragraphs.pop();
		if (!paragraph) {
			return;
		}
		if (paragraph.isEndDeleted) {
			this.#joinsNext = true;
			this.blocks.breakWord();
		} else {
			this.blocks.endParagraph();
		}
		for (const write of paragraph.boxes) {
			this.blocks.perform(write);
		}
		this.#writeWaitingNotes();
		if (paragraph.section) {
			this.pages.endSection(paragraph.section);
			this.#breakPage('section');
		}
	}

	/** The end of a paragraph may be deleted as any character may; that stands in its properties. */
	#markDeleted(name: string): void {
		const paragraph = this.#paragraphs.at(-1);
		if (paragraph && !paragraph.isBegun && (name === 'w:del' || name === 'w:moveFrom')) {
			paragraph.isEndDeleted = true;
		}
	}

	/** A text box is written behind the paragraph it hangs on. */
	#closeBox(): void {
		const write = this.blocks.endDeferred();
		const paragraph = this.#paragraphs.at(-1);
		if (paragraph) {
			paragraph.boxes.push(write);
		} else {
			this.blocks.perform(write);
		}
	}

	#readProperty(name: string, attributes: XmlAttributes): void {
		const paragraph = this.#paragraphs.at(-1);
		const value = attributes.get('w:val');
		if (this.#section) {
			if (name === 'w:type') {
				this.#section.type = value ?? 'nextPage';
			} else if (name === 'w:pgNumType') {
				const start = attributes.get('w:start') ?? '';
				this.#section.startNumber = /^\d{1,6}$/.test(start) ? Number(start) : undefined;
				this.#section.format = attributes.get('w:fmt') ?? 'decimal';
			}
		} else if (name === 'w:vanish') {
			this.#isHidden = isOn(value);
		} else if (paragraph && !paragraph.isBegun) {
			if (name === 'w:pStyle') {
				paragraph.styleId = value;
			} else if (name === 'w:outlineLvl') {
				paragraph.outlineLevel = toOutlineLevel(value ?? '');
			} else if (name === 'w:numId') {
				// List 0 is none.
				paragraph.isListItem = value !== '0';
			} else if (name === 'w:pageBreakBefore') {
				paragraph.breaksPageBefore = isOn(value);
			}
		}
	}

	#readMark(name: string, attributes: XmlAttributes): void {
		switch (name) {
			case 'w:tab':
			case 'w:ptab':
				this.blocks.breakWord();
				break;
			case 'w:cr':
				this.blocks.breakLine();
				break;
			case 'w:br':
				if (attributes.get('w:type') === 'page') {
					this.#breakPage('asked');
				}
				this.blocks.breakLine();
				break;
			case 'w:lastRenderedPageBreak':
				this.#breakPage('laidOut');
				break;
			case 'wp:docPr':
				this.#writeDescription(attributes.get('descr') ?? '');
				break;
			case 'w:noBreakHyphen':
				this.#beginText();
				this.#writeVisible('\u2011', -1);
				break;
			case 'w:sym':
				this.#beginText();
				this.#writeVisible(toSymbol(attributes.get('w:font') ?? '', toCode(attributes.get('w:char'))), -1);
				break;
		}
	}

	/** What is said of a picture for those who do not see it stands behind the paragraph, as a caption would. */
	#writeDescription(description: string): void {
		if (isDescription(description)) {
			this.blocks.startDeferred();
			this.blocks.startParagraph();
			this.blocks.write(description, -1);
			this.blocks.endParagraph();
			this.#closeBox();
		}
	}

	#breakPage(cause: 'asked' | 'laidOut' | 'section'): void {
		if (!this.blocks.isDeferred) {
			const { flow } = this.blocks;
			this.pages.addBreak(cause, flow.open(), flow.length);
		}
	}

	#closeSection(): void {
		if (this.#section) {
			const paragraph = this.#paragraphs.at(-1);
			if (paragraph) {
				paragraph.section = this.#section;
			} else {
				this.pages.endSection(this.#section);
			}
			this.#section = undefined;
		}
	}

	/** Notes do not refer to notes. */
	#referTo(list: string[], id: string): void {
		if (this.#notes.has(id) && list.length < maxWaitingNotes) {
			list.push(id);
		}
	}

	/** Footnotes follow the paragraph, or the whole table, that refers to them. */
	#writeWaitingNotes(): void {
		if (this.#waitingNotes.length > 0 && this.#tableDepth === 0 && this.#paragraphs.length === 0 && !this.blocks.isDeferred) {
			this.#writeNotes(this.#waitingNotes);
			this.#waitingNotes = [];
		}
	}

	#writeNotes(ids: readonly string[]): void {
		for (const id of ids) {
			const write = this.#notes.get(id);
			if (write) {
				this.#notes.delete(id);
				this.blocks.writeNote(write);
			}
		}
	}
}

const silent: ReadonlySet<string> = new Set([
	'w:del',
	'w:moveFrom',
	'w:delText',
	'w:instrText',
	'w:delInstrText',
	'mc:Fallback',
	'w:rt',
	'w:pPrChange',
	'w:rPrChange',
	'w:sectPrChange',
	'w:tblPrChange',
	'w:fldData',
	'w:sdtPr',
]);

const maxWaitingNotes = 100_000;

function toCode(hexadecimal: string | undefined): number {
	return /^[0-9A-Fa-f]{1,6}$/.test(hexadecimal ?? '') ? Number.parseInt(hexadecimal ?? '', 16) : 0;
}

/** Separator lines are notes of a type of their own; a note that somebody wrote has none. */
function isText(type: string | undefined): boolean {
	return type === undefined || type === 'normal';
}
