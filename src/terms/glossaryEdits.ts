import type { Range } from '../text/range.ts';
import { type GlossaryLine, readGlossaryLines, splitForms } from './glossary.ts';
import { foldForm } from './termForms.ts';

/** A change of a glossary's text: what stands at the range becomes `text`. All else stays as the writer wrote it. */
export interface GlossaryEdit extends Range {
	readonly text: string;
	/** Where the writer goes on, in the text as it will be. */
	readonly caret: number;
}

/** Where the entry of a term stands: its heading, and the end of its text. `undefined` if the glossary has none. */
export function findGlossaryEntry(markdown: string, term: string): { readonly heading: Range; readonly end: number } | undefined {
	const entry = readEntries(markdown).find((candidate) => isSameTerm(candidate.heading.words, term));
	return entry === undefined ? undefined : { heading: { start: entry.heading.start, end: entry.heading.end }, end: entry.end };
}

/**
 * Adds an entry with an empty text for the writer to fill in; where the term has an entry already, nothing changes but the caret. It goes to its
 * place in the order of the alphabet if the entries stand in it, else to the end, with a heading as deep as theirs.
 */
export function defineTerm(markdown: string, term: string, aliases: readonly string[] = []): GlossaryEdit {
	const entries = readEntries(markdown);
	const known = entries.find((entry) => isSameTerm(entry.heading.words, term));
	if (known !== undefined) {
		return { start: known.end, end: known.end, text: '', caret: known.end };
	}
	const eol = lineEndOf(markdown);
	const also = aliases.length === 0 ? '' : `Also: ${aliases.map(toListed).join(', ')}${eol}`;
	const heading = `${'#'.repeat(entries.at(-1)?.heading.level ?? 2)} ${toHeading(term)}${eol}${also}${eol}`;
	const names = entries.map((entry) => entry.heading.words);
	const isSorted = names.length > 1 && names.every((name, index) => index === 0 || compareNames(names[index - 1] ?? '', name) <= 0);
	const behind = isSorted ? entries.find((entry) => compareNames(entry.heading.words, term) > 0) : undefined;
	if (behind !== undefined) {
		const { start } = behind.heading;
		return { start, end: start, text: `${heading}${eol}${eol}`, caret: start + heading.length };
	}
	const title = markdown.trim() === '' ? `# Glossary${eol}${eol}` : '';
	const text = `${title}${title === '' ? gapBefore(markdown, markdown.length, eol) : ''}${heading}`;
	return { start: markdown.length, end: markdown.length, text, caret: markdown.length + text.length };
}

/**
 * The edit as an editor makes it, which writes the line ends of its document whatever it is given: in a new file, whose text tells none, those of
 * the system. So the caret stands where it should.
 */
export function withLineEnds(edit: GlossaryEdit, eol: '\n' | '\r\n'): GlossaryEdit {
	const write = (text: string) => text.replace(/\r\n|\n|\r/g, eol);
	const behind = edit.caret - edit.start;
	return behind < 0 || behind > edit.text.length
		? { ...edit, text: write(edit.text) }
		: { ...edit, text: write(edit.text), caret: edit.start + write(edit.text.slice(0, behind)).length };
}

/** Adds another form to a term's `Also:`; a term that has no entry yet gets one. A form that is there already changes nothing. */
export function addAlias(markdown: string, term: string, alias: string): GlossaryEdit {
	const entry = readEntries(markdown).find((candidate) => isSameTerm(candidate.heading.words, term));
	if (entry === undefined) {
		return defineTerm(markdown, term, [alias]);
	}
	if (entry.also === undefined) {
		const eol = lineEndOf(markdown);
		// A heading that ends the file has no line behind it.
		const isLast = entry.heading.next > markdown.length;
		const start = Math.min(entry.heading.next, markdown.length);
		const text = isLast ? `${eol}Also: ${toListed(alias)}` : `Also: ${toListed(alias)}${eol}`;
		return { start, end: start, text, caret: start + text.length };
	}
	return addToList(markdown, entry.also, alias);
}

/** Adds a term to the list behind `Hidden:`, which stands under the title, before the first term. */
export function hideTerm(markdown: string, term: string): GlossaryEdit {
	const eol = lineEndOf(markdown);
	let title: GlossaryLine | undefined;
	for (const line of readGlossaryLines(markdown)) {
		if (line.kind === 'hidden') {
			return addToList(markdown, line, term);
		}
		if (line.kind === 'heading') {
			if (line.level > 1) {
				break;
			}
			title ??= line;
		}
	}
	const list = `Hidden: ${toListed(term)}${eol}`;
	if (markdown.trim() === '') {
		const text = `# Glossary${eol}${eol}${list}`;
		return { start: markdown.length, end: markdown.length, text, caret: markdown.length + text.length };
	}
	if (title === undefined) {
		const start = markdown.startsWith('\uFEFF') ? 1 : 0;
		return { start, end: start, text: `${list}${eol}`, caret: start + list.length };
	}
	const isLast = title.next > markdown.length;
	const start = Math.min(title.next, markdown.length);
	const text = `${isLast ? eol : ''}${eol}${list}`;
	return { start, end: start, text, caret: start + text.length };
}

interface Entry {
	readonly heading: GlossaryLine;
	/** The first `Also:` of the entry. */
	readonly also: GlossaryLine | undefined;
	/** Behind the last words of the entry. */
	readonly end: number;
}

function readEntries(markdown: string): Entry[] {
	const entries: { heading: GlossaryLine; also: GlossaryLine | undefined; end: number }[] = [];
	let current: (typeof entries)[number] | undefined;
	for (const line of readGlossaryLines(markdown)) {
		if (line.kind === 'heading') {
			current = line.level > 1 && line.words !== '' ? { heading: line, also: undefined, end: line.end } : undefined;
			if (current !== undefined) {
				entries.push(current);
			}
		} else if (current !== undefined) {
			if (line.kind === 'also') {
				current.also ??= line;
			}
			if (markdown.slice(line.start, line.end).trim() !== '') {
				current.end = line.end;
			}
		}
	}
	return entries;
}

function addToList(markdown: string, line: GlossaryLine, form: string): GlossaryEdit {
	const isThere = splitForms(line.words).some((listed) => isSameTerm(listed, form));
	const end = line.start + markdown.slice(line.start, line.end).trimEnd().length;
	const isEmpty = line.words.trim() === '';
	const text = isThere ? '' : `${isEmpty ? ' ' : ', '}${toListed(form)}`;
	return { start: end, end, text, caret: end + text.length };
}

function isSameTerm(a: string, b: string): boolean {
	return foldForm(a) === foldForm(b);
}

function compareNames(a: string, b: string): number {
	return foldForm(a).localeCompare(foldForm(b));
}

/** Line breaks so that an empty line stands before what comes. */
function gapBefore(markdown: string, at: number, eol: string): string {
	const before = markdown
		.slice(Math.max(0, at - 200), at)
		.replaceAll('\r\n', '\n')
		.replaceAll('\r', '\n');
	if (/\n[ \t]*\n[ \t]*$/.test(before)) {
		return '';
	}
	return /\n[ \t]*$/.test(before) ? eol : eol + eol;
}

function lineEndOf(markdown: string): string {
	return /\r\n|\n|\r/.exec(markdown)?.[0] ?? '\n';
}

/** Words as a heading that is read back as they are: one line, nothing in it markup. */
function toHeading(words: string): string {
	return escapeMarks(words.replace(/\s+/g, ' ').trim()).replace(/#+$/, (marks) => marks.replaceAll('#', '\\#'));
}

/** Words as an item of a list that commas part. */
function toListed(words: string): string {
	return escapeMarks(
		words
			.replace(/[,;，、\s]+/g, ' ')
			.trim()
			.replace(/[.。]$/, ''),
	);
}

function escapeMarks(words: string): string {
	return words.replace(/[\p{Cc}\p{Cf}]/gu, '').replace(/[\\`*_[\]<>!]/g, '\\$&');
}
