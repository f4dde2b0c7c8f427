/** A body with its transfer encoding undone. */
export interface TransferredBody {
	readonly bytes: Uint8Array;
	/**
	 * What of it stands in the encoded body as it is: three numbers for each piece, where it begins here, where there, and its length in bytes.
	 * Empty for base64.
	 */
	readonly pieces: readonly number[];
}

/** Undoes the transfer encoding of `bytes[start, end)` (RFC 2045): base64, quoted-printable; what is called otherwise stands as it is. Never throws. */
export function decodeTransfer(bytes: Uint8Array, start: number, end: number, encoding: string): TransferredBody {
	const name = encoding.trim().toLowerCase();
	if (name.startsWith('base64')) {
		return { bytes: decodeBase64(bytes.subarray(start, end)), pieces: [] };
	}
	if (name.startsWith('quoted-printable')) {
		return decodeQuotedPrintable(bytes, start, end);
	}
	return { bytes: bytes.subarray(start, end), pieces: end > start ? [0, start, end - start] : [] };
}

/** How many bytes the body has once its transfer encoding is undone, without undoing it; exact for base64, near for quoted-printable. */
export function transferredLength(bytes: Uint8Array, start: number, end: number, encoding: string): number {
	if (!encoding.trim().toLowerCase().startsWith('base64')) {
		return end - start;
	}
	let digitCount = 0;
	for (let at = start; at < end; at++) {
		digitCount += (digitOf[bytes[at] ?? 0] ?? none) < none ? 1 : 0;
	}
	return Math.floor((digitCount * 3) / 4);
}

const none = 64;
const digitOf = new Uint8Array(256).fill(none);
for (const [value, digit] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) {
	digitOf[digit.charCodeAt(0)] = value;
}

/** What is no digit is passed over, as mail programs do; the sign that ends a group ends it, so that a text of several groups is decoded whole. */
export function decodeBase64(bytes: Uint8Array): Uint8Array {
	const decoded = new Uint8Array(Math.ceil((bytes.length * 3) / 4));
	let length = 0;
	let value = 0;
	let bitCount = 0;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at] ?? 0;
		const digit = digitOf[byte] ?? none;
		if (digit < none) {
			value = ((value << 6) | digit) & 0xffffff;
			bitCount += 6;
			if (bitCount >= 8) {
				bitCount -= 8;
				decoded[length++] = (value >>> bitCount) & 0xff;
			}
		} else if (byte === 0x3d) {
			bitCount = 0;
		}
	}
	return decoded.subarray(0, length);
}

const [lineFeed, carriageReturn, equals, space, tab] = [10, 13, 0x3d, 0x20, 0x09];

function decodeQuotedPrintable(bytes: Uint8Array, start: number, end: number): TransferredBody {
	const body = bytes.subarray(start, end);
	const decoded = new Uint8Array(body.length);
	const pieces: number[] = [];
	let length = 0;
	let plainStart = 0;
	const take = (to: number) => {
		if (to > plainStart) {
			decoded.set(body.subarray(plainStart, to), length);
			pieces.push(length, start + plainStart, to - plainStart);
			length += to - plainStart;
		}
	};
	for (let at = body.indexOf(equals); at >= 0; at = body.indexOf(equals, at)) {
		const high = hexOf(body[at + 1]);
		const low = hexOf(body[at + 2]);
		if (high >= 0 && low >= 0) {
			take(at);
			decoded[length++] = high * 16 + low;
			at += 3;
			plainStart = at;
			continue;
		}
		// A line that goes on; spaces behind the sign were put there on the way.
		let next = at + 1;
		while (body[next] === space || body[next] === tab) {
			next++;
		}
		next += body[next] === carriageReturn ? 1 : 0;
		if (next >= body.length || body[next] === lineFeed) {
			take(at);
			plainStart = Math.min(body.length, next + 1);
		}
		at = Math.max(at + 1, plainStart);
	}
	take(body.length);
	return { bytes: decoded.subarray(0, length), pieces };
}

/** -1 if it is no hexadecimal digit. */
function hexOf(byte: number | undefined): number {
	if (byte === undefined) {
		return -1;
	}
	if (byte >= 0x30 && byte <= 0x39) {
		return byte - 0x30;
	}
	const letter = byte | 0x20;
	return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
