import { composeMaps } from '../../text/offsetMap.ts';
import { firstField, type MimePart, parseMime } from '../container/mime.ts';
import { type DecodedPart, decodeAs } from '../container/mimeCharset.ts';
import { decodeWords } from '../container/mimeFields.ts';
import { decodeTransfer, type TransferredBody } from '../container/mimeTransfer.ts';
import { emptyContent } from '../document.ts';
import { cleanField } from '../metadata/field.ts';
import { readHtml } from './html.ts';
import { findLeaf, mainPartOf } from './mailParts.ts';
import { mapBody, toMailBytes } from './mailPlaces.ts';
import { readPlainText } from './plainText.ts';
import type { BytesReader } from './reader.ts';

/**
 * Reads a web archive (MHTML, RFC 2557): the page that it was saved for, as `readHtml` reads a saved page. Where the page says nothing of its
 * title or site, what the browser wrote around it counts: the subject, the address. Not the day: it is that of saving, not of publishing. Its
 * pictures and frames are no text.
 * The offset map leads to the file as decoded whole, to what its transfer encoding left alone.
 */
export const readWebArchive: BytesReader = (file, context) => {
	const mail = toMailBytes(file);
	const { bytes } = mail;
	const { root } = parseMime(bytes);
	const page = decodePage(bytes, root);
	if (!page) {
		return emptyContent('html', [{ kind: 'damaged', detail: 'The web archive holds no page; save it from the browser again' }]);
	}
	const { text, encoding, problems, body } = page;
	const content = page.isHtml ? readHtml(text, context) : readPlainText(text, context);
	const address = ['snapshot-content-location', 'content-location']
		.map((name) => firstField(bytes, root, name))
		.find((value) => value !== '');
	return {
		...content,
		kind: 'html',
		title: content.title ?? cleanField(decodeWords(firstField(bytes, root, 'subject'))),
		publisher: content.publisher ?? siteOf(address ?? page.address),
		offsetMap: composeMaps(content.offsetMap, mapBody(mail, body, text, encoding)),
		problems: [...problems, ...content.problems],
	};
};

/** The page of a web archive, decoded. */
export interface ArchivedPage extends DecodedPart {
	readonly isHtml: boolean;
	/** Where it was, as the archive says; empty if it does not. */
	readonly address: string;
	readonly body: TransferredBody;
}

/**
 * The page of an archive: the part that it names as its main one, or the first that is HTML, or failing that the first text. `undefined` if it has
 * none of these.
 */
export function decodePage(bytes: Uint8Array, root: MimePart): ArchivedPage | undefined {
	const main = root.type === 'multipart/related' ? mainPartOf(bytes, root) : root;
	const html = (main && findLeaf(main, 'text/html')) ?? findLeaf(root, 'text/html') ?? findLeaf(root, 'application/xhtml+xml');
	const page = html ?? findLeaf(root, 'text/plain');
	if (!page) {
		return undefined;
	}
	const body = decodeTransfer(bytes, page.bodyStart, page.bodyEnd, firstField(bytes, page, 'content-transfer-encoding'));
	const decoded = decodeAs(body.bytes, page.parameters.get('charset'));
	return { ...decoded, isHtml: page === html, address: firstField(bytes, page, 'content-location'), body };
}

/** `example.org` for `https://www.example.org/page`; null for what is no address on the web. */
function siteOf(address: string): string | null {
	return cleanField(/^https?:\/\/(?:www\.)?([^/?#:@\s]{1,200})/i.exec(address.trim())?.[1]?.toLowerCase());
}
