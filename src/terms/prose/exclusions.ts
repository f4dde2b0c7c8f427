import type { Range } from '../../text/range.ts';

/** Collects the parts of a note that are not prose, in any order, overlapping or not, and gives the rest. */
export class Exclusions {
	readonly #ranges: Range[] = [];

	add(start: number, end: number): void {
		if (end > start) {
			this.#ranges.push({ start, end });
		}
	}

	/** What is left of `[0, length)`: ascending, never empty, never touching. */
	toProse(length: number): Range[] {
		const prose: Range[] = [];
		let at = 0;
		for (const range of this.#ranges.sort((a, b) => a.start - b.start)) {
			if (range.start > at) {
				prose.push({ start: at, end: range.start });
			}
			at = Math.max(at, range.end);
		}
		if (at < length) {
			prose.push({ start: at, end: length });
		}
		return prose;
	}
}

/** A line without its line end. */
export interface Line extends Range {
	/** Where the next line starts. */
	readonly next: number;
}

/** The lines of a text, whatever its line ends. */
export function splitLines(text: string): Line[] {
	const lines: Line[] = [];
	const pattern = /\r\n|\n|\r/g;
	let start = 0;
	for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
		lines.push({ start, end: match.index, next: pattern.lastIndex });
		start = pattern.lastIndex;
	}
	lines.push({ start, end: text.length, next: text.length });
	return lines;
}

/** Leaves out URLs (`https://…`, `www.…`), addresses of mail, and DOIs. */
export function excludeAddresses(text: string, range: Range, exclusions: Exclusions): void {
	// Each alternative starts at a literal and runs over one class, so that no character is looked at more than a few times.
	const pattern =
		/(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|mailto:|doi:)[^\s<>"“”`]+|[^\s<>()[\]{}"“”`@,;:]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/giu;
	pattern.lastIndex = range.start;
	for (let match = pattern.exec(text); match !== null && match.index < range.end; match = pattern.exec(text)) {
		exclusions.add(match.index, Math.min(range.end, match.index + match[0].length));
	}
}

/**
 * Finds marks from left to right and remembers what it found, so that a note full of openings without an end costs one pass a mark.
 * To be asked with ascending offsets.
 */
export class MarkFinder {
	readonly #text: string;
	readonly #found = new Map<string, number>();

	constructor(text: string) {
		this.#text = text;
	}

	/** Where `mark` next stands at or after `from`; -1 if it does not. */
	findNext(mark: string, from: number): number {
		const known = this.#found.get(mark);
		if (known !== undefined && (known === -1 || known >= from)) {
			return known;
		}
		const found = this.#text.indexOf(mark, from);
		this.#found.set(mark, found);
		return found;
	}
}
