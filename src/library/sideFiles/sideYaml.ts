import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import type { Steps } from '../../base/steps.ts';
import type { Range } from '../../text/range.ts';
import { nestsTooDeep, textOfYaml } from '../metadata/yamlValues.ts';
import { type Correction, findSideField, readSideValue, type SideField } from './sideFields.ts';
import { maxYamlLength } from './sideFileNames.ts';

/** What `dossier.yml` says of one path, or `tide.pdf.yml` of its document (then `path` is empty). */
export interface SideEntry {
	/** As written, relative to the folder of the side file; with a slash at its end it means every document below that folder. */
	readonly path: string;
	/** Where the path stands in the side file. */
	readonly pathRange: Range;
	readonly fields: Correction;
}

/** What is wrong at a place of a side file. `name` is what the writer wrote there: a field, a path, a key. */
export interface SideDiagnostic extends Range {
	readonly kind: SideDiagnosticKind;
	readonly name: string;
}

export type SideDiagnosticKind =
	/** No YAML; what stands there is passed over up to the next entry. */
	| 'syntax'
	/** `title: Salt: a history`, which YAML takes for a field in a field. */
	| 'unquotedColon'
	/** YAML wants spaces at the beginning of lines. */
	| 'tab'
	| 'unknownField'
	| 'badDate'
	| 'badLanguage'
	| 'badKey'
	/** A path or field that stands there before; the first one counts. */
	| 'duplicate'
	/** Where fields must stand, there is something else. */
	| 'notFields'
	/** A value that is neither text nor a list of texts. */
	| 'notText'
	/** Anchors, aliases and tags are not followed. */
	| 'alias'
	/** A title or citation key for a whole folder. */
	| 'oneDocument'
	| 'tooDeep'
	| 'tooLong'
	/** Behind this many faults the file is something else: the rest is not read. */
	| 'tooMany';

export interface SideYaml {
	readonly entries: readonly SideEntry[];
	/** The paths of which something was written that could not be understood; empty ones for a file that speaks of one document. */
	readonly faultyPaths: readonly string[];
	readonly diagnostics: readonly SideDiagnostic[];
}

/** Nobody writes more about one document; what is longer may be an attack on the parser. */
const maxChunkLength = 64 * 1024;

const maxFaults = 1_000;

/**
 * Reads a side file, key by key at the left edge, so that a fault costs the entry it stands in and no other, and no step takes long.
 * `folder` is `dossier.yml`: paths with fields under them. `file` is `tide.pdf.yml`: fields. Never throws; nothing is expanded.
 */
export function* parseSideYamlInSteps(source: string, form: 'folder' | 'file'): Steps<SideYaml> {
	// A mark of byte order at the left edge would be a part of the first key.
	const text = source.startsWith('\uFEFF') ? `\n${source.slice(1)}` : source;
	const result: Result = { entries: [], diagnostics: [], seen: new Set() };
	if (text.length > maxYamlLength) {
		return { entries: [], faultyPaths: [], diagnostics: [{ kind: 'tooLong', name: '', start: 0, end: Math.min(text.length, 1_000) }] };
	}
	const fields = new Map<SideField, string | null>();
	const faultyPaths: string[] = [];
	for (const chunk of splitAtLeftEdge(text)) {
		const faultCount = result.diagnostics.length;
		for (const pair of parseChunk(text, chunk, result.diagnostics)) {
			const key = readKey(pair, chunk, result);
			if (key === undefined) {
				continue;
			}
			if (form === 'file') {
				readField(key, pair.value, chunk, fields, result.diagnostics, false);
			} else {
				readEntry(key, pair.value, chunk, result);
			}
		}
		if (result.diagnostics.length > faultCount) {
			faultyPaths.push(form === 'file' ? '' : pathOfChunk(text.slice(chunk.start, chunk.end)));
		}
		if (result.diagnostics.length >= maxFaults) {
			result.diagnostics.push({ kind: 'tooMany', name: '', start: chunk.start, end: Math.min(chunk.end, chunk.start + 1) });
			break;
		}
		yield;
	}
	if (form === 'file' && fields.size > 0) {
		result.entries.push({ path: '', pathRange: { start: 0, end: 0 }, fields: Object.fromEntries(fields) });
	}
	return { entries: result.entries, faultyPaths, diagnostics: result.diagnostics };
}

interface Result {
	readonly entries: SideEntry[];
	readonly diagnostics: SideDiagnostic[];
	readonly seen: Set<string>;
}

interface Key extends Range {
	readonly name: string;
}

/** Marks of documents and directives, which say nothing here. */
const documentMark = /^(?:(?:---|\.\.\.)\s*$|%)/;

/**
 * Each line at the left edge begins an entry, with the lines behind it that are indented, empty, or close a bracket. Comments and empty lines
 * around entries belong to none.
 */
function* splitAtLeftEdge(text: string): Generator<Range> {
	let start = 0;
	let contentEnd = 0;
	let isInBrackets = false;
	for (let at = 0; at < text.length; ) {
		const newline = text.indexOf('\n', at);
		const end = newline < 0 ? text.length : newline + 1;
		const first = text[at] ?? '';
		if (first !== '#' && /\S/.test(text.slice(at, end))) {
			if (!isInBrackets && !/[\s\]},:]/.test(first) && !text.startsWith('- ', at)) {
				if (contentEnd > start) {
					yield { start, end: contentEnd };
				}
				start = at;
				isInBrackets = first === '{' && !text.slice(at, end).trimEnd().endsWith('}');
			} else if (isInBrackets) {
				isInBrackets = first !== '}';
			}
			contentEnd = end;
		}
		at = end;
	}
	if (contentEnd > start) {
		yield { start, end: contentEnd };
	}
}

/** What stands before the first colon, though the rest be no YAML. */
function pathOfChunk(chunk: string): string {
	const line = chunk.slice(0, Math.max(0, chunk.search(/[\r\n]|$/)));
	const colon = /:(?=\s|$)/.exec(line)?.index ?? line.length;
	return line
		.slice(0, colon)
		.trim()
		.replace(/^["']|["']$/g, '');
}

function parseChunk(text: string, { start, end }: Range, diagnostics: SideDiagnostic[]): readonly Pair<unknown, unknown>[] {
	const chunk = text.slice(start, end);
	if (documentMark.test(chunk)) {
		return [];
	}
	const lineEnd = Math.min(end, start + Math.max(1, chunk.search(/[\r\n]|$/)));
	if (chunk.length > maxChunkLength || nestsTooDeep(chunk)) {
		diagnostics.push({ kind: chunk.length > maxChunkLength ? 'tooLong' : 'tooDeep', name: '', start, end: lineEnd });
		return [];
	}
	try {
		const document = parseDocument(chunk, { logLevel: 'silent', uniqueKeys: false, prettyErrors: false });
		const error = document.errors[0];
		if (error !== undefined) {
			diagnostics.push({
				kind: syntaxKinds.get(error.code) ?? 'syntax',
				name: '',
				...restOfLine(text, start + error.pos[0], { start, end }),
			});
			return [];
		}
		if (document.contents === null) {
			return [];
		}
		if (!isMap(document.contents)) {
			diagnostics.push({ kind: 'notFields', name: '', start, end: lineEnd });
			return [];
		}
		return document.contents.items;
	} catch (error) {
		// Nesting beyond the call stack.
		if (error instanceof RangeError) {
			diagnostics.push({ kind: 'tooDeep', name: '', start, end: lineEnd });
			return [];
		}
		throw error;
	}
}

/** Faults that nearly everybody makes once, by their codes in the `yaml` package. */
const syntaxKinds: ReadonlyMap<string, SideDiagnosticKind> = new Map([
	['BLOCK_AS_IMPLICIT_KEY', 'unquotedColon'],
	['TAB_AS_INDENT', 'tab'],
]);

/** What stands from here to the end of the line, or else the last words before. */
function restOfLine(text: string, offset: number, chunk: Range): Range {
	const newline = text.indexOf('\n', offset);
	const rest = text.slice(offset, newline < 0 || newline > chunk.end ? chunk.end : newline);
	if (rest.trim() !== '') {
		return { start: offset + rest.search(/\S/), end: offset + rest.trimEnd().length };
	}
	const before = text.slice(chunk.start, Math.min(offset, chunk.end)).trimEnd();
	const line = before.slice(before.lastIndexOf('\n') + 1);
	const start = chunk.start + before.length - line.trimStart().length;
	return { start, end: Math.max(start + 1, chunk.start + before.length) };
}

function readKey(pair: Pair<unknown, unknown>, chunk: Range, { diagnostics, seen }: Result): Key | undefined {
	const range = rangeOf(pair.key, chunk);
	if (!isScalar(pair.key) || pair.key.anchor !== undefined || pair.key.value === null) {
		diagnostics.push({ kind: isScalar(pair.key) ? 'syntax' : 'alias', name: '', ...range });
		return undefined;
	}
	const name = pair.key.source ?? String(pair.key.value);
	if (seen.has(name)) {
		diagnostics.push({ kind: 'duplicate', name, ...range });
		return undefined;
	}
	seen.add(name);
	return { name, ...range };
}

function readEntry(key: Key, value: unknown, chunk: Range, result: Result): void {
	const { diagnostics, entries } = result;
	const pathRange = { start: key.start, end: key.end };
	if (isEmpty(value)) {
		entries.push({ path: key.name, pathRange, fields: {} });
		return;
	}
	if (!isMap(value)) {
		diagnostics.push({ kind: isAlias(value) ? 'alias' : 'notFields', name: key.name, ...rangeOf(value, chunk) });
		return;
	}
	const fields = new Map<SideField, string | null>();
	const isFolder = /[/\\]$/.test(key.name);
	const inner: Result = { ...result, seen: new Set() };
	for (const pair of value.items) {
		const fieldKey = readKey(pair, chunk, inner);
		if (fieldKey !== undefined) {
			readField(fieldKey, pair.value, chunk, fields, diagnostics, isFolder);
		}
	}
	entries.push({ path: key.name, pathRange, fields: Object.fromEntries(fields) });
}

const badValues = { date: 'badDate', language: 'badLanguage', citationKey: 'badKey' } as const;

function readField(
	key: Key,
	value: unknown,
	chunk: Range,
	fields: Map<SideField, string | null>,
	diagnostics: SideDiagnostic[],
	isFolder: boolean,
): void {
	const field = findSideField(key.name);
	if (field === undefined) {
		diagnostics.push({ kind: 'unknownField', ...key });
		return;
	}
	if (fields.has(field)) {
		diagnostics.push({ kind: 'duplicate', ...key });
		return;
	}
	if (isFolder && (field === 'title' || field === 'citationKey')) {
		diagnostics.push({ kind: 'oneDocument', ...key });
		return;
	}
	if (isEmpty(value)) {
		fields.set(field, null);
		return;
	}
	const range = rangeOf(value, chunk);
	if (isAlias(value) || (value as Partial<Node>).tag !== undefined) {
		diagnostics.push({ kind: 'alias', name: key.name, ...range });
		return;
	}
	const isText = isScalar(value) || (field === 'author' && isSeq(value));
	const text = isText ? textOfYaml(value) : null;
	if (text === null) {
		diagnostics.push({ kind: 'notText', name: key.name, ...range });
		return;
	}
	const read = readSideValue(field, text);
	if (read === undefined) {
		diagnostics.push({ kind: badValues[field as keyof typeof badValues], name: text.slice(0, 100), ...range });
		return;
	}
	fields.set(field, read);
}

/** Nothing behind the colon, `null`, or an empty list. */
function isEmpty(value: unknown): boolean {
	return value === null || (isScalar(value) && value.value === null) || (isSeq(value) && value.items.length === 0);
}

/** Where a node stands in the whole text; the chunk's first line if that is not known. */
function rangeOf(node: unknown, chunk: Range): Range {
	const range = (node as Partial<Node> | null)?.range;
	return range
		? { start: chunk.start + range[0], end: Math.max(chunk.start + range[1], chunk.start + range[0] + 1) }
		: { start: chunk.start, end: chunk.start + 1 };
}
