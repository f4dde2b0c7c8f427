import { analyse } from 'chardet';
import { findByLetters } from './charsetLetters.ts';
import { decode, ebcdic, toKnownEncoding } from './textDecoding.ts';

/** The most likely encoding of bytes that are not UTF-8; `undefined` if they make no sense in any. */
export function findLegacyEncoding(sample: Uint8Array): string | undefined {
	if (isKorean(sample)) {
		return 'euc-kr';
	}
	const japanese = ['shift_jis', 'euc-jp'].find((encoding) => isJapanese(sample, encoding));
	if (japanese !== undefined) {
		return japanese;
	}
	if (isThai(sample)) {
		return 'windows-874';
	}
	if (isEbcdic(sample)) {
		return ebcdic;
	}
	const byLetters = findByLetters(sample);
	if (byLetters !== undefined && byLetters !== 'windows-1252') {
		return byLetters;
	}
	for (const match of analyse(sample)) {
		const encoding = toKnownEncoding(match.name);
		// What may be western words takes more than the least that is said of any bytes.
		if (!encoding || encoding.startsWith('utf-') || match.confidence < 10 || (match.confidence === 10 && byLetters !== undefined)) {
			continue;
		}
		if (singleByteLatin.has(encoding)) {
			const isWestern = encoding === 'iso-8859-1' || (byLetters !== undefined && isRatherFrench(sample, encoding));
			return isPlausibleLatin(sample) ? (isWestern ? 'windows-1252' : encoding) : undefined;
		}
		const text = decode(sample, encoding);
		const strange = (text.match(/[\uFFFD\p{Co}\p{Cn}]/gu) ?? []).length;
		if (strange <= text.length * 0.01) {
			return encoding;
		}
	}
	return isPlausibleLatin(sample) ? 'windows-1252' : undefined;
}

/**
 * Whether half of the letters that the encoding reads otherwise than windows-1252 does are an `è` between two consonants, as in `problème`: French has it all the
 * time, while the letter that others have in its place (`č`) seldom stands so, but beside a `k` (`Grčka`), which French has
 * not. In a few words chardet sees the letters around it only.
 */
function isRatherFrench(sample: Uint8Array, encoding: string): boolean {
	const western = decode(sample, 'windows-1252');
	const other = decode(sample, encoding);
	let different = 0;
	for (let at = 0; at < western.length; at++) {
		different += Number(western[at] !== other[at]);
	}
	return different > 0 && (western.match(/(?<=[b-df-hjl-np-tv-xz])è(?=[b-df-hjl-np-tv-xz])/gi) ?? []).length * 2 >= different;
}

const singleByteLatin = new Set([
	'windows-1252',
	'iso-8859-1',
	'iso-8859-2',
	'iso-8859-15',
	'windows-1250',
	'windows-1254',
	'iso-8859-9',
	'windows-1257',
]);

/**
 * Whether the bytes are Hangul in EUC-KR: chardet takes short Korean texts for ISO-8859-6. Of what is not ASCII at least nine in ten must
 * be Hangul syllables, and most of them stand beside another, so that a lone `Ä` before a letter is no syllable.
 */
function isKorean(sample: Uint8Array): boolean {
	const text = decode(sample, 'euc-kr');
	const syllables = (text.match(/\p{Script=Hangul}/gu) ?? []).length;
	const inRuns = (text.match(/\p{Script=Hangul}{2,}/gu) ?? []).join('').length;
	const others = (text.match(/[^\0-\x7F]/gu) ?? []).length;
	return syllables >= 2 && syllables >= others * 0.9 && inRuns >= syllables * 0.6;
}

/**
 * Whether bytes from 0x80 up make sense as western letters and signs: letters beside letters, quotation marks, dashes and the like, a euro
 * sign beside a digit. Where most do not, the file is broken UTF-8 rather than windows-1252.
 */
function isPlausibleLatin(sample: Uint8Array): boolean {
	const text = decode(sample, 'windows-1252');
	const others = (text.match(/[^\0-\x7F]/g) ?? []).length;
	const letters = (
		text.match(
			/(?<=[A-Za-z\u00C0-\u00FF])[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FFŒœŠšŽžŸƒ]|[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FCŒœŠšŽžŸ](?=[a-z]|\s[A-Za-z]|[.!?]?\s?$)/g,
		) ?? []
	).length;
	const signs = (text.match(/[‘’“”„‚–—…•™©®°§£«»\u00A0·´½¼¾²³±×‹›]|€(?=\s?\d)|(?<=\d\s?)€/g) ?? []).length;
	return letters + signs >= others * 0.7;
}

/** Whether the bytes are Japanese in an encoding: of what is not ASCII, much is kana (full width, which chance does not give) and nearly all makes sense. */
function isJapanese(sample: Uint8Array, encoding: string): boolean {
	const text = decode(sample, encoding);
	const others = (text.match(/[^\0-\x7F]/g) ?? []).length;
	const kana = (text.match(/[\u3041-\u30FE]/g) ?? []).length;
	const sense = kana + (text.match(/[\u3000-\u3020\uFF01-\uFF5E]|\p{Script=Han}/gu) ?? []).length;
	return kana >= 4 && kana >= others * 0.3 && sense >= others * 0.97;
}

/**
 * Whether the bytes are Thai: vowels and tones above and below stand on consonants, vowels in front of them, and there are as many as words need.
 * Chinese has its bytes in the same places, but not in this order.
 */
function isThai(sample: Uint8Array): boolean {
	const text = decode(sample, 'windows-874');
	const others = (text.match(/[^\0-\x7F]/g) ?? []).length;
	const letters = (text.match(/[\u0E01-\u0E5B]/g) ?? []).length;
	const marks = (text.match(/[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g) ?? []).length;
	const strayMarks = (text.match(/(?<![\u0E01-\u0E2E\u0E31\u0E34-\u0E39])[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g) ?? []).length;
	const strayVowels = (text.match(/[\u0E40-\u0E44](?![\u0E01-\u0E2E])/g) ?? []).length;
	return letters >= 8 && letters >= others * 0.98 && marks >= letters * 0.08 && strayMarks + strayVowels <= letters * 0.01;
}

/**
 * Whether the bytes are EBCDIC: blanks and letters stand where no other encoding has them. Nine in ten are letters, digits, blanks, points and
 * line ends of it, and blanks are as many as words need; ASCII's own blanks and line ends are hardly there.
 */
function isEbcdic(sample: Uint8Array): boolean {
	let plain = 0;
	let blanks = 0;
	let ascii = 0;
	for (const byte of sample) {
		const low = byte & 0x0f;
		const isLetter = byte > 0x80 && byte < 0xea && low > 0 && low < 10 && (byte & 0xf0) !== 0xb0 && (byte & 0xf0) !== 0xa0;
		const isOther =
			(byte >= 0xa2 && byte <= 0xa9) || (byte >= 0xf0 && byte <= 0xf9) || byte === 0x4b || byte === 0x6b || byte === 0x7d || byte === 0x60;
		blanks += byte === 0x40 ? 1 : 0;
		ascii += byte === 0x20 || byte === 0x0a ? 1 : 0;
		plain += isLetter || isOther || byte === 0x40 || byte === 0x25 || byte === 0x15 || byte === 0x0d ? 1 : 0;
	}
	return sample.length >= 8 && plain >= sample.length * 0.85 && blanks >= sample.length * 0.06 && ascii <= sample.length * 0.01;
}
