/**
 * Words of a document as they may stand in the writer's own Markdown: what would be markup there (a link, an image, emphasis, code, HTML, a bare
 * address that becomes a link) is kept as text by a backslash before it. Unlike in our cards, the note is read by people as it stands, so
 * only what must be escaped is. Paragraphs stay; control and bidi characters go.
 */
export function toMarkdownText(text: string): string {
	return text
		.replaceAll('\t', ' ')
		.replace(/[\p{Cc}\p{Cf}]/gu, (character) => (character === '\n' || character === '\u200c' || character === '\u200d' ? character : ''))
		.replace(/[\\`*_[\]<>|~]/g, '\\$&')
		.replace(/&(?=[#\w])/g, '\\&')
		.replace(/\/(?=\/)/g, '\\/')
		.replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}\\.`)
		.replace(/@/g, '\\@')
		.replace(/\$(?=[({])/g, '\\$')
		.replace(/^(\s{0,3})([#+=-])/gm, '$1\\$2')
		.replace(/^(\s{0,3}\d{1,9})([.)])/gm, '$1\\$2');
}

/**
 * A term of a document as it is written into a Markdown note by who completes it: as it stands there (`R&D`, `x_1`), for a mark too many would be
 * another word; but all of it escaped where something in it could become a link, an image, code or HTML.
 */
export function toMarkdownTerm(term: string): string {
	return /[\\`[\]<>]|\/\/|\bwww\.|@/i.test(term) ? toMarkdownText(toPlainTerm(term)) : toPlainTerm(term);
}

/** A term of a document as it is written into a note that is no Markdown: on one line, without what is not seen. */
export function toPlainTerm(term: string): string {
	return term
		.replace(/[\t\n\r\f\v]+/g, ' ')
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => (character === '\u200c' || character === '\u200d' ? character : ''));
}

/**
 * A citation key as it is written into a Markdown note (`[@{key}]`): as it stands, for an escaped one would name nothing; but a key with brackets
 * or marks of code, which no citation can have, is escaped like other words.
 */
export function toMarkdownKey(key: string): string {
	return /[[\]()<>`!|]/.test(key) ? toMarkdownText(key) : key;
}
