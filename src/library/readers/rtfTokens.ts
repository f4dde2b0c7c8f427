/** What the reader of RTF is told, in the order of the file. Positions count bytes. */
export interface RtfHandler {
	openGroup(): void;
	closeGroup(): void;
	/** A control word such as `\par` or `\u8217`. */
	word(name: string, value: number | undefined): void;
	/** A control symbol such as `\~`; not `\{`, `\}` and `\\`, which are text, and not `\'`. */
	symbol(char: string): void;
	/** A byte written in hexadecimal: `\'e9`. */
	byte(value: number): void;
	/** Bytes that stand for themselves. */
	text(start: number, end: number): void;
	/** Asked at each group; once true, the rest is left unread. */
	isDone(): boolean;
}

const backslash = 0x5c;
const open = 0x7b;
const close = 0x7d;
const maxWordLength = 32;
const maxDigits = 10;

/**
 * Takes RTF apart. One pass, whatever the bytes are: what is no RTF is text. Line ends of the file are no text; binary data (`\bin`) is passed over.
 */
export function readRtfTokens(bytes: Uint8Array, handler: RtfHandler): void {
	let at = 0;
	while (at < bytes.length) {
		const byte = bytes[at];
		if (byte === open) {
			handler.openGroup();
			at++;
			if (handler.isDone()) {
				return;
			}
		} else if (byte === close) {
			handler.closeGroup();
			at++;
		} else if (byte === backslash) {
			at = readControl(bytes, at + 1, handler);
		} else if (byte === 0x0a || byte === 0x0d || byte === 0) {
			at++;
		} else {
			const start = at;
			while (at < bytes.length && !isSpecial(bytes[at] as number)) {
				at++;
			}
			handler.text(start, at);
		}
	}
}

/** Reads what follows a backslash; gives the place behind it. */
function readControl(bytes: Uint8Array, start: number, handler: RtfHandler): number {
	const first = bytes[start];
	if (first === undefined) {
		return start;
	}
	if (!isLetter(first)) {
		return readSymbol(bytes, start, first, handler);
	}
	let at = start;
	while (at < bytes.length && at < start + maxWordLength && isLetter(bytes[at] as number)) {
		at++;
	}
	const name = String.fromCharCode(...bytes.subarray(start, at));
	const isNegative = bytes[at] === 0x2d && isDigit(bytes[at + 1]);
	if (isNegative) {
		at++;
	}
	const numberStart = at;
	let value = 0;
	while (at < numberStart + maxDigits && isDigit(bytes[at])) {
		value = value * 10 + (bytes[at] as number) - 0x30;
		at++;
	}
	const parameter = at === numberStart ? undefined : isNegative ? -value : value;
	// One space belongs to the word.
	if (bytes[at] === 0x20) {
		at++;
	}
	if (name === 'bin') {
		return at + Math.max(0, Math.min(parameter ?? 0, bytes.length - at));
	}
	handler.word(name, parameter);
	return at;
}

function readSymbol(bytes: Uint8Array, at: number, first: number, handler: RtfHandler): number {
	if (first === 0x27) {
		const value = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16);
		if (isHexDigit(bytes[at + 1]) && isHexDigit(bytes[at + 2])) {
			handler.byte(value);
			return at + 3;
		}
		return at + 1;
	}
	if (first === backslash || first === open || first === close) {
		handler.text(at, at + 1);
	} else if (first === 0x0d || first === 0x0a) {
		// A backslash at the end of a line is a paragraph's end.
		handler.word('par', undefined);
	} else {
		handler.symbol(String.fromCharCode(first));
	}
	return at + 1;
}

function isSpecial(byte: number): boolean {
	return byte === backslash || byte === open || byte === close || byte === 0x0a || byte === 0x0d || byte === 0;
}

function isLetter(byte: number): boolean {
	return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number | undefined): boolean {
	return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function isHexDigit(byte: number | undefined): boolean {
	return byte !== undefined && (isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66));
}
