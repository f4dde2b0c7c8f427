import type { Problem } from '../base/problem.ts';
import { findLegacyEncoding } from './charsetGuess.ts';
import { decode, decodeSevenBitKorean, decodeStrictly, toKnownEncoding } from './textDecoding.ts';

/** A file's bytes as text. `encoding` is the label of the Encoding Standard (`utf-8`, `windows-1252`), or `utf-32le` and `utf-32be`. */
export interface DecodedText {
	/** Without byte order mark; line ends as they are. */
	readonly text: string;
	readonly encoding: string;
	readonly problems: readonly Problem[];
	/** Whether the bytes are no text at all; then `text` is empty. */
	readonly isBinary: boolean;
}

/**
 * Decodes a file. In this order: byte order mark, UTF-16 by the pattern of its zero bytes, UTF-8 if it is valid, the encoding that the file
 * declares itself (XML declaration, HTML `meta`), EUC-KR if the bytes are Hangul in it, what the letters of languages and chardet find in the first 64 KB, and at last
 * UTF-8 with U+FFFD for what means nothing. Never throws.
 *
 * What was not certain is told: `encodingGuessed`, `invalidBytes` with their number.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
	const byMark = decodeByMark(bytes);
	if (byMark) {
		return byMark;
	}
	const zeroCount = countZeros(bytes);
	if (zeroCount > 0) {
		const encoding = findUtf16(bytes);
		if (encoding) {
			return withReplacements(decode(bytes, encoding), encoding, [guessed(encoding)]);
		}
		if (zeroCount > bytes.length * maxZeroShare) {
			return { text: '', encoding: 'binary', problems: [], isBinary: true };
		}
		// A text with a few zero bytes, as a crash or a padded record leaves them: everything else in it is worth reading.
		const rest = decodeWithoutMark(bytes.filter((byte) => byte !== 0));
		return { ...rest, problems: [...rest.problems, { kind: 'invalidBytes', detail: `${countOf(zeroCount, 'zero byte')} left out` }] };
	}
	return decodeWithoutMark(bytes);
}

/** More zero bytes than this, and it is no text: one in a thousand. */
const maxZeroShare = 0.001;

/** chardet took 0.36 s for 0.9 MB, 0.03 s for 64 KB, and found the same. */
const sampleBytes = 64 * 1024;

function decodeWithoutMark(bytes: Uint8Array): DecodedText {
	const escaped = hasJapaneseEscape(bytes) ? decodeStrictly(bytes, 'iso-2022-jp') : undefined;
	if (escaped !== undefined) {
		return found(escaped, 'iso-2022-jp', [guessed('iso-2022-jp')]);
	}
	const korean = decodeSevenBitKorean(bytes);
	if (korean !== undefined) {
		return found(korean, 'iso-2022-kr', [guessed('iso-2022-kr')]);
	}
	const strict = decodeStrictly(bytes, 'utf-8');
	if (strict !== undefined) {
		return found(strict, 'utf-8');
	}
	const declared = findDeclaredEncoding(bytes);
	if (declared && declared !== 'utf-8') {
		const text = decodeStrictly(bytes, declared);
		if (text !== undefined) {
			return found(text, declared);
		}
	}
	const counts = countUtf8(bytes);
	if (counts.invalid <= counts.valid / 4) {
		return withReplacements(decode(bytes, 'utf-8'), 'utf-8', []);
	}
	const sample = bytes.subarray(0, sampleBytes);
	const encoding = findLegacyEncoding(sample) ?? declared;
	if (encoding && encoding !== 'utf-8') {
		return withReplacements(decode(bytes, encoding), encoding, [guessed(encoding)]);
	}
	if (counts.valid * 4 > counts.invalid) {
		return withReplacements(decode(bytes, 'utf-8'), 'utf-8', []);
	}
	const lost = countOf(counts.invalid, 'character');
	const detail = `Its encoding was not recognised: ${lost} beyond ASCII shown as \uFFFD; open it in the program that wrote it and save it as UTF-8`;
	return found(decode(bytes, 'utf-8'), 'utf-8', [{ kind: 'invalidBytes', detail }]);
}

function found(text: string, encoding: string, problems: readonly Problem[] = []): DecodedText {
	return { text, encoding, problems, isBinary: false };
}

/** Counts what could not be decoded; U+FFFD that stands in the file itself counts too, which no strict decoding would have told apart. */
function withReplacements(text: string, encoding: string, problems: readonly Problem[]): DecodedText {
	let count = 0;
	for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) {
		count++;
	}
	if (count === 0) {
		return found(text, encoding, problems);
	}
	const detail = `${countOf(count, 'place')} could not be decoded as ${encoding}, shown as \uFFFD`;
	return found(text, encoding, [...problems, { kind: 'invalidBytes', detail }]);
}

function guessed(encoding: string): Problem {
	return { kind: 'encodingGuessed', detail: `The file does not name its encoding; it was read as ${encoding}` };
}

function countOf(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function decodeByMark(bytes: Uint8Array): DecodedText | undefined {
	const [a, b, c, d] = bytes;
	if (a === 0xff && b === 0xfe && c === 0 && d === 0) {
		return withReplacements(decodeUtf32(bytes.subarray(4), true), 'utf-32le', []);
	}
	if (a === 0 && b === 0 && c === 0xfe && d === 0xff) {
		return withReplacements(decodeUtf32(bytes.subarray(4), false), 'utf-32be', []);
	}
	const encoding =
		a === 0xef && b === 0xbb && c === 0xbf
			? 'utf-8'
			: a === 0xff && b === 0xfe
				? 'utf-16le'
				: a === 0xfe && b === 0xff
					? 'utf-16be'
					: a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33
						? 'gb18030'
						: undefined;
	return encoding && withReplacements(decode(bytes, encoding), encoding, []);
}

/** TextDecoder knows no UTF-32. */
function decodeUtf32(bytes: Uint8Array, isLittleEndian: boolean): string {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const pieces: string[] = [];
	for (let at = 0; at + 4 <= bytes.length; at += 4) {
		const code = view.getUint32(at, isLittleEndian);
		pieces.push(code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\uFFFD' : String.fromCodePoint(code));
	}
	return pieces.join('');
}

function countZeros(bytes: Uint8Array): number {
	let count = 0;
	for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) {
		count++;
	}
	return count;
}

/**
 * UTF-16 without a mark: decoded with the right byte order, a sample holds no U+0000, no lone surrogate, no control character, hardly
 * anything unassigned, and a space or line end (U+0020, U+000A: the zero bytes that led here). With the wrong order ASCII lands
 * in unassigned or unrelated scripts and line ends in U+0A00.
 */
function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	if (bytes.length < 4) {
		return undefined;
	}
	const sample = bytes.subarray(0, Math.min(bytes.length, sampleBytes) & ~1);
	for (const encoding of ['utf-16le', 'utf-16be'] as const) {
		const text = decodeStrictly(endsInPair(sample, encoding) ? sample.subarray(0, -2) : sample, encoding);
		if (text === undefined || /[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F]/.test(text) || !/[\n\r A-Za-z0-9]/.test(text)) {
			continue;
		}
		const strange = (text.match(/[\p{Cn}\p{Co}]/gu) ?? []).length;
		const plain = (
			text.match(
				/[\n\r \p{Script=Latin}\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}\p{P}]/gu,
			) ?? []
		).length;
		if (strange <= text.length * 0.01 && plain >= text.length * 0.9 && (text.match(/[\n\r ]/g) ?? []).length >= text.length / 200) {
			return encoding;
		}
	}
	return undefined;
}

/** Whether the sample was cut between the two halves of a character beyond the BMP. */
function endsInPair(sample: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): boolean {
	const high = sample[sample.length - (encoding === 'utf-16le' ? 1 : 2)] ?? 0;
	return (high & 0xfc) === 0xd8;
}

function hasJapaneseEscape(bytes: Uint8Array): boolean {
	for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
		if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42)) {
			return true;
		}
	}
	return false;
}

/** The label that the file itself gives in its first 4 KB, as the Encoding Standard calls it; `undefined` if there is none or nobody knows it. */
function findDeclaredEncoding(bytes: Uint8Array): string | undefined {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
	const label =
		/^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head)?.[1] ??
		/<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1] ??
		/@charset\s+"([\w:.-]{2,40})"/i.exec(head)?.[1] ??
		/-\*-[^\n]{0,80}?coding:\s*([\w.-]{2,40})/i.exec(head)?.[1];
	const encoding = label && toKnownEncoding(label);
	// Who can write "utf-16" in ASCII is not UTF-16.
	return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}

/** How many sequences of more than one byte are valid UTF-8, and how many bytes belong to none. A sequence cut off by the end of the file is valid. */
function countUtf8(bytes: Uint8Array): { readonly valid: number; readonly invalid: number } {
	let valid = 0;
	let invalid = 0;
	for (let at = 0; at < bytes.length; ) {
		const lead = bytes[at] ?? 0;
		if (lead < 0x80) {
			at++;
			continue;
		}
		const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
		let next = at + 1;
		while (next < at + length && ((bytes[next] ?? 0) & 0xc0) === 0x80) {
			next++;
		}
		if (length > 0 && (next === at + length || (next === bytes.length && next > at + 1))) {
			valid++;
			at = next;
		} else {
			invalid++;
			at++;
		}
	}
	return { valid, invalid };
}
