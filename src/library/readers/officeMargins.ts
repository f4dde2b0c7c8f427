import type { OfficeFlow } from './officeFlow.ts';

/** A letterhead or a footer is short; longer text in a margin is somebody's mistake, but text. */
const maxParagraphs = 100;
const maxLooked = 1000;
const maxLength = 20_000;
/** The title that a header repeats stands in the beginning; how much of the text is looked through for it. UTF-16 units. */
const maxSearched = 200_000;

/** Words that say only that a number is that of a page. */
const pageWords = /(?<!\p{L})(?:page|pages|p|pp|of|seite|von|página|de|pagina|di|sur|strana|sida|side|av|from|to)(?!\p{L})/giu;

/**
 * Writes what headers and footers say that the text does not, each once, behind the text: the body that issued a paper, its number, "not for
 * quotation". Furniture stays out: numbers of pages, and what the text itself says (its title, its chapters).
 */
export function writeMargins(flow: OfficeFlow, margins: readonly string[]): void {
	const body = fold(flow.blocks.build().text.slice(0, maxSearched));
	const seen = new Set<string>();
	let length = 0;
	for (const text of margins.slice(0, maxLooked)) {
		const folded = fold(text);
		const isFurniture = !/\p{L}{3}|\p{Lo}{2}/u.test(folded.replace(pageWords, ''));
		if (isFurniture || seen.has(folded) || body.includes(folded) || seen.size >= maxParagraphs || length > maxLength) {
			continue;
		}
		seen.add(folded);
		length += text.length;
		flow.blocks.writeNote(() => flow.writeParagraph(text));
	}
}

/** The same words, also where a header says that a table goes on. */
function fold(text: string): string {
	return text
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.replace(/ ?\((?:cont(?:inued|['’]d|\.)?|suite|fortsetzung|계속)\)/g, '')
		.trim();
}
