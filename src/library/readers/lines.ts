import type { Range } from '../../text/range.ts';

/** The lines of a text without copies: half a million lines are two arrays of numbers. A form feed ends a line too. */
export class Lines {
	readonly text: string;
	readonly #starts: number[] = [];
	readonly #leftOut = new Map<number, Range>();

	/** `text` holds `\n` for every line end. */
	constructor(text: string) {
		this.text = text;
		this.#starts.push(0);
		for (const match of text.matchAll(/[\n\f]/g)) {
			this.#starts.push(match.index + 1);
		}
	}

	get count(): number {
		return this.#starts.length;
	}

	/** The line without white space at its ends, and where it stands. A blank line is empty. */
	range(at: number): Range {
		let start = this.#starts[at] ?? this.text.length;
		let end = (this.#starts[at + 1] ?? this.text.length + 1) - 1;
		while (end > start && isSpace(this.text.charCodeAt(end - 1))) {
			end--;
		}
		while (start < end && isSpace(this.text.charCodeAt(start))) {
			start++;
		}
		const leftOut = this.#leftOut.get(at);
		if (leftOut && leftOut.start === start) {
			return { start: Math.min(leftOut.end, end), end };
		}
		return leftOut && leftOut.end === end ? { start, end: leftOut.start } : { start, end };
	}

	/** Leaves the beginning or the end of a line out of it, as if it were white space. */
	leaveOut(at: number, part: Range): void {
		this.#leftOut.set(at, part);
	}

	/** Where the line starts, its indentation included. */
	lineStart(at: number): number {
		return this.#starts[at] ?? this.text.length;
	}

	slice(at: number): string {
		const { start, end } = this.range(at);
		return this.text.slice(start, end);
	}

	isBlank(at: number): boolean {
		const { start, end } = this.range(at);
		return start === end;
	}

	/** Whether a form feed stands before the line: it is the first of a page. */
	startsPage(at: number): boolean {
		return at > 0 && this.text[(this.#starts[at] ?? 0) - 1] === '\f';
	}
}

function isSpace(unit: number): boolean {
	return unit === 32 || unit === 9 || unit === 10 || unit === 12;
}
