import { type Exclusions, excludeAddresses, splitLines } from './exclusions.ts';

/** Directives whose content is prose; that of any other is left out. */
const proseDirectives =
	/^(?:note|warning|tip|hint|important|caution|danger|attention|error|admonition|epigraph|highlights|pull-quote|topic|sidebar|container|rubric|glossary)$/;

/**
 * Leaves out what is not prose in reStructuredText: literal blocks, directives and their options, comments, targets, inline literals, roles
 * and links with their text, substitutions, citations and footnote marks.
 */
export function excludeRestructuredText(text: string, exclusions: Exclusions): void {
	// The indentation that a block must exceed to be part of the literal block or directive above it; -1 outside.
	let codeIndent = -1;
	for (const line of splitLines(text)) {
		const content = text.slice(line.start, line.end);
		const trimmed = content.trim();
		if (trimmed === '') {
			continue;
		}
		const indent = content.length - content.trimStart().length;
		if (codeIndent >= 0 && indent > codeIndent) {
			exclusions.add(line.start, line.end);
			continue;
		}
		codeIndent = -1;
		if (trimmed.startsWith('..')) {
			const directive = /^\.\. (?:\|[^|]{1,60}\| )?([a-z][a-z:-]{0,40})::/i.exec(trimmed)?.[1]?.toLowerCase();
			if (directive === undefined || !proseDirectives.test(directive)) {
				codeIndent = indent;
				exclusions.add(line.start, line.end);
			} else {
				exclusions.add(line.start, line.start + content.indexOf('::') + 2);
			}
			continue;
		}
		if (/^:[A-Za-z][\w -]{0,40}:(?:\s|$)/.test(trimmed)) {
			exclusions.add(line.start, line.start + content.indexOf(':', indent + 1) + 1);
		}
		if (trimmed.endsWith('::')) {
			codeIndent = indent;
		}
	}
	// Literals, roles with their text, links with their text, footnotes and citations.
	const pattern =
		/``[^`]{0,500}``|(?::[a-z][\w:+.-]{0,40}:)?`[^`]{0,500}`(?::[a-z][\w:+.-]{0,40}:|__?)?|\[[\w#*-]{1,60}\]_|\|[^|\s][^|\n]{0,80}\|_{0,2}|\b\w{1,60}__?(?=[\s.,;:!?)]|$)/gi;
	for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
		exclusions.add(match.index, pattern.lastIndex);
	}
	excludeAddresses(text, { start: 0, end: text.length }, exclusions);
}
