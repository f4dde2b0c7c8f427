/**
 * Words of a document as they may stand in the writer's own Markdown: what would be markup there (a link, an image, emphasis, code, HTML, a bare
 * address that becomes a link) is kept as text by a backslash before it. Unlike in our cards, the note is read by people as it stands, so
 * only what must be escaped is. Paragraphs stay; control and bidi characters go.
 */
export function toMarkdownText(text: string): string {
	return text
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
