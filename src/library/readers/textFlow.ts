import { MappedTextBuilder, type OffsetMap } from '../../text/offsetMap.ts';
import type { Range } from '../../text/range.ts';

/** What parts the next words from the last ones. A stronger break swallows a weaker one. */
const Break = { None: 0, Space: 1, Cell: 2, Line: 3, Paragraph: 4 } as const;
type Break = (typeof Break)[keyof typeof Break];

/** How each break is written. */
const separators = ['', ' ', '\t', '\n', '\n\n'] as const;

/** Where something that spans text begins; its first visible character decides. */
export interface OpenRange {
	start: number | undefined;
}

/**
 * Turns the text of a marked-up source into clean text: white space folded as a browser does, one empty line between paragraphs, nothing at the
 * beginning and end, and every character that stands in the source mapped to its place there.
 *
 * For `<p>a  <b>b</b><p>c` written as `a  `, `b`, a paragraph break, `c`, the text is `a b\n\nc`.
 */
export class TextFlow {
	readonly #builder = new MappedTextBuilder();
	readonly #opened: OpenRange[] = [];
	#pending: Break = Break.None;
	/** Where the pending space stands in the source; -1 if it does not stand there as a space. */
	#spaceSource = -1;
	/** Whether the pending space is where a line of the source ends. */
	#isLineEnd = false;
	/** Whether the text so far ends with a character of a script that parts no words by spaces. */
	#endsWide = false;
	/** Inside a heading or a table cell's line, line breaks are spaces. */
	#singleLineDepth = 0;

	/** The length of the text so far, pending breaks not counted. */
	get length(): number {
		return this.#builder.length;
	}

	breakParagraph(): void {
		this.#break(this.#singleLineDepth > 0 ? Break.Space : Break.Paragraph);
	}

	/** Twice in a row, with nothing visible between, it parts paragraphs. */
	breakLine(): void {
		if (this.#singleLineDepth > 0) {
			this.#break(Break.Space);
		} else {
			this.#break(this.#pending === Break.Line ? Break.Paragraph : Break.Line);
		}
	}

	/** Begins a new line, however many times it is asked for. */
	startLine(): void {
		this.#break(this.#singleLineDepth > 0 ? Break.Space : Break.Line);
	}

	/** Parts the cells of a table's row: a tab. */
	breakCell(): void {
		this.#break(this.#singleLineDepth > 0 ? Break.Space : Break.Cell);
	}

	breakWord(): void {
		this.#break(Break.Space);
	}

	/** Where a line of the source ends and the paragraph goes on: a space, but none between Chinese or Japanese characters. */
	breakSourceLine(): void {
		this.#isLineEnd ||= this.#pending === Break.None;
		this.#break(Break.Space);
	}

	/** Until `endSingleLine`, line breaks are spaces. */
	startSingleLine(): void {
		this.#singleLineDepth++;
	}

	endSingleLine(): void {
		this.#singleLineDepth--;
	}

	/** Opens a range at the next visible character. */
	open(): OpenRange {
		const range: OpenRange = { start: undefined };
		this.#opened.push(range);
		return range;
	}

	/** The range from the first visible character since `open` to the last; `undefined` if there was none. */
	close(range: OpenRange): Range | undefined {
		if (range.start === undefined) {
			const at = this.#opened.lastIndexOf(range);
			if (at >= 0) {
				this.#opened.splice(at, 1);
			}
			return undefined;
		}
		return { start: range.start, end: this.#builder.length };
	}

	/** Writes text with its white space folded. `runs` leads from `text` to the source. */
	write(text: string, runs: OffsetMap): void {
		const cursor = { index: 0 };
		let wordStart = -1;
		for (let at = 0; at < text.length; at++) {
			const kind = kindOf(text.charCodeAt(at));
			if (kind === CharKind.Visible) {
				if (wordStart < 0) {
					wordStart = at;
				}
				continue;
			}
			if (wordStart >= 0) {
				if (text[at] === ' ' && kindOf(text.charCodeAt(at + 1)) === CharKind.Visible) {
					continue;
				}
				this.#emit(text, wordStart, at, runs, cursor);
				wordStart = -1;
			}
			if (kind === CharKind.Space && this.#pending === Break.None) {
				this.#pending = Break.Space;
				this.#spaceSource = text[at] === ' ' ? sourceOf(runs, cursor, at) : -1;
			}
			this.#isLineEnd ||= isLineEnd(text.charCodeAt(at));
		}
		if (wordStart >= 0) {
			this.#emit(text, wordStart, text.length, runs, cursor);
		}
	}

	/** Writes text whose lines and spaces stay as they are; more than one empty line in a row becomes one. */
	writePreformatted(text: string, runs: OffsetMap): void {
		const cursor = { index: 0 };
		let lineStart = 0;
		while (lineStart <= text.length) {
			let lineEnd = lineStart;
			while (lineEnd < text.length && !isLineEnd(text.charCodeAt(lineEnd))) {
				lineEnd++;
			}
			this.#writeLine(text, lineStart, lineEnd, runs, cursor);
			if (lineEnd >= text.length) {
				return;
			}
			this.breakLine();
			lineStart = text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : lineEnd + 1;
		}
	}

	/** Adds visible text that does not stand in the source, as its own words. */
	writeOwn(text: string): void {
		this.#startVisible(text.charCodeAt(0));
		this.#builder.addOwn(text);
		this.#endsWide = isWide(text.charCodeAt(text.length - 1));
	}

	build(): { readonly text: string; readonly offsetMap: OffsetMap } {
		return this.#builder.build();
	}

	#writeLine(text: string, start: number, end: number, runs: OffsetMap, cursor: { index: number }): void {
		let last = end;
		while (last > start && kindOf(text.charCodeAt(last - 1)) !== CharKind.Visible) {
			last--;
		}
		if (last > start) {
			this.#writePieces(text, start, last, runs, cursor);
		}
		if (last < end && end === text.length) {
			// The line goes on in the next element.
			this.#break(Break.Space);
		}
	}

	#writePieces(text: string, start: number, last: number, runs: OffsetMap, cursor: { index: number }): void {
		let pieceStart = start;
		for (let at = start; at < last; at++) {
			if (kindOf(text.charCodeAt(at)) === CharKind.Nothing) {
				this.#emit(text, pieceStart, at, runs, cursor);
				pieceStart = at + 1;
			}
		}
		this.#emit(text, pieceStart, last, runs, cursor);
	}

	#break(kind: Break): void {
		if (kind > this.#pending) {
			this.#pending = kind;
		}
	}

	#startVisible(firstCode: number): void {
		if (this.#builder.length > 0) {
			const isJoined = this.#pending === Break.Space && this.#isLineEnd && this.#endsWide && isWide(firstCode);
			if (this.#pending === Break.Space && this.#spaceSource >= 0 && !isJoined) {
				this.#builder.addFromSource(' ', this.#spaceSource);
			} else if (this.#pending !== Break.None && !isJoined) {
				this.#builder.addOwn(separators[this.#pending]);
			}
		}
		this.#pending = Break.None;
		this.#spaceSource = -1;
		this.#isLineEnd = false;
		for (const range of this.#opened.splice(0)) {
			range.start = this.#builder.length;
		}
	}

	/** Adds `text[from, to)`: what lies in runs from the source, the rest (decoded entities) as own text. */
	#emit(text: string, from: number, to: number, runs: OffsetMap, cursor: { index: number }): void {
		if (from >= to) {
			return;
		}
		this.#startVisible(text.charCodeAt(from));
		this.#endsWide = isWide(text.charCodeAt(to - 1));
		let at = from;
		while (at < to) {
			const run = runAt(runs, cursor, at);
			if (run === undefined) {
				this.#builder.addOwn(cleanOwn(text.slice(at, to)));
				return;
			}
			if (run.start > at) {
				const end = Math.min(run.start, to);
				this.#builder.addOwn(cleanOwn(text.slice(at, end)));
				at = end;
				continue;
			}
			const end = Math.min(run.end, to);
			this.#builder.addFromSource(text.slice(at, end), run.source + at - run.start);
			at = end;
		}
	}
}

/** A decoded entity may be half a surrogate pair only if the source is broken. */
function cleanOwn(text: string): string {
	return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** The first run that ends after `at`; the cursor moves to it. Asked for ascending positions only. */
function runAt(runs: OffsetMap, cursor: { index: number }, at: number): { start: number; end: number; source: number } | undefined {
	for (; cursor.index < runs.length; cursor.index += 3) {
		const [start = 0, source = 0, length = 0] = [runs[cursor.index], runs[cursor.index + 1], runs[cursor.index + 2]];
		if (start + length > at) {
			return { start, end: start + length, source };
		}
	}
	return undefined;
}

function sourceOf(runs: OffsetMap, cursor: { index: number }, at: number): number {
	const run = runAt(runs, cursor, at);
	return run && run.start <= at ? run.source + at - run.start : -1;
}

/** `Nothing` is not shown: control characters, soft hyphens, zero-width spaces, byte order marks. */
const CharKind = { Visible: 0, Space: 1, Nothing: 2 } as const;
type CharKind = (typeof CharKind)[keyof typeof CharKind];

function kindOf(code: number): CharKind {
	if (Number.isNaN(code)) {
		return CharKind.Nothing;
	}
	if (code > 0x20 && code < 0x7f) {
		return CharKind.Visible;
	}
	if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) {
		return CharKind.Space;
	}
	if (code < 0xa0) {
		return code === 0x85 ? CharKind.Space : CharKind.Nothing;
	}
	switch (code) {
		case 0xa0:
		case 0x1680:
		case 0x2007:
		case 0x2028:
		case 0x2029:
		case 0x202f:
			return CharKind.Space;
		case 0xad:
		case 0x200b:
		case 0x2060:
		case 0xfeff:
			return CharKind.Nothing;
		default:
			return CharKind.Visible;
	}
}

function isLineEnd(code: number): boolean {
	return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029 || code === 0x0c || code === 0x0b;
}

/** Chinese characters, kana, and their punctuation: between them a line end is no space. Hangul has spaces. */
function isWide(code: number): boolean {
	return (
		(code >= 0x3001 && code <= 0x30ff) ||
		(code >= 0x3400 && code <= 0x9fff) ||
		(code >= 0xf900 && code <= 0xfaff) ||
		(code >= 0xff01 && code <= 0xff9f)
	);
}
