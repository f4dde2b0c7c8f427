import type { Range } from '../text/range.ts';
import { excludeAsciiDoc } from './prose/asciiDoc.ts';
import { Exclusions, excludeAddresses } from './prose/exclusions.ts';
import { excludeLatex } from './prose/latex.ts';
import { excludeMarkdown } from './prose/markdown.ts';
import { excludeRestructuredText } from './prose/restructuredText.ts';
import { excludeTypst } from './prose/typst.ts';

/**
 * The parts of a note that are prose: not front matter, code, links, URLs, tags, citations, commands or maths of the note's language.
 * `languageId` is an editor's (`markdown`, `latex`, …); any other is read as plain text, where only URLs and addresses are left out.
 * Ascending, never touching, in the note's own untouched text. A word of a term may stand in one range and the next word in another:
 * emphasis is markup, not a border.
 */
export function findProse(text: string, languageId: string): Range[] {
	const exclusions = new Exclusions();
	const exclude = excludersByLanguage.get(languageId);
	if (exclude === undefined) {
		excludeAddresses(text, { start: 0, end: text.length }, exclusions);
	} else {
		exclude(text, exclusions);
	}
	return exclusions.toProse(text.length);
}

const excludersByLanguage: ReadonlyMap<string, (text: string, exclusions: Exclusions) => void> = new Map([
	['markdown', excludeMarkdown],
	['latex', excludeLatex],
	['tex', excludeLatex],
	['restructuredtext', excludeRestructuredText],
	['asciidoc', excludeAsciiDoc],
	['typst', excludeTypst],
]);
