import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import type { Problem } from '../../base/problem.ts';
import type { Metadata } from '../document.ts';
import { nestsTooDeep, textOfYaml } from '../metadata/yamlValues.ts';
import { readTomlFields, readYamlLines } from './frontMatterLines.ts';

/** The metadata block at the beginning of a Markdown file. */
export interface FrontMatter {
	/** Where the document itself begins. */
	readonly end: number;
	readonly metadata: Partial<Metadata>;
	readonly problems: readonly Problem[];
}

/** Longer blocks are text, or an attack on the YAML parser. */
const maxLength = 64 * 1024;

/** A language of metadata blocks: how they begin and end, what their first line that is no comment looks like, and who reads them. */
interface BlockLanguage {
	readonly opening: RegExp;
	readonly closing: RegExp;
	readonly firstField: RegExp;
	readonly read: (block: string) => Omit<FrontMatter, 'end'>;
}

const blockLanguages: readonly BlockLanguage[] = [
	{
		opening: /^\uFEFF?---[ \t]*\r?\n/,
		closing: /(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/,
		firstField: /^(?:[ \t]*#[^\n]*\n){0,20}[ \t]*["']?[\p{L}_][\p{L}\p{N}_ -]{0,60}["']?\s*:/u,
		read: readYaml,
	},
	{
		opening: /^\uFEFF?\+\+\+[ \t]*\r?\n/,
		closing: /(?:^|\r?\n)\+\+\+[ \t]*(?:\r?\n|$)/,
		firstField: /^(?:[ \t]*#[^\n]*\n){0,20}[ \t]*(?:["']?[A-Za-z0-9_.-]{1,60}["']?[ \t]*=|\[)/,
		read: (block) => ({ metadata: metadataOf(readTomlFields(block)), problems: [] }),
	},
];

/**
 * Finds YAML between two lines `---` at the very beginning (the second may be `...`), or TOML between two lines `+++`. A horizontal rule with text
 * behind it is none: the block's first line that is no comment must look like a field. A block that cannot be read is left out of the text all
 * the same, and said to be ignored.
 */
export function findFrontMatter(source: string): FrontMatter | undefined {
	for (const { opening, closing, firstField, read } of blockLanguages) {
		const start = opening.exec(source)?.[0].length;
		const rest = start === undefined ? '' : source.slice(start, start + maxLength);
		const close = closing.exec(rest);
		const block = rest.slice(0, close?.index ?? 0);
		if (start !== undefined && close && (firstField.test(block) || block.trim() === '')) {
			return { end: start + close.index + close[0].length, ...read(block) };
		}
	}
	return undefined;
}

function readYaml(block: string): Omit<FrontMatter, 'end'> {
	if (nestsTooDeep(block)) {
		return ignored('The metadata block nests too deep');
	}
	let contents: unknown;
	try {
		const document = parseDocument(block, { logLevel: 'silent', uniqueKeys: false });
		if (document.errors.length > 0) {
			// `title: Salt: a history` is no YAML, and every author means the same by it.
			const byLine = readYamlLines(block);
			if (byLine) {
				return { metadata: metadataOf(byLine), problems: [] };
			}
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
	return { metadata: metadataFrom((names) => valueOf(fields, names)), problems: [] };
}

function metadataOf(fields: ReadonlyMap<string, string>): Partial<Metadata> {
	return metadataFrom((names) => names.map((name) => fields.get(name)).find((value) => value) ?? null);
}

/** Asks for each field of a document's metadata by the names that blocks give it. */
function metadataFrom(firstOf: (names: readonly string[]) => string | null): Partial<Metadata> {
	return {
		title: firstOf(['title']),
		author: firstOf(['author', 'authors', 'creator', 'by', 'byline']),
		date: firstOf(['date', 'published', 'publishdate', 'date_published', 'pubdate', 'created']),
		publisher: firstOf(['publisher', 'site', 'sitename', 'site_name', 'publication', 'source']),
		language: firstOf(['lang', 'language', 'locale']),
	};
}

function ignored(detail: string): { readonly metadata: Partial<Metadata>; readonly problems: readonly Problem[] } {
	return { metadata: {}, problems: [{ kind: 'metadataIgnored', detail }] };
}

/** The first of these fields that says something. Aliases are not followed: nothing here can grow beyond the block. */
function valueOf(fields: YAMLMap, names: readonly string[]): string | null {
	for (const name of names) {
		const pair = fields.items.find((item) => isScalar(item.key) && String(item.key.value).toLowerCase() === name);
		const text = pair && textOfYaml(pair.value);
		if (text) {
			return text;
		}
	}
	return null;
}
