/** A plural short form without its `s`, or one that owns something: `KMPs`, `KMP’s` → `KMP`. */
export function singularShort(short: string): string {
	return /^[\p{Lu}\p{N}.-]{2,}['’]?s$/u.test(short) ? short.replace(/['’]?s$/, '') : short;
}

/** What all ways to write a short form have in common: `U.S.` and `US` are one, `KMPs` and `KMP` too. */
export function shortKey(short: string): string {
	return singularShort(short).replace(/[.\s]/g, '');
}

/** Whether capitals number something (`VIII`) rather than shorten it. */
export function isRomanNumeral(word: string): boolean {
	return /^(?:X{0,3}(?:IX|IV|V?I{0,3})|[XLC]{2,})$/.test(word);
}
