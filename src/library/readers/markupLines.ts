import { append } from '../../base/append.ts';
import type { Range } from '../../text/range.ts';
import { BlockFlow } from './blockFlow.ts';
import type { InlineMarkup } from './inlineMarkup.ts';
import { Lines } from './lines.ts';

/** The lines of a file, whatever ends them; places in them are places in the file. */
export function toLines(source: string): Lines {
	return new Lines(source.replace(/\r\n?/g, (end) => (end.length === 2 ? ' \n' : '\n')));
}

/** How far a line is indented, a tab to the next eighth column. */
export function indentOf(lines: Lines, at: number): number {
	const start = lines.lineStart(at);
	const { start: textStart } = lines.range(at);
	let column = 0;
	for (let place = start; place < textStart; place++) {
		column += lines.text.charCodeAt(place) === 9 ? 8 - (column % 8) : 1;
	}
	return column;
}

/**
 * The clean text of a markup language whose blocks are lines: it is told of lines, and writes paragraphs, headings, items, rows, notes and code.
 * Lines of a paragraph follow each other until something else is told.
 */
export class MarkupWriter {
	readonly blocks = new BlockFlow();
	readonly #source: string;
	readonly #lines: Lines;
	readonly #inline: InlineMarkup;
	#pieces: Range[] = [];
	#isNote = false;
	#waitingNotes: Range[] = [];

	/** `lines` are those of `source`. */
	constructor(source: string, lines: Lines, inline: InlineMarkup) {
		this.#source = source;
		this.#lines = lines;
		this.#inline = inline;
	}

	/** A line of the paragraph, or a part of one. */
	addText(range: Range): void {
		if (range.end <= range.start) {
			return;
		}
		const last = this.#pieces.at(-1);
		if (last && /^\s*$/.test(this.#source.slice(last.end, Math.min(range.start, last.end + 200)))) {
			this.#pieces[this.#pieces.length - 1] = { start: last.start, end: range.end };
		} else {
			this.#pieces.push(range);
		}
	}

	get hasText(): boolean {
		return this.#pieces.length > 0;
	}

	endParagraph(): void {
		this.#writePieces();
		this.blocks.flow.breakParagraph();
		for (const note of this.#waitingNotes.splice(0)) {
			this.blocks.writeNote(() => this.#inline.write(this.blocks, this.#source, note));
		}
		this.#isNote = false;
	}

	/** The next text begins a line, as an item of a list does. */
	startItem(): void {
		this.#writePieces();
		this.blocks.flow.startLine();
	}

	/** What was told of the item is a term; what explains it follows behind a colon. */
	endItemTerm(): void {
		this.#writePieces();
		this.blocks.write(': ', -1);
	}

	/** The next paragraph is a note. */
	startNote(): void {
		this.endParagraph();
		this.#isNote = true;
	}

	writeHeading(level: number, range: Range): void {
		this.endParagraph();
		this.blocks.startHeading(level);
		this.#writeInline(range);
		this.blocks.endParagraph();
	}

	/** A row of a table, after the row before it. A cell may stand on several lines. */
	writeRow(cells: readonly (readonly Range[])[]): void {
		this.startItem();
		this.blocks.flow.startSingleLine();
		for (const [at, cell] of cells.entries()) {
			if (at > 0) {
				this.blocks.flow.endSingleLine();
				this.blocks.flow.breakCell();
				this.blocks.flow.startSingleLine();
			}
			for (const piece of cell) {
				this.#writeInline(piece);
				this.blocks.flow.breakSourceLine();
			}
		}
		this.blocks.flow.endSingleLine();
		this.blocks.flow.startLine();
	}

	/** Lines that stay as they are, but for the indentation they share. */
	writeCode(first: number, end: number): void {
		this.endParagraph();
		let shared = Number.POSITIVE_INFINITY;
		for (let at = first; at < end; at++) {
			if (!this.#lines.isBlank(at)) {
				shared = Math.min(shared, this.#lines.range(at).start - this.#lines.lineStart(at));
			}
		}
		for (let at = first; at < end; at++) {
			this.writeLine(at, shared);
			this.blocks.flow.breakLine();
		}
		this.blocks.flow.breakParagraph();
	}

	/** A part of a line as it is, as a line. */
	writeCodeRange({ start, end }: Range): void {
		const text = this.#source.slice(start, end);
		this.blocks.flow.writePreformatted(text, [0, start, text.length]);
		this.blocks.flow.startLine();
	}

	/** One line as it is, without its first units. */
	writeLine(at: number, from = 0): void {
		const start = Math.min(this.#lines.lineStart(at) + from, this.#lines.range(at).end);
		const text = this.#source.slice(start, this.#lines.range(at).end);
		this.blocks.flow.writePreformatted(text, [0, start, text.length]);
	}

	/** The words, whose notes wait until the paragraph ends. */
	#writeInline(range: Range): void {
		append(this.#waitingNotes, this.#inline.write(this.blocks, this.#source, range));
	}

	#writePieces(): void {
		const pieces = this.#pieces.splice(0);
		if (pieces.length === 0) {
			return;
		}
		const write = () => {
			for (const [at, piece] of pieces.entries()) {
				if (at > 0) {
					this.blocks.flow.breakSourceLine();
				}
				this.#writeInline(piece);
			}
		};
		if (this.#isNote) {
			this.blocks.writeNote(write);
		} else {
			write();
		}
	}
}
