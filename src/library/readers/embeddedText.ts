import type { Caps } from '../caps.ts';
import { decodeBytes } from '../charset.ts';
import { parseMime } from '../container/mime.ts';
import type { DocumentContent } from '../document.ts';
import { recogniseBytes, recogniseText } from '../format.ts';
import { renderMarkup } from './htmlText.ts';
import { MarkupTooDeep, parseMarkup } from './markupTree.ts';
import { decodePage } from './mhtml.ts';
import type { OfficeFlow } from './officeFlow.ts';
import { readRtfText } from './rtf.ts';
import { stripTags } from './stripTags.ts';

/** What of a document's content an embedding one takes over. */
export type EmbeddedText = Pick<DocumentContent, 'text' | 'headings'>;

/** Reads a page, a web archive, RTF or plain text that is embedded in a document; undefined if it is of another kind. */
export function readEmbeddedPage(part: Uint8Array, name: string, caps: Caps): EmbeddedText | undefined {
	if (recogniseBytes(part, name)?.kind === 'rtf') {
		return readRtfText(part, caps);
	}
	const { root } = parseMime(part);
	const page = root.parts.length > 0 ? decodePage(part, root) : undefined;
	if (page) {
		return page.isHtml ? renderPage(page.text, caps.maxMarkupDepth) : { text: page.text, headings: [] };
	}
	const { text, isBinary } = decodeBytes(part);
	const format = recogniseBytes(part, name) ?? recogniseText(text, name);
	if (isBinary || !format.isText || (format.kind !== 'html' && format.kind !== 'txt')) {
		return undefined;
	}
	return format.kind === 'html' ? renderPage(text, caps.maxMarkupDepth) : { text, headings: [] };
}

/** Writes a text that stands in another document, a paragraph for each of its lines. */
export function writeEmbedded(flow: OfficeFlow, { text, headings }: EmbeddedText): void {
	const levels = new Map(headings.map(({ start, level }) => [start, level]));
	let start = 0;
	flow.openBox();
	for (const line of text.split('\n')) {
		if (line.trim() !== '') {
			flow.writeParagraph(line, levels.get(start) ?? 0);
		}
		start += line.length + 1;
	}
	flow.closeBox();
}

function renderPage(source: string, maxDepth: number): EmbeddedText {
	try {
		return renderMarkup(parseMarkup(source, maxDepth).root, { includesElement: () => true, includesText: () => true });
	} catch (error) {
		if (error instanceof MarkupTooDeep) {
			return stripTags(source);
		}
		throw error;
	}
}
