import type { Range } from '../../text/range.ts';
import { type Exclusions, excludeAddresses, type Line, MarkFinder, splitLines } from './exclusions.ts';

/**
 * Leaves out what is not prose in Markdown: front matter, code (fenced, indented, inline), links with their text, wiki links, images,
 * footnote marks, citations (`[@key]`, `\\cite{key}`), `#tags`, HTML's tags, entities and comments, maths, URLs. Linear in the length of the note, whatever it holds.
 */
export function excludeMarkdown(text: string, exclusions: Exclusions): void {
	const lines = splitLines(text);
	const first = excludeFrontMatter(text, lines, exclusions);
	const labels = new Set<string>();
	const blocks = splitBlocks(text, lines, first, exclusions, labels);
	const marks = new MarkFinder(text);
	for (const block of blocks) {
		excludeInline(text, block, labels, marks, exclusions);
		excludeAddresses(text, block, exclusions);
	}
}

/** The number of lines that the front matter takes: YAML between `---`, TOML between `+++`; 0 where it is not closed. */
function excludeFrontMatter(text: string, lines: readonly Line[], exclusions: Exclusions): number {
	const opening = lines[0]
		? text
				.slice(lines[0].start, lines[0].end)
				.trimEnd()
				.replace(/^\uFEFF/, '')
		: '';
	if (opening !== '---' && opening !== '+++') {
		return 0;
	}
	for (let at = 1; at < lines.length; at++) {
		const line = lines[at] as Line;
		const content = line.end - line.start > 8 ? '' : text.slice(line.start, line.end).trimEnd();
		if (content === opening || (opening === '---' && content === '...')) {
			exclusions.add(0, line.next);
			return at + 1;
		}
	}
	return 0;
}

/** The paragraphs (runs of lines without an empty one between) that are not code. */
function splitBlocks(text: string, lines: readonly Line[], first: number, exclusions: Exclusions, labels: Set<string>): Range[] {
	const blocks: Range[] = [];
	let blockStart = -1;
	let fence: { readonly mark: string; readonly length: number; readonly start: number } | undefined;
	let isAfterBlank = true;
	let isInList = false;
	const htmlMarks = new MarkFinder(text);
	const closeBlock = (end: number) => {
		if (blockStart >= 0) {
			blocks.push({ start: blockStart, end });
			blockStart = -1;
		}
	};
	for (let at = first; at < lines.length; at++) {
		const line = lines[at] as Line;
		const lead = /^[ \t>]{0,40}/.exec(text.slice(line.start, Math.min(line.end, line.start + 40)))?.[0] ?? '';
		const contentStart = line.start + lead.length;
		const head = text.slice(contentStart, Math.min(line.end, contentStart + 80));
		const mark = /^(?:`{3,}|~{3,})/.exec(head)?.[0];
		if (fence !== undefined) {
			if (mark?.[0] === fence.mark && mark.length >= fence.length && head.slice(mark.length).trim() === '') {
				exclusions.add(fence.start, line.end);
				fence = undefined;
			}
			continue;
		}
		if (mark !== undefined && !(mark[0] === '`' && text.slice(contentStart + mark.length, line.end).includes('`'))) {
			closeBlock(line.start);
			fence = { mark: mark[0] ?? '`', length: mark.length, start: line.start };
			isAfterBlank = false;
			continue;
		}
		if (head.trim() === '') {
			closeBlock(line.start);
			isAfterBlank = true;
			continue;
		}
		const htmlEnd = head.startsWith('<') && blockStart < 0 ? findHtmlBlockEnd(contentStart, head, htmlMarks) : undefined;
		if (htmlEnd !== undefined) {
			while (at + 1 < lines.length && (lines[at + 1]?.start ?? 0) < htmlEnd) {
				at++;
			}
			exclusions.add(contentStart, Math.max(htmlEnd, line.start));
			blockStart = htmlEnd;
			isAfterBlank = false;
			continue;
		}
		const isIndented = /^(?: {4}| {0,3}\t)/.test(lead);
		if (isIndented && isAfterBlank && !isInList && blockStart < 0) {
			// Stays "after blank", so that the next indented line is code too.
			exclusions.add(line.start, line.end);
			continue;
		}
		if (/^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/.test(head)) {
			isInList = true;
			// An item is a block of its own: what opens in one is not closed in the next.
			closeBlock(line.start);
		} else if (!/^[ \t]/.test(lead) && isAfterBlank) {
			isInList = false;
		}
		isAfterBlank = false;
		const definition = /^\[(?!\^)([^[\]]{1,100})\]:/.exec(head);
		if (definition !== null && blockStart < 0) {
			labels.add((definition[1] ?? '').toLowerCase());
			exclusions.add(line.start, line.end);
			continue;
		}
		if (blockStart < 0) {
			blockStart = contentStart;
		}
		if (/^#{1,6}[ \t]/.test(head)) {
			closeBlock(line.end);
		}
	}
	closeBlock(text.length);
	if (fence !== undefined) {
		exclusions.add(fence.start, text.length);
	}
	return blocks;
}

/** Where a block of HTML that may hold empty lines ends: a comment, a script, code. `undefined` for any other, and for one without an end. */
function findHtmlBlockEnd(start: number, head: string, marks: MarkFinder): number | undefined {
	const opening = /^<(?:(!--)|(script|style|pre)(?=[\s>]))/.exec(head);
	if (opening === null) {
		return undefined;
	}
	const closing = opening[1] === undefined ? `</${opening[2]}>` : '-->';
	const end = marks.findNext(closing, start);
	return end < 0 ? undefined : end + closing.length;
}

/** Characters written by their names: `&nbsp;`. */
const entity = /^&(?:[a-zA-Z]{2,24}|#\d{1,7}|#x[\da-fA-F]{1,6});/;

/** `\\cite[p. 5]{key}` and its kin, which pandoc takes in Markdown too. */
const latexCitation = /^\\[a-zA-Z]{0,12}(?:cite|ref|label)[a-zA-Z]{0,12}\*?(?:\[[^[\]\n]{0,100}\]){0,2}\{[^{}]{0,250}\}/;

/** Tags whose content is no prose either. */
const verbatimTags = new Set(['a', 'code', 'pre', 'kbd', 'samp', 'script', 'style', 'math', 'svg', 'var']);

function excludeInline(text: string, block: Range, labels: ReadonlySet<string>, marks: MarkFinder, exclusions: Exclusions): void {
	const nextRun = indexBackticks(text, block);
	const brackets: number[] = [];
	const openTags = new Map<string, number>();
	let at = block.start;
	while (at < block.end) {
		const character = text[at];
		if (character === '\\') {
			const citation = latexCitation.exec(text.slice(at, Math.min(block.end, at + 300)))?.[0];
			if (citation !== undefined) {
				exclusions.add(at, at + citation.length);
			}
			at += citation?.length ?? 2;
		} else if (character === '#' && (at === block.start || /[\s(]/.test(text[at - 1] ?? ' '))) {
			const tag = /^#[\p{L}\p{N}_][\p{L}\p{N}_/-]{0,100}/u.exec(text.slice(at, Math.min(block.end, at + 110)))?.[0] ?? '#';
			if (/\p{L}/u.test(tag)) {
				exclusions.add(at, at + tag.length);
			}
			at += tag.length;
		} else if (character === '`') {
			const run = nextRun.get(at);
			if (run?.closing !== undefined) {
				exclusions.add(at, run.closing + run.length);
				at = run.closing + run.length;
			} else {
				at += run?.length ?? 1;
			}
		} else if (character === '[') {
			brackets.push(at);
			at++;
		} else if (character === ']') {
			const opening = brackets.pop();
			at = opening === undefined ? at + 1 : closeBracket(text, block, opening, at, labels, exclusions);
		} else if (character === '<') {
			at = skipTag(text, block, at, openTags, marks, exclusions);
		} else if (character === '$') {
			at = skipMath(text, block, at, marks, exclusions);
		} else if (character === '&') {
			const length = entity.exec(text.slice(at, Math.min(block.end, at + 28)))?.[0].length ?? 0;
			exclusions.add(at, at + length);
			at += Math.max(1, length);
		} else if (character === '%' && text[at + 1] === '%') {
			// A comment of Obsidian.
			const end = marks.findNext('%%', at + 2);
			const isClosed = end >= 0 && end < block.end;
			exclusions.add(at, isClosed ? end + 2 : at);
			at = isClosed ? end + 2 : at + 2;
		} else if (character === '@' && /[\s([;-]/.test(text[at - 1] ?? ' ')) {
			const key =
				/^@(?:\{[^}\s]{1,200}\}|[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?~/-]{0,200})/u.exec(text.slice(at, Math.min(block.end, at + 220)))?.[0] ??
				'@';
			exclusions.add(at, at + key.length);
			at += key.length;
		} else {
			at++;
		}
	}
}

/** For the start of each run of backticks: its length, and where the next run of the same length starts. */
function indexBackticks(text: string, block: Range): Map<number, { readonly length: number; readonly closing: number | undefined }> {
	const runs: Range[] = [];
	for (let at = text.indexOf('`', block.start); at >= 0 && at < block.end; at = text.indexOf('`', at)) {
		const start = at;
		while (at < block.end && text[at] === '`') {
			at++;
		}
		runs.push({ start, end: at });
	}
	const closings = new Map<number, number>();
	const index = new Map<number, { readonly length: number; readonly closing: number | undefined }>();
	for (const run of runs.reverse()) {
		const length = run.end - run.start;
		index.set(run.start, { length, closing: closings.get(length) });
		closings.set(length, run.start);
	}
	return index;
}

/** Decides what the bracket `[opening, closing]` is, and gives where to go on. */
function closeBracket(
	text: string,
	block: Range,
	opening: number,
	closing: number,
	labels: ReadonlySet<string>,
	exclusions: Exclusions,
): number {
	const start = text[opening - 1] === '!' ? opening - 1 : opening;
	const after = text[closing + 1];
	if (after === '(') {
		const end = findDestinationEnd(text, block, closing + 2);
		if (end !== undefined) {
			exclusions.add(start, end);
			return end;
		}
	} else if (after === '[') {
		const end = text.indexOf(']', closing + 2);
		if (end >= 0 && end < block.end && end - closing < 120) {
			exclusions.add(start, end + 1);
			return end + 1;
		}
	}
	const isWikiLink = text[opening - 1] === '[' && after === ']';
	const isCitation = /^\[(?:[^\]]{0,80}[\s;[-])?-?@/.test(text.slice(opening, Math.min(closing, opening + 100)));
	const isFootnote = text[opening + 1] === '^';
	const isShortcut = closing - opening <= 101 && labels.has(text.slice(opening + 1, closing).toLowerCase());
	if (isWikiLink) {
		exclusions.add(opening - 1, closing + 2);
	} else if (isCitation || isFootnote || isShortcut) {
		exclusions.add(start, closing + 1);
	}
	return closing + 1;
}

/** Behind the `)` that ends a link's destination; `undefined` if the line, or another `](`, comes first. */
function findDestinationEnd(text: string, block: Range, from: number): number | undefined {
	let depth = 1;
	for (let at = from; at < block.end; at++) {
		const character = text[at];
		if (character === '\n' || (character === ']' && text[at + 1] === '(')) {
			return undefined;
		}
		if (character === '(') {
			depth++;
		} else if (character === ')' && --depth === 0) {
			return at + 1;
		}
	}
	return undefined;
}

function skipTag(text: string, block: Range, at: number, openTags: Map<string, number>, marks: MarkFinder, exclusions: Exclusions): number {
	if (text.startsWith('<!--', at)) {
		const end = marks.findNext('-->', at);
		const stop = end < 0 || end >= block.end ? block.end : end + 3;
		exclusions.add(at, stop);
		return stop;
	}
	const name = /^<(\/?)([a-z][a-z0-9-]{0,40})(?=[\s/>:@.])/i.exec(text.slice(at, at + 50));
	if (name === null) {
		return at + 1;
	}
	let end = at + 1;
	while (end < block.end && text[end] !== '>' && text[end] !== '<') {
		end++;
	}
	if (text[end] !== '>') {
		return end;
	}
	exclusions.add(at, end + 1);
	const tag = (name[2] ?? '').toLowerCase();
	if (verbatimTags.has(tag)) {
		if (name[1] === '') {
			openTags.set(tag, at);
		} else {
			exclusions.add(openTags.get(tag) ?? at, end + 1);
			openTags.delete(tag);
		}
	}
	return end + 1;
}

/** Maths as pandoc takes it: `$` close to what it holds, and no digit behind the closing one, so that prices stay prose. */
function skipMath(text: string, block: Range, at: number, marks: MarkFinder, exclusions: Exclusions): number {
	if (text[at + 1] === '$') {
		const end = marks.findNext('$$', at + 2);
		if (end < 0 || end >= block.end) {
			return at + 2;
		}
		exclusions.add(at, end + 2);
		return end + 2;
	}
	const end = marks.findNext('$', at + 1);
	const isMath =
		end > at + 1 &&
		end < block.end &&
		end - at < 500 &&
		!/\s/.test(text[at + 1] ?? ' ') &&
		!/\s/.test(text[end - 1] ?? ' ') &&
		!/\d/.test(text[end + 1] ?? '');
	if (!isMath) {
		return at + 1;
	}
	exclusions.add(at, end + 1);
	return end + 1;
}
