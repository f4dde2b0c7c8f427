import { append } from '../base/append.ts';
import type { Range } from '../text/range.ts';
import { isContextiveFile } from './contextive.ts';

/** A term of the writer's own glossary. */
export interface GlossaryEntry {
	/** The heading, as written. */
	readonly term: string;
	/** What stands behind `Also:`. */
	readonly aliases: readonly string[];
	/** What stands behind `Not:`: words that this term is not to be recognised by. */
	readonly exclusions: readonly string[];
	/** The text below the heading, as it stands there, without empty lines around it. May be empty. */
	readonly text: string;
	/** Stands behind `Hidden:`: a term of the documents that is never to be explained. It has no other forms and no text. */
	readonly isHidden?: boolean;
	/** Of a glossary of Contextive: the context in which it has this meaning, and what that context is for. */
	readonly context?: string | null;
	readonly vision?: string | null;
}

/**
 * Whether a file of this name is a glossary of the writer, and so no document: `glossary.md`, `anything.glossary.md`, and those of Contextive
 * (`contextive.ts`), in any case.
 */
export function isGlossaryFile(fileName: string): boolean {
	return /(?:^|[/\\.])glossary\.md$/i.test(fileName) || isContextiveFile(fileName);
}

/**
 * Reads a glossary: level 1 is its title, deeper headings are terms, lines `Also: a, b` and `Not: c` name other forms, the rest is text. A line
 * `Hidden: d, e` before the first term names terms that are never explained: each is an entry with `isHidden`.
 * For `"# My words\n\n## Stipend\nAlso: monthly stipend\n\nPaid to …"` this gives one entry, `Stipend`, with one alias.
 * In order; a term that comes twice keeps both texts. Headings inside code fences are text. Never throws.
 */
export function parseGlossary(markdown: string): GlossaryEntry[] {
	const entries = new Map<string, { term: string; aliases: string[]; exclusions: string[]; texts: string[]; lines: string[] }>();
	const hidden = new Set<string>();
	let current: (typeof entries extends Map<string, infer Entry> ? Entry : never) | undefined;
	const close = () => {
		const text = current?.lines.join('\n').trim() ?? '';
		if (current !== undefined && text !== '') {
			current.texts.push(text);
		}
		current?.lines.splice(0);
	};
	for (const line of readGlossaryLines(markdown)) {
		switch (line.kind) {
			case 'heading':
				close();
				current = undefined;
				if (line.level > 1 && line.words !== '') {
					current = entries.get(line.words) ?? { term: line.words, aliases: [], exclusions: [], texts: [], lines: [] };
					entries.set(line.words, current);
				}
				break;
			case 'also':
				append(current?.aliases ?? [], splitForms(line.words));
				break;
			case 'not':
				append(current?.exclusions ?? [], splitForms(line.words));
				break;
			case 'hidden':
				for (const form of splitForms(line.words)) {
					hidden.add(form);
				}
				break;
			case 'text':
				current?.lines.push(markdown.slice(line.start, line.end));
				break;
		}
	}
	close();
	return [
		...[...entries.values()].map((entry) => ({
			term: entry.term,
			aliases: [...new Set(entry.aliases)],
			exclusions: [...new Set(entry.exclusions)],
			text: entry.texts.join('\n\n'),
		})),
		...[...hidden].map((term) => ({ term, aliases: [], exclusions: [], text: '', isHidden: true })),
	];
}

/** A line of a glossary and what it is for; the range leaves out its line break. A heading with a line under it takes both lines. */
export interface GlossaryLine extends Range {
	readonly kind: 'heading' | 'also' | 'not' | 'hidden' | 'text';
	/** Of a heading; 0 for all else. */
	readonly level: number;
	/** A heading's words, or the list behind the colon; empty for text. */
	readonly words: string;
	/** Where the next line starts. */
	readonly next: number;
}

/** The lines of a glossary in order, as `parseGlossary` takes them: inside code fences all is text, lists count only where they mean something. */
export function* readGlossaryLines(markdown: string): Iterable<GlossaryLine> {
	let fence: string | undefined;
	let hasTerm = false;
	let line = readLine(markdown, markdown.startsWith('\uFEFF') ? 1 : 0);
	while (line !== undefined) {
		const next = readLine(markdown, line.next);
		const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1];
		if (fence !== undefined || mark !== undefined) {
			fence = fence === undefined ? mark : mark?.startsWith(fence) && line.text.trim() === mark ? undefined : fence;
			yield { kind: 'text', level: 0, words: '', start: line.start, end: line.end, next: line.next };
			line = next;
			continue;
		}
		const heading = findHeading(line.text, next?.text);
		if (heading !== undefined) {
			hasTerm = heading.level > 1 && heading.text !== '';
			const last = heading.isUnderlined && next !== undefined ? next : line;
			yield { kind: 'heading', level: heading.level, words: heading.text, start: line.start, end: last.end, next: last.next };
			line = heading.isUnderlined ? readLine(markdown, last.next) : next;
			continue;
		}
		const list = /^ {0,3}(also|not|hidden)[ \t]*:(.*)$/i.exec(line.text);
		const kind = list?.[1]?.toLowerCase();
		if ((kind === 'also' || kind === 'not') && hasTerm) {
			yield { kind, level: 0, words: list?.[2] ?? '', start: line.start, end: line.end, next: line.next };
		} else if (kind === 'hidden' && !hasTerm) {
			yield { kind, level: 0, words: list?.[2] ?? '', start: line.start, end: line.end, next: line.next };
		} else {
			yield { kind: 'text', level: 0, words: '', start: line.start, end: line.end, next: line.next };
		}
		line = next;
	}
}

interface FileLine extends Range {
	readonly text: string;
	readonly next: number;
}

/** The line that starts here; `undefined` behind the last one. A line break at the end of the file has an empty line behind it. */
function readLine(text: string, start: number): FileLine | undefined {
	if (start > text.length) {
		return undefined;
	}
	const lineBreak = /\r\n|\n|\r/g;
	lineBreak.lastIndex = start;
	const found = lineBreak.exec(text);
	const end = found?.index ?? text.length;
	return { start, end, text: text.slice(start, end), next: found === null ? text.length + 1 : found.index + found[0].length };
}

interface GlossaryHeading {
	readonly level: number;
	readonly text: string;
	readonly isUnderlined: boolean;
}

function findHeading(line: string, next: string | undefined): GlossaryHeading | undefined {
	const marks = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(line);
	if (marks !== null) {
		return { level: marks[1]?.length ?? 1, text: plainHeading(line.slice(marks[0].length)), isUnderlined: false };
	}
	if (next !== undefined && /^\S/.test(line) && /^(?:=+|-{2,})[ \t]*$/.test(next)) {
		return { level: next.startsWith('=') ? 1 : 2, text: plainHeading(line), isUnderlined: true };
	}
	return undefined;
}

/** A heading's words without closing marks and emphasis. */
function plainHeading(text: string): string {
	let end = text.trimEnd().length;
	while (text[end - 1] === '#') {
		end--;
	}
	const words = end === 0 || /[ \t]/.test(text[end - 1] ?? ' ') ? text.slice(0, end).trim() : text.trim();
	return plainWords(words);
}

/** Words without emphasis; a mark with a backslash before it is the mark itself. */
function plainWords(text: string): string {
	return text.replace(/\\([!-/:-@[-`{-~])|\*\*|__|`/g, (_, escaped: string | undefined) => escaped ?? '').trim();
}

/** The forms of a list behind `Also:`, `Not:` or `Hidden:`. */
export function splitForms(list: string): string[] {
	return list
		.split(/[,;，、]/)
		.map((form) =>
			plainWords(form)
				.replace(/[.。]$/, '')
				.trim(),
		)
		.filter((form) => form !== '');
}
