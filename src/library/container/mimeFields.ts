import { decodeStrictly } from '../textDecoding.ts';
import { decodeAs, isAscii } from './mimeCharset.ts';
import { decodeBase64 } from './mimeTransfer.ts';

/** The value of a header field that has parameters: `text/plain; charset=utf-8`. */
export interface FieldValue {
	/** What stands before the first parameter. */
	readonly value: string;
	/** Names in lower case, values decoded (RFC 2231, and encoded words, which many programs write there). */
	readonly parameters: ReadonlyMap<string, string>;
}

/**
 * Parses a value with parameters (RFC 2045, 2231). `text` holds a character for each byte. Lenient where programs are: semicolons may be missing,
 * values hold spaces without quotes, a comment stands behind. Where a parameter is given twice the first counts.
 */
export function parseFieldValue(text: string): FieldValue {
	const end = /[;\s]/.exec(text)?.index ?? text.length;
	const raw = new Map<string, string>();
	const name = /([\w!#$%&'*+.^`|~-]{1,60})[ \t]*=[ \t]*/g;
	name.lastIndex = end;
	for (let match = name.exec(text); match; match = name.exec(text)) {
		const start = name.lastIndex;
		const valueEnd = text[start] === '"' ? endOfQuoted(text, start) : endOfBare(text, start);
		const written = text.slice(start, valueEnd);
		const key = (match[1] ?? '').toLowerCase();
		if (!raw.has(key)) {
			raw.set(key, written.startsWith('"') ? unquote(written) : written.replace(/[ \t]\([^()]*\)[ \t]*$/, '').trim());
		}
		name.lastIndex = Math.max(valueEnd, start);
	}
	return { value: text.slice(0, end), parameters: joinContinued(raw) };
}

/** Behind the quotation mark that closes; the end of the text if none does. */
function endOfQuoted(text: string, start: number): number {
	for (let at = start + 1; at < text.length; at++) {
		if (text[at] === '\\') {
			at++;
		} else if (text[at] === '"') {
			return at + 1;
		}
	}
	return text.length;
}

/** The next semicolon, or the white space before the next parameter where the semicolon was forgotten. */
function endOfBare(text: string, start: number): number {
	const semicolon = text.indexOf(';', start);
	const end = semicolon < 0 ? text.length : semicolon;
	const next = /[ \t][\w-]{1,60}\*?=/.exec(text.slice(start, end));
	return next ? start + next.index : end;
}

function unquote(quoted: string): string {
	return quoted.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1');
}

/** Puts values together that were written in pieces (`filename*0*`, `filename*1`), and decodes all of them. */
function joinContinued(raw: ReadonlyMap<string, string>): Map<string, string> {
	const joined = new Map<string, string>();
	const pieces = new Map<string, { readonly at: number; readonly bytes: string }[]>();
	const charsets = new Map<string, string>();
	for (const [key, value] of raw) {
		const match = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/.exec(key);
		if (!match) {
			joined.set(key, decodeWords(value));
			continue;
		}
		const [, base = '', number, star] = match;
		const at = Number(number ?? 0);
		const isEncoded = number === undefined || star !== undefined;
		const charset = isEncoded && at === 0 ? /^([^']{0,40})'[^']{0,40}'/.exec(value) : null;
		if (charset) {
			charsets.set(base, charset[1] ?? '');
		}
		const text = value.slice(charset?.[0].length ?? 0);
		const list = pieces.get(base) ?? [];
		list.push({ at, bytes: isEncoded ? unescapePercent(text) : text });
		pieces.set(base, list);
	}
	for (const [base, list] of pieces) {
		list.sort((a, b) => a.at - b.at);
		joined.set(base, decodeAs(toBytes(list.map(({ bytes }) => bytes).join('')), charsets.get(base)).text);
	}
	return joined;
}

function unescapePercent(text: string): string {
	return text.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** `=?utf-8?Q?caf=C3=A9?=`, with a language perhaps. Some programs leave spaces in the text. */
const encodedWord = /=\?([\w.:+-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?]{0,2000})\?=/gi;

/**
 * Decodes the text of a header field: encoded words (RFC 2047), and characters that stand there unencoded. `text` holds a character for each byte.
 * Words that follow each other in one encoding are decoded as one, because programs break them in the middle of a character. `charset` is what
 * the message is written in, as far as it says: who leaves a header unencoded writes it so too.
 */
export function decodeWords(text: string, charset?: string): string {
	const pieces: string[] = [];
	let pending: { readonly charset: string; bytes: string } | undefined;
	let done = 0;
	const flush = () => {
		pieces.push(pending ? decodeAs(toBytes(pending.bytes), pending.charset).text : '');
		pending = undefined;
	};
	for (const match of text.matchAll(encodedWord)) {
		const [whole, label = '', way = '', content = ''] = match;
		const between = text.slice(done, match.index);
		const isNext = pending !== undefined && /^[ \t\r\n]*$/.test(between);
		if (!isNext || pending?.charset !== label.toLowerCase()) {
			flush();
			pieces.push(isNext ? '' : decodeUnencoded(between, charset));
			pending = { charset: label.toLowerCase(), bytes: '' };
		}
		if (pending) {
			pending.bytes += way === 'b' || way === 'B' ? fromBase64(content) : fromQ(content);
		}
		done = match.index + whole.length;
	}
	flush();
	pieces.push(decodeUnencoded(text.slice(done), charset));
	return pieces.join('');
}

/** Characters that no program should have written into a header, as they were meant: UTF-8, or what the bytes say they are. */
function decodeUnencoded(text: string, charset: string | undefined): string {
	const bytes = toBytes(text);
	if (isAscii(bytes)) {
		return text;
	}
	return decodeStrictly(bytes, 'utf-8') ?? decodeAs(bytes, charset).text;
}

function fromQ(text: string): string {
	return text.replace(/_/g, ' ').replace(/=([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function fromBase64(text: string): string {
	return [...decodeBase64(toBytes(text))].map((byte) => String.fromCharCode(byte)).join('');
}

function toBytes(latin: string): Uint8Array {
	return Uint8Array.from(latin, (char) => char.charCodeAt(0));
}
