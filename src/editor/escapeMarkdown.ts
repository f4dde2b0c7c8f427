import { toPlainLabel } from './plainLabel.ts';

/**
 * The one way by which words of a document get into Markdown that VS Code renders: nothing in them can become an image, a link, an autolink,
 * a command, an icon, HTML, or any other markup.
 *
 * Every ASCII character that is neither letter, digit, space, comma nor apostrophe becomes a numeric entity. VS Code's renderer (marked) looks for
 * markup and for bare addresses before it resolves entities, so `https&#58;&#47;&#47;evil&#46;org` is text and stays text; a backslash would
 * not do, since `appendText` still lets bare addresses become links (measured, trust.md A5). Characters outside ASCII mean nothing in Markdown.
 * Line breaks become spaces: one paragraph stays one paragraph. Control, bidi and zero-width characters go.
 *
 * At most `maxLength` units of the text are kept.
 */
export function escapeMarkdown(text: string, maxLength = 1_000): string {
	return toPlainLabel(text, maxLength).replace(/[!-&(-+\--/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
}
