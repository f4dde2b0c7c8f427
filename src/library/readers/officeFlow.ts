import { BlockFlow } from './blockFlow.ts';
import { type ParagraphLook, TextLook } from './formatHeadings.ts';
import { OfficePages, type PageSection } from './officePages.ts';
import type { OpenRange } from './textFlow.ts';

interface OpenParagraph {
	/** Text boxes and descriptions of pictures, written behind it. */
	hanging: (() => void)[] | undefined;
	/** Only of a paragraph of the body itself, outside of tables, boxes and notes. */
	readonly place: OpenRange | undefined;
	readonly look: TextLook;
}

/**
 * Where an office document's pieces go in its clean text, whatever its format: footnotes and comments behind the paragraph or the whole table that
 * refers to them, endnotes behind the text, text boxes behind the paragraph they hang on, page breaks where the text goes on.
 */
export class OfficeFlow {
	readonly blocks = new BlockFlow();
	readonly pages = new OfficePages(this.blocks.flow.open());
	readonly #paragraphs: OpenParagraph[] = [];
	/** How many paragraphs were open where each open box began. */
	readonly #boxDepths: number[] = [];
	readonly #notes: (() => void)[] = [];
	readonly #endnotes: (() => void)[] = [];
	/** What hung on paragraphs that the next one goes on in. */
	readonly #carried: (() => void)[] = [];
	readonly #looks: ParagraphLook[] = [];
	#tableDepth = 0;

	/** Whether a paragraph is open, in the box that is open if one is. */
	get isInParagraph(): boolean {
		return this.#paragraphs.length > (this.#boxDepths.at(-1) ?? 0);
	}

	/** Whether a paragraph or table is open around the place where the text stands, notes and boxes included. */
	get isInBlock(): boolean {
		return this.#paragraphs.length > 0 || this.#tableDepth > 0 || this.blocks.isDeferred;
	}

	/** Every paragraph that looks like a heading or like text, in order: how it is set. */
	get looks(): readonly ParagraphLook[] {
		return this.#looks;
	}

	/** Level 0 is no heading. */
	beginParagraph(isListItem: boolean, level: number): void {
		this.blocks.startParagraph(isListItem && level === 0);
		this.blocks.startHeading(level);
	}

	/** Opens a paragraph, of which it may not be known yet what it is. */
	openParagraph(): void {
		const place = this.isInBlock ? undefined : this.blocks.flow.open();
		this.#paragraphs.push({ hanging: undefined, place, look: new TextLook() });
	}

	/** Writes text of the open paragraph; `size` in half points. */
	write(text: string, sourceStart: number, isBold = false, size = 0): void {
		this.#paragraphs.at(-1)?.look.add(text, isBold, size);
		this.blocks.write(text, sourceStart);
	}

	/** `isJoined`: the next paragraph goes on in it. */
	closeParagraph(isJoined = false): void {
		const paragraph = this.#paragraphs.pop();
		for (const write of paragraph?.hanging ?? []) {
			this.#carried.push(write);
		}
		if (isJoined) {
			return;
		}
		this.blocks.endParagraph();
		const range = paragraph?.place && this.blocks.flow.close(paragraph.place);
		if (paragraph && range) {
			this.#looks.push(paragraph.look.measure(range));
		}
		if (this.#carried.length > 0) {
			for (const write of this.#carried.splice(0)) {
				this.blocks.perform(write);
			}
		}
		this.#writeNotes();
	}

	openTable(): void {
		this.#tableDepth++;
		this.blocks.startTable();
	}

	closeTable(): void {
		this.#tableDepth--;
		this.blocks.endTable();
		this.#writeNotes();
	}

	/** From here to `closeBox`, all that is written stands behind the paragraph that is open. */
	openBox(): void {
		this.blocks.startDeferred();
		this.#boxDepths.push(this.#paragraphs.length);
	}

	closeBox(): void {
		this.#boxDepths.pop();
		this.hang(this.blocks.endDeferred());
	}

	/** Writes it behind the paragraph that is open; now if none is. */
	hang(write: () => void): void {
		const paragraph = this.#paragraphs.at(-1);
		if (paragraph) {
			paragraph.hanging ??= [];
			paragraph.hanging.push(write);
		} else {
			this.blocks.perform(write);
		}
	}

	/** Writes paragraphs that stand nowhere in the source as they are here, behind the paragraph that is open. */
	writeBehind(paragraphs: readonly string[]): void {
		this.openBox();
		for (const text of paragraphs) {
			this.writeParagraph(text);
		}
		this.closeBox();
	}

	/** Writes a paragraph that does not stand in the source in this form. */
	writeParagraph(text: string, level = 0): void {
		this.beginParagraph(false, level);
		this.blocks.write(text, -1);
		this.blocks.endParagraph();
	}

	/** A note that the text refers to here; it is written once it may be. */
	addNote(write: () => void): void {
		if (this.#notes.length < maxWaitingNotes) {
			this.#notes.push(write);
		}
		this.#writeNotes();
	}

	addEndnote(write: () => void): void {
		if (this.#endnotes.length < maxWaitingNotes) {
			this.#endnotes.push(write);
		}
	}

	/** Tells of a page break at this place, if it is one of the body. */
	breakPage(cause: 'laidOut' | 'asked' | 'section'): void {
		if (!this.blocks.isDeferred) {
			const { flow } = this.blocks;
			this.pages.addBreak(cause, flow.open(), flow.length);
		}
	}

	/** The properties of a section stand at its end; the next one begins a page as it says itself. */
	endSection(section: PageSection): void {
		this.pages.endSection(section);
	}

	/** Writes what waits when the text is over. */
	finish(): void {
		this.blocks.endParagraph();
		for (const write of this.#carried.splice(0)) {
			write();
		}
		for (const write of [...this.#notes.splice(0), ...this.#endnotes.splice(0)]) {
			this.blocks.writeNote(write);
		}
	}

	#writeNotes(): void {
		if (this.#notes.length > 0 && !this.isInBlock) {
			for (const write of this.#notes.splice(0)) {
				this.blocks.writeNote(write);
			}
		}
	}
}

const maxWaitingNotes = 100_000;
