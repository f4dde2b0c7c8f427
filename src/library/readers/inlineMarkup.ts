import type { Range } from '../../text/range.ts';
import type { BlockFlow } from './blockFlow.ts';

/** What is done with a piece of a paragraph: left out, or written as `text`. A `note` is written behind the paragraph. Offsets are the paragraph's. */
export interface InlineEdit extends Range {
	readonly text?: string;
	readonly note?: Range;
}

/** How a construct is read: what to edit, and where reading goes on, which is inside it where marks may nest. */
export interface InlineReading {
	readonly edits: readonly InlineEdit[];
	readonly next: number;
}

/**
 * A construct of a markup language, such as a link. `pattern` is sticky and has indices (flags `dy`); it is tried where one of the characters `first`
 * stands. So that reading stays linear, what may repeat in it never holds its own first character.
 */
export interface InlineConstruct {
	readonly first: string;
	readonly pattern: RegExp;
	readonly read: (match: RegExpExecArray, paragraph: string) => InlineReading | undefined;
}

/** The construct's text is its group `group`; marks inside it are read too. */
export function keepsGroup(first: string, pattern: RegExp, group = 1): InlineConstruct {
	return { first, pattern, read: (match) => keep(match, group, true) };
}

/** The same where what is inside is meant literally. */
export function keepsLiterally(first: string, pattern: RegExp, group = 1): InlineConstruct {
	return { first, pattern, read: (match) => keep(match, group, false) };
}

/** The construct is no text; a gap it leaves in front of a mark of punctuation is closed. */
export function leavesOut(first: string, pattern: RegExp): InlineConstruct {
	return { first, pattern, read: (match, paragraph) => leaveOut(match, paragraph) };
}

/** The construct is written as something else; `undefined` leaves it as it is. */
export function replaces(first: string, pattern: RegExp, toText: (match: RegExpExecArray) => string | undefined): InlineConstruct {
	return {
		first,
		pattern,
		read: (match) => {
			const text = toText(match);
			const [start, end] = [match.index, match.index + match[0].length];
			return text === undefined ? undefined : { edits: [{ start, end, text }], next: end };
		},
	};
}

/** The construct is a note, whose text is its group 1. */
export function isNote(first: string, pattern: RegExp): InlineConstruct {
	return {
		first,
		pattern,
		read: (match, paragraph) => {
			const [start = 0, end = 0] = match.indices?.[1] ?? [];
			const { edits, next } = leaveOut(match, paragraph);
			return { edits: edits.map((edit) => ({ ...edit, note: { start, end } })), next };
		},
	};
}

function keep(match: RegExpExecArray, group: number, isRead: boolean): InlineReading | undefined {
	const [start, end] = [match.index, match.index + match[0].length];
	const kept = match.indices?.[group];
	if (!kept) {
		return { edits: [{ start, end }], next: end };
	}
	return {
		edits: [
			{ start, end: kept[0] },
			{ start: kept[1], end },
		],
		next: isRead ? kept[0] : end,
	};
}

function leaveOut(match: RegExpExecArray, paragraph: string): InlineReading {
	const end = match.index + match[0].length;
	const isGap = paragraph[match.index - 1] === ' ' && (end >= paragraph.length || /[\s.,;:!?)\]]/.test(paragraph[end] ?? ''));
	return { edits: [{ start: match.index - (isGap ? 1 : 0), end }], next: end };
}

/** A reader of one language's constructs; which are tried first is their order. */
export class InlineMarkup {
	readonly #byFirst = new Map<string, InlineConstruct[]>();
	readonly #special: RegExp;

	constructor(constructs: readonly InlineConstruct[]) {
		for (const construct of constructs) {
			for (const char of construct.first) {
				this.#byFirst.set(char, [...(this.#byFirst.get(char) ?? []), construct]);
			}
		}
		this.#special = new RegExp(
			`[${[...this.#byFirst.keys()].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}]`,
			'g',
		);
	}

	/** Writes a piece of the source as it is read. Gives the notes that stand in it, as ranges of the source. */
	write(blocks: BlockFlow, source: string, { start, end }: Range): readonly Range[] {
		const paragraph = source.slice(start, end);
		const notes: Range[] = [];
		let written = 0;
		for (const edit of this.#findEdits(paragraph)) {
			const from = Math.max(written, edit.start);
			if (edit.end <= from && !(edit.text && edit.start >= written)) {
				continue;
			}
			blocks.write(paragraph.slice(written, from), start + written);
			if (edit.text) {
				blocks.write(edit.text, -1);
			}
			if (edit.note) {
				notes.push({ start: start + edit.note.start, end: start + edit.note.end });
			}
			written = edit.end;
		}
		blocks.write(paragraph.slice(written), start + written);
		return notes;
	}

	#findEdits(paragraph: string): readonly InlineEdit[] {
		const edits: InlineEdit[] = [];
		this.#special.lastIndex = 0;
		for (let found = this.#special.exec(paragraph); found; found = this.#special.exec(paragraph)) {
			for (const { pattern, read } of this.#byFirst.get(found[0]) ?? []) {
				pattern.lastIndex = found.index;
				const match = pattern.exec(paragraph);
				const reading = match ? read(match, paragraph) : undefined;
				if (reading) {
					edits.push(...reading.edits);
					this.#special.lastIndex = Math.max(found.index + 1, reading.next);
					break;
				}
			}
		}
		return edits.sort((a, b) => a.start - b.start || a.end - b.end);
	}
}
