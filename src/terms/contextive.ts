import { isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import { nestsTooDeep, textOfYaml } from '../library/metadata/yamlValues.ts';
import type { GlossaryEntry } from './glossary.ts';

/** What a glossary of Contextive says. */
export interface ContextiveGlossary {
	readonly entries: readonly GlossaryEntry[];
	/** Terms and contexts that could not be understood, and were passed over. */
	readonly faultCount: number;
	/** It names other glossaries under `imports`, which are not read: they may stand anywhere on a network. */
	readonly hasImports: boolean;
}

/** A term with its examples takes some hundred characters; what is longer may be an attack on the parser. */
const maxPieceLength = 64 * 1024;
/** As long as that is a glossary of many thousand terms. */
const maxLength = 8 * 1024 * 1024;
const maxFaults = 1_000;

/** Whether a file of this name is a glossary of Contextive: `any.glossary.yml`, and `definitions.yml`, where it keeps them by default. */
export function isContextiveFile(fileName: string): boolean {
	return /(?:(?:^|[/\\.])glossary|(?:^|[/\\])definitions)\.ya?ml$/i.test(fileName);
}

/**
 * Reads a glossary as the tool Contextive has it: `contexts`, each with `name`, `domainVisionStatement` and `terms` of `name`, `definition`,
 * `examples`, `aliases`, `meta`. Term by term, so that a fault costs the term it stands in and no step takes long: each term is parsed by
 * itself where the list is written line by line, as it is everywhere but in short files. Aliases and anchors are not followed. Never throws.
 */
export function parseContextive(source: string): ContextiveGlossary {
	const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
	if (text.length > maxLength) {
		return { entries: [], faultCount: 1, hasImports: false };
	}
	const reader = new ContextiveReader();
	const lines = text.split('\n');
	const lists = findTermLists(lines);
	if (lists.length === 0) {
		reader.takeWhole(text);
	}
	for (const list of lists) {
		reader.takeList(list);
	}
	return { entries: reader.entries, faultCount: reader.faultCount, hasImports: /^imports[ \t]*:/m.test(text) };
}

/** The lines of one context: those of its own fields, and each term's. */
interface TermList {
	readonly context: string;
	readonly terms: readonly string[];
}

/** Where `terms:` stands alone on its line, the list below it; every line is looked at once. */
function findTermLists(lines: readonly string[]): TermList[] {
	const lists: TermList[] = [];
	let at = 0;
	while (at < lines.length) {
		const contextStart = at;
		while (at < lines.length && !termsLine.test(lines[at] ?? '')) {
			at++;
		}
		if (at >= lines.length) {
			break;
		}
		const keyIndent = (lines[at] ?? '').search(/terms/);
		const above = lines.slice(contextStart, at);
		// Behind the list before it, the context's own fields may go on; they belong to that one, and end where the next item begins.
		const itemLine = above.findLastIndex((line) => indentOf(line) < keyIndent && /^ *- /.test(line));
		const own = itemLine < 0 ? above.slice(-maxContextLines) : above.slice(itemLine);
		const opening = (lines[at] ?? '').replace(/terms.*$/, '');
		at++;
		const terms: string[][] = [];
		let itemIndent = -1;
		for (; at < lines.length; at++) {
			const line = lines[at] ?? '';
			const indent = indentOf(line);
			if (line.trim() === '' || line.trimStart().startsWith('#')) {
				terms.at(-1)?.push(line);
				continue;
			}
			const isItem = /^ *-(?: |$)/.test(line);
			if (itemIndent < 0 && isItem && indent >= keyIndent - 2) {
				itemIndent = indent;
			}
			if (itemIndent < 0 || indent < itemIndent || (indent === itemIndent && !isItem) || (isItem && indent < keyIndent)) {
				break;
			}
			if (isItem && indent === itemIndent) {
				terms.push([line]);
			} else {
				terms.at(-1)?.push(line);
			}
		}
		const behind: string[] = [];
		for (; at < lines.length && (indentOf(lines[at] ?? '') >= keyIndent || (lines[at] ?? '').trim() === ''); at++) {
			if (termsLine.test(lines[at] ?? '')) {
				break;
			}
			behind.push(lines[at] ?? '');
		}
		const fields = opening.includes('-') ? [`${opening}x: x`, ...behind] : [...own, ...behind];
		lists.push({ context: fields.join('\n'), terms: terms.map((term) => term.join('\n')) });
	}
	return lists;
}

const termsLine = /^ *(?:- +)?terms *:[ \t]*(?:#.*)?$/;

/** A context has a name, a vision and some paths. */
const maxContextLines = 200;

function indentOf(line: string): number {
	return line.length - line.trimStart().length;
}

class ContextiveReader {
	readonly entries: GlossaryEntry[] = [];
	faultCount = 0;

	takeList({ context, terms }: TermList): void {
		const fields = this.#parse(context)[0] ?? new Map<string, unknown>();
		for (const term of terms) {
			for (const termFields of this.#parse(term)) {
				this.#take(termFields, fields);
			}
		}
	}

	/** A short file that is written in another way, in brackets say. */
	takeWhole(text: string): void {
		for (const file of this.#parse(text)) {
			for (const context of this.#mapsOf(file.get('contexts'))) {
				for (const term of this.#mapsOf(context.get('terms'))) {
					this.#take(term, context);
				}
			}
		}
	}

	#take(term: ReadonlyMap<string, unknown>, context: ReadonlyMap<string, unknown>): void {
		const name = textOf(term.get('name'))?.replace(/\s+/g, ' ');
		if (!name) {
			this.faultCount++;
			return;
		}
		const examples = textsOf(term.get('examples')).map((example) => `> ${example.replace(/\n/g, '\n> ')}`);
		const meta = pairsOf(term.get('meta')).map(([key, value]) => `- ${key}: ${value}`);
		this.entries.push({
			term: name,
			aliases: [...new Set(textsOf(term.get('aliases')))],
			exclusions: [],
			text: [textOf(term.get('definition')) ?? '', ...examples, meta.join('\n')].filter((part) => part !== '').join('\n\n'),
			context: textOf(context.get('name')) || null,
			vision: textOf(context.get('domainVisionStatement')) || null,
		});
	}

	/** The maps of a piece of YAML: itself, or the items of the list that it is. */
	#parse(piece: string): ReadonlyMap<string, unknown>[] {
		if (piece.length > maxPieceLength || nestsTooDeep(piece) || this.faultCount >= maxFaults) {
			this.faultCount++;
			return [];
		}
		try {
			const document = parseDocument(piece, { logLevel: 'silent', uniqueKeys: false, prettyErrors: false });
			if (document.errors.length > 0) {
				this.faultCount++;
				return [];
			}
			return isMap(document.contents) ? [toFields(document.contents)] : this.#mapsOf(document.contents);
		} catch (error) {
			// Nesting beyond the call stack.
			if (error instanceof RangeError) {
				this.faultCount++;
				return [];
			}
			throw error;
		}
	}

	#mapsOf(node: unknown): ReadonlyMap<string, unknown>[] {
		return isSeq(node) ? node.items.flatMap((item) => (isMap(item) ? [toFields(item)] : [])) : [];
	}
}

function toFields(map: { readonly items: readonly Pair[] }): ReadonlyMap<string, unknown> {
	return new Map(map.items.flatMap(({ key, value }) => (isScalar(key) ? [[String(key.value), value] as const] : [])));
}

function textOf(node: unknown): string | undefined {
	return (isScalar(node) && typeof node.value === 'string' ? node.value.trim() : textOfYaml(node)) ?? undefined;
}

function textsOf(node: unknown): string[] {
	const texts = isSeq(node) ? node.items.map(textOf) : [textOf(node)];
	return texts.filter((text): text is string => text !== undefined && text !== '');
}

function pairsOf(node: unknown): (readonly [string, string])[] {
	return isMap(node) ? [...toFields(node)].flatMap(([key, value]) => (textOf(value) ? [[key, textOf(value) ?? ''] as const] : [])) : [];
}
