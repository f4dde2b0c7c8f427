/** Decodes bytes whose encoding is known, by its label; what means nothing in it becomes U+FFFD. */
export function decode(bytes: Uint8Array, encoding: string): string {
	if (encoding === ebcdic) {
		return decodeEbcdic(bytes);
	}
	if (encoding === dosLatin) {
		return decodeDosLatin(bytes);
	}
	return repairWindows1252(new TextDecoder(encoding).decode(bytes), encoding);
}

/** `undefined` if some bytes mean nothing in the encoding, or the encoding is unknown here. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
	if (encoding === ebcdic || encoding === dosLatin) {
		return decode(bytes, encoding);
	}
	try {
		return repairWindows1252(new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding);
	} catch (error) {
		if (error instanceof TypeError || error instanceof RangeError) {
			return undefined;
		}
		throw error;
	}
}

/** What the bytes 0x80 to 0x9F are in windows-1252 (https://encoding.spec.whatwg.org/index-windows-1252.txt). */
const windows1252 =
	'\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

/** Node 20 decodes windows-1252 as if it were ISO-8859-1 (nodejs/node 56542, 60888): 0x93 gives U+0093. Where the host does it right, nothing is left to repair. */
function repairWindows1252(text: string, encoding: string): string {
	if (encoding !== 'windows-1252' && encoding !== 'iso-8859-1') {
		return text;
	}
	return text.replace(/[\x80-\x9F]/g, (char) => windows1252[char.charCodeAt(0) - 0x80] ?? char);
}

/** Our label for EBCDIC with Latin letters (code page 500), which the Encoding Standard does not know. */
export const ebcdic = 'ibm500';

/** The characters of code page 500 from 0x40 up (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/EBCDIC/CP500.TXT). */
const ebcdicCharacters =
	' \xA0\xE2\xE4\xE0\xE1\xE3\xE5\xE7\xF1[.<(+!&\xE9\xEA\xEB\xE8\xED\xEE\xEF\xEC\xDF]$*);^-/\xC2\xC4\xC0\xC1\xC3\xC5\xC7\xD1\xA6,%_>?\xF8\xC9\xCA\xCB\xC8\xCD\xCE\xCF\xCC`:#@\'="\xD8abcdefghi\xAB\xBB\xF0\xFD\xFE\xB1\xB0jklmnopqr\xAA\xBA\xE6\xB8\xC6\xA4\xB5~stuvwxyz\xA1\xBF\xD0\xDD\xDE\xAE\xA2\xA3\xA5\xB7\xA9\xA7\xB6\xBC\xBD\xBE\xAC|\xAF\xA8\xB4\xD7{ABCDEFGHI\xAD\xF4\xF6\xF2\xF3\xF5}JKLMNOPQR\xB9\xFB\xFC\xF9\xFA\xFF\\\xF7STUVWXYZ\xB2\xD4\xD6\xD2\xD3\xD50123456789\xB3\xDB\xDC\xD9\xDA\x9F';

/** Of its control characters only the line ends and the tab mean anything in a text. */
const ebcdicControls = new Map([
	[0x05, '\t'],
	[0x0c, '\f'],
	[0x0d, '\r'],
	[0x15, '\n'],
	[0x25, '\n'],
]);

function decodeEbcdic(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => ebcdicCharacters[byte - 0x40] ?? ebcdicControls.get(byte) ?? ' ').join('');
}

/** Our label for the western European code page of DOS, which the Encoding Standard does not know. Its letters are those of code page 437 too. */
export const dosLatin = 'ibm850';

/** Its characters from 0x80 up (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT). */
const dosLatinCharacters =
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xAD±‗¾¶§÷¸°¨·¹³²■\xA0';

function decodeDosLatin(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (dosLatinCharacters[byte - 0x80] ?? ''))).join('');
}

/**
 * Decodes Korean in seven bits (RFC 1557), whose Hangul stands between the bytes 0x0E and 0x0F; `undefined` if its mark is not there or it makes no
 * sense.
 */
export function decodeSevenBitKorean(bytes: Uint8Array): string | undefined {
	if (!bytes.includes(0x0e) || !holdsKoreanMark(bytes)) {
		return undefined;
	}
	const plain = new Uint8Array(bytes.length);
	let length = 0;
	let isHangul = false;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at] ?? 0;
		if (byte === 0x0e || byte === 0x0f || byte === 0x0a) {
			isHangul = byte === 0x0e;
		}
		if (byte === 0x1b && bytes[at + 1] === 0x24) {
			at += 3;
		} else if (byte !== 0x0e && byte !== 0x0f) {
			plain[length++] = isHangul && byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte;
		}
	}
	return decodeStrictly(plain.subarray(0, length), 'euc-kr');
}

/** Whether the bytes hold `ESC $ ) C`. */
function holdsKoreanMark(bytes: Uint8Array): boolean {
	for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
		if (bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29 && bytes[at + 3] === 0x43) {
			return true;
		}
	}
	return false;
}

/** What the Encoding Standard calls an encoding (`euc-kr` for `ks_c_5601-1987`); `undefined` if nobody here knows it. */
export function toKnownEncoding(label: string): string | undefined {
	try {
		return new TextDecoder(label).encoding;
	} catch (error) {
		if (error instanceof RangeError) {
			return undefined;
		}
		throw error;
	}
}
