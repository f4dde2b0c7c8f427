import type { Problem } from '../../base/problem.ts';
import { decodeBytes } from '../charset.ts';
import { decode, decodeStrictly, toKnownEncoding } from '../textDecoding.ts';
import { decodeBase64 } from './mimeTransfer.ts';

/** A text of a message, and what was not certain about it. */
export interface DecodedPart {
	readonly text: string;
	/** As the Encoding Standard calls it. */
	readonly encoding: string;
	readonly problems: readonly Problem[];
}

/** Names that mail programs write and the Encoding Standard does not know. */
const aliases: ReadonlyMap<string, string> = new Map([
	['cp949', 'euc-kr'],
	['ms949', 'euc-kr'],
	['uhc', 'euc-kr'],
	['x-windows-949', 'euc-kr'],
	['cp936', 'gbk'],
	['ms936', 'gbk'],
	['cp950', 'big5'],
	['cp932', 'shift_jis'],
	['windows-932', 'shift_jis'],
]);

/**
 * Decodes a text whose message calls its encoding `charset`. What is called ASCII, nothing, or by a name that nobody knows is decoded as any file
 * would be; what is valid UTF-8 is UTF-8 also where a western encoding is named, as forwarding programs often leave the old name on the new text.
 */
export function decodeAs(bytes: Uint8Array, charset: string | undefined): DecodedPart {
	const label =
		charset
			?.trim()
			.toLowerCase()
			.replace(/^["']|["']$/g, '') ?? '';
	if (label === 'iso-2022-kr') {
		return { text: decode(withoutShifts(bytes), 'euc-kr'), encoding: label, problems: [] };
	}
	if (label === 'utf-7' || label === 'unicode-1-1-utf-7') {
		return { text: decodeUtf7(bytes), encoding: label, problems: [] };
	}
	const encoding = label === '' ? undefined : toKnownEncoding(aliases.get(label) ?? label);
	if (encoding === undefined || encoding === 'utf-8' || /^(?:us-ascii|ascii|ansi_x3\.4.*|iso646-us)$/.test(label)) {
		const { text, encoding: found, problems, isBinary } = decodeBytes(bytes);
		if (!isBinary) {
			return { text, encoding: found, problems: isAscii(bytes) ? [] : problems.map((problem) => ofPart(problem, found)) };
		}
		// A file with so many zero bytes is no text; a part that its sender calls text is one.
		const plain = bytes.filter((byte) => byte !== 0);
		return plain.length > bytes.length * 0.9 && plain.length < bytes.length
			? { ...decodeAs(plain, charset), problems: [{ kind: 'invalidBytes', detail: 'Zero bytes were left out' }] }
			: {
					text: '',
					encoding: found,
					problems: [{ kind: 'partMissing', detail: 'A part that should be text holds binary data; it was left out' }],
				};
	}
	if (encoding.startsWith('windows-125') && !isAscii(bytes)) {
		const text = decodeStrictly(bytes, 'utf-8');
		if (text !== undefined) {
			return { text, encoding: 'utf-8', problems: [] };
		}
	}
	const strict = decodeStrictly(bytes, encoding);
	if (strict !== undefined) {
		return { text: strict, encoding, problems: [] };
	}
	const text = decodeStrictly(bytes, 'utf-8');
	return text === undefined
		? {
				text: decode(bytes, encoding),
				encoding,
				problems: [notDecoded(encoding)],
			}
		: { text, encoding: 'utf-8', problems: [] };
}

/** The problem of a file said of a part: the same for every part, so that a mailbox does not name one for each message. */
function ofPart(problem: Problem, encoding: string): Problem {
	return problem.kind === 'invalidBytes'
		? notDecoded(encoding)
		: problem.kind === 'encodingGuessed'
			? { ...problem, detail: `A part of it does not name its encoding; it was read as ${encoding}` }
			: problem;
}

function notDecoded(encoding: string): Problem {
	return { kind: 'invalidBytes', detail: `Some places could not be decoded as ${encoding}, shown as \uFFFD` };
}

/** Whether every byte is an ASCII character other than those by which encodings are switched. */
export function isAscii(bytes: Uint8Array): boolean {
	for (let at = 0; at < bytes.length; at++) {
		if (!isPlain(bytes[at] ?? 0)) {
			return false;
		}
	}
	return true;
}

/** The same of one byte. */
export function isPlain(byte: number): boolean {
	return byte <= 0x7f && byte !== 0x1b && byte !== 0x0e && byte !== 0;
}

/** ISO-2022-KR (RFC 1557) as EUC-KR: between shift out and shift in stand the same characters without their highest bits. */
function withoutShifts(bytes: Uint8Array): Uint8Array {
	const plain = new Uint8Array(bytes.length);
	let length = 0;
	let isShifted = false;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at] ?? 0;
		if (byte === 0x1b && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29) {
			at += 3;
		} else if (byte === 0x0e || byte === 0x0f) {
			isShifted = byte === 0x0e;
		} else {
			isShifted &&= byte !== 10;
			plain[length++] = isShifted && byte > 0x20 ? byte | 0x80 : byte;
		}
	}
	return plain.subarray(0, length);
}

/** UTF-7 (RFC 2152): between `+` and `-` stands UTF-16 in base64. */
function decodeUtf7(bytes: Uint8Array): string {
	const text = decode(bytes, 'windows-1252');
	return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, digits: string) => {
		if (digits === '') {
			return '+';
		}
		const units = decodeBase64(Uint8Array.from(digits, (digit) => digit.charCodeAt(0)));
		return new TextDecoder('utf-16be').decode(units.subarray(0, units.length & ~1));
	});
}
