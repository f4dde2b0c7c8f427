import type { Range } from '../../text/range.ts';

/** A line `key: value` of a side file, as far as it is written. Offsets count in the whole text. */
export interface KeyLine {
	/** The spaces in front. */
	readonly indent: number;
	/** Without the quotation marks around it. */
	readonly key: string;
	/** With them. */
	readonly keyRange: Range;
	/** Behind the colon and its space, to the end of the line; undefined as long as there is no colon. */
	readonly valueRange: Range | undefined;
}

/** Reads the line that `offset` stands in. Undefined for comments and items of lists; a line of spaces has an empty key at its end. */
function readKeyLine(text: string, offset: number): KeyLine | undefined {
	const start = startOfLine(text, offset);
	const newline = text.indexOf('\n', start);
	const end = newline < 0 ? text.length : text[newline - 1] === '\r' && newline > start ? newline - 1 : newline;
	const line = text.slice(start, Math.min(end, start + 4_000));
	const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
	const rest = line.slice(indent);
	if (rest.startsWith('#') || /^-(?: |$)/.test(rest)) {
		return undefined;
	}
	const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest)?.[0];
	const colon = findColon(rest, quoted);
	const written = (colon === undefined ? (quoted ?? rest) : rest.slice(0, colon)).trimEnd();
	const keyRange = { start: start + indent, end: start + indent + written.length };
	const key = quoted === undefined ? written.replace(/^["']/, '') : unquote(quoted);
	if (colon === undefined) {
		return { indent, key, keyRange, valueRange: undefined };
	}
	const space = /^[ \t]*/.exec(rest.slice(colon + 1))?.[0].length ?? 0;
	return { indent, key, keyRange, valueRange: { start: Math.min(end, start + indent + colon + 1 + space), end } };
}

/** The colon that ends the key: with a space or nothing behind it, and outside of quotation marks, which may still be open. */
function findColon(rest: string, quoted: string | undefined): number | undefined {
	if (quoted !== undefined) {
		return /^[ \t]*:(?=\s|$)/.test(rest.slice(quoted.length)) ? rest.indexOf(':', quoted.length) : undefined;
	}
	return /^["']/.test(rest) ? undefined : /:(?=\s|$)/.exec(rest)?.index;
}

function startOfLine(text: string, offset: number): number {
	return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the caret stands in a side file, and what could be written there. */
export type SideSpot =
	| { readonly kind: 'path'; readonly range: Range; readonly written: string }
	| { readonly kind: 'field'; readonly range: Range; readonly written: string; readonly path: string }
	| { readonly kind: 'value'; readonly range: Range; readonly field: string; readonly path: string };

/** `form` as in `parseSideYamlInSteps`. Looks at lines only, so that it also knows what is not finished. */
export function findSideSpot(text: string, offset: number, form: 'folder' | 'file'): SideSpot | undefined {
	const line = readKeyLine(text, offset);
	if (line === undefined) {
		return undefined;
	}
	const isInValue = line.valueRange !== undefined && offset > line.keyRange.end;
	const column = offset - startOfLine(text, offset);
	// On an empty line the caret says how deep it is to stand.
	const indent = line.key === '' ? Math.min(column, line.indent) : line.indent;
	if (form === 'folder' && indent === 0) {
		return isInValue || offset > line.keyRange.end ? undefined : { kind: 'path', range: line.keyRange, written: line.key };
	}
	if (form === 'file' && indent > 0) {
		return undefined;
	}
	const path = form === 'file' ? '' : findEntryAbove(text, line.keyRange.start);
	if (path === undefined) {
		return undefined;
	}
	if (isInValue && line.valueRange !== undefined) {
		return { kind: 'value', range: line.valueRange, field: line.key, path };
	}
	const range = line.key === '' ? { start: offset, end: offset } : line.keyRange;
	return offset < range.start || offset > range.end ? undefined : { kind: 'field', range, written: line.key, path };
}

/** How far up the line with the path is looked for: more fields than there are have been written long before. */
const maxLinesUp = 500;

function findEntryAbove(text: string, offset: number): string | undefined {
	let at = startOfLine(text, offset) - 1;
	for (let count = 0; at >= 0 && count < maxLinesUp; count++) {
		const line = readKeyLine(text, at);
		if (line !== undefined && line.indent === 0 && line.key !== '') {
			return line.valueRange === undefined ? undefined : line.key;
		}
		at = startOfLine(text, at) - 1;
	}
	return undefined;
}

/** The keys at the left edge, in order, with where each stands. */
export function listEntries(text: string): readonly KeyLine[] {
	const entries: KeyLine[] = [];
	for (let at = 0; at <= text.length; ) {
		if (at < text.length && !/[\s#]/.test(text[at] ?? '')) {
			const line = readKeyLine(text, at);
			if (line?.valueRange !== undefined) {
				entries.push(line);
			}
		}
		const newline = text.indexOf('\n', at);
		at = newline < 0 ? text.length + 1 : newline + 1;
	}
	return entries;
}

function unquote(quoted: string): string {
	const inner = quoted.slice(1, -1);
	return quoted.startsWith('"') ? inner.replace(/\\(["\\/])/g, '$1') : inner.replaceAll("''", "'");
}

/** A text as YAML writes it: as it is where that is safe, else in double quotes. */
export function toYamlText(text: string): string {
	const isPlain =
		/^[\p{L}\p{N}_./(][^\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]*$/u.test(text) &&
		!/:(?:\s|$)|\s#|\s$|^(?:\.\.\.|---)/.test(text) &&
		!/^(?:true|false|null|yes|no|on|off|~|[-+.]?(?:inf|nan)|0[xob][\da-f]+)$/i.test(text);
	return isPlain ? text : JSON.stringify(text);
}
