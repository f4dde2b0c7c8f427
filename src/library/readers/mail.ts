import { firstField, parseMime } from '../container/mime.ts';
import { emptyContent } from '../document.ts';
import { cleanField } from '../metadata/field.ts';
import { toMailBytes } from './mailPlaces.ts';
import { decrypt, MailWriter } from './mailWriter.ts';
import type { BytesReader } from './reader.ts';

/**
 * Reads a mail: the lines of its header that people read, its text (the plain one, or the HTML one where there is no other worth the name), and the
 * mails and texts attached to it as sections. Other attachments are named among the problems. Title is the subject, author the sender, publisher the
 * mailing list, date the day that the sender's calendar showed.
 *
 * The offset map leads to the file as decoded whole (`decodeBytes`): to what stands there as it is read, so not to base64, to escaped characters of
 * quoted-printable, to encoded words, or to a text whose encoding is another than the file's.
 */
export const readMail: BytesReader = (file, { caps }) => {
	const writer = new MailWriter(caps);
	const mail = toMailBytes(file);
	const { bytes } = mail;
	const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
	const message = parseMime(bytes, start);
	const header = writer.write(mail, message, 0);
	const declared = cleanField(firstField(bytes, message.root, 'content-language').split(',', 1)[0]);
	const language = writer.findLanguage(declared);
	const metadata = { title: header.subject, author: header.author, date: header.date, publisher: header.list, language };
	if (writer.isEncrypted) {
		return { ...emptyContent('eml', [{ kind: 'encrypted', detail: `The mail is encrypted; ${decrypt}` }]), ...metadata };
	}
	return { ...emptyContent('eml', []), ...metadata, ...writer.build() };
};
