import type { XmlAttributes, XmlHandler } from '../container/xml.ts';
import { DocxFields, DocxFormField } from './docxFields.ts';
import { DocxFormula, operatorOf } from './docxFormula.ts';
import { DocxNotes } from './docxNotes.ts';
import type { DocxNumbering } from './docxNumbering.ts';
import {
	makeParagraphProperties,
	makeRunProperties,
	makeSectionProperties,
	type ParagraphProperties,
	type RunProperties,
	readParagraphProperty,
	readRunProperty,
	readSectionProperty,
	type SectionProperties,
} from './docxProperties.ts';
import type { DocxStyles } from './docxStyles.ts';
import { OfficeFlow } from './officeFlow.ts';
import { isDescription } from './pictureDescription.ts';
import { toSymbol } from './symbolFont.ts';

/** What else the document holds that is put where its text refers to it. */
export interface DocxInserts {
	/** Writes the part of this relationship into the flow, if it can: a chunk, which is text of the document; a chart, a diagram, another document. */
	writePart(relationshipId: string, isChunk: boolean, flow: OfficeFlow): void;
}

/** What the whole document says, for every part of its text. */
export interface DocxFrame {
	readonly styles: DocxStyles;
	readonly numbering: DocxNumbering;
	readonly inserts: DocxInserts;
	readonly maxLength: number;
	/** Told now and then when there is more text than before. */
	readonly tellProgress: () => void;
}

/**
 * Turns Word's XML into clean text. Told the parts with notes and comments first, then the main part; `sourceBase` must be set to where each part
 * begins.
 *
 * Left out: what was deleted or moved away (tracked changes), hidden text, field codes, numbers of pages, the second of two forms of the same
 * drawing, and the phonetic text over characters. Headers and footers stand in other parts.
 */
export class DocxText implements XmlHandler {
	readonly flow = new OfficeFlow();
	sourceBase = 0;
	readonly #frame: DocxFrame;
	readonly #paragraphs: ParagraphProperties[] = [];
	readonly #notes = new DocxNotes(this.flow);
	#skipDepth = 0;
	#textDepth = 0;
	#propertyDepth = 0;
	#joinsNext = false;
	/** Of the run that is open. */
	#run: RunProperties | undefined;
	#section: SectionProperties | undefined;
	/** Of each drawing that is told in several forms, whether one was taken. */
	readonly #choices: boolean[] = [];
	readonly #fields: DocxFields;
	readonly #formula = new DocxFormula();
	#hasNewText = false;
	/** The field of a form that is open. */
	#formField: DocxFormField | undefined;

	/** `isMargin`: of a header or footer, which repeats headings of the text by a field. */
	constructor(frame: DocxFrame, isMargin = false) {
		this.#frame = frame;
		this.#fields = new DocxFields(isMargin);
	}

	isDone(): boolean {
		if (this.#hasNewText) {
			this.#hasNewText = false;
			this.#frame.tellProgress();
		}
		return this.flow.blocks.flow.length > this.#frame.maxLength;
	}

	open(name: string, attributes: XmlAttributes): void {
		if (this.#skipDepth > 0 || silent.has(name)) {
			if (this.#skipDepth++ === 0 && this.#propertyDepth === 2) {
				this.#markDeleted(name);
			}
			return;
		}
		if (this.#formula.open(name)) {
			this.flow.blocks.breakWord();
		}
		switch (name) {
			case 'w:p':
				this.#paragraphs.push(makeParagraphProperties());
				this.flow.openParagraph();
				break;
			case 'w:sectPr':
				this.#section = makeSectionProperties();
				this.#propertyDepth++;
				break;
			case 'w:pPr':
			case 'w:rPr':
				this.#propertyDepth++;
				break;
			case 'w:r':
				this.#run = makeRunProperties();
				break;
			case 'w:t':
			case 'm:t':
				this.#beginText();
				this.#textDepth++;
				break;
			case 'w:tbl':
				this.flow.openTable();
				break;
			case 'w:tr':
				this.flow.blocks.startRow();
				break;
			case 'w:tc':
				this.flow.blocks.startCell();
				break;
			case 'w:txbxContent':
				this.flow.openBox();
				break;
			case 'w:footnote':
			case 'w:endnote':
			case 'w:comment':
				this.#notes.open(name, attributes);
				break;
			case 'mc:AlternateContent':
				this.#choices.push(false);
				break;
			case 'w:ffData':
				this.#formField = new DocxFormField();
				break;
			case 'mc:Choice':
			case 'mc:Fallback':
				if (this.#choices.at(-1)) {
					this.#skipDepth++;
				} else if (this.#choices.length > 0) {
					this.#choices[this.#choices.length - 1] = true;
				}
				break;
			default:
				if (this.#formField) {
					this.#formField.open(name, attributes);
				} else if (this.#propertyDepth > 0) {
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
		this.#formula.close(name);
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
				this.#run = undefined;
				break;
			case 'w:t':
			case 'm:t':
				this.#textDepth--;
				break;
			case 'w:fldSimple':
				this.#fields.end();
				break;
			case 'w:instrText':
				this.#fields.isCode = false;
				break;
			case 'w:tbl':
				this.flow.closeTable();
				break;
			case 'w:tr':
				this.flow.blocks.endRow();
				break;
			case 'w:tc':
				this.flow.blocks.endCell();
				break;
			case 'w:txbxContent':
				this.flow.closeBox();
				break;
			case 'w:footnote':
			case 'w:endnote':
			case 'w:comment':
				this.#notes.close();
				break;
			case 'mc:AlternateContent':
				this.#choices.pop();
				break;
			case 'w:ffData':
				this.#beginText();
				this.#write(this.#formField?.shown ?? '', -1);
				this.#formField = undefined;
				break;
			case 'w:body':
				this.flow.finish();
				break;
		}
	}

	text(text: string, sourceStart: number): void {
		if (this.#skipDepth > 0) {
			return;
		}
		if (this.#fields.isCode) {
			this.#fields.addCode(text);
		} else if (this.#textDepth > 0) {
			this.#hasNewText = true;
			this.#write(text, sourceStart < 0 ? -1 : this.sourceBase + sourceStart);
		}
	}

	#write(text: string, sourceStart: number): void {
		if (this.#run?.isHidden || this.#fields.isUnwanted) {
			return;
		}
		const paragraph = this.#paragraphs.at(-1);
		if (paragraph && paragraph.mark !== '' && text.trim() !== '') {
			this.flow.blocks.write(paragraph.mark, -1);
			this.flow.blocks.breakWord();
			paragraph.mark = '';
		}
		const sign = this.#formula.takeSign();
		if (sign !== '') {
			this.flow.blocks.write(sign, -1);
		}
		const { isBold, size } = this.#frame.styles.lookOf(paragraph?.styleId, this.#run);
		this.flow.write(text, sourceStart, isBold, size);
	}

	/** The first text of a paragraph, or the end of its properties: now it is known what it is. */
	#beginText(): void {
		const paragraph = this.#paragraphs.at(-1);
		if (!paragraph || paragraph.isBegun) {
			return;
		}
		paragraph.isBegun = true;
		if (paragraph.breaksPageBefore) {
			this.flow.breakPage('asked');
		}
		const { outlineLevel, styleId } = paragraph;
		const { styles, numbering } = this.#frame;
		const ofStyle = styles.listOf(styleId);
		const listId = paragraph.listId ?? ofStyle.listId;
		// List 0 is none.
		const isListItem = listId !== undefined && listId !== '0';
		if (isListItem) {
			paragraph.mark = numbering.markOf(listId, paragraph.level ?? ofStyle.level, styleId);
		}
		if (this.#joinsNext) {
			this.#joinsNext = false;
			return;
		}
		this.flow.beginParagraph(isListItem, outlineLevel === undefined ? styles.headingLevelOf(styleId) : (outlineLevel + 1) % 10);
	}

	#closeParagraph(): void {
		const paragraph = this.#paragraphs.pop();
		if (!paragraph) {
			return;
		}
		if (paragraph.isEndDeleted) {
			this.flow.blocks.breakWord();
		}
		this.#joinsNext = paragraph.isEndDeleted || paragraph.isDropCap || (this.#joinsNext && !paragraph.isBegun);
		this.flow.closeParagraph(this.#joinsNext);
		if (paragraph.section) {
			this.flow.endSection(paragraph.section);
			this.flow.breakPage('section');
		}
	}

	/** The end of a paragraph may be deleted as any character may; that stands in its properties. */
	#markDeleted(name: string): void {
		const paragraph = this.#paragraphs.at(-1);
		if (paragraph && !paragraph.isBegun && (name === 'w:del' || name === 'w:moveFrom')) {
			paragraph.isEndDeleted = true;
		}
	}

	#readProperty(name: string, attributes: XmlAttributes): void {
		const paragraph = this.#paragraphs.at(-1);
		if (this.#section) {
			readSectionProperty(this.#section, name, attributes);
		} else if (this.#run) {
			readRunProperty(this.#run, name, attributes);
		} else if (paragraph && !paragraph.isBegun && this.#propertyDepth === 1) {
			readParagraphProperty(paragraph, name, attributes);
		}
	}

	#readMark(name: string, attributes: XmlAttributes): void {
		const { blocks } = this.flow;
		switch (name) {
			case 'w:tab':
			case 'w:ptab':
				blocks.breakWord();
				break;
			case 'w:cr':
				blocks.breakLine();
				break;
			case 'w:br':
				if (attributes.get('w:type') === 'page') {
					this.flow.breakPage('asked');
				}
				blocks.breakLine();
				break;
			case 'w:lastRenderedPageBreak':
				this.flow.breakPage('laidOut');
				break;
			case 'wp:docPr':
				this.#describe(attributes.get('descr') ?? '');
				break;
			case 'v:textpath':
				// Words drawn as a picture; a watermark, in a header.
				this.flow.writeBehind([(attributes.get('string') ?? '').slice(0, maxTextPathLength)]);
				break;
			case 'w:noBreakHyphen':
				this.#beginText();
				this.#write('\u2011', -1);
				break;
			case 'w:sym':
				this.#beginText();
				this.#write(toSymbol(attributes.get('w:font') ?? '', toCode(attributes.get('w:char'))), -1);
				break;
			case 'm:chr':
				this.#write(operatorOf(attributes), -1);
				break;
			case 'w:fldSimple':
				this.#fields.startSimple(attributes.get('w:instr') ?? '');
				break;
			case 'w:instrText':
				this.#fields.isCode = true;
				break;
			case 'w:fldChar':
				this.#fields.readMark(attributes.get('w:fldCharType'));
				break;
			case 'w:footnoteReference':
			case 'w:endnoteReference':
			case 'w:commentReference':
				this.#notes.referTo(name, attributes.get('w:id') ?? '');
				break;
			case 'w:altChunk':
			case 'c:chart':
			case 'o:OLEObject':
				this.#frame.inserts.writePart(attributes.get('r:id') ?? '', name === 'w:altChunk', this.flow);
				break;
			case 'dgm:relIds':
				this.#frame.inserts.writePart(attributes.get('r:dm') ?? '', false, this.flow);
				break;
		}
	}

	/** What is said of a picture for those who do not see it stands behind the paragraph, as a caption would. */
	#describe(description: string): void {
		if (isDescription(description)) {
			this.flow.writeBehind([description]);
		}
	}

	#closeSection(): void {
		if (this.#section) {
			const paragraph = this.#paragraphs.at(-1);
			if (paragraph) {
				paragraph.section = this.#section;
			} else {
				this.flow.endSection(this.#section);
			}
			this.#section = undefined;
		}
	}
}

const silent: ReadonlySet<string> = new Set([
	'w:del',
	'w:moveFrom',
	'w:delText',
	'w:delInstrText',
	'w:rt',
	'w:pPrChange',
	'w:rPrChange',
	'w:sectPrChange',
	'w:tblPrChange',
	'w:fldData',
	'w:sdtPr',
]);

const maxTextPathLength = 1000;

function toCode(hexadecimal: string | undefined): number {
	return /^[0-9A-Fa-f]{1,6}$/.test(hexadecimal ?? '') ? Number.parseInt(hexadecimal ?? '', 16) : 0;
}
