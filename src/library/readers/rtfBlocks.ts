import { OfficeFlow } from './officeFlow.ts';

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
 */
export class RtfBlocks {
	readonly flow = new OfficeFlow();
	readonly #stories: Story[] = [makeStory()];
	/** Text boxes of the paragraph that is begun, or else of the next one. */
	readonly #boxes: (() => void)[] = [];
	#section: { type: string; startNumber: number | undefined; format: string } = makeSection();

	/** Reads on into a note or text box, which is written later. */
	startStory(): void {
		this.flow.blocks.startDeferred();
		this.#stories.push(makeStory());
	}

	endStory(kind: 'footnote' | 'endnote' | 'box'): void {
		this.endParagraph();
		this.#endTable();
		this.#stories.pop();
		const write = this.flow.blocks.endDeferred();
		if (kind === 'box') {
			this.#boxes.push(write);
		} else if (kind === 'endnote') {
			this.flow.addEndnote(write);
		} else {
			this.flow.addNote(write);
		}
	}

	/** Ends what is open when the file ends. */
	finish(): void {
		this.endParagraph();
		this.#endTable();
		for (const write of this.#boxes.splice(0)) {
			write();
		}
		this.flow.finish();
		this.flow.endSection(this.#section);
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
				if (!this.flow.blocks.isDeferred) {
					this.flow.endSection({ ...this.#section });
					this.#section.startNumber = undefined;
					this.flow.breakPage('section');
				}
				break;
			case 'page':
				this.flow.breakPage('asked');
				this.flow.blocks.breakLine();
				break;
			case 'softpage':
				this.flow.breakPage('laidOut');
				break;
			case 'line':
			case 'softline':
			case 'lbr':
				this.flow.blocks.breakLine();
				break;
			case 'tab':
			case 'emspace':
			case 'enspace':
			case 'qmspace':
			case 'column':
				this.flow.blocks.breakWord();
				break;
			case 'cell':
				this.#endCell();
				break;
			case 'nestcell':
				this.flow.blocks.breakWord();
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
			this.flow.breakPage('asked');
		}
		if (format.isInTable) {
			this.#beginCell();
		} else {
			this.#endTable();
		}
		this.flow.openParagraph();
		this.flow.beginParagraph(format.isListItem, format.level);
	}

	endParagraph(): void {
		const story = this.#story();
		if (!story.isParagraphBegun) {
			return;
		}
		story.isParagraphBegun = false;
		for (const write of this.#boxes.splice(0)) {
			this.flow.hang(write);
		}
		this.flow.closeParagraph();
	}

	#beginCell(): void {
		const story = this.#story();
		if (!story.isTableOpen) {
			story.isTableOpen = true;
			this.flow.openTable();
		}
		if (!story.isRowOpen) {
			story.isRowOpen = true;
			this.flow.blocks.startRow();
		}
		if (!story.isCellOpen) {
			story.isCellOpen = true;
			this.flow.blocks.startCell();
		}
	}

	#endCell(): void {
		this.#beginCell();
		this.endParagraph();
		this.flow.blocks.endCell();
		this.#story().isCellOpen = false;
	}

	#endRow(): void {
		const story = this.#story();
		if (story.isCellOpen) {
			this.#endCell();
		}
		if (story.isRowOpen) {
			this.flow.blocks.endRow();
			story.isRowOpen = false;
		}
	}

	#endTable(): void {
		const story = this.#story();
		if (story.isTableOpen) {
			this.#endRow();
			this.flow.closeTable();
			story.isTableOpen = false;
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
