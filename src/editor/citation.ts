/** What a citation may hold; empty or missing parts are dropped with what stands around them. */
export interface CitationParts {
	readonly text: string;
	readonly author?: string | null;
	readonly title?: string | null;
	/** The paper, site or house; empty where the author is that. */
	readonly publisher?: string | null;
	readonly page?: string | null;
	readonly date?: string | null;
	readonly file?: string | null;
	readonly relativePath?: string | null;
	/** The key in the writer's bibliography. */
	readonly key?: string | null;
}

/** The placeholders that a format may hold. */
export const citationPlaceholders = ['text', 'author', 'title', 'publisher', 'page', 'date', 'file', 'relativePath', 'key'] as const;

/** A quotation in Markdown, with who, what, where and when in a line below. The manifest has the same. */
export const defaultCitationFormat = '> {text}\n> — {author}, *{title}*, {publisher}, p. {page} ({date}), [{file}]({relativePath})';

/**
 * Fills a citation format such as `> {text}\n> — {author}, p. {page}`. Each line is made by itself: a line whose placeholders are all empty is
 * left out; an empty one in a line takes along its brackets or emphasis (`({date})`, `*{title}*`, `[@{key}]`), its label (`p. {page}`) and one separator.
 * A value of several lines repeats the marks (`> `) that its line starts with. Unknown placeholders stay as they are.
 */
export function formatCitation(format: string, parts: CitationParts): string {
	const lines: string[] = [];
	for (const line of format.split(/\r?\n/)) {
		const { literals, values } = splitLine(line, parts);
		if (values.length > 0 && values.every((value) => value === '')) {
			continue;
		}
		closeGaps(literals, values);
		const marks = /^[>\s]*/.exec(line)?.[0] ?? '';
		const filled = literals.map((literal, index) => literal + (values[index] ?? '').replaceAll('\n', `\n${marks}`)).join('');
		lines.push(
			filled
				.split('\n')
				.map((part) => part.trimEnd())
				.join('\n'),
		);
	}
	return lines.join('\n');
}

/** One literal more than values: the text before, between and behind the placeholders. */
function splitLine(line: string, parts: CitationParts): { literals: string[]; values: string[] } {
	const literals: string[] = [];
	const values: string[] = [];
	let at = 0;
	for (const match of line.matchAll(/\{([a-zA-Z]{1,20})\}/g)) {
		const name = citationPlaceholders.find((known) => known === match[1]);
		if (name !== undefined) {
			literals.push(line.slice(at, match.index));
			values.push(parts[name]?.trim() ?? '');
			at = match.index + match[0].length;
		}
	}
	literals.push(line.slice(at));
	return { literals, values };
}

/** Takes out each empty value, with what stands only because of it. */
function closeGaps(literals: string[], values: string[]): void {
	let index = 0;
	while (index < values.length) {
		if (values[index] !== '') {
			index++;
			continue;
		}
		let [before, after] = stripBrackets((literals[index] ?? '').replace(/@$/, ''), literals[index + 1] ?? '');
		if (index === 0) {
			before = /^[>\s\-–—*#]*/.exec(before)?.[0] ?? '';
			after = after.replace(leadingSeparators, '');
		} else {
			before = stripLabel(before);
			if (isOpened(before)) {
				after = after.replace(leadingSeparators, '');
			}
		}
		values.splice(index, 1);
		literals.splice(index, 2, before + after);
	}
}

const leadingSeparators = /^[\s,;:|]+/;

const brackets = new Map([
	['(', ')'],
	['[', ']'],
	['<', '>'],
	['*', '*'],
	['_', '_'],
	['"', '"'],
	["'", "'"],
	['“', '”'],
	['‘', '’'],
	['«', '»'],
	['`', '`'],
]);

/** Takes away the pairs that embrace a gap, however many: `(*` and `*)`. */
function stripBrackets(before: string, after: string): [string, string] {
	let depth = 0;
	while (depth < before.length && depth < after.length && brackets.get(before[before.length - 1 - depth] ?? '') === after[depth]) {
		depth++;
	}
	return [before.slice(0, before.length - depth), after.slice(depth)];
}

function isOpened(text: string): boolean {
	return text !== '' && '([<“‘«'.includes(text.at(-1) ?? '');
}

/** Takes away the label before a gap (`, p. `) with the separator in front of it; what closes the part before (`*`, `]`) stays. */
function stripLabel(before: string): string {
	for (let at = before.length - 1; at >= 0; at--) {
		const character = before[at] ?? '';
		if (',;:—|'.includes(character)) {
			return before.slice(0, at).trimEnd();
		}
		if (')]>*_"”’»`'.includes(character) || isOpened(character)) {
			return before.slice(0, at + 1);
		}
	}
	return '';
}
