import { MappedTextBuilder } from '../../text/offsetMap.ts';
import type { MappedText } from '../repair/edits.ts';
import type { Lines } from './lines.ts';

/** A text laid out in paragraphs, and where the asked-for lines came to stand. */
export interface LaidOutText extends MappedText {
	/** For each of `anchors`, in order: the clean offset of the first line that was kept at or after it; the text's length if none was. */
	readonly anchorOffsets: readonly number[];
}

/**
 * Lays lines out as clean text: paragraphs parted by one empty line, prose that was wrapped at a width on one line again, a line that is a
 * paragraph by itself made one, and everything else (verse, lists, tables, code) line by line as it stands. A sentence that runs over a
 * page break is one paragraph. Lines that `dropped` marks are left out; `anchors` ascend.
 */
export function layOutParagraphs(lines: Lines, dropped: ReadonlySet<number>, anchors: readonly number[]): LaidOutText {
	const builder = new MappedTextBuilder();
	const anchorOffsets: number[] = [];
	const width = usualWidth(lines, dropped);
	let lastKept: number | undefined;
	for (const block of blocksOf(lines, dropped)) {
		const kind = kindOf(lines, block, width);
		const keepsIndent = kind === 'lines' || kind === 'list';
		const base = keepsIndent ? baseIndent(lines, block) : 0;
		for (let at = block.first; at <= block.last; at++) {
			const range = lines.range(at);
			const separator =
				lastKept === undefined ? '' : at === block.first ? betweenBlocks(lines, lastKept, at) : betweenLines(lines, at, kind, width);
			// Indentation means something between lines that keep their breaks, and nothing in prose.
			const start = keepsIndent && separator.startsWith('\n') ? indentedStart(lines, at, base) : range.start;
			if (lastKept !== undefined) {
				addSeparator(builder, lines, lastKept, start, separator);
			}
			while (anchorOffsets.length < anchors.length && (anchors[anchorOffsets.length] ?? 0) <= at) {
				anchorOffsets.push(builder.length);
			}
			addLine(builder, lines.text, start, range.end, kind);
			lastKept = at;
		}
	}
	while (anchorOffsets.length < anchors.length) {
		anchorOffsets.push(builder.length);
	}
	return { ...builder.build(), anchorOffsets };
}

interface Block {
	readonly first: number;
	readonly last: number;
}

/** Kept lines that stand together: no blank line, dropped line or page break between them. */
function* blocksOf(lines: Lines, dropped: ReadonlySet<number>): Generator<Block> {
	let first: number | undefined;
	for (let at = 0; at <= lines.count; at++) {
		const ends = at === lines.count || dropped.has(at) || lines.isBlank(at);
		if (first !== undefined && (ends || lines.startsPage(at))) {
			yield { first, last: at - 1 };
			first = undefined;
		}
		if (!ends) {
			first ??= at;
		}
	}
}

/**
 * `wrapped`: prose broken at a width. `list`: items, the further lines of each hanging under its first. `prose`: lines that are paragraphs or
 * short pieces of text. `lines`: breaks that mean something.
 */
type BlockKind = 'wrapped' | 'list' | 'prose' | 'lines';

const maxWrapWidth = 130;
const minWrapWidth = 28;
/** Blocks looked at for the usual width, and lines looked at of one block: enough to know, and bounded. */
const maxSample = 400;

/** The width at which the document's lines are wrapped: the median of the longest lines of its blocks of three lines and more. 0 if there are none. */
function usualWidth(lines: Lines, dropped: ReadonlySet<number>): number {
	const widths: number[] = [];
	for (const block of blocksOf(lines, dropped)) {
		if (block.last - block.first >= 2) {
			const widest = widestLine(lines, block);
			if (widest <= maxWrapWidth) {
				widths.push(widest);
			}
		}
		if (widths.length >= maxSample) {
			break;
		}
	}
	widths.sort((a, b) => a - b);
	return widths[widths.length >> 1] ?? 0;
}

function widestLine(lines: Lines, block: Block): number {
	let widest = 0;
	for (let at = block.first; at <= Math.min(block.last, block.first + maxSample); at++) {
		widest = Math.max(widest, lines.lengthOf(at));
	}
	return widest;
}

const listItem = /^(?:[-*•◦▪●○–—+>|#]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\[\d+\])\s/u;
const columns = /\t|\S {3,}\S|\|.*\|/u;

function kindOf(lines: Lines, block: Block, documentWidth: number): BlockKind {
	if (block.first === block.last) {
		return 'prose';
	}
	if (isList(lines, block)) {
		return 'list';
	}
	const base = baseIndent(lines, block);
	const own = widestLine(lines, block);
	const width = block.last - block.first >= 2 ? own : Math.max(own, documentWidth);
	const last = Math.min(block.last, block.first + maxSample);
	const continuing = last - block.first <= 2 ? /^[\p{Ll}\p{Lo}]/u : /^[\p{Ll}\p{Lo}\d"“‘(]/u;
	let full = 0;
	let near = 0;
	let continued = 0;
	let odd = 0;
	for (let at = block.first; at <= last; at++) {
		const text = lines.head(at, 300);
		odd += listItem.test(text) || columns.test(text) || indentOf(lines, at) >= base + 4 ? 1 : 0;
		if (at > block.first) {
			const before = lines.lengthOf(at - 1);
			const firstWord = /^[^\s-]+-?/u.exec(text)?.[0].length ?? 0;
			full += before + 1 + firstWord > width || /[\p{Ll}][-\u2010\u00ac]$/u.test(lines.tail(at - 1, 2)) ? 1 : 0;
			near += before >= width * 0.7 ? 1 : 0;
			continued += continuing.test(text) ? 1 : 0;
		}
	}
	const breaks = last - block.first;
	if (odd * 4 > breaks + 1 || width > maxWrapWidth || width < minWrapWidth) {
		return odd * 4 > breaks + 1 || width < minWrapWidth ? 'lines' : 'prose';
	}
	if ((full >= breaks * 0.8 && continued * 4 >= breaks) || (near >= breaks * 0.85 && continued * 2 >= breaks)) {
		return 'wrapped';
	}
	return 'lines';
}

/** Whether the first line is an item, and each other one an item too or set under one. */
function isList(lines: Lines, block: Block): boolean {
	const indent = indentOf(lines, block.first);
	if (!listItem.test(lines.head(block.first, 40))) {
		return false;
	}
	for (let at = block.first + 1; at <= Math.min(block.last, block.first + maxSample); at++) {
		if (columns.test(lines.head(at, 300)) || (!listItem.test(lines.head(at, 40)) && indentOf(lines, at) <= indent)) {
			return false;
		}
	}
	return true;
}

/** The indentation that all lines of a block share. */
function baseIndent(lines: Lines, block: Block): number {
	let base = Number.POSITIVE_INFINITY;
	for (let at = block.first; at <= Math.min(block.last, block.first + maxSample); at++) {
		base = Math.min(base, indentOf(lines, at));
	}
	return base;
}

function indentOf(lines: Lines, at: number): number {
	return lines.range(at).start - lines.lineStart(at);
}

/** Where a line starts with the indentation that it has beyond its block's. */
function indentedStart(lines: Lines, at: number, base: number): number {
	const { start } = lines.range(at);
	return Math.max(Math.min(start, lines.lineStart(at) + base), start - 80);
}

const sentenceEnd = /[.!?…:。！？][)\]"'”’»」』]*$/u;

function betweenLines(lines: Lines, after: number, kind: BlockKind, width: number): string {
	const before = after - 1;
	const [head, tail] = [lines.tail(before, 40), lines.head(after, 40)];
	if (kind === 'wrapped') {
		// A short line that ends a sentence, or an indented one after it, is where a paragraph ends.
		const isShort = lines.lengthOf(before) < Math.max(width, minWrapWidth) * 0.75;
		const isIndented = indentOf(lines, after) >= 2 && indentOf(lines, before) < indentOf(lines, after);
		return sentenceEnd.test(head) && (isShort || isIndented) ? '\n\n' : joiner(head, tail);
	}
	if (kind === 'list') {
		const firstWord = /^[^\s-]+-?/u.exec(tail)?.[0].length ?? 0;
		const isFull = lines.lengthOf(before) + indentOf(lines, before) + 1 + firstWord > Math.max(width, minWrapWidth) * 0.85;
		return isFull && !listItem.test(tail) ? joiner(head, tail) : '\n';
	}
	const isShort = lines.lengthOf(before) <= maxWrapWidth && !sentenceEnd.test(head);
	if (kind === 'prose' && isShort && /^\p{Ll}/u.test(tail)) {
		// A sentence that runs on: with a broken word it is one line; else the line end stays.
		return /\p{Ll}[-\u2010\u00ac]$/u.test(head) && lines.lengthOf(before) >= minWrapWidth ? joiner(head, tail) : '\n';
	}
	const isParagraph = (at: number) => lines.lengthOf(at) > maxWrapWidth && sentenceEnd.test(lines.tail(at, 10));
	return isParagraph(before) || isParagraph(after) ? '\n\n' : '\n';
}

/** Between blocks stands an empty line, unless a page broke a sentence in two. */
function betweenBlocks(lines: Lines, before: number, after: number): string {
	if (!isPageBreakBetween(lines, before, after)) {
		return '\n\n';
	}
	const [head, tail] = [lines.tail(before, 40), lines.head(after, 40)];
	const isLong = lines.lengthOf(before) >= 40 || /\p{Ll}[-\u2010\u00ac]$/u.test(head);
	const runsOn = isLong && !sentenceEnd.test(head) && /^\p{Ll}/u.test(tail) && !listItem.test(tail);
	return runsOn ? joiner(head, tail) : '\n\n';
}

/** Whether something other than blank lines was left out between two kept lines, or a form feed stands there. */
function isPageBreakBetween(lines: Lines, before: number, after: number): boolean {
	for (let at = before + 1; at <= after; at++) {
		if (lines.startsPage(at) || (at < after && !lines.isBlank(at))) {
			return true;
		}
	}
	return false;
}

/** Chinese and Japanese lines meet without a space. */
function joiner(head: string, tail: string): string {
	const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，「」『』（）]/u;
	return wide.test(head.slice(-1)) && wide.test(tail.slice(0, 1)) ? '' : ' ';
}

/** A separator that stands in the source just so stays a part of it. */
function addSeparator(builder: MappedTextBuilder, lines: Lines, before: number, start: number, separator: string): void {
	const end = lines.range(before).end;
	if (start - end === separator.length && lines.text.startsWith(separator, end)) {
		builder.addFromSource(separator, end);
	} else {
		builder.addOwn(separator);
	}
}

function addLine(builder: MappedTextBuilder, text: string, start: number, end: number, kind: BlockKind): void {
	const line = text.slice(start, end);
	// Double spaces are a typist's or a justified setting's; wider gaps may be columns.
	if (kind === 'lines' || kind === 'list' || !line.includes('  ') || (line.length < 60 && columns.test(line))) {
		builder.addFromSource(line, start);
		return;
	}
	let done = 0;
	for (const gap of line.matchAll(/ {2,}/g)) {
		// Between letters set wide (`O F  A  C U P`) the wider gap is all that says where a word ends.
		if (isSingleLetter(line, gap.index - 1) && isSingleLetter(line, gap.index + gap[0].length)) {
			continue;
		}
		builder.addFromSource(line.slice(done, gap.index + 1), start + done);
		done = gap.index + gap[0].length;
	}
	builder.addFromSource(line.slice(done), start + done);
}

function isSingleLetter(line: string, at: number): boolean {
	const isFree = (beside: number) => beside < 0 || beside >= line.length || line[beside] === ' ';
	return isFree(at - 1) && isFree(at + 1) && /\p{L}/u.test(line[at] ?? '');
}
