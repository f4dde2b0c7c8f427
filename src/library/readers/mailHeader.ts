import { MappedTextBuilder } from '../../text/offsetMap.ts';
import { fieldText, firstField, latinOf, type MimePart } from '../container/mime.ts';
import { decodeWords } from '../container/mimeFields.ts';
import { parseDate } from '../metadata/date.ts';
import { cleanField } from '../metadata/field.ts';
import type { MappedText } from '../repair/edits.ts';
import { formatAddress, parseAddresses } from './mailAddresses.ts';
import { findLeaf } from './mailParts.ts';
import { type MailBytes, toFileByte } from './mailPlaces.ts';

/** What the header of a mail says, as people read it. */
export interface MailHeader {
	readonly subject: string | null;
	/** The names of those who wrote it, or their addresses. */
	readonly author: string | null;
	/** The day in the sender's own time zone, EDTF. */
	readonly date: string | null;
	/** The mailing list. */
	readonly list: string | null;
	/** The lines to show, each with the map to the file; without the subject where it is a heading. */
	readonly lines: readonly MappedText[];
	/** The subject as a heading, if it is one. */
	readonly heading: MappedText | null;
}

/** The fields that a reader wants, in the order in which mail programs show them. */
const shownFields: readonly (readonly [field: string, label: string])[] = [
	['from', 'From'],
	['to', 'To'],
	['newsgroups', 'Newsgroups'],
	['cc', 'Cc'],
	['bcc', 'Bcc'],
	['date', 'Date'],
	['subject', 'Subject'],
];

/** Reads the header of a message; `hasHeading` says that its subject stands over it. */
export function readMailHeader(mail: MailBytes, part: MimePart, hasHeading: boolean): MailHeader {
	const { bytes } = mail;
	const charset = (findLeaf(part, 'text/plain') ?? findLeaf(part, 'text/html'))?.parameters.get('charset');
	const senders = parseAddresses(firstField(bytes, part, 'from') || firstField(bytes, part, 'sender'), charset);
	const names = senders.slice(0, 10).map(({ name, address }) => name ?? address);
	const list = firstField(bytes, part, 'list-id');
	const subject = cleanField(decodeWords(firstField(bytes, part, 'subject'), charset));
	return {
		subject,
		author: cleanField(names.join(', ')),
		date: parseMailDate(firstField(bytes, part, 'date')) ?? null,
		list: cleanField(decodeWords(list.replace(/<[^<>]*>$/, '').replace(/^"|"\s*$/g, ''))) ?? cleanField(list.replace(/[<>]/g, '')),
		heading: hasHeading ? placeLine(mail, part, 'subject', subject ?? '(no subject)') : null,
		lines: shownFields.flatMap(([name, label]) => {
			const value = hasHeading && name === 'subject' ? null : showField(bytes, part, name, charset);
			return value === null ? [] : [placeLine(mail, part, name, `${label}: ${value}`)];
		}),
	};
}

function showField(bytes: Uint8Array, part: MimePart, name: string, charset: string | undefined): string | null {
	if (name === 'subject' || name === 'date' || name === 'newsgroups') {
		return cleanField(decodeWords(firstField(bytes, part, name), charset));
	}
	// A list may be spread over several fields; for a single sender, the first counts.
	const values = part.fields.filter((field) => field.name === name).slice(0, name === 'from' ? 1 : 50);
	const shown = values.flatMap((field) => parseAddresses(fieldText(bytes, field), charset).map(formatAddress));
	return shown.length === 0 ? null : shown.join(', ');
}

/** So many words that stand nowhere in the field, and the rest of the line is left without a place. */
const maxStrayWords = 8;

/** Leads the words of a line back to the field it shows, as far as they stand there. */
function placeLine(mail: MailBytes, part: MimePart, name: string, line: string): MappedText {
	const builder = new MappedTextBuilder();
	const field = part.fields.find((candidate) => candidate.name === name);
	const start = field && mail.places ? mail.bytes.lastIndexOf(10, Math.max(0, field.start - 1)) + 1 : 0;
	let strayCount = field && mail.places ? 0 : maxStrayWords;
	let done = 0;
	if (field && strayCount < maxStrayWords) {
		const raw = latinOf(mail.bytes, start, Math.min(field.end, start + 8192));
		let cursor = 0;
		for (const match of line.matchAll(/\S+/g)) {
			const [word] = match;
			const at = strayCount < maxStrayWords ? raw.indexOf(word, cursor) : -1;
			const offset = at < 0 ? -1 : (mail.places?.offsetOf(toFileByte(mail, start + at)) ?? -1);
			if (offset < 0 || !mail.places?.holds(word, 0, word.length, offset)) {
				strayCount++;
				continue;
			}
			builder.addOwn(line.slice(done, match.index));
			builder.addFromSource(word, offset);
			done = match.index + word.length;
			cursor = at + word.length;
		}
	}
	builder.addOwn(line.slice(done));
	return builder.build();
}

/**
 * The day of a `Date` field as the sender's calendar showed it: `Fri, 7 Oct 1994 16:15:05 -0700 (PDT)` is `1994-10-07`. Two digits of a year are
 * those of RFC 5322 (`97` is 1997, `21` is 2021); other forms are read where they are dates and nothing else. `undefined` if it is none.
 */
export function parseMailDate(text: string): string | undefined {
	const line = text
		.slice(0, 300)
		.replace(/\([^()]{0,100}\)/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	if (line === '') {
		return undefined;
	}
	const usual = /(?:^|[\s,])(\d{1,2})[ -]([A-Za-z]{3})[a-z]{0,6}\.?,?[ -](\d{4}|\d{2,3})(?=[\s,]|$)/.exec(line);
	if (usual) {
		const [, day = '', month = '', year = ''] = usual;
		return parseDate(`${Number(day)} ${month} ${fullYear(year)}`);
	}
	// Mon Jun 01 10:00:00 2009, with a time zone perhaps.
	const old = /(?:^|\s)([A-Za-z]{3}) (\d{1,2}) \d{1,2}:\d{2}(?::\d{2})?(?: [A-Z]{3,5}| [+-]\d{4})? (\d{4})\b/.exec(line);
	if (old) {
		return parseDate(`${Number(old[2])} ${old[1]} ${old[3]}`);
	}
	const numbers = /^(\d{4}-\d{2}-\d{2})(?=[T ]|$)/.exec(line);
	return parseDate(numbers?.[1] ?? line);
}

function fullYear(year: string): number {
	const number = Number(year);
	return year.length === 4 ? number : year.length === 3 || number >= 50 ? number + 1900 : number + 2000;
}
