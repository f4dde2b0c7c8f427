import { BlockFlow } from './blockFlow.ts';
import { OfficePages } from './officePages.ts';

/** What is known of a paragraph of RTF when its first character comes. */
export interface RtfParagraph {
	/** 0 is no heading. */
	readonly level: number;
	readonly isInTable: boolean;
	readonly isListItem: boolean;
	readonly breaksPageBefore: boolean;
}

/** What a note or text box has of its own while it is read. */
interface Story {
	isParagraphBegun: boolean;
	isRowOpen: boolean;
	isCellOpen: boolean;
	isTableOpen: boolean;
}

/**
 * Makes blocks of what RTF says by marks alone: paragraphs and rows end, but never begin; that text is in a cell, each paragraph says for itself.
 * Footnotes follow their paragraph or table, endnotes the text, text boxes their paragraph.
 */
export class RtfBlocks {
	readonly blocks = new BlockFlow();
	readonly pages: OfficePages;
	readonly #stories: Story[] = [makeStory()];
	readonly #notes: (() => void)[] = [];
	readonly #endnotes: (() => void)[] = [];
	readonly #boxes: (() => void)[] = [];
	#section: { type: string; startNumber: number | undefined; format: string } = makeSection();

	constructor() {
		this.pages = new OfficePages(this.blocks.flow.open());
	}

	/** Reads on into a note or text box, which is written later. */
	startStory(): void {
		this.blocks.startDeferred();
		this.#stories.push(makeStory());
	}

	endStory(kind: 'footnote' | 'endnote' | 'box'): void {
		this.endParagraph();
		this.#endTable();
		this.#stories.pop();
		const write = this.blocks.endDeferred();
		(kind === 'box' ? this.#boxes : kind === 'endnote' ? this.#endnotes : this.#notes).push(write);
	}

	/** Ends what is open when the file ends. */
	finish(): void {
		this.endParagraph();
		this.#endTable();
		for (const write of this.#endnotes.splice(0)) {
			this.blocks.writeNote(write);
		}
		this.pages.endSection(this.#section);
	}

	/** Properties of the section. */
	readSection(name: string, value: number | undefined): void {
		switch (name) {
			case 'sectd':
				this.#section = makeSection();
				break;
			case 'sbknone':
				this.#section.type = 'continuous';
				break;
			case 'sbkodd':
				this.#section.type = 'oddPage';
				break;
			case 'sbkeven':
				this.#section.type = 'evenPage';
				break;
			case 'pgnrestart':
				this.#section.startNumber ??= 1;
				break;
			case 'pgnstarts':
				this.#section.startNumber = this.#section.startNumber === undefined ? undefined : (value ?? 1);
				break;
			case 'pgnlcrm':
				this.#section.format = 'lowerRoman';
				break;
			case 'pgnucrm':
				this.#section.format = 'upperRoman';
				break;
			case 'pgnlcltr':
				this.#section.format = 'lowerLetter';
				break;
			case 'pgnucltr':
				this.#section.format = 'upperLetter';
				break;
		}
	}

	/** Words that end or break something. */
	readBreak(name: string): void {
		switch (name) {
			case 'par':
				this.endParagraph();
				break;
			case 'sect':
				this.endParagraph();
				if (!this.blocks.isDeferred) {
					this.pages.endSection({ ...this.#section });
					this.#section.startNumber = undefined;
					this.#breakPage('section');
				}
				break;
			case 'page':
				this.#breakPage('asked');
				this.blocks.breakLine();
				break;
			case 'softpage':
				this.#breakPage('laidOut');
				break;
			case 'line':
			case 'softline':
			case 'lbr':
				this.blocks.breakLine();
				break;
			case 'tab':
			case 'emspace':
			case 'enspace':
			case 'qmspace':
			case 'column':
				this.blocks.breakWord();
				break;
			case 'cell':
				this.#endCell();
				break;
			case 'nestcell':
				this.blocks.breakWord();
				this.endParagraph();
				break;
			case 'nestrow':
				this.endParagraph();
				break;
			case 'row':
				this.#endRow();
				break;
		}
	}

	/** Begins a paragraph of this format, unless one is begun. */
	beginParagraph(formatOf: () => RtfParagraph): void {
		const story = this.#story();
		if (story.isParagraphBegun) {
			return;
		}
		story.isParagraphBegun = true;
		const format = formatOf();
		if (format.breaksPageBefore) {
			this.#breakPage('asked');
		}
		if (format.isInTable) {
			this.#beginCell();
		} else {
			this.#endTable();
		}
		this.blocks.startParagraph(format.isListItem);
		this.blocks.startHeading(format.level);
	}

	endParagraph(): void {
		const story = this.#story();
		if (!story.isParagraphBegun) {
			return;
		}
		story.isParagraphBegun = false;
		this.blocks.endParagraph();
		for (const write of this.#boxes.splice(0)) {
			this.blocks.perform(write);
		}
		this.#writeNotes();
	}

	#beginCell(): void {
		const story = this.#story();
		if (!story.isTableOpen) {
			story.isTableOpen = true;
			this.blocks.startTable();
		}
		if (!story.isRowOpen) {
			story.isRowOpen = true;
			this.blocks.startRow();
		}
		if (!story.isCellOpen) {
			story.isCellOpen = true;
			this.blocks.startCell();
		}
	}

	#endCell(): void {
		this.#beginCell();
		this.endParagraph();
		this.blocks.endCell();
		this.#story().isCellOpen = false;
	}

	#endRow(): void {
		const story = this.#story();
		if (story.isCellOpen) {
			this.#endCell();
		}
		if (story.isRowOpen) {
			this.blocks.endRow();
			story.isRowOpen = false;
		}
	}

	#endTable(): void {
		const story = this.#story();
		if (story.isTableOpen) {
			this.#endRow();
			this.blocks.endTable();
			story.isTableOpen = false;
			this.#writeNotes();
		}
	}

	/** Footnotes follow the paragraph, or the whole table, that refers to them. */
	#writeNotes(): void {
		if (!this.#story().isTableOpen && !this.blocks.isDeferred) {
			for (const write of this.#notes.splice(0)) {
				this.blocks.writeNote(write);
			}
		}
	}

	#breakPage(cause: 'asked' | 'laidOut' | 'section'): void {
		if (!this.blocks.isDeferred) {
			this.pages.addBreak(cause, this.blocks.flow.open(), this.blocks.flow.length);
		}
	}

	#story(): Story {
		return this.#stories.at(-1) as Story;
	}
}

function makeStory(): Story {
	return { isParagraphBegun: false, isRowOpen: false, isCellOpen: false, isTableOpen: false };
}

function makeSection(): { type: string; startNumber: number | undefined; format: string } {
	return { type: 'nextPage', startNumber: undefined, format: 'decimal' };
}
