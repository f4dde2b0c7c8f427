import type { Range } from '../../text/range.ts';
import { emptyContent } from '../document.ts';
import { parseDate } from '../metadata/date.ts';
import { cleanField } from '../metadata/field.ts';
import { adocMarkup } from './adocMarkup.ts';
import { namesOtherFiles } from './includedFiles.ts';
import type { Lines } from './lines.ts';
import { MarkupWriter, toLines } from './markupLines.ts';
import { cutSource, type Reader } from './reader.ts';
import { writeWithoutTags } from './stripTags.ts';
import { withVisibleMetadata } from './visibleMetadata.ts';

/**
 * Reads AsciiDoc (https://docs.asciidoctor.org/asciidoc/latest/) as it prints: title and headings, block titles, admonitions, lists an item a line,
 * tables a row a line, footnotes behind their paragraphs, links as their words, code as it is. Author line, revision line and attributes are
 * metadata, not text. Comments and block attributes are left out. Conditions are not decided: both branches are text.
 */
export const readAdoc: Reader = (file, { caps }) => {
	const { source, problems } = cutSource(file, caps);
	const adoc = new AdocText(source, toLines(source));
	adoc.write();
	const content = adoc.writer.blocks.build();
	const [first] = content.headings;
	const date = adoc.fieldOf('revdate', 'date', 'docdate');
	return withVisibleMetadata({
		...emptyContent('adoc', [...problems, ...(adoc.includedFiles.length > 0 ? [namesOtherFiles(adoc.includedFiles)] : [])]),
		...content,
		title: adoc.fieldOf('doctitle', 'title') ?? (first?.start === 0 && first.level === 1 ? first.text : null),
		author: adoc.fieldOf('author', 'authors'),
		date: (date && parseDate(date)) || null,
		publisher: adoc.fieldOf('publisher', 'orgname'),
		language: adoc.fieldOf('lang'),
	});
};

const attribute = /^:(!?[\w][\w-]{0,60}!?):(?:[ \t]+|$)/;
const heading = /^(={1,6}|#{1,6})[ \t]+(?=\S)/;
const delimiter = /^(-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|\/{4,}|--|`{3,}[\w,+-]{0,30}|[|,:!]={3,})$/;
const item = /^(?:\*{1,6}|-|\.{1,6}|\d{1,4}\.|[a-zA-Z]\.|[ivxIVX]{1,6}\)|<(?:\d{1,3}|\.)>)[ \t]+(?:\[[ xX*]\][ \t]+)?(?=\S)/;
const term = /^(?!\/\/)(\S[^\n]{0,200}?)(:{2,4}|;;)(?:[ \t]+|$)/;
const blockMacro = /^([a-z][\w-]{0,30})::([^\s[\]][^[\]\n]{0,500})?\[(.*)\]$/;
const authorLine = /^[\p{L}][\p{L}\p{M}.'_-]*(?: [\p{L}][\p{L}\p{M}.'_-]*){0,3}(?: <[^<>\s]{1,200}>)?(?:; [^;]{1,200}){0,20}$/u;
const revisionLine = /^(?:v(\d[\w.-]{0,20})(?:, ?|$|:)|(?=.*\d{4}))([^:]{0,60})(?::.*)?$/;

class AdocText {
	readonly writer: MarkupWriter;
	readonly includedFiles: string[] = [];
	readonly #source: string;
	readonly #lines: Lines;
	readonly #attributes = new Map<string, string>();
	/** Where each delimiter last stands, so that a block without an end is told at once. */
	readonly #lastDelimiters = new Map<string, number>();
	/** What the attribute line above the next block says. */
	#style = '';
	/** The next line explains a term, however it is indented. */
	#followsTerm = false;

	constructor(source: string, lines: Lines) {
		this.#source = source;
		this.#lines = lines;
		for (let at = 0; at < lines.count; at++) {
			const head = lines.head(at, 100);
			const set = attribute.exec(head);
			if (set && this.#attributes.size < 1_000) {
				this.#attributes.set((set[1] ?? '').toLowerCase(), lines.head(at, 1_000).slice(set[0].length));
			} else if (delimiter.test(head)) {
				this.#lastDelimiters.set(head, at);
			}
		}
		const plain = new Map([...this.#attributes].filter(([, value]) => /^[\p{L}\p{N} .,'’-]{1,100}$/u.test(value)));
		this.writer = new MarkupWriter(source, lines, adocMarkup(plain));
	}

	fieldOf(...names: readonly string[]): string | null {
		return cleanField(names.map((name) => this.#attributes.get(name)).find((value) => value));
	}

	write(): void {
		for (let at = this.#readHeader(); at < this.#lines.count; ) {
			at = this.#writeLine(at);
		}
		this.writer.endParagraph();
	}

	/** Title, author and revision line; gives the line behind them. */
	#readHeader(): number {
		const lines = this.#lines;
		let at = 0;
		while (at < lines.count && (lines.isBlank(at) || attribute.test(lines.head(at, 100)) || /^\/\/(?!\/)/.test(lines.head(at, 3)))) {
			at++;
		}
		const title = /^[=#][ \t]+(?=\S)/.exec(lines.head(at, 300));
		if (!title) {
			return 0;
		}
		const range = lines.range(at);
		this.writer.writeHeading(1, { start: range.start + title[0].length, end: range.end });
		at++;
		if (at < lines.count && authorLine.test(lines.head(at, 1_000))) {
			const names = lines
				.head(at, 1_000)
				.split(';')
				.map((name) =>
					name
						.replace(/<[^<>]*>/, '')
						.replaceAll('_', ' ')
						.trim(),
				);
			this.#attributes.set('author', this.#attributes.get('author') || names.filter((name) => name).join(', '));
			at++;
			const revision = revisionLine.exec(lines.head(at, 200));
			if (revision && !attribute.test(lines.head(at, 100)) && !lines.isBlank(at)) {
				this.#attributes.set('revdate', this.#attributes.get('revdate') || (revision[2] ?? '').trim());
				at++;
			}
		}
		return at;
	}

	#writeLine(at: number): number {
		const lines = this.#lines;
		if (lines.isBlank(at)) {
			this.writer.endParagraph();
			this.#style = '';
			return at + 1;
		}
		const head = lines.head(at, 600);
		const range = lines.range(at);
		const isAtStart = range.start === lines.lineStart(at);
		if (head.startsWith('//') && !head.startsWith('///')) {
			return at + 1;
		}
		if (head === '+') {
			this.writer.endParagraph();
			return at + 1;
		}
		if (delimiter.test(head)) {
			return this.#writeBlock(at, head);
		}
		if (!this.writer.hasText && isAtStart) {
			const next = this.#writeBlockStart(at, head, range);
			if (next > at) {
				return next;
			}
		}
		const macro = isAtStart ? blockMacro.exec(head) : null;
		if (macro) {
			this.#writeMacro(macro, range);
			return at + 1;
		}
		if (!isAtStart && !this.writer.hasText && !this.#followsTerm && !item.test(head) && !term.test(head)) {
			return this.#writeLiteral(at);
		}
		this.#followsTerm = false;
		this.#writeText(head, range);
		return at + 1;
	}

	/** What stands above or begins a block; gives the line behind it, or `at` if it is none of these. */
	#writeBlockStart(at: number, head: string, range: Range): number {
		const mark = heading.exec(head);
		if (mark) {
			this.writer.writeHeading((mark[1] ?? '').length, { start: range.start + mark[0].length, end: range.end });
			this.#style = '';
			return at + 1;
		}
		if (attribute.test(head)) {
			// A value goes on behind a backslash.
			let line = at;
			while (line < this.#lines.count && /\s\\$/.test(this.#lines.tail(line, 2))) {
				line++;
			}
			return line + 1;
		}
		if (/^\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)*\]$/.test(head) && head.length < 600) {
			this.#style = head.slice(1, -1).toLowerCase();
			return at + 1;
		}
		if (/^\.[^\s.]/.test(head)) {
			this.writer.endParagraph();
			this.writer.addText({ start: range.start + 1, end: range.end });
			this.writer.endParagraph();
			return at + 1;
		}
		if (/^(?:'{3,}|<{3,}|-{3}|\*{3})$/.test(head)) {
			return at + 1;
		}
		const underline = at + 1 < this.#lines.count ? this.#lines.head(at + 1, 300) : '';
		const level = /^([=~^+-])\1{2,}$/.test(underline) ? '=-~^+'.indexOf(underline[0] ?? ' ') + 1 : 0;
		if (level > 0 && Math.abs(underline.length - head.length) <= 2 && /\p{L}/u.test(head)) {
			this.writer.writeHeading(level, range);
			return at + 2;
		}
		return at;
	}

	#writeText(head: string, range: Range): void {
		const marker = item.exec(head);
		const found = marker ? null : term.exec(head);
		if (marker) {
			this.writer.startItem();
			this.writer.addText({ start: range.start + marker[0].length, end: range.end });
		} else if (found && !/^[a-z]{1,20}:\/\//.test(head)) {
			this.writer.startItem();
			this.writer.addText({ start: range.start, end: range.start + (found[1] ?? '').length });
			this.writer.endItemTerm();
			this.writer.addText({ start: range.start + found[0].length, end: range.end });
			this.#followsTerm = !this.writer.hasText;
		} else {
			this.writer.addText(range);
			if (/\s\+$/.test(head)) {
				this.writer.startItem();
			}
		}
	}

	/** A block between two lines of the same marks. Where the second is missing, the first is left out alone. */
	#writeBlock(at: number, mark: string): number {
		this.writer.endParagraph();
		const style = this.#style;
		this.#style = '';
		const closing = mark.startsWith('`') ? '```' : mark;
		const kind = /^[|,:!]=/.test(mark) ? '|' : (mark[0] ?? '');
		// What holds ordinary blocks opens and closes alike.
		const isOpen = kind === '=' || kind === '*' || kind === '_' || mark === '--';
		const isCode = isOpen ? /^(?:source|listing|literal|verse)\b/.test(style) : kind === '-' || kind === '.' || kind === '`';
		if ((isOpen && !isCode) || (this.#lastDelimiters.get(closing) ?? -1) <= at) {
			return at + 1;
		}
		let end = at + 1;
		while (end < this.#lines.count && this.#lines.head(end, 100) !== closing) {
			end++;
		}
		if (isCode) {
			this.writer.writeCode(at + 1, end);
		} else if (kind === '+') {
			const start = this.#lines.lineStart(at + 1);
			const raw = this.#source.slice(start, this.#lines.lineStart(end));
			writeWithoutTags(this.writer.blocks.flow, raw, [0, start, raw.length]);
		} else if (kind === '|') {
			this.#writeTable(at + 1, end, style);
		}
		this.writer.endParagraph();
		return end + 1;
	}

	#writeLiteral(at: number): number {
		let end = at;
		while (end < this.#lines.count && !this.#lines.isBlank(end) && this.#lines.head(end, 2) !== '+') {
			end++;
		}
		this.writer.writeCode(at, end);
		return end;
	}

	#writeMacro([, name = '', place = '', words = '']: RegExpExecArray, range: Range): void {
		this.writer.endParagraph();
		if (name === 'include') {
			this.includedFiles.push(place);
		} else if (name === 'image') {
			const alternative = /^[^,="\]]{1,300}/.exec(words)?.[0] ?? '';
			const start = range.end - 1 - words.length;
			this.writer.addText({ start, end: start + alternative.length });
			this.writer.endParagraph();
		} else if (/^if(?:n?def|eval)$/.test(name) && words !== '' && name !== 'ifeval') {
			this.writer.addText({ start: range.end - 1 - words.length, end: range.end - 1 });
		}
	}

	/** Cells begin at bars; a row is a line that holds several, or so many cells as the first one or `cols` has. */
	#writeTable(first: number, end: number, style: string): void {
		const cells: Range[][] = [];
		let width = columnsOf(style);
		const writeRows = () => {
			while (width > 0 && cells.length >= width) {
				this.writer.writeRow(cells.splice(0, width));
			}
		};
		for (let at = first; at < end; at++) {
			if (this.#lines.isBlank(at)) {
				continue;
			}
			const range = this.#lines.range(at);
			const before = cells.length;
			let cellStart = range.start;
			let isOpen = cells.length > 0;
			for (const bar of this.#lines.slice(at).matchAll(/(?:^|\s)(?:(\d{0,3}(?:\.\d{1,3})?)[+*])?[<^>.]{0,3}[aehlmdsv]?\||\|/g)) {
				const barStart = range.start + bar.index;
				if (isOpen && barStart > cellStart) {
					cells.at(-1)?.push({ start: cellStart, end: barStart });
				}
				cells.push([]);
				cellStart = barStart + bar[0].length;
				isOpen = true;
			}
			if (isOpen && range.end > cellStart) {
				cells.at(-1)?.push({ start: cellStart, end: range.end });
			}
			if (width === 0 && cells.length > 1) {
				width = cells.length;
			}
			if (width > 0 && cells.length > width && before > 0) {
				// The cell before is finished now that another began.
				this.writer.writeRow(cells.splice(0, width));
			}
			if (cells.length - before > 1) {
				writeRows();
			}
		}
		writeRows();
		if (cells.length > 0) {
			this.writer.writeRow(cells);
		}
	}
}

/** How many columns `cols="1,2*"` tells; 0 if nothing does. */
function columnsOf(style: string): number {
	const columns = /cols=(?:"([^"]{1,200})"|(\d{1,3}\*?))/.exec(style);
	const list = columns?.[1] ?? columns?.[2];
	if (list === undefined) {
		return 0;
	}
	const count = list.split(/[,;]/).reduce((sum, column) => sum + (Number(/^\s*(\d{1,3})\*/.exec(column)?.[1]) || 1), 0);
	return Math.min(count, 1_000);
}
