import type { Range } from '../../text/range.ts';
import { emptyContent } from '../document.ts';
import { parseDate } from '../metadata/date.ts';
import { cleanField } from '../metadata/field.ts';
import { namesOtherFiles } from './includedFiles.ts';
import type { Lines } from './lines.ts';
import { MarkupWriter, toLines } from './markupLines.ts';
import { orgMarkup } from './orgMarkup.ts';
import { cutSource, type Reader } from './reader.ts';
import { withVisibleMetadata } from './visibleMetadata.ts';

/**
 * Reads Org (https://orgmode.org/worg/org-syntax.html): headings without their states, tags and drawers, lists an item a line, tables a row a line, notes
 * as paragraphs, blocks of code and examples as they are. `#+TITLE` is the title and the first heading, as in print. Comments, planning and blocks
 * for other formats are left out. Nothing is run.
 */
export const readOrg: Reader = (file, { caps }) => {
	const { source, problems } = cutSource(file, caps);
	const lines = toLines(source);
	const org = new OrgText(source, lines);
	org.write();
	const content = org.writer.blocks.build();
	const [first] = content.headings;
	const date = org.fieldOf('date');
	return withVisibleMetadata({
		...emptyContent('org', [...problems, ...(org.includedFiles.length > 0 ? [namesOtherFiles(org.includedFiles)] : [])]),
		...content,
		title: org.fieldOf('title') === null && (first?.start !== 0 || first.level > 1) ? null : (first?.text ?? null),
		author: org.fieldOf('author'),
		date: (date && parseDate(date.replace(/^[<[](.*)[>\]]$/, '$1').replace(/^(\d{4}-\d\d-\d\d)\s.*$/, '$1'))) || null,
		language: org.fieldOf('language'),
	});
};

const keyword = /^#\+([a-zA-Z_]{1,40})(?:\[[^\]]{0,200}\])?:[ \t]*/;
const blockStart = /^#\+begin_([a-z]{1,40})/i;
const headingStart = /^\*+[ \t]+/;
const item = /^(?:[-+]|\*(?=[ \t])|(?:\d{1,4}|[a-zA-Z])[.)])(?:[ \t]+(?:\[@\d{1,4}\][ \t]*)?|$)/;
const noteStart = /^\[fn:[\w-]{1,60}\][ \t]*/;

/** Blocks that are kept as they are; of those that are no text in any output; all others hold ordinary text. */
const codeBlocks = new Set(['src', 'example', 'verse']);
const droppedBlocks = new Set(['comment', 'export', 'html', 'latex']);

class OrgText {
	readonly writer: MarkupWriter;
	readonly includedFiles: string[] = [];
	readonly #lines: Lines;
	readonly #fields = new Map<string, string>();
	/** Where each kind of block last ends, so that one without an end is told at once. */
	readonly #lastEnds = new Map<string, number>();
	/** The level of the heading whose part is left out. */
	#commentLevel = 0;

	constructor(source: string, lines: Lines) {
		this.#lines = lines;
		this.writer = new MarkupWriter(source, lines, orgMarkup);
		for (let at = 0; at < lines.count; at++) {
			const end = /^(?:#\+end_([a-z]{1,40})|(:end:)\s*$)/i.exec(lines.head(at, 60));
			if (end) {
				this.#lastEnds.set((end[1] ?? ':').toLowerCase(), at);
			}
		}
	}

	fieldOf(name: string): string | null {
		return cleanField(this.#fields.get(name));
	}

	write(): void {
		for (let at = 0; at < this.#lines.count; ) {
			at = this.#writeLine(at);
		}
		this.writer.endParagraph();
	}

	/** Reads what begins at the line; gives the line behind it. */
	#writeLine(at: number): number {
		const lines = this.#lines;
		const head = lines.head(at, 300);
		const range = lines.range(at);
		if (lines.isBlank(at)) {
			this.writer.endParagraph();
			return at + 1;
		}
		if (range.start === lines.lineStart(at) && headingStart.test(head)) {
			this.#writeHeading(head, range);
			return at + 1;
		}
		if (this.#commentLevel > 0) {
			return at + 1;
		}
		if (head.startsWith('#')) {
			return this.#writeKeyword(at, head, range);
		}
		if (/^:[\w-]{1,60}:\s*$/.test(head)) {
			return this.#skipDrawer(at, head);
		}
		if (head.startsWith(': ') || head === ':') {
			let end = at;
			while (end < lines.count && /^:(?: |$)/.test(lines.head(end, 2))) {
				end++;
			}
			this.writer.startItem();
			for (let line = at; line < end; line++) {
				this.writer.writeLine(line, lines.range(line).start - lines.lineStart(line) + 2);
				this.writer.blocks.flow.startLine();
			}
			return end;
		}
		if (head.startsWith('|')) {
			this.#writeRow(head, range);
			return at + 1;
		}
		if (/^(?:(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):\s*[<[]|-{5,}\s*$)/.test(head)) {
			this.writer.endParagraph();
			return at + 1;
		}
		this.#writeText(head, range);
		return at + 1;
	}

	#writeText(head: string, range: Range): void {
		const note = noteStart.exec(head);
		const marker = item.exec(head);
		if (note) {
			this.writer.startNote();
			this.writer.addText({ start: range.start + note[0].length, end: range.end });
		} else if (marker) {
			this.writer.startItem();
			const start = range.start + marker[0].length;
			const term = /[ \t]::(?=[ \t]|$)/.exec(head.slice(marker[0].length));
			if (term) {
				this.writer.addText({ start, end: start + term.index });
				this.writer.endItemTerm();
				this.writer.addText({ start: start + term.index + term[0].length, end: range.end });
			} else {
				this.writer.addText({ start, end: range.end });
			}
		} else {
			this.writer.addText(range);
			if (/\\\\$/.test(this.#lines.text.slice(range.start, range.end).slice(-3))) {
				this.writer.startItem();
			}
		}
	}

	#writeHeading(head: string, range: Range): void {
		const stars = headingStart.exec(head)?.[0] ?? '';
		const level = stars.trimEnd().length;
		if (this.#commentLevel > 0 && level > this.#commentLevel) {
			return;
		}
		const state =
			/^(?:(?:TODO|DONE|NEXT|WAITING|HOLD|CANCELL?ED|STARTED|IN-PROGRESS)[ \t]+)?(?:\[#[A-Z0-9]\][ \t]*)?/.exec(
				head.slice(stars.length),
			)?.[0] ?? '';
		this.#commentLevel = /^COMMENT(?:\s|$)/.test(head.slice(stars.length + state.length)) ? level : 0;
		if (this.#commentLevel > 0) {
			this.writer.endParagraph();
			return;
		}
		const tags =
			/[ \t]+:(?:[\p{L}\p{N}_@#%]{1,60}:)+$/u.exec(this.#lines.text.slice(Math.max(range.start, range.end - 300), range.end))?.[0] ?? '';
		this.writer.writeHeading(level, { start: range.start + stars.length + state.length, end: range.end - tags.length });
	}

	#writeKeyword(at: number, head: string, range: Range): number {
		const block = blockStart.exec(head)?.[1]?.toLowerCase();
		if (block !== undefined) {
			this.writer.endParagraph();
			const end = codeBlocks.has(block) || droppedBlocks.has(block) ? this.#endOf(at, block) : -1;
			if (end >= 0 && codeBlocks.has(block)) {
				this.writer.writeCode(at + 1, end);
			}
			return end < 0 ? at + 1 : end + 1;
		}
		const found = keyword.exec(head);
		const name = found?.[1]?.toLowerCase();
		if (!found || name === undefined) {
			if (!/^#(?:\s|$|\+)/.test(head)) {
				this.writer.addText(range);
			} else if (head.startsWith('#+')) {
				this.writer.endParagraph();
			}
			return at + 1;
		}
		const value = { start: range.start + found[0].length, end: range.end };
		const text = this.#lines.text.slice(value.start, Math.min(value.end, value.start + 2_000));
		if (name === 'title' || name === 'subtitle') {
			if (value.end > value.start) {
				this.writer.writeHeading(name === 'title' ? 1 : 2, value);
			}
		} else if (name === 'caption') {
			this.writer.endParagraph();
			this.writer.addText(value);
			this.writer.endParagraph();
		} else if (name === 'include') {
			this.includedFiles.push(/^"([^"]{1,200})"|^(\S{1,200})/.exec(text)?.slice(1).find(Boolean) ?? '');
		}
		const before = this.#fields.get(name);
		this.#fields.set(name, (before === undefined ? text : `${before}${name === 'author' ? ', ' : ' '}${text}`).slice(0, 4_000));
		return at + 1;
	}

	#skipDrawer(at: number, head: string): number {
		if (/^:end:/i.test(head)) {
			return at + 1;
		}
		this.writer.endParagraph();
		if (!/^:(?:properties|logbook|clock):/i.test(head)) {
			return at + 1;
		}
		const end = this.#endOf(at, ':');
		return end < 0 ? at + 1 : end + 1;
	}

	/** The line that ends a block or (`:`) a drawer; -1 if none does. A drawer ends before the next heading. */
	#endOf(at: number, name: string): number {
		const last = this.#lastEnds.get(name) ?? -1;
		for (let line = at + 1; line <= last; line++) {
			const head = this.#lines.head(line, 60).toLowerCase();
			if (name === ':' ? /^:end:\s*$/.test(head) : head.startsWith(`#+end_${name}`)) {
				return line;
			}
			if (name === ':' && headingStart.test(head)) {
				return -1;
			}
		}
		return -1;
	}

	#writeRow(head: string, range: Range): void {
		if (/^\|[-+]+\|?$/.test(head.slice(0, 200)) || head.startsWith('|-')) {
			this.writer.startItem();
			return;
		}
		this.writer.writeRow(splitCells(this.#lines.text, range));
	}
}

/** The cells of a row `| a | b |`. */
function splitCells(text: string, { start, end }: Range): readonly (readonly Range[])[] {
	const cells: Range[][] = [];
	for (let at = start + 1; at < end; ) {
		const bar = text.indexOf('|', at);
		const stop = bar < 0 || bar > end ? end : bar;
		cells.push([{ start: at, end: stop }]);
		at = stop + 1;
	}
	return cells;
}
