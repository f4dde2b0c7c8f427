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

/** Leaves out URLs (`https://…`, `www.…`, `name.org/…`), addresses of mail, and DOIs. Looks for what they must hold, then to both sides of it. */
export function excludeAddresses(text: string, range: Range, exclusions: Exclusions): void {
	const anchor = /:\/\/|@|www\.|mailto:|doi:|\.(?:com|org|net|int|gov|edu|info|io)(?![\p{L}\p{N}-])/giu;
	anchor.lastIndex = range.start;
	for (let match = anchor.exec(text); match !== null && match.index < range.end; match = anchor.exec(text)) {
		const isDomain = match[0].startsWith('.');
		const found =
			match[0] === '@'
				? findMail(text, match.index)
				: isDomain
					? findDomain(text, match.index, match[0])
					: findUrl(text, match.index, match[0]);
		if (found !== undefined) {
			exclusions.add(Math.max(range.start, found.start), Math.min(range.end, found.end));
			anchor.lastIndex = Math.max(anchor.lastIndex, found.end);
		}
	}
}

/** A scheme before `://` is no longer than this; neither is a mail address's name than the next. */
const maxScheme = 20;
const maxMailName = 64;

function findUrl(text: string, at: number, anchor: string): Range | undefined {
	let start = at;
	if (anchor === '://') {
		while (start > 0 && at - start < maxScheme && /[a-z0-9+.-]/i.test(text[start - 1] ?? '')) {
			start--;
		}
		if (start === at) {
			return undefined;
		}
	} else if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) {
		return undefined;
	}
	const end = skipWhile(text, at + anchor.length, /[^\s<>"“”`]/);
	return end > at + anchor.length ? { start, end } : undefined;
}

/** `who.int/news`: a name of a site without a scheme. */
function findDomain(text: string, at: number, end: string): Range | undefined {
	let start = at;
	while (start > 0 && at - start < maxMailName && /[\p{L}\p{N}.-]/u.test(text[start - 1] ?? '')) {
		start--;
	}
	const behind = at + end.length;
	return start === at ? undefined : { start, end: text[behind] === '/' ? skipWhile(text, behind, /[^\s<>"“”`)\]]/) : behind };
}

function findMail(text: string, at: number): Range | undefined {
	let start = at;
	while (start > 0 && at - start < maxMailName && /[^\s<>()[\]{}"“”`@,;:]/.test(text[start - 1] ?? ' ')) {
		start--;
	}
	const domain = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/u.exec(text.slice(at + 1, at + 260))?.[0];
	return start === at || domain === undefined ? undefined : { start, end: at + 1 + domain.length };
}

function skipWhile(text: string, from: number, character: RegExp): number {
	let at = from;
	while (at < text.length && character.test(text[at] ?? '')) {
		at++;
	}
	return at;
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
