import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Problem } from '../../base/problem.ts';
import type { Metadata } from '../document.ts';

/** The metadata block at the beginning of a Markdown file. */
export interface FrontMatter {
	/** Where the document itself begins. */
	readonly end: number;
	readonly metadata: Partial<Metadata>;
	readonly problems: readonly Problem[];
}

/** Longer blocks are text, or an attack on the YAML parser. */
const maxLength = 64 * 1024;

/**
 * Finds YAML between two lines `---` at the very beginning (the second may be `...`). A horizontal rule with text behind it is none: the block's
 * first line that is no comment must look like `key:`. A block that YAML cannot read is left out of the text all the same, and said to be ignored.
 */
export function findFrontMatter(source: string): FrontMatter | undefined {
	const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(source);
	if (!opening) {
		return undefined;
	}
	const closing = /(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source.slice(opening[0].length, opening[0].length + maxLength));
	if (!closing) {
		return undefined;
	}
	const block = source.slice(opening[0].length, opening[0].length + closing.index);
	if (!/^(?:[ \t]*#[^\n]*\n){0,20}[ \t]*["']?[\p{L}_][\p{L}\p{N}_ -]{0,60}["']?\s*:/u.test(block) && block.trim() !== '') {
		return undefined;
	}
	const end = opening[0].length + closing.index + closing[0].length;
	return { end, ...readBlock(block) };
}

function readBlock(block: string): { readonly metadata: Partial<Metadata>; readonly problems: readonly Problem[] } {
	if (nestsTooDeep(block)) {
		return ignored('The metadata block nests too deep');
	}
	let contents: unknown;
	try {
		const document = parseDocument(block, { logLevel: 'silent', uniqueKeys: false });
		if (document.errors.length > 0) {
			const line = document.errors[0]?.linePos?.[0].line;
			return ignored(`The metadata block is not valid YAML${line ? ` (line ${line + 1})` : ''}`);
		}
		contents = document.contents;
	} catch (error) {
		// Nesting beyond the call stack.
		if (error instanceof RangeError) {
			return ignored('The metadata block nests too deep');
		}
		throw error;
	}
	if (!isMap(contents)) {
		return block.trim() === '' ? { metadata: {}, problems: [] } : ignored('The metadata block holds no fields');
	}
	const fields = contents as YAMLMap;
	const metadata: Partial<Metadata> = {
		title: valueOf(fields, ['title']),
		author: valueOf(fields, ['author', 'authors', 'creator', 'by', 'byline']),
		date: valueOf(fields, ['date', 'published', 'publishdate', 'date_published', 'pubdate', 'created']),
		publisher: valueOf(fields, ['publisher', 'site', 'sitename', 'site_name', 'publication', 'source']),
		language: valueOf(fields, ['lang', 'language', 'locale']),
	};
	return { metadata, problems: [] };
}

/** Metadata nests a few levels; the YAML parser takes time by the square of the depth. Brackets in quotes are counted too, which does no harm. */
const maxNesting = 50;

function nestsTooDeep(block: string): boolean {
	let depth = 0;
	let dashes = 0;
	for (const char of block) {
		if (char === '[' || char === '{') {
			depth++;
		} else if (char === ']' || char === '}') {
			depth = Math.max(0, depth - 1);
		} else if (char === '\n') {
			dashes = 0;
		} else if (char === '-' || char === '?' || char === ':') {
			dashes++;
		}
		if (depth > maxNesting || dashes > 20 * maxNesting) {
			return true;
		}
	}
	return false;
}

function ignored(detail: string): { readonly metadata: Partial<Metadata>; readonly problems: readonly Problem[] } {
	return { metadata: {}, problems: [{ kind: 'metadataIgnored', detail }] };
}

/** The first of these fields that says something. Aliases are not followed: nothing here can grow beyond the block. */
function valueOf(fields: YAMLMap, names: readonly string[]): string | null {
	for (const name of names) {
		const pair = fields.items.find((item) => isScalar(item.key) && String(item.key.value).toLowerCase() === name);
		const text = pair && textOf(pair.value);
		if (text) {
			return text;
		}
	}
	return null;
}

/** A scalar as written, a list of scalars or of `name:` maps joined by commas. */
function textOf(node: unknown): string | null {
	if (isScalar(node)) {
		return node.value === null ? null : (node.source ?? String(node.value)).trim();
	}
	if (isSeq(node)) {
		const parts = node.items.slice(0, 50).map((item) => (isSeq(item) ? null : textOf(item)));
		return parts.filter((part) => part).join(', ') || null;
	}
	if (isMap(node)) {
		const name = (node as YAMLMap).items.find((item) => isScalar(item.key) && item.key.value === 'name');
		return name && isScalar(name.value) ? textOf(name.value) : null;
	}
	return null;
}
