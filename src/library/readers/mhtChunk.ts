/** A header of a MIME part is no longer than this; what follows is text. UTF-16 units. */
const maxHeaderLength = 10_000;
const maxParts = 1000;

/**
 * The HTML page of a web archive (MHTML, RFC 2557) that stands inside of another document, its transfer encoding undone; `undefined` if there is
 * none. Only what programs write into Word documents is understood: parts in one level, quoted-printable, base64 or as they are.
 */
export function findPageOfArchive(bytes: Uint8Array): Uint8Array | undefined {
	const source = new TextDecoder('latin1').decode(bytes);
	const boundary = /\bboundary\s*=\s*"?([^"\r\n;]{1,100})/i.exec(source.slice(0, maxHeaderLength))?.[1];
	if (boundary === undefined) {
		return undefined;
	}
	const mark = `--${boundary.trim()}`;
	let start = source.indexOf(mark);
	for (let count = 0; start >= 0 && count < maxParts; count++) {
		const end = source.indexOf(mark, start + mark.length);
		const part = source.slice(start + mark.length, end < 0 ? source.length : end);
		const gap = /\r?\n\r?\n/.exec(part.slice(0, maxHeaderLength));
		const header = gap ? part.slice(0, gap.index) : '';
		if (gap && /^content-type:\s*text\/html/im.test(header)) {
			const encoding = /^content-transfer-encoding:\s*([\w-]{1,20})/im.exec(header)?.[1]?.toLowerCase();
			return decodeTransfer(part.slice(gap.index + gap[0].length), encoding);
		}
		start = end;
	}
	return undefined;
}

/** `text` holds a byte in each unit. */
function decodeTransfer(text: string, encoding: string | undefined): Uint8Array {
	if (encoding === 'base64') {
		return decodeBase64(text);
	}
	const plain =
		encoding === 'quoted-printable'
			? text
					.replace(/=[ \t]{0,20}\r?\n/g, '')
					.replace(/=([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
			: text;
	return Uint8Array.from(plain, (char) => char.charCodeAt(0));
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What is no digit is passed over, as mail programs do. */
function decodeBase64(text: string): Uint8Array {
	const bytes: number[] = [];
	let value = 0;
	let bitCount = 0;
	for (const char of text) {
		const digit = digits.indexOf(char);
		if (digit >= 0) {
			value = ((value << 6) | digit) & 0xffffff;
			bitCount += 6;
			if (bitCount >= 8) {
				bitCount -= 8;
				bytes.push((value >>> bitCount) & 0xff);
			}
		}
	}
	return Uint8Array.from(bytes);
}
