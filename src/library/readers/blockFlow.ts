import type { Range } from '../../text/range.ts';
import type { DocumentContent, Heading } from '../document.ts';
import { type OpenRange, TextFlow } from './textFlow.ts';

/** What paragraphs stand in while it is written: a cell of a table, or the document. */
interface OpenBlock {
	paragraphCount: number;
	/** Where its last paragraph began, in the clean text. */
	paragraphStart: number;
	/** Whether it holds prose, as a page laid out by a table does, and so breaks into paragraphs. */
	isProse: boolean;
	/** Whether its last paragraph was an item of a list. */
	isListItem: boolean;
}

/** A paragraph this long in a table's cell is prose and no entry of a table. UTF-16 units. */
const proseLength = 120;

/**
 * The clean text of an office document, block by block: paragraphs, headings, tables (a row a line, cells parted by tabs), notes. What must stand
 * elsewhere than where the file has it (a text box, a footnote) is put off with `startDeferred` and written where it belongs.
 */
export class BlockFlow {
	readonly flow = new TextFlow();
	readonly #headings: { readonly level: number; readonly range: Range }[] = [];
	readonly #notes: Range[] = [];
	#noteDepth = 0;
	readonly #body: OpenBlock = { paragraphCount: 0, paragraphStart: 0, isProse: false, isListItem: false };
	readonly #cells: OpenBlock[] = [];
	/** Whether each open row has had a cell. */
	readonly #rows: { cellCount: number; isProse: boolean }[] = [];
	readonly #deferred: (() => void)[][] = [];
	#heading: { readonly level: number; readonly open: OpenRange } | undefined;

	/** Whether what is told now is put off. */
	get isDeferred(): boolean {
		return this.#deferred.length > 0;
	}

	/** From here to `endDeferred`, nothing is written. */
	startDeferred(): void {
		this.#deferred.push([]);
	}

	/** What was put off; calling it writes it. */
	endDeferred(): () => void {
		const actions = this.#deferred.pop() ?? [];
		return () => {
			for (const action of actions) {
				action();
			}
		};
	}

	/** Does it now, or when the deferred part it stands in is written. */
	perform(action: () => void): void {
		const last = this.#deferred.at(-1);
		if (last) {
			last.push(action);
		} else {
			action();
		}
	}

	/** Items of a list follow each other line by line, unless they are prose. */
	startParagraph(isListItem = false): void {
		this.perform(() => {
			const cell = this.#cells.at(-1);
			const last = cell ?? this.#body;
			const isProse = this.flow.length - last.paragraphStart >= proseLength;
			if (cell && cell.paragraphCount > 0) {
				cell.isProse ||= isProse;
			}
			if (cell ? cell.isProse : !(isListItem && last.isListItem) || isProse) {
				this.flow.breakParagraph();
			} else if (last.paragraphCount > 0) {
				this.flow.startLine();
			}
			last.paragraphCount++;
			last.paragraphStart = this.flow.length;
			last.isListItem = isListItem;
		});
	}

	/** Level 0 is no heading, levels below the sixth count as that. A heading is one line. */
	startHeading(deepLevel: number): void {
		const level = Math.min(deepLevel, 6);
		if (level > 0) {
			this.perform(() => {
				if (!this.#heading) {
					this.flow.breakParagraph();
					this.#heading = { level, open: this.flow.open() };
					this.flow.startSingleLine();
				}
			});
		}
	}

	/** Ends a heading, if one is open, and the paragraph. */
	endParagraph(): void {
		this.perform(() => {
			const heading = this.#heading;
			if (heading) {
				this.#heading = undefined;
				this.flow.endSingleLine();
				const range = this.flow.close(heading.open);
				if (range) {
					this.#headings.push({ level: heading.level, range });
				}
				this.flow.breakParagraph();
			}
		});
	}

	startTable(): void {
		this.perform(() => {
			if (this.#cells.length === 0) {
				this.flow.breakParagraph();
				this.#body.isListItem = false;
			} else {
				this.flow.startLine();
			}
		});
	}

	endTable(): void {
		this.startTable();
	}

	startRow(): void {
		this.perform(() => {
			this.flow.startLine();
			this.#rows.push({ cellCount: 0, isProse: false });
		});
	}

	endRow(): void {
		this.perform(() => {
			if (this.#rows.pop()?.isProse) {
				this.flow.breakParagraph();
			} else {
				this.flow.startLine();
			}
		});
	}

	startCell(): void {
		this.perform(() => {
			const row = this.#rows.at(-1);
			if (row && row.cellCount++ > 0) {
				if (row.isProse) {
					this.flow.breakParagraph();
				} else {
					this.flow.breakCell();
				}
			}
			this.#cells.push({ paragraphCount: 0, paragraphStart: this.flow.length, isProse: false, isListItem: false });
		});
	}

	endCell(): void {
		this.perform(() => {
			const cell = this.#cells.pop();
			const row = this.#rows.at(-1);
			if (cell?.isProse && row) {
				row.isProse = true;
			}
		});
	}

	/** `sourceStart` is -1 where the text stands in the source in another form. */
	write(text: string, sourceStart: number): void {
		this.perform(() => this.flow.write(text, sourceStart < 0 ? [] : [0, sourceStart, text.length]));
	}

	breakLine(): void {
		this.perform(() => this.flow.breakLine());
	}

	breakWord(): void {
		this.perform(() => this.flow.breakWord());
	}

	/** Writes a note as a paragraph of its own. A note within it is part of it. */
	writeNote(write: () => void): void {
		this.perform(() => {
			this.flow.breakParagraph();
			const open = this.flow.open();
			this.#noteDepth++;
			write();
			this.#noteDepth--;
			const range = this.flow.close(open);
			if (range && this.#noteDepth === 0) {
				this.#notes.push(range);
			}
			this.flow.breakParagraph();
		});
	}

	build(): Pick<DocumentContent, 'text' | 'offsetMap' | 'headings' | 'notes'> {
		const { text, offsetMap } = this.flow.build();
		const headings: Heading[] = this.#headings.map(({ level, range }) => ({ level, ...range, text: text.slice(range.start, range.end) }));
		return { text, offsetMap, headings, notes: this.#notes };
	}
}
