/** Fields of a metadata block by their names in small letters; values in one line. */
type Fields = ReadonlyMap<string, string>;

const yamlField = /^([\p{L}_][\p{L}\p{N}_ -]{0,60}?)[ \t]{0,20}:(?:[ \t]+(.*))?$/u;
/** How a value begins that says more than its own letters: a block, a list, an anchor, a tag. */
const yamlSyntax = /^[[\]{}&*!|>%@`#,?]|^-(?: |$)/u;

/**
 * Reads a block line by line that looks like YAML and is none, as with a colon in a title that nobody put in quotes. Only fields at the left edge
 * whose value stands behind them; a value with a syntax of its own is passed over. Undefined if a line at the left edge is no field, if a
 * quotation mark or bracket is not closed, or if no field has a value.
 */
export function readYamlLines(block: string): Fields | undefined {
	const fields = new Map<string, string>();
	for (const line of block.split(/\r?\n/u)) {
		if (/^(?:\s|#|- |-$|$)/u.test(line)) {
			continue;
		}
		const [, name, rest = ''] = yamlField.exec(line.slice(0, 2_000).trimEnd()) ?? [];
		const value = name === undefined ? undefined : unquote(rest.trim());
		if (name === undefined || value === undefined) {
			return undefined;
		}
		if (value !== '' && !yamlSyntax.test(rest.trim()) && !fields.has(name.toLowerCase())) {
			fields.set(name.toLowerCase(), value);
		}
	}
	return fields.size > 0 ? fields : undefined;
}

const closers: ReadonlyMap<string, string> = new Map([
	['"', '"'],
	["'", "'"],
	['[', ']'],
	['{', '}'],
]);

/** Without the quotation marks around it; undefined if what opens it does not close it. Without marks a comment ends the value. */
function unquote(value: string): string | undefined {
	const closer = closers.get(value[0] ?? '');
	if (closer === undefined) {
		return value.replace(/[ \t]#.*$/u, '').trimEnd();
	}
	return value.length > 1 && value.endsWith(closer) ? value.slice(1, -1) : undefined;
}

const tomlField = /^[ \t]*["']?([A-Za-z0-9_.-]{1,60})["']?[ \t]*=[ \t]*(\S.*)$/u;
const tomlString = /"((?:[^"\\]|\\.)*)"|'([^']*)'/gu;
const tomlDate = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?/u;
const tomlFence = /^(?:"{3}|'{3})/u;

/** Reads the fields of TOML that stand before its first table: strings, dates, numbers, and lists of strings in one line, joined by commas. */
export function readTomlFields(block: string): Fields {
	const fields = new Map<string, string>();
	let fence: string | undefined;
	for (const line of block.split(/\r?\n/u)) {
		if (fence !== undefined) {
			fence = line.includes(fence) ? undefined : fence;
			continue;
		}
		if (/^[ \t]*\[/u.test(line)) {
			break;
		}
		const [, name, value = ''] = tomlField.exec(line.slice(0, 2_000)) ?? [];
		const opened = tomlFence.exec(value)?.[0];
		if (opened !== undefined) {
			fence = value.includes(opened, 3) ? undefined : opened;
		} else if (name !== undefined && !fields.has(name.toLowerCase())) {
			fields.set(name.toLowerCase(), tomlValue(value.trim()));
		}
	}
	return fields;
}

function tomlValue(value: string): string {
	if (/^["'[]/u.test(value)) {
		const strings = [...value.matchAll(tomlString)].map((match) => match[2] ?? unescapeToml(match[1] ?? ''));
		return value.startsWith('[') ? strings.join(', ') : (strings[0] ?? '');
	}
	return tomlDate.exec(value)?.[0] ?? /^[\w.+-]+/u.exec(value)?.[0] ?? '';
}

function unescapeToml(text: string): string {
	return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gu, (_, code: string | undefined, sign: string | undefined) =>
		code === undefined ? (/[nrtbf]/u.test(sign ?? '') ? ' ' : (sign ?? '')) : String.fromCharCode(Number.parseInt(code, 16)),
	);
}
