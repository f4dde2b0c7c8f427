import { findDate } from '../../library/metadata/date.ts';
import type { Range } from '../../text/range.ts';

/** A line, or a few, that say who wrote what follows, or the `>` by which a mail quotes. */
export interface MailMark extends Range {
	/** `attribution`: `On 3 May, Ana wrote:`. */
	readonly kind: 'header' | 'attribution' | 'quote';
	/** How many `>` stand before it, or before the line it is in. */
	readonly depth: number;
	readonly writer: string | null;
	/** All whom it names with an address, and the writer. */
	readonly names: readonly string[];
	/** EDTF. */
	readonly date: string | null;
}

/** What a line of a mail's header, or of a memo's, tells; its names as mail programs write them. */
const fieldNames: readonly (readonly [field: 'from' | 'to' | 'cc' | 'date' | 'subject' | 'other', names: string])[] = [
	['from', 'from|von|de|da|van|fra|från|보낸\\s?사람|보낸이|발신|差出人|发件人|寄件者'],
	['to', 'to|an|à|para|per|aan|til|till|받는\\s?사람|받는이|수신|宛先|收件人|收件者'],
	[
		'date',
		'date|sent|datum|gesendet|envoyé|fecha|enviado(?:\\s+el)?|data|inviato|verzonden|sendt|skickat|날짜|보낸\\s?날짜|日時|送信日時|日期|发送时间',
	],
	['subject', 'subject|re|betreff|objet|asunto|oggetto|onderwerp|emne|ämne|assunto|제목|件名|主题|主旨'],
	['cc', 'cc|kopie|참조'],
	['other', 'bcc|reply-to|newsgroups|organization|importance|attachments'],
];
const fieldLine = fieldNames.map(
	([field, names]) => [field, new RegExp(`^[*_]{0,2}(?:${names})[*_]{0,2}\\s?[:：][*_]{0,2}(?:\\s|$)`, 'iu')] as const,
);

/** More lines than this no header has. */
const maxHeaderLines = 10;
const maxLine = 400;

/** The mark that begins with the line `[start, end)`; `undefined` if it begins none. It looks at a few lines further. */
export function readMailMark(text: string, start: number, end: number): MailMark | undefined {
	const line = text.slice(start, Math.min(end, start + maxLine));
	const quote = /^\s{0,3}(?:>\s?){1,9}/.exec(line);
	const depth = quote === null ? 0 : quote[0].split('>').length - 1;
	const attribution = readAttribution(text, start + (quote?.[0].length ?? 0), end, depth);
	if (attribution !== undefined) {
		return { ...attribution, start };
	}
	if (quote !== null) {
		return { kind: 'quote', start, end: start + quote[0].length, depth, writer: null, names: [], date: null };
	}
	return /[:：]/.test(line.slice(0, 25)) ? readHeader(text, start) : undefined;
}

/** Lines one below the other that say from whom, and to whom or when or about what. */
function readHeader(text: string, start: number): MailMark | undefined {
	const values = new Map<string, string>();
	let end = start;
	for (let at = start, count = 0; at < text.length && count < maxHeaderLines; count++) {
		const newline = text.indexOf('\n', at);
		const lineEnd = newline < 0 ? text.length : newline;
		const line = text.slice(at, Math.min(lineEnd, at + maxLine)).trimStart();
		const field = fieldLine.find(([, pattern]) => pattern.test(line))?.[0];
		// A list of receivers goes on in the next line.
		const goesOn = values.size > 0 && /^[^\n:]{1,200}@/.test(line) && !/[.!?]$/.test(line.trimEnd());
		if (field === undefined && !goesOn) {
			break;
		}
		if (field !== undefined && field !== 'other' && field !== 'cc' && values.has(field)) {
			break;
		}
		if (field !== undefined) {
			values.set(
				field,
				line
					.slice(line.search(/[:：]/) + 1)
					.replace(/^[*_]{1,2}/, '')
					.trim(),
			);
		}
		end = lineEnd;
		at = lineEnd + 1;
	}
	const from = values.get('from');
	const others = ['to', 'date', 'subject'].filter((field) => values.has(field)).length;
	const date = values.get('date') === undefined ? null : (findDate(values.get('date') ?? '')?.date ?? null);
	// Without an address or a date, `From: …` and `To: …` may be of a timetable.
	const isMail = from !== undefined && (others >= 2 || (others === 1 && (from.includes('@') || date !== null || values.has('subject'))));
	if (!isMail) {
		return undefined;
	}
	const writer = readWriter(from);
	return {
		kind: 'header',
		start: startBehindRule(text, start),
		end,
		depth: 0,
		writer,
		names: listNames(writer, text.slice(start, end), [values.get('to') ?? '', values.get('cc') ?? '']),
		date,
	};
}

/** `-----Original Message-----` belongs to the header below. */
function startBehindRule(text: string, start: number): number {
	const before = text.lastIndexOf('\n', start - 2) + 1;
	return start > 0 &&
		/^(?:[-_–—]{3,}[^\n]{0,60}|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:)$/.test(text.slice(before, start - 1).trim())
		? before
		: start;
}

/** Those of a header who are surely people or offices with a name: a name stands before an address. */
function listNames(writer: string | null, header = '', receivers: readonly string[] = []): string[] {
	const named = [...header.slice(0, 4_000).matchAll(/(?<=[:,;>\]]\s{0,3})["'“]?(\p{L}[^<>@:;,"”\n]{1,60}?)["'”]?\s<[^<>\s]{3,100}>/gu)].map(
		(match) => match[1] ?? '',
	);
	const listed = receivers.flatMap((list) => (list.includes('@') ? [] : list.split(/[;,]/).map((name) => name.trim())));
	return [...(writer === null || writer.includes('@') ? [] : [writer]), ...named, ...listed];
}

/** `On Mon, May 3, 2021 at 10:00 AM Ana Holt <ana@example.org> wrote:`, which may be broken into two lines; nothing stands behind it. */
function readAttribution(text: string, start: number, end: number, depth: number): Omit<MailMark, 'start'> | undefined {
	const opening = text.slice(start, Math.min(end, start + 220));
	if (!/^(?:On|Am|Le|El|Il|Op|Den|Em|\d{4}[년./-])\s?\S|(?:wrote|writes|schrieb|작성)\s?:\s*$/u.test(opening) || end - start > 220) {
		return undefined;
	}
	let lineEnd = end;
	for (let line = 0; line < 2; line++) {
		const words = text.slice(start, lineEnd).replace(/\n(?:>\s?){0,9}/g, ' ');
		const match =
			/^(?<before>.{3,220}?)\s(?:wrote|writes|a écrit|escribió|ha scritto|schreef|skrev|escreveu)\s?:\s*$/u.exec(words) ??
			/^(?<before>.{3,220}?)(?:님이\s?작성):\s*$/u.exec(words) ??
			/^(?<before>Am\s.{3,120}?)\sschrieb\s(?<behind>.{2,120}?):\s*$/u.exec(words);
		if (match !== null) {
			const date = findDate(match.groups?.before ?? '')?.date ?? null;
			const isNamed = /^\s*\n(?:\s*\n)?\s{0,3}>/.test(text.slice(lineEnd, lineEnd + 20)) || date !== null;
			const writer = match.groups?.behind === undefined ? lastWords(match.groups?.before ?? '') : readWriter(match.groups.behind);
			return isNamed && writer !== null ? { kind: 'attribution', end: lineEnd, depth, writer, names: listNames(writer), date } : undefined;
		}
		const next = text.indexOf('\n', lineEnd + 1);
		lineEnd = lineEnd >= text.length ? lineEnd : next < 0 ? text.length : next;
	}
	return undefined;
}

/** The name that ends the words before `wrote`: back to a number, a comma, or the words of a time. */
function lastWords(before: string): string | null {
	const name = /^(.*?)\s*\(?(?:<[^<>]{3,100}>|\[mailto:[^\]]{3,100}\])\)?\s*$/u.exec(before);
	const words = (name?.[1] ?? before).replace(/["“”]/g, '').split(/\s+/);
	const kept: string[] = [];
	while (words.length > 0 && kept.length < 5) {
		const word = words.pop() ?? '';
		if (/[\d,;:]$|\d|^(?:at|um|à|kl|[ap]\.?m\.?|utc|gmt|c?est|cet|oras|uhr|las?|alle)\.?$/iu.test(word)) {
			break;
		}
		kept.unshift(word);
	}
	return kept.length === 0 ? readWriter(before.slice(before.lastIndexOf(' ') + 1)) : readWriter(kept.join(' '));
}

/** Somebody as a mail's field names them: the name, else the address. */
function readWriter(value: string): string | null {
	const name = value
		.replace(/\s*\(?(?:<[^<>]{0,200}>|\[mailto:[^\]]{0,200}\])\)?.*$/iu, '')
		.replace(/^["'“”\s]+|["'“”\s]+$/g, '')
		.trim();
	const address = /[^\s<>()[\]:]{1,64}@[^\s<>()[\]:,;]{1,190}/.exec(value)?.[0];
	const words = name === '' ? (address ?? '') : name;
	return words === '' || words.length > 80 ? null : words;
}
