import { composeMaps, identityMap } from '../../text/offsetMap.ts';
import type { Caps } from '../caps.ts';
import { firstField, type MimePart } from '../container/mime.ts';
import { decodeAs } from '../container/mimeCharset.ts';
import { decodeTransfer, type TransferredBody } from '../container/mimeTransfer.ts';
import type { MappedText } from '../repair/edits.ts';
import { type MailBytes, mapBody } from './mailPlaces.ts';
import { type BodyText, renderHtmlBody, renderPlainBody } from './mailText.ts';
import { cutSource, stoppedEarly } from './reader.ts';
import { stripTags } from './stripTags.ts';

/** HTML is looked at so many times as far as its text would go: a letter of pictures in `data:` URIs is long and says little. */
const markupShare = 3;

/**
 * Reads one body of a message: its transfer encoding and its character encoding undone, its clean text led back to the file. `room` is how much text
 * still fits under the caps; little more is looked at.
 */
export function readBody(mail: MailBytes, part: MimePart, room: number, caps: Caps): BodyText {
	const body = transferOf(mail.bytes, part);
	const { text, encoding, problems } = decodeAs(body.bytes, part.parameters.get('charset'));
	const isHtml = part.type === 'text/html' || part.type === 'application/xhtml+xml' || /^\s{0,200}<(?:!doctype html|html)\b/i.test(text);
	const beginning = cutSource(text, { ...caps, maxTextLength: isHtml ? room * markupShare : room }).source;
	const places = composeMaps(identityMap(beginning.length), mapBody(mail, body, text, encoding));
	const source: MappedText = { text: beginning, offsetMap: places };
	const rendered = isHtml ? renderHtmlBody(source, caps.maxMarkupDepth) : renderPlain(source, part);
	const isCut = beginning.length < text.length && rendered.text.length < room;
	return { ...rendered, problems: [...problems, ...rendered.problems, ...(isCut ? [stoppedEarly] : [])] };
}

/** A part's body with its transfer encoding undone. */
export function transferOf(bytes: Uint8Array, part: MimePart): TransferredBody {
	return decodeTransfer(bytes, part.bodyStart, part.bodyEnd, firstField(bytes, part, 'content-transfer-encoding'));
}

function renderPlain(source: MappedText, part: MimePart): BodyText {
	const isRich = part.type === 'text/enriched' || part.type === 'text/richtext';
	const { text, offsetMap } = isRich ? stripTags(source.text) : source;
	const plain = isRich ? { text, offsetMap: composeMaps(offsetMap, source.offsetMap) } : source;
	return renderPlainBody(plain, {
		isFlowed: part.parameters.get('format')?.toLowerCase() === 'flowed',
		deletesSpace: part.parameters.get('delsp')?.toLowerCase() === 'yes',
	});
}
