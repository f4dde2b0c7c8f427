import { InlineMarkup, keepsGroup, keepsLiterally, leavesOut, replaces } from './inlineMarkup.ts';

/** Before and behind inline markup (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup-recognition-rules). */
const before = `(?<![^\\s'"([{<\\-/:‘“’«¡¿—–])`;
const behind = `(?![^\\s'")\\]}>\\-/:.,;!?\\\\‘“’»…—–])`;

function marked(open: string, inside: string, close: string): RegExp {
	return new RegExp(`${before}${open}((?!\\s)${inside}(?<!\\s))${close}${behind}`, 'dy');
}

/** What stands in the lines of reStructuredText. `names` are the link targets of the file, `words` its substitutions. */
export function rstMarkup(names: ReadonlySet<string>, words: ReadonlyMap<string, string>): InlineMarkup {
	return new InlineMarkup([
		replaces('\\', /\\(\s|[^\s])/dy, ([, char = '']) => (/\s/.test(char) ? '' : char)),
		keepsLiterally('`', marked('``', '[^`]+', '``')),
		// Roles that point elsewhere and print a name that is made, and those that print their text.
		leavesOut(':', /:(?:cite|numref|eq|footcite)(?::[a-z]{1,20})?:`[^`]{1,1000}`/dy),
		replaces(':', /:(rfc|pep):`(\d{1,5})`/dy, ([, name = '', number = '']) => `${name.toUpperCase()} ${number}`),
		// `text <target>`; `~package.name` and `!name` are written without their marks.
		keepsLiterally(':', /:[a-zA-Z][\w:+.-]{0,40}:`[~!]?([^`<]{1,1000}?)\s*<[^`<>]{1,1000}>`/dy),
		keepsLiterally(':', /:[a-zA-Z][\w:+.-]{0,40}:`[~!]?([^`]{1,1000})`/dy),
		keepsGroup('`', /`([^`<]{1,1000}?)\s*<[^`<>]{1,1000}>`__?/dy),
		keepsGroup('_', /_`([^`]{1,500})`/dy),
		keepsLiterally('`', marked('`', '[^`]+', '`_{0,2}(?::[a-zA-Z][\\w:+.-]{0,40}:)?')),
		leavesOut('[', /\[(?:\d{1,4}|#[\w.-]{0,60}|\*|[A-Za-z][\w.-]{0,60})\]_(?![\p{L}\p{N}])/duy),
		replaces('|', /\|((?! )[^|\n]{1,100}(?<! ))\|(?:__?)?/dy, ([, name = '']) => words.get(name.toLowerCase())),
		keepsGroup('*', marked('\\*\\*', '[^*]+', '\\*\\*')),
		keepsGroup('*', marked('\\*', '[^*]+', '\\*')),
		{
			first: '_',
			pattern: /(?<=[\p{L}\p{N}])__?(?![\p{L}\p{N}_])/duy,
			read: (match, paragraph) => {
				const name = /[\p{L}\p{N}][\p{L}\p{N}._+-]*$/u.exec(paragraph.slice(Math.max(0, match.index - 60), match.index))?.[0];
				const end = match.index + match[0].length;
				return name !== undefined && names.has(name.toLowerCase()) ? { edits: [{ start: match.index, end }], next: end } : undefined;
			},
		},
	]);
}
