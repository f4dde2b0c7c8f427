import type { Problem } from '../../base/problem.ts';
import type { Range } from '../../text/range.ts';
import { emptyContent } from '../document.ts';
import { parseDate } from '../metadata/date.ts';
import { cleanField } from '../metadata/field.ts';
import { namesOtherFiles } from './includedFiles.ts';
import { cutSource, type Reader } from './reader.ts';
import { TexMacros } from './texMacros.ts';
import { TexText } from './texText.ts';

/**
 * Reads LaTeX (and what plain TeX looks like it): what it prints, with headings, notes behind their paragraphs, lists an item a line, tables a row a
 * line. Citations are left out, references are `…`, mathematics stays readable (`\frac{a}{b}` is `a/b`), code stays as it is. Nothing is run; of the
 * author's own macros what they print is printed. Files it includes are not read with it: that is a problem, by their names.
 */
export const readTex: Reader = (file, { caps }) => {
	const { source, problems } = cutSource(file, caps);
	const macros = new TexMacros(source, printOf);
	const tex = new TexText(source, macros);
	const hasPreamble = /^[^%\n]{0,200}\\begin\{document\}/m.test(source);
	tex.readDocument(hasPreamble);
	const content = tex.blocks.build();
	const fieldOf = (range: Range | undefined) => (range ? cleanField(textOf(source, range, macros)[0]) : null);
	const title = fieldOf(tex.fields.get('title')?.at(-1));
	const date = fieldOf(tex.fields.get('date')?.at(-1));
	return {
		...emptyContent('tex', [...problems, ...includeProblems(tex.includedFiles)]),
		...content,
		title: title ?? (hasPreamble ? null : (content.headings[0]?.text ?? null)),
		author: cleanField(authorsOf(source, tex.fields.get('author') ?? [], macros).join(', ')),
		date: (date && parseDate(date)) || null,
	};
};

function includeProblems(names: readonly string[]): readonly Problem[] {
	return names.length === 0 ? [] : [namesOtherFiles(names)];
}

/** What a macro's body prints. */
function printOf(body: string, macros: TexMacros): string {
	const tex = new TexText(body, macros);
	tex.readDocument(false);
	return tex.blocks.build().text;
}

/** Longer fields are no title and no names. UTF-16 units. */
const maxFieldLength = 10_000;

/** The lines of a field. */
function textOf(source: string, { start, end }: Range, macros: TexMacros): readonly string[] {
	const tex = new TexText(source.slice(start, Math.min(end, start + maxFieldLength)), macros, true);
	tex.readRange({ start: 0, end: Math.min(end - start, maxFieldLength) });
	return tex.blocks.build().text.split('\n');
}

/** The first line of each author's entry is the name, or names; what follows is where they work. */
function authorsOf(source: string, fields: readonly Range[], macros: TexMacros): readonly string[] {
	const names: string[] = [];
	for (const { start, end } of fields) {
		let from = start;
		const field = source.slice(start, Math.min(end, start + maxFieldLength));
		for (const part of [...field.matchAll(/\\(?:and|And|AND)(?![A-Za-z])|$/g)].slice(0, 100)) {
			const name = textOf(source, { start: from, end: start + part.index }, macros)
				.map((line) => line.trim())
				.find((line) => line !== '');
			if (name) {
				names.push(name.replace(/\s*,+\s*$/, ''));
			}
			from = start + part.index + part[0].length;
		}
	}
	return names;
}
