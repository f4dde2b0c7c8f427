/** A term of the writer's own glossary. */
export interface GlossaryEntry {
	/** The heading, as written. */
	readonly term: string;
	/** What stands behind `Also:`. */
	readonly aliases: readonly string[];
	/** What stands behind `Not:`: words that this term is not to be recognised by. */
	readonly exclusions: readonly string[];
	/** The text below the heading, as it stands there, without empty lines around it. May be empty. */
	readonly text: string;
}

/** Whether a file of this name is a glossary of the writer, and so no document: `glossary.md`, `anything.glossary.md`, in any case. */
export function isGlossaryFile(fileName: string): boolean {
	return /(?:^|[/\\.])glossary\.md$/i.test(fileName);
}

/**
 * Reads a glossary: level 1 is its title, deeper headings are terms, lines `Also: a, b` and `Not: c` name other forms, the rest is text.
 * For `"# My words\n\n## Stipend\nAlso: monthly stipend\n\nPaid to …"` this gives one entry, `Stipend`, with one alias.
 * In order; a term that comes twice keeps both texts. Headings inside code fences are text. Never throws.
 */
export function parseGlossary(markdown: string): GlossaryEntry[] {
	const entries = new Map<string, { term: string; aliases: string[]; exclusions: string[]; texts: string[]; lines: string[] }>();
	let current: (typeof entries extends Map<string, infer Entry> ? Entry : never) | undefined;
	let fence: string | undefined;
	const close = () => {
		const text = current?.lines.join('\n').trim() ?? '';
		if (current !== undefined && text !== '') {
			current.texts.push(text);
		}
		current?.lines.splice(0);
	};
	const lines = markdown.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? '';
		const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
		if (fence !== undefined) {
			current?.lines.push(line);
			fence = mark?.startsWith(fence) && line.trim() === mark ? undefined : fence;
			continue;
		}
		if (mark !== undefined) {
			fence = mark;
		}
		const heading = findHeading(line, lines[at + 1]);
		if (heading === undefined) {
			const list = current === undefined ? null : /^ {0,3}(also|not)[ \t]*:(.*)$/i.exec(line);
			if (list !== null && current !== undefined) {
				const words = splitForms(list[2] ?? '');
				(list[1]?.toLowerCase() === 'also' ? current.aliases : current.exclusions).push(...words);
			} else {
				current?.lines.push(line);
			}
			continue;
		}
		close();
		if (heading.isUnderlined) {
			at++;
		}
		current = undefined;
		if (heading.level > 1 && heading.text !== '') {
			current = entries.get(heading.text) ?? { term: heading.text, aliases: [], exclusions: [], texts: [], lines: [] };
			entries.set(heading.text, current);
		}
	}
	close();
	return [...entries.values()].map((entry) => ({
		term: entry.term,
		aliases: [...new Set(entry.aliases)],
		exclusions: [...new Set(entry.exclusions)],
		text: entry.texts.join('\n\n'),
	}));
}

interface GlossaryHeading {
	readonly level: number;
	readonly text: string;
	readonly isUnderlined: boolean;
}

function findHeading(line: string, next: string | undefined): GlossaryHeading | undefined {
	const marks = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(line);
	if (marks !== null) {
		return { level: marks[1]?.length ?? 1, text: plainHeading(line.slice(marks[0].length)), isUnderlined: false };
	}
	if (next !== undefined && /^\S/.test(line) && /^(?:=+|-{2,})[ \t]*$/.test(next)) {
		return { level: next.startsWith('=') ? 1 : 2, text: plainHeading(line), isUnderlined: true };
	}
	return undefined;
}

/** A heading's words without closing marks and emphasis. */
function plainHeading(text: string): string {
	let end = text.trimEnd().length;
	while (text[end - 1] === '#') {
		end--;
	}
	const words = end === 0 || /[ \t]/.test(text[end - 1] ?? ' ') ? text.slice(0, end).trim() : text.trim();
	return words.replace(/\*\*|__|`/g, '').trim();
}

function splitForms(list: string): string[] {
	return list
		.split(/[,;，、]/)
		.map((form) =>
			form
				.replace(/\*\*|__|`/g, '')
				.trim()
				.replace(/[.。]$/, '')
				.trim(),
		)
		.filter((form) => form !== '');
}
