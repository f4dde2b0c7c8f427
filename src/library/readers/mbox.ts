import { findMessages } from '../container/mailboxMessages.ts';
import { parseMime } from '../container/mime.ts';
import { emptyContent } from '../document.ts';
import { type MailBytes, toMailBytes } from './mailPlaces.ts';
import { decrypt, MailWriter } from './mailWriter.ts';
import { type BytesReader, stoppedEarly } from './reader.ts';

/**
 * Reads a mailbox as one document: each message a section under a heading of level 1 with its subject, in the file's order, up to the cap on text.
 * `>From` at the beginning of a line loses its mark. There is no author; a date and a mailing list only where all messages share it.
 * The offset map is that of `readMail`.
 */
export const readMailbox: BytesReader = (file, { caps }) => {
	const writer = new MailWriter(caps);
	const whole = toMailBytes(file);
	const dates = new Set<string | null>();
	const lists = new Set<string | null>();
	let isCut = false;
	for (const { start, end } of findMessages(whole.bytes)) {
		if (writer.isFull) {
			isCut = true;
			break;
		}
		const mail = unquote(whole, start, end);
		const { date, list } = writer.write(mail, parseMime(mail.bytes), 1);
		dates.add(date);
		lists.add(list);
	}
	const date = dates.size === 1 ? [...dates][0] : null;
	const publisher = lists.size === 1 ? [...lists][0] : null;
	const metadata = { date: date ?? null, publisher: publisher ?? null, language: writer.findLanguage(null) };
	if (writer.isEncrypted) {
		return { ...emptyContent('mbox', [{ kind: 'encrypted', detail: `Its messages are encrypted; ${decrypt}` }]), ...metadata };
	}
	const content = writer.build();
	const problems = isCut && !content.problems.includes(stoppedEarly) ? [...content.problems, stoppedEarly] : content.problems;
	return { ...emptyContent('mbox', []), ...metadata, ...content, problems };
};

const [lineFeed, greater] = [10, 0x3e];
const from = [...'From '].map((char) => char.charCodeAt(0));

/** A message as it was before it was put into the mailbox: lines that begin `>From ` (or with more of the mark) lose one. */
function unquote({ bytes, places }: MailBytes, start: number, end: number): MailBytes {
	// Asked of the message alone: looking for a mark in all of the mailbox would take its length for each message.
	const message = bytes.subarray(start, end);
	const marks: number[] = [];
	for (let at = message.indexOf(greater); at >= 0; at = message.indexOf(greater, at + 1)) {
		if (at === 0 || message[at - 1] === lineFeed) {
			const mark = at;
			while (message[at] === greater) {
				at++;
			}
			if (from.every((byte, index) => message[at + index] === byte)) {
				marks.push(mark);
			}
		}
	}
	if (marks.length === 0) {
		return { bytes: message, places, fileStart: start, gaps: new Int32Array(0) };
	}
	const plain = new Uint8Array(message.length - marks.length);
	let length = 0;
	let done = 0;
	for (const mark of [...marks, message.length]) {
		plain.set(message.subarray(done, mark), length);
		length += mark - done;
		done = mark + 1;
	}
	return { bytes: plain, places, fileStart: start, gaps: Int32Array.from(marks, (mark, index) => mark - index) };
}
