/**
 * The keys by which a Korean keyboard puts syllables together. While one is being typed the field holds what its keys make so far: `국ㅈ`, `국저`, `국정` on the way to
 * `국정`, and `사입` on the way to `사이버`, since a consonant ends the syllable before it until a vowel follows.
 */

const initials = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const vowels = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ');
const finals = 'ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(' ');

/** By the letters of Unicode that a folded syllable is composed of. */
const keysOfLetter = new Map<string, string>(
	(
		[
			[0x1100, initials],
			[0x1161, vowels],
			[0x11a8, finals],
		] as const
	).flatMap(([first, keys]) => keys.map((key, at): [string, string] => [String.fromCharCode(first + at), key])),
);

/** What stands before the last syllable or letter of a folded text of Hangul, if anything does: words that are typed begin so, whatever becomes of the syllable. */
export function beforeLastSyllable(start: string): string | undefined {
	return /^[\uac00-\ud7a3]+[\u1100-\u1112\u1161-\u1175\u11a8-\u11c2\uac00-\ud7a3]$/.test(start) ? start.slice(0, -1) : undefined;
}

/** Whether who types this word has typed `start` on the way. Both folded; they are the same up to the last syllable of `start`. */
export function isOnTheWayTo(word: string, start: string): boolean {
	const at = start.length - 1;
	return toKeys(word.slice(at, at + 2)).startsWith(toKeys(start.slice(at)));
}

function toKeys(syllables: string): string {
	return Array.from(syllables.normalize('NFD'), (letter) => keysOfLetter.get(letter) ?? letter).join('');
}

/** Whether a folded word is one letter of Hangul, which is no syllable yet. */
export function isSingleLetter(folded: string): boolean {
	return /^[\u1100-\u1112\u1161-\u1175\u11a8-\u11c2]$/.test(folded);
}
