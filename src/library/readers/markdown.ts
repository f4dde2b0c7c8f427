import type { Token } from 'markdown-it';
import { findEntryStarts } from '../../text/entryLines.ts';
import { composeMaps, type OffsetMap } from '../../text/offsetMap.ts';
import type { Range } from '../../text/range.ts';
import type { DocumentContent } from '../document.ts';
import { parseDate } from '../metadata/date.ts';
import { cleanField } from '../metadata/field.ts';
import { findFrontMatter } from './frontMatter.ts';
import { isCutOff, parseMarkdown, placeOf } from './markdownParser.ts';
import { mapInlineText, type SourceLines, toSourceLines } from './markdownPlaces.ts';
import { readPlainText } from './plainText.ts';
import type { Reader, ReaderContext } from './reader.ts';
import { writeWithoutTags } from './stripTags.ts';
import { TextFlow } from './textFlow.ts';
import { withVisibleMetadata } from './visibleMetadata.ts';

/**
 * Reads Markdown: headings, emphasis, links and images become their text, lists an item a line, tables a row a line with tabs, code and raw
 * HTML their text. Front matter gives metadata and is left out; without a title there, the first heading of level 1 is the title, and stays.
 */
export const readMarkdown: Reader = (source, context) => {
	if (isTooLong(source)) {
		return readWithMarks(source, context, 'The file is too long to be read as Markdown; read as plain text, with its marks');
	}
	const frontMatter = findFrontMatter(source);
	// The parser shows NUL as a sign of its own; no text holds one.
	const tokens = parseMarkdown(source.slice(frontMatter?.end ?? 0).replaceAll('\0', ''));
	if (isCutOff(tokens)) {
		return readWithMarks(source, context, 'Its quotes or lists nest too deep to be read as Markdown; read as plain text, with its marks');
	}
	const writer = new MarkdownWriter(toSourceLines(source, frontMatter?.end ?? 0));
	writer.write(tokens);
	const content = writer.build();
	const metadata = frontMatter?.metadata ?? {};
	const firstHeading = content.headings[0];
	return withVisibleMetadata({
		...content,
		title: cleanField(metadata.title ?? null) ?? (firstHeading?.level === 1 ? firstHeading.text : null),
		author: cleanField(metadata.author ?? null),
		date: (metadata.date && parseDate(metadata.date)) || null,
		publisher: cleanField(metadata.publisher ?? null),
		language: metadata.language ?? null,
		problems: frontMatter?.problems ?? [],
	});
};

/** The file as plain text, with the reason. */
function readWithMarks(source: string, context: ReaderContext, detail: string): DocumentContent {
	const content = readPlainText(source, context);
	return { ...content, kind: 'md', problems: [...content.problems, { kind: 'tooDeep', detail }] };
}

/** markdown-it takes up to a second for a megabyte or for 20,000 rows of a table: beyond this, a slow machine would come near the limit of 8 s. */
const maxLength = 3_000_000;
const maxLines = 100_000;

function isTooLong(source: string): boolean {
	let lines = 0;
	for (let at = source.indexOf('\n'); at >= 0 && lines <= maxLines; at = source.indexOf('\n', at + 1)) {
		lines++;
	}
	return source.length > maxLength || lines > maxLines;
}

/** Walks markdown-it's tokens and writes what a reader sees. */
class MarkdownWriter {
	readonly #lines: SourceLines;
	readonly #flow = new TextFlow();
	readonly #headings: { readonly level: number; readonly range: Range }[] = [];
	readonly #notes: Range[] = [];
	/** Of the table row that is being written: its line, and where its next cell is to be looked for. */
	#row: { line: number; column: number } | undefined;

	constructor(lines: SourceLines) {
		this.#lines = lines;
	}

	write(tokens: readonly Token[]): void {
		for (let at = 0; at < tokens.length; at++) {
			this.#writeBlock(tokens[at] as Token, tokens[at - 1]);
		}
	}

	build(): DocumentContent {
		const { text, offsetMap } = this.#flow.build();
		const headings = this.#headings.map(({ level, range }) => ({ level, ...range, text: text.slice(range.start, range.end) }));
		const nothing = { title: null, author: null, date: null, publisher: null, language: null, pages: [], quotes: [], problems: [] };
		return { ...nothing, kind: 'md', text, offsetMap, headings, notes: this.#notes };
	}

	#writeBlock(token: Token, before: Token | undefined): void {
		const flow = this.#flow;
		switch (token.type) {
			case 'inline':
				this.#writeInlineBlock(token, before);
				break;
			case 'paragraph_open':
			case 'paragraph_close':
				// A tight list's paragraphs are hidden: its items follow each other as lines.
				if (token.hidden) {
					flow.startLine();
				} else {
					flow.breakParagraph();
				}
				break;
			case 'list_item_open':
			case 'list_item_close':
			case 'tr_close':
				flow.startLine();
				this.#row = undefined;
				break;
			case 'tr_open':
				flow.startLine();
				this.#row = token.map ? { line: token.map[0], column: 0 } : undefined;
				break;
			case 'bullet_list_open':
			case 'bullet_list_close':
			case 'ordered_list_open':
			case 'ordered_list_close':
				if (token.level > 0) {
					flow.startLine();
				} else {
					flow.breakParagraph();
				}
				break;
			case 'th_open':
			case 'td_open':
				flow.breakCell();
				break;
			case 'th_close':
			case 'td_close':
			case 'thead_open':
			case 'thead_close':
			case 'tbody_open':
			case 'tbody_close':
				break;
			case 'fence':
			case 'code_block':
				flow.breakParagraph();
				flow.writePreformatted(
					token.content,
					this.#lines.mapBlock(token.content, (token.map?.[0] ?? 0) + (token.type === 'fence' ? 1 : 0)),
				);
				flow.breakParagraph();
				break;
			case 'html_block':
				flow.breakParagraph();
				writeWithoutTags(flow, token.content, this.#lines.mapBlock(token.content, token.map?.[0] ?? 0));
				flow.breakParagraph();
				break;
			default:
				if (token.block) {
					flow.breakParagraph();
				}
		}
	}

	/** The text of a paragraph, heading or cell. */
	#writeInlineBlock(token: Token, before: Token | undefined): void {
		const runs = this.#row ? this.#lines.mapCell(token.content, this.#row) : this.#lines.mapBlock(token.content, token.map?.[0] ?? 0);
		const level = before?.type === 'heading_open' ? Number(before.tag.slice(1)) : 0;
		const isNote = before?.type === 'paragraph_open' && /^\[\^[^\]\s]{1,64}\]:/.test(token.content);
		const range = level > 0 || isNote ? this.#flow.open() : undefined;
		if (level > 0) {
			this.#flow.startSingleLine();
		}
		this.#writeInline(token.children ?? [], token.content, 0, runs, findEntryStarts(token.content));
		if (level > 0) {
			this.#flow.endSingleLine();
		}
		const found = range && this.#flow.close(range);
		if (found && level > 0) {
			this.#headings.push({ level, range: found });
		} else if (found) {
			this.#notes.push(found);
		}
	}

	/** Writes inline tokens that stand in `content` from `from` on. `runs` leads from `content` to the source; `entries` begin lines of their own. */
	#writeInline(tokens: readonly Token[], content: string, from: number, runs: OffsetMap, entries: ReadonlySet<number>): void {
		const flow = this.#flow;
		let at = from;
		let silentTag: string | undefined;
		for (const token of tokens) {
			const place = placeOf(token);
			at = Math.max(at, place.start ?? at);
			if (token.type === 'html_inline') {
				const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(token.content);
				const name = tag?.[2]?.toLowerCase();
				if (name === 'br') {
					flow.breakLine();
				} else if (name === 'script' || name === 'style') {
					silentTag = tag?.[1] === '' ? name : undefined;
				}
			} else if (silentTag !== undefined) {
				// The words between <script> and </script> are a program.
			} else if (token.type === 'softbreak') {
				// Entries stand a line each, as in their source, though Markdown makes one paragraph of them.
				const next = content.indexOf('\n', at) + 1;
				if (entries.has(next)) {
					flow.breakLine();
				} else {
					flow.breakSourceLine();
				}
			} else if (token.type === 'hardbreak') {
				flow.breakLine();
			} else if (token.type === 'image') {
				this.#writeInline(token.children ?? [], content, at, runs, entries);
			} else if (token.content !== '') {
				const mapped = mapInlineText(token, content, at, place.end);
				flow.write(token.content, composeMaps(mapped.runs, runs));
				at = mapped.end;
			}
			at = Math.max(at, place.end ?? at);
		}
	}
}
