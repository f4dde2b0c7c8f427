import { append } from '../../base/append.ts';
import { composeMaps, MappedTextBuilder } from '../../text/offsetMap.ts';
import type { DocumentContent } from '../document.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plainText.ts';
import type { Reader } from './reader.ts';

/**
 * Reads a notebook of Jupyter: its cells in order, Markdown as such, code and its printed results as code. Pictures and what only a program reads
 * are left out. Other JSON is read as the plain text it is.
 */
export const readNotebook: Reader = (source, context) => {
	const cells = parseCells(source);
	if (!cells) {
		return { ...readPlainText(source, context), kind: 'other' };
	}
	const writer = new NotebookWriter(source);
	for (const cell of cells) {
		writer.writeCell(cell);
	}
	const markdown = writer.build();
	const content: DocumentContent = readMarkdown(markdown.text, context);
	return { ...content, kind: 'other', offsetMap: composeMaps(content.offsetMap, markdown.offsetMap) };
};

type Json = Readonly<Record<string, unknown>>;

function parseCells(source: string): readonly Json[] | undefined {
	try {
		const notebook: unknown = JSON.parse(source);
		return isObject(notebook) && Array.isArray(notebook.cells) ? notebook.cells.filter(isObject) : undefined;
	} catch {
		// Not JSON: whoever asked reads it as plain text.
		return undefined;
	}
}

/** A piece of a cell, with its place in the file where it stands there letter for letter. */
interface Piece {
	readonly text: string;
	readonly start: number;
}

/** Writes the cells as one Markdown text. */
class NotebookWriter {
	readonly #source: string;
	readonly #builder = new MappedTextBuilder();
	/** Up to where the file was looked through; -1 once something was not found, so that the search stays linear. */
	#cursor = 0;

	constructor(source: string) {
		this.#source = source;
	}

	writeCell(cell: Json): void {
		let body: readonly Piece[] = [];
		const results: (readonly Piece[])[] = [];
		// In the order of the file, where results may stand before the code.
		for (const key of Object.keys(cell)) {
			if (key === 'source') {
				body = this.#locate(linesOf(cell.source));
			} else if (key === 'outputs' && Array.isArray(cell.outputs)) {
				append(
					results,
					cell.outputs.filter(isObject).map((output) => this.#resultOf(output)),
				);
			}
		}
		this.#write(body, cell.cell_type === 'code');
		for (const result of results) {
			this.#write(result, true);
		}
	}

	build(): ReturnType<MappedTextBuilder['build']> {
		return this.#builder.build();
	}

	/** What a cell printed, or gave back, as plain text; of a failure, its last line, which the file holds in two parts. */
	#resultOf(output: Json): readonly Piece[] {
		return output.output_type === 'error'
			? [{ text: `${String(output.ename ?? '')}: ${String(output.evalue ?? '')}`, start: -1 }]
			: this.#locate(linesOfResult(output));
	}

	#locate(lines: readonly string[]): readonly Piece[] {
		return lines.map((text) => {
			const quoted = JSON.stringify(text);
			const found = this.#cursor < 0 ? -1 : this.#source.indexOf(quoted, this.#cursor);
			this.#cursor = found < 0 ? -1 : found + quoted.length;
			return { text, start: found < 0 ? -1 : found + 1 };
		});
	}

	#write(pieces: readonly Piece[], isCode: boolean): void {
		if (pieces.every(({ text }) => text.trim() === '')) {
			return;
		}
		this.#builder.addOwn(isCode ? `\n\n${fence}\n` : '\n\n');
		for (const { text, start } of pieces) {
			// Up to the first letter that JSON writes in another form, the line stands in the file as it is.
			const plainLength = start < 0 ? 0 : text.search(/["\\\p{Cc}]|$/u);
			this.#builder.addFromSource(text.slice(0, plainLength), start);
			this.#builder.addOwn(text.slice(plainLength));
		}
		this.#builder.addOwn(isCode ? `\n${fence}\n` : '\n');
	}
}

/** Longer than any that code holds. */
const fence = '~'.repeat(20);

/** The plain text of a result; nothing where a picture says the same. */
function linesOfResult(output: Json): readonly string[] {
	const data = isObject(output.data) ? output.data : {};
	const isPicture = Object.keys(data).some((type) => type.startsWith('image/'));
	return isPicture ? [] : linesOf(output.text ?? data['text/plain']);
}

function linesOf(value: unknown): readonly string[] {
	return typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((line) => typeof line === 'string') : [];
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
