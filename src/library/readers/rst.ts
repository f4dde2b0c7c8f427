import type { Range } from '../../text/range.ts';
import { emptyContent } from '../document.ts';
import { parseDate } from '../metadata/date.ts';
import { cleanField } from '../metadata/field.ts';
import { parseRows } from './csvRows.ts';
import { namesOtherFiles } from './includedFiles.ts';
import type { Lines } from './lines.ts';
import { indentOf, MarkupWriter, toLines } from './markupLines.ts';
import { cutSource, type Reader } from './reader.ts';
import { rstMarkup } from './rstMarkup.ts';
import { readRstTable } from './rstTables.ts';
import { withVisibleMetadata } from './visibleMetadata.ts';

/**
 * Reads reStructuredText (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html) as it prints: headings by their underlines, directives
 * without names and options (admonitions and captions are text), roles and links as their words, substitutions replaced, lists an item a line,
 * tables a row a line, footnotes as notes. The field list under the title is metadata, not text. Comments and targets are left out.
 */
export const readRst: Reader = (file, { caps }) => {
	const { source, problems } = cutSource(file, caps);
	const rst = new RstText(source, toLines(source));
	rst.write();
	const content = rst.writer.blocks.build();
	const [first] = content.headings;
	const date = rst.fieldOf('date');
	return withVisibleMetadata({
		...emptyContent('rst', [...problems, ...(rst.includedFiles.length > 0 ? [namesOtherFiles(rst.includedFiles)] : [])]),
		...content,
		title: rst.fieldOf('title') ?? (first?.start === 0 && first.level === 1 ? first.text : null),
		author: rst.fieldOf('author', 'authors'),
		date: (date && parseDate(date.replace(/^\$Date:\s*(.*?)\s*\$$/, '$1'))) || null,
		publisher: rst.fieldOf('organization'),
		language: rst.fieldOf('language', 'lang'),
	});
};

const adornment = /^([!-/:-@[-`{-~])\1*$/;
const directive = /^\.\. (?:\|([^|\n]{1,100})\| )?([a-zA-Z][\w:+.-]{0,60})::(?:[ \t]+|$)/;
const noteStart = /^\.\. \[(?:\d{1,4}|#[\w.-]{0,60}|\*|[A-Za-z][\w.-]{0,60})\](?:[ \t]+|$)/;
const target = /^\.\. _(?:`([^`]{1,200})`|([^:\n]{1,200})):(?:\s|$)/;
const field = /^:((?![\s:])[^:`\n]{1,60}):(?:[ \t]+|$)/;
const item = /^(?:[-*+•‣⁃]|\(?(?:\d{1,4}|#|[a-zA-Z]|[ivxlIVXL]{2,6})[.)])(?:[ \t]+|$)/;

/** Directives whose bodies are code, kept as it is; that are no text; whose first line is text; whose bodies hold values. */
const codeDirectives = new Set([
	'code',
	'code-block',
	'sourcecode',
	'parsed-literal',
	'prompt',
	'math',
	'productionlist',
	'doctest',
	'testcode',
	'highlight-block',
]);
/** Of these, those whose first line is text like the others: of the rest it is the name of a language. */
const valueDirectives = new Set(['math', 'parsed-literal', 'productionlist']);
const droppedDirectives = new Set(
	`toctree contents sectnum section-numbering include literalinclude raw image index meta highlight highlightlang default-role role currentmodule module
	program tabularcolumns unicode date target-notes header footer bibliography graphviz digraph graph uml mermaid plot only-latex autosummary automodule autoclass
	autofunction testsetup testcleanup testoutput restructuredtext-test-directive title`.split(/\s+/),
);
const argumentDirectives = new Set(
	`note warning attention caution danger error hint important tip admonition seealso todo topic sidebar rubric centered table list-table csv-table
	versionadded versionchanged deprecated versionremoved epigraph highlights pull-quote glossary replace line-block deprecated-removed impl-detail`.split(
		/\s+/,
	),
);

class RstText {
	readonly writer: MarkupWriter;
	readonly includedFiles: string[] = [];
	readonly #lines: Lines;
	readonly #source: string;
	readonly #fields = new Map<string, string>();
	/** The styles of headings in the order in which they came, which is their levels. */
	readonly #styles: string[] = [];
	/** Deeper lines belong to a note. */
	#noteIndent = -1;
	/** Whether there is text besides headings: a field list below it is part of it. */
	#hasText = false;
	/** What is indented deeper than this, behind `::`, is code. */
	#literalIndent = -1;

	constructor(source: string, lines: Lines) {
		this.#source = source;
		this.#lines = lines;
		const names = new Set<string>();
		const words = new Map<string, string>();
		for (let at = 0; at < lines.count && names.size + words.size < maxNames; at++) {
			const head = lines.head(at, 400);
			if (head.startsWith('.. ')) {
				const found = target.exec(head);
				const word = /^\.\. \|([^|\n]{1,100})\| replace::[ \t]+(.{1,200})$/.exec(head);
				if (found) {
					names.add((found[1] ?? found[2] ?? '').toLowerCase());
				} else if (word) {
					words.set((word[1] ?? '').toLowerCase(), (word[2] ?? '').replace(/[*`\\]/g, ''));
				}
			}
		}
		this.writer = new MarkupWriter(source, lines, rstMarkup(names, words));
	}

	fieldOf(...names: readonly string[]): string | null {
		return cleanField(names.map((name) => this.#fields.get(name)).find((value) => value));
	}

	write(): void {
		for (let at = 0; at < this.#lines.count; ) {
			at = this.#writeLine(at);
		}
		this.writer.endParagraph();
	}

	#writeLine(at: number): number {
		const lines = this.#lines;
		if (lines.isBlank(at)) {
			this.writer.endParagraph();
			return at + 1;
		}
		const head = lines.head(at, 300);
		const indent = indentOf(lines, at);
		if (this.#literalIndent >= 0 && !this.writer.hasText) {
			const limit = this.#literalIndent;
			this.#literalIndent = -1;
			if (indent > limit) {
				const end = this.#endOfIndented(at, limit);
				this.writer.writeCode(at, end);
				return end;
			}
		}
		if (indent <= this.#noteIndent) {
			this.#noteIndent = -1;
		}
		if (head.startsWith('.. ') || head === '..') {
			return this.#writeExplicit(at, head, indent);
		}
		if (/^__(?:\s|$)/.test(head)) {
			return at + 1;
		}
		const heading = this.writer.hasText ? undefined : this.#headingAt(at, indent);
		if (heading) {
			this.writer.writeHeading(this.#levelOf(heading.style), lines.range(heading.line));
			return heading.end;
		}
		const table = this.writer.hasText ? undefined : readRstTable(lines, at);
		if (table) {
			this.writer.endParagraph();
			for (const row of table.rows) {
				this.writer.writeRow(row);
			}
			this.writer.endParagraph();
			return table.end;
		}
		if (adornment.test(head) && lines.lengthOf(at) >= 4) {
			this.writer.endParagraph();
			return at + 1;
		}
		return this.#writeText(at, head, indent);
	}

	#writeText(at: number, head: string, indent: number): number {
		const range = this.#lines.range(at);
		const found = field.exec(head);
		if (found && (!this.writer.hasText || field.test(this.#lines.head(at - 1, 100)))) {
			return this.#writeField(at, found, range, indent);
		}
		if (head.startsWith('>>> ') && !this.writer.hasText) {
			let end = at;
			while (end < this.#lines.count && !this.#lines.isBlank(end)) {
				end++;
			}
			this.writer.writeCode(at, end);
			return end;
		}
		this.#hasText = true;
		const marker = item.exec(head) ?? (head.startsWith('| ') ? /^\| /.exec(head) : null);
		if (this.#noteIndent >= 0 && !this.writer.hasText) {
			this.writer.startNote();
		} else if (marker) {
			this.writer.startItem();
		} else if (this.writer.hasText && at > 0 && (this.#isTerm(at - 1, indent) || indent < indentOf(this.#lines, at - 1))) {
			// A term, what explains it indented below it, and the next term.
			this.writer.startItem();
		}
		const start = range.start + (marker?.[0].length ?? 0);
		// Two colons announce code: alone they are nothing, behind a word one of them stays.
		const announces = /(^|\s*)::$/.exec(this.#lines.text.slice(Math.max(start, range.end - 100), range.end));
		const keepsColon = announces !== null && announces[1] === '' && range.end - 2 > start;
		this.writer.addText({ start, end: announces ? range.end - (keepsColon ? 1 : announces[0].length) : range.end });
		if (announces) {
			this.#literalIndent = indent;
		}
		return at + 1;
	}

	/** Whether the line is a paragraph's only one so far and less indented, and no item. */
	#isTerm(line: number, indent: number): boolean {
		const isFirst = line === 0 || this.#lines.isBlank(line - 1) || indentOf(this.#lines, line - 1) !== indentOf(this.#lines, line);
		return (
			isFirst &&
			indent > indentOf(this.#lines, line) &&
			!/^(?:\.\.|\|)/.test(this.#lines.head(line, 2)) &&
			!item.test(this.#lines.head(line, 20))
		);
	}

	#writeField(at: number, found: RegExpExecArray, range: Range, indent: number): number {
		const name = (found[1] ?? '').toLowerCase();
		const value = { start: range.start + found[0].length, end: range.end };
		const isOfDocument = indent === 0 && !this.#hasText;
		if (!isOfDocument) {
			this.#hasText = true;
			this.writer.startItem();
			this.writer.addText({ start: range.start + 1, end: range.start + 1 + name.length });
			this.writer.endItemTerm();
			this.writer.addText(value);
			return at + 1;
		}
		let text = this.#source.slice(value.start, Math.min(value.end, value.start + 1_000));
		let line = at + 1;
		for (; line < this.#lines.count && !this.#lines.isBlank(line) && indentOf(this.#lines, line) > 0; line++) {
			text = `${text} ${this.#lines.head(line, 300)}`.slice(0, 2_000);
		}
		const before = this.#fields.get(name);
		this.#fields.set(name, before === undefined ? text : `${before}, ${text}`.slice(0, 4_000));
		return line;
	}

	/** What begins with two dots: a directive, a note, a target, a substitution, or a comment. */
	#writeExplicit(at: number, head: string, indent: number): number {
		const range = this.#lines.range(at);
		const note = noteStart.exec(head);
		if (note) {
			this.writer.startNote();
			this.#noteIndent = indent;
			this.#hasText = true;
			this.writer.addText({ start: range.start + note[0].length, end: range.end });
			return at + 1;
		}
		const found = directive.exec(head);
		if (!found || found[1] !== undefined) {
			this.writer.endParagraph();
			// Two dots with an empty line behind them only part what is indented from what stands above it.
			const isEmpty = head === '..' && (at + 1 >= this.#lines.count || this.#lines.isBlank(at + 1));
			return isEmpty ? at + 1 : this.#endOfIndented(at + 1, indent);
		}
		return this.#writeDirective(at, indent, (found[2] ?? '').toLowerCase(), { start: range.start + found[0].length, end: range.end });
	}

	#writeDirective(at: number, indent: number, fullName: string, argument: Range): number {
		const name = fullName.replace(/^(?:rst|c|cpp|js|std):/, '');
		this.writer.endParagraph();
		if (droppedDirectives.has(name)) {
			if (name === 'include' || name === 'literalinclude') {
				this.includedFiles.push(this.#source.slice(argument.start, Math.min(argument.end, argument.start + 200)));
			} else if (name === 'title' || name === 'meta') {
				this.#fields.set('title', this.#fields.get('title') ?? (name === 'title' ? this.#source.slice(argument.start, argument.end) : ''));
			}
			return this.#endOfIndented(at + 1, indent);
		}
		this.#hasText = true;
		if (argumentDirectives.has(name) || name.includes(':')) {
			this.writer.addText(argument);
		}
		let line = at + 1;
		// Options, and the blank line behind them.
		while (
			line < this.#lines.count &&
			!this.#lines.isBlank(line) &&
			indentOf(this.#lines, line) > indent &&
			field.test(this.#lines.head(line, 100))
		) {
			line++;
		}
		if (codeDirectives.has(name)) {
			if (valueDirectives.has(name) && argument.end > argument.start) {
				this.writer.writeCodeRange(argument);
			}
			const end = this.#endOfIndented(line, indent);
			this.writer.writeCode(line, end);
			return end;
		}
		if (name === 'csv-table') {
			const end = this.#endOfIndented(line, indent);
			this.writer.endParagraph();
			this.#writeValues(line, end);
			return end;
		}
		if (this.#lines.isBlank(line) || line > at + 1) {
			this.writer.endParagraph();
		}
		return line;
	}

	#writeValues(first: number, end: number): void {
		const start = this.#lines.lineStart(first);
		const values = this.#source.slice(0, end < this.#lines.count ? this.#lines.lineStart(end) : this.#source.length);
		for (const row of parseRows(values, ',', start)) {
			this.writer.writeRow(row.map((cell) => [cell]));
		}
		this.writer.endParagraph();
	}

	/** The first line from `at` on that is not blank and indented no deeper than `indent`. */
	#endOfIndented(at: number, indent: number): number {
		let end = at;
		for (let line = at; line < this.#lines.count; line++) {
			if (!this.#lines.isBlank(line)) {
				if (indentOf(this.#lines, line) <= indent) {
					break;
				}
				end = line + 1;
			}
		}
		return end;
	}

	/** A line of words with a line of marks under it, at least as long, and perhaps one over it. */
	#headingAt(at: number, indent: number): { readonly line: number; readonly style: string; readonly end: number } | undefined {
		const lines = this.#lines;
		const isMarks = (line: number, words: number) =>
			line < lines.count &&
			adornment.test(lines.head(line, 300)) &&
			(lines.lengthOf(line) >= widthOf(lines.head(words, 300)) || lines.lengthOf(line) >= 4) &&
			indentOf(lines, line) === 0;
		if (adornment.test(lines.head(at, 300)) && indent === 0) {
			const isHeading =
				at + 2 < lines.count &&
				!lines.isBlank(at + 1) &&
				isMarks(at + 2, at + 1) &&
				lines.head(at, 1) === lines.head(at + 2, 1) &&
				isMarks(at, at + 1);
			return isHeading && !adornment.test(lines.head(at + 1, 300))
				? { line: at + 1, style: lines.head(at, 1).repeat(2), end: at + 3 }
				: undefined;
		}
		return indent === 0 && at + 1 < lines.count && isMarks(at + 1, at)
			? { line: at, style: lines.head(at + 1, 1), end: at + 2 }
			: undefined;
	}

	#levelOf(style: string): number {
		if (!this.#styles.includes(style)) {
			this.#styles.push(style);
		}
		return this.#styles.indexOf(style) + 1;
	}
}

const maxNames = 10_000;

/** Wide characters take two columns under a heading. */
function widthOf(words: string): number {
	return words.length - (words.match(/[\u0300-\u036F]/g) ?? []).length;
}
