import type { Range } from '../../text/range.ts';
import { fieldNameAt, knownFields, latinOf } from './mime.ts';

const lineFeed = 10;
const capitalF = 0x46;

/**
 * The messages of a mailbox (mbox), as ranges of bytes, without the line `From …` that begins each: one is where that line stands behind an empty
 * line or at the beginning, names a time, and has a header below it; or stands there just as programs write it, with a field of a mail below. Lengths that a message states of itself are not believed.
 */
export function* findMessages(bytes: Uint8Array): Generator<Range> {
	let start: number | undefined;
	let isBlankBefore = true;
	for (let at = 0; at < bytes.length; ) {
		const lineBreak = bytes.indexOf(lineFeed, at);
		const next = lineBreak < 0 ? bytes.length : lineBreak + 1;
		if (bytes[at] === capitalF && (isBlankBefore ? isSeparator(bytes, at) : isSureSeparator(bytes, at))) {
			if (start !== undefined) {
				yield { start, end: at };
			}
			start = next;
		} else if (start === undefined && next - at > 2) {
			// A mailbox that lost its first line.
			start = at;
		}
		isBlankBefore = next - at <= 2 && (next - at === 1 || bytes[at] === 13);
		at = next;
	}
	if (start !== undefined && start < bytes.length) {
		yield { start, end: bytes.length };
	}
}

/** Whether the line that begins there parts messages: `From ana@example.org Mon Jun  1 10:00:00 2009`, with a field of a header below. */
export function isSeparator(bytes: Uint8Array, start: number): boolean {
	const line = lineAt(bytes, start);
	if (!/^From \s{0,5}\S/.test(line) || !/ (?:\d{1,2}:\d{2}|(?:19|20)\d\d)/.test(line)) {
		return false;
	}
	const next = start + line.length + 1;
	// Some programs quote the line of a forwarded mailbox and leave it there.
	return fieldNameAt(bytes, next, Math.min(bytes.length, next + 200)) !== undefined || lineAt(bytes, next).startsWith('>From ');
}

/** The same where no empty line stands before it, as some programs leave it out. */
function isSureSeparator(bytes: Uint8Array, start: number): boolean {
	const line = lineAt(bytes, start);
	const next = start + line.length + 1;
	return (
		/^From \S{1,200} {1,3}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d /.test(line) &&
		knownFields.has(fieldNameAt(bytes, next, Math.min(bytes.length, next + 200))?.toLowerCase() ?? '')
	);
}

/** So long is the line at most: an address and a time. Bytes. */
const maxLineLength = 300;

function lineAt(bytes: Uint8Array, start: number): string {
	const part = bytes.subarray(start, start + maxLineLength);
	const end = part.indexOf(lineFeed);
	return latinOf(part, 0, end < 0 ? part.length : end);
}
