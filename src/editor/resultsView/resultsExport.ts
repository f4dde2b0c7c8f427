/** A passage as it leaves Dossier. */
export interface ExportedHit {
	readonly page: string | null;
	readonly section: string | null;
	readonly text: string;
	/** Words of the query that it does not hold. */
	readonly missing: readonly string[];
	/** The quotation with its source, as the writer's format says; for Markdown. */
	readonly citation: string;
}

/** The passages of one document. */
export interface ExportedDocument {
	readonly title: string;
	readonly author: string | null;
	/** As the library has it (`2008-03-01`): a spreadsheet sorts it, and reads no other form in every language. */
	readonly date: string | null;
	/** As people read it. */
	readonly shownDate: string | null;
	/** Where the file is: a path or URI. */
	readonly place: string;
	readonly hits: readonly ExportedHit[];
}

/** The words around the passages of a Markdown export. All of them plain: what comes from documents is escaped by who makes them. */
export interface MarkdownWords {
	readonly heading: string;
	/** How much was found, and in what. */
	readonly summary: string;
	/** Above the passages that hold only a part. */
	readonly partial: string;
}

/** The beginning of a Markdown export. */
export function toMarkdownHead({ heading, summary }: MarkdownWords): string {
	return `# ${heading}\n\n${summary}\n`;
}

/** A document of a Markdown export: a heading, then each passage as it is cited. `title` comes escaped. */
export function toMarkdownSection({ title, shownDate, hits }: ExportedDocument): string {
	const heading = shownDate === null ? title : `${title} (${shownDate})`;
	return `\n## ${heading}\n${hits.map(({ citation }) => `\n${citation}\n`).join('')}`;
}

/** The first line of a CSV export: the names of its columns, as given. */
export function toCsvHead(names: readonly string[]): string {
	return toCsvLine(names);
}

/** A line a passage, in the order document, author, date, page, section, passage, words that it lacks, place. */
export function toCsvLines({ title, author, date, place, hits }: ExportedDocument): string {
	return hits
		.map(({ page, section, text, missing }) =>
			toCsvLine([title, author ?? '', date ?? '', page ?? '', foldSpace(section ?? ''), foldSpace(text), missing.join(', '), place]),
		)
		.join('');
}

/**
 * Cells as a line of CSV (RFC 4180): in quotation marks where they must be, `\r\n` at the end. A cell that a spreadsheet would take for a formula
 * (`=`, `+`, `-`, `@`, a tab or a line's end in front, white space aside) begins with an apostrophe.
 */
export function toCsvLine(cells: readonly string[]): string {
	return `${cells.map(toCell).join(',')}\r\n`;
}

function toCell(text: string): string {
	const guarded = /^[\t\r]|^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function foldSpace(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
