import type { Range } from '../../text/range.ts';

const newline = 10;
const formFeed = 12;

/**
 * The lines of a text without copies: a million lines are three arrays of numbers, made in one pass. A form feed ends a line too.
 * Every range is without the white space at the line's ends; a blank line's is empty.
 */
export class Lines {
	readonly text: string;
	readonly count: number;
	/** For each line where it starts, where its first character stands, and where the last of them ends. */
	readonly #starts: Int32Array;
	readonly #textStarts: Int32Array;
	readonly #textEnds: Int32Array;

	/** `text` holds `\n` for every line end. */
	constructor(text: string) {
		this.text = text;
		let count = 1;
		for (let at = 0; at < text.length; at++) {
			const unit = text.charCodeAt(at);
			count += unit === newline || unit === formFeed ? 1 : 0;
		}
		this.count = count;
		this.#starts = new Int32Array(count);
		this.#textStarts = new Int32Array(count);
		this.#textEnds = new Int32Array(count);
		let line = 0;
		let first = -1;
		let last = -1;
		for (let at = 0; at <= text.length; at++) {
			const unit = at < text.length ? text.charCodeAt(at) : newline;
			if (unit === newline || unit === formFeed) {
				this.#textStarts[line] = first < 0 ? at : first;
				this.#textEnds[line] = first < 0 ? at : last + 1;
				first = -1;
				line++;
				if (line < count) {
					this.#starts[line] = at + 1;
				}
			} else if (unit !== 32 && unit !== 9) {
				first = first < 0 ? at : first;
				last = at;
			}
		}
	}

	range(at: number): Range {
		return { start: this.#textStarts[at] ?? this.text.length, end: this.#textEnds[at] ?? this.text.length };
	}

	/** The length of the line without the white space at its ends. */
	lengthOf(at: number): number {
		return (this.#textEnds[at] ?? 0) - (this.#textStarts[at] ?? 0);
	}

	isBlank(at: number): boolean {
		return this.#textStarts[at] === this.#textEnds[at];
	}

	slice(at: number): string {
		return this.text.slice(this.#textStarts[at], this.#textEnds[at]);
	}

	/** The first `length` units of the line. */
	head(at: number, length: number): string {
		const start = this.#textStarts[at] ?? 0;
		return this.text.slice(start, Math.min(this.#textEnds[at] ?? 0, start + length));
	}

	/** The last `length` units of the line. */
	tail(at: number, length: number): string {
		const end = this.#textEnds[at] ?? 0;
		return this.text.slice(Math.max(this.#textStarts[at] ?? 0, end - length), end);
	}

	/** Where the line starts, its indentation included. */
	lineStart(at: number): number {
		return this.#starts[at] ?? this.text.length;
	}

	/** Whether a form feed stands before the line: it is the first of a page. */
	startsPage(at: number): boolean {
		return at > 0 && this.text.charCodeAt(this.lineStart(at) - 1) === formFeed;
	}

	/** Leaves the beginning or the end of a line out of it, as if it were white space. */
	leaveOut(at: number, part: Range): void {
		if (part.start === this.#textStarts[at]) {
			this.#textStarts[at] = Math.min(part.end, this.#textEnds[at] ?? part.end);
		} else if (part.end === this.#textEnds[at]) {
			this.#textEnds[at] = part.start;
		}
	}
}
