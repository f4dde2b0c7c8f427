/**
 * The message inside of a signed one of the S/MIME kind that wraps it (CMS SignedData, RFC 5652), whose signature is not checked; `undefined` if there
 * is none. Reads just as much of the encoding (BER, also of indefinite length) as leads to the content.
 */
export function findSignedContent(bytes: Uint8Array): Uint8Array | undefined {
	// ContentInfo { id, [0] { SignedData { version, digests, EncapsulatedContentInfo { id, [0] { content } } } } }
	const info = elementAt(bytes, 0, bytes.length);
	const signed = info && childAt(bytes, childAt(bytes, info, 1), 0);
	const inner = signed && childAt(bytes, childAt(bytes, signed, 2), 1);
	const content = inner && childAt(bytes, inner, 0);
	return content && octetsOf(bytes, content);
}

interface Element {
	readonly tag: number;
	/** Of what it holds. */
	readonly start: number;
	readonly end: number;
	/** Where the next element begins; unknown (-1) while its length is indefinite. */
	readonly next: number;
}

const [octetString, constructedOctetString, constructed] = [0x04, 0x24, 0x20];

function elementAt(bytes: Uint8Array, at: number, limit: number): Element | undefined {
	const tag = bytes[at];
	const first = bytes[at + 1];
	if (tag === undefined || first === undefined || at + 2 > limit || (tag === 0 && first === 0)) {
		return undefined;
	}
	if (first === 0x80) {
		return { tag, start: at + 2, end: limit, next: -1 };
	}
	const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
	if (lengthBytes > 4) {
		return undefined;
	}
	let length = first < 0x80 ? first : 0;
	for (let index = 0; index < lengthBytes; index++) {
		length = length * 256 + (bytes[at + 2 + index] ?? 0);
	}
	const start = at + 2 + lengthBytes;
	const end = Math.min(limit, start + length);
	return { tag, start, end, next: end };
}

/** More elements than this in one are no signed message. */
const maxElements = 100_000;

function childAt(bytes: Uint8Array, parent: Element | undefined, index: number): Element | undefined {
	let at = parent?.start ?? 0;
	for (let count = 0; parent && count <= index; count++) {
		const child = elementAt(bytes, at, parent.end);
		if (!child || count === index) {
			return child;
		}
		// What has no length and stands before what is looked for is a list of algorithms, which nobody writes so.
		if (child.next < 0) {
			return undefined;
		}
		at = child.next;
	}
	return undefined;
}

/** The bytes of an octet string, which may be written in pieces. */
function octetsOf(bytes: Uint8Array, element: Element): Uint8Array | undefined {
	if (element.tag === octetString) {
		return bytes.subarray(element.start, element.end);
	}
	if (element.tag !== constructedOctetString) {
		return undefined;
	}
	const pieces: Uint8Array[] = [];
	let at = element.start;
	for (let count = 0; count < maxElements; count++) {
		const piece = elementAt(bytes, at, element.end);
		if (!piece || (piece.tag & constructed) !== 0 || piece.next < 0) {
			break;
		}
		pieces.push(bytes.subarray(piece.start, piece.end));
		at = piece.next;
	}
	const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
	let length = 0;
	for (const piece of pieces) {
		whole.set(piece, length);
		length += piece.length;
	}
	return whole;
}
